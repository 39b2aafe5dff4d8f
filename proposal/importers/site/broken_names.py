"""Puts names together that a page breaks into two lines: `Ann` above `Author`, both in bold."""

from __future__ import annotations

import re

from msgspec.structs import replace

from proposal.importers.site.name_likeness import is_institution, person_name
from proposal.importers.site.site_lines import SiteLine
from proposal.reading.page_tree import PageLine, StyledRun

_PART = re.compile(
    r"[^\W\d_]\.?(?:[^\W\d_]|['’-])*(?:\s+(?:[^\W\d_]|['’-])+)?(?:\s+\([^\W\d_]+\))?"
)
"""One word or two of a name: `Ann`, `van Author`, `Ri-Zhao (Roger)`."""


def with_whole_names(lines: list[SiteLine]) -> list[SiteLine]:
    """Lines in which the two halves of a name stand in one line, where both are marked alike."""
    made: list[SiteLine] = []
    for line in lines:
        if made and _are_one_name(made[-1], line):
            runs = (*made[-1].line.runs, StyledRun(" "), *line.line.runs)
            made[-1] = replace(made[-1], line=PageLine(runs))
        else:
            made.append(line)
    return made


def _are_one_name(first: SiteLine, line: SiteLine) -> bool:
    """Whether two lines of one block, all bold, are a name together, and neither is one alone."""
    texts = (first.text.strip(), line.text.strip())
    return (
        first.block == line.block
        and first.item == line.item
        and first.is_bold
        and line.is_bold
        and not any(person_name(text) or is_institution(text) for text in texts)
        and all(_PART.fullmatch(text) for text in texts)
        and bool(person_name(" ".join(texts)))
    )
