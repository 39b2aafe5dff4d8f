"""Identifies the TeX that is installed here, so that another one makes everything anew.

Asking TeX takes a tenth of a second, which is felt where there is nothing else to do. So what
it said is kept, together with the files on which the answer depends, and asked for again as
soon as one of them is another.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from proposal.caching import digest, keep, kept

KEPT = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TEXMFHOME", "TEXMFVAR")
"""The variables of the user's environment that TeX gets to know."""

_CLASS = "acmart.cls"
_CLASS_VERSION = re.compile(r"\\ProvidesClass\{acmart\}\s*\[([^\]]*?v[\d.]+)")
r"""`\ProvidesClass{acmart}[2024/12/28 v2.12`"""
_KERNEL = "latex.ltx"
_KERNEL_VERSION = re.compile(rb"\\[ex]?def\\fmtversion\s*\{([\d/-]+)\}")
r"""`\def\fmtversion{2024-11-01}`"""
_LISTS = "ls-R"
"""The lists of the files of TeX's own trees; whoever installs a package writes them anew."""
_SETTINGS = "texmf.cnf"
_OWN_TREES = "$TEXMFHOME:$TEXMFCONFIG:$TEXMFVAR"
"""The user's own trees, which have no lists."""
_ALL_TREES = "$TEXMFCNF:$TEXMF:$OSFONTDIR"

Sign = tuple[int, int] | None
"""By which a file is known not to have changed: size and time of change; nothing if it is
not there."""


def installed_tex(engine: str) -> str:
    """A digest of the engine's version and of ACM's class; empty if the engine is not installed.

    Args:
        engine: the name of the program, such as `pdflatex`.
    """
    return str(_answer(engine).get("told", ""))


def tex_versions(engine: str) -> dict[str, str]:
    """What the engine, LaTeX and ACM's class call their versions; nothing without an engine.

    Args:
        engine: the name of the program, such as `pdflatex`.

    Returns:
        The engine's first line (`engine`); the day of LaTeX's release, as in 2025-06-01
        (`latex`); the class's day and number, as in `2024/12/28 v2.12` (`acmart`).
    """
    return dict(_answer(engine).get("versions", {}))


def tex_trees() -> tuple[Path, ...]:
    """The folders that TeX reads its settings, packages and fonts from; some may be missing."""
    return tuple(map(Path, (_answer("pdflatex") or _answer("kpsewhich")).get("trees", ())))


@cache
def _answer(engine: str) -> dict[str, Any]:
    """What TeX says of itself, as it was kept or as it is asked now."""
    program = shutil.which(engine)
    if program is None:
        return {}
    surroundings = [program, *(f"{name}={os.environ.get(name, '')}" for name in KEPT)]
    key = digest("installed with LaTeX", *surroundings)
    answer = _read(kept("tex", key))
    if not is_unchanged(answer.get("seen")):
        answer = _ask(program)
        keep("tex", key, json.dumps(answer).encode())
    return answer


def sign_of(file: str | Path) -> Sign:
    """The sign of a file or folder as it is now."""
    try:
        found = Path(file).stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def signs_of(files: Iterable[str]) -> list[list[Any]]:
    """Files and their signs, as they are written down."""
    return [[file, sign_of(file)] for file in dict.fromkeys(files)]


def is_unchanged(seen: Any) -> bool:
    """Whether all files are what they were when their signs were written down."""
    try:
        return bool(seen) and all(sign_of(file) == (sign and tuple(sign)) for file, sign in seen)
    except (TypeError, ValueError):
        return False  # somebody has written there


def _ask(program: str) -> dict[str, Any]:
    """What is installed: its digest, its versions, and the files on which they depend."""
    banner = _said([program, "--version"]).split("\n")[0].strip()
    found = _said(["kpsewhich", "--all", _CLASS, _LISTS, _SETTINGS]).split("\n")
    classes = [line for line in found if line.endswith(_CLASS)]
    content = Path(classes[0]).read_bytes() if classes else b""
    own = _said(["kpsewhich", f"--expand-var={_OWN_TREES}"]).strip()
    folders = _folders(Path(tree) / "tex" for tree in own.split(os.pathsep) if tree)
    every = _said(["kpsewhich", f"--expand-braces={_ALL_TREES}"]).strip().split(os.pathsep)
    # Signs stand before and behind a name, as in `!!/usr/share/texmf` and `/usr/share/fonts//`.
    trees = [f"/{tree.lstrip('!').strip('/')}" for tree in every if tree.lstrip("!")[:1] == "/"]
    version = _CLASS_VERSION.search(content.decode("utf-8", errors="replace"))
    kernel = _said(["kpsewhich", _KERNEL]).strip()
    release = _KERNEL_VERSION.search(Path(kernel).read_bytes()) if kernel else None
    return {
        "told": digest(banner, content),
        "versions": {
            "engine": banner,
            "latex": release[1].decode().replace("/", "-") if release else "unknown",
            "acmart": version[1] if version else "unknown",
        },
        "trees": list(dict.fromkeys(trees)),
        "seen": signs_of([os.path.realpath(program), *filter(None, [*found, kernel]), *folders]),
    }


def _folders(roots: Iterable[Path]) -> Iterator[str]:
    """Folders and all below them; a folder's time tells that a file in it came or went."""
    for root in roots:
        yield str(root)
        for parent, names, _ in os.walk(root):
            yield from (os.path.join(parent, name) for name in names)  # noqa: PTH118 - thousands of folders, for which a `Path` is slow


def _said(command: list[str]) -> str:
    path = shutil.which(command[0])
    if path is None:
        return ""
    import subprocess  # noqa: PLC0415 - slow to load, and TeX is seldom asked

    return subprocess.run(
        [path, *command[1:]], capture_output=True, text=True, errors="replace", check=False
    ).stdout


def _read(content: bytes | None) -> dict[str, Any]:
    return dict(json.loads(content)) if content else {}
