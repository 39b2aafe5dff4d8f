"""Rules on a document's rights: what ACM's message says, copied without a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic, Span
from proposal.model.acm_numbers import ACM_PREFIX, contradiction
from proposal.model.acmart_versions import WITHOUT_PRICE
from proposal.model.records.rights import Rights

_ISSUE = re.compile(r"/(?:\d\d)?(?P<year>\d\d)/(?P<month>\d\d)$")
"""Year and month behind an ISBN of ACM: `979-8-4007-0490-1/24/08`."""


def doi_prefix(subject: Subject) -> Iterator[Diagnostic]:
    """A DOI of another publisher leads readers to another paper, from print, for good."""
    for name, rights in _rights(subject):
        if rights.doi is not None and not rights.doi.startswith(ACM_PREFIX):
            message = f"the DOI `{rights.doi}` is not one of ACM, which all begin with {ACM_PREFIX}"
            span = _place(subject, name, "doi")
            yield diagnostic("doi-prefix", message, span, "copy it from ACM's message")


def rights_year(subject: Subject) -> Iterator[Diagnostic]:
    """The year in the rights block is that of the proceedings; ACM sends a wrong one back."""
    venue = subject.edition.venue
    for name, rights in _rights(subject) if venue.is_conference else ():
        if rights.year is not None and rights.year != venue.year:
            message = f"the rights are of {rights.year}, but {venue.acronym} is in {venue.year}"
            span = _place(subject, name, "year")
            yield diagnostic("rights-year", message, span, "compare it with ACM's message")


def isbn_date(subject: Subject) -> Iterator[Diagnostic]:
    """ACM's ISBN line ends in the conference's year and month; a copied one has another's."""
    venue = subject.edition.venue
    if venue.start is None or venue.end is None:
        return
    held = {(day.date.year % 100, day.date.month) for day in (venue.start, venue.end)}
    for name, rights in _rights(subject):
        issue = _ISSUE.search(rights.isbn or "")
        if issue and (int(issue["year"]), int(issue["month"])) not in held:
            expected = f"/{venue.start.date:%y/%m}"
            message = f"the ISBN line ends in {issue.group()}, but {venue.acronym} is {expected}"
            span = _place(subject, name, "isbn")
            yield diagnostic("isbn-date", message, span, "compare it with ACM's message")


def doi_isbn(subject: Subject) -> Iterator[Diagnostic]:
    """A DOI of other proceedings than the ISBN's was copied from another paper's message."""
    known = [
        (rights.doi, rights.isbn, f"the {name} of {year}")
        for year, files in sorted(subject.folder.editions.items())
        for name, document in files.edition.documents.items()
        if (rights := document.rights) and rights.doi and rights.isbn
    ]
    for name, rights in _rights(subject):
        if not rights.doi or not rights.isbn:
            continue
        message = contradiction(rights.doi, rights.isbn)
        for doi, isbn, other in known:
            same_doi = _proceedings(doi) == _proceedings(rights.doi)
            if same_doi != (_book(isbn) == _book(rights.isbn)) and message is None:
                shared, differing = ("DOI", "ISBN") if same_doi else ("ISBN", "DOI")
                message = f"the {shared} is of the same proceedings as {other}, the {differing} not"
        if message is not None:
            hint = "compare both with ACM's message"
            yield diagnostic("doi-isbn", message, _place(subject, name, "doi"), hint)


def _proceedings(doi: str) -> str:
    return doi.partition(".")[2].partition(".")[0]


def _book(isbn: str) -> str:
    return isbn.partition("/")[0].replace("-", "")


def price_not_printed(subject: Subject) -> Iterator[Diagnostic]:
    """Acmart prints a price only where ACM sells copies, and since its version 2 nowhere."""
    for name, rights in _rights(subject):
        if rights.price is not None and rights.copyright in WITHOUT_PRICE:
            message = f"acmart prints no price with `copyright: {rights.copyright}`"
            hint = "delete the price, or compare `copyright` with ACM's message"
            yield diagnostic("price-not-printed", message, _place(subject, name, "price"), hint)


def incomplete_rights(subject: Subject) -> Iterator[Diagnostic]:
    """A rights block without its DOI or ISBN does not pass production."""
    for name, rights in _rights(subject):
        missing = [key for key in ("doi", "isbn") if getattr(rights, key) is None]
        if missing and rights.copyright != "none":
            message = f"the rights of the {name} have no {' and no '.join(map(str.upper, missing))}"
            span = _place(subject, name)
            yield diagnostic("incomplete-rights", message, span, f"add `{missing[0]}: …`")


def missing_rights(subject: Subject) -> Iterator[Diagnostic]:
    """The camera-ready is not accepted without the block of ACM's message, which may yet come."""
    if not subject.edition.venue.is_conference:
        return  # of which ACM publishes nothing
    for name, document in subject.files.edition.documents.items():
        span = _place(subject, name)
        hint = "when ACM's message has come, add `rights: {…}`"
        if document.rights is not None:
            continue
        if document.first_page is not None:
            message = f"the {name} has a page in the proceedings, but no rights block"
            span = subject.files.edition.place("documents", name, "first_page")
            yield diagnostic("page-without-rights", message, span, hint)
        elif name == "camera-ready":
            message = "the camera-ready has no rights block yet"
            yield diagnostic("missing-rights", message, span, hint)


def _rights(subject: Subject) -> list[tuple[str, Rights]]:
    documents = subject.files.edition.documents.items()
    return [(name, document.rights) for name, document in documents if document.rights is not None]


def _place(subject: Subject, name: str, *keys: str) -> Span | None:
    return subject.files.edition.place("documents", name, "rights", *keys)


RIGHTS: tuple[Rule, ...] = (
    doi_prefix,
    doi_isbn,
    rights_year,
    isbn_date,
    price_not_printed,
    incomplete_rights,
    missing_rights,
)
