"""Compares what a first page says of its publication with the data: DOI, ISBN, year, event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.check.papers.expected_paper import ExpectedPaper
from proposal.check.papers.paper_finding import RECORD, PaperFinding, Place
from proposal.check.papers.printed_text import plain
from proposal.model.acm_samples import is_sample_conference, is_sample_number

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s,;]+")
"""`https://doi.org/10.1145/3637528.3671486`"""
_ISBN = re.compile(r"\bISBN(?:-13)?:?\s*(?P<isbn>97[89][\d-]{10,})")
"""`ISBN: 979-8-4007-0490-1`"""
_OWNER = re.compile(
    r"(?:©|\(c\)|\bcopyright)\s*(?:©|\(c\))?\s*(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
"""The year of a line about rights: `© 2024 Copyright held by the owner`."""
_EVENT = re.compile(
    r"(?:^|[.;]\s|\bIn\s)(?P<name>[A-Z][A-Za-z0-9&@/.+-]*(?:[ -][A-Z][A-Za-z0-9&@/.+-]*){0,4})\s?"
    r"[’'‘`](?P<year>\d\d)(?=\s*[:,(.]|\s*$)",
    re.MULTILINE,
)
"""The event of a line about rights: `KDD ’24, August 25–29, 2024, Barcelona, Spain`."""
_SERIES = re.compile(
    r"\b(?P<whole>(?:\d+(?:st|nd|rd|th)\s+)?(?:conference|workshop|symposium|proceedings)\b[^.\n]{0,90}?"
    r"\b(?P<year>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
"""`Proceedings of the Workshop on Engines 2026`"""
_ADVICE = "copy the lines about rights from the message that the publisher sent for this paper"


def publication(edge: str, first_page: str, expected: ExpectedPaper) -> Iterator[PaperFinding]:
    """What a paper says of its publication, otherwise than the data.

    Args:
        edge: the words at the edges of the first page, where such lines stand.
        first_page: all its words.
        expected: the paper.
    """
    yield from _doi(edge, expected)
    yield from _isbn(first_page, expected)
    year = next(iter(_wrong_years(edge, expected)), "")
    if year:
        listed = " or ".join(map(str, expected.years))
        message = f"its first page names another year: “{year}”"
        yield _finding("rights of another year", message, listed)
        return
    event = next(_wrong_events(edge, expected), "")
    if event:
        message = f"its first page names another event: “{event}”"
        yield _finding("rights of another event", message, " or ".join(expected.names))


def _doi(edge: str, expected: ExpectedPaper) -> Iterator[PaperFinding]:
    found = [match[0].rstrip(".)") for match in _DOI.finditer(edge)]
    own = [doi for doi in found if not is_sample_number(doi)]
    if not expected.doi or not own or any(_same_doi(doi, expected.doi) for doi in own):
        return
    yield _finding("other DOI", f"its first page has the DOI {own[0]}", expected.doi, ("doi",))


def _finding(brief: str, message: str, wanted: str, place: Place = RECORD) -> PaperFinding:
    return PaperFinding("paper-rights", brief, message, _ADVICE, (1,), place, wanted)


def _same_doi(printed: str, wanted: str) -> bool:
    return plain(printed) == plain(wanted) or plain(wanted).startswith(plain(printed))


def _isbn(first_page: str, expected: ExpectedPaper) -> Iterator[PaperFinding]:
    found = [match["isbn"] for match in _ISBN.finditer(first_page)]
    own = [isbn for isbn in found if not is_sample_number(isbn)]
    if (
        not expected.isbn
        or not own
        or any(plain(isbn)[:13] == plain(expected.isbn) for isbn in own)
    ):
        return
    yield _finding("other ISBN", f"its first page has the ISBN {own[0]}", expected.isbn)


def _wrong_years(edge: str, expected: ExpectedPaper) -> list[str]:
    """The lines that name a year, if none of them names a right one."""
    found = [
        (match["year"], match[0]) for match in (*_OWNER.finditer(edge), *_SERIES.finditer(edge))
    ]
    found += [
        (f"20{match['year']}", match[0])
        for match in _EVENT.finditer(edge)
        if not is_sample_conference(match[0])
    ]
    if any(int(year) in expected.years for year, _ in found):
        return []
    return [" ".join(words.split()) for _, words in found]


def _wrong_events(edge: str, expected: ExpectedPaper) -> Iterator[str]:
    known = [plain(name) for name in expected.names]
    for match in _EVENT.finditer(edge):
        name = plain(match["name"])
        is_known = any(
            name in acronym or acronym in name or _shares_word(match["name"], acronym)
            for acronym in known
        )
        if known and not is_known and not is_sample_conference(match[0]):
            yield " ".join(match[0].split())


def _shares_word(name: str, known: str) -> bool:
    return any(
        plain(word) in known or known in plain(word) for word in name.split() if len(word) > 2
    )
