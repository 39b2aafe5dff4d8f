"""The calls of PDFium, one at a time: sizes, texts and pictures of pages."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2
from PIL import Image

from proposal.pdf.readable import readable

LINE_END_HYPHEN = "\ufffe"
"""What PDFium makes of a hyphen and a line's end."""

_CORK = {
    **dict(zip(range(0x10, 0x18), "“”„«»–—\u200b", strict=True)),
    **dict(zip(range(0x1B, 0x20), "\ufb00\ufb01\ufb02\ufb03\ufb04", strict=True)),
}
"""What TeX's T1 encoding, that of Cork, has in place of control characters: dashes and ligatures.

Bitmap fonts, which pdfLaTeX takes where cm-super is not installed, do not name their letters.
"""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Signs that no text has: those of a font without names, `\x15` for a dash."""

_ONE_AT_A_TIME = Lock()
"""PDFium must not be called from two threads at once (pypdfium2, README, on threading)."""


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """A PDF as PDFium has it, while nobody else uses PDFium.

    Raises:
        UnreadablePdfError: PDFium cannot read it.
    """
    with _ONE_AT_A_TIME, readable(pypdfium2.PdfiumError):
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def image(pdf: bytes, number: int, width: int) -> Image.Image:
    """A picture of a page; its number is counted from 1, and the width is in pixels."""
    with opened(pdf) as document:
        page = document[number - 1]
        picture: Image.Image = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
        return picture


def sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points."""
    with opened(pdf) as document:
        return tuple(document.get_page_size(index) for index in range(len(document)))


def texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page as PDFium has it, in the order of the file."""
    with opened(pdf) as document:
        return tuple(page.get_textpage().get_text_range() for page in document)


def first_text(pdf: bytes) -> str:
    """The text of the first page as PDFium has it; nothing of a PDF without pages."""
    with opened(pdf) as document:
        return str(document[0].get_textpage().get_text_range()) if len(document) else ""


def producer(pdf: bytes) -> str:
    """The program that made the PDF, as it is named in it."""
    with opened(pdf) as document:
        return str(document.get_metadata_value("Producer"))


def lines(text: str) -> str:
    """A page's text line by line, with the hyphens at the lines' ends."""
    return "\n".join(_without_controls(text).replace(LINE_END_HYPHEN, "-\n").splitlines())


def flowing(text: str) -> str:
    """A page's text without ligatures, and with words joined that were broken at line ends."""
    joined = _without_controls(text).replace(LINE_END_HYPHEN, "")
    ends = joined.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFKC", ends)


def _without_controls(text: str) -> str:
    """The text of a page whose control characters are letters of bitmap fonts in T1."""
    controls = {ord(sign) for sign in _CONTROLS.findall(text)}
    return text.translate(_CORK) if controls and controls <= _CORK.keys() else text


def address_of(pointer: object) -> int:
    """Where an object of PDFium stands in memory; 0 if there is none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0  # type: ignore[arg-type] # pypdfium2 has no types
