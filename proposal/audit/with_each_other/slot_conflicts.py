"""Do the hours of a programme fit each other, and the lengths that are said of its parts?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from proposal.audit.with_each_other.locations import wrong
from proposal.audit.with_each_other.statements import Slot, Told
from proposal.diagnostics import Diagnostic

_SESSION = re.compile(
    r"\b(?:sessions?|papers?|orals?|talks|presentations?|posters?|spotlights?)\b", re.IGNORECASE
)
"""What holds other parts, whose hours may stand below its own."""

_EVENING = 17 * 60
_MORNING = 4 * 60
"""What begins in the evening may end before this hour of the next day."""


def durations(edition: Sequence[Told]) -> Iterator[Diagnostic]:
    """Parts that are said to last longer or shorter than from their beginning to their end."""
    for told in edition:
        for slot, following in _with_following(told.slots):
            end, until = slot.end, "its end"
            if end is None and following is not None and slot.stated is not None:
                end, until = following.start, "the next part"
            if slot.stated is None or end is None or end <= slot.start:
                continue
            length = end - slot.start
            is_shorter = until == "the next part" and slot.stated <= length
            if slot.stated != length and not is_shorter:
                where = slot.spot
                line = next((each for each in slot.lines if str(slot.stated) in each.text), None)
                spot = told.find(str(slot.stated), line.spot) if line else where
                hours = f"from {_clock(slot.start)} to {_clock(end)}"
                message = f"{slot.stated} minutes are said, but {hours} it is {length}"
                message += f" ({where.seen_from(spot)})"
                if until == "the next part":
                    message += ", when the next part begins"
                hint = "correct the length or the hours"
                yield wrong("wrong-duration", message, spot, hint, where)


def order(edition: Sequence[Told]) -> Iterator[Diagnostic]:
    """Parts that end before they begin, and parts that begin while the one before lasts."""
    for told in edition:
        for slot in told.slots:
            if _is_backwards(slot):
                what = f" ({slot.head})" if slot.head else ""
                message = f"“{slot.hours}” ends before it begins{what}"
                hint = "look whether am and pm are right"
                yield wrong("ends-before-start", message, slot.spot, hint)
        for _, table in groupby(told.slots, key=lambda each: each.table):
            yield from _overlaps(list(table))


def _is_backwards(slot: Slot) -> bool:
    is_late = slot.start >= _EVENING and slot.end is not None and slot.end <= _MORNING
    return slot.end is not None and slot.end < slot.start and not is_late


def _overlaps(table: list[Slot]) -> Iterator[Diagnostic]:
    """Rows that begin before the row above ends; talks within their session do not count.

    Rows that begin together are parallel, and rows that begin earlier are those of another day.
    """
    for before, slot in pairwise(table):
        if _is_backwards(slot) or before.end is None:
            continue
        is_part = _SESSION.search(before.head) and (slot.end or slot.start) <= before.end
        if before.start < slot.start < before.end and not is_part:
            where = before.spot.seen_from(slot.spot)
            message = f"“{slot.hours}” begins before “{before.hours}” ends ({where})"
            hint = "let one end when the other begins"
            yield wrong("overlapping-slots", message, slot.spot, hint, before.spot)


def _with_following(slots: Sequence[Slot]) -> Iterator[tuple[Slot, Slot | None]]:
    for index, slot in enumerate(slots):
        following = slots[index + 1] if index + 1 < len(slots) else None
        is_next = following is not None and following.table == slot.table
        yield slot, following if is_next else None


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
