"""Runs all rules on some editions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from proposal.check.calls.call_rules import CALL
from proposal.check.rules.concept_rules import CONCEPTS
from proposal.check.rules.config import apart, faults_of_rules, governed
from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.deadline_rules import DATES
from proposal.check.rules.frozen_rules import FROZEN
from proposal.check.rules.host_rules import HOST
from proposal.check.rules.institution_rules import INSTITUTIONS
from proposal.check.rules.link_rules import LINKS
from proposal.check.rules.open_points import OPEN_POINTS
from proposal.check.rules.participant_rules import PROGRAMME
from proposal.check.rules.people_rules import PEOPLE
from proposal.check.rules.prose_rules import TEXTS
from proposal.check.rules.rights_rules import RIGHTS
from proposal.check.rules.role_rules import ROLES
from proposal.check.rules.schedule_rules import SCHEDULE
from proposal.check.rules.series_rules import SERIES
from proposal.check.rules.text_rules import WORDING
from proposal.check.rules.title_rules import TITLES
from proposal.check.rules.unused_rules import UNUSED
from proposal.diagnostics import Diagnostic, has_errors
from proposal.edition.resolve import resolve
from proposal.model.folder import Folder

RULES: tuple[Rule, ...] = (
    *PEOPLE,
    *TEXTS,
    *FROZEN,
    *SCHEDULE,
    *PROGRAMME,
    *DATES,
    *HOST,
    *SERIES,
    *RIGHTS,
    *CONCEPTS,
    *WORDING,
    *TITLES,
    *UNUSED,
    *LINKS,
    *INSTITUTIONS,
    *ROLES,
)
"""The rules that hold for every edition."""


def check(folder: Folder, years: Iterable[int], today: dt.date | None = None) -> list[Diagnostic]:
    """What is wrong with the data of some editions, unfinished or unlikely, without repetition.

    Rules look at editions whose data hold no errors; what is built on errors would be told
    twice, or wrongly. A warning that was found while the data were read leaves them good, so it
    stops no rule and is governed as the findings of rules are.

    Args:
        folder: the data.
        years: the editions.
        today: the day or the moment at which one looks, on which it depends what is still to
            come; the present moment by default.
    """
    faults = list(folder.faults)
    found = list(faults_of_rules(folder))
    sound = []
    for year in years:
        subject, unresolved = subject_of(folder, year, today)
        faults += unresolved
        if not has_errors([*folder.faults, *unresolved]):
            rules = (*RULES, *OPEN_POINTS, *CALL) if subject.is_open else RULES
            found += _found(rules, subject)
            sound.append(year)
    errors, warnings = apart(faults)
    return list(dict.fromkeys([*errors, *governed([*warnings, *found], folder, sound)]))


def subject_of(
    folder: Folder, year: int, today: dt.date | None = None
) -> tuple[Subject, list[Diagnostic]]:
    """What rules look at for one edition, and what of it could not be resolved.

    Args:
        folder: the data.
        year: the edition.
        today: the day or the moment at which one looks; the present moment by default.
    """
    resolved = resolve(folder, year)
    now = today or dt.datetime.now(dt.UTC)
    at_venue, moment = now, None
    if isinstance(now, dt.datetime):
        at_venue, moment = now.astimezone(resolved.edition.venue.zone).date(), now
    subject = Subject(folder, folder.editions[year], resolved.edition, at_venue, moment)
    return subject, resolved.faults


def open_points(folder: Folder, year: int) -> list[Diagnostic]:
    """What is left to fill in for one edition, and what its texts quote that is not known yet."""
    subject, _ = subject_of(folder, year)
    return list(dict.fromkeys(_found((*OPEN_POINTS, *CALL, *TEXTS), subject)))


def _found(rules: Iterable[Rule], subject: Subject) -> list[Diagnostic]:
    return [found for rule in rules for found in rule(subject)]
