"""Tells the address of a paper's PDF from that of a page about the paper."""

from __future__ import annotations

import re

_PDF = re.compile(r"\.pdf$|(?:^|/)pdf(?:/|$)(?!.*\.html?$)", re.IGNORECASE)
"""Addresses that end in `/one.pdf`, `/pdf`, `/pdf/2402.01234` or `/doi/pdf/10.1145/1.2`."""
_PAGES = (
    (r"(?:www\.|export\.)?arxiv\.org/(?:abs|html)/(?P<name>[\w./-]+?)", "https://arxiv.org/pdf/{}"),
    (
        r"openreview\.net/forum\?(?:.*&)?id=(?P<name>[\w-]+)(?:&.*)?",
        "https://openreview.net/pdf?id={}",
    ),
    (
        r"(?:www\.)?aclanthology\.org/(?P<name>[A-Z]\d\d-\d{4}|\d{4}\.[\w-]+\.\d+)",
        "https://aclanthology.org/{}.pdf",
    ),
)
"""The pages of archives of papers, and where each has the PDF itself."""


def pdf_of_page(address: str) -> str | None:
    """The address of a paper's PDF by that of its page at an archive; nothing at other places.

    `https://arxiv.org/abs/2402.01234` gives `https://arxiv.org/pdf/2402.01234`.
    """
    bare = re.sub(r"^https?://", "", address.strip(), flags=re.IGNORECASE).partition("#")[0]
    for page, pdf in _PAGES:
        if match := re.fullmatch(rf"{page}/?", bare, re.IGNORECASE):
            return pdf.format(match["name"])
    return None


def pdf_at(address: str) -> str | None:
    """The address of a PDF, if an address is surely one of it or of its page at an archive."""
    path = re.split(r"[?#]", address)[0]
    return address if _PDF.search(path) else pdf_of_page(address)
