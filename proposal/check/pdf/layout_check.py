"""Places: nothing outside of the text area, and page numbers where they are wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.check.pdf.container import is_letter
from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.pdf_file import Check, CheckedPage, CheckedPdf
from proposal.diagnostics import Diagnostic, Severity, error, warning
from proposal.pdf.drawings import pictures
from proposal.pdf.overlap import in_message, overlapping
from proposal.pdf.placed import Piece
from proposal.pdf.sigconf import excess, is_below_text

_FOLIO = re.compile(r"(?:\d+:)?\d{1,5}")
"""A page's number, in journals with the article's before it: `12`, `117:3`."""
_FEWEST_LINE_NUMBERS = 10
"""Numbers in the margin of a page, of which fewer may be something else."""


def margins(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """What stands in the margin is cut off, or collides with what the publisher prints there."""
    if not expected.has_known_margins:
        what = f"margins and page numbers are not judged in the format {expected.format}"
        hint = "look at the pages; they are known of sigconf only"
        yield Diagnostic(Severity.NOTE, "unjudged-layout", pdf.message(what), hint=hint)
        return
    numbered: list[int] = []
    for page in filter(is_letter, pdf.pages):
        outside = [piece for piece in page.pieces if excess(piece.box)]
        numbers = [piece for piece in outside if re.fullmatch(r"[\d\s]+", piece.text)]
        if len(numbers) >= _FEWEST_LINE_NUMBERS:
            numbered.append(page.number)
            outside = [piece for piece in outside if piece not in numbers]
        below = [
            piece
            for piece in page.pieces
            if not excess(piece.box) and not _FOLIO.fullmatch(piece.text)
        ]
        yield from _misplaced(pdf, page, outside, below)
        for box in pictures(page.object):
            if beyond := excess(box):
                message = pdf.message(
                    f"a picture sticks out of the text area {beyond}", page.number
                )
                hint = "make it smaller: `\\includegraphics[width=\\linewidth]{…}`"
                yield error("margin", message, hint=hint)
    if numbered and not expected.line_numbers:
        message = pdf.message("there are line numbers in the margins", *numbered)
        yield error("line-numbers", message, hint="leave out the option `review` of acmart")


def running_heads(pdf: CheckedPdf, _expected: Expected) -> Iterator[Diagnostic]:
    """Two texts of one head that are too long for it are printed over each other."""
    found: dict[tuple[str, str], list[int]] = {}
    for page in pdf.pages:
        for one, other in overlapping(page.heads):
            found.setdefault((one.text, other.text), []).append(page.number)
    for (first, second), numbers in found.items():
        both = f"“{in_message(first)}” and “{in_message(second)}”"
        what = f"{both} are printed over each other in the head"
        hint = (
            "write a `short_title` or `short_authors`; in LaTeX of your own, `\\title[short]{…}` "
            "or `\\renewcommand{\\shortauthors}{…}`"
        )
        yield error("running-head", pdf.message(what, *numbers), hint=hint)


def _misplaced(
    pdf: CheckedPdf, page: CheckedPage, outside: list[Piece], below: list[Piece]
) -> Iterator[Diagnostic]:
    if outside:
        more = f" (and {len(outside) - 1} more)" if len(outside) > 1 else ""
        first = outside[0]
        what = (
            f"“{in_message(first.text)}” stands outside of the text area, {excess(first.box)}{more}"
        )
        hint = "shorten or reword it, or break the line; remove notes in the margin"
        yield error("margin", pdf.message(what, page.number), hint=hint)
    if below:
        words = in_message(" ".join(piece.text for piece in below))
        what = f"“{words}” stands below the text, where only the page number belongs"
        hint = "cut a line of the page, or remove what the footer was given"
        yield error("margin", pdf.message(what, page.number), hint=hint)


def page_numbers(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """Proceedings are cited by page; where the publisher adds the numbers, there must be none."""
    if expected.prints_page_numbers is None or not expected.has_known_margins:
        return
    hint = "set `page_numbers` and `first_page` of the document, and build it again"
    first = expected.first_page or 1
    printed = {page.number: _folio(page) for page in pdf.pages}
    if not expected.prints_page_numbers:
        if pages := [number for number, folio in printed.items() if folio]:
            message = pdf.message("page numbers are printed, and none are wanted", *pages)
            yield warning("page-number", message, hint=hint)
        return
    for number, folio in printed.items():
        wanted = str(first + number - 1)
        if folio != wanted:
            wrong = f"it is numbered {folio}, and should be {wanted}"
            what = wrong if folio else f"its number, {wanted}, is not printed"
            yield error("page-number", pdf.message(what, number), hint=hint)
            return


def _folio(page: CheckedPage) -> str | None:
    """The page number as it is printed below the text."""
    for piece in page.pieces:
        is_line_number = excess(piece.box) is not None
        if is_below_text(piece.box) and not is_line_number and _FOLIO.fullmatch(piece.text):
            return piece.text.rpartition(":")[2]
    return None


LAYOUT: tuple[Check, ...] = (margins, running_heads, page_numbers)
