"""Reads a file of the user as clean text: UTF-8, composed letters, Unix line ends."""

from __future__ import annotations

import errno
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from proposal.diagnostics import Diagnostic, Span, error

LARGEST = 4 * 1024 * 1024
"""Bytes; no file that a person writes is larger, and a mistaken one should not hang the build."""

_UNWANTED = {"Cc", "Co", "Cn", "Cs", "Zl", "Zp"}
_ALLOWED_CONTROLS = {"\n", "\t"}
_DIRECTION_OVERRIDES = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_file(file: Path) -> bool:
    """Whether anything stands in a file's place.

    What is no plain file, or what nobody may look at, is reported when it is read.
    """
    try:
        file.lstat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True


_HINTS: Mapping[int, str] = {
    errno.ELOOP: "remove the symbolic link, or let it lead to a file",
    errno.EISDIR: "rename the folder, or put a file in its place",
    errno.EACCES: "change who may read it: chmod u+r",
    errno.ENOENT: "put it back, or remove the symbolic link that leads to it",
    errno.EINVAL: "put a plain file in its place",
}
"""What to do about a file that cannot be read, by the number that the system gives."""


class TooLargeError(OSError):
    """A file is larger than files of its kind are."""


def regular_bytes(file: Path, most: int | None = LARGEST) -> bytes:
    """The content of a file; of a pipe or a device, which might never end, nothing is read.

    Args:
        file: the file.
        most: the bytes that it may have; nothing for any number.

    Raises:
        TooLargeError: it has more.
        OSError: it cannot be read, or is no regular file.
    """
    about = file.stat()
    if stat.S_ISDIR(about.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(file))
    if not stat.S_ISREG(about.st_mode):
        raise OSError(errno.EINVAL, "it is a pipe, a socket or a device", str(file))
    if most is not None and about.st_size > most:
        raise TooLargeError(errno.EFBIG, "it is too large", str(file))
    return file.read_bytes()


def read_text(file: Path) -> tuple[str | None, list[Diagnostic]]:
    """The file's text, or nothing and the reason why it cannot be read as text."""
    start = Span.of_file(file)
    try:
        raw = regular_bytes(file)
    except TooLargeError:
        hint = "shorten it, or divide it; a text that a person writes is never so long"
        return None, [error("file-too-large", "the file is larger than 4 MB", start, hint)]
    except OSError as reason:
        said = (reason.strerror or "unknown reason").lower()
        what = f"the file cannot be read: {said}"
        return None, [error("unreadable-file", what, start, _HINTS.get(reason.errno or 0))]
    return text_of_bytes(file, raw)


def text_of_bytes(file: Path, raw: bytes) -> tuple[str | None, list[Diagnostic]]:
    """The text that the bytes of a file are, or nothing and the reason why they are none."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        before = raw[: reason.start].decode("utf-8-sig")
        span = _span_at(file, before, len(before))
        return None, [
            error(
                "not-utf-8",
                f"the byte 0x{raw[reason.start]:02x} is no UTF-8 text",
                span,
                "save the file with the encoding UTF-8",
            )
        ]
    text = _tidy(text)
    diagnostics = [
        forbidden_character(character, _span_at(file, text, offset))
        for offset, character in forbidden_in(text)
    ]
    return (None, diagnostics) if diagnostics else (text, [])


def forbidden_in(text: str) -> Iterator[tuple[int, str]]:
    """The characters of a text that may not stand in data, each with its offset."""
    for offset, character in _suspects(text):
        if is_forbidden(character):
            yield offset, character


def forbidden_character(character: str, span: Span, how: str = "") -> Diagnostic:
    """That a character may not stand at a place.

    Args:
        character: the character.
        span: where it is written.
        how: how it is written there, if not as itself.
    """
    what = f"{how} is" if how else "this is"
    if "\ud800" <= character <= "\udfff":
        message = f"{what} half a character (U+{ord(character):04X}), which cannot be printed"
        return error("forbidden-character", message, span, "write the character itself")
    message = f"the invisible character U+{ord(character):04X} cannot be printed"
    return error(
        "forbidden-character",
        f"{message} (it is written {how})" if how else message,
        span,
        f"delete {how}" if how else "delete it (it often comes along when text is pasted)",
    )


def shown_lines(file: Path) -> list[str]:
    """The lines of a file as they were counted when it was read, safe to print on a terminal.

    Raises:
        OSError: the file cannot be read.
    """
    return [safe_to_show(line) for line in _counted_lines(file)]


def line_of(file: Path, number: int) -> str:
    """One line of a file, counted from 1, which is not yet safe to print.

    Raises:
        OSError: the file cannot be read.
        IndexError: the file has no such line.
    """
    return _counted_lines(file)[number - 1]


def _counted_lines(file: Path) -> list[str]:
    """The lines as they were counted when the file was read."""
    status = file.stat()
    return _lines_of(file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4)
def _lines_of(file: Path, _changed: int, _size: int) -> list[str]:
    """The lines of a version of a file; remembered, since a file with one error often has more."""
    return _tidy(regular_bytes(file).decode("utf-8-sig", errors="replace")).split("\n")


def safe_to_show(line: str) -> str:
    """A line, or a part of one, as a terminal may print it: as many characters as before."""
    return marked(line).replace("\t", " ")


def marked(text: str) -> str:
    """The text with a sign in the place of each forbidden character."""
    return "".join("\N{REPLACEMENT CHARACTER}" if is_forbidden(sign) else sign for sign in text)


def _tidy(text: str) -> str:
    """The text with composed letters and Unix line ends."""
    return composed(text.replace("\r\n", "\n").replace("\r", "\n"))


def composed(text: str) -> str:
    """The text with composed letters (Unicode's normalization form C)."""
    return unicodedata.normalize("NFC", text)


def _suspects(text: str) -> Iterable[tuple[int, str]]:
    """The characters among which forbidden ones may be, with their offsets: mostly none."""
    # All that is forbidden, and some that is not, is what Python calls unprintable.
    is_clean = text.replace("\n", "").replace("\t", "").isprintable()
    return () if is_clean else enumerate(text)


def is_forbidden(character: str) -> bool:
    """Whether a character may not stand in data: it is invisible, or turns what is around it."""
    if character < "\x7f":
        return character < " " and character not in _ALLOWED_CONTROLS
    return (
        character in _DIRECTION_OVERRIDES
        or character == "\ufeff"
        or unicodedata.category(character) in _UNWANTED
    )


def is_forbidden_in_name(character: str) -> bool:
    """Whether a character may not stand in a file's name; half ones are bytes that are no UTF-8."""
    return character in _ALLOWED_CONTROLS or is_forbidden(character)


def _span_at(file: Path, text: str, offset: int) -> Span:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Span(file, line, column, column + 1)
