"""What is kept among the user's caches is found again, and what is old is removed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from proposal import caching
from proposal.caching import LONGEST, digest_by_signs, keep, kept


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
