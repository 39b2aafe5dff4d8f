"""Reads what the workshop says of the rules: how much they matter, and where not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from proposal.check.rules.severities import CODES, diagnostic
from proposal.check.rules.suppressions import Suppression, suppressions_in
from proposal.diagnostics import Diagnostic, Severity
from proposal.diagnostics.explanation import can_be_silenced, nearest_codes
from proposal.diagnostics.registry import REGISTRY
from proposal.model.loading.folder import Folder


def with_own_severities(
    found: Iterable[Diagnostic], folder: Folder, edition_ids: Collection[str]
) -> list[Diagnostic]:
    """What remains of the rules' diagnostics, as severe as the workshop wants them.

    Args:
        found: what the rules have found.
        folder: the data, of which `workshop.yaml` and comments speak of rules.
        edition_ids: the editions that the rules have looked at.
    """
    shared, own = _shared_files(folder), _own_files(folder, edition_ids)
    allowed = [suppression for file in (*shared, *own) for suppression in suppressions_in(file)]
    remaining, used = _unallowed(found, allowed)
    unused_in = set(own) | (set(shared) if set(edition_ids) == set(folder.editions) else set())
    for suppression in allowed:
        is_unused = _line_of(suppression) not in used and suppression.span.file in unused_in
        remaining += _diagnostics_of(suppression, is_unused=is_unused)
    return _as_severe(remaining, folder)


def split_errors(diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """What stops a build, which nothing can silence, and what is governed like those of rules."""
    errors: list[Diagnostic] = []
    others: list[Diagnostic] = []
    for given in diagnostics:
        (errors if given.severity is Severity.ERROR else others).append(given)
    return errors, others


def without_suppressed(diagnostics: Iterable[Diagnostic], folder: Folder) -> list[Diagnostic]:
    """What there is to say, without what the workshop allows or switched off.

    Args:
        diagnostics: errors, which stay, warnings and notes, whatever found them.
        folder: the data, of which `workshop.yaml` and comments speak of rules.
    """
    errors, warnings = split_errors(diagnostics)
    if not warnings:
        return errors
    files = [*_shared_files(folder), *_own_files(folder, folder.editions)]
    allowed = [suppression for file in files for suppression in suppressions_in(file)]
    remaining, _ = _unallowed(warnings, allowed)
    return [*errors, *_as_severe(remaining, folder)]


_Line = tuple[str, Path, int]
"""A rule's code, and the line of a file in which it found something or is allowed."""


def _line_of(marked: Diagnostic | Suppression) -> _Line | None:
    return (marked.code, marked.span.file, marked.span.line) if marked.span else None


def _unallowed(
    found: Iterable[Diagnostic], allowed: Iterable[Suppression]
) -> tuple[list[Diagnostic], set[_Line | None]]:
    """The diagnostics that no comment allows, and the lines whose comments allowed one."""
    by_line = {_line_of(suppression) for suppression in allowed}
    remaining: list[Diagnostic] = []
    used: set[_Line | None] = set()
    for candidate in found:
        line = _line_of(candidate)
        if line is not None and line in by_line:
            used.add(line)
        else:
            remaining.append(candidate)
    return remaining, used


def diagnostics_of_settings(folder: Folder) -> Iterator[Diagnostic]:
    """Codes under `rules` in `workshop.yaml` that do not exist, or that nothing silences."""
    series = folder.workshop
    for code in series.rules if series else ():
        if series and not _can_be_silenced(code):
            span = series.place_of_key("rules", code)
            yield diagnostic("unknown-rule", _unknown(code), span, _hint(code))


def _shared_files(folder: Folder) -> list[Path]:
    """The files that no edition has for itself."""
    data = folder.data
    return [data / "workshop.yaml", *data.glob("people/*.yaml"), *data.glob("venues/*.yaml")]


def _own_files(folder: Folder, edition_ids: Iterable[str]) -> list[Path]:
    """The files that some editions have for themselves."""
    return [
        file
        for edition_id in edition_ids
        for file in folder.editions[edition_id].folder.glob("*.yaml")
    ]


def _diagnostics_of(suppression: Suppression, *, is_unused: bool) -> Iterator[Diagnostic]:
    """What is wrong with a comment itself."""
    code, span = suppression.code, suppression.span
    if not _can_be_silenced(code):
        message = _unknown(code) if code else "the comment names no rule"
        yield diagnostic("unknown-rule", message, span, _hint(code))
        return
    if not suppression.reason:
        message = f"`{code}` is allowed without a reason"
        hint = f"say why: # proposal: allow {code} — …"
        yield diagnostic("allowance-without-reason", message, span, hint)
    if is_unused and code in CODES:  # others are found by a build, in what it makes
        message = f"`{code}` is allowed here, but nothing of the kind is found"
        yield diagnostic("unused-allowance", message, span, "delete the comment")


def _as_severe(found: Iterable[Diagnostic], folder: Folder) -> list[Diagnostic]:
    wanted = folder.workshop.rules if folder.workshop else {}
    remaining = []
    for reported in found:
        severity = wanted.get(reported.code)
        if severity is None:
            remaining.append(reported)
        elif severity != "off":
            remaining.append(replace(reported, severity=Severity(severity)))
    return remaining


def _can_be_silenced(code: str) -> bool:
    return code in REGISTRY and can_be_silenced(REGISTRY[code])


def _unknown(code: str) -> str:
    if code in REGISTRY:
        return f"`{code}` is an error, which cannot be switched off"
    return f"there is no rule `{code}`"


def _hint(code: str) -> str:
    if code in REGISTRY:
        return "delete it here, and mend what the error says"
    likely = [other for other in nearest_codes(code) if _can_be_silenced(other)] if code else []
    return f"did you mean `{likely[0]}`?" if likely else "`proposal explain` lists them"
