"""What is kept among the user's caches is found again, and what is old is removed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from proposal.caching import LONGEST, keep, kept


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
