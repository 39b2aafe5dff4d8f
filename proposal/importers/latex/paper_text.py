r"""Reads the files of a paper as TeX does: in the encoding that it names, whatever comments hold.

Papers that were begun long ago say `\usepackage[latin1]{inputenc}`, and the template of sn-jnl has
quotes of Windows-1252 in a comment.
"""

from __future__ import annotations

import re
from pathlib import Path

from proposal.diagnostics import Diagnostic
from proposal.source.file import read_text, regular_bytes, text_of_bytes

_NAMED = re.compile(
    rb"^[^%\n]*\\usepackage\s*\[\s*(?P<name>\w+)\s*\]\s*\{\s*inputenc\s*\}", re.MULTILINE
)
r"""`\usepackage[latin1]{inputenc}`"""
_ENCODINGS = {
    **{f"latin{number}": f"iso8859_{number}" for number in range(1, 5)},
    "latin5": "iso8859_9", "latin9": "iso8859_15", "latin10": "iso8859_16",
    "ansinew": "cp1252", "cp1252": "cp1252", "cp1250": "cp1250", "cp1251": "cp1251",
    "cp1257": "cp1257", "cp850": "cp850", "cp852": "cp852", "cp437": "cp437", "cp866": "cp866",
    "applemac": "mac_roman", "macce": "mac_latin2", "koi8-r": "koi8_r",
}  # fmt: skip
"""Python's names of encodings by those of LaTeX's package inputenc."""
_COMMENT = re.compile(rb"(?<!\\)(?:\\\\)*%[^\n]*")
"""`% a note`, but no `50\\%`"""
_BEYOND_ASCII = re.compile(rb"[^\x00-\x7f]")


def encoding_of(main: Path) -> str | None:
    """Python's name of the encoding that a paper's main file names; nothing for UTF-8."""
    try:
        named = _NAMED.search(regular_bytes(main))
    except OSError:
        return None
    return _ENCODINGS.get(named["name"].decode()) if named else None


def read_paper_text(file: Path, encoding: str | None) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file of a paper, or nothing and the reason why it cannot be read.

    Args:
        file: the file.
        encoding: what `encoding_of` says of the paper, for a file that is not UTF-8.
    """
    text, errors = read_text(file)
    if text is not None or not {one.code for one in errors} <= {"not-utf-8", "forbidden-character"}:
        return text, errors
    raw = regular_bytes(file)
    if raw.startswith(b"%PDF"):
        return text, errors
    plain = _COMMENT.sub(lambda comment: _BEYOND_ASCII.sub(b"?", comment[0]), raw)
    text, errors = text_of_bytes(file, plain)
    if text is None and encoding is not None:
        try:
            text = plain.decode(encoding)
        except UnicodeDecodeError:
            return None, errors
        return text_of_bytes(file, text.encode())
    return text, errors
