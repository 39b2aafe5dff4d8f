"""Draws the social card: the picture that networks show with a link to a page."""

from __future__ import annotations

import io
import json
import unicodedata
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace
from PIL import Image, ImageColor, ImageDraw, ImageOps

from proposal.render.latex.runs import composed
from proposal.render.pictures import cut_out_picture, plain_picture
from proposal.render.site.bidi import is_from_right
from proposal.render.site.colours import contrast
from proposal.render.site.drawing import encoded, filled_part
from proposal.render.site.lettering import Lettering, drawn
from proposal.render.typography import typographic

CARD_SIZE = (1200, 630)
"""Width and height of a social card (The Open Graph protocol; 1.91:1 is what sites crop to)."""

MOST_BYTES = 290_000
"""Bytes of a card with a photo.

Makers of websites report that WhatsApp shows no picture of more than 300 kB; X and LinkedIn name
5 MB, Facebook 8 MB. All ask for 1200 × 630 pixels, or take them."""

LOGO_BOX = (300, 96)
"""Pixels that a logo has at most."""


class CardText(Struct, frozen=True):
    """What a social card says."""

    brand: str
    title: str
    lines: tuple[str, ...]
    """The day and the place."""


class CardStyle(Struct, frozen=True):
    """How a social card looks, as the head of the website's pages does."""

    ground: str
    """The colour behind the text."""
    ink: str
    """The colour of the text."""
    has_serifs: bool = False
    """Whether letters have serifs, and titles are not bold."""

    @property
    def is_dark(self) -> bool:
        """Whether white letters are read on the ground."""
        return contrast("#ffffff", self.ground) >= _READ

    @property
    def is_white(self) -> bool:
        """Whether the ground is as good as white, so that a logo needs no other."""
        return contrast("#ffffff", self.ground) < _AS_WHITE


_READ, _AS_WHITE = 4.5, 1.1
"""Ratios of contrast with white."""


class CardPictures(Struct, frozen=True):
    """What a social card shows, as files that hold points: no drawings."""

    logo: bytes | None = None
    has_plate: bool = False
    """Whether the logo needs a white ground."""
    photo: bytes | None = None
    pattern: bytes | None = None
    """What is seen in the photo's place if there is none: a square that is repeated."""


class _Layout(Struct, frozen=True):
    """Where the text of a card stands."""

    left: int
    right: int
    is_from_right: bool

    @property
    def width(self) -> int:
        return self.right - self.left


def social_card(
    text: CardText,
    style: CardStyle,
    fonts: tuple[tuple[str, Path], ...],
    pictures: CardPictures | None = None,
) -> dict[str, bytes]:
    """The picture that social networks show with a link, and what it could not say.

    Args:
        text: what it says.
        style: how it looks.
        fonts: the font files of this machine that the text needs, by name.
        pictures: the workshop's logo, and its photo or the pattern in its place.

    Returns:
        By suffix: the picture (as PNG, with a photo as JPEG), under `.card`, and as JSON what was
        drawn and what is left out: for each text that has letters that no font here holds, the
        text and those letters.

    Raises:
        PictureError: a file is no picture.
    """
    pictures = pictures or CardPictures()
    bold = Lettering(not style.has_serifs, fonts, style.has_serifs)
    regular = Lettering(is_bold=False, others=fonts, has_serifs=style.has_serifs)
    left_out: dict[str, str] = {}
    brand, title = _settable(text.brand, bold, left_out), _settable(text.title, bold, left_out)
    lines = [line for said in text.lines if (line := _settable(said, regular, left_out))]
    has_panel = bool(pictures.photo or pictures.pattern)
    layout = _layout(is_from_right(title or brand), has_panel=has_panel)
    card = _CardDrawing(layout)
    card.panel(pictures, style)
    top = card.head(brand, bold, pictures) + _GAP
    details = [_detail(line, regular, layout) for line in lines]
    bottom = CARD_SIZE[1] - _MARGIN - sum(detail.height for detail in details)
    fitted = _fitted(title, bold, _TITLE_SIZES, layout, height=bottom - _GAP - top)
    card.write(fitted, bold, top)
    for detail in details:
        card.write(detail, regular, bottom)
        bottom += detail.height
    has_photo = pictures.photo is not None
    drawn = {"said": [brand, title, *lines], "has photo": has_photo, "left out": left_out}
    content = json.dumps(drawn, ensure_ascii=False).encode()
    image = card.image(style)
    made = _small_jpeg(image) if has_photo else encoded(image, "PNG")
    return {".card": made, ".json": content}


def _settable(words: str, lettering: Lettering, left_out: dict[str, str]) -> str:
    """What can be drawn of a text: all but signs without a font; nothing of one that lacks letters.

    Args:
        words: the text.
        lettering: the letters that there are.
        left_out: takes the text with its letters that are missing.
    """
    words = composed(typographic(words))[:_LONGEST]
    missing = lettering.missing(words)
    if missing:
        left_out[words] = missing
    is_without_words = all(unicodedata.category(sign) in _SIGNS for sign in missing)
    kept = "".join(sign for sign in words if sign not in missing) if is_without_words else ""
    return " ".join(filter(None, kept.split(" ")))


_MARGIN = 80
"""Pixels around a card's text."""

_GAP = 36
"""Pixels at least between its parts."""

_TEXT_WIDTH, _PANEL = 676, 384
"""Pixels that text has beside a photo or a pattern, and that these have (whole forms of it)."""

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

_SHADES = 128
"""Colours of a palette that are kept for letters, from the ground to the ink."""

_SHADE_OF_COVERAGE = [round(covered * (_SHADES - 1) / 255) for covered in range(256)]
_BEHIND_SHADES = [min(number + _SHADES, 255) for number in range(256)]
"""Places in a card's palette: of how much ink covers a point, and of a panel's colours."""


def _layout(from_right: bool, *, has_panel: bool) -> _Layout:
    """Where text stands: at the side at which it begins, beside the panel if there is one."""
    width = CARD_SIZE[0]
    if not has_panel:
        return _Layout(_MARGIN, width - _MARGIN, from_right)
    if from_right:
        return _Layout(width - _MARGIN - _TEXT_WIDTH, width - _MARGIN, from_right)
    return _Layout(_MARGIN, _MARGIN + _TEXT_WIDTH, from_right)


class _CardDrawing(Struct, frozen=True):
    """A card that is being drawn."""

    layout: _Layout
    letters: Image.Image = field(default_factory=lambda: Image.new("L", CARD_SIZE))
    """How much of its points ink covers, of 255."""
    pictures: list[tuple[Image.Image, tuple[int, int]]] = field(default_factory=list)
    """What else is on it, and where."""

    def image(self, style: CardStyle) -> Image.Image:
        """The card when all is on it, with a palette if that holds all of its colours.

        With a palette it takes a third of the time to encode, and half of the bytes.
        """
        if all(picture.mode == "P" for picture, _ in self.pictures):
            card = self.letters.point(_SHADE_OF_COVERAGE)
            card.putpalette(
                _shades(style)
                + [part for picture, _ in self.pictures for part in picture.getpalette() or ()]
            )
            for picture, place in self.pictures:
                card.paste(picture.point(_BEHIND_SHADES), place)
            return card
        card = Image.new("RGB", CARD_SIZE, style.ground)
        card.paste(style.ink, (0, 0), self.letters)
        for picture, place in self.pictures:
            shown = picture.convert("RGBA")
            card.paste(shown, place, shown)
        return card

    def panel(self, pictures: CardPictures, style: CardStyle) -> None:
        """Put the photo, or the pattern, beside the place of the text."""
        width, height = CARD_SIZE
        place = (0 if self.layout.is_from_right else width - _PANEL, 0)
        if pictures.photo:
            photo = plain_picture(pictures.photo).convert("RGB")
            size = (_PANEL, height)
            shown = ImageOps.fit(photo, size, Image.Resampling.LANCZOS, centering=(0.5, 0.4))
            self.pictures.append((shown, place))
        elif pictures.pattern:
            self.pictures.append((_pattern_panel(pictures.pattern, style.ground), place))

    def head(self, brand: str, bold: Lettering, pictures: CardPictures) -> float:
        """Put the logo and the brand beside it on the card; return where they end."""
        layout = self.layout
        sign = _sign(pictures) if pictures.logo else None
        if sign is None:
            return self.write(_fitted(brand, bold, _BRAND_SIZES, layout, lines=1), bold, _MARGIN)
        x = layout.right - sign.width if layout.is_from_right else layout.left
        self.pictures.append((sign, (x, _MARGIN - _PLATE)))
        taken = sign.width + _GAP * 2 // 3
        if layout.is_from_right:
            beside = _Layout(layout.left, layout.right - taken, layout.is_from_right)
        else:
            beside = _Layout(layout.left + taken, layout.right, layout.is_from_right)
        fitted = _fitted(brand, bold, _BRAND_SIZES, beside, lines=1)
        top = _MARGIN - _PLATE + (sign.height - fitted.height) / 2
        replace(self, layout=beside).write(fitted, bold, top)
        return _MARGIN - _PLATE + sign.height

    def write(self, text: _Fitted, lettering: Lettering, top: float) -> float:
        """Write lines, at the side at which the title begins; return where they end."""
        layout = self.layout
        for line in text.lines:
            shaped = lettering.line(line, from_right=text.is_from_right)
            x = layout.right - shaped.pixels(text.size) if layout.is_from_right else layout.left
            if made := drawn(shaped, text.size):
                mask, left, above = made
                place = (round(x) + left, round(top + text.size) + above)
                self.letters.paste(255, place, mask)
            top += text.size * _LEADING
        return top


@lru_cache(maxsize=4)
def _pattern_panel(pattern: bytes, ground: str) -> Image.Image:
    """A pattern on its ground, as large as a card's panel, with a palette: all cards show it."""
    square = cut_out_picture(pattern).convert("RGBA")
    panel = Image.new("RGBA", (_PANEL, CARD_SIZE[1]), ground)
    for left in range(0, panel.width, square.width):
        for top in range(0, panel.height, square.height):
            panel.alpha_composite(square, (left, top))
    return panel.convert("RGB").quantize(256 - _SHADES, Image.Quantize.MAXCOVERAGE)


@lru_cache(maxsize=4)
def _shades(style: CardStyle) -> list[int]:
    """The colours from the ground to the ink, as parts of red, green and blue of a palette."""
    ground, ink = ImageColor.getrgb(style.ground), ImageColor.getrgb(style.ink)
    return [
        round(under + (over - under) * shade / (_SHADES - 1))
        for shade in range(_SHADES)
        for under, over in zip(ground[:3], ink[:3], strict=True)
    ]


def _sign(pictures: CardPictures) -> Image.Image:
    """The logo as it is put on a card, on a white plate if it needs one."""
    logo = cut_out_picture(pictures.logo or b"")
    logo = logo.crop(filled_part(logo)).convert("RGBA")
    scale = min(LOGO_BOX[0] / logo.width, LOGO_BOX[1] / logo.height)
    size = (max(round(logo.width * scale), 1), max(round(logo.height * scale), 1))
    logo = logo.resize(size, Image.Resampling.LANCZOS)
    if not pictures.has_plate:
        return logo
    plate = Image.new("RGBA", (logo.width + 2 * _PLATE, logo.height + 2 * _PLATE))
    ImageDraw.Draw(plate).rounded_rectangle(
        (0, 0, plate.width - 1, plate.height - 1), _PLATE, fill="white"
    )
    plate.alpha_composite(logo, (_PLATE, _PLATE))
    return plate


class _Fitted(Struct, frozen=True):
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


@lru_cache(maxsize=16)
def _fitted(
    text: str,
    lettering: Lettering,
    sizes: tuple[int, ...],
    layout: _Layout,
    lines: int | None = None,
    height: float = 0,
) -> _Fitted:
    """A text in the largest size in which it fits; in the smallest one, with an ellipsis.

    The cards of an edition's pages have the same title, day and place.

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


def _small_jpeg(card: Image.Image) -> bytes:
    for quality in (88, 80, 70, 60, 45):
        buffer = io.BytesIO()
        card.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
        if buffer.tell() <= MOST_BYTES:
            break
    return buffer.getvalue()
