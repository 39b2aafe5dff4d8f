"""Takes names apart as sources write them: titles, "Last, First", and lists of authors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from proposal.reading.lines import line_of

_TITLE = re.compile(
    r"^(?P<title>prof(essor|esseur|esor|\.)?|dr(a|\.)?|doctor|docteur"
    r"|m(r|rs|s|x|me|lle)\.?|herr|frau|ing\.|sr\.|sra\.|none|assoc(iate|\.)|assist(ant|\.)"
    r"|pd|priv\.-doz\.|dipl\.-\S+|ph\.?d\.?|\(?h\.?c\.?\)?)(?=[\s.]|$)\.?\s*",
    re.IGNORECASE,
)
_DEGREE = re.compile(r",?\s*\b(Ph\.?\s?D\.?|M\.?Sc\.?|MBA|M\.?D\.?)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name without its title."""

    text: str
    """The name as it is printed, the given name first."""
    honorific: str | None
    """Dr. or Prof., if the source has it."""


def read_name(text: str) -> Name:
    """Understand "Prof. Dr. Jane Doe", "Doe, Jane" or "Jane Doe, PhD"."""
    line = line_of(text).strip(" ,;:*")
    titles = []
    while (match := _TITLE.match(line)) and match.end() > 0:
        titles.append(match["title"].casefold())
        line = line[match.end() :].strip(" ,/.")
    line = _DEGREE.sub("", line)
    last, comma, first = line.partition(",")
    if comma and first.strip() and "," not in first:
        line = f"{first.strip()} {last.strip()}"
    return Name(line, _honorific_of(titles))


def _honorific_of(titles: list[str]) -> str | None:
    if any(each.startswith("prof") for each in titles):
        return "Prof."
    return "Dr." if any(each.startswith(("dr", "doc")) for each in titles) else None


@dataclass(frozen=True, slots=True)
class Author:
    """An author as a list names them."""

    name: str
    affiliation: str | None
    """What stands between parentheses behind the name."""


def split_authors(text: str) -> list[Author]:
    """The authors of a list, each with the given name first.

    "A and B", "A, B and C", "A; B", "A | B", a name a line, "Last, First; Last, First",
    "Last, First and Last, First" and "A (Institution), B (Institution)" are understood.
    """
    whole = text.strip().strip("[]")
    for sign in (";", "|", "\n"):
        parts = re.split(re.escape(sign) + _OUTSIDE, whole)
        if len(parts) > 1:
            return _authors(parts)
    parts = re.split(rf"(?:,?\s+(?:and|und|et)\s+|\s*&\s*|\s*\\and\s*){_OUTSIDE}", line_of(whole))
    if all(_is_reversed(each) for each in parts) and (len(parts) > 1 or _is_one_name(parts[0])):
        return _authors(parts)
    return _authors(piece for part in parts for piece in re.split(rf",\s*{_OUTSIDE}", part))


_OUTSIDE = r"(?![^()]*\))"
"""Behind a sign that does not stand between parentheses."""


def _authors(parts: Iterable[str]) -> list[Author]:
    found = []
    for part in parts:
        bare, _, behind = part.strip("\"' ").partition("(")
        affiliation = line_of(behind.rpartition(")")[0] or behind)
        name = read_name(re.sub(r"[*†‡§¶\d]+$", "", bare.strip())).text
        if name:
            found.append(Author(name, affiliation or None))
    return found


def _is_reversed(part: str) -> bool:
    """Whether a part is one name with the family name first: Doe, Jane M."""
    last, comma, first = part.partition(",")
    return bool(comma) and "," not in first and len(last.split()) <= 3 and len(first.split()) <= 3


def _is_one_name(part: str) -> bool:
    """Whether a part with one comma is one name rather than two: a lone word is no name."""
    last, _, first = part.partition(",")
    return len(first.split()) == 1 or len(last.split()) == 1
