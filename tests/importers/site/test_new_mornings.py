"""Programmes of several days whose lists and tables have no heads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import HEAD, ORGANIZERS, site

LISTS = (
    "* 09:00 - 09:30 Opening\n* 09:30 - 10:30 Session 1\n* 17:00 - 18:00 Panel\n",
    "* 09:30 - 11:00 Session 2\n* 11:00 - 12:00 Closing\n",
)
_TABLE = "| Time | What |\n| --- | --- |\n"
TABLES = (
    f"{_TABLE}| 9:00 | Opening |\n| 9:30 | Session 1 |\n| 1:00 | Lunch |\n| 5:00 | Panel |\n",
    f"{_TABLE}| 9:30 | Session 2 |\n| 11:00 | Closing |\n",
)


def _read(root: Path, body: str, days: str) -> Draft:
    text = HEAD.replace("June 26, 2026", days) + f"{ORGANIZERS}# Program\n\n{body}"
    return read_site_edition(site(root / "site", {"index.md": text}), "2026")


def _starts(draft: Draft) -> list[tuple[Any, Any]]:
    return [(slot.get("day"), slot["start"]) for slot in draft.program]


@pytest.mark.parametrize("parts", [LISTS, TABLES], ids=["lists", "tables"])
@pytest.mark.parametrize("between", ["", "---\n\n"])
def test_lists_of_two_days_are_those_of_an_event_of_two_days(
    tmp_path: Path, parts: tuple[str, str], between: str
) -> None:
    draft = _read(tmp_path, f"{parts[0]}\n{between}{parts[1]}", "June 26-27, 2026")
    days: Any = draft.edition["when"]
    assert [day["date"] for day in days] == ["2026-06-26", "2026-06-27"]
    assert (2, "09:30") in _starts(draft)
    assert (1, "17:00") in _starts(draft)


def test_a_second_list_of_an_event_of_one_day_is_reported(tmp_path: Path) -> None:
    draft = _read(tmp_path, "\n".join(LISTS), "June 26, 2026")
    assert _starts(draft) == [(None, "09:00"), (None, "09:30"), (None, "17:00")]
    said = [one.message for one in draft.diagnostics]
    assert "the pages give “Session 2” no date, so its 2 rows are left out" in said


@pytest.mark.parametrize(
    "rows",
    [
        "* 10:00 - 10:20 Opening\n* 14:00 - 15:00 Session 1\n* 10:20 - 11:00 Session 2\n",
        "* 09:00 Opening\n* 09:30 Session 1\n* 13:00 Lunch\n* 12:30 Session 2\n* 17:00 Panel\n",
    ],
    ids=["one row alone", "half an hour back"],
)
def test_a_misplaced_row_begins_no_day(tmp_path: Path, rows: str) -> None:
    draft = _read(tmp_path, rows, "June 26, 2026")
    assert not any("no date" in one.message for one in draft.diagnostics)
