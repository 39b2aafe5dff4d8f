"""Takes off biographies what is no sentence: name and affiliation above, addresses below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from proposal.importers.draft import DraftPerson
from proposal.importers.found_links import note_link
from proposal.importers.latex.biography_heads import PUNCTUATION, has_verb
from proposal.importers.latex.paper_tree import (
    Block,
    Hyperlink,
    Inline,
    LineBreak,
    PaperFigure,
    Paragraph,
    plain,
    trimmed,
)
from proposal.importers.values import checked
from proposal.importers.written_affiliation import looks_like_institution
from proposal.model.affiliated import EMAIL
from proposal.model.name_comparison import words

_MOST_WORDS = 16
_PAGE = re.compile(r"https?://[^\s<>,;()]+|www\.[^\s<>,;()]+")
"""`https://example.org/ann`"""
_LABELS = re.compile(
    r"\b(?:e-?mails?|mail|web\s?(?:site|page)?|home\s?page|url|contact|personal|site|address|page|profile"
    r"|linkedin|google\s+scholar|scholar|github|orcid|and|or)\b",
    re.IGNORECASE,
)
"""`Email: `, `Personal website`"""


def without_head(blocks: Sequence[Block], person: DraftPerson) -> tuple[list[Block], str]:
    """A biography without the line above it, and what that says beside the name.

    An example: `Ann Author  ann@example.org  Example University`, above `Ann is a professor.`
    """
    first = blocks[0] if len(blocks) > 1 else None
    if not isinstance(first, Paragraph) or not isinstance(blocks[1], Paragraph):
        return list(blocks), ""
    said = plain(first.spans)
    count = len(person.name.split())
    is_named = words(said)[: len(words(person.name))] == words(person.name)
    behind = " ".join(said.split()[count:]).strip(PUNCTUATION)
    is_line = len(said.split()) <= _MOST_WORDS and not has_verb(behind)
    if not is_named or not is_line or said.rstrip().endswith("."):
        return list(blocks), ""
    if not EMAIL.search(behind) and not looks_like_institution(behind):
        return list(blocks), ""
    for address in EMAIL.findall(behind):
        _note_email(address, person)
    return list(blocks[1:]), EMAIL.sub("", behind).strip(f"{PUNCTUATION}()")


def without_contact(blocks: Sequence[Block], person: DraftPerson) -> list[Block]:
    """A biography without the lines at its end that are addresses, which are noted instead."""
    kept = list(blocks)
    for index in reversed(range(1, len(kept) + 1)):
        last = kept[index - 1]
        if isinstance(last, PaperFigure):  # a portrait, perhaps of the person below
            continue
        lines = _lines(last.spans) if isinstance(last, Paragraph) else []
        count = len(lines)
        while lines and _is_taken(lines[-1], person):
            lines.pop()
        if isinstance(last, Paragraph) and 0 < len(lines) < count:
            spans = [span for line in lines for span in (*line, LineBreak())][:-1]
            kept[index - 1] = replace(last, spans=trimmed(spans))
        if lines or not count:
            break
        del kept[index - 1]
    return kept or list(blocks)


def _lines(spans: Sequence[Inline]) -> list[list[Inline]]:
    lines: list[list[Inline]] = [[]]
    for span in spans:
        if isinstance(span, LineBreak):
            lines.append([])
        else:
            lines[-1].append(span)
    return lines


def _is_taken(line: Sequence[Inline], person: DraftPerson) -> bool:
    """Whether a line has addresses alone, all of which the person's file can hold."""
    said = plain(line)
    if not said.strip():
        return True
    emails = EMAIL.findall(said)
    links = [span.address for span in line if isinstance(span, Hyperlink)]
    pages = [one for one in [*_PAGE.findall(said), *links] if not one.startswith("mailto:")]
    rest = _LABELS.sub("", _PAGE.sub("", EMAIL.sub("", said)))
    if any(map(str.isalnum, rest)) or not (emails or pages):
        return False
    others = {person.email, None} - set(emails) if emails else {None}
    is_new = person.homepage is not None and any(page != person.homepage for page in pages)
    if len(set(emails)) > 1 or others != {None} or is_new:
        return False
    are_good = [_note_email(email, person) for email in emails]
    are_good += [note_link(person, "homepage", page).value is not None for page in pages]
    return all(are_good)


def _note_email(address: str, person: DraftPerson) -> bool:
    value = checked("email", address).value
    person.email = person.email or value
    return value is not None
