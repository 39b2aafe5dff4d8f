"""References in the forms of EndNote, MODS, OpenAlex, DataCite and Zenodo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.papers import read_papers
from tests.importers.bringing import written

ANNS = "0000-0002-1825-0097"
ANN = {"name": "Ann Author", "affiliation": "Example University", "orcid": ANNS}


def _draft(tmp_path: Path, text: str, name: str) -> Draft:
    return read_papers(written(tmp_path / name, text), "2027")


def _only(draft: Draft) -> dict[str, Any]:
    (paper,) = draft.papers
    return {key: value for key, value in paper.items() if key != "id"}


# EndNote

ENW = """%0 Conference Proceedings
%T A Title
that goes on
%A Author, Ann
%A Bob Writer
%A Sample, Cara, Jr.
%A The Placeholder Collaboration,
%Y Editor, Ed
%D 2027
%X Some words.
%K samples
%K tests
%R 10.5555/1
%U https://example.org/one.pdf
%P 12
%P 1-12
"""


def test_endnotes_references_are_read(tmp_path: Path) -> None:
    draft = _draft(tmp_path, ENW + "\n%0 Book\n%T A Book\n%A Author, Ann\n", "papers.enw")
    assert _only(draft) == {
        "title": "A Title that goes on",
        "authors": [
            "Ann Author",
            "Bob Writer",
            "Cara Sample Jr.",
            "The Placeholder Collaboration",
        ],
        "abstract": "Some words.",
        "pdf": "https://example.org/one.pdf",
        "keywords": ["samples", "tests"],
        "pages": "1-12",
        "doi": "10.5555/1",
    }
    said = {found.code: found.message for found in draft.diagnostics}
    assert "“A Book” is of the type Book" in said["not-a-paper"]
    assert "%Y (1), %D (1)" in said["unread-columns"]


# MODS

MODS = """<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="a">
<titleInfo><nonSort>The</nonSort><title>Title</title><subTitle>A Study</subTitle></titleInfo>
<name type="personal"><namePart type="given">Ann</namePart><namePart type="given">B.</namePart>
<namePart type="family">Author</namePart><role><roleTerm>author</roleTerm></role>
<affiliation>Example University</affiliation></name>
<name type="corporate"><namePart>Sample Group</namePart><role><roleTerm>aut</roleTerm></role></name>
<name type="personal"><namePart>Ed Editor</namePart><role><roleTerm>editor</roleTerm></role></name>
<abstract>Some words.</abstract><subject><topic>samples</topic></subject>
<relatedItem type="host"><titleInfo><title>Proceedings</title></titleInfo>
<name type="personal"><namePart>Ed Editor</namePart></name></relatedItem>
<identifier type="doi">10.5555/1</identifier>
<location><url>https://aclanthology.org/2027.engines-1.1/</url></location>
<part><extent unit="page"><start>1</start><end>12</end></extent></part>
</mods></modsCollection>"""


def test_works_in_mods_are_read(tmp_path: Path) -> None:
    assert _only(_draft(tmp_path, MODS, "papers.xml")) == {
        "title": "The Title: A Study",
        "authors": [
            {"name": "Ann B. Author", "affiliation": "Example University"},
            "Sample Group",
        ],
        "abstract": "Some words.",
        "pdf": "https://aclanthology.org/2027.engines-1.1.pdf",
        "keywords": ["samples"],
        "pages": "1-12",
        "doi": "10.5555/1",
    }


# OpenAlex

WORK: dict[str, Any] = {
    "id": "https://openalex.org/W1",
    "doi": "https://doi.org/10.5555/1",
    "title": "A Title",
    "type": "article",
    "authorships": [
        {
            "raw_author_name": "Ann Author",
            "author": {"display_name": "A. Author", "orcid": f"https://orcid.org/{ANNS}"},
            "institutions": [{"display_name": "Example University"}],
        }
    ],
    "biblio": {"first_page": "1", "last_page": "12"},
    "abstract_inverted_index": {"words": [1, 3], "Some": [0], "about": [2]},
    "primary_location": {"pdf_url": "https://example.org/one.pdf"},
}


@pytest.mark.parametrize("wrapped", [{"meta": {}, "results": [WORK]}, [WORK], WORK])
def test_openalexs_works_are_read(tmp_path: Path, wrapped: object) -> None:
    assert _only(_draft(tmp_path, json.dumps(wrapped), "papers.json")) == {
        "title": "A Title",
        "authors": [ANN],
        "abstract": "Some words about words",
        "pdf": "https://example.org/one.pdf",
        "pages": "1-12",
        "doi": "10.5555/1",
    }


def test_a_work_that_openalex_calls_retracted_is_withdrawn(tmp_path: Path) -> None:
    works = [WORK, WORK | {"title": "Another", "is_retracted": True}]
    draft = _draft(tmp_path, json.dumps(works), "papers.json")
    assert [paper["title"] for paper in draft.papers] == ["A Title"]
    assert "1 withdrawn" in str([one.message for one in draft.diagnostics])


def test_a_dataset_of_openalex_is_no_paper(tmp_path: Path) -> None:
    with pytest.raises(ImportSourceError, match="“A Title” is of the type dataset"):
        _draft(tmp_path, json.dumps(WORK | {"type": "dataset"}), "papers.json")


# DataCite and Zenodo

CREATOR = {
    "name": "Author, Ann",
    "nameType": "Personal",
    "givenName": "Ann",
    "familyName": "Author",
    "affiliation": [{"name": "Example University"}],
    "nameIdentifiers": [{"nameIdentifier": f"https://orcid.org/{ANNS}"}],
}
GROUP = {"name": "Sample Group", "nameType": "Organizational"}
RECORD: dict[str, Any] = {
    "doi": "10.5281/zenodo.1",
    "creators": [CREATOR, GROUP],
    "titles": [{"title": "A Title"}, {"title": "A Study", "titleType": "Subtitle"}],
    "types": {"resourceTypeGeneral": "ConferencePaper"},
    "descriptions": [
        {"description": "Methods.", "descriptionType": "Methods"},
        {"description": "<p>Some <em>words</em>.</p>", "descriptionType": "Abstract"},
    ],
    "subjects": [{"subject": "samples"}],
}
ZENODO = {
    "doi": "10.5281/zenodo.1",
    "metadata": {
        "title": "A Title: A Study",
        "creators": [
            {"name": "Author, Ann", "affiliation": "Example University", "orcid": ANNS},
            {"name": "Sample Group"},
        ],
        "description": "<p>Some <em>words</em>.</p>",
        "keywords": ["samples"],
        "resource_type": {"type": "publication", "subtype": "conferencepaper"},
    },
}
PERSON = {
    "type": "personal",
    "given_name": "Ann",
    "family_name": "Author",
    "identifiers": [{"scheme": "orcid", "identifier": ANNS}],
}
INVENIO = {
    "pids": {"doi": {"identifier": "10.5281/zenodo.1"}},
    "metadata": {
        "title": "A Title: A Study",
        "creators": [
            {"person_or_org": PERSON, "affiliations": [{"name": "Example University"}]},
            {"person_or_org": {"type": "organizational", "name": "Sample Group"}},
        ],
        "description": "<p>Some <em>words</em>.</p>",
        "subjects": [{"subject": "samples"}],
        "resource_type": {"id": "publication-conferencepaper"},
    },
}


@pytest.mark.parametrize(
    "document",
    [
        {"data": [{"attributes": RECORD}]},
        {"data": {"attributes": RECORD}},
        RECORD,
        {"hits": {"hits": [ZENODO]}},
        ZENODO,
        {"hits": {"hits": [INVENIO]}},
    ],
)
def test_records_of_datacite_and_zenodo_are_read(tmp_path: Path, document: object) -> None:
    assert _only(_draft(tmp_path, json.dumps(document), "papers.json")) == {
        "title": "A Title: A Study",
        "authors": [ANN, "Sample Group"],
        "abstract": "Some *words*.",
        "keywords": ["samples"],
        "doi": "10.5281/zenodo.1",
    }
