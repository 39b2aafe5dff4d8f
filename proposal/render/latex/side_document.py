"""Describes what is set of an edition beside its documents: a volume, a booklet, door signs."""

from __future__ import annotations

from proposal.diagnostics import Span
from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document, SideKind
from proposal.source.text import Prose


def side_document(
    kind: SideKind, edition: Edition, title: str, name: str = "", span: Span | None = None
) -> Document:
    """A document that no record in `edition.yaml` describes.

    Args:
        kind: what it is, which is the name of its template.
        edition: the edition.
        title: its title.
        name: the name of its files, if it is not the kind's.
        span: where it is described.
    """
    return Document(
        name=name or kind,
        kind=kind,
        variant="final",
        format="article",
        text=Prose("", ()),
        title=title,
        year=edition.year,
        span=span,
    )
