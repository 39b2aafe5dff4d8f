"""Reports words whose letters were broken before they came into a source: `JÃ¼rgen`.

Systems hold such words where UTF-8 was once read as Windows-1252, which no later reader undoes.
"""

from __future__ import annotations

import re

from proposal.diagnostics import first_few
from proposal.importers.draft import Draft
from proposal.importers.forbidden import texts_of

_RUN = re.compile(r"[^\x00-\x7f]{2,}")
"""Letters and signs that are not ASCII: `Ã¼`."""
_MOST_EXAMPLES = 4


def warn_of_broken_letters(draft: Draft) -> None:
    """Warn of words of a draft that are UTF-8 in the letters of Windows-1252."""
    found = {
        f"`{word}` ({mended})": None
        for _, text in texts_of(draft)
        for word in text.split()
        if (mended := _mended(word)) != word
    }
    if found:
        message = f"letters are broken in the source: {first_few(found, _MOST_EXAMPLES)}"
        hint = "correct them there and import it again, or in data/"
        draft.diagnostics.warn("broken-letters", message, None, hint)


def _mended(word: str) -> str:
    return _RUN.sub(lambda run: _read_again(run[0], is_end=run.end() == len(word)), word)


def _read_again(letters: str, *, is_end: bool) -> str:
    """What letters are as UTF-8 if they are the bytes of it; themselves if they are not.

    Two letters may be by chance, as in `CAFÉ’S`, `„Spaß“` and `MANHÃ”`.
    """
    try:
        read = letters.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return letters
    is_chance = len(letters) == _FEWEST and (
        read > _LAST_LATIN or (is_end and letters[-1] in _CLOSING)
    )
    return letters if is_chance else read


_FEWEST = 2
_LAST_LATIN = "\u017f"
"""The last of the letters that languages of Europe add to the Latin ones."""
_CLOSING = "’‘”“–—…™"
"""What ends a word in print, and is a byte of letters in UTF-8."""
