"""Looks up what the calls of some editions demand, in the data and in the PDFs that were built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proposal.check.calls.answers import demands_of
from proposal.check.calls.call_result import COUNTED, PAGES, PART, Called
from proposal.check.rules.context import Subject
from proposal.diagnostics import Diagnostic, counted, warning
from proposal.edition.host_call import Asked
from proposal.edition.wording import joined
from proposal.typed_commands import BUILD


def check_calls(subjects: Iterable[Subject]) -> list[Called]:
    """The answers of all documents of which a call demands something.

    Args:
        subjects: the editions, whose data have no errors.
    """
    found = []
    for subject in subjects:
        answers = demands_of(subject, built_pdfs(subject))
        for document, asked in subject.asked.items():
            own = [answer for answer in answers if answer.document == document]
            if own:
                acceptance = subject.edition.venue.call.on_acceptance
                found.append(
                    Called(
                        edition_id=subject.edition.id,
                        document=document,
                        source=asked.source,
                        is_own=asked.is_own,
                        partial=asked.partial,
                        form=_form(asked),
                        on_acceptance=acceptance if document == "proposal" else (),
                        answers=own,
                    )
                )
    return found


def _form(asked: Asked) -> tuple[str, ...]:
    demands = asked.demands
    form = [str(rule) for rule in (demands.format, demands.file) if rule]
    if demands.pages:
        form.append(f"at most {counted(demands.pages, 'page')}")
    if demands.words:
        form.append(f"at most {counted(demands.words, 'word')}")
    form += [f"at most {counted(part.pages, 'page')} for {part.name}" for part in demands.parts]
    if demands.references_count is not None:
        form.append(f"references {'count' if demands.references_count else 'do not count'}")
    return tuple(form)


def built_pdfs(subject: Subject) -> dict[str, bytes]:
    """The PDFs of an edition that were built, by document."""
    folder = subject.folder.root / "build" / subject.edition.id
    files = {name: folder / f"{name}.pdf" for name in subject.edition.documents}
    return {name: file.read_bytes() for name, file in files.items() if file.is_file()}


def unproved(called: Called) -> Iterator[Diagnostic]:
    """What the data answer, and a finished PDF of the same data does not hold."""
    lost = [
        f"“{answer.label}”"
        for answer in called.answers
        if answer.is_unproved and answer.demand not in COUNTED
    ]
    if lost:
        file = f"build/{called.edition_id}/{called.document}.pdf"
        message = f"{file} does not hold what answers {joined(lost)}"
        yield warning("unproved-demand", message, None, BUILD)


def over_limits(called: Called) -> Iterator[Diagnostic]:
    """What is longer in a finished PDF than the call allows."""
    for answer in called.answers:
        # Of pages that all count, a check of the PDF itself tells.
        is_reported = answer.demand == PAGES and answer.says is None
        if answer.demand in COUNTED and not answer.is_met and not is_reported:
            limit = f"{answer.label}, {answer.says}" if answer.demand == PART else answer.label
            message = f"{answer.source} says “{limit}”: {answer.missing}"
            yield warning("over-limit", message, answer.span, answer.hint)
