"""A build that is killed at any moment loses nothing and misleads no later one."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pypdf

from proposal.doctor import Group
from tests.build.built_copies import copy_of, outputs
from tests.parts import require
from tests.process import forked, killed
from tests.workspace import Workspace

TIMES = 14
LONGEST = 1.1
"""Seconds after which the last builds are killed, when most of them are just about to end."""
BUILD = ("build", "2024", "--document", "camera-ready")


def without_leftovers(workspace: Workspace) -> dict[str, bytes]:
    """What stands in `build/`, without what a killed build was about to move into place."""
    return {name: output for name, output in outputs(workspace).items() if name.count(".") < 4}


def test_a_build_killed_at_any_moment_leaves_good_files_and_the_next_one_is_right(
    built: Workspace, tmp_path: Path
) -> None:
    require(Group.DOCUMENTS)
    workspace = copy_of(built, tmp_path / "workshop")
    workspace.shorten()
    moments = random.Random(2024)  # noqa: S311 - any moments will do
    for number in range(TIMES):
        workspace.write("editions/2024/summary.md", f"# One\n\nText number {number}.\n")
        # The first ones begin with an empty cache and so are killed while it is filled.
        cache = tmp_path / (f"cache-{number}" if number < 4 else "cache")
        with killed(*BUILD, folder=workspace.root, XDG_CACHE_HOME=str(cache)):
            time.sleep(moments.uniform(0, LONGEST))
        assert len(pypdf.PdfReader(workspace.pdf()).pages) in {1, 2}
        if number % 7 == 6:
            finished = forked(*BUILD, folder=workspace.root, XDG_CACHE_HOME=str(cache))
            assert finished.code == 0, finished.output
            clean = copy_of(workspace, tmp_path / f"clean-{number}")
            finished = clean.build("2024", "--force")
            assert finished.code == 0, finished.output
            assert without_leftovers(workspace) == without_leftovers(clean)
