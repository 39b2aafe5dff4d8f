"""Takes lists of names apart as sources write them: "A and B", "Last, First; …", groups, marks.

What can be read in two ways is read in the likelier one, and both ways are kept beside it, so that
the reader of a source can ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from msgspec import Struct

from proposal.model.affiliated import (
    EMAIL,
    PRONOUNS,
    is_balanced,
    name_and_affiliation,
    split_outside,
)
from proposal.model.family_names import is_family_first
from proposal.reading.institutions import (
    INSTITUTIONS_OF_THE_EAST,
    is_known_company,
    is_short_word_and_city,
)
from proposal.reading.lines import line_of
from proposal.reading.names import BRACKETED_EMAIL, FAMILY_PARTICLE, read_name
from proposal.reading.person_titles import is_degree, is_suffix, may_be_degree

_COMMA = re.compile(r",")
_MARKS_BEHIND = re.compile(
    r"(?<![\s,*†‡§¶#∗⋆⁰¹²³⁴⁵⁶⁷⁸⁹])(?:[\s,]*(?:[*†‡§¶#∗⋆⁰¹²³⁴⁵⁶⁷⁸⁹]|(?<!\d)[1-9]\d?(?!\d)))+$"
)
"""The marks of footnotes and institutions: `Ann Author*`, `Ann Author 1,2`; not `Ann 007`."""


@dataclass(frozen=True, slots=True)
class ListedAuthor:
    """An author as a list names them."""

    name: str
    affiliation: str | None
    """What stands between parentheses behind the name."""
    family: str | None = field(default=None, compare=False)
    """The part of the name that the list shows to be the family name."""


class NameOrder(Enum):
    """How the lists of one table are written, where a single one could be read in two ways."""

    LIST = "Ann Author, Bob Writer"
    SEPARATED = "Ann Author; Bob Writer"
    REVERSED = "Author, Ann; Writer, Bob"


class Authors(Struct, frozen=True):
    """A list of authors, and what was not sure about it."""

    people: list[ListedAuthor]
    doubts: tuple[str, ...] = ()
    """What is not sure about names and affiliations, as sentences."""
    two_ways: tuple[str, str] | None = None
    """How the list can be written for one of its two readings and for the other, if it has two."""
    addresses: tuple[str, ...] = ()
    """The email addresses that were taken off."""
    is_incomplete: bool = False
    """Whether the list ends with "and others" or "et al."."""


def split_authors(text: str) -> list[ListedAuthor]:
    """The authors of a list, each with the given name first, in its likeliest reading."""
    return read_authors(text).people


def read_authors(text: str, order: NameOrder | None = None) -> Authors:
    """The authors of a list, each with the given name first.

    "A and B", "A, B and C", "A; B", "A | B", a name a line, "Last, First; Last, First",
    "Last, First and Last, First", "Last, F., Last, F.", "A (Institution), B (Institution)" and
    "A, B (Institution); C (Institution)" are understood.

    Args:
        text: the list.
        order: how the other lists of the same table are written, if they tell.
    """
    text = "\n".join(filter(None, map(line_of, text.split("\n"))))
    addresses = tuple(EMAIL.findall(text))
    if addresses and (ended := _ended_by_addresses(text)):
        text = "; ".join(ended)
    whole = (BRACKETED_EMAIL.sub("", text) if addresses else text).translate(_WIDE_SIGNS)
    whole, is_incomplete = _without_others(PRONOUNS.sub("", whole).strip().strip("[]"))
    doubts = [] if is_balanced(whole) else [f"a parenthesis is not closed in `{line_of(whole)}`"]
    two_ways: tuple[str, str] | None = None
    for sign in (";", "|", "\n"):
        items = split_outside(whole, re.compile(re.escape(sign)))
        if len(items) > 1:
            pieces, two_ways = _of_items([item for item in items if item.strip()], order, doubts)
            break
    else:
        pieces, two_ways = _of_line(line_of(whole), order, doubts)
    people = _people(pieces, doubts)
    if len(addresses) > len(people) or _NAMELESS.search(text):
        doubts.append(f"an email address stands in `{line_of(text)}` without a name")
    return Authors(people, tuple(doubts), two_ways, addresses, is_incomplete)


def _ended_by_addresses(text: str) -> list[str]:
    """The authors of a list in which an address ends each of them, and nothing if it does not.

    "Ann Author <ann@example.org>, Bob Writer <bob@example.org>"
    """
    pieces = _pieces_of(text)
    is_list = len(pieces) > 1 and all(
        len(EMAIL.findall(piece)) == 1 and piece.rstrip(">)] ").endswith(EMAIL.findall(piece)[0])
        for piece in pieces
    )
    is_named = is_list and all(BRACKETED_EMAIL.sub("", piece).strip() for piece in pieces)
    return pieces if is_named else []


_WIDE_SIGNS = str.maketrans(
    {"；": ";", "，": ",", "、": ";", "（": "(", "）": ")", "\u060c": ",", "\u061b": ";"}
)
_OTHERS = re.compile(
    r"(?<![\s,;|])[\s,;|]*(?:\b(?:and|und|et|&)\s+)?(?:\bothers|\bet\.?\s+al\b\.?)[\s.,;]*"
    r"(?P<behind>\([^()]*\))?[\s.,;]*$",
    re.IGNORECASE,
)
"""`, and others`, ` et al.`, ` et al. (Example University)`; looked for once in a run of signs."""


def _without_others(text: str) -> tuple[str, bool]:
    """A list without the words for others at its end, and without where these work."""
    bare = _OTHERS.sub("", text)
    return (bare, True) if bare != text and bare.strip() else (text, False)


_NAMELESS = re.compile(rf"(?:^|[;|\n])\s*[<(\[]?{EMAIL.pattern}")
"""An address before which no name stands: `Ann Author <ann@example.org>; <bob@example.org>`."""

_Piece = tuple[str, str | None]
"""A name as it is written, and its affiliation."""


def order_of(texts: Iterable[str]) -> NameOrder | None:
    """How one list of a table is to be read, if the others tell.

    Where all turn names round, "Author, Ann" is one name. That others do not says nothing of it:
    people fill in forms, each in their own way. Where no list parts authors by commas,
    "García Ejemplo, Federico José" may be one of them.
    """
    found = {_order_of(line_of(text)) for text in texts} - {None}
    if found == {NameOrder.REVERSED}:
        return NameOrder.REVERSED
    without_commas = {NameOrder.REVERSED, NameOrder.SEPARATED}
    return NameOrder.SEPARATED if found and found <= without_commas else None


def _order_of(text: str) -> NameOrder | None:
    if _ended_by_addresses(text):
        return NameOrder.LIST
    if _is_two_names(text):
        return None
    separated = re.split(r";|\||\s+and\s+", text)
    reversed_ones = [part for part in separated if _is_reversed(part)]
    others = [part for part in separated if not _is_reversed(part)]
    if len(separated) > 1 and reversed_ones and all(len(part.split()) == 1 for part in others):
        # Somebody with one name only has no comma; two whole names may stand around each comma.
        return None if all(map(_is_two_names, reversed_ones)) else NameOrder.REVERSED
    for item in re.split(r"[;|]", text):
        parts = map(_name_in, _pieces_of(item))
        if len([part for part in parts if len(part.split()) > 1]) > 1:
            return NameOrder.LIST
    has_signs = re.search(r"[;|]", text) is not None  # Ann Author; Bob Writer
    return NameOrder.SEPARATED if has_signs else None


# A list with semicolons, bars or line ends


def _of_items(
    items: Sequence[str], order: NameOrder | None, doubts: list[str]
) -> tuple[list[_Piece], tuple[str, str] | None]:
    """The pieces of items, each of which is one author or, in HotCRP's form, a group of them."""
    taken = [name_and_affiliation(_bare(item)) for item in items]
    are_groups = any(
        affiliation and (_holds_several(name) or _is_two_names(name)) for name, affiliation in taken
    )
    pieces: list[_Piece] = []
    for name, affiliation in taken:
        names = _meaningful(_split_at_commas(_split_at_and(name)))
        if not affiliation and len(names) > 1 and any(map(is_institution, names[1:])):
            pieces += _with_institutions(names, doubts)
        elif len(joined := _split_at_and(name)) > 1 and all(map(_is_reversed, joined)):
            pieces += [(part, affiliation) for part in joined]  # …; Author, Ann and Writer, Bob
        elif len(names) > 1 and (are_groups or len(joined) > 1 or _holds_several(name)):
            pieces += [(part, affiliation) for part in names]
        else:
            pieces.append((name, affiliation))
    if are_groups and any(_is_doubtful(_pieces_of(name)) for name, _ in taken):
        return pieces, _ways_of_groups(taken)
    pairs = [name for name, affiliation in pieces if not affiliation and "," in name]
    is_open = order is not NameOrder.REVERSED
    if is_open and len(pairs) == len(pieces) and all(map(_is_two_names, pairs)):
        return pieces, _ways_of_pairs(pairs)
    return pieces, None


def _ways_of_pairs(pairs: Sequence[str]) -> tuple[str, str]:
    """How "Ann Author, Some Place; …" is written for one name and a place, and for one name."""
    halves = [split_outside(pair, _COMMA) for pair in pairs]
    places = "; ".join(f"{one.strip()} ({other.strip()})" for one, other in halves)
    return places, "; ".join(f"{other.strip()} {one.strip()}" for one, other in halves)


def _ways_of_groups(groups: Sequence[_Piece]) -> tuple[str, str]:
    """How groups of one affiliation are written, with each lone pair for one name and for two."""
    ways: tuple[list[str], list[str]] = ([], [])
    for name, place in groups:
        pieces = _pieces_of(name)
        texts = _ways_of_families(pieces) if _is_doubtful(pieces) else ("; ".join(pieces),) * 2
        for found, text in zip(ways, texts, strict=True):
            found += [
                f"{own_name} ({place})" if place else own_name for own_name in text.split("; ")
            ]
    return "; ".join(ways[0]), "; ".join(ways[1])


def _holds_several(text: str) -> bool:
    return len(_meaningful(split_outside(text, _COMMA))) > 2


_INSTITUTION = re.compile(
    r"\b(?:universi\w*|institut\w*|college|laborator\w*|labs?|hochschule|école|academy|corporation"
    rf"|inc|gmbh|ltd|department|faculty|{'|'.join(sorted(INSTITUTIONS_OF_THE_EAST))})\b",
    re.IGNORECASE,
)
"""`University of Somewhere`, `Analytical Labs`"""


def is_institution(text: str) -> bool:
    """Whether a piece between commas is where somebody works: University of Somewhere, Google."""
    is_word = is_known_company(text) and not text.isupper()  # MIT is asked for
    is_word = is_word or is_short_word_and_city(text)
    return (is_word or _INSTITUTION.search(text) is not None) and "(" not in text


def _may_work_at(name: str, piece: str) -> bool:
    """Whether a piece behind a name is where that person works; `Placeholder, Meta` is one name."""
    is_word = _INSTITUTION.search(piece) is None
    return is_institution(piece) and not (is_word and _is_lone(name))


def _with_institutions(pieces: Sequence[str], doubts: list[str]) -> list[_Piece]:
    """The pieces of "Ann Author, Some University, Bob Writer, Another University"."""
    found: list[_Piece] = []
    for piece in pieces:
        if found and found[-1][1] is None and _may_work_at(found[-1][0], piece):
            name = found[-1][0]
            doubts.append(f"`{piece}` is taken for the affiliation of {name}")
            found[-1] = (name, piece)
        else:
            found.append(name_and_affiliation(_bare(piece)))
    return found


def _is_two_names(text: str) -> bool:
    """Whether a comma parts two whole names: "Ann Author, Bob Writer", not "de la Author, Ann"."""
    parts = _meaningful(split_outside(text, _COMMA))
    return len(parts) == 2 and all(
        len(part.split()) > 1 and not _begins_with_particle(part) for part in parts
    )


# A list in one line


def _of_line(
    line: str, order: NameOrder | None, doubts: list[str]
) -> tuple[list[_Piece], tuple[str, str] | None]:
    """The pieces of a list with commas and "and", and its two readings if it has two."""
    parts = [part for part in _split_at_and(line) if part.strip(" ,")]
    if len(parts) > 1 and all(_is_reversed(part) for part in parts):
        are_two = order is not NameOrder.REVERSED and all(map(_is_two_names, parts))
        ways = _ways_of_families(_split_at_commas(parts)) if are_two else None
        return [name_and_affiliation(part) for part in parts], ways
    pieces = _meaningful(_split_at_commas(parts))
    if pairs := _with_initials(pieces):
        return [(pair, None) for pair in pairs], None
    two_ways = _two_ways(parts, pieces, order)
    is_pair = len(parts) == 1 and len(pieces) == 2
    if order is not NameOrder.LIST and is_pair and _may_be_one(pieces):
        return [name_and_affiliation(line)], two_ways
    taken = _with_institutions(pieces, doubts)
    with_affiliation = [bool(affiliation) for _, affiliation in taken]
    doubts += [
        f"`{place}` is taken for the affiliation of {name} alone"
        for has_before, (name, place) in zip(with_affiliation, taken[1:], strict=False)
        if place and not has_before and not is_no_place(place)
    ]
    if order is not NameOrder.LIST and len(taken) > _PAIR:
        two_ways = two_ways or _ways_of_acronyms(taken)
        doubts += [
            f"`{name}` is taken for an author with one name; an institution stands in parentheses, "
            f"`{before} ({name})`"
            for (before, _), (name, affiliation) in pairwise(taken)
            if not affiliation and _is_lone(name) and not _is_acronym(name)
        ]
    return taken, two_ways


def _ways_of_acronyms(taken: Sequence[_Piece]) -> tuple[str, str] | None:
    """How a list is written if its acronyms are institutions, and if they are names of people.

    In a list in which all is in capitals nothing shows an acronym.
    """
    names = [name for name, _ in taken]
    acronyms = [name for name in names[1:] if _is_acronym(name)]
    if not acronyms or all(name.isupper() for name in names):
        return None
    found: list[str] = []
    for name, affiliation in taken:
        is_place = _is_acronym(name) and found and "(" not in found[-1]
        if is_place:
            found[-1] = f"{found[-1]} ({name})"
        else:
            found.append(f"{name} ({affiliation})" if affiliation else name)
    return "; ".join(found), "; ".join(names)


def _is_acronym(name: str) -> bool:
    """Whether a piece between commas is a word in capitals: MIT."""
    return name.isalpha() and name.isupper() and len(name) > 1 and not is_family_first(name)


def _may_be_one(pieces: Sequence[str]) -> bool:
    """Whether "X, Y" may be one name with the family name first."""
    family, given = pieces
    if "(" in family or _may_work_at(family, given):  # an affiliation ends a person
        return False
    return _is_lone(family) or _is_lone(given) or _begins_with_particle(family)


def _two_ways(
    parts: Sequence[str], pieces: Sequence[str], order: NameOrder | None
) -> tuple[str, str] | None:
    """How somebody would write each of a list's two readings, if lone words leave both open."""
    if order is NameOrder.LIST:
        return None
    if len(parts) != 1:
        own = [_meaningful(_split_at_commas([part])) for part in parts]
        is_open = any(map(_is_doubtful, own)) and order is not NameOrder.REVERSED
        return _ways_of_families(pieces) if is_open else None
    if len(pieces) == 2 and _may_be_one(pieces):
        is_sure = _begins_with_particle(pieces[0]) or _are_initials(_name_in(pieces[1]))
        is_known = is_sure or order is NameOrder.REVERSED
        return None if is_known else _ways_of_families(pieces)
    is_one_person = "(" not in pieces[0] and not any(map(is_institution, pieces))
    if order and is_one_person and _is_two_names(parts[0]):
        return _ways_of_families(pieces)  # García Ejemplo, Federico José
    return _ways_of_families(pieces) if _is_doubtful(pieces) else None


def _is_doubtful(pieces: Sequence[str]) -> bool:
    """Whether some pieces between commas may be family and given name of one person.

    So are two lone words beside each other, as in "Author, Ann, Bob Builder", and each second
    piece of "Kim, Min Jun, Lee, Seo Yeon"; a single one, as Suharto, is somebody with one name.
    """
    may_open = [_may_be_family(piece) for piece in pieces]
    are_pairs = len(pieces) % 2 == 0 and all(may_open[::2])
    follow = zip(may_open, pieces[1:], strict=False)
    return len(pieces) > 1 and (are_pairs or any(opens and _is_lone(end) for opens, end in follow))


def _ways_of_families(pieces: Sequence[str]) -> tuple[str, str]:
    """How a list is written if pieces that may be family names are such, and if none of them is."""
    found: list[str] = []
    rest = list(pieces)
    are_whole = not any(map(_may_be_family, pieces))
    while rest:
        piece = rest.pop(0)
        if rest and "(" not in piece and not _may_work_at(piece, rest[0]):
            given, place = name_and_affiliation(rest[0])
            if _may_be_family(piece) or len(pieces) == _PAIR or are_whole:
                rest.pop(0)
                is_first = is_family_first(f"{piece}{given}")
                piece = f"{piece}{given}" if is_first else f"{given} {piece}"
                piece = f"{piece} ({place})" if place else piece
        found.append(piece)
    return "; ".join(found), "; ".join(pieces)


_PAIR = 2


def _may_be_family(piece: str) -> bool:
    """Whether a piece between commas may be a family name alone, before which no name ends."""
    is_of_particles = _begins_with_particle(piece) and not is_institution(piece)
    return "(" not in piece and (_is_lone(piece) or is_of_particles)


def _is_lone(piece: str) -> bool:
    """Whether a piece is a single word that is a part of a name; 김민준 is a whole one."""
    name = _name_in(piece)
    is_whole = is_family_first(name) and len(name) > 1
    return len(name.split()) == 1 and not is_whole and not is_institution(name)


def _name_in(piece: str) -> str:
    """A piece between commas without the affiliation behind it."""
    return name_and_affiliation(piece)[0]


def _pieces_of(item: str) -> list[str]:
    """The pieces between commas of an item."""
    return _meaningful(_split_at_commas(_split_at_and(item)))


def _with_initials(pieces: Sequence[str]) -> list[str]:
    """The names of "Author, A., Writer, B. C.", in which every other part is initials."""
    if len(pieces) < 4 or len(pieces) % 2:
        return []
    pairs = list(zip(pieces[::2], pieces[1::2], strict=True))
    if not all(_are_initials(given) and not _are_initials(family) for family, given in pairs):
        return []
    if any(_is_acronym(given) and _is_whole(family) for family, given in pairs):
        return []  # Ann Author, MIT, Bob Builder, EPFL
    return [f"{family}, {given}" for family, given in pairs]


def _is_whole(name: str) -> bool:
    """Whether a piece between commas has a given name, too: "Ann Author", not "van der Sample"."""
    return len(name.split()) > 1 and not _begins_with_particle(name)


def _begins_with_particle(text: str) -> bool:
    """Whether a text may be a family name as `de la Author` is; in `ann author` all is small."""
    return FAMILY_PARTICLE.match(text) is not None and not text.islower()


def _are_initials(text: str) -> bool:
    # such as A. M., J.-P.
    return re.fullmatch(r"(?:[^\W\d_]\.?[\s-]*){1,4}", text.strip()) is not None and (
        "." in text or text.isupper()
    )


def _split_at_and(text: str) -> list[str]:
    return split_outside(
        text, re.compile(r",?\s+(?:and|(?<!\bvon\s)und|et)\s+|\s*&\s*|\s*\\and\s*", re.IGNORECASE)
    )


def _split_at_commas(parts: Iterable[str]) -> list[str]:
    return [piece.strip() for part in parts for piece in split_outside(part, _COMMA)]


def _meaningful(pieces: Iterable[str]) -> list[str]:
    """Pieces between commas, of which suffixes and degrees belong to the one before them."""
    found: list[str] = []
    for piece in pieces:
        if not piece.strip():
            continue
        if found and (is_suffix(piece) or is_degree(piece) or _is_degree_behind(piece, found[-1])):
            found[-1] = f"{found[-1]}, {piece.strip()}"
        else:
            found.append(piece.strip())
    return found


def _is_degree_behind(piece: str, name: str) -> bool:
    """Whether a piece such as MD, which may be a name, stands behind a whole name."""
    is_written_so = piece.isupper() or "." in piece
    return is_written_so and len(name.split()) > 1 and may_be_degree(piece)


def _is_reversed(part: str) -> bool:
    """Whether a part is one name with the family name first: Doe, Jane M."""
    pieces = _meaningful(split_outside(_name_in(part), _COMMA))
    return len(pieces) == 2 and all(len(piece.split()) <= 3 for piece in pieces)


def _bare(piece: str) -> str:
    """A piece without quotes, and without the marks of footnotes behind it."""
    return _MARKS_BEHIND.sub("", piece.strip("\"' "))


_NO_PLACE = re.compile(
    r"on-?line|remote(?:ly)?|virtual(?:ly)?|in[\s-]person|on[\s-]?site|hybrid|(?:via|on|by)\s+zoom|zoom"
    r"|(?:(?:ph\.?\s?d\.?|doctoral|master'?s?|m\.?sc\.?|graduate|undergraduate|bachelor'?s?)\s+)"
    r"(?:student|candidate)s?|supervisor|advis[eo]r|post-?doc|deceased|in memoriam|(?:https?://|www\.)\S+"
    r"|n\.?\s?[/.]\s?a\.?|none|nil|unknown|not (?:available|applicable|specified)"
    r"|tb[acd]|to be (?:confirmed|announced)|tentative|invited|confirmed|moderator|chair"
    r"|(?:joint|co-?|shared|senior|last)[\s-]*(?:first\s+|senior\s+|last\s+)?authors?(?:hip)?"
    r"|\W*(?:(?:these|both|the)\s+authors?\s+)?(?:equal(?:ly)?\s+contribut\w+|contributed\s+equally)"
    r"(?:\s+to\s+this\s+(?:work|paper))?\W*",
    re.IGNORECASE,
)
"""What says how somebody takes part or did, and is no institution: `Ann Author (online)`."""
_ORCID_ADDRESS = re.compile(r"https?://orcid\.org/", re.IGNORECASE)


def is_no_place(text: str) -> bool:
    """Whether what stands in parentheses behind a name surely is no institution."""
    is_sign = not any(map(str.isalnum, text))
    return is_sign or (_NO_PLACE.fullmatch(text) is not None and not _ORCID_ADDRESS.match(text))


def _people(pieces: Iterable[_Piece], doubts: list[str]) -> list[ListedAuthor]:
    found = []
    for written, affiliation in pieces:
        name = read_name(_bare(written))
        if name.doubt:
            doubts.append(name.doubt)
        said = line_of(affiliation or "").strip(" ,;")  # where an address was taken out
        is_place = bool(said) and not is_no_place(said)
        if said and not is_place:
            doubts.append(f"`{said}` behind {name.text} is no institution, and is left out")
        if name.text:
            institution = said if is_place else None
            found.append(ListedAuthor(name.text, institution, name.family))
    return found
