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


def same_joined(one: str, other: str) -> bool:
    """Xiao-Ming Wu and Xiaoming Wu."""
    return "".join(words(one)) == "".join(words(other))


def same_with_initials(one: str, other: str) -> bool:
    """J. McAuley and Julian McAuley; Philip Yu and Philip S. Yu."""
    first, second = words(one), words(other)
    if min(len(first), len(second)) < 2 or first[-1] != second[-1]:
        return False
    if first[0] == second[0]:
        shorter, longer = sorted((first[1:-1], second[1:-1]), key=len)
        return all(short[0] == long[0] for short, long in zip(shorter, longer, strict=False))
    return first[0][0] == second[0][0] and 1 in {len(first[0]), len(second[0])}


def may_be_same(one: str, other: str) -> bool:
    """Whether two names are likely those of one person."""
    return (
        name_key(one) == name_key(other)
        or same_joined(one, other)
        or same_with_initials(one, other)
    )
