"""Finds links within the documents that lead to nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely
from proposal.audit.with_each_other.stated.statements import PageContent, StatedLink
from proposal.reading.locations import shown
from proposal.source.web_address import split_address

_LONGEST_PATH = 250
"""Bytes; most file systems take no longer names."""

_TOP = {"", "top"}
"""Anchors that every browser knows."""


def dead_links(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Links to headings and entries that are not there, and to files that are missing."""
    by_file = {content.document.file.resolve(): content for content in edition}
    by_address = {content.address: content for content in edition}
    for content in edition:
        relative = [(link, target) for link in content.links if (target := _target(link, content))]
        has_neighbours = any(target.resolve() in by_file for _, target in relative)
        for link in content.links:
            address = split_address(link.address)
            if address is None or address.scheme or address.netloc:
                continue
            page = _page(link, content, by_file, by_address)
            if page is not None and address.fragment.casefold() not in _TOP:
                yield from _anchor(link, address.fragment, content, page)
        for link, target in relative:
            if has_neighbours and not target.exists():
                message = f"{link.address} leads to no file ({shown(target)} is missing)"
                yield unlikely("dead-link", message, link.location, "correct the address")


def _page(
    link: StatedLink,
    content: PageContent,
    by_file: dict[Path, PageContent],
    by_address: dict[str | None, PageContent],
) -> PageContent | None:
    """The artefact that a link leads to."""
    address = split_address(link.address)
    path = address.path if address else ""
    if not path:
        return content
    if path.startswith("/"):
        return by_address.get(f"/{path.strip('/')}")
    target = _target(link, content)
    return by_file.get(target.resolve()) if target else None


def _target(link: StatedLink, content: PageContent) -> Path | None:
    """The file that a relative link of an HTML page means."""
    address = split_address(link.address)
    if address is None or address.scheme or address.netloc or not address.path:
        return None
    path = unquote(address.path)
    is_html = content.document.file.suffix.lower() in {".html", ".htm"}
    is_name = "\0" not in path and len(path.encode("utf-8", "replace")) <= _LONGEST_PATH
    if not is_html or not is_name or path.startswith("/") or "{" in path:
        return None
    target = content.document.file.parent / path
    return target / "index.html" if address.path.endswith(("/", "..")) else target


def _anchor(
    link: StatedLink, fragment: str, content: PageContent, page: PageContent
) -> Iterator[Conflict]:
    if not page.knows_anchors or {fragment, unquote(fragment)} & page.anchors:
        return
    if ":~:" in fragment or "/" in fragment or "{" in fragment or "=" in fragment:
        return
    folded = {anchor.casefold(): anchor for anchor in page.anchors}
    near = folded.get(unquote(fragment).casefold())
    where = "this page" if page is content else shown(page.document.file)
    message = f"the link to #{fragment} leads nowhere: nothing in {where} has that id"
    hint = f"write #{near}" if near else "give the heading or the entry that id"
    yield unlikely("dead-anchor", message, link.location, hint)
