"""Reads names that are common words, `Ann Speaker`, where items beside them are built alike."""

from __future__ import annotations

import re

from proposal.importers.site.line_starts import LineStart
from proposal.importers.site.name_likeness import (
    is_institution,
    is_name_with_common_word,
    person_name,
)
from proposal.importers.site.site_lines import SiteLine

_PARTED = re.compile(
    r"(?P<name>[^,()|–—:]+?)(?:\s*(?P<form>,)\s*|\s*(?P<bracket>\()|\s+[–—-]\s+)(?P<rest>.+)"
)
"""`Ada Lovelace (University of Somewhere)`, `Ada Lovelace, Example Corp`"""
_ALONE = {
    *("day", "page", "best", "case", "link", "read", "room", "will", "story", "media", "new"),
    *("price", "may", "here", "out", "down", "up", "over", "under", "web", "local", "general"),
}
"""Surnames that name neither a post nor a part of a workshop, and so may stand alone."""
_NO_GIVEN_NAME = re.compile(
    r"(?:first|second|third|fourth|last|next|half|full|each|every|finance|sponsorship|diversity|demos?"
    r"|workshops|tutorials|posters|virtual|honorary|community|outreach|logistics|accessibility|ethics"
    r"|website|press|panel|mon|tues|wednes|thurs|fri|satur|sun|department|section|division)(?:day)?",
    re.IGNORECASE,
)
"""What stands before a common word where it is none of a name: `Finance Chair`, `Second Day`."""
_FEWEST = 2
"""So many items beside it show how names stand in a list, where nothing stands behind them."""


def with_common_surnames(
    lines: list[tuple[SiteLine, LineStart | None]],
) -> list[tuple[SiteLine, LineStart | None]]:
    """Lines with their starts; items that are built like those beside them begin with names, too.

    Args:
        lines: the lines of a passage about people, each with the name that it surely begins with.
    """
    sure = [(line, start) for line, start in lines if start is not None and _is_item(line)]
    return [
        (line, start or (_start_of(line, sure) if _is_item(line) else None))
        for line, start in lines
    ]


def _is_item(line: SiteLine) -> bool:
    """Whether a line begins an item of a list, or a row of a table."""
    return line.position == 0 and line.item > 0 and line.cell <= 0


def _start_of(line: SiteLine, sure: list[tuple[SiteLine, LineStart]]) -> LineStart | None:
    beside = [
        start.form
        for other, start in sure
        if (other.depth, other.table) == (line.depth, line.table)
    ]
    text = line.text.strip()
    if _is_name(text):
        is_usual = beside.count("alone") >= _FEWEST and text.split()[-1].casefold() in _ALONE
        return LineStart(text, "", "alone") if is_usual else None
    match = _PARTED.fullmatch(text)
    if match is None or not _is_name(match["name"]):
        return None
    form = "," if match["form"] else "(" if match["bracket"] else "-"
    rest = f"({match['rest']}" if form == "(" else match["rest"]
    if form not in beside or not is_institution(rest.strip("()").split(",")[0]):
        return None
    return LineStart(match["name"].strip(), rest, form)


def _is_name(text: str) -> bool:
    name = text.strip()
    return (
        not person_name(name)
        and is_name_with_common_word(name)
        and not _NO_GIVEN_NAME.fullmatch(name.split()[0])
    )
