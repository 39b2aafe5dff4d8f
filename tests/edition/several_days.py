"""The edition of 2026 on other days."""

from __future__ import annotations

from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"


PROGRAM = "editions/2026/program.yaml"


ONE_DAY = "when: {date: 2026-02-26, start: 08:55, end: 16:50}"


def with_days(workspace: Workspace, days: str, program: str | None = None) -> Workspace:
    """The edition of 2026 on other days, with another programme."""
    workspace.replace(EDITION, ONE_DAY, f"when: {days}")
    if program is not None:
        workspace.write(PROGRAM, program)
    return workspace
