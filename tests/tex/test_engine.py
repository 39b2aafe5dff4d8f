"""A TeX program that does not end is stopped, with all that it started, and may say where it is."""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest

from proposal.tex import engine
from proposal.tex.engine import Program, TimeLimitError, process_of, run, wait_for

PROGRAM = Program("program-that-waits")


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "TIME_LIMIT", 0.5)
    monkeypatch.setattr(engine, "_LAST_WORDS", 1.0)


def script(folder: Path, lines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program of these lines where programs are found."""
    file = folder / PROGRAM.name
    file.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    file.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def stand_still_until(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock of the time limit until a program has made a file, however busy it is here."""
    begun = time.monotonic()

    def clock() -> float:
        return time.monotonic() if file.exists() else begun

    monkeypatch.setattr(engine, "time", SimpleNamespace(monotonic=clock))


def is_running(process: int) -> bool:
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_a_program_that_waits_is_asked_to_stop_and_may_say_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_LAST_WORDS", 60.0)  # it ends as soon as it has said them
    stand_still_until(tmp_path / "begun", monkeypatch)
    trap = "trap 'echo line 7 > log; exit 1' INT\necho > begun\n"
    script(tmp_path, f"{trap}while :; do sleep 0.05; done", monkeypatch)
    with pytest.raises(TimeLimitError) as caught:
        run(PROGRAM, (), tmp_path, 0, Event())
    assert (caught.value.program, caught.value.seconds) == (PROGRAM.name, engine.TIME_LIMIT)
    assert (tmp_path / "log").read_text(encoding="utf-8") == "line 7\n"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked at in /proc")
def test_what_does_not_want_to_stop_is_killed_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_still_until(tmp_path / "child", monkeypatch)
    child = "sh -c 'trap \"\" INT; echo $$ > begun; mv begun child; while :; do sleep 0.05; done' &"
    script(tmp_path, f"trap '' INT\n{child}\nwhile :; do sleep 0.05; done", monkeypatch)
    with pytest.raises(TimeLimitError):
        run(PROGRAM, (), tmp_path, 0, Event())
    process = int((tmp_path / "child").read_text(encoding="utf-8"))
    until = time.monotonic() + 5
    while is_running(process) and time.monotonic() < until:
        time.sleep(0.02)
    assert not is_running(process)


def test_a_longer_document_has_more_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path, "sleep 1; exit 3", monkeypatch)
    process = process_of(PROGRAM, (), tmp_path, 0)
    assert wait_for(PROGRAM, process, Event(), length=60_000).status == 3


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux limits others")
def test_what_a_program_may_write_and_ask_for_is_limited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, "sleep 0.2; ulimit -f > limits; ulimit -v >> limits", monkeypatch)
    assert run(PROGRAM, (), tmp_path, 0, Event()).status == 0
    limits = (tmp_path / "limits").read_text(encoding="utf-8").split()
    assert len(limits) == 2
    assert all(limit.isdecimal() for limit in limits), limits


def test_the_end_of_what_a_program_says_is_kept_without_control_characters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "yes filler | head -n 5000\nprintf 'two\\033[1m  words\\n\\n' >&2\necho last\nexit 3"
    script(tmp_path, lines, monkeypatch)
    ended = run(PROGRAM, (), tmp_path, 0, Event())
    assert (ended.status, ended.end_by_signal) == (3, "")
    assert ended.last_words() == "filler / two[1m words / last"


@pytest.mark.parametrize(
    ("signal", "why"), [("KILL", "9: often too little memory"), ("SEGV", "11: it crashed")]
)
def test_a_program_that_a_signal_ends_did_not_end_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, signal: str, why: str
) -> None:
    script(tmp_path, f"echo Working.\nkill -{signal} $$", monkeypatch)
    ended = run(PROGRAM, (), tmp_path, 0, Event())
    assert ended.end_by_signal == f"was ended by the system, signal {why}"
    assert ended.last_words() == "Working."
