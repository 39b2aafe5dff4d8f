"""Gives the website's pictures, each of which is drawn once on a machine.

Drawing one takes longer than writing all of a page, and needs libraries that take long to load.
So what was drawn is kept in the user's cache, by what it was drawn from.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType

from msgspec import Struct, msgpack

from proposal.caching import digest, keep, kept, libraries_digest
from proposal.render.picture_kinds import PictureError, kind_of
from proposal.render.site.faces import FONTS
from proposal.render.svg_safety import is_drawing, size_of_safe_drawing

Size = tuple[int, int]
"""Width and height in pixels."""


class FirstPage(Struct, frozen=True):
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
    return _drawn("portrait", sent, lambda drawing: drawing.portrait(sent))[0]


class LogoPicture(Struct, frozen=True):
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
    files, sizes = _drawn("logo", sent, lambda drawing: drawing.logo(sent))
    return LogoPicture(files, *sizes[".png"])


class WidePhoto(Struct, frozen=True):
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
    sent = _content(file)
    return _in_sizes(
        *_drawn("wide photo", sent, lambda drawing: drawing.photo(sent, drawing.WIDE_BOXES))
    )


@lru_cache(maxsize=128)
def gallery_photo(file: Path, changed: float) -> WidePhoto:
    """A photo of a gallery, which is not cut.

    Args:
        file: the picture as the organizers have it.
        changed: when the file was changed, so that a new picture is looked at.

    Raises:
        PictureError: the file is no picture.
    """
    sent = _content(file)
    return _in_sizes(
        *_drawn("gallery photo", sent, lambda drawing: drawing.photo(sent, drawing.GALLERY_BOXES))
    )


def _in_sizes(files: dict[str, bytes], sizes: Mapping[str, Size]) -> WidePhoto:
    jpeg = [end for end in files if end.endswith(".jpg")]
    return WidePhoto(
        tuple(sizes[end] for end in jpeg),
        tuple(files[end.replace(".jpg", ".webp")] for end in jpeg),
        tuple(files[end] for end in jpeg),
    )


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
    files, _ = _drawn("icon", sent, lambda drawing: drawing.square_icon(sent))
    return ".png", files[".png"]


_SQUARE = (0.95, 1.05)
"""Widths in heights of a picture that nobody sees to be no square."""


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as reason:
        raise PictureError(f"it cannot be read: {reason.strerror}") from reason


class TextPicture(Struct, frozen=True):
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
    is_photo = kind_of(sent[:16]) in _PHOTOS
    files, sizes = _drawn(
        "picture of a text", sent, lambda drawing: drawing.picture(sent, is_photo=is_photo)
    )
    end = list(files)[-1]
    is_cut_out = end == ".png" and files[end][25:26] in _WITH_ALPHA
    return TextPicture(files, *sizes[end], is_cut_out=is_cut_out)


_PHOTOS = {"JPEG", "WebP", "HEIC", "AVIF", "TIFF"}
"""Kinds of pictures as cameras make them."""
_WITH_ALPHA = {b"\x04", b"\x06"}
"""Types of colour of a PNG in which something can be seen through (PNG, section 11.2.1)."""


def first_page(pdf: bytes) -> FirstPage:
    """A picture of a PDF's first page, 480 pixels wide."""
    files, sizes = _drawn("first page", pdf, lambda drawing: drawing.first_page(pdf))
    return FirstPage(files, *sizes[".jpg"])


def _drawn(
    what: str, sent: bytes, draw: Callable[[ModuleType], dict[str, bytes]]
) -> tuple[dict[str, bytes], Mapping[str, Size]]:
    """The files of a picture by what their names end on, and what size each of them has."""

    def draw_and_measure() -> dict[str, bytes]:
        from proposal.render.site import drawing  # noqa: PLC0415 - slow to load

        files = draw(drawing)
        sizes = {end: drawing.size(content) for end, content in files.items()}
        return {**files, _SIZES: json.dumps(sizes).encode()}

    files = drawn_once((what, sent), draw_and_measure)
    sizes = json.loads(files.pop(_SIZES))
    return files, {end: (width, height) for end, (width, height) in sizes.items()}


_SIZES = ".sizes"


def drawn_once(
    source: tuple[bytes | str, ...], draw: Callable[[], dict[str, bytes]]
) -> dict[str, bytes]:
    """The files of a picture, as they were drawn once or are drawn now.

    Args:
        source: all that it is drawn from, beside the program and its libraries.
        draw: draws it, and gives the files by what their names end on.
    """
    key = digest(_way_of_drawing(), *source)
    known = kept("pictures", key)
    if known is not None:
        return msgpack.decode(known, type=dict[str, bytes])
    drawn = draw()
    if drawn:
        keep("pictures", key, msgpack.encode(drawn))
    return drawn


@cache
def _way_of_drawing() -> str:
    """What tells the modules that draw, and the libraries they draw with, from any others."""
    here = Path(__file__).parent
    names = (
        *("drawing.py", "social_card.py", "rasterized.py", "lettering.py", "faces.py", "bidi.py"),
        *("colours.py", "page_cards.py"),
    )
    around = (here.parents[1] / "pdf" / "pdfium.py", here.parent / "pictures.py")
    modules = (*(here / name for name in names), *around)
    fonts = sorted(f"{font.name} {font.stat().st_size}" for font in FONTS.glob("*.ttf"))
    return digest(libraries_digest(), *fonts, *(module.read_bytes() for module in modules))
