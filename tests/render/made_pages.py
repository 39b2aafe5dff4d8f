"""Everything that is made without TeX of a workspace's data.

Tests that ask for different pages of the same data have them made once.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from proposal.build.outputs import RenderedPages
from proposal.build.pages import render_pages
from proposal.caching import digest
from proposal.diagnostics import Diagnostic
from tests.workspace import Workspace

_MOST = 8
"""Workshops whose pages are remembered; those of one take a few megabytes."""


@dataclass(frozen=True, slots=True)
class Made:
    """The pages, and what is wrong with the data."""

    pages: RenderedPages
    diagnostics: list[Diagnostic]


_made: dict[str, Made] = {}


def made_of(workspace: Workspace) -> Made:
    """What is made of the data as they are now; nobody changes anything in it."""
    state = _state(workspace)
    if state not in _made:
        project = workspace.load()
        _made[state] = Made(render_pages(project), project.diagnostics)
        for oldest in list(islice(_made, max(0, len(_made) - _MOST))):
            del _made[oldest]
    return _made[state]


def _state(workspace: Workspace) -> str:
    """A digest of all that an organizer may change."""
    folders = workspace.data, workspace.root / "templates"
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.is_file())
    return digest(*(part for file in files for part in (_name(workspace, file), file.read_bytes())))


def _name(workspace: Workspace, file: Path) -> str:
    return file.relative_to(workspace.root).as_posix()
