"""Finds names that hold more than a name, and texts with the markup of other systems in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from proposal.diagnostics import Diagnostic, Span, warning
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.paper import PaperRecord, Participant
from proposal.model.records.person import PersonRecord

MARKUP = re.compile(
    r"""
    \\[A-Za-z]+ | \\["'`^~=.][A-Za-z{]   # \emph, \"u
    | \$(?!\s)[^$\n]*[^\s$]\$(?!\d)      # $n^2$, but neither $5 nor "from $5 to $10"
    | </?[A-Za-z][^<>]*>                 # <i>
    | &(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z]+);  # &amp;
    """,
    re.VERBOSE,
)
"""Commands of LaTeX, tags and entities of HTML, all of which are printed as they are typed."""
_SIGNS = re.compile(r"[()<>,;|\[\]]")
"""Signs that no person's name has: `Ann Author (chair)`, `Author, Ann`."""
_TWO = re.compile(r"\S+ \S.*?(?<! von) (?P<word>and|und|et|&|\+) \S+ \S")
"""Two whole names: `Eve Editor and Fay Fixer`, but not `Ann von und zu Placeholder`."""
_GROUP = re.compile(
    r"\b(?:uni\b|univ\b|universi|institut|polyt[eé]c|politec|college|hochschule|[eé]cole|facult"
    r"|cent(?:er|re)\b|corporation|company|inc\b|ltd\b|gmbh\b|team|group|labs?\b"
    r"|laborator|research|department|consortium|society|association|organi[sz]ation|committee"
    r"|ministry|academy|agency|council|foundation|school|museum|library|project"
    r"|(?:of|for|the|für)\b)",
    re.IGNORECASE,
)
"""Words of authors that are no persons: `Centre for Research and Technology Example`."""


def unlikely_names(
    people: Iterable[PersonRecord], editions: Iterable[tuple[EditionRecord, Iterable[PaperRecord]]]
) -> Iterator[Diagnostic]:
    """What to say of names that hold a list, an affiliation, a degree or markup."""
    for name, span in names_in_data(people, editions):
        if sign := _sign_of_more(name):
            message = f"`{sign}` stands in the name `{name}`, which is printed as it is"
            yield warning("unlikely-name", message, span, _hint(name))


def _hint(name: str) -> str:
    """What to write for a name that holds more."""
    if name.count("(") != name.count(")"):
        whole = '"Ada Lovelace (Institute, University)"'
        return f"close the bracket; put an item with a comma in it between quotes: {whole}"
    first, comma, last = name.partition(", ")
    usual = "one person an item: a name, or `Name (Affiliation)`"
    if not comma or _SIGNS.search(first + last):
        return f"write {usual}"
    one = f"{first} ({last})" if _GROUP.search(last) else f"{last} {first}"
    return f"write {one} if that is one person; else {usual}"


def _sign_of_more(name: str) -> str | None:
    """What shows that a name holds more than one; nothing if it may be a name alone."""
    if match := MARKUP.search(name) or _SIGNS.search(name):
        return match[0]
    two = None if _GROUP.search(name) else _TWO.match(name)
    return two["word"] if two else None


def names_in_data(
    people: Iterable[PersonRecord], editions: Iterable[tuple[EditionRecord, Iterable[PaperRecord]]]
) -> Iterator[tuple[str, Span | None]]:
    """All names that the data give to people, and where."""
    for person in people:
        yield person.name, person.place("name")
    for edition, papers in editions:
        participants: list[Participant] = [
            *edition.committee,
            *(member for committee in edition.committees for member in committee.members),
            *(author for paper in papers for author in paper.authors),
        ]
        for participant in participants:
            # the whole name is the family name of an institution that stands in one piece
            if participant.name is not None and participant.family_name != participant.name:
                yield participant.name, participant.place("name")
