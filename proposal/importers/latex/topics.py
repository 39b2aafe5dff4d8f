"""Finds the list of a workshop's topics in its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.importers.latex.paper_tree import (
    Block,
    Items,
    Paragraph,
    SectionTitle,
    TypedText,
    line,
    plain,
)

_WORDS = re.compile(
    r"\btopics?\b|not limited to|\bthemes?\b|areas? of interest|\bsubjects? of\b", re.IGNORECASE
)
"""`Topics of interest`, `include, but are not limited to`"""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_TIME = re.compile(r"\b\d+\s*(?:min(?:ute)?s?|hours?|hrs?|h)\b|\b\d{1,2}[:.]\d{2}\b", re.IGNORECASE)
"""What an item of a schedule holds: `30 min`, `9:00`"""
_FEW_WORDS = 6
"""Words of a sentence that only leads to a list: `Examples are the following:`"""


class Topics(Struct, frozen=True):
    """A list of topics."""

    index: int
    """The index of the list among the blocks."""
    topics: list[str]
    place: Span
    loses: str | None
    """What of the list the data cannot hold."""


def find_topics(blocks: Sequence[Block]) -> tuple[Topics | None, list[Span]]:
    """The list of topics, and the places of lists that all could be it."""
    near, far = [], []
    title = ""
    for index, block in enumerate(blocks):
        if isinstance(block, SectionTitle):
            title = plain(block.spans)
        if not isinstance(block, Items) or block.is_numbered:
            continue
        before = blocks[index - 1] if index else None
        if _is_timed(block) and not _WORDS.search(title):
            continue
        if isinstance(before, Paragraph | SectionTitle) and _leads_to_topics(plain(before.spans)):
            near.append(index)
        elif _WORDS.search(title):
            far.append(index)
    found = near or far
    chosen = blocks[found[0]] if found else None
    if len(found) != 1 or not isinstance(chosen, Items) or not _is_plain(chosen):
        return None, [blocks[index].place for index in found]
    paragraphs = [block for item in chosen.items for block in item if isinstance(block, Paragraph)]
    topics = [line(paragraph.spans) for paragraph in paragraphs]
    is_styled = any(
        not isinstance(span, TypedText) for paragraph in paragraphs for span in paragraph.spans
    )
    loses = "emphasis, links and citations" if is_styled else None
    return Topics(found[0], topics, chosen.place, loses), []


def _leads_to_topics(paragraph: str) -> bool:
    """Whether the end of the paragraph above a list says that topics follow.

    A theme in a sentence before, as of a panel, says nothing of a list of people below it.
    """
    *before, last = _SENTENCE_END.split(paragraph.strip())
    leads = [last] if len(last.split()) > _FEW_WORDS else [*before[-1:], last]
    return any(map(_WORDS.search, leads))


def _is_timed(block: Items) -> bool:
    """Whether most items of a list say how long something takes, or when it begins."""
    texts = [plain(one.spans) for item in block.items for one in item if isinstance(one, Paragraph)]
    return sum(_TIME.search(text) is not None for text in texts) * 2 > len(texts)


def _is_plain(block: Items) -> bool:
    """Whether each item is one line of text."""
    return all(
        len(item) == 1 and isinstance(item[0], Paragraph) and plain(item[0].spans)
        for item in block.items
    )
