"""Which keys of the data the next edition has, too: one table, in which every key stands.

A key that is new fails here until somebody decides what becomes of it.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from enum import Enum, auto
from typing import Any

import pytest

from proposal.model.data_writer import load
from proposal.model.deadline_kinds import DEADLINE_NAMES
from proposal.model.record import Record
from proposal.model.records.call import WorkshopCall
from proposal.model.records.committee_record import CommitteeRecord
from proposal.model.records.dates_record import DatesRecord, DeadlineRecord, OtherDeadlineRecord
from proposal.model.records.document_record import DocumentRecord
from proposal.model.records.edition_record import (
    AudienceRecord,
    ConceptRecord,
    EditionRecord,
    OrganizerRecord,
)
from proposal.model.records.form_record import FormAnswerRecord
from proposal.model.records.link_records import EditionLinks
from proposal.model.records.paper import Participant
from proposal.model.records.picture_record import PictureRecord
from proposal.model.records.program import PartRecord, SlotRecord
from proposal.model.records.submissions_record import (
    LengthRange,
    PublicationRecord,
    SubmissionsRecord,
    TrackRecord,
)
from proposal.model.records.venue import VenueRecord
from proposal.model.records.when_record import WhenRecord
from proposal.model.reference.key_reference import keys_of
from tests.workspace import Workspace


class Fate(Enum):
    """What becomes of a key in the next edition."""

    SAME = auto()
    """It says the same; of records, see the table of their own keys."""
    ANOTHER = auto()
    """It says something that was worked out: a day of the next year."""
    MARKED = auto()
    """It says that the record is to be confirmed."""
    EMPTY = auto()
    """It holds nothing, for the organizers to fill in."""
    LEFT_OUT = auto()
    """It is not there: it was true of one edition alone."""


SAME, ANOTHER, MARKED, EMPTY, LEFT_OUT = Fate

TERMS: dict[str, Fate] = {
    "url": LEFT_OUT,
    "system": SAME,
    "pages": SAME,
    "words": SAME,
    "excludes": SAME,
    "review": SAME,
    "archival": SAME,
    "published": SAME,
    "special_issue": LEFT_OUT,
    "format": SAME,
    "template": SAME,
    "policy": SAME,
}
"""What holds for papers, of all tracks and of one alike."""

FATES: dict[type[Record], dict[str, Fate]] = {
    EditionRecord: {
        "ordinal": ANOTHER,
        "name": SAME,
        "acronym": SAME,
        "short_title": SAME,
        "venue": ANOTHER,
        "when": SAME,
        "room": LEFT_OUT,
        "language": SAME,
        "attendance": SAME,
        "by_invitation": SAME,
        "speaker_headings": SAME,
        "join": LEFT_OUT,
        "status": LEFT_OUT,
        "status_note": LEFT_OUT,
        "news": LEFT_OUT,
        "photos": LEFT_OUT,
        "organizers": SAME,
        "contact": SAME,
        "links": SAME,
        "abstract": SAME,
        "keywords": SAME,
        "topics": SAME,
        "ccs": SAME,
        "speakers": EMPTY,
        "dates": SAME,
        "submissions": SAME,
        "committee": EMPTY,
        "committees": SAME,
        "audience": SAME,
        "fees": LEFT_OUT,
        "sponsors": LEFT_OUT,
        "sponsor_levels": SAME,
        "logo": SAME,
        "logo_dark": SAME,
        "picture": SAME,
        "outcome": LEFT_OUT,
        "documents": SAME,
        "proceedings": LEFT_OUT,
        "form": SAME,
    },
    WhenRecord: {
        "date": ANOTHER,
        "start": SAME,
        "end": SAME,
        "next_day": SAME,
        "room": LEFT_OUT,
        "elsewhere": LEFT_OUT,
        "attendance": SAME,
        "zone": LEFT_OUT,
        "join": LEFT_OUT,
        "tentative": MARKED,
    },
    OrganizerRecord: {"person": SAME, "role": SAME, "corresponding": SAME, "equal": SAME},
    EditionLinks: {
        "registration": LEFT_OUT,
        "stream": LEFT_OUT,
        "recordings": LEFT_OUT,
        "proceedings": LEFT_OUT,
        "code_of_conduct": SAME,
        "mailing_list": SAME,
        "chat": SAME,
        "mastodon": SAME,
        "bluesky": SAME,
        "x": SAME,
        "linkedin": SAME,
        "facebook": SAME,
        "instagram": SAME,
        "youtube": SAME,
        "repository": SAME,
        "others": LEFT_OUT,
    },
    ConceptRecord: {"concept": SAME, "id": SAME, "significance": SAME},
    DatesRecord: dict.fromkeys(DEADLINE_NAMES, SAME),
    DeadlineRecord: {
        "date": ANOTHER,
        "time": SAME,
        "was": LEFT_OUT,
        "zone": SAME,
        "label": SAME,
        "opens": SAME,
        "tentative": MARKED,
        "track": SAME,
    },
    OtherDeadlineRecord: {
        "date": ANOTHER,
        "time": SAME,
        "was": LEFT_OUT,
        "zone": SAME,
        "label": SAME,
        "opens": SAME,
        "tentative": MARKED,
        "track": SAME,
        "kind": SAME,
    },
    SubmissionsRecord: {
        **TERMS,
        "call": SAME,
        "tracks": SAME,
        "tentative": MARKED,
    },
    TrackRecord: {
        **TERMS,
        "name": SAME,
        "id": SAME,
    },
    LengthRange: {"min": SAME, "max": SAME},
    PublicationRecord: {"name": SAME, "url": LEFT_OUT},
    PictureRecord: {"file": SAME, "alt": SAME, "credit": SAME},
    CommitteeRecord: {"name": SAME, "members": SAME},
    Participant: {
        "person": SAME,
        "name": SAME,
        "family_name": SAME,
        "affiliation": SAME,
        "pronouns": SAME,
    },
    AudienceRecord: {"expected": SAME, "tentative": MARKED},
    DocumentRecord: {
        "text": SAME,
        "title": SAME,
        "short_title": SAME,
        "subtitle": SAME,
        "format": SAME,
        "variant": SAME,
        "accessible": SAME,
        "rights": LEFT_OUT,
        "first_page": LEFT_OUT,
        "short_authors": SAME,
        "authors_per_row": SAME,
        "acm_reference": SAME,
        "native_names": SAME,
        "page_numbers": SAME,
        "public": LEFT_OUT,
        "acknowledgments": SAME,
        "answers": SAME,
    },
    FormAnswerRecord: {"text": SAME, "chosen": SAME, "section": SAME},
    SlotRecord: {
        "start": SAME,
        "end": SAME,
        "next_day": SAME,
        "day": SAME,
        "kind": SAME,
        "title": SAME,
        "question": LEFT_OUT,
        "talk": LEFT_OUT,
        "papers": LEFT_OUT,
        "parts": ANOTHER,
        "room": SAME,
        "elsewhere": LEFT_OUT,
        "attendance": SAME,
        "track": SAME,
        "join": LEFT_OUT,
        "chair": LEFT_OUT,
        "moderator": LEFT_OUT,
        "discussants": LEFT_OUT,
        "panelists": LEFT_OUT,
        "tentative": MARKED,
    },
    PartRecord: {
        "start": SAME,
        "end": LEFT_OUT,
        "minutes": SAME,
        "title": SAME,
        "talk": LEFT_OUT,
        "papers": LEFT_OUT,
    },
    VenueRecord: {
        "series": SAME,
        "name": ANOTHER,
        "acronym": ANOTHER,
        "together_with": LEFT_OUT,  # whether they meet again is another question
        "start": ANOTHER,
        "end": ANOTHER,
        "host": LEFT_OUT,  # a conference has none, and a place alone keeps its own
        "site": LEFT_OUT,
        "address": LEFT_OUT,
        "map": LEFT_OUT,
        "city": SAME,
        "state": SAME,
        "country": SAME,
        "zone": SAME,
        "url": LEFT_OUT,
        "proceedings": ANOTHER,
        "proceedings_acronym": ANOTHER,
        "tentative": MARKED,
        "call": SAME,
    },
    WorkshopCall: {
        "latest_known": ANOTHER,
        "name": LEFT_OUT,
        "url": LEFT_OUT,
        "partial": LEFT_OUT,
        "documents": LEFT_OUT,
        "form": LEFT_OUT,
        "on_acceptance": LEFT_OUT,
    },
}
"""What becomes of each key of the records that the next edition has; its papers are none yet."""

CARRIED = (EditionRecord, SlotRecord, VenueRecord)
"""The records of the files that `proposal new` makes of earlier ones."""


def directly_in(hint: Any) -> Iterator[type[Record]]:
    """The records of a key's value, without those under their keys."""
    if isinstance(hint, type) and issubclass(hint, Record):
        yield hint
    for part in typing.get_args(hint):
        yield from directly_in(part)


def reached(record: type[Record], known: set[type[Record]]) -> set[type[Record]]:
    """A record, and those that stand under its keys that go on."""
    if record in known:
        return known
    known.add(record)
    for name, _, hint in keys_of(record):
        if FATES.get(record, {}).get(name) not in {LEFT_OUT, EMPTY}:
            for part in directly_in(hint):
                reached(part, known)
    if record.record_of_others:
        reached(record.record_of_others, known)
    return known


def test_somebody_has_decided_on_every_key() -> None:
    records: set[type[Record]] = set()
    for carried in CARRIED:
        reached(carried, records)
    assert records == set(FATES)
    for record, fates in FATES.items():
        assert set(fates) == set(record.model_fields), record.__name__


def test_an_editions_own_pictures_are_kept_and_said_to_be_looked_at(engines: Workspace) -> None:
    finished = engines.run("new", "2028", "--from", "2027", "--venue", "exc-2028")
    said = " ".join(finished.output.split())
    assert "The edition's own `logo` and `picture` were kept; see whether they fit" in said


Met = set[tuple[type[Record], str]]
"""The keys that were set in what was compared."""


def compare(old: Record, new: Record, where: str, met: Met) -> Iterator[str]:
    """What has not become of a record what the table says, each as the way to the value."""
    for name, fate in FATES[type(old)].items():
        place = f"{where}.{name}"
        is_set = name in new.model_fields_set
        was_set = name in old.model_fields_set
        if was_set:
            met.add((type(old), name))
        before, after = getattr(old, name), getattr(new, name)
        is_wrong = {
            LEFT_OUT: is_set,
            EMPTY: bool(after) or not is_set,
            MARKED: after is not True,
            ANOTHER: was_set and after in (before, None),
            SAME: False,
        }
        if is_wrong[fate]:
            yield place
        elif fate is SAME and was_set:
            yield from compare_values(before, after, place, met)
    for name, before in (old.model_extra or {}).items():
        yield from compare_values(before, (new.model_extra or {})[name], f"{where}.{name}", met)


def compare_values(old: Any, new: Any, where: str, met: Met) -> Iterator[str]:
    if isinstance(old, Record) and isinstance(new, Record):
        yield from compare(old, new, where, met)
    elif isinstance(old, list) and len(old) == len(new) and any(isinstance(x, Record) for x in old):
        for index, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from compare_values(before, after, f"{where}[{index}]", met)
    elif isinstance(old, dict):
        for key in old:
            yield from compare_values(old[key], new[key], f"{where}.{key}", met)
    elif old != new:
        yield where


@pytest.fixture
def next_year(engines: Workspace) -> Workspace:
    # Its own call is one for papers.
    called = "submissions:\n  call: Call for Engines\n"
    engines.replace("editions/2027/edition.yaml", "submissions:\n", called)
    finished = engines.run("new", "2028", "--from", "2027", "--venue", "exc-2028")
    assert finished.code == 0, finished.output + finished.errors
    return engines


def test_every_key_becomes_what_was_decided(next_year: Workspace) -> None:
    folder = next_year.read()
    old, new = folder.editions["2027"], folder.editions["2028"]
    met: Met = set()
    assert list(compare(old.edition, new.edition, "edition", met)) == []
    assert list(compare(folder.venues["exc-2027"], folder.venues["exc-2028"], "venue", met)) == []
    assert new.papers == []
    assert len(new.program) == len(old.program)
    for number, (before, after) in enumerate(zip(old.program, new.program, strict=True), start=1):
        assert list(compare(before, after, f"slot {number}", met)) == []
        parts = {part.title: part for part in before.parts if part.title}
        assert list(parts) == [part.title for part in after.parts]
        for title, part in {part.title: part for part in after.parts if part.title}.items():
            assert list(compare(parts[title], part, f"part {title}", met)) == []
    unset = [
        f"{record.__name__}.{name}"
        for record, fates in FATES.items()
        for name, fate in fates.items()
        if fate in {SAME, ANOTHER} and (record, name) not in met
    ]
    assert not unset, f"{unset} tests/fixtures/careful_engines does not set these keys"


def lines_of_program(workspace: Workspace) -> list[dict[str, Any]]:
    text = (workspace.data / "editions/2028/program.yaml").read_text(encoding="utf-8")
    slots: list[dict[str, Any]] = load(text)
    return slots


def test_slots_without_talks_and_papers_say_what_these_made_of_them(engines: Workspace) -> None:
    edition, program = "editions/2027/edition.yaml", "editions/2027/program.yaml"
    engines.replace(program, "- {day: 2, start: 09:00", "- {day: 2027-02-26, start: 09:00")
    engines.replace(program, "start: 16:40, minutes: 20, title", "minutes: 15, title")
    engines.replace(program, "day: 2, start: 12:50", "day: 2, start: 12:55")
    engines.replace(
        program,
        "- {day: 2, start: 11:00, end: 12:50, kind",
        "- {day: 2, start: 12:50, end: 12:55, talk: alan-turing-2}\n"
        "- {day: 2, start: 11:00, end: 12:50, kind",
    )
    engines.replace(
        edition,
        "  - person: emmy-noether\n",
        "  - {person: alan-turing, id: alan-turing-2, role: talk, status: confirmed}\n"
        "  - person: emmy-noether\n",
    )
    finished = engines.run("new", "2028", "--from", "2027", "--venue", "exc-2028")
    assert finished.code == 0, finished.output
    slots = lines_of_program(engines)
    said = [
        (slot["day"], slot.get("kind"), slot.get("title"), slot.get("track")) for slot in slots[1:]
    ]
    assert said == [
        (1, "talk", "Keynote", None),
        (1, "break", "Coffee break", None),
        (1, "papers", "Oral Session 1", "A"),
        (1, None, "Town Hall", "B"),
        (1, "papers", None, "B"),
        (1, "social", "Night of Engines", None),
        (2, "tutorial", None, None),
        (2, "panel", "Engines Tomorrow", None),
        (2, "talk", None, None),
        (2, "posters", None, None),
        (2, "closing", None, None),
    ]
    assert slots[3]["parts"] == [{"start": "16:40", "minutes": 15, "title": "Questions"}]
    assert engines.run("build", "2028", "--only", "site").code == 0


@pytest.mark.parametrize("title", ["Careful Engines 2027", "WCE '27", "2nd Workshop on Engines"])
def test_titles_of_one_year_are_left_out(engines: Workspace, title: str) -> None:
    edition = "editions/2027/edition.yaml"
    engines.replace(edition, "short_title: Careful Engines", f'short_title: "{title}"')
    engines.replace(edition, "    subtitle: A Workshop Proposal", f'    subtitle: "{title}"')
    finished = engines.run("new", "2028", "--from", "2027", "--venue", "exc-2028")
    assert finished.code == 0, finished.output
    new = engines.read().editions["2028"].edition
    assert (new.short_title, new.documents["proposal"].subtitle) == (None, None)
    assert new.documents["proposal"].title == "Careful Engines"
