"""Says of what was typed for a day, and is none, what is wrong with it and what to type instead."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from proposal.model.typed_times import typed_days, without_weekday

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that data may name. Hours of the first and last days that Python knows leave its
calendar in other time zones, and such days are stand-ins for days that nobody knows."""

_DAY_BEFORE = re.compile(r"(?P<day>\d{4}-\d{1,2}-\d{1,2})[T ,]+(?P<rest>.*)")
"""`2026-02-26T09:00`, `2026-2-26, 9 am`"""
_NOT_KNOWN = re.compile(r"(?:tb[acd]|to be \w+|\?+|unknown|open|n/?a)\.?", re.IGNORECASE)
"""`TBA`, `to be announced`, `?`"""


_ISO_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
"""`2027-09-14`"""
_ISO_RANGE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}\s*(?:\.{2,}|[-–—/&,+]|and|to)\s*\d{1,2}")
"""Examples: `2027-09-14/15`, `2027-09-14 to 15`."""
_RANGE_IN_WORDS = re.compile(
    r"[A-Za-z].*\b\d{1,2}\s*(?:[-–—&/,]|and|to)\s*\d{1,2}\b(?!\d)|"
    r"\b\d{1,2}\s*(?:[-–—&/,]|and|to)\s*\d{1,2}\.?\s+[A-Za-z]"
)
"""Examples: `September 14-15, 2027`, `14. and 15. September 2027`."""


def means_several_days(text: str) -> bool:
    """Whether a text gives more than one day: "10-14 May 2027", "2027-05-10 to 2027-05-14"."""
    return bool(
        len(_ISO_DAY.findall(text)) > 1
        or _ISO_RANGE.fullmatch(text)
        or _RANGE_IN_WORDS.search(_ISO_DAY.sub("", text))  # 2027-09-14 noon
    )


def what_is_no_day(value: str) -> tuple[str, str]:
    """What is wrong with a text that means no day, and what to write in its place."""
    text = value.strip()
    message, hint = f"`{value}` is no date", "write year-month-day: 2026-02-26"
    if others := typed_days(without_weekday(text)):
        message += f": {others[0].isoformat()} is a {calendar.day_name[others[0].weekday()]}"
        hint = f"write the day that is meant: {others[0].isoformat()}"
    elif (match := _DAY_BEFORE.fullmatch(text)) and not typed_days(match["day"]):
        year, month, _ = map(int, match["day"].split("-"))
        message += f": {no_such_day(year, month)}"
    elif means_several_days(text):
        message = f"`{value}` are several days, and one is expected here"
        hint = "write one day: 2026-02-26"
    elif with_rest := (match["day"], match["rest"]) if match else _day_and_rest(text):
        day, rest = with_rest
        message += f": `{rest}` stands behind the day"
        hint = f"write the day alone: {day}"
        # 2026-02-26 23:59 (AoE), 26 February 2026, 5 pm CET
        if re.search(r"\d(?:[:.]\d\d|\s*[ap]\.?m\.?)\s*\(?[A-Za-z]{2,}", rest):
            hint += "; a deadline has `time: 23:59` and a zone by its place beside it"
    elif re.fullmatch(r"(?:19|20|21)\d{6}", text):
        hint = f"write hyphens: {text[:4]}-{text[4:6]}-{text[6:]}"
    elif _NOT_KNOWN.fullmatch(text):
        hint = "leave the key out until the day is known, or write a likely day as `tentative`"
    elif match := _SHORT_YEAR.fullmatch(text):
        message = f"`{value}` has no year of four digits"
        hint = f"write all of the year: {match['day']}20{match['year']}"
    elif not re.search(r"\d{4}", text) and re.search(r"\d", text):
        message, hint = f"`{value}` has no year of four digits", "write the year, too: 2026-02-26"
    elif _OF_SPREADSHEET.fullmatch(text):
        day = DAY_ZERO + dt.timedelta(days=int(text))
        hint = f"as the number of a day in a spreadsheet it is {day}; write that if it is meant"
    return message, hint


def _day_and_rest(text: str) -> tuple[str, str] | None:
    """A day in words and the hour behind it: `26 February 2026, 5 pm CET`."""
    for gap in reversed(list(re.finditer(r"[\s,]+", text))):
        day, rest = text[: gap.start()], text[gap.end() :]
        if re.match(r"\d", rest) and len(found := typed_days(without_weekday(day))) == 1:
            return found[0].isoformat(), rest
    return None


_SHORT_YEAR = re.compile(r"(?P<day>\d{1,2}([./-])\d{1,2}\2)(?P<year>\d\d)")
"""`10.1.27`, `1/10/27`"""
_OF_SPREADSHEET = re.compile(r"[45]\d{4}")
"""`46063`, which is a day in the years from 2009 to 2064"""
DAY_ZERO = dt.date(1899, 12, 30)
"""The day that spreadsheet programs count as 0."""


def nearest_day(year: int, month: int) -> str:
    """What to write for a day that its month does not have."""
    if not (1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
        return "write year-month-day: 2026-02-26"
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    return f"write {last}, which is the last day of that month, or the day that is meant"


def no_such_day(year: int, month: int) -> str:
    """Why the calendar lacks a day of this year and month."""
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    if year == 0:
        return "there is no year 0"
    return f"{calendar.month_name[month]} {year} has {calendar.monthrange(year, month)[1]} days"
