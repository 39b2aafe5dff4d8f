"""What do the pages of a finished PDF say?"""

from __future__ import annotations

import importlib
import io
from functools import lru_cache
from pathlib import Path

from proposal.building.stamp import read_stamp
from proposal.caching import digest
from proposal.typeset.given_back import pages_by_pdfium


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page of a PDF.

    LuaLaTeX's is read by a second program, too, whose words follow on the last page: in some
    scripts, what a word says stands beside its letters, where the first one does not look.
    """
    return list(_pages_of(pdf))


@lru_cache(maxsize=8)  # a build reads a document back, and so do those who look at it
def _pages_of(pdf: bytes) -> tuple[str, ...]:
    pypdf = importlib.import_module("pypdf")  # takes long to load, and is seldom needed
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    pages = [page.extract_text() for page in reader.pages]
    if reader.metadata is not None and "Lua" in (reader.metadata.producer or ""):
        pages[-1] = "\n".join([pages[-1], *pages_by_pdfium(pdf)])
    return tuple(pages)


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
