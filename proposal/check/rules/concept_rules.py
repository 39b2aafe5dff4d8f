"""Rules on concepts of ACM's classification: path and number fit, as far as one can know."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic
from proposal.model.concepts import BRANCHES, path_of
from proposal.model.nearest_word import nearest

_TOOL = "https://dl.acm.org/ccs"


def ccs_branch(subject: Subject) -> Iterator[Diagnostic]:
    """Every path begins with one of the classification's thirteen branches."""
    names = {name.casefold(): name for name in BRANCHES}
    for concept in subject.files.edition.ccs:
        first = path_of(concept.concept)[0]
        if first not in BRANCHES:
            guess = names.get(first.casefold()) or names.get(nearest(first, list(names)) or "")
            message = f"ACM's classification has no branch “{first}”"
            hint = f"did you mean “{guess}”?" if guess else f"look the concept up at {_TOOL}"
            yield diagnostic("ccs-branch", message, concept.place("concept"), hint)


def ccs_id(subject: Subject) -> Iterator[Diagnostic]:
    """ACM reads the numbers, not the words: one that is missing or another's is not found."""
    seen: dict[str, str] = {}
    for concept in subject.files.edition.ccs:
        shown, number = concept.concept, concept.id
        if number is None:
            message = f"the concept “{shown}” has no `id`, without which ACM does not know it"
            hint = f"copy it from the XML that {_TOOL} gives"
            yield diagnostic("ccs-id", message, concept.place("concept"), hint)
            continue
        branch = BRANCHES.get(path_of(shown)[0])
        if branch and number.partition(".")[0] != branch:
            other = next(
                (name for name, prefix in BRANCHES.items() if number.startswith(prefix)), None
            )
            where = f"of “{other}”" if other else "of no branch that is known"
            message = f"the id {number} is {where}, not of “{path_of(shown)[0]}”"
            hint = f"copy path and id again from {_TOOL}"
            yield diagnostic("ccs-id", message, concept.place("id"), hint)
        elif number in seen:
            message = f"“{shown}” has the id of “{seen[number]}”"
            yield diagnostic("ccs-id", message, concept.place("id"), f"look both up at {_TOOL}")
        seen.setdefault(number, shown)


CONCEPTS: tuple[Rule, ...] = (ccs_branch, ccs_id)
