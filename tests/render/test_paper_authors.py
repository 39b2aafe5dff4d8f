"""What is said of a paper's authors, and the parts in which papers are listed."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from proposal.model.records.paper import PaperRecord
from proposal.render.text.bibtex_text import papers_bib
from tests.model.records import record
from tests.workspace import Workspace

PAPERS = "editions/2026/papers.yaml"
ORCID, ADDRESS, HIDDEN = "0000-0002-1825-0097", "ada@uni.example.net", "grace@lab.example.net"
AUTHORS = f"""\
  authors:
    - name: Ada Lovelace
      affiliations: [University of Somewhere, Institute of Examples]
      orcid: https://orcid.org/{ORCID.replace("-", "")}
      email: {ADDRESS}
      corresponding: true
    - {{name: Grace Hopper, email: {HIDDEN}, presenter: true}}
"""
PRESENTED = "Presented by Grace Hopper"


def described(workspace: Workspace) -> Workspace:
    """The workshop with a paper whose authors are described, and papers in three parts."""
    workspace.replace(PAPERS, "  authors: [Rahul Seetharaman]\n", AUTHORS + "  track: Main\n")
    workspace.replace(PAPERS, "- id: agp\n", "- id: agp\n  kind: short\n  track: Industry\n")
    workspace.replace(
        PAPERS, "- id: joint-evaluation\n", "- id: joint-evaluation\n  track: Industry\n"
    )
    return workspace


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Pages, texts and calendars of that workshop."""
    root = tmp_path_factory.mktemp("authors") / "workshop"
    root.mkdir()
    workspace = described(Workspace.of_the_real_workshop(root))
    finished = workspace.run("build", "--only", "site,jekyll,text")
    assert finished.code == 0, finished.output
    return workspace


def parts_of(page: str, heading: str, title: str) -> list[tuple[str, list[str]]]:
    """Headings and titles of a page, each heading with the titles below it."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for found in re.finditer(f"{heading}|{title}", page):
        if found[1]:
            parts.append((found[1], []))
        else:
            parts[-1][1].append(found[2])
    return parts


def test_what_is_said_of_authors_comes_out_everywhere(built: Workspace) -> None:
    build = built.root / "build"
    page = (build / "site/2026/index.html").read_text(encoding="utf-8")
    entry = page[page.index('<li id="paper-insertrank">') :].partition("</li>")[0]
    assert "Ada Lovelace (University of Somewhere, Institute of Examples)" in entry
    assert f'<a href="https://orcid.org/{ORCID}">ORCID' in entry
    assert f'Corresponding author: Ada Lovelace <a href="mailto:{ADDRESS}">' in entry
    assert PRESENTED in entry
    schedule = page[page.index('<ol class="schedule">') :].partition("</ol>")[0]
    assert PRESENTED in schedule

    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    works = [work for part in json.loads(text)["subEvent"] for work in part.get("workFeatured", [])]
    ada, grace = next(work["author"] for work in works if work["name"].startswith("InsertRank"))
    assert (ada["identifier"], ada["email"]) == (f"https://orcid.org/{ORCID}", ADDRESS)
    assert "email" not in grace

    listed = yaml.safe_load((build / "jekyll/_data/papers2026.yml").read_text("utf-8"))
    paper = next(paper for paper in listed if paper["id"] == "paper-insertrank")
    assert f"[ORCID](https://orcid.org/{ORCID}), Grace Hopper" in paper["authors"]
    assert paper["presented"] == PRESENTED
    assert f"](mailto:{ADDRESS})" in paper["corresponding"]
    jekyll = (build / "jekyll/pages/GenAIRecP2026/index.md").read_text("utf-8")
    assert f"({PRESENTED})" in jekyll

    calendar = (build / "2026/schedule.ics").read_text("utf-8").replace("\n ", "")
    assert PRESENTED in calendar
    shown = [file for file in build.rglob("[!.]*.*") if file.is_file()]
    whole = [file.read_bytes() for file in shown]
    assert not any(HIDDEN.encode() in content for content in whole)
    bibtex = papers_bib(built.edition("2026"))
    assert ADDRESS not in bibtex


def test_papers_are_listed_by_track_where_tracks_differ(built: Workspace) -> None:
    build = built.root / "build"
    page = (build / "site/2026/index.html").read_text(encoding="utf-8")
    section = page[page.index('<section id="papers"') :].partition("</section>")[0]
    parts = parts_of(section, '<h3 class="tier">([^<]+)', '<li id="paper-([^"]+)')
    assert [(heading, len(papers)) for heading, papers in parts] == [
        ("", 4),
        ("Main", 1),
        ("Industry", 2),
    ]
    assert parts[2][1] == ["agp", "joint-evaluation"]
    assert '<span class="tag">Short paper</span>' in section
    jekyll = (build / "jekyll/pages/GenAIRecP2026/index.md").read_text("utf-8")
    assert jekyll.index("## Main\n") < jekyll.index("## Industry\n")
    data = yaml.safe_load((build / "jekyll/_data/papers2026.yml").read_text("utf-8"))
    assert [paper["part"] for paper in data if paper["id"] == "paper-agp"] == [3]


@pytest.mark.parametrize(
    ("author", "code"),
    [
        ("{name: Ada, affiliation: A, affiliations: [B]}", "two-affiliations"),
        ("{person: ada-lovelace, orcid: 0000-0002-1825-0097}", "key-of-person"),
        ("{name: Ada, orcid: 0000-0002-1825-0098}", "not-an-orcid"),
        ("{name: Ada, email: ada at example}", "not-an-email"),
    ],
)
def test_what_no_author_can_have_is_refused(author: str, code: str) -> None:
    found = record(f"id: a\ntitle: A\nauthors: [{author}]\n", PaperRecord)
    assert [diagnostic.code for diagnostic in found.diagnostics] == [code]


def test_the_id_of_a_track_of_the_call_stands_for_its_name(workspace: Workspace) -> None:
    workspace.replace(PAPERS, "- id: agp\n", "- id: agp\n  track: late\n")
    tracks = "submissions:\n  tracks: [{name: Late results, id: late}]\n"
    workspace.replace("editions/2026/edition.yaml", "submissions:\n", tracks)
    edition, _ = workspace.resolve("2026")
    assert [paper.track for paper in edition.papers if paper.track] == ["Late results"]
