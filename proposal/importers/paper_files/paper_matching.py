"""Finds the paper to which a PDF belongs, by the names that review systems give to files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from proposal.reading.searchable_text import normalize

_FEWEST_LETTERS = 12
"""Letters of a title by which a name or a page is sure to mean it."""
_WORDS = (
    r"(?:conf|workshop|paper|papers|submission|sub|final|camera|ready|cameraready|manuscript|cr"
    r"|version|revised|revision|copy|pdf|file|v\d+|\(\d+\)|\d{4}[a-z]?)"
)
_NUMBERED = re.compile(
    rf"^(?:{_WORDS}[\s_#.-]*)*?0*(?P<number>\d{{1,6}})(?:[\s_.-]*{_WORDS})*$", re.IGNORECASE
)
"""Examples: 12, paper_12, submission-012, 12_Camera_Ready, 12_final_v2, Paper 12 (1)."""
_OF_SITE = re.compile(
    r"^[a-z][\w-]*?[\s_-](?:paper|final|submission|sub)[\s_-]?0*(?P<number>\d{1,6})(?:[\s_.-]*v\d+)?$",
    re.IGNORECASE,
)
"""HotCRP puts its own name before the number: conf27-paper12, conf27-final12."""
_BEFORE_TITLE = re.compile(r"^0*(?P<number>\d{1,6})[\s_.-]+(?P<rest>\D.*)$")
"""OpenReview and CMT put the number before other words: 12_A_Title_of_Some_Words."""
_ID_NUMBER = re.compile(r"(?:paper|p|submission|sub)?-?0*(\d{1,6})", re.IGNORECASE)
"""An id that is a number: paper-12, p12, 12."""


class KnownPaper(Struct, frozen=True):
    """A paper of the data."""

    id: str
    number: str
    """That of the review system; empty if the data have none."""
    title: str

    @property
    def numbers(self) -> set[int]:
        """The numbers by which files may name it."""
        if self.number.isdecimal():
            return {int(self.number)}
        found = _ID_NUMBER.fullmatch(self.id) if not self.number else None
        return {int(found[1])} if found else set()


class Match(Struct, frozen=True):
    """The paper of a PDF, and by what it was found."""

    paper: KnownPaper
    by: str


def matched(name: str, first_page: Callable[[], str], papers: Sequence[KnownPaper]) -> Match | None:
    """The paper to which a PDF belongs; nothing if none is sure.

    Args:
        name: its path in what was handed over.
        first_page: reads the text of its first page.
        papers: all papers of the data.
    """
    path = PurePosixPath(name)
    named = _one(paper for paper in papers if paper.id.casefold() == path.stem.casefold())
    if named:
        return Match(named, "its name")
    titled = titled_paper(path.stem, papers)
    if titled:
        return Match(titled, "the title in its name")
    number = number_in(name)
    numbered = _one(paper for paper in papers if number in paper.numbers)
    if numbered:
        return Match(numbered, f"the number {number}")
    printed = titled_paper(first_page(), papers)
    return Match(printed, "the title on its first page") if printed else None


def number_in(name: str) -> int | None:
    """The number of the submission in the path of a file, if it has one.

    CMT has a folder for each submission, with the number for its name.
    """
    path = PurePosixPath(name)
    for pattern in (_NUMBERED, _OF_SITE, _BEFORE_TITLE):
        found = pattern.match(path.stem)
        if found:
            return int(found["number"])
    folders = [part for part in path.parent.parts if part.isdecimal()]
    return int(folders[-1]) if folders else None


def titled_paper(text: str, papers: Iterable[KnownPaper]) -> KnownPaper | None:
    """The paper whose title stands in a text, the longest if one title holds another one."""
    letters = normalize(text)
    found = [
        paper
        for paper in papers
        if len(normalize(paper.title)) >= _FEWEST_LETTERS and normalize(paper.title) in letters
    ]
    longest = max((len(normalize(paper.title)) for paper in found), default=0)
    return _one(paper for paper in found if len(normalize(paper.title)) == longest)


def _one(papers: Iterable[KnownPaper]) -> KnownPaper | None:
    """The only one of some papers; nothing if there are several, or none."""
    found = list(papers)
    return found[0] if len(found) == 1 else None
