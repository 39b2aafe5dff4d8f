"""Scratch folders go when their process ends, however it ends, and never before."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from proposal.scratch import (
    ScratchError,
    expect_room,
    new_scratch,
    remove_abandoned,
    scratch_folder,
)

HOLD = """
import time
from proposal.scratch import new_scratch
scratch = new_scratch()
(scratch.folder / "left").write_text("something")
print(scratch.folder, flush=True)
time.sleep(60)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, which is empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def test_a_folder_goes_with_the_block(temporary: Path) -> None:
    with scratch_folder() as folder:
        assert folder.parent == temporary
        assert folder.stat().st_mode & 0o077 == 0
    assert list(temporary.iterdir()) == []


def test_what_a_living_process_uses_stays_and_what_a_killed_one_left_goes(temporary: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", HOLD], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    folder = Path(process.stdout.readline().strip())
    own = new_scratch()
    remove_abandoned()
    assert {folder, own.folder} == set(temporary.iterdir())
    process.send_signal(signal.SIGKILL)
    process.communicate()
    remove_abandoned()
    assert [own.folder] == list(temporary.iterdir())
    own.remove()


def test_a_folder_that_was_never_locked_goes_after_a_minute(temporary: Path) -> None:
    young, old = temporary / "proposal-new-1-a", temporary / "proposal-new-1-b"
    for folder in (young, old):
        folder.mkdir()
    os.utime(old, (time.time() - 90, time.time() - 90))
    remove_abandoned()
    assert list(temporary.iterdir()) == [young]


def test_what_others_put_beside_them_stays(temporary: Path) -> None:
    names = {"proposal-1000", "proposal-run-notes", "proposal.pdf", "other"}
    for name in names:
        (temporary / name).mkdir()
    remove_abandoned()
    assert {file.name for file in temporary.iterdir()} == names


def test_a_full_place_is_reported_with_its_name(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: Path, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with scratch_folder() as folder:
        expect_room(folder)
        with pytest.raises(ScratchError, match="larger than files may be here"):
            expect_room(folder, -signal.SIGXFSZ)
        monkeypatch.setattr(Path, "write_bytes", full)
        with pytest.raises(ScratchError, match=f"{temporary}: the disk is full.*TMPDIR"):
            expect_room(folder)
