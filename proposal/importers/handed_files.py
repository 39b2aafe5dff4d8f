"""Reads the bytes of a table or a message, and says what it is where it is something else."""

from __future__ import annotations

from pathlib import Path

from proposal.importers.draft import ImportSourceError
from proposal.source.file import LARGEST, TooLargeError, regular_bytes

LARGEST_PICTURE = 20 * 1024 * 1024
"""Bytes; a larger picture has no place in a workshop's data."""

_KINDS = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
"""How files begin that hold no text, whatever is expected."""


def bytes_of(
    file: Path, what: str, other_kinds: dict[bytes, str], advice: str, most: int = LARGEST
) -> bytes:
    """The bytes of a file.

    Args:
        file: the file.
        what: what is expected: a table, a message.
        other_kinds: how further files begin that are no such thing, and what they are.
        advice: what follows behind the kind of such a file: `; save the message as text`.
        most: the bytes that it may have.

    Raises:
        ImportSourceError: it is a folder, too large, something else, or cannot be read.
    """
    if file.is_dir():
        raise ImportSourceError(f"{file} is a folder; name the {what} in it")
    try:
        raw = regular_bytes(file, most)
    except TooLargeError as reason:
        message = f"{file} is larger than {most // 1024**2} MB, which no such {what} is"
        raise ImportSourceError(message) from reason
    except OSError as reason:
        said = (reason.strerror or "unknown reason").lower()
        raise ImportSourceError(f"{file} cannot be read: {said}") from reason
    for start, kind in (_KINDS | other_kinds).items():
        if raw.startswith(start):
            raise ImportSourceError(f"{file} is {kind}{advice}")
    return raw


def decoded(raw: bytes) -> tuple[str, int | None]:
    """The text of a file, and the offset of the first byte that is not UTF-8, if one is not.

    What is neither UTF-8 nor, by its first bytes, UTF-16 is read as Windows-1252.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace"), None
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as reason:
        return raw.decode("cp1252", errors="replace"), reason.start
