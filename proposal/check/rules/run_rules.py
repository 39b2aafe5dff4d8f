"""Runs all rules on some editions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from proposal.build.outputs import Outputs
from proposal.check.calls.call_rules import CALL
from proposal.check.calls.form_rules import FORM
from proposal.check.rules.concept_rules import CONCEPTS
from proposal.check.rules.config import diagnostics_of_settings, split_errors, with_own_severities
from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.deadline_rules import DATES
from proposal.check.rules.fee_rules import FEES
from proposal.check.rules.frozen_rules import FROZEN
from proposal.check.rules.host_rules import HOST
from proposal.check.rules.institution_rules import INSTITUTIONS
from proposal.check.rules.link_rules import LINKS
from proposal.check.rules.news_rules import NEWS
from proposal.check.rules.open_points import OPEN_POINTS
from proposal.check.rules.own_file_rules import OWN_FILE_RULES
from proposal.check.rules.participant_rules import PROGRAM
from proposal.check.rules.people_rules import PEOPLE
from proposal.check.rules.photo_rules import PHOTO
from proposal.check.rules.prose_rules import TEXTS
from proposal.check.rules.rights_rules import RIGHTS
from proposal.check.rules.role_rules import ROLES
from proposal.check.rules.schedule_rules import SCHEDULE
from proposal.check.rules.series_rules import SERIES
from proposal.check.rules.status_rules import STATUS
from proposal.check.rules.text_rules import WORDING
from proposal.check.rules.title_rules import TITLES
from proposal.check.rules.unused_rules import UNUSED
from proposal.diagnostics import Diagnostic
from proposal.project import Project

RULES: tuple[Rule, ...] = (
    *PEOPLE,
    *TEXTS,
    *FROZEN,
    *SCHEDULE,
    *PROGRAM,
    *DATES,
    *HOST,
    *SERIES,
    *RIGHTS,
    *CONCEPTS,
    *WORDING,
    *TITLES,
    *UNUSED,
    *OWN_FILE_RULES,
    *LINKS,
    *INSTITUTIONS,
    *ROLES,
    *STATUS,
    *FEES,
    *NEWS,
    *PHOTO,
)
"""The rules that hold for every edition."""


def check_data(
    project: Project, outputs: Outputs, edition_ids: Iterable[str], today: dt.date | None = None
) -> list[Diagnostic]:
    """What is wrong with the data of some editions, unfinished or unlikely, without repetition.

    Rules look at editions whose data hold no errors; what is built on errors would be said twice,
    or wrongly. A warning that was found while the data were read leaves them good, so it stops no
    rule and is governed as those of rules are.

    Args:
        project: the data.
        outputs: what was rendered of the editions that are sound.
        edition_ids: the editions.
        today: the day or the moment at which one looks, on which it depends what is still to
            come; the present moment by default.
    """
    data = project.data
    found, diagnostics = list(diagnostics_of_settings(data)), list(data.diagnostics)
    sound: list[str] = []
    for edition_id in edition_ids:
        diagnostics += project.unresolved[edition_id]
        if project.is_sound(edition_id):
            subject = subject_of(project, edition_id, today, outputs)
            subject = replace(subject, is_first=not sound)
            rules = (*RULES, *OPEN_POINTS, *CALL, *FORM) if subject.is_planned else RULES
            found += _found(rules, subject)
            sound.append(edition_id)
    errors, warnings = split_errors(diagnostics)
    remaining = [
        *errors,
        *with_own_severities([*warnings, *found], data, sound),
        *project.missing_current,
    ]
    return list(dict.fromkeys(remaining))


def subject_of(
    project: Project, edition_id: str, today: dt.date | None = None, outputs: Outputs | None = None
) -> Subject:
    """What rules look at for one edition.

    Args:
        project: the data.
        edition_id: the edition.
        today: the day or the moment at which one looks; the present moment by default.
        outputs: what was rendered of it, for those who ask what was wrong then.
    """
    edition, now = project.editions[edition_id], today or dt.datetime.now(dt.UTC)
    at_venue, moment = now, None
    if isinstance(now, dt.datetime):
        at_venue, moment = now.astimezone(edition.venue.zone).date(), now
    rendering = outputs.diagnostics_of(edition_id) if outputs else ()
    files = project.data.editions[edition_id]
    return Subject(project.data, files, edition, at_venue, moment, rendering)


def open_points(project: Project, outputs: Outputs, edition_id: str) -> list[Diagnostic]:
    """What is left to fill in for one edition, and what its texts quote that is not known yet."""
    subject = subject_of(project, edition_id, outputs=outputs)
    rules = TEXTS if subject.edition.is_cancelled else (*OPEN_POINTS, *CALL, *TEXTS)
    return list(dict.fromkeys(_found(rules, subject)))


def _found(rules: Iterable[Rule], subject: Subject) -> list[Diagnostic]:
    return [found for rule in rules for found in rule(subject)]
