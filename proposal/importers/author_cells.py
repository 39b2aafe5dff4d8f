"""Tidies a cell with authors: LaTeX, numbers before names, and signs of all kinds between them.

What comes out is a list with semicolons or commas between the names, as `read_authors` takes it,
and the numbers of institutions behind the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from proposal.importers.author_marks import (
    country_among,
    marks_in,
    refusals_of_marks,
    with_places_behind,
    with_plain_letters,
    with_plain_marks,
)
from proposal.importers.written_markup import text_of_fragments, title_of
from proposal.model.affiliated import name_and_affiliation, split_outside
from proposal.model.family_names import is_group
from proposal.reading.lines import line_of
from proposal.reading.listed_names import is_institution
from proposal.source.bib.html_markup import latex_of_html
from proposal.source.bib.latex import read_latex
from proposal.source.nesting import too_deep

_LATEX = re.compile(r"[\\{}~$]|</?(?:su[pb]|[biu]|em|strong|span|br)\b")
r"""Examples: `M{\"u}ller`, `Ann~Author`, `$^1$`, `<sup>1</sup>`."""
_AND = re.compile(r"\s*\\(?:and|AND|And)\b\s*")
r"""`Ada Lovelace \and Charles Babbage`"""
_UNESCAPED = re.compile(r"(?<!\\)[&%#_]")
r"""`AT&T`, but not `AT\&T`. →"""
_NUMBER = re.compile(
    r"(?:^|(?<=[\s,;|/]))(?:\((?P<round>\d{1,2})\)|\[(?P<square>\d{1,2})\]|#(?P<sign>\d{1,2})[.:)]?"
    r"|(?P<bare>\d{1,2})[.):]?)\s+(?=[^\W\d_])"
)
"""What stands before a name in a numbered list: `1. `, `(1) `, `[1] `, `#1 `, `1 `."""
_BULLET = re.compile(r"(?:^|(?<=\n))\s*[•▪‣●◦*–—-]\s+")
"""`• Ada Lovelace`"""
_SIGNS = tuple(map(re.compile, (r"\s*[•▪‣●◦]\s*|\s+·\s+", r"\t+", r"\s+/\s+", r"\s+\+\s+")))
_WRITTEN_APART = re.compile(r"(?<=[\u4e00-\u9fff々])[・･](?=[\u4e00-\u9fff])")
"""An example: what is between `山田太郎・佐藤花子`, but not within `マリア・サンプル`."""
_SLASH = re.compile(r"/")
_BETWEEN = tuple(map(re.compile, (";", r"\|", r"\n")))
_COMMA = re.compile(",")
_WORDS_BETWEEN = re.compile(r",?\s+(?:and|(?<!\bvon\s)und|et|och|og)\s+|\s*&\s*", re.IGNORECASE)
"""` and `, `, und `, ` & `"""
_SHORT_WORDS = re.compile(r"\s+(?:y|e|en)\s+")
"""Words for "and" that stand in names as well: Ortega y Gasset, Costa e Silva."""
_OPEN_END = re.compile(
    r"(?:(?<!\s)\s+[,;|/]+|(?<![\s,;|/])[,;|/]+|(?<!\s)(?:\s*&|\s+(?:and|und|et|y|e)))\s*$"
)
"""What stands behind an item of a list: ` and`, `,`."""
_OPEN_WORD = re.compile(r"(?:&|\s(?:and|und|et|y|e))\s*$")
"""What a line ends on that goes on in the next one: `Ada Lovelace and`, `Ada Lovelace &`."""
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED, "0123456789")
_KEY = r"(?:\d{1,2}|[a-z])"
_MARKED = re.compile(
    rf"(?P<name>[^\W\d_][.'’]?)\s*"
    rf"(?:(?P<raised>[{_RAISED}](?:[\s,˒]*[{_RAISED}])*)"
    rf"|\((?P<round>{_KEY}(?:\s*[,;]\s*{_KEY})*)\)|\[(?P<square>{_KEY}(?:\s*[,;]\s*{_KEY})*)\]"
    r"|(?P<bare>\d{1,2}(?:\s*,\s*\d{1,2})*))"
    r"(?=[\s*†‡§]*(?:[,;|&\n/]|\band\b|\bund\b|\bet\b|$))"
)
"""The mark of an institution behind a name: `Ann Author¹,²`, `Ann Author (a)`, `Author1,2`."""
_NUMBERED_PLACE = re.compile(
    rf"(?:(?:^|(?<=[;|\n,]))\s*(?:\((?P<round>{_KEY})\)|\[(?P<square>{_KEY})\]"
    rf"|(?P<bare>\d{{1,2}}|[a-z](?=[.:)]))[.:)]?)|(?P<raised>[{_RAISED}]+))\s*(?=[^\W\d_])"
)
"""What stands before an institution in a list with marks: `1: `, `(2) `, `¹`, `(a) `, `b) `."""
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{4})(?<!Corp)(?<!Dept)(?<!Inst)(?<!Univ)\.$")
"""What ends an institution as a sentence: `University of X, France.`, but not `Example Inc.`"""
_MIXED = (
    "`{}` has commas between some of the names and other signs between others; write semicolons "
    "between all of them"
)
_HELD = re.compile(r"\{(?P<name>[^{}\\]+)\}")
"""An example: `{Barnes and Sample Corporation}`, as bibliographies keep institutions together."""
_WORD_BEFORE = re.compile(r"\b(?:and|und|et)$")
"""What may stand before an author in a list: `and`."""
_CLOSES = re.compile(r"[ \t]*(?:$|[;|,&\n]|(?:and|und|et)\b)")
"""What stands behind one: ` and Alan Example`."""
_SIGNS_AROUND = ";|,& \t\n"
_PART = re.compile(
    r"[(\[](?:corresponding|contact|present(?:er|ing)|speaker|main|lead|first|student)"
    r"(?: author)?[)\]]",
    re.IGNORECASE,
)
"""An example: `(corresponding)` behind a name, which is no institution."""
_ROLE = (
    "`{}` is no institution; take it out, and name who it is in a column Corresponding author or "
    "Presenter"
)
_PARENTHESES = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
"""`(University of Somewhere)`"""
_PLACE_NUMBER = re.compile(rf"(?:^|[,;])\s*(\d{{1,2}}|[{_RAISED}]+)[.:)]?\s*(?=[^\W\d_])")
"""The numbers in `1 University of X, 2 University of Y`."""
_PLACES_AMONG_NAMES = (
    "`{}` has a list of institutions, with the numbers of the authors, in parentheses; write "
    "`Ann Author (University of X); Bob Builder (University of Y)`, or the list in a column "
    "Affiliations, as `1 University of X; 2 University of Y`"
)
_PLACES_AS_AUTHORS = (
    "`{}` has an institution in the place of an author; write `Ann Author ({})` if the author "
    "works there, and `{{{}}}`, between braces, if it is an author itself"
)
_COUNTRY_AS_AUTHOR = (
    "`{}` is a country in the place of an author; write `Ann Author (University of X, Country)`, "
    "with semicolons between the authors"
)
_GROUP_AMONG_COMMAS = (
    "`{}` has a group or an institution between commas; write it in parentheses behind those who "
    "work there, and between braces if it is an author itself: `Ann Author; {{The Group, Sample "
    "Team}}`"
)
_ON_BEHALF = re.compile(
    r"(?P<name>[^,;|\n]+?),?\s+(?:on behalf of|for|f\u00fcr|pour)\s+(?:(?:the|die|la|le)\s+)?"
    r"(?P<group>[^,;|\n]+)",
    re.IGNORECASE,
)
"""`Ann Author on behalf of the Placeholder Consortium`, `Ann Author, for the Sample Team`"""
_ANOTHER_S_NAME = (
    "`{}` names an author and a group; write `{}; {{{}}}` if the group is an author as well, and "
    "`{}` if it is none"
)
_UNREAD = "the LaTeX `{}` among the authors cannot be read; write the characters themselves"
_FEWEST_WORDS = 2
"""Words of a whole name."""


class AuthorCell(Struct, frozen=True):
    """A cell with authors, tidied."""

    text: str
    """The names in a row."""
    numbers: tuple[tuple[str, ...], ...] = ()
    """Of each name with numbers behind it, these, in the order of the names."""
    refusals: tuple[str, ...] = ()
    """What keeps the list from being read, as sentences that say what to write instead."""
    doubts: tuple[str, ...] = ()
    """What is not sure, as sentences."""
    is_open: bool = False
    """Whether the list ends with a word behind which another name is missing."""
    marks: tuple[str, ...] = ()
    """What stands at names and is left out, since nobody says what it means: `*`."""


def tidied_authors(cell: str) -> AuthorCell:
    """The list of authors in a cell without markup and numbers."""
    plain, unknown = _without_latex(_with_single_spaces(with_plain_marks(cell)))
    is_open = _OPEN_WORD.search(plain.rstrip()) is not None
    bare, numbers = _without_marks(plain)
    doubts: list[str] = []
    refusals: tuple[str, ...] = ()
    items = with_places_behind(_items(_OPEN_END.sub("", bare)))
    if len(items) > 1:
        parted = [part for item in items for part in _at_words(item, doubts)]
        are_pairs = list(map(has_two_names, parted))
        are_mixed = any(are_pairs) and not all(are_pairs) and not _are_inverted(parted)
        refusals = (_MIXED.format(line_of(cell)),) if are_mixed else ()
        text = "; ".join(parted)
    else:
        text = " and ".join(_at_short_words(items[0] if items else "", doubts))
    if len(items) > 1 and (place := next(filter(_is_place, items), None)):
        refusals += (_PLACES_AS_AUTHORS.format(line_of(cell), place, place),)
    if country := country_among(items):
        refusals += (_COUNTRY_AS_AUTHOR.format(country),)
    refusals += refusals_of_marks(cell)
    refusals += tuple(_on_behalf(plain))
    refusals += tuple(
        _GROUP_AMONG_COMMAS.format(item) for item in items if len(items) > 1 and _joins_group(item)
    )
    if part := _PART.search(cell):
        refusals += (_ROLE.format(part[0]),)
    if _has_places_among_names(plain):
        refusals += (_PLACES_AMONG_NAMES.format(line_of(cell)),)
    refusals += tuple(_UNREAD.format(latex) for latex in dict.fromkeys(unknown))
    return AuthorCell(text, numbers, refusals, tuple(doubts), is_open, marks_in(cell))


def parted_at_groups(cell: str) -> list[tuple[str, str]]:
    """The authors of a cell before each group that stands between braces, and that group.

    `Ann Author; {Barnes and Sample Corporation}; Bob Writer` has one pair with that group, and a
    last one without any. As in BibTeX, braces around a whole author show that it is no person.
    """
    found: list[tuple[str, str]] = []
    begin = 0
    for match in _HELD.finditer(cell):
        group = line_of(match["name"])
        if _opens_author(cell, begin, match, group) and _CLOSES.match(cell, match.end()):
            found.append((_without_signs_around(cell[begin : match.start()]), group))
            begin = match.end()
    rest = _without_signs_around(cell[begin:]) if found else cell
    return [*found, (rest, "")] if rest or not found else found


def _opens_author(cell: str, begin: int, match: re.Match[str], group: str) -> bool:
    """Whether the braces of a match begin an author: a comma in `{Author}, {Ann}` does not."""
    end = match.start()
    while end > begin and cell[end - 1] in " \t":
        end -= 1
    before = cell[max(begin, end - len(" and")) : end]
    signs = ";|&\n," if " " in group else ";|&\n"
    return not before or before[-1] in signs or _WORD_BEFORE.search(before) is not None


def _without_signs_around(part: str) -> str:
    """A part of a list without what parts it from others: `; Bob Writer and `."""
    bare = re.sub(r"^(?:and|und|et)\b", "", part.strip(_SIGNS_AROUND))
    return re.sub(r"\b(?:and|und|et)$", "", bare).strip(_SIGNS_AROUND)


def _joins_group(item: str) -> bool:
    """Whether a group stands in an item with commas of which not all parts are groups.

    In `Ann Author, Bob Writer (Example Institute)` none does.
    """
    parts = [part.strip() for part in split_outside(item, _COMMA) if part.strip()]
    are_groups = [
        is_group(name_and_affiliation(part)[0]) and not is_institution(part) for part in parts
    ]
    opens = len(parts) > 1 and is_institution(parts[0])
    return opens or (any(are_groups) and not all(are_groups))


def _on_behalf(plain: str) -> Iterator[str]:
    """What to write in place of authors who are named with the group that they speak for."""
    signs = r",(?!\s*(?:for|on behalf of)\b)|[;|\n]|\band\b(?!.{0,40}\bbehalf\b)"
    for part in re.split(signs, plain):
        match = _ON_BEHALF.fullmatch(part.strip())
        if match and is_group(f"the {match['group']}"):
            name, group = match["name"].strip(), match["group"].strip()
            yield _ANOTHER_S_NAME.format(part.strip(), name, group, name)


def _has_places_among_names(plain: str) -> bool:
    """Whether parentheses list institutions by the numbers that stand behind names.

    `Ann Author¹, Bob Builder² (1 University of X, 2 University of Y)` does so, and
    `Ann Author (42 Paris)` does not.
    """
    listed = [
        number.translate(_PLAIN)
        for inner in _PARENTHESES.findall(plain)
        for number in _PLACE_NUMBER.findall(inner)
    ]
    if not listed:
        return False
    bare, numbers = _without_marks(_PARENTHESES.sub("", plain))
    raised = re.findall(rf"[{_RAISED}]+", bare)
    marks = {number for own in numbers for number in own}
    return not marks.union(number.translate(_PLAIN) for number in raised).isdisjoint(listed)


def _are_inverted(items: Sequence[str]) -> bool:
    """Whether items are names turned round: `Author, Ann; García Muestra, Ana María`."""
    halves = [[part.split() for part in split_outside(item, _COMMA)] for item in items]
    are_parted = all(len(half) == len(("family", "given")) and all(half) for half in halves)
    return are_parted and any(len(half[0]) == 1 for half in halves)


def _is_place(item: str) -> bool:
    """Whether an item of a list with signs is an institution, as in `Ann Author / University X`."""
    return is_institution(item) and not re.search(r"[,()]", item)


def _with_single_spaces(cell: str) -> str:
    """A cell without empty lines and empty parts of lines, and with one space between words."""
    lines = (
        "\t".join(" ".join(part.split()) for part in line.split("\t") if part.strip())
        for line in cell.splitlines()
    )
    return "\n".join(filter(None, lines))


def plain_names(cell: str) -> str:
    """A text with names, of which LaTeX is read; as it was typed if some of it has no text."""
    text, unknown = _without_latex(cell)
    return cell if unknown else text


def numbered_places(cell: str) -> dict[str, str]:
    """The institutions of a cell by the numbers before them; none if one has no number."""
    text, _ = _without_latex(_with_single_spaces(with_plain_letters(cell)))
    begins = list(_NUMBERED_PLACE.finditer(text))
    if not begins or text[: begins[0].start()].strip():
        return {}
    ends = [*(match.start() for match in begins[1:]), len(text)]
    return {
        _number_of(match): _FULL_STOP.sub("", line_of(text[match.end() : end]).rstrip(" ,;|"))
        for match, end in zip(begins, ends, strict=True)
    }


def parted_at_places(cell: str) -> tuple[str, str]:
    """The authors of a cell, and the institutions that stand in lines below them with their marks.

    `Ann Author1, Bob Builder2` may have `1 University of X` and `2 Institute of Y` below it.
    """
    lines = _with_single_spaces(with_plain_marks(cell)).split("\n")
    for index in range(1, len(lines)):
        names, below = "\n".join(lines[:index]), "\n".join(lines[index:])
        places = numbered_places(below)
        _, numbers = _without_marks(names)
        marks = {part for own in numbers for one in own for part in _parted_number(one, places)}
        if places and marks == places.keys() and not _numbered("\n".join(lines)):
            return names, below
    return cell, ""


def _without_latex(cell: str) -> tuple[str, tuple[str, ...]]:
    """The text that a cell prints, line by line, and what has none."""
    if not _LATEX.search(cell) or too_deep(cell, Path()):
        return cell, ()
    lines: list[str] = []
    unknown: list[str] = []
    for line in _AND.sub(" and ", cell).splitlines():
        latex = latex_of_html(_UNESCAPED.sub(lambda sign: f"\\{sign[0]}", line)).latex
        read = read_latex(latex)
        unknown += read.unknown
        lines.append(title_of(text_of_fragments(read.fragments)).text)
    return "\n".join(lines), tuple(unknown)


def _without_marks(text: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """The list without the numbers of institutions behind names, and these."""
    if _numbered(text):
        return text, ()
    found: list[tuple[str, ...]] = []

    def keep(match: re.Match[str]) -> str:
        typed = next(filter(None, match.group("raised", "round", "square", "bare")))
        plain = re.findall(rf"\d+|[a-z]|[{_RAISED}]+", typed)
        found.append(tuple(number.translate(_PLAIN) for number in plain))
        return match["name"]

    return _MARKED.sub(keep, text), tuple(found)


def _items(text: str) -> list[str]:
    """The items of a list between numbers, bullets or signs; one if nothing parts them."""
    if numbered := _numbered(text):
        return numbered
    bare = _WRITTEN_APART.sub(";", _unwrapped(_BULLET.sub("", text.strip())))
    for sign in (*_BETWEEN, *_SIGNS):
        items = [item.strip() for item in split_outside(bare, sign)]
        if len(items) > 1:
            return [_OPEN_END.sub("", item) for item in items if item]
    halves = [item.strip() for item in split_outside(bare, _SLASH)]
    are_names = len(halves) > 1 and all(len(item.split()) >= _FEWEST_WORDS for item in halves)
    return halves if are_names else [bare]


def _unwrapped(text: str) -> str:
    """A list in one line, if its lines end behind commas only since the cell was narrow."""
    *lines, _ = text.split("\n")
    is_wrapped = lines and all(_OPEN_END.search(line) for line in lines)
    return line_of(text) if is_wrapped and any(map(has_two_names, lines)) else text


def has_two_names(item: str) -> bool:
    """Whether commas part whole names in an item: "Ann Author, Bob Builder"."""
    parts = [part for part in split_outside(item, _COMMA) if part.strip()]
    return (
        len(parts) > 1
        and "(" not in item
        and all(len(part.split()) >= _FEWEST_WORDS for part in parts)
        and not any(map(is_institution, parts))
    )


def _numbered(text: str) -> list[str]:
    """The items of a list whose numbers count from 1; none if it is no such list."""
    begins = list(_NUMBER.finditer(text.strip()))
    numbers = [next(filter(None, match.groups())) for match in begins]
    is_list = numbers == [str(number) for number in range(1, len(numbers) + 1)]
    if not begins or begins[0].start() or not is_list:
        return []
    ends = [*(match.start() for match in begins[1:]), len(text.strip())]
    items = (
        text.strip()[match.end() : end].strip() for match, end in zip(begins, ends, strict=True)
    )
    return [_OPEN_END.sub("", item) for item in items]


def _at_words(item: str, doubts: list[str]) -> Iterator[str]:
    """The names of an item, between which "and" may stand: `Bob Builder & Carl Coder`.

    Groups have commas between them: `Placeholder Collaboration, Sample Collaboration`.
    """
    groups = [part.strip() for part in split_outside(item, _COMMA)]
    if len(groups) > 1 and all(map(is_group, groups)):
        yield from groups
        return
    parts = [part.strip() for part in split_outside(item, _WORDS_BETWEEN)]
    are_names = all("," in part or len(part.split()) >= _FEWEST_WORDS for part in parts)
    taken = [name_and_affiliation(part) for part in parts]
    doubts += [
        f"`{place}` is taken for the affiliation of {name} alone"
        for (_, before), (name, place) in pairwise(taken)
        if are_names and place and not before
    ]
    for part in parts if are_names else [item]:
        yield from _at_short_words(part, doubts)


def _at_short_words(text: str, doubts: list[str]) -> list[str]:
    """The names between "y" and the like, if a whole name stands on both sides."""
    found: list[str] = []
    for part in split_outside(text, _SHORT_WORDS):
        before = re.split(_WORDS_BETWEEN.pattern + r"|[,;|\n]", found[-1])[-1] if found else ""
        behind = re.split(_WORDS_BETWEEN.pattern + r"|[,;|\n]", part)[0]
        are_names = min(len(before.split()), len(behind.split())) >= _FEWEST_WORDS
        if not found:
            found.append(part)
        elif are_names:
            doubts.append(f"`{line_of(before)}` and `{line_of(behind)}` are taken for two authors")
            found.append(part)
        else:
            gap = text[text.index(found[-1]) + len(found[-1]) :]
            word = _SHORT_WORDS.match(gap)
            found[-1] = f"{found[-1]}{word[0] if word else ' '}{part}"
    return found


def _number_of(match: re.Match[str]) -> str:
    typed = next(filter(None, match.group("round", "square", "raised", "bare")))
    return str(typed).translate(_PLAIN)


def by_number(
    numbers: Sequence[Sequence[str]], places: dict[str, str], count: int
) -> list[list[str]] | None:
    """The institutions of each author by their numbers; nothing if they do not go together.

    Args:
        numbers: the numbers behind each name.
        places: the institutions by their numbers.
        count: how many authors there are.
    """
    parted = [
        [part for number in own for part in _parted_number(number, places)] for own in numbers
    ]
    known = all(number in places for own in parted for number in own)
    if not places or len(numbers) != count or not known:
        return None
    return [[places[number] for number in own] for own in parted]


def _parted_number(number: str, places: dict[str, str]) -> Sequence[str]:
    """A number, or its digits if only these are numbers of institutions: `Ann Author¹²`."""
    return number if number not in places and all(map(places.__contains__, number)) else (number,)
