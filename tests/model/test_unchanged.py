"""What is kept of the data from run to run says what the files say, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.caching import cache_folder
from proposal.model.folder import forget_files, read_folder
from proposal.model.unchanged import unchanged
from tests.workspace import REAL_WORKSHOP


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    forget_files()


def read_in_one_run(root: Path, text: str, says: str) -> str:
    """What a file says in a run of its own, in which reading it anew would give `says`."""
    unchanged.cache_clear()
    said = unchanged(root).or_read(root / "file.yaml", text, lambda: says)
    unchanged(root).keep()
    return said


def test_a_file_with_the_same_text_is_not_read_again(tmp_path: Path) -> None:
    assert read_in_one_run(tmp_path, "name: A", "first") == "first"
    assert read_in_one_run(tmp_path, "name: A", "second") == "first"


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    read_in_one_run(tmp_path, "name: A", "first")
    assert read_in_one_run(tmp_path, "name: B", "second") == "second"
    assert read_in_one_run(tmp_path, "name: A", "third") == "third"


def test_another_workshop_knows_nothing_of_it(tmp_path: Path) -> None:
    read_in_one_run(tmp_path / "one", "name: A", "first")
    assert read_in_one_run(tmp_path / "two", "name: A", "second") == "second"


def test_what_was_kept_and_is_damaged_is_not_there(tmp_path: Path) -> None:
    read_in_one_run(tmp_path, "name: A", "first")
    for entry in (cache_folder() / "data").iterdir():
        entry.write_bytes(entry.read_bytes()[:-1])
    assert read_in_one_run(tmp_path, "name: A", "second") == "second"


def test_the_data_are_the_same_whether_read_or_kept() -> None:
    read = read_folder(REAL_WORKSHOP)
    unchanged.cache_clear()
    kept = {Path(name): value for name, value in unchanged(REAL_WORKSHOP).known.items()}
    assert {file.suffix for file in kept} == {".yaml", ".bib"}
    forget_files()
    again = read_folder(REAL_WORKSHOP)
    assert again == read
    assert again.workshop is not None
    assert again.workshop.place("name") == (read.workshop and read.workshop.place("name"))
    for year, files in read.editions.items():
        other = again.editions[year]
        assert other.edition.place("abstract") == files.edition.place("abstract")
        assert other.edition.place_of_key("abstract") == files.edition.place_of_key("abstract")
        assert repr(other) == repr(files)
