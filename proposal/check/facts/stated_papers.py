"""Which pages lead to the PDF of a paper that the data name."""

from __future__ import annotations

from proposal.check.facts.inspection import PAGES, ArtefactKind
from proposal.edition.edition import Edition
from proposal.edition.facts import Fact
from proposal.model.own_file_names import is_own_file


def pages_naming_pdf(edition: Edition, pdf: Fact) -> frozenset[ArtefactKind]:
    """The pages with the value of `pdf`; others lead to a PDF that stands beside a page.

    Args:
        edition: the edition.
        pdf: the address, or the name of an own file, which is copied beside the paper's page.
    """
    if edition.volume and edition.volume.is_public:
        return frozenset({ArtefactKind.JEKYLL})
    return PAGES if is_own_file(pdf.value) else PAGES | {ArtefactKind.PAPER_PAGES}
