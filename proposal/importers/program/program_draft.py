"""Makes a draft of an edition's program of the schedule in an export."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from proposal.importers.draft import Draft, ImportSourceError, Record, SourceDiagnostics, Value
from proposal.importers.how_to_begin import how_to_begin
from proposal.importers.program.known_slots import with_known_slots
from proposal.importers.program.known_works import KnownWorks
from proposal.importers.program.local_hours import KnownEnds, PlacedSession, placed_sessions
from proposal.importers.program.plain_sessions import plain_session
from proposal.importers.program.program_people import ProgramPeople
from proposal.importers.program.scheduled import ScheduledProgram, ScheduledSession
from proposal.importers.program.session_content import SessionContents
from proposal.importers.program.unplaced import listed
from proposal.importers.written_markup import emphasis_left_out
from proposal.model.loading.folder import EditionFiles, Folder
from proposal.model.name_comparison import same_text, words
from proposal.model.records.venue import VenueRecord
from proposal.model.session_kinds import kind_of_session


def edition_to_complete(folder: Folder, edition_id: str) -> tuple[EditionFiles, VenueRecord]:
    """The edition that a schedule is about, and its venue.

    Raises:
        ImportSourceError: there is no such edition.
    """
    files = folder.editions.get(edition_id)
    venue = folder.venues.get(str(files.edition.venue)) if files else None
    if files is None or venue is None:
        raise ImportSourceError(
            f"there is no edition {edition_id} in data/ that this could complete; "
            f"{how_to_begin(folder, edition_id)}, and then this again"
        )
    return files, venue


def draft_of_program(program: ScheduledProgram, folder: Folder, edition_id: str) -> Draft:
    """A draft that completes an edition by a schedule.

    Args:
        program: the schedule in an export.
        folder: the data that exist.
        edition_id: the edition, whose days, papers, talks and people the schedule is compared with.

    Raises:
        ImportSourceError: there is no such edition, nothing of the schedule is on its days, or its
            own program is on others.
    """
    files, venue = edition_to_complete(folder, edition_id)
    _expect_own_days(files)
    diagnostics = SourceDiagnostics(program.diagnostics)
    diagnostics.note("recognized-export", f"recognized as {program.called}")
    if not program.sessions:
        raise ImportSourceError("nothing in this schedule has an hour yet")

    def warn(code: str, message: str, hint: str | None) -> None:
        diagnostics.warn(code, message, None, hint)

    sessions = tuple(plain_session(session, warn) for session in program.sessions)
    if emphasized := [words for session in sessions for words in _emphasized(session)]:
        diagnostics.note("plain-title", emphasis_left_out(emphasized))
    ends = _known_ends(files)
    placed = placed_sessions(sessions, files.edition.when, str(venue.zone), ends, diagnostics)
    reading = _ProgramReading(files, folder, _place_of(venue), diagnostics)
    return reading.draft(placed, is_whole=program.is_whole)


def _expect_own_days(files: EditionFiles) -> None:
    """Refuse a program of the data that is on days that the edition does not have."""
    days = [day.date for day in files.edition.when]
    for slot in files.program:
        if isinstance(slot.day, dt.date):
            is_own = slot.day in days
        else:
            is_own = slot.day is None or 1 <= slot.day <= len(days)
        if not is_own:
            line = f", line {slot.span.line}" if slot.span else ""
            raise ImportSourceError(
                f"program.yaml{line}: the edition has no day {slot.day}; correct it there, or "
                "`when` in edition.yaml, and import again"
            )


def _known_ends(files: EditionFiles) -> KnownEnds:
    """The ends in the program of an edition that are sure, where one part begins at an hour."""
    days = [day.date for day in files.edition.when]
    ends: dict[tuple[int, dt.time], set[dt.time]] = {}
    for slot in files.program:
        day = slot.day if isinstance(slot.day, int) else days.index(slot.day) + 1 if slot.day else 1
        if not (slot.tentative or slot.next_day):
            ends.setdefault((day, slot.start), set()).add(slot.end)
    return {place: found.pop() for place, found in ends.items() if len(found) == 1}


@dataclass(slots=True)
class _ProgramReading:
    files: EditionFiles
    folder: Folder
    place: tuple[str, ...]
    """What calendars write behind each room, the longest first."""
    diagnostics: SourceDiagnostics
    contents: SessionContents = field(init=False)

    def __post_init__(self) -> None:
        people = ProgramPeople(self.folder.people, self.diagnostics)
        works = KnownWorks(self.files, self.folder.people, self.diagnostics)
        published = {
            str(event.uid): event for event in self.files.published if event.calendar == "schedule"
        }
        self.contents = SessionContents(works, people, published, self.diagnostics)

    def draft(self, placed: Sequence[PlacedSession], *, is_whole: bool) -> Draft:
        """The slots of all sessions, with the talks, papers and people that they add."""
        slots = [slot for item in self.without_themes(placed) for slot in self.slots(item)]
        edition: Record = {}
        if room := self.room_of_all(slots):
            edition["room"] = room
            slots = [{key: value for key, value in slot.items() if key != "room"} for slot in slots]
        self.contents.tell()
        if self.contents.speakers:
            edition["speakers"] = list(self.contents.speakers)
        return Draft(
            edition=edition,
            program=with_known_slots(slots, self.files, self.day_name, self.diagnostics),
            has_whole_program=is_whole,
            papers=self.contents.papers,
            people=self.contents.people.new,
            diagnostics=self.diagnostics,
        )

    def without_themes(self, placed: Sequence[PlacedSession]) -> Sequence[PlacedSession]:
        """The sessions without tracks, if these are themes that take place at the same time.

        In the program of an edition slots at the same time differ by their track.
        """
        themes = {
            one.session.track
            for index, one in enumerate(placed)
            for other in placed[index + 1 :]
            if one.session.track and one.session.track == other.session.track
            if other.start < one.end and one.start < other.end
        }
        if not themes:
            return placed
        names = ", ".join(sorted(themes)[:_FEW_THEMES])
        message = f"tracks are left out, since several parts of one are at the same time: {names}"
        hint = "in the program a track is one of several that run side by side; rooms tell them"
        self.diagnostics.note("left-out", message, hint)
        return [
            replace(item, session=replace(item.session, track="", parts=_trackless(item.session)))
            for item in placed
        ]

    def room_of_all(self, slots: Sequence[Record]) -> str:
        """The room in which all takes place, if the edition names none and nothing is parallel."""
        edition = self.files.edition
        rooms = {str(slot["room"]) for slot in slots if "room" in slot}
        begins = [(slot.get("day"), slot["start"]) for slot in slots]
        has_room = edition.room or any(day.room for day in edition.when)
        is_one = len(rooms) == 1 and len(set(begins)) == len(begins)
        return rooms.pop() if is_one and not has_room else ""

    # Slots

    def slots(self, item: PlacedSession) -> list[Record]:
        """The slot of a session; several, where what is in it cannot be its parts."""
        session = item.session
        if not session.parts:
            content = self.contents.content(session)
            return [self.slot(item, content)] if content else []
        if len(session.parts) == 1 and _fills(session.parts[0], session):
            part = session.parts[0]
            inner = replace(
                part,
                start=session.start,
                end=item.end,
                room=part.room or session.room,
                chairs=session.chairs or part.chairs,
                track=part.track or session.track,
            )
            return self.slots(replace(item, session=inner))
        return [self.slot(item, self.session_with_parts(session))]

    def slot(self, item: PlacedSession, content: Record) -> Record:
        """A slot with its hours and its place."""
        session = item.session
        slot: Record = {}
        if len(self.files.edition.when) > 1:
            slot["day"] = self.day_name(item.day)
        slot |= _hours(session)
        if item.end.time() <= item.start.time() and item.end.date() > item.start.date():
            slot["next_day"] = True
        slot |= content
        if room := self.room(session.room, item.day):
            slot["room"] = room
        if session.track:
            slot["track"] = session.track
        if session.chairs:
            chairs = self.contents.people.named(session.chairs)
            slot["chair"] = chairs if len(chairs) > 1 else chairs[0]
        if session.join and session.join not in {str(link.url) for link in self.files.edition.join}:
            slot["join"] = session.join
        return slot if item.is_end_known else {**slot, "tentative": True}

    def day_name(self, number: int) -> Value:
        """A day as the program names it: by its number, or by its date where it has such."""
        date = self.files.edition.when[number - 1].date
        dates = [slot.day for slot in self.files.program if isinstance(slot.day, dt.date)]
        return date.isoformat() if date in dates else number

    def room(self, text: str, day: int) -> str:
        """The room of a session, if it is not that of its day."""
        room = self.without_place(" ".join(text.split()))
        usual = self.files.edition.when[day - 1].room or self.files.edition.room
        if usual and same_text(room, str(usual)):
            return ""
        known = (str(slot.room) for slot in self.files.program if slot.room)
        return next((own for own in known if same_text(room, f"Room {own}")), room)

    def without_place(self, text: str) -> str:
        """A room without what stands behind it of the place of the whole edition."""
        for place in self.place:
            before, found, after = f", {text}".partition(f", {place}")
            if found and len(words(after)) <= _FEW_WORDS:
                return before.removeprefix(", ")
        return text

    # Parts

    def session_with_parts(self, session: ScheduledSession) -> Record:
        """What a slot says of a session with talks in it."""
        contents = [(part, self.contents.content(part)) for part in session.parts]
        contents = [(part, content) for part, content in contents if content]
        self.contents.nameless += [session.title] if session.people else []
        papers = [paper for _, content in contents for paper in _papers_of(content)]
        has_papers = bool(papers) and len(papers) >= sum("papers" in one for _, one in contents)
        said = f"{session.title} {session.kind}"
        kind = kind_of_session(said, has_papers=has_papers)
        slot: Record = {"kind": kind} if kind and kind != "talk" else {}
        slot["title"] = session.title
        if len(contents) == 1 and papers and _has_same_hours(contents[0][0], session):
            return {**slot, "papers": papers}
        if _follow_each_other(session):
            slot["parts"] = [self.part(part, content) for part, content in contents]
            return slot
        others = [part.title for part, content in contents if "papers" not in content]
        if others:
            verb = "is" if len(others) == 1 else "are"
            message = f"{listed(others)} cannot stand in “{session.title}”, and {verb} left out"
            hint = (
                "what is at the same time has no hours of its own; only papers are listed there: "
                "import those first, and then this again"
            )
            self.diagnostics.warn("unscheduled", message, None, hint)
        return {**slot, "papers": papers} if papers else slot

    def part(self, session: ScheduledSession, content: Record) -> Record:
        """A part of a slot, which has hours and says what happens."""
        kept = {key: value for key, value in content.items() if key in _KEYS_OF_PARTS}
        return {**_hours(session), **(kept or {"title": session.title})}


def _hours(session: ScheduledSession) -> Record:
    """When a session begins and ends, with its clock where an hour comes twice: `01:30 MST`."""
    end = session.end or session.start
    return {
        "start": f"{session.start:%H:%M} {session.start_clock}".strip(),
        "end": f"{end:%H:%M} {session.end_clock}".strip(),
    }


def _emphasized(session: ScheduledSession) -> tuple[str, ...]:
    """The emphasized words of the titles of a session and its parts."""
    return sum(map(_emphasized, session.parts), session.emphasized)


def _trackless(session: ScheduledSession) -> tuple[ScheduledSession, ...]:
    return tuple(replace(part, track="") for part in session.parts)


_FEW_THEMES = 3
"""Tracks that a message names."""
_FEW_WORDS = 2
"""Words that may stand behind a place: `, and online`."""
_KEYS_OF_PARTS = {"talk", "papers", "title"}


def _fills(part: ScheduledSession, session: ScheduledSession) -> bool:
    """Whether a part is all of its session, which has no name of its own."""
    return _has_same_hours(part, session) and same_text(part.title, session.title)


def _has_same_hours(part: ScheduledSession, session: ScheduledSession) -> bool:
    return (part.start, part.end) == (session.start, session.end)


def _follow_each_other(session: ScheduledSession) -> bool:
    """Whether parts have an end each, begin behind one another, and lie within the session."""
    reached = session.start
    for part in session.parts:
        if part.end is None or not reached <= part.start < part.end:
            return False
        reached = part.end
    return session.end is not None and reached <= session.end


def _papers_of(content: Mapping[str, Value]) -> list[str]:
    papers = content.get("papers", ())
    return [str(name) for name in papers] if isinstance(papers, list) else []


def _place_of(venue: VenueRecord) -> tuple[str, ...]:
    """What calendars write behind a room, the longest first: `Example Hall, Lisbon, Portugal`."""
    places = []
    for area in ((venue.city, venue.state, venue.country), (venue.city, venue.country)):
        parts = [str(part) for part in (venue.site, venue.address, *area) if part]
        places += [", ".join(parts[index:]) for index in range(len(parts))]
        places += [", ".join(parts[index:-1]) for index in range(len(parts) - 1)]
    return tuple(sorted(set(places), key=len, reverse=True))
