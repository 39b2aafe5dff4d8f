"""The daemon: it is off unless switched on, runs commands as a fresh process would, and ends."""

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

from proposal.daemon.protocol import make_folder, socket_path
from proposal.doctor import Group
from tests.parts import require
from tests.process import fresh
from tests.terminal import Terminal
from tests.workspace import ROOT, Workspace

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/cmdline").is_file(), reason="the daemon runs on Linux only"
)


@dataclass(frozen=True, slots=True)
class Daemons:
    """The daemons that commands start whose environment names a folder of the test's own."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        return {"XDG_RUNTIME_DIR": str(self.folder), "PROPOSAL_STANDBY": "on"}

    def at_terminal(self, workspace: Workspace, *arguments: str, **more: str) -> Terminal:
        """Type a command at a terminal."""
        return Terminal(*arguments, folder=workspace.root, **self.environment | more)

    def processes(self) -> list[int]:
        """The daemons, and their copies that run a command."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                typed = (process / "cmdline").read_bytes().decode().split("\0")
                state = (process / "stat").read_text().rpartition(")")[2].split()[0]
            except OSError:
                continue  # it has just ended
            is_ours = "proposal.daemon.server" in typed and any(
                argument.startswith(str(self.folder)) for argument in typed
            )
            if is_ours and state != "Z":
                found.append(int(process.name))
        return found

    def is_open(self) -> bool:
        return any(path.is_socket() for path in self.folder.rglob("*"))


@pytest.fixture
def daemons() -> Iterator[Daemons]:
    # The name of a socket must be short.
    folder = Path(tempfile.mkdtemp(prefix="p", dir="/tmp"))
    found = Daemons(folder)
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
def running(daemons: Daemons, finished: Workspace) -> Daemons:
    """A daemon runs, after a first command at a terminal."""
    finish(daemons.at_terminal(finished, "check"))
    wait_until(daemons.is_open)
    return daemons


def test_the_daemon_runs_the_next_command(running: Daemons, finished: Workspace) -> None:
    (process,) = running.processes()
    alone = finish(running.at_terminal(finished, "check", PROPOSAL_STANDBY="off"))
    os.kill(process, signal.SIGSTOP)
    terminal = running.at_terminal(finished, "check")
    time.sleep(1)
    assert terminal.process.poll() is None
    os.kill(process, signal.SIGCONT)
    assert finish(terminal) == alone
    assert running.processes() == [process]


def test_a_command_has_the_folder_and_terminal_of_its_client(
    running: Daemons, finished: Workspace, tmp_path: Path
) -> None:
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    terminal = running.at_terminal(Workspace(nothing), "build")
    assert terminal.finish() == 2
    assert f"there is no data/workshop.yaml in {nothing}" in terminal.screen
    narrow = running.at_terminal(finished, "check", "2024", TERM="dumb")
    assert "\x1b[1;32m" not in finish(narrow)


def test_errors_in_the_data_are_reported_and_end_it_with_1(
    running: Daemons, finished: Workspace
) -> None:
    finished.replace("editions/2024/edition.yaml", "ordinal: 1", "ordinal: next")
    terminal = running.at_terminal(finished, "build", "2024")
    assert terminal.finish() == 1
    assert "edition.yaml:" in terminal.screen


def test_ctrl_c_stops_it_and_spoils_nothing(running: Daemons, finished: Workspace) -> None:
    require(Group.DOCUMENTS)
    before = finished.pdf().read_bytes()
    terminal = running.at_terminal(finished, "build", "2024", "--force")
    wait_until(lambda: len(running.processes()) == 2)
    terminal.interrupt()
    assert terminal.finish() == 130
    assert finished.pdf().read_bytes() == before
    wait_until(lambda: len(running.processes()) == 1)
    assert running.at_terminal(finished, "build", "2024").finish() == 0


@pytest.mark.parametrize(
    ("step", "is_hidden"),
    [("remove_abandoned", False), ("run_if_known", False), ("run_if_known", True)],
    ids=["before-the-command", "in-the-command", "made-another-error"],
)
def test_ctrl_c_is_heeded_at_any_step(
    daemons: Daemons, workspace: Workspace, tmp_path: Path, step: str, is_hidden: bool
) -> None:
    reached = tmp_path / "reached"
    script = (
        "import pathlib, signal\n"
        "from proposal.cli import main\n"
        "from proposal.daemon import server\n"
        "def wait(*arguments):\n"
        "    try:\n"
        f"        pathlib.Path({str(reached)!r}).touch()\n"
        "        signal.sigtimedwait([], 60)\n"
        "    except KeyboardInterrupt:\n"
        f"        if not {is_hidden}:\n"
        "            raise\n"
        "    raise ValueError('the validator cannot be built')\n"
        f"main.{step} = wait\n"
        "server.main()"
    )
    with pytest.MonkeyPatch.context() as patch:
        for name, value in daemons.environment.items():
            patch.setenv(name, value)
        path = socket_path()
    assert path is not None
    server = subprocess.Popen([sys.executable, "-c", script, path], stdin=subprocess.DEVNULL)
    try:
        wait_until(daemons.is_open)
        terminal = daemons.at_terminal(workspace, "check")
        wait_until(reached.is_file)
        terminal.interrupt()
        assert (terminal.finish(), terminal.screen) == (130, "")
    finally:
        server.kill()
        server.wait()


def test_a_command_ends_when_its_client_is_killed(running: Daemons, finished: Workspace) -> None:
    require(Group.DOCUMENTS)
    before = finished.pdf().read_bytes()
    terminal = running.at_terminal(finished, "build", "2024", "--force")
    wait_until(lambda: len(running.processes()) == 2)
    terminal.process.kill()
    terminal.process.wait()
    wait_until(lambda: len(running.processes()) == 1)
    assert finished.pdf().read_bytes() == before
    assert finish(running.at_terminal(finished, "check", "2024"))


def test_a_changed_program_is_loaded_anew(
    daemons: Daemons, finished: Workspace, tmp_path: Path
) -> None:
    for part in ("proposal", "templates"):
        shutil.copytree(ROOT / part, tmp_path / "program" / part)
    here = {"PYTHONPATH": str(tmp_path / "program")}
    finish(daemons.at_terminal(finished, "check", **here))
    wait_until(daemons.is_open)
    first = daemons.processes()
    summary = tmp_path / "program/proposal/cli/check_summary.py"
    summary.write_text(
        summary.read_text("utf-8").replace("Nothing is wrong", "All is well"), "utf-8"
    )
    assert "All is well" in finish(daemons.at_terminal(finished, "check", **here))
    wait_until(lambda: daemons.processes() and not set(daemons.processes()) & set(first))


@pytest.mark.parametrize("switch", [{}, {"PROPOSAL_STANDBY": "off"}], ids=["unset", "off"])
def test_nothing_is_left_behind_unless_it_is_switched_on(
    finished: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, switch: dict[str, str]
) -> None:
    for name in ("PROPOSAL_STANDBY", "XDG_RUNTIME_DIR", "CI"):
        monkeypatch.delenv(name, raising=False)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for command in (["build", "2024", "--only", "text", "--force"], ["check", "2024"]):
        finish(Terminal(*command, folder=finished.root, TMPDIR=str(temporary), **switch))
    assert Daemons(temporary).processes() == []
    assert list(temporary.iterdir()) == []


def test_scripts_may_switch_it_on(daemons: Daemons, finished: Workspace) -> None:
    here = daemons.environment | {"CI": "true"}
    first = fresh("check", folder=finished.root, **here)
    wait_until(daemons.is_open)
    (process,) = daemons.processes()
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


def test_a_folder_that_others_may_enter_is_not_used(daemons: Daemons, finished: Workspace) -> None:
    daemons.folder.chmod(0o755)
    finish(daemons.at_terminal(finished, "check"))
    assert daemons.processes() == []


def test_it_listens_in_no_folder_that_others_made_in_the_meantime(
    daemons: Daemons, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(daemons.folder))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    path = socket_path()
    assert path is not None
    Path(path).parent.mkdir(mode=0o755)
    with pytest.raises(PermissionError):
        make_folder(path)
    assert socket_path() is None


@pytest.mark.parametrize("end", ["idle", "terminated"])
def test_it_leaves_nothing_in_the_temporary_folder(daemons: Daemons, end: str) -> None:
    folder = daemons.folder / f"proposal-{os.getuid()}"
    path = folder / "proposal-00000000"
    seconds = 0.1 if end == "idle" else 60
    program = f"import sys; sys.argv[1:] = ['{path}']; from proposal.daemon import server; "
    program += f"server.LONGEST_IDLE = {seconds}; server.main()"
    environment = {**os.environ, "TMPDIR": str(daemons.folder)}
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.DEVNULL, env=environment
    )
    if end == "terminated":
        wait_until(path.is_socket)
        process.terminate()
    assert process.wait() == {"idle": 0, "terminated": 128 + signal.SIGTERM}[end]
    assert not folder.exists()


def test_a_folder_in_which_another_daemon_listens_stays(daemons: Daemons) -> None:
    other = daemons.folder / "proposal-ffffffff"
    other.touch()
    path = daemons.folder / "proposal-00000000"
    program = f"import sys; sys.argv[1:] = ['{path}']; from proposal.daemon import server; "
    program += "server.LONGEST_IDLE = 0.1; server.main()"
    subprocess.run([sys.executable, "-c", program], stdout=subprocess.DEVNULL, check=True)
    assert list(daemons.folder.iterdir()) == [other]
