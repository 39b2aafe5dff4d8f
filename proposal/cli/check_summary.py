"""Shows a verdict on one screen: a line for the data, and one for each group of artefacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from proposal.check.facts.inspection import ACCESSIBLE, ArtefactKind, Inspection
from proposal.check.verdict import Verdict
from proposal.diagnostics import Diagnostic, Severity, counted, has_errors
from proposal.edition.wording import joined

_GROUPS: tuple[tuple[str, frozenset[ArtefactKind]], ...] = (
    ("proposal.pdf", frozenset({ArtefactKind.PROPOSAL})),
    ("camera-ready.pdf", frozenset({ArtefactKind.CAMERA_READY})),
    ("accessible PDFs", ACCESSIBLE),
    ("website", frozenset({ArtefactKind.PAGE, ArtefactKind.CALL_PAGE, ArtefactKind.PAPER_PAGES})),
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


class _Line(Struct, frozen=True):
    name: str
    text: str
    diagnostics: Sequence[Diagnostic] | None
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


def print_uncompared(verdict: Verdict, console: Console) -> None:
    """Print that finished files were not looked at, if errors in the data are the reason."""
    if not verdict.editions and has_errors(verdict.data):
        sentence = "No finished file was compared with the data, which have errors."
        console.print(Text(sentence, "bold"), soft_wrap=True)


def _lines(verdict: Verdict) -> Iterator[_Line]:
    nothing = f"{verdict.rules} rules found nothing"
    yield _Line("data", "" if verdict.data else nothing, verdict.data)
    inspections = verdict.agreement.inspections
    for edition in verdict.editions:
        of_edition = [found for found in inspections if found.edition_id == edition.id]
        yield _Line(edition.name, edition.place, None)
        if not of_edition:
            yield _Line("artefacts", "not made yet", [])
        for name, artefacts in _GROUPS:
            group = [found for found in of_edition if found.artefact in artefacts]
            if group:
                yield _of_group(name, group, _of_call(verdict, edition.id, name))
    if verdict.agreement.others:
        yield _Line("other files", "", verdict.agreement.others)


def _of_call(verdict: Verdict, edition_id: str, name: str) -> str:
    """How many of the call's demands a document meets; empty if it demands nothing."""
    met = [
        answer.is_met
        for called in verdict.calls
        for answer in called.answers
        if called.edition_id == edition_id and f"{answer.document}.pdf" == name
    ]
    return f"{sum(met)}/{counted(len(met), 'demand')}" if met else ""


def _of_group(name: str, group: Sequence[Inspection], call: str) -> _Line:
    """One line for artefacts that people see as one."""
    if all(inspection.is_new for inspection in group):
        return _Line(name, "not made yet", group[0].diagnostics, is_new=True)
    parts = []
    pages = sum(inspection.pages or 0 for inspection in group)
    diagnostics = [found for inspection in group for found in inspection.diagnostics]
    if pages:
        parts.append(counted(pages, "page"))
    stated = sum(inspection.stated for inspection in group)
    agreeing = sum(inspection.agreeing for inspection in group)
    if stated:
        agreed = f"{agreeing} of {stated} facts agree" if agreeing < stated else None
        parts.append(agreed or f"{counted(stated, 'fact')} agree")
    if tags := next((inspection.tags for inspection in group if inspection.tags), ""):
        parts.append(f"tagged ({tags})")
    if pages and not diagnostics:
        is_tagged = any(inspection.artefact in ACCESSIBLE for inspection in group)
        parts.append("tagged for screen readers" if is_tagged else "fit for production")
    if call:
        parts.append(call)
    return _Line(name, ", ".join(parts), diagnostics)


def _shown(line: _Line, width: int) -> Text:
    name = line.name.ljust(width)
    if line.diagnostics is None:
        return Text.assemble("  ", (name, "bold"), "  ", (line.text, "dim"))
    worst = _worst(line.diagnostics)
    parts = [line.text, "" if line.is_new else counts(line.diagnostics)]
    return Text.assemble(
        _SIGNS[worst] if worst else _GOOD,
        f" {name}  ",
        "; ".join(filter(None, parts)),
    )


def _worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    found = {diagnostic.severity for diagnostic in diagnostics}
    return next((severity for severity in Severity if severity in found), None)


def counts(diagnostics: Iterable[Diagnostic]) -> str:
    """How many errors, warnings and notes there are: "2 errors, 1 note"."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    return ", ".join(
        counted(severities.count(severity), severity)
        for severity in Severity
        if severity in severities
    )


def _sentence(verdict: Verdict) -> Text:
    agreement = verdict.agreement
    edition_ids = joined([edition.id for edition in verdict.editions])
    sentence = counts(verdict.diagnostics) or f"Nothing is wrong with {edition_ids}"
    if agreement.stated:
        agreed = f"{agreement.agreeing} of " if agreement.agreeing < agreement.stated else "all "
        checked = [found for found in agreement.inspections if not found.is_new]
        made = counted(len(checked), "artefact")
        sentence += (
            f"; {agreed}{agreement.stated} statements of facts in {made} agree with the data"
        )
    return Text(f"{sentence}.", "bold")
