"""The forms in which files say things, and the ends of names that tell them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class DocumentForm(StrEnum):
    """In what form a file says things."""

    PDF = "PDF"
    HTML = "page"
    MARKDOWN = "Jekyll page"
    DATA = "data file"
    TEXT = "text"
    CALENDAR = "calendar"
    WORD = "Word document"
    REFERENCES = "list of references"


FORMS: Mapping[str, DocumentForm] = {
    ".pdf": DocumentForm.PDF,
    **dict.fromkeys((".html", ".htm", ".xhtml"), DocumentForm.HTML),
    **dict.fromkeys((".md", ".markdown", ".qmd"), DocumentForm.MARKDOWN),
    **dict.fromkeys((".yml", ".yaml"), DocumentForm.DATA),
    **dict.fromkeys((".txt", ".text", ".eml"), DocumentForm.TEXT),
    ".ics": DocumentForm.CALENDAR,
    ".docx": DocumentForm.WORD,
    **dict.fromkeys((".bib", ".ris"), DocumentForm.REFERENCES),
}
"""The form of a file by the end of its name."""

IN_HTML = frozenset({DocumentForm.HTML, DocumentForm.WORD})
"""Forms whose source is HTML: that of Word's documents is made of them."""
