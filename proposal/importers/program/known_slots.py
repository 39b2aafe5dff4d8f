"""Puts what a schedule says of single talks into the slots that an edition has for several.

Most systems list each talk with its hours, where the program of an edition may have a session of
papers. As long as its talks stay in it, the session stays, and its parts get the hours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from proposal.importers.draft import Record, SourceDiagnostics, Value
from proposal.importers.same_sessions import is_same_slot, minutes_of
from proposal.model.loading.folder import EditionFiles
from proposal.model.name_comparison import words
from proposal.model.records.program import PartRecord, SlotRecord

DayName = Callable[[int], Value]
"""How the program names a day, by its number."""


def with_known_slots(
    slots: Sequence[Record], files: EditionFiles, day_name: DayName, diagnostics: SourceDiagnostics
) -> list[Record]:
    """The slots of a schedule, those that stand in a slot of the edition as parts of it.

    Args:
        slots: those of the schedule, in the order of time.
        files: the edition, with its program.
        day_name: how the program names a day, by its number.
        diagnostics: what is not sure is added here.
    """
    sessions = [
        known
        for slot in files.program
        if len((known := _KnownSession.of(slot, files, day_name)).works) > 1
    ]
    rest: list[Record] = []
    for slot in (_with_known_kind(slot, files) for slot in slots):
        session = next((known for known in sessions if known.takes(slot)), None)
        if session is None:
            rest.append(slot)
        else:
            session.members.append(slot)
    for known in sessions:
        if known.has_several_chairs:
            called = f"the session at {known.identity['start']}"
            message = f"the talks of {called} have different chairs, who are left out"
            hint = "write `chair` at the session in program.yaml"
            diagnostics.warn("left-out-people", message, None, hint)
    folded = [record for known in sessions for record in known.records()]
    return sorted(_joined(rest, folded), key=_beginning)


def _with_known_kind(slot: Record, files: EditionFiles) -> Record:
    """A slot of papers with the kind that the edition has for them, if the source says none."""
    papers = slot.get("papers")
    if "kind" in slot or not isinstance(papers, list):
        return slot
    for known in files.program:
        begins = f"{known.start:%H:%M}" == slot["start"]
        if begins and known.kind and [str(name) for name in known.papers] == papers:
            return {**slot, "kind": str(known.kind)}
    return slot


def _beginning(slot: Mapping[str, Value]) -> tuple[str, int]:
    return str(slot.get("day", "")), minutes_of(slot["start"])


def _joined(slots: list[Record], folded: list[Record]) -> Iterator[Record]:
    """The slots, with those that hold single talks joined with what else is said of them."""
    open_ones = list(folded)
    for slot in slots:
        own = next((record for record in open_ones if is_same_slot(record, slot)), None)
        if own is None:
            yield slot
        else:
            open_ones.remove(own)
            yield {**own, **slot}
    yield from open_ones


Work = tuple[str, str]
"""A talk, a paper or a title: `("talk", "ada-lovelace")`."""


def _works_of(record: Mapping[str, Value]) -> set[Work]:
    """What a record names: its papers and its talk, or else its title."""
    papers = record.get("papers", ())
    works = {("papers", str(name)) for name in papers} if isinstance(papers, list) else set()
    if isinstance(record.get("talk"), str):
        works.add(("talk", str(record["talk"])))
    return works or ({_titled(str(record["title"]))} if "title" in record else set())


def _titled(title: str) -> Work:
    return "title", " ".join(words(title.replace(",", " ")))


class _KnownSession(Struct):
    """A slot of the edition in which several talks are given or papers presented."""

    slot: SlotRecord
    identity: Record
    """The keys by which the slot is known."""
    works: set[Work]
    members: list[Record] = field(default_factory=list)
    """The single talks of the schedule that stand in it."""

    @classmethod
    def of(cls, slot: SlotRecord, files: EditionFiles, day_name: DayName) -> _KnownSession:
        days = [day.date for day in files.edition.when]
        identity: Record = {}
        if slot.day is not None:
            number = slot.day if isinstance(slot.day, int) else days.index(slot.day) + 1
            identity["day"] = day_name(number)
        identity |= {"start": f"{slot.start:%H:%M}", "end": f"{slot.end:%H:%M}"}
        if slot.next_day:
            identity["next_day"] = True
        for key in ("kind", "title", "track", "room"):
            if value := getattr(slot, key):
                identity[key] = str(value)
        works = {("papers", str(name)) for name in slot.papers}
        for part in slot.parts:
            works |= _works_of_part(part)
        return cls(slot, identity, works)

    def takes(self, slot: Record) -> bool:
        """Whether a slot of the schedule is a single talk that stands in this one."""
        works = _works_of(slot)
        is_single = "parts" not in slot and bool(works) and works < self.works
        within = minutes_of(self.identity["start"]) <= minutes_of(slot["start"]) and minutes_of(
            slot["end"]
        ) <= minutes_of(self.identity["end"])
        return is_single and slot.get("day") == self.identity.get("day") and within

    def records(self) -> Iterator[Record]:
        """What the schedule says of the slot: the hours of its parts, if it has all of them."""
        if not self.members:
            return
        hours = {
            work: (minutes_of(member["start"]), minutes_of(member["end"]))
            for member in self.members
            for work in _works_of(member)
        }
        if hours.keys() == self.works and not self.slot.parts:
            parts: list[Value] = [_part(member) for member in self.members]
            yield {**self.identity, "parts": parts, **self.chair()}
        elif self.slot.parts and hours != {
            work: span for work, span in self._known_hours().items() if work in hours
        }:
            yield {**self.identity, "parts": self._parts_at(hours), **self.chair()}
        else:
            yield {**self.identity, **self.chair()}

    def chair(self) -> Record:
        """Who chairs the session, if all its talks that say it name the same."""
        chairs = [member["chair"] for member in self.members if "chair" in member]
        return (
            {"chair": chairs[0]} if chairs and all(chair == chairs[0] for chair in chairs) else {}
        )

    @property
    def has_several_chairs(self) -> bool:
        """Whether its talks have different chairs, for whom a session has no place."""
        chairs = [member["chair"] for member in self.members if "chair" in member]
        return any(chair != chairs[0] for chair in chairs)

    def _known_hours(self) -> dict[Work, tuple[int, int]]:
        reached = minutes_of(self.identity["start"])
        found: dict[Work, tuple[int, int]] = {}
        for part, span in self._spans(reached):
            for work in _works_of_part(part):
                found[work] = span
        return found

    def _spans(self, reached: int) -> Iterator[tuple[PartRecord, tuple[int, int]]]:
        """From which to which minute of the day each part lasts."""
        parts = self.slot.parts
        for index, part in enumerate(parts):
            start = _minutes(part.start) if part.start else reached
            following = parts[index + 1].start if index + 1 < len(parts) else self.slot.end
            end = _minutes(part.end) if part.end else _minutes(following or self.slot.end)
            reached = start + part.minutes if part.minutes else end
            yield part, (start, reached)

    def _parts_at(self, hours: Mapping[Work, tuple[int, int]]) -> list[Value]:
        """The parts with the hours of the schedule; those that it does not name keep theirs."""
        found: list[Record] = []
        for part, span in self._spans(minutes_of(self.identity["start"])):
            works = _works_of_part(part)
            start, end = next((hours[work] for work in works if work in hours), span)
            record: Record = {"start": _clock(start), "end": _clock(end)}
            if part.title:
                record["title"] = str(part.title)
            if part.talk:
                record["talk"] = str(part.talk)
            if part.papers:
                record["papers"] = [str(name) for name in part.papers]
            found.append(record)
        return [*sorted(found, key=lambda part: minutes_of(part["start"]))]


def _part(member: Record) -> Record:
    kept = ("start", "end", "title", "talk", "papers")
    return {key: member[key] for key in kept if key in member}


def _works_of_part(part: PartRecord) -> set[Work]:
    works: set[Work] = {("papers", str(name)) for name in part.papers}
    works |= {("talk", str(part.talk))} if part.talk else set()
    return works or {_titled(str(part.title))}


def _minutes(clock: object) -> int:
    return minutes_of(str(clock))


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
