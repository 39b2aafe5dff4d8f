"""Draws the website's pictures: portraits, logos, photos, the first page of a PDF."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

from PIL import (
    Image,
    ImageChops,
    ImageOps,
    WebPImagePlugin,  # noqa: F401 - or Pillow would load all its formats to find this one
)

from proposal.pdf import Pdf
from proposal.render.pictures import cut_out_picture, plain_picture

PORTRAIT_PIXELS = 320
"""Side of a portrait; it is shown at a third to a half of this, for dense screens."""

LOGO_SIZE = (900, 420)
"""Width and height that no logo exceeds: three times what it has on a page, for dense screens."""

_NEARLY_WHITE = 12
"""How far from white, of 255, the noise of a JPEG is on a white ground."""

_ANY_HEIGHT = 1_000_000

WIDE_BOXES = tuple((width, _ANY_HEIGHT) for width in (640, 1280, 1920))
"""Sizes of a photo at the head of pages, in pixels: it is as wide as the window, or half of it."""

ICON_PIXELS = 192
"""Side of an icon that browsers show beside a page's title, and phones among their programs."""

GALLERY_BOXES = tuple((side, side) for side in (400, 800, 1920))
"""Sizes of a gallery's photos in pixels: for tiles, dense screens, and whole windows."""

PICTURE_WIDTHS = (480, 960, 1600)
"""Widths of a picture in a text: for phones, for most screens, and for dense ones."""

_HIGHEST_PICTURE = 3200
"""Pixels in height that no picture in a text exceeds."""

PAGE_PIXELS = 480
"""Width of the picture of a PDF's first page."""


def portrait(sent: bytes) -> dict[str, bytes]:
    """A portrait, cut to a square, by suffix: WebP and JPEG.

    Args:
        sent: the picture as the person sent it.

    Raises:
        PictureError: the file is no picture.
    """
    upright = plain_picture(sent).convert("RGB")
    # Faces stand above the middle of most portraits.
    side = (PORTRAIT_PIXELS, PORTRAIT_PIXELS)
    square = ImageOps.fit(upright, side, Image.Resampling.LANCZOS, centering=(0.5, 0.3))
    return {".webp": encoded(square, "WEBP"), ".jpg": encoded(square, "JPEG")}


def logo(sent: bytes) -> dict[str, bytes]:
    """A logo without the empty ground around it, by suffix: WebP and PNG.

    Args:
        sent: the picture as the sponsor sent it.

    Raises:
        PictureError: the file is no picture.
    """
    whole = cut_out_picture(sent)
    whole = whole.crop(filled_part(whole))
    whole.thumbnail(LOGO_SIZE, Image.Resampling.LANCZOS)
    return {".webp": encoded(whole, "WEBP"), ".png": encoded(whole, "PNG")}


def photo(sent: bytes, boxes: Sequence[tuple[int, int]]) -> dict[str, bytes]:
    """A photo in several sizes, by what their names end on: `-640.webp`, `-640.jpg`, `-1280.webp`.

    Args:
        sent: the picture as the organizers have it.
        boxes: width and height in pixels that each size fits into, the smallest first; a photo
            that has fewer stays as it is, and is there once.

    Raises:
        PictureError: the file is no picture.
    """
    scaled = plain_picture(sent).convert("RGB")
    found: list[dict[str, bytes]] = []
    for box in reversed(boxes):
        scaled.thumbnail(box, Image.Resampling.LANCZOS)  # each of the next larger one
        name = f"-{scaled.width}"
        files = {
            f"{name}.webp": encoded(scaled, "WEBP"),
            f"{name}.jpg": encoded(scaled, "JPEG"),
        }
        if files.keys() not in [other.keys() for other in found]:
            found.append(files)
    return {end: content for files in reversed(found) for end, content in files.items()}


def square_icon(sent: bytes) -> dict[str, bytes]:
    """A square logo as the picture that browsers show beside a page's title, as PNG."""
    whole = cut_out_picture(sent)
    whole = whole.crop(filled_part(whole))
    return {
        ".png": encoded(whole.resize((ICON_PIXELS, ICON_PIXELS), Image.Resampling.LANCZOS), "PNG")
    }


def filled_part(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The part of a picture that shows something; all of it if nothing does."""
    if picture.mode == "RGBA":
        return picture.getchannel("A").getbbox()
    white = Image.new(picture.mode, picture.size, "white")
    difference = ImageChops.difference(picture, white).convert("L")
    return difference.point(lambda value: 255 if value > _NEARLY_WHITE else 0).getbbox()


def picture(sent: bytes, *, is_photo: bool) -> dict[str, bytes]:
    """A picture for a text, by what its names end on: WebP in several widths, and JPEG or PNG.

    Args:
        sent: the picture as its author made it; what it says of place and camera is left out.
        is_photo: whether it is a photo, which JPEG keeps well.

    Raises:
        PictureError: the file is no picture.
    """
    whole = cut_out_picture(sent)
    whole.thumbnail((PICTURE_WIDTHS[-1], _HIGHEST_PICTURE), Image.Resampling.LANCZOS)
    files: dict[str, bytes] = {}
    for width in (*(width for width in PICTURE_WIDTHS if width < whole.width), whole.width):
        height = max(round(whole.height * width / whole.width), 1)
        scaled = whole.resize((width, height), Image.Resampling.LANCZOS)
        files[f"-{width}.webp"] = encoded(scaled, "WEBP")
    is_filled = whole.mode == "RGB"
    form = ("JPEG", ".jpg") if is_photo and is_filled else ("PNG", ".png")
    files[form[1]] = encoded(whole, form[0])
    return files


def first_page(pdf: bytes) -> dict[str, bytes]:
    """A picture of a PDF's first page by suffix: WebP and JPEG."""
    picture = Pdf(pdf).image(1, PAGE_PIXELS)
    return {".webp": encoded(picture, "WEBP"), ".jpg": encoded(picture, "JPEG")}


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels."""
    with Image.open(io.BytesIO(picture)) as opened:
        return opened.size


def encoded(picture: Image.Image, form: str) -> bytes:
    """A picture as a file of some form: `WEBP`, `JPEG` or `PNG`."""
    buffer = io.BytesIO()
    options: dict[str, dict[str, object]] = {
        # A greater effort saves a hundredth of the bytes and takes five times as long.
        "WEBP": {"quality": 82, "method": 2},
        "JPEG": {"quality": 84, "optimize": True, "progressive": True},
        # Points of one colour beside each other are all that repeats itself in a card: to look for
        # more takes three times as long, and finds less.
        "PNG": {"compress_type": zlib.Z_RLE} if picture.mode == "P" else {"compress_level": 6},
    }
    picture.save(buffer, form, **options[form])
    return buffer.getvalue()
