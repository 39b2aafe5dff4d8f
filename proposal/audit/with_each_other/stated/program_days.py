"""Tells on which day a part of a schedule is, by what stands above it or between its rows."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from babel.dates import get_day_names, get_month_names
from msgspec import Struct, field

from proposal.model.english_days import WEEKDAYS, one_of
from proposal.model.small_letters import small_letters
from proposal.reading.hours import IS_HOUR
from proposal.reading.named_days import NamedDay, named_days
from proposal.reading.page_tree import BLOCKS, HEADINGS, HIDDEN, Element, lines_of


class SaidDay(Struct, frozen=True):
    """What a page says of the day; nothing in it where a day is meant, and not known which."""

    dates: frozenset[dt.date] = frozenset()
    """What may be meant: 10/11/2025 is one of two days."""
    has_year: bool = True
    """Whether the year is written; it is any one otherwise."""
    weekday: int | None = None
    """From Monday, which is 0, where no date is written."""

    @property
    def is_known(self) -> bool:
        """Whether it can be told that something is on another day."""
        return bool(self.dates) or self.weekday is not None

    def may_be(self, date: dt.date) -> bool:
        """Whether a date can be meant."""
        if self.dates:
            return any(_same_day(date, known, self.has_year) for known in self.dates)
        return self.weekday is None or self.weekday == date.weekday()

    @property
    def name(self) -> str:
        """How a message calls the day: "February 26" or "Friday"."""
        if self.dates:
            date = min(self.dates)
            return f"{date:%B} {date.day}"
        return "" if self.weekday is None else calendar.day_name[self.weekday]


UNKNOWN = SaidDay()


def _same_day(one: dt.date, other: dt.date, has_year: bool) -> bool:
    is_year = not has_year or one.year == other.year
    return is_year and (one.month, one.day) == (other.month, other.day)


# What a line says

_LONGEST = 80
_ANY_YEAR = 2000
"""A leap year, in which each day of any year can be read."""

_WEEKDAY = re.compile(rf"\b({one_of(calendar.day_name)})\b", re.IGNORECASE)
"""`Thursday`, but not `Thu`, which begins other words, too."""
_NUMBERED = re.compile(
    r"\b(?:day|tag|jour|d[ií]a|giorno|dag)\s*\d\b"
    r"|\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s+day\b",
    re.IGNORECASE,
)
"""`Day 2`, `Second day`."""

_DIGITS = re.compile(r"(?<![\d:])\d{1,2}[./]\d{1,2}(?:[./]|(?![\d:]))|\b\d{1,2}\b.*\b20\d\d\b")
"""`25.2.`, `25 de febrero de 2027`."""

_BEFORE_DAY = re.compile(
    r"\W*(?:(?:program(?:me)?|schedule|agenda|timetable|workshop|conference|tentative|preliminary"
    r"|detailed|full|for|of|on|the|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:\w*day)?"
    r"|(?:first|second|third|last)\s+day|day\s*\d)\b\W*)*",
    re.IGNORECASE,
)
"""What may stand before a date in a line that only names the day: `Day 1 – Thu, `."""

_BEHIND_DAY = re.compile(
    r"\W*(?:(?:morning|afternoon|evening|night|session|program(?:me)?|schedule)s?\b\W*)*"
    r"(?:$|(?<=\W)\W*(?:room|hall|\w+ \d+)\b.*)",
    re.IGNORECASE,
)
"""What may stand behind it: ` · Hall 1`, ` (morning)`."""

_OF_OTHERS = re.compile(
    r"\b(?:deadline|due|submi\w+|notif\w+|camera|accept\w*|regist\w+|before|until|updated?|posted"
    r"|news|published|extended)\b",
    re.IGNORECASE,
)
"""Words of lines whose day is not that of a schedule: `Notification: 3 May`."""


def day_in(text: str, *, is_heading: bool = False) -> SaidDay | None:
    """The day that a line names; `UNKNOWN` for several of them, nothing for none.

    Args:
        text: a line.
        is_heading: whether more may stand beside the day: `Keynotes on February 25`.
    """
    line = " ".join(text.split())
    if len(line) > _LONGEST or _OF_OTHERS.search(line):
        return None
    days = named_days(line, _ANY_YEAR)
    weekdays = list(_WEEKDAY.finditer(line))
    if not days and not weekdays:
        is_other = _NUMBERED.search(line) or _DIGITS.search(line) or _names_elsewhere(line)
        return UNKNOWN if is_other and (is_heading or _is_bare(line)) else None
    start = days[0].start if days else weekdays[0].start()
    end = max(days[-1].end if days else 0, weekdays[-1].end() if weekdays else 0)
    is_alone = _BEFORE_DAY.fullmatch(line, 0, start) and _BEHIND_DAY.fullmatch(line, end)
    if not is_alone and not is_heading:
        return None
    if days:
        return _of_date(days)
    return SaidDay(weekday=_number(weekdays[0])) if is_alone and len(weekdays) == 1 else UNKNOWN


def _is_bare(line: str) -> bool:
    """Whether a line is so short that it can say no more than a day."""
    return len(line.split()) <= _FEW and not _HOURS.search(line)


_FEW = 6
_HOURS = re.compile(r"\d:\d\d|\d\s*[ap]\.?m\b|\d[.h]\d\d\s*(?:[-–—−]|to\b|[^\W\d])", re.IGNORECASE)
"""`9:00`, `9.00 - 9.30`, `9.30 Coffee`."""


def _of_date(days: list[NamedDay]) -> SaidDay:
    """The one day of a line, whose weekday is right."""
    day = days[0]
    if len(days) > 1 or day.is_range or day.is_on_other_weekday:
        return UNKNOWN
    if day.has_year:
        return SaidDay(day.dates)
    return SaidDay(frozenset([min(day.dates)]), has_year=False)


def _number(match: re.Match[str]) -> int:
    return WEEKDAYS[small_letters(match[1])]


_LANGUAGES = ("de", "es", "fr", "it", "nl", "pt")


@cache
def _words_elsewhere() -> re.Pattern[str]:
    """The names of days and months in other languages, which are known to be names of days."""
    tables = [table("wide", locale=language) for language in _LANGUAGES for table in _TABLES]
    words = sorted({name.casefold() for table in tables for name in table.values()})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


_TABLES = (get_day_names, get_month_names)


def _names_elsewhere(line: str) -> bool:
    """Whether a line names a day in another language: `Donnerstag, 25. Februar`."""
    return _words_elsewhere().search(line) is not None


# What a page says above its parts

_BELOW_HEADINGS = 7
"""The level of a day that stands in a paragraph, which any heading ends."""

_LINES = {"p", "div", "caption", "summary", "dt", "figcaption", "legend"}


class _Above(Struct):
    """What was said last of the day, and for every element what was said before it."""

    day: SaidDay | None = None
    level: int = 0
    is_just_said: bool = False
    """Whether nothing has stood behind it yet."""
    days: dict[int, SaidDay] = field(default_factory=dict)

    def say(self, day: SaidDay, level: int) -> None:
        """Take a day; of two that stand one behind the other, as tabs do, neither is known."""
        before, is_beside = self.day, self.is_just_said and self.level == level
        if before is not None and is_beside and before.is_known and before != day:
            day = _together(before, day)
        self.day, self.level, self.is_just_said = day, level, True

    def end(self, level: int) -> None:
        """A heading of a level without a day ends what was said at it, or below."""
        if self.day is not None and level <= self.level:
            self.day = None
        self.is_just_said = False


def _together(one: SaidDay, other: SaidDay) -> SaidDay:
    """The day of `Thursday` above `February 25, 2027`."""
    for dated, named in ((one, other), (other, one)):
        is_named = named.weekday is not None and len(dated.dates) == 1
        if is_named and (not dated.has_year or min(dated.dates).weekday() == named.weekday):
            return dated
    return UNKNOWN


def days_above(root: Element) -> dict[int, SaidDay]:
    """For the elements of a page, by their identity, the day that is said above each."""
    above = _Above()
    _read(root, above)
    return above.days


def _read(element: Element, above: _Above) -> None:
    if element.tag in HIDDEN:
        return
    if element.tag == "tr":
        _read_row(element, above)
    if above.day is not None:
        above.days[id(element)] = above.day
    if element.tag in HEADINGS:
        day = _day_of(element, element.text, is_heading=True)
        level = int(element.tag[1])
        above.end(level) if day is None else above.say(day, level)
    elif element.tag == "li":
        _read_item(element, above)
    elif element.tag in {"table", "ul", "ol"}:
        _read_rows(element, above)
    elif element.tag in _LINES and not _has_boxes(element):
        _read_lines(element, above)
    else:
        _read_all(element, above)


def _read_all(element: Element, above: _Above) -> None:
    for child in element.children:
        if isinstance(child, Element):
            _read(child, above)
        elif child.strip():
            above.is_just_said = False


def _read_lines(element: Element, above: _Above) -> None:
    """A paragraph or a box of text, of which one line may name the day of those below it."""
    for line in lines_of(element):
        day = _day_of(element, line.text)
        if day is None:
            above.is_just_said = False
        else:
            above.say(day, _BELOW_HEADINGS)


def _read_rows(element: Element, above: _Above) -> None:
    """A table or a list, whose own days hold within it alone."""
    before, level = above.day, above.level
    above.is_just_said = False
    _read_all(element, above)
    has_own = above.day is not None and above.day is not before
    # Tabs are a list of days above their panels.
    is_list = element.tag in {"ul", "ol"}
    above.day, above.level = (UNKNOWN, _BELOW_HEADINGS) if has_own and is_list else (before, level)
    above.is_just_said = False


def _read_item(element: Element, above: _Above) -> None:
    """An item that only names a day, above those that follow or above the list within it."""
    boxes = [child for child in element.elements if child.tag in BLOCKS]
    words = [child for child in element.children if child not in boxes]
    own = Element(element.tag, element.span, {}, words)
    if day := _day_of(own, own.text):
        above.day, above.level = day, _BELOW_HEADINGS
        above.days[id(element)] = day
    for box in boxes:
        _read(box, above)


def _read_row(row: Element, above: _Above) -> None:
    """A row of a table that names the day of the rows below it, or in a cell its own and theirs."""
    cells = [cell for cell in row.elements if cell.text]
    days = [day for cell in cells if (day := _day_of(cell, cell.text)) is not None]
    has_hours = any(IS_HOUR.search(cell.text) for cell in cells)
    if len(days) > 1:
        above.day = UNKNOWN  # a column for each day
    elif days and (has_hours or len(cells) <= 2):
        above.day = days[0]
    above.level = _BELOW_HEADINGS if days else above.level


def _day_of(element: Element, text: str, *, is_heading: bool = False) -> SaidDay | None:
    """The day that an element names in words, or to programs in any language."""
    dates = [date for time in element.all("time") if (date := _date(time))]
    day = day_in(text, is_heading=is_heading)
    return SaidDay(frozenset(dates)) if len(set(dates)) == 1 and day is not None else day


def _date(time: Element) -> dt.date | None:
    """The day of `<time datetime="2027-02-25">`."""
    written = time.attributes.get("datetime", "").strip()
    try:
        return dt.date.fromisoformat(written) if len(written) == len("2027-02-25") else None
    except ValueError:
        return None


def _has_boxes(element: Element) -> bool:
    return any(inner.tag in BLOCKS for child in element.elements for inner in child.walk())


def days_of_lines(lines: list[str], above: SaidDay | None) -> Iterator[SaidDay | None]:
    """For each line of a paragraph the day that is said above it."""
    day = above
    for line in lines:
        yield day
        day = day_in(line) or day
