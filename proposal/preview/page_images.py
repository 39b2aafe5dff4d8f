"""Draws the pages of a finished PDF for the screen."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache

from proposal.pdf import Pdf

NARROWEST, WIDEST = 200, 2600
"""Pixels; nobody's pane is wider, and nobody may make the machine draw posters."""

_STEP = 100
"""Pixels to which a width is rounded, so that a window that is being resized is drawn seldom."""

_QUALITY = 94
"""Of the JPEG; letters show no traces of it, and PNG takes ten times as long to encode."""

_MOST_KEPT = 32
"""Pictures of one PDF that are kept in memory; each takes about half a megabyte."""

PageImages = Callable[[int, int], bytes]
"""Gives a page as JPEG: its number, counted from 1, and the width in pixels that is wanted."""


def page_images(pdf: Pdf) -> PageImages:
    """The pictures of a PDF's pages; those that were asked for last are kept with it."""

    @lru_cache(maxsize=_MOST_KEPT)
    def draw(number: int, width: int) -> bytes:
        picture = io.BytesIO()
        pdf.image(number, width).save(picture, "JPEG", quality=_QUALITY, subsampling=0)
        return picture.getvalue()

    return lambda number, width: draw(number, _rounded(width))


def _rounded(width: int) -> int:
    return -(-min(max(width, NARROWEST), WIDEST) // _STEP) * _STEP
