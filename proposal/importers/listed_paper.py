"""A paper as a bibliography or a table lists it, before it has an id."""

from __future__ import annotations

import re

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.draft import Record, Value

DOI_ADDRESS = re.compile(r"https?://(?:dx\.)?doi\.org/(?P<doi>.+)", re.IGNORECASE)


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
    number: str | int = ""
    """The number under which the review system knows it."""
    details: Record = field(default_factory=dict)
    """Kind, track, keywords, pages and DOI as far as the source has them, and `withdrawn`."""
