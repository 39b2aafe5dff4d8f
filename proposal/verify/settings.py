"""What does the workshop itself say of the rules: how much they matter, and where not at all?"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from proposal.diagnostics import Diagnostic, Severity
from proposal.model.folder import Folder
from proposal.model.validation import nearest
from proposal.verify.allowances import Allowance, allowances_in
from proposal.verify.codes import CODES, finding


def governed(
    found: Iterable[Diagnostic], folder: Folder, years: Collection[int]
) -> list[Diagnostic]:
    """What remains of the rules' findings, as severe as the workshop wants them.

    Args:
        found: what the rules have found.
        folder: the data, of which `workshop.yaml` and comments speak of rules.
        years: the editions that the rules have looked at.
    """
    shared = _shared_files(folder)
    own = [file for year in years for file in folder.editions[year].folder.glob("*.yaml")]
    allowed = [each for file in (*shared, *own) for each in allowances_in(file)]
    by_line = {(each.code, each.span.file, each.span.line) for each in allowed}
    remaining, used = [], set()
    for each in found:
        key = (each.code, each.span.file, each.span.line) if each.span else None
        if key in by_line and each.code in CODES:
            used.add(key)
        else:
            remaining.append(each)
    unused_in = set(own) | (set(shared) if set(years) == set(folder.editions) else set())
    for allowance in allowed:
        place = (allowance.code, allowance.span.file, allowance.span.line)
        is_unused = place not in used and allowance.span.file in unused_in
        remaining += _faults(allowance, is_unused=is_unused)
    return _as_severe(remaining, folder)


def faults_of_rules(folder: Folder) -> Iterator[Diagnostic]:
    """Rules in `workshop.yaml` that do not exist."""
    series = folder.workshop
    for code in series.rules if series else ():
        if series and code not in CODES:
            span = series.place_of_key("rules", code)
            yield finding("unknown-rule", f"there is no rule `{code}`", span, _hint(code))


def _shared_files(folder: Folder) -> list[Path]:
    """The files that no edition has for itself."""
    data = folder.data
    return [data / "workshop.yaml", *data.glob("people/*.yaml"), *data.glob("venues/*.yaml")]


def _faults(allowance: Allowance, *, is_unused: bool) -> Iterator[Diagnostic]:
    """What is wrong with a comment itself."""
    code, span = allowance.code, allowance.span
    if code not in CODES:
        message = f"there is no rule `{code}`" if code else "the comment names no rule"
        yield finding("unknown-rule", message, span, _hint(code))
        return
    if not allowance.reason:
        message = f"`{code}` is allowed without a reason"
        hint = f"say why: # proposal: allow {code} — …"
        yield finding("allowance-without-reason", message, span, hint)
    if is_unused:
        message = f"`{code}` is allowed here, but nothing of the kind is found"
        yield finding("unused-allowance", message, span, "delete the comment")


def _as_severe(found: Iterable[Diagnostic], folder: Folder) -> list[Diagnostic]:
    wanted = folder.workshop.rules if folder.workshop else {}
    remaining = []
    for each in found:
        severity = wanted.get(each.code) if each.code in CODES else None
        if severity is None:
            remaining.append(each)
        elif severity != "off":
            remaining.append(dataclasses.replace(each, severity=Severity(severity)))
    return remaining


def _hint(code: str) -> str:
    guess = nearest(code, list(CODES))
    return f"did you mean `{guess}`?" if guess else "docs/rules.md lists them"
