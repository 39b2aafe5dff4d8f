"""Words in the letters of a table, whatever the case in which a text has them."""

from __future__ import annotations

import unicodedata

_DOTTED = str.maketrans(
    dict.fromkeys(
        ("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "\N{LATIN SMALL LETTER DOTLESS I}"), "i"
    )
)


def small_letters(name: str) -> str:
    """A name that a regular expression has found, as a table of small letters has it.

    A regular expression that ignores the case takes the Turkish letters for an i, too, and a
    keyboard for Turkish types them: `Aprıl`, `FRİDAY`. Of a Greek letter with two marks, as in
    `Μαΐου`, small letters would be three signs.
    """
    return unicodedata.normalize("NFC", name.translate(_DOTTED).casefold())
