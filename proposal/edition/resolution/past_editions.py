"""Every edition of a series in one line each, as later editions list them."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.edition.edition import PastEdition
from proposal.edition.joining import marked_place, place_of, workshop_place
from proposal.edition.marked_values import Day
from proposal.edition.resolution.when_resolution import whole_day
from proposal.model.loading.folder import EditionFiles, Folder
from proposal.model.records import venue


def past_editions(folder: Folder) -> list[PastEdition]:
    """Every edition of the series as later ones list it, the first one first."""
    return sorted(_past_editions(folder), key=lambda edition: edition.order)


def _past_editions(folder: Folder) -> Iterator[PastEdition]:
    for earlier in folder.workshop.earlier if folder.workshop else ():
        yield PastEdition(
            ordinal=earlier.ordinal,
            day=Day(earlier.date),
            host=earlier.host or "",
            place=workshop_place(
                earlier.attendance,
                earlier.city,
                place_of(earlier.city, None, earlier.country),
                is_alone=earlier.host is None,
            ),
            url=earlier.url,
            submissions=earlier.submissions,
            accepted=earlier.accepted,
            attendees=earlier.attendees,
            edition_id=None,
            status=earlier.status,
            name=earlier.name,
            acronym=earlier.acronym,
        )
    for files in folder.editions.values():
        host = folder.venues.get(files.edition.venue)
        if host is not None:
            yield _past(files, host)


def _past(files: EditionFiles, host: venue.VenueRecord) -> PastEdition:
    outcome = files.edition.outcome
    return PastEdition(
        ordinal=files.edition.ordinal,
        day=whole_day(files.edition),
        host=f"{host.series} {host.start.year}" if host.start else "",
        place=_place(files, host),
        url=None,
        submissions=outcome.submissions,
        accepted=len(files.shown_papers) or None if outcome.accepted is None else outcome.accepted,
        attendees=outcome.attendees,
        edition_id=files.id,
        status=files.edition.status,
        is_unsettled=files.edition.is_day_tentative and host.tentative,
        name=files.edition.name,
        acronym=files.edition.acronym,
    )


def _place(files: EditionFiles, host: venue.VenueRecord) -> str:
    """Where an edition took place; a mark stands behind a place that is to be confirmed."""
    city = place_of(host.city, host.state, host.country)
    marked = marked_place(city, is_tentative=host.tentative)
    is_alone = not host.is_conference
    return workshop_place(files.edition.taking_part, host.city, marked, is_alone=is_alone)
