"""The Web of Science: its tables of records, with headings in words or in codes of two letters."""

from __future__ import annotations

import re

from msgspec.structs import replace

from proposal.importers.exports.author_lists import parts_of
from proposal.importers.exports.entry import Entry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export, columns, headings
from proposal.importers.exports.ris import inverted_author
from proposal.reading.lines import line_of

_PLACED = re.compile(r"\[(?P<names>[^\[\]]+)\](?P<place>[^\[\]]+)")
"""An example: `[Author, Ann; Writer, Bob] Example Univ, Dept Samples, Vienna, Austria; `."""


def _authors(entry: Entry) -> WrittenAuthors | None:
    """The authors of "Author, Ann; Writer, Bob".

    The column Affiliations lists each institution of a paper once, whoever works there; who does
    say the addresses.
    """
    names = parts_of(entry.text("authors"))
    if not names:
        return None
    placed = list(_PLACED.finditer(entry.text("placed")))
    named = {name for match in placed for name in parts_of(match["names"])}
    if entry.text("placed") and (not placed or named - set(names)):
        message = "addresses that do not say which of the authors works there are left out"
        entry.warn("affiliation-count", message, "placed")
    return WrittenAuthors(tuple(_with_places(name, placed) for name in names))


def _with_places(name: str, placed: list[re.Match[str]]) -> WrittenAuthor:
    places = [match["place"] for match in placed if name in parts_of(match["names"])]
    return replace(
        inverted_author(name), affiliations=tuple(line_of(place).strip("; ") for place in places)
    )


def _records(form: str, *wanted: str) -> Export:
    return Export(
        system="Web of Science",
        name="table of records",
        form=form,
        source="https://github.com/rafguns/wosfile",
        version="headings by scripts that read exports of 2020 and later",
        gives="title, authors with addresses, abstract, keywords, pages, DOI",
        headings=headings(*wanted),
        authors=_authors,
        papers=columns(
            {
                "title": ("Article Title", "TI"),
                "authors": ("Author Full Names", "AF"),
                "placed": ("Addresses", "C1"),
                "abstract": ("Abstract", "AB"),
                "keywords": ("Author Keywords", "DE"),
                "doi": ("DOI", "DI"),
                "first_page": ("Start Page", "BP"),
                "last_page": ("End Page", "EP"),
            }
        ),
    )


WEB_OF_SCIENCE = (
    _records("CSV, XLSX", "Author Full Names", "Article Title", "Source Title"),
    _records("tab-separated text", "PT", "AU", "AF", "TI", "SO"),
)
