"""Draws the pages of a PDF, and reads their sizes and texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2
from PIL import Image

_ONE_AT_A_TIME = Lock()
"""PDFium must not be called from two threads at once (pypdfium2, README, on threading)."""


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """A PDF as PDFium has it, while nobody else uses PDFium."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


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


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    with opened(pdf) as document:
        return [document.get_page_size(index) for index in range(len(document))]


def page_texts(pdf: bytes) -> list[str]:
    """What each page says."""
    with opened(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]
