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

RULES: tuple[Rule, ...] = (*PEOPLE, *FROZEN)
"""The rules that hold for every edition."""


def check(folder: Folder, years: Iterable[int]) -> list[Diagnostic]:
    """What is wrong with the data of some editions, unfinished or unlikely."""
    found = list(folder.faults)
    for year in years:
        resolved = resolve(folder, year)
        found += resolved.faults
        if resolved.faults or folder.faults:
            continue  # what is built on faults would be told twice, or wrongly
        subject = Subject(folder, folder.editions[year], resolved.edition)
        found += _found(RULES, subject)
        if folder.workshop is not None and year >= folder.workshop.current:
            found += _found(OPEN_POINTS, subject)  # an edition that is over has none
    return list(dict.fromkeys(found))


def open_points(folder: Folder, year: int) -> list[Diagnostic]:
    """What is left to fill in for one edition."""
    subject = Subject(folder, folder.editions[year], resolve(folder, year).edition)
    return _found(OPEN_POINTS, subject)


def _found(rules: Iterable[Rule], subject: Subject) -> list[Diagnostic]:
    return [found for rule in rules for found in rule(subject)]
