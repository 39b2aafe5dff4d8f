"""The text of a tagged PDF in the order in which it is read aloud."""

from __future__ import annotations

from collections.abc import Mapping

from proposal.pdf.pdf_objects import at
from proposal.pdf.structure_tree import MarkedContent, StructureTree, Tag

_WITHIN_LINES = frozenset({"Em", "Lbl", "Link", "Quote", "Reference", "Span", "Strong"})
"""Kinds of tags that stand within a line; all others begin one."""


def spoken_text(structure: StructureTree, texts: Mapping[MarkedContent, str]) -> str:
    """The text as a screen reader comes to it, with what replaces some of it (`ActualText`).

    Args:
        structure: the tags.
        texts: the text of each stretch of content.
    """
    unread = {id(tag.object): tag for tag in structure.tags}
    spoken: list[str] = []
    waiting: list[object] = []
    waiting += [tag.object for tag in structure.tags if tag.parent is None][::-1]
    while waiting:
        part = waiting.pop()
        tag = unread.pop(id(part), None)
        if isinstance(part, str):
            spoken.append(part)
        elif isinstance(part, MarkedContent):
            spoken.append(texts.get(part, ""))
        elif tag is not None:
            end = "" if tag.kind in _WITHIN_LINES else "\n"
            waiting += [end, *_said(tag)[::-1], end]
    return "".join(spoken)


def _said(tag: Tag) -> list[object]:
    """What a tag consists of, or the text that replaces all of it."""
    replacement = at(tag.object, "/ActualText")
    return [str(replacement)] if isinstance(replacement, str) and replacement else [*tag.parts]
