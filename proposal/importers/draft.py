"""What an import has understood, before it is known which files of `data/` it concerns.

An importer reads one kind of source and makes a `Draft`; it knows nothing of the files that
exist. `plan` compares the draft with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeAlias

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, ProposalError, Severity, Span, warning
from proposal.importers.exports.decision import Decision
from proposal.model.family_names import family_name_to_write

Value: TypeAlias = "str | int | bool | DraftPerson | Sequence[Value] | Mapping[str, Value]"
"""A value as a data file holds it; a person stands for an id that is not known yet."""


class Placeholder(str):
    """A value that the source does not tell, for where the data have none."""

    __slots__ = ()


class Incomplete(list[Value]):
    """A list that the source itself calls incomplete, as a list of authors with "and others"."""


def participant(name: str, affiliation: str | None = None) -> Value:
    """Somebody who has no file, as the data name them."""
    return {"name": name, "affiliation": affiliation} if affiliation else name


def author(
    name: str,
    affiliations: Sequence[str] = (),
    details: Mapping[str, Value] | None = None,
    family: str | None = None,
) -> Value:
    """An author of a paper who has no file, as the data name them.

    Args:
        name: the name.
        affiliations: the institutions, of which there may be none.
        details: other keys of the author; those without a value are left out.
        family: the family name, if the source tells it.
    """
    if written := family_name_to_write(family, name):
        details = {"family_name": written, **(details or {})}
    institutions: Record = {"affiliation": affiliations[0]} if affiliations else {}
    if len(affiliations) > 1:
        institutions = {"affiliations": list(affiliations)}
    more = {key: value for key, value in (details or {}).items() if value}
    return {"name": name, **institutions, **more} if institutions or more else name


TO_BE_ANNOUNCED = Placeholder("To be announced")
"""What stands for the name of a place, or of a work that is cited."""
AUTHORS_UNKNOWN = TO_BE_ANNOUNCED
"""What stands for the authors of a paper of which only the title is known."""


Record: TypeAlias = "dict[str, Value]"
"""The keys of one of the model's records, as a data file writes them."""


Warn = Callable[[str, str, Span], None]
"""Takes a code, a sentence and a place."""
Report = Callable[[str, str, str | None], None]
"""Takes a code, a sentence and a hint."""


class ImportSourceError(ProposalError):
    """A source is not what it is said to be; the text says what was expected."""


class SourceDiagnostics(list[Diagnostic]):
    """What was not understood of a source, and what it seems to get wrong, in reading order."""

    def warn(
        self, code: str, message: str, span: Span | None = None, hint: str | None = None
    ) -> None:
        """Add a diagnostic that leaves the import good."""
        self.append(warning(code, message, span, hint))

    def note(self, code: str, message: str, hint: str | None = None) -> None:
        """Add something that is good to know of the whole source."""
        self.append(Diagnostic(Severity.NOTE, code, message, None, hint))

    def add_as_warnings(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add what was found by others, which leaves the source readable."""
        for found in diagnostics:
            self.warn(found.code, found.message, found.span, found.hint)


class DraftPerson(Struct, eq=False):
    """A person as a source tells of them."""

    name: str
    honorific: str | None = None
    pronouns: str | None = None
    email: str | None = None
    orcid: str | None = None
    homepage: str | None = None
    links: dict[str, str] = field(default_factory=dict)
    """Other pages by their kinds, as `github`."""
    affiliations: list[Record] = field(default_factory=list)
    """The posts that the source tells of, all held at the same time."""
    biography: str | None = None
    """In Markdown."""
    photo: bytes | None = None
    photo_suffix: str = ".jpg"
    family_name: str | None = None
    """The part of the name that the source tells to be the family name."""
    name_native: str | None = None
    """The name in the person's own script."""


def organizer_entry(person: DraftPerson, part: str | None) -> DraftPerson | Record:
    """An item of `organizers`: the person alone, or with the part in organizing."""
    return {"person": person, "role": part} if part else person


class MarkedPerson(Protocol):
    """An author, and what a paper marks at the name, or says of the part in organizing."""

    person: DraftPerson
    is_equal: bool
    is_corresponding: bool
    part: str | None


def marked_organizer(author: MarkedPerson) -> DraftPerson | Record:
    """An entry of `organizers`, with marks if the author has any."""
    marks: Record = {"role": author.part} if author.part else {}
    if author.is_corresponding:
        marks["corresponding"] = True
    if author.is_equal:
        marks["equal"] = True
    return {"person": author.person, **marks} if marks else author.person


class GonePaper(Struct, frozen=True):
    """A submission that a source lists, and that is no paper of the workshop."""

    title: str
    number: str
    decision: Decision


class Draft(Struct):
    """Everything that was understood of a source; what it does not tell is empty."""

    workshop: Record = field(default_factory=dict)
    """Keys of `workshop.yaml`: name, acronym, url."""
    venue: Record = field(default_factory=dict)
    """Keys of a venue's file."""
    edition: Record = field(default_factory=dict)
    """Keys of `edition.yaml`, in which persons stand for their ids; without `venue`."""
    program: list[Record] = field(default_factory=list)
    papers: list[Record] = field(default_factory=list)
    gone: list[GonePaper] = field(default_factory=list)
    """Submissions that the source lists, and that are no papers of the workshop."""
    is_list_of_papers: bool = False
    """Whether the source is a list of papers, whose values in the data stay where they differ."""
    has_all_papers: bool = False
    """Whether the source lists all accepted papers, so that others were withdrawn or renamed."""
    has_whole_program: bool = False
    """Whether the source has the whole schedule, so that what it lacks is planned no more."""
    people: list[DraftPerson] = field(default_factory=list)
    """Everybody who gets a file."""
    texts: dict[str, str] = field(default_factory=dict)
    """Markdown files by name."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Pictures that stand beside the texts, by name."""
    series_texts: dict[str, str] = field(default_factory=dict)
    """Markdown files of the series, by their names in its folder."""
    series_files: dict[str, bytes] = field(default_factory=dict)
    """Files and pictures of the series, by their names in its folder."""
    bibliography: dict[str, str] = field(default_factory=dict)
    """Entries for `references.bib` by key, each as it stands there."""
    diagnostics: SourceDiagnostics = field(default_factory=SourceDiagnostics)
    """What was not understood, and what the source seems to get wrong, with its place there."""

    def id_of(self, person: DraftPerson) -> str:
        """What stands in a text for the id of one of the `people`, which only the plan knows."""
        return f"{_ID}{self.people.index(person)}{_ID}"

    def without_ids(self, text: str) -> str:
        """A text without what stands for ids."""
        return text.replace(_ID, "")

    def with_ids(self, text: str, ids: Mapping[DraftPerson, str]) -> str:
        """A text with the ids themselves."""
        for person in self.people:
            text = text.replace(self.id_of(person), ids[person])
        return text


_ID = "\ue001"
"""A character that no file may hold."""
