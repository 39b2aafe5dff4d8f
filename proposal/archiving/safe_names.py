"""Gives files names that every system takes, whatever they are called on the website."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
"""Signs that Windows takes in no name of a file: `a:b`, `what?`."""
_DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{kind}{n}" for kind in ("com", "lpt") for n in "123456789"
}
"""Names that are devices on Windows, whatever ends them: `con.webp`."""


def safe_names(paths: Iterable[str]) -> dict[str, str]:
    """Paths that can be written on Linux, macOS and Windows, by the paths of a website.

    Two that differ in small and capital letters only, or in how accents are written, would be one
    file on other systems; the second gets a number. Rules of Windows:
    https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    """
    found: dict[str, str] = {}
    folders: dict[str, str] = {"": ""}
    taken: set[str] = set()
    for path in sorted(paths):
        *parents, name = path.split("/")
        at = ""
        for parent in parents:
            inside = f"{at}{parent}/"
            if inside not in folders:
                folders[inside] = f"{_free(folders[at], _safe(parent), taken)}/"
            at = inside
        found[path] = _free(folders[at], _safe(name), taken)
    return found


def _free(folder: str, name: str, taken: set[str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    stem, end = (stem, f".{suffix}") if dot and stem else (name, "")
    number, path = 1, f"{folder}{name}"
    while path.casefold() in taken:
        number += 1
        path = f"{folder}{stem}-{number}{end}"
    taken.add(path.casefold())
    return path


def _safe(name: str) -> str:
    plain = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", name))
    if plain[-1:] in {".", " "}:
        plain = f"{plain.rstrip('. ')}-"
    stem, dot, rest = plain.partition(".")
    return f"{stem}-{dot}{rest}" if stem.casefold() in _DEVICES else plain
