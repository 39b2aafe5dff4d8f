"""Reads where the data themselves say that a rule does not hold, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from msgspec import Struct

from proposal.diagnostics import Span
from proposal.source.file import read_text

_COMMENT = re.compile(
    r"(?<!\S)\#\s*proposal:\s*allow\b"
    r"\s*(?P<codes>[a-z0-9-]*[a-z0-9](?:\s*,\s*[a-z0-9-]*[a-z0-9])*)?"
    r"\s*(?:—|–|--?|:|,)?\s*(?P<reason>.*?)\s*$"
)
"""`# proposal: allow long-title, gap – it is the name of the talk`"""


_BEGINNING = re.compile(r"#\s*proposal:\s*allow\b")
"""What a text has to hold before it is worth telling its comments from its values."""


class Suppression(Struct, frozen=True):
    """A rule that does not hold for one line."""

    code: str
    """The rule's code; empty if the comment names none."""
    reason: str
    span: Span
    """Where the code stands."""


def suppressions_in(file: Path) -> list[Suppression]:
    """What the comments of a YAML file that can be read allow."""
    text, _ = read_text(file)
    if text is None or _BEGINNING.search(text) is None:
        return []
    found: list[Suppression] = []
    offset, values = 0, list(_values(text))
    for number, line in enumerate(text.split("\n"), start=1):
        match = _COMMENT.search(line)
        at = offset + match.start() if match else 0
        if match and not any(start <= at < end for start, end in values):
            found += _suppressions(match, file, number)
        offset += len(line) + 1
    return found


def _suppressions(comment: re.Match[str], file: Path, line: int) -> Iterator[Suppression]:
    listed = comment["codes"] or ""
    start = comment.start("codes") if listed else comment.start()
    for code in re.finditer(r"[a-z0-9-]+", listed):
        columns = start + code.start() + 1, start + code.end() + 1
        yield Suppression(code.group(), comment["reason"], Span(file, line, *columns))
    if not listed:
        yield Suppression("", comment["reason"], Span(file, line, start + 1, start + 2))


def _values(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the values stand, in which a number sign begins no comment."""
    for token in yaml.scan(text):
        if isinstance(token, yaml.ScalarToken):
            start = token.start_mark.index
            if token.style in {"|", ">"}:
                start = text.index("\n", start)  # the indicator's own line may have a comment
            yield start, token.end_mark.index
