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
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from proposal.clocks import ZONE_DATA
from proposal.delivery import DeliveryError, deliver

LONGEST = 60 * 60 * 24 * 60
"""Seconds after which an entry that nobody asked for is removed: two months."""

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
    parts: list[bytes | str] = [libraries_digest()]
    for name, file in program_files():
        parts += [name, file.read_bytes()]
    return digest(*parts)


def program_files() -> Iterator[tuple[str, Path]]:
    """The program's own files and templates, by their paths within it, always in one order."""
    for folder in (Path(__file__).parent, built_in_templates()):
        for parent, folders, names in os.walk(folder):
            folders[:] = sorted(folder for folder in folders if folder != "__pycache__")
            below = os.path.relpath(parent, folder)
            yield from ((f"{below}/{name}", Path(parent, name)) for name in sorted(names))


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
