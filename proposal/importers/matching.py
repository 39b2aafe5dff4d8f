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
    """The id of the known person who is meant, if there is one.

    An ORCID or an email address decides; else the name does, with other accents, hyphens or
    order, or with initials in place of given names. Whoever has another ORCID is somebody else.
    """
    others = {name: each for name, each in known.items() if not _differs(each, wanted)}
    surest_first = (
        lambda person: wanted.orcid is not None and person.links.orcid == wanted.orcid,
        lambda person: wanted.email is not None and wanted.email.lower() in _emails(person),
        lambda person: same_name(person.name, wanted.name),
    )
    for is_meant in surest_first:
        found = [name for name, person in others.items() if is_meant(person)]
        if found:
            return found[0] if len(found) == 1 else _one_of_namesakes(wanted, found, known)
    found = [
        name for name, each in others.items() if same_name_with_initials(each.name, wanted.name)
    ]
    return found[0] if len(found) == 1 else None


def _one_of_namesakes(
    wanted: DraftPerson, found: list[str], known: Mapping[str, Person]
) -> str | None:
    """Who of several people with one name works where the wanted one does."""
    institutions = [str(each["institution"]) for each in wanted.affiliations]
    if not institutions:
        return found[0]
    for name in found:
        posts = known[name].affiliations
        if any(same_text(post.institution, each) for post in posts for each in institutions):
            return name
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


def _differs(person: Person, wanted: DraftPerson) -> bool:
    known = person.links.orcid
    return known is not None and wanted.orcid is not None and known != wanted.orcid


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in accents, hyphens, order and titles only.

    Xiao-Ming Wu, Xiaoming Wu and "Wu, Xiao-Ming" are the same.
    """
    return name_key(one) == name_key(other) or "".join(words(one)) == "".join(words(other))


def same_name_with_initials(first: str, second: str) -> bool:
    """Whether one name is the other with initials: J. McAuley, Philip Yu for Philip S. Yu."""
    *one, surname = words(first) or [""]
    *other, other_surname = words(second) or [""]
    if surname != other_surname or not one or not other:
        return False
    return all(_is_initial_of(*pair) for pair in zip(one, other, strict=False))


def _is_initial_of(one: str, other: str) -> bool:
    """Whether two given names are the same, or one of them is the first letter of the other."""
    return one == other or (one[0] == other[0] and 1 in {len(one), len(other)})
