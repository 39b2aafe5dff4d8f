"""pretalx: the tables of sessions and of speakers."""

from __future__ import annotations

from proposal.importers.exports.export import Export, columns, headings

_FORMS = "https://github.com/pretalx/pretalx/blob/5a3c2f61e/src/pretalx/orga/forms/export.py"
_VERSION = "commit 5a3c2f61e of 2026-08-22"

SESSIONS = Export(
    system="pretalx",
    name="list of sessions",
    form="CSV",
    source=_FORMS,
    version=_VERSION,
    headings=headings("ID", "Proposal title", "Proposal state", "Speaker names"),
    papers=columns(
        {
            "number": "ID",
            "title": "Proposal title",
            "decision": "Proposal state",
            "kind": "Session type",
            "track": "Track",
            "abstract": "Abstract",
            "authors": "Speaker names",
        }
    ),
)
SPEAKERS = Export(
    system="pretalx",
    name="list of speakers",
    form="CSV",
    source=_FORMS,
    version=_VERSION,
    headings=headings("ID", "Name", "Proposal IDs"),
    people=columns(
        {
            "name": "Name",
            "biography": "Biography",
            "email": "Email",
            "talk_title": "Proposal titles",
            "": ("ID", "Proposal IDs", "Picture"),
        }
    ),
)
PRETALX = (SESSIONS, SPEAKERS)
