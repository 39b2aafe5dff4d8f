"""In which column cells stand that reach over others."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.diagnostics import Span
from proposal.importers.jekyll.prose_writer import whole_page
from proposal.importers.reaching_cells import cells_by_column, covering_cells
from proposal.reading.page_tree import read_html

MANY = "9" * 5000
"""A number with more digits than Python reads of one."""


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ("<tr><td>a</td><td>b</td></tr>", [["a", "b"]]),
        (
            "<tr><td rowspan=2>Mon</td><td>9:00</td><td>Talk</td></tr><tr><td>10:00</td></tr>",
            [["Mon", "9:00", "Talk"], [None, "10:00"]],
        ),
        (
            "<tr><td>9:00</td><td rowspan=2 colspan=2>Hall</td></tr><tr><td>10:00</td></tr>",
            [["9:00", "Hall", None], ["10:00", None, None]],
        ),
        ("<tr><td rowspan=x colspan=0>a</td></tr><tr><td>b</td></tr>", [["a"], ["b"]]),
        ("<tr><td colspan=2>Trip</td><td>b</td></tr>", [["Trip", None, "b"]]),
        (
            f"<tr><td rowspan={'9' * 5000}>Trip</td></tr><tr><td>b</td></tr>",
            [["Trip"], [None, "b"]],
        ),
        ("<tr></tr>", [[]]),
    ],
)
def test_cells_stand_where_a_browser_shows_them(rows: str, columns: list[list[str | None]]) -> None:
    page = read_html(f"<table>{rows}</table>", [Span(Path("page.html"), 1, 1, 1)])
    found = cells_by_column(page.all("tr"))
    assert [[cell.text if cell else None for cell in row] for row in found] == columns


class _NothingOurs:
    """No picture and no link of a page is ours."""

    def picture(self, address: str) -> str | None:
        return None

    def link(self, address: str) -> str | None:
        return None


def test_a_table_of_a_page_keeps_its_columns_below_a_day() -> None:
    rows = (
        "<tr><th>Day</th><th>Time</th></tr><tr><td rowspan=2>Mon</td><td>9:00</td></tr>"
        "<tr><td>10:00</td></tr>"
    )
    page = read_html(f"<table>{rows}</table>", [Span(Path("page.html"), 1, 1, 1)])
    assert whole_page(page.children, _NothingOurs()).splitlines() == [
        "| Day | Time |",
        "| --- | --- |",
        "| Mon | 9:00 |",
        "|  | 10:00 |",
    ]


def test_a_cell_that_reaches_on_covers_what_a_browser_shows_it_in() -> None:
    rows = (
        "<tr><td rowspan=2>Mon</td><td>9:00</td></tr><tr><td>10:00</td></tr>"
        "<tr><td colspan=2>Trip</td></tr>"
    )
    page = read_html(f"<table>{rows}</table>", [Span(Path("page.html"), 1, 1, 1)])
    found = covering_cells(page.all("tr"))
    assert [[cell.text if cell else None for cell in row] for row in found] == [
        ["Mon", "9:00"],
        ["Mon", "10:00"],
        ["Trip", "Trip"],
    ]
