"""A website to be published, a bare repository, and an ssh server of this machine's own."""

from __future__ import annotations

import contextlib
import getpass
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.parts import require
from tests.publishing.websites import Website, git


@pytest.fixture
def website(tmp_path: Path) -> Website:
    """A workshop's folder with a built website."""
    website = Website(tmp_path / "workshop")
    (website.root / "data").mkdir(parents=True)
    website.has()
    return website


@pytest.fixture
def bare(website: Website, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bare repository that is the remote of the workshop's own."""
    require("Git")
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[user]\nname = Somebody\nemail = somebody@example.org\n[init]\ndefaultBranch = main\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    bare = tmp_path / "remote.git"
    git(tmp_path, "init", "--quiet", "--bare", str(bare))
    git(website.root, "init", "--quiet")
    git(website.root, "remote", "add", "origin", str(bare))
    (website.root / ".gitignore").write_text("build/\n")
    git(website.root, "add", ".gitignore")
    git(website.root, "commit", "--quiet", "-m", "Begin")
    return bare


@dataclass(frozen=True, slots=True)
class Server:
    """An ssh server of this machine, and what one needs to log in."""

    login: str
    home: Path
    """A folder to publish below."""
    log: Path

    @property
    def logins(self) -> int:
        """How often somebody has logged in."""
        return self.log.read_text(errors="replace").count("Accepted publickey")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """An ssh server on a port of its own, with keys that are thrown away.

    The program ssh that is found first is one that knows this server alone, as
    `~/.ssh/config` would tell it.
    """
    require("OpenSSH server", "rsync")
    folder = tmp_path / "ssh"
    folder.mkdir(mode=0o700)
    for name in ("host", "user"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    (folder / "authorized").write_bytes((folder / "user.pub").read_bytes())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kind, key, *_ = (folder / "host.pub").read_text().split()
    (folder / "known").write_text(f"[127.0.0.1]:{port} {kind} {key}\n")
    (folder / "server.conf").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nPidFile none\n"
        f"AuthorizedKeysFile {folder}/authorized\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nPermitRootLogin yes\n"
        # Shells would read what whoever runs the tests has them do, as long as it may take.
        f"SetEnv HOME={folder}\n"
    )
    (folder / "client.conf").write_text(
        f"Host workshop-server\nHostName 127.0.0.1\nPort {port}\nIdentityFile {folder}/user\n"
        f"IdentitiesOnly yes\nUserKnownHostsFile {folder}/known\nGlobalKnownHostsFile none\n"
        "StrictHostKeyChecking yes\n"
    )
    programs = folder / "bin"
    programs.mkdir()
    wrapper = programs / "ssh"
    wrapper.write_text(f'#!/bin/sh\nexec {shutil.which("ssh")} -F {folder}/client.conf "$@"\n')
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # without which it does not start
    log = folder / "log"
    daemon = shutil.which("sshd") or "/usr/sbin/sshd"
    process = subprocess.Popen([daemon, "-D", "-f", str(folder / "server.conf"), "-E", str(log)])
    try:
        _wait_for(port, process)
        home = tmp_path / "home of the server"
        home.mkdir()
        yield Server(f"{getpass.getuser()}@workshop-server", home, log)
    finally:
        process.terminate()
        process.wait(20)
        _end_logins(folder / "client.conf")


def _end_logins(settings: Path) -> None:
    """End the logins that a command has left when it was killed."""
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if f"\0{settings}\0".encode() in entry.read_bytes():
                os.kill(int(entry.parent.name), signal.SIGTERM)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, "the ssh server has ended"
        time.sleep(0.05)
    raise AssertionError("the ssh server does not answer")
