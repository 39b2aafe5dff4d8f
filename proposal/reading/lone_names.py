"""Says why a text in which one person's name is expected cannot be read as one."""

from __future__ import annotations

import re

from proposal.model.affiliated import EMAIL, OPEN_PRONOUNS, is_balanced, split_outside
from proposal.model.family_names import SUFFIX, is_group
from proposal.reading.lines import line_of
from proposal.reading.listed_names import is_institution
from proposal.reading.names import FAMILY_PARTICLE, Name, read_name, read_parts
from proposal.reading.person_titles import may_be_degree

_ADDRESS = re.compile(r"@|https?:|\bwww\.", re.IGNORECASE)
"""`ada@example.org`, `https://example.org`, `www.example.org`"""
_ID = re.compile(r"[_~<>{}\\]")
"""Signs of ids, as in `~Ann_Author1`, and of none of people's names."""
_SEVERAL = re.compile(r"[;|&/\n]|\s(?:and|et|(?<!\bvon\s)und)\s", re.IGNORECASE)
"""What stands between the names of several people: `Ann Author and Bob Builder`."""
_BEHIND = re.compile(r"[(\[][^()\[\]]*[)\]]\s*$")
"""An example: the end of `Ann Author (Placeholder)`; a nickname stands within the name."""


def fault_of_name(text: str, *, is_inverted: bool = False) -> tuple[str, str] | None:
    """What is wrong with a cell that should hold one name, and what to write instead.

    Args:
        text: the cell.
        is_inverted: whether other names of the table show that the family name stands first.
    """
    name = read_name(text)
    if fault := _fault_of_words(text, name.text):
        return fault
    line = line_of(text)
    if _BEHIND.search(name.text):
        return _unknown_parentheses(line)
    return _fault_of_commas(line, name, is_inverted=is_inverted)


def fault_of_part(text: str) -> tuple[str, str] | None:
    """What is wrong with a cell that should hold somebody's given name, or the family name.

    Behind a given name, parentheses hold a nickname.
    """
    name = read_parts("Ann", text).text
    if fault := _fault_of_words(text, name.removeprefix("Ann ")):
        return fault
    if "," in name:
        return f"the comma in `{line_of(text)}` is not understood", "write the name alone"
    return None


def _fault_of_words(text: str, name: str) -> tuple[str, str] | None:
    line = line_of(text)
    if not any(sign.isalpha() for sign in name):
        if EMAIL.search(line):
            return f"`{line}` is an address and no name", "write the person's name"
        return f"`{line}` has no letters, so it is no name", "write the person's name"
    if _ADDRESS.search(name):
        return f"an address stands in the name `{line}`", "move it into a column of its own"
    if "\\" in name or "{" in name:
        return f"`{line}` is written in LaTeX", "write the letters themselves, as in Müller"
    if _ID.search(name):
        return f"`{line}` is an id and no name", "write the person's name"
    if is_group(line):
        return f"`{line}` is the name of a group as it seems", "write its members into rows"
    if _SEVERAL.search(name) or _SEVERAL.search(_without_brackets(text)):
        return f"`{line}` seems to name several people", "write each of them into a row"
    return None if is_balanced(name) else _unknown_parentheses(line)


def _unknown_parentheses(line: str) -> tuple[str, str]:
    what = f"what the parentheses in `{line}` say is not understood"
    return what, "delete them, or move what they say into a column of its own"


def _without_brackets(text: str) -> str:
    """A text without brackets and pronouns, in which strokes part no names."""
    # such as Ada Lovelace (chair), Ada <ada@example.org>
    return OPEN_PRONOUNS.sub("", re.sub(r"[(\[<][^()\[\]<>]*[)\]>]", "", text.strip()).strip())


def _fault_of_commas(line: str, name: Name, *, is_inverted: bool) -> tuple[str, str] | None:
    parts = [part.strip() for part in split_outside(line, re.compile(",")) if part.strip()]
    if "," in name.text:
        return f"the commas in `{line}` are not understood", "write the name alone"
    if any(is_institution(part) for part in parts[1:] if not may_be_degree(part)):
        return f"`{line}` seems to hold an affiliation, too", "move it into a column of its own"
    if is_inverted or name.family is None or FAMILY_PARTICLE.match(name.family):
        return None
    given = name.text.removesuffix(f" {name.family}")
    words = [word for word in name.family.split() if not SUFFIX.fullmatch(word)]
    if len(words) == 1 or "y" in words or "." in given:
        return None
    if len(given.split()) > 1:
        hint = f"write `{name.text}`, or each of two people into a row"
        return f"`{line}` may be one name or two", hint
    hint = f"write `{name.text}`, or move `{given}` into a column of its own"
    return f"`{line}` may be one name, or a name and something else", hint


def shows_inversion(text: str) -> bool:
    """Whether a name is surely written with the family name first: `Author, Ann`."""
    name = read_name(text)
    return "," in text and name.family is not None and fault_of_name(text) is None
