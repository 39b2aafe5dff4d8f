"""Makes calendar files (RFC 5545) of the schedule, of each talk, and of the deadlines.

The same data make the same bytes on any day: what a calendar calls the time of its making is
the beginning of the workshop's day, and of an event that has changed some minutes later. An
event keeps its identifier when anything about it changes, and gets a higher sequence number, so
that whoever takes in a newer file has the event moved and not doubled; one that is taken out of
the schedule stays as cancelled. `render.versions` tells which event is which.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText, vUri
from msgspec import Struct
from msgspec.structs import replace

from proposal.clocks import is_repeated
from proposal.edition import wording
from proposal.edition.deadlines import Deadline
from proposal.edition.edition import Edition, open_points, status_word
from proposal.edition.joining import ONLINE, JoinLink
from proposal.edition.participants import Person
from proposal.edition.public import public
from proposal.edition.schedule import Paper, Slot, Talk
from proposal.edition.when import WorkshopDay
from proposal.edition.whereabouts import whereabouts
from proposal.model.deadline_kinds import EARLY_REGISTRATION, REGISTRATION_KINDS, WORKSHOP
from proposal.model.fields import AOE
from proposal.model.records.published_events import CalendarEvent, EventStatus
from proposal.model.session_kinds import PAUSES
from proposal.render.calendar_lines import (
    WrittenEvent,
    digest_of,
    lines_of,
    with_parts,
    with_version,
)
from proposal.render.calendar_zones import zone_lines
from proposal.render.plain import plain_line, plain_statement
from proposal.render.rendered_files import DIGEST_PLACE, with_digest
from proposal.render.session_lines import in_calendars
from proposal.render.versions import STAMP, EventIdentity, names_of, recognized, version_of
from proposal.source.text import Prose
from proposal.words.fixed import Fixed
from proposal.words.language import ENGLISH, Language


class Calendars(Struct, frozen=True):
    """The calendar files of an edition, and what is to be remembered of them."""

    files: dict[str, bytes]
    """The files by name."""
    events: tuple[CalendarEvent, ...]
    """What calendars know when they have taken in these files."""


def calendars(edition: Edition, page: str | None = None) -> Calendars:
    """The calendar files of an edition, and what the next build must know of them.

    `schedule.ics` holds the schedule, or the whole workshop as long as there is none;
    `dates.ics` the days that authors must know; `talk-ID.ics` one keynote or invited talk.

    Args:
        edition: the resolved edition, with what calendars have been told of it so far.
        page: the address of the edition's page; the series' home page if it is not known.
    """
    edition = public(edition)
    rendering = _CalendarRendering(edition, page or edition.url)
    planned = [*rendering.program(), *rendering.dates()]
    known = recognized([plan.part for plan in planned], edition.published)
    made = rendering.versioned(planned, known)
    kept = {event.uid for event in known if event is not None}
    made += [
        rendering.cancelled(event)
        for event in edition.published
        if event.uid not in kept and event.status != "TENTATIVE"
    ]
    files = {
        "schedule.ics": rendering.file(rendering.brand, _of(made, "schedule")),
        "dates.ics": rendering.file(rendering.name_of_dates, _of(made, "dates")),
    }
    for talk in dict.fromkeys(item.known.talk for item in made):
        its_events = [item.event for item in made if item.known.talk == talk]
        if talk is not None and its_events:
            files[f"talk-{talk}.ics"] = rendering.file(rendering.brand, its_events)
    return Calendars(files, tuple(item.known for item in made))


class _Planned(Struct, frozen=True):
    """An event before it is known which version of it this is."""

    part: EventIdentity
    event: Event
    """The event without identifier and version."""
    status: EventStatus


class _Made(Struct, frozen=True):
    """An event of a file, and what is to be remembered of it."""

    event: WrittenEvent
    known: CalendarEvent


def _of(made: Iterable[_Made], calendar: str) -> list[WrittenEvent]:
    return [item.event for item in made if item.known.calendar == calendar]


class _CalendarRendering(Struct, frozen=True):
    edition: Edition
    page: str | None

    @property
    def brand(self) -> str:
        return self.edition.distinct_name

    @property
    def language(self) -> Language:
        return self.edition.language

    @property
    def name_of_dates(self) -> str:
        """What calendars call the file of all deadlines."""
        return self.language.gettext("%(name)s dates", name=self.brand)

    def file(self, name: str, events: Sequence[WrittenEvent]) -> bytes:
        """A file with some events, and with what their time zone means."""
        calendar = Calendar()
        tag = self.edition.language.tag.upper()
        calendar.add("prodid", f"-//proposal//Workshop calendars//{tag}")
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")
        calendar.add("x-data-digest", DIGEST_PLACE)
        calendar.add("x-wr-calname", plain_line(name))
        names = sorted({name for event in events for name in event.zones})
        zones = [zone_lines(name, self.edition.when.date.date.year) for name in names]
        lines = with_parts(calendar, [*zones, *(event.lines for event in events)])
        return with_digest(lines.decode()).encode()

    def event(self, summary: str, paragraphs: Iterable[str], url: str | None) -> Event:
        """An event that has no time yet."""
        edition = self.edition
        event = Event()
        event.add("summary", plain_line(summary))
        event.add(
            "description",
            "\n\n".join(paragraph for paragraph in (*paragraphs, self.page) if paragraph),
        )
        if url:
            event.add("url", url)
        if edition.contact is not None and edition.contact.email:
            organizer = vCalAddress(f"mailto:{edition.contact.email}")
            organizer.params["cn"] = vText(plain_line(edition.contact.name))
            event.add("organizer", organizer)
        return event

    def program(self) -> list[_Planned]:
        """The parts of the day, or the workshop as a whole as long as nothing is planned.

        Whoever has the whole in a calendar goes on getting it, so that its day is never an old one.
        """
        edition = self.edition
        events = [
            event for slot in edition.schedule for event in (self.slot(slot), *self.parts(slot))
        ]
        is_known = any(
            (event.calendar, event.kind) == ("schedule", _WHOLE) for event in edition.published
        )
        if events and not is_known:
            return events
        return [*events, *(self.workshop(day) for day in edition.when.days)]

    def at_venue(
        self,
        part: EventIdentity,
        event: Event,
        day: WorkshopDay,
        *,
        is_tentative: bool,
        is_cancelled: bool = False,
        slot: Slot | None = None,
        join: Iterable[JoinLink] = (),
    ) -> _Planned:
        edition = self.edition
        status: EventStatus = "TENTATIVE" if is_tentative else "CONFIRMED"
        shown = status
        if is_cancelled or edition.is_cancelled:
            shown = status = "CANCELLED"
        elif edition.is_called_off:
            # RFC 5545 has no word for what is postponed. Calendars would drop a cancelled event,
            # and not know that the one on the new day is the same; nobody has to keep the time
            # free. What was confirmed is remembered as such, so that it is cancelled if it goes.
            shown = "TENTATIVE"
        if shown != status or status == "CANCELLED":
            event.pop("transp", None)
            event.add("transp", "TRANSPARENT")
        event.add("dtstart", _unambiguous(part.start))
        event.add("dtend", _unambiguous(part.end))
        event.add("location", plain_line(self.place(day, slot)))
        for link in join:
            event.add("conference", _conference(link))
        event.add("status", shown)
        return _Planned(part, event, status)

    def place(self, day: WorkshopDay, slot: Slot | None) -> str:
        """Where an event takes place: the room, the building and the city, or somewhere else.

        Nobody takes part in a pause from afar, unless it has an address for that.
        """
        edition, venue = self.edition, self.edition.venue
        there = whereabouts(edition, day, slot)
        if there.is_elsewhere:
            return there.room
        city = edition.place_of(there.attendance)
        if there.is_online and venue.city:
            city = self.language.gettext(ONLINE)
        elif not there.is_online and slot and slot.kind in PAUSES and not slot.join:
            city = venue.place
        room = "" if edition.status == "moved-online" else there.room
        return ", ".join(filter(None, (room, venue.site, venue.address, city)))

    def places(self, start: dt.date, end: dt.date) -> str:
        """Where the workshop takes place from a day on until before another one."""
        days = [day for day in self.edition.when.days if start <= day.date.date < end]
        return "; ".join(dict.fromkeys(self.place(day, None) for day in days))

    def is_tentative(self, slot: Slot | None = None) -> bool:
        """Whether day, place or hours of an event are to be confirmed."""
        return bool(open_points(self.edition)) or (slot is not None and slot.is_tentative)

    def summary(self, words: str, *, is_tentative: bool) -> str:
        """The line that calendars show, with the edition in brackets behind it."""
        mark = f", {wording.to_be_confirmed(self.language)}" if is_tentative else ""
        return self.off(f"{words} ({self.brand}{mark})")

    def off(self, summary: str) -> str:
        """The line that calendars show, with what became of the edition before it."""
        if not self.edition.is_called_off:
            return summary
        return f"{status_word(self.edition.status, self.language)}: {summary}"

    def workshop(self, day: WorkshopDay) -> _Planned:
        """One of the workshop's days as a whole."""
        edition = self.edition
        lines = [*self.announced(), open_points(edition), plain_line(edition.title)]
        lines.append(_plain(edition.abstract))
        join = edition.joined_on(day)
        lines += [*_of_joining(join), *self.streams()]
        is_tentative = self.is_tentative()
        marked = wording.marked(self.brand, is_tentative=is_tentative, language=self.language)
        summary = self.off(marked)
        event = self.event(summary, lines, self.page)
        if edition.schedule:
            event.add("transp", "TRANSPARENT")  # its parts take the time
        part = EventIdentity("schedule", _WHOLE, None, "Workshop", (), day.start, day.end)
        return self.at_venue(part, event, day, is_tentative=is_tentative, join=join)

    def parts(self, slot: Slot) -> Iterator[_Planned]:
        """The talks within a slot, which people take into their calendars one by one."""
        for part in slot.parts:
            if part.talk and not part.talk.is_seat:
                join = self.edition.joined_at(slot)
                place = replace(
                    part,
                    day=slot.day,
                    room=slot.room,
                    is_elsewhere=slot.is_elsewhere,
                    attendance=slot.attendance,
                    track=slot.track,
                    join=join,
                )
                yield self.slot(place)

    def slot(self, slot: Slot) -> _Planned:
        who = f": {slot.talk.addressed}{wording.in_brackets(slot.talk.mark)}" if slot.talk else ""
        lines = [*self.announced(), open_points(self.edition)]
        if slot.is_tentative:
            lines.append(self.language.gettext("The hours are to be confirmed."))
        lines += _of_talk(slot.talk) if slot.talk else []
        lines += [_of_paper(paper) for paper in slot.papers]
        lines += ["\n".join(map(_of_seat, slot.seats)), *in_calendars(slot)]
        join = self.edition.joined_at(slot)
        lines += [*_of_joining(join), *(() if slot.kind in PAUSES else self.streams())]
        is_tentative = self.is_tentative(slot)
        title = f"{slot.title}{who}"
        if slot.track:
            title += f", {slot.track_label}"
        summary = self.summary(title, is_tentative=is_tentative)
        event = self.event(summary, lines, self.page)
        talk = slot.talk.id if slot.talk and not slot.talk.is_seat else None
        papers = tuple(paper.id for part in slot.with_parts for paper in part.papers)
        part = EventIdentity(
            "schedule", str(slot.kind), talk, _english(slot.title), papers, slot.start, slot.end
        )
        is_cancelled = slot.talk is not None and slot.talk.is_cancelled
        return self.at_venue(
            part,
            event,
            self.edition.day_of(slot),
            is_tentative=is_tentative,
            is_cancelled=is_cancelled,
            slot=slot,
            join=join,
        )

    def dates(self) -> list[_Planned]:
        """The days that authors must know, which take no time from anybody's day."""
        planned = []
        for name, deadline in self.edition.dates.named.items():
            sent_to = self.done_at(deadline)
            lines = [*self.announced(), *_of_deadline(deadline, self.language), sent_to or ""]
            if deadline.kind == EARLY_REGISTRATION and self.edition.fees:
                lines.append("\n".join(plain_line(fee.line) for fee in self.edition.fee_lines))
            is_tentative = deadline.day.is_tentative
            is_off = self.edition.is_cancelled or (self.edition.is_called_off and name == WORKSHOP)
            status: EventStatus = "TENTATIVE" if is_tentative else "CONFIRMED"
            if self.edition.is_cancelled:
                status = "CANCELLED"
            is_own_name = name == WORKSHOP and deadline.label == self.edition.short_name
            summary = self.brand if is_own_name else f"{self.brand}: {deadline.label}"
            summary = wording.marked(summary, is_tentative=is_tentative, language=self.language)
            summary = self.off(summary) if is_off else summary
            for start, end in _spans_of(deadline):
                event = self.event(summary, lines, sent_to or self.page)
                part = EventIdentity("dates", name, None, _named(deadline.label), (), start, end)
                _add_span(event, start, end)
                event.add("transp", "TRANSPARENT")
                if name == WORKSHOP:
                    event.add("location", plain_line(self.places(start, end)))
                if is_tentative or is_off:
                    event.add("status", "CANCELLED" if status == "CANCELLED" else "TENTATIVE")
                planned.append(_Planned(part, event, status))
        return planned

    def done_at(self, deadline: Deadline) -> str | None:
        """Where people do what is due on the day of a deadline."""
        links, submissions = self.edition.links, self.edition.submissions
        if deadline.kind in REGISTRATION_KINDS and links.registration:
            return links.registration.url
        if deadline.kind != "submission":
            return None
        own = (track.url for track in submissions.tracks if track.id == deadline.track)
        return next(own, None) or submissions.url

    def announced(self) -> list[str]:
        """What became of the edition, for whoever has only the calendar."""
        note = self.edition.status_note
        return [self.edition.status_line, _plain(note)] if self.edition.status else []

    def streams(self) -> list[str]:
        """Where the workshop is followed from afar, for whoever has only the calendar."""
        links = self.edition.links.at("schedule")
        return [f"{plain_line(link.label)}: {link.url}" for link in links]

    # Versions

    @property
    def first_stamp(self) -> dt.datetime:
        """The stamp of an event that has never changed."""
        return dt.datetime.combine(self.edition.when.date.date, dt.time(), dt.UTC)

    def versioned(
        self, planned: Sequence[_Planned], known: Sequence[CalendarEvent | None]
    ) -> list[_Made]:
        """The events as calendars know them, or as new ones."""
        new = [plan.part for plan, event in zip(planned, known, strict=True) if event is None]
        uids = {event.uid for event in self.edition.published}
        names = iter(names_of(new, lambda name: self.uid(name) in uids))
        return [
            self.version(plan, event, event.uid if event else self.uid(next(names)))
            for plan, event in zip(planned, known, strict=True)
        ]

    def uid(self, name: str) -> str:
        edition = self.edition
        host = (urlsplit(edition.url).hostname if edition.url else None) or "workshop.invalid"
        return f"{edition.acronym.lower()}-{edition.id}-{name}@{host}"

    def version(self, planned: _Planned, known: CalendarEvent | None, uid: str) -> _Made:
        part, event = planned.part, planned.event
        lines = lines_of(event)
        digest = digest_of(lines)
        version = version_of(known, digest, self.first_stamp)
        zone = part.start.tzinfo if isinstance(part.start, dt.datetime) else None
        location = event.get("location")
        record = CalendarEvent.model_construct(
            uid=uid,
            calendar=part.calendar,
            sequence=version.sequence,
            stamp=version.stamp.strftime(STAMP),
            digest=digest,
            status=planned.status,
            kind=part.kind,
            talk=part.talk,
            title=part.title,
            papers=list(part.papers),
            start=part.starts,
            end=part.ends,
            zone=zone.key if isinstance(zone, ZoneInfo) else None,
            summary=str(event["summary"]),
            location=str(location) if location else None,
        )
        return _Made(with_version(event, lines, uid, version), record)

    def cancelled(self, known: CalendarEvent) -> _Made:
        """An event that is no longer planned, as calendars must be told of it once and for all."""
        cancelled = f"{status_word('cancelled', self.language)}: "
        summary = known.summary.removeprefix(cancelled)
        event = self.event(f"{cancelled}{summary}", [], self.page)
        start, end = dt.datetime.fromisoformat(known.start), dt.datetime.fromisoformat(known.end)
        if known.zone is None:
            _add_span(event, start.date(), end.date())
        else:
            zone = ZoneInfo(known.zone)
            _add_span(event, start.replace(tzinfo=zone), end.replace(tzinfo=zone))
        if known.location:
            event.add("location", known.location)
        event.add("status", "CANCELLED")
        event.add("transp", "TRANSPARENT")
        lines = lines_of(event)
        digest = digest_of(lines)
        version = version_of(known, digest, self.first_stamp)
        properties = {
            "sequence": version.sequence,
            "stamp": version.stamp.strftime(STAMP),
            "digest": digest,
            "status": "CANCELLED",
            "summary": str(event["summary"]),
        }
        written = with_version(event, lines, known.uid, version)
        return _Made(written, known.model_copy(update=properties))


_WHOLE = "workshop"
"""The kind of the event that stands for the whole day."""


def _english(title: str) -> str:
    """A title by which an event is known again, also in another language."""
    return plain_line(_named(title))


def _named(title: str) -> str:
    return title.said_in(ENGLISH) if isinstance(title, Fixed) else title


def _of_joining(join: Iterable[JoinLink]) -> list[str]:
    """Where people take part online, for calendars that know no addresses of conferences."""
    return [plain_line(link.line) for link in join]


def _conference(link: JoinLink) -> vUri:
    """The address as calendars offer it for a click (RFC 7986, 5.11)."""
    return vUri(link.url, params={"VALUE": "URI", "LABEL": plain_line(link.name)})


def _of_talk(talk: Talk) -> list[str]:
    title = plain_line(talk.title) if talk.title else ""
    return [title, _of_seat(talk), _plain(talk.abstract)]


def _of_seat(seat: Talk) -> str:
    """Who holds a talk or a seat, one person a line."""
    *others, last = map(_of_person, seat.people)
    return "\n".join([*others, last + wording.in_brackets(seat.full_mark)])


def _of_person(person: Person) -> str:
    return plain_line(", ".join(filter(None, (person.addressed, person.affiliation))))


def _of_paper(paper: Paper) -> str:
    authors = wording.joined([author.name for author in paper.authors], paper.language)
    lines = [paper.title, authors, *([paper.presented] if paper.presented else [])]
    return "\n".join(map(plain_line, lines))


_UTC = ZoneInfo("UTC")


def _unambiguous(moment: dt.date) -> dt.date:
    """A moment as calendars know it; an hour that comes twice is the first to all (RFC 5545)."""
    if isinstance(moment, dt.datetime) and is_repeated(moment):
        return moment.astimezone(_UTC)
    return moment


def _spans_of(deadline: Deadline) -> list[tuple[dt.date, dt.date]]:
    """The whole days of a date; of one with a time the moment, which every calendar knows."""
    if deadline.day.time is None:
        runs = wording.runs(deadline.day.all)
        return [(first, last + dt.timedelta(days=1)) for first, last in runs]
    moment = deadline.ends.astimezone(_UTC)
    return [(moment, moment)]


def _add_span(event: Event, start: dt.date, end: dt.date) -> None:
    event.add("dtstart", start)
    if end != start:  # a moment has no end (RFC 5545, 3.6.1)
        event.add("dtend", end)


def _of_deadline(deadline: Deadline, language: Language) -> list[str]:
    lines, gettext = [], language.gettext
    if deadline.was:
        lines.append(f"{deadline.former[:1].upper()}{deadline.former[1:]}.")
    if deadline.day.time:
        moment = deadline.ends.astimezone(dt.UTC)
        day = wording.day(moment.date(), language)
        utc = f"{day}, {moment:%H:%M} UTC"
        is_utc = deadline.zone == "UTC"
        said = gettext("%(time)s, which is %(utc)s.", time=deadline, utc=utc)
        lines.append(f"{deadline}." if is_utc else said)
        if deadline.zone == AOE:
            lines.append(gettext("AoE is anywhere on Earth, UTC−12."))
    elif deadline.zone and not deadline.opens:
        ends = deadline.ends.astimezone(dt.UTC)
        utc = f"{wording.day(ends.date(), language)}, {ends:%H:%M} UTC"
        lines.append(gettext("The day ends on %(utc)s.", utc=utc))
        if deadline.zone == AOE:
            lines.append(gettext("By then it has ended anywhere on Earth (AoE)."))
    return [plain_line(" ".join(lines))]


def _plain(text: Prose | None) -> str:
    """Somebody's own text, each paragraph in one line, since calendars break lines themselves."""
    return plain_statement(text) if text else ""
