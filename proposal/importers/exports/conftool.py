"""ConfTool: the export of papers, in which authors have the numbers of their organisations."""

from __future__ import annotations

import re

from msgspec.structs import replace

from proposal.importers.exports.author_lists import parts_of
from proposal.importers.exports.entry import Entry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export, columns, headings
from proposal.importers.program.conftool_agenda import program_of_conftool
from proposal.model.name_comparison import same_name
from proposal.reading.lines import line_of
from proposal.reading.names import read_name

_NUMBERED = re.compile(r"(?P<name>.*?)\s*\((?P<numbers>\d+(?:\s*[,;]\s*\d+)*)\)\s*$")
"""An example: `Author, Ann (1,2)`."""
_ORGANISATION = re.compile(r"(?P<number>\d+)\s*[:.]\s*(?P<name>.+)")
"""An example: `1: Example University`."""


def _authors(entry: Entry) -> WrittenAuthors:
    """The authors of "Author, Ann (1); Writer, Bob (2)" with "1: Example University; 2: …".

    Where no author has a number, they all work at the only organisation.
    """
    listed = parts_of(entry.text("authors"))
    organisations = parts_of(entry.text("organisations"))
    numbered = {
        match["number"]: line_of(match["name"])
        for text in organisations
        if (match := _ORGANISATION.fullmatch(text))
    }
    alone = organisations if len(organisations) == 1 and not numbered else []
    presenter, submitter = (read_name(entry.text(role)).text for role in ("presenter", "submitter"))
    people, refusals = [], []
    for text in listed:
        match = _NUMBERED.fullmatch(text)
        name = read_name(match["name"] if match else text)
        numbers = re.findall(r"\d+", match["numbers"]) if match else []
        if unknown := [number for number in numbers if number not in numbered]:
            refusals.append(
                f"`{text}` has the number {unknown[0]}, which none of the organisations has; "
                "correct the column organisations"
            )
        institutions = [numbered[number] for number in numbers if number in numbered]
        is_only = len(numbered) == 1 and not any(_NUMBERED.fullmatch(other) for other in listed)
        people.append(
            replace(
                WrittenAuthor.of(
                    name,
                    institutions or alone or (numbered.values() if is_only else ()),
                    entry.text("email") if submitter and same_name(name.text, submitter) else "",
                ),
                presenter=bool(presenter) and same_name(name.text, presenter),
            )
        )
    return WrittenAuthors(tuple(people), refusals=tuple(refusals))


PAPERS = Export(
    system="ConfTool",
    name="list of papers",
    form="CSV, XLSX",
    source="https://www.conftool.net/ctforum/",
    version="headings of exports; the form of cells is from descriptions, not from its source",
    gives=(
        "number, title, authors with numbered organisations, presenter, address of the "
        "submitting author, abstract, keywords, type, acceptance, withdrawn"
    ),
    headings=headings("paperID", "authors", "organisations", "title"),
    authors=_authors,
    papers=columns(
        {
            "number": "paperID",
            "kind": "contribution_type",
            "form": "presentation_mode",
            "authors": "authors",
            "organisations": "organisations",
            "title": "title",
            "abstract": ("abstract", "abstract_plain"),
            "keywords": "keywords",
            "decision": "acceptance",
            "presenter": "presenting_author",
            "submitter": "submitting_author",
            "email": "sa_email",
            "withdrawn": "withdrawn",
        }
    ),
)
AGENDA = Export(
    system="ConfTool",
    name="agenda",
    form="CSV, XLSX",
    source="https://www.conftool.net/ctforum/",
    version="headings by scripts that read it; a row for each session",
    headings=headings("session_start", "session_end", "p1_title"),
    program=program_of_conftool,
)
CONFTOOL = (PAPERS, AGENDA)
