"""Resolves what a PDF is to be."""

from __future__ import annotations

from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.edition.prose_value import as_prose
from proposal.model.records.document_record import DocumentKind, DocumentRecord
from proposal.source.text import Prose


def document_of(
    kind: DocumentKind,
    source: DocumentRecord,
    text: Prose,
    edition: Edition,
    short_title: str | None,
) -> Document:
    """A document of an edition all other parts of which are resolved.

    Args:
        kind: what it is; its name is the same.
        source: its record in `edition.yaml`.
        text: its text.
        edition: the edition without its documents.
        short_title: the title for running heads, if the data have one.
    """
    first = edition.organizers.items[0].person.name if edition.organizers.items else ""
    others = " et al." if len(edition.organizers) > 1 else ""
    rights = source.rights
    prints_reference = rights is not None if source.acm_reference is None else source.acm_reference
    return Document(
        name=kind,
        kind=kind,
        variant=source.variant,
        format=source.format,
        text=text,
        title=source.title or edition.title,
        subtitle=source.subtitle,
        rights=rights,
        year=(rights and rights.year) or edition.venue.year or edition.year,
        first_page=source.first_page,
        short_title=source.short_title or (None if source.title else short_title),
        short_authors=source.short_authors or f"{first}{others}",
        authors_per_row=source.authors_per_row,
        prints_reference=prints_reference,
        prints_page_numbers=source.page_numbers,
        prints_native_names=source.native_names,
        is_public=kind == "camera-ready" if source.public is None else source.public,
        acknowledgments=as_prose(source.acknowledgments) if source.acknowledgments else None,
        page_limit=edition.venue.call.page_limit(kind),
        answers=dict(source.answers),
        span=source.span,
    )
