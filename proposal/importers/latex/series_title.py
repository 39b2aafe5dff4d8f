"""Tells of which series, and of which edition of it, a paper's title and its text are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from proposal.reading.days import find_days, first_and_last_day
from proposal.reading.workshop_titles import (
    WorkshopTitle,
    host_in_line,
    is_of_conference,
    number_of,
    read_title,
    says_what_it_is,
    title_with_event,
    without_proposal,
)

_EDITION = re.compile(
    r"\b(?:propos(?:e|ing)|this\s+(?:is|will\s+be)|organi[sz]e|host|hold)\s+(?:to\s+\w+\s+)?(?:the\s+)"
    r"(?P<ordinal>[\w-]+)\s+(?:edition|instal+ment|iteration)\b(?!\s+in\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""`We propose the 5th edition of the workshop`"""
_SHORT_IN_FRONT = re.compile(r"^(?P<acronym>[\w-]+)\s*[:–—]\s+(?P<name>.+)$")
"""`WSP: Structured Proposals`"""
_GOES_ON = re.compile(r"(?:on|about|and|of)\s")
"""The begin of a line that goes on with the one above: `on Structured Proposals`."""
_MOST_WORDS_BESIDE_DAY = 6
"""Words beside a day in a line that says when something takes place."""


class SeriesTitle(Struct, frozen=True):
    """What a paper's title says of its workshop."""

    series: WorkshopTitle
    said_ordinal: int | None
    """The number of the edition in a sentence, where the title has none."""
    day: str | None
    """The first of the days that stand in a line of the title."""

    @property
    def doubt(self) -> str | None:
        """What is not sure about the number of the edition, if a sentence has it."""
        if self.said_ordinal is None:
            return None
        said = f"edition {self.said_ordinal}"
        return f"the title does not say which edition it is; a sentence of the paper names {said}"


def series_of(whole: str, lines: Sequence[str], event: str, texts: Sequence[str]) -> SeriesTitle:
    r"""Take a paper's title apart.

    Args:
        whole: the title on one line.
        lines: its lines, as `\\\\` parts them.
        event: what CEUR-WS's class is told beside it, or nothing.
        texts: the paper's paragraphs, the abstract first.
    """
    said_lines = [line for line in lines if line]
    named = [line for index, line in enumerate(said_lines) if _is_of_name(said_lines, index)]
    days = [first_and_last_day(line) for line in lines if _is_day(line)]
    title = " ".join(named) if 0 < len(named) < len(said_lines) else whole
    series = title_with_event(read_title(without_proposal(title)), event)
    host = next(filter(None, map(host_in_line, lines)), None)
    series = _with_acronym(replace(series, host=series.host or host), texts)
    said = next(filter(None, map(_edition_in, texts)), None) if series.ordinal is None else None
    first = days[0][0].isoformat() if days and days[0] else None
    return SeriesTitle(series, said, first)


def _is_of_name(lines: Sequence[str], index: int) -> bool:
    """Whether a line of a title is a part of the name.

    `XYZ 2026 Workshop` may be the name in short in front of it, and is the conference behind it.
    """
    line, below = lines[index], lines[index + 1] if index + 1 < len(lines) else ""
    is_beside = says_what_it_is(line) or (index > 0 and is_of_conference(line))
    return _GOES_ON.match(below) is not None or not (is_beside or _is_day(line))


def _is_day(line: str) -> bool:
    """Whether a line of a title says when the workshop is, and perhaps where, and nothing else."""
    days = find_days(line)
    rest = line[: days[0].start] + line[days[0].end :] if days else line
    return len(days) == 1 and len(rest.split()) <= _MOST_WORDS_BESIDE_DAY


def _with_acronym(series: WorkshopTitle, texts: Sequence[str]) -> WorkshopTitle:
    """A title with its short name: in brackets behind the name in the text, or in front of it."""
    if series.acronym:
        return series
    found = _in_brackets(series.name, texts)
    if found:
        return replace(series, acronym=found)
    short = _SHORT_IN_FRONT.match(series.name)
    if short is None:
        return series
    capitals = "".join(filter(str.isupper, short["acronym"]))
    initials = "".join(word[0] for word in short["name"].split() if word[:1].isupper())
    is_short = len(capitals) > 2 and capitals == initials
    if not is_short and _in_brackets(short["name"], texts) != short["acronym"]:
        return series
    return replace(series, acronym=short["acronym"], name=short["name"])


def _in_brackets(name: str, texts: Sequence[str]) -> str | None:
    """The short name in brackets behind a name in the text."""
    named = re.compile(re.escape(name) + r"\s*\(([\w-]+)(?:\s*['’]?\d+)?\)", re.IGNORECASE)
    found = (named.search(text) for text in texts)
    return next((match[1] for match in found if match), None)


def _edition_in(text: str) -> int | None:
    found = _EDITION.search(text)
    return number_of(found["ordinal"]) if found else None
