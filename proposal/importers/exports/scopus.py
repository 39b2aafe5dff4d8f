"""Scopus: the table of documents, in which affiliations belong to authors in one column alone."""

from __future__ import annotations

import re

from proposal.importers.exports.author_lists import parts_of
from proposal.importers.exports.entry import Entry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export, columns, headings
from proposal.model.affiliated import name_and_affiliation
from proposal.reading.names import read_name

_PLACE = re.compile(r"(?P<name>[^,]+(?:, (?:[^\W\d_]\.[\s-]*)+)?), (?P<institution>.+)")
"""Examples: `Author A., Example University`, `Author, A.B., Example University`."""


def _authors(entry: Entry) -> WrittenAuthors | None:
    """The authors of "Author, Ann (57000000001); Writer, Bob (57000000002)".

    In parentheses stand Scopus's own numbers. The column Affiliations lists each institution of a
    paper once, whoever works there; who does says the column Authors with affiliations.
    """
    names = [name_and_affiliation(text)[0] for text in parts_of(entry.text("full"))]
    if not names:
        return None
    placed = [_PLACE.fullmatch(text) for text in parts_of(entry.text("placed"))]
    institutions = [match["institution"] if match else "" for match in placed]
    if institutions and len(institutions) != len(names):
        message = f"affiliations of {len(institutions)} for {len(names)} authors are left out"
        entry.warn("affiliation-count", message, "placed")
        institutions = []
    institutions = institutions or [""] * len(names)
    people = (
        WrittenAuthor.of(read_name(name), [institution])
        for name, institution in zip(names, institutions, strict=True)
    )
    return WrittenAuthors(tuple(people))


DOCUMENTS = Export(
    system="Scopus",
    name="list of documents",
    form="CSV",
    source="https://github.com/TickyWill/ScopusApyJson",
    version="headings by scripts that read exports of 2023 and later",
    gives="title, authors with affiliations, abstract, keywords, pages, DOI",
    headings=headings("Authors", "Author(s) ID", "Title", "EID"),
    authors=_authors,
    papers=columns(
        {
            "title": "Title",
            "authors": "Authors",
            "full": "Author full names",
            "placed": "Authors with affiliations",
            "abstract": "Abstract",
            "keywords": "Author Keywords",
            "doi": "DOI",
            "first_page": "Page start",
            "last_page": "Page end",
        }
    ),
)
SCOPUS = (DOCUMENTS,)
