"""Reads a name that its markup sets apart, and what somebody does beside where they work."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proposal.importers.site.line_starts import LineStart
from proposal.importers.site.name_likeness import (
    is_institution,
    may_be_institution,
    person_name,
)
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
    if not is_apart or not person_name(name) or not rest[0].isupper():
        return None
    is_place = is_institution(rest.split(",", maxsplit=1)[0])
    return LineStart(name, rest, ",") if is_place or role_and_place(rest)[0] else None


def _joined(texts: Iterable[str]) -> str:
    """Runs of text as one; the end of a line of the source, a space alone, is a comma."""
    said = [", " if text == " " else text for text in texts if text]
    return re.sub(r"(?:\s*,)+\s*", ", ", "".join(said)).strip(" ,")


_BEFORE_PLACE = re.compile(r"^(?:(?:and|at|of|from|with|in)\s+|@\s*)?(?:the\s+)?(?=[^\W\d_])")
"""Short words between a role and an institution: `Program Chair, at the …`."""
_ROLE_AT = re.compile(
    r"(?P<role>[\w&/-]+(?:\s+[\w&/-]+){0,4}?)(?:\s+(?P<word>at|from|with|of|for|in|and)\s+|\s*@\s*|\s+[–—-]\s+"
    r"|\s*[/|]\s*)(?P<place>.+)"
)
"""`Program Chair at the University of Testing`"""


def role_and_place(text: str) -> tuple[str, str]:
    """What somebody does at either end of a text with an institution, and the rest of it.

    Examples: `University of Testing, Program Chair`, `General Chair, at the University of Testing`,
    `Program Chair of WSP, University of Testing`.
    """
    front, behind = text.partition(","), text.rpartition(",")
    for said, place in ((behind[2], behind[0]), (front[0], front[2])):
        role = _role_of(said.strip(), is_chair_enough=True)
        where = _BEFORE_PLACE.sub("", place.strip())
        if role and is_institution(where.split(",")[0].strip()):
            return role, where
    if role := _role_of(front[0].strip()):
        where = _BEFORE_PLACE.sub("", front[2].strip())
        if more := _role_of(where):
            return f"{role}, {more}", ""
        return (role, where) if where and may_be_institution(where) else ("", text)
    match = _ROLE_AT.fullmatch(front[0].strip())
    role = _role_of(match["role"]) if match is not None else ""
    if match is None or not role:
        return "", text
    where = _BEFORE_PLACE.sub("", match["place"])
    if match["word"] in {"of", "for"} and is_institution(front[2].split(",")[0]):
        return front[0].strip(), front[2].strip()
    if is_institution(where) or not front[2].strip():
        place = ", ".join(filter(None, (where, front[2].strip())))
        return (role, place) if is_institution(where) else ("", text)
    is_place_behind = may_be_institution(front[2].strip())
    return (front[0].strip(), front[2].strip()) if is_place_behind else ("", text)


def _role_of(text: str, *, is_chair_enough: bool = False) -> str:
    """The part in organizing that some words are; empty of others."""
    if is_chair_enough and text.casefold() == "chair":
        return text
    return text if part_in_organizing(text) else ""
