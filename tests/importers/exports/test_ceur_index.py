"""The index of a volume at CEUR-WS as a list of papers."""

from __future__ import annotations

from pathlib import Path

from proposal.importers.papers import read_papers
from tests.importers.bringing import written
from tests.some import some

HEAD = "<!DOCTYPE html><html><head><title>CEUR-WS.org/Vol-1234</title></head><body>"
VOLUME = '<span class="CEURVOLNR">Vol-1234</span>'
PREFACE = (
    '<li id="preface"><a href="preface.pdf"><span class="CEURTITLE">Preface</span></a><br>'
    '<span class="CEURAUTHOR">Eve Editor</span></li>'
)
PAPERS = """<li id="paper1"><a href="paper1.pdf">
<span class="CEURTITLE">On Samples &amp;
  More</span></a> <span class="CEURPAGES">1-9</span><br>
<span class="CEURAUTHOR">Ann Author</span>,
<span class="CEURAUTHOR">Bob van der Builder</span>
<li id="paper2"><a href="paper2.pdf"><span class="CEURTITLE">On Others</span></a><br>
<span class="CEURAUTHORS">Cat Coder, Dan Doer and Eve Editor</span></li>"""


def test_an_index_of_ceur_lists_papers(tmp_path: Path) -> None:
    page = f'{HEAD}{VOLUME}<div class="CEURTOC"><ul>{PREFACE}{PAPERS}</ul></div></body></html>'
    draft = read_papers(written(tmp_path / "index.html", page), "2027")
    first, second = draft.papers
    assert (first["title"], first["pages"]) == ("On Samples & More", "1-9")
    assert first["authors"] == ["Ann Author", "Bob van der Builder"]
    assert first["pdf"] == "https://ceur-ws.org/Vol-1234/paper1.pdf"
    assert second["authors"] == ["Cat Coder", "Dan Doer", "Eve Editor"]
    assert "not-a-paper" in [found.code for found in draft.diagnostics]


def test_the_files_of_a_volume_without_a_number_have_no_addresses(tmp_path: Path) -> None:
    page = f"{HEAD}<ul>{PAPERS}</ul></body></html>"
    draft = read_papers(written(tmp_path / "index.html", page), "2027")
    assert all("pdf" not in paper for paper in some(draft.papers))
