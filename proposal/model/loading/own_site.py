"""Reads what organizers put on the website themselves: files of any kind, and pages in Markdown."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Severity, Span, error, warning
from proposal.model.loading.own_page import PAGES, OwnPage, own_page
from proposal.model.name_comparison import plain_letters
from proposal.model.own_file_names import LARGEST_OWN_FILE, OWN_FILES

SITE = "site"
"""The folder below `data/` with the files and pages of the series."""

_PART = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
"""A part of an address on any server, which Jekyll copies, too: `code-1.2.tar.gz`."""
_LEFT_BY_OTHERS = re.compile(
    r"\.DS_Store|\._.*|\.git.*|\.keep|.*~|#.*#|\.#.*|.*\.(swp|swo|tmp)|Thumbs\.db|desktop\.ini|"
    r"__MACOSX",
    re.IGNORECASE,
)
"""Names of files that systems and editors leave."""
_TEXTS = {".md", ".yaml"}


class OwnFolder(Struct, frozen=True):
    """The files and pages that organizers put beside an edition, or beside all of them."""

    folder: Path
    path: str
    """Where they stand on the website, from its root: `2026/`; empty for those of the series."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """By their names from `files/` on: `data/measured.csv`."""
    pages: tuple[OwnPage, ...] = ()
    """In the order of the menu."""


class OwnSite(Struct, frozen=True):
    """All that organizers put on the website themselves."""

    series: OwnFolder
    editions: Mapping[str, OwnFolder]
    """By the ids of the editions."""
    others: tuple[str, ...] = ()
    """The website's pages that are about no single edition, from its root: `editions/`."""

    def of(self, edition_id: str) -> OwnFolder:
        """What stands beside an edition."""
        return self.editions.get(edition_id) or OwnFolder(self.series.folder, f"{edition_id}/")


def own_folder(
    folder: Path,
    path: str,
    named: Collection[str],
    unreadable: Collection[Path],
    read: Callable[[Path], str | None],
    diagnostics: list[Diagnostic],
) -> OwnFolder:
    """The own files and pages of an edition or of the series.

    Args:
        folder: the edition's folder, or that of the series.
        path: where they stand on the website.
        named: the files that papers and talks name, which are looked at where they are named.
        unreadable: files of which it was said already that they cannot be read.
        read: the text of a file; nothing for one that cannot be read, which is a diagnostic.
        diagnostics: takes what is wrong with them.
    """
    files: dict[str, Path] = {}
    for name, file in _files_below(folder / OWN_FILES, diagnostics):
        if file in unreadable:
            continue
        wrong = unusable(file, folder)
        if wrong is None and (said := _no_address(name)):
            wrong = ("file-name", *said)
        if wrong is None:
            files[name] = file
        elif name not in named:
            code, message, hint = wrong
            diagnostics.append(error(code, message, Span.of_file(file), hint))
    return OwnFolder(folder, path, files, _pages(folder, read, diagnostics, is_of_series=not path))


def _pages(
    folder: Path,
    read: Callable[[Path], str | None],
    diagnostics: list[Diagnostic],
    *,
    is_of_series: bool,
) -> tuple[OwnPage, ...]:
    found: list[OwnPage] = []
    for file in sorted((folder / PAGES).glob("*.md")):
        text = read(file)
        if text is None:
            continue
        page, wrong = own_page(file, text, is_of_series=is_of_series)
        diagnostics += wrong
        if page is not None:
            found.append(page)
    return tuple(sorted(found, key=lambda page: page.place))


def _files_below(own: Path, diagnostics: list[Diagnostic]) -> Iterator[tuple[str, Path]]:
    """The files in a folder and below it, by their names, without what others leave there."""
    for parent, folders, names in os.walk(own):
        folders[:] = sorted(name for name in folders if not _is_left_out(Path(parent, name)))
        for name in sorted((*folders, *names)):
            file = Path(parent, name)
            if name in folders and not file.is_symlink():
                continue
            if not _is_left_out(file):
                yield file.relative_to(own).as_posix(), file
            elif not is_left_by_others(name):
                message = f"{name} is hidden, since its name begins with a dot, and is not copied"
                hint = "rename it without the dot, or delete it"
                diagnostics.append(warning("unread-file", message, Span.of_file(file), hint))


def _is_left_out(file: Path) -> bool:
    return file.name.startswith(".") or is_left_by_others(file.name)


def is_left_by_others(name: str) -> bool:
    """Whether a file has a name that systems and editors give to what they leave."""
    return _LEFT_BY_OTHERS.fullmatch(name) is not None


def _no_address(name: str) -> tuple[str, str] | None:
    """That a name can be no part of an address: message and hint."""
    for part in name.split("/"):
        if not _PART.fullmatch(part):
            message = f"`{part}` can be no part of an address"
            return (
                message,
                f"rename it with plain letters, digits, hyphens and dots: {_plain(part)}",
            )
    return None


def _plain(part: str) -> str:
    """A name like one that was written, which an address may have."""
    letters = plain_letters(part).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", letters).strip("._-").replace("-.", ".") or "file"


def unusable(file: Path, folder: Path) -> tuple[str, str, str] | None:
    """Why a file is not copied, as code, message and hint; nothing if it is, or is not there.

    Args:
        file: the file.
        folder: the folder that it may not lead out of by a symbolic link.
    """
    shown = file.relative_to(folder.parents[1 if folder.name == SITE else 2])
    try:
        about = file.stat()
    except OSError:
        if not file.is_symlink():
            return None
        message = f"{shown} is a symbolic link that leads nowhere"
        return "unreadable-file", message, "put a file in its place"
    if not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder)):
        whose = "the folder of the series" if folder.name == SITE else "the edition's folder"
        message = f"{shown} is a symbolic link to a place outside of {whose}"
        return "unreadable-file", message, "put a copy in its place"
    if not stat.S_ISREG(about.st_mode):
        what = "a folder" if stat.S_ISDIR(about.st_mode) else "no plain file"
        return "unreadable-file", f"{shown} is {what}", "put a plain file in its place"
    if not os.access(file, os.R_OK):
        return "unreadable-file", f"{shown} cannot be read", "change who may read it: chmod u+r"
    if about.st_size > LARGEST_OWN_FILE * 1024 * 1024:
        message = f"{shown} is larger than {LARGEST_OWN_FILE} MB"
        hint = "make it smaller, or put it on a service for such files and write its address"
        return "file-too-large", message, hint
    return None


def unlinked(own: OwnFolder, data: Path, named: Collection[str]) -> Iterator[Diagnostic]:
    """That nothing leads to a file, which is copied all the same.

    Args:
        own: the folder of an edition, or of the series.
        data: the folder with all texts.
        named: the files that papers and talks name.
    """
    others = {name: file for name, file in own.files.items() if name not in named}
    sites = [name.removesuffix("index.html") for name in own.files if name.endswith("/index.html")]
    texts = _texts_below(data) if others else ""
    for name, file in others.items():
        is_part = any(name.startswith(site) and name != f"{site}index.html" for site in sites)
        if is_part or f"{OWN_FILES}/{name.removesuffix('/index.html')}" in texts:
            continue
        message = (
            f"nothing leads to {OWN_FILES}/{name}: it is copied, and found by its address alone, "
            f"{own.path}{OWN_FILES}/{name}"
        )
        hint = f"link to it from a text: [what it is]({OWN_FILES}/{name})"
        yield Diagnostic(Severity.NOTE, "unlinked-file", message, Span.of_file(file), hint)


def _texts_below(data: Path) -> str:
    """All that texts and data say, in one."""
    found = []
    for parent, folders, names in os.walk(data):
        folders[:] = [name for name in folders if name != OWN_FILES]
        for name in names:
            file = Path(parent, name)
            if file.suffix in _TEXTS and file.is_file():
                try:
                    found.append(file.read_text(encoding="utf-8", errors="replace"))
                except OSError:
                    continue
    return "\n".join(found)
