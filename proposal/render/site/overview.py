"""Parts the introduction of an edition's page at its headings, each with a place of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from proposal.model.free_names import free_name
from proposal.render.prose import ReadProse

WriteHtml = Callable[[ReadProse, int], Markup]
"""Writes a text as HTML; the number is the level of a heading with one `#`."""

_HIGHEST = 2
"""The level of the headings of a page's sections."""


class OverviewSection(Struct, frozen=True):
    """What stands below a heading of the introduction."""

    anchor: str
    heading: Markup
    content: Markup

    @property
    def name(self) -> str:
        """The heading without its formulas and emphasis, for the menu."""
        return self.heading.striptags()


class Overview(Struct, frozen=True):
    """The introduction; where it is printed as it is, all of it is printed."""

    read: ReadProse
    write: WriteHtml
    lead: Markup
    """What stands before its first heading."""
    sections: tuple[OverviewSection, ...] = ()

    def __html__(self) -> Markup:
        return self.write(self.read, _HIGHEST + 1)


def overview_of(read: ReadProse, write: WriteHtml) -> Overview:
    """The introduction in its parts: one for each heading of the highest level in it."""
    read = replace(read, diagnostics=[])
    tokens = read.tree.to_tokens()
    highest = min((token.tag for token in tokens if _is_heading(token)), default="")
    lead, *rest = _parts(tokens, highest)
    first_heading = _HIGHEST + 1 - int(highest[1:] or 1)
    sections: list[OverviewSection] = []
    for part in rest:
        heading = write(_with(read, part[1:2]), 1)
        content = write(_with(read, part[3:]), first_heading)
        taken = {section.anchor for section in sections}
        sections.append(OverviewSection(_anchor_of(heading, taken), heading, content))
    return Overview(read, write, write(_with(read, lead), 1), tuple(sections))


def _is_heading(token: Token) -> bool:
    return token.type == "heading_open" and token.level == 0


def _parts(tokens: list[Token], highest: str) -> Iterator[list[Token]]:
    """What stands before the first heading of a level, and then each heading with its text."""
    begun: list[Token] = []
    for token in tokens:
        if _is_heading(token) and token.tag == highest:
            yield begun
            begun = []
        begun.append(token)
    yield begun


def _with(read: ReadProse, tokens: list[Token]) -> ReadProse:
    return replace(read, tree=SyntaxTreeNode(tokens))


def _anchor_of(heading: Markup, taken: set[str]) -> str:
    words = re.findall(r"\w+", heading.striptags().casefold())
    return free_name("-".join(["about", *words]), taken)
