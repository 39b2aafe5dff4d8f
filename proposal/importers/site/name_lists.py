"""Reads lines that list several people: with commas, institutions in brackets, raised numbers."""

from __future__ import annotations

import re

from proposal.diagnostics import Span
from proposal.importers.site.affiliation_lines import read_affiliation
from proposal.importers.site.name_likeness import is_institution, person_name
from proposal.importers.site.named_person import NamedPerson
from proposal.model.affiliated import EMAIL, name_and_affiliation, split_outside
from proposal.reading.listed_names import split_authors
from proposal.reading.roles import part_in_organizing

ADDRESS = re.compile(rf"\s*(?:[(<\[]\s*{EMAIL.pattern}\s*[)>\]]|{EMAIL.pattern})")
"""An email address with its brackets, and the space before it. Example: ` (ada@example.org)`."""
_BETWEEN_NAMES = re.compile(r"\s+[·•|]\s+")
"""`Ada Lovelace · Charles Babbage`"""
_MARKED_NAME = re.compile(
    r"(?P<name>[^\W\d_][^\d,;]*[^\W\d_.])(?P<marks>\d(?:\s*,\s*\d(?!\w))*)(?=\s*(?:,|;|\band\b|&|$))"
)
"""An example: `Ann Author1,2`, with numbers that the page raises."""
_MARKED_INSTITUTION = re.compile(r"(?:^|[\s,;])(\d)\s*(?=[^\W\d_])")
"""`1 University of Somewhere, 2Example Corp`"""


FULL_WIDTH = str.maketrans(
    {"（": " (", "）": ")", "，": ", ", "：": ": ", "、": ", ", "／": "/", "\u3000": " "}
)
"""The signs of Han, Kana and Hangul that part a name from what is said of it."""
_LONG_LIST = 10
"""From so many names on, a list is one of people, although some are not understood."""
_FEW = 8
"""One of so many may be no name that is understood."""


def _marked(text: str, span: Span) -> list[NamedPerson]:
    """The people of a line with numbers behind the names; nobody if it is none."""
    found = [
        NamedPerson(
            match["name"].strip(" ,&"), span, marks=tuple(re.findall(r"\d", match["marks"]))
        )
        for match in _MARKED_NAME.finditer(re.sub(r"\band\b", ",", text))
    ]
    rest = re.sub(r"\band\b|[\s,;&]", "", _MARKED_NAME.sub("", text))
    return found if found and not rest and all(person_name(one.name) for one in found) else []


def institutions_by_mark(text: str) -> dict[str, str]:
    """The institutions of a line that numbers begin: `1University of X, 2Institute of Y`."""
    first, *pieces = _MARKED_INSTITUTION.split(text)
    if first.strip() or not pieces:
        return {}
    named = dict(zip(pieces[::2], (piece.strip(" ,;") for piece in pieces[1::2]), strict=True))
    return named if all(is_institution(name.split(",")[0]) for name in named.values()) else {}


def several_people(text: str, span: Span) -> list[NamedPerson]:
    """The people of a line that lists several, with affiliations in brackets or without."""
    text = text.translate(FULL_WIDTH)
    label = re.match(
        # such as Program Committee:
        r"((?:[\w&/-]+\s+){0,4}(?:co-?)?(?:committee|members|organi[sz]ers|chairs|speakers"
        r"|coordinators|PIs?|investigators))\s*:\s*",
        text,
        flags=re.IGNORECASE,
    )
    bare = text[label.end() :] if label is not None else text
    role = part_in_organizing(label[1]) or "" if label is not None else ""
    if marked := _marked(bare, span):
        return marked
    bare = _with_one_separator(_BETWEEN_NAMES.sub(", ", bare))
    listed = [one for one in split_authors(bare) if one.name]
    named = [one for one in listed if person_name(one.name)]
    others = [one.name for one in listed if not person_name(one.name)]
    is_long = len(named) >= _LONG_LIST and len(others) * _FEW <= len(listed)
    if len(listed) < 2 or (others and not is_long):
        return []
    people = [
        NamedPerson(
            one.name,
            span,
            read_affiliation(one.affiliation) if one.affiliation else None,
            role=role,
        )
        for one in named
    ]
    people[-1].unread += others
    return people


def _with_one_separator(text: str) -> str:
    """A list with commas alone, if each item has its own bracket: `A (X), B (Y, Z); C`.

    In `A, B (X); C (Y)` people of one institution stand between semicolons, which stay.
    """
    items = split_outside(text, _COMMA_OR_SEMICOLON)
    are_mixed = ";" in text and any(
        "(" in item for group in split_outside(text, _SEMICOLON) for item in _all_but_last(group)
    )
    are_names = all(person_name(name_and_affiliation(item.strip())[0]) for item in items)
    return ", ".join(item.strip() for item in items) if are_mixed and are_names else text


def _all_but_last(group: str) -> list[str]:
    return split_outside(group, _COMMA)[:-1]


_COMMA, _SEMICOLON = re.compile(","), re.compile(";")
_COMMA_OR_SEMICOLON = re.compile("[,;]")


def lists_several(people: list[NamedPerson]) -> bool:
    """Whether most of several people have an institution, as in `A (X), B (Y), C`."""
    placed = sum(person.affiliation is not None for person in people)
    return len(people) > 1 and placed > 1 and placed * 2 > len(people)


def lists_others(text: str, span: Span, named: set[str]) -> bool:
    """Whether a line lists several people with institutions, of whom nobody is among some names."""
    if ")," not in text or len(text) > _LONGEST_LINE:
        return False
    people = several_people(_ANY_LABEL.sub("", text), span)
    return lists_several(people) and not any(person.name in named for person in people)


_ANY_LABEL = re.compile(r"^[^:(),;]{3,50}:\s+")
"""`Student helpers: `"""
_LONGEST_LINE = 4000
"""Characters of a line of names."""


def settle_marks(people: list[NamedPerson], institutions: dict[str, str]) -> None:
    """Give the people with numbers the institutions to which these lead."""
    for person in people:
        led = [institutions[mark] for mark in person.marks if mark in institutions]
        posts = [post for post in map(read_affiliation, led) if post is not None]
        if person.affiliation is None and posts:
            person.affiliation, *person.more_affiliations = posts
