"""Finds what tells who wrote an anonymous document: its prose may; acmart hides the authors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.diagnostics import Diagnostic, error
from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.render.latex.escape import escape, escape_address, escape_line
from proposal.render.latex.source_marks import PlacedLatex

_HINT = "leave it out, or say it without names; the variant `submission` shows names"


def disclosed_names(edition: Edition, document: Document, tex: PlacedLatex) -> list[Diagnostic]:
    """Where a document that must be anonymous names an organizer, at the place in the data.

    References are another file: authors may cite themselves as they cite others.
    """
    if not document.is_anonymous:
        return []
    found: dict[tuple[object, str], Diagnostic] = {}
    for words, shown in _telling(edition):
        pattern = re.compile(rf"(?<!\w){_loosely(words)}(?!\w)", re.IGNORECASE)
        for match in pattern.finditer(tex.text):
            first = tex.text.count("\n", 0, match.start()) + 1
            column = match.start() - tex.text.rfind("\n", 0, match.start()) - 1
            placed = [span for start, span in tex.places[first - 1] if start <= column]
            span = placed[-1] if placed else document.span
            message = f"“{shown}” tells who organizes, and {document.name}.pdf is anonymous"
            found.setdefault((span, shown), error("not-anonymous", message, span, _HINT))
    return list(found.values())


def _telling(edition: Edition) -> Iterator[tuple[str, str]]:
    """Words by which an author is recognized, as LaTeX has them and as a reader knows them."""
    for organizer in edition.organizers:
        person = organizer.person
        yield str(escape_line(person.name)), str(person.name)
        if person.name_native:
            native = escape(person.name_native, person.native_language)
            yield str(native), str(person.name_native)
        if person.email:
            yield str(escape_address(person.email)), str(person.email)


def _loosely(words: str) -> str:
    """A pattern for words however they are spaced and broken into lines."""
    return r"(?:[\s~]|%\n)+".join(re.escape(word) for word in words.split())
