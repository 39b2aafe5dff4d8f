"""Makes entries of the works that services tell of in JSON, in one way for all."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export_document import ExportDocument
from proposal.importers.work_types import papers_among


class Work(Struct, frozen=True):
    """What a service tells of a work."""

    name: str
    """By what the service knows it: an id or a DOI, if it has one."""
    work_type: str
    texts: dict[str, str]
    """Texts by what they mean."""
    authors: tuple[WrittenAuthor, ...]


def papers_of_works(
    form: str, document: ExportDocument, works: Iterable[Work], diagnostics: SourceDiagnostics
) -> list[RecordEntry]:
    """The works of a document that may be papers; of each of the others a warning tells.

    Args:
        form: the form of references, as `work_types.py` knows it.
        document: the document.
        works: all works in it.
        diagnostics: where to say what is left out.

    Raises:
        ImportSourceError: there is none.
    """
    listed = list(works)
    entries = [
        RecordEntry(
            document.file,
            work.name or f"work {position}",
            work.texts,
            WrittenAuthors.of_named(work.authors),
            diagnostics,
        )
        for position, work in enumerate(listed, start=1)
    ]
    return papers_among(form, entries, [work.work_type for work in listed])
