"""Finds what fits into a running head, where two texts share one line of the page.

acmart prints the title beside the conference on one page, and the
conference beside the authors on the next; nothing keeps them from printing over each other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from proposal.diagnostics import Diagnostic, Severity, Span, warning
from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.model.document_format import PageFormat
from proposal.render.typography import typographic
from proposal.source.text import Text

_ASCII = (
    250, 228, 336, 470, 465, 680, 710, 190, 300, 300, 433, 527, 220, 333, 220, 323, 465, 465, 465,
    465, 465, 465, 465, 465, 465, 465, 220, 220, 487, 527, 487, 405, 895, 629, 616, 677, 710, 538,
    504, 717, 726, 294, 320, 629, 515, 886, 718, 741, 559, 741, 600, 506, 540, 692, 631, 951, 581,
    582, 622, 361, 292, 361, 518, 486, 392, 481, 504, 429, 530, 453, 314, 499, 549, 260, 272, 503,
    252, 807, 539, 500, 523, 522, 355, 396, 340, 537, 462, 722, 455, 506, 416, 277, 210, 277, 449,
)  # fmt: skip
"""How wide Linux Biolinum's letters are from the space on, in thousandths of their size.

A test compares them with the font.
"""

_OTHERS = {
    "–": 534,
    "—": 742,
    "’": 268,
    "‘": 268,
    "“": 385,
    "”": 385,
    "…": 749,
    "\xa0": 250,
    "ß": 545,
    "Ø": 741,
    "ø": 500,
    "Æ": 802,
    "æ": 687,
    "Ł": 515,
    "ł": 252,
    "Đ": 710,
    "đ": 530,
    "ı": 260,
}
_UNKNOWN, _WIDE = 620, 1000
"""Letters of other scripts, on average, and Chinese, Japanese and Korean ones."""


class Heads(Struct, frozen=True):
    """What a document prints above its pages."""

    title: str | None
    """A title in place of the document's own, which is too long; nothing if that fits."""
    diagnostics: tuple[Diagnostic, ...]


def heads_of(edition: Edition, document: Document) -> Heads:
    """The running heads of a document, and what there is to say of them."""
    page = document.page_format
    if not page.head:
        return Heads(None, ())
    beside = _Beside(edition.event(document).line, page)
    short = document.short_title or edition.short_name
    fits = beside.fits(document.short_title or document.title)
    printed = document.short_title if document.short_title or fits else short
    diagnostics = (
        *_of_title(edition, document, short, beside, fits=fits),
        *_of_authors(document, beside),
    )
    return Heads(printed, diagnostics)


class _Beside(Struct, frozen=True):
    """What stands beside another text in a head."""

    text: str
    page: PageFormat

    def fits(self, other: str) -> bool:
        """Whether both find room, kept apart by twice the size of their letters."""
        size = self.page.head
        return width(other, size) + 2 * size + width(self.text, size) <= self.page.page


def width(text: str, size: float) -> float:
    """How wide a text is in a running head, in points of TeX, in letters of some size."""
    return sum(map(_width, typographic(text))) * size / 1000


def _width(character: str) -> int:
    if character in _OTHERS:
        return _OTHERS[character]
    letter = unicodedata.normalize("NFD", character)[0]
    if " " <= letter <= "~":
        return _ASCII[ord(letter) - ord(" ")]
    if unicodedata.combining(letter):
        return 0
    return _WIDE if unicodedata.east_asian_width(letter) in {"W", "F"} else _UNKNOWN


def _of_title(
    edition: Edition, document: Document, short: str, beside: _Beside, *, fits: bool
) -> Iterator[Diagnostic]:
    place = _place(document.short_title, document.title, edition.name) or document.span
    if not beside.fits(short):
        message = (
            f"“{short}” is too long for the running head of {document.name}.pdf, where it stands "
            f"beside “{beside.text}”"
        )
        hint = "write a shorter `short_title`, or a shorter `acronym` of the venue"
        yield warning("running-head", message, place, hint)
    elif not fits:
        message = (
            f"the title is too long for the running head of {document.name}.pdf, so “{short}” "
            f"stands there beside “{beside.text}”"
        )
        hint = "write `short_title: …` in edition.yaml for another one"
        yield Diagnostic(Severity.NOTE, "short-title", message, place, hint)


def _of_authors(document: Document, beside: _Beside) -> Iterator[Diagnostic]:
    if document.is_anonymous or beside.fits(document.short_authors):
        return
    message = (
        f"“{document.short_authors}” is too long for the running head of {document.name}.pdf, "
        f"where it stands beside “{beside.text}”"
    )
    hint = "write `short_authors: …` for the document, as “Lovelace et al.”"
    yield warning("running-head", message, _place(document.short_authors) or document.span, hint)


def _place(*texts: str | None) -> Span | None:
    """Where the first of some texts was written that was written as a whole."""
    return next((text.span for text in texts if isinstance(text, Text) and text.pieces), None)
