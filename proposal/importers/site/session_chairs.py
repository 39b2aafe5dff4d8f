"""Takes those who chair a session out of its lines: `Oral Session – Session Chair: Ann Author`."""

from __future__ import annotations

import re

from msgspec import Struct, field

from proposal.importers.site.paper_lines import read_authors_line
from proposal.reading.listed_names import ListedAuthor
from proposal.reading.page_tree import PageLine
from proposal.reading.placeholders import is_placeholder

_BEHIND = r"(?:^|[\s(\[|,;–—-]+)"
_NAMES = r"(?P<names>[^()\[\]]+(?:\([^()]*\)[^()\[\]]*)*?)[)\]]?\s*$"
_CHAIR = re.compile(
    rf"{_BEHIND}(?:session\s+)?(?:co-?)?(?:chair(?:person|man|woman)?s?\s*:|chaired\s+by\b:?)\s*{_NAMES}",
    re.IGNORECASE,
)
"""`Session 1 (Chair: Ann Author)`, `Session 1 -- Session Chair: TBD`"""
_PRESENTED = re.compile(rf"{_BEHIND}presented\s+by\b:?\s*{_NAMES}", re.IGNORECASE)
"""`Welcome -- Presented by: Ann Author`"""


class LedLines(Struct):
    """The lines of a session without those who lead it."""

    shown: list[tuple[str, PageLine]] = field(default_factory=list)
    """The texts, each with the line that it is of."""
    chairs: list[ListedAuthor] = field(default_factory=list)
    presenters: list[ListedAuthor] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The texts alone."""
        return [text for text, _ in self.shown]


def without_chairs(shown: list[tuple[str, PageLine]]) -> LedLines:
    """The lines of a session, and who leads it as they say.

    Args:
        shown: the texts of its lines, each with the line that it is of.
    """
    found = LedLines()
    for text, line in shown:
        rest = _without(text, _CHAIR, found.chairs)
        rest = _without(rest, _PRESENTED, found.presenters)
        if rest:
            found.shown.append((rest, line))
    return found


def _without(text: str, pattern: re.Pattern[str], people: list[ListedAuthor]) -> str:
    """A text without the people whom a pattern finds, who are noted; as it is if they are none."""
    match = pattern.search(text)
    if match is None:
        return text
    listed = read_authors_line(match["names"])
    if not listed and not is_placeholder(match["names"].strip()):
        return text
    people += listed
    return text[: match.start()].strip(" |•·–—-:")
