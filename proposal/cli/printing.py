"""Prints diagnostics: file, line and column, the line itself, a caret, and a hint."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from proposal.diagnostics import Diagnostic, Severity, Span, in_order, seen_from
from proposal.masking import masked
from proposal.source.excerpt import excerpt
from proposal.source.file import is_forbidden_in_name
from proposal.typed_commands import as_typed

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}


def print_diagnostics(diagnostics: Iterable[Diagnostic], console: Console) -> None:
    """Print diagnostics in the order of their files and lines, and then how many there are."""
    ordered = in_order(diagnostics)
    for diagnostic in ordered:
        for line in _lines(diagnostic):
            console.print(line, soft_wrap=True)
        console.print()
    if ordered:
        console.print(_summary(ordered))


def _lines(diagnostic: Diagnostic) -> list[Text]:
    style = _STYLES[diagnostic.severity]
    head = Text()
    if diagnostic.span is not None:
        span = diagnostic.span
        head.append(f"{shown_file(span.file)}:{span.line}:{span.column}: ", "bold")
    head.append(f"{diagnostic.severity}: ", style)
    head.append(as_typed(diagnostic.message))
    head.append(f" [{diagnostic.code}]", "dim")
    lines = [head, *(_excerpt(diagnostic.span, style) if diagnostic.span else [])]
    if diagnostic.hint:
        margin = " " * len(str(diagnostic.span.line)) if diagnostic.span else ""
        lines.append(
            Text.assemble((f"  {margin} = ", "dim"), ("hint: ", "bold"), as_typed(diagnostic.hint))
        )
    return lines


def _excerpt(span: Span, style: str) -> list[Text]:
    """The line, cut to what fits, and a caret under the place."""
    shown = excerpt(span)
    if shown is None:
        return []
    margin = " " * len(str(span.line))
    return [
        Text.assemble((f"  {span.line} | ", "dim"), masked(shown.line)),
        Text.assemble(
            (f"  {margin} | ", "dim"),
            " " * cell_len(shown.before),
            ("^" * max(cell_len(shown.marked), 1), style),
        ),
    ]


def shown_file(file: Path) -> str:
    """The file as somebody in this folder would type it."""
    return printable_name(str(seen_from(Path.cwd(), file)))


def printable_name(name: str) -> str:
    """A file's name with escapes for bytes that are no UTF-8 and for what cannot be printed."""
    if name.isprintable():
        return name
    return "".join(_as_bytes(letter) if is_forbidden_in_name(letter) else letter for letter in name)


def _as_bytes(character: str) -> str:
    raw = character.encode("utf-8", "surrogateescape")
    return "".join(f"\\x{byte:02x}" for byte in raw)


def _summary(diagnostics: list[Diagnostic]) -> Text:
    counts = []
    for severity in Severity:
        count = sum(diagnostic.severity is severity for diagnostic in diagnostics)
        if count:
            counts.append(f"{count} {severity}{'s' if count > 1 else ''}")
    return Text(", ".join(counts), "bold")


def github_annotation(diagnostic: Diagnostic) -> str:
    """A diagnostic as a line that GitHub shows beside the file (workflow commands)."""
    kind = "notice" if diagnostic.severity is Severity.NOTE else str(diagnostic.severity)
    properties = {"title": diagnostic.code}
    if diagnostic.span is not None:
        span = diagnostic.span
        properties |= {
            "file": shown_file(span.file),
            "line": str(span.line),
            "col": str(span.column),
            "endColumn": str(span.end_column),
        }
    listed = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in properties.items())
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    return f"::{kind} {listed}::{_escaped(as_typed(diagnostic.message + hint))}"


def _escaped(text: str, more: str = "") -> str:
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text
