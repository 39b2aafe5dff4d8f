"""Packs files into a zip that is the same, byte for byte, wherever and whenever it is made."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping

_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


def packed(files: Mapping[str, bytes], epoch: int) -> bytes:
    """A zip of some files, in the order of their names.

    Nothing is compressed: PDFs are already, and compressors differ from one machine to the next.

    Args:
        files: the contents by name.
        epoch: the time that all files carry, in seconds since 1970 (UTC).
    """
    written = io.BytesIO()
    time = dt.datetime.fromtimestamp(epoch, dt.UTC)
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, (max(time.year, 1980), time.month, time.day, 0, 0, 0))
            entry.external_attr = _REGULAR_FILE
            entry.create_system = _UNIX
            archive.writestr(entry, content)
    return written.getvalue()
