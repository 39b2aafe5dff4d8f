"""Draws the pages of a PDF, and reads their sizes and texts, by PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2
from PIL import Image

LINE_END_HYPHEN = "\ufffe"
"""What PDFium makes of a hyphen and a line's end."""

_ONE_AT_A_TIME = Lock()
"""PDFium must not be called from two threads at once (pypdfium2, README, on threading)."""


class UnreadablePdfError(ValueError):
    """A file is no PDF, or one that is damaged or encrypted."""


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """A PDF as PDFium has it, while nobody else uses PDFium.

    Raises:
        UnreadablePdfError: PDFium cannot read it.
    """
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
            try:
                yield document
            finally:
                document.close()
        except pypdfium2.PdfiumError as reason:
            raise UnreadablePdfError(str(reason)) from reason


def drawn_page(pdf: bytes, number: int, width: int) -> Image.Image:
    """A picture of a page.

    Args:
        pdf: the whole PDF.
        number: the page, counted from 1.
        width: of the picture, in pixels.
    """
    with opened(pdf) as document:
        page = document[number - 1]
        picture: Image.Image = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
        return picture


def sizes_of(document: pypdfium2.PdfDocument) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    return [document.get_page_size(index) for index in range(len(document))]


def texts_of(document: pypdfium2.PdfDocument) -> list[str]:
    """What each page says, line by line, in the order of the file."""
    pages = [page.get_textpage().get_text_range() for page in document]
    return ["\n".join(page.replace(LINE_END_HYPHEN, "-\n").splitlines()) for page in pages]


def maker_of(document: pypdfium2.PdfDocument) -> str:
    """The program that made the PDF, as it is named in it."""
    return str(document.get_metadata_value("Producer"))
