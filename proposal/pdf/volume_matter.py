"""Makes of the PDF that was set for a volume the part that goes around the papers."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf

from proposal.pdf.joinable_tags import make_tags_joinable
from proposal.pdf.joined_volume import Bookmark, Matter
from proposal.pdf.named_places import put_prefix
from proposal.pdf.plain_tags import tag_pages
from proposal.pdf.qpdf import (
    changeable,
    dictionaries,
    saved,
    saved_plainly,
    tree_entries,
    with_own_attributes,
)

_PREFIX = "_volume/"
"""What its named places begin with; no paper has an id with an underscore."""


def matter_of(content: bytes, front: int) -> Matter:
    """Part the pages before the papers from those behind them, and read the bookmarks.

    Args:
        content: a PDF whose bookmarks are one list, and lead to named places.
        front: how many pages stand before the papers.
    """
    with changeable(content) as pdf:
        bookmarks = _bookmarks(pdf)
        found = list(dictionaries(pdf))
        put_prefix(pdf, _PREFIX, found)
        make_tags_joinable(pdf, _PREFIX, found)
        tag_pages(pdf)
        pages = [page.obj for page in pdf.pages]
        for page in pages:
            with_own_attributes(page)
        pdf.Root.Pages = _branch(pdf, pages[:front])
        if pages[front:]:
            pdf.Root.BackPages = _branch(pdf, pages[front:])
        if "/Outlines" in pdf.Root:
            del pdf.Root["/Outlines"]
        return Matter(saved_plainly(pdf), front, len(pages), bookmarks)


def pages_before(content: bytes, place: bytes) -> int:
    """How many pages stand before a named place; all pages, if there is none of the name."""
    with changeable(content) as pdf:
        target = _places(pdf).get(place)
        pages = [page.obj.objgen for page in pdf.pages]
        return len(pages) if target is None else pages.index(target[0].objgen)


def front_alone(content: bytes, front: int) -> bytes:
    """The pages before the papers alone."""
    with changeable(content) as pdf:
        roman = pikepdf.Dictionary(S=pikepdf.Name.r)
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, roman]))
        del pdf.pages[front:]
        return saved(pdf)


def prefaces_alone(content: bytes, before: int, last: str) -> bytes:
    """The pages of some parts in a row alone; all pages where no part has the last one's title.

    Args:
        content: the PDF of what stands before the papers.
        before: how many parts stand before them.
        last: the title of the last one.
    """
    with changeable(content) as pdf:
        parts = _bookmarks(pdf)
        titles = [part.title for part in parts]
        if last in titles[before:]:
            behind = titles.index(last, before) + 1
            if behind < len(parts):
                del pdf.pages[parts[behind].page :]
            del pdf.pages[: parts[before].page]
            for key in ("/Outlines", "/PageLabels"):
                if key in pdf.Root:
                    del pdf.Root[key]
        return saved(pdf)


def _branch(pdf: pikepdf.Pdf, pages: Sequence[pikepdf.Object]) -> pikepdf.Object:
    branch = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=len(pages), Kids=pikepdf.Array(pages))
    )
    for page in pages:
        page.Parent = branch
    return branch


def _places(pdf: pikepdf.Pdf) -> dict[bytes, pikepdf.Object]:
    """The named places of a PDF that TeX made: arrays of a page and where on it."""
    names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    entries = [] if names is None else tree_entries(names, "/Names")
    return {
        bytes(name): place if isinstance(place, pikepdf.Array) else place.D
        for name, place in entries
    }


def _bookmarks(pdf: pikepdf.Pdf) -> tuple[Bookmark, ...]:
    places = _places(pdf)
    numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    found = []
    item = pdf.Root.get("/Outlines", pikepdf.Dictionary()).get("/First")
    while item is not None:
        name = item.A.D if "/A" in item else item.Dest
        page = numbers.get(places[bytes(name)][0].objgen)
        if page is not None:  # or it leads to what stands behind the papers, which was left out
            found.append(Bookmark(str(item.Title), page, float(pdf.pages[page].mediabox[3])))
        item = item.get("/Next")
    return tuple(found)
