"""Does every link within the artefacts lead to something?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from proposal.diagnostics import Diagnostic
from proposal.verify.consistency.findings import shown, unlikely
from proposal.verify.consistency.statements import Link, Told

_TOP = {"", "top"}
"""Anchors that every browser knows."""


def dead_links(edition: Sequence[Told]) -> Iterator[Diagnostic]:
    """Links to headings and entries that are not there, and to files that are missing."""
    by_file = {told.file.resolve(): told for told in edition}
    by_address = {told.address: told for told in edition}
    for told in edition:
        relative = [(link, target) for link in told.links if (target := _target(link, told))]
        has_neighbours = any(target.resolve() in by_file for _, target in relative)
        for link in told.links:
            address = urlsplit(link.address)
            if address.scheme or address.netloc:
                continue
            page = _page(link, told, by_file, by_address)
            if page is not None and address.fragment.casefold() not in _TOP:
                yield from _anchor(link, address.fragment, told, page)
        for link, target in relative:
            if has_neighbours and not target.exists():
                message = f"{link.address} leads to no file ({shown(target)} is missing)"
                yield unlikely("dead-link", message, link.spot, "correct the address")


def _page(
    link: Link, told: Told, by_file: dict[Path, Told], by_address: dict[str | None, Told]
) -> Told | None:
    """The artefact that a link leads to."""
    path = urlsplit(link.address).path
    if not path:
        return told
    if path.startswith("/"):
        return by_address.get(f"/{path.strip('/')}")
    target = _target(link, told)
    return by_file.get(target.resolve()) if target else None


def _target(link: Link, told: Told) -> Path | None:
    """The file that a relative link of an HTML page means."""
    address = urlsplit(link.address)
    is_html = told.file.suffix.lower() in {".html", ".htm"}
    is_local = not (address.scheme or address.netloc) and bool(address.path)
    if not is_html or not is_local or address.path.startswith("/") or "{" in address.path:
        return None
    if len(address.path) > 500 or "\0" in address.path:
        return None
    target = told.file.parent / unquote(address.path)
    return target / "index.html" if address.path.endswith(("/", "..")) else target


def _anchor(link: Link, fragment: str, told: Told, page: Told) -> Iterator[Diagnostic]:
    if not page.is_page or {fragment, unquote(fragment)} & page.anchors:
        return
    if ":~:" in fragment or "/" in fragment or "{" in fragment or "=" in fragment:
        return
    folded = {each.casefold(): each for each in page.anchors}
    near = folded.get(unquote(fragment).casefold())
    where = "this page" if page is told else shown(page.file)
    message = f"the link to #{fragment} leads nowhere: nothing in {where} has that id"
    hint = f"write #{near}" if near else "give the heading or the entry that id"
    yield unlikely("dead-anchor", message, link.spot, hint)
