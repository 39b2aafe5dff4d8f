"""Days with a comma before the year, in records and lists on one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.source.yaml import parse_yaml
from tests.check.calls.calling import EDITION
from tests.workspace import Workspace


def read(text: str) -> Any:
    node, diagnostics = parse_yaml(text, Path("edition.yaml"))
    assert diagnostics == []
    assert node is not None
    return node.plain()


@pytest.mark.parametrize(
    "day", ["July 20, 2027", "20 July, 2027", "Tue, July 20, 2027", "Tuesday, 20. Juli, 2027"]
)
def test_the_year_of_a_day_is_no_key_of_its_own(day: str) -> None:
    assert read(f"{{date: {day}, zone: AoE}}") == {"date": day, "zone": "AoE"}
    assert read(f"{{start: {day}, end: {day}}}") == {"start": day, "end": day}
    assert read(f"was: [{day}, 2027-07-21]") == {"was": [day, "2027-07-21"]}


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("[TREC 12, 2027]", ["TREC 12", "2027"]),
        ("[Search, July 20]", ["Search", "July 20"]),
        ("['July 20', 2027]", ["July 20", "2027"]),
        ("[2027, July 20]", ["2027", "July 20"]),
    ],
)
def test_other_items_stay_apart(line: str, items: list[str]) -> None:
    assert read(line) == items


def test_a_day_in_a_record_on_one_line_is_read_as_it_was_typed(workspace: Workspace) -> None:
    workspace.replace(
        EDITION, "notification: 2025-12-18", "notification: {date: December 18, 2025}"
    )
    found = [found for found in workspace.check(["2026"]) if found.code == "read-as"]
    assert [one.message for one in found] == [
        "`December 18, 2025` is read as 2025-12-18, a Thursday"
    ]
