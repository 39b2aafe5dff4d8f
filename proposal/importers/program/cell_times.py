"""Reads days and hours from the cells of a table; what can be read in two ways is refused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from proposal.importers.program.written_times import read_moment
from proposal.model.day_hints import DAY_ZERO
from proposal.model.english_days import WEEKDAYS, one_of
from proposal.model.names_in_other_languages import MONTHS_ELSEWHERE, WEEKDAYS_ELSEWHERE
from proposal.model.records.when_record import WhenRecord
from proposal.model.small_letters import small_letters
from proposal.model.typed_times import existing_day
from proposal.reading.days import find_days

_UNIT = r"(?:h|uhr|hrs?|horas?|heures?|ore|uur)\b\.?"
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:(?:[:.]|\s?h\s?)(?P<minute>\d{2}))?(?::\d{2})?"
    rf"\s*(?:(?P<half>[ap]\.?\s?m\b\.?)|(?P<unit>{_UNIT}))?",
    re.IGNORECASE,
)
"""Examples: `09:00`, `9:00:00`, `14h30`, `2 pm`, `9.10 Uhr`, `10h`."""
_HALF = re.compile(r"[ap]\.?\s?m\b\.?", re.IGNORECASE)
"""`9:00 a.m.`, `2 pm`"""
_SPAN = re.compile(
    r"\s*(?:[-–—−]+|(?<!^)\b(?:to|bis|until|à|a|alle|às|tot)\b(?!\.?\s?m\b))\s*", re.IGNORECASE
)
"""What stands between two hours: `09:00 – 09:30`, `9h a 10h`; not the `a` of `9 a.m.`."""
_NUMBERS = re.compile(r"\D*(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2,4})?)?\b.*", re.DOTALL)
"""Examples: `03/08/2026`, `3.8.`, `Mon 8/3`."""
_NUMBER_OF_DAY = re.compile(r"(?:day|tag|jour|d[ií]a)?\s*(\d{1,2})", re.IGNORECASE)
"""Examples: `Day 2`, `2`."""
_MONTH = rf"(?P<month>{one_of(MONTHS_ELSEWHERE)})"
_OF_MONTH = (
    re.compile(
        r"\b(?P<day>\d{1,2})(?:er|\.|º)?\s+(?:de\s+)?"
        rf"{_MONTH}\b(?:,?\s+(?:de\s+)?(?P<year>\d{{4}}))?",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:\b(?P<year>\d{{4}})\.?\s+)?\b{_MONTH}\s+(?P<day>\d{{1,2}})\b", re.IGNORECASE),
)
"""Examples: `jeudi 26 février 2026`, `26 de febrero de 2026`, `26. Februar`; `2026. február 26.`"""
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
"""What spreadsheets keep of a day whose cell has no format of dates: `46553`."""
_HYPHEN = re.compile(r"(?<=\d)-(?=[^\W\d_]{3})|(?<=[^\W\d_]{3})-(?=\d)")
"""What stands between the parts of `26-Feb-2026`."""
_YEAR_FIRST = re.compile(r"(20\d\d)(?:[/.](\d{1,2})[/.](\d{1,2})|(\d\d)(\d\d))")
"""Examples: `2026/02/26`, `20260226`."""
_PART_OF_DAY = re.compile(r"0?\.\d+|0,\d{2,}")
"""What they keep of an hour: `0.375` of 09:00; `0,375` in German and other languages."""
_MORNING = 7
"""Before this hour no part of a day is written without am or pm, unless with a zero: `06:30`."""


class TwoReadingsError(ValueError):
    """A cell can be read in two ways; the text says what to write instead."""


def day_in_cell(text: str, days: Sequence[WhenRecord]) -> dt.date | None:
    """The day that a cell names: by its date, its number or its weekday.

    A date may lack its year, which is that of the edition. Of a date in numbers the reading counts
    that is a day of the edition.

    Raises:
        TwoReadingsError: the numbers may be two days of the edition, or of other months.
    """
    own = [day.date for day in days]
    line = _HYPHEN.sub(" ", " ".join(text.split()))
    if _SERIAL.fullmatch(line):
        counted = DAY_ZERO + dt.timedelta(days=int(line[:5]))
        return counted if counted in own else None
    if match := _YEAR_FIRST.fullmatch(line):
        return existing_day(*(int(part) for part in match.groups() if part))
    if match := _NUMBER_OF_DAY.fullmatch(line):
        number = int(match[1])
        return own[number - 1] if 1 <= number <= len(own) else None
    for year in ("", *(f", {day.year}" for day in own)):
        if found := find_days(f"{line}{year}"):
            return found[0].date
    if match := _NUMBERS.fullmatch(line):
        return _day_in_numbers(line, match, own)
    if match := next(filter(None, (form.search(line) for form in _OF_MONTH)), None):
        return _day_of_month(match, own)
    word = line.split(",")[0].split(" ")[0].casefold()
    weekday = WEEKDAYS_ELSEWHERE.get(word, WEEKDAYS.get(line[:3].casefold()))
    named = [day for day in own if weekday == day.weekday()]
    return named[0] if len(named) == 1 else None


def _day_of_month(match: re.Match[str], own: Sequence[dt.date]) -> dt.date | None:
    """The day of `26 février`, in the year of the edition if none is said."""
    month = MONTHS_ELSEWHERE[small_letters(match["month"])]
    year = int(match["year"]) if match["year"] else own[0].year
    return existing_day(year, month, int(match["day"]))


def _day_in_numbers(line: str, match: re.Match[str], own: Sequence[dt.date]) -> dt.date | None:
    year = int(match[3]) if match[3] else own[0].year
    candidates = set(_dates(year + 2000 if year < 100 else year, match[1], match[2]))
    of_edition = candidates & set(own)
    if len(of_edition or candidates) > 1:
        likely = " or ".join(sorted(day.isoformat() for day in of_edition or candidates))
        raise TwoReadingsError(f"`{line}` may be {likely}; write it so")
    return next(iter(of_edition or candidates), None)


def _dates(year: int, *numbers: str) -> Iterator[dt.date]:
    for month, day in permutations(numbers, 2):
        if date := existing_day(year, month, day):
            yield date


def clock_in_cell(text: str) -> dt.time | None:
    """The hour that a cell is.

    Raises:
        TwoReadingsError: it may be one of the morning or of the afternoon.
    """
    if _PART_OF_DAY.fullmatch(text.strip()):
        minutes = round(float(text.strip().replace(",", ".")) * 24 * 60, 2)
        return dt.time(*divmod(int(minutes), 60)) if minutes.is_integer() else None
    match = _CLOCK.fullmatch(" ".join(text.split()))
    if match is None or not (match["minute"] or match["half"] or match["unit"]):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    elif 0 < hour < _MORNING and not match["hour"].startswith("0"):
        raise TwoReadingsError(
            f"`{text}` may be {hour:02}:{minute:02} or {hour + 12}:{minute:02}; write it so"
        )
    try:
        return dt.time(hour, minute)
    except ValueError:  # 25:00
        return None


def span_in_cell(text: str) -> tuple[str, str]:
    """The two hours of a cell as they are written: `09:00 – 09:30`; or the one, and nothing."""
    start, *rest = _SPAN.split(text.strip(), maxsplit=1)
    if not rest:
        return start, ""
    unit = re.search(rf"\s*{_UNIT}$", rest[0], re.IGNORECASE)
    if unit and re.fullmatch(r"\d{1,2}", start):  # 9–10 Uhr
        return f"{start}{unit[0]}", rest[0]
    half = _HALF.search(rest[0])
    lacks_half = half is not None and not _HALF.search(start)
    return _with_half(start, rest[0], half[0]) if half and lacks_half else start, rest[0]


def _with_half(start: str, end: str, half: str) -> str:
    """The start of `1:00 - 2:30 pm`, in the same half of the day unless it would be later."""
    first, last = (re.match(r"\d{1,2}", text.strip()) for text in (start, end))
    if first and last and int(first[0]) % 12 > int(last[0]) % 12:
        return f"{start} am" if half.lower().startswith("p") else start
    return f"{start} {half}"


def moment_in_cell(text: str, days: Sequence[WhenRecord]) -> dt.datetime | None:
    """A day and an hour in one cell: `2026-08-03T09:00:00+02:00`, `3 August 2026 9:00 AM`.

    Raises:
        TwoReadingsError: day or hour can be read in two ways.
    """
    if moment := read_moment(text):
        return moment
    line = " ".join(text.split())
    match = re.fullmatch(r"(.*\S)[\sT,]+(\d{1,2}[:.h]\d{2}.*)", line)
    if match is None:
        return None
    date, clock = day_in_cell(match[1].rstrip(","), days), clock_in_cell(match[2])
    return dt.datetime.combine(date, clock) if date and clock else None
