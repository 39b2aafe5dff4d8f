"""What is shown of a line to somebody who is told of a place in it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from proposal.diagnostics import Span
from proposal.source.excerpt import excerpt

MOST_SECONDS = 3.0
"""For hundreds of places in a file of a megabyte; a tenth of it is usual."""


@pytest.mark.parametrize("lines", [20_000, 1], ids=["many-lines", "one-line"])
def test_places_in_a_large_file_are_shown_in_no_time(tmp_path: Path, lines: int) -> None:
    file = tmp_path / "library.bib"
    line = "an entry of a large library, with a né\x07 "
    file.write_text((line * (25_000 // lines) + "\n") * lines, encoding="utf-8")
    begin = time.process_time()
    shown = [excerpt(Span(file, number % lines + 1, 4, 9)) for number in range(500)]
    assert time.process_time() - begin < MOST_SECONDS
    assert {line and line.marked for line in shown} == {"entry"}
    assert "\x07" not in "".join(line.line for line in shown if line)


def test_a_line_that_changed_is_shown_as_it_is_now(tmp_path: Path) -> None:
    file = tmp_path / "a.bib"
    for text in ("first", "second and longer"):
        file.write_text(text, encoding="utf-8")
        shown = excerpt(Span(file, 1, 1, 6))
        assert shown is not None
        assert shown.line == text


def test_no_space_is_lost_behind_a_place_that_ends_with_one(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("see [it](page) for more", encoding="utf-8")
    shown = excerpt(Span(file, 1, 1, 5))
    assert shown is not None
    assert (shown.marked, shown.line) == ("see", "see [it](page) for more")


def test_long_lines_are_cut_on_both_sides_of_the_place(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text("a" * 5000 + "here" + "b" * 5000, encoding="utf-8")
    shown = excerpt(Span(file, 1, 5001, 5005))
    assert shown is not None
    assert shown.marked == "here"
    assert shown.before == "…" + "a" * 55
    assert shown.line.endswith("bbb…")
    assert len(shown.line) < 120
    start = excerpt(Span(file, 1, 1, 2))
    assert start is not None
    assert not start.line.startswith("…")


@pytest.mark.parametrize(
    "content",
    [b"\xff\xd8\xff\xe0\0\x10JFIF", b"\x89PNG\r\n", b"GIF89a\x01\0", b"PK\x03\x04\x14\0"],
    ids=["jpeg", "png", "gif", "zip"],
)
def test_nothing_is_shown_of_a_file_that_is_no_text(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "portrait"
    file.write_bytes(content)
    assert excerpt(Span(file, 1, 1, 1)) is None


def test_a_letter_that_is_no_text_is_shown_within_its_line(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"name: M\xfcller")
    shown = excerpt(Span(file, 1, 8, 8))
    assert shown is not None
    assert shown.before == "name: M"
