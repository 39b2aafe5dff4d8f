"""Pictures that are drawn for tests."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from PIL import Image


def draw(place: Path, pixels: int, kind: str = "PNG") -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (pixels, pixels // 2), "teal").save(place, kind)


def picture() -> bytes:
    """A red square as a PNG file."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        whole = kind + content
        return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))

    size = 8
    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    rows = (b"\x00" + b"\xff\x00\x00" * size) * size
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
