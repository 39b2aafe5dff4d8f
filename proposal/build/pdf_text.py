"""What do the pages of a finished PDF say?"""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from proposal.build.state import read_document_state
from proposal.caching import digest


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page of a PDF, as PDFium reads it, which shows PDFs in browsers.

    LuaLaTeX's is read by pypdf, too, whose words follow on the last page: where a word is written
    from right to left, only one of them may have its letters in their order.

    Raises:
        UnreadablePdfError: the file is no PDF, or one that is damaged.
    """
    return list(_pages_of(pdf))


@lru_cache(maxsize=8)  # a build reads a document back, and so do those who look at it
def _pages_of(pdf: bytes) -> tuple[str, ...]:
    from proposal.render.pdf import maker_of, opened, texts_of  # noqa: PLC0415 - slow to load

    with opened(pdf) as document:
        pages = texts_of(document)
        maker = maker_of(document)
    if "Lua" in maker:
        import pypdf  # noqa: PLC0415 - slow to load

        by_pypdf = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
        pages[-1] = "\n".join([pages[-1], *by_pypdf])
    return tuple(pages)


def remembered_pages(root: Path, year: int, name: str, pdf: bytes) -> list[str]:
    """The text of each page of an edition's document, read back only if it was not before.

    Args:
        root: the folder that holds `data/` and `build/`.
        year: the edition's.
        name: the document's.
        pdf: the document as it was found.
    """
    state = read_document_state(root, year, name)
    if state is not None and state.files.get(f"{name}.pdf") == digest(pdf):
        return list(state.words)
    return pages_of(pdf)
