"""Files are written whole or not at all, and an error names the file and the reason."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from proposal.delivery import (
    DeliveryError,
    deliver,
    deliver_as_read,
    delivery_of,
    remove_leftovers,
    why,
)


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


def test_a_folder_that_was_empty_before_stays_when_a_delivery_below_it_fails(
    tmp_path: Path,
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "other" / "second").mkdir(parents=True)
    with pytest.raises(DeliveryError):
        deliver({tmp_path / "mine" / "new" / "first": b"1", tmp_path / "other" / "second": b"2"})
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == [
        "mine",
        "other",
        "other/second",
    ]


def test_a_file_that_is_written_in_pieces_is_in_its_place_when_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "new" / "volume.pdf"
    with delivery_of(file) as stream:
        stream.write(b"one ")
        assert not file.exists()
        stream.write(b"two")
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert file.read_bytes() == b"one two"


def test_a_file_that_is_given_up_halfway_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "volume.pdf"
    file.write_bytes(b"before")

    def give_up() -> None:
        with delivery_of(file) as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    assert file.read_bytes() == b"before"


def names_on_their_way(folder: Path) -> list[str]:
    """The names under which files stand beside their places while they are delivered."""
    names: list[str] = []

    def files() -> Iterator[tuple[Path, bytes]]:
        yield folder / "at once", b"1"
        names.extend(file.name for file in folder.iterdir())

    deliver_as_read(files())
    with delivery_of(folder / "in pieces"):
        names.extend(file.name for file in folder.iterdir() if file.name != "at once")
    for file in folder.iterdir():
        file.unlink()
    return names


@pytest.mark.parametrize(("seconds", "is_removed"), [(300, True), (5, False)])
def test_what_a_killed_program_left_beside_a_place_is_removed_after_a_while(
    tmp_path: Path, seconds: int, is_removed: bool
) -> None:
    left = names_on_their_way(tmp_path)
    assert len(left) == 2
    others = [".nojekyll", ".page.md.swp", f"page.{'0' * 32}"]
    (tmp_path / "below").mkdir()
    now = time.time()
    for name in (*left, *others):
        for folder in (tmp_path, tmp_path / "below"):
            (folder / name).write_bytes(b"1")
            os.utime(folder / name, (now, now - seconds))
    remove_leftovers(tmp_path)
    expected = sorted(others if is_removed else [*left, *others])
    for folder in (tmp_path, tmp_path / "below"):
        assert sorted(file.name for file in folder.iterdir() if file.is_file()) == expected


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (OSError(errno.ENOSPC, "no space left on device"), "the disk is full; free some space"),
        (OSError(errno.ENOTEMPTY, "Directory not empty"), "directory not empty"),
        (OSError("Broken"), "broken"),
        (OSError(), "oserror"),
    ],
)
def test_a_reason_of_the_system_is_said_in_words_as_far_as_it_is_known(
    reason: OSError, words: str
) -> None:
    assert why(reason).startswith(words)
