"""What is kept of the data from run to run says what the files say, and no more."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from proposal.caching import cache_folder
from proposal.model.loading.file_cache import FileCache
from proposal.model.loading.folder import Folder, read_folder
from tests.workspace import REAL_WORKSHOP


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def read_in_one_run(root: Path, text: str, says: str) -> str:
    """What a file says in a run of its own, in which reading it anew would give `says`."""
    files = FileCache.of(root)
    said = files.or_read(root / "file.yaml", text, lambda: says)
    files.keep()
    return said


def test_a_file_with_the_same_text_is_not_read_again(tmp_path: Path) -> None:
    assert read_in_one_run(tmp_path, "name: A", "first") == "first"
    assert read_in_one_run(tmp_path, "name: A", "second") == "first"


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    read_in_one_run(tmp_path, "name: A", "first")
    assert read_in_one_run(tmp_path, "name: B", "second") == "second"
    assert read_in_one_run(tmp_path, "name: A", "third") == "third"


def test_within_a_run_the_same_value_is_given_out_until_the_text_changes(tmp_path: Path) -> None:
    files, file = FileCache.of(tmp_path), tmp_path / "file.yaml"
    first = files.or_read(file, "name: A", lambda: ["first"])
    assert files.or_read(file, "name: A", lambda: ["second"]) is first
    assert files.or_read(file, "name: B", lambda: ["third"]) == ["third"]
    assert files.or_read(file, "name: A", lambda: ["fourth"]) == ["fourth"]


def test_a_file_read_later_is_kept_beside_those_that_were_kept_before(tmp_path: Path) -> None:
    files = FileCache.of(tmp_path)
    for name in ("one", "two"):
        files.or_read(tmp_path / name, "a text", lambda: "as before")
        files.keep()
    again = FileCache.of(tmp_path)
    assert set(again.known.places) == {"one", "two"}
    assert again.or_read(tmp_path / "one", "a text", lambda: "read anew") == "as before"


def test_another_workshop_knows_nothing_of_it(tmp_path: Path) -> None:
    read_in_one_run(tmp_path / "one", "name: A", "first")
    assert read_in_one_run(tmp_path / "two", "name: A", "second") == "second"


def test_what_was_kept_and_is_damaged_is_not_there(tmp_path: Path) -> None:
    read_in_one_run(tmp_path, "name: A", "first")
    for entry in (cache_folder() / "data").iterdir():
        entry.write_bytes(entry.read_bytes()[:-1])
    assert read_in_one_run(tmp_path, "name: A", "second") == "second"


def test_the_data_are_the_same_whether_read_or_kept() -> None:
    read = read_and_kept(REAL_WORKSHOP)
    cache = FileCache.of(REAL_WORKSHOP)
    assert {Path(name).suffix for name in cache.known.places} == {".yaml", ".bib"}
    again = read_folder(REAL_WORKSHOP, cache)
    assert not cache.new.places
    assert_same(again, read)


def test_the_data_of_a_copy_are_the_same_whether_read_or_kept_of_the_original(
    tmp_path: Path,
) -> None:
    copy = tmp_path / "copy"
    read_and_kept(REAL_WORKSHOP)
    shutil.copytree(REAL_WORKSHOP / "data", copy / "data")
    cache = FileCache(copy, "copy", FileCache.of(REAL_WORKSHOP).known)
    known = read_folder(copy, cache)
    assert not cache.new.places
    assert_same(known, read_folder(copy, FileCache.of(copy)))
    assert str(REAL_WORKSHOP) not in repr(known)


def read_and_kept(root: Path) -> Folder:
    """What the data in a folder say, kept for the next run."""
    files = FileCache.of(root)
    folder = read_folder(root, files)
    files.keep()
    return folder


def assert_same(again: Folder, read: Folder) -> None:
    assert again == read
    assert again.workshop is not None
    assert again.workshop.place("name") == (read.workshop and read.workshop.place("name"))
    for year, files in read.editions.items():
        other = again.editions[year]
        assert other.edition.place("abstract") == files.edition.place("abstract")
        assert other.edition.place_of_key("abstract") == files.edition.place_of_key("abstract")
        assert repr(other) == repr(files)
