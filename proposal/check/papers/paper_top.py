"""The beginning of a paper: where its title, its authors and its abstract stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from proposal.check.papers.expected_paper import ExpectedPaper
from proposal.check.papers.printed_text import PrintedText, plain, printed_text
from proposal.pdf.printed_runs import LetterRun, PrintedPage

ABSTRACT = re.compile(
    r"(?:^|(?<=\s))(?:a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|summary|zusammenfassung|kurzfassung|resumen"
    r"|resumo|r[ée]sum[ée]|riassunto|sommario|samenvatting|аннотация|özet|摘\s*要|抽象|要\s*旨"
    r"|概\s*要|초\s*록|요\s*약|ملخص|תקציר)(?![a-z])",
    re.IGNORECASE,
)
"""The heading of an abstract in the languages of the world: `Abstract`, `A B S T R A C T`."""
_SECTION = re.compile(
    r"^\s*(?:1|I)?\.?\s*(?:introduction|einleitung|introducci[óo]n|introdução|引言|はじめに|서론)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""`1 Introduction`, at the beginning of a line."""
_RAISED = 0.06
"""The share of a line's height by which marks of footnotes stand higher."""
_SMALLER = 0.88
"""The size of such marks, as a share of that of the line."""
_LONGEST_MARK = 12
"""Characters of the mark of a footnote, or of several: `1,2,*,†`."""
_LONGEST_BLOCK = 4000
"""Letters behind the title in which authors are looked for if no abstract follows."""


class PaperTop(Struct, frozen=True):
    """The first page of a paper, as it is read in two orders."""

    page: PrintedPage
    runs: tuple[LetterRun, ...]
    """Those that stand upright, without the raised marks of footnotes, in the order of the file."""
    starts: tuple[int, ...]
    """Where each of the runs begins in the text."""
    text: PrintedText
    """The words of the runs."""
    rows: PrintedText
    """The same words in the order in which rows of the page are read."""
    others: tuple[PrintedText, ...]
    """The same page as other programs read it."""

    @property
    def views(self) -> tuple[PrintedText, ...]:
        """The page in all ways in which it is read."""
        return (self.text, self.rows, *self.others)

    def runs_between(self, start: int, end: int) -> range:
        """The numbers of the runs of which letters stand between two places in the text."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        return range(first, max(bisect_right(self.starts, end - 1), first))


def paper_top(page: PrintedPage, others: Iterable[str]) -> PaperTop:
    """The first page of a paper.

    Args:
        page: the page.
        others: its text as other programs read it.
    """
    upright = [run for run in page.runs if run.is_upright]
    runs = tuple(run for run in upright if not _is_mark(run, upright))
    text, starts = _joined(runs)
    rows, _ = _joined(in_rows(runs))
    views = tuple(printed_text(other) for other in others)
    return PaperTop(page, runs, starts, printed_text(text), printed_text(rows), views)


def abstract_in(text: str) -> int:
    """Where the abstract's heading stands in a text; -1 if there is none."""
    found = ABSTRACT.search(text)
    return found.start() if found else -1


def author_block(text: PrintedText, title_end: int, expected: ExpectedPaper) -> tuple[int, int]:
    """From where to where the authors stand in a text: behind the title, before the abstract.

    Args:
        text: the first page.
        title_end: where the title ends; -1 if it was not found.
        expected: the paper.
    """
    start = max(title_end, 0)
    ends = [match.start() for match in ABSTRACT.finditer(text.text) if match.start() > start]
    beginning = plain(expected.abstract)[:40]
    at = text.letters.find(beginning, text.letters_before(start)) if beginning else -1
    if at >= 0:
        ends.append(text.offsets[at])
    section = _SECTION.search(text.text, start)
    if section:
        ends.append(section.start())
    return start, min([*ends[:1], *ends[-2:], start + _LONGEST_BLOCK, len(text.text)])


def in_rows(runs: Sequence[LetterRun]) -> list[LetterRun]:
    """Runs from the top of the page to its foot, and from left to right where they are as high."""
    rows: list[list[LetterRun]] = []
    for run in sorted(runs, key=lambda run: (-run.box.bottom, run.box.left)):
        middle = (run.box.bottom + run.box.top) / 2
        if rows and rows[-1][0].box.bottom < middle < rows[-1][0].box.top:
            rows[-1].append(run)
        else:
            rows.append([run])
    return [run for row in rows for run in sorted(row, key=lambda run: run.box.left)]


def _joined(runs: Sequence[LetterRun]) -> tuple[str, tuple[int, ...]]:
    """The words of some runs, line by line, and where each of the runs begins in them."""
    parts: list[str] = []
    starts, at = [], 0
    before: LetterRun | None = None
    for run in runs:
        if before is not None:
            parts.append(_between(before, run))
            at += len(parts[-1])
        starts.append(at)
        parts.append(run.text)
        at += len(run.text)
        before = run
    return "".join(parts), tuple(starts)


def _between(before: LetterRun, run: LetterRun) -> str:
    """What parts two runs: nothing within a word, a tab at a gap, the end of a line."""
    middle = (run.box.bottom + run.box.top) / 2
    height = max(before.size, run.size)
    is_same_line = before.box.bottom - 0.2 * height < middle < before.box.top + 0.2 * height
    gap = run.box.left - before.box.right
    if not is_same_line or gap < -height:
        return "\n"
    if gap > height:
        return "\t"
    return " " if gap > 0.15 * height else ""


def _is_mark(run: LetterRun, runs: Sequence[LetterRun]) -> bool:
    """Whether a run is a mark of a footnote, which stands higher and is smaller than its line."""
    if len(run.text) > _LONGEST_MARK:
        return False
    return any(
        run.size < _SMALLER * other.size
        and run.box.bottom > other.box.bottom + _RAISED * other.size
        and run.box.bottom < other.box.top
        and run.box.top > other.box.bottom
        and (
            abs(run.box.left - other.box.right) < other.size
            or abs(other.box.left - run.box.right) < other.size
        )
        for other in runs
        if other is not run
    )
