"""What is read as text, and which characters no file may hold."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from proposal.source.file import LARGEST, read_text
from tests.diagnostic_lists import only


def file_with(folder: Path, content: bytes) -> Path:
    file = folder / "summary.md"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (b"one\r\ntwo\r\n", "one\ntwo\n"),
        (b"one\rtwo", "one\ntwo"),
        (b"\xef\xbb\xbfone", "one"),
        ("Zu\u0308rich".encode(), "Z\u00fcrich"),
        ("e\u0302\u0303".encode(), "\u1ec5"),
        ("a\tb\u00a0c\u200b".encode(), "a\tb\u00a0c\u200b"),
        (b"", ""),
    ],
    ids=["windows", "old-mac", "byte-order-mark", "composed", "composed-twice", "spaces", "empty"],
)
def test_text_is_read_with_unix_line_ends_and_composed_letters(
    tmp_path: Path, content: bytes, read: str
) -> None:
    assert read_text(file_with(tmp_path, content)) == (read, [])


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x85",
        "\u2028",
        "\u2029",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ue000",
        "\uf8ff",
        "\ufdd0",
        "\U000f0000",
        "\U0010ffff",
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_what_nobody_can_see_is_reported_at_its_place(tmp_path: Path, character: str) -> None:
    text, diagnostics = read_text(file_with(tmp_path, f"fine\n  ab{character}c\n".encode()))
    assert text is None
    diagnostic = only(diagnostics)
    assert (
        diagnostic.code,
        diagnostic.span and (diagnostic.span.line, diagnostic.span.column),
    ) == (
        "forbidden-character",
        (2, 5),
    )
    assert f"U+{ord(character):04X}" in diagnostic.message


def test_every_forbidden_character_is_reported(tmp_path: Path) -> None:
    _, diagnostics = read_text(file_with(tmp_path, b"a\x01\nb\x02\n\x03"))
    assert [str(diagnostic.span)[-3:] for diagnostic in diagnostics] == ["1:2", "2:2", "3:1"]


def test_what_is_no_utf_8_is_reported_at_its_place_with_the_encoding_to_use(tmp_path: Path) -> None:
    text, diagnostics = read_text(file_with(tmp_path, "eins\nfünf\n".encode("latin-1")))
    assert text is None
    diagnostic = only(diagnostics)
    assert (diagnostic.code, str(diagnostic.span)[-3:]) == ("not-utf-8", "2:2")
    assert diagnostic.message == "the byte 0xfc is no UTF-8 text"
    assert diagnostic.hint == "save the file with the encoding UTF-8"


def test_a_file_too_large_to_be_written_by_hand_is_not_read(tmp_path: Path) -> None:
    text, diagnostics = read_text(file_with(tmp_path, b"a" * (LARGEST + 1)))
    assert text is None
    assert only(diagnostics).code == "file-too-large"


def test_a_file_that_is_not_there_is_reported(tmp_path: Path) -> None:
    text, diagnostics = read_text(tmp_path / "summary.md")
    assert text is None
    assert only(diagnostics).message == "the file cannot be read: no such file or directory"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "loop", "nowhere"])
def test_only_regular_files_are_read_and_nothing_hangs(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "summary.md"
    match kind:
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "device":
            file.symlink_to("/dev/zero")
        case "loop":
            file.symlink_to(file)
        case _:
            file.symlink_to(tmp_path / "missing")
    text, diagnostics = read_text(file)
    assert text is None
    diagnostic = only(diagnostics)
    assert diagnostic.code == "unreadable-file"
    assert diagnostic.hint is not None
    assert diagnostic.span is not None
    assert diagnostic.span.file == file
