"""Refuses sources with characters that nobody sees, before anything of them is written.

What a person may not type into the data, no source may bring into them. A character that stands in
a source as itself is found when its file is read; HTML and YAML write it in other ways, too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from proposal.diagnostics import Diagnostic, Span
from proposal.importers.draft import Draft, DraftPerson, ImportSourceError
from proposal.source.file import forbidden_in

_NUMBER = re.compile(r"&#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});?")
"""A character of HTML by its number: &#x202e;"""


def refuse_numbers(text: str, file: Path) -> None:
    """Refuse a text of HTML or Markdown that writes a forbidden character by its number.

    Raises:
        ImportSourceError: it does; the message has line and column.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _NUMBER.finditer(line):
            for _, character in forbidden_in(html.unescape(found[0])):
                place = str(Span(file, number, found.start() + 1, found.end() + 1))
                raise ImportSourceError(_message(place, character, f"; delete {found[0]}"))


def refuse_forbidden_escapes(diagnostics: Iterable[Diagnostic]) -> None:
    """Refuse a source of YAML in which an escape stands for a forbidden character.

    Raises:
        ImportSourceError: one of the errors says so.
    """
    for diagnostic in diagnostics:
        if diagnostic.code == "forbidden-character":
            raise ImportSourceError(f"{diagnostic.span}: {diagnostic.message}; {diagnostic.hint}")


def refuse_text(text: str, place: str) -> None:
    """Refuse a text with a forbidden character.

    Args:
        text: what was understood.
        place: where it stands, as it is written before a message.

    Raises:
        ImportSourceError: the text has one.
    """
    for _, character in forbidden_in(text):
        raise ImportSourceError(_message(place, character, " here; delete it"))


def refuse_draft(draft: Draft, source: Path) -> None:
    """Refuse what was understood of a source if a forbidden character is in it.

    This is the last guard, behind the readers, which know the place.

    Raises:
        ImportSourceError: there is one; the message tells the value in which it stands.
    """
    for where, text in texts_of(draft):
        for _, character in forbidden_in(draft.without_ids(text)):
            raise ImportSourceError(_message(str(source), character, f" in {where}; delete it"))


def _message(place: str, character: str, where: str) -> str:
    return f"{place}: the invisible character U+{ord(character):04X} cannot be printed{where}"


def texts_of(draft: Draft) -> Iterator[tuple[str, str]]:
    """The texts of a draft, each with the way to it."""
    parts = {
        "workshop": draft.workshop,
        "venue": draft.venue,
        "edition": draft.edition,
        "program": draft.program,
        "papers": draft.papers,
        "texts": draft.texts,
        "pages": draft.series_texts,
        "references": draft.bibliography or "",
    }
    yield from _strings(parts, "")
    for person in draft.people:
        yield from _strings(person, "people")


_TEXTS_OF_PEOPLE = (
    *("name", "honorific", "pronouns", "email", "orcid", "homepage", "links"),
    *("affiliations", "biography"),
)
"""What sources tell of people in texts."""


def _strings(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, DraftPerson):
        for key in _TEXTS_OF_PEOPLE:
            yield from _strings(getattr(value, key), f"{where}.{key}")
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _strings(part, f"{where}.{key}" if where else str(key))
    elif isinstance(value, Sequence) and not isinstance(value, bytes):
        for index, part in enumerate(value, start=1):
            yield from _strings(part, f"{where}.{index}")
