"""Works out which signs hang at which doors: one for each room and day, one for each session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from proposal.clocks import in_utc
from proposal.edition import wording
from proposal.edition.edition import Edition
from proposal.edition.marked_values import Day
from proposal.edition.schedule import Paper, Slot, by_day
from proposal.edition.whereabouts import whereabouts
from proposal.model.session_kinds import PAUSES

_WIDTH = 700
"""Points of a line on a sign; a letter of bold type is about 0.6 of its size wide."""
_LARGEST, _SMALLEST = 64, 14
"""Points of the letters in which a sign says what it is."""


class DoorSign(Struct, frozen=True):
    """A sign at a door."""

    title: str
    """In large letters: the room, or what happens there."""
    room: str
    """The room; empty if the data name none."""
    day: Day
    hours: str
    """From when to when."""
    sessions: tuple[Slot, ...] = ()
    """Of a room, what happens there."""
    session: Slot | None = None
    """Of a session, the session itself."""

    @property
    def points(self) -> int:
        """The largest letters in which the longest word of the title fits in a line."""
        longest = max(map(len, self.title.split()), default=1)
        return max(min(_LARGEST, int(_WIDTH / (0.6 * longest))), _SMALLEST)

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What is presented in a session, outside of parts with hours of their own."""
        return self.session.papers if self.session else ()


def door_signs(edition: Edition) -> Iterator[DoorSign]:
    """The signs of an edition, day by day: of the rooms, and then of what happens in them."""
    for part in by_day(edition.schedule):
        day = part.day or edition.when.date
        slots = [slot for slot in part.slots if _has_door(edition, slot)]
        rooms: dict[str, list[Slot]] = {}
        for slot in slots:
            rooms.setdefault(room_of(edition, slot), []).append(slot)
        for room, there in rooms.items():
            if room:
                yield DoorSign(room, room, day, _hours(there), sessions=tuple(there))
        for slot in slots:
            # The title of its part says that a talk is cancelled.
            is_talk = slot.talk is not None and not slot.talk.is_cancelled
            title = (slot.talk.title if slot.talk and is_talk else None) or slot.title
            # After midnight, the sign of a session alone cannot say the day before.
            begun = replace(day, date=slot.start.date(), later=())
            yield DoorSign(title, room_of(edition, slot), begun, slot.hours, session=slot)


_WITHOUT_SIGN = frozenset({"break", "lunch"})
"""What takes place between doors."""


def _has_door(edition: Edition, slot: Slot) -> bool:
    """Whether people come through a door for it, and not from afar alone."""
    there = whereabouts(edition, edition.day_of(slot), slot)
    return slot.kind not in _WITHOUT_SIGN and not there.is_online


def room_of(edition: Edition, slot: Slot) -> str:
    """The room of a part of the schedule: its own, or that of its day, or of the whole edition.

    A dinner, and whatever else is no session, need not be where the sessions are.
    """
    if slot.room or slot.kind in PAUSES:
        return slot.room_label
    return edition.day_of(slot).room or edition.room or ""


def _hours(slots: Sequence[Slot]) -> str:
    last = max((slot.end for slot in slots), key=in_utc)
    return wording.hours(slots[0].start, last)
