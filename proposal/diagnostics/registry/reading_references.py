"""The codes of diagnostics: names that lead from one file to another."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "unknown-person",
        ERROR,
        meaning=(
            "A list names a person of whom there is no file in `people/`. When a paper is "
            "imported, it is a warning: a biography's name is none of the authors'."
        ),
        why="The person's name and affiliation would be missing.",
        action="Correct the id; the hint names the nearest one. Or write the file.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "unknown-track",
        ERROR,
        meaning="A date names a track that does not stand among the `tracks` of `submissions`.",
        why="Authors would not learn for which papers the date holds.",
        action="Correct the id, or add the track.",
    ),
    DiagnosticKind(
        "declined-person",
        ERROR,
        meaning=(
            "A slot names somebody as chair, moderator, discussant or panelist who has declined "
            "to come, as `status: declined` under `speakers` says."
        ),
        why="Pages and calendars would announce somebody who is not there.",
        action="Take the name out, or correct the status.",
    ),
    DiagnosticKind(
        "unknown-language",
        ERROR,
        meaning="There are no words in the language that `language` names.",
        why="Half of the pages would be English.",
        action="Choose one of the languages in the hint, or write a catalogue of words.",
    ),
    DiagnosticKind(
        "catalogue",
        ERROR,
        meaning="A catalogue of words in `site/words/` has an error.",
        why="Its words could not be said.",
        action="Correct the line.",
    ),
    DiagnosticKind(
        "untranslated-words",
        WARNING,
        meaning="A catalogue of words in `site/words/` does not have all words.",
        why="English words stand in their place, among those of the language.",
        action="Translate them.",
    ),
    DiagnosticKind(
        "unknown-form-field",
        ERROR,
        meaning="An edition answers a field that the form of the conference's call does not have.",
        why="Nobody would paste the answer anywhere.",
        action="Correct the name, or add the field to the call; the hint has the nearest one.",
    ),
    DiagnosticKind(
        "unknown-venue",
        ERROR,
        meaning=(
            "An edition or a call names a host conference of which there is no file in `venues/`."
        ),
        why="Place, days and time zone come from it.",
        action="Correct the id, or write the file.",
    ),
    DiagnosticKind(
        "missing-city",
        ERROR,
        meaning=(
            "The host conference has no city, as one that takes place online, and the edition is "
            "not said to be online; or a word such as Online stands for the city."
        ),
        why="Nobody would know where to go.",
        action=(
            "Write `city` and `country` into the conference's file, or `attendance: online` into "
            "edition.yaml."
        ),
    ),
    DiagnosticKind(
        "status-attendance",
        ERROR,
        meaning="`status` says that the edition is online now, and `attendance` that people come.",
        why="Some readers would travel, and others not.",
        action="Delete one of the two.",
    ),
    DiagnosticKind(
        "rights-without-conference",
        ERROR,
        meaning="A document has ACM's rights, and its edition is held beside no conference.",
        why="ACM's message names the conference and its proceedings, which are printed with it.",
        action=(
            "Write `series`, `name`, `acronym`, `start` and `end` into the venue's file, as the "
            "message has them; or delete `rights`."
        ),
    ),
    DiagnosticKind(
        "note-without-status",
        ERROR,
        meaning="`status_note` says more of a `status` that is not there.",
        why="It stands beside the status alone, so that nobody would read it.",
        action="Write `status: cancelled`, `postponed` or `moved-online`.",
    ),
    DiagnosticKind(
        "unknown-level",
        ERROR,
        meaning="A sponsor's `level` is not in the list `sponsor_levels` of its edition.",
        why="The list says in which order the levels are shown.",
        action="Correct the level, or add it to the list at its place.",
    ),
    DiagnosticKind(
        "dark-without-light",
        ERROR,
        meaning="`logo_dark` stands in a file, and no `logo`.",
        why="Pages are light for most readers, who would see no logo.",
        action="Add `logo`; a logo that can be seen on both grounds is `logo` alone.",
    ),
    DiagnosticKind(
        "missing-day",
        ERROR,
        meaning="An edition takes several days, and a slot does not say on which of them it is.",
        why="An hour alone is on any of the days.",
        action="Add `day: 2` to the slot, or the day itself.",
    ),
    DiagnosticKind(
        "unknown-day",
        ERROR,
        meaning="A slot is on a day on which there is no workshop.",
        why="The schedule would lie outside of the hours that are announced.",
        action="Correct `day`, or add the day to `when` in edition.yaml.",
    ),
    DiagnosticKind(
        "unknown-talk",
        ERROR,
        meaning=(
            "A slot names a talk that no speaker gives in this edition, or whose speaker has "
            "declined."
        ),
        why="The schedule would promise a talk that does not take place.",
        action="Correct the id, add the talk under `speakers`, or take the slot out.",
    ),
    DiagnosticKind(
        "unknown-paper",
        ERROR,
        meaning=(
            "A slot names a paper that `papers.yaml` does not list, or that is withdrawn. When a "
            "folder of aclpub2 "
            "is imported, it is a warning, and the paper is left out."
        ),
        why="The schedule would show a gap.",
        action="Correct the id, or add the paper.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "unknown-edition",
        ERROR,
        meaning="`current` names an edition that does not exist.",
        why="Most commands work on the current edition.",
        action="Write its `edition.yaml`, or name another one.",
    ),
    DiagnosticKind(
        "no-edition",
        ERROR,
        meaning=(
            "There is no edition yet. When people are imported, it is a warning: they have no "
            "edition to belong to."
        ),
        why="Everything is made for an edition.",
        action="Write `data/editions/YEAR/edition.yaml`, or start a workshop with `proposal init`.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "duplicate-id",
        ERROR,
        meaning="One id stands twice in a list of talks or papers.",
        why="A slot that names it could mean either.",
        action="Change one of them.",
    ),
    DiagnosticKind(
        "missing-file",
        ERROR,
        meaning=(
            "A portrait, a text or a picture that the data name does not exist. An importer "
            "warns and leaves it out."
        ),
        why="There would be a gap in its place.",
        action="Put the file there, correct its name, or delete the line.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "call-circle",
        ERROR,
        meaning="Calls refer to each other under `latest_known` in a circle.",
        why="The program would look for the call without end.",
        action="Name a conference whose call is known, or delete the line.",
    ),
)

READING_REFERENCES = CodeChapter(
    "resolution",
    "Names that lead from one file to another",
    "Files name each other by ids. An id without a file is an error.",
    _KINDS,
)
