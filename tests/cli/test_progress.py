"""A long job says how far it is, and a short one nothing; a terminal is left as it was."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import pytest
from rich.console import Console

from proposal.build.request import Step
from proposal.cli.progress import AFTER, EVERY, BuildProgress, JobProgress, Stage
from proposal.watching import watched

_CODE = re.compile(r"\x1b\[[?\d;]*[A-Za-z]")
_COLOUR = re.compile(r"\x1b\[[\d;]*3\d[\d;]*m")
_END = "[end]"
_LINE_ERASED = "\x1b[2K"
_CURSOR_HIDDEN, _CURSOR_SHOWN = "\x1b[?25l", "\x1b[?25h"


@dataclass
class Seconds:
    """A clock that goes on when a test says so."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Screen:
    """What a program wrote to a terminal."""

    console: Console
    end: int

    def text(self) -> str:
        print(_END, file=self.console.file, flush=True)
        text = b""
        while _END.encode() not in text:  # what is written comes through in pieces
            text += os.read(self.end, 65536)
        return text.decode().partition(_END)[0]


@contextmanager
def terminal(monkeypatch: pytest.MonkeyPatch, columns: int, **environment: str) -> Iterator[Screen]:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in {"COLUMNS": str(columns), "TERM": "xterm", **environment}.items():
        monkeypatch.setenv(name, value)
    end, begin = pty.openpty()
    with os.fdopen(begin, "w", encoding="utf-8") as file:
        yield Screen(Console(file=file, highlight=False), end)
    os.close(end)


@pytest.mark.parametrize(
    ("stage", "line"),
    [
        (Stage("reading files", 3, 9, "call.md"), "reading files, 3 of 9"),
        (Stage("reading files", 9, 9), "reading files, 9 of 9"),
        (Stage("reading PDFs", 3, 0, "call.pdf"), "reading PDFs, 3 done"),
        (Stage("reading PDFs", 0, 0, "call.pdf"), "reading PDFs, call.pdf"),
        (Stage("comparing"), "comparing"),
    ],
)
def test_a_stage_is_a_line(stage: Stage, line: str) -> None:
    assert stage.line == line


def test_a_short_job_shows_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Seconds()
    with JobProgress("looking", clock=clock) as progress:
        clock.now = AFTER - 0.1
        progress.of("reading files")(3, 9, "call.md")
    assert capsys.readouterr() == ("", "")
    with terminal(monkeypatch, 80) as screen:
        with JobProgress("looking", screen.console, clock) as progress:
            progress.of("reading files")(3, 9, "call.md")
        assert screen.text() == ""


def test_a_log_has_few_lines_and_none_twice(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Seconds()
    with JobProgress("looking", clock=clock) as progress:
        watch = progress.of("reading files")
        for second in range(35):
            clock.now = float(second)
            watch(min(second, 20), 20, "call.md")
    lines = [f"proposal: reading files, {done} of 20" for done in (2, 12, 20)]
    assert capsys.readouterr() == ("", "".join(f"{line}\n" for line in lines))
    assert (AFTER, EVERY) == (2.0, 10.0)


def test_a_job_that_tells_nothing_is_shown_too(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Seconds()
    with JobProgress("reading paper.tex", clock=clock) as progress:
        clock.now = AFTER
        progress.tick()
    assert capsys.readouterr().err == "proposal: reading paper.tex\n"


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("is_interrupted", [False, True])
def test_a_bar_keeps_to_its_line_and_is_gone_at_the_end(
    monkeypatch: pytest.MonkeyPatch, columns: int, is_interrupted: bool
) -> None:
    clock = Seconds()
    with terminal(monkeypatch, columns) as screen:
        with (
            suppress(KeyboardInterrupt),
            JobProgress("looking", screen.console, clock) as progress,
        ):
            clock.now = AFTER
            progress.of("reading files")(3, 9, f"{'long-' * 20}[name].md")
            if is_interrupted:
                signal.raise_signal(signal.SIGINT)
        text = screen.text()
    assert "reading files" in text
    assert "3 of 9" in text
    assert ("━" in text) == (columns == 80)
    lines = re.split(r"[\r\n]+", _CODE.sub("", text))
    assert max(map(len, lines)) <= columns
    assert text.count(_CURSOR_HIDDEN) == text.count(_CURSOR_SHOWN) == 1
    assert _CODE.sub("", text[text.rindex(_LINE_ERASED) :]).strip() == ""


def test_what_is_finished_stands_above_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Seconds(AFTER)
    with terminal(monkeypatch, 80) as screen:
        with BuildProgress(screen.console, clock) as progress:
            clock.now = 2 * AFTER
            progress.show(Step("build/2026/a.pdf", "pdfLaTeX, pass 1"))
            progress.show(Step("build/2026/a.pdf", "1 page", is_done=True))
        text = screen.text()
    shown = _CODE.sub("", text)
    assert "build/2026/a.pdf: pdfLaTeX, pass 1" in shown
    assert "✓ build/2026/a.pdf  1 page\r\n" in shown


def test_a_bar_has_no_colours_for_whoever_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Seconds()
    with terminal(monkeypatch, 80, NO_COLOR="1") as screen:
        with JobProgress("looking", screen.console, clock) as progress:
            clock.now = AFTER
            progress.of("reading files")(3, 9, "call.md")
        text = screen.text()
    assert "3 of 9" in text
    assert not _COLOUR.search(text)


def test_a_dumb_terminal_gets_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Seconds()
    with terminal(monkeypatch, 80, TERM="dumb") as screen:
        with JobProgress("looking", screen.console, clock) as progress:
            clock.now = AFTER
            progress.tick()
        assert screen.text() == ""
    assert capsys.readouterr().err == "proposal: looking\n"


def test_a_bar_is_loaded_when_it_is_shown() -> None:
    program = "import sys, proposal.cli.progress; sys.exit('rich.progress' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_parts_are_announced_before_they_are_done() -> None:
    seen: list[tuple[int, int, str]] = []
    parts = watched(["a", "b"], lambda *state: seen.append(state), 2, str.upper)
    assert next(parts) == "a"
    assert seen == [(0, 2, "A")]
    assert next(parts) == "b"
    assert next(parts, None) is None
    assert seen == [(0, 2, "A"), (1, 2, "B"), (2, 2, "")]
