"""The real workshop as an edition that does not take place as it was announced."""

from __future__ import annotations

from tests.attendance import said
from tests.workspace import Workspace

NOTE = "We thank all authors."


def with_status(workspace: Workspace, status: str) -> Workspace:
    """Say what became of the edition of 2026, for which people could register."""
    lines = f"status: {status}\nstatus_note: {NOTE}\n"
    return said(workspace, f"{lines}links: {{registration: https://example.org/register}}\n")


def cancelled(workspace: Workspace) -> Workspace:
    return with_status(workspace, "cancelled")


def postponed(workspace: Workspace) -> Workspace:
    return with_status(workspace, "postponed")


def moved_online(workspace: Workspace) -> Workspace:
    return with_status(workspace, "moved-online")
