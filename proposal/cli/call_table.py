"""Prints what the host conference's call demands, and where each demand is met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from proposal.check.calls.call_result import CallAnswer, Called
from proposal.typed_commands import as_typed

WIDTH = 80
"""Columns of a terminal that nobody has made larger."""


def print_calls(calls: Sequence[Called], console: Console) -> None:
    """Print a table for each document of an edition; of several editions, nothing."""
    if len({called.edition_id for called in calls}) != 1:
        return
    for called in calls:
        console.print()
        console.print(_heading(called), soft_wrap=False)
        console.print(_table(called.answers), soft_wrap=False, width=min(console.width, WIDTH))
        for line in _summary_lines(called):
            console.print(Text(line, "dim"), soft_wrap=False)


def _heading(called: Called) -> Text:
    rows = called.answers
    met, is_built = sum(row.is_met for row in rows), rows[0].is_built
    text = f"all {met}" if met == len(rows) else f"{met} of {len(rows)}"
    what = f"{text} are met" if is_built else f"{text} are answered, and no PDF is built yet"
    title = f"What {called.source} demands of the {called.document} of {called.edition_id}"
    return Text.assemble((title, "bold"), f": {what}")


def _table(rows: Sequence[CallAnswer]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1), expand=True, header_style="dim")
    table.add_column("", width=1, no_wrap=True)
    table.add_column("demand", no_wrap=True)
    table.add_column("met by", ratio=1, overflow="fold")
    table.add_column("page", justify="right", no_wrap=True)
    for row in rows:
        table.add_row(_sign(row), escape(row.label), _by(row), _page(row))
    return table


def _sign(row: CallAnswer) -> Text:
    if row.is_proved:
        return Text("✓", "bold green")
    return Text("○", "bold yellow") if row.is_met else Text("✗", "bold red")


def _by(row: CallAnswer) -> Text:
    if not row.is_met:
        text = Text(_sentence(row.missing), "red")
        return text.append(f"\n→ {as_typed(row.hint)}", "default") if row.hint else text
    if row.is_section:
        return Text(f"“{row.by}”")
    place = f" ({row.span.file.name}:{row.span.line})" if row.span and row.page else ""
    return Text.assemble(row.by, (place, "dim"))


def _page(row: CallAnswer) -> str:
    if row.is_met and not row.is_built:
        return "not built"
    return str(row.page) if row.page else ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _summary_lines(called: Called) -> Iterator[str]:
    """What has to be known of the list itself."""
    if called.form:
        yield f"Format: {', '.join(called.form)}."
    if not called.is_own:
        yield "This is the latest call that is known; compare it with this year's."
    if called.partial:
        yield "Only a part of the call is known; it may ask for more."
    if called.on_acceptance:
        asked = "; ".join(demand[:1].lower() + demand[1:] for demand in called.on_acceptance)
        yield f"On acceptance: {asked}."
