"""Tells text in Windows-1252, as spreadsheet programs write it, from text in another encoding.

Nothing in a file says in which of the encodings with a byte for each letter it is. Those of other
languages become words that no language has, such as `Àâòîðû`, and are refused. Where only some
letters would differ, as in `Boøek`, the words are shown, so that somebody sees it.
"""

from __future__ import annotations

import re
from pathlib import Path

from proposal.diagnostics import Diagnostic, Severity, Span
from proposal.importers.draft import ImportSourceError

_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
"""Bytes that Windows-1252 does not have."""
_LETTERS = "\u0160\u0152\u017d\u0161\u0153\u017e\u0178\u0192\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff"
_LONG_RUN = re.compile(
    rf"[{_LETTERS}\u00a1-\u00aa\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00bf\u2020-\u2021\u02c6]{{4,}}"
)
"""Letters and signs that are not ASCII, of which no Western word has so many: `Àâòîðû`, `±êÌâ`."""
_INSIDE = re.compile(
    r"[^\W\d_][\u00a1-\u00a3\u00a5-\u00a9\u00ac\u00ae\u00af\u00b1-\u00b3\u00b6\u00b8\u00b9"
    r"\u00bc-\u00bf\u0178\u0152\u201c-\u201e](?!\d)[^\W\d_]|[^\W\d_]\u00fe|\u00ec[^\W\d_]"
)
"""What stands within no Western word, or within very few: `Za¿ó³æ`, `JaŸñ`, `Ayþe`, `Èenìk`."""
_BEFORE = re.compile(r"(?<!\w)[\u00a3\u00a5\u00ac\u00af\u00bc\u00be](?=[^\W\d_]{2})")
"""A sign before no Western word: `£ukasz`, `¯aba`."""
_COMMON = frozenset("ÁÂÄÇÉËÍÎÓÔÖÚÜßáâäçéëíîóôöúü")
"""Letters that the encodings of Central and Western Europe and of Turkey share."""
_WORD = re.compile(r"[^\W\d_]+")
_MOST_EXAMPLES = 4
"""Words that a message shows."""
_AS_UTF_8 = "save it as UTF-8 (in Excel: CSV UTF-8), and import it again"


def warn_of_windows_1252(file: Path, raw: bytes, text: str, offset: int) -> Diagnostic:
    """What to say of a file that is not UTF-8, and was read as Windows-1252.

    Args:
        file: the file.
        raw: its bytes.
        text: what they are in Windows-1252.
        offset: the first byte that is not UTF-8.

    Raises:
        ImportSourceError: it is in another encoding, in which the letters are others.
    """
    line, column = raw.count(b"\n", 0, offset) + 1, offset - raw.rfind(b"\n", 0, offset)
    signs = (_LONG_RUN, _INSIDE, _BEFORE)
    wrong = next((match for sign in signs if (match := sign.search(text))), None)
    if wrong or _UNDEFINED.search(raw):
        number = text.count("\n", 0, wrong.start()) + 1 if wrong else line
        raise ImportSourceError(
            f"{file}:{number}: the file is neither UTF-8 nor Windows-1252, and does not say in "
            f"which encoding its letters are; {_AS_UTF_8}"
        )
    words = ", ".join(f"`{word}`" for word in _examples(text))
    message = f"the file is not UTF-8, so it was read as Windows-1252: {words or 'no word'}"
    hint = f"look at the letters with accents; if such words are wrong, {_AS_UTF_8}"
    span = Span(file, line, column, column + 1)
    return Diagnostic(Severity.WARNING, "encoding", message, span, hint)


def _examples(text: str) -> list[str]:
    """A few words with accents, first those that would differ in another encoding."""
    words = dict.fromkeys(word for word in _WORD.findall(text) if not word.isascii())
    found = sorted(words, key=lambda word: all(map(_is_common, word)))
    return found[:_MOST_EXAMPLES]


def _is_common(sign: str) -> bool:
    return sign.isascii() or sign in _COMMON
