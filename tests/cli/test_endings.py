"""A command that is ended leaves no temporary folder, no process and no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from proposal.doctor import Group
from tests.parts import require
from tests.process import without_progress
from tests.terminal import heed_terminal
from tests.workspace import Workspace


def started(workspace: Workspace, temporary: Path) -> subprocess.Popen[str]:
    """A build whose TeX is at work."""
    require(Group.DOCUMENTS)
    temporary.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "proposal", "build", "--only", "pdf", "--force"],
        cwd=workspace.root,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_terminal,  # noqa: PLW1509 - it takes no lock
    )
    deadline = time.monotonic() + 60
    while not any(temporary.glob("proposal-run-*/*.log")):
        assert process.poll() is None, "it ended before TeX was at work"
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return process


def at_work_in(folder: Path) -> list[int]:
    """The processes whose working folder is a folder or below it."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            here = (process / "cwd").readlink()
        except OSError:
            continue
        if here.is_relative_to(folder):
            found.append(int(process.name))
    return found


@pytest.mark.parametrize(
    ("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_build_that_is_ended_puts_everything_away(
    workspace: Workspace, tmp_path: Path, how: signal.Signals, code: int
) -> None:
    temporary = tmp_path / "temporary"
    process = started(workspace, temporary)
    process.send_signal(how)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == code
    assert without_progress(errors) == ""
    assert list(temporary.iterdir()) == []
    assert at_work_in(temporary) == []


def test_what_a_killed_build_leaves_goes_with_the_next_command(
    workspace: Workspace, tmp_path: Path
) -> None:
    temporary = tmp_path / "temporary"
    process = started(workspace, temporary)
    process.kill()
    process.communicate()
    assert list(temporary.iterdir()) != []
    finished = workspace.run("facts", TMPDIR=str(temporary))
    assert finished.code == 0
    assert list(temporary.iterdir()) == []
    deadline = time.monotonic() + 10
    while at_work_in(temporary):
        assert time.monotonic() < deadline, "TeX goes on after the build was killed"
        time.sleep(0.05)


def test_a_limit_on_the_size_of_files_is_reported_with_the_files_name(workspace: Workspace) -> None:
    finished = subprocess.run(
        ["bash", "-c", f"ulimit -f 1; {sys.executable} -m proposal build --only text"],
        cwd=workspace.root,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 1
    place = workspace.root / "build" / "2026" / "cfp.txt"
    assert f"{place} cannot be written to: it would be larger" in finished.stderr
    assert not place.parent.exists()


@pytest.mark.skipif(
    not Path("/usr/bin/mount").exists() or os.getuid() != 0, reason="only root makes small disks"
)
@pytest.mark.parametrize("full", ["build", "temporary"])
def test_a_full_disk_is_reported_and_nothing_is_changed(
    workspace: Workspace, tmp_path: Path, full: str
) -> None:
    require(Group.DOCUMENTS)
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], check=False
    )
    if mounted.returncode:
        pytest.skip("disks cannot be made here")
    try:
        if full == "build":
            (workspace.root / "build").symlink_to(small)
            finished = workspace.run("build", "--only", "text,site")
        else:
            finished = workspace.run("build", "--only", "pdf", TMPDIR=str(small))
        said = finished.output + finished.errors
        assert finished.code == 1
        assert "the disk is full" in said
        assert str(small if full == "temporary" else workspace.root / "build") in said
        assert "None" not in said
        assert [file for file in small.rglob("*") if file.is_file()] == []
    finally:
        subprocess.run(["umount", str(small)], check=True)


INTERRUPT_IN_STRING = """\
import builtins, sys

run = builtins.exec

def interrupted(source, *names):
    if isinstance(source, str) and "proposal.cli.main" in sys.modules:
        source = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"
    return run(source, *names)

builtins.exec = interrupted
"""
"""Types Ctrl-C while Python runs code that was made of a string, as that of data classes is."""


def test_an_interrupt_while_a_module_is_loaded_gives_the_exit_code_too(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(INTERRUPT_IN_STRING, encoding="utf-8")
    finished = subprocess.run(
        [sys.executable, "-m", "proposal", "check"],
        cwd=workspace.root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=heed_terminal,
    )
    assert finished.returncode == 130, finished.stderr
    assert "Traceback" not in finished.stderr


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_of_which_a_library_makes_an_error_ends_quietly(
    how: signal.Signals, code: int, tmp_path: Path
) -> None:
    script = (
        "import signal, sys\n"
        "from proposal.cli import main\n"
        "from proposal.__main__ import main as run\n"
        "def understood(arguments):\n"
        "    try:\n"
        f"        signal.raise_signal({int(how)})\n"
        "    except BaseException:\n"
        "        raise ValueError('the validator cannot be built') from None\n"
        "main.run_if_known = understood\n"
        "sys.argv[1:] = ['check']\n"
        "run()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=heed_terminal,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, "", "")
