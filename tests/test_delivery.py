"""Files are written whole or not at all, and an error names the file and the reason."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from proposal.delivery import DeliveryError, deliver


def failing(number: int, name: str) -> Callable[[Path, bytes], int]:
    """What writes files as a disk does that fails at one of them: without naming it."""
    write = Path.write_bytes

    def write_bytes(file: Path, content: bytes) -> int:
        if f".{name}." in file.name:
            write(file, content[:1])
            raise OSError(number, os.strerror(number))
        return write(file, content)

    return write_bytes


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your quota on this disk is used up"),
        (errno.EFBIG, "larger than files may be here"),
        (errno.EROFS, "the file system is read-only"),
        (errno.EACCES, "permission is denied"),
    ],
)
def test_a_disk_that_refuses_is_reported_with_the_files_name_and_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    first, second = tmp_path / "first", tmp_path / "new" / "below" / "second"
    first.write_bytes(b"before")
    monkeypatch.setattr(Path, "write_bytes", failing(number, "second"))
    with pytest.raises(DeliveryError) as raised:
        deliver({first: b"after", second: b"after"})
    assert str(raised.value).startswith(f"{second} cannot be written to: ")
    assert reason in str(raised.value)
    assert first.read_bytes() == b"before"
    assert [file.name for file in tmp_path.rglob("*")] == ["first"]


def test_a_folder_in_a_files_place_is_reported_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    with pytest.raises(DeliveryError, match="second cannot be written to: a folder of that name"):
        deliver({tmp_path / "first": b"1", tmp_path / "second": b"2"})
    assert [file.name for file in tmp_path.iterdir()] == ["second"]


def test_a_file_in_a_folders_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("mine")
    with pytest.raises(DeliveryError, match=f"{tmp_path / 'build'} is a file"):
        deliver({tmp_path / "build" / "2026" / "cfp.txt": b"1"})
