"""What is kept among the user's caches is found again, and what is old is removed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from proposal import caching
from proposal.caching import LONGEST, cache_folder, digest_by_signs, keep, kept


def test_what_is_old_is_removed_whatever_else_vanishes_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = tmp_path / "proposal" / "data"
    folder.mkdir(parents=True)
    for number in range(5):
        (folder / f"old-{number}").write_bytes(b"old")
        os.utime(folder / f"old-{number}", times=(0, LONGEST))
        # A link to nothing stands in for a file that another run has just removed.
        (folder / f"gone-{number}").symlink_to(folder / "removed")
    keep("data", "new", b"content")
    assert kept("data", "new") == b"content"
    assert not list(folder.glob("old-*"))


@pytest.mark.parametrize("damage", [slice(None, -1), slice(1, None), slice(0)])
def test_what_is_damaged_is_not_given_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: slice
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    keep("data", "key", b"content")
    assert kept("data", "key") == b"content"
    file = cache_folder() / "data" / "key"
    file.write_bytes(file.read_bytes()[damage])
    assert kept("data", "key") is None


@pytest.mark.parametrize("named", ["", "relative/cache"])
@pytest.mark.parametrize(("system", "folder"), [("linux", ".cache"), ("darwin", "Library/Caches")])
def test_where_no_whole_path_is_named_caches_stand_in_the_users_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, system: str, folder: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    monkeypatch.setattr(sys, "platform", system)
    assert cache_folder() == tmp_path / folder / "proposal"


def test_the_programs_files_are_read_again_when_one_was_touched_whatever_time_it_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(caching, "_TICK", -1.0)
    module = tmp_path / "program" / "module.py"
    module.parent.mkdir()
    module.write_bytes(b"one")
    (module.parent / ".#module.py").symlink_to("an editor's lock")
    of_one = digest_by_signs(str(module.parent))
    assert list((tmp_path / "cache" / "proposal" / "program").iterdir())
    with monkeypatch.context() as patch:
        patch.setattr(caching, "keep", None)  # as follows when the files are read
        assert digest_by_signs(str(module.parent)) == of_one
    before = module.stat()
    module.write_bytes(b"two")
    os.utime(module, ns=(before.st_atime_ns, before.st_mtime_ns))
    of_two = digest_by_signs(str(module.parent))
    assert of_two != of_one
    module.write_bytes(b"one")
    assert digest_by_signs(str(module.parent)) == of_one


def test_a_file_that_may_change_again_within_a_tick_is_not_kept_by_its_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "module.py").write_bytes(b"new")
    digest_by_signs(str(tmp_path / "program"))
    assert not (tmp_path / "cache").exists()
