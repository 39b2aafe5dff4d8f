"""How diagnostics are shown: the place, the line, a caret under the place, a hint."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from proposal.cli.printing import print_diagnostics
from proposal.diagnostics import Diagnostic, Span, error, warning


def printed(*diagnostics: Diagnostic) -> list[str]:
    console = Console(file=io.StringIO(), soft_wrap=True, width=80, highlight=False)
    print_diagnostics(diagnostics, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "person.yaml"


def test_a_diagnostic_shows_its_line_and_a_caret(file: Path) -> None:
    file.write_text("name: A\nemail: ada\n")
    span = Span(file, 2, 8, 11)
    assert printed(error("not-an-email", "`ada` is no email address", span, "write a@b.org")) == [
        "person.yaml:2:8: error: `ada` is no email address [not-an-email]",
        "  2 | email: ada",
        "    |        ^^^",
        "    = hint: write a@b.org",
        "",
        "1 error",
    ]


def test_a_diagnostic_without_a_place_is_one_line() -> None:
    assert printed(warning("acmart", "acmart says something")) == [
        "warning: acmart says something [acmart]",
        "",
        "1 warning",
    ]


def test_diagnostics_stand_in_the_order_of_files_and_lines(file: Path) -> None:
    file.write_text("a\nb\nc\n")
    output = printed(
        error("c", "third", Span(file, 3, 1, 2)),
        warning("a", "first", Span(file, 1, 1, 2)),
        error("b", "second", Span(file, 1, 3, 4)),
        error("z", "without a place"),
    )
    assert [line.split()[1:3] for line in output if ": error" in line or ": warning" in line] == [
        ["warning:", "first"],
        ["error:", "second"],
        ["error:", "third"],
    ]
    assert output[0] == "error: without a place [z]"
    assert output[-1] == "3 errors, 1 warning"


def test_wide_letters_and_tabs_do_not_shift_the_caret(file: Path) -> None:
    file.write_text("名前:\tada\n")
    lines = printed(error("x", "message", Span(file, 1, 5, 8)))
    assert lines[1:3] == ["  1 | 名前: ada", "    |       ^^^"]


def test_a_long_line_is_cut_around_the_place(file: Path) -> None:
    file.write_text("x" * 300 + "HERE" + "y" * 300 + "\n")
    lines = printed(error("x", "message", Span(file, 1, 301, 305)))
    assert len(lines[1]) < 130
    assert lines[1][lines[2].index("^") :].startswith("HERE")
    assert lines[2].strip(" |") == "^^^^"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (b"\xef\xbb\xbfa: b\r\nc: d\r\n", "c: d"),
        (b"a: b\rc: d\r", "c: d"),
        ("a: b\x0bx\u2028y\nc: d\n".encode(), "c: d"),
    ],
    ids=["windows", "old-mac", "strange-line-ends"],
)
def test_lines_are_counted_as_they_were_when_they_were_read(
    file: Path, content: bytes, shown: str
) -> None:
    file.write_bytes(content)
    assert printed(error("x", "message", Span(file, 2, 4, 5)))[1] == f"  2 | {shown}"


def test_nothing_of_a_file_reaches_the_terminal_as_a_command(file: Path) -> None:
    file.write_text("a\x1b[31mb\x07\u202ec\n")
    lines = printed(error("x", "message", Span(file, 1, 1, 2)))
    assert lines[1] == "  1 | a\ufffd[31mb\ufffd\ufffdc"


def test_markup_of_the_terminal_is_text(file: Path) -> None:
    file.write_text("[bold]x[/bold]\n")
    lines = printed(error("x", "a [red]message[/red]", Span(file, 1, 1, 2), "[b]hint[/b]"))
    assert "a [red]message[/red]" in lines[0]
    assert lines[1].endswith("[bold]x[/bold]")
    assert lines[3].endswith("[b]hint[/b]")


def test_a_place_that_is_no_longer_there_is_reported_without_its_line(file: Path) -> None:
    assert printed(error("x", "message", Span(file, 9, 1, 2)))[:2] == [
        "person.yaml:9:1: error: message [x]",
        "",
    ]
