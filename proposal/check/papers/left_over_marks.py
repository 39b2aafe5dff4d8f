"""Finds what templates and reviewing leave on the pages of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from proposal.check.papers.paper_finding import PaperFinding
from proposal.model.acm_samples import SAMPLE_CONFERENCE, SAMPLE_DOI, SAMPLE_ISBN
from proposal.pdf.printed_runs import LetterRun, PrintedPage, usual_size

_HEAD, _FOOT = 0.10, 0.10
"""The shares of a page's height in which running heads and feet stand."""


class _Mark(Struct, frozen=True):
    """Words that have no place in a paper that is published."""

    code: str
    brief: str
    pattern: re.Pattern[str]
    what: str
    advice: str


_FINAL = "choose the template's option for the final version"
_ANONYMOUS = _Mark(
    "paper-anonymous",
    "anonymous",
    re.compile(
        r"\banonymous\s+(?:author|ACL\s+submission|EMNLP\s+submission|submission|institution"
        r"|affiliation)(?:\(s\)|s)?|\bauthor(?:\(s\)|s)?\s+(?:names?\s+)?(?:hidden|omitted|withheld"
        r"|removed)\b[^.\n]{0,40}|\bpaper\s*id:?\s*#?\d*\b|\bsubmission\s+(?:id|number|#)\b:?\s*#?\d*"
        r"|\bpaper\s+under\s+double-blind\s+review",
        re.IGNORECASE,
    ),
    "is left over from anonymous review",
    f"{_FINAL}, so that the authors are printed",
)
"""`Anonymous Author(s)`, `Paper ID 12`, `Anonymous ACL submission`"""
_REVIEW = _Mark(
    "paper-draft",
    "mark of review or draft",
    re.compile(
        r"\bunder\s+review\b(?:\s+(?:as|at|by|for)\b[^.\n]{0,60})?"
        r"|\b(?:manuscript\s+|paper\s+|work\s+)?submitted\s+(?:to|for\s+publication)\b[^.\n]{0,60}"
        r"|\bconfidential\s+review\s+copy\b|\bdo\s+not\s+distribute\b|\bnot\s+for\s+distribution\b"
        r"|\bunpublished\s+working\s+draft\b|\b(?:working|preliminary|first)\s+draft\b|\bdraft\s+(?:of|version)\b"
        r"|^\s*draft\s*$",
        re.IGNORECASE | re.MULTILINE,
    ),
    "is the mark of a version that is not final",
    _FINAL,
)
"""`Under review as a conference paper`, `Do not distribute.`, `DRAFT`"""
_ARXIV = _Mark(
    "paper-draft",
    "arXiv's stamp",
    re.compile(r"\barXiv:\s*\d{4}\.\d{4,5}(?:v\d+)?\s*\[[a-z-]+(?:\.[A-Za-z-]+)?\]"),
    "is arXiv's stamp",
    "send the PDF as LaTeX makes it, and not the one from arXiv",
)
"""`arXiv:2401.01234v1 [cs.IR]`"""
_TEMPLATE = _Mark(
    "paper-template",
    "text of the template",
    re.compile(
        rf"{SAMPLE_DOI}|{SAMPLE_ISBN}|{SAMPLE_CONFERENCE}"
        r"|\b(?:first|second|third)\s+author\s*(?:\n|$)|\bfirst\s+author\s+affiliation"
        r"|\baffiliation\s*/\s*address\s+line\s+\d|\bemail@domain\b"
        r"|\bgiven\s+name\s+surname\b|\bname\s+of\s+organization\b|\b(?:dept\.|department)\s+name\s+of\s+org"
        r"|\bfirstname\s+lastname\b|\bfirst\s*name\s+last\s*name\b"
        r"|\bauthor'?s?\s+name\s+\d\b|\bpaper\s+title\s*\*?\s*\(use\s+style"
        r"|\blorem\s+ipsum\b|\bidentify\s+applicable\s+funding\s+agency",
        re.IGNORECASE | re.MULTILINE,
    ),
    "is text of the template",
    "replace it by your own, or delete it",
)
"""`10.1145/nnnnnnn.nnnnnnn`, `First Author`, `email@domain`, `Lorem ipsum`"""
_IN_TEXT = re.compile(rf"\blorem\s+ipsum\s+dolor\b|{SAMPLE_DOI}", re.IGNORECASE)
"""What is a leftover wherever it stands; all else may be spoken of. Example:
`Lorem ipsum dolor sit amet`."""


def left_over_marks(pages: Sequence[PrintedPage], top_end: float) -> Iterator[PaperFinding]:
    """What reviewing and templates leave at the edges of pages and in the top matter.

    Args:
        pages: the pages.
        top_end: how high the abstract begins on the first page, in points.
    """
    edges = {page.number: edge_text(page, top_end) for page in pages}
    for mark in (_ANONYMOUS, _REVIEW):
        yield from _found(mark, edges)
    whole = {page.number: page.text for page in pages}
    yield from _of_templates(edges, whole)
    turned = {page.number: _turned_text(page) for page in pages}
    yield from _found(_ARXIV, turned)
    yield from _found(_REVIEW, turned)


def _of_templates(edges: dict[int, str], whole: dict[int, str]) -> Iterator[PaperFinding]:
    """What templates leave; the same words at the edges and in the text are one finding."""
    at_edges, in_text = _by_words(_TEMPLATE.pattern, edges), _by_words(_IN_TEXT, whole)
    first = next(iter(at_edges), None)
    others = []
    for words, numbers in in_text.items():
        known = next((seen for seen in at_edges if seen.casefold() in words.casefold()), None)
        if known is None:
            others.append(_finding(_TEMPLATE, words, numbers))
        elif known == first:
            at_edges[first] = sorted({*at_edges[first], *numbers})
    if first is not None:
        yield _finding(_TEMPLATE, first, at_edges[first])
    yield from others


def _found(mark: _Mark, texts: dict[int, str]) -> Iterator[PaperFinding]:
    listed = _by_words(mark.pattern, texts)
    if listed:
        words, numbers = next(iter(listed.items()))
        yield _finding(mark, words, numbers)


def _by_words(pattern: re.Pattern[str], texts: dict[int, str]) -> dict[str, list[int]]:
    """What is found, as it is spelt first, with the numbers of its pages."""
    found: dict[str, list[int]] = {}
    spelt: dict[str, str] = {}
    for number, text in texts.items():
        for match in pattern.finditer(text):
            words = " ".join(match[0].split())
            numbers = found.setdefault(spelt.setdefault(words.casefold(), words), [])
            if number not in numbers:
                numbers.append(number)
    return found


def _finding(mark: _Mark, words: str, numbers: Sequence[int]) -> PaperFinding:
    return PaperFinding(
        mark.code, mark.brief, f"“{words}” {mark.what}", mark.advice, tuple(numbers)
    )


def edge_text(page: PrintedPage, top_end: float) -> str:
    """What running heads and feet say, and the first page above its abstract and in small letters.

    Args:
        page: the page.
        top_end: how high the abstract begins on the first page, in points.
    """
    usual = usual_size(page.runs)
    runs = [run for run in page.runs if run.is_upright and _is_at_edge(page, run, top_end, usual)]
    lines: list[str] = []
    before: LetterRun | None = None
    for run in runs:
        is_same_line = before is not None and abs(before.box.bottom - run.box.bottom) < run.size / 2
        lines.append(f" {run.text}" if is_same_line else f"\n{run.text}")
        before = run
    return "".join(lines)


def _turned_text(page: PrintedPage) -> str:
    """The words that do not stand upright: stamps and watermarks, whose letters are runs alone."""
    return "".join(run.text for run in page.runs if not run.is_upright)


def _is_at_edge(page: PrintedPage, run: LetterRun, top_end: float, usual: float) -> bool:
    if run.box.bottom > page.height * (1 - _HEAD) or run.box.top < page.height * _FOOT:
        return True
    if page.number != 1:
        return False
    is_small_foot = run.box.top < page.height / 3 and run.size < 0.95 * usual
    return run.box.bottom > top_end or is_small_foot
