"""Makes a paper of an edition of what `papers.yaml` says of it."""

from __future__ import annotations

from proposal.edition.participants import Person
from proposal.edition.schedule import Paper
from proposal.model.material_kinds import name_of_kind
from proposal.model.paper import PaperRecord
from proposal.source.text import Prose, Text


def paper_of(source: PaperRecord, authors: tuple[Person, ...], abstract: Prose | None) -> Paper:
    """The paper that a record describes.

    Args:
        source: the record.
        authors: its authors on the edition's day.
        abstract: its abstract.
    """
    pages = source.pages
    return Paper(
        id=source.id,
        title=source.title,
        authors=authors,
        abstract=abstract,
        award=source.award,
        pdf=source.pdf,
        code=source.code,
        data=source.data,
        slides=source.slides,
        poster=source.poster,
        video=source.video,
        supplement=source.supplement,
        kind=_replaced(source.kind, name_of_kind(source.kind)) if source.kind else None,
        keywords=tuple(source.keywords),
        pages=_replaced(pages, pages.replace("-", "\N{EN DASH}")) if pages else None,
        doi=source.doi,
    )


def _replaced(value: str, text: str) -> str:
    """Another text that stands where a value was written."""
    return value.replaced(text) if isinstance(value, Text) else text
