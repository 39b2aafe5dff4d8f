"""How any part of the program says that something is wrong.

A diagnostic is a value: packages return it, `cli` alone prints it and decides the exit
code. Its text is for an organizer: what is wrong in the data's own words, where, and
what to type instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from msgspec import Struct


class Severity(StrEnum):
    """How much a diagnostic matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(Struct, frozen=True, order=True, gc=False):
    """A stretch of one line of a file, counted from 1 as editors do."""

    file: Path
    line: int
    column: int
    end_column: int
    """The column after the last character; equal to `column` for a mere point."""

    @classmethod
    def of_file(cls, file: Path) -> Span:
        """A file as a whole: its beginning."""
        return cls(file, 1, 1, 1)

    @property
    def is_of_file(self) -> bool:
        """Whether it means the file as a whole."""
        return (self.line, self.column, self.end_column) == (1, 1, 1)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def __reduce__(self) -> tuple[type[Span], tuple[Path, int, int, int]]:
        # Thousands of them are kept from run to run, and this is read three times as fast.
        return Span, (self.file, self.line, self.column, self.end_column)


class Diagnostic(Struct, frozen=True):
    """One thing that is wrong: what, where, and what to do about it."""

    severity: Severity
    code: str
    """A stable, hyphenated name of the kind of diagnostic, such as `unknown-key`."""
    message: str
    """One sentence in the user's words, without a full stop at its end."""
    span: Span | None = None
    hint: str | None = None
    """What to type or do instead."""


def error(code: str, message: str, span: Span | None = None, hint: str | None = None) -> Diagnostic:
    """A diagnostic that stops the build."""
    return Diagnostic(Severity.ERROR, code, message, span, hint)


def warning(
    code: str, message: str, span: Span | None = None, hint: str | None = None
) -> Diagnostic:
    """A diagnostic that leaves the build good but should be looked at."""
    return Diagnostic(Severity.WARNING, code, message, span, hint)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the diagnostics stops the build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def errors_in(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those of the diagnostics that stop the build."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics in the order of their files and lines."""
    return sorted(diagnostics, key=_order)


def _order(diagnostic: Diagnostic) -> tuple[str, int, int]:
    span = diagnostic.span
    return (str(span.file), span.line, span.column) if span else ("", 0, 0)


class ProposalError(Exception):
    """The machine or the program failed; the text says what happened and what to do next."""

    exit_code = 1


class MachineError(ProposalError):
    """The machine lacks something that the command needs."""

    exit_code = 3
