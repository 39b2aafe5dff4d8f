"""The width of pictures in print, and whether they can be set and are sharp enough."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct
from pylatex import NoEscape

from proposal.model.document_format import PageFormat
from proposal.render.latex.converted import RASTER
from proposal.render.picture_kinds import PictureError, kind_of

NAME = re.compile(
    rf"(?:[A-Za-z0-9][\w-]*/)*[A-Za-z0-9][\w-]*\.(?:pdf|png|jpe?g|{'|'.join(RASTER)})", re.ASCII
)
"""A name below the text's folder, as pdfTeX and all publishers' servers take it. Example:
`figures/curve-1.pdf`."""

_KINDS = {"pdf": "PDF", "png": "PNG", "jpg": "JPEG", "jpeg": "JPEG"} | RASTER
_CONVERSIONS = {
    "svg": "rsvg-convert -f pdf -o {stem}.pdf {name}",
    "eps": "epstopdf {name}",
    "ps": "ps2pdf {name}",
}
_CONVERSION = "magick {name} {stem}.png"
"""What ImageMagick makes of other kinds, such as HEIC."""

_INCH = 72.27
"""Points of TeX."""
FEWEST_DPI = 150
"""Pixels an inch below which a picture looks coarse in print; publishers ask for 300."""


class Width(Struct, frozen=True):
    """How wide a picture is set."""

    share: float = 1.0
    """The part of the column, or of the page, that it takes."""
    spans_page: bool = False
    """Whether it stands across both columns."""

    def inches_on(self, page: PageFormat) -> float:
        """The width in print, on the page of a format."""
        return self.share * (page.page if self.spans_page else page.column) / _INCH

    @property
    def latex(self) -> NoEscape:
        r"""The width as `\includegraphics` takes it."""
        share = "" if self.share == 1 else f"{self.share:g}"
        return NoEscape(f"{share}\\linewidth")


def width_of(written: str | None) -> Width | None:
    """The width that `{width=60%}` or `{width=page}` says; nothing if it says none."""
    if written is None:
        return Width()
    if written == "page":
        return Width(spans_page=True)
    match = re.fullmatch(r"(\d{1,3})%", written)
    share = int(match[1]) / 100 if match else 0
    return Width(share) if 0 < share <= 1 else None


def conversion(name: str) -> str:
    """What to type to make a picture of another kind into one that can be set."""
    stem, _, suffix = name.rpartition(".")
    return _CONVERSIONS.get(suffix.lower(), _CONVERSION).format(name=name, stem=stem or name)


def mistaken_kind(file: Path) -> str | None:
    """What a picture really is, if its name says something else."""
    with file.open("rb") as opened:
        head = opened.read(16)
    kind = kind_of(head) or "unknown"
    return kind if kind != _KINDS.get(file.suffix[1:].lower()) else None


def dots_per_inch(file: Path, width: Width, page: PageFormat) -> int | None:
    """How many pixels of a picture there are to an inch in print; nothing for drawings in PDF."""
    if file.suffix.lower() == ".pdf":
        return None
    from proposal.render.pictures import upright_size  # noqa: PLC0415 - most documents have none

    try:
        return int(upright_size(file.read_bytes())[0] / width.inches_on(page))
    except (OSError, PictureError):
        return None
