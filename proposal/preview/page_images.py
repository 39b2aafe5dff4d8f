"""Draws the pages of a finished PDF for the screen."""

from __future__ import annotations

import io
from functools import lru_cache

from proposal.render.pdf import drawn_page

NARROWEST, WIDEST = 200, 2600
"""Pixels; nobody's pane is wider, and nobody may make the machine draw posters."""

_STEP = 100
"""Pixels to which a width is rounded, so that a window that is being resized is drawn seldom."""


def page_picture(pdf: bytes, number: int, width: int) -> bytes:
    """A page as JPEG.

    Args:
        pdf: the whole PDF.
        number: the page, counted from 1.
        width: the width in pixels that is wanted; the next hundred is drawn.
    """
    rounded = -(-min(max(width, NARROWEST), WIDEST) // _STEP) * _STEP
    return _picture(pdf, number, rounded)


_QUALITY = 94
"""Of the JPEG; letters show no traces of it, and PNG takes ten times as long to encode."""


@lru_cache(maxsize=64)
def _picture(pdf: bytes, number: int, width: int) -> bytes:
    picture = io.BytesIO()
    drawn_page(pdf, number, width).save(picture, "JPEG", quality=_QUALITY, subsampling=0)
    return picture.getvalue()
