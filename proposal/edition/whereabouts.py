"""Where a part of the schedule is: in a room of the venue's building, somewhere else, or online."""

from __future__ import annotations

from msgspec import Struct

from proposal.edition.edition import Edition
from proposal.edition.schedule import Slot
from proposal.edition.when import WorkshopDay
from proposal.model.records.attendance_record import Attendance
from proposal.model.session_kinds import PAUSES


class Whereabouts(Struct, frozen=True):
    """Where something takes place, as far as that is known."""

    room: str
    """The room; the whole place of what is elsewhere; empty if nothing is known."""
    is_elsewhere: bool
    """Whether it is not in the venue's building, so that neither that nor its city is said."""
    attendance: Attendance | None = None
    """How people take part in it, if that is said."""

    @property
    def is_online(self) -> bool:
        """Whether nobody comes."""
        return self.attendance == "online"


def whereabouts(edition: Edition, day: WorkshopDay, slot: Slot | None = None) -> Whereabouts:
    """Where a day or a part of its schedule takes place.

    Args:
        edition: the edition.
        day: the day.
        slot: the part, if it is not the whole day.

    A dinner, and whatever else is no session, need not be where the sessions are.
    """
    own = slot.room_label if slot and slot.room else ""
    attendance = (slot and slot.attendance) or day.attendance
    if slot and slot.is_elsewhere:
        return Whereabouts(own, is_elsewhere=True, attendance=attendance)
    # People come to a part of a day that is online otherwise.
    is_joined_with_day = not (slot and slot.attendance) or day.attendance != "online"
    if day.is_elsewhere and is_joined_with_day:
        place = ", ".join(filter(None, (own, day.room)))
        return Whereabouts(place, is_elsewhere=True, attendance=attendance)
    if own or (slot and slot.kind in PAUSES):
        return Whereabouts(own, is_elsewhere=False, attendance=attendance)
    room = "" if day.is_elsewhere else day.room
    return Whereabouts(room or edition.room or "", is_elsewhere=False, attendance=attendance)
