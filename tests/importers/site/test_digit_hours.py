"""Programmes whose hours have four digits and no colon: `0930 Welcome`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.site.small_sites import ORGANIZERS, page_with

_TABLE = "| Time | What |\n| --- | --- |\n"
_DAY = [("09:00", "09:30"), ("09:30", "11:00"), ("11:00", "12:00")]


@pytest.mark.parametrize(
    "rows",
    [
        f"{_TABLE}| 0900 | Welcome |\n| 0930 | Session 1 |\n| 1100 | Break |\n| 1200 | Close |\n",
        (
            f"{_TABLE}| 0900-0930 | Welcome |\n| 0930-1100 | Session 1 |\n| 1100 | Break |\n"
            "| 1200 | Close |\n"
        ),
        "* 0900 Welcome\n* 0930 Session 1\n* **1100** Break\n* 1200: Close\n",
        "* 0900 hrs Welcome\n* 0930h Session 1\n* 1100hrs: Break\n* 1200 hrs – Close\n",
    ],
    ids=["table", "ranges and hours", "list", "with a word for hours"],
)
def test_hours_of_four_digits_begin_rows(tmp_path: Path, rows: str) -> None:
    draft = page_with(tmp_path, f"{ORGANIZERS}# Program\n\n{rows}")
    assert [(slot["start"], slot["end"]) for slot in draft.program] == _DAY


@pytest.mark.parametrize(
    "rows",
    [
        "* 1995 First Workshop\n* 1998 Second Workshop\n* 2001 Third Workshop\n",
        "* 0900 Samples were taken\n* 1100 were tested\n",
    ],
    ids=["years", "numbers of samples"],
)
def test_other_numbers_of_four_digits_begin_no_rows(tmp_path: Path, rows: str) -> None:
    assert not page_with(tmp_path, f"{ORGANIZERS}# Program\n\n{rows}").program


def test_years_in_titles_stay_titles(tmp_path: Path) -> None:
    rows = "* 09:00 Welcome\n* 09:30 1914 and After\n* 10:00 1918 in Samples\n* 11:00 Close\n"
    draft = page_with(tmp_path, f"{ORGANIZERS}# Program\n\n{rows}")
    assert [slot.get("title") for slot in draft.program] == [
        "Welcome",
        "1914 and After",
        "1918 in Samples",
    ]
