"""Reads a name that its markup sets apart, and what somebody does beside where they work."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proposal.importers.site.line_starts import LineStart
from proposal.importers.site.name_likeness import is_institution, person_name
from proposal.importers.site.site_lines import SiteLine
from proposal.reading.roles import part_in_organizing


def marked_start(line: SiteLine) -> LineStart | None:
    """A name in bold, or that leads to a page, with plain words right behind it.

    Examples: `**Ann Author** University of Testing`, `[Ann Author](…) University of Testing`.
    """
    said = [run for run in line.line.runs if run.text.strip()]
    bold, linked = (
        ["bold" in run.styles for run in said],
        [run.address is not None for run in said],
    )
    if len(said) < 2 or not any(one[0] and not any(one[1:]) for one in (bold, linked)):
        return None
    behind = line.line.runs[line.line.runs.index(said[0]) + 1 :]
    name, rest = said[0].text.strip(), _joined(run.text for run in behind)
    is_apart = re.match(r"[^\W\d_]", rest) and said[0].text.strip(" ,;:–—-") == name
    first = rest.split(",", maxsplit=1)[0]
    if not is_apart or not person_name(name) or not is_institution(first):
        return None
    return LineStart(name, rest, ",") if rest[0].isupper() else None


def _joined(texts: Iterable[str]) -> str:
    """Runs of text as one; the end of a line of the source, a space alone, is a comma."""
    said = [", " if text == " " else text for text in texts if text]
    return re.sub(r"(?:\s*,)+\s*", ", ", "".join(said)).strip(" ,")


def role_and_place(text: str) -> tuple[str, str]:
    """What somebody does at either end of a text with an institution, and the rest of it.

    Examples: `University of Testing, Program Chair`, `General Chair, University of Testing`.
    """
    front, behind = text.partition(","), text.rpartition(",")
    for said, place in ((behind[2], behind[0]), (front[0], front[2])):
        is_chair = said.strip().casefold() == "chair"
        part = said.strip() if is_chair else part_in_organizing(said.strip())
        if part and is_institution(place.split(",")[0].strip()):
            return part, place.strip()
    return "", text
