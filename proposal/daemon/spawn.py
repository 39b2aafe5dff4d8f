"""Starts the daemon behind a command that found none."""

from __future__ import annotations

import subprocess
import sys

from proposal.daemon.protocol import socket_path


def spawn_daemon() -> None:
    """Start the daemon in a session of its own, if there is a private folder for its socket."""
    path = socket_path()
    if path is None:
        return
    subprocess.Popen(
        [sys.executable, "-m", "proposal.daemon.server", path],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        start_new_session=True,
    )
