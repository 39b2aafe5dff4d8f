"""Reads what a page says of the day: from when to when, what happens, how long it takes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from proposal.audit.with_each_other.stated.page_leaves import leaves_of
from proposal.audit.with_each_other.stated.program_days import (
    UNKNOWN,
    SaidDay,
    days_above,
    days_of_lines,
)
from proposal.audit.with_each_other.stated.statements import StatedSlot, TextRun, ZoneLabel
from proposal.diagnostics import Span
from proposal.reading.hours import CLOCK, IS_HOUR, minutes_of_day, read_hours
from proposal.reading.locations import Location
from proposal.reading.page_tree import BLOCKS, Element, lines_of
from proposal.reading.source_document import SourceDocument
from proposal.reading.zone_names import NamedZone, zones_in

_RANGE = re.compile(
    rf"[\s*_\[(]*(?P<first>{CLOCK})\s*(?:[-–—−]+|to|until)\s*(?P<last>{CLOCK})(?![\d:])",
    re.IGNORECASE,
)
"""`9:00 – 9:45`, `**2 pm to 3 pm**`"""
_START = re.compile(
    r"[\s*_\[(]*(?P<first>\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)"
    r"(?!\s*[-–—−\d:])",
    re.IGNORECASE,
)
"""`9:00`, `[2 pm]`, and not the beginning of `9:00 – 9:45`."""
_LENGTH = (
    r"(?:(\d+(?:\.\d+)?)\s*h(?:(?:ou)?rs?)?\b\.?)?\s*"
    r"(?:(\d+)\s*(?:minutes?|mins?)\b\.?|(\d+)\s*['’])?"
)
_LENGTHS = re.compile(_LENGTH, re.IGNORECASE)
"""`30 min`"""
_BRACKETS = re.compile(r"[\[(]([^\[\]()]{1,40})[\])]")
"""`(30 min)`, `[online]`"""
_NOT_ALL = re.compile(
    r"\b(?:each|per|every|max|at most|up to|about|including|incl|of which)\b", re.IGNORECASE
)
"""Of lengths that are not that of the whole: `15 minutes each`, `including 5 minutes`."""
_HEADS = re.compile(r"\b(?:time|hours?|when)\b", re.IGNORECASE)
"""The heading of a column of hours: `Time`, `Hours`, `When`."""
_BULLET = re.compile(r"^\s*[-•‣▪–*·]\s+")
"""`• Opening`, `- Opening`"""


class _Row(Struct, frozen=True):
    """A row of a table, an item of a list, or a line."""

    hours: str
    """What begins with the hours."""
    lines: tuple[str, ...]
    span: Span
    own: int | None = None
    """How many of the lines are its own, and not those of lists in it; nothing for all."""
    day: SaidDay | None = None


def read_slots(document: SourceDocument, root: Element) -> Iterator[StatedSlot]:
    """The slots of all schedules on a page."""
    for number, (rows, zone) in enumerate(_programs(root, days_above(root))):
        yield from _slots(document, rows, number, zone)


def zone_labels(document: SourceDocument, root: Element) -> Iterator[ZoneLabel]:
    """The zones that are said at the head of a schedule or beside its hours."""
    seen: set[Location] = set()
    for text, span, table in _lines_with_zones(root):
        for zone in zones_in(text):
            location = document.locate(zone.written, span)
            if location not in seen:
                seen.add(location)
                yield ZoneLabel(zone.name, location, table)


def _lines_with_zones(root: Element) -> Iterator[tuple[str, Span, int | None]]:
    for number, element in enumerate(root.walk()):
        if element.tag == "table":
            row = next((inner for inner in element.walk() if inner.tag == "tr"), None)
            for text in [cell.text for cell in row.elements] if row else []:
                if _HEADS.search(text) or _RANGE.match(text):
                    yield text, element.span, number
    for leaf in leaves_of(root):
        for line in lines_of(leaf):
            if leaf.tag != "title" and _names_zone(line.text):
                yield line.text, leaf.span, None


def zone_labels_in(text: str) -> list[NamedZone]:
    """The zones in which a line says that the hours are."""
    return list(zones_in(text)) if _names_zone(text) else []


_OF_DEADLINES = re.compile(
    r"\b(?:deadlines?|submi\w+|due|anywhere\s+on\s+earth|AoE|notif\w+|camera)\b", re.IGNORECASE
)
"""`Papers due`, `23:59 AoE`"""
_IN_ZONE = re.compile(
    r"\b(?:all|the)?\s*times?\s+(?:are|is|in|zone)\b"
    r"|\b(?:schedule|program(?:me)?|agenda|times?|hours)\b[^.]{0,60}?\b(?:in|are|is)\b",
    re.IGNORECASE,
)
"""`All times are PST`, `The schedule is in Pacific Time`"""


def _names_zone(text: str) -> bool:
    """Whether a line says in which zone the schedule's hours are."""
    if len(text) >= 200 or _OF_DEADLINES.search(text):
        return False
    is_range = _RANGE.match(text) and IS_HOUR.search(text)
    is_heading = re.match(r"(?:schedule|program(?:me)?|agenda)\b", text, re.IGNORECASE)
    return bool(_IN_ZONE.search(text) or is_range or is_heading)


def _programs(
    root: Element, days: Mapping[int, SaidDay]
) -> Iterator[tuple[list[_Row], str | None]]:
    for element in root.walk():
        if element.tag == "table":
            rows, zone = _rows_of_table(element, days)
        elif element.tag in {"ul", "ol", "dl"}:
            rows, zone = list(_rows_of_items(element, days)), None
        elif element.tag in BLOCKS | {"page"}:
            rows, zone = list(_rows_of_lines(element, days)), None
        else:
            continue
        if len([row for row in rows if IS_HOUR.search(row.hours)]) >= 2:
            yield rows, zone


def _rows_of_table(table: Element, days: Mapping[int, SaidDay]) -> tuple[list[_Row], str | None]:
    rows = [element for element in table.walk() if element.tag == "tr"]
    heads = [element.text for element in rows[0].elements] if rows else []
    column = next((i for i, head in enumerate(heads) if _HEADS.search(head)), 0)
    zones = list(zones_in(heads[column])) if column < len(heads) else []
    found = []
    for row in rows:
        cells = row.elements
        if len(cells) < 2 or column >= len(cells):
            continue
        others = [cell for index, cell in enumerate(cells) if index != column]
        lines = tuple(line.text for cell in others for line in lines_of(cell))
        found.append(_Row(cells[column].text, lines, row.span, day=days.get(id(row))))
    return found, zones[0].name if zones else None


def _rows_of_items(items: Element, days: Mapping[int, SaidDay]) -> Iterator[_Row]:
    for item in items.elements:
        lines = lines_of(item)
        if not lines:
            continue
        first = lines[0].text
        match = _RANGE.match(first) or _START.match(first)
        if match:
            rest = first[match.end() :].strip(" *_:–—-|")
            others = [rest] if rest else []
            lists = {id(inner) for inner in item.elements if inner.tag in {"ul", "ol"}}
            kept = [child for child in item.children if id(child) not in lists]
            own = len(lines_of(Element(item.tag, item.span, {}, kept))) - 1 + len(others)
            said = (*others, *(line.text for line in lines[1:]))
            yield _Row(first[: match.end()], said, item.span, own, days.get(id(item)))


def _rows_of_lines(element: Element, days: Mapping[int, SaidDay]) -> Iterator[_Row]:
    """Paragraphs that stand one under the other and begin with hours, or lines of one."""
    for child in element.elements:
        if child.tag != "p":
            continue
        lines = [line.text for line in lines_of(child)]
        for line, day in zip(lines, days_of_lines(lines, days.get(id(child))), strict=True):
            if (match := _RANGE.match(line)) and IS_HOUR.search(match[0]):
                rest = line[match.end() :].strip(" *_:–—-|")
                yield _Row(match[0], (rest,) if rest else (), child.span, day=day)


def _slots(
    document: SourceDocument, rows: list[_Row], number: int, zone: str | None
) -> Iterator[StatedSlot]:
    after: dt.time | None = None
    day, latest = None, 0
    for row in rows:
        if row.day != day:
            after, day, latest = None, row.day, 0
        match = _RANGE.match(row.hours)
        hours = read_hours(row.hours, after)
        if match is None and (hours is None or hours.end is not None):
            continue
        found = match or _START.match(row.hours)
        written = " ".join(found[0].split()).strip(" *_[(") if found else ""
        if not IS_HOUR.search(written):
            continue
        location = document.locate(written, row.span)
        said = tuple(TextRun(text, document.locate(text, row.span)) for text in row.lines)
        stated = _stated(row)
        if hours is not None:
            after = hours.start
            start, end = (
                minutes_of_day(hours.start),
                minutes_of_day(hours.end) if hours.end else None,
            )
        elif match is not None and (ends := _backwards(match, after)):
            start, end = ends
        else:
            continue
        # What begins earlier than the rows above is of another track, or of the next day.
        on = UNKNOWN if start < latest else row.day
        latest = max(start, latest)
        yield StatedSlot(start, end, stated, written, said, location, number, zone, on)


def _backwards(match: re.Match[str], after: dt.time | None) -> tuple[int, int] | None:
    """Hours of which the last ones lie before the first ones."""
    first, last = read_hours(_full(match["first"]), after), read_hours(_full(match["last"]))
    if first is None or last is None:
        return None
    return minutes_of_day(first.start), minutes_of_day(last.start)


def _full(clock: str) -> str:
    """A clock time as it is understood alone: 9 in "9 - 10:30am" is 9:00."""
    bare = clock.strip()
    return bare if re.search(r"[:.h]\d|m", bare, re.IGNORECASE) else f"{bare}:00"


def _stated(row: _Row) -> int | None:
    """How long a part is said to last, in brackets in its first lines or behind its hours."""
    behind = row.hours
    if match := _RANGE.match(row.hours):
        behind = row.hours[match.end() :]
    if (found := _length(behind.strip(" *_,:"))) is not None:
        return found
    for line in row.lines[: 2 if row.own is None else min(2, row.own)]:
        if _BULLET.match(line):
            break
        if (found := _length(line)) is not None:
            return found
        for inner in _BRACKETS.findall(line):
            if (found := _length(inner)) is not None:
                return found
    return None


def _length(text: str) -> int | None:
    """The minutes that a text gives and nothing else; "45 min + 15 min Q&A" is an hour."""
    if _NOT_ALL.search(text):
        return None
    total = 0.0
    for part in text.split("+"):
        match = _LENGTHS.match(part.strip(" ,;~"))
        if match is None or not any(match.groups()):
            return None
        rest = part.strip(" ,;~")[match.end() :]
        if re.search(r"\d", rest) or ("+" not in text and len(rest.split()) > 3):
            return None
        total += float(match[1] or 0) * 60 + float(match[2] or match[3] or 0)
    return round(total)


def without_length(line: str) -> str:
    """A line without the length of its part and the brackets of a link that is none."""
    bare = _BRACKETS.sub(
        lambda bracket: "" if _length(bracket[1]) is not None else bracket[0], line
    )
    # such as [30 min], but not [slides](a.pdf)
    return " ".join(re.sub(r"\[([^\[\]]*)\](?!\()", r"\1", bare).split())


def title_in(line: str) -> str:
    """A line of the schedule as the title of a paper: without bullet, length and number."""
    bare = _BULLET.sub("", without_length(_MARKED_LINK.sub(r"\1", line)))
    return _BEFORE_TITLE.sub("", bare).strip()


_MARKED_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")
"""A link of Markdown within HTML, where it may not have been read: `[Slides](talk.pdf)`."""

_BEFORE_TITLE = re.compile(
    r"^(?:\((?:virtual|online|remote|in[- ]person|hybrid)\)\s+|\(?\d{1,2}[.):]\s+"
    r"|(?:(?:full|short|long|regular|contributed|demo|position|research"
    r"|oral|spotlight|poster)\s+)?(?:paper|presentation|talk|poster|spotlight|oral)\s*\d*\s*:\s+)",
    re.IGNORECASE,
)
"""`Paper 3: `, `2) `."""


def is_bullet(line: str) -> bool:
    """Whether a line begins as an item of a list."""
    return _BULLET.match(line) is not None


def left_brackets(document: SourceDocument, root: Element) -> Iterator[TextRun]:
    """Words between brackets in a schedule of Markdown whose link was never written."""
    for rows, _ in _programs(root, {}):
        for row in rows:
            for line in row.lines:
                for match in re.finditer(r"\[([^\[\]]+)\]", line):
                    if len(match[1].split()) >= 3 and _length(match[1]) is None:
                        yield TextRun(match[1], document.locate(match[0], row.span))
