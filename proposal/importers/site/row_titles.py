"""Tells the titles of papers and the people in the lines of a row of the programme."""

from __future__ import annotations

import re

from proposal.importers.site.name_likeness import is_institution
from proposal.importers.site.paper_lines import read_authors_line
from proposal.model.session_kinds import kind_of_session, says_only_the_kind
from proposal.reading.listed_names import ListedAuthor

LONG_TITLE = 6
"""So many words has a title in which a single one, as Discussion, no longer says what it is."""


_LONGEST_TITLE = 40
_PROSE = re.compile(
    r"(?:short\s+|extended\s+)?abstract\s*[:–—-]|in\s+this\s+(?:talk|paper)\b", re.IGNORECASE
)
"""How what is said of a talk begins: `Abstract: In this talk …`."""


def kind_of_begin(title: str) -> str | None:
    """The kind that the first words of a long title name."""
    return kind_of_session(" ".join(title.split()[:3]), has_papers=False)


def may_be_title_of_paper(title: str, authors: int) -> bool:
    """Whether a title with authors beside it names no other part of a day, such as a panel."""
    if _PROSE.match(title) or len(title.split()) > _LONGEST_TITLE:
        return False
    is_long = authors > 0 and len(title.split()) >= LONG_TITLE
    named = kind_of_begin(title) if is_long else kind_of_session(title, has_papers=False)
    return named in {None, "papers"}


def is_other_part(head: str) -> bool:
    """Whether a row's first line alone says that it is a part of the day without new papers."""
    kind = kind_of_session(head, has_papers=False)
    return kind in _WITHOUT_PAPERS and len(head.split()) <= _LONGEST_KIND


_WITHOUT_PAPERS = {"opening", "closing", "break", "lunch", "panel", "social"}
_LONGEST_KIND = 3
"""Words of the name of a kind of session."""


def is_subtitle(text: str) -> bool:
    """Whether the line below what a part of the day is called says more of it: `On Samples`.

    Neither people nor rooms, labels and sentences do.
    """
    is_short = _SHORTEST_SUBTITLE <= len(text.split()) <= _LONGEST_SUBTITLE
    is_other = _OTHER_LINE.search(text) or read_authors_line(text) or is_institution(text)
    return is_short and not is_other


_SHORTEST_SUBTITLE, _LONGEST_SUBTITLE = 3, 14
_OTHER_LINE = re.compile(r"[:@(.]|\d|\b(?:room|hall|chairs?|by|with|and\s+more)\b", re.IGNORECASE)
"""What stands below a part of the day and is no title: `Room 2`, `Chair: Ann Author`."""


def says_only_panel(head: str) -> bool:
    """Whether a row's first line says that it is a panel, and not on what: `Discussion Panel`."""
    return says_only_the_kind(head, "panel") or _PANEL.fullmatch(head.strip(" :.")) is not None


_PANEL = re.compile(
    r"(?:(?:the|closing|final|expert|interactive)\s+)?(?:(?:panel|discussion|session)s?\s*){1,3}"
    r"(?:\d+|[IVX]+)?|podiumsdiskussion|table\s+ronde|mesa[\s-]redonda",
    re.IGNORECASE,
)
"""`Closing panel`, `Panel discussion`"""


def people_below(lines: list[str]) -> list[ListedAuthor]:
    """The people whom a line below a title lists."""
    return next(filter(None, map(read_authors_line, lines[1:])), [])


def authors_below(lines: list[str]) -> list[ListedAuthor]:
    """The authors in the line below a title, if it lists any."""
    return read_authors_line(lines[0]) if lines else []
