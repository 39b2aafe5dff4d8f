"""A build that is killed at any moment loses nothing and misleads no later one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pypdf

from proposal.doctor import Group
from tests.build.test_data_errors import copy_of, outputs
from tests.parts import require
from tests.workspace import Workspace

TIMES = 20
LONGEST = 1.6
"""Seconds after which the last builds are killed, when most of them are just about to end."""


def start(workspace: Workspace, cache: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "proposal", "build", "2024", "--document", "camera-ready"],
        cwd=workspace.root,
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def without_leftovers(workspace: Workspace) -> dict[str, bytes]:
    """What stands in `build/`, without what a killed build was about to move into place."""
    return {name: output for name, output in outputs(workspace).items() if name.count(".") < 4}


def test_a_build_killed_at_any_moment_leaves_good_files_and_the_next_one_is_right(
    built: Workspace, tmp_path: Path
) -> None:
    require(Group.DOCUMENTS)
    workspace = copy_of(built, tmp_path / "workshop")
    moments = random.Random(2024)  # noqa: S311 - any moments will do
    for number in range(TIMES):
        workspace.write("editions/2024/summary.md", f"# One\n\nText number {number}.\n")
        # The first ones begin with an empty cache and so are killed while it is filled.
        cache = tmp_path / (f"cache-{number}" if number < 5 else "cache")
        process = start(workspace, cache)
        time.sleep(moments.uniform(0.1, LONGEST))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert len(pypdf.PdfReader(workspace.pdf()).pages) in {1, 2}
        if number % 10 == 9:
            assert start(workspace, cache).wait() == 0
            clean = copy_of(workspace, tmp_path / f"clean-{number}")
            finished = clean.build("2024", "--force")
            assert finished.code == 0, finished.output
            assert without_leftovers(workspace) == without_leftovers(clean)
