"""HotCRP: what the menu "Download" of a list of papers gives, and the list of users."""

from __future__ import annotations

from proposal.importers.exports.export import Export, columns, headings

_REPOSITORY = "https://github.com/kohler/hotcrp/blob/0f25da6c4"
_VERSION = "commit 0f25da6c4 of 2026-08-22"

AUTHORS = Export(
    system="HotCRP",
    name="list of authors",
    form="CSV",
    source=f"{_REPOSITORY}/src/listactions/la_getauthors.php",
    version=_VERSION,
    headings=headings("paper", "title", "given_name", "family_name", "email", "affiliation"),
    papers=columns(
        {
            "number": "paper",
            "title": "title",
            "first": "given_name",
            "last": "family_name",
            "email": "email",
            "affiliations": "affiliation",
            "orcid": "orcid",
            "contact": "iscontact",
        }
    ),
)
PAPERS = Export(
    system="HotCRP",
    name="list of papers",
    form="CSV",
    source=f"{_REPOSITORY}/src/papercolumn.php",
    version=_VERSION,
    headings=headings("ID", "Title", "Authors"),
    papers=columns(
        {
            "number": "ID",
            "title": "Title",
            "authors": "Authors",
            "status": "Status",
            "decision": "Decision",
            "abstract": "Abstract",
        }
    ),
)
USERS = Export(
    system="HotCRP",
    name="list of users",
    form="CSV",
    source=f"{_REPOSITORY}/src/pages/p_users.php",
    version=_VERSION,
    headings=headings("given_name", "family_name", "email", "affiliation", "roles"),
    people=columns(
        {
            "first_name": "given_name",
            "last_name": "family_name",
            "email": "email",
            "institution": "affiliation",
            "orcid": "orcid",
            "country": "country",
            "role": "roles",
            "": ("tags", "collaborators", "follow"),
        }
    ),
)

HOTCRP = (AUTHORS, PAPERS, USERS)
