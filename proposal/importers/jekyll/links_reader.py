"""Reads what the pages of an edition link to: registration, code of conduct, accounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from proposal.importers.draft import Record
from proposal.importers.jekyll.page import PageSection
from proposal.importers.values import checked
from proposal.model.link_kinds import LINK_KINDS, LinkKind, kind_of_link, label_of
from proposal.reading.source_document import SourceDocument
from proposal.source.yaml import Node

_KNOWN_BY_WORDS = [kind for kind in LINK_KINDS if not kind.services]
"""Kinds that are known by what a link says, wherever it stands."""


def read_links(
    listed: Iterable[PageSection], others: Iterable[PageSection], pages: Iterable[SourceDocument]
) -> Record:
    """The links as `edition.yaml` has them.

    Args:
        listed: the sections that list links; what has no kind is taken by its label.
        others: other sections, in which a link is known by its words.
        pages: the pages, whose front matter has links in the navigation and on buttons.
    """
    found: dict[str, str] = {}
    labelled: list[Record] = []
    for words, address in _in_sections(listed):
        kind = _labelled(words, address) or kind_of_link(words, address)
        if kind is not None and found.get(kind.name, address) == address:
            found[kind.name] = address
        elif words and not words.startswith("http"):
            labelled.append({"label": words, "url": address})
    for words, address in (*_in_sections(others), *_in_front(pages)):
        kind = _kind_of_words(words)
        if kind is not None:
            found.setdefault(kind.name, address)
    ordered: Record = {kind.name: found[kind.name] for kind in LINK_KINDS if kind.name in found}
    return ordered | ({"others": labelled} if labelled else {})


def _in_sections(sections: Iterable[PageSection]) -> Iterator[tuple[str, str]]:
    """The words and the address of each link that leads to another site."""
    for section in sections:
        for block in section.blocks:
            for link in block.all("a"):
                yield from _checked(link.text, link.attributes.get("href", ""))


def _in_front(pages: Iterable[SourceDocument]) -> Iterator[tuple[str, str]]:
    for page in pages:
        header = page.front.child("header")
        for entries in (page.front.child("navigation"), header and header.child("actions")):
            for entry in entries.value if entries and isinstance(entries.value, list) else []:
                label = _text(entry, "title") or _text(entry, "label")
                yield from _checked(label, _text(entry, "url"))


def _text(entry: Node, key: str) -> str:
    value = entry.child(key)
    return str(value.value) if value is not None and isinstance(value.value, str) else ""


def _checked(words: str, address: str) -> Iterator[tuple[str, str]]:
    if address.startswith(("http://", "https://")) and (url := checked("url", address).value):
        yield " ".join(words.split()), url


def _labelled(words: str, address: str) -> LinkKind | None:
    """The kind whose label stands on a link."""
    return next((kind for kind in LINK_KINDS if words == label_of(kind, address)), None)


def _kind_of_words(words: str) -> LinkKind | None:
    said = words.strip(" .:!→»")
    matching = (
        kind for kind in _KNOWN_BY_WORDS if said and re.fullmatch(kind.words, said, re.IGNORECASE)
    )
    return next(matching, None)
