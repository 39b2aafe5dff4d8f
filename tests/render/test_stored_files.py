"""Contents that are put by in a temporary file, and files of several mappings."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from typing_extensions import Buffer

from proposal.render.stored_files import ContentStore, JoinedFiles

FEW = {"a.html": b"first", "empty.txt": b"", "b.png": bytes(range(256))}
MANY = {f"{number}/index.html": f"page {number}\n".encode() * 90 for number in range(50)}


def test_what_was_put_by_is_given_back() -> None:
    store = ContentStore()
    few, many = store.stored(FEW), store.stored(MANY)
    assert dict(many) == MANY
    assert dict(few) == FEW
    assert list(few) == list(FEW)
    with pytest.raises(KeyError):
        few["c.html"]


def test_without_room_for_a_temporary_file_contents_stay_in_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_room(**_: object) -> IO[bytes]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", no_room)
    store = ContentStore()
    assert dict(store.stored(MANY)) == MANY
    assert dict(store.stored(FEW)) == FEW


class NearlyFull(io.FileIO):
    """A file on a disk with room for 300 bytes, which takes a part of what is too much."""

    def write(self, content: Buffer, /) -> int:
        room = 300 - self.tell()
        if room <= 0:
            raise OSError(28, "No space left on device")
        return super().write(memoryview(content)[:room])


def test_what_a_full_disk_does_not_take_stays_in_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def nearly_full(buffering: int = -1) -> IO[bytes] | io.FileIO:
        raw = NearlyFull(tmp_path / "contents", "w+b")
        return raw if buffering == 0 else io.BufferedRandom(raw)

    monkeypatch.setattr(tempfile, "TemporaryFile", nearly_full)
    store = ContentStore()
    few, many = store.stored(FEW), store.stored(MANY)
    assert dict(many) == MANY
    assert dict(few) == FEW


def test_of_one_name_the_last_file_is_taken() -> None:
    read: list[str] = []
    joined = JoinedFiles([{"a": b"1", "b": b"2"}, Watched(read.append, {"b": b"3"})])
    assert list(joined) == ["a", "b"]
    assert read == []
    assert joined["b"] == b"3"
    assert dict(joined) == {"a": b"1", "b": b"3"}


class Watched(dict[str, bytes]):
    """Files that tell which of them is read."""

    def __init__(self, tell: Callable[[str], None], files: dict[str, bytes]) -> None:
        super().__init__(files)
        self.tell = tell

    def __getitem__(self, name: str) -> bytes:
        self.tell(name)
        return super().__getitem__(name)
