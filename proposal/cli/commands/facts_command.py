"""`proposal facts`: every fact of an edition, where it is written and where it must appear."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from proposal.check.facts.stated_fact import StatedFact
from proposal.check.facts.stated_facts import all_facts
from proposal.check.rules.run_rules import subject_of
from proposal.cli.printing import print_diagnostics, shown_file
from proposal.cli.session import Session
from proposal.cli.streams import print_json
from proposal.diagnostics import Diagnostic, error, has_errors
from proposal.project import Project, load


class FactsFormat(StrEnum):
    """How facts are printed."""

    TEXT = "text"
    JSON = "json"


def facts(
    context: typer.Context,
    edition: Annotated[
        str | None,
        typer.Argument(
            metavar="[EDITION]", help="An edition, such as 2026; the current one if none."
        ),
    ] = None,
    form: Annotated[
        FactsFormat, typer.Option("--format", help="How to print them.")
    ] = FactsFormat.TEXT,
) -> None:
    """List every fact: its value, its source, and the artefacts that must state it."""
    session: Session = context.obj
    project = load(session.root())
    edition_ids = project.chosen_ids([edition] if edition else [])
    if not edition_ids:
        diagnostics = project.data.diagnostics
        found = diagnostics if has_errors(diagnostics) else [_no_edition(project)]
        print_diagnostics(found, session.console)
        raise typer.Exit(1)
    if not project.is_sound(edition_ids[0]):
        found = [*project.data.diagnostics, *project.unresolved[edition_ids[0]]]
        print_diagnostics(found, session.console)
        raise typer.Exit(1)
    listed = all_facts(subject_of(project, edition_ids[0]))
    if form is FactsFormat.JSON:
        print_json([_as_json(fact) for fact in listed])
        return
    if not session.console.is_terminal:
        for fact in listed:
            values = _as_json(fact)
            where = ", ".join(sorted(fact.shown_in))
            typer.echo(f"{fact.id}\t{fact.value}\t{values['source']}\t{where}")
        return
    table = Table(box=SIMPLE_HEAD)
    for heading in ("Fact", "Value", "Source", "Must appear in"):
        table.add_column(heading, overflow="fold")
    for fact in listed:
        where = ", ".join(sorted(fact.shown_in))
        source = str(_as_json(fact)["source"] or "")
        table.add_row(*map(escape, (fact.id, fact.value, source, where)))
    session.console.print(table)


def _no_edition(project: Project) -> Diagnostic:
    """What there is to say of a workshop that has no edition, and so no facts yet."""
    hint = "write data/editions/2026/edition.yaml"
    no_edition = error("no-edition", "there is no edition yet", None, hint)
    return next(iter(project.missing_current), no_edition)


def _as_json(fact: StatedFact) -> dict[str, object]:
    span = fact.span
    source = f"{shown_file(span.file)}:{span.line}:{span.column}" if span else None
    return {
        "id": fact.id,
        "value": fact.value,
        "source": source,
        "shown_in": sorted(fact.shown_in),
    }
