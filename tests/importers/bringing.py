"""Imports into a workspace: by the command, as people do, or by a draft that a test makes."""

from __future__ import annotations

from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand

from proposal.cli.commands.import_command import import_
from proposal.cli.session import Session
from proposal.delivery import deliver
from proposal.diagnostics import has_errors
from proposal.importers.draft import Draft, DraftPerson, Record
from proposal.importers.plan import Plan, plan_import
from proposal.importers.sources import read_draft
from tests.process import Finished
from tests.workspace import Workspace

NOTHING_NEW = "Everything in the source is in data/ already."


def new_folder(root: Path) -> Workspace:
    """A workspace with nothing in it."""
    root.mkdir(parents=True)
    return Workspace(root)


def written(file: Path, text: str) -> Path:
    """A source with a text."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def contents(workspace: Workspace) -> dict[str, bytes]:
    """Every file under `data/` by its place."""
    return {
        str(file.relative_to(workspace.data)): file.read_bytes()
        for file in sorted(workspace.data.rglob("*"))
        if file.is_file()
    }


def imports(workspace: Workspace, kind: str, source: Path, year: str = "2026") -> Finished:
    """Do what `proposal import` does, which must succeed and leave data without errors.

    What would be done a second time is asked as well: everything must be there already.
    """
    finished = _imported(workspace, kind, source, year)
    assert finished.code == 0, finished.output + finished.errors
    folder = workspace.read()
    assert folder.diagnostics == []
    again = plan_import(folder, read_draft(kind, source, year, {}, folder), year)
    assert again.is_empty, (again.created, again.changed)
    return finished


def _imported(workspace: Workspace, kind: str, source: Path, year: str) -> Finished:
    """The command in this process, where everything that it needs is loaded and known."""
    output, errors, code = StringIO(), StringIO(), 0
    context = typer.Context(TyperCommand("import"), obj=Session(None))
    with chdir(workspace.root), redirect_stdout(output), redirect_stderr(errors):
        try:
            import_(context, kind, source, year)
        except typer.Exit as ending:
            code = ending.exit_code
    return Finished(code, output.getvalue(), errors.getvalue())


def refuses(workspace: Workspace, kind: str, source: Path, year: str = "2026") -> str:
    """Run `proposal import`, which must change nothing and say why in one line."""
    before = contents(workspace)
    finished = workspace.run("import", kind, str(source), "--edition", str(year))
    assert finished.code == 1, finished.output + finished.errors
    assert contents(workspace) == before
    lines = finished.errors.strip().splitlines()
    assert len(lines) == 1, finished.errors
    return lines[0]


def bring_in(workspace: Workspace, draft: Draft, year: str) -> Plan:
    """Bring a draft into the data."""
    plan = plan_import(workspace.read(), draft, year)
    deliver(plan.created | plan.changed)
    assert not has_errors(workspace.read().diagnostics)
    return plan


def person(name: str, institution: str | None = None, **more: Any) -> DraftPerson:
    """A person as a source may tell of them."""
    posts: list[Record] = [{"institution": institution, "country": "USA"}] if institution else []
    return DraftPerson(name, affiliations=posts, **more)


def said(person: DraftPerson) -> tuple[str, str | None, list[str]]:
    """Name, address, and affiliations in one line each."""
    posts = [", ".join(map(str, post.values())) for post in person.affiliations]
    return person.name, person.email, posts
