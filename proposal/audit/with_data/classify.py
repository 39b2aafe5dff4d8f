"""Finds which edition a document is about, and what kind of document it is."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum

from msgspec import Struct

from proposal.audit.with_data.search import Search
from proposal.edition.committee_members import committee_members
from proposal.edition.edition import Edition
from proposal.reading.days import find_days
from proposal.reading.document_forms import DocumentForm
from proposal.reading.searchable_text import normalize
from proposal.reading.source_document import SourceDocument

_ADDRESS, _HEADLINE, _DAY, _TITLE, _NAMED = 6, 4, 3, 2, 1
"""How much a sign counts: in the page's address, in its title, the workshop's day, …"""

_ENOUGH = 2
_MOST = 5
"""Titles of talks and papers that count; a page may have many of one edition."""

_FIRST_PAGE = 1500
"""Letters of a PDF among which its title stands."""

_CALL = re.compile(
    r"call[\s_-]*for[\s_-]*(?:papers|participation|contributions)|\bcfp\b", re.IGNORECASE
)
"""`call-for-papers`, `CFP`"""
_PUBLISHED = re.compile(r"ACM Reference Format|\bACM ISBN\b|doi\.org/10\.1145/", re.IGNORECASE)
"""`ACM Reference Format`, `doi.org/10.1145/`"""
_YEAR = re.compile(r"(?<![\d-])(20\d\d)(?!\d|-\d\d)")
"""A year that is no part of a date: `WSP 2026`, but not `2026-02-26`. →"""


_TITLED = frozenset({DocumentForm.PDF, DocumentForm.WORD})
"""Forms in which papers are handed round, too, which do not begin with the workshop's name."""


class DocumentKind(StrEnum):
    """What a file is."""

    PROPOSAL = "proposal"
    CAMERA_READY = "camera-ready"
    OTHER_PDF = "other PDF"
    PAGE = "page"
    CALL = "call"
    DATA = "data file"
    LIST = "list of editions"
    TEXT = "text"
    CALENDAR = "calendar"
    REFERENCES = "list of references"


ON_THE_WEB = frozenset(
    {DocumentKind.PAGE, DocumentKind.CALL, DocumentKind.DATA, DocumentKind.LIST, DocumentKind.TEXT}
)
"""Kinds of which one leaves to another what it does not say itself."""


class About(Struct, frozen=True):
    """What a file is about."""

    kind: DocumentKind
    editions: frozenset[str]
    """The editions; none if it is about none of this series."""
    main: str | None = None
    """The edition of a list of editions that it is about beyond that, as a series' first page."""


def about(search: Search, name: str, editions: Sequence[Edition]) -> About:
    """What a file is about.

    Args:
        search: the file.
        name: its path from the folder that was named.
        editions: those in the data; at least one.
    """
    document = search.document
    if document.form in _TITLED and not _is_titled(search, editions):
        return About(DocumentKind.OTHER_PDF, frozenset())
    if document.form is DocumentForm.REFERENCES:
        return About(DocumentKind.REFERENCES, frozenset(_editions_cited(document, editions)))
    days = _days(document)
    addressed, score = _scores(document, name, editions, days)
    known = [edition_id for edition_id, points in score.items() if points >= _ENOUGH]
    best = max(known, key=lambda edition_id: (score[edition_id], edition_id), default=None)
    shown = _editions_shown(document, editions, days)
    if len(addressed) != 1 and len(shown) > 1 and document.form is not DocumentForm.PDF:
        return About(DocumentKind.LIST, frozenset(shown), best if _is_main(best, score) else None)
    edition = next((edition for edition in editions if edition.id == best), None)
    return About(_kind(document, name, edition), frozenset({best} if best else ()))


def _editions_cited(document: SourceDocument, editions: Sequence[Edition]) -> Iterator[str]:
    """The editions of which a list of references names a paper, or the volume."""
    normalized = document.searchable.normalized
    for edition in editions:
        titles = [edition.title, *(paper.title for paper in edition.papers)]
        if any(normalize(title) in normalized for title in titles):
            yield edition.id


def _is_main(best: str | None, score: Counter[str]) -> bool:
    """Whether one edition has much more to speak for it than any other."""
    others = [points for edition_id, points in score.items() if edition_id != best]
    return best is not None and score[best] >= 2 * max([*others, _DAY])


def _scores(
    document: SourceDocument, name: str, editions: Sequence[Edition], days: AbstractSet[dt.date]
) -> tuple[set[str], Counter[str]]:
    """The years in the address and the title of a page, and how much speaks for each edition.

    A year speaks for all of its editions, unless an address has the suffix of one of them.
    """
    short = _short_name(editions)
    signs = [name.replace("_", " "), *_addresses(document)]
    addressed: set[str] = set()
    for sign in signs:
        addressed |= {_full(match[1]) for match in short.finditer(sign)}
        addressed |= set(_YEAR.findall(re.sub(r"([a-zA-Z])(\d)", r"\1 \2", sign)))
    headlines = " ".join(document.text[start:end] for start, end in document.words.headlines)
    titled = set(_YEAR.findall(headlines))
    score: Counter[str] = Counter()
    for edition_id in _of_years(addressed, editions, " ".join(signs)):
        score[edition_id] += _ADDRESS
    for edition_id in _of_years(titled, editions):
        score[edition_id] += _HEADLINE
    named = Counter(_full(match[1]) for match in short.finditer(document.text))
    for year, count in named.items():
        for edition_id in _of_years({year}, editions):
            score[edition_id] += min(count, 3) * _NAMED
    normalized = document.searchable.normalized
    for edition in editions:
        papers = [paper.title for paper in edition.papers]
        talks = [talk.title for talk in edition.speakers if talk.title]
        found = sum(normalize(title) in normalized for title in [*papers, *talks])
        found += _committee_found(edition, normalized)
        score[edition.id] += min(found, _MOST)
        score[edition.id] += _DAY * (edition.when.date.date in days)
        score[edition.id] += _TITLE * (normalize(edition.title) in normalized)
    return addressed or titled, score


def _of_years(years: set[str], editions: Sequence[Edition], signs: str = "") -> list[str]:
    """The editions of some years; a year of which there are no data stands for its edition."""
    found: list[str] = []
    for year in years:
        of_year = [edition.id for edition in editions if str(edition.year) == year]
        named = [name for name in of_year if re.search(rf"{name}(?![a-z\d-])", signs)]
        found += named or of_year or [year]
    return found


def _committee_found(edition: Edition, normalized: str) -> int:
    return sum(normalize(person.name) in normalized for person in committee_members(edition)) // 2


def _addresses(document: SourceDocument) -> list[str]:
    """The address of a page as it says it itself."""
    # such as permalink: /wsp2026/
    found = re.search(r"^permalink:[ \t]*(\S+)", document.source, re.MULTILINE)
    canonical = re.search(r'rel="canonical"\s+href="([^"]{1,300})"', document.source)
    return [match[1] for match in (found, canonical) if match]


def _short_name(editions: Sequence[Edition]) -> re.Pattern[str]:
    """The acronym with a year, in which editions of the series are named."""
    acronyms = "|".join(sorted({re.escape(edition.acronym) for edition in editions}))
    return re.compile(rf"(?:{acronyms})[\s_’'@/-]{{0,3}}(20\d\d|\d\d)(?!\d)", re.IGNORECASE)


def _full(year: str) -> str:
    return year if len(year) > 2 else f"20{year}"


def _days(document: SourceDocument) -> set[dt.date]:
    days = {day.date for day in find_days(document.text)}
    for event in document.events:
        start = event.start
        if start is not None:
            days.add(start.date() if isinstance(start, dt.datetime) else start)
    return days


def _editions_shown(
    document: SourceDocument, editions: Sequence[Edition], days: AbstractSet[dt.date]
) -> set[str]:
    """The editions of which a page tells the day."""
    known = {edition.id: edition.when.date.date for edition in editions}
    for edition in editions:
        known |= {
            (earlier.edition_id or str(earlier.year)): earlier.day.date
            for earlier in edition.editions
        }
    years = {_full(match[1]) for match in _short_name(editions).finditer(document.text)}
    normalized = document.searchable.normalized
    years |= {
        str(known.year)
        for known in editions
        if known.venue.series
        and normalize(f"{known.venue.series} {known.venue.year}") in normalized
    }
    named = {year for year in years if len(_of_years({year}, editions)) == 1}
    named = set(_of_years(named, editions))
    return {name for name, day in known.items() if day in days or name in named}


def _is_titled(search: Search, editions: Sequence[Edition]) -> bool:
    """Whether a document begins with the workshop's name; what is presented there does not."""
    return any(
        start < _FIRST_PAGE
        for edition in editions
        for start in (
            *(start for start, _ in search.places(edition.name)),
            *(stretch[0] for _, stretch in search.near(edition.name, 85)),
        )
    )


def _kind(document: SourceDocument, name: str, edition: Edition | None) -> DocumentKind:
    if document.form is DocumentForm.CALENDAR:
        return DocumentKind.CALENDAR
    if document.form is DocumentForm.PDF:
        return _kind_of_pdf(document, edition)
    if document.form is DocumentForm.DATA:
        return DocumentKind.DATA
    if document.form is DocumentForm.TEXT and _PUBLISHED.search(document.text):
        return DocumentKind.CAMERA_READY  # the words of the PDF
    headlines = [document.text[start:end] for start, end in document.words.headlines]
    has_beginning = document.form in {DocumentForm.TEXT, DocumentForm.WORD}
    beginning = document.text[:300] if has_beginning else ""
    if any(_CALL.search(sign) for sign in (name, *_addresses(document), *headlines, beginning)):
        return DocumentKind.CALL
    return DocumentKind.TEXT if document.form is DocumentForm.TEXT else DocumentKind.PAGE


def _kind_of_pdf(document: SourceDocument, edition: Edition | None) -> DocumentKind:
    documents = edition.documents if edition else {}
    if "camera-ready" in documents and ("proposal" not in documents):
        return DocumentKind.CAMERA_READY
    return DocumentKind.CAMERA_READY if _PUBLISHED.search(document.text) else DocumentKind.PROPOSAL
