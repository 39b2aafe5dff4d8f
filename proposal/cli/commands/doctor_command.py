"""`proposal doctor`: what this machine lacks, and how to get it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from proposal.build.missing_fonts import groups_of_fonts
from proposal.check.verapdf_program import HOME, verapdf
from proposal.cli.session import Session
from proposal.diagnostics import ProposalError
from proposal.doctor import (
    FONT_GROUPS,
    LANGUAGE_GROUPS,
    Examination,
    ExaminedPart,
    Failure,
    Group,
    Host,
    Order,
    Progress,
    elsewhere,
    examine,
    install,
    orders,
    short_listing,
    this_host,
    versions,
)
from proposal.tex.confinement import UNCONFINED, landlock_version
from proposal.zone_data import ZONE_DATA

MACHINE_LACKS_SOMETHING = 3
VERAPDF_ADDS = (
    f"With it ({HOME}), `proposal check` and `proposal audit --preflight` prove PDFs that claim "
    "PDF/UA"
)
QUIET_TIME = 20.0
"""Seconds between two signs of life where lines cannot be overwritten, as in a log."""


def doctor(
    context: typer.Context,
    install: Annotated[
        bool, typer.Option("--install", help="Install what is missing, if this account may.")
    ] = False,
    bundles: Annotated[
        bool, typer.Option("--bundles", help="Look for what `bundle` needs, too.")
    ] = False,
    tests: Annotated[
        bool, typer.Option("--tests", help="Look for what the test suite needs, too.")
    ] = False,
) -> None:
    """Say what this machine lacks to make the documents, and how to get it."""
    fonts = FONT_GROUPS | LANGUAGE_GROUPS if tests else _fonts_for(context.obj)
    groups = [Group.DOCUMENTS, Group.SCRIPTS, *sorted(fonts)]
    if bundles or tests:
        groups.append(Group.BUNDLES)
    if tests:
        groups.append(Group.TESTS)
    code = (mend if install else report)(groups, this_host(), Console(highlight=False))
    if code:
        raise typer.Exit(code)


def _fonts_for(session: Session | None) -> frozenset[Group]:
    """The fonts that the data need, if there are data here."""
    try:
        return groups_of_fonts(session.root()) if session else frozenset()
    except ProposalError:
        return frozenset()


def report(groups: Sequence[Group], host: Host, console: Console) -> int:
    """Show every part of some groups, and what to type for the missing ones.

    Returns:
        The exit code: 0, or 3 if the machine lacks something.
    """
    examination = examine(groups, host)
    _show(_rows(examination, host), console)
    zones = f"Time zones: release {ZONE_DATA.release}, {ZONE_DATA.origin}."
    console.print(zones, soft_wrap=True, markup=False)
    landlock = landlock_version()
    templates = (
        f"Linux keeps TeX to its own files (Landlock {landlock})" if landlock else UNCONFINED
    )
    console.print(f"Templates: {templates}.", soft_wrap=True, markup=False)
    found = verapdf(host.search_path)
    proof = f"veraPDF: {found}" if found else f"veraPDF (optional): not found. {VERAPDF_ADDS}"
    console.print(f"{proof}.", soft_wrap=True, markup=False)
    if not examination.missing:
        return 0
    _say_how_to_get(examination, host, console)
    return MACHINE_LACKS_SOMETHING


def mend(groups: Sequence[Group], host: Host, console: Console) -> int:
    """Install the missing parts of some groups where that is allowed.

    Returns:
        The exit code: 0 if all is here in the end, or 3 if something is still missing.
    """
    examination = examine(groups, host)
    made, _ = orders((examined.part for examined in examination.missing), host)
    for order in made:
        if order.allowed:
            _carry_out(order, host, console)
    if any(order.allowed for order in made):
        examination = examine(groups, host)
    if examination.missing:
        _say_how_to_get(examination, host, console)
        return MACHINE_LACKS_SOMETHING
    further = [group for group in (Group.TESTS, Group.BUNDLES) if group in groups]
    needing = " and ".join(["documents", *further[:1]])
    console.print(f"Everything that {needing} need is here.")
    return 0


def _carry_out(order: Order, host: Host, console: Console) -> None:
    names = short_listing([part.name for part in order.parts])
    opening = f"Installing {names} with {order.source.name}; this may take some minutes."
    console.print(opening, soft_wrap=True)
    started = time.monotonic()
    failure = _watch(install(order, host), console)
    if failure:
        console.print(f"{order.source.name} could not do it. The end of what it said:")
        for line in failure.tail:
            console.print(f"    {line}", soft_wrap=True, markup=False)
    else:
        console.print(f"Installed in {time.monotonic() - started:.0f} seconds.")


def _watch(events: Iterable[Progress | Failure], console: Console) -> Failure | None:
    """Show what a package manager does: in one line that changes, or now and then in a log."""
    failure = None
    shown = time.monotonic()
    status = console.status("starting") if console.is_terminal else None
    with status or nullcontext():
        for event in events:
            if isinstance(event, Failure):
                failure = event
            elif status:
                status.update(escape(event.text))
            elif event.notable or time.monotonic() - shown > QUIET_TIME:
                shown = time.monotonic()
                console.print(f"    {event.text}", soft_wrap=True, markup=False)
    return failure


def _say_how_to_get(examination: Examination, host: Host, console: Console) -> None:
    parts = [examined.part for examined in examination.missing]
    made, homeless = orders(parts, host)
    console.print(
        f"\nThis machine lacks {short_listing([part.name for part in parts])}.", soft_wrap=True
    )
    if made:
        console.print("To get what is missing, type:")
    for order in made:
        console.print(f"    {order.typed}", soft_wrap=True, markup=False)
    for way in elsewhere(homeless):
        console.print(f"{way[0].upper()}{way[1:]}.", soft_wrap=True, markup=False)


COLUMNS = ("Part", "Here", "Version or place", "Needed for", "Comes with")


def _rows(examination: Examination, host: Host) -> list[tuple[str, ...]]:
    known = versions(examination, host)
    made, _ = orders((examined.part for examined in examination.missing), host)
    bringing = {
        part.name: f"{order.source.name}: {' '.join(part.packages[order.source.name])}"
        for order in made
        for part in order.parts
    }
    return [
        (
            examined.part.name,
            "found" if examined.complete else "missing",
            known.get(examined.part.name) or _place(examined),
            examined.part.purpose,
            bringing.get(examined.part.name, ""),
        )
        for examined in examination.parts
    ]


def _place(examined: ExaminedPart) -> str:
    if not examined.complete:
        return f"no {short_listing(examined.lacking)}"
    return "/".join(["…", *examined.place.parts[-2:]]) if examined.place else ""


def _show(rows: Sequence[tuple[str, ...]], console: Console) -> None:
    """A table on a terminal; lines of aligned text elsewhere, one a part, for other programs."""
    columns = range(5 if any(row[4] for row in rows) else 4)
    if not console.is_terminal:
        widths = [max(len(row[column]) for row in rows) for column in columns]
        for row in rows:
            cells = (row[column].ljust(widths[column]) for column in columns)
            console.print("  ".join(cells).rstrip(), soft_wrap=True, markup=False)
        return
    table = Table(box=SIMPLE_HEAD)
    for column in columns:
        table.add_column(COLUMNS[column], overflow="fold")
    for row in rows:
        style = "" if row[1] == "found" else "bold red"
        table.add_row(*(escape(row[column]) for column in columns), style=style)
    console.print(table)
