"""Times of the day, as they are written, and which clock they are by where that matters."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from proposal.clocks import NamedClock
from proposal.model.fields import is_read_as, refuse
from proposal.model.typed_times import typed_time

_TWO_TIMES = re.compile(r"(?P<one>\S.*?)\s*(?:-|–|—|\bto\b|\buntil\b)\s*(?P<other>\S.*)")
"""16:00-17:00, 4 pm to 5 pm"""

_TIME_BEHIND_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}[T ,]+(?P<time>\d{1,2}[:.]\d\d)")
"""2027-01-01 2:00"""


def read_time(value: str) -> dt.time:
    """The time of the day that a text means, in any form in which only one can be meant.

    Raises:
        PydanticCustomError: it means none, or is a number of either half of the day.
    """
    time = typed_time(value)
    if time is None:
        refuse("not-a-time", f"`{value}` is no time", _hint_for_time(value))
    return time


def _hint_for_time(value: str) -> str:
    """What to write for a time that is none, or is one of either half of the day."""
    bare = value.strip()
    hint = "write hours and minutes: 14:30"
    if bare.isdecimal() and int(bare) < 24:
        hour = int(bare)
        hint = f"write {hour:02}:00" + (f", or {hour + 12}:00 after noon" if 0 < hour < 12 else "")
    elif re.fullmatch(r"([01]\d|2[0-3])[0-5]\d", bare):  # 1430
        hint = f"write hours and minutes: {bare[:2]}:{bare[2:]}"
    elif re.match(r"24[:.]00|midnight", bare, re.IGNORECASE):
        hint = (
            "write 23:59 for the end of the day, and 00:00 for its beginning; what ends at "
            "midnight has `end: 00:00` and `next_day: true`"
        )
    elif (match := re.fullmatch(r"(\d\d)[:.]([0-5]\d)", bare)) and 24 <= int(match[1]) < 48:
        hint = (
            f"an hour behind midnight is {int(match[1]) - 24:02}:{match[2]}, with `next_day: true`"
        )
    elif match := _TIME_BEHIND_DAY.fullmatch(bare):
        hint = (
            f"write the time alone: {match['time']}; what ends after midnight has `next_day: true`"
        )
    # such as 23:59 AOE, 14:30 UTC+2
    elif match := re.fullmatch(r"(\d{1,2}[:.]\d{2})\s*[A-Z]{2,5}([+-]\d+)?", bare):
        hint = f"write the time at the venue, whose zone is known: {match[1].replace('.', ':')}"
    elif match := _TWO_TIMES.fullmatch(bare):
        one, other = typed_time(match["one"]), typed_time(match["other"])
        if one and other:
            hint = f"write the two apart: `start: {one:%H:%M}`, `end: {other:%H:%M}`"
    return hint


def _clock(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"\d{1,2}:\d{2}", value) is None:
        is_read_as(info)
    return read_time(value)


_FORM = (
    r"^ *\d{1,2}( *[:.hH] *\d{2})?(:00)? *([AaPp]\.? ?[Mm]\.?|[hH]|[Uu][Hh][Rr])? *$"
    r"|^(12 )?[Nn]oon$"
)
_NAMED_FORM = r"^ *\d{1,2}[:.hH]\d{2} .*[A-Z]{2,5}( *[+-] *\d{1,2}(:?\d{2})?)? *$"

Clock = Annotated[
    dt.time, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": _FORM})
]
"""A time of the day at the venue: 14:30, 2:30 pm, 14.30, 14h30, noon."""


_NAMED_CLOCK = re.compile(
    r"(?P<time>.*?\d(?: ?[ap]\.?m\.?)?) *(?P<name>(?!uhr|[ap]m)[a-z]{2,5}"
    r"|(?:utc|gmt) *[+\N{MINUS SIGN}-] *\d{1,2}(?::?\d{2})?)",
    re.IGNORECASE,
)
"""Examples: `1:30 EST`, `01:30 UTC-5`, `1.30 am EDT`."""


def _clock_on_day(value: Any, info: ValidationInfo) -> Any:
    match = _NAMED_CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    time = typed_time(match["time"]) if match else None
    if match is None or time is None or typed_time(str(value)) is not None:
        return _clock(value, info)
    return NamedClock.of(time, match["name"].replace(" ", "").upper())


ClockOnDay = Annotated[
    dt.time,
    BeforeValidator(_clock_on_day),
    WithJsonSchema({"type": "string", "pattern": f"{_FORM}|{_NAMED_FORM}"}),
]
"""A time of a certain day, behind which its clock may stand where clocks show it twice."""


def ends_first(start: dt.time, end: dt.time) -> bool:
    """Whether an end is not after its beginning, as far as the two clocks tell."""
    clocks = {clock.name for clock in (start, end) if isinstance(clock, NamedClock)}
    return end <= start and len(clocks) < 2


def later_end(start: dt.time, end: dt.time, after_midnight: str = "add `next_day: true`") -> str:
    """What to write for an end before its beginning: the hour after noon, or the next day.

    Args:
        start: the beginning.
        end: the end as it was typed, most often by a clock of twelve hours.
        after_midnight: what to do about it if that is an hour of the next day.
    """
    afternoon = end.replace(hour=end.hour + 12) if end.hour < 12 else None
    is_after = afternoon is not None and afternoon > start
    hour = f"write 24 hours: {afternoon:%H:%M}" if is_after else "write a later hour"
    return f"{hour}; if it ends after midnight, {after_midnight}"


def refuse_wrong_order(what: str, start: dt.time, end: dt.time, *, next_day: bool) -> None:
    """Refuse hours that end before they start, or that are said to end a day later for nothing.

    Args:
        what: what has these hours, as a sentence names it.
        start: when it starts.
        end: when it ends.
        next_day: whether that is on the day after.
    """
    if next_day and end > start:
        hint = "delete `next_day`"
        refuse("times-out-of-order", "it lasts longer than a day", hint, key="next_day")
    if ends_first(start, end) and not next_day:
        message = f"{what} ends before it starts"
        refuse("times-out-of-order", message, later_end(start, end), key="end")
