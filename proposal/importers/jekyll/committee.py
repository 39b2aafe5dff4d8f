"""Reads the program committee: from the site's data file, or from a list on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.diagnostics import Span
from proposal.importers.draft import Record
from proposal.importers.jekyll.page import PageSection, line_at
from proposal.importers.jekyll.people_collection import JekyllPeople
from proposal.model.affiliated import without_pronouns
from proposal.reading.source_document import tree_of
from proposal.source.yaml import Node

_IN_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<affiliation>.+)\)$")
"""An example: `Ada Lovelace (University of London)`."""
_BEHIND_COMMA = re.compile(r"^(?P<name>[^,:]+?)\s*[,:]\s*(?P<affiliation>.+)$")
"""An example: `Ada Lovelace, University of London`."""


def read_committee(node: Node, people: JekyllPeople) -> list[Record]:
    """The members that a data file lists."""
    members: list[Record] = []
    for entry in node.value if isinstance(node.value, list) else []:
        if isinstance(entry.value, dict):
            name, pronouns = without_pronouns(line_at(entry, "name"))
            affiliation = line_at(entry, "affiliation")
        else:
            text = tree_of(entry).text
            (name, affiliation), pronouns = split_member(text), without_pronouns(text)[1]
        members += _member(name, affiliation, pronouns, entry.span, people)
    if not isinstance(node.value, list):
        message = "a list of the committee's members is expected here"
        people.diagnostics.warn("not-understood", message, node.span)
    return members


def listed_committee(sections: list[PageSection], people: JekyllPeople) -> list[Record]:
    """The members that a page lists itself."""
    members: list[Record] = []
    for section in sections:
        for block in section.blocks:
            for item in block.all("li"):
                name, affiliation = split_member(item.text)
                pronouns = without_pronouns(item.text)[1]
                members += _member(name, affiliation, pronouns, item.span, people)
    return members


def split_member(text: str) -> tuple[str, str]:
    """A name and an affiliation: "Name (Affiliation)" or "Name, Affiliation"."""
    text, _ = without_pronouns(text)
    match = _IN_BRACKETS.match(text) or _BEHIND_COMMA.match(text)
    return (match["name"], match["affiliation"]) if match else (text, "")


def _member(
    name: str, affiliation: str, pronouns: str | None, span: Span, people: JekyllPeople
) -> Iterator[Record]:
    cleaned = people.cleaned(name, span)
    if cleaned is None:
        return
    person = people.find(cleaned)
    if person is not None:
        if affiliation:
            people.works_at(person, affiliation, span)
        person.pronouns = person.pronouns or pronouns
        yield {"person": person}
        return
    member: Record = {"name": cleaned}
    if pronouns:
        member["pronouns"] = pronouns
    if affiliation:
        member["affiliation"] = affiliation.strip()
    yield member
