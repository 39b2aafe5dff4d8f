"""Rewrites what stands at names in a cell with authors: raised marks, signs, braces.

The list that comes out has the numbers or letters of institutions in parentheses behind names, and
institutions in parentheses as well, as `tidied_authors` knows them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from proposal.model.affiliated import split_outside
from proposal.model.countries import country_code
from proposal.reading.listed_names import is_institution

_SIGN = "*†‡§¶∗⋆✉✝"
_END = r"(?=\s*(?:[,;|&\n/]|\b(?:and|und|et|y|e)\b|$))"
"""What stands behind a name in a list, or its end."""
_WIDE = str.maketrans(
    {"（": "(", "）": ")", "［": "[", "］": "]", "＊": "*", "\u060c": ",", "\u061b": ";"}
)
"""Signs of Chinese, Japanese and Arabic, and those that are meant."""
_LETTERS_RAISED = "ᵃᵇᶜᵈᵉᶠᵍʰ"
_LETTERS = dict(zip(_LETTERS_RAISED, "abcdefgh", strict=True))
_RAISED_LETTERS = re.compile(rf"[{_LETTERS_RAISED}](?:[\s,]*[{_LETTERS_RAISED}])*")
"""`ᵃ`, `ᵃ,ᵇ`"""
_RANGE = re.compile(rf"(?<=[^\W\d_])\s?(?P<first>\d)\s*[-–]\s*(?P<last>\d){_END}")
"""Marks of several institutions behind a name: `Ann Author1-3`."""
_CARET = re.compile(
    rf"(?<![\\\s])\$?(?<!\\)\^(?:\{{(?P<braced>[\da-z{_SIGN}\s,;]{{1,20}})\}}"
    rf"|(?P<bare>[\da-z{_SIGN}](?:,?[\d{_SIGN}])*))[\^$]?"
)
"""A raised mark as plain text or Markdown has it: `^1`, `^{1,*}`, `^1,2^`, `^a`."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGN_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*(?P<signs>[{_SIGN}#]+)\s*[)\]]")
"""`Ann Author (*)`"""
_SIGN_BEHIND = re.compile(
    rf"(?<=[\w.)\]])[\s,]*(?P<signs>[{_SIGN}]+)(?=[\d\s,]*(?:[,;|&\n/]|and\b|$))"
)
"""`Ann Author*`, `Ann Author1,*`"""
_SIGN_BEFORE = re.compile(
    rf"(?<=[\w.)\]])\s*(?P<signs>[{_SIGN}]+)[\s,]*"
    rf"(?P<numbers>(?:\d\d?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?:\s*,\s*(?:\d\d?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+))*|\(\d\d?\)){_END}"
)
"""A sign between a name and the numbers of institutions: `Ann Author*1,2`, `Ann Author* (1)`."""
_UNDERLINED = re.compile(r"<u>|\\underline\b|\\textbf\b|<b>|<strong>", re.IGNORECASE)
"""`<u>Ann Author</u>`"""
_LINK = re.compile(r"</?a(?:\s[^<>]*)?>", re.IGNORECASE)
"""`<a href="https://example.org">`"""
_LABEL = re.compile(r"^\s*(?:by|authors?(?:\(s\))?\s*:)\s+(?=[^\W\d_])", re.IGNORECASE)
"""`by Ann Author`, `Authors: Ann Author`"""
_BRACED = re.compile(rf"(?<=[\w.])\s+\{{(?P<inside>[^{{}}\\,;|]*[^\W\d_][^{{}}\\]*)\}}{_END}")
"""What stands between braces behind a name: `Ann Author {Example University}`."""
_FEWEST_WORDS = 2
_IN_BRACES = (
    "`{}` stands between braces behind a name; write an institution in parentheses, `{} ({})`, "
    "and a name without braces"
)
_DASH = re.compile(r"\s+[-–—]\s+")
_COMMA = re.compile(",")
_BETWEEN_AUTHORS = re.compile(r",|\s+(?:and|und|et|y|e)\s+|\s*&\s*")
"""`, `, ` and `, ` & `"""
_PAIR = 2
_HAN = r"[\u4e00-\u9fff々]"
_POINT = re.compile(r"[・･]")
_SHORT = 2
"""Characters of a Japanese family name or given name, at most, as most are: 山田, 太郎."""
_APART = (
    "the point in `{}` may stand between two authors or within a name; write 、 between authors, "
    "and a space within a name"
)
_HANGUL_APART = re.compile(r"(?<=[\uac00-\ud7a3])\s*[・･·]\s*(?=[\uac00-\ud7a3])")
"""What is between `홍길동·김철수`."""


def with_plain_marks(cell: str) -> str:
    """A cell in which marks, signs and institutions at names are written in one way."""
    plain = _LABEL.sub("", _LINK.sub("", cell.translate(_WIDE)))
    plain = _HANGUL_APART.sub("; ", _CARET.sub(_without_caret, plain))
    plain = _RANGE.sub(_without_range, with_plain_letters(plain))
    plain = _SIGN_IN_BRACKETS.sub(lambda match: match["signs"], plain)
    plain = _SIGN_BEFORE.sub(lambda match: f"{match['numbers']}{match['signs']}", plain)
    return _BRACED.sub(_in_parentheses, plain)


def with_plain_letters(text: str) -> str:
    """A text in which raised letters stand in parentheses: `ᵃ University of X`."""
    return _RAISED_LETTERS.sub(
        lambda match: f"({','.join(_LETTERS[sign] for sign in match[0] if sign in _LETTERS)})", text
    )


def _without_range(match: re.Match[str]) -> str:
    numbers = range(int(match["first"]), int(match["last"]) + 1)
    return f" ({','.join(map(str, numbers))})" if numbers else match[0]


def marks_in(cell: str) -> tuple[str, ...]:
    """The marks at names that say something of which nothing is known: `*`, `underlined`."""
    signs = [match["signs"] for match in _SIGN_BEHIND.finditer(with_plain_marks(cell))]
    return (*signs, *("underlined" for _ in _UNDERLINED.finditer(cell)))


def refusals_of_marks(cell: str) -> tuple[str, ...]:
    """What keeps a list from being read: braces and points that may mean two things."""
    braced = []
    for match in _BRACED.finditer(with_plain_marks(cell)):
        before = re.split(r"[,;|\n]", cell[: match.start()])[-1].strip()
        if len(before.split()) >= _FEWEST_WORDS:
            inside = match["inside"].strip()
            braced.append(_IN_BRACES.format(inside, before, inside))
    pieces = (piece.strip() for piece in re.split(r"[,;|、，；\n]", cell))
    return (*braced, *(said for piece in pieces if (said := _apart(piece))))


def _apart(piece: str) -> str:
    """What to say of a name or several with points, of which nobody can say which they are."""
    parts = [part.strip() for part in _POINT.split(piece)]
    are_han = [re.search(_HAN, part) is not None for part in parts]
    if len(parts) == 1 or not all(parts) or not any(are_han):
        return ""
    if all(are_han) and max(map(len, parts)) > _SHORT:
        return ""
    return _APART.format(piece)


def with_places_behind(items: Sequence[str]) -> list[str]:
    """Items with institutions in parentheses, if they stand behind colons, dashes or commas.

    `Ann Author: Example University; Bob Builder: Institute of Y` is so written by some systems,
    and `Ann Author, Example University, Germany; Bob Builder, ETH Zürich, Switzerland` by people.
    """
    for sign in (re.compile(":"), _DASH):
        halves = [tuple(map(str.strip, sign.split(item))) for item in items]
        are_pairs = all(len(half) == len(("name", "place")) for half in halves)
        if are_pairs and len(items) == 1 and _may_name_another(halves[0][1]):
            continue
        if are_pairs and any(is_institution(place) for _, place in halves):
            return [f"{name} ({place})" if place else name for name, place in halves]
    parts = [_parts_of(item) for item in items]
    if not any(_ends_with_country(own) and any(map(is_institution, own)) for own in parts):
        is_list = len(items) > 1 and all(len(own) == _PAIR for own in parts)
        parts = parts if is_list and all(map(_ends_with_country, parts)) else []
    behind = [_with_place(own, item) for own, item in zip(parts, items, strict=False)]
    return behind if parts and all(behind) else list(items)


def _may_name_another(place: str) -> bool:
    """Whether the next author may stand behind an institution: `Example University, Bob Writer`."""
    parts = [part.strip() for part in split_outside(place, _BETWEEN_AUTHORS) if part.strip()]
    is_place = bool(parts) and country_code(parts[-1]) is not None
    others = (part for part in parts[1:] if not is_institution(part))
    return not is_place and any(len(part.split()) >= _FEWEST_WORDS for part in others)


def _parts_of(item: str) -> list[str]:
    return [part.strip() for part in split_outside(item, _COMMA) if part.strip()]


def _ends_with_country(parts: Sequence[str]) -> bool:
    """Whether a name is followed by where somebody works: `Ann Author, ETH Zürich, Switzerland`."""
    countries = [country_code(part) is not None for part in parts]
    is_named = bool(parts) and len(parts[0].split()) >= _FEWEST_WORDS
    institutions = [place for place, part in enumerate(parts) if is_institution(part)]
    is_behind = institutions in ([], [1])  # before another one may stand another author
    return is_named and is_behind and countries[-1] and sum(countries) == 1


def _with_place(parts: Sequence[str], item: str) -> str:
    """An item with what is behind the name in parentheses; empty if it may be something else."""
    if len(parts) <= 1 or "(" in item:
        return item
    is_place = _ends_with_country(parts) and not is_institution(parts[0])
    return f"{parts[0]} ({', '.join(parts[1:])})" if is_place else ""


def country_among(items: Sequence[str]) -> str:
    """A country that stands between commas where an author is expected; empty if none does."""
    for item in items:
        parts = _parts_of(item)
        countries = [part for part in parts[1:] if country_code(part) is not None]
        others = [part for part in parts if part not in countries]
        are_whole = all(len(part.split()) >= _FEWEST_WORDS for part in others)
        if countries and len(parts) > _PAIR and are_whole:
            return countries[0]
    return ""


def _without_caret(match: re.Match[str]) -> str:
    typed = match["braced"] or match["bare"]
    numbers = re.findall(r"\d+|[a-z]", typed)
    signs = "".join(re.findall(rf"[{_SIGN}]", typed))
    if all(map(str.isdigit, numbers)):
        return ",".join(numbers).translate(_RAISED) + signs
    return f"({','.join(numbers)}){signs}"


def _in_parentheses(match: re.Match[str]) -> str:
    inside = match["inside"].strip()
    return f" ({inside})" if is_institution(inside) else match[0]
