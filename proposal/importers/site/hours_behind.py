"""Puts the hours of a programme's rows in front, where pages have them behind or below titles."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from proposal.importers.site.site_lines import SiteLine

BETWEEN = "hr"
"""The tag of a line that names a day or a part of it: what stands behind it is of that."""
_LETTER = re.compile(r"[^\W\d_]")
_TITLES = {"dt", "summary"}
"""Blocks beside headings that are titles of what stands below them."""


def with_hours_first(lines: list[SiteLine], is_hours: Callable[[SiteLine], bool]) -> list[SiteLine]:
    """The lines of a programme, each row's hours before its title.

    Tables have columns `Event | Time`, boxes and headings have hours below them.

    Args:
        lines: the lines of a day.
        is_hours: whether a line gives hours, and nothing else.
    """
    lines = titles_first(lines)
    parts = _parts(lines)
    timed = [part for part in parts if len(part) > 1 and any(map(is_hours, part))]
    late = [part for part in timed if not is_hours(_first_said(part))]
    if timed and len(late) * 2 > len(timed):
        return [line for part in parts for line in _turned(part, is_hours, late)]
    places = [number for number, line in enumerate(lines) if is_hours(line)]
    if not timed and places and _stand_below(lines, places):
        ordered = list(lines)
        for place in places:
            ordered[place - 1 : place + 1] = [lines[place], lines[place - 1]]
        return ordered
    return lines


def _parts(lines: list[SiteLine]) -> list[list[SiteLine]]:
    """The lines of each row of a table, each item and each box, and each other line alone."""
    parts: list[list[SiteLine]] = []
    for line in lines:
        key = _part_of(line)
        if parts and key != (0, 0, 0) and key == _part_of(parts[-1][0]):
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


_SPEAKERS = re.compile(
    r"(?:speakers?|presenters?|who|authors?|names?|referent(?:en|in|innen)?|vortragende[rn]?"
    r"|ponentes?|orateurs?|intervenants?|palestrantes?|relator[ei])",
    re.IGNORECASE,
)
"""The head of a column of speakers: `Speaker`, `Referenten`."""
_TITLES_OF_ROWS = re.compile(
    r"(?:(?:talk|paper)\s+)?(?:titles?|topics?|what|events?|sessions?|talks?|activity|thema|titel"
    r"|t[íi]tulo|titre|titolo|tema)",
    re.IGNORECASE,
)
"""Heads of columns, as in `Time | Speaker | Title`."""


def titles_first(lines: list[SiteLine]) -> list[SiteLine]:
    """Lines, with titles in front of people in tables whose heads say which columns these are."""
    columns: dict[int, tuple[int, int]] = {}
    made: list[SiteLine] = []
    for part in _parts(lines):
        table = part[0].table
        who, what = _column(part, _SPEAKERS), _column(part, _TITLES_OF_ROWS)
        if who is not None and what is not None and who < what:
            columns[table] = (who, what)
        made += _with_title_first(part, *columns[table]) if table in columns else part
    return made


def _column(part: list[SiteLine], words: re.Pattern[str]) -> int | None:
    """The column of a table whose head is one of some words."""
    return next((one.cell for one in part if one.table and words.fullmatch(one.text)), None)


def _with_title_first(part: list[SiteLine], who: int, what: int) -> list[SiteLine]:
    """A row with the cell of its title in front of that of its speaker."""
    front = [one for one in part if one.cell < who]
    titles = [one for one in part if one.cell == what]
    return [*front, *titles, *(one for one in part if one.cell >= who and one.cell != what)]


def _part_of(line: SiteLine) -> tuple[int, int, int]:
    return (0, 0, 0) if line.tag == BETWEEN else (line.table, line.item, line.item or line.card)


def _first_said(part: list[SiteLine]) -> SiteLine:
    """The first line of a part that says something, and does not only number it."""
    return next((line for line in part if re.search(r"\w\w", line.text)), part[0])


def _turned(
    part: list[SiteLine], is_hours: Callable[[SiteLine], bool], late: list[list[SiteLine]]
) -> list[SiteLine]:
    """A part with its hours in front, without what only numbers it."""
    if not any(part is one for one in late):
        return part
    hours = [line for line in part if is_hours(line)]
    return [*hours, *(line for line in part if not is_hours(line) and _LETTER.search(line.text))]


def _stand_below(lines: list[SiteLine], places: list[int]) -> bool:
    """Whether hours stand below the titles of their rows.

    Below the last ones is no title then, and the first ones have one above them.

    Args:
        lines: the lines.
        places: the numbers of the lines with hours.
    """
    last = places[-1]
    if any(map(_is_title, lines[last + 1 :])) or places[0] == 0:
        return False
    if all(_is_title(lines[place - 1]) for place in places):
        return True
    every_second = all(after - before == 2 for before, after in pairwise(places))
    return last == len(lines) - 1 and len(places) > 1 and every_second


def _is_title(line: SiteLine) -> bool:
    return line.tag != BETWEEN and (line.is_bold or line.tag in _TITLES)
