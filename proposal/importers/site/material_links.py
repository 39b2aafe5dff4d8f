"""Parts links to slides, recordings, posters and papers from the words before them."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urljoin

from msgspec.structs import replace

from proposal.diagnostics import Span
from proposal.importers.draft import Record, SourceDiagnostics
from proposal.importers.values import checked
from proposal.reading.page_tree import PageLine, StyledRun

_KINDS = tuple(
    (
        kind,
        re.compile(
            rf"(?:(?:talk|poster|view|see|watch|download|the)\s+)*(?:{words})(?:\s+\(?pdf\)?)?",
            re.IGNORECASE,
        ),
    )
    for kind, words in (
        (
            "slides",
            r"slides?|slide\s*deck|folien|diapositives|transparents|diapositivas|presentation",
        ),
        ("video", r"video|recording|youtube|aufzeichnung|vid[eé]o|grabaci[oó]n"),
        ("poster", r"posters?"),
        ("pdf", r"pdf|paper|full\s+(?:paper|text)|camera[- ]ready|pre-?print|arxiv"),
        ("code", r"code|github|source\s+code"),
        ("data", r"data(?:set)?"),
        ("supplement", r"supplement\w*|appendix"),
    )
)
"""What a link says of where it leads, by the key of the data."""
SAID = {
    "slides": "slides",
    "video": "recording",
    "poster": "poster",
    "code": "code",
    "data": "data",
    "supplement": "supplement",
}
"""The nouns for what links lead to; where a paper is read its title says, too."""
_BRACKETS = " \t[](){}|/·•,;–—-"
_APART = re.compile(r"(?:^|[\[(|/·•,;.:?!”\"’)\]–—-])\s*$")
"""What stands before a link that is no word of a sentence: `Slides: `."""


def kind_of_link(run: StyledRun) -> str:
    """The key for what a link leads to, by its words; empty of other runs."""
    if not run.address or run.address.startswith(("#", "mailto:")):
        return ""
    words = run.text.strip(_BRACKETS)
    kinds = [_kind_of(word) for word in words.split()]
    return _kind_of(words) or (kinds[0] if kinds and all(kinds) else "")


def _kind_of(words: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(words)), "")


def with_links_apart(line: PageLine) -> tuple[PageLine, dict[str, str]]:
    """A line without the links at its end that lead to material, and where these lead.

    In `On Samples. Ann Author [slides]` the last word is no part of a name, and in `see the video`
    it is one of the sentence. A line of links alone keeps its words.
    """
    runs = list(line.runs)
    if not any(map(kind_of_link, runs)):
        return line, {}
    found: dict[str, str] = {}
    end = len(runs)
    while end:
        run = runs[end - 1]
        kind = kind_of_link(run)
        if kind and run.address:
            found.setdefault(kind, run.address)
        elif run.text.strip(_BRACKETS):
            break
        end -= 1
    before = runs[:end]
    if not before:
        return line, found
    text = "".join(run.text for run in before)
    first = next((run for run in runs[end:] if kind_of_link(run)), None)
    gap = "".join(run.text for run in runs[end : runs.index(first)]) if first is not None else ""
    is_apart = (
        len(found) > 1
        or _APART.search(text + gap) is not None
        or (first is not None and (first.text[:1].isupper() or before[-1].styles != first.styles))
    )
    if first is None or not is_apart:
        return line, {}
    last = before[-1]
    return PageLine((*before[:-1], replace(last, text=last.text.rstrip(" [({|/·•–—-")))), found


def note_materials(
    record: Record,
    materials: dict[str, str],
    keys: Collection[str],
    site: str,
    diagnostics: SourceDiagnostics,
    span: Span,
) -> None:
    """Keep where a talk's or a paper's material is; say what of it the data have no place for.

    Args:
        record: the talk or the paper.
        materials: addresses by their kinds.
        keys: the kinds for which the record has keys.
        site: where the site stands on the web, for files of its own; empty if nobody knows.
        diagnostics: takes what is said.
        span: where the links stand.
    """
    for kind, address in materials.items():
        if kind not in SAID or kind in record:
            continue
        whole = urljoin(site, address.lstrip("/")) if site and ":" not in address else address
        url = checked("url", whole).value if re.match(r"https?://", whole) else None
        if kind in keys and url is not None:
            record[kind] = url
            continue
        message = f"a link to {SAID[kind]}, {address[:60]}, is left out"
        hint = (
            f"copy the file into `files/`, and write `{kind}` with its name"
            if kind in keys
            else "the data have no place for it; name it in a text, if pages are to have it"
        )
        diagnostics.warn("not-understood", message, span, hint)
