"""`proposal explain` and the page of all codes say what the registry says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from proposal.diagnostics.explanation import how_to_silence, nearest_codes, page
from proposal.diagnostics.registry import REGISTRY
from tests.workspace import ROOT, run

PAGE = ROOT / "docs" / "reference" / "diagnostics.md"


def test_the_committed_page_is_what_the_registry_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_page_has_every_code_with_its_severity() -> None:
    entries = re.findall(r"^### `([a-z0-9-]+)` · (\w+)$", page(), re.MULTILINE)
    assert entries == [(kind.code, str(kind.severity)) for kind in REGISTRY.values()]


def test_the_page_is_written_where_one_says(tmp_path: Path) -> None:
    finished = run("explain", "--reference", "codes.md", folder=tmp_path)
    assert finished.code == 0
    assert (tmp_path / "codes.md").read_text(encoding="utf-8") == page()


def test_a_code_is_explained_with_what_why_and_what_to_do(tmp_path: Path) -> None:
    finished = run("explain", "schedule-gap", folder=tmp_path)
    kind = REGISTRY["schedule-gap"]
    assert finished.code == 0
    for text in (kind.meaning, kind.why, kind.action, how_to_silence(kind)):
        assert text in finished.output


def test_a_code_is_explained_to_programs(tmp_path: Path) -> None:
    finished = run("explain", "unknown-person", "--format", "json", folder=tmp_path)
    found = json.loads(finished.output)
    assert found["code"] == "unknown-person"
    assert found["severities"] == ["error", "warning"]
    assert found["meaning"] == REGISTRY["unknown-person"].meaning


def test_without_a_code_all_are_listed(tmp_path: Path) -> None:
    finished = run("explain", folder=tmp_path)
    listed = re.findall(r"^  ([a-z0-9-]+) +(?:error|warning|note)$", finished.output, re.MULTILINE)
    assert listed == list(REGISTRY)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("gap", ["schedule-gap", "ordinal-gap"]),  # of the second, it is only a part
        ("`frozen_edition`", ["frozen-edition"]),
        (" ", []),
    ],
)
def test_codes_are_near_that_are_spelt_alike_or_hold_what_was_typed(
    typed: str, nearest: list[str]
) -> None:
    assert nearest_codes(typed)[: max(len(nearest), 1)] == nearest


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("unknown-persn", "did you mean unknown-person"),
        ("overlap", "schedule-overlap"),
        ("zzzzzz", "`proposal explain` lists all of them"),
    ],
)
def test_an_unknown_code_is_answered_with_the_nearest_ones(
    tmp_path: Path, typed: str, said: str
) -> None:
    finished = run("explain", typed, folder=tmp_path)
    assert finished.code == 2
    assert said in finished.errors


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("schedule-gap", "# proposal: allow schedule-gap — the reason"),
        ("page-number", "`page-number: off`"),
        ("unknown-key", "cannot be switched off"),
        ("missing-country", "Where it is an error, it cannot"),
        ("not-a-date", "Where it is an error, it cannot"),
        ("frozen-edition", "# proposal: allow frozen-edition — the reason`."),
    ],
)
def test_it_says_whether_a_code_can_be_silenced(code: str, said: str) -> None:
    assert said in how_to_silence(REGISTRY[code])
