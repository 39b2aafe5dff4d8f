"""Takes a cell with a name apart: what stands in brackets may be the name in another script."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from proposal.importers.site.name_likeness import is_institution
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
    if _is_latin(before) and _is_of_another_script(inside):
        return NameCell(before, native=inside)
    if _is_of_another_script(before) and _is_latin(inside):
        return NameCell(inside, native=before)
    if is_institution(inside) and not (inside.isupper() or may_be_degree(inside)):
        return NameCell(before, institution=inside)
    return NameCell(text)


def _is_latin(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and all(_has_latin_name(sign) for sign in letters)


def _is_of_another_script(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and not any(_has_latin_name(sign) for sign in letters)


def _has_latin_name(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN")
