"""Compares people's names and other short texts, however they are written."""

from __future__ import annotations

import re
import unicodedata

_TITLES = {"dr", "prof", "professor", "mr", "mrs", "ms", "phd", "jr", "sr"}

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
        "þ": "th",
        "Þ": "Th",
        "ı": "i",
        "ħ": "h",
    }
)
"""Letters that have no accent to lose, in plain ones."""


def words(name: str) -> list[str]:
    """The words of a name in plain lower-case letters, the given name first, without titles."""
    last, comma, first = name.partition(",")
    ordered = (f"{first} {last}" if comma else name).translate(_SPECIAL_LETTERS)
    plain = unicodedata.normalize("NFKD", ordered)
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return [word for word in re.findall(r"\w+", letters.casefold()) if word not in _TITLES]


def name_key(name: str) -> tuple[str, ...]:
    """What two ways of writing one name share: words without accents, case and titles.

    "McAuley, Julian", "Dr. Julian McAuley" and "julian mcauley" have the same key.
    """
    return tuple(sorted(words(name)))


def same_text(one: str, other: str) -> bool:
    """Whether two spellings differ in case, accents, punctuation or spaces only."""
    return words(one.replace(",", " ")) == words(other.replace(",", " "))


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in accents, hyphens, order and titles only.

    Xiao-Ming Wu, Xiaoming Wu and "Wu, Xiao-Ming" are the same.
    """
    return name_key(one) == name_key(other) or "".join(words(one)) == "".join(words(other))


def same_with_initials(one: str, other: str) -> bool:
    """Whether one name is the other with initials: J. McAuley, Philip Yu for Philip S. Yu."""
    *given, surname = words(one) or [""]
    *other_given, other_surname = words(other) or [""]
    if surname != other_surname or not given or not other_given:
        return False
    return all(_is_initial_of(*pair) for pair in zip(given, other_given, strict=False))


def _is_initial_of(one: str, other: str) -> bool:
    """Whether two given names are the same, or one of them is the first letter of the other."""
    return one == other or (one[0] == other[0] and 1 in {len(one), len(other)})


def may_be_same(one: str, other: str) -> bool:
    """Whether two names are likely those of one person."""
    return same_name(one, other) or same_with_initials(one, other)
