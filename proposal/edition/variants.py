"""What a PDF shows to whom: for print, for reviewers, for archives."""

from __future__ import annotations

from dataclasses import replace

from proposal.edition.edition import Document
from proposal.model.variant import Variant


def in_variant(document: Document, asked: Variant | None) -> Document:
    """The document in the variant that the data say, or in another one that is asked for.

    One that is asked for gets a name of its own, so that neither `check` nor the website takes it
    for the document as the data have it. Reviewers see nothing of the publication.
    """
    if asked is not None and asked != document.variant:
        name = f"{document.kind}-{asked}"
        document = replace(document, name=name, variant=asked, is_public=False)
    if not document.is_for_review:
        return document
    return replace(document, rights=None, first_page=None, prints_reference=False, is_public=False)
