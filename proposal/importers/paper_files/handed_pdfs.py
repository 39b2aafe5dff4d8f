"""The PDFs in a folder or an archive, as a review system hands them over."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from proposal.importers.draft import ImportSourceError
from proposal.model.own_file_names import LARGEST_OWN_FILE
from proposal.source.file import regular_bytes

_MOST = 5000
"""PDFs of an archive or a folder; no workshop has as many papers."""
_LARGEST = LARGEST_OWN_FILE * 1024**2
"""Bytes of a PDF."""


class HandedPdf(Struct, frozen=True):
    """A PDF with its place in what was handed over."""

    name: str
    """Its path there: `12/CameraReady/paper.pdf`."""
    content: bytes
    """Nothing of one that is too large to be read."""
    is_too_large: bool
    changed: float
    """When it was changed the last time, in seconds since 1970."""

    @property
    def is_pdf(self) -> bool:
        """Whether it is one by its first bytes (ISO 32000-1, 7.5.2), before which others may be."""
        return b"%PDF-" in self.content[:1024]


def holds_pdfs(source: Path) -> bool:
    """Whether a source is a PDF, or a folder or an archive that holds one."""
    try:
        return next(iter(_names(source)), None) is not None
    except (OSError, zipfile.BadZipFile, ValueError):
        return False


def handed_pdfs(source: Path) -> Iterator[HandedPdf]:
    """The PDFs of a source, in the order of their names.

    Raises:
        ImportSourceError: it cannot be read, or holds too many.
    """
    try:
        names = sorted(_names(source))
        if len(names) > _MOST:
            raise ImportSourceError(f"{source} holds more than {_MOST} PDFs")
        if source.is_dir():
            yield from (_of_file(source / name, name) for name in names)
        elif names == [source.name]:
            yield _of_file(source, source.name)
        else:
            yield from _of_archive(source, names)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError) as reason:
        raise ImportSourceError(f"{source} is damaged and cannot be read ({reason})") from reason
    except (NotImplementedError, RuntimeError) as reason:  # another compression, or a password
        raise ImportSourceError(f"{source} cannot be unpacked ({reason}); unpack it") from reason


def _names(source: Path) -> Iterator[str]:
    if source.is_dir():
        files = (file.relative_to(source).as_posix() for file in source.rglob("*"))
        yield from (name for name in files if _is_paper(name))
    elif source.suffix.lower() == ".pdf":
        yield source.name
    elif zipfile.is_zipfile(source):
        with zipfile.ZipFile(source) as archive:
            yield from (name for name in archive.namelist() if _is_paper(name))


def _is_paper(name: str) -> bool:
    """Whether a name is that of a PDF that no system has hidden beside others."""
    parts = PurePosixPath(name).parts
    return name.lower().endswith(".pdf") and not any(part.startswith((".", "__")) for part in parts)


def _of_file(file: Path, name: str) -> HandedPdf:
    status = file.stat()
    is_too_large = status.st_size > _LARGEST
    content = b"" if is_too_large else regular_bytes(file, _LARGEST)
    return HandedPdf(name, content, is_too_large, status.st_mtime)


def _of_archive(source: Path, names: list[str]) -> Iterator[HandedPdf]:
    with zipfile.ZipFile(io.BytesIO(source.read_bytes())) as archive:
        for name in names:
            with archive.open(name) as stream:  # what an archive says of its sizes may be wrong
                content = stream.read(_LARGEST + 1)
            changed = dt.datetime(*archive.getinfo(name).date_time).timestamp()  # noqa: DTZ001 - zips know no zone
            is_too_large = len(content) > _LARGEST
            yield HandedPdf(name, b"" if is_too_large else content, is_too_large, changed)
