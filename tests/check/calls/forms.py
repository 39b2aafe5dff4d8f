"""Forms of calls, and answers to their fields."""

from __future__ import annotations

from tests.check.calls.calling import EDITION, VENUE
from tests.workspace import Workspace


def ask(workspace: Workspace, *fields: str) -> None:
    """Let the call have a form of these fields."""
    listed = "".join(f"    - {field}\n" for field in fields)
    text = (workspace.data / VENUE).read_text(encoding="utf-8")
    workspace.write(VENUE, text.replace("call:\n", f"call:\n  form:\n{listed}"))


def reply(workspace: Workspace, *answers: str) -> None:
    """Write own answers into the edition."""
    workspace.append(EDITION, "form:\n" + "".join(f"  {answer}\n" for answer in answers))
