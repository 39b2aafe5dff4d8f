"""Parts what a style sheet sets on lines of its own, though nothing but its look says so.

`<strong>Ann Author</strong><span>Example University</span>` has no space between the two, since
the page's style makes a block of each. Read as it is typed, the words would be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from proposal.reading.page_tree import BLOCKS, Element

_BOXES = {"a", "b", "em", "i", "label", "small", "span", "strong", "time"}
"""Elements within a line that a style sheet may make blocks of."""
_PLAIN_BOXES = {"label", "small", "span", "time"}
"""Those of them that say nothing of the look of their words."""
_LETTER_OR_DIGIT = re.compile(r"[\w)\].?!’”]$")
"""`Lovelace`, `Lovelace)`"""
_SMALL = re.compile(r"(?:[^\W\d_A-ZÀ-ÖØ-Þ]|[\d)\].?!’”])$")
"""The end of a word in small letters: `Lovelace`, but not `KDD`. →"""


def is_monogram(element: Element) -> bool:
    """Whether an element shows a few initials in place of a picture, which screen readers skip.

    `<span class="avatar" aria-hidden="true">AA</span>` stands beside the name of Ann Author.
    """
    is_small = _INITIALS.fullmatch(element.text) is not None
    return is_small and (
        element.attributes.get("aria-hidden", "") == "true"
        or _MONOGRAM_CLASS.search(element.attributes.get("class", "")) is not None
    )


_INITIALS = re.compile(r"[^\W\d_a-zß-ÿ]{1,3}")
"""`AA`"""
_MONOGRAM_CLASS = re.compile(r"(?<![a-z])(?:avatar|initials|monogram)(?![a-z])", re.IGNORECASE)
"""A class of a box with initials: `speaker-avatar`. →"""


def with_boxes_apart(element: Element) -> Element:
    """An element whose inner boxes that touch each other have line breaks between them."""
    children: list[Element | str] = []
    shown = [
        child
        for child in element.children
        if not (isinstance(child, Element) and is_monogram(child))
    ]
    inner = [
        with_boxes_apart(child)
        if isinstance(child, Element) and child.tag not in BLOCKS and child.children
        else child
        for child in shown
    ]
    titles = {id(box) for box in (*_titles_before_people(inner), *_boxes_of_people(inner))}
    for before, child in pairwise([None, *inner]):
        if child is None:
            continue
        if before is not None and _are_boxes(before, child):
            span = next(one.span for one in (child, before) if isinstance(one, Element))
            children.append(Element("br", span))
        children.append(child)
        if isinstance(child, Element) and id(child) in titles:
            children.append(Element("br", child.span))
    return replace(element, children=children)


def _are_boxes(before: Element | str, behind: Element | str) -> bool:
    """Whether two neighbours are read as two lines: a capital letter follows with no space.

    `<b>Gen</b>AI` and `Deep<b>Mind</b>` are one word, and so is `<b>L</b>arge`.
    """
    first, second = _raw(before), _raw(behind)
    if not _LETTER_OR_DIGIT.search(first) or not second[:1].isupper():
        return False
    has_small = _SMALL.search(first) is not None
    if isinstance(before, Element) and isinstance(behind, Element):
        if not {before.tag, behind.tag} <= _BOXES:
            return False
        classes = before.attributes.get("class", ""), behind.attributes.get("class", "")
        if all(classes) and classes[0] != classes[1]:
            return True
        return has_small and (first[-1].isdigit() or _has_words(first) or _has_words(second))
    box = behind if isinstance(behind, Element) else before
    return (
        isinstance(box, Element)
        and box.tag in _PLAIN_BOXES
        and has_small
        and _has_words(first)
        and _has_words(second)
    )


def _titles_before_people(children: list[Element | str]) -> list[Element]:
    """Titles beside their authors, as their classes say, with nothing but spaces between them."""
    boxes = [child for child in children if isinstance(child, Element) or child.strip()]
    return [
        first
        for first, second in pairwise(boxes)
        if isinstance(first, Element)
        and isinstance(second, Element)
        and {first.tag, second.tag} <= _BOXES
        and _TITLE_CLASS.search(first.attributes.get("class", ""))
        and _PEOPLE_CLASS.search(second.attributes.get("class", ""))
    ]


def _boxes_of_people(children: list[Element | str]) -> list[Element]:
    """The boxes with somebody's name and affiliation, as a class says, with spaces between them."""
    boxes = [child for child in children if _raw(child).strip()]  # without pictures
    named = [box for box in boxes if isinstance(box, Element) and box.tag in _BOXES]
    is_person = any(_PLACE_CLASS.search(box.attributes.get("class", "")) for box in named[1:])
    return named[:-1] if is_person and len(named) == len(boxes) else []


_PLACE_CLASS = re.compile(
    r"(?<![a-z])(?:affil(?:iations?)?|institut(?:e|ion)s?)(?![a-z])", re.IGNORECASE
)
"""A class of `<span>Ann Author</span> <span class="speaker-affil">Sample Labs</span>`. →"""
_TITLE_CLASS = re.compile(r"(?<![a-z])title(?![a-z])", re.IGNORECASE)
"""A class of HTML: `talk-title`, but not `subtitle`. →"""
_PEOPLE_CLASS = re.compile(r"(?<![a-z])(?:authors?|speakers?|presenters?)(?![a-z])", re.IGNORECASE)
"""Classes of `<span class="title">On Samples</span> <span class="authors">Ann Author</span>`."""


def _has_words(text: str) -> bool:
    """Whether a text has two words at least."""
    return len(text.split()) > 1


def _raw(child: Element | str) -> str:
    """The text of a child with the spaces at its ends; nothing for what holds blocks."""
    return child if isinstance(child, str) else "".join(_texts(child))


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag == "br" or child.tag in BLOCKS:
            yield "\n"
        else:
            yield from _texts(child)
