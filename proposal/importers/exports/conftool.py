"""ConfTool: the export of papers."""

from __future__ import annotations

from proposal.importers.exports.export import Export, columns, headings

PAPERS = Export(
    system="ConfTool",
    name="list of papers",
    form="CSV, XLSX",
    source="https://www.conftool.net/ctforum/",
    version="documents of 2026",
    headings=headings("paperID", "authors", "organisations", "title", "acceptance_status"),
    papers=columns(
        {
            "number": "paperID",
            "kind": "contribution_type",
            "authors": "authors",
            "title": "title",
            "keywords": "keywords",
            "decision": "acceptance",
            "withdrawn": "withdrawn",
        }
    ),
)
CONFTOOL = (PAPERS,)
