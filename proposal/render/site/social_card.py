"""Draws the social card: the picture that networks show with a link to a page."""

from __future__ import annotations

import io
import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from proposal.render.latex.runs import composed
from proposal.render.pictures import cut_out_picture, plain_picture
from proposal.render.site.bidi import is_from_right
from proposal.render.site.colours import ENOUGH, contrast
from proposal.render.site.drawing import encoded, filled_part
from proposal.render.site.lettering import Lettering, drawn
from proposal.render.typography import typographic

CARD_SIZE = (1200, 630)
"""Width and height of a social card (The Open Graph protocol; 1.91:1 is what sites crop to)."""

MOST_BYTES = 290_000
"""Bytes of a card with a photo.

Makers of websites report that WhatsApp shows no picture of more than 300 kB; X and LinkedIn name
5 MB, Facebook 8 MB. All ask for 1200 × 630 pixels, or take them."""

LOGO_BOX = (360, 96)
"""Pixels that a logo has at most."""


@dataclass(frozen=True, slots=True)
class CardText:
    """What a social card says."""

    brand: str
    title: str
    lines: tuple[str, ...]
    """The day and the place."""


@dataclass(frozen=True, slots=True)
class CardPictures:
    """What a social card shows, as files that hold points: no drawings."""

    logo: bytes | None = None
    is_logo_for_dark: bool = False
    """Whether the logo is seen on a dark ground; else it gets a white one."""
    photo: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the text of a card stands."""

    left: int
    right: int
    is_from_right: bool

    @property
    def width(self) -> int:
        return self.right - self.left


def social_card(
    text: CardText,
    band: str,
    band_end: str,
    fonts: tuple[tuple[str, Path], ...],
    pictures: CardPictures | None = None,
) -> dict[str, bytes]:
    """The picture that social networks show with a link, and what it could not say.

    Args:
        text: what it says.
        band: the colour at its left edge.
        band_end: the colour at its right edge.
        fonts: the font files of this machine that the text needs, by name.
        pictures: the workshop's logo and photo.

    Returns:
        By suffix: the picture (as PNG, with a photo as JPEG), under `.card`, and as JSON what was
        drawn and what is left out: for each text that has letters that no font here holds, the
        text and those letters.

    Raises:
        PictureError: a file is no picture.
    """
    pictures = pictures or CardPictures()
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

    brand, title = settable(text.brand, bold), settable(text.title, bold)
    lines = [line for line in (settable(line, regular) for line in text.lines) if line]
    layout = _layout(is_from_right(title or brand), has_photo=pictures.photo is not None)
    card = _ground(band, band_end)
    if pictures.photo:
        card = _with_photo(card, plain_picture(pictures.photo).convert("RGB"), layout)
    top = _head(card, brand, bold, pictures, layout) + _GAP
    details = [_detail(line, regular, layout) for line in lines]
    bottom = CARD_SIZE[1] - _MARGIN - sum(detail.height for detail in details)
    size = _fitted(title, bold, _TITLE_SIZES, layout, height=bottom - _GAP - top)
    _write(card, size, bold, top, layout)
    for detail in details:
        _write(card, detail, regular, bottom, layout)
        bottom += detail.height
    has_photo = pictures.photo is not None
    said = {"said": [brand, title, *lines], "has photo": has_photo, "left out": left_out}
    content = json.dumps(said, ensure_ascii=False).encode()
    made = _small_jpeg(card) if pictures.photo else encoded(card, "PNG")
    return {".card": made, ".json": content}


_MARGIN = 80
"""Pixels around a card's text."""

_GAP = 36
"""Pixels at least between its parts."""

_TEXT_WIDTH = 660
"""Pixels that text has beside a photo."""

_LEADING = 1.3
"""From one baseline to the next, in sizes of the font: what marks above and below need."""

_TITLE_SIZES = (96, 84, 72, 66, 60, 54, 48, 44, 40, 36, 32)
_BRAND_SIZES = (40, 36, 32, 28)
_DETAIL_SIZES = (36, 33, 30, 27)
"""Heights of letters in pixels, the best one first; the last one is still read on a phone."""

_LARGE, _MOST_LARGE = 72, 2
"""Above this height letters are for short titles, and how many lines they may take."""

_LONGEST = 600
"""Characters of a text that are looked at; a card has room for half of them."""

_SIGNS = frozenset({"So", "Sk"})
"""Pictures and the like, which can be left out of a text without changing what it says."""

_PLATE = 14
"""Pixels of white around a logo."""


def _layout(from_right: bool, *, has_photo: bool) -> _Layout:
    """Where text stands: at the side at which it begins, beside the photo if there is one."""
    width = CARD_SIZE[0]
    if not has_photo:
        return _Layout(_MARGIN, width - _MARGIN, from_right)
    if from_right:
        return _Layout(width - _MARGIN - _TEXT_WIDTH, width - _MARGIN, from_right)
    return _Layout(_MARGIN, _MARGIN + _TEXT_WIDTH, from_right)


def _ground(band: str, band_end: str) -> Image.Image:
    # A square is turned, and then stretched: a turned picture keeps the frame that it had.
    shades = Image.linear_gradient("L").rotate(90).resize(CARD_SIZE, Image.Resampling.BILINEAR)
    return ImageOps.colorize(shades, band, band_end)


def _with_photo(ground: Image.Image, photo: Image.Image, layout: _Layout) -> Image.Image:
    """The ground before a photo, which fades in beside the text and is hardly seen below it."""
    whole = ImageOps.fit(photo, CARD_SIZE, Image.Resampling.LANCZOS, centering=(0.5, 0.4))
    for opacity in _OPACITIES:
        made = Image.composite(ground, whole, _veil(opacity, layout))
        if _is_read_on(made.crop((layout.left, 0, layout.right, CARD_SIZE[1]))):
            break
    return made


_OPACITIES = (230, 240, 248, 255)
"""How much the ground covers of a photo below the text, of 255; the least that will do."""

_SEEN = 20
"""How much it covers of it at the other edge."""


def _veil(opacity: int, layout: _Layout) -> Image.Image:
    """How much of the ground is seen at each point: all below the text, little at the far edge."""
    width = CARD_SIZE[0]
    end = layout.right + _GAP
    if layout.is_from_right:
        end = width - layout.left + _GAP

    def at(x: int) -> int:
        way = max(0.0, (x - end) / (width - end))
        smooth = way * way * (3 - 2 * way)
        return round(opacity + (_SEEN - opacity) * smooth)

    row = Image.new("L", (width, 1))
    row.putdata([at(x) for x in range(width)])
    if layout.is_from_right:
        row = ImageOps.mirror(row)
    return row.resize(CARD_SIZE, Image.Resampling.NEAREST)


def _is_read_on(ground: Image.Image) -> bool:
    """Whether white letters are read on all of a ground."""
    small = ground.resize((ground.width // 4, ground.height // 4), Image.Resampling.BOX)
    colours = small.getcolors(small.width * small.height) or []
    brightest = max(
        (sum(colour[1]), colour[1]) for colour in colours if isinstance(colour[1], tuple)
    )
    return contrast("#ffffff", "#" + bytes(brightest[1]).hex()) >= ENOUGH


def _head(
    card: Image.Image, brand: str, bold: Lettering, pictures: CardPictures, layout: _Layout
) -> float:
    """Put the logo and the brand beside it on a card; return where they end."""
    sign = _sign(pictures) if pictures.logo else None
    if sign is None:
        return _write(
            card, _fitted(brand, bold, _BRAND_SIZES, layout, lines=1), bold, _MARGIN, layout
        )
    x = layout.right - sign.width if layout.is_from_right else layout.left
    card.paste(sign, (x, _MARGIN - _PLATE), sign)
    taken = sign.width + _GAP * 2 // 3
    if layout.is_from_right:
        beside = _Layout(layout.left, layout.right - taken, layout.is_from_right)
    else:
        beside = _Layout(layout.left + taken, layout.right, layout.is_from_right)
    fitted = _fitted(brand, bold, _BRAND_SIZES, beside, lines=1)
    top = _MARGIN - _PLATE + (sign.height - fitted.height) / 2
    _write(card, fitted, bold, top, beside)
    return _MARGIN - _PLATE + sign.height


def _sign(pictures: CardPictures) -> Image.Image:
    """The logo as it is put on a card, on a white plate if it needs one."""
    logo = cut_out_picture(pictures.logo or b"")
    logo = logo.crop(filled_part(logo)).convert("RGBA")
    scale = min(LOGO_BOX[0] / logo.width, LOGO_BOX[1] / logo.height)
    size = (max(round(logo.width * scale), 1), max(round(logo.height * scale), 1))
    logo = logo.resize(size, Image.Resampling.LANCZOS)
    if pictures.is_logo_for_dark:
        return logo
    plate = Image.new("RGBA", (logo.width + 2 * _PLATE, logo.height + 2 * _PLATE))
    ImageDraw.Draw(plate).rounded_rectangle(
        (0, 0, plate.width - 1, plate.height - 1), _PLATE, fill="white"
    )
    plate.alpha_composite(logo, (_PLATE, _PLATE))
    return plate


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A text in lines of one size."""

    lines: tuple[str, ...]
    size: int
    is_from_right: bool = False
    is_whole: bool = True

    @property
    def height(self) -> int:
        return round(len(self.lines) * self.size * _LEADING)


def _detail(line: str, lettering: Lettering, layout: _Layout) -> _Fitted:
    """A day or a place in one line; in two, if it is only whole in two."""
    fitted = _fitted(line, lettering, _DETAIL_SIZES, layout, lines=1)
    return fitted if fitted.is_whole else _fitted(line, lettering, _DETAIL_SIZES, layout, lines=2)


def _fitted(
    text: str,
    lettering: Lettering,
    sizes: tuple[int, ...],
    layout: _Layout,
    lines: int | None = None,
    height: float = 0,
) -> _Fitted:
    """A text in the largest size in which it fits; in the smallest one, with an ellipsis.

    Args:
        text: the text.
        lettering: the fonts.
        sizes: the sizes to choose from.
        layout: where it stands.
        lines: the most lines that it may take; what `height` has room for if it is not given.
        height: the pixels that it may take from top to bottom.
    """
    if not text:
        return _Fitted((), sizes[-1])
    for size in sizes:
        most = lines or max(int(height / (size * _LEADING)), 1)
        most = min(most, _MOST_LARGE) if size > _LARGE else most
        broken, is_cut = lettering.lines(text, layout.width, size)
        if len(broken) <= most and not is_cut:
            balanced = _balanced(text, lettering, size, len(broken), layout.width)
            return _Fitted(tuple(balanced), size, is_from_right(text))
    is_whole = len(broken) <= most
    if not is_whole:
        rest = " ".join(broken[most - 1 : most + 1])
        broken[most - 1 :] = [lettering.shortened(rest, layout.width, size)]
    return _Fitted(tuple(broken), size, is_from_right(text), is_whole)


def _balanced(text: str, lettering: Lettering, size: int, count: int, width: int) -> list[str]:
    """The text in as many lines, none of which is much shorter than the others."""
    low, high = 0, width
    while high - low > _GAP:
        middle = (low + high) // 2
        lines, is_cut = lettering.lines(text, middle, size)
        low, high = (middle, high) if len(lines) > count or is_cut else (low, middle)
    return lettering.lines(text, high, size)[0]


def _write(
    card: Image.Image, text: _Fitted, lettering: Lettering, top: float, layout: _Layout
) -> float:
    """Write lines on a card, at the side at which its title begins; return where they end."""
    for line in text.lines:
        shaped = lettering.line(line, from_right=text.is_from_right)
        x = layout.right - shaped.pixels(text.size) if layout.is_from_right else layout.left
        if made := drawn(shaped, text.size):
            mask, left, above = made
            card.paste("white", (round(x) + left, round(top + text.size) + above), mask)
        top += text.size * _LEADING
    return top


def _small_jpeg(card: Image.Image) -> bytes:
    for quality in (88, 80, 70, 60, 45):
        buffer = io.BytesIO()
        card.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
        if buffer.tell() <= MOST_BYTES:
            break
    return buffer.getvalue()
