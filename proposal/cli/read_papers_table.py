"""Shows on one screen which papers agree with the data, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from proposal.check.papers.papers_check import CheckedPaper
from proposal.diagnostics import counted

_WIDTH = 100
"""Columns of a table that is still read at a glance."""


def print_papers(papers: Sequence[CheckedPaper], console: Console) -> None:
    """Print a row for each paper, and how many are right."""
    table = Table(box=None, pad_edge=False, padding=(0, 1), expand=True, header_style="dim")
    table.add_column("", width=1, no_wrap=True)
    table.add_column("paper", no_wrap=True)
    table.add_column("pages", justify="right", no_wrap=True)
    table.add_column("what is wrong", ratio=1, overflow="fold")
    for paper in papers:
        pages = "" if paper.pages is None else str(paper.pages)
        table.add_row(_sign(paper), escape(str(paper.paper.id)), pages, _brief(paper))
    console.print(table, soft_wrap=False, width=min(console.width, _WIDTH))
    console.print()
    console.print(Text(summary(papers), "bold"), soft_wrap=True)


def summary(papers: Sequence[CheckedPaper]) -> str:
    """How many papers agree with the data, in a sentence."""
    good = sum(not paper.findings for paper in papers)
    if good == len(papers):
        return f"{counted(good, 'paper')}: nothing is wrong."
    return f"{counted(len(papers), 'paper')}: {good} right, {len(papers) - good} to be corrected."


def _sign(paper: CheckedPaper) -> Text:
    if not paper.findings:
        return Text("✓", "bold green")
    return Text("✗", "bold red")


def _brief(paper: CheckedPaper) -> Text:
    """What is wrong in a few words, with the first page on which it is seen."""
    briefs: dict[str, str] = {}
    for finding in paper.findings:
        page = f" (p. {finding.pages[0]})" if finding.pages and finding.pages[0] > 1 else ""
        briefs.setdefault(finding.brief, page)
    return Text("; ".join(f"{brief}{page}" for brief, page in briefs.items()))
