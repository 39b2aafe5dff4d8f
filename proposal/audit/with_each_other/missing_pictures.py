"""Finds pictures of pages that are not there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely
from proposal.audit.with_each_other.stated.statements import PageContent, StatedPicture
from proposal.audit.with_each_other.unfinished import is_address_to_come
from proposal.reading.locations import Location
from proposal.source.web_address import split_address

_TO_COME = re.compile(
    r"""
    x{2,} | placeholders? | todo | tb[acd]
    | your[-_ ]?(?:image|photo|picture|logo)(?:[-_ ]here)?
    | (?:image|img|picture|photo)[-_]?(?:url|src|here|link)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Names of pictures that only keep the place of others: `xxx.jpg`, `IMAGE_URL`."""

_ROOT_FILES = ("_config.yml", ".git", "hugo.toml", "config.toml", "_quarto.yml", "CNAME")
"""What lies in the folder in which a site begins."""

_MOST_FILES = 20_000
"""Files in which pictures are looked for by their names."""
_LONGEST = 250
"""Bytes of a file's name; most file systems take 255."""


def missing_pictures(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Pictures whose file lies nowhere in the site, where others of its pictures are there."""
    seen: set[Location] = set()
    names: dict[Path, set[str]] = {}
    for content in edition:
        root = _root(content.document.file)
        for picture in content.pictures:
            name = _name(picture)
            if name is None or picture.location in seen:
                continue
            seen.add(picture.location)
            if root not in names:
                names[root] = _names_below(root)
            known = names[root]
            if name.casefold() in known or not known:
                continue
            if _TO_COME.fullmatch(Path(name).stem) or is_address_to_come(picture.address):
                message = f"“{picture.address}” holds the place of a picture"
                hint = "give the picture, or take it out"
                yield unlikely("placeholder", message, picture.location, hint)
            elif _others_are_there(edition, known) and Path(name).suffix:
                message = f"the picture {picture.address} is missing"
                hint = "add the file, or correct the address"
                yield unlikely("dead-link", message, picture.location, hint)


def _name(picture: StatedPicture) -> str | None:
    """The name of a picture's file; nothing for one elsewhere, or one that a program makes."""
    address = split_address(picture.address)
    if address is None:
        return None
    path = unquote(address.path)
    if address.scheme or address.netloc or re.search(r"[{}<>$\0]", picture.address):
        return None
    name = path.rpartition("/")[2]
    return name if name and len(name.encode("utf-8", "replace")) <= _LONGEST else None


def _others_are_there(edition: Sequence[PageContent], known: set[str]) -> bool:
    """Whether most pictures of the pages are files, so that one that is none was forgotten."""
    shown = {name.casefold() for c in edition for p in c.pictures if (name := _name(p))}
    return len(shown & known) * 2 > len(shown)


def _root(file: Path) -> Path:
    """The folder in which the site of a page begins; the page's own, if that is not seen."""
    for folder in list(file.absolute().parents)[:6]:
        if any((folder / name).exists() for name in _ROOT_FILES):
            return folder
    return file.absolute().parent


def _names_below(root: Path) -> set[str]:
    """The names of all files of a site, in small letters; none if there are too many."""
    found: set[str] = set()
    for _, below, names in os.walk(root):
        below[:] = [name for name in below if name not in {".git", "node_modules"}]
        found |= {name.casefold() for name in names}
        if len(found) > _MOST_FILES:
            return set()
    return found
