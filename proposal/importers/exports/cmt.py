"""Microsoft CMT: the table "Submissions", which it exports as an Excel file."""

from __future__ import annotations

from proposal.importers.exports.export import Export, columns, headings

SUBMISSIONS = Export(
    system="CMT",
    name="list of papers",
    form=".xls (SpreadsheetML), XLSX, CSV",
    source="https://cmt3.research.microsoft.com/docs/help/chair/export-data.html",
    version="documents of 2026",
    headings=headings("Paper ID", "Paper Title", "Authors", "Author Names", "Status"),
    papers=columns(
        {
            "number": "Paper ID",
            "title": "Paper Title",
            "abstract": "Abstract",
            "authors": "Authors",
            "status": "Status",
            "track": "Track Name",
        }
    ),
)
CMT = (SUBMISSIONS,)
