"""Finds the addresses in pages and stylesheets, and puts others in their places."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from enum import Enum, auto
from html.parser import HTMLParser

from msgspec import Struct


class Use(Enum):
    """What a page does with an address."""

    LINK = auto()
    """It leads there."""
    PART = auto()
    """It shows or runs what is there."""


Change = Callable[[str, Use], str]
"""Gives the address that stands in the place of one."""

_PARTS = {"src", "poster", "data", "href", "xlink:href"}
"""Attributes that name a part of the page, in elements other than `<a>` and `<link>`."""

_SETS = {"srcset", "imagesrcset"}
"""Attributes that name several pictures, each with its width: `a.webp 640w, b.webp 1280w`."""

_RELATIONS_OF_PARTS = {
    *("stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload"),
    "modulepreload",
}
_CARDS = {"og:image", "twitter:image"}

_ATTRIBUTE = re.compile(
    r"""(?P<before>\s+(?P<name>[A-Za-z_:][-\w:.]*)\s*=\s*)"""
    r"""(?P<value>"[^"]*"|'[^']*'|[^\s"'>]+)"""
)
"""` href="papers/"`, ` src=logo.svg`"""
_ADDRESS_IN_STYLE = re.compile(
    r"""(?P<before>url\(\s*|@import\s+)(?P<quote>["']?)(?P<address>[^"')\s]+)(?P=quote)"""
)
"""`url("fonts/a.woff2")`, `@import "print.css"`"""
_IN_SET = re.compile(r"(?P<before>\s*)(?P<address>[^\s,]\S*[^\s,]|[^\s,])(?P<after>[^,]*,?)")
"""Each picture of `a-480.webp 480w, a-960.webp 960w`."""


def changed_page(text: str, change: Change) -> str:
    """A page with other addresses; all else of it stays letter by letter.

    An address that is not changed stays as it is written. What a canonical link says is the page's
    own address, and stays, too.

    Args:
        text: the page, in HTML.
        change: gives the address that stands in the place of one.
    """
    tags = _Tags(text)
    tags.feed(text)
    tags.close()
    pieces, end = [], 0
    for tag in tags.found:
        pieces += [text[end : tag.start], _changed_tag(tag, change)]
        end = tag.start + len(tag.text)
    return "".join([*pieces, text[end:]])


def changed_style(text: str, change: Change) -> str:
    """A stylesheet with other addresses."""

    def changed(match: re.Match[str]) -> str:
        address = match["address"]
        instead = change(address, Use.PART)
        return match[0] if instead == address else f'{match["before"]}"{instead}"'

    return _ADDRESS_IN_STYLE.sub(changed, text)


class _Tag(Struct, frozen=True):
    name: str
    attributes: dict[str, str]
    start: int
    """Where it begins in the page."""
    text: str


class _Tags(HTMLParser):
    """Finds where the tags of a page begin."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Tag] = []
        self.lines = [0, *(match.end() for match in re.finditer("\n", page))]
        """Where each line begins."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        attributes = {name: value or "" for name, value in attrs}
        start = self.lines[line - 1] + column
        self.found.append(_Tag(tag, attributes, start, self.get_starttag_text() or ""))


def _changed_tag(tag: _Tag, change: Change) -> str:
    def changed(match: re.Match[str]) -> str:
        name = match["name"].lower()
        quoted = match["value"]
        value = html.unescape(quoted[1:-1] if quoted[0] in "\"'" else quoted)
        instead = _changed_value(tag, name, value, change)
        return match[0] if instead == value else f'{match["before"]}"{html.escape(instead)}"'

    return _ATTRIBUTE.sub(changed, tag.text)


def _changed_value(tag: _Tag, name: str, value: str, change: Change) -> str:
    if name in _SETS:
        return _IN_SET.sub(
            lambda match: f"{match['before']}{change(match['address'], Use.PART)}{match['after']}",
            value,
        )
    if name == "style":
        return changed_style(value, change)
    use = _use(tag, name)
    return change(value, use) if use else value


def _use(tag: _Tag, name: str) -> Use | None:
    """What a page does with the address in an attribute; nothing if it is none, or stays."""
    if tag.name in {"a", "area"}:
        return Use.LINK if name == "href" else None
    if tag.name == "link":
        relations = set(tag.attributes.get("rel", "").lower().split())
        if name != "href" or "canonical" in relations:
            return None
        return Use.PART if relations & _RELATIONS_OF_PARTS else Use.LINK
    if tag.name == "meta":
        about = tag.attributes.get("property") or tag.attributes.get("name")
        return Use.PART if name == "content" and about in _CARDS else None
    if tag.name == "form":
        return Use.LINK if name == "action" else None
    return Use.PART if name in _PARTS and tag.name != "base" else None
