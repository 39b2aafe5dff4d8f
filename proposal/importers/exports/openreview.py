"""OpenReview: the tables of the program chairs' console, and the notes of its interface."""

from __future__ import annotations

from proposal.importers.exports.export import Export, columns, headings

_CONSOLE = (
    "https://github.com/openreview/openreview-web/blob/2b312cc6"
    "/components/webfield/ProgramChairConsole"
)
_VERSION = "commit 2b312cc6 of 2026-08-20"

STATUS = Export(
    system="OpenReview",
    name="table of papers and their status",
    form="CSV",
    source=f"{_CONSOLE}/PaperStatusMenuBar.js",
    version=_VERSION,
    headings=headings("number", "forum", "title", "abstract", "decision"),
    papers=columns(
        {
            "number": "number",
            "forum": "forum",
            "title": "title",
            "abstract": "abstract",
            "authors": "authors",
            "keywords": "keywords",
            "decision": "decision",
            "venue": "venue",
        }
    ),
)
GONE = Export(
    system="OpenReview",
    name="table of rejected and withdrawn papers",
    form="CSV",
    source=f"{_CONSOLE}/RejectedWithdrawnPapersMenuBar.js",
    version=_VERSION,
    headings=headings("number", "forum", "title", "authors", "reason"),
    advice="none of its papers is accepted; give the table Paper Status, or the notes in JSON",
)
REVIEWERS = Export(
    system="OpenReview",
    name="table of reviewers",
    form="CSV",
    source=f"{_CONSOLE}/ReviewerStatusMenuBar.js",
    version=_VERSION,
    headings=headings("id", "name", "institution name", "institution domain"),
    people=columns(
        {"name": "name", "institution": "institution name", "": ("id", "institution domain")}
    ),
)

OPENREVIEW = (STATUS, GONE, REVIEWERS)
