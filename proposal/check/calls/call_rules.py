"""Tells which demands of the host conference's call are not met, as diagnostics of rules."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.calls.answers import demands_of
from proposal.check.calls.call_result import CallAnswer
from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic
from proposal.reading.demand_words import RECOGNITION

_REPORTED_ELSEWHERE = {"emails": "missing-email", "keywords": "keyword-count"}
"""Demands of which a rule of their own tells what is missing, each person at their own file."""


def unmet_demands(subject: Subject) -> Iterator[Diagnostic]:
    """Chairs go through their call line by line, and so does whoever wants to be accepted."""
    for answer in demands_of(subject, {}):
        if not answer.is_met and answer.demand not in _REPORTED_ELSEWHERE and not _is_long(answer):
            message = f"{answer.source} demands “{answer.label}”: {answer.missing}"
            yield diagnostic("unmet-demand", message, answer.span, _hint(answer))


def _is_long(answer: CallAnswer) -> bool:
    """Whether it is an abstract or a biography that is too long, which has a rule of its own."""
    return answer.demand in {"abstract", "biographies"} and "may have" in answer.missing


def _hint(answer: CallAnswer) -> str:
    if answer.demand not in RECOGNITION or not answer.missing.startswith("no section"):
        return answer.hint
    mapping = f"answers: {{{answer.demand}: Its Heading}}"
    return f"{answer.hint}, or add `{mapping}` to the {answer.document} in edition.yaml"


CALL: tuple[Rule, ...] = (unmet_demands,)
