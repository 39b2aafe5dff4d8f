"""Recognizes people who are known already, however their names are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from proposal.importers.draft import DraftPerson
from proposal.model.person import Person

_TITLES = {"dr", "prof", "professor", "mr", "mrs", "ms", "phd", "jr", "sr"}


def name_key(name: str) -> tuple[str, ...]:
    """What two ways of writing one name share: words without accents, case and titles.

    "McAuley, Julian", "Dr. Julian McAuley" and "julian mcauley" have the same key.
    """
    return tuple(sorted(words(name)))


def words(name: str) -> list[str]:
    """The words of a name in plain lower-case letters, the given name first."""
    last, comma, first = name.partition(",")
    ordered = f"{first} {last}" if comma else name
    plain = unicodedata.normalize("NFKD", _folded(ordered))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return [word for word in re.findall(r"\w+", letters.casefold()) if word not in _TITLES]


def same_text(one: str, other: str) -> bool:
    """Whether two spellings differ in case, accents, punctuation or spaces only."""
    return words(one.replace(",", " ")) == words(other.replace(",", " "))


def find_person(wanted: DraftPerson, known: Mapping[str, Person]) -> str | None:
    """The id of the known person who is meant, if there is exactly one.

    An ORCID or an email address decides; else the name does, with other accents, hyphens or
    order, or with initials in place of given names.
    """
    tests = (
        lambda person: wanted.orcid is not None and person.links.orcid == wanted.orcid,
        lambda person: wanted.email is not None and wanted.email.lower() in _emails(person),
        lambda person: name_key(person.name) == name_key(wanted.name),
        lambda person: _same_joined(person.name, wanted.name),
        lambda person: _same_with_initials(words(person.name), words(wanted.name)),
    )
    for test in tests:
        found = [name for name, person in known.items() if test(person)]
        if len(found) == 1:
            return found[0]
    return None


def new_id(name: str, taken: Mapping[str, object]) -> str:
    """An id for a person who is not known yet, made of the name."""
    base = "-".join(words(name)) or "person"
    number, found = 2, base
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found


_SPECIAL_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ð": "d",
     "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h"}
)  # fmt: skip


def _folded(name: str) -> str:
    """A name in which letters that have no accent to lose are written in plain ones."""
    return name.translate(_SPECIAL_LETTERS)


def _emails(person: Person) -> set[str]:
    found = {person.email, *(each.email for each in person.affiliations)}
    return {each.lower() for each in found if each}


def _same_joined(one: str, other: str) -> bool:
    """Xiao-Ming Wu and Xiaoming Wu."""
    return "".join(words(one)) == "".join(words(other))


def _same_with_initials(one: list[str], other: list[str]) -> bool:
    """J. McAuley and Julian McAuley; Philip Yu and Philip S. Yu."""
    if not one or not other or one[-1] != other[-1] or len(one) < 2 or len(other) < 2:
        return False
    if one[0] == other[0]:
        shorter, longer = sorted((one[1:-1], other[1:-1]), key=len)
        return not shorter or all(
            short[0] == long[0] for short, long in zip(shorter, longer, strict=False)
        )
    return one[0][0] == other[0][0] and 1 in {len(one[0]), len(other[0])}
