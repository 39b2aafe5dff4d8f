"""Every edition of a series in one line each, as later editions list them."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.edition import wording
from proposal.edition.edition import PastEdition
from proposal.edition.marked_values import Day
from proposal.edition.when_resolution import whole_day
from proposal.model import venue
from proposal.model.folder import EditionFiles, Folder


def past_editions(folder: Folder) -> list[PastEdition]:
    """Every edition of the series as later ones list it, the first one first."""
    return sorted(_past_editions(folder), key=lambda edition: edition.order)


def _past_editions(folder: Folder) -> Iterator[PastEdition]:
    for earlier in folder.workshop.earlier if folder.workshop else ():
        yield PastEdition(
            ordinal=earlier.ordinal,
            day=Day(earlier.date),
            host=earlier.host,
            place=f"{earlier.city}, {earlier.country}",
            url=earlier.url,
            submissions=earlier.submissions,
            accepted=earlier.accepted,
            attendees=earlier.attendees,
            edition_id=None,
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
        host=f"{host.series} {host.start.year}",
        place=wording.marked(
            ", ".join(filter(None, (host.city, host.state, host.country))),
            is_tentative=host.tentative,
        ),
        url=None,
        submissions=outcome.submissions,
        accepted=len(files.shown_papers) or None if outcome.accepted is None else outcome.accepted,
        attendees=outcome.attendees,
        edition_id=files.id,
        is_unsettled=files.edition.is_day_tentative and host.tentative,
    )
