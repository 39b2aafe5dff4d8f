"""Keys that people write for what the data have in another place are answered with that place."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.model.loading.validation import validate_record
from proposal.model.records.committee_record import CommitteeRecord, other_committee
from proposal.model.records.dates_record import DeadlineRecord, OtherDeadlineRecord
from proposal.model.records.edition_record import EditionRecord, OrganizerRecord
from proposal.model.records.paper import AuthorRecord, PaperRecord, Participant
from proposal.model.records.person import PersonRecord
from proposal.model.records.person_links import Links
from proposal.model.records.program import SlotRecord
from proposal.model.records.speaker_record import Speaker
from proposal.model.records.venue import VenueRecord
from proposal.model.records.when_record import SEVERAL_DAYS
from proposal.model.records.workshop import Workshop
from proposal.source.yaml import parse_yaml
from tests.model.hinted_keys import hints

CALLED_OFF = (
    "a talk that is called off has `status: cancelled` under `speakers` in edition.yaml; of "
    "another part, say it in its `title`"
)


def committees(name: str) -> str:
    return f"write `committees: [{{name: {name}, members: [Ada Lovelace]}}]`"


AFFILIATIONS = (
    "write `affiliations: [{institution: University of Somewhere, country: Spain}]`; "
    "who belongs to none writes `institution: Independent Researcher`"
)
EDITION = """ordinal: 1
venue: kdd-2024
organizers: [ada-lovelace]
abstract: What it is about.
"""
NEW_DAY = (
    "write the new day as `date`, and the day that held before under `was`: "
    "`{date: 2027-05-08, was: [2027-05-01]}`"
)
FOLDER = "the year is the name of this file's folder, as data/editions/2027"
TALK = "write the id of a talk that stands under `speakers` in edition.yaml: `talk: ada-lovelace`"
PLACES = (
    "where an institution is stands in the file of a person, people/ada-lovelace.yaml, who is "
    "named as `{person: ada-lovelace}`"
)
ZONE = (
    "hours are by the clocks of the venue; a whole day in another zone has its `zone` under `when` "
    "in edition.yaml"
)
REMOTE = "write `remote: true` beside the talk under `speakers` in edition.yaml"
PART = "`organizers: [{person: ada-lovelace, role: General Chair}]`"


@pytest.mark.parametrize(
    ("key", "kind", "hint"),
    [
        ("steering_committee", EditionRecord, committees("Steering Committee")),
        ("steering", Workshop, committees("Steering Committee")),
        ("area_chairs", EditionRecord, committees("Area Chairs")),
        ("Area-Chairs", EditionRecord, committees("Area Chairs")),
        ("senior_pc", EditionRecord, committees("Senior Program Committee")),
        ("advisors", Workshop, committees("Advisory Board")),
        ("volunteers", EditionRecord, committees("Volunteers")),
        ("jury", EditionRecord, committees("Jury")),
        ("lecturers", EditionRecord, "did you mean `speakers`?"),
        ("repeat", EditionRecord, SEVERAL_DAYS),
        ("zone", SlotRecord, ZONE),
        ("site", SlotRecord, "did you mean `elsewhere` or `room`?"),
        ("predecessors", Workshop, "did you mean `earlier`?"),
        ("cities", VenueRecord, "did you mean `city`?"),
        ("pc", EditionRecord, "write `committee:`"),
        ("program_committee", EditionRecord, "write `committee:`"),
        ("committee", Workshop, "each edition has its own: write it in edition.yaml"),
        ("publicity_chair", EditionRecord, f"write it beside the organizer: {PART}"),
        ("online", Speaker, "write `remote: true`"),
        ("topic", Speaker, "did you mean `title`?"),
        ("extended", DeadlineRecord, NEW_DAY),
        ("new_date", OtherDeadlineRecord, NEW_DAY),
        ("lang", EditionRecord, "write `language: de`, or another language by its tag"),
        (
            "until",
            OrganizerRecord,
            (
                "who organizes this edition no more is taken out of the list; other editions have "
                "lists of their own"
            ),
        ),
        (
            "time",
            Speaker,
            "when it is says program.yaml, which names the talk: `talk: ada-lovelace`",
        ),
        ("schedule", EditionRecord, "write it into program.yaml beside this file"),
        ("accepted_papers", EditionRecord, "write them into papers.yaml beside this file"),
        (
            "year",
            EditionRecord,
            "the year is the name of this file's folder, as data/editions/2027",
        ),
        ("where", EditionRecord, "did you mean `room` or `venue`?"),
        ("start", EditionRecord, "did you mean `start` under `when`?"),
        ("format", EditionRecord, "did you mean `format` under `submissions`?"),
        ("where", SlotRecord, "did you mean `room`?"),
        ("name", SlotRecord, "did you mean `title`?"),
        ("speakers", SlotRecord, TALK),
        ("online", SlotRecord, REMOTE),
        ("dates", VenueRecord, "write `start` and `end`, the first and the last day"),
        ("hotel", VenueRecord, "did you mean `site`?"),
        ("cancelled", Speaker, "write `status: cancelled`"),
        ("status", SlotRecord, CALLED_OFF),
        ("cancelled", SlotRecord, CALLED_OFF),
        (
            "email",
            Workshop,
            "each edition says who is written to: `contact: workshop@example.org` in edition.yaml",
        ),
        (
            "contacts",
            EditionRecord,
            "write `contact: workshop@example.org`, or the id of an organizer",
        ),
        ("title", OrganizerRecord, "did you mean `role`?"),
        ("role", PersonRecord, f"write it in edition.yaml: {PART}"),
        (
            "affiliation",
            PersonRecord,
            AFFILIATIONS,
        ),
        ("country", PersonRecord, AFFILIATIONS),
        ("country", AuthorRecord, PLACES),
        ("city", Participant, PLACES),
        ("institution", AuthorRecord, "did you mean `affiliation`?"),
        ("room", VenueRecord, "a workshop's room stands in edition.yaml: `room: …`"),
        ("twitter", PersonRecord, "write `links: {x: https://x.com/ada}`"),
        ("linkedin", PersonRecord, "write `links: {linkedin: https://www.linkedin.com/in/ada}`"),
        ("website", PersonRecord, "write `links: {homepage: https://example.org}`"),
        ("social", PersonRecord, "write `links:` and the addresses below it, each after a dash"),
        ("twitter", Links, "write `x`"),
        ("google_scholar", Links, "write `scholar`"),
        (
            "role",
            Participant,
            "write `committees: [{name: Area Chairs, members: [Ada Lovelace]}]` in edition.yaml",
        ),
        ("people", CommitteeRecord, "did you mean `members`?"),
        ("title", CommitteeRecord, "did you mean `name`?"),
        (
            "arxiv",
            PaperRecord,
            "write the address of its PDF, `pdf: https://arxiv.org/pdf/2401.01234`, or its `doi`",
        ),
        (
            "presentation",
            PaperRecord,
            "write `kind: oral`, or what else it is called; slides are `slides: https://…`",
        ),
        (
            "session",
            PaperRecord,
            "when it is presented says program.yaml: `papers: [short-title]` in a slot",
        ),
        ("duration", SlotRecord, "write when it ends: `end: 15:30`"),
    ],
)
def test_a_guessed_key_is_answered_with_what_to_write(key: str, kind: type, hint: str) -> None:
    assert hints(f"{key}: Something\n", kind) == [hint]


@pytest.mark.parametrize(
    ("line", "kind", "hint"),
    [
        (
            "travel_grants: https://example.org/grants\n",
            EditionRecord,
            "write `links: {others: [{label: Travel grants, url: https://example.org/grants}]}`",
        ),
        (
            "challenge: {name: A Challenge, url: https://example.org/task}\n",
            Workshop,
            "write `links: {others: [{label: Challenge, url: https://example.org/task}]}`",
        ),
        (
            "volume: CEUR-WS\n",
            EditionRecord,
            (
                "write `published: CEUR-WS` under `submissions`; the address of the finished "
                "volume is `links: {proceedings: https://example.org/proceedings}`"
            ),
        ),
        (
            "colocated_with: RecSys\n",
            EditionRecord,
            "the conference has a file, venues/NAME.yaml, which edition.yaml names: `venue: NAME`",
        ),
    ],
)
def test_the_value_of_a_key_of_ones_own_decides_what_to_write(
    line: str, kind: type, hint: str
) -> None:
    assert hints(line, kind) == [hint]


def test_nothing_follows_from_an_unknown_key_in_a_record_that_is_short_for_a_list() -> None:
    line = "when: {date: 2027-09-14, start: 09:00, end: 17:00, mode: hybrid}\n"
    node, _ = parse_yaml(EDITION + line, Path("file.yaml"))
    assert node is not None
    found = validate_record(node, EditionRecord)
    assert [diagnostic.message for diagnostic in found.diagnostics] == ["`mode` is no known key"]
    assert found.value is not None
    assert found.value.when[0].date.day == 14


def test_several_kinds_of_papers_under_submissions_are_led_to_tracks() -> None:
    node, _ = parse_yaml(
        "submissions:\n  - {name: Short, pages: 2}\n  - {name: Long, pages: 8}\n", Path("file.yaml")
    )
    assert node is not None
    found = validate_record(node, EditionRecord).diagnostics
    assert "write what differs under `tracks`: `tracks: [{name: Short papers, pages: 4}]`" in [
        diagnostic.hint for diagnostic in found
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Steering committee member", "Steering Committee"),
        ("Senior Area Chairs", "Senior Area Chairs"),
        ("area_chairs2026", "Area Chairs"),
        ("AC", "Area Chairs"),
        ("Senior PC member", "Senior Program Committee"),
        ("Scientific advisors", "Advisory Board"),
        ("Best Paper Award Committee", "Award Committee"),
        ("student volunteer", "Student Volunteers"),
        ("publicity_committee", "Publicity Committee"),
        ("Program Committee", None),
        ("Technical Programme Committee", None),
        ("Scientific Committee", None),
        ("Local Organizing Committee", None),
        ("Committee", None),
        ("PC member", None),
        ("General Chairs", None),
        ("Best Paper Award", None),
    ],
)
def test_words_name_a_committee_beside_the_program_committee(words: str, name: str | None) -> None:
    assert other_committee(words) == name


@pytest.mark.parametrize(
    ("line", "kind", "file"),
    [
        ("faq: faq.md\n", EditionRecord, "pages/faq.md beside this file"),
        ("Travel: By train.\n", EditionRecord, "pages/travel.md beside this file"),
        ("pages: [faq.md]\n", EditionRecord, "pages/faq.md beside this file"),
        ("files: [a.pdf]\n", EditionRecord, "files/ beside this file"),
        ("pages: [faq.md]\n", Workshop, "site/pages/faq.md"),
        ("code_of_conduct: Be kind.\n", Workshop, "site/pages/code-of-conduct.md"),
        ("code_of_conduct: Be kind.\n", EditionRecord, "site/pages/code-of-conduct.md"),
    ],
)
def test_keys_for_pages_and_files_of_ones_own_are_answered_with_the_file_to_write(
    line: str, kind: type, file: str
) -> None:
    (hint,) = hints(line, kind)
    assert file in str(hint)


@pytest.mark.parametrize(
    ("line", "kind", "hint"),
    [
        (
            "parts: [{minutes: 20, papers: [agp], discussants: ada-lovelace}]\n",
            SlotRecord,
            "write it further out, beside `parts`",
        ),
        (
            "links: {leaderboard: https://example.org/l}\n",
            EditionRecord,
            "write `others: [{label: Leaderboard, url: https://example.org/l}]`",
        ),
    ],
)
def test_a_key_in_a_record_within_another_is_led_to_its_place(
    line: str, kind: type, hint: str
) -> None:
    assert hints(line, kind) == [hint]
