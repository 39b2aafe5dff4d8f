"""Gives the website's pictures, each of which is drawn once on a machine.

Drawing one takes longer than writing all of a page, and needs libraries that take long to load.
So what was drawn is kept in the user's cache, by what it was drawn from.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from proposal.caching import digest, keep, kept, libraries_digest
from proposal.edition.edition import Edition
from proposal.render.site.colours import Palette


class PictureError(Exception):
    """A file is no picture, or none that can be used."""


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
    try:
        sent = file.read_bytes()
    except OSError as reason:
        raise PictureError("it is no picture that can be read") from reason
    return _drawn(("portrait", sent), (".webp", ".jpg"), lambda: _drawing().portrait(sent))


@lru_cache(maxsize=64)
def first_page(pdf: bytes) -> FirstPage:
    """A picture of a PDF's first page, 480 pixels wide."""

    def draw() -> dict[str, bytes]:
        files: dict[str, bytes] = _drawing().first_page(pdf)
        width, height = _drawing().size(files[".jpg"])
        return {**files, ".size": f"{width} {height}".encode()}

    files = _drawn(("first page", pdf), (".webp", ".jpg", ".size"), draw)
    width, height = map(int, files.pop(".size").split())
    return FirstPage(files, width, height)


def card_of(edition: Edition, colours: Palette) -> bytes:
    """The social card of an edition: the picture that networks show with a link, as PNG."""
    brand = f"{edition.acronym} {edition.year}"
    lines = (f"{edition.when.date}", f"{edition.venue.acronym}, {edition.venue.place}")
    told = (brand, str(edition.title), lines, colours.band, colours.band_end)

    def draw() -> dict[str, bytes]:
        return {".png": _drawing().social_card(*told)}

    return _drawn(("card", repr(told)), (".png",), draw)[".png"]


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
    modules = (here / "drawing.py", here.parent / "pdf.py")
    return digest(libraries_digest(), *(each.read_bytes() for each in modules))


def _drawing() -> Any:
    """The module that draws, which is loaded when something has to be drawn."""
    return importlib.import_module("proposal.render.site.drawing")
