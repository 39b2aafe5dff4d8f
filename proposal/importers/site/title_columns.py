"""Tells which column of a programme's table holds titles, and which of them are those of papers."""

from __future__ import annotations

import re

from msgspec import Struct

from proposal.importers.site.paper_lines import read_authors_line
from proposal.importers.site.row_titles import is_other_part
from proposal.importers.site.talk_lines import TALK
from proposal.model.session_kinds import says_only_the_kind

_HEAD = re.compile(
    r"(?P<paper>(?:paper|article|submission|abstract)['’]?s?\s+)?(?:(?:talk|presentation|session)\s+)?"
    r"(?:title|titel|titre|título|titolo|tytuł|название)s?",
    re.IGNORECASE,
)
"""`Paper Title`, `Title`, `Talk title`"""
_OF_PAPER = re.compile(
    r"(?:\w+\s+)?(?:abstract|paper|talk|oral|presentation|poster|session|submission|article"
    r"|contribution|spotlight|lightning|demo|vortrag|exposé|ponencia)s?\W*(?:\w{1,4}\W*)?"
    r"|(?:[A-Z]{0,2}\W?)?\d{1,3}\W*",
    re.IGNORECASE,
)
"""What the row of a paper is called: `Abstract 1`, `Short paper`, `Session A`, `12`."""
_SHORTEST = 3
"""Words of the title of a paper."""


class TitleColumn(Struct, frozen=True):
    """The column of a table below whose head titles stand."""

    table: int
    cell: int
    is_of_papers: bool
    """Whether its head says that they are titles of papers."""

    def holds(self, table: int, cell: int) -> bool:
        """Whether a cell is one of this column."""
        return (table, cell) == (self.table, self.cell)


def title_column(table: int, cell: int, head: str) -> TitleColumn | None:
    """The column that a head makes one of titles; nothing of other heads."""
    match = _HEAD.fullmatch(head.strip(" :*"))
    return TitleColumn(table, cell, match["paper"] is not None) if match is not None else None


def names_paper(head: str, title: str) -> bool:
    """Whether a title in a column of papers' titles is one, by what its row is called.

    `Abstract 1` has a paper; `Welcome`, `Hands-on` and `Keynote` have none.
    """
    is_of_paper = head == title or _OF_PAPER.fullmatch(head.strip()) is not None
    is_other = is_other_part(head) or TALK.search(head) or read_authors_line(title)
    return is_of_paper and not is_other and len(title.split()) >= _SHORTEST


def says_more(title: str, lines: list[str], kind: str | None) -> bool:
    """Whether the title of a row says more than what stands in front of it, and names no people.

    Args:
        title: what stands in the column of titles.
        lines: all lines of the row.
        kind: the kind of what takes place, if it is known.
    """
    is_bare = kind is not None and says_only_the_kind(title, kind)
    return title in lines[1:] and not is_bare and not read_authors_line(title)
