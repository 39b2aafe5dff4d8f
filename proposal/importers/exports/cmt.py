"""Microsoft CMT: the table of submissions, which it exports as an Excel file."""

from __future__ import annotations

from msgspec.structs import replace

from proposal.importers.exports.author_lists import parts_of, with_affiliation
from proposal.importers.exports.entry import Entry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export, columns, headings

_PRIMARY = "*"
"""What CMT writes behind the contact among the authors: `Ann Author (Example University)*`."""


def _authors(entry: Entry) -> WrittenAuthors:
    """The authors of "Ann Author (Example University)*; Bob Writer (Example Institute)".

    Addresses stand in the same order in a column of their own, with the same star. Some tables
    have names with the family name first alone, as "Author, Ann*; Writer, Bob (Example Institute)".
    """
    listed = parts_of(entry.text("authors")) or parts_of(entry.text("reversed"))
    addresses = parts_of(entry.text("email"))
    if addresses and len(addresses) != len(listed):
        message = f"{len(addresses)} email addresses for {len(listed)} authors are left out"
        entry.warn("affiliation-count", message, "email")
        addresses = []
    people = [_author(text) for text in listed]
    families = [_author(text) for text in parts_of(entry.text("reversed"))]
    if [one.name for one in families] == [one.name for one in people]:
        people = [
            replace(one, family=other.family) for one, other in zip(people, families, strict=True)
        ]
    if addresses:
        people = [
            replace(one, email=address.rstrip(_PRIMARY).strip())
            for one, address in zip(people, addresses, strict=True)
        ]
    return WrittenAuthors(tuple(people))


def _author(text: str) -> WrittenAuthor:
    return replace(with_affiliation(text.replace(_PRIMARY, "")), corresponding=_PRIMARY in text)


SUBMISSIONS = Export(
    system="CMT",
    name="list of papers",
    form=".xls (SpreadsheetML), XLSX, CSV",
    source="https://github.com/fabianhe/cmt_statistics_tool",
    version="scripts that read the table, 2021 to 2022; CMT documents no form",
    gives=(
        "number, title, authors with affiliations and addresses, contact author (`*`), "
        "abstract, track, status"
    ),
    headings=headings("Paper ID", "Paper Title", "Author Names", "Status"),
    authors=_authors,
    papers=columns(
        {
            "number": "Paper ID",
            "title": "Paper Title",
            "abstract": "Abstract",
            "authors": ("Authors", "Author Details"),
            "reversed": "Author Names",
            "email": "Author Emails",
            "status": "Status",
            "track": "Track Name",
        }
    ),
)
CMT = (SUBMISSIONS,)
