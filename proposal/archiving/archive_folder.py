"""Writes archives, and leaves alone what it did not write."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from proposal.archiving.site_archive import CONTENTS
from proposal.build.output_tree import read_listing, remove_empty_folders
from proposal.delivery import deliver, remove_leftovers
from proposal.diagnostics import ProposalError, first_few

_OF_SYSTEMS = re.compile(r"\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|\.directory", re.IGNORECASE)
"""Files that systems put into every folder that is looked at: `.DS_Store`."""


class ArchivePlaceError(ProposalError):
    """Something else stands where the archive would; the text says what."""

    exit_code = 2


def write_folder(folder: Path, files: Mapping[str, bytes]) -> int:
    """Make a folder hold an archive, and nothing else; tell how many files that changed.

    Args:
        folder: the folder.
        files: the archive's files, its list of contents among them.

    Raises:
        ArchivePlaceError: the folder holds something that no archive had there.
        DeliveryError: the folder cannot be written to.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise _in_the_way(folder, "it is no folder")
    if folder.is_dir():
        remove_leftovers(folder)
        others = sorted(_not_ours(folder, files))
        if others:
            shown = first_few(others)
            raise _in_the_way(folder, f"it holds what no archive had there: {shown}")
    changed = {
        folder / name: content
        for name, content in files.items()
        if _digest_of(folder / name) != sha256(content).hexdigest()
    }
    stale = sorted(read_listing(folder / CONTENTS).keys() - files.keys())
    deliver(changed)
    for name in stale:
        (folder / name).unlink(missing_ok=True)
        remove_empty_folders((folder / name).parent, folder)
    return len(changed) + len(stale)


def write_zip(file: Path, content: bytes) -> bool:
    """Write an archive as a zip; tell whether that changed anything.

    Raises:
        ArchivePlaceError: something else than an archive stands there.
        DeliveryError: the file cannot be written.
    """
    if file.is_symlink() or file.is_dir():
        raise _in_the_way(file, "it is no file")
    if file.is_file():
        before = file.read_bytes()
        if before == content:
            return False
        if not _is_archive(before):
            raise _in_the_way(file, "it is no archive as this command writes them")
    deliver({file: content})
    return True


def _in_the_way(place: Path, why: str) -> ArchivePlaceError:
    return ArchivePlaceError(
        f"{place} stands there already, and {why}. Nothing was changed; move it away, or name "
        "another folder by --to"
    )


def _not_ours(folder: Path, files: Mapping[str, bytes]) -> Iterator[str]:
    """The files in a folder that are neither as the last archive had them, nor as this one has."""
    listed = read_listing(folder / CONTENTS)
    for file in folder.rglob("*"):
        name = file.relative_to(folder).as_posix()
        if name == CONTENTS or _OF_SYSTEMS.fullmatch(file.name):
            continue
        if file.is_dir() and not file.is_symlink():
            continue
        known = {listed.get(name), sha256(files[name]).hexdigest() if name in files else None}
        if file.is_symlink() or _digest_of(file) not in known:
            yield name


def _digest_of(file: Path) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _is_archive(content: bytes) -> bool:
    """Whether a zip is an archive in which nothing was changed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            names = {name.partition("/")[2]: name for name in opened.namelist()}
            lines = opened.read(names[CONTENTS]).decode().splitlines()
            pairs = (line.partition("  ") for line in lines)
            listed = {name: known for known, _, name in pairs}
            return names.keys() - {CONTENTS} == listed.keys() and all(
                sha256(opened.read(names[name])).hexdigest() == known
                for name, known in listed.items()
            )
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, RuntimeError, NotImplementedError):
        return False
