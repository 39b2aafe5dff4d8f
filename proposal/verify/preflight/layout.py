"""Places: nothing outside of the text area, and page numbers where they are wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.diagnostics import Diagnostic, error, warning
from proposal.verify.preflight.container import is_letter
from proposal.verify.preflight.drawings import pictures
from proposal.verify.preflight.expected import Expected
from proposal.verify.preflight.pdf import Check, Page, Pdf, Piece
from proposal.verify.preflight.sigconf import excess, is_below_text

_MOST_SHOWN = 60  # characters
_FOLIO = re.compile(r"(?:\d+:)?\d{1,5}")
_FEWEST_LINE_NUMBERS = 10


def margins(pdf: Pdf, expected: Expected) -> Iterator[Diagnostic]:
    """What stands in the margin is cut off, or collides with what the publisher prints there."""
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
        yield from _told(pdf, page, outside, below)
        for box in pictures(page.object):
            if beyond := excess(box):
                message = pdf.says(f"a picture sticks out of the text area {beyond}", page.number)
                hint = "make it smaller: `\\includegraphics[width=\\linewidth]{…}`"
                yield error("margin", message, hint=hint)
    if numbered and not expected.line_numbers:
        message = pdf.says("there are line numbers in the margins", *numbered)
        yield error("line-numbers", message, hint="leave out the option `review` of acmart")


def _told(pdf: Pdf, page: Page, outside: list[Piece], below: list[Piece]) -> Iterator[Diagnostic]:
    if outside:
        more = f" (and {len(outside) - 1} more)" if len(outside) > 1 else ""
        first = outside[0]
        what = f"“{_short(first.text)}” stands outside of the text area, {excess(first.box)}{more}"
        hint = "shorten or reword it, or break the line; remove notes in the margin"
        yield error("margin", pdf.says(what, page.number), hint=hint)
    if below:
        words = _short(" ".join(piece.text for piece in below))
        what = f"“{words}” stands below the text, where only the page number belongs"
        hint = "cut a line of the page, or remove what the footer was given"
        yield error("margin", pdf.says(what, page.number), hint=hint)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1].rstrip()}…"


def page_numbers(pdf: Pdf, expected: Expected) -> Iterator[Diagnostic]:
    """Proceedings are cited by page; where the publisher adds the numbers, there must be none."""
    if expected.prints_page_numbers is None:
        return
    hint = "set `page_numbers` and `first_page` of the document, and build it again"
    first = expected.first_page or 1
    printed = {page.number: _folio(page) for page in pdf.pages}
    if not expected.prints_page_numbers:
        if pages := [number for number, folio in printed.items() if folio]:
            message = pdf.says("page numbers are printed, and none are wanted", *pages)
            yield warning("page-number", message, hint=hint)
        return
    for number, folio in printed.items():
        wanted = str(first + number - 1)
        if folio != wanted:
            told = f"it is numbered {folio}, and should be {wanted}"
            what = told if folio else f"its number, {wanted}, is not printed"
            yield error("page-number", pdf.says(what, number), hint=hint)
            return


def _folio(page: Page) -> str | None:
    """The page number as it is printed below the text."""
    for piece in page.pieces:
        is_line_number = excess(piece.box) is not None
        if is_below_text(piece.box) and not is_line_number and _FOLIO.fullmatch(piece.text):
            return piece.text.rpartition(":")[2]
    return None


LAYOUT: tuple[Check, ...] = (margins, page_numbers)
