"""Days and hours as people type them: which one is meant, if only one can be."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from msgspec import Struct

from proposal.model.english_days import MONTHS, WEEKDAYS, one_of
from proposal.model.names_in_other_languages import MONTHS_ELSEWHERE, WEEKDAYS_ELSEWHERE
from proposal.model.small_letters import small_letters

_MONTHS = MONTHS | MONTHS_ELSEWHERE
_MONTH = rf"(?P<month>{one_of(_MONTHS)})\.?"
_WEEKDAYS = WEEKDAYS | WEEKDAYS_ELSEWHERE
_WEEKDAY = rf"(?:(?P<weekday>{one_of(_WEEKDAYS)})\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_YEAR = r"(?P<year>\d{4})"


@cache
def _in_words() -> list[re.Pattern[str]]:
    return [
        re.compile(rf"{_WEEKDAY}{form}", re.IGNORECASE)
        for form in (
            # 14 September 2027, 14. September 2027, le 14 septembre 2027, 14 de septiembre de 2027
            rf"(?:(?:the|den|le|el)\s+)?{_DAY}\s*(?:(?:of|de)\s+)?[-\s]?{_MONTH},?[-\s]*(?:de\s+)?{_YEAR}",
            rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",  # September 14, 2027
            rf"{_YEAR}[.,]?\s+{_MONTH}\s+{_DAY}",  # 2027 September 14, 2027. szeptember 14.
        )
    ]


_YEAR_FIRST = re.compile(rf"{_YEAR}([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})\.?")
"""`2027-09-14`, `2027/9/14`"""
_YEAR_LAST = re.compile(rf"(?P<one>\d{{1,2}})\s*([-/.])\s*(?P<other>\d{{1,2}})\s*\2\s*{_YEAR}")
"""`14.09.2027`, `9/14/2027`"""
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h：]\s*(?P<minute>\d{2})(?::00)?)?\s*(?:(?P<half>[ap])\.?\s?m\.?|h|uhr)?",
    re.IGNORECASE,
)
"""`9`, `9:30`, `2 p.m.`, `14h30`, `9 Uhr`"""


def typed_days(text: str) -> list[dt.date]:
    """The days that a text may mean: one, two if day and month cannot be told apart, or none.

    Args:
        text: "14 September 2027", "Sept. 14, 2027", "2027-9-14", "14.09.2027" or "14/09/2027". With
            full stops the day comes first everywhere; with "/" or "-" it depends on the country. A
            day of the week that is not that day's leaves no day.
    """
    text = " ".join(text.split())
    for pattern in _in_words():
        if match := pattern.fullmatch(text):
            day = existing_day(match["year"], _MONTHS[small_letters(match["month"])], match["day"])
            weekday = small_letters(match["weekday"] or "")
            is_so = day is not None and _WEEKDAYS.get(weekday, day.weekday()) == day.weekday()
            return [day] if day is not None and is_so else []
    if match := _YEAR_FIRST.fullmatch(text):
        day = existing_day(match["year"], match["month"], match["day"])
        return [day] if day else []
    if match := _YEAR_LAST.fullmatch(text):
        one, other, year = match["one"], match["other"], match["year"]
        pairs = [(other, one)] if match[2] == "." else [(other, one), (one, other)]
        days = (existing_day(year, month, number) for month, number in pairs)
        return list(dict.fromkeys(day for day in days if day is not None))
    return []


def typed_months(text: str) -> list[dt.date]:
    """The first day of the month that a text means: "September 2024", "Sept. 2024", "09/2024"."""
    plain = " ".join(text.split())
    if match := re.fullmatch(rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}", plain, re.IGNORECASE):
        return [dt.date(int(match["year"]), _MONTHS[small_letters(match["month"])], 1)]
    if match := re.fullmatch(rf"(?P<month>\d{{1,2}})\s*[/.]\s*{_YEAR}", plain):
        day = existing_day(match["year"], match["month"], "1")
        return [day] if day else []
    return []


class TypedMoment(Struct, frozen=True):
    """The parts of a moment as they were typed."""

    day: str
    time: str | None
    zone: str | None


_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2}|.*\b\d{4})"
    r"(?:[T\s,]+(?:at\s+)?(?P<time>\d{1,2}(?:\s*[:.h]\s*\d{2})?\s*(?:[ap]\.?\s?m\.?|h|uhr)?)"
    r"(?::(?:00|59))?)?"
    r"(?:[\s,]*\(?(?P<zone>AoE|UTC(?:\s?[+−-]\d\d?(?::?00)?)?|[A-Z]\w+(?:/\w[\w+-]*)+)\)?)?",
    re.IGNORECASE,
)
"""Examples: `2027-06-22 23:59 UTC+8`, `June 22, 2027, 11:59 pm AoE`, `22.06.2027 (AoE)`."""


def typed_moment(text: str) -> TypedMoment:
    """A day with what stands behind it: a time of the day, a time zone; or the text as the day.

    Midnight behind a day is no time, since spreadsheet programs add it to every day.
    """
    text = " ".join(text.split())
    match = _MOMENT.fullmatch(text)
    if match is None or (match["time"] and typed_time(match["time"]) in {None, dt.time()}):
        return TypedMoment(text, None, None)
    return TypedMoment(match["day"], match["time"] and match["time"].strip(), match["zone"])


def without_weekday(text: str) -> str:
    """A day without the day of the week before it."""
    return re.sub(rf"^\s*{_WEEKDAY}", "", text, flags=re.IGNORECASE)


def typed_time(text: str) -> dt.time | None:
    """The time of the day that a text means: "14:00", "14.00", "2 pm", "2:30 p.m.", "14 h", "noon".

    Nothing if it is none, or if it is a bare number, which could be of either half of the day.
    """
    if re.fullmatch(r"(?:12 )?noon", text.strip(), re.IGNORECASE):
        return dt.time(12)
    match = _CLOCK.fullmatch(text.strip())
    if match is None or match.group().strip().isdecimal():
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    elif half:
        return None
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def existing_day(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    """The day of these numbers; nothing if there is none, as on the 30th of February."""
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
