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
