"""Leaves a process behind that stands by for the next command."""

from __future__ import annotations

import subprocess
import sys

from proposal.standby.meeting import meeting_place


def leave() -> None:
    """Leave a process behind that stands by for the next command."""
    place = meeting_place()
    if place is None:
        return
    subprocess.Popen(
        [sys.executable, "-m", "proposal.standby.waiting", place],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        start_new_session=True,
    )
