"""Copies of a workshop that was built, and what stands in their `build/`."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.workspace import Workspace


def copy_of(built: Workspace, root: Path) -> Workspace:
    """A workspace of its own in which both editions are built already."""
    shutil.copytree(built.root, root)
    return Workspace(root)


def outputs(workspace: Workspace) -> dict[str, bytes]:
    """Everything in `build/`, hidden files included."""
    folder = workspace.root / "build"
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
