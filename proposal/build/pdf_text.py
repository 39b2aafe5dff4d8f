"""The texts of finished PDFs, read back only where a build did not note them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from proposal.build.state import read_document_state
from proposal.caching import digest
from proposal.pdf import Pdf


def remembered_pages(root: Path, year: int, name: str, pdf: bytes) -> Sequence[str]:
    """The text of each page of an edition's document, read back only if it was not before.

    Args:
        root: the folder that holds `data/` and `build/`.
        year: the edition's.
        name: the document's.
        pdf: the document as it was found.

    Raises:
        UnreadablePdfError: the file is no PDF, or one that is damaged.
    """
    state = read_document_state(root, year, name)
    if state is not None and state.files.get(f"{name}.pdf") == digest(pdf):
        return state.words
    return Pdf(pdf).searchable_texts
