"""Resolves the schedule: which talks and papers its slots name, and when they take place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from proposal.clocks import after, in_utc, moment_at
from proposal.diagnostics import Diagnostic, Severity, Span
from proposal.edition import wording
from proposal.edition.joining import ONLINE, join_links
from proposal.edition.participants import Person
from proposal.edition.placed_errors import add_error
from proposal.edition.prose_value import as_prose
from proposal.edition.resolution.slot_times import SlotTimes, moments
from proposal.edition.schedule import Paper, Slot, Talk, slot_names
from proposal.edition.when import When
from proposal.model.loading.folder import EditionFiles, Folder
from proposal.model.nearest_word import nearest
from proposal.model.records import program
from proposal.model.records.attendance_record import Attendance
from proposal.model.records.paper import Participant
from proposal.model.records.speaker_record import Speaker
from proposal.model.session_kinds import OTHER, PAUSES, SessionKind
from proposal.model.talk_roles import TITLES_BY_ROLE
from proposal.source.text import Text
from proposal.words.fixed import Fixed


class ScheduleResolution(Struct, frozen=True):
    """The schedule of an edition, as far as what it names is known."""

    folder: Folder
    files: EditionFiles
    diagnostics: list[Diagnostic]
    """What cannot be resolved is added here."""
    people: Callable[[list[Participant]], tuple[Person, ...]]
    """Finds those who lead slots or sit on panels."""

    def schedule(
        self,
        when: When,
        talks: tuple[Talk, ...],
        papers: tuple[Paper, ...],
    ) -> tuple[Slot, ...]:
        """All slots in the file's order, in the venue's zone.

        Args:
            when: the days of the edition, in the venue's zone.
            talks: those of the edition.
            papers: those that are shown.
        """
        by_talk = {talk.id: talk for talk in talks}
        by_paper = {paper.id: paper for paper in papers}
        panel = tuple(talk for talk in talks if talk.is_seat and not talk.is_cancelled)
        slots = [self._slot(slot, when, by_talk, by_paper, panel) for slot in self.files.program]
        names = slot_names(slots)
        return tuple(_named(slot, name) for slot, name in zip(slots, names, strict=True))

    def _slot(
        self,
        source: program.SlotRecord,
        when: When,
        talks: dict[str, Talk],
        papers: dict[str, Paper],
        panel: tuple[Talk, ...],
    ) -> Slot:
        talk = self._talk(source.talk, talks)
        kind = source.kind or (talk.role if talk else _kind_without_talk(source))
        moderators = self._led_by("moderator", source.moderator)
        seats = self._seats(source, panel)
        if kind == "panel" and not seats:
            # A slot that names its moderator needs no other to be named beside the panelists.
            seats = tuple(seat for seat in panel if not moderators or seat.role != "moderator")
        day = SlotTimes(when, self.diagnostics, are_days_known=self._knows_days).day_of(source)
        start, end = moments(source, day)
        has_moved = self.files.edition.has_moved_online
        elsewhere = None if has_moved else source.elsewhere
        if source.attendance == "online" and not (has_moved or day.attendance == "online"):
            elsewhere = Fixed(ONLINE)
        # Of parts at the same time without tracks, the rooms are the names.
        room = None if has_moved and source.track else source.room
        if room is None and day.attendance == "online" and _is_come_to(source.attendance, kind):
            room = self.files.edition.room  # its day says Online above it
        is_as_its_day = source.attendance == (day.attendance or "on-site")
        slot = Slot(
            start=start,
            end=end,
            kind=kind,
            title=_title(source.title, kind, talk),
            talk=talk,
            papers=self._papers(source.papers, papers),
            panelists=tuple(person for seat in seats for person in seat.people),
            seats=seats,
            is_tentative=source.tentative,
            day=day.date if when.has_several_days else None,
            question=source.question,
            room=elsewhere or room,
            is_elsewhere=elsewhere is not None,
            attendance=None if has_moved or is_as_its_day else source.attendance,
            track=source.track,
            chair=self._led_by("chair", source.chair),
            moderator=moderators,
            discussants=self._led_by("discussants", source.discussants),
            join=join_links(source.join),
        )
        return replace(slot, parts=self._parts(source.parts, slot, talks, papers))

    def _led_by(self, part: str, listed: list[Participant]) -> tuple[Person, ...]:
        """Those who lead a slot or sit on its panel; whoever has declined to come does neither."""
        for participant in listed:
            if speaker := self._declined(participant):
                self._add_error(
                    "declined-person",
                    f"{self._who_declined(speaker)}, and is named under `{part}`",
                    participant.place("person" if participant.person else "name"),
                    "take the name out; of who comes after all, write `status: confirmed` there; "
                    "of who declined a talk alone, delete that entry of `speakers`",
                )
        return self.people(listed)

    def _declined(self, participant: Participant) -> Speaker | None:
        """The entry of `speakers` by which somebody has declined, if no other says otherwise."""
        entries = [
            speaker
            for speaker in self.files.edition.speakers
            for person in speaker.person
            if (person.person or person.name) == (participant.person or participant.name)
        ]
        is_out = entries and all(speaker.status == "declined" for speaker in entries)
        return entries[0] if is_out else None

    def _who_declined(self, speaker: Speaker) -> str:
        """Who has declined, and where that stands."""
        first = speaker.person[0]
        person = self.folder.people.get(first.person or "")
        place = speaker.place("status")
        where = f" (edition.yaml:{place.line})" if place else ""
        return f"{person.name if person else first.person or first.name} has declined{where}"

    def _seats(self, source: program.SlotRecord, panel: tuple[Talk, ...]) -> tuple[Talk, ...]:
        """The seats of those whom a slot names for its panel, who may be among the speakers."""
        known = {seat.person.id: seat for seat in panel if seat.person.id}
        return tuple(
            known.get(person.id)
            or Talk(person.id, person, "panelist", "confirmed", title=None, abstract=None)
            for person in self._led_by("panelists", source.panelists)
        )

    def _parts(
        self,
        sources: list[program.PartRecord],
        slot: Slot,
        talks: dict[str, Talk],
        papers: dict[str, Paper],
    ) -> tuple[Slot, ...]:
        """The parts of a slot at their hours, of which none is outside of it or of the order."""
        parts: list[Slot] = []
        reached = slot.start
        for source, following in zip_longest(sources, sources[1:]):
            talk = self._talk(source.talk, talks)
            start, end = _hours(source, following, reached, slot)
            self._check_hours(source, (start, end), reached, slot)
            reached = max(start, end, key=in_utc)
            kind = talk.role if talk else ("talk" if source.talk else OTHER)
            part = Slot(
                start=start,
                end=reached,
                kind=kind,
                title=_title(source.title, kind, talk) if source.talk else source.title or "",
                talk=talk,
                papers=self._papers(source.papers, papers),
                panelists=(),
                is_tentative=slot.is_tentative,
            )
            parts.append(part)
        names = slot_names(parts)
        return tuple(replace(part, id=name) for part, name in zip(parts, names, strict=True))

    def _check_hours(
        self,
        source: program.PartRecord,
        hours: tuple[dt.datetime, dt.datetime],
        reached: dt.datetime,
        slot: Slot,
    ) -> None:
        said = wording.hours(*hours)
        begin, slot_start, slot_end = map(in_utc, (reached, slot.start, slot.end))
        start, end = map(in_utc, hours)
        message = ""
        if start < begin and begin > slot_start:
            message = f"this part ({said}) begins before the one before it ends"
        elif start < slot_start:
            message = f"this part ({said}) begins before its slot does ({slot.hours})"
        elif end <= start:
            message = f"no time is left for this part in its slot ({slot.hours})"
        elif end > slot_end:
            message = f"this part ({said}) ends after its slot does ({slot.hours})"
        if message:
            key = next((key for key in ("start", "minutes", "end") if getattr(source, key)), "")
            self._add_error("part-hours", message, source.place(key), "correct its hours")

    def _talk(self, name: str | None, talks: dict[str, Talk]) -> Talk | None:
        talk = talks.get(name) if name else None
        if name and talk is None and not self._is_declared(name):
            self._no_talk(name, list(talks))
        return talk

    def _papers(self, names: list[str], papers: dict[str, Paper]) -> tuple[Paper, ...]:
        for name in names:
            if self._is_withdrawn(name):
                continue
            if name not in papers and not self._is_faulty(self.files.folder / "papers.yaml"):
                self._unknown("unknown-paper", "paper", name, list(papers))
        return tuple(papers[name] for name in names if name in papers)

    def _is_withdrawn(self, name: str) -> bool:
        """Whether a slot names a paper that is withdrawn, which is told at its place."""
        paper = next((paper for paper in self.files.papers if paper.id == name), None)
        if paper is None or not paper.withdrawn:
            return False
        place = paper.place("withdrawn")
        where = f" (papers.yaml:{place.line})" if place else ""
        message = f"the paper `{name}` is withdrawn{where}, so it is not presented"
        span = name.span if isinstance(name, Text) else None
        self._add_error("unknown-paper", message, span, "take it out of the slot")
        return True

    def _is_declared(self, talk: str) -> bool:
        """Whether a talk is written down but could not be resolved, which was told already."""
        return any(
            talk == speaker.talk_id and speaker.status != "declined"
            for speaker in self.files.edition.speakers
        )

    def _is_faulty(self, file: Path, lines: range | None = None) -> bool:
        """Whether an error was reported in a file or in some of its lines; others may follow."""
        return any(
            diagnostic.severity is Severity.ERROR
            and diagnostic.span is not None
            and diagnostic.span.file == file
            and (lines is None or diagnostic.span.line in lines)
            for diagnostic in self.folder.diagnostics
        )

    @property
    def _knows_days(self) -> bool:
        """Whether all days are read that the edition names, so that no other can be meant."""
        file = self.files.folder / "edition.yaml"
        of_file = [one for one in self.folder.diagnostics if one.span and one.span.file == file]
        is_read = not any(one.code == "yaml-syntax" for one in of_file)
        return is_read and not self._is_faulty(file, self.files.edition.lines_of("when") or None)

    def _no_talk(self, name: str, known: list[str]) -> None:
        """Tell of a slot whose talk is not there: its speaker has declined, or nobody knows it."""
        for speaker in self.files.edition.speakers:
            if name == speaker.talk_id and speaker.status == "declined":
                self._declined_talk(name, speaker)
                return
        # Of a file that cannot be read, nothing is known; `keynotes` may stand for `speakers`.
        lines = self.files.edition.lines_of("speakers") or None
        if not self._is_faulty(self.files.folder / "edition.yaml", lines):
            own = [
                f"`{speaker.talk_id}`"
                for speaker in self.files.edition.speakers
                if any(person.talk_id == name for person in speaker.person)
            ]
            whose = f"write the id of the talk that `{name}` gives: {' or '.join(own)}"
            self._unknown("unknown-talk", "talk", name, known, whose if own else "")

    def _declined_talk(self, name: str, speaker: Speaker) -> None:
        self._add_error(
            "unknown-talk",
            f"{self._who_declined(speaker)}, so the talk `{name}` does not take place",
            name.span if isinstance(name, Text) else None,
            "take the slot out, or put another talk in; if the speaker comes after all, write "
            "`status: confirmed` there",
        )

    def _unknown(self, code: str, noun: str, name: str, known: list[str], meant: str = "") -> None:
        file = "papers.yaml" if noun == "paper" else "edition.yaml"
        if self.files.folder / file in self.folder.unreadable:
            return
        home = file if noun == "paper" else f"{file} under speakers"
        guess = nearest(name, known)
        hint = meant or (f"did you mean `{guess}`?" if guess else f"add it to {home}")
        span = name.span if isinstance(name, Text) else None
        self._add_error(code, f"there is no {noun} `{name}` in this edition", span, hint)

    def _add_error(self, code: str, message: str, span: Span | None, hint: str | None) -> None:
        add_error(self.diagnostics, code, message, span, hint)


def _is_come_to(attendance: Attendance | None, kind: str) -> bool:
    """Whether people come to a part of the schedule where its other sessions would be."""
    return attendance in {"on-site", "hybrid"} and kind not in PAUSES


def talk_of(source: Speaker, people: tuple[Person, ...]) -> Talk:
    """A talk or a seat as it is written, with those who hold it, of whom there is at least one."""
    return Talk(
        id=source.talk_id,
        person=people[0],
        others=people[1:],
        role=source.role,
        role_title=source.role_title,
        status=source.status,
        remote=source.remote,
        title=source.title,
        abstract=as_prose(source.abstract) if source.abstract else None,
        slides=source.slides,
        video=source.video,
    )


def _title(written: str | None, kind: str, talk: Talk | None) -> str:
    """What a part of the schedule is called, with a mark if its talk is cancelled."""
    title = written or (talk.role_title if talk else None) or _usual_title(kind)
    return Fixed("%(title)s (cancelled)", title=title) if talk and talk.is_cancelled else title


def _usual_title(kind: str) -> str:
    """What a part of a kind is called."""
    return Fixed(TITLES_BY_ROLE[kind]) if kind in TITLES_BY_ROLE else ""


def _named(slot: Slot, name: str) -> Slot:
    """A slot with its name, which its parts know, too."""
    return replace(slot, id=name, parts=tuple(replace(part, within=name) for part in slot.parts))


def _kind_without_talk(source: program.SlotRecord) -> SessionKind | Literal["other"]:
    """What happens in a slot whose kind is not written, and whose talk nobody is known to give."""
    if source.talk:
        return "talk"
    return "papers" if source.papers else OTHER


def _hours(
    source: program.PartRecord,
    following: program.PartRecord | None,
    reached: dt.datetime,
    slot: Slot,
) -> tuple[dt.datetime, dt.datetime]:
    """When a part begins and ends; without an end and a length, it takes what is left."""
    start = _at(slot, source.start) if source.start else reached
    if source.minutes:
        return start, after(start, dt.timedelta(minutes=source.minutes))
    end = source.end or (following and following.start)
    return start, _at(slot, end) if end else slot.end


def _at(slot: Slot, clock: dt.time) -> dt.datetime:
    """A moment within a slot, which may end after midnight."""
    is_after_midnight = clock < slot.start.time() and slot.end.date() > slot.start.date()
    date = slot.end.date() if is_after_midnight else slot.start.date()
    return moment_at(date, clock, slot.start.tzinfo)
