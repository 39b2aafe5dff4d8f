"""Makes an edition's part of a website complete in itself: links lead within it, or to the web."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote, urljoin, urlsplit

from msgspec import Struct, field

from proposal.archiving.page_addresses import Use, changed_page, changed_style
from proposal.archiving.safe_names import safe_names
from proposal.render.rendered_files import DIGEST_PLACE, with_digest
from proposal.source.web_address import split_address

COVER = "index.html"
"""The page that says what the archive is, and where its links lead."""

CONTENTS = "contents.sha256"
"""The list of its files with their digests, as `sha256sum` writes and checks it."""

_STAY_ON_THE_WEB = (".html", ".htm", ".xml", ".atom", ".rss")
"""Endings of what is not taken from other parts of the website: pages and feeds go on there."""

_DIGEST = re.compile(r'(<meta name="data-digest" content=")([0-9a-f]{20})(")')
"""`<meta name="data-digest" content="0123456789abcdef0123"`"""
_SAFE = "/!$&'()*+,;=:@~-._"


class ArchivedPages(Struct, frozen=True):
    """The files of an archive, without its cover."""

    files: dict[str, bytes]
    """By their paths in the archive."""
    start: str
    """The edition's page, by its path in the archive."""
    leads_out: tuple[str, ...]
    """Where links lead that leave the archive for another part of the website: whole addresses,
    or paths on the website if its address is not known."""


def archived_pages(site: Mapping[str, bytes], edition_id: str, home: str | None) -> ArchivedPages:
    """The part of a website that is about an edition, with all that it shows.

    It is found by walking from page to page, so that nothing that pages show is forgotten.

    Args:
        site: the files of the website by their paths.
        edition_id: the edition.
        home: the address of the website, if it is known.
    """
    walk = _Walk(site, home)
    walk.take(name for name in site if name.startswith(f"{edition_id}/"))
    names = safe_names([*walk.taken, COVER, CONTENTS])
    rewriting = _Rewriting(walk, names)
    files = {names[path]: rewriting.content(path) for path in sorted(walk.taken)}
    out = tuple(sorted(rewriting.leads_out))
    return ArchivedPages(files, names[f"{edition_id}/index.html"], out)


def with_contents(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an archive with the list of them."""
    lines = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    return {**files, CONTENTS: "".join(lines).encode()}


class _Walk(Struct):
    """The files that belong to an archive."""

    site: Mapping[str, bytes]
    home: str | None
    taken: set[str] = field(default_factory=set)

    def take(self, paths: Iterable[str]) -> None:
        """Take files, and all that they show or offer."""
        waiting = list(paths)
        while waiting:
            path = waiting.pop()
            if path not in self.taken:
                self.taken.add(path)
                waiting += self.needed_by(path)

    def needed_by(self, path: str) -> list[str]:
        found: list[str] = []

        def note(address: str, use: Use) -> str:
            target = self.target(path, address, use)
            if target and (use is Use.PART or not target.endswith(_STAY_ON_THE_WEB)):
                found.append(target)
            return address

        if path.endswith(".html"):
            changed_page(self.text(path), note)
        elif path.endswith(".css"):
            changed_style(self.text(path), note)
        return found

    def text(self, path: str) -> str:
        return self.site[path].decode("utf-8", errors="surrogateescape")

    def target(self, path: str, address: str, use: Use) -> str | None:
        """The file that an address in a file means; nothing if it is none of the website."""
        place = self.place(path, address, use)
        if place is None:
            return None
        candidates = (place.rstrip("/"), posixpath.join(place, "index.html"))
        return next((name for name in candidates if name in self.site), None)

    def place(self, path: str, address: str, use: Use) -> str | None:
        """Where on the website an address in a file leads: `2026/`; nothing if elsewhere."""
        parts = split_address(address)
        if parts is None:
            return None
        if not (parts.scheme or parts.netloc):
            if not parts.path:
                return None
            if not parts.path.startswith("/"):
                return _joined(posixpath.dirname(path), unquote(parts.path))
        elif use is Use.PART or not self.home or not address.startswith(self.home):
            return None
        root = urlsplit(self.home or "").path or "/"
        if not parts.path.startswith(root):
            return None
        return unquote(parts.path.removeprefix(root))


def _joined(folder: str, path: str) -> str | None:
    """A path from a folder on; nothing if it leaves the website."""
    whole = posixpath.normpath(posixpath.join(folder, path))
    if whole == ".." or whole.startswith("../"):
        return None
    is_folder = path.endswith(("/", "/.", "/..")) or path in {".", ".."}
    return ("" if whole == "." else whole) + ("/" if is_folder and whole != "." else "")


class _Rewriting(Struct):
    """The change of addresses to those within the archive, or to those on the web."""

    walk: _Walk
    names: Mapping[str, str]
    """The paths of files in the archive."""
    leads_out: set[str] = field(default_factory=set)

    def content(self, path: str) -> bytes:
        """A file as it stands in the archive."""
        if not path.endswith((".html", ".css")):
            return self.walk.site[path]
        text = self.walk.text(path)

        def change(address: str, use: Use) -> str:
            return self.changed(path, address, use)

        changed = (
            changed_page(text, change) if path.endswith(".html") else changed_style(text, change)
        )
        if changed != text:
            changed = with_digest(_DIGEST.sub(rf"\g<1>{DIGEST_PLACE}\g<3>", changed, count=1))
        return changed.encode("utf-8", errors="surrogateescape")

    def changed(self, path: str, address: str, use: Use) -> str:
        place = self.walk.place(path, address, use)
        if place is None:
            return self.elsewhere(path, address, use)
        parts = urlsplit(address)
        end = (f"?{parts.query}" if parts.query else "") + (
            f"#{parts.fragment}" if parts.fragment else ""
        )
        target = self.walk.target(path, address, use)
        if target is None and parts.scheme:
            return address  # of something else at the same host
        if target in self.walk.taken:
            if target == path and parts.fragment:
                return f"#{parts.fragment}"
            return self.way(path, self.names[target]) + end
        outside = (self.walk.home or "") + quote(place, _SAFE)
        return self.led_out(path, outside or "./", end, use)

    def elsewhere(self, path: str, address: str, use: Use) -> str:
        """An address that is none of the website, whole."""
        parts = split_address(address)
        if parts is None or parts.scheme or parts.netloc or not parts.path:
            return address
        whole = urljoin((self.walk.home or "") + quote(path, _SAFE), address)
        return self.led_out(path, whole, "", use)

    def led_out(self, path: str, outside: str, end: str, use: Use) -> str:
        """An address that leaves the archive; the cover's, if that of the website is not known."""
        if use is Use.LINK:
            self.leads_out.add(outside)
        return outside + end if self.walk.home else f"{self.way(path, COVER)}#elsewhere"

    def way(self, path: str, name: str) -> str:
        """The way from a page to a file of the archive."""
        folder = posixpath.dirname(self.names[path])
        return quote(posixpath.relpath(name, folder or "."), _SAFE)
