"""Finds the days in the lines of a passage, and what each of them is the day of."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.importers.site.foreign_words import foreign_name_of_date, with_english_months
from proposal.importers.site.site_days import days_of
from proposal.importers.site.site_lines import SiteLine
from proposal.reading.date_labels import name_of_date
from proposal.reading.days import FoundDay, find_days
from proposal.reading.page_tree import PageLine, StyledRun

_AOE = re.compile(r"\bAoE\b|anywhere\s+on\s+earth|\bUTC\s*[-−–]\s*12\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?P<time>(?:[01]?\d|2[0-3]):[0-5]\d)(?:\s*(?P<half>[ap])\.?m\.?)?", re.IGNORECASE
)
_OTHER_TRACK = re.compile(
    r"\b(?:shared\s+task|challenge|competition|tutorial|demo(?:nstration)?s?|travel|student"
    r"|grant|award|special\s+issue|journal"
    r"|dataset|system|website|leaderboard|test\s+(?:set|phase|data)|training"
    r"|registration\s+opens|(?:data|code)\s+release|mentor\w*|volunteer"
    r"|volume|poster\s+(?:submission|upload)|video|slides?|visa|hotel|review(?:s|er"
    r"|ing)?\s+(?:due|deadline|period)|proposal|nomination"
    r"|rebuttal|late[- ]breaking|non-?archival|fast[- ]track|arr|openreview|commitment"
    r"|pre-?reviewed|supplement\w*|bidding|doctoral)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:opens?|opening|begins?|starts?|released?|launch|call\s+for\s+papers|announce\w*"
    r"|published|available|online)\b",
    re.IGNORECASE,
)
_LABEL_END = re.compile(r"[\s:–—|*(\[.,;-]+$")
_LONGEST_LABEL = 110
_LONGEST_TITLE = 40
_CALL = re.compile(r"\bcalls?\b", re.IGNORECASE)
"""In `Call for Abstracts`, which is not what a day below it is the day of."""


class DatedLine(Struct, frozen=True):
    """A line that gives a day, and what it says of it."""

    label: str
    days: tuple[dt.date, ...]
    """The days that hold, the first one first."""
    was: tuple[dt.date, ...]
    """The days that are struck through."""
    span: Span
    text: str
    is_aoe: bool = False
    time: str = ""
    is_range: bool = False
    passage: str = ""
    """The heading under which the line stands."""

    @property
    def kind(self) -> str | None:
        """The kind of the deadline, or `workshop`; nothing for days of other things."""
        if _OTHER_TRACK.search(self.label) or len(self.label) > _LONGEST_LABEL:
            return None
        name = _name_of(self.label)
        if name is None or (_OPENS.search(self.label) and name != "workshop"):
            return None
        return name


def dated_lines(lines: list[SiteLine], title: str, year: int) -> list[DatedLine]:
    """The lines of a passage that give days; the cells of a table's row are one line.

    Args:
        lines: the lines.
        title: the heading that they stand under.
        year: the edition, for days without a year.
    """
    found: list[DatedLine] = []
    previous: SiteLine | None = None
    is_aoe = bool(_AOE.search(title)) or any(
        _AOE.search(line.text) and not find_days(line.text) and len(line.text) < 120
        for line in lines
    )
    for line in _rows(lines):
        days = days_in(line.line, year)
        if not days[0] and not days[1]:
            previous = line
            continue
        dated = _dated(line, days, previous if _is_label(previous, line) else None, title)
        if is_aoe and not dated.is_aoe:
            dated = DatedLine(
                dated.label,
                dated.days,
                dated.was,
                dated.span,
                dated.text,
                True,
                dated.time,
                dated.is_range,
                title,
            )
        found += _apart(dated, line, year, title)
        previous = line
    return found


def _apart(dated: DatedLine, line: SiteLine, year: int, title: str) -> list[DatedLine]:
    """A line that gives several days with a label each, as several lines."""
    parts = re.split(r"(?<=\d{4})\s*[,;|]\s+(?=[A-Z][a-z])", dated.text)
    if len(parts) < 2 or dated.was:
        return [dated]
    apart = []
    for part in parts:
        days = find_days(part)
        if len(days) != 1 or not _name_of(part[: days[0].start] or part[days[0].end :]):
            return [dated]
        label = part[: days[0].start] or part[days[0].end :]
        apart.append(
            DatedLine(
                _tidy(label),
                (days[0].date,),
                (),
                line.span,
                part,
                dated.is_aoe,
                "",
                days[0].is_range,
                title,
            )
        )
    return apart


def _rows(lines: list[SiteLine]) -> list[SiteLine]:
    """Lines, with the cells of each table row put together."""
    joined: list[SiteLine] = []
    for line in lines:
        is_same = (
            joined
            and line.table
            and joined[-1].table == line.table
            and joined[-1].item == line.item
        )
        if is_same:
            last = joined[-1]
            runs = (*last.line.runs, StyledRun(" | "), *line.line.runs)
            joined[-1] = SiteLine(
                PageLine(runs),
                last.span,
                last.tag,
                last.marks,
                last.block,
                last.position,
                last.item,
                last.cell,
                last.depth,
                last.table,
                last.card,
            )
        else:
            joined.append(line)
    return joined


_ANY_YEAR = 2000


def _is_label(previous: SiteLine | None, line: SiteLine) -> bool:
    """Whether the line before is the label of a day that stands alone."""
    if previous is None or days_of(previous.text, _ANY_YEAR):
        return False
    return len(previous.text) <= 80 and (
        previous.block == line.block or previous.item == line.item or previous.card == line.card
    )


def days_in(line: PageLine, year: int) -> tuple[list[FoundDay], list[FoundDay]]:
    """The days that a line gives, and those that it strikes through."""
    new = days_of(line.without_style("struck"), year)
    struck = " | ".join(run.text for run in line.runs if "struck" in run.styles)
    old = days_of(struck, year)
    return new, old


def _name_of(label: str) -> str | None:
    """The kind of the deadline that a label names, in English or another language."""
    return name_of_date(label) or foreign_name_of_date(label)


def _dated(
    line: SiteLine, days: tuple[list[FoundDay], list[FoundDay]], before: SiteLine | None, title: str
) -> DatedLine:
    new, old = days
    said = with_english_months(line.line.without_style("struck"))
    if new:
        front, behind = said[: new[0].start], said[new[-1].end :]
    else:
        front, behind = said, ""
    label = _tidy(front)
    if not _says(label):
        label = (
            _tidy(behind)
            if _says(_tidy(behind))
            else (before.text if before is not None else label)
        )
    if not _says(_tidy(label)) or _name_of(_tidy(label)) is None:
        is_label = _name_of(title) is not None and not _CALL.search(title)
        label = title if is_label and len(title) < _LONGEST_TITLE else label
    time = _TIME.search(behind) or _TIME.search(front)
    return DatedLine(
        _tidy(label),
        tuple(day.date for day in new),
        tuple(day.date for day in old),
        line.span,
        line.text,
        bool(_AOE.search(line.text)),
        _clock(time) if time else "",
        any(day.is_range for day in new),
        title,
    )


_FILL = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\(?extended(?:\s+to)?\)?|\bnew\b|\bon\b|\bby\b|\buntil\b|\btbd\b"
    r"|\b\d{1,2}:\d{2}\b(?:\s*[ap]m)?|\bat\b|\bAoE\b|\bUTC\b\S*|\bGMT\b|\bfirm\b"
    r"|[^\w\s:()/&'’.,-]",
    re.IGNORECASE,
)


def _tidy(text: str) -> str:
    """A label without signs at its ends and words that go with the day."""
    bare = re.sub(r"\s*\|\s*", " ", text)
    bare = _FILL.sub(" ", bare)
    return _LABEL_END.sub("", " ".join(bare.split())).strip(" :–—-*|()[].,;")


def _says(text: str) -> bool:
    return len(re.sub(r"[^\w]", "", text)) >= 4


def _clock(match: re.Match[str]) -> str:
    hour, minute = match["time"].split(":")
    number = int(hour)
    if match["half"]:
        number = number % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{number:02}:{minute}"
