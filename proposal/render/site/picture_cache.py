"""Gives the website's pictures, each of which is drawn once on a machine.

Drawing one takes longer than writing all of a page, and needs libraries that take long to load.
So what was drawn is kept in the user's cache, by what it was drawn from.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from proposal import doctor
from proposal.caching import digest, keep, kept, libraries_digest
from proposal.edition.edition import Edition, status_word
from proposal.edition.series import Series
from proposal.edition.site_pictures import SitePictures
from proposal.render.picture_kinds import PictureError, kind_of
from proposal.render.site.colours import Palette
from proposal.render.site.faces import FONTS, fonts_of_machine
from proposal.render.svg_safety import is_drawing, size_of_safe_drawing


@dataclass(frozen=True, slots=True)
class FirstPage:
    """A picture of a PDF's first page."""

    files: dict[str, bytes]
    """WebP and JPEG, by suffix."""
    width: int
    """In pixels, as `height`."""
    height: int


@lru_cache(maxsize=512)
def portrait(file: Path, changed: float) -> dict[str, bytes]:
    """A portrait, cut to a square, by suffix: WebP and JPEG.

    Args:
        file: the picture as the person sent it.
        changed: when the file was changed, so that a new picture is looked at.

    Raises:
        PictureError: the file is no picture.
    """
    sent = _content(file)

    def draw() -> dict[str, bytes]:
        from proposal.render.site import drawing  # noqa: PLC0415 - slow to load

        return drawing.portrait(sent)

    return _drawn(("portrait", sent), (".webp", ".jpg"), draw)


@dataclass(frozen=True, slots=True)
class LogoPicture:
    """A logo for websites."""

    files: dict[str, bytes]
    """Its files by suffix, the best one first: SVG, or WebP and PNG."""
    width: float
    """In pixels, as `height`."""
    height: float


@lru_cache(maxsize=512)
def logo(file: Path, changed: float) -> LogoPicture:
    """A logo without the empty ground around it.

    Args:
        file: the picture as the sponsor sent it.
        changed: when the file was changed, so that a new picture is looked at.

    Raises:
        PictureError: the file is no picture, or a drawing that is not safe.
    """
    sent = _content(file)
    if is_drawing(sent):
        return LogoPicture({".svg": sent}, *size_of_safe_drawing(sent))

    def draw() -> dict[str, bytes]:
        from proposal.render.site import drawing  # noqa: PLC0415 - slow to load

        files = drawing.logo(sent)
        width, height = drawing.size(files[".png"])
        return {**files, ".size": f"{width} {height}".encode()}

    files = _drawn(("logo", sent), (".webp", ".png", ".size"), draw)
    width, height = map(int, files.pop(".size").split())
    return LogoPicture(files, width, height)


@dataclass(frozen=True, slots=True)
class WidePhoto:
    """A photo in several sizes, each once, the smallest first."""

    sizes: tuple[tuple[int, int], ...]
    """Width and height in pixels."""
    webp: tuple[bytes, ...]
    jpeg: tuple[bytes, ...]


@lru_cache(maxsize=64)
def wide_photo(file: Path, changed: float) -> WidePhoto:
    """A photo for the head of pages.

    Args:
        file: the picture as the organizers have it.
        changed: when the file was changed, so that a new picture is looked at.

    Raises:
        PictureError: the file is no picture.
    """
    return _in_sizes("wide photo", _content(file))


@lru_cache(maxsize=128)
def gallery_photo(file: Path, changed: float) -> WidePhoto:
    """A photo of a gallery, which is not cut.

    Args:
        file: the picture as the organizers have it.
        changed: when the file was changed, so that a new picture is looked at.

    Raises:
        PictureError: the file is no picture.
    """
    return _in_sizes("gallery photo", _content(file))


def _in_sizes(kind: str, sent: bytes) -> WidePhoto:
    def draw() -> dict[str, bytes]:
        from proposal.render.site import drawing  # noqa: PLC0415 - slow to load

        scale = drawing.wide_photo if kind == "wide photo" else drawing.gallery_photo
        files = scale(sent)
        sizes = [drawing.size(files[f"-{number}.jpg"]) for number in range(_STEPS)]
        return {**files, ".sizes": json.dumps(sizes).encode()}

    names = [f"-{number}" for number in range(_STEPS)]
    suffixes = (*(f"{name}{end}" for name in names for end in (".webp", ".jpg")), ".sizes")
    files = _drawn((kind, sent), suffixes, draw)
    steps = {
        tuple(size): name for size, name in zip(json.loads(files[".sizes"]), names, strict=True)
    }
    return WidePhoto(
        tuple((width, height) for width, height in steps),
        tuple(files[f"{name}.webp"] for name in steps.values()),
        tuple(files[f"{name}.jpg"] for name in steps.values()),
    )


_STEPS = 3
"""How many sizes of a wide photo are drawn."""


@lru_cache(maxsize=64)
def square_icon(file: Path, changed: float) -> tuple[str, bytes] | None:
    """A logo as the picture beside a page's title, with its suffix; nothing if it is not square.

    Raises:
        PictureError: the file is no picture, or a drawing that is not safe.
    """
    made = logo(file, changed)
    if not _SQUARE[0] <= made.width / made.height <= _SQUARE[1]:
        return None
    if ".svg" in made.files:
        return ".svg", made.files[".svg"]
    sent = _content(file)

    def draw() -> dict[str, bytes]:
        from proposal.render.site import drawing  # noqa: PLC0415 - slow to load

        return drawing.square_icon(sent)

    return ".png", _drawn(("icon", sent), (".png",), draw)[".png"]


_SQUARE = (0.95, 1.05)
"""Widths in heights of a picture that nobody sees to be no square."""


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as reason:
        raise PictureError(f"it cannot be read: {reason.strerror}") from reason


@dataclass(frozen=True, slots=True)
class TextPicture:
    """A picture of a text for websites."""

    files: dict[str, bytes]
    """Its files by what their names end on: `.svg`; or `-480.webp` and so on, and `.jpg`."""
    width: int
    """In pixels, as `height`."""
    height: int
    is_cut_out: bool
    """Whether the ground can be seen through it, on which it may not be seen itself."""

    @property
    def suffix(self) -> str:
        """What the name ends on of the file that every browser shows."""
        return list(self.files)[-1]

    @property
    def widths(self) -> dict[str, int]:
        """The widths of the others in pixels, by what their names end on."""
        return {end: int(end[1:].partition(".")[0]) for end in list(self.files)[:-1]}


@lru_cache(maxsize=128)
def text_picture(file: Path, changed: float) -> TextPicture:
    """A picture that a text shows, without what it says of place and camera.

    Args:
        file: the picture as its author made it.
        changed: when the file was changed, so that a new picture is looked at.

    Raises:
        PictureError: the file is no picture, or a drawing that is not safe.
    """
    sent = _content(file)
    if is_drawing(sent):
        width, height = map(round, size_of_safe_drawing(sent))
        return TextPicture({".svg": sent}, max(width, 1), max(height, 1), is_cut_out=True)

    def draw() -> dict[str, bytes]:
        from proposal.render.site import drawing  # noqa: PLC0415 - slow to load

        return drawing.picture(sent, is_photo=kind_of(sent[:16]) in _PHOTOS)

    key = digest(_way_of_drawing(), "picture of a text", sent)
    files = _kept_files(key) or _keep_files(key, draw())
    end = list(files)[-1]
    width, height = _size_of(files[end])
    is_cut_out = end == ".png" and files[end][25:26] in _WITH_ALPHA
    return TextPicture(files, width, height, is_cut_out=is_cut_out)


_PHOTOS = {"JPEG", "WebP", "HEIC", "AVIF", "TIFF"}
"""Kinds of pictures as cameras make them."""
_WITH_ALPHA = {b"\x04", b"\x06"}
"""Types of colour of a PNG in which something can be seen through (PNG, section 11.2.1)."""


def _size_of(picture: bytes) -> tuple[int, int]:
    from proposal.render.pictures import upright_size  # noqa: PLC0415 - slow to load

    return upright_size(picture)


def _kept_files(key: str) -> dict[str, bytes] | None:
    """The files of a picture that has any number of them, if all are still there."""
    listed = kept("pictures", f"{key}.json")
    if listed is None:
        return None
    found = {end: kept("pictures", key + end) for end in json.loads(listed)}
    whole = {end: content for end, content in found.items() if content is not None}
    return whole if len(whole) == len(found) else None


def _keep_files(key: str, files: dict[str, bytes]) -> dict[str, bytes]:
    for end, content in files.items():
        keep("pictures", key + end, content)
    keep("pictures", f"{key}.json", json.dumps(list(files)).encode())
    return files


def first_page(pdf: bytes) -> FirstPage:
    """A picture of a PDF's first page, 480 pixels wide."""

    def draw() -> dict[str, bytes]:
        from proposal.render.site import drawing  # noqa: PLC0415 - slow to load

        files = drawing.first_page(pdf)
        width, height = drawing.size(files[".jpg"])
        return {**files, ".size": f"{width} {height}".encode()}

    files = _drawn(("first page", pdf), (".webp", ".jpg", ".size"), draw)
    width, height = map(int, files.pop(".size").split())
    return FirstPage(files, width, height)


@dataclass(frozen=True, slots=True)
class Card:
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


def card_of(edition: Edition, colours: Palette, heading: str | None = None) -> Card:
    """The social card of an edition's page.

    Args:
        edition: the edition.
        colours: the website's colours.
        heading: what the page is, if it is not the edition's first one: "Call for papers".
    """
    brand = " · ".join(filter(None, (edition.short_name, heading)))
    status = filter(None, (status_word(edition.status, edition.language),))
    lines = (*status, f"{edition.when.date}", f"{edition.venue.acronym}, {edition.place}")
    return _card(brand, str(edition.title), lines, colours, edition.pictures)


def card_of_series(series: Series, colours: Palette, heading: str) -> Card:
    """The social card of a page of the series that is about no edition."""
    return _card(series.acronym, str(series.name), (heading,), colours, series.pictures)


def _card(
    brand: str, title: str, lines: tuple[str, ...], colours: Palette, pictures: SitePictures
) -> Card:
    fonts = _fonts_for("\n".join((brand, title, *lines)))
    sign, photo = pictures.logo_dark or pictures.logo, pictures.picture
    sent = (_sent(sign.file if sign else None), _sent(photo.file if photo else None))

    def draw() -> dict[str, bytes]:
        from proposal.render.site import social_card  # noqa: PLC0415 - slow to load

        text = social_card.CardText(brand, title, lines)
        shown = social_card.CardPictures(
            _points(sent[0], social_card.LOGO_BOX), pictures.logo_dark is not None, _sound(sent[1])
        )
        return social_card.social_card(text, colours.band, colours.band_end, fonts, shown)

    of_fonts = [f"{name} {_stamp(path)}" for name, path in fonts]
    words = repr((brand, title, lines, pictures.logo_dark is not None))
    drawn_with = ("card", words, colours.band, colours.band_end, *of_fonts)
    made = _drawn((*drawn_with, *sent), (".card", ".json"), draw)
    said = json.loads(made[".json"])
    alt = ". ".join(filter(None, said["said"]))
    if photo and said["has photo"]:
        alt = f"{alt}. Photo: {photo.alt}"
    suffix = ".jpg" if said["has photo"] else ".png"
    return Card(made[".card"], suffix, alt, said["left out"])


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
    from proposal.render.site.rasterized import rasterized  # noqa: PLC0415 - slow to load

    try:
        width, height = size_of_safe_drawing(sent)
    except PictureError:
        return None
    scale = min(box[0] / width, box[1] / height) * 2
    made = rasterized(sent, max(round(width * scale), 1), max(round(height * scale), 1))
    return _sound(made or b"")


def _sound(sent: bytes) -> bytes | None:
    """A picture that can be drawn; nothing if it is none."""
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


def _drawn(
    source: tuple[bytes | str, ...], suffixes: tuple[str, ...], draw: Callable[[], dict[str, bytes]]
) -> dict[str, bytes]:
    """The files of a picture, as they were drawn once or are drawn now."""
    key = digest(_way_of_drawing(), *source)
    found = {suffix: kept("pictures", key + suffix) for suffix in suffixes}
    whole = {suffix: content for suffix, content in found.items() if content is not None}
    if len(whole) == len(suffixes):
        return whole
    drawn = draw()
    for suffix, content in drawn.items():
        keep("pictures", key + suffix, content)
    return drawn


@cache
def _way_of_drawing() -> str:
    """What tells the modules that draw, and the libraries they draw with, from any others."""
    here = Path(__file__).parent
    names = (
        *("drawing.py", "social_card.py", "rasterized.py", "lettering.py", "faces.py", "bidi.py"),
        "colours.py",
    )
    around = (here.parents[1] / "pdf" / "pdfium.py", here.parent / "pictures.py")
    modules = (*(here / name for name in names), *around)
    fonts = sorted(f"{font.name} {font.stat().st_size}" for font in FONTS.glob("*.ttf"))
    return digest(libraries_digest(), *fonts, *(module.read_bytes() for module in modules))
