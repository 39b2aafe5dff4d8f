"""Tells whether a line names people, and takes a name and what stands behind it apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proposal.importers.author_block import (
    GAP,
    LOWERED,
    RAISED,
    addresses_in,
    has_part_of_name,
)
from proposal.importers.written_affiliation import looks_like_institution
from proposal.model.affiliated import EMAIL
from proposal.reading.listed_names import read_authors
from proposal.reading.names import read_name

_NAME = re.compile(
    r"(?:(?:Univ\.-)?Prof\.?|Dr\.?(?:-Ing\.)?|Mr\.?|Mrs\.?|Ms\.?|Professor|\s)*"
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ten)\s+)*"
    r"[^\W\d_a-z][\w.'’-]*){1,4}(?:,?\s+(?:Jr\.?|Sr\.?|I{2,3}|Ph\.?\s?D\.?|M\.?Sc\.?|MD))*"
)
"""`Prof. Ada van der Placeholder, PhD`"""
_NO_NAME = re.compile(
    r"\b(?:workshop|proposal|conference|committee|international|submitted|submission|draft|version"
    r"|call|papers?|program(?:me)?|title|date|duration|page|chairs?|organi[sz]\w*|abstract"
    r"|introduction|overview|contact|authors|names?|topics?|keywords?|important|dates"
    r"|speakers|keynotes?|panell?ists|members|reviewers|sponsors|presenters|instructors|board)\b",
    re.IGNORECASE,
)
"""`Program Committee`, `Important Dates`, `Keynote Speakers`"""
_GROUP = re.compile(
    r"(?:[\w&/-]+\s+){0,4}(?:committees?|chairs|organi[sz]ers|speakers|panell?ists|board|members|reviewers"
    r"|sponsors|presenters|instructors)(?:\s*\([^()]*\))?\s*:?",
    re.IGNORECASE,
)
"""`Keynote Speakers`, `Program Committee Chairs:`"""
BEHIND_NAME = re.compile(r"\s*(?:[,(:;|–—]|\s-\s|\t)\s*")
"""What parts a name from what is said of the person: `Ann Author, University of X`."""
_SEVERAL = re.compile(r"\)\s*(?:[,;&]|and\b)\s*[^\W\d_a-z]")
"""An example: what stands between `Ann Author (Labs), Bob Writer (University)`."""


def is_name(text: str) -> bool:
    """Whether a text looks like one person's name, in letters that have capitals."""
    bare = re.sub(f"{RAISED}[^{LOWERED}]*{LOWERED}", "", text).strip(" ,;:.*(")
    bare = _NICKNAME.sub("", bare)
    return (
        _NAME.fullmatch(bare) is not None
        and not _NO_NAME.search(bare)
        and not looks_like_institution(bare)
        and len(read_name(bare).text.split()) > 1
    )


_NICKNAME = re.compile(r"(?<=\w\s)[“\"‘']\w+[”\"’']\s+")
"""What stands between given and family name: `“Annie” ` of `Ann “Annie” Author`."""


def is_group_heading(text: str) -> bool:
    """Whether a line is the heading above a group of people: `Steering Committee`."""
    return _GROUP.fullmatch(text.strip()) is not None


def are_names(text: str) -> bool:
    """Whether a line is a list of people's names."""
    bare = re.sub(f"{RAISED}[^{LOWERED}]*{LOWERED}", ", ", text).replace(GAP, "; ")
    named = [person.name for person in read_authors(bare.strip(" ,;")).people if person.name]
    return bool(named) and all(is_name(name) for name in named)


def with_names_joined(lines: Sequence[str]) -> list[str]:
    """Lines of which the first has all names, also those that go on in the lines below it.

    They surely do behind a comma or "and", where a line of several names has "and" before its
    last one, and where an address further below has one of the names; a line such as `Red Hat,
    Palo Alto` may as well say where somebody works.
    """
    names, *rest = lines or [""]
    if not are_names(_JOINED_BEHIND.sub("", names)):
        return list(lines)
    while rest:
        is_open = _JOINED_BEHIND.search(names) or _JOINED_BEFORE.match(rest[0])
        is_list = _LIST.search(names) and _LIST_WITH_AND.search(rest[0])
        line = _JOINED_BEHIND.sub("", _JOINED_BEFORE.sub("", rest[0]))
        is_known = is_open or is_list or _is_addressed(line, rest[1:])
        if not is_known or not are_names(line):
            break
        ending = _JOINED_BEHIND.search(rest[0])
        sign = ";" if ";" in f"{names}{line}" else ","
        names = f"{_JOINED_BEHIND.sub('', names)}{sign} {line}{ending[0] if ending else ''}"
        rest = rest[1:]
    return [names, *rest]


def _is_addressed(line: str, below: Sequence[str]) -> bool:
    """Whether an address in the lines below has the name of somebody in a line."""
    people = [person.name for person in read_authors(line).people]
    addresses = addresses_in(below)
    return any(has_part_of_name(address, name) for name in people for address in addresses)


_JOINED_BEHIND = re.compile(r"\s*(?:,|,?\s+and|&)\s*$", re.IGNORECASE)
"""The end of `Ann Author, Bob Writer,`"""
_JOINED_BEFORE = re.compile(r"^\s*(?:and\s|&)\s*", re.IGNORECASE)
"""The beginning of `and Cy Curator`"""
_LIST = re.compile(rf"[,;{GAP}{LOWERED}]|\band\b|&", re.IGNORECASE)
_LIST_WITH_AND = re.compile(r"\s(?:and|&)\s+\S+", re.IGNORECASE)
"""`Ann Author, Bob Writer and Cy Curator`"""


def person_line(line: str) -> list[str] | None:
    """Name, and what is said of the person, where a line has both: `Ann Author (University)`."""
    bare = re.sub(f"{RAISED}[^{LOWERED}]*{LOWERED}", "", line).replace(GAP, ", ")
    bare = _CONTACT.sub("", bare)
    parting = BEHIND_NAME.search(bare)
    if (
        parting is None
        or len(EMAIL.findall(bare)) > 1
        or (_SEVERAL.search(bare) and are_names(bare))
    ):
        return None
    name, behind = bare[: parting.start()], without_sentence(bare[parting.end() :])
    said = re.sub(r"[()]", " ", without_parenthesis(behind)).strip(" ,;")
    is_of_person = EMAIL.search(said) or looks_like_institution(said)
    return [name, said] if is_name(name) and said and is_of_person else None


def without_parenthesis(behind: str) -> str:
    """What stands behind a name, of which the parting has taken the parenthesis in front.

    Examples: `University of X, Graz), ann@example.org`, `General Chair) University of X (Graz)`.
    """
    is_open = behind.count(")") > behind.count("(")
    bare = re.sub(r"\)[\s,]*", ", ", behind, count=1) if is_open else behind
    return re.sub(r"^\(([^()]*)\)$", r"\1", bare.strip(" ,"))


_CONTACT = re.compile(
    r"\s*\((?:(?:main|primary|first)\s+)?(?:contact|corresponding)\b[^()]*\)", re.IGNORECASE
)
"""Who somebody is for letters: ` (contact person)`, ` (corresponding organizer)`."""


def without_sentence(behind: str) -> str:
    """What stands behind a name, up to the sentence that begins there.

    Examples: `Labs` of `Labs): Bob is a tester`, `Labs. She works on tests`, `Labs, is a tester`,
    and of `Labs (Chair): Bob tests`.
    """
    behind = re.split(r"\)\s*:\s", behind, maxsplit=1)[0]
    verb = _VERB.search(behind)
    if verb is None:
        return behind
    ends = list(_BEFORE_SENTENCE.finditer(behind, 0, verb.start()))
    return behind[: ends[-1].start()] if ends else ""


_VERB = re.compile(r"\b(?:is|was|has|are|works?|received|holds|leads|joined|studies)\b")
"""What a sentence about somebody has, and no institution's name."""
_BEFORE_SENTENCE = re.compile(r"[).:,]\s+")
"""What parts `Labs` from the sentence in `Labs): Bob is a tester`."""
