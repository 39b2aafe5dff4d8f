"""Finds people who are named in other words of a page than where they stand in a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely
from proposal.audit.with_each_other.stated.person_texts import is_name
from proposal.audit.with_each_other.stated.statements import PageContent, StatedPerson
from proposal.audit.with_each_other.text_similarity import tidy
from proposal.model.name_comparison import (
    plain_words,
    same_name,
    same_with_initials,
    surname,
)
from proposal.reading.names import read_name

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
"""A word that begins with a letter: `O’Neil`, `Jean-Luc`."""
_MOST_WORDS = 4
"""Words of a name."""
_ROLES = {"speaker", "panelist", "organizer", "committee"}


def mentions(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Names in running text, or in other lists, that lack an accent or an initial.

    Given names that are only initials are usual in text, and authors choose which of their names
    papers have.
    """
    people = [
        somebody for content in edition for somebody in content.people if somebody.role in _ROLES
    ]
    by_surname: dict[str, list[StatedPerson]] = defaultdict(list)
    for person in people:
        if key := surname(read_name(person.name).text):
            by_surname[key].append(person)
    listed = {tidy(person.name) for content in edition for person in content.people}
    seen: set[tuple[str, str]] = set()
    for content in edition:
        for run in content.runs:
            if run.location.page is not None:
                continue  # accents of PDFs may stand beside their letters
            is_list = _is_list_of_names(run.text)
            for written, person in _in_run(run.text, by_surname, listed):
                if is_list and not same_name(written, read_name(person.name).text):
                    continue
                pair = (tidy(written), tidy(person.name))
                if pair in seen:
                    continue
                seen.add(pair)
                location = content.find(written, run.location)
                where = person.location.seen_from(location)
                message = f"“{written}” is spelt “{person.name}” in {where}"
                hint = "choose the spelling that the person uses"
                yield unlikely("name-spelling", message, location, hint, person.location)


def _is_list_of_names(text: str) -> bool:
    """Whether a text has names side by side, as papers have those of their authors."""
    # such as Ada Lovelace, Charles Babbage and Emmy Noether
    parts = re.split(r",|;|\band\b|\. (?=[A-Z])", text)
    return sum(is_name(part.strip(" *†‡.:")) for part in parts) > 1


def _in_run(
    text: str, by_surname: dict[str, list[StatedPerson]], listed: set[str]
) -> Iterator[tuple[str, StatedPerson]]:
    """The names in a text that are another spelling of a listed person's, and that person."""
    words = list(_WORD.finditer(text))
    for index, word in enumerate(words):
        people = by_surname.get("".join(plain_words(word[0])), [])
        if not people or not word[0][:1].isupper():
            continue
        names = [tidy(name) for name in _names_that_end(text, words, index)]
        spellings = {tidy(read_name(person.name).text) for person in people}
        if any(name in spellings or name in listed for name in names):
            continue
        for name in names:
            person = next(
                (somebody for somebody in people if _is_other_spelling(name, somebody.name)), None
            )
            if person is not None:
                yield name, person
                break


def _names_that_end(text: str, words: Sequence[re.Match[str]], last: int) -> Iterator[str]:
    """What may be a name that ends with a word, the longest first."""
    for first in range(max(last - _MOST_WORDS + 1, 0), last):
        parts = words[first : last + 1]
        if parts[-1][0] == parts[-2][0]:
            continue  # as in `Ada Lovelace Lovelace Labs`, where styles tell the two apart
        gaps = [text[one.end() : other.start()] for one, other in pairwise(parts)]
        if all(gap == " " for gap in gaps) and all(part[0][:1].isupper() for part in parts):
            yield text[parts[0].start() : parts[-1].end()].rstrip(".'’-")


def _is_other_spelling(written: str, listed: str) -> bool:
    """Whether a name has other accents than a listed one, or a middle initial more or less."""
    name = read_name(listed).text
    bare, other = (tidy(text).replace(".", "") for text in (written, name))
    if written.isupper() != name.isupper() or bare == other:
        return False
    given, listed_given = written.split(maxsplit=1)[0], name.split()[0]
    has_given = len(plain_words(given)) == 1 and len(given.strip(".")) > 1
    if not has_given or plain_words(given) != plain_words(listed_given):
        return False
    return same_name(written, name) or same_with_initials(written, name)
