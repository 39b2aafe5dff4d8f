"""Takes a cell with a name apart: what stands in brackets may be the name in another script."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from proposal.importers.site.name_likeness import is_institution
from proposal.model.family_names import is_family_first
from proposal.reading.lines import line_of
from proposal.reading.person_titles import may_be_degree

_BRACKETED = re.compile(r"(?P<before>[^()（）]+?)\s*[(（](?P<inside>[^()（）]+)[)）]")
"""Examples: `王小明 (Xiaoming Wang)`, `Ann Author (Example University)`."""


class NameCell(Struct, frozen=True):
    """What a cell says of a person."""

    name: str
    native: str | None = None
    """The name in the person's own script."""
    institution: str = ""


def read_name_cell(text: str) -> NameCell:
    """The name in a cell, in Latin letters where the cell has it in two scripts."""
    match = _BRACKETED.fullmatch(line_of(text))
    if match is None:
        return NameCell(text)
    before, inside = match["before"], match["inside"]
    if is_institution(inside):
        is_open = inside.isupper() or may_be_degree(inside)
        return NameCell(text) if is_open else NameCell(before, institution=inside)
    if _is_latin(before) and _is_of_another_script(inside) and _may_be_name(inside):
        return NameCell(before, native=inside)
    if _is_of_another_script(before) and _is_latin(inside) and " " in inside.strip():
        return NameCell(inside, native=before)
    return NameCell(text)


_LONGEST_NAME = 6
"""Letters of a name in Chinese, Japanese or Korean script; institutions have more."""


def _may_be_name(text: str) -> bool:
    """Whether a text in another script may be a name: 김민준, and not 한국과학기술원."""
    return not is_family_first(text) or " " in text or len(text) <= _LONGEST_NAME


def _is_latin(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and all(_has_latin_name(sign) for sign in letters)


def _is_of_another_script(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and not any(_has_latin_name(sign) for sign in letters)


def _has_latin_name(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN")
