"""A paper as a bibliography or a table lists it, before it has an id."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.draft import Record, Value
from proposal.importers.values import accepted
from proposal.model.paper_addresses import pdf_at, pdf_of_page
from proposal.source.persistent_identifiers import DOI_RESOLVER

_WITHDRAWN = r"(?:withdrawn|retracted|cancell?ed|zur\u00fcckgezogen|retir\u00e9|retirado|ritirato)"
_SAYS_WITHDRAWN = re.compile(
    rf"^\s*(?i:[\[(]{_WITHDRAWN}[\])])|(?i:[\[(]{_WITHDRAWN}[\])])\s*$"
    r"|^\s*(?:WITHDRAWN|RETRACTED|CANCELL?ED)\s*[:\u2013\u2014-]"
)
"""`[Withdrawn] A Title`, `A Title (retracted)`, `WITHDRAWN: A Title`; not `Withdrawn: A Study`."""
DOI_ADDRESS = re.compile(rf"{DOI_RESOLVER}(?P<doi>.+)", re.IGNORECASE)
"""`https://doi.org/10.1145/3637528`"""


def says_withdrawn(title: str) -> bool:
    """Whether a title is marked as that of a paper or a talk that was withdrawn."""
    return _SAYS_WITHDRAWN.search(title) is not None


def without_withdrawn_mark(title: str) -> str:
    """A title without the mark of what was withdrawn: `[Cancelled] A Talk`."""
    return _SAYS_WITHDRAWN.sub("", title).strip() or title


class ListedPaper(Struct):
    """A paper before it has an id."""

    title: str
    """As the data hold it, with formulas between dollar signs."""
    authors: list[Value]
    """As the data hold them."""
    span: Span | None
    is_incomplete: bool = False
    """Whether there are more authors than are named."""
    abstract: str | None = None
    """In Markdown."""
    award: str | None = None
    emphasized: tuple[str, ...] = ()
    """Words of the title that were emphasized, which the data cannot hold."""
    links: dict[str, str] = field(default_factory=dict)
    page: str = ""
    """A page on the paper that is left out, as nothing says that it is the PDF."""
    number: str | int = ""
    """The number under which the review system knows it."""
    details: Record = field(default_factory=dict)
    """Kind, track, keywords, pages and DOI as far as the source has them, and `withdrawn`."""


class PaperAddress(Struct, frozen=True):
    """What a source's address of a paper leads to, whose heading or field does not say it."""

    pdf: str = ""
    doi: str = ""
    page: str = ""
    """A page on the paper, which is no PDF as far as its address says."""


def paper_address(text: str, refuse: Callable[[str, str | None], None]) -> PaperAddress:
    """What the addresses in a text lead to; of several of one kind, the first counts.

    Args:
        text: the addresses, with spaces, semicolons or ends of lines between them.
        refuse: takes what is wrong with an address, and a hint.
    """
    pdf = doi = page = ""
    for address in re.split(r"[;,]?\s+(?=https?://)", text.strip()):
        if match := DOI_ADDRESS.fullmatch(address):
            doi = doi or match["doi"]
        elif url := accepted("url", address, refuse):
            found = pdf_at(url)
            pdf = pdf or found or ""
            page = page or ("" if found else url)
    return PaperAddress(pdf, doi, "" if pdf or (doi and page.endswith(doi)) else page)


_FRAME = re.compile(r"https?://ieeexplore\.ieee\.org/stamp/", re.IGNORECASE)
"""What IEEE Xplore calls the link to a PDF: a page with the PDF in a frame. Example:
`https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=1`."""


def leads_to_page(address: str) -> bool:
    """Whether an address leads to a page, even if a source says that it is the PDF's."""
    return (DOI_ADDRESS.fullmatch(address) or _FRAME.match(address)) is not None


def said_pdf(url: str) -> str:
    """An address that a source says to be of the PDF: of an archive's page, that of its PDF."""
    return pdf_of_page(url) or url
