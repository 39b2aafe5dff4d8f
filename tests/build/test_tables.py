"""Tables in the PDFs: in two columns, of any length and width, whole and in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proposal.doctor import Group
from tests import pdf
from tests.parts import require
from tests.workspace import Workspace

ROWS = range(1, 61)
LONG = "a cell with quite a few words in it, which go on in a second line and in a third one"
HEAD = "Number Subject Remarks"


def long_table() -> str:
    rows = "\n".join(f"| {n} | Subject {n} | Remark {n} is {LONG} |" for n in ROWS)
    return f"| Number | Subject | Remarks |\n|--:|---|---|\n{rows}\n"


def wide_table(rows: int = 4) -> str:
    head = "| Method | Recommendation | Personalization | Understanding | Generalization | Year |"
    lines = "\n".join(
        f"| Method {n} | retrieval and reranking | conversational representation | "
        f"interpretability of {n} representations | cross-domain transferability | {2000 + n} |"
        for n in range(1, rows + 1)
    )
    return f"{head}\n|---|---|---|---|---|--:|\n{lines}\n"


def made(workspace: Workspace, text: str) -> Path:
    """The camera-ready PDF with a text."""
    require(Group.DOCUMENTS)
    workspace.write("editions/2024/summary.md", f"# One\n\nBefore.\n\n{text}\n\nAfter.\n")
    finished = workspace.run("build", "2024", "--document", "camera-ready")
    assert finished.code == 0, finished.output
    for word in ("wide", "overfull", "stands out"):
        assert word not in finished.output.lower(), finished.output
    return workspace.pdf()


def in_order(text: str, *parts: str) -> None:
    place = 0
    for part in parts:
        assert part in text[place:], part
        place = text.index(part, place) + len(part)


def test_a_long_table_goes_on_in_the_next_column_below_its_head(workspace: Workspace) -> None:
    file = made(workspace, long_table())
    text = pdf.flowing(pdf.raw_text(file))
    in_order(text, "Before.", HEAD, *(f"{n} Subject {n} Remark {n} is a cell" for n in ROWS))
    in_order(text, "Remark 60", "After.")
    # Wherever a column of the page begins within the table, the head stands again.
    assert len(re.findall(HEAD, text)) >= 3
    rows = [len(re.findall(r"Remark \d+ is", page)) for page in pdf.raw_pages(file)]
    assert all(HEAD in pdf.flowing(p) for p, n in zip(pdf.raw_pages(file), rows, strict=True) if n)


def test_a_heading_stays_with_its_table(workspace: Workspace) -> None:
    file = made(workspace, f"## A heading\n\n{long_table()}")
    text = pdf.flowing(pdf.raw_text(file))
    assert f"A heading {HEAD} 1 Subject 1" in text


def test_a_wide_table_stands_across_both_columns(workspace: Workspace) -> None:
    file = made(workspace, wide_table())
    text = pdf.flowing(pdf.raw_text(file))
    in_order(text, "Method Recommendation Personalization", "Method 1", "2001", "Method 4", "2004")
    assert "\\begin{table*}" in (file.with_suffix(".tex")).read_text(encoding="utf-8")


def test_a_table_that_is_wide_and_long_goes_on_on_the_next_page(workspace: Workspace) -> None:
    file = made(workspace, wide_table(120))
    pages = [page for page in map(pdf.flowing, pdf.raw_pages(file)) if "retrieval and" in page]
    assert len(pages) >= 3
    assert all("Method Recommendation Personalization" in page for page in pages)
    in_order(" ".join(pages), *(f"Method {n} retrieval" for n in range(1, 121)))


@pytest.mark.parametrize("receiver", ["taps", "arxiv"])
def test_tables_are_handed_over(workspace: Workspace, receiver: str) -> None:
    require(Group.BUNDLES)
    workspace.replace("venues/kdd-2024.yaml", "      pages: 2\n", "      pages: 3\n")
    text = f"# One\n\n{long_table()}\n\n{wide_table()}\n\nAfter.\n"
    workspace.write("editions/2024/summary.md", text)
    finished = workspace.run("bundle", "2024", "--for", receiver)
    assert finished.code == 0, finished.output


def test_cells_hold_links_code_citations_and_any_script(workspace: Workspace) -> None:
    rows = "\n".join(f"| {n} | [ACM](https://www.acm.org) | `code {n}` | قاعدة {n} |" for n in ROWS)
    require(Group.DOCUMENTS, Group.SCRIPTS, Group.NOTO)
    file = made(
        workspace,
        "- In a list:\n\n  | N | Link | Code | Arabic |\n  |--|--|--|--|\n"
        + "\n".join("  " + row for row in rows.split("\n")),
    )
    text = pdf.flowing(pdf.raw_text(file))
    in_order(text, "In a list", *(f"code {n} " for n in ROWS), "After.")
