"""How much room pages leave at their lower and upper edges, as readers see them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pypdfium2
from msgspec import Struct
from PIL import Image, ImageChops

from proposal.pdf.pdfium import opened
from proposal.pdf.readable import UnreadablePdfError

_PIXELS = 1.5
"""Pixels for a point; thin rules are seen at it."""
_MOST_PIXELS = 4000
"""The width of a picture of a page, as of posters, beyond which it has fewer for a point."""
PAGE_NUMBER = re.compile(r"[-–—]?\s*(\d{1,4})\s*[-–—]?")
"""The number of a page, as `7` or `- 7 -`."""
_INK = 24
"""How much darker than white something is that counts as printed, of 255."""


class Edges(Struct, frozen=True):
    """A page's size, and what is free of print at its lower and its upper edge, in points."""

    width: float
    height: float
    bottom: float
    top: float
    """None is looked for, and this is 0, where the lower edge has all that is needed."""
    number: int | None = None
    """The number that stands in a line of its own at the foot."""


def free_edges(pdf: bytes, depth: float, needed: Sequence[float]) -> list[Edges]:
    """The free edges of each page.

    Args:
        pdf: the PDF.
        depth: how far from the edges it is looked, in points; nothing further counts as free.
        needed: the room in points that each page needs at one of its edges.

    Raises:
        UnreadablePdfError: PDFium cannot read it, or not all of its pages.
    """
    with opened(pdf) as document:
        if len(document) != len(needed):
            raise UnreadablePdfError("some of its pages are lost")
        return [_edges(page, depth, room) for page, room in zip(document, needed, strict=True)]


def _edges(page: pypdfium2.PdfPage, depth: float, needed: float) -> Edges:
    width, height = page.get_size()
    within = min(depth, height)
    rest = height - within
    foot = page.get_textpage().get_text_bounded(0, 0, width, within)
    scale = min(_PIXELS, _MOST_PIXELS / width)
    lower = _drawn(page, scale, (0, 0, 0, rest))
    box = _printed(lower)
    bottom = (lower.height - box[3]) / scale if box else within
    top = 0.0
    if bottom < needed:
        box = _printed(_drawn(page, scale, (0, rest, 0, 0)))
        top = box[1] / scale if box else within
    page.close()
    numbers = [
        int(found[1])
        for line in foot.splitlines()
        if (found := PAGE_NUMBER.fullmatch(line.strip()))
    ]
    return Edges(width, height, bottom, top, numbers[-1] if numbers else None)


def are_numbered(numbers: Sequence[int | None]) -> bool:
    """Whether authors have numbered the pages at their feet, all or all but some of them.

    A number that only one of several pages has there may be anything.

    Args:
        numbers: what stands at the foot of each page, if it is a number.
    """
    counted = [number - index for index, number in enumerate(numbers) if number is not None]
    return len(counted) >= min(len(numbers), 2) and len(set(counted)) == 1


def _drawn(
    page: pypdfium2.PdfPage, scale: float, crop: tuple[float, float, float, float]
) -> Image.Image:
    """A stretch of a page in grey.

    Args:
        page: the page.
        scale: pixels for a point.
        crop: what is left out at the left, at the bottom, at the right and at the top, in points.
    """
    picture: Image.Image = page.render(scale=scale, grayscale=True, crop=crop).to_pil()
    return picture.convert("L")


def _printed(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The box around all that is not white: its left, upper, right and lower side."""
    dark = ImageChops.invert(picture).point([0] * _INK + [255] * (256 - _INK))
    return dark.getbbox()
