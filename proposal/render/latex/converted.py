"""What becomes of a picture that TeX or a press cannot take: the same picture as PNG or JPEG.

The same file makes the same bytes each time, without the date, place and camera that it may tell.
"""

from __future__ import annotations

import io
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from proposal.caching import digest, keep, kept, libraries_digest
from proposal.render.latex.tex_names import TexName
from proposal.render.picture_kinds import PictureError

RASTER = {"webp": "WebP", "gif": "GIF", "tif": "TIFF", "tiff": "TIFF", "bmp": "BMP"}
"""The kinds, by suffix, of which a PNG is made."""


class TexPicture(Struct, frozen=True):
    """A picture as TeX gets it."""

    file: Path
    """Where it stands in the data."""
    converted: bytes | None = None
    """What was made of it, if it cannot be set as it is."""

    @property
    def name(self) -> TexName:
        """The name of the file that TeX reads."""
        is_png = self.file.suffix[1:].lower() in RASTER
        return TexName(f"{self.file.stem}.png" if is_png else self.file.name)

    @property
    def content(self) -> bytes:
        """The content of the file that TeX reads."""
        return self.file.read_bytes() if self.converted is None else self.converted


def picture_of(file: Path) -> tuple[TexPicture, str]:
    """A picture that TeX can set, and what was done to it, if anything.

    Raises:
        PictureError: the picture is damaged, ends early, or is none.
    """
    try:
        known = file.stat()
        content = file.read_bytes()
    except OSError as reason:
        raise PictureError(f"it cannot be read: {reason.strerror}") from reason
    kind = file.suffix[1:].lower()
    if kind == "pdf":
        if b"%%EOF" not in content:
            raise PictureError("it ends too early")
        return TexPicture(file), ""
    done = _done_to(file, known.st_mtime_ns, known.st_size)
    if not done:
        return TexPicture(file), ""
    return TexPicture(file, _converted(content, "JPEG" if kind in {"jpg", "jpeg"} else "PNG")), done


@lru_cache(maxsize=256)
def _done_to(file: Path, _changed: int, _length: int) -> str:
    """What is done to a picture before it is set; a file that did not change is read once."""
    from proposal.render.pictures import frame_count, what_print_needs  # noqa: PLC0415 - slow to load

    content = file.read_bytes()
    if file.suffix[1:].lower() not in RASTER:
        return what_print_needs(content)
    frames = frame_count(content)
    return "is set as PNG" + (f", the first of its {frames} frames" if frames > 1 else "")


@lru_cache(maxsize=32)
def _converted(sent: bytes, kind: str) -> bytes:
    key = digest(_way_of_converting(), kind, sent)
    if (known := kept("pictures", key)) is not None:
        return known
    from proposal.render.pictures import plain_picture  # noqa: PLC0415 - slow to load

    made = io.BytesIO()
    plain = plain_picture(sent)
    plain.save(made, kind, **({"quality": 95, "subsampling": 0} if kind == "JPEG" else {}))
    keep("pictures", key, made.getvalue())
    return made.getvalue()


@cache
def _way_of_converting() -> str:
    here = Path(__file__)
    return digest(
        libraries_digest(), here.read_bytes(), (here.parents[1] / "pictures.py").read_bytes()
    )
