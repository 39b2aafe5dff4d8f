"""Where a part of the schedule is: in a room of the venue's building, or somewhere else."""

from __future__ import annotations

from msgspec import Struct

from proposal.edition.edition import Edition
from proposal.edition.schedule import Slot
from proposal.edition.when import WorkshopDay
from proposal.model.session_kinds import PAUSES


class Whereabouts(Struct, frozen=True):
    """Where something takes place, as far as that is known."""

    room: str
    """The room; the whole place of what is elsewhere; empty if nothing is known."""
    is_elsewhere: bool
    """Whether it is not in the venue's building, so that neither that nor its city is said."""


def whereabouts(edition: Edition, day: WorkshopDay, slot: Slot | None = None) -> Whereabouts:
    """Where a day or a part of its schedule takes place.

    Args:
        edition: the edition.
        day: the day.
        slot: the part, if it is not the whole day.

    A dinner, and whatever else is no session, need not be where the sessions are.
    """
    own = slot.room_label if slot and slot.room else ""
    if slot and slot.is_elsewhere:
        return Whereabouts(own, is_elsewhere=True)
    if day.is_elsewhere:
        return Whereabouts(", ".join(filter(None, (own, day.room))), is_elsewhere=True)
    if own or (slot and slot.kind in PAUSES):
        return Whereabouts(own, is_elsewhere=False)
    return Whereabouts(day.room or edition.room or "", is_elsewhere=False)
