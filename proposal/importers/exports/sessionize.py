"""Sessionize: the table in which each row is a speaker of a session."""

from __future__ import annotations

from proposal.importers.exports.export import Export, columns, headings

FLATTENED = Export(
    system="Sessionize",
    name="list of accepted sessions, flattened",
    form="XLSX, CSV",
    source="https://sessionize.com/playbook/export-to-excel",
    version="documents of 2026",
    headings=headings("Session Id", "Title", "Speaker Id", "FirstName", "LastName", "TagLine"),
    people=columns(
        {
            "first_name": "FirstName",
            "last_name": "LastName",
            "email": "Email",
            "biography": "Bio",
            "talk_title": "Title",
            "talk_abstract": "Description",
            "status": "Status",
            "": ("Session Id", "Speaker Id"),
        }
    ),
)
SESSIONIZE = (FLATTENED,)
