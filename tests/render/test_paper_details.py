"""What is known of a paper beside title and authors, and papers that were withdrawn."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from proposal.importers.papers import read_papers
from proposal.model.loading.folder import EditionFiles
from proposal.model.records.paper import PaperRecord
from proposal.render.text.bibtex_text import papers_bib
from tests.check.findings import diagnostics_of
from tests.model.records import record
from tests.workspace import Workspace

PAPERS = "editions/2026/papers.yaml"
DETAILS = """\
  kind: short
  keywords: [first word, second]
  pages: 12--19
  doi: 10.5555/1234567.8901234
  slides: https://slides.org/agp
  video: https://films.org/agp
"""


def detailed(workspace: Workspace, text: str = DETAILS) -> Workspace:
    workspace.replace(PAPERS, "- id: agp\n", f"- id: agp\n{text}")
    return workspace


def test_bibtex_names_pages_doi_and_keywords(workspace: Workspace) -> None:
    bibtex = papers_bib(detailed(workspace).edition("2026"))
    entry = bibtex[bibtex.index("genairecp2026-agp,") :].partition("\n}")[0]
    assert "10.5555/1234567.8901234" in entry
    assert re.search(r"pages\s*=\s*\{12(--|–)19\}", entry)
    assert "first word, second" in entry


def test_pages_show_kind_and_links_and_machines_read_them(workspace: Workspace) -> None:
    finished = detailed(workspace).run("build", "--only", "site,jekyll")
    assert finished.code == 0, finished.output
    page = (workspace.root / "build/site/2026/index.html").read_text(encoding="utf-8")
    entry = page[page.index('<li id="paper-agp">') :].partition("</li>")[0]
    assert page.rindex('<h3 class="tier">Short papers</h3>') < page.index(entry)
    assert "Pages 12–19" in entry
    links = re.findall(r'<a href="([^"]+)"[^>]*>(\w+)</a>', entry)
    assert links[-3:] == [
        ("https://slides.org/agp", "Slides"),
        ("https://films.org/agp", "Video"),
        ("https://doi.org/10.5555/1234567.8901234", "DOI"),
    ]
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    works = [
        work
        for part in json.loads(text)["subEvent"]
        for work in part.get("workFeatured", [])
        if work.get("sameAs")
    ]
    assert works[0]["sameAs"] == "https://doi.org/10.5555/1234567.8901234"
    assert works[0]["pagination"] == "12–19"
    assert [media["name"] for media in works[0]["associatedMedia"]] == ["Slides", "Video"]
    data = yaml.safe_load((workspace.root / "build/jekyll/_data/papers2026.yml").read_text("utf-8"))
    listed = next(paper for paper in data if paper["id"] == "paper-agp")
    assert (listed["slides"], listed["kind"]) == ("https://slides.org/agp", "Short paper")


@pytest.mark.parametrize(
    ("language", "typed", "entry", "cited"),
    [
        ("en", "7", "Page 7", "page 7."),
        ("en", "7-8", "Pages 7–8", "pages 7–8."),
        ("de", "7", "Seite 7", "Seite 7."),
        ("es", "7", "Página 7", "página 7."),
        ("es", "7-8", "Páginas 7–8", "páginas 7–8."),
    ],
)
def test_a_single_page_is_called_one(
    workspace: Workspace, language: str, typed: str, entry: str, cited: str
) -> None:
    detailed(workspace, f"  pages: {typed}\n").append(
        "editions/2026/edition.yaml", f"language: {language}\nproceedings: {{publisher: A Press}}\n"
    )
    finished = workspace.run("build", "--only", "site,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    site = workspace.root / "build/site/2026"
    page = (site / "index.html").read_text(encoding="utf-8")
    assert f">{entry}</p>" in page
    own = (site / "papers/agp/index.html").read_text(encoding="utf-8")
    word, number = entry.split()
    assert f"<div><dt>{word}</dt><dd>{number}</dd></div>" in own
    assert cited in re.sub(r"<[^>]+>", "", own)
    data = yaml.safe_load((workspace.root / "build/jekyll/_data/papers2026.yml").read_text("utf-8"))
    assert next(paper for paper in data if paper["id"] == "paper-agp")["pages"] == entry


@pytest.mark.parametrize(
    ("typed", "value"),
    [("12-19", "12-19"), ("12 – 19", "12-19"), ("e7", "e7"), ("3-3", "3"), ("3:1--3:9", "3:1-3:9")],
)
def test_pages_are_read_as_people_write_them(typed: str, value: str) -> None:
    found = record(f"id: a\ntitle: A\nauthors: [B]\npages: {json.dumps(typed)}\n", PaperRecord)
    assert found.diagnostics == []
    assert found.value is not None
    assert found.value.pages == value


def test_what_are_no_pages_is_refused() -> None:
    found = record("id: a\ntitle: A\nauthors: [B]\npages: twelve or so\n", PaperRecord)
    assert [diagnostic.code for diagnostic in found.diagnostics] == ["not-pages"]


# Withdrawn papers


def test_a_withdrawn_paper_is_shown_and_counted_nowhere(workspace: Workspace) -> None:
    before = workspace.edition("2026").papers
    workspace.replace("editions/2026/program.yaml", "agp, ", "")
    detailed(workspace, "  withdrawn: true\n")
    after = workspace.edition("2026").papers
    assert [paper.id for paper in after] == [paper.id for paper in before if paper.id != "agp"]
    files: EditionFiles = workspace.read().editions["2026"]
    assert [paper.id for paper in files.papers] == [paper.id for paper in before]
    assert diagnostics_of(workspace, "unscheduled-paper") == []
    finished = workspace.run("build", "--only", "site,jekyll,text")
    assert finished.code == 0, finished.output
    for file in ("site/2026/index.html", "jekyll/_data/papers2026.yml", "2026/papers.bib"):
        assert "Auto-Guided" not in workspace.output(file)


def test_a_slot_that_names_a_withdrawn_paper_is_an_error(workspace: Workspace) -> None:
    detailed(workspace, "  withdrawn: true\n")
    _, diagnostics = workspace.resolve("2026")
    found = [diagnostic for diagnostic in diagnostics if diagnostic.code == "unknown-paper"]
    assert {diagnostic.message for diagnostic in found} == {
        "the paper `agp` is withdrawn (papers.yaml:8), so it is not presented"
    }
    assert found[0].hint == "take it out of the slot"


# Imports


def test_a_bibliography_gives_what_it_has(tmp_path: Path) -> None:
    source = tmp_path / "papers.bib"
    source.write_text(
        "@inproceedings{a, title={One}, author={Ann Author}, pages={3--9}, doi={10.5555/1},\n"
        " url={https://doi.org/10.5555/1}, keywords={first, second}, note={Best Paper Award},\n"
        " slides={https://slides.org/1}, eprint={2402.01234}, archiveprefix={arXiv}}\n"
        "@misc{b, title={Two}, author={Ben Author}, url={https://b.org/2.pdf}, note={In press}}\n",
        encoding="utf-8",
    )
    one, two = read_papers(source, "2026").papers
    assert one["pages"] == "3-9"
    assert one["doi"] == "10.5555/1"
    assert one["keywords"] == ["first", "second"]
    assert one["award"] == "Best Paper Award"
    assert one["slides"] == "https://slides.org/1"
    assert one["pdf"] == "https://arxiv.org/pdf/2402.01234"
    assert (two["pdf"], "award" in two) == ("https://b.org/2.pdf", False)


def test_a_table_gives_what_it_has(tmp_path: Path) -> None:
    source = tmp_path / "papers.csv"
    source.write_text(
        "Title,Authors,Keywords,Pages,DOI,Slides,Video\n"
        "One,Ann Author,first; second,3-9,https://doi.org/10.5555/1,https://s.org/1,nowhere\n",
        encoding="utf-8",
    )
    draft = read_papers(source, "2026")
    (one,) = draft.papers
    assert {key: one[key] for key in ("keywords", "pages", "doi", "slides")} == {
        "keywords": ["first", "second"],
        "pages": "3-9",
        "doi": "10.5555/1",
        "slides": "https://s.org/1",
    }
    assert "video" not in one
    assert [diagnostic.code for diagnostic in draft.diagnostics] == ["no-decisions", "not-a-url"]
