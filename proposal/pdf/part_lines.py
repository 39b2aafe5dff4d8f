"""Finds values in the line of an object that qpdf wrote, and writes texts as it has them."""

from __future__ import annotations

import re

_TEXT = rb"(?:\((?:[^()\\]|\\.)*\)|<[0-9a-fA-F]*>)"
"""A text: `(Figure \\(left\\))`, `<feff0041>`."""
_LIMITS = re.compile(rb"/Limits \[ (" + _TEXT + rb" " + _TEXT + rb") \]", re.DOTALL)
"""The first and the last name of a part of a name tree: `/Limits [ (a) (b) ]`."""
_REFERENCE = re.compile(rb"(?<![\w.#])(\d+) 0 R\b")
"""`12 0 R`"""


def reference(line: bytes, key: bytes) -> int | None:
    """The number of the object behind a key, as of `/First 12 0 R`."""
    found = re.search(re.escape(key) + rb" (\d+) 0 R\b", line)
    return int(found[1]) if found else None


def references(line: bytes) -> list[int]:
    """The numbers of all objects that a line without texts refers to."""
    return [int(number) for number in _REFERENCE.findall(line)]


def whole_number(line: bytes, key: bytes) -> int:
    """The number behind a key, as of `/Count -12`; 0 without the key."""
    found = re.search(re.escape(key) + rb" (-?\d+)\b", line)
    return int(found[1]) if found else 0


def inner(line: bytes, key: bytes = b"") -> bytes:
    """What stands between the brackets of a list without lists in it, or of a whole line.

    Args:
        line: the line.
        key: the key of the list; without it, the line is the list or the dictionary.
    """
    if key:
        found = re.search(re.escape(key) + rb" \[([^\]]*)\]", line)
        return found[1].strip() if found else b""
    return line[2:-2].strip() if line.startswith(b"<<") else line[1:-1].strip()


def limits(line: bytes) -> bytes:
    """The first and the last name of a branch of a tree of names, as they stand there."""
    found = _LIMITS.search(line)
    return found[1] if found else b""


def text_string(text: str) -> bytes:
    """A text for readers (ISO 32000-1, 7.9.2.2): in ASCII as far as it can be, else in UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = re.sub(r"([()\\])", r"\\\1", text)
        return f"({escaped})".encode()
    return b"<feff%s>" % text.encode("utf-16-be").hex().encode()
