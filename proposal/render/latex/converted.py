"""What becomes of a picture that TeX or a press cannot take: the same picture as PNG or JPEG.

The same file makes the same bytes each time, without the date, place and camera that it may tell.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from proposal.caching import digest, keep, kept, libraries_digest

RASTER = {"webp": "WebP", "gif": "GIF", "tif": "TIFF", "tiff": "TIFF", "bmp": "BMP"}
"""The kinds, by suffix, of which a PNG is made."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as TeX gets it."""

    file: Path
    """Where it stands in the data."""
    converted: bytes | None = None
    """What was made of it, if it cannot be set as it is."""

    @property
    def name(self) -> str:
        """The name of the file that TeX reads."""
        is_png = self.file.suffix[1:].lower() in RASTER
        return f"{self.file.stem}.png" if is_png else self.file.name

    @property
    def content(self) -> bytes:
        """The content of the file that TeX reads."""
        return self.file.read_bytes() if self.converted is None else self.converted


class UnreadablePictureError(Exception):
    """A file is no picture, or is damaged."""


def picture_of(file: Path) -> tuple[Picture, str]:
    """A picture that TeX can set, and what was done to it, if anything.

    Raises:
        UnreadablePictureError: the picture is of a kind that has to be converted, and cannot be.
    """
    kind = file.suffix[1:].lower()
    if kind in RASTER:
        frames = _frames(file)
        done = "is set as PNG" + (f", the first of its {frames} frames" if frames > 1 else "")
        return Picture(file, _converted(file.read_bytes(), "PNG")), done
    if kind in {"jpg", "jpeg"} and _is_for_presses(file):
        done = "is set in the colours of screens (RGB), since it has those of a press (CMYK)"
        return Picture(file, _converted(file.read_bytes(), "JPEG")), done
    return Picture(file), ""


_UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    UnidentifiedImageError,
    Image.DecompressionBombError,
)


def _frames(file: Path) -> int:
    try:
        with Image.open(file) as picture:
            return int(getattr(picture, "n_frames", 1))
    except _UNREADABLE as reason:
        raise UnreadablePictureError from reason


def _is_for_presses(file: Path) -> bool:
    try:
        with Image.open(file) as picture:
            return picture.mode == "CMYK"
    except _UNREADABLE:
        return False  # TeX says what is wrong with it


@lru_cache(maxsize=32)
def _converted(sent: bytes, kind: str) -> bytes:
    key = digest(_way_of_converting(), kind, sent)
    if (known := kept("pictures", key)) is not None:
        return known
    made = io.BytesIO()
    try:
        with Image.open(io.BytesIO(sent)) as picture:
            plain = _on_white(ImageOps.exif_transpose(picture))
    except _UNREADABLE as reason:
        raise UnreadablePictureError from reason
    plain.info = {}  # or the PNG would tell what the picture told
    plain.save(made, kind, **({"quality": 95, "subsampling": 0} if kind == "JPEG" else {}))
    keep("pictures", key, made.getvalue())
    return made.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """A picture with eight bits a colour, and white where nothing is."""
    if picture.mode.startswith("I;16"):
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in {"1", "L"} and "transparency" not in picture.info:
        return picture.convert("L")
    whole = picture.convert("RGB" if picture.mode == "CMYK" else "RGBA")
    if whole.mode == "RGB":
        return whole
    page = Image.new("RGB", whole.size, "white")
    page.paste(whole, mask=whole.getchannel("A"))
    return page


@cache
def _way_of_converting() -> str:
    return digest(libraries_digest(), Path(__file__).read_bytes())
