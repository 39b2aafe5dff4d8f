"""Takes the pictures out of a document, in forms that PDFs and pages can show."""

from __future__ import annotations

import io

from msgspec import Struct, field
from PIL import Image, UnidentifiedImageError

from proposal.importers.handed_files import LARGEST_PICTURE

_KEPT = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg"}
_REDRAWN = {"image/gif", "image/bmp", "image/tiff", "image/webp", "image/x-ms-bmp"}
"""Forms that are written anew as PNG."""
_NAMES = {
    "image/x-emf": "drawn in Windows' own form (.emf)",
    "image/x-wmf": "drawn in Windows' own form (.wmf)",
    "image/svg+xml": "an SVG",
}


class WordPictures(Struct):
    """The pictures of one document by the names that they get."""

    files: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    """What is said of those that are left out, by what stands for them."""
    names: dict[str, str] = field(default_factory=dict)

    def add(self, content: bytes, content_type: str) -> str:
        """Take a picture; what stands for it in the HTML."""
        source = f"picture-{len(self.names) + len(self.kinds) + 1}"
        written = _written(content, content_type)
        if written is None:
            self.kinds[source] = _NAMES.get(
                content_type, f"of the kind {content_type or 'unknown'}"
            )
            return source
        suffix, kept = written
        name = next((name for name, other in self.files.items() if other == kept), "")
        name = name or f"picture-{len(self.files) + 1}{suffix}"
        self.files[name] = kept
        self.names[source] = name
        return source

    def name_of(self, source: str) -> str | None:
        """The name of a picture's file; nothing if it is left out."""
        return self.names.get(source)

    def kind_of(self, source: str) -> str:
        """What a picture is that is left out."""
        return self.kinds.get(source, "missing")


def _written(content: bytes, content_type: str) -> tuple[str, bytes] | None:
    """How the name of a picture's file ends, and its content."""
    if len(content) > LARGEST_PICTURE:
        return None
    for start, suffix in _KEPT.items():
        if content.startswith(start):
            return suffix, content
    if content_type not in _REDRAWN:
        return None
    try:
        with Image.open(io.BytesIO(content)) as picture:
            target = io.BytesIO()
            picture.convert("RGBA").save(target, "PNG")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    return ".png", target.getvalue()
