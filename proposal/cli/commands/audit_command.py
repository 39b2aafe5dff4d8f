"""`proposal audit`: compare somebody's pages and PDFs with the data."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from proposal.audit.run_audit import Audit, compare_with_each_other, diagnostics_of
from proposal.audit.run_audit import audit as audit_files
from proposal.audit.with_data.production_check import preflight_of, without_leftovers
from proposal.check.rules.config import without_suppressed
from proposal.cli.check_format import CheckFormat
from proposal.cli.printing import github_annotation, print_diagnostics, shown_file
from proposal.cli.progress import JobProgress
from proposal.cli.report import Artefact, Finding, Report
from proposal.cli.session import Session
from proposal.cli.streams import print_json
from proposal.diagnostics import ProposalError, Severity, has_errors, in_order
from proposal.project import load

_STOPPED = 130
"""The exit code of a command that Ctrl-C ends."""

_FEW = 3
"""Findings that nobody needs counted."""


class NoSuchFileError(ProposalError):
    """A path that was typed does not exist."""

    exit_code = 2


def audit(
    context: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Pages, PDFs, texts, calendars, folders."),
    ],
    edition: Annotated[
        str | None,
        typer.Option(
            "--edition",
            metavar="E",
            help="The edition with which they are compared; each with the others if none.",
        ),
    ] = None,
    form: Annotated[
        CheckFormat, typer.Option("--format", help="How to print it.")
    ] = CheckFormat.TEXT,
    preflight: Annotated[
        bool,
        typer.Option("--preflight", help="Look at PDFs as the publisher's production does, too."),
    ] = False,
) -> None:
    """Compare pages and PDFs that others made with the data of an edition, or with each other."""
    session: Session = context.obj
    _expect(paths)
    project = None
    if edition is not None:
        project = load(session.root())
        project.chosen_ids([edition])
        if diagnostics := diagnostics_of(project):
            _print(Audit(diagnostics), form, session)
            raise typer.Exit(1)
    with JobProgress("looking for files") as progress:
        watch = progress.of("reading files")
        audited = (
            compare_with_each_other(paths, watch)
            if project is None or edition is None
            else audit_files(project, edition, paths, watch)
        )
        if preflight and not audited.summary.stopped:
            progress.begin("looking at PDFs as production does")
            production = preflight_of(paths, audited.documents, project, edition)
            audited.diagnostics = [*without_leftovers(audited.diagnostics, production), *production]
    if project is not None:
        audited.diagnostics = without_suppressed(audited.diagnostics, project.data)
    _print(audited, form, session)
    if audited.summary.stopped:
        raise typer.Exit(_STOPPED)
    if has_errors(audited.diagnostics):
        raise typer.Exit(1)


def _expect(paths: list[Path]) -> None:
    """Complain of paths that do not exist.

    Raises:
        NoSuchFileError: one of them does not.
    """
    absent = [str(path) for path in paths if not path.exists()]
    if absent:
        listed = ", ".join(absent)
        raise NoSuchFileError(f"there is no {listed}; name files or folders that exist")


def _print(audited: Audit, form: CheckFormat, session: Session) -> None:
    if audited.summary.stopped and form is not CheckFormat.TEXT:
        typer.echo(f"proposal: {audited.summary.lines[0]}", err=True)
    if form is CheckFormat.JSON:
        print_json(_report(audited).model_dump(mode="json"))
    elif form is CheckFormat.GITHUB:
        for diagnostic in in_order(audited.diagnostics):
            typer.echo(github_annotation(diagnostic))
    else:
        for line in (*audited.summary.lines, *_kinds_of(audited)):
            session.console.print(line)
        if audited.diagnostics:
            session.console.print()
        print_diagnostics(audited.diagnostics, session.console)


def _kinds_of(audited: Audit) -> list[str]:
    """How many findings there are of each kind, errors first; nothing for one or two."""
    if len(audited.diagnostics) < _FEW:
        return []
    lines = []
    for severity in (Severity.ERROR, Severity.WARNING):
        found = Counter(
            diagnostic.code for diagnostic in audited.diagnostics if diagnostic.severity is severity
        )
        if found:
            listed = ", ".join(f"{count} {code}" for code, count in found.most_common())
            lines.append(f"{severity.value.capitalize()}s: {listed}.")
    return lines


def _report(audited: Audit) -> Report:
    """What was found, in the form that `check` prints."""
    edition_id = audited.summary.edition_id
    artefacts = [
        Artefact(
            edition=edition_id,
            artefact=shown_file(file.file),
            facts=file.stated,
            agreeing=file.agreeing,
            findings=file.stated - file.agreeing,
        )
        for file in audited.files
    ]
    findings = [Finding.of(diagnostic) for diagnostic in in_order(audited.diagnostics)]
    editions = [edition_id] if edition_id else []
    return Report(editions=editions, artefacts=artefacts, demands=[], findings=findings)
