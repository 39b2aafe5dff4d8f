"""Finds what a text of ours links to: files and pages of one's own, other pages of the website."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from proposal.model.key_hints import nearest
from proposal.model.own_file_names import OWN_FILES
from proposal.model.own_page import PAGES, OwnPage
from proposal.model.own_site import SITE, OwnFolder, OwnSite

CALL = "call-for-papers/"
EDITIONS = "editions/"
OVERVIEW = "overview.md"


@dataclass(frozen=True, slots=True)
class OwnTarget:
    """What of ours a link leads to."""

    path: str
    """From the website's root: `2026/faq/`, `2026/files/data.csv`; empty for the first page."""
    behind: str = ""
    """What stands behind the path: `#fees`."""

    def from_page(self, page: str) -> str:
        """The address on a page that stands at a path of the website."""
        return f"{from_page(self.path, page)}{self.behind}"


@dataclass(slots=True)
class OwnTargets:
    """All that texts beside an edition, or beside all of them, may link to and show.

    A name is looked for from the folder of the text on, then from that of the edition, then from
    that of the series.
    """

    site: OwnSite
    own: OwnFolder
    """The folder to which the text belongs."""
    pages: dict[str, OwnPage] = field(default_factory=dict)
    """Pages of one's own by their paths."""
    _files: dict[Path, str] = field(default_factory=dict)
    """Where files of one's own, and texts of pages, stand on the website."""
    _paths: set[str] = field(default_factory=set)
    """The pages of the website."""

    def __post_init__(self) -> None:
        self._paths |= {"", EDITIONS}
        for own in (self.site.series, *self.site.editions.values()):
            for name, file in own.files.items():
                self._files[file] = f"{own.path}{OWN_FILES}/{name}"
            for page in own.pages:
                self._files[page.file] = path_of_page(own, page.name)
                self.pages[path_of_page(own, page.name)] = page
            if own.path:
                self._files[own.folder / OVERVIEW] = own.path
                self._paths |= {own.path, f"{own.path}{CALL}"}
        self._paths |= self.pages.keys()

    def path_of(self, text: Path) -> str | None:
        """Where a text stands on the website, if it has a page."""
        return self._files.get(text)

    def target(self, written: str, text: Path) -> OwnTarget | None:
        """What a link leads to; nothing if it is not ours, or leads nowhere.

        Args:
            written: the address as it stands in the text, without `https:`.
            text: the file of the text.
        """
        name, behind = _parted(written)
        if not name:
            return None
        for base in self._folders(name, text):
            file = Path(os.path.normpath(base / name.lstrip("/")))
            if file in self._files:
                return OwnTarget(self._files[file], behind)
        for base_path in self._bases(name, text):
            path = posixpath.normpath(f"/{base_path}{name.lstrip('/')}").lstrip("/")
            path = path.removesuffix("index.html").rstrip("/")
            path = f"{path}/" if path else ""
            if path in self._paths:
                return OwnTarget(path, behind)
        return None

    def picture(self, written: str, text: Path) -> tuple[Path, OwnFolder] | None:
        """The file of a picture, and to whose pages it belongs; nothing if it is not there."""
        name = _parted(written)[0]
        for base in self._folders(name, text) if name else ():
            file = Path(os.path.normpath(base / name.lstrip("/")))
            owner = self._owner(file)
            if owner is not None and _is_there(file, owner):
                return file, owner
        return None

    def elsewhere(self, written: str, text: Path) -> Path | None:
        """A file of ours that a link names, and that is not put on the website."""
        name = _parted(written)[0]
        for base in self._folders(name, text) if name else ():
            file = Path(os.path.normpath(base / name.lstrip("/")))
            if file.is_relative_to(self.site.series.folder.parent) and file.exists():
                return file
        return None

    def similar(self, written: str, text: Path) -> str | None:
        """What was probably meant by a name under which there is nothing."""
        name = _parted(written)[0]
        known: dict[str, str] = {}
        for base in self._folders(name, text):
            for file in _beside(base / posixpath.dirname(name.lstrip("/"))):
                known.setdefault(_from(base, file).casefold(), _from(base, file))
            for file in self._files:
                known.setdefault(_from(base, file).casefold(), _from(base, file))
        for path in self._paths:
            if path.startswith(self.own.path) and path != self.own.path:
                short = path.removeprefix(self.own.path)
                known.setdefault(short.casefold(), short)
        guess = nearest(name.casefold(), sorted(known))
        return known[guess] if guess else None

    def _folders(self, name: str, text: Path) -> Iterator[Path]:
        if name.startswith("/"):
            yield self.site.series.folder
            return
        yield from dict.fromkeys(
            (
                text.parent,
                self.own.folder,
                *(folder / PAGES for folder in (self.own.folder, self.site.series.folder)),
                self.site.series.folder,
            )
        )

    def _bases(self, name: str, text: Path) -> Iterator[str]:
        """The paths of pages from which an address may be written."""
        if not name.startswith("/"):
            yield self._files.get(text, self.own.path)
            yield self.own.path
        yield ""

    def _owner(self, file: Path) -> OwnFolder | None:
        owners = (*self.site.editions.values(), self.site.series)
        return next((own for own in owners if file.is_relative_to(own.folder)), None)


def from_page(path: str, page: str) -> str:
    """A path of the website as a page at another one writes it: `../files/data.csv`."""
    relative = posixpath.relpath(f"/{path}", f"/{page}")
    return f"{relative}/" if not path or path.endswith("/") else relative


def path_of_page(own: OwnFolder, name: str) -> str:
    """Where a page of one's own stands, from the website's root."""
    return f"{own.path}{name}/"


def is_of_ours(address: str) -> bool:
    """Whether an address can be a name or a page of ours: it has no scheme and is not empty."""
    return bool(address) and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#", address)


def _parted(written: str) -> tuple[str, str]:
    """A name, and what stands behind it from `?` or `#` on."""
    match = re.match(r"([^?#]*)(.*)", written, re.DOTALL)
    name, behind = (match[1], match[2]) if match else (written, "")
    name = unquote(name)
    return ("" if "\0" in name else name), behind


def _is_there(file: Path, owner: OwnFolder) -> bool:
    """Whether a file stands there under just this name, which other systems may not tell apart."""
    if not file.is_file() or file.name not in {other.name for other in _beside(file.parent)}:
        return False
    return Path(os.path.realpath(file)).is_relative_to(os.path.realpath(owner.folder))


def _beside(folder: Path) -> list[Path]:
    try:
        return [file for file in folder.iterdir() if file.is_file()]
    except (OSError, ValueError):
        return []


def _from(base: Path, file: Path) -> str:
    return Path(os.path.relpath(file, base)).as_posix()


def targets_of(site: OwnSite | None, edition_id: str | None, data: Path) -> OwnTargets:
    """What the texts of an edition, or of the series, may link to.

    Args:
        site: what organizers put on the website.
        edition_id: the edition; nothing for the series.
        data: the folder `data/`, if nothing is known of the site.
    """
    known = site or OwnSite(OwnFolder(data / SITE, ""), {})
    return OwnTargets(known, known.of(edition_id) if edition_id else known.series)
