"""Calls that a test makes up, and what the real workshop's proposal says to them."""

from __future__ import annotations

from pathlib import Path

from proposal.check.calls.answers import demands_of
from proposal.check.calls.call_result import CallAnswer
from proposal.check.rules.run_rules import subject_of
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
PROSE = "editions/2026/proposal.md"
PROGRAM = "editions/2026/program.yaml"
VENUE = "venues/wsdm-2026.yaml"


def demand(workspace: Workspace, *demands: str) -> None:
    """Let the call demand these, and nothing else, of the proposal."""
    workspace.replace(VENUE, "  latest_known: wsdm-2022\n", "")
    listed = "".join(f"        - {name}\n" for name in demands)
    workspace.append(VENUE, f"    proposal:\n      contents:\n{listed}")


def answered(workspace: Workspace, pdf: Path | None = None) -> list[CallAnswer]:
    """All that the proposal says to the call."""
    project = workspace.load()
    assert project.diagnostics_of(["2026"]) == []
    return demands_of(subject_of(project, "2026"), {"proposal": pdf.read_bytes()} if pdf else {})


def answer(workspace: Workspace, name: str, pdf: Path | None = None) -> CallAnswer:
    """What the proposal says to one demand."""
    (found,) = (diagnostic for diagnostic in answered(workspace, pdf) if diagnostic.demand == name)
    return found


def section(workspace: Workspace, heading: str, text: str) -> None:
    """Replace what stands below a heading of the proposal; nothing deletes the section."""
    whole = (workspace.data / PROSE).read_text(encoding="utf-8")
    before, _, rest = whole.partition(f"# {heading}\n")
    assert rest, heading
    _, mark, after = rest.partition("\n# ")
    kept = f"# {heading}\n\n{text}\n" if text else ""
    workspace.write(PROSE, f"{before}{kept}{mark}{after}")
