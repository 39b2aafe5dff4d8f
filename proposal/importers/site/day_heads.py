"""Understands the heads of days without a whole date: `Day 2`, `Freitag`, `Monday, 11th`."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from babel.dates import get_day_names
from msgspec import Struct

_LANGUAGES = ("en", "de", "fr", "es", "pt", "it")
_WORDS = (
    r"(?:1|one|I|first|premi(?:er|ère)|erster|primer[oa]?|primeir[oa]|prim[oa])",
    r"(?:2|two|II|second|deuxième|seconde?|zweiter|segund[oa]|second[oa])",
    r"(?:3|three|III|third|troisième|dritter|tercer[oa]?|terceir[oa]|terz[oa])",
    r"(?:4|four|IV|fourth|quatrième|vierter|cuart[oa]|quart[oa])",
    r"(?:5|five|V|fifth|cinquième|fünfter|quint[oa])",
    r"(?:6|six|VI|sixth)",
    r"(?:7|seven|VII|seventh)",
)
_DAY = r"(?:workshop\s+|conference\s+)?(?:day|tag|jour(?:née)?|d[ií]a|giorn(?:o|ata))"
_NUMBERED = tuple(
    re.compile(
        rf"(?:{_DAY}\s*(?:n[o°.]*\s*|#\s*)?{word}|{word}(?:st|nd|rd|th|er|e|º|°|\.)?\s+{_DAY})\b"
        r"(?!\s*[-–—/&+]\s*\d|\s+(?:and|to|und|et)\s)",
        re.IGNORECASE,
    )
    for word in _WORDS
)
_LONGEST_BEHIND = 60
"""Characters behind the day in a heading of a schedule."""
_PART_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|vormittag|nachmittag|matin|après-midi))?"
_LONGEST_STRETCH = dt.timedelta(31)


class DayHead(Struct, frozen=True):
    """Which day a head without a date names."""

    text: str
    number: int | None = None
    """The first day is 1."""
    weekday: int | None = None
    """Monday is 0."""
    of_month: int | None = None
    """The day of a month that is not named."""


def day_head(text: str) -> DayHead | None:
    """The day that a line or the head of a column names; nothing of other lines."""
    bare = " ".join(text.split()).strip(" :*–—-.,")
    weekday = next((number for number in range(7) if _weekday(number).search(bare)), None)
    if (head := _head_of_month(bare, weekday)) is not None:
        return head
    for number, pattern in enumerate(_NUMBERED, 1):
        match = pattern.match(bare)
        if match is not None and len(bare) - match.end() <= _LONGEST_BEHIND:
            return DayHead(bare, number, weekday)
    if weekday is not None and _alone(weekday).fullmatch(_BEHIND_DAY.sub("", bare)):
        return DayHead(bare, None, weekday)
    return None


_BEHIND_DAY = re.compile(
    rf"(?:\s+[–—|@-]\s+|\s*\()[^\d:?!]{{3,{_LONGEST_BEHIND}}}(?:\d{{1,4}}\)?)?$"
)
"""Where the parts of a day take place: `Tuesday - Sample Hotel, Main Hall`, `Monday (Room 12)`."""


def _head_of_month(bare: str, weekday: int | None) -> DayHead | None:
    """The head of a day of a month that is not named; nothing of other lines."""
    match = _OF_MONTH.fullmatch(bare)
    if match is None or not 1 <= (day := int(match["day"])) <= _LAST_DAY:
        return None
    before = match["before"].strip(" :–—-.,(|/")
    if weekday is not None and _alone(weekday).fullmatch(before):
        return DayHead(bare, None, weekday, day)
    if match["ordinal"] is None or (before and not _BEFORE_DAY.fullmatch(before)):
        return None
    number = next((n for n, one in enumerate(_NUMBERED, 1) if one.fullmatch(before)), None)
    return DayHead(bare, number, None, day)


_OF_MONTH = re.compile(
    r"(?P<before>.*?)(?:\bthe\s+)?(?<!\d)(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?\)?",
    re.IGNORECASE,
)
"""`Monday, 11th`, `Day 1 – 11th`, `Montag, 11`"""
_BEFORE_DAY = re.compile(rf"{_DAY}(?:\s+\w+)?", re.IGNORECASE)
"""`Day`, `Day 1`"""
_LAST_DAY = 31
"""Of a month."""


@cache
def _names(number: int) -> str:
    names = {get_day_names("wide", locale=language)[number] for language in _LANGUAGES}
    short = get_day_names("abbreviated", locale="en")[number]
    found = sorted({*names, short, {1: "Tues", 3: "Thurs", 2: "Weds"}.get(number, short)}, key=len)
    return "|".join(re.escape(name) for name in reversed(found))


@cache
def _weekday(number: int) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_names(number)})\b", re.IGNORECASE)


@cache
def _alone(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?:{_names(number)})\.?{_PART_OF_DAY}", re.IGNORECASE)


def without_weekdays(text: str) -> str:
    """A text with a space in place of each name of a weekday."""
    for number in range(7):
        text = _weekday(number).sub(" ", text)
    return text


def weekday_at_start(text: str) -> int | None:
    """The weekday with which a text begins, Monday being 0."""
    return next((number for number in range(7) if _weekday(number).match(text)), None)


def day_in_stretch(weekday: int, stretch: tuple[dt.date, dt.date] | None) -> dt.date | None:
    """The only day of an event that is of a weekday; nothing if it lasts too long, or not."""
    if stretch is None or stretch[1] - stretch[0] > _LONGEST_STRETCH:
        return None
    days = [stretch[0] + dt.timedelta(number) for number in range(_length_of(stretch))]
    named = [day for day in days if day.weekday() == weekday]
    return named[0] if len(named) == 1 else None


def day_of_head(head: DayHead, stretch: tuple[dt.date, dt.date] | None) -> dt.date | None:
    """The only day of an event that a head names by its weekday or its number in the month."""
    if head.of_month is None:
        return None if head.weekday is None else day_in_stretch(head.weekday, stretch)
    if stretch is None or stretch[1] - stretch[0] > _LONGEST_STRETCH:
        return None
    days = [stretch[0] + dt.timedelta(number) for number in range(_length_of(stretch))]
    named = [
        day for day in days if day.day == head.of_month and head.weekday in {None, day.weekday()}
    ]
    return named[0] if len(named) == 1 else None


def dates_of_heads(
    heads: list[tuple[DayHead | None, dt.date | None]], stretch: tuple[dt.date, dt.date] | None
) -> list[dt.date | None]:
    """The dates of days by their heads, as far as the event's first and last day say them.

    `Day 2` is the second of two days if the event has two; of an event of three nobody knows.

    Args:
        heads: the heads of all days, each with the date that it gives itself.
        stretch: the event's first and last day.
    """
    dates = [
        date if date is not None or head is None else day_of_head(head, stretch)
        for head, date in heads
    ]
    numbers = [head.number if head is not None else None for head, _ in heads]
    if stretch is None or sorted(filter(None, numbers)) != list(range(1, _length_of(stretch) + 1)):
        return dates
    counted = [stretch[0] + dt.timedelta((number or 1) - 1) for number in numbers]
    is_same = all(
        date == other or (date is None and (head is None or head.of_month is None))
        for (head, _), date, other in zip(heads, dates, counted, strict=True)
    )
    return list(counted) if is_same and len(counted) == _length_of(stretch) else dates


def _length_of(stretch: tuple[dt.date, dt.date]) -> int:
    return (stretch[1] - stretch[0]).days + 1
