"""Says what to type in the place of a value of another kind, made of what is typed there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from proposal.model.affiliated import split_outside
from proposal.model.examples import in_yaml
from proposal.model.id_form import ID_FORM
from proposal.model.nearest_word import nearest
from proposal.source.text import Text
from proposal.source.unquoted import in_quotes
from proposal.source.yaml import Node

_BULLET = re.compile(r"(?:^|\s+)[-–—−*•‣·]\s*(?=\S)")
"""`• one • two`, `- one`"""
_BETWEEN_ITEMS = re.compile(r"\s*[,;]\s*")
"""`one, two; three`"""
_BETWEEN_PEOPLE = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+")
"""Between names in a sentence: "Ann Author, Bob Builder and Carl Carver"."""
_OF_PEOPLE = frozenset({"authors", "organizers", "committee", "members", "editors", "discussants"})
_LONGEST = 60
"""Characters of a value that a hint repeats."""

_PAIRS = ("“”", "„“", "„”", "””", "‘’", "‚‘", "’’", "«»", "»«", "‹›", "››")
"""Quotes of text processors, an opening and a closing one."""
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens, spaces without width, marks of direction: what text processors leave behind."""
_DASH = re.compile("[\u2010-\u2015\u2212]")
"""A sign that looks like a hyphen: `2026–02–26`."""


class TypingHint(Struct, frozen=True):
    """What is wrong with how something is typed, and what to type."""

    message: str
    hint: str


def badly_typed(value: str) -> TypingHint | None:
    """Signs that text processors put into a value that programs read letter by letter.

    It is asked only of values that are refused: an id, a date, a number, an address.
    """
    text = value.strip()
    if len(text) > 2 and text[0] + text[-1] in _PAIRS:
        inner = text[1:-1].strip()
        message = f"quotes of a text processor stand around `{_short(inner)}`"
        return TypingHint(message, f"write it without them: {_short(inner)}")
    if match := INVISIBLE.search(text):
        bare = INVISIBLE.sub("", text)
        message = f"an invisible character (U+{ord(match[0]):04X}) stands in `{_short(bare)}`"
        return TypingHint(message, f"type it anew: {_short(bare)}")
    if (match := _DASH.search(text)) and " " not in text:
        message = f"`{match[0]}` in `{_short(text)}` is a dash, and no hyphen"
        return TypingHint(message, f"type it with hyphens: {_short(_DASH.sub('-', text))}")
    return None


def as_list(node: Node, key: str, first_key: str = "") -> str:
    """How a value is written where a list is expected.

    Args:
        node: the value.
        key: its key; empty for a whole file.
        first_key: the key that a record in the list must have, if it is one of records.
    """
    lines = "one item a line, each behind a hyphen and a space"
    if isinstance(node.value, dict):
        is_file = not key and len(node.value) == 1
        if is_file and isinstance(next(iter(node.value.values())).value, list):
            return f"delete the line `{next(iter(node.value))}:`; the file is the list"
        return f"write {lines}; the keys of an item stand below each other"
    text = str(node.value)
    if first_key and len(text) <= _LONGEST and "\n" not in text:
        names = split_outside(text, _BETWEEN_ITEMS) if first_key == "name" else [text]
        records = ", ".join(f"{{{first_key}: {_in_record(name)}}}" for name in names)
        return f"write {key}: [{records}]"
    items = [item for item in _BULLET.split(text) if item]
    if _BULLET.match(text) and items:
        return f"write {lines}: - {_short(items[0])}"
    between = _BETWEEN_PEOPLE if key in _OF_PEOPLE else _BETWEEN_ITEMS
    items = _lines_of(node.value) or split_outside(text, between)
    # Of a first item without its hyphen, the others have theirs still.
    items = [item.removeprefix("- ") for item in items if item]
    written = in_yaml(items)
    if not key or len(written) > _LONGEST or "\n" in text:
        return f"write [one, another], or {lines}"
    return f"write {key}: {written}, or {lines}"


def as_contact(node: Node, key: str) -> str | None:
    """The address alone of a record of whom to write to: `{name: Ada, email: ada@example.org}`."""
    if key != "contact" or not isinstance(node.value, dict):
        return None
    texts = [str(item.value) for item in node.value.values()]
    address = next((text for text in texts if "@" in text and len(text) <= _LONGEST), None)
    return f"write contact: {address or 'workshop@example.org'}, or the id of an organizer"


def _in_record(text: str) -> str:
    """A text as it stands in a record between braces: between quotes where it has a comma."""
    return in_quotes(text) if re.search(r"[,{}\[\]:#]", text) else text


def as_item(node: Node, first_key: str) -> str | None:
    """How a text is written where a record is expected that needs one key alone."""
    text = str(node.value)
    if not isinstance(node.value, Text) or len(text) > _LONGEST or "\n" in text:
        return None
    return f"write {{{first_key}: {_in_record(text)}}}"


def _lines_of(value: object) -> list[str]:
    """The lines of a text that was written on several, one after the other."""
    if not isinstance(value, Text) or len(value.pieces) < 2:
        return []
    starts = [start for start, _ in value.pieces]
    return [str(value)[one:other].strip() for one, other in pairwise((*starts, len(value)))]


def as_single_id(node: Node, key: str) -> str | None:
    """How one id is written where a list of several stands, as `venue: [kdd-2026, www-2026]`.

    A host conference has one city and one time zone, too.
    """
    if not isinstance(node.value, list) or len(node.value) < 2:
        return None
    items = [str(item.value) for item in node.value]
    is_id = key in _OF_ONE_ID and all(re.fullmatch(ID_FORM, item) for item in items)
    if not (is_id or key in _OF_ONE_PLACE):
        return None
    return f"only one can stand here: {key}: {items[0]}"


_OF_ONE_ID = {"venue", "talk", "person", "track", "id", "latest_known"}
"""Keys whose value is a single id."""
_OF_ONE_PLACE = {"city", "state", "country", "zone"}
"""Keys of which a place has one."""


def as_text(node: Node, key: str) -> str:
    """How a value is written where a text is expected: between quotes, if it looks like one."""
    text = _flat(node)
    if text and isinstance(node.value, dict) and len(node.value) > 1:
        parts = [str(item.value) for item in node.value.values() if item.value is not None]
        if len(parts) == len(node.value):  # a record, and no text with a colon
            written = in_quotes(", ".join(parts))
            return f"write one text: {f'{key}: {written}' if key else written}"
    if text is None or len(text) > _LONGEST:
        return "write one text"
    written = f"{key}: {in_quotes(text)}" if key else in_quotes(text)
    return f"if it is a text, put it between quotes: {written}"


def _flat(node: Node) -> str | None:
    """A short list or record as it stands on its line; nothing if it has several lines."""
    value = node.value
    if isinstance(value, dict):
        inner = [(key, item.value) for key, item in value.items()]
        if any(isinstance(item, dict | list) for _, item in inner) or not inner:
            return None
        if len({place.line for place in node.keys.values()}) > 1:
            return None
        parts = [key if item is None else f"{key}: {item}" for key, item in inner]
        is_block = len(parts) == 1 and inner[0][1] is not None
        return parts[0] if is_block else f"{{{', '.join(parts)}}}"
    if isinstance(value, list):
        items = [item.value for item in value]
        if any(not isinstance(item, Text) for item in items) or not items:
            return None
        if any(item.span.line != node.span.line for item in value):
            return None
        return f"[{', '.join(map(str, items))}]"
    return None


WITHOUT_HYPHENS = "delete the hyphens: the keys of one record stand below each other without them"


def without_dashes(node: Node) -> str | None:
    """What to do with a list whose items are single keys, where a record is expected."""
    if not isinstance(node.value, list) or not node.value:
        return None
    if all(isinstance(item.value, dict) and len(item.value) == 1 for item in node.value):
        return WITHOUT_HYPHENS
    return None


def as_number(typed: str) -> str | None:
    """What to write for a number with words around it; nothing if there is not just one."""
    numbers = re.findall(r"[0-9]+(?:[.,][0-9]+)*(?:e[0-9]+)?", typed)  # 1,000.50, 1e3
    return f"write {numbers[0]}" if len(numbers) == 1 and numbers[0].isdecimal() else None


def text_behind_comma(record: Node, key: str, known: Sequence[str]) -> TypingHint | None:
    """What to say of a key that is the rest of a text with a comma, in a record between braces.

    Args:
        record: the record, as `{title: Search, Rank and Recommend}`.
        key: the key, as `Rank and Recommend`.
        known: the keys that the record may have, of which one may have been meant.
    """
    begun = key_before_comma(record, key, known)
    if begun is None or not isinstance(record.value, dict):
        return None
    values, keys = record.value, list(record.value)
    text = values[begun].value
    following = keys[keys.index(begun) + 1 :]
    rest = following[: next((i for i, k in enumerate(following) if values[k].value), None)]
    whole, end = str(text), values[begun].span.end_column
    for part in rest:
        span = record.keys[part]
        # A number, as 12,50, has no space behind its comma.
        whole += f",{'' if span.column == end + 1 else ' '}{part}"
        end = span.end_column
    noun = begun.replace("_", " ")
    message = f"`{key}` is no known key: a comma ends the {noun} here"
    if begun in _OF_MONEY and (amount := _COMMA_IN_NUMBER.fullmatch(whole)):
        digits = amount["digits"]
        tail = digits if len(digits) == 3 else f".{digits}0"
        written = f"{amount['before']}{tail}{amount['behind']}"
        return TypingHint(message, f"write the {noun} without a comma: {begun}: {written}")
    return TypingHint(message, f"put the {noun} between quotes: {begun}: {in_quotes(whole)}")


_OF_MONEY = {"amount", "early"}

_COMMA_IN_NUMBER = re.compile(r"(?P<before>\D*\d+),(?P<digits>\d{3}|\d)(?P<behind>\D*)")
"""Examples: `EUR 1,200`, `99,5 EUR`; not `99,50 EUR`, which may be written so between quotes."""


def key_before_comma(record: Node, key: str, known: Sequence[str]) -> str | None:
    """The key whose text ends at a comma, behind which the rest of it is taken for another key.

    In `{title: Search, Rank and Recommend}` that is `title` for `Rank and Recommend`.
    """
    if not isinstance(record.value, dict) or record.value[key].value is not None:
        return None
    keys = list(record.value)
    index = keys.index(key)
    while index > 0 and record.value[keys[index]].value is None:
        index -= 1
    text, place = record.value[keys[index]].value, record.keys[keys[index]]
    is_word = key.isidentifier() and key.islower() and keys.index(key) == index + 1
    is_word = is_word and (str(text).islower() or bool(nearest(key, known)))
    if not isinstance(text, Text) or place.line != record.keys[key].line or is_word:
        return None
    return keys[index]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
