"""EasyChair: the tables that chairs download, one by one or as the sheets of one file."""

from __future__ import annotations

from proposal.importers.author_cells import plain_names
from proposal.importers.exports.author_lists import names_in_order
from proposal.importers.exports.export import Export, columns, headings

_SOURCE = "https://github.com/COMSOC-Community/easychair-extra/tree/db9e72a/easychair_sample_files"
_VERSION = "samples of commit db9e72a of 2024-11-19; EasyChair documents no form"

_PERSON = {
    "first_name": "first name",
    "last_name": "last name",
    "email": "email",
    "country": "country",
    "institution": "affiliation",
    "homepage": "Web page",
    "": ("#", "person #", "submission #", "corresponding?"),
}

SUBMISSIONS = Export(
    system="EasyChair",
    name="list of submissions",
    form="CSV, XLSX",
    source=_SOURCE,
    version=_VERSION,
    gives="number, title, authors, keywords, abstract, track, decision, deleted",
    headings=headings("#", "title", "authors", "decision", "notified", "reviews sent"),
    authors=lambda entry: names_in_order(plain_names(entry.text("authors"))),
    papers=columns(
        {
            "number": "#",
            "title": "title",
            "authors": "authors",
            "keywords": "keywords",
            "decision": "decision",
            "abstract": "abstract",
            "deleted": "deleted?",
            "track": "track name",
        }
    ),
)
AUTHORS = Export(
    system="EasyChair",
    name="list of authors",
    form="CSV, XLSX",
    source=_SOURCE,
    version=_VERSION,
    gives=("beside the list of submissions: names, affiliations, addresses, corresponding authors"),
    headings=headings("submission #", "first name", "last name", "person #", "corresponding?"),
    beside=columns(
        {
            "number": "submission #",
            "first": "first name",
            "last": "last name",
            "email": "email",
            "affiliations": "affiliation",
            "corresponding": "corresponding?",
        }
    ),
    advice=(
        "put it beside the list of submissions and give that: "
        "`proposal import papers submission.csv` reads both"
    ),
)
COMMITTEE = Export(
    system="EasyChair",
    name="program committee",
    form="CSV, XLSX",
    source=_SOURCE,
    version=_VERSION,
    headings=headings("#", "person #", "first name", "last name", "email", "affiliation", "role"),
    people=columns({**_PERSON, "role": "role"}),
    roles={"chair": "organizer", "superchair": "organizer"},
)
EASYCHAIR = (SUBMISSIONS, AUTHORS, COMMITTEE)
