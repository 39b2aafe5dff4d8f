"""How facts are worded in English: ordinals, dates, times, lists."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
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
def ordinal_word(number: int | None) -> str:
    """The ordinal in words as a title begins with it: 3 makes "Third"; empty for none."""
    if number is None:
        return ""
    from num2words import num2words  # noqa: PLC0415 - slow to load

    return str(num2words(number, to="ordinal")).capitalize()


@cache
def cardinal_word(number: int) -> str:
    """The number in words: 3 makes "three"."""
    from num2words import num2words  # noqa: PLC0415 - slow to load

    return str(num2words(number))


def month_day(date: dt.date) -> str:
    """A day without its year: February 26."""
    return f"{date:%B}{NO_BREAK_SPACE}{date.day}"


def day(date: dt.date) -> str:
    """A day as ACM writes it: February 26, 2026."""
    return f"{month_day(date)}, {date.year}"


def days(start: dt.date, end: dt.date) -> str:
    """A range of days as ACM writes it: August 25–29, 2024."""
    if start == end:
        return day(start)
    if start.year != end.year:
        return f"{day(start)}{EN_DASH}{day(end)}"
    last = f"{end.day}" if start.month == end.month else month_day(end)
    return f"{month_day(start)}{EN_DASH}{last}, {end.year}"


def runs(dates: Sequence[dt.date]) -> list[tuple[dt.date, dt.date]]:
    """The first and the last of days that follow each other, for each such run of them."""
    found: list[tuple[dt.date, dt.date]] = []
    for date in dates:
        if found and date - found[-1][1] == dt.timedelta(days=1):
            found[-1] = (found[-1][0], date)
        else:
            found.append((date, date))
    return found


def several_days(dates: Sequence[dt.date]) -> str:
    """Days as ACM writes a range, or each of those that are none: March 1 and 3, 2027."""
    if len(runs(dates)) == 1:
        return days(dates[0], dates[-1])
    if len({date.year for date in dates}) > 1:
        return joined([day(date) for date in dates])
    return f"{joined(list(_in_one_year(dates)))}, {dates[0].year}"


def _in_one_year(dates: Sequence[dt.date]) -> Iterator[str]:
    """Days without their year, the month with its first day alone: March 1, 3, April 2."""
    month = 0
    for date in dates:
        yield f"{date.day}" if date.month == month else month_day(date)
        month = date.month


def weekdays(dates: Sequence[dt.date]) -> str:
    """The days of the week: Monday, Monday–Wednesday, "Monday and Wednesday"."""
    if len(dates) > 1 and len(runs(dates)) == 1:
        return f"{dates[0]:%A}{EN_DASH}{dates[-1]:%A}"
    return joined([f"{date:%A}" for date in dates])


def clock(time: dt.time) -> str:
    """A time of the day in 24 hours: 14:00."""
    return f"{time:%H:%M}"


def clocks(start: dt.time, end: dt.time) -> str:
    """A range of times: 14:00–14:45."""
    return f"{clock(start)}{EN_DASH}{clock(end)}"


def marked(words: str, *, is_tentative: bool) -> str:
    """Words for a value, with the mark of a tentative one: "Graz (to be confirmed)"."""
    return f"{words} ({TO_BE_CONFIRMED})" if is_tentative else words


def in_brackets(words: str | None) -> str:
    """What stands in brackets behind something: " (remote)"; nothing without words."""
    return f" ({words})" if words else ""


def labelled(noun: str, name: str | None) -> str:
    """A room or track as it is shown: a short sign gets its noun, as "Room A1".

    What holds a word, such as "Ballroom B", stays as it is.
    """
    return f"{noun} {name}" if name and not re.search(r"[^\W\d_]{3}", name) else name or ""


def joined(items: Sequence[str]) -> str:
    """Items as a sentence lists them: "a", "a and b", "a, b, and c"."""
    if len(items) <= 1:
        return "".join(items)
    if len(items) == 2:
        return f"{items[0]} and {items[1]}"
    return f"{', '.join(items[:-1])}, and {items[-1]}"
