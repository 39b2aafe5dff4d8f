"""What stands below a list of deadlines: what AoE is, and by whose clocks other days end."""

from __future__ import annotations

from proposal.edition.deadlines import Deadline
from proposal.edition.edition import Edition
from proposal.model.fields import AOE
from proposal.words.language import Language


def deadline_notes(edition: Edition) -> tuple[str, ...]:
    """The sentences that explain the deadlines of an edition, as all lists of them have it."""
    listed = edition.dates.listed
    notes = (_on_aoe(listed, edition.language), _on_other_days(edition, listed))
    return tuple(filter(None, notes))


def _on_aoe(listed: tuple[Deadline, ...], language: Language) -> str:
    """What AoE is; of a time it is another thing than of a whole day."""
    found = [deadline for deadline in listed if deadline.zone == AOE]
    timed = [deadline for deadline in found if deadline.day.time]
    if not found:
        return ""
    if len(timed) == len(found):
        return language.gettext(
            'AoE means "Anywhere on Earth": the time in UTC−12, where a day ends last.'
        )
    if timed:
        return language.gettext(
            'AoE means "Anywhere on Earth", UTC−12: a deadline without a time has passed when its '
            "day has ended everywhere, at noon UTC of the next day."
        )
    return language.gettext(
        'AoE means "Anywhere on Earth": a deadline has passed when its day has ended everywhere, '
        "at noon UTC of the next day."
    )


def _on_other_days(edition: Edition, listed: tuple[Deadline, ...]) -> str:
    """By whose clocks days end that name no zone; the city is not named while it may change."""
    if not edition.dates.without_zone:
        return ""
    venue, gettext = edition.venue, edition.language.gettext
    are_others = any(deadline.zone for deadline in listed)
    if venue.city is None:
        if are_others:
            return gettext(
                "Other days end at midnight in the time zone %(zone)s.", zone=venue.clocks_of
            )
        return gettext("Days end at midnight in the time zone %(zone)s.", zone=venue.clocks_of)
    if venue.is_tentative:
        if are_others:
            return gettext("Other days end at midnight at the venue.")
        return gettext("Days end at midnight at the venue.")
    where = {"city": venue.city, "zone": venue.zone_label}
    if are_others:
        return gettext("Other days end at midnight in %(city)s (time zone %(zone)s).", **where)
    return gettext("Days end at midnight in %(city)s (time zone %(zone)s).", **where)
