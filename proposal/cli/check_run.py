"""Finds a verdict for `proposal check`, and prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from proposal.build.request import Request
from proposal.check.cached_verdict import CachedVerdict
from proposal.check.facts.inspection import Agreement
from proposal.check.verdict import Verdict
from proposal.cli.call_table import print_calls
from proposal.cli.check_format import CheckFormat
from proposal.cli.check_summary import print_summary, print_uncompared
from proposal.cli.printing import github_annotation, print_diagnostics
from proposal.cli.session import Session
from proposal.cli.streams import print_json
from proposal.diagnostics import Diagnostic, Severity, has_errors, in_order


def run(session: Session, *, editions: Sequence[str], every: bool, form: str, strict: bool) -> None:
    """Check what is asked for, and print what is found.

    Args:
        session: the run of the program.
        editions: their ids; none for the current one.
        every: whether all editions are checked.
        form: how it is printed, a value of CheckFormat.
        strict: whether warnings are taken for errors.

    Raises:
        SystemExit: there are errors, which were printed.
    """
    found = CachedVerdict(Request(session.root(), editions, every)).verdict()
    if strict:
        found = _strict(found)
    if form == CheckFormat.JSON:
        from proposal.cli.report import Report  # noqa: PLC0415 - slow to load

        print_json(Report.of(found).model_dump(mode="json"))
    elif form == CheckFormat.GITHUB:
        for diagnostic in in_order(found.diagnostics):
            print(github_annotation(diagnostic), flush=True)
    else:
        print_summary(found, session.console)
        print_calls(found.calls, session.console)
        if found.editions and found.diagnostics:
            session.console.print()
        print_diagnostics(found.diagnostics, session.console)
        print_uncompared(found, session.console)
    if has_errors(found.diagnostics):
        raise SystemExit(1)


def _strict(found: Verdict) -> Verdict:
    """The verdict of somebody who takes warnings for errors."""
    agreement = found.agreement
    inspections = [
        replace(inspection, diagnostics=_severe(inspection.diagnostics))
        for inspection in agreement.inspections
    ]
    return Verdict(
        found.editions,
        _severe(found.data),
        Agreement(inspections, _severe(agreement.others)),
        found.calls,
        found.rules,
    )


def _severe(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [
        replace(diagnostic, severity=Severity.ERROR)
        if diagnostic.severity is Severity.WARNING
        else diagnostic
        for diagnostic in diagnostics
    ]
