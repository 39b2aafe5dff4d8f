"""Which editions of a series are counted together: all of them, or those of one name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from proposal.model.loading.folder import Folder


class CountedEdition(Struct, frozen=True):
    """An edition that has a number."""

    ordinal: int
    date: dt.date
    name: str | None
    """What the series was called then."""
    label: str
    """As a message names it."""
    edition_id: str | None = None
    """Its id; nothing if it has no folder here."""


def counted_together(folder: Folder, name: str | None) -> list[CountedEdition]:
    """The editions that have a number, among which those of a name are counted.

    A series that only changed its name goes on counting. One that two others were merged into
    begins anew: its first edition has its own name, and is counted with others of that name alone.

    Args:
        folder: the data.
        name: the series' name in an edition, if it was another one.
    """
    editions = list(_counted_editions(folder))
    wanted = name or (folder.workshop.name if folder.workshop else None)
    same = [edition for edition in editions if edition.name == wanted]
    begins_anew = any(edition.ordinal == 1 for edition in same)
    return same if begins_anew else editions


def _counted_editions(folder: Folder) -> Iterator[CountedEdition]:
    series = folder.workshop
    name = series.name if series else None
    for earlier in series.earlier if series else ():
        if earlier.ordinal:
            label = earlier.host or f"that of {earlier.date.year}"
            yield CountedEdition(earlier.ordinal, earlier.date, earlier.name or name, label)
    for edition_id, files in folder.editions.items():
        written = files.edition
        if written.ordinal:
            yield CountedEdition(
                written.ordinal,
                written.first_day,
                written.name or name,
                f"edition {edition_id}",
                edition_id,
            )
