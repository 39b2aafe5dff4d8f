"""Reads an aclpub2 folder: the event, its people, talks, papers and schedule.

The format is that of https://github.com/rycolab/aclpub2. It tells less than an edition needs;
what is assumed for the rest is told, and gives way to what the data say already.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from msgspec import Struct, field

from proposal.importers.aclpub2.people_reader import Aclpub2People
from proposal.importers.aclpub2.program_reader import Aclpub2Papers, Aclpub2Program
from proposal.importers.aclpub2.source_files import Aclpub2Files, items_of, text_of
from proposal.importers.draft import (
    Draft,
    DraftPerson,
    ImportSourceError,
    Placeholder,
    Record,
    Value,
)
from proposal.importers.markdown_text import document_prose_of, statement_of
from proposal.importers.stand_ins import UNKNOWN_END, UNKNOWN_START
from proposal.model.data_writer import wrapped
from proposal.model.edition_id import year_of_id
from proposal.reading.conferences import read_host
from proposal.reading.places import Place, how_to_name_zone, read_place, spelled_out, work_out_zone
from proposal.reading.workshop_titles import WorkshopTitle, read_title
from proposal.source.yaml import Node

_SHORTEST_ABSTRACT = 25
"""Words; a shorter paragraph of a preface is a greeting."""


def read_aclpub2(source: Path, edition_id: str) -> Draft:
    """Read an aclpub2 folder.

    Raises:
        ImportSourceError: it is no such folder, or a file of it cannot be read.
    """
    if not source.is_dir():
        raise ImportSourceError(f"{source} is no folder; an aclpub2 folder was expected")
    files = Aclpub2Files(source)
    details = files.node("conference_details")
    if details is None or not isinstance(details.value, dict):
        raise ImportSourceError(
            f"{source} has no conference_details.yml, with which an aclpub2 folder begins"
        )
    return _EventReader(files, details, year_of_id(edition_id)).draft()


class _EventReader(Struct):
    files: Aclpub2Files
    details: Node
    year: int
    edition: Record = field(default_factory=dict)

    def draft(self) -> Draft:
        title = self.title()
        people, papers = Aclpub2People(self.files), Aclpub2Papers(self.files)
        organizers = people.organizers() or self.editors(people)
        talks = people.talks()
        papers.read()
        panels = people.panels()
        program = Aclpub2Program(self.files, people, talks, papers, panels)
        program.read()
        talks += [seat for panel in panels for seat in panel.seats]
        preface = self.preface()
        self.edition["ordinal"] = str(title.ordinal) if title.ordinal else self.first()
        self.edition["when"] = self.when(program)
        self.edition["room"] = program.room
        self.edition["organizers"] = people.entries(organizers)
        self.edition["abstract"] = self.abstract(preface, title)
        self.edition["speakers"] = [talk.record for talk in talks]
        self.edition["committee"] = list(people.committee(organizers))
        self.edition["committees"] = [
            {"name": name, "members": members}
            for name, members in people.committees.items()
            if members
        ]
        self.warn_left_out()
        return Draft(
            workshop={"name": title.name, **({"acronym": title.acronym} if title.acronym else {})},
            venue=self.venue(title),
            edition={key: value for key, value in self.edition.items() if value},
            program=program.slots,
            papers=papers.records,
            people=people.everybody,
            texts={"overview.md": Placeholder(wrapped(document_prose_of(preface)))}
            if preface
            else {},
            diagnostics=self.files.diagnostics,
        )

    def warn(self, code: str, message: str, key: str | None, hint: str | None = None) -> None:
        """Add a warning about a value of conference_details.yml, or on what is not there."""
        self.files.warn(code, message, self.details.keys.get(key or "") or self.details.span, hint)

    # The event

    def title(self) -> WorkshopTitle:
        """The series' name, its ordinal and its acronym."""
        event = _PROCEEDINGS.sub("", text_of(self.details, "event_name", "name"))
        book = _PROCEEDINGS.sub("", text_of(self.details, "book_title"))
        if not event and not book:
            raise ImportSourceError(f"{self.details.span}: event_name is missing")
        first, second = read_title(_without_host(event or book)), read_title(_without_host(book))
        short = text_of(self.details, "anthology_venue_id", "abbreviation", "acronym")
        acronym = re.sub(r"[^\w-]", "", first.acronym or second.acronym or short)
        return WorkshopTitle(
            first.name, first.ordinal or second.ordinal, acronym or None, self.year
        )

    def first(self) -> Placeholder:
        message = "the title does not say which edition of the series this is"
        self.warn("to-confirm", message, "event_name", "correct `ordinal` in edition.yaml")
        return Placeholder("1")

    def when(self, program: Aclpub2Program) -> Value:
        """The days and their hours: the schedule's, or the first day of the event."""
        if program.days:
            days = [day.record for day in program.days]
            return days if len(days) > 1 else days[0]
        start_day, end_day = (self.day(key).isoformat() for key in ("start_date", "end_date"))
        message = "program.yml does not say the hours; 9:00 to 17:00 stand in"
        if start_day != end_day:
            message += f", of the first of the days from {start_day} to {end_day}"
        self.warn("to-confirm", message, "start_date", "correct `when` in edition.yaml")
        return {"date": start_day, "start": UNKNOWN_START, "end": UNKNOWN_END}

    def day(self, key: str) -> dt.date:
        text = text_of(self.details, key)
        try:
            return dt.date.fromisoformat(text[:10])
        except ValueError:
            span = self.details.keys.get(key) or self.details.span
            raise ImportSourceError(
                f"{span}: {key} is no date such as 2026-02-26: {text or 'it is missing'}"
            ) from None

    def venue(self, title: WorkshopTitle) -> Record:
        """The host conference as far as the folder tells of it: its days and its place."""
        start, end = self.day("start_date"), self.day("end_date")
        place = self.place()
        noon = dt.datetime.combine(start, dt.time(12))
        clock = work_out_zone(place, None, noon)
        if clock is None:
            message = f"which time zone {place.city}, {place.country} is in is not known"
            self.warn("unknown-zone", message, "location", how_to_name_zone(place, noon))
        record: Record = {
            **self.host(title),
            "start": Placeholder(start.isoformat()),  # of the event, which may be one day of it
            "end": Placeholder(end.isoformat()),
            "city": place.city,
            "state": place.state or "",
            "country": place.country,
            "zone": Placeholder(clock.zone) if clock else "",
        }
        return {key: value for key, value in record.items() if value}

    def place(self) -> Place:
        text = text_of(self.details, "location")
        place = read_place(text)
        if place is not None:
            return spelled_out(place)
        message = f"`{text}` does not name city and country"
        self.warn("to-confirm", message, "location", "correct both in the venue's file")
        return Place(Placeholder(text or "Online"), None, Placeholder("Online"))

    def host(self, title: WorkshopTitle) -> Record:
        """Name and acronym of the host conference, or of the event where it is not told."""
        whole = " ".join(text_of(self.details, key) for key in ("event_name", "book_title"))
        if match := _HOST.search(whole):
            host = read_host(match[1], self.year)
            return {
                "series": Placeholder(host.series),
                "name": Placeholder(host.full_name or host.series),
                "acronym": Placeholder(host.acronym),
            }
        message = "the folder does not name the host conference; the event's own name stands in"
        hint = "correct series, name and acronym in the venue's file"
        self.warn("to-confirm", message, "event_name", hint)
        series = title.acronym or "Venue"
        return {
            "series": Placeholder(series),
            "name": Placeholder(title.name),
            "acronym": Placeholder(f"{series} '{self.year % 100:02}"),
        }

    def editors(self, people: Aclpub2People) -> list[DraftPerson]:
        """The editors of the volume, where no organizing committee is told."""
        message = "organizing_committee.yml names nobody; the editors are taken for organizers"
        self.warn("to-confirm", message, "editors")
        editors = (people.person(editor, "name") for editor in items_of(self.details, "editors"))
        found = [person for person in editors if person is not None]
        if not found:
            raise ImportSourceError(f"{self.files.folder} names neither organizers nor editors")
        return found

    # Prose

    def preface(self) -> str:
        """The text of the first preface."""
        for entry in self.files.entries("prefaces"):
            text = self.files.latex_file("prefaces", entry.child("file"))
            if text:
                return text
        return ""

    def abstract(self, preface: str, title: WorkshopTitle) -> str:
        for paragraph in re.split(r"\n\s*\n", preface):
            if len(paragraph.split()) >= _SHORTEST_ABSTRACT:
                message = "the folder has no abstract; a paragraph of the preface stands in"
                self.warn("to-confirm", message, None, "write an abstract into edition.yaml")
                return Placeholder(statement_of(paragraph))
        message = "the folder has no abstract; a sentence stands in"
        self.warn("to-confirm", message, None, "write an abstract into edition.yaml")
        return Placeholder(statement_of(f"This is the {self.year} edition of the {title.name}."))

    def warn_left_out(self) -> None:
        sponsors = self.files.entries("sponsors")
        if sponsors:
            message = "sponsors.yml names pictures and no sponsors; it is left out"
            self.files.warn("no-names", message, sponsors[0].span, "add `sponsors` by hand")


_PROCEEDINGS = re.compile(r"^proceedings of (?:the )?", re.IGNORECASE)
"""`Proceedings of the Third Workshop on Careful Engines`"""
_BESIDE = r"(?:\bat\b|@|co-?located with|in conjunction with)"
_HOST = re.compile(rf"{_BESIDE}\s+(?:the\s+)?([A-Z][\w*-]+(?:[ ']+\d{{2,4}})?)")
"""Examples: `… at EMNLP 2025`, `co-located with the ACL`."""


def _without_host(title: str) -> str:
    """A title without the conference beside which the workshop is held."""
    return re.sub(rf",?\s*\(?{_HOST.pattern}\)?\s*$", "", title)
