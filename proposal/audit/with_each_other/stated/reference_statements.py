"""Reads what a list of references states of the papers of a volume."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from proposal.audit.reference_records import ReferenceRecord, place_of, records_in
from proposal.audit.with_each_other.stated.statements import (
    PageContent,
    StatedPaper,
    StatedReference,
)
from proposal.reading.locations import Location
from proposal.reading.source_document import SourceDocument


def read_references(document: SourceDocument) -> PageContent:
    """The papers of the volume that a list of references is made of.

    What a list of works that somebody cites says of many volumes is no statement on a workshop.
    """
    content = PageContent(document)
    records = list(_of_volume(records_in(document)))
    for record in records:
        place = Location(place_of(document, record, "title", record.field("title")))
        content.papers.append(StatedPaper(record.field("title"), place))
        content.references.append(StatedReference(record, place))
    years = {record.field("year") for record in records}
    if len(years) == 1 and (year := years.pop()).isdecimal():
        content.year = int(year)
    return content


def _of_volume(records: list[ReferenceRecord]) -> Iterator[ReferenceRecord]:
    """The papers of the volume of which at least half of all works are."""
    containers = Counter(record.field("container") for record in records if record.is_part)
    container, count = next(iter(containers.most_common(1)), ("", 0))
    if container and 2 * count >= len(records):
        for record in records:
            if record.is_part and record.field("container") == container and record.field("title"):
                yield record
