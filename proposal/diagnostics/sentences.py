"""Numbers, lists, files and long texts as the English sentences of messages have them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def counted(count: int, noun: str, nouns: str | None = None) -> str:
    """A number with its noun: "1 page", "3 pages"; the plural is given if it has more than an s."""
    return f"{count} {noun}" if count == 1 else f"{count} {nouns or f'{noun}s'}"


def shortened(text: str, most: int) -> str:
    """A text in one line of at most so many characters; an ellipsis stands where it is cut."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def listing(names: Iterable[str], last: str = "and") -> str:
    """All names: "a", "a and b", "a, b and c"."""
    *others, end = [*names] or [""]
    return f"{', '.join(others)} {last} {end}" if others else end


def first_few(names: Iterable[str], most: int = 3) -> str:
    """The first names, and how many more there are: "a, b", "a, b, c and 2 more"."""
    listed = [*names]
    more = len(listed) - most
    return ", ".join(listed[:most]) + (f" and {more} more" if more > 0 else "")


def seen_from(folder: Path, file: Path) -> Path:
    """A file as it is named in a folder, or its whole path if it lies elsewhere."""
    return file.relative_to(folder) if file.is_relative_to(folder) else file
