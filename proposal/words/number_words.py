"""Numbers in words and in Roman numerals.

Words are kept from run to run: what knows them loads the rules of 62 languages.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from proposal.caching import digest, digest_of_file, keep, kept, libraries_digest

_TOGETHER = 100
"""Numbers whose words are kept in one file."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def ordinal_in_words(number: int, language: str) -> str:
    """An ordinal, as "third"; the number where a language's words are not known.

    Args:
        number: from 1 on.
        language: its subtag (RFC 5646), as `en`.
    """
    return _in_words("ordinal", number, language)


def cardinal_in_words(number: int) -> str:
    """A number from 1 on in English, as "three"."""
    return _in_words("cardinal", number, "en")


def roman(number: int) -> str:
    """A number from 1 on in small Roman numerals, as "iv"."""
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _in_words(form: str, number: int, language: str) -> str:
    before = (number - 1) // _TOGETHER * _TOGETHER
    return _words(form, language, before)[number - before - 1]


@cache
def _words(form: str, language: str, before: int) -> list[str]:
    """The words of the numbers behind one."""
    makers = libraries_digest(), digest_of_file(Path(__file__)) or ""
    key = digest(*makers, form, language, str(before))
    known = kept("words", key)
    if known is not None:
        return known.decode().split("\n")
    words = [_asked(form, before + index + 1, language) for index in range(_TOGETHER)]
    keep("words", key, "\n".join(words).encode())
    return words


def _asked(form: str, number: int, language: str) -> str:
    from num2words import num2words  # noqa: PLC0415 - slow to load

    try:
        return str(num2words(number, to=form, lang=language))
    except (NotImplementedError, LookupError):  # a few numbers are missing, as 30 in Catalan
        return str(number)
