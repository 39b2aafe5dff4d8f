"""Gives pages their social cards: what each says and shows, and the files for it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field

from proposal import doctor
from proposal.diagnostics import Diagnostic, Span, warning
from proposal.edition.edition import Edition, status_word
from proposal.edition.series import SeriesSummary
from proposal.edition.site_pictures import SitePictures
from proposal.model.looks import Look
from proposal.render.picture_kinds import PictureError
from proposal.render.site.colours import palette
from proposal.render.site.faces import collection, fonts_of_machine
from proposal.render.site.pattern import pattern_svg
from proposal.render.site.picture_cache import drawn_once
from proposal.render.svg_safety import is_drawing, size_of_safe_drawing
from proposal.source.text import Text

_PATTERN_PIXELS = 512
"""Side of the pattern's square; the website shows it as large as that."""


class Card(Struct, frozen=True):
    """A social card: the picture that networks show with a link to a page."""

    content: bytes
    suffix: str
    """Of its file: `.png`, or with a photo `.jpg`."""
    alt: str
    """What it says and shows, in words."""
    left_out: Mapping[str, str]
    """The texts that hold letters that no font here has, each with these letters.

    A text with such letters is not on the card; of pictures such as emoji, only they are not.
    """


class PageCards(Struct):
    """The social cards of pages."""

    series: SeriesSummary
    first: Edition
    """The edition whose places messages name about pages that belong to none."""
    files: dict[str, bytes] = field(default_factory=dict)
    """By their paths from the website's root."""
    texts: dict[str, str] = field(default_factory=dict)
    """What they say and show, by their paths."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """What they could not say."""

    def of_edition(self, edition: Edition) -> str:
        """The path of an edition's card."""
        return self._kept(f"{edition.id}/", card_of(edition, *self._look), edition)

    def below(self, edition: Edition, path: str, heading: str) -> str:
        """The path of the card of a page below an edition's, such as the call for papers."""
        drawn = card_of(edition, *self._look, heading)
        return self._kept(f"{edition.id}/{path}", drawn, edition)

    def of_own_page(self, path: str, title: str, edition: Edition | None) -> str:
        """The path of the card of a page that organizers wrote.

        Args:
            path: where the page stands.
            title: its title.
            edition: the edition to which it belongs; without one, it is the series'.
        """
        source = edition or self.series
        brand, lines = self.series.acronym, [str(self.series.name)]
        if edition:
            brand = edition.short_name
            lines = [edition.title, f"{edition.dated}, {edition.place}"]
        about = (tuple(lines), source.pictures, self.series.acronym)
        drawn = _card(brand, title, *about, *self._look)
        return self._kept(path, drawn, edition or self.first)

    def of_series(self, path: str, heading: str) -> str:
        """The path of the card of a page of the series, such as the list of editions."""
        series = self.series
        text = (series.acronym, str(series.name), (heading,))
        drawn = _card(*text, series.pictures, series.acronym, *self._look)
        return self._kept(path, drawn, self.first)

    @property
    def _look(self) -> tuple[str | None, Look]:
        return self.series.accent, self.series.look

    def _kept(self, path: str, drawn: Card, edition: Edition) -> str:
        card = f"{path}card{drawn.suffix}"
        if card not in self.files:
            self.files[card], self.texts[card] = drawn.content, drawn.alt
            left_out = drawn.left_out.items()
            self.diagnostics += [_left_out(edition, drawn.suffix, *item) for item in left_out]
        return card


def card_of(
    edition: Edition, accent: str | None = None, look: Look = "band", heading: str | None = None
) -> Card:
    """The social card of an edition's page.

    Args:
        edition: the edition.
        accent: the workshop's colour.
        look: the look of the website.
        heading: what the page is, if it is not the edition's first one: "Call for papers".
    """
    brand = " · ".join(filter(None, (edition.short_name, heading)))
    status = filter(None, (status_word(edition.status, edition.language),))
    lines = (*status, f"{edition.when.date}", edition.host_and_place)
    return _card(brand, str(edition.title), lines, edition.pictures, edition.acronym, accent, look)


def _card(
    brand: str,
    title: str,
    lines: tuple[str, ...],
    pictures: SitePictures,
    acronym: str,
    accent: str | None,
    look: Look,
) -> Card:
    fonts = _fonts_for("\n".join((brand, title, *lines)))
    scheme = palette(accent, look).light
    ground, ink, has_serifs = scheme.hero, scheme.hero_ink, look == "paper"
    pattern = pattern_svg(acronym, scheme.shapes, look)
    photo = pictures.picture
    logos = [_sent(logo.file if logo else None) for logo in (pictures.logo, pictures.logo_dark)]
    sent_photo = _sent(photo.file if photo else None)

    def draw() -> dict[str, bytes]:
        from proposal.render.site import social_card  # noqa: PLC0415 - slow to load

        style = social_card.CardStyle(ground, ink, has_serifs)
        for_dark = _points(logos[1], social_card.LOGO_BOX) if style.is_dark else None
        logo = for_dark or _points(logos[0], social_card.LOGO_BOX)
        sound = _sound(sent_photo)
        shown = social_card.CardPictures(
            logo,
            has_plate=not (for_dark or style.is_white),
            photo=sound,
            pattern=None if sound else _pattern(pattern),
        )
        text = social_card.CardText(brand, title, lines)
        return social_card.social_card(text, style, fonts, shown)

    of_fonts = [f"{name} {_stamp(path)}" for name, path in fonts]
    drawn_from = ("card", repr((brand, title, lines)), ground, ink, str(has_serifs), *of_fonts)
    made = drawn_once((*drawn_from, pattern, *logos, sent_photo), draw)
    said = json.loads(made[".json"])
    alt = ". ".join(filter(None, said["said"]))
    if photo and said["has photo"]:
        alt = f"{alt}. Photo: {photo.alt}"
    suffix = ".jpg" if said["has photo"] else ".png"
    return Card(made[".card"], suffix, alt, said["left out"])


def _pattern(drawing: str) -> bytes | None:
    return _rasterized(drawing.encode(), _PATTERN_PIXELS, _PATTERN_PIXELS)


def _rasterized(svg: bytes, width: int, height: int) -> bytes | None:
    """A drawing as PNG, as large as fits into a box: all cards of an edition show the same ones."""

    def draw() -> dict[str, bytes]:
        from proposal.render.site.rasterized import rasterized  # noqa: PLC0415 - slow to load

        made = rasterized(svg, width, height)
        return {".png": made} if made else {}

    return drawn_once(("rasterized", svg, str(width), str(height)), draw).get(".png")


def _sent(file: Path | None) -> bytes:
    """The content of a picture; nothing if it cannot be read, which pages tell of."""
    try:
        return file.read_bytes() if file else b""
    except OSError:
        return b""


def _points(sent: bytes, box: tuple[int, int]) -> bytes | None:
    """A logo as a file that holds points; nothing if it is no picture, which pages tell of."""
    if not is_drawing(sent):
        return _sound(sent)
    try:
        width, height = size_of_safe_drawing(sent)
    except PictureError:
        return None
    scale = min(box[0] / width, box[1] / height) * 2
    made = _rasterized(sent, max(round(width * scale), 1), max(round(height * scale), 1))
    return _sound(made or b"")


def _sound(sent: bytes) -> bytes | None:
    """A picture that can be drawn; nothing if it is none."""
    if not sent:
        return None
    from proposal.render.pictures import plain_picture  # noqa: PLC0415 - slow to load

    try:
        plain_picture(sent)
    except PictureError:
        return None
    return sent


def _fonts_for(text: str) -> tuple[tuple[str, Path], ...]:
    """The fonts of this machine that a text needs beside the program's own, by name."""
    names = fonts_of_machine(text)
    return tuple(sorted(_fonts_here(names).items())) if names else ()


@lru_cache(maxsize=64)
def _fonts_here(names: frozenset[str]) -> dict[str, Path]:
    return doctor.fonts_here(names, doctor.this_host())


def _stamp(font: Path) -> str:
    """What tells a font file from another one of its name, without reading its megabytes."""
    known = font.stat()
    return f"{known.st_size} {known.st_mtime_ns}"


def _left_out(edition: Edition, suffix: str, text: str, letters: str) -> Diagnostic:
    """That a social card could not say something."""
    first = letters[0]
    name = unicodedata.name(first, "unnamed")
    parts = doctor.parts((doctor.Group(collection(first)),))
    package = doctor.short_listing([package for part in parts for package in part.packages["apt"]])
    message = (
        f"card{suffix}, the picture that is shown with a link to the page, is drawn without "
        f"“{text}”: no font here has {first} (U+{ord(first):04X}, {name})"
    )
    hint = f"Debian's package {package} may have it; install it and build again"
    return warning("letter-without-font", message, _place_of(edition, text), hint)


def _place_of(edition: Edition, text: str) -> Span | None:
    """Where a text of the social card was written, if it was as a whole."""
    venue = edition.venue
    sources = (venue.city, venue.acronym, venue.host, edition.acronym)
    found = next(
        (source for source in sources if isinstance(source, Text) and source in text), None
    )
    return found.span if found is not None else None
