"""Reads the list of sponsors of a page."""

from __future__ import annotations

import re

from proposal.importers.draft import Record
from proposal.importers.jekyll.page import PageSection
from proposal.importers.values import checked

_LEVEL = re.compile(r"^(?P<name>.+?)\s*\((?P<level>[^()]+)\)$")
"""An example: `Example Labs (Gold)`."""


def read_sponsors(sections: list[PageSection]) -> list[Record]:
    """The sponsors that a list names: "Name (Level)", perhaps with a link."""
    found: list[Record] = []
    for item in (
        item for section in sections for block in section.blocks for item in block.all("li")
    ):
        match = _LEVEL.match(item.text)
        record: Record = {"name": match["name"] if match else item.text}
        links = [link.attributes.get("href", "") for link in item.all("a")]
        if links and (url := checked("url", links[0]).value):
            record["url"] = url
        if match:
            record["level"] = match["level"]
        if record["name"]:
            found.append(record)
    return found
