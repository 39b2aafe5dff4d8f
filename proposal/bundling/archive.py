"""Packs files into a zip that is the same, byte for byte, wherever and whenever it is made."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

_REGULAR_FILE = 0o100644 << 16
"""The rights of an entry as Unix has them, rw-r--r-- (APPNOTE.TXT, 4.4.15)."""
_UNIX = 3
"""The system whose rights an entry has (APPNOTE.TXT, 4.4.2)."""


def packed(files: Mapping[str, bytes], epoch: int) -> bytes:
    """A zip of some files, in the order of their names.

    Args:
        files: the contents by name.
        epoch: the time that all files carry, in seconds since 1970 (UTC).
    """
    written = io.BytesIO()
    write_packed(written, files, epoch)
    return written.getvalue()


def write_packed(place: BinaryIO, files: Mapping[str, bytes | Path], epoch: int) -> None:
    """Write a zip of some files, in the order of their names, into a place.

    Nothing is compressed: PDFs are already, and compressors differ from one machine to the next.

    Args:
        place: takes the zip.
        files: the contents by name: as they are, or in files, of which one is read at a time.
        epoch: the time that all files carry, in seconds since 1970 (UTC).

    Raises:
        OSError: a file cannot be read.
    """
    time = dt.datetime.fromtimestamp(epoch, dt.UTC)
    with zipfile.ZipFile(place, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, (max(time.year, 1980), time.month, time.day, 0, 0, 0))
            entry.external_attr = _REGULAR_FILE
            entry.create_system = _UNIX
            if isinstance(content, bytes):
                archive.writestr(entry, content)
            else:
                entry.file_size = content.stat().st_size
                with content.open("rb") as source, archive.open(entry, "w") as packing:
                    shutil.copyfileobj(source, packing)
