"""Compares the hours of a schedule with each other, and with the lengths that are said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from proposal.audit.with_each_other.clock_slips import ends_half_a_day_late
from proposal.audit.with_each_other.conflict_diagnostics import Conflict, wrong
from proposal.audit.with_each_other.stated.statements import PageContent, StatedSlot
from proposal.diagnostics import shortened
from proposal.reading.hours import clock_of_minutes

_SESSION = re.compile(
    r"\b(?:sessions?|papers?|orals?|talks|presentations?|posters?|spotlights?)\b", re.IGNORECASE
)
"""What holds other parts, whose hours may stand below its own. Example: `Poster session`."""


def durations(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Parts that are said to last longer or shorter than from their beginning to their end."""
    for content in edition:
        for slot, following in _with_following(content.slots):
            end, until = slot.end, "its end"
            if end is None and following is not None and slot.stated is not None:
                end, until = following.start, "the next part"
            if slot.stated is None or end is None or end <= slot.start:
                continue
            length = end - slot.start
            is_shorter = until == "the next part" and slot.stated <= length
            if slot.stated != length and not is_shorter:
                where = slot.location
                line = next((said for said in slot.lines if str(slot.stated) in said.text), None)
                location = content.find(str(slot.stated), line.location) if line else where
                hours = f"from {clock_of_minutes(slot.start)} to {clock_of_minutes(end)}"
                message = f"{slot.stated} minutes are said, but {hours} it is {length}"
                message += f" ({where.seen_from(location)})"
                if until == "the next part":
                    message += ", when the next part begins"
                hint = "correct the length or the hours"
                yield wrong("wrong-duration", message, location, hint, where)


def order(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Parts that end before they begin, and parts that begin while the one before lasts."""
    for content in edition:
        for slot in content.slots:
            if _is_backwards(slot):
                what = f" ({slot.head})" if slot.head else ""
                message = f"“{slot.hours}” ends before it begins{what}"
                hint = "look whether am and pm are right; if it ends on the next day, say so there"
                yield wrong("ends-before-start", message, slot.location, hint)
        for _, table in groupby(content.slots, key=lambda slot: slot.table):
            yield from _overlaps(list(table))


def _is_backwards(slot: StatedSlot) -> bool:
    return slot.end is not None and slot.end < slot.start and not slot.ends_next_day


def _overlaps(table: list[StatedSlot]) -> Iterator[Conflict]:
    """Rows that begin before the row above ends; talks within their session do not count.

    Rows that begin together are parallel, and rows that begin earlier are those of another day.
    """
    sessions: list[StatedSlot] = []
    for before, slot in pairwise(table):
        if _is_backwards(slot) or before.end is None:
            continue
        is_part = _SESSION.search(before.head) and (slot.end or slot.start) <= before.end
        sessions = [open_one for open_one in sessions if _is_open(open_one, before, slot)]
        if sessions and not before.start < slot.start < before.end:
            yield from _out_of_session(sessions.pop(), slot)
        if is_part and before.start <= slot.start and _length(slot) < _length(before):
            sessions.append(before)
        is_slip = ends_half_a_day_late(before, slot, table)
        if before.start < slot.start < before.end and not (is_part or is_slip):
            where = before.location.seen_from(slot.location)
            message = f"“{slot.hours}” begins before “{before.hours}” ends ({where})"
            hint = "let one end when the other begins"
            yield wrong("overlapping-slots", message, slot.location, hint, before.location)


def _is_open(session: StatedSlot, before: StatedSlot, slot: StatedSlot) -> bool:
    """Whether a session with parts of its own has not ended where the next row begins."""
    is_in_order = before.start <= slot.start
    return is_in_order and session.end is not None and session.start < slot.start < session.end


def _out_of_session(session: StatedSlot, slot: StatedSlot) -> Iterator[Conflict]:
    """A row that begins within a session and ends behind it."""
    if session.end is None or slot.end is None or slot.end <= session.end:
        return
    where = session.location.seen_from(slot.location)
    message = f"“{slot.hours}” begins before “{session.hours}” ends ({where})"
    if slot.head and session.head:
        message += f": {_short(slot.head)} and {_short(session.head)}"
    hint = "let one end when the other begins"
    yield wrong("overlapping-slots", message, slot.location, hint, session.location)


def _short(head: str) -> str:
    return f"“{shortened(head, 40)}”"


def _length(slot: StatedSlot) -> int:
    return (slot.end or slot.start) - slot.start


def _with_following(slots: Sequence[StatedSlot]) -> Iterator[tuple[StatedSlot, StatedSlot | None]]:
    for index, slot in enumerate(slots):
        following = slots[index + 1] if index + 1 < len(slots) else None
        is_next = following is not None and following.table == slot.table
        yield slot, following if is_next else None
