"""Reads the sponsors of a page: a list, or logos with the names that stand for them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from proposal.importers.draft import Record, SourceDiagnostics
from proposal.importers.jekyll.page import PageSection
from proposal.importers.values import checked
from proposal.reading.page_tree import Element
from proposal.source.yaml import Node

_LEVEL = re.compile(r"^(?P<name>.+?)\s*\((?P<level>[^()]+)\)$")
"""An example: `Example Labs (Gold)`."""

_NOT_A_NAME = re.compile(r"(?:sponsors?|logos?|images?)?\s*(?:logo|image)?", re.IGNORECASE)
"""What says nothing beside a logo: `Logo`."""


def read_sponsors(
    sections: list[PageSection], front: list[Node], diagnostics: SourceDiagnostics
) -> list[Record]:
    """The sponsors of a page.

    Args:
        sections: the sections on sponsors; below a heading of its own, its words are the level.
        front: the tiers in the pages' front matter.
        diagnostics: takes that logos are left out, of which the page has the addresses alone.
    """
    found: list[Record] = []
    for section in sections:
        level = section.title if len(section.path) > 1 else ""
        for block in section.blocks:
            items = block.all("li")
            for record in (*map(_listed, items), *_pictured(block, items, diagnostics)):
                if record is None:
                    continue
                if level:
                    record.setdefault("level", level)
                found.append(record)
    for node in front:
        found += _in_front(node, diagnostics)
    return list({record["name"]: record for record in found}.values())


def _listed(item: Element) -> Record | None:
    """An item "Name (Level)", perhaps with a link."""
    match = _LEVEL.match(item.text)
    record: Record = {"name": match["name"] if match else item.text}
    links = [link.attributes.get("href", "") for link in item.all("a")]
    if links and (url := checked("url", links[0]).value):
        record["url"] = url
    if match:
        record["level"] = match["level"]
    return record if record["name"] else None


def _pictured(
    block: Element, items: list[Element], diagnostics: SourceDiagnostics
) -> Iterator[Record | None]:
    """Logos with the names that stand for them, those in links first."""
    named = {id(picture) for item in items if item.text for picture in item.all("img")}
    linked = [(picture, link) for link in block.all("a") for picture in link.all("img")]
    alone = {id(picture) for picture, _ in linked}
    others = [(picture, None) for picture in block.all("img") if id(picture) not in alone]
    for picture, link in (*linked, *others):
        name = " ".join(picture.attributes.get("alt", "").split())
        if id(picture) in named or _NOT_A_NAME.fullmatch(name):
            continue
        _logo_left_out(name, picture.attributes.get("src", ""), picture, diagnostics)
        address = link.attributes.get("href", "") if link else ""
        url = checked("url", address).value if address else None
        yield {"name": name, **({"url": url} if url else {})}


def _in_front(tiers: Node, diagnostics: SourceDiagnostics) -> Iterator[Record]:
    """Tiers in front matter: `level`, and `members` with `name`, `url` and `logo`."""
    for tier in tiers.value if isinstance(tiers.value, list) else []:
        members = tier.child("members")
        for member in members.value if members and isinstance(members.value, list) else []:
            texts = {key: _text(member, key) for key in ("name", "url", "logo")}
            if not texts["name"]:
                continue
            if texts["logo"]:
                _logo_left_out(texts["name"], texts["logo"], member, diagnostics)
            url = checked("url", texts["url"]).value if texts["url"] else None
            level = _text(tier, "level")
            yield {
                "name": texts["name"],
                **({"url": url} if url else {}),
                **({"level": level} if level else {}),
            }


def _text(node: Node, key: str) -> str:
    value = node.child(key)
    is_text = value is not None and isinstance(value.value, str)
    return html.unescape(str(value.value)) if value is not None and is_text else ""


def _logo_left_out(
    name: str, address: str, place: Element | Node, diagnostics: SourceDiagnostics
) -> None:
    message = f"the logo of {name} ({address}) is left out"
    hint = "put the picture into data/sponsors/ and name it as the sponsor's `logo`"
    diagnostics.warn("no-logo", message, place.span, hint)
