"""Tells the headings that are titles of talks, and stand above their speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proposal.importers.site.line_starts import LineStart
from proposal.importers.site.name_likeness import is_institution
from proposal.importers.site.section_topics import topic_of
from proposal.importers.site.site_lines import SiteLine
from proposal.reading.days import find_days
from proposal.reading.hours import read_hours

_SHORTEST = 4
"""So many words has the title of a talk that stands above its speaker."""
_LABEL = re.compile(
    r"(?:(?:talk|keynote)\s+)?(?:title|abstract|bio\w*|summary|about)\b"
    r"|(?:day|session|part|track|week|room|block)\s*#?\d",
    re.IGNORECASE,
)
"""`Title: On Samples`, and `Day 1: Friday, June 26`"""


def is_title_above_speaker(
    line: SiteLine, below: Sequence[tuple[SiteLine, LineStart | None]]
) -> bool:
    """Whether a heading is the title of a talk, of which the speaker stands right below.

    Args:
        line: the heading.
        below: the next line with the name with which it begins, if there is one.
    """
    is_name = any(start is not None and (start.label or not one.is_heading) for one, start in below)
    has_time = read_hours(line.text) is not None or bool(find_days(f"{line.text}, 2000"))
    is_other = (
        topic_of(line.text) or _LABEL.match(line.text) or has_time or is_institution(line.text)
    )
    return is_name and line.is_heading and not is_other and len(line.text.split()) >= _SHORTEST
