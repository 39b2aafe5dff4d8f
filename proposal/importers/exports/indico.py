"""Indico: the tables of contributions and of abstracts, and the timetable."""

from __future__ import annotations

from proposal.importers.exports.export import Export, columns, headings

_REPOSITORY = "https://github.com/indico/indico/blob/b8f1fde8b8/indico/modules/events"
_VERSION = "commit b8f1fde8b8 of 2026-08-21"

CONTRIBUTIONS = Export(
    system="Indico",
    name="list of contributions",
    form="CSV, XLSX",
    source=f"{_REPOSITORY}/contributions/util.py",
    version=_VERSION,
    headings=headings("Id", "Title", "Description", "Presenters", "Presenters (affiliation)"),
    papers=columns(
        {
            "number": "Id",
            "title": "Title",
            "abstract": "Description",
            "kind": "Type",
            "track": "Track",
            "authors": "Authors",
            "keywords": "Keywords",
        }
    ),
)
ABSTRACTS = Export(
    system="Indico",
    name="list of abstracts",
    form="CSV, XLSX",
    source=f"{_REPOSITORY}/abstracts/util.py",
    version=_VERSION,
    headings=headings("Id", "Title", "State", "Authors", "Authors (affiliation)"),
    papers=columns(
        {
            "number": "Id",
            "title": "Title",
            "decision": "State",
            "authors": "Authors",
            "track": "Accepted track",
            "kind": "Accepted type",
            "abstract": "Content",
        }
    ),
)
INDICO = (CONTRIBUTIONS, ABSTRACTS)
