"""Resolves the host conference."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from proposal.edition.host import JointConference, Venue
from proposal.edition.host_call import Call
from proposal.edition.marked_values import Day
from proposal.model.records import venue
from proposal.source.text import Text


def host_of(
    source: venue.VenueRecord, zone: ZoneInfo, call: Call, *, is_visited: bool = True
) -> Venue:
    """The conference, with what its call asks.

    Args:
        source: as its file says it.
        zone: its time zone.
        call: what its call asks.
        is_visited: whether anybody comes to the workshop, who has to find the building.
    """
    others = source.together_with
    conferences = [
        JointConference(name, url)
        for name, url in ((source.name, source.url), *((one.name, one.url) for one in others))
        if name is not None
    ]
    return Venue(
        series=_all_of([source.series, *(other.series for other in others)]),
        name=_all_of([source.name, *(other.name for other in others)]),
        acronym=_all_of([source.acronym, *(other.acronym for other in others)]),
        start=Day(source.start, source.tentative) if source.start else None,
        end=Day(source.end, source.tentative) if source.end else None,
        site=source.site if is_visited else None,
        city=source.city,
        state=source.state,
        country=source.country,
        zone=zone,
        url=source.url,
        proceedings=source.proceedings or (source.name and f"Proceedings of the {source.name}"),
        proceedings_acronym=source.proceedings_acronym or source.acronym,
        call=call,
        is_tentative=source.tentative,
        address=source.address if is_visited else None,
        map=source.map if is_visited else None,
        host=source.host,
        conferences=tuple(conferences),
    )


def _all_of(names: Sequence[str | None]) -> str | None:
    """What several conferences are called together, in every language: FSCD & IJCAR.

    It has the place of the first one's name, at which faults in it are shown.
    """
    known = [name for name in names if name]
    if len(known) < 2:
        return known[0] if known else None
    first, together = known[0], " & ".join(known)
    return first.replaced(together) if isinstance(first, Text) else together
