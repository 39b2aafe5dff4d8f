"""Compares people's names and other short texts, however they are written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TITLES = {"dr", "prof", "professor", "mr", "mrs", "ms", "phd", "jr", "sr"}
_SPACED_TITLE = re.compile(r"\bph\.?\s*d\b\.?", re.IGNORECASE)
"""`Ph. D.`, `Ph.D`"""
_APOSTROPHES = re.compile("['’‘ʼ`´]")
"""`O’Neil`, `O'Neil`"""

_SIGNS_OF_NAMES = re.compile(r"(?<=\w)[+#]+(?!\w)")
"""Signs that tell names apart: `C`, `C++`, `C#`; those in `A+B` and `#1` are none."""

_SPECIAL_LETTERS = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "Th",
        "ı": "i",
        "ħ": "h",
        "Ħ": "H",
    }
)
"""Letters that have no accent to lose, in plain ones."""


_KNOWN_NAMES = 8192
"""Names that are kept in mind: everybody of a long series is compared with many others."""

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"Ø": "Oe", "Å": "Aa"}
)
"""How letters are written where a keyboard lacks them, otherwise than by leaving the accent out."""


def plain_letters(text: str) -> str:
    """A text in letters without accents."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return plain.translate(_SPECIAL_LETTERS)


def plain_words(text: str) -> list[str]:
    """The words of a text in its order, in lower-case letters without accents."""
    return re.findall(r"\w+", plain_letters(text).casefold())


def slug(text: str) -> str:
    """A text as a part of ids: `deployment-case-studies` for "Deployment case studies"."""
    return "-".join(plain_words(text))


def same_letters(one: str, other: str) -> bool:
    """Whether two texts have the same letters and digits, in other case or punctuation."""
    return "".join(plain_words(one)) == "".join(plain_words(other))


def words(name: str) -> list[str]:
    """The words of a name in plain lower-case letters, the given name first, without titles."""
    ordered = _given_name_first(name)
    return [word for word in plain_words(ordered) if word not in _TITLES]


def identifier(name: str, otherwise: str) -> str:
    """An id of plain letters and digits for a name; `otherwise` if its script has none of them."""
    return "-".join(re.findall(r"[a-z0-9]+", " ".join(words(name)))) or otherwise


def name_key(name: str) -> tuple[str, ...]:
    """What two ways of writing one name share: words without accents, case and titles.

    "McAuley, Julian", "Dr. Julian McAuley" and "julian mcauley" have the same key.
    """
    return tuple(sorted(words(name)))


def same_text(one: str, other: str) -> bool:
    """Whether two spellings differ in case, accents, punctuation or spaces only."""
    has_same_words = words(one.replace(",", " ")) == words(other.replace(",", " "))
    return has_same_words and signs_of_names(one) == signs_of_names(other)


def signs_of_names(text: str) -> list[str]:
    """The signs of a text that belong to names, in its order: `["++", "#"]` of "C++ and C#"."""
    return _SIGNS_OF_NAMES.findall(text)


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in accents, hyphens, order and titles only.

    Xiao-Ming Wu, Xiaoming Wu and "Wu, Xiao-Ming" are the same; so are Müller and Mueller.
    """
    return not keys_of_name(one).isdisjoint(keys_of_name(other))


def same_with_initials(one: str, other: str) -> bool:
    """Whether one name is the other with initials: J. McAuley, Philip Yu for Philip S. Yu.

    A given name that is only the beginning of the other one, as Wei of Wei-Li, is another.
    """
    *given, surname = _parts(one) or [()]
    *other_given, other_surname = _parts(other) or [()]
    if surname != other_surname or not given or not other_given:
        return False
    return all(_is_initial_of(*pair) for pair in zip(given, other_given, strict=False))


def may_be_same(one: str, other: str) -> bool:
    """Whether two names are likely those of one person."""
    return same_name(one, other) or same_with_initials(one, other)


def is_fuller(one: str, other: str) -> bool:
    """Whether one spelling of a name has more of it than another one.

    Given names are more than initials, accents more than plain letters, and capitals where a name
    has them more than a name that is all in small letters or all in capitals.
    """
    letters, other_letters = ("".join(words(name)) for name in (one, other))
    if letters != other_letters:
        return len(letters) > len(other_letters)
    accents, other_accents = (sum(not sign.isascii() for sign in name) for name in (one, other))
    if accents != other_accents:
        return accents > other_accents
    return (other.islower() or other.isupper()) and not (one.islower() or one.isupper())


@lru_cache(maxsize=4096)  # rules compare every person with every other one
def surname(name: str) -> str:
    """The last word of a name, which two names that differ in initials share."""
    return "".join((_parts(name) or [()])[-1])


def _given_name_first(name: str) -> str:
    last, comma, first = _SPACED_TITLE.sub(" ", name).partition(",")
    return f"{first} {last}" if comma else last


@lru_cache(_KNOWN_NAMES)
def _parts(name: str) -> tuple[tuple[str, ...], ...]:
    """Each word of a name as the parts that hyphens and full stops make of it."""
    bare = _APOSTROPHES.sub("", _given_name_first(name))
    found = (tuple(words(word)) for word in bare.split())
    return tuple(part for part in found if part)


@lru_cache(_KNOWN_NAMES)
def keys_of_name(name: str) -> frozenset[str]:
    """Keys of which two ways of writing one name share at least one, and other names none."""
    keys: set[str] = set()
    for spelling in {name, unicodedata.normalize("NFC", name).translate(_UMLAUTS)}:
        keys |= {
            " ".join(name_key(spelling)),
            "".join(words(spelling)),
            " ".join(sorted("".join(part) for part in _parts(spelling))),
        }
    return frozenset(keys - {""})


def _is_initial_of(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two given names are the same, or one of them consists of the other's initials."""
    if "".join(one) == "".join(other):
        return True
    has_initials = any(all(len(part) == 1 for part in name) for name in (one, other))
    return has_initials and all(a[0] == b[0] for a, b in zip(one, other, strict=False))
