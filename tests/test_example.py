"""Tests stand apart from the example in `data/`, which an organizer replaces."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from proposal.project import load
from tests.workspace import REAL_WORKSHOP, ROOT

KEPT_OFF = "tests read tests/fixtures/"


def test_a_test_that_reads_the_example_fails() -> None:
    with pytest.raises(AssertionError, match=KEPT_OFF):
        (ROOT / "data" / "workshop.yaml").read_text(encoding="utf-8")
    with pytest.raises(AssertionError, match=KEPT_OFF):
        list((ROOT / "data").rglob("*.yaml"))


def test_a_relative_path_is_no_way_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with pytest.raises(AssertionError, match=KEPT_OFF):
        list(Path("data").iterdir())


def test_the_example_cannot_be_copied(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=KEPT_OFF):
        shutil.copytree(ROOT / "data", tmp_path / "data")


def test_another_folder_of_that_name_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "workshop" / "data" / "people").mkdir(parents=True)
    shutil.rmtree(tmp_path / "workshop")
    assert not (tmp_path / "workshop").exists()


def test_the_fixture_is_a_whole_workshop() -> None:
    folder = load(REAL_WORKSHOP).data
    assert folder.diagnostics == []
    assert sorted(folder.editions) == ["2024", "2026"]
