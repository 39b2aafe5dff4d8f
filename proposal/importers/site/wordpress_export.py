"""Reads the pages of a site of WordPress from the file that it exports (WXR).

Its elements hold the pages in HTML, with the blocks of WordPress in comments and those of page
builders in square brackets. Lines keep their numbers, so that messages name those of the file.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from xml.parsers import expat

from msgspec import Struct, field

from proposal.diagnostics import first_few
from proposal.importers.draft import ImportSourceError
from proposal.importers.safe_xml import UnsafeXmlError, refuse_unsafe_xml
from proposal.importers.site.workshop_site import (
    WorkshopPage,
    WorkshopSite,
    choose_edition,
    refuse_unsafe,
)
from proposal.reading.document_forms import DocumentForm
from proposal.reading.source_document import SourceDocument

_LONGEST_HEAD = 5000
"""Letters in which an export of WordPress names its format, behind comments."""
_LARGEST = 64 * 1024 * 1024
"""Bytes of an export; those of workshops have some hundred thousand."""
_KEPT = {
    *("title", "link", "content:encoded", "wp:base_blog_url"),
    *("wp:post_type", "wp:status", "wp:post_password"),
}
_HOME = re.compile(r"home(?:-?page)?|front-?page|start(?:seite|page)?|welcome|index", re.IGNORECASE)
"""How the first page of a site is called in addresses, where its address is not the site's own.
Example: `home-page`."""
_SHORTCODE = re.compile(
    r"\[/?(?:[a-z]+_[a-z0-9_]+|caption|gallery|embed|audio|video|row|columns?|button|section|tabs?)"
    r"(?:\s+[^\[\]]*)?/?\]|\[/?[a-z][a-z0-9-]*(?:\s+[a-z_-]+=(?:\"[^\"]*\"|'[^']*'))+\s*/?\]"
)
"""What builders of pages write around texts: `[vc_row]`, `[tab title="Dates"]`, `[/et_pb_text]`."""


class WordpressExport(Struct):
    """What an export of WordPress holds."""

    pages: list[WorkshopPage] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    """The titles of posts, which are news."""
    hidden: list[str] = field(default_factory=list)
    """The titles of pages that are not published, or ask for a password."""
    config: dict[str, Any] = field(default_factory=dict)
    """What the site is called, and its address, by the keys of Jekyll."""


def is_export_of_wordpress(file: Path) -> bool:
    """Whether a file holds the posts and pages of a site of WordPress, as it exports them."""
    if file.suffix.lower() not in {".xml", ".wxr", ".rss"} or not file.is_file():
        return False
    with file.open(encoding="utf-8", errors="replace") as stream:
        return "wordpress.org/export/" in stream.read(_LONGEST_HEAD)


def read_export(file: Path) -> WordpressExport:
    """Read an export.

    Raises:
        ImportSourceError: it is too large, it is no XML, or it has what no export has.
    """
    if file.stat().st_size > _LARGEST:
        raise ImportSourceError(f"{file}: this export of WordPress is larger than 64 MB")
    try:
        content = file.read_bytes()
        refuse_unsafe_xml(content)
        reader = _ExportReader()
        reader.read(content)
    except UnsafeXmlError as reason:
        raise ImportSourceError(f"{file}: this export of WordPress has {reason}") from reason
    except ET.ParseError as reason:
        raise ImportSourceError(f"{file}: this is no XML, so it is not read: {reason}") from reason
    return _export_of(file, reader)


def site_of_export(file: Path, edition_id: str) -> WorkshopSite:
    """The pages of an edition in an export, with what of it is left out.

    Raises:
        ImportSourceError: it cannot be read, or no page of the edition is published.
    """
    export = read_export(file)
    if not export.pages:
        raise ImportSourceError(
            f"{file}: this export of WordPress (WXR) holds no published pages; "
            "export all content, under Tools, Export"
        )
    site = choose_edition(None, export.pages, export.config, edition_id, file)
    span = site.main.document.spans[0]
    if export.hidden:
        pages = "pages that are not published, or ask for a password, are left out"
        message = f"{pages}: {first_few(export.hidden)}"
        site.diagnostics.note("left-out", message, "publish them, and export again, to have them")
    if export.posts:
        message = f"posts are news, and what stands there is not read: {first_few(export.posts)}"
        hint = "if one holds facts that no page has, type them into the data"
        site.diagnostics.warn("not-understood", message, span, hint)
    return site


class _ExportReader:
    """Collects the texts of an export by their elements."""

    def __init__(self) -> None:
        self.site: dict[str, str] = {}
        self.items: list[dict[str, str]] = []
        self.lines: list[int] = []
        """The line in which the content of each item begins."""
        self.path: list[str] = []

    def read(self, content: bytes) -> None:
        """Read the XML, which was found to be safe."""
        parser = expat.ParserCreate()
        parser.buffer_text = True

        def start(name: str, _: dict[str, str]) -> None:
            self.path.append(name)
            if name == "item":
                self.items.append({})
                self.lines.append(1)
            elif name == "content:encoded" and self.items:
                self.lines[-1] = parser.CurrentLineNumber

        parser.StartElementHandler = start
        parser.EndElementHandler = lambda _: self.path.pop()
        parser.CharacterDataHandler = self.text
        parser.Parse(content, True)

    def text(self, data: str) -> None:
        """Keep a text of an item, or of the site."""
        name, outer = (self.path[-1], self.path[-2:-1]) if self.path else ("", [])
        if name not in _KEPT or outer not in (["item"], ["channel"]):
            return
        kept = self.items[-1] if outer == ["item"] else self.site
        kept[name] = kept.get(name, "") + data


def _export_of(file: Path, reader: _ExportReader) -> WordpressExport:
    address = (reader.site.get("wp:base_blog_url") or reader.site.get("link") or "").strip()
    export = WordpressExport(config={"title": reader.site.get("title", "").strip(), "url": address})
    for item, line in zip(reader.items, reader.lines, strict=True):
        kind = item.get("wp:post_type", "").strip()
        is_public = item.get("wp:status", "").strip() == "publish" and not item.get(
            "wp:post_password", ""
        )
        title = " ".join(item.get("title", "").split())
        if kind == "post" and is_public:
            export.posts.append(title)
        elif kind == "page" and not is_public:
            export.hidden.append(title)
        elif kind == "page":
            path = _path_on_site(item.get("link", "").strip(), address)
            text = _page_of(title, item.get("content:encoded", ""), line)
            document = SourceDocument(file, DocumentForm.HTML, text)
            refuse_unsafe(document)
            is_first = not path or _HOME.fullmatch(path) is not None
            export.pages.append(
                WorkshopPage(document, f"{path or 'index'}.html", "" if is_first else path)
            )
    return export


def _path_on_site(link: str, address: str) -> str:
    """The path of a page on its site: `call-for-papers`; empty for the first page."""
    base, path = urlsplit(address).path.strip("/"), urlsplit(link).path.strip("/")
    return path.removeprefix(base).strip("/") if base else path


def _page_of(title: str, content: str, line: int) -> str:
    """A page of HTML whose content stands in the lines in which the export has it."""
    bare = _SHORTCODE.sub(" ", content)
    if "<!-- wp:" not in bare:  # blocks have all their elements
        bare = _with_paragraphs(bare)
    heading = escape(title, quote=False)
    head = f"<html><head><title>{heading}</title></head><body><h1>{heading}</h1>"
    return "\n" * (line - 1) + head + bare + "</body></html>"


def _with_paragraphs(text: str) -> str:
    """A text of the classic editor, which WordPress itself parts at line ends, with no line more.

    Empty lines part paragraphs there, and others lines, but for those beside elements that stand
    in lines of their own.
    """
    lines = text.split("\n")
    parted = [
        _parted(line, following) for line, following in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return "\n".join(parted)


def _parted(line: str, following: str) -> str:
    """A line with what parts it from the following one."""
    if not following.strip() or _BEGINS_WITH_BLOCK.match(following):
        return line
    if not line.strip():
        return "<p>"
    is_open = line.rfind("<") > line.rfind(">")  # <a class="x"
    return line if is_open or _ENDS_WITH_BLOCK.search(line) else f"{line}<br>"


_BLOCK = (
    r"</?(?:p|div|section|article|header|footer|main|nav|aside|figure|figcaption|blockquote|pre"
    r"|[uod]l|li|d[td]|table|thead|tbody|tfoot|caption|t[rdh]|h[1-6]|hr|br|style|script)\b[^<>]*>"
)
"""An element that stands in lines of its own: `<li>`, `</table>`, `<br/>`"""
_BEGINS_WITH_BLOCK = re.compile(rf"\s*{_BLOCK}", re.IGNORECASE)
_ENDS_WITH_BLOCK = re.compile(rf"{_BLOCK}\s*$", re.IGNORECASE)
