"""Chooses the beginnings of a document that TeX can set before the rest of it is known.

What TeX has set cannot be taken back. So a beginning ends before what will most likely change with
the next save: somebody who writes changes the same paragraph several times.
"""

from __future__ import annotations

from msgspec import Struct

_BREAK = "\n\n"
"""What stands between two paragraphs."""


class Beginning(Struct, frozen=True):
    """The beginning of a document, and what stands beside it."""

    text: str
    files: dict[str, bytes]
    """The other files in the folder when TeX begins to read, by name."""


class LastEdit(Struct, frozen=True):
    """A document, and where it was changed the last time."""

    text: str
    place: int
    """How many characters stand before it."""


def last_edit(before: LastEdit | None, text: str) -> LastEdit:
    """Where a document was changed the last time; if it never was, its last third counts.

    Args:
        before: the document as it was known before, if it was.
        text: the document now.
    """
    if before is None:
        return LastEdit(text, _thirds(text, 2))
    if before.text == text:
        return before
    pairs = enumerate(zip(before.text, text, strict=False))
    differing = (place for place, (old, new) in pairs if old != new)
    return LastEdit(text, next(differing, min(len(before.text), len(text))))


def beginnings(edit: LastEdit) -> list[str]:
    """What a document begins with: up to the paragraph of an edit, and its first third.

    A preamble alone is none: formats are there for that. What stands behind the edit is none
    either, since most likely something before it changes again.
    """
    text = edit.text
    places = [_paragraph(text, place) for place in (edit.place, min(edit.place, _thirds(text, 1)))]
    return [text[:place] for place in dict.fromkeys(places) if place > _body(text)]


def front_matter(text: str) -> str:
    """What a document begins with before its first heading: title, authors and abstract.

    It is empty if there is no title, or no heading behind it.
    """
    title = text.find(r"\maketitle")
    heading = text.find(r"\section", title)
    return text[:heading] if -1 < title < heading else ""


def _body(text: str) -> int:
    """Where what is printed begins."""
    return max(text.find(r"\begin{document}"), 0)


def _thirds(text: str, number: int) -> int:
    """Where so many thirds of what is printed end."""
    return _body(text) + (len(text) - _body(text)) * number // 3


def _paragraph(text: str, place: int) -> int:
    """Where the paragraph that holds a place begins."""
    return text.rfind(_BREAK, 0, place) + len(_BREAK)
