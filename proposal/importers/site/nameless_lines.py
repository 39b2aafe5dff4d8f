"""Tells lines among people that begin like names and are none: institutions, references."""

from __future__ import annotations

import re

from proposal.importers.site.line_starts import LineStart
from proposal.importers.site.site_lines import SiteLine
from proposal.model.countries import country_code

_REFERENCE = re.compile(r"^\W{0,3}\[\d{1,3}\]\s+\S.*\b(?:19|20)\d\d\b")
"""What an abstract cites: `[5] A Author, B Builder, “On Samples”, Sample Journal, 1–12, (2018).`"""


def is_reference(line: SiteLine) -> bool:
    """Whether a line is one of a list of references, whose authors have no part in the workshop."""
    return _REFERENCE.match(line.text) is not None


def is_place_below(
    line: SiteLine, start: LineStart, lines: list[tuple[SiteLine, LineStart | None]]
) -> bool:
    """Whether a line below a name is an institution with its country: `Sample Three, Lima, Peru`.

    In a list, `Ann Author, France` and `Bob Builder, Peru` stand one below the other.

    Args:
        line: a line that begins with what may be a name.
        start: that beginning.
        lines: all lines of the passage, with theirs.
    """
    country = country_code(start.rest.rpartition(",")[2].strip())
    if not line.position or start.form not in {",", "-"} or country is None:
        return False
    firsts = [one for other, one in lines if other.block == line.block and not other.position]
    return not any(one is not None and one.form == start.form for one in firsts)


def _are_initials(text: str, name: str) -> bool:
    """Whether letters stand for a name, and for no institution: `AMB` of Ann M. Builder."""
    words: list[str] = re.findall(r"[^\W\d_]+", name)
    if not re.fullmatch(r"(?:[^\W\d_]\.?){2,4}", text) or text != text.upper() or len(words) < 2:
        return False
    letters = text.replace(".", "").casefold()
    first, last = words[0].casefold(), words[-1].casefold()
    return first.startswith(letters[0]) and last.startswith(letters[-1])


def is_without_place(text: str, name: str) -> bool:
    """Whether words below a name are its initials, or that of a member: `AMB`, `組織委員`."""
    is_membership = re.fullmatch(r"[^\W\d_]{0,10}(?:委員|위원)", text) is not None
    return is_membership or _are_initials(text, name)
