"""Makes an edition's documents for `proposal build`, and prints what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from proposal.build.request import BuildReport, Kind, Request
from proposal.build.up_to_date import report_if_up_to_date
from proposal.check.cached_verdict import CachedVerdict
from proposal.check.verdict import Verdict
from proposal.cli.building import built
from proposal.cli.check_summary import print_summary, print_uncompared
from proposal.cli.printing import print_diagnostics
from proposal.cli.progress import BuildProgress
from proposal.cli.session import Session
from proposal.diagnostics import Diagnostic, MachineError, Severity, errors_in
from proposal.typed_commands import as_typed

if TYPE_CHECKING:
    from rich.console import Console

    from proposal.model.variant import Variant


def run(
    session: Session,
    *,
    editions: Sequence[str],
    every: bool,
    kinds: Sequence[Kind],
    documents: Sequence[str],
    variant: Variant | None,
    force: bool,
    jobs: int,
) -> None:
    """Build what is asked for, and print it.

    Raises:
        SystemExit: something is wrong; what, was printed.
    """
    request = Request(
        root=session.root(),
        edition_ids=editions,
        every_edition=every,
        kinds=frozenset(map(Kind, kinds)),
        documents=documents,
        variant=variant,
        force=force,
        jobs=jobs,
    )
    cached = CachedVerdict(request)
    progress = BuildProgress(session.console)
    report = report_if_up_to_date(request, progress.show)
    if report is None:
        with progress:
            report = built(request, progress.show, cached)
    print_diagnostics(_without_suppressed(report, request.root), session.console)
    if not report.is_good:
        session.console.print("" if report.has_begun else "Nothing was changed.")
        raise SystemExit(MachineError.exit_code if report.lacks_fonts_only else 1)
    if request.is_for_everything:
        _show_verdict(cached.verdict(report), session.console)


def _without_suppressed(report: BuildReport, root: Path) -> list[Diagnostic]:
    """What there is to say of a build, without what the workshop's own rules allow."""
    if all(found.severity is Severity.ERROR for found in report.diagnostics):
        return report.diagnostics
    from proposal.check.rules.config import without_suppressed  # noqa: PLC0415 - slow to load
    from proposal.project import load  # noqa: PLC0415 - slow to load

    project = report.project or load(root)
    return without_suppressed(report.diagnostics, project.data)


def _show_verdict(found: Verdict, console: Console) -> None:
    """What `check` says of what was made, in short."""
    console.print()
    print_summary(found, console)
    wrong = errors_in(found.diagnostics)
    if wrong:
        console.print()
        print_diagnostics(wrong, console)
        print_uncompared(found, console)
        raise SystemExit(1)
    if found.diagnostics:
        console.print(as_typed("To see what was found, type `proposal check`."), markup=False)
