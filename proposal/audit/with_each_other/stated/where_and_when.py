"""Reads where and when a workshop takes place, wherever a page says it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from proposal.audit.with_each_other.stated.statements import PageContent, StatedDays, StatedPlace
from proposal.audit.with_each_other.stated.weekday_statements import yearless_days
from proposal.reading.days import find_days, first_and_last_day
from proposal.reading.locations import Location
from proposal.reading.places_in_lines import place_within
from proposal.reading.source_document import SourceDocument
from proposal.source.text import Text
from proposal.source.yaml import Node

_NEAR = 2
"""Lines between a day and a place that has a line of its own."""

_SHORT = 70
_LONGEST = 400
_OF_OTHERS = re.compile(
    r"\b(?:deadline|due|submi\w+|notif\w+|camera|accept\w*|regist\w+|visa|review\w*|before|until"
    r"|extended|was|were|previous\w*|past|last\s+year|news|updated?|posted)\b",
    re.IGNORECASE,
)
"""Words of lines whose day or place is not the workshop's: `Submission deadline: 3 May`."""

_WHERE = re.compile(r"\W*(?:where|venue|location|place|workshop\s+venue)\W*", re.IGNORECASE)
"""A label alone: `Where:`, `Venue`."""
_WHEN = re.compile(
    r"\W*(?:when|(?:workshop\s+)?dates?|(?:workshop\s+)?day|date\s+and\s+time)\W*", re.IGNORECASE
)
"""A label alone: `When:`, `Workshop date`."""
_TAKES_PLACE = re.compile(
    r"\b(?:takes?\s+place|(?:is|be)\s+(?:held|hosted|located)|taking\s+place|happens?"
    r"|(?:we|workshop)\s+(?:will\s+)?(?:meets?|convenes?|gathers?))\b",
    re.IGNORECASE,
)
"""`takes place`, `will be held`, `we meet`"""
_OWN = re.compile(r"\b(?:we|(?:our|this|the)\s+(?:\S+\s+){0,6}?workshop|workshop)\b", re.IGNORECASE)
"""`our half-day workshop`, `we`"""
_TENTATIVE = re.compile(r"\b(?:or|during|between|within|tentativ\w*|tb[acd])\b", re.IGNORECASE)
"""`between June 3 and 5`, `tentatively June 3`"""


class _LineWithDays(Struct, frozen=True):
    """A line of a page, or a text of its front matter."""

    text: str
    location: Location
    days: tuple[dt.date, ...]


def read_where_and_when(content: PageContent) -> None:
    """Add the places and days that a page's lines give as the workshop's."""
    lines = [
        _LineWithDays(run.text, run.location, tuple(_days_of(run.text, content.year)))
        for run in content.runs
        if len(run.text) <= _LONGEST
    ]
    for index, line in enumerate(lines):
        before = lines[index - 1].text if index else ""
        around = [*lines[max(index - _NEAR, 0) : index], *lines[index + 1 : index + 1 + _NEAR]]
        if is_place := _says_where(line, before, around):
            written = is_place.partition(",")[0]
            location = content.find(written, line.location)
            content.places.append(StatedPlace(is_place, location, is_sure=False))
        content.days += _stated_days(content, line, before, is_beside_place=bool(is_place))


def _days_of(text: str, year: int | None) -> Iterator[dt.date]:
    """The days in a line; those without a year if the day of the week is right in the page's."""
    for day in find_days(text):
        if year is None or day.date.year == year:
            yield day.date
    for named in yearless_days(text) if year is not None else ():
        meant = named.in_year(year or 0)
        if meant is not None and meant.weekday() == named.weekday:
            yield meant


def _says_where(line: _LineWithDays, before: str, around: Sequence[_LineWithDays]) -> str | None:
    """The city that a line gives as the workshop's."""
    if "," not in line.text or _OF_OTHERS.search(line.text):
        return None
    place = place_within(line.text)
    if place is None:
        return None
    is_alone = len(line.text) <= _SHORT and line.text.count(",") <= 4
    is_near = any(
        near.days and len(near.text) <= _SHORT and not _OF_OTHERS.search(near.text)
        for near in around
    )
    is_said = _TAKES_PLACE.search(line.text) or (is_alone and _WHERE.fullmatch(before))
    return place if line.days or is_said or (is_alone and is_near) else None


def _stated_days(
    content: PageContent, line: _LineWithDays, before: str, *, is_beside_place: bool
) -> Iterator[StatedDays]:
    """The days of the workshop in a line, or that of a schedule in its heading."""
    if not line.days or _OF_OTHERS.search(line.text):
        return
    is_own = _WHEN.fullmatch(before) is not None or _is_announced(line.text)
    is_heading = bool(content.slots) and len(line.text) <= _SHORT
    stretch = first_and_last_day(line.text)
    days = find_days(line.text)
    if len(days) == 1 and days[0].is_range:
        written = line.text[days[0].start : days[0].end]
        first, last = stretch or _from_and_to(written, days[0].date)
    elif len(line.days) == 1:
        written = line.text[days[0].start : days[0].end] if days else line.text
        first = last = line.days[0]
    else:
        return
    if is_own or is_heading or is_beside_place:
        location = content.find(written, line.location)
        is_plain = is_own and not _TENTATIVE.search(_sentence_of(line.text, written))
        yield StatedDays(first, last, location, is_own=is_plain and bool(days))


def _is_announced(text: str) -> bool:
    """Whether a sentence says when the workshop itself takes place."""
    verb = _TAKES_PLACE.search(text)
    if verb is None:
        return False
    sentence = _SENTENCE_END.split(text[: verb.end()])[-1]
    return _OWN.search(sentence) is not None


_SENTENCE_END = re.compile(r"(?<=[\w)\]”\"’][\w)\]”\"’][.!?])\s+(?=[A-Z])")
"""The space behind a full stop that is none of an abbreviation: `… in May. We …`."""


def _sentence_of(text: str, words: str) -> str:
    """The sentence of a text in which some words stand."""
    return next((part for part in _SENTENCE_END.split(text) if words in part), text)


def _from_and_to(written: str, first: dt.date) -> tuple[dt.date, dt.date]:
    """The days of `Jan 26/27, 2026`: the last one is the last number before the year."""
    numbers = [int(number) for number in re.findall(r"(?<!\d)\d{1,2}(?!\d)", written)]
    last = numbers[-1] if numbers else first.day
    return (first, first.replace(day=last)) if first.day < last <= 28 else (first, first)


# The settings of a site

_PLACES = re.compile(r"(?:location|venue|place|city|where)", re.IGNORECASE)
"""Keys of front matter: `location`, `venue`."""
_DATES = re.compile(r"(?:dates?|when|day|workshop_?date|event_?date)", re.IGNORECASE)
"""Keys of front matter: `date`, `workshop_date`."""


def read_settings(document: SourceDocument) -> Iterator[PageContent]:
    """Places and days in a site's settings, for each year under which they stand."""
    by_year: dict[int | None, PageContent] = {}
    for year, node in _mappings(document.front, None):
        fields = node.value if isinstance(node.value, dict) else {}
        texts = {str(key): value for key, value in fields.items() if isinstance(value.value, Text)}
        places = [value for key, value in texts.items() if _PLACES.fullmatch(key)]
        for value in places:
            if place := place_within(str(value.value)):
                content = by_year.setdefault(year, PageContent(document, year=year))
                content.places.append(StatedPlace(place, Location(value.span), is_sure=False))
        for key, value in texts.items():
            days = find_days(str(value.value)) if places and _DATES.fullmatch(key) else []
            if len(days) == 1 and not days[0].is_range:
                content = by_year.setdefault(year, PageContent(document, year=year))
                date = days[0].date
                content.days.append(StatedDays(date, date, Location(value.span), is_own=False))
    yield from by_year.values()


def _mappings(node: Node, year: int | None) -> Iterator[tuple[int | None, Node]]:
    """The mappings in a value, and the year under whose name each stands."""
    if isinstance(node.value, dict):
        yield year, node
        for key, child in node.value.items():
            match = re.fullmatch(r"\D{0,12}(20[1-4]\d)", str(key))
            yield from _mappings(child, int(match[1]) if match else year)
    elif isinstance(node.value, list):
        for child in node.value:
            yield from _mappings(child, year)
