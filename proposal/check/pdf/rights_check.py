"""Rights: the block at the foot of the first page, and the reference above it, agree."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from msgspec import Struct
from stdnum import isbn as isbn_number
from stdnum.exceptions import ValidationError as NumberError

from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.pdf_file import CheckedPdf
from proposal.check.pdf.word_search import place_of
from proposal.diagnostics import Diagnostic, error, warning
from proposal.model.acm_numbers import ACM_PREFIX, contradiction
from proposal.model.acm_samples import SAMPLE_CONFERENCE, SAMPLE_DOI, is_sample_number
from proposal.model.acmart_versions import (
    NOTICES,
    WITHOUT_OWNER,
    conference_lines,
    owners,
    permissions,
    prints_price,
)
from proposal.model.english_days import one_of
from proposal.model.records.rights import Rights
from proposal.pdf.pdf_objects import at, overlays
from proposal.reading.searchable_text import normalize

_MESSAGE = "copy it from ACM's rights message into `rights:` of the document, and build it again"

_OWNER = re.compile(
    r"^(?:©|\(c\))\s*(?P<year>\d{4})\b|^(?P<bare>\d{4})\.\s*(?=ACM\s+ISBN)", re.MULTILINE
)
"""`© 2024`, `2024. ACM ISBN`"""
_ISBN = re.compile(r"\bACM\s+ISBN\s+(?P<isbn>[\dXx-]+(?:/\w{2,4}/\w{2})?)")
"""`ACM ISBN 979-8-4007-0490-1/24/08`"""
_DOI = re.compile(
    r"https?:\s?//(?:dx\.)?doi\.\s?org/\s?(?P<doi>10\.\s?\d{4,9}/(?:[^\s]|(?<=/)\n|(?<=/\d{7}\.)\n)+)"
)
"""`https://doi.org/10.1145/3637528.3671486`, also where lines break within it."""
_DAYS = re.compile(
    rf"\b(?:{one_of(calendar.month_name[1:])})"
    r" \d{1,2}(?:\s?[–-]\s?(?:[A-Z][a-z]+ )?\d{1,2})?, (?P<year>\d{4})"
)
"""`August 25–29, 2024`, `February 26, 2026`"""
_REFERENCE = re.compile(
    r"^\s*ACM Reference Format:(?P<all>.*?\b(?P<pages>\d+) pages?\.)", re.MULTILINE | re.DOTALL
)
"""`ACM Reference Format: Ada Lovelace. 2024. On Engines. In … 2 pages.`"""
_ELSEWHERE = re.compile(r"Version\s+of\s+Record\s+was\s+published\s+in\b")
"""What a version for the authors' own page says before the proceedings, and has no ISBN."""

_SENTENCE_ENDS = re.compile(r"\.\n|\Z")
"""A full stop at the end of a line, or the end of the page."""
_PRICE = re.compile(r"\$\s?(?P<price>\d+(?:\.\d{2})?)")
"""`$15.00`, `$ 15`"""
_OWN_LINES = 5
"""Lines of a rights block behind the one with ©, at most, where it has no ISBN."""


class PrintedRights(Struct, frozen=True):
    """What the first page says of the publication."""

    text: str
    conference: str
    """The lines above the one with ©, the last of which is the conference line."""
    has_owner: bool
    year: int | None
    isbn: str | None
    price: str | None
    """What a copy costs, in dollars."""
    doi: str | None
    reference: str | None
    """The ACM Reference Format, as far as the number of pages."""
    reference_pages: int | None
    reference_doi: str | None


def rights(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """Production compares all of these with the rights form, and sends back what differs."""
    printed = _printed(pdf.pages[0].text)
    wanted = expected.rights
    if wanted is not None and wanted.copyright != "none":
        missing = _missing_block(pdf, printed, wanted)
        if missing is not None:
            yield missing
            return
        yield from _wording(pdf, printed, wanted)
    if wanted is not None or printed.has_owner:
        yield from _doi(pdf, printed, wanted)
        yield from _isbn(pdf, printed, wanted)
        yield from _price(pdf, printed, wanted)
        yield from _dates(pdf, printed, expected)
        yield from _conference(pdf, printed, expected)
        yield from _reference(pdf, printed, expected)


def _printed(text: str) -> PrintedRights:
    owner = _OWNER.search(text)
    block = rights_block(text[owner.start() :]) if owner else ""
    isbn, price = _ISBN.search(block), _PRICE.search(block)
    reference = _REFERENCE.search(text)
    behind = text[reference.end() :].lstrip() if reference else ""
    return PrintedRights(
        text=text,
        conference="\n".join(text[: owner.start()].rstrip().split("\n")[-2:]) if owner else "",
        has_owner=owner is not None,
        year=int(owner["year"] or owner["bare"]) if owner else None,
        isbn=isbn["isbn"] if isbn else None,
        price=price["price"] if price else None,
        doi=_doi_in(_DOI.search(block)),
        reference=reference["all"] if reference else None,
        reference_pages=int(reference["pages"]) if reference else None,
        reference_doi=_doi_in(_DOI.match(behind)),
    )


def rights_block(text: str) -> str:
    """The rights block from its line with © on, as far as it goes, of the text that begins there.

    It ends with its DOI. Where it has none, it ends with the line of its ISBN, or with the sentence
    that names the proceedings; text of the next column follows, which may hold DOIs of others.
    """
    doi = _DOI.search(text)
    if elsewhere := _ELSEWHERE.search(text):
        ends = _SENTENCE_ENDS.search(text, elsewhere.end())
        end = ends.end() if ends else len(text)
        return text[: doi.end()] if doi and elsewhere.end() < doi.start() < end else text[:end]
    isbn = _ISBN.search(text)
    lines = text[isbn.end() if isbn else 0 :].split("\n")
    own = lines[: 2 if isbn else _OWN_LINES]
    end = (isbn.end() if isbn else 0) + len("\n".join(own))
    if doi and doi.start() < end:
        return text[: doi.end()]
    return text[: (isbn.end() if isbn else 0) + len(own[0])] if isbn else text[:end]


def _doi_in(match: re.Match[str] | None) -> str | None:
    return re.sub(r"\s", "", match["doi"]).rstrip(".,;") if match else None


def _missing_block(pdf: CheckedPdf, printed: PrintedRights, wanted: Rights) -> Diagnostic | None:
    lacks_owner = wanted.copyright not in WITHOUT_OWNER and not printed.has_owner
    if not lacks_owner and any(_holds(printed.text, words) for words in _all_notices()):
        return None
    message = pdf.message("there is no rights block", 1)
    return error(
        "rights-missing", message, hint="use the lines of ACM's rights message as they are"
    )


def _all_notices() -> list[str]:
    return [words for notice in NOTICES.values() for words in notice]


def _holds(text: str, words: str) -> bool:
    return place_of(words, text) >= 0


def _wording(pdf: CheckedPdf, printed: PrintedRights, wanted: Rights) -> Iterator[Diagnostic]:
    places = permissions(wanted.copyright, pdf.acmart)
    if not all(any(_holds(printed.text, form) for form in forms) for forms in places):
        what = f"the rights block is not that of `copyright: {wanted.copyright}`"
        yield error("rights-mismatch", pdf.message(what, 1), hint=_MESSAGE)
        return
    lines = [f"{printed.year} {owner}" for owner in owners(wanted.copyright, pdf.acmart)]
    behind = f" ACM ISBN {printed.isbn}" if printed.isbn else ""
    if lines and not any(_holds(printed.text, f"{line}{behind}") for line in lines):
        right = " or ".join(f"“© {line}.”" for line in lines)
        what = f"the line with © is not that of `copyright: {wanted.copyright}`, which is {right}"
        yield error("rights-mismatch", pdf.message(what, 1), hint=_MESSAGE)
        return
    if wanted.copyright == "cc":
        address = _licence_address(wanted)
        found = [str(at(link, "/A", "/URI") or "") for link in overlays(pdf.pages[0].object)]
        if not any(address in target for target in found):
            what = f"the licence is not {wanted.licence}: no link leads to {address}"
            yield error("rights-mismatch", pdf.message(what, 1), hint=_MESSAGE)


def _licence_address(wanted: Rights) -> str:
    if wanted.licence == "zero":
        return "creativecommons.org/publicdomain/zero/1.0"
    return f"creativecommons.org/licenses/{wanted.licence}/{wanted.licence_version or '4.0'}"


def _doi(pdf: CheckedPdf, printed: PrintedRights, wanted: Rights | None) -> Iterator[Diagnostic]:
    found = [doi for doi in (printed.doi, printed.reference_doi) if doi]
    if any(map(is_sample_number, found)) or re.search(SAMPLE_DOI, printed.text):
        return  # which is reported as what it is
    # Whether the data lack it is a matter of `incomplete-rights`.
    if wanted is not None and wanted.doi is not None and printed.doi is None:
        yield error("doi-missing", pdf.message("the rights block has no DOI", 1), hint=_MESSAGE)
    right = wanted.doi if wanted is not None else None
    wrong = [doi for doi in dict.fromkeys(found) if right and doi.lower() != right.lower()]
    if right and wrong:
        what = f"the DOI {wrong[0]} is printed; the data say {right}"
        yield error("doi-mismatch", pdf.message(what, 1), hint=_MESSAGE)
    elif len({doi.lower() for doi in found}) > 1:
        what = f"the reference has the DOI {found[1]}, and the rights block {found[0]}"
        yield error("doi-mismatch", pdf.message(what, 1), hint=_MESSAGE)
    elif printed.isbn and found and not found[0].startswith(ACM_PREFIX):
        what = f"the DOI {found[0]} is not ACM's, which begin with {ACM_PREFIX}"
        yield error("doi-prefix", pdf.message(what, 1), hint=_MESSAGE)
    elif (
        printed.isbn
        and found
        and not is_sample_number(printed.isbn)
        and (distinguished := contradiction(found[0], printed.isbn))
    ):
        yield warning("doi-isbn", pdf.message(distinguished, 1), hint=_MESSAGE)


def _isbn(pdf: CheckedPdf, printed: PrintedRights, wanted: Rights | None) -> Iterator[Diagnostic]:
    found = printed.isbn
    if found is None:
        if wanted is not None and wanted.isbn is not None:
            yield error(
                "isbn-missing", pdf.message("the rights block has no ISBN", 1), hint=_MESSAGE
            )
        return
    if is_sample_number(found):
        return
    right = wanted.isbn if wanted is not None else None
    number = found.partition("/")[0]
    if right and found != right:
        what = f"the ISBN {found} is printed; the data say {right}"
        yield error("isbn-mismatch", pdf.message(what, 1), hint=_MESSAGE)
        return
    try:
        isbn_number.validate(number)
    except NumberError:
        what = f"{number} is no ISBN: its check digit is wrong"
        yield error("isbn-invalid", pdf.message(what, 1), hint=_MESSAGE)


def _price(pdf: CheckedPdf, printed: PrintedRights, wanted: Rights | None) -> Iterator[Diagnostic]:
    """Acmart before version 2 prints a price, and one of its own where nobody has given any."""
    if wanted is None or printed.price == wanted.price:
        return
    if printed.price is None:
        if pdf.acmart and prints_price(wanted.copyright, pdf.acmart):
            what = f"the rights block has no price; the data say ${wanted.price}"
            yield error("price-mismatch", pdf.message(what, 1), hint=_MESSAGE)
        return
    data = f"the data say ${wanted.price}" if wanted.price else "the data have no price"
    what = f"the rights block has the price ${printed.price}; {data}"
    hint = _MESSAGE if wanted.price else "write `\\acmPrice{}` where ACM's message has no price"
    yield error("price-mismatch", pdf.message(what, 1), hint=hint)


def _dates(pdf: CheckedPdf, printed: PrintedRights, expected: Expected) -> Iterator[Diagnostic]:
    """The year of ©, the year and month of the ISBN, and the conference's days."""
    host = expected.conference
    is_sample = re.search(SAMPLE_CONFERENCE, printed.conference) is not None
    days = (
        None
        if is_sample
        else _DAYS.search(printed.conference) or _DAYS.search(printed.reference or "")
    )
    year = host.start.year if host else int(days["year"]) if days else None
    isbn = printed.isbn if printed.isbn and not is_sample_number(printed.isbn) else ""
    issue = re.search(r"/((?:\d\d)?\d\d)/(\d\d)$", isbn)  # 979-8-4007-0490-1/24/08
    issued = None
    if issue:
        issued = int(issue[1]) if len(issue[1]) == 4 else 2000 + int(issue[1])
        if year is not None and issued != year:
            what = (
                f"the ISBN line says {issued} (/{issue[1]}/{issue[2]}); the conference is in {year}"
            )
            yield error("isbn-date", pdf.message(what, 1), hint=_MESSAGE)
        elif host and int(issue[2]) not in {host.start.month, host.end.month}:
            what = f"the ISBN line says month {issue[2]}; the conference is in {host.start:%B}"
            yield warning("isbn-date", pdf.message(what, 1), hint=_MESSAGE)
    right = expected.copyright_year or year or issued
    if printed.year is not None and right is not None and printed.year != right:
        what = f"the copyright's year is {printed.year}, and should be {right}"
        yield error("copyright-year", pdf.message(what, 1), hint=_MESSAGE)


def _conference(
    pdf: CheckedPdf, printed: PrintedRights, expected: Expected
) -> Iterator[Diagnostic]:
    """The conference line; in newer versions it has no days, and the reference still has."""
    host = expected.conference
    days = [
        match[0]
        for match in (
            _DAYS.search(words or "") for words in (printed.conference, printed.reference)
        )
        if match
    ]
    if host is not None and expected.rights is not None:
        lines = conference_lines(host.acronym, host.dates, host.place, pdf.acmart)
        if not any(_holds(printed.conference, line) for line in lines):
            last = printed.conference.split("\n")[-1]
            what = f"the conference line is “{last}”; the data say “{lines[0]}”"
            yield error("conference-line", pdf.message(what, 1), hint=_MESSAGE)
            return
        if wrong := [day for day in days if normalize(day) != normalize(host.dates)]:
            what = f"the conference's days are given as {wrong[0]}; the data say {host.dates}"
            yield error("conference-line", pdf.message(what, 1), hint=_MESSAGE)
    elif len({normalize(day) for day in days}) > 1:
        what = f"the conference's days are given as {days[0]}, and in the reference as {days[1]}"
        yield error("conference-line", pdf.message(what, 1), hint=_MESSAGE)


def _reference(pdf: CheckedPdf, printed: PrintedRights, expected: Expected) -> Iterator[Diagnostic]:
    if printed.reference is None:
        if expected.prints_reference:
            hint = "leave out `\\settopmatter{printacmref=false}`"
            message = pdf.message("the ACM Reference Format is missing", 1)
            yield error("reference-format", message, hint=hint)
        return
    count = len(pdf.pages)
    if printed.reference_pages != count:
        pages = f"{printed.reference_pages} page{'s' if printed.reference_pages != 1 else ''}"
        what = f"the ACM Reference Format says {pages}; there are {count}"
        yield error("reference-format", pdf.message(what, 1), hint="run LaTeX once more")
    if expected.title and not _holds(printed.reference, expected.title):
        what = "the ACM Reference Format has another title than the paper"
        yield error("reference-format", pdf.message(what, 1), hint="build it again from the data")
