"""Each paper has a page that readers, search engines and programs for references read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from proposal.build.pages import render_pages
from proposal.build.request import Kind
from proposal.diagnostics import Diagnostic
from tests.diagnostic_lists import only
from tests.render.described_volume import EDITION, PAPERS, VOLUME
from tests.workspace import Workspace

HERE = "2027/papers/careful-engines/"
SITE = "https://example.org/wce/"
PDF = b"%PDF-1.7\n% a paper\n"


def site_of(workspace: Workspace) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    rendered = render_pages(workspace.load(), {Kind.SITE}).site
    return rendered.files, list(rendered.diagnostics)


def tags(page: bytes) -> list[tuple[str, str]]:
    """What Google Scholar and Zotero read, in its order."""
    return re.findall(r'<meta name="citation_(\w+)" content="([^"]*)">', page.decode())


def article(page: bytes) -> dict[str, object]:
    texts = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', page.decode(), re.DOTALL
    )
    found = (json.loads(text) for text in texts)
    return next(data for data in found if data["@type"] == "ScholarlyArticle")


def stamped(workspace: Workspace, *papers: str) -> None:
    """PDFs as `proposal proceedings` leaves them, without its making them."""
    folder = workspace.root / "build" / "2027" / "proceedings"
    folder.mkdir(parents=True)
    folder.with_name("proceedings.pdf").write_bytes(PDF + b"of all")
    for paper in papers:
        (folder / f"{paper}.pdf").write_bytes(PDF + paper.encode())


def test_a_page_says_what_scholar_and_zotero_read(engines: Workspace) -> None:
    engines.append(EDITION, VOLUME)
    files, found = site_of(engines)
    assert found == []
    assert tags(files[f"{HERE}index.html"]) == [
        ("title", "Careful Engines"),
        ("author", "Ada King"),
        ("author_institution", "University of Somewhere"),
        ("author_institution", "Institute of Examples"),
        ("author_orcid", "https://orcid.org/0000-0001-5109-3700"),
        ("author", "Maria Gaetana Agnesi"),
        ("author_institution", "University of Nowhere"),
        ("author", "Charles Babbage"),
        ("author_institution", "Institute of Examples"),
        ("publication_date", "2027/03/30"),
        ("conference_title", "Proceedings of Careful Engines"),
        ("series_title", "Examples in Print"),
        ("volume", "12"),
        ("firstpage", "12"),
        ("lastpage", "19"),
        ("doi", "10.1145/1234567.1234569"),
        ("isbn", "979-8-4007-0490-1"),
        ("publisher", "Example Press"),
        ("language", "en"),
        ("keywords", "Engines; Care"),
        ("abstract_html_url", f"{SITE}{HERE}"),
        ("pdf_url", "https://example.org/careful.pdf"),
    ]
    data = article(files[f"{HERE}index.html"])
    assert data["headline"] == "Careful Engines"
    assert (data["pageStart"], data["pageEnd"], data["pagination"]) == ("12", "19", "12–19")
    volume = data["isPartOf"]
    assert isinstance(volume, dict)
    assert (volume["@type"], volume["name"]) == ("Book", "Proceedings of Careful Engines")
    authors = data["author"]
    assert isinstance(authors, list)
    assert authors[0]["sameAs"] == "https://orcid.org/0000-0001-5109-3700"


def test_nothing_is_said_of_a_volume_that_nobody_described(engines: Workspace) -> None:
    files, _ = site_of(engines)
    page = files[f"{HERE}index.html"]
    names = {name for name, _ in tags(page)}
    assert ("publication_date", "2027") in tags(page)
    assert not names & {"isbn", "issn", "publisher", "series_title", "volume"}
    assert not {"isPartOf", "publisher", "license"} & article(page).keys()
    assert b"<h1>Accepted papers</h1>" in files["2027/papers/index.html"]


def test_references_lie_beside_the_page_and_the_list(engines: Workspace) -> None:
    files, _ = site_of(engines)
    page = files[f"{HERE}index.html"].decode()
    for ending in ("bib", "ris", "json"):
        assert f"{HERE}careful-engines.{ending}" in files
        assert f'href="careful-engines.{ending}" download' in page
    ((file, part),) = re.findall(r'href="([\w.-]+)" data-copies="(\w+)"', page)
    shown = page.partition(f'<pre id="{part}">')[2].partition("</pre>")[0]
    assert files[f"{HERE}{file}"].decode() == shown
    assert len(json.loads(files["2027/papers/papers.json"])) == 2
    assert files["2027/papers/papers.ris"].count(b"TY  - ") == 2


def test_lists_lead_to_the_pages_and_these_to_their_neighbours(engines: Workspace) -> None:
    files, _ = site_of(engines)
    for path, way in (("2027/", "papers/"), ("2027/papers/", "")):
        links = re.findall(r'<h3[^>]*><a href="([^"]*)">', files[f"{path}index.html"].decode())
        papers = [link for link in links if link.startswith((f"{way}careful", f"{way}short"))]
        assert papers == [f"{way}careful-engines/", f"{way}short-engines/"]
    first, last = (
        files[f"2027/papers/{paper}/index.html"].decode()
        for paper in ("careful-engines", "short-engines")
    )
    assert 'rel="next" href="../short-engines/"' in first
    assert 'rel="prev"' not in first
    assert 'rel="prev" href="../careful-engines/"' in last
    assert 'rel="next"' not in last
    assert f"<loc>{SITE}{HERE}</loc>" in files["sitemap.xml"].decode()


def test_an_own_file_lies_beside_the_page_where_scholar_looks_for_it(engines: Workspace) -> None:
    engines.write("editions/2027/files/own.pdf", PDF.decode())
    engines.replace(PAPERS, "pdf: https://example.org/careful.pdf", "pdf: own.pdf")
    files, _ = site_of(engines)
    page = files[f"{HERE}index.html"]
    assert files[f"{HERE}careful-engines.pdf"] == PDF
    assert dict(tags(page))["pdf_url"] == f"{SITE}{HERE}careful-engines.pdf"
    assert b'href="files/own.pdf"' in files["2027/index.html"]


def test_camera_ready_pdfs_and_a_volume_are_shown_only_where_data_wish_it(
    engines: Workspace,
) -> None:
    engines.write("editions/2027/papers/careful-engines.pdf", PDF.decode())
    engines.append(EDITION, VOLUME)
    stamped(engines, "careful-engines", "short-engines")
    files, found = site_of(engines)
    assert found == []
    assert not [name for name in files if name.startswith("2027/papers/") and "pdf" in name]

    engines.append(EDITION, "  public: true\n")
    files, found = site_of(engines)
    assert found == []
    assert files["2027/papers/proceedings.pdf"] == PDF + b"of all"
    assert files[f"{HERE}careful-engines.pdf"] == PDF + b"careful-engines"
    page = files[f"{HERE}index.html"]
    assert dict(tags(page))["pdf_url"] == f"{SITE}{HERE}careful-engines.pdf"
    assert b'href="papers/careful-engines/careful-engines.pdf"' in files["2027/index.html"]
    assert b'href="proceedings.pdf"' in files["2027/papers/index.html"]


def test_a_public_volume_that_was_not_made_of_all_papers_is_named(engines: Workspace) -> None:
    engines.append(EDITION, VOLUME + "  public: true\n")
    stamped(engines, "careful-engines")
    files, found = site_of(engines)
    diagnostic = only(found)
    assert diagnostic.code == "unmade-volume"
    assert "`short-engines`, which shall be public" in diagnostic.message
    assert "2027/papers/short-engines/short-engines.pdf" not in files


def test_pages_of_a_workshop_that_was_not_held_tell_nobody_how_to_cite(engines: Workspace) -> None:
    engines.append(EDITION, "status: cancelled\n")
    files, _ = site_of(engines)
    page = files[f"{HERE}index.html"]
    assert tags(page) == []
    assert "datePublished" not in article(page)
    for name in ("2027/", "2027/papers/", HERE):
        text = files[f"{name}index.html"].decode()
        for words in ("How to cite", "how to cite", "BibTeX", "EXC &#39;27, February", "@inpro"):
            assert words not in text, (name, words)
    assert "<dt>Accepted at</dt>" in page.decode()
    assert not [name for name in files if name.endswith((".bib", ".ris"))]


def test_what_is_presented_alone_is_no_part_of_the_volume_for_search_engines(
    engines: Workspace,
) -> None:
    engines.append(EDITION, VOLUME)
    engines.replace(PAPERS, "  track: short\n", "  track: short\n  archival: false\n")
    files, _ = site_of(engines)
    assert files["2027/papers/index.html"].decode().count('"@type": "ScholarlyArticle"') == 1
