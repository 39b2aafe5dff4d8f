"""Keeps what can be made again in the user's cache folder, and says which program made it.

Nothing in there is trusted: who reads an entry gives the digest of all that it was made of,
and an entry that is damaged is one that is not there. Without a folder that can be written to,
things are made anew each time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from proposal.delivery import DeliveryError, deliver
from proposal.zone_data import ZONE_DATA

LONGEST = 60 * 60 * 24 * 60
"""Seconds after which an entry that nobody asked for is removed: two months."""

_TICK = 5.0
"""Seconds after which another change of a file gets another time on any file system."""

_DIGEST_SIZE = 32
"""Bytes before an entry's content: the SHA-256 of the content."""


def digest(*parts: bytes | str) -> str:
    """A digest of some contents; where one part ends and the next begins matters."""
    whole = hashlib.sha256()
    for part in parts:
        # The name of a file may be no UTF-8 (PEP 383).
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(f"{len(content)}:".encode() + content)
    return whole.hexdigest()


def digest_of_files(files: Mapping[str, bytes]) -> str:
    """A digest of some files by their names, in their order."""
    return digest(*(part for file in files.items() for part in file))


def digest_of_file(file: Path) -> str | None:
    """The digest of a file's content; nothing if there is no such file."""
    try:
        return digest(file.read_bytes())
    except OSError:
        return None


@cache
def libraries_digest() -> str:
    """What tells the libraries that are installed, Python and the zones' data from any others."""
    return digest(sys.version, ZONE_DATA.release, *sorted(_libraries()))


@cache
def program_digest() -> str:
    """What tells this program from any other: its own files, its libraries, its Python."""
    folders = (str(Path(__file__).parent), str(built_in_templates()))
    return digest(libraries_digest(), *(digest_by_signs(folder) for folder in folders))


def digest_by_signs(folder: str) -> str:
    """The digest of the program's files in a folder, read anew when one of them was touched.

    To read them takes longer than all else that a command does with nothing to do. The time at
    which the system has last written down anything of a file (ctime) is nothing that one can set.
    """
    files = [(file.path.removeprefix(folder), file) for file in _files_below(folder)]
    states = [(name, file.stat()) for name, file in files]
    signs = [
        (name, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
        for name, state in states
    ]
    key = digest(folder, repr(signs))
    known = kept("program", key)
    if known is not None:
        return known.decode("ascii")
    found = digest(*(part for name, file in files for part in (name, Path(file).read_bytes())))
    if time.time() - max((state.st_ctime for _, state in states), default=0) > _TICK:
        keep("program", key, found.encode("ascii"))
    return found


def program_files() -> Iterator[Path]:
    """The program's own files and templates, always in one order."""
    for folder in (Path(__file__).parent, built_in_templates()):
        yield from map(Path, _files_below(str(folder)))


def _files_below(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_file():
                yield entry
            elif entry.is_dir(follow_symlinks=False) and entry.name != "__pycache__":
                yield from _files_below(entry.path)


def built_in_templates() -> Path:
    """The templates that come with the program: in the package, or beside it in its repository."""
    package = Path(__file__).resolve().parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def _libraries() -> Iterator[str]:
    """Names and versions of the installed packages, as their folders tell them."""
    for place in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        with contextlib.suppress(OSError), os.scandir(place) as entries:
            yield from [entry.name for entry in entries if entry.name.endswith("-info")]


def cache_folder() -> Path:
    """This program's folder among the user's caches; it need not exist, nor be writable.

    It is `$XDG_CACHE_HOME/proposal` (the XDG Base Directory Specification), where the variable
    is not set `~/Library/Caches/proposal` on macOS and `~/.cache/proposal` elsewhere.
    """
    folder = os.environ.get("XDG_CACHE_HOME", "")
    if Path(folder).is_absolute():  # the specification has relative ones ignored
        return Path(folder) / "proposal"
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - never fails, unlike Path.home()
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "proposal"


def kept(name: str, key: str) -> bytes | None:
    """What was kept under a key, if it is still there and whole."""
    file = cache_folder() / name / key
    try:
        stored = file.read_bytes()
        os.utime(file)  # so that it is seen to be in use
    except OSError:
        return None
    content = stored[_DIGEST_SIZE:]
    return content if hashlib.sha256(content).digest() == stored[:_DIGEST_SIZE] else None


def keep(name: str, key: str, content: bytes) -> None:
    """Keep something under a key, which is the digest of all that it was made of."""
    folder = cache_folder() / name
    with contextlib.suppress(OSError, DeliveryError):
        deliver({folder / key: hashlib.sha256(content).digest() + content})
        _forget_old(folder)


@cache
def _forget_old(folder: Path) -> None:
    """Remove what nobody asked for in a long time; once a run is enough."""
    oldest = time.time() - LONGEST
    with os.scandir(folder) as entries:
        for entry in entries:
            # Another run that uses the folder may have removed it meanwhile.
            with contextlib.suppress(FileNotFoundError):
                if entry.stat().st_mtime < oldest:
                    Path(entry.path).unlink()
