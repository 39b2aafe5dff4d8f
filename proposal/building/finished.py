"""What do the pages of a finished PDF say?"""

from __future__ import annotations

import importlib
import io
from pathlib import Path

from proposal.building.stamp import read_stamp
from proposal.caching import digest


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page of a PDF."""
    pypdf = importlib.import_module("pypdf")  # takes long to load, and is seldom needed
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def remembered_pages(root: Path, year: int, name: str, pdf: bytes) -> list[str]:
    """The text of each page of an edition's document, read back only if it was not before.

    Args:
        root: the folder that holds `data/` and `build/`.
        year: the edition's.
        name: the document's.
        pdf: the document as it was found.
    """
    stamp = read_stamp(root / "build" / str(year) / f".{name}.json", root)
    if stamp is not None and stamp.files.get(f"{name}.pdf") == digest(pdf):
        return list(stamp.words)
    return pages_of(pdf)
