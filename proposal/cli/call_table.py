"""Prints what the host conference's call demands, and where each demand is met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from proposal.cli.printing import shown_file
from proposal.edition.call import Asked
from proposal.edition.edition import Edition
from proposal.verify.call.answers import Answer
from proposal.verify.call.look import Called

WIDTH = 80
"""Columns of a terminal that nobody has made larger."""


def print_calls(called: Sequence[Called], console: Console) -> None:
    """Print a table for each document of an edition; of several editions, only how they stand."""
    is_one = len(called) == 1
    for each in called:
        for document, asked in each.edition.venue.call.documents.items():
            rows = [answer for answer in each.answers if answer.document == document]
            if rows:
                console.print(_heading(each.edition, document, asked, rows), soft_wrap=False)
            if rows and is_one:
                _print_table(rows, asked, console)
        if is_one and each.edition.venue.call.on_acceptance:
            console.print(Text(_on_acceptance(each.edition), "dim"), soft_wrap=False)


def _heading(edition: Edition, document: str, asked: Asked, rows: Sequence[Answer]) -> Text:
    met, is_built = sum(each.is_met for each in rows), rows[0].is_built
    told = f"all {met}" if met == len(rows) else f"{met} of {len(rows)}"
    what = f"{told} are met" if is_built else f"{told} are answered, and no PDF is built yet"
    title = f"What {asked.source} demands of the {document} of {edition.year}"
    return Text.assemble((title, "bold"), f": {what}")


def _print_table(rows: Sequence[Answer], asked: Asked, console: Console) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 1), expand=True, header_style="dim")
    table.add_column("", width=1, no_wrap=True)
    table.add_column("demand", no_wrap=True)
    table.add_column("met by", ratio=1, overflow="fold")
    table.add_column("page", justify="right", no_wrap=True)
    for row in rows:
        table.add_row(_sign(row), escape(row.label), _by(row), _page(row))
    console.print(table, soft_wrap=False, width=min(console.width, WIDTH))
    for line in _remarks(asked):
        console.print(Text(line, "dim"), soft_wrap=False)


def _sign(row: Answer) -> Text:
    if row.is_proved:
        return Text("✓", "bold green")
    return Text("○", "bold yellow") if row.is_met else Text("✗", "bold red")


def _by(row: Answer) -> Text:
    if not row.is_met:
        told = Text(_sentence(row.missing), "red")
        return told.append(f"\n→ {row.hint}", "default") if row.hint else told
    if row.is_section:
        return Text(f"“{row.by}”")
    place = f" ({row.span.file.name}:{row.span.line})" if row.span and row.page else ""
    return Text.assemble(row.by, (place, "dim"))


def _page(row: Answer) -> str:
    if row.is_met and not row.is_built:
        return "not built"
    return str(row.page) if row.page else ""


def _on_acceptance(edition: Edition) -> str:
    asks = "; ".join(each[:1].lower() + each[1:] for each in edition.venue.call.on_acceptance)
    return f"On acceptance: {asks}."


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _remarks(asked: Asked) -> Iterator[str]:
    """What has to be known of the list itself."""
    demands = asked.demands
    form = [each for each in (demands.format, demands.file) if each]
    if demands.pages:
        form.append(f"at most {demands.pages} pages")
    if demands.references_count is not None:
        form.append(f"references {'count' if demands.references_count else 'do not count'}")
    if form:
        yield f"Format: {', '.join(form)}."
    if not asked.is_own:
        yield "This is the latest call that is known; compare it with this year's."
    if asked.partial:
        yield "Only a part of the call is known; it may ask for more."


def told_answer(year: int, answer: Answer) -> dict[str, object]:
    """An answer as JSON tells it."""
    span = answer.span
    kind = "section" if answer.is_section else "fact"
    return {
        "edition": year,
        "document": answer.document,
        "demand": answer.demand,
        "call": answer.source,
        "says": answer.says,
        "met": answer.is_met,
        "by": {"kind": kind, "name": answer.by} if answer.by else None,
        "proved": answer.is_proved,
        "page": answer.page,
        "missing": answer.missing or None,
        "hint": answer.hint or None,
        "file": shown_file(span.file) if span else None,
        "line": span.line if span else None,
    }
