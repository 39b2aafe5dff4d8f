"""Parts that readers of documents in JSON share: records, and the keys that they leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.export_document import Json, items_of, text_of

JsonRecord: TypeAlias = "dict[str, Json]"


def records_of(value: Json) -> list[JsonRecord]:
    """The records of a list, or a single record; what is no record is none."""
    items = [value] if isinstance(value, dict) else items_of(value)
    return [item for item in items if isinstance(item, dict)]


def texts_of(record: Mapping[str, Json], keys: Mapping[str, str]) -> dict[str, str]:
    """Texts by what they mean, of the keys that a record has.

    Args:
        record: the record.
        keys: the key of each meaning.
    """
    return {meaning: text_of(record[key]) for meaning, key in keys.items() if key in record}


def note_unread_keys(
    records: Iterable[Mapping[str, Json]], read: Collection[str], diagnostics: SourceDiagnostics
) -> None:
    """Note which keys of records are left out, each with how often it has something."""
    counts = Counter(
        key
        for record in records
        for key, value in record.items()
        if key not in read and value not in (None, "", [], {}, False)
    )
    if counts:
        listed = ", ".join(f"{key} ({count})" for key, count in counts.items())
        message = f"keys that are left out, with the number of records: {listed}"
        diagnostics.note("unread-columns", message)
