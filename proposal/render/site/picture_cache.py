"""Gives the website's pictures, each of which is drawn once on a machine.

Drawing one takes longer than writing all of a page, and needs libraries that take long to load.
So what was drawn is kept in the user's cache, by what it was drawn from.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from proposal.caching import digest, keep, kept, libraries_digest
from proposal.render.picture_kinds import PictureError, kind_of
from proposal.render.site.faces import FONTS
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

    return drawn_once(("portrait", sent), (".webp", ".jpg"), draw)


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

    files = drawn_once(("logo", sent), (".webp", ".png", ".size"), draw)
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
    files = drawn_once((kind, sent), suffixes, draw)
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

    return ".png", drawn_once(("icon", sent), (".png",), draw)[".png"]


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

    files = drawn_once(("first page", pdf), (".webp", ".jpg", ".size"), draw)
    width, height = map(int, files.pop(".size").split())
    return FirstPage(files, width, height)


def drawn_once(
    source: tuple[bytes | str, ...], suffixes: tuple[str, ...], draw: Callable[[], dict[str, bytes]]
) -> dict[str, bytes]:
    """The files of a picture, as they were drawn once or are drawn now.

    Args:
        source: all that it is drawn from, beside the program and its libraries.
        suffixes: the endings of its files.
        draw: draws it, and gives the files by these endings.
    """
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
        *("colours.py", "page_cards.py"),
    )
    around = (here.parents[1] / "pdf" / "pdfium.py", here.parent / "pictures.py")
    modules = (*(here / name for name in names), *around)
    fonts = sorted(f"{font.name} {font.stat().st_size}" for font in FONTS.glob("*.ttf"))
    return digest(libraries_digest(), *fonts, *(module.read_bytes() for module in modules))
