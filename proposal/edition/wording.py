"""How facts are worded in English: ordinals, dates, times, lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"

TO_BE_CONFIRMED = "to be confirmed"
"""The words beside everything that the data call tentative."""

TO_BE_ANNOUNCED = "to be announced"
"""The words in place of everything that is not known, or not for the public yet."""

FULL_DAY_HOURS = 5
"""From this many hours on a workshop is a full-day one."""


@cache
def ordinal_word(number: int) -> str:
    """The ordinal in words as a title begins with it: 3 makes "Third"."""
    from num2words import num2words  # noqa: PLC0415 - slow to load

    return str(num2words(number, to="ordinal")).capitalize()


def day(date: dt.date) -> str:
    """A day as ACM writes it: February 26, 2026."""
    return f"{date:%B}{NO_BREAK_SPACE}{date.day}, {date.year}"


def days(start: dt.date, end: dt.date) -> str:
    """A range of days as ACM writes it: August 25–29, 2024."""
    if start == end:
        return day(start)
    if start.year != end.year:
        return f"{day(start)}{EN_DASH}{day(end)}"
    first = f"{start:%B}{NO_BREAK_SPACE}{start.day}"
    last = f"{end.day}" if start.month == end.month else f"{end:%B}{NO_BREAK_SPACE}{end.day}"
    return f"{first}{EN_DASH}{last}, {end.year}"


def clock(time: dt.time) -> str:
    """A time of the day in 24 hours: 14:00."""
    return f"{time:%H:%M}"


def clocks(start: dt.time, end: dt.time) -> str:
    """A range of times: 14:00–14:45."""
    return f"{clock(start)}{EN_DASH}{clock(end)}"


def marked(words: str, *, is_tentative: bool) -> str:
    """Words for a value, with the mark of a tentative one: "Graz (to be confirmed)"."""
    return f"{words} ({TO_BE_CONFIRMED})" if is_tentative else words


def joined(items: Sequence[str]) -> str:
    """Items as a sentence lists them: "a", "a and b", "a, b, and c"."""
    if len(items) <= 1:
        return "".join(items)
    if len(items) == 2:
        return f"{items[0]} and {items[1]}"
    return f"{', '.join(items[:-1])}, and {items[-1]}"
