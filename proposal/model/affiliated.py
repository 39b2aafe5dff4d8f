"""Takes a name and what stands between parentheses behind it apart: `Ann Author (An Institute)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

BARE_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
"""A word that can be nothing but an address, in any letters: `ada@example.org`."""
EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
"""An email address wherever it stands in a text: `ann@example.org`.

It is looked for where a word begins alone: else a long word is read anew from each of its letters.
"""

_PRONOUN = (
    r"(?:he|him|his|she|hers?|they|them|theirs?|xe|xem|ze|zir"
    r"|er|ihm|sie|ihr|il|lui|elle|iel|él|ella)"
)
PRONOUNS = re.compile(
    r"\s*[(\[]\s*(?:any|all)?\s*"
    rf"(?P<said>pronouns|{_PRONOUN}(?:\s*[/,|]\s*\w+)+)\s*[)\]]",
    re.IGNORECASE,
)
"""An example: ` (she/her)`, with the spaces before it."""


OPEN_PRONOUNS = re.compile(
    rf"(?:\s*,\s*|\s+[–—-]\s+|\s+)(?P<said>{_PRONOUN}(?:\s*/\s*\w+)+)$", re.IGNORECASE
)
"""An example: `, she/her` behind a name."""


def without_pronouns(text: str) -> tuple[str, str | None]:
    """A name without the pronouns that stand in brackets behind it, and these: `she/her`."""
    match = PRONOUNS.search(text)
    if match is None:
        return text, None
    parts = re.split(r"\s*[/,|]\s*", match["said"])
    return PRONOUNS.sub("", text), "/".join(parts) if len(parts) > 1 else None


def name_and_affiliation(text: str) -> tuple[str, str | None]:
    """A name, and the affiliation in the last pair of parentheses, if they close the text.

    `Ann Author (Information Sciences Institute (ISI))` gives `Ann Author` and `Information
    Sciences Institute (ISI)`. Where parentheses do not balance, the text is the name.
    """
    line = text.strip()
    if not line.endswith(")"):
        return line, None
    depth = 0
    for index in range(len(line) - 1, -1, -1):
        depth += (line[index] == ")") - (line[index] == "(")
        if depth == 0:
            name, inner = line[:index].strip(), line[index + 1 : -1].strip()
            return (name, inner) if name and inner else (line, None)
    return line, None


def is_balanced(text: str) -> bool:
    """Whether every parenthesis of a text has its partner."""
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0


def split_outside(text: str, separator: re.Pattern[str]) -> list[str]:
    """The parts of a text between separators that stand outside of parentheses.

    Where parentheses do not balance, they hold nothing together.
    """
    return list(_parts(text, separator, _inside(text)))


def _parts(text: str, separator: re.Pattern[str], inside: list[bool]) -> Iterator[str]:
    begin = 0
    for match in separator.finditer(text):
        if match.end() > match.start() and not inside[match.start()]:
            yield text[begin : match.start()]
            begin = match.end()
    yield text[begin:]


def _inside(text: str) -> list[bool]:
    """For each character, whether it stands between parentheses."""
    if not is_balanced(text):
        return [False] * len(text)
    depth, found = 0, []
    for character in text:
        depth += character == "("
        found.append(depth > 0)
        depth -= character == ")"
    return found
