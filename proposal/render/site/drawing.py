"""Draws the website's pictures: portraits, the first page of a PDF, the social card."""

from __future__ import annotations

import io
import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from PIL import (
    Image,
    ImageChops,
    ImageOps,
    WebPImagePlugin,  # noqa: F401 - or Pillow would load all its formats to find this one
)

from proposal.pdf import Pdf
from proposal.render.latex.runs import composed
from proposal.render.pictures import cut_out_picture, plain_picture
from proposal.render.site.bidi import is_from_right
from proposal.render.site.lettering import Lettering, drawn
from proposal.render.typography import typographic

PORTRAIT_PIXELS = 320
"""Side of a portrait; it is shown at a third to a half of this, for dense screens."""

LOGO_SIZE = (900, 420)
"""Width and height that no logo exceeds: three times what it has on a page, for dense screens."""

_NEARLY_WHITE = 12
"""How far from white, of 255, the noise of a JPEG is on a white ground."""

WIDTHS = (640, 1280, 1920)
"""Widths of a wide photo in pixels; one that has fewer stays as it is."""

ICON_PIXELS = 192
"""Side of an icon that browsers show beside a page's title, and phones among their programs."""

PAGE_PIXELS = 480
"""Width of the picture of a PDF's first page."""

CARD_SIZE = (1200, 630)
"""Width and height of a social card (The Open Graph protocol; 1.91:1 is what sites crop to)."""


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
    return {".webp": _encoded(square, "WEBP"), ".jpg": _encoded(square, "JPEG")}


def logo(sent: bytes) -> dict[str, bytes]:
    """A logo without the empty ground around it, by suffix: WebP and PNG.

    Args:
        sent: the picture as the sponsor sent it.

    Raises:
        PictureError: the file is no picture.
    """
    whole = cut_out_picture(sent)
    whole = whole.crop(_filled(whole))
    whole.thumbnail(LOGO_SIZE, Image.Resampling.LANCZOS)
    return {".webp": _encoded(whole, "WEBP"), ".png": _encoded(whole, "PNG")}


def wide_photo(sent: bytes) -> dict[str, bytes]:
    """A photo for the head of pages, in several sizes, by suffix: `-0.webp`, `-0.jpg`, `-1.webp`.

    Args:
        sent: the picture as the organizers have it.

    Raises:
        PictureError: the file is no picture.
    """
    whole = plain_picture(sent).convert("RGB")
    files: dict[str, bytes] = {}
    for number, width in enumerate(WIDTHS):
        height = max(round(whole.height * width / whole.width), 1)
        is_smaller = width < whole.width
        size = (width, height) if is_smaller else whole.size
        scaled = whole.resize(size, Image.Resampling.LANCZOS) if is_smaller else whole
        files[f"-{number}.webp"] = _encoded(scaled, "WEBP")
        files[f"-{number}.jpg"] = _encoded(scaled, "JPEG")
    return files


def square_icon(sent: bytes) -> dict[str, bytes]:
    """A square logo as the picture that browsers show beside a page's title, as PNG."""
    whole = cut_out_picture(sent)
    whole = whole.crop(_filled(whole))
    return {
        ".png": _encoded(whole.resize((ICON_PIXELS, ICON_PIXELS), Image.Resampling.LANCZOS), "PNG")
    }


def _filled(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The part of a picture that shows something; all of it if nothing does."""
    if picture.mode == "RGBA":
        return picture.getchannel("A").getbbox()
    white = Image.new(picture.mode, picture.size, "white")
    difference = ImageChops.difference(picture, white).convert("L")
    return difference.point(lambda value: 255 if value > _NEARLY_WHITE else 0).getbbox()


def first_page(pdf: bytes) -> dict[str, bytes]:
    """A picture of a PDF's first page by suffix: WebP and JPEG."""
    picture = Pdf(pdf).image(1, PAGE_PIXELS)
    return {".webp": _encoded(picture, "WEBP"), ".jpg": _encoded(picture, "JPEG")}


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels."""
    with Image.open(io.BytesIO(picture)) as opened:
        return opened.size


@dataclass(frozen=True, slots=True)
class CardText:
    """What a social card says."""

    brand: str
    title: str
    lines: tuple[str, ...]
    """The day and the place."""


def social_card(
    text: CardText, band: str, band_end: str, fonts: tuple[tuple[str, Path], ...]
) -> dict[str, bytes]:
    """The picture that social networks show with a link, and what it could not say.

    Args:
        text: what it says.
        band: the colour at its left edge.
        band_end: the colour at its right edge.
        fonts: the font files of this machine that the text needs, by name.

    Returns:
        By suffix: the picture as PNG, and what is left out as JSON: for each text that has
        letters that no font here holds, the text and those letters.
    """
    # A square is turned, and then stretched: a turned picture keeps the frame that it had.
    shades = Image.linear_gradient("L").rotate(90).resize(CARD_SIZE, Image.Resampling.BILINEAR)
    card = ImageOps.colorize(shades, band, band_end)
    bold, regular = Lettering(is_bold=True, others=fonts), Lettering(is_bold=False, others=fonts)
    left_out: dict[str, str] = {}

    def settable(words: str, lettering: Lettering) -> str:
        words = composed(typographic(words))[:_LONGEST]
        missing = lettering.missing(words)
        if missing:
            left_out[words] = missing
        is_without_words = all(unicodedata.category(sign) in _SIGNS for sign in missing)
        kept = "".join(sign for sign in words if sign not in missing) if is_without_words else ""
        return " ".join(filter(None, kept.split(" ")))

    brand = _fitted(settable(text.brand, bold), bold, _BRAND_SIZES, lines=1)
    details = [
        _fitted(settable(line, regular), regular, _DETAIL_SIZES, lines=1) for line in text.lines
    ]
    details = [detail for detail in details if detail.lines]
    top = _write(card, brand, bold, _MARGIN) + _GAP
    bottom = CARD_SIZE[1] - _MARGIN - sum(detail.height for detail in details)
    title = settable(text.title, bold)
    _write(card, _fitted(title, bold, _TITLE_SIZES, height=bottom - _GAP - top), bold, top)
    for detail in details:
        _write(card, detail, regular, bottom)
        bottom += detail.height
    content = json.dumps(left_out, ensure_ascii=False).encode()
    return {".png": _encoded(card, "PNG"), ".json": content}


_MARGIN = 80
"""Pixels around a card's text."""

_GAP = 36
"""Pixels at least between its parts."""

_LEADING = 1.3
"""From one baseline to the next, in sizes of the font: what marks above and below need."""

_TITLE_SIZES = (72, 66, 60, 54, 48, 44, 40, 36)
_BRAND_SIZES = (40, 36, 32, 28)
_DETAIL_SIZES = (36, 33, 30, 27)
"""Heights of letters in pixels, the best one first; the last one is still read on a phone."""

_LONGEST = 600
"""Characters of a text that are looked at; a card has room for half of them."""

_SIGNS = frozenset({"So", "Sk"})
"""Pictures and the like, which can be left out of a text without changing what it says."""


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A text in lines of one size."""

    lines: tuple[str, ...]
    size: int
    is_from_right: bool = False

    @property
    def height(self) -> int:
        return round(len(self.lines) * self.size * _LEADING)


def _fitted(
    text: str,
    lettering: Lettering,
    sizes: tuple[int, ...],
    lines: int | None = None,
    height: float = 0,
) -> _Fitted:
    """A text in the largest size in which it fits; in the smallest one, with an ellipsis.

    Args:
        text: the text.
        lettering: the fonts.
        sizes: the sizes to choose from.
        lines: the most lines that it may take; what `height` has room for if it is not given.
        height: the pixels that it may take from top to bottom.
    """
    width = CARD_SIZE[0] - 2 * _MARGIN
    if not text:
        return _Fitted((), sizes[-1])
    for size in sizes:
        most = lines or max(int(height / (size * _LEADING)), 1)
        broken, is_cut = lettering.lines(text, width, size)
        if len(broken) <= most and not is_cut:
            balanced = _balanced(text, lettering, size, len(broken))
            return _Fitted(tuple(balanced), size, is_from_right(text))
    if len(broken) > most:
        rest = " ".join(broken[most - 1 : most + 1])
        broken[most - 1 :] = [lettering.shortened(rest, width, size)]
    return _Fitted(tuple(broken), size, is_from_right(text))


def _balanced(text: str, lettering: Lettering, size: int, count: int) -> list[str]:
    """The text in as many lines, none of which is much shorter than the others."""
    low, high = 0, CARD_SIZE[0] - 2 * _MARGIN
    while high - low > _GAP:
        middle = (low + high) // 2
        lines, is_cut = lettering.lines(text, middle, size)
        low, high = (middle, high) if len(lines) > count or is_cut else (low, middle)
    return lettering.lines(text, high, size)[0]


def _write(card: Image.Image, text: _Fitted, lettering: Lettering, top: float) -> float:
    """Write lines on a card, each at the side at which it begins; return where they end."""
    width = CARD_SIZE[0]
    for line in text.lines:
        shaped = lettering.line(line, from_right=text.is_from_right)
        x = width - _MARGIN - shaped.pixels(text.size) if text.is_from_right else _MARGIN
        if made := drawn(shaped, text.size):
            mask, left, above = made
            card.paste("white", (round(x) + left, round(top + text.size) + above), mask)
        top += text.size * _LEADING
    return top


def _encoded(picture: Image.Image, form: str) -> bytes:
    buffer = io.BytesIO()
    options: dict[str, dict[str, object]] = {
        # A greater effort saves a hundredth of the bytes and takes five times as long.
        "WEBP": {"quality": 82, "method": 2},
        "JPEG": {"quality": 84, "optimize": True, "progressive": True},
        # The best effort makes a card a fortieth smaller and takes eight times as long.
        "PNG": {"compress_level": 6},
    }
    picture.save(buffer, form, **options[form])
    return buffer.getvalue()
