"""Forms that are not read are named, with what to export in their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.papers import read_papers
from tests.importers.bringing import written

ATOM = "http://www.w3.org/2005/Atom"
CROSSREF = "http://www.crossref.org/schema/5.3.1"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
BIBLIO = "http://purl.org/net/biblio#"
XML = {
    "EndNote": "<xml><records><record><ref-type>10</ref-type></record></records></xml>",
    "arXiv": f'<feed xmlns="{ATOM}"><entry><title>A Paper</title></entry></feed>',
    "JATS": "<article><front><article-meta/></front></article>",
    "ACL Anthology": '<collection id="2026.xyz"><volume id="1"/></collection>',
    "dblp": "<dblp><inproceedings><title>A Paper.</title></inproceedings></dblp>",
    "PubMed": "<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>",
    "Open Journal Systems": '<articles xmlns="http://pkp.sfu.ca"><article/></articles>',
    "Crossref": f'<doi_batch xmlns="{CROSSREF}"><head/><body><conference/></body></doi_batch>',
    "Zotero": f'<rdf:RDF xmlns:rdf="{RDF}"><b:Article xmlns:b="{BIBLIO}"/></rdf:RDF>',
}
JSON = {
    "Semantic Scholar": {"data": [{"paperId": "0a" * 20, "title": "A Paper"}]},
    "dblp": {"result": {"hits": {"hit": []}}},
    "ORCID": {"orcid-identifier": {"path": "0000-0002-1825-0097"}},
    "Zotero": [{"key": "A", "library": {"type": "user"}, "data": {"title": "A Paper"}}],
}
TEXTS = {
    "Web of Science": "FN Clarivate Analytics Web of Science\nVR 1.0\nPT C\nAU Author, A\n",
    "RePEc": "Template-Type: ReDIF-Paper 1.0\nAuthor-Name: Ann Author\nTitle: A Paper\n",
}
FILES = [
    *((f"papers {name}.xml", text, name) for name, text in XML.items()),
    *((f"papers {name}.json", json.dumps(value), name) for name, value in JSON.items()),
    *((f"papers {name}.txt", text, name) for name, text in TEXTS.items()),
]


@pytest.mark.parametrize(("file", "text", "name"), FILES)
def test_a_form_that_is_not_read_is_named_with_what_to_export(
    tmp_path: Path, file: str, text: str, name: str
) -> None:
    path = written(tmp_path / file, text)
    with pytest.raises(ImportSourceError) as caught:
        read_papers(path, "2027")
    said = str(caught.value).removeprefix(f"{path}: ")
    assert said.startswith("this seems to be ")
    assert name in said
    assert "which is not read here; " in said
    advice = said.partition("; ")[2]
    assert "BibTeX" in advice or "as CSV" in advice


def test_xml_with_a_document_type_is_refused_with_what_to_export(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xml", "<!DOCTYPE article><article><front/></article>")
    with pytest.raises(ImportSourceError, match="export papers as BibTeX, RIS or CSL-JSON"):
        read_papers(path, "2027")


def test_a_table_whose_heading_begins_like_such_a_text_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "%0,Title,Authors\n1,A Paper,Ann Author\n")
    (paper,) = read_papers(path, "2027").papers
    assert paper["authors"] == ["Ann Author"]


def test_entities_of_dblp_are_answered_with_bibtex(tmp_path: Path) -> None:
    path = written(tmp_path / "dblp.xml", "<dblp><author>Ann M&uuml;ller</author></dblp>")
    with pytest.raises(ImportSourceError, match="take the papers of dblp as BibTeX"):
        read_papers(path, "2027")


def test_a_web_page_that_is_no_export_is_answered_with_the_import_of_sites(tmp_path: Path) -> None:
    path = written(tmp_path / "a.html", "<!DOCTYPE html><html><p>Accepted papers</p></html>")
    with pytest.raises(ImportSourceError, match="type `proposal import site`"):
        read_papers(path, "2027")


def test_answers_of_crossref_are_lists_of_references(tmp_path: Path) -> None:
    people = [
        {"given": "Ann", "family": "Author", "affiliation": [{"name": "Uni A"}]},
        {"name": "Placeholder Collaboration"},
    ]
    work = {"title": ["One"], "subtitle": ["Two"], "author": people, "type": "proceedings-article"}
    for document in (
        {"message-type": "work", "message": work},
        {"message-type": "work-list", "message": {"items": [work]}},
        work,
    ):
        path = written(tmp_path / "works.json", json.dumps(document))
        (paper,) = read_papers(path, "2027").papers
        assert paper["title"] == "One: Two"
        assert paper["authors"] == [
            {"name": "Ann Author", "affiliation": "Uni A"},
            "Placeholder Collaboration",
        ]
