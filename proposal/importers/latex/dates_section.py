"""Finds the deadlines in a document's section on dates; only what is sure becomes a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proposal.diagnostics import Span
from proposal.importers.draft import Record, Warn
from proposal.importers.latex.fact_sections import kind_of_section
from proposal.importers.latex.paper_tree import (
    Block,
    Inline,
    Items,
    LineBreak,
    Paragraph,
    SectionTitle,
    Tabular,
    plain,
)
from proposal.importers.site.foreign_words import (
    foreign_topic,
    with_english_months,
)
from proposal.importers.site.section_kinds import Topic
from proposal.model.deadline_kinds import DEADLINE_NAMES, WORKSHOP
from proposal.model.zone_hints import NAMES_ANYWHERE
from proposal.reading.date_labels import name_of_date
from proposal.reading.days import days_of_no_calendar, find_days
from proposal.reading.foreign_date_labels import foreign_name_of_date
from proposal.reading.named_days import named_days

_SECTION = re.compile(r"\b(?:dates|deadlines?|timeline|time\s*table)\b", re.IGNORECASE)
"""`Important Dates`, `Timeline`"""
_DAY_WITH_POINTS = re.compile(r"\b(\d\d)\.(\d\d)\.(\d{4})\b")
"""`15.04.2026`, of which the day stands first wherever points part the numbers."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b\.?"
_MAY_BE_DAY = re.compile(
    rf"\b\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b|\b{_MONTH}\s*\d{{1,2}}\b|\b\d{{1,2}}\.?\s*{_MONTH}",
    re.IGNORECASE,
)
"""`03/04/2026`, `1.4.26`; `June 15`, whose year lacks."""
_ANYWHERE = re.compile(r"\b(?:UTC|GMT)\s*[-−–]\s*12\b", re.IGNORECASE)
"""`11:59pm (UTC-12)`"""
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\b)?|\b\d{1,2}\s*[ap]\.?m\b", re.IGNORECASE)
"""`23:59`, `5 pm`"""
_END_OF_DAY = re.compile(r"23[:.]59|11[:.]59\s*p\.?m\.?", re.IGNORECASE)
"""The hour that AoE means by itself: `11:59 pm`."""
_SIGNS = " \t:;,.–—-|"


def dates_in(blocks: Sequence[Block], warn: Warn) -> tuple[Record, str | None]:
    """The deadlines by their names, and the day of the workshop.

    Args:
        blocks: the text.
        warn: takes lines with a day that is not sure.
    """
    dates: Record = {}
    workshop: str | None = None
    is_within = False
    for block in blocks:
        if isinstance(block, SectionTitle):
            title = plain(block.spans)
            is_within = _SECTION.search(title) is not None or foreign_topic(title) is Topic.DATES
        elif kind := kind_of_section(block):
            is_within = kind == "dates"
        elif is_within:
            for text in _lines_of(block):
                name, record = _date(text, block.place, warn)
                if name == WORKSHOP:
                    workshop = workshop or str(record["date"])
                elif name and name in dates and dates[name] != record:
                    warn("two-dates", f"“{text}” gives another day than a line above", block.place)
                elif name:
                    dates[name] = record
    return {name: dates[name] for name in DEADLINE_NAMES if name in dates}, workshop


def _date(text: str, place: Span, warn: Warn) -> tuple[str | None, Record]:
    """The name of the date in a line, and its record."""
    english = _DAY_WITH_POINTS.sub(r"\3-\2-\1", with_english_months(text))
    days = find_days(english)
    impossible = list(days_of_no_calendar(english))
    for one in impossible:
        written = english[one.start : one.end]
        warn("not-understood", f"`{written}` is no day of the calendar; it stays text", place)
    if not days:
        if not impossible and _MAY_BE_DAY.search(text):
            message = f"the day in “{text}” may be read in two ways, or not at all; it stays text"
            warn("not-understood", message, place)
        return None, {}
    day = days[0]
    label = english[: day.start].strip(_SIGNS) or english[day.end :].strip(_SIGNS)
    name = name_of_date(label) or foreign_name_of_date(label) if label else None
    if (
        name is None
        or len(named_days(english, day.date.year)) > 1
        or day.is_range
        or day.contradicts_weekday
    ):
        message = f"“{text}” is no day that is surely one of the usual deadlines; it stays text"
        warn("not-understood", message, place)
        return None, {}
    is_anywhere = NAMES_ANYWHERE.search(text) is not None or _ANYWHERE.search(text) is not None
    zone: Record = {"zone": "AoE"} if is_anywhere else {}
    hour = _HOUR.search(f"{english[: day.start]} {english[day.end :]}")
    if hour and (not is_anywhere or not _END_OF_DAY.fullmatch(hour[0].strip())):
        message = f"the hour in “{text}” is not read; it stays text"
        warn("not-understood", message, place)
    return name, {"date": day.date.isoformat(), **zone}


def _lines_of(block: Block) -> Iterator[str]:
    """The lines of a list, a table or a paragraph."""
    match block:
        case Paragraph(spans=spans):
            yield from _broken(spans)
        case Items(items=items):
            for item in items:
                for inner in item:
                    yield from _lines_of(inner)
        case Tabular(header=header, rows=rows):
            for row in (header, *rows):
                cells = [plain(cell).rstrip(" :") for cell in row]
                yield ": ".join(filter(None, cells))
        case _:
            return


def _broken(spans: Sequence[Inline]) -> Iterator[str]:
    line: list[Inline] = []
    for span in [*spans, LineBreak()]:
        if isinstance(span, LineBreak):
            if text := plain(line):
                yield text
            line = []
        else:
            line.append(span)
