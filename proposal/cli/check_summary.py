"""Shows a verdict on one screen: a line for the data, and one for each group of artefacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from proposal.check.facts.inspection import ArtefactKind, Inspection
from proposal.check.verdict import Verdict
from proposal.diagnostics import Diagnostic, Severity
from proposal.edition.wording import joined

_GROUPS: tuple[tuple[str, frozenset[ArtefactKind]], ...] = (
    ("proposal.pdf", frozenset({ArtefactKind.PROPOSAL})),
    ("camera-ready.pdf", frozenset({ArtefactKind.CAMERA_READY})),
    ("website", frozenset({ArtefactKind.PAGE, ArtefactKind.CALL_PAGE})),
    ("Jekyll pages", frozenset({ArtefactKind.JEKYLL})),
    ("call for papers", frozenset({ArtefactKind.CFP_TEXT, ArtefactKind.CFP_MARKDOWN})),
    ("calendars", frozenset({ArtefactKind.SCHEDULE, ArtefactKind.DATES})),
)
"""What has a line of its own."""

_SIGNS = {
    Severity.ERROR: ("✗", "bold red"),
    Severity.WARNING: ("!", "bold yellow"),
    Severity.NOTE: ("·", "bold cyan"),
}
_GOOD = ("✓", "bold green")


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    told: str
    findings: Sequence[Diagnostic] | None
    """What is wrong; nothing at all for the name of an edition."""
    is_new: bool = False
    """Whether what it is about was never made, which is all that there is to say."""


def print_summary(verdict: Verdict, console: Console) -> None:
    """Print what was looked at and how it stands, and at the end the verdict in a sentence."""
    if not verdict.editions:
        return
    lines = list(_lines(verdict))
    width = max(cell_len(line.name) for line in lines)
    for line in lines:
        console.print(_shown(line, width), soft_wrap=True)
    console.print()
    console.print(_sentence(verdict), soft_wrap=True)


def _lines(verdict: Verdict) -> Iterator[_Line]:
    nothing = f"{verdict.rules} rules found nothing"
    yield _Line("data", "" if verdict.data else nothing, verdict.data)
    inspections = verdict.agreement.inspections
    for edition in verdict.editions:
        of_edition = [each for each in inspections if each.year == edition.year]
        yield _Line(edition.name, edition.place, None)
        if not of_edition:
            yield _Line("artefacts", "not made yet", [])
        for name, artefacts in _GROUPS:
            group = [each for each in of_edition if each.artefact in artefacts]
            if group:
                yield _of_group(name, group, _of_call(verdict, edition.year, name))
    if verdict.agreement.others:
        yield _Line("other files", "", verdict.agreement.others)


def _of_call(verdict: Verdict, year: int, name: str) -> str:
    """How many of the call's demands a document meets; empty if it demands nothing."""
    met = [
        answer.is_met
        for called in verdict.calls
        for answer in called.answers
        if called.year == year and f"{answer.document}.pdf" == name
    ]
    return f"{sum(met)}/{counted(len(met), 'demand')}" if met else ""


def _of_group(name: str, group: Sequence[Inspection], call: str) -> _Line:
    """One line for artefacts that people see as one."""
    if all(each.is_new for each in group):
        return _Line(name, "not made yet", group[0].findings, is_new=True)
    told = []
    pages = sum(each.pages or 0 for each in group)
    findings = [found for each in group for found in each.findings]
    if pages:
        told.append(counted(pages, "page"))
    stated = sum(each.stated for each in group)
    agreeing = sum(each.agreeing for each in group)
    if stated:
        agreed = f"{agreeing} of {stated} facts agree" if agreeing < stated else None
        told.append(agreed or f"{counted(stated, 'fact')} agree")
    if pages and not findings:
        told.append("fit for production")
    if call:
        told.append(call)
    return _Line(name, ", ".join(told), findings)


def _shown(line: _Line, width: int) -> Text:
    name = line.name.ljust(width)
    if line.findings is None:
        return Text.assemble("  ", (name, "bold"), "  ", (line.told, "dim"))
    worst = _worst(line.findings)
    told = [line.told, "" if line.is_new else counts(line.findings)]
    return Text.assemble(
        _SIGNS[worst] if worst else _GOOD,
        f" {name}  ",
        "; ".join(each for each in told if each),
    )


def _worst(findings: Iterable[Diagnostic]) -> Severity | None:
    found = {each.severity for each in findings}
    return next((severity for severity in Severity if severity in found), None)


def counts(findings: Iterable[Diagnostic]) -> str:
    """How many errors, warnings and notes there are: "2 errors, 1 note"."""
    severities = [each.severity for each in findings]
    return ", ".join(
        counted(severities.count(severity), severity)
        for severity in Severity
        if severity in severities
    )


def counted(count: int, noun: str) -> str:
    """A number with its noun: "1 page", "3 pages"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _sentence(verdict: Verdict) -> Text:
    agreement = verdict.agreement
    years = joined([str(each.year) for each in verdict.editions])
    told = counts(verdict.findings) or f"Nothing is wrong with {years}"
    if agreement.stated:
        agreed = f"{agreement.agreeing} of " if agreement.agreeing < agreement.stated else "all "
        looked_at = [each for each in agreement.inspections if not each.is_new]
        made = counted(len(looked_at), "artefact")
        told += f"; {agreed}{agreement.stated} statements of facts in {made} agree with the data"
    return Text(f"{told}.", "bold")
