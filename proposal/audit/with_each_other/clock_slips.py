"""Finds hours that no clock shows, and rows whose am or pm, or whose place, is a slip."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely, wrong
from proposal.audit.with_each_other.stated.statements import PageContent, StatedSlot
from proposal.reading.hours import HALF_DAY, UNTIL, clock_of_minutes
from proposal.reading.locations import Location

_LONG = 8 * 60
"""Minutes that a part of a day does not last, unless it holds all others."""

_NIGHT = 7 * 60
"""Before this time of the day no part of a workshop begins."""

_SOON = 2 * 60
"""Minutes within which the row below begins, if it belongs to the same half of the day."""

_TWICE_COUNTED = re.compile(
    r"(?<![\d:.,])(?P<hour>1[3-9]|2[0-4]|00)[:.h][0-5]\d\s*(?P<half>[ap])\.?\s?m\b", re.IGNORECASE
)
"""`16:00 PM`: an hour of 24 with the sign of one of 12."""

_CLOCK = r"\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?\s?m\b\.?)?"
_BEHIND = r"(?![\d:%]|[.,]\d)"
_IN_RANGE = re.compile(rf"(?<![\d:.,/]){_CLOCK}{UNTIL}{_CLOCK}{_BEHIND}", re.IGNORECASE)
"""`9:00 – 9:45`, `14h00 to 15h30`"""
_WITH_ZONE = re.compile(
    rf"(?<![\d:.,/]){_CLOCK}{_BEHIND}\s*\(?(?:AoE|UTC|GMT|CES?T|[ECMP][SD]?T)\b"
    rf"|(?<![\d:.,/])\d{{1,2}}[:.]\d{{2}}\s*[ap]\.?m\b",
    re.IGNORECASE,
)
"""`23:59 AoE`, `9:00 pm`"""
_NO_HOUR = re.compile(
    r"(?<!\d)(?:(?P<hour>2[5-9]|[3-9]\d)[:h][0-5]\d|24[:h](?:0[1-9]|[1-5]\d)"
    r"|(?:[01]?\d|2[0-4])[:h](?P<minute>[6-9]\d))(?!\d)"
)
"""`25:00`, `24:30`, `10:75`."""


def impossible_hours(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Hours that no clock shows, and hours of 24 that say am or pm."""
    seen: set[Location] = set()
    for content in edition:
        for run in content.runs:
            for written, message, hint, is_wrong in _impossible(run.text):
                location = content.find(written, run.location)
                if location not in seen:
                    seen.add(location)
                    say = wrong if is_wrong else unlikely
                    yield say("no-such-hour", message, location, hint)


def _impossible(text: str) -> Iterator[tuple[str, str, str, bool]]:
    """The hours as they are written, what is wrong with them, a hint, and whether it is certain."""
    for match in _TWICE_COUNTED.finditer(text):
        hour, is_late = int(match["hour"]), match["half"].lower() == "p"
        if is_late:
            message = f"“{match[0]}” is no hour: it counts to 24, and says PM as well"
            bare = re.split(r"\s*[ap]\.?\s?m", match[0], flags=re.IGNORECASE)[0]
            yield match[0], message, f"write {bare}, or the hour between 1 and 12 with PM", False
        elif hour > 12:  # "00:30 AM" is only unusual
            message = f"“{match[0]}” is no hour: {hour} is in the afternoon, AM in the morning"
            yield match[0], message, "write the hour that is meant", True
    for pattern in (_IN_RANGE, _WITH_ZONE):
        for hours in pattern.finditer(text):
            for match in _NO_HOUR.finditer(hours[0]):
                message = f"“{match[0]}” is no hour that a clock shows"
                yield match[0], message, "write the hour that is meant", True


def halves_of_the_day(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Rows whose am or pm does not fit between the rows around them."""
    for table in _tables(edition):
        for index, slot in enumerate(table):
            before = table[index - 1] if index else None
            after = table[index + 1] if index + 1 < len(table) else None
            if after is not None and ends_half_a_day_late(slot, after, table):
                yield _late_end(slot, after)
            elif before is not None and _begins_half_a_day_early(before, slot, after):
                where = before.location.seen_from(slot.location)
                message = f"“{slot.hours}” is in the night; the part before it begins"
                message += f" at {clock_of_minutes(before.start)} ({where})"
                hint = "look whether am and pm are right: noon is 12:00 PM"
                yield wrong("am-or-pm", message, slot.location, hint, before.location)


def _tables(edition: Sequence[PageContent]) -> Iterator[list[StatedSlot]]:
    for content in edition:
        for _, table in groupby(content.slots, key=lambda slot: slot.table):
            yield list(table)


def ends_half_a_day_late(slot: StatedSlot, after: StatedSlot, table: Sequence[StatedSlot]) -> bool:
    """Whether the next row begins long before a row ends, and on time half a day earlier.

    A row that ends together with the whole table holds the others.
    """
    if slot.end is None or slot.end - slot.start < _LONG:
        return False
    ends = [other.end or other.start for other in table if other is not slot]
    if max(ends) >= slot.end or not slot.start <= after.start < slot.end:
        return False
    meant = slot.end - HALF_DAY
    if meant > slot.start:
        return meant <= after.start <= meant + _SOON and "m" in slot.hours.casefold()
    # Without am and pm, 9:00 - 8:30 can be read as a long evening only.
    return after.start - slot.start <= _SOON and slot.start - meant <= _SOON


def _late_end(slot: StatedSlot, after: StatedSlot) -> Conflict:
    where = after.location.seen_from(slot.location)
    if slot.end is not None and slot.end - HALF_DAY <= slot.start:
        message = f"“{slot.hours}” ends before it begins, or lasts until the evening; the next part"
        message += f" begins at {clock_of_minutes(after.start)} ({where})"
        hint = "correct the hours"
        return wrong("ends-before-start", message, slot.location, hint, after.location)
    message = f"“{slot.hours}” lasts {_length((slot.end or 0) - slot.start)}; the next part begins"
    message += f" at {clock_of_minutes(after.start)} ({where})"
    hint = "look whether am and pm are right"
    return wrong("am-or-pm", message, slot.location, hint, after.location)


def _begins_half_a_day_early(
    before: StatedSlot, slot: StatedSlot, after: StatedSlot | None
) -> bool:
    """Whether a row is in the night, and fits exactly between its neighbours half a day later."""
    if "m" not in slot.hours.casefold() or slot.start >= _NIGHT or before.start < _NIGHT:
        return False
    meant = slot.start + HALF_DAY
    is_behind = (before.end or before.start) <= meant <= (before.end or before.start) + _SOON
    return is_behind and (after is None or after.start >= meant)


def rows_in_order(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Rows of a schedule that stand above earlier ones, and would fit exactly between others."""
    for table in _tables(edition):
        misplaced = _misplaced(table)
        if not misplaced or len(misplaced) > max(1, len(table) // 8):
            continue
        for index in misplaced:
            slot = table[index]
            others = [other for other in table if other is not slot]
            right = next((other for other in reversed(others) if other.end == slot.start), None)
            follower = next((other for other in others if other.start == slot.end), None)
            is_parallel = any(other.start == slot.start for other in others)
            if right is None or follower is None or is_parallel:
                continue
            where = right.location.seen_from(slot.location)
            message = f"“{slot.hours}” stands out of order: it begins when “{right.hours}”"
            message += f" ends ({where})"
            hint = "put the rows in the order of their hours, or correct the hours"
            yield unlikely("row-order", message, slot.location, hint, right.location)


def _misplaced(table: Sequence[StatedSlot]) -> list[int]:
    """The rows that keep a table from being in order, the fewest that there can be."""
    if len(table) < 4 or all(one.start <= other.start for one, other in pairwise(table)):
        return []
    tails: list[int] = []  # the earliest last beginning of an ordered run of each length
    last: list[int] = []  # and the row that has it
    before: list[int] = []
    for index, slot in enumerate(table):
        place = bisect_right(tails, slot.start)
        before.append(last[place - 1] if place else -1)
        tails[place:] = [slot.start, *tails[place + 1 :]]
        last[place:] = [index, *last[place + 1 :]]
    kept: set[int] = set()
    index = last[-1]
    while index >= 0:
        kept.add(index)
        index = before[index]
    return [index for index in range(len(table)) if index not in kept]


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"
