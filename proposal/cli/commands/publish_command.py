"""`proposal publish`: put the finished website where the world can read it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError
from rich.console import Console

from proposal.build.request import Request
from proposal.build.up_to_date import report_if_up_to_date
from proposal.check.cached_verdict import CachedVerdict
from proposal.cli import ending
from proposal.cli.building import built
from proposal.cli.printing import print_diagnostics
from proposal.cli.progress import BuildProgress
from proposal.cli.publish_plan import counted_plan, print_plan
from proposal.cli.session import Session
from proposal.diagnostics import MachineError, ProposalError, errors_in
from proposal.model.records.publish_record import PublishRecord
from proposal.model.records.workshop import Workshop
from proposal.model.refused_value import said_of_refused
from proposal.project import Project, load
from proposal.publishing.built_site import BuiltSite, built_site
from proposal.publishing.open_target import OpenTarget, open_target
from proposal.publishing.publish_target import MovedError, PublishTarget
from proposal.publishing.publishing_plan import PublishPlan, planned

_TRIES = 4
"""How often one looks again, if somebody else publishes at the same time."""


class NoPlaceError(ProposalError):
    """Nobody has said where to publish."""

    exit_code = 2


class PublishOptions(Struct, frozen=True):
    """How the user wants to publish."""

    is_dry: bool
    is_agreed: bool
    """Whether what is shown need not be asked for."""
    overwrites: bool
    """Whether files that this program did not write are overwritten."""


def publish(
    context: typer.Context,
    branch: Annotated[
        str | None,
        typer.Option("--branch", metavar="NAME", help="Publish to a git branch, as gh-pages."),
    ] = None,
    remote: Annotated[
        str | None,
        typer.Option("--remote", metavar="R", help="The branch's repository; origin if none."),
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="FOLDER", help="Publish into a folder.")
    ] = None,
    rsync: Annotated[
        str | None,
        typer.Option("--rsync", metavar="USER@HOST:PATH", help="Publish to a server, over ssh."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Build, show what would be done, and publish nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")] = False,
    overwrite: Annotated[
        bool,
        typer.Option("--overwrite", help="Overwrite files that this program did not write."),
    ] = False,
    despite_errors: Annotated[
        bool,
        typer.Option("--despite-errors", help="Publish although `proposal check` finds errors."),
    ] = False,
) -> None:
    """Put the website of all editions on the web: a branch, a folder or a server."""
    session: Session = context.obj
    root = session.root()
    project = load(root)
    workshop = project.data.workshop
    typed = {"branch": branch, "remote": remote, "to": to, "rsync": rsync}
    place = _typed_place(typed)
    if place is None:
        _expect_readable(project, session.console)
        place = _place_in_data(workshop)
    start = root if to is None else Path.cwd()
    options = PublishOptions(dry_run, yes, overwrite)
    url = workshop.url if workshop else None
    with open_target(root, place, start, url) as opened:
        _build(root, session.console, despite_errors=despite_errors)
        _publish(opened, built_site(root, opened.added), options, session.console)


def _typed_place(typed: dict[str, str | None]) -> PublishRecord | None:
    """Where the command line says to publish; nothing if it does not.

    Raises:
        typer.BadParameter: what it says is wrong.
    """
    said = {key: value for key, value in typed.items() if value is not None}
    if not said:
        return None
    try:
        return PublishRecord.model_validate(said)
    except ValidationError as reason:
        place = reason.errors()[0]["loc"]
        option = f"--{place[0]}" if place else None
        raise typer.BadParameter(said_of_refused(reason), param_hint=option) from None


def _expect_readable(project: Project, console: Console) -> None:
    """Show the errors of the data, where a place may be written that cannot be read.

    Raises:
        typer.Exit: there are some.
    """
    if wrong := errors_in(project.diagnostics):
        print_diagnostics(wrong, console)
        console.print("\nNothing was published.")
        raise typer.Exit(1)


def _place_in_data(workshop: Workshop | None) -> PublishRecord:
    """Where the data say to publish.

    Raises:
        NoPlaceError: they do not.
    """
    if workshop is not None and workshop.publish is not None:
        return workshop.publish
    raise NoPlaceError(
        "where to publish is not said. Type `proposal publish` with one of\n"
        "  --branch gh-pages        a branch of this folder's git repository\n"
        "  --to FOLDER              a folder of this machine\n"
        "  --rsync USER@HOST:PATH   a folder on a server that you reach by ssh\n"
        "or write it into data/workshop.yaml, as `publish: {branch: gh-pages}`"
    )


def _build(root: Path, console: Console, *, despite_errors: bool) -> None:
    """Make what is out of date, and check all of it.

    Raises:
        typer.Exit: something is wrong.
    """
    request = Request(root, every_edition=True)
    cached = CachedVerdict(request)
    with BuildProgress(console) as progress:
        report = report_if_up_to_date(request, progress.show) or built(
            request, progress.show, cached
        )
    if not report.is_good:
        print_diagnostics(errors_in(report.diagnostics), console)
        console.print("\nNothing was published.")
        raise typer.Exit(MachineError.exit_code if report.lacks_fonts_only else 1)
    wrong = errors_in(cached.verdict(report).diagnostics)
    console.print()
    if not wrong:
        return
    print_diagnostics(wrong, console)
    if despite_errors:
        console.print("They are published all the same, as you asked for.\n")
        return
    console.print(
        "\nNothing was published. Mend them first; --despite-errors publishes all the same."
    )
    raise typer.Exit(1)


def _publish(
    opened: OpenTarget, site: BuiltSite, options: PublishOptions, console: Console
) -> None:
    """Look, show, ask, and publish; again, if somebody else has published meanwhile.

    Raises:
        typer.Exit: nothing was published.
        PublishError: it could not be, or not all of it.
    """
    agreed: PublishPlan | None = None
    for tries in range(_TRIES):
        site, plan = _look(opened.target, site, console)
        if plan.is_empty:
            console.print(f"Everything is there already: {opened.target.name}", markup=False)
            return
        if agreed is None or not set(plan.foreign) <= set(agreed.foreign):
            print_plan(plan, opened.target.name, console, is_whole=options.is_dry)
            if options.is_dry:
                return
            _expect_agreement(plan, options, console)
            agreed = plan
        try:
            opened.target.carry_out(plan, site)
        except MovedError as reason:
            if tries == _TRIES - 1:
                raise
            console.print(f"{reason}; looking again.", markup=False)
            continue
        console.print(f"✓ published to {opened.target.name}: {counted_plan(plan)}", markup=False)
        for note in opened.target.notes:
            console.print(note, markup=False)
        return


def _look(
    target: PublishTarget, site: BuiltSite, console: Console
) -> tuple[BuiltSite, PublishPlan]:
    """What is to be published, and what that will do."""
    there = target.look(site.all_digests, site)
    if there.is_broken_off:
        console.print("The last publishing there did not come to its end; this one completes it.")
    plan = planned(site.all_digests, there)
    theirs = [name for name in plan.foreign if name in site.added]
    if theirs:
        # What its host wants to find there, somebody has written already.
        others = {name: site.added[name] for name in site.added if name not in theirs}
        site = replace(site, added=others)
        plan = planned(site.all_digests, there)
    return site, plan


def _expect_agreement(plan: PublishPlan, options: PublishOptions, console: Console) -> None:
    """Ask whether to publish what was shown, as far as that has to be asked.

    Raises:
        typer.Exit: it is not to be published.
    """
    if plan.blocked:
        console.print("\nNothing was published. Remove or rename what stands in the way.")
        raise typer.Exit(1)
    is_asked = sys.stdin is not None and sys.stdin.isatty() and not options.is_agreed
    if not is_asked and not options.is_agreed:
        console.print("\nNothing was published: nobody is here to be asked. Add --yes to publish.")
        raise typer.Exit(2)
    with ending.at_once():
        if plan.foreign and not options.overwrites and is_asked:
            count = f"{len(plan.foreign)} file{'s' if len(plan.foreign) > 1 else ''}"
            if not typer.confirm(f"Overwrite {count} that this program did not write?"):
                _stop(console)
        elif plan.foreign and not options.overwrites:
            console.print(
                "\nNothing was published, since files that this program did not write would be "
                "overwritten. Rename them there, or add --overwrite."
            )
            raise typer.Exit(1)
        if is_asked and not typer.confirm("Publish this?"):
            _stop(console)


def _stop(console: Console) -> None:
    console.print("Nothing was published.")
    raise typer.Exit(1)
