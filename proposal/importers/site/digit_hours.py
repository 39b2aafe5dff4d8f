"""Writes hours of four digits as other hours are: `0930 Welcome` is `09:30 Welcome`."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from proposal.importers.site.site_lines import SiteLine

_DIGITS = re.compile(
    r"(?P<front>\s*)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:\s*(?:h|hrs?|hours?)\b\.?)?"
    r"(?P<behind>\s*[-–—−]+\s*\d{4}\b)?(?=[\s:|.,–—-]|$)",
    re.IGNORECASE,
)
"""`0930`, `1200 hrs`, `0850-0900`"""
_FEWEST = 3
"""So many rows that begin with four digits make a programme."""


def with_colons(lines: list[SiteLine]) -> list[SiteLine]:
    """The lines of a programme, with colons in hours of four digits, if there are some surely.

    The first one begins with a zero, as no year does, and they follow each other on each day.
    """
    found = [
        (index, match)
        for index, line in enumerate(lines)
        if not (line.table and line.cell) and (match := _DIGITS.match(line.text)) is not None
    ]
    starts = [match["hour"] + match["minute"] for _, match in found]
    follow = all(one <= other or other[0] == "0" for one, other in pairwise(starts))
    if len(found) < _FEWEST or not follow or starts[0][0] != "0":
        return lines
    changed = list(lines)
    for index, match in found:
        if not match["behind"]:
            changed[index] = _with_colon(lines[index])
    return changed


def _with_colon(line: SiteLine) -> SiteLine:
    """A line whose first text has its hour with a colon, if it has all of it."""
    runs = list(line.line.runs)
    place = next((index for index, run in enumerate(runs) if run.text.strip()), 0)
    match = _DIGITS.match(runs[place].text)
    if match is None:
        return line
    said = f"{match['front']}{match['hour']}:{match['minute']}{runs[place].text[match.end() :]}"
    runs[place] = replace(runs[place], text=said)
    return replace(line, line=replace(line.line, runs=tuple(runs)))
