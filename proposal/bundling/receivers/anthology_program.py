"""Writes the talks, the panels and the schedule of an edition as aclpub2 has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from proposal.bundling.receivers.bundled_volume import BundledVolume, in_words
from proposal.bundling.receivers.latex_forms import UNICODE_LATEX
from proposal.bundling.receivers.text_forms import written_line, written_statement
from proposal.edition.participants import Person
from proposal.edition.schedule import Paper, Slot, Talk
from proposal.edition.wording import clock

Record = dict[str, Any]


_PREFIXES = {"talk": "Invited Talk", "tutorial": "Tutorial"}
"""What stands over a talk that is no keynote, as which aclpub2 takes it without that."""


def invited_talks(volume: BundledVolume) -> tuple[list[Record], dict[str, str]]:
    """The talks of all who have agreed, and the texts that the list names, by file."""
    texts: dict[str, str] = {}
    talks = [talk for talk in volume.edition.speakers if talk.is_confirmed and not talk.is_seat]
    return [_talk(volume, talk, texts) for talk in talks], texts


def _talk(volume: BundledVolume, talk: Talk, texts: dict[str, str]) -> Record:
    slot = volume.edition.slot_of(talk)
    record: Record = {
        "speaker_name": "; ".join(in_words(person.name) for person in talk.people),
        "institution": "; ".join(in_words(person.affiliation or "") for person in talk.people),
        "title": written_line(talk.title, UNICODE_LATEX) if talk.title else "",
        "location": in_words(slot.room or "") if slot else "",
        "custom_prefix": in_words(talk.role_title or _PREFIXES.get(talk.role, "")),
    }
    record |= _printed_times(slot) if slot else {}
    if talk.abstract is not None:
        record["abstract_file"] = f"{talk.id}.tex"
        texts[f"invited_talks/{talk.id}.tex"] = written_statement(talk.abstract, UNICODE_LATEX)
    if talk.person.biography is not None and not talk.others:
        record["bio_file"] = f"{talk.id}-bio.tex"
        biography = written_statement(talk.person.biography, UNICODE_LATEX)
        texts[f"invited_talks/{talk.id}-bio.tex"] = biography
    return {key: value for key, value in record.items() if value.strip("; ")}


def panels(volume: BundledVolume) -> tuple[list[Record], dict[str, str]]:
    """The panels with those who sit on them, and the texts that the list names, by file."""
    texts: dict[str, str] = {}
    found: list[Record] = []
    for slot in volume.edition.panel_slots:
        seats = [seat for seat in slot.seats or volume.edition.panel if seat.is_confirmed]
        people = {
            key: [
                _seat(person, texts)
                for seat in seats
                if seat.role == role
                for person in seat.people
            ]
            for key, role in (("moderators", "moderator"), ("panelists", "panelist"))
        }
        listed = {key: members for key, members in people.items() if members}
        if listed:
            record: Record = {"title": written_line(slot.title, UNICODE_LATEX)}
            record |= _printed_times(slot)
            if slot.room:
                record["location"] = in_words(slot.room)
            if slot.question:
                record["abstract_file"] = f"panel{len(found) + 1}.tex"
                question = written_line(slot.question, UNICODE_LATEX)
                texts[f"panels/panel{len(found) + 1}.tex"] = question
            found.append(record | listed)
    return found, texts


def _seat(person: Person, texts: dict[str, str]) -> Record:
    record = {"name": in_words(person.name)}
    if person.affiliation:
        record["institution"] = in_words(person.affiliation)
    if person.biography is not None:
        record["bio_file"] = f"{person.file_name}-bio.tex"
        text = written_statement(person.biography, UNICODE_LATEX)
        texts[f"panels/{person.file_name}-bio.tex"] = text
    return record


def program(volume: BundledVolume) -> list[Record]:
    """The schedule: sessions with their times, and the papers in them by their numbers."""
    numbers = {paper.paper.id: paper.number for paper in volume.papers}
    return [_session(slot, numbers) for slot in volume.edition.schedule]


def _session(slot: Slot, numbers: dict[str, int]) -> Record:
    record: Record = {"title": _title(slot), **_times(slot)}
    if slot.room:
        record["location"] = in_words(slot.room)
    if slot.chair:
        record["chair"] = "; ".join(in_words(person.name) for person in slot.chair)
    parts = [part for part in slot.parts if _in_volume(part.papers, numbers)]
    if parts and all(len(part.papers) == 1 for part in slot.parts):
        timed = ((paper, part) for part in parts for paper in part.papers)
        record["papers"] = [{"id": numbers[paper.id], **_times(part)} for paper, part in timed]
    elif slot.parts:
        record["subsessions"] = [_session(part, numbers) for part in slot.parts]
    elif slot.papers:
        record["papers"] = list(_papers(slot.papers, numbers))
    return record


def _in_volume(papers: tuple[Paper, ...], numbers: dict[str, int]) -> tuple[Paper, ...]:
    """The papers that have a number; what is not archival is none of aclpub2's papers."""
    return tuple(paper for paper in papers if paper.id in numbers)


def _papers(papers: tuple[Paper, ...], numbers: dict[str, int]) -> Iterator[Record]:
    for paper in _in_volume(papers, numbers):
        record: Record = {"id": numbers[paper.id]}
        if paper.presenters:
            record["speaker"] = "; ".join(in_words(person.name) for person in paper.presenters)
        yield record


def _title(slot: Slot) -> str:
    """The title of a session, by which its talk is found, too."""
    title = written_line(slot.title, UNICODE_LATEX)
    if slot.talk is None:
        titles = (written_line(paper.title, UNICODE_LATEX) for paper in slot.papers)
        return title or "; ".join(titles)
    names = "; ".join(in_words(person.name) for person in slot.talk.people)
    return f"{title}: {names}" if title else names


def _times(slot: Slot) -> Record:
    return {"start_time": _local(slot.start), "end_time": _local(slot.end)}


def _printed_times(slot: Slot) -> Record:
    """Day and hours as aclpub2 prints them: `Mon, March 18, 2024`, `09:00 -- 10:00`."""
    start, end = _local(slot.start), _local(slot.end)
    day = f"{start:%a}, {start:%B} {start.day}, {start.year}"
    return {"date": day, "time": f"{clock(start.time())} -- {clock(end.time())}"}


def _local(moment: dt.datetime) -> dt.datetime:
    """A time as clocks in the venue show it."""
    return moment.replace(tzinfo=None)
