"""Finds what a text of ours links to: files and pages of one's own, other pages of the website."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from proposal.edition.edition import Edition
from proposal.model.loading.own_page import PAGES, OwnPage
from proposal.model.loading.own_site import SITE, OwnFolder, OwnSite
from proposal.model.nearest_word import nearest
from proposal.model.own_file_names import OWN_FILES

CALL = "call-for-papers/"
EDITIONS = "editions/"
OVERVIEW = "overview.md"


class OwnTarget(Struct, frozen=True):
    """What of ours a link leads to."""

    path: str
    """From the website's root: `2026/faq/`, `2026/files/data.csv`; empty for the first page."""
    behind: str = ""
    """What stands behind the path: `#fees`."""

    def from_page(self, page: str) -> str:
        """The address on a page that stands at a path of the website."""
        return f"{from_page(self.path, page)}{self.behind}"


class OwnTargets(Struct, frozen=True, dict=True):
    """All that texts beside an edition, or beside all of them, may link to and show.

    A name is looked for from the folder of the text on, then from that of the edition, then from
    that of the series.
    """

    site: OwnSite
    own: OwnFolder
    """The folder to which the text belongs."""

    @cached_property
    def pages(self) -> Mapping[str, OwnPage]:
        """Pages of one's own by their paths."""
        return {path_of_page(own, page.name): page for own in self._folders for page in own.pages}

    @cached_property
    def _files(self) -> Mapping[Path, str]:
        """Where files of one's own, and texts of pages, stand on the website."""
        found = {page.file: path for path, page in self.pages.items()}
        for own in self._folders:
            found |= {file: f"{own.path}{OWN_FILES}/{name}" for name, file in own.files.items()}
            if own.path:
                found[own.folder / OVERVIEW] = own.path
        return found

    @cached_property
    def _paths(self) -> frozenset[str]:
        """The pages of the website."""
        editions = [own.path for own in self._folders if own.path]
        calls = [f"{path}{CALL}" for path in editions]
        return frozenset({*self.site.others, *editions, *calls, *self.pages})

    @property
    def _folders(self) -> tuple[OwnFolder, ...]:
        return (self.site.series, *self.site.editions.values())

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
        for base in self._bases(name, text):
            file = Path(os.path.normpath(base / name.lstrip("/")))
            if file in self._files:
                return OwnTarget(self._files[file], behind)
        for base_path in self._base_paths(name, text):
            path = posixpath.normpath(f"/{base_path}{name.lstrip('/')}").lstrip("/")
            path = path.removesuffix("index.html").rstrip("/")
            path = f"{path}/" if path else ""
            if path in self._paths:
                return OwnTarget(path, behind)
        return None

    def picture(self, written: str, text: Path) -> tuple[Path, OwnFolder] | None:
        """The file of a picture, and to whose pages it belongs; nothing if it is not there."""
        name = _parted(written)[0]
        for base in self._bases(name, text) if name else ():
            file = Path(os.path.normpath(base / name.lstrip("/")))
            owner = self._owner(file)
            if owner is not None and _is_there(file, owner):
                return file, owner
        return None

    def elsewhere(self, written: str, text: Path) -> Path | None:
        """A file of ours that a link names, and that is not put on the website."""
        name = _parted(written)[0]
        for base in self._bases(name, text) if name else ():
            file = Path(os.path.normpath(base / name.lstrip("/")))
            if file.is_relative_to(self.site.series.folder.parent) and file.exists():
                return file
        return None

    def similar(self, written: str, text: Path) -> str | None:
        """What was probably meant by a name under which there is nothing."""
        name = _parted(written)[0]
        known: dict[str, str] = {}
        for base in self._bases(name, text):
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

    def _bases(self, name: str, text: Path) -> Iterator[Path]:
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

    def _base_paths(self, name: str, text: Path) -> Iterator[str]:
        """The paths of pages from which an address may be written."""
        if not name.startswith("/"):
            yield self._files.get(text, self.own.path)
            yield self.own.path
        yield ""

    def _owner(self, file: Path) -> OwnFolder | None:
        return next((own for own in self._folders if file.is_relative_to(own.folder)), None)


def from_page(path: str, page: str) -> str:
    """A path of the website as a page at another one writes it: `../files/data.csv`."""
    relative = posixpath.relpath(f"/{path}", f"/{page}")
    return f"{relative}/" if not path or path.endswith("/") else relative


def path_of_page(own: OwnFolder, name: str) -> str:
    """Where a page of one's own stands, from the website's root."""
    return f"{own.path}{name}/"


def is_of_ours(address: str) -> bool:
    """Whether an address can be a name or a page of ours: it has no scheme and is not empty."""
    # such as https://example.org, //example.org, #dates
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


def targets_for(edition: Edition, text: Path) -> OwnTargets:
    """What a text may link to and show.

    Args:
        edition: the edition whose facts it quotes.
        text: its file, which may belong to the series.
    """
    site = edition.site or OwnSite(OwnFolder(text.parents[2] / SITE, ""), {})
    is_of_series = text.is_relative_to(site.series.folder)
    return OwnTargets(site, site.series if is_of_series else site.of(edition.id))


class OnWebsite(Struct, frozen=True):
    """What the texts of an edition name of ours, as it is found on the website."""

    edition: Edition

    def address_of(self, written: str, text: Path) -> str | None:
        """The whole address of something of ours that a text names.

        Nothing if there is none; an empty text if the website's address is not known.
        """
        target = targets_for(self.edition, text).target(written, text)
        if target is None:
            return None
        root = self.edition.url
        return f"{root.rstrip('/')}/{target.path}{target.behind}" if root else ""

    def picture_of(self, written: str, text: Path) -> Path | None:
        """The file of a picture that a text names; nothing if there is none."""
        found = targets_for(self.edition, text).picture(written, text)
        return found[0] if found else None
