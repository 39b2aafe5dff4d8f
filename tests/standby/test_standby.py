"""What stands by between two builds at a terminal: it is asked, it obeys, and it goes away."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from proposal.machine import Group
from tests.parts import require
from tests.process import fresh
from tests.terminal import Terminal
from tests.workspace import ROOT, Workspace, run

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/cmdline").is_file(), reason="only Linux has anything stand by"
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A folder in which commands and what stands by meet, and nobody else."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        return {"XDG_RUNTIME_DIR": str(self.folder), "CI": ""}

    def at_terminal(self, workspace: Workspace, *arguments: str, **more: str) -> Terminal:
        """Type a command at a terminal."""
        return Terminal(*arguments, folder=workspace.root, **self.environment, **more)

    def processes(self) -> list[int]:
        """Whatever stands by here, and the copies that are at work."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                typed = (process / "cmdline").read_bytes().decode().split("\0")
                state = (process / "stat").read_text().rpartition(")")[2].split()[0]
            except OSError:
                continue  # it has just ended
            is_ours = "proposal.standby.waiting" in typed and any(
                each.startswith(str(self.folder)) for each in typed
            )
            if is_ours and state != "Z":
                found.append(int(process.name))
        return found

    def is_open(self) -> bool:
        return any(each.is_socket() for each in self.folder.iterdir())


@pytest.fixture
def meeting() -> Iterator[Meeting]:
    # The name of a socket must be short.
    folder = Path(tempfile.mkdtemp(prefix="p", dir="/tmp"))
    found = Meeting(folder)
    yield found
    for process in found.processes():
        os.kill(process, signal.SIGKILL)
    shutil.rmtree(folder)


def wait_until(is_so: Callable[[], object], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, "it never came to be"
        time.sleep(0.05)


def finish(terminal: Terminal) -> str:
    assert terminal.finish() == 0, terminal.screen
    return terminal.screen


@pytest.fixture
def asked(meeting: Meeting, finished: Workspace) -> Meeting:
    """Somebody stands by, after a first command at a terminal."""
    finish(meeting.at_terminal(finished, "check"))
    wait_until(meeting.is_open)
    return meeting


def test_the_next_command_is_done_by_what_stands_by(asked: Meeting, finished: Workspace) -> None:
    (process,) = asked.processes()
    alone = finish(asked.at_terminal(finished, "check", PROPOSAL_STANDBY="off"))
    os.kill(process, signal.SIGSTOP)
    terminal = asked.at_terminal(finished, "check")
    time.sleep(1)
    assert terminal.process.poll() is None
    os.kill(process, signal.SIGCONT)
    assert finish(terminal) == alone
    assert asked.processes() == [process]


def test_it_works_where_and_as_it_is_asked_to(
    asked: Meeting, finished: Workspace, tmp_path: Path
) -> None:
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    terminal = asked.at_terminal(Workspace(nothing), "build")
    assert terminal.finish() == 2
    assert f"there is no data/workshop.yaml in {nothing}" in terminal.screen
    narrow = asked.at_terminal(finished, "check", "2024", TERM="dumb")
    assert "\x1b[1;32m" not in finish(narrow)


def test_faults_in_the_data_are_told_and_end_it_with_1(asked: Meeting, finished: Workspace) -> None:
    finished.replace("editions/2024/edition.yaml", "ordinal: 1", "ordinal: first")
    terminal = asked.at_terminal(finished, "build", "2024")
    assert terminal.finish() == 1
    assert "edition.yaml:" in terminal.screen


def test_ctrl_c_stops_it_and_spoils_nothing(asked: Meeting, finished: Workspace) -> None:
    require(Group.DOCUMENTS)
    before = finished.pdf().read_bytes()
    terminal = asked.at_terminal(finished, "build", "2024", "--force")
    wait_until(lambda: terminal.read() and "pass 1" in terminal.screen)
    terminal.interrupt()
    assert terminal.finish() == 130
    assert finished.pdf().read_bytes() == before
    wait_until(lambda: len(asked.processes()) == 1)
    assert asked.at_terminal(finished, "build", "2024").finish() == 0


def test_who_asked_being_killed_ends_it(asked: Meeting, finished: Workspace) -> None:
    require(Group.DOCUMENTS)
    before = finished.pdf().read_bytes()
    terminal = asked.at_terminal(finished, "build", "2024", "--force")
    wait_until(lambda: terminal.read() and "pass 1" in terminal.screen)
    assert len(asked.processes()) == 2
    terminal.process.kill()
    terminal.process.wait()
    wait_until(lambda: len(asked.processes()) == 1)
    assert finished.pdf().read_bytes() == before
    assert finish(asked.at_terminal(finished, "check", "2024"))


def test_a_changed_program_is_loaded_anew(
    meeting: Meeting, finished: Workspace, tmp_path: Path
) -> None:
    for part in ("proposal", "templates"):
        shutil.copytree(ROOT / part, tmp_path / "program" / part)
    here = {"PYTHONPATH": str(tmp_path / "program")}
    finish(meeting.at_terminal(finished, "check", **here))
    wait_until(meeting.is_open)
    first = meeting.processes()
    summary = tmp_path / "program/proposal/cli/summary.py"
    summary.write_text(
        summary.read_text("utf-8").replace("Nothing is wrong", "All is well"), "utf-8"
    )
    assert "All is well" in finish(meeting.at_terminal(finished, "check", **here))
    wait_until(lambda: meeting.processes() and not set(meeting.processes()) & set(first))


@pytest.mark.parametrize("setting", [{"CI": "true"}, {"PROPOSAL_STANDBY": "off"}], ids=str)
def test_nothing_is_left_where_it_is_not_wanted(
    meeting: Meeting, finished: Workspace, setting: dict[str, str]
) -> None:
    environment = meeting.environment | setting
    finish(Terminal("check", folder=finished.root, **environment))
    assert meeting.processes() == []


def test_scripts_leave_nothing_behind(meeting: Meeting, finished: Workspace) -> None:
    assert run("check", folder=finished.root, **meeting.environment).code == 0
    assert meeting.processes() == []


def test_scripts_may_wish_for_it(meeting: Meeting, finished: Workspace) -> None:
    here = meeting.environment | {"PROPOSAL_STANDBY": "on", "CI": "true"}
    first = fresh("check", folder=finished.root, **here)
    wait_until(meeting.is_open)
    (process,) = meeting.processes()
    os.kill(process, signal.SIGSTOP)
    command = (sys.executable, "-m", "proposal", "check")
    environment = {**os.environ, **here}
    script = subprocess.Popen(
        command, cwd=finished.root, env=environment, stdout=subprocess.PIPE, text=True
    )
    time.sleep(1)
    assert script.poll() is None
    os.kill(process, signal.SIGCONT)
    assert script.communicate()[0] == first.output
    assert script.returncode == first.code == 0


def test_a_folder_that_others_may_enter_is_not_met_in(
    meeting: Meeting, finished: Workspace
) -> None:
    meeting.folder.chmod(0o755)
    finish(meeting.at_terminal(finished, "check"))
    assert meeting.processes() == []


def test_it_goes_when_nobody_has_asked_for_long(meeting: Meeting) -> None:
    place = meeting.folder / "proposal-00000000"
    hasty = f"import sys; sys.argv[1:] = ['{place}']; from proposal.standby import waiting; "
    hasty += "waiting.PATIENCE = 0.1; waiting.main()"
    subprocess.run([sys.executable, "-c", hasty], stdout=subprocess.DEVNULL, check=True)
    assert not place.exists()
