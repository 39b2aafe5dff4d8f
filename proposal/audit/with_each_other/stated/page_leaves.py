"""The smallest parts of a page, each of which is read in one go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.reading.page_tree import BLOCKS, HEADINGS, HIDDEN, Element

ITEMS = {*HEADINGS, "li", "td", "th", "dd", "dt", "title", "summary", "figcaption"}
"""Elements that hold the whole of something."""

_BOXES = BLOCKS | {"page", "html", "body", "head", "title", "form", "label", "button", "option"}


def leaves_of(element: Element) -> Iterator[Element]:
    """What is read in one go: elements without boxes in them, and words between boxes."""
    words: list[Element | str] = []
    span = element.span
    for child in element.children:
        if isinstance(child, Element) and (_is_hidden(child) or _is_box(child)):
            if words:
                yield Element(element.tag, span, {}, words)
            words = []
            if not _is_hidden(child):
                yield from leaves_of(child)
        else:
            if isinstance(child, Element) and not words:
                span = child.span
            words.append(child)
    if words:
        yield Element(element.tag, span if element.tag not in ITEMS else element.span, {}, words)


_UNSEEN = re.compile(r"\bopacity:\s*0(?:\.0+)?\s*(?:;|$)|\bvisibility:\s*hidden", re.IGNORECASE)
"""`opacity: 0;`, `visibility: hidden`"""


def _is_hidden(element: Element) -> bool:
    """Whether nobody reads an element, or it only keeps room for what a script writes."""
    return element.tag in HIDDEN or _UNSEEN.search(element.attributes.get("style", "")) is not None


def _is_box(element: Element) -> bool:
    return element.tag in _BOXES or any(inner.tag in _BOXES for inner in element.walk())
