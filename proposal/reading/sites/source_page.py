"""A page of a site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from proposal.reading.source_document import SourceDocument
from proposal.source.yaml import Node


class PageRole(StrEnum):
    """What a page is on its site."""

    PAGE = "page"
    NEWS = "news"
    """A dated post."""
    ITEM = "item"
    """An item of a collection, which other pages may list."""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page that is published."""

    document: SourceDocument
    """The page with what is put into it."""
    path: str
    """Its file as seen from the site's folder."""
    address: str
    """Its address as seen from the site's home: `/program/`."""
    role: PageRole = PageRole.PAGE
    collection: str = ""
    """The collection of an item: `speakers`."""

    @property
    def front(self) -> Node:
        """Its front matter; empty if it has none."""
        return self.document.front

    @property
    def is_home(self) -> bool:
        """Whether it is the site's first page."""
        return self.address in {"/", ""}
