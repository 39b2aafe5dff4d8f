"""Reads the papers under a heading, be they items, headings or rows, with their authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from proposal.audit.with_each_other.stated.person_texts import is_name, name_and_post
from proposal.diagnostics import Span
from proposal.reading.listed_names import split_authors
from proposal.reading.page_tree import HEADINGS, Element, lines_of
from proposal.reading.placeholders import is_placeholder

_SHORTEST_TITLE = 4
"""Words of a heading, a link or a cell that is a paper's title and not that of a session."""

_ASIDE = re.compile(
    r"^\W*(?:session|track|oral|poster|long|short|best|accepted|invited|keynote|day)\b.*"
    r"\b(?:papers?|presentations?|sessions?|posters?|track|award|\d+)\W*$",
    re.IGNORECASE,
)
"""A heading between papers: `Session 2: Long papers`."""


class PaperOnPage(Struct, frozen=True):
    """A paper of a list as it stands on the page."""

    title: str
    span: Span
    authors: tuple[str, ...] = ()


def papers_in(blocks: Sequence[Element]) -> Iterator[PaperOnPage]:
    """The papers in what stands under a heading."""
    parts = [element for block in blocks for element in block.walk()]
    heads = [part for part in parts if part.tag in HEADINGS and _is_title(part.text)]
    if len(heads) >= 2:
        yield from _below_headings(parts, heads)
        return
    items = [part for part in parts if part.tag in {"li", "article"}]
    if items:
        for item in items:
            yield from _of_item(item)
    else:
        for row in (part for part in parts if part.tag == "tr"):
            yield from _of_row(row)


def authors_in(text: str) -> tuple[str, ...]:
    """The names in a line that holds nothing else; none for any other line."""
    # such as Authors: Ada Lovelace
    line = re.sub(r"^\W*(?:authors?|by)\b\s*:?\s*", "", text, flags=re.IGNORECASE).strip(" .;,")
    if not line or len(line) > 400:
        return ()
    names = [author.name for author in split_authors(line)]
    return tuple(names) if names and all(map(is_name, names)) else ()


def _is_title(text: str) -> bool:
    is_long = len(text.split()) >= _SHORTEST_TITLE
    return is_long and not (_ASIDE.match(text) or is_placeholder(text) or authors_in(text))


def _below_headings(parts: Sequence[Element], heads: Sequence[Element]) -> Iterator[PaperOnPage]:
    """Papers whose titles are headings; their authors stand in the lines below."""
    title: Element | None = None
    authors: list[str] = []
    for part in parts:
        if part.tag in HEADINGS:
            if title is not None:
                yield PaperOnPage(title.text, title.span, tuple(authors))
            title = part if any(part is head for head in heads) else None
            authors = []
        elif title is not None and part.tag in {"p", "li"}:
            for line in lines_of(part):
                names = authors_in(line.text)
                post = None if names else name_and_post(line.text)
                authors += [post[0]] if post else names
    if title is not None:
        yield PaperOnPage(title.text, title.span, tuple(authors))


def _of_item(item: Element) -> Iterator[PaperOnPage]:
    heads = item.all("h3", "h4", "h5", "strong", "b")
    lines = [line.text for line in lines_of(item)]
    if not lines:
        return
    title = lines_of(heads[0])[0].text if heads and lines_of(heads[0]) else lines[0]
    if not heads:
        title = _linked(item, lines[0]) or title
    title = _without_authors(title)
    if is_placeholder(title) or is_name(title) or name_and_post(title):
        return
    authors: list[str] = []
    for line in lines:
        rest = line.partition(title)[2] if title in line else line
        authors += authors_in(rest.strip(" .,:;–—-"))
    yield PaperOnPage(title, item.span, tuple(authors))


def _without_authors(title: str) -> str:
    """A title without the authors behind its last colon: `A Sample: Ann Author, Bob Builder`."""
    head, _, behind = title.rpartition(":")
    return head.strip() if head.strip() and len(authors_in(behind)) > 1 else title


def _linked(item: Element, line: str) -> str | None:
    """The title of a paper that is the link with which a line begins."""
    link = next(iter(item.all("a")), None)
    text = link.text.strip() if link is not None else ""
    return text if _is_title(text) and line.lstrip(" *").startswith(text) else None


def _of_row(row: Element) -> Iterator[PaperOnPage]:
    """A paper in a row with its authors in another cell."""
    lines = [line.text for cell in row.elements for line in lines_of(cell)]
    titles = [line for line in lines if _is_title(line)]
    authors = [name for line in lines for name in authors_in(line)]
    if len(titles) == 1 and authors:
        yield PaperOnPage(titles[0], row.span, tuple(authors))
