"""Puts names together that a page breaks into two lines: `Ann` above `Author`, both in bold."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from proposal.importers.site.name_likeness import is_institution, person_name
from proposal.importers.site.site_lines import SiteLine
from proposal.reading.page_tree import PageLine, StyledRun

_PART = re.compile(
    r"[^\W\d_]\.?(?:[^\W\d_]|['’-])*(?:\s+(?:[^\W\d_]|['’-])+\.?)?(?:\s+\([^\W\d_]+\))?"
)
"""One word or two of a name: `Ann`, `Ann B.`, `van Author`, `Ri-Zhao (Roger)`."""


def with_whole_names(lines: list[SiteLine]) -> list[SiteLine]:
    """Lines in which the two halves of a name stand in one line, where both are marked alike."""
    made: list[SiteLine] = []
    for line, below in pairwise([*lines, None]):
        if line is not None and made and _are_one_name(made[-1], line, below):
            runs = (*made[-1].line.runs, StyledRun(" "), *line.line.runs)
            made[-1] = replace(made[-1], line=PageLine(runs))
        elif line is not None:
            made.append(line)
    return made


def _are_one_name(first: SiteLine, line: SiteLine, below: SiteLine | None) -> bool:
    """Whether two lines of one block are a name together, and neither is one alone.

    Both are bold, or neither, and then an institution stands below them.
    """
    texts = (first.text.strip(), line.text.strip())
    is_above_place = below is not None and below.block == line.block and is_institution(below.text)
    return (
        first.block == line.block
        and first.item == line.item
        and first.is_bold == line.is_bold
        and (line.is_bold or is_above_place)
        and not any(is_institution(text) or _is_whole(text) for text in texts)
        and all(_PART.fullmatch(text) for text in texts)
        and bool(person_name(" ".join(texts)))
    )


def _is_whole(text: str) -> bool:
    """Whether a text is a name with its last one: not `Ann B.`."""
    return bool(person_name(text)) and _ENDS_WITH_INITIAL.search(text) is None


_ENDS_WITH_INITIAL = re.compile(r"\s[^\W\d_]\.$")
"""`Ann B.`"""
