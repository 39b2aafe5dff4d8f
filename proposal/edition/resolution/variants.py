"""What a PDF shows to whom: for print, for reviewers, for archives, for screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from proposal.edition.edition_document import Document
from proposal.model.variant import USUAL_STANDARD, AccessibleStandard, Variant


def versions_of(
    document: Document, standard: AccessibleStandard | None, asked: Variant | None
) -> Iterator[Document]:
    """The document in the variant that the data say, with its accessible version, or in another.

    One that is asked for gets a name of its own, so that neither `check` nor the website takes it
    for the document as the data have it. Reviewers see nothing of the publication. An accessible
    version shows what the document shows: it has tags besides.

    Args:
        document: the document as the data describe it.
        standard: the standard of accessible PDFs that the data ask for.
        asked: another variant, which stands alone; none means what the data say.
    """
    if "accessible" in (asked, None if asked else document.variant):
        document = replace(document, standard=standard or USUAL_STANDARD)
    if asked is not None and asked != document.variant:
        name = f"{document.kind}-{asked}"
        shown = document.variant if asked == "accessible" else asked
        document = replace(document, name=name, variant=shown, is_public=False)
    if document.is_for_review:
        document = replace(
            document, rights=None, first_page=None, prints_reference=False, is_public=False
        )
    if asked is not None or standard is None or document.is_accessible:
        yield document
        return
    name = f"{document.name}-accessible"
    yield replace(document, accessible_version=name)
    yield replace(document, name=name, standard=standard, is_version=True)
