"""Draws the website's pictures: portraits, the first page of a PDF, the social card."""

from __future__ import annotations

import io
import textwrap
from functools import lru_cache

from PIL import (
    Image,
    ImageDraw,
    ImageFont,
    ImageOps,
    UnidentifiedImageError,
    WebPImagePlugin,  # noqa: F401 - or Pillow would load all its formats to find this one
)

from proposal.render.pdf import drawn_page
from proposal.render.site.pictures import PictureError

PORTRAIT_PIXELS = 320
"""Side of a portrait; it is shown at a third to a half of this, for dense screens."""

PAGE_PIXELS = 480
"""Width of the picture of a PDF's first page."""

CARD_SIZE = (1200, 630)
"""Width and height of a social card (The Open Graph protocol; 1.91:1 is what sites crop to)."""

LARGEST_PIXELS = 60_000_000
"""Pixels of the largest picture that is read; a mistaken one should not fill the memory."""


def portrait(sent: bytes) -> dict[str, bytes]:
    """A portrait, cut to a square, by suffix: WebP and JPEG.

    Args:
        sent: the picture as the person sent it.

    Raises:
        PictureError: the file is no picture.
    """
    try:
        with Image.open(io.BytesIO(sent)) as picture:
            if picture.width * picture.height > LARGEST_PIXELS:
                raise PictureError("it has more than 60 million pixels")
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as reason:
        raise PictureError("it is no picture that can be read") from reason
    # Faces stand above the middle of most portraits.
    side = (PORTRAIT_PIXELS, PORTRAIT_PIXELS)
    square = ImageOps.fit(upright, side, Image.Resampling.LANCZOS, centering=(0.5, 0.3))
    return {".webp": _encoded(square, "WEBP"), ".jpg": _encoded(square, "JPEG")}


def first_page(pdf: bytes) -> dict[str, bytes]:
    """A picture of a PDF's first page by suffix: WebP and JPEG."""
    picture = drawn_page(pdf, 1, PAGE_PIXELS)
    return {".webp": _encoded(picture, "WEBP"), ".jpg": _encoded(picture, "JPEG")}


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels."""
    with Image.open(io.BytesIO(picture)) as opened:
        return opened.size


def social_card(
    eyebrow: str, title: str, lines: tuple[str, ...], band: str, band_end: str
) -> bytes:
    """The picture that social networks show with a link, as PNG."""
    width, height = CARD_SIZE
    card = Image.linear_gradient("L").resize(CARD_SIZE).rotate(90)
    card = ImageOps.colorize(card, band, band_end).convert("RGB")
    pen = ImageDraw.Draw(card)
    margin = 80
    pen.rectangle((0, 0, 14, height), fill="white")
    pen.text((margin, margin), eyebrow, fill="white", font=_font(38))
    size = 66 if len(title) <= 90 else 52  # a longer title is set smaller
    columns = int((width - 2 * margin) / (size * 0.54))
    pen.multiline_text(
        (margin, 165),
        "\n".join(textwrap.wrap(title, columns)[:5]),
        fill="white",
        font=_font(size),
        spacing=14,
    )
    pen.multiline_text(
        (margin, height - margin), "\n".join(lines), fill="white", font=_font(36), anchor="ld"
    )
    return _encoded(card, "PNG")


@lru_cache(maxsize=8)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _encoded(picture: Image.Image, form: str) -> bytes:
    buffer = io.BytesIO()
    options: dict[str, dict[str, object]] = {
        # A greater effort saves a hundredth of the bytes and takes five times as long.
        "WEBP": {"quality": 82, "method": 2},
        "JPEG": {"quality": 84, "optimize": True, "progressive": True},
        "PNG": {"optimize": True},
    }
    picture.save(buffer, form, **options[form])
    return buffer.getvalue()
