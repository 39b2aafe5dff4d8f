"""Tables in the PDFs: in two columns, of any length and width, whole and in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proposal.doctor import Group
from tests import pdf
from tests.build.written_tables import ROWS, long_table, wide_table
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace

HEAD = "Number Subject Remarks"


@pytest.fixture(scope="session")
def tables(made_once: MadeOnce) -> Workspace:
    """The camera-ready with all kinds of tables."""
    require(Group.DOCUMENTS)

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        workspace.write(
            "editions/2024/summary.md",
            f"# One\n\nBefore.\n\n## A heading\n\n{long_table()}\n\nAfter.\n\n"
            f"{wide_table()}\n\nLast.\n\n{wide_table(120, 'Way')}\n\nEnd.\n",
        )
        finished = workspace.run("build", "2024", "--document", "camera-ready")
        assert finished.code == 0, finished.output
        is_not_warned_of(finished.output)

    return Workspace(made_once("tables", fill))


def is_not_warned_of(output: str) -> None:
    """A build has printed nothing of tables that stand out."""
    for word in ("wide", "overfull", "stands out"):
        assert word not in output.lower(), output


def in_order(text: str, *parts: str) -> None:
    place = 0
    for part in parts:
        assert part in text[place:], part
        place = text.index(part, place) + len(part)


def test_a_long_table_goes_on_in_the_next_column_below_its_head(tables: Workspace) -> None:
    text = pdf.flowing(pdf.raw_text(tables.pdf()))
    in_order(text, "Before.", HEAD, *(f"{n} Subject {n} Remark {n} is a cell" for n in ROWS))
    in_order(text, "Remark 60", "After.")
    # Wherever a column of the page begins within the table, the head stands again.
    assert len(re.findall(HEAD, text)) >= 3
    pages = pdf.raw_pages(tables.pdf())
    rows = [len(re.findall(r"Remark \d+ is", page)) for page in pages]
    assert all(HEAD in pdf.flowing(page) for page, n in zip(pages, rows, strict=True) if n)


def test_a_heading_stays_with_its_table(tables: Workspace) -> None:
    text = pdf.flowing(pdf.raw_text(tables.pdf()))
    assert f"A heading {HEAD} 1 Subject 1" in text


def test_a_wide_table_stands_across_both_columns(tables: Workspace) -> None:
    text = pdf.flowing(pdf.raw_text(tables.pdf()))
    in_order(text, "Method Recommendation Personalization", "Method 1", "2001", "Method 4", "2004")
    tex = tables.pdf().with_suffix(".tex").read_text(encoding="utf-8")
    start = tex.index("\\begin{table*}")
    assert start < tex.index("Method 1") < tex.index("\\end{table*}", start)


def test_a_table_that_is_wide_and_long_goes_on_on_the_next_page(tables: Workspace) -> None:
    pages = [page for page in map(pdf.flowing, pdf.raw_pages(tables.pdf())) if "Way " in page]
    assert len(pages) >= 3
    assert all("Way Recommendation Personalization" in page for page in pages)
    in_order(" ".join(pages), *(f"Way {n} retrieval" for n in range(1, 121)))


def test_cells_hold_links_code_citations_and_any_script(beyond_pdflatex: Workspace) -> None:
    text = pdf.flowing(pdf.raw_text(beyond_pdflatex.pdf()))
    in_order(text, "In a list", *(f"code {n} " for n in ROWS), "After.")
    is_not_warned_of((beyond_pdflatex.root / "printed").read_text(encoding="utf-8"))
