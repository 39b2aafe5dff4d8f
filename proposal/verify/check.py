"""Runs all rules on some editions."""

from __future__ import annotations

from collections.abc import Iterable

from proposal.diagnostics import Diagnostic
from proposal.edition.resolve import resolve
from proposal.model.folder import Folder
from proposal.verify.frozen import FROZEN
from proposal.verify.open_points import OPEN_POINTS
from proposal.verify.people import PEOPLE
from proposal.verify.subject import Rule, Subject
from proposal.verify.texts import TEXTS

RULES: tuple[Rule, ...] = (*PEOPLE, *TEXTS, *FROZEN)
"""The rules that hold for every edition."""


def check(folder: Folder, years: Iterable[int]) -> list[Diagnostic]:
    """What is wrong with the data of some editions, unfinished or unlikely, without repetition.

    Rules look at editions whose data are well formed; what is built on faults would be told
    twice, or wrongly.
    """
    found = list(folder.faults)
    for year in years:
        resolved = resolve(folder, year)
        found += resolved.faults
        if not folder.faults and not resolved.faults:
            subject = Subject(folder, folder.editions[year], resolved.edition)
            rules = (*RULES, *OPEN_POINTS) if _is_open(folder, year) else RULES
            found += _found(rules, subject)
    return list(dict.fromkeys(found))


def open_points(folder: Folder, year: int) -> list[Diagnostic]:
    """What is left to fill in for one edition, and what its texts quote that is not known yet."""
    subject = Subject(folder, folder.editions[year], resolve(folder, year).edition)
    return list(dict.fromkeys(_found((*OPEN_POINTS, *TEXTS), subject)))


def _is_open(folder: Folder, year: int) -> bool:
    """Whether an edition is the current one or a later one; one that is over has no open points."""
    return folder.workshop is not None and year >= folder.workshop.current


def _found(rules: Iterable[Rule], subject: Subject) -> list[Diagnostic]:
    return [found for rule in rules for found in rule(subject)]
