"""A page of the website that organizers write themselves, in a Markdown file of its own."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Diagnostic, Span, error
from proposal.model.edition_id import is_edition_id
from proposal.model.id_form import ID_FORM
from proposal.model.loading.validation import validate_record
from proposal.model.name_comparison import identifier
from proposal.model.records.own_page_record import OwnPageRecord
from proposal.source.text import Prose, Text, prose_of_lines
from proposal.source.yaml import parse_yaml

PAGES = "pages"
"""The folder in an edition's folder, and in that of the series, where own pages lie."""

_FENCE = "---"
_HEADING = re.compile(r" {0,3}#\s+(?P<title>.*?)(?:\s+#+)?\s*")
"""A heading of the highest level in Markdown: `# Venue`, `# Venue #`."""
_OF_EDITIONS = frozenset(
    {
        *("call-for-papers", "files", "people", "sponsors", "pictures", "papers", "index"),
        *("news", "gallery", "photos", "assets"),
    }
)
"""Names that other parts of an edition's pages have."""
_OF_SERIES = _OF_EDITIONS - {"papers"} | {"editions", "404", "all-editions"}
"""Names that other parts of the website have."""
_NOT_IN_MENU = {"no", "false", "off"}


class OwnPage(Struct, frozen=True):
    """A page that organizers wrote."""

    name: str
    """Its name in addresses: `code-of-conduct`."""
    file: Path
    title: Prose
    """In Markdown, in which facts may be quoted."""
    text: Prose
    """What stands below the title."""
    front: OwnPageRecord

    @property
    def is_in_menu(self) -> bool:
        """Whether the menu leads to it."""
        return (self.front.menu or "").casefold() not in _NOT_IN_MENU

    @property
    def place(self) -> tuple[bool, int, str]:
        """What pages are sorted by: their numbers, and then their names."""
        return self.front.order is None, self.front.order or 0, self.name


def own_page(
    file: Path, text: str, *, is_of_series: bool
) -> tuple[OwnPage | None, list[Diagnostic]]:
    """A page out of its file, and what is wrong with it.

    Args:
        file: the file.
        text: what it holds.
        is_of_series: whether it stands beside the editions' pages, and not among those of one.
    """
    diagnostics = list(_wrong_name(file, is_of_series=is_of_series))
    lines = text.split("\n")
    first, found = 0, OwnPageRecord()
    if lines[0].rstrip() == _FENCE:
        end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
        if end is None:
            message = "the front matter has no second line --- to end it"
            hint = "write --- in a line of its own below it"
            return None, [*diagnostics, error("front-matter", message, Span(file, 1, 1, 4), hint)]
        first = end + 1
        node, wrong = parse_yaml("\n".join(["", *lines[1:end]]), file)
        diagnostics += wrong
        if node is not None and node.value is not None:
            validated = validate_record(node, OwnPageRecord)
            diagnostics += validated.diagnostics
            found = validated.value or found
    while first < len(lines) and not lines[first].strip():
        first += 1
    title = _as_title(found.title)
    if title is None and first < len(lines) and (match := _HEADING.fullmatch(lines[first])):
        column = match.start("title") + 1
        span = Span(file, first + 1, column, column + len(match["title"]))
        title = Prose(match["title"], ((0, span),))
        first += 1
    if title is None or not title.strip():
        span = Span(file, min(first, len(lines) - 1) + 1, 1, 1)
        hint = f"begin its text with a heading, as: # {file.stem.replace('-', ' ').capitalize()}"
        return None, [*diagnostics, error("untitled-page", "this page has no title", span, hint)]
    below = prose_of_lines(lines[first:] or [""], file, first + 1)
    return OwnPage(file.stem, file, title, below, found), diagnostics


def _as_title(written: str | None) -> Prose | None:
    """A title of the front matter, which is no Markdown."""
    if not isinstance(written, Text):
        return None
    return Prose(re.sub(r"([\\`*_\[\]<>&$])", r"\\\1", written), written.pieces)


def _wrong_name(file: Path, *, is_of_series: bool) -> list[Diagnostic]:
    """What is wrong with the name of a page's file."""
    name, start = file.stem, Span.of_file(file)
    if not re.fullmatch(ID_FORM, name):
        message = f"`{name}` can be no part of a page's address"
        hint = f"rename the file: {identifier(name, 'page')}.md"
        return [error("page-name", message, start, hint)]
    taken = _OF_SERIES if is_of_series else _OF_EDITIONS
    if name in taken or (is_of_series and is_edition_id(name)):
        message = f"another part of the website has the address {name}/"
        return [error("page-name", message, start, f"rename the file, as to our-{name}.md")]
    return []
