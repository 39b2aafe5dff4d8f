"""Tells what a parsed text hides: characters that are written as entities, and what is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from markdown_it.token import Token

from proposal.diagnostics import Diagnostic, Span, error
from proposal.source.file import forbidden_character, forbidden_in, is_forbidden

_ENTITY = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,8})|#([0-9]{1,10})|\w+);")
"""`&#x2014;`, `&#8212;`, `&mdash;`"""
_CONTAINERS = ("blockquote_open", "list_item_open")


def hidden_characters(
    tokens: Iterable[Token], lines: Sequence[str], places: Sequence[Span], allowed: str
) -> Iterator[Diagnostic]:
    """Forbidden characters that a text writes as entities, such as `&#x202e;`, each at its place.

    Args:
        tokens: the parsed text.
        lines: its lines, as they are written.
        places: where each of them stands.
        allowed: characters that the program itself has put in.
    """
    for token in tokens:
        first, last = token.map or (0, 0)
        if not _holds_forbidden(token, allowed):
            continue
        for number in range(first, min(max(last, first + 1), len(lines), len(places))):
            for found in _ENTITY.finditer(lines[number]):
                character = _character(found)
                if character and is_forbidden(character):
                    yield forbidden_character(character, _within(places[number], found), found[0])


def cut_off(tokens: Iterable[Token], most: int, places: Sequence[Span]) -> Iterator[Diagnostic]:
    """Where quotes and lists nest so deeply that the parser leaves out what is in them.

    Args:
        tokens: the parsed text.
        most: the levels that the parser follows.
        places: where each line of the text stands.
    """
    for token in tokens:
        if token.type in _CONTAINERS and token.level + 1 >= most and token.map:
            message = "quotes or lists are nested too deeply here, and would be cut off"
            hint = "write fewer of them within each other"
            yield error("too-deep", message, places[min(token.map[0], len(places) - 1)], hint)
            return


def _holds_forbidden(token: Token, allowed: str) -> bool:
    """Whether any text of a block, its titles and its addresses hold a forbidden character."""
    inner = token.children or ()
    texts = [token.info, *(_texts(inner))]
    return any(character not in allowed for text in texts for _, character in forbidden_in(text))


def _texts(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        yield token.content
        yield from (unquote(str(value)) for value in token.attrs.values())
        yield from _texts(token.children or ())


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else int(found[2] or 0)
    return chr(number) if 0 < number <= 0x10FFFF else ""


def _within(place: Span, found: re.Match[str]) -> Span:
    column = place.column + found.start()
    return Span(place.file, place.line, column, column + len(found[0]))
