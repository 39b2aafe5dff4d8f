"""`proposal proceedings` makes the volume of a real workshop, here with papers of a few words."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pikepdf
import pypdf
import pytest

from proposal.doctor import Group
from proposal.pdf import Pdf
from tests.conftest import MadeOnce
from tests.parts import require
from tests.proceedings.papers import opened, paper, with_bookmarks, with_links, with_tags
from tests.remembered_tex import FOLDER
from tests.workspace import Workspace

EDITION = "editions/2026"
PAGES = {
    "insertrank": 2,
    "selective-regularization": 3,
    "agp": 1,
    "joint-evaluation": 2,
    "video-recommenders": 4,
    "linkedin-feed": 1,
    "agentic-orchestration": 2,
}
"""How many pages the papers have, in the order of the volume."""
KEYS = """
proceedings:
  publisher: Example Press
  series: Examples in Print
  volume: 12
  isbn: 979-8-4007-0490-1
  rights: © 2026 for this paper by its authors.
  licence: by
  first_page: 101
"""
PREFACE = """# Welcome to all

We thank all who came to {{ venue.city }}. All papers are new, 100 % of them.

## How papers were chosen

By *two* reviews each.
"""


def with_papers(workspace: Workspace) -> None:
    """Put a PDF for each paper into a workshop, and say something of the volume."""
    folder = workspace.data / EDITION / "papers"
    folder.mkdir()
    for name, count in PAGES.items():
        texts = [f"{name} leaf {number}" for number in range(count)]
        (folder / f"{name}.pdf").write_bytes(paper(texts, _changed))
    workspace.append(f"{EDITION}/edition.yaml", KEYS)
    workspace.write(f"{EDITION}/preface.md", PREFACE)
    workspace.replace(
        f"{EDITION}/papers.yaml", "- id: agp\n", "- id: agp\n  doi: 10.1234/example(5)_6\n"
    )


def _changed(pdf: pikepdf.Pdf) -> None:
    with_links(pdf)
    with_bookmarks(pdf)
    with_tags(pdf)


@pytest.fixture(scope="session")
def volumes(made_once: MadeOnce) -> Workspace:
    """The workshop with its volume; nobody changes anything in it."""
    require(Group.DOCUMENTS)

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        with_papers(workspace)
        finished = workspace.run("proceedings", "2026")
        assert finished.code == 0, finished.output + finished.errors
        (root / "printed").write_text(finished.output, encoding="utf-8")

    return Workspace(made_once("volumes", fill))


@pytest.fixture
def volume(volumes: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the workshop with its volume, to be changed."""
    shutil.copytree(volumes.root, tmp_path / "volume")
    return Workspace(tmp_path / "volume")


def made(workspace: Workspace, name: str = "proceedings") -> bytes:
    return (workspace.root / "build" / "2026" / f"{name}.pdf").read_bytes()


def labels(content: bytes) -> list[str]:
    return list(pypdf.PdfReader(io.BytesIO(content)).page_labels)


def test_pages_before_the_papers_have_roman_numbers_and_all_others_arabic_ones(
    volumes: Workspace,
) -> None:
    found = labels(made(volumes))
    front = found.index("101")
    assert found[:2] == ["i", "ii"]
    assert found[front:] == [str(101 + number) for number in range(len(found) - front)]
    assert len(found) - front == sum(PAGES.values()) + 1  # and the index


def test_stamps_say_volume_pages_rights_and_doi(volumes: Workspace) -> None:
    text = Pdf(made(volumes, "proceedings/agp")).flowing_texts[0]
    words = " ".join(text.split())
    assert "Proceedings of the Third Workshop on Generative AI" in words
    assert "(GenAIRecP 2026), page 106." in words
    assert "Boise, Idaho, USA, February 26, 2026. Example Press." in words
    assert "© 2026 for this paper by its authors. CC BY 4.0." in words
    assert "https://doi.org/10.1234/example(5)_6" in words
    assert words.endswith("106")
    first = " ".join(Pdf(made(volumes, "proceedings/insertrank")).flowing_texts[0].split())
    assert "pages 101–102." in first


def test_contents_and_programme_name_the_first_page_of_papers(volumes: Workspace) -> None:
    pages = Pdf(made(volumes)).flowing_texts
    contents = next(text for text in pages if text.startswith("Contents"))
    lines = [" ".join(line.replace(" .", "").split()) for line in contents.splitlines()]
    assert any(line.startswith("InsertRank") for line in lines)
    assert any(line.endswith("Reranking 101") for line in lines), lines
    assert any(line.startswith("Author Index") and line.endswith("116") for line in lines), lines
    assert any(line.startswith("Welcome to all") and line.endswith("iii") for line in lines), lines


def test_the_index_has_all_authors_by_family_name(volumes: Workspace) -> None:
    index = Pdf(made(volumes)).flowing_texts[-1]
    edition = volumes.edition("2026")
    authors = {author.name for paper in edition.papers for author in paper.authors}
    rows = [line for line in index.splitlines() if ", " in line]
    assert len(rows) == len(authors)
    assert "Wang, Chen, 106" in rows
    assert "Yu, Philip S., 106" in rows


def test_the_preface_quotes_facts_and_keeps_its_own_heading(volumes: Workspace) -> None:
    page = next(
        text for text in Pdf(made(volumes)).flowing_texts if text.startswith("Welcome to all")
    )
    assert "who came to Boise" in page
    assert "All papers are new, 100 % of them." in " ".join(page.split())


def test_links_bookmarks_and_tags_of_all_papers_are_in_the_volume(volumes: Workspace) -> None:
    content = opened(made(volumes))
    assert content.check_pdf_syntax() == []
    front = labels(made(volumes)).index("101")
    papers = content.pages[front : front + sum(PAGES.values())]
    links = [
        str(link.Dest)
        for page in papers
        for link in page.obj.get("/Annots", [])
        if isinstance(link.get("/Dest"), pikepdf.String)
    ]
    assert links == [f"{name}/section.1" for name in PAGES]
    with content.open_outline() as outline:
        titles = [item.title for item in outline.root]
        nested = [len(item.children) for item in outline.root]
    assert titles[0] == "Title"
    assert titles[-1] == "Author Index"
    assert nested.count(2) == len(PAGES)
    assert len(content.Root.StructTreeRoot.K) == len(PAGES) + 1  # and the pages around them


def test_links_of_contents_and_index_lead_to_the_papers(volumes: Workspace) -> None:
    content = opened(made(volumes))
    front = labels(made(volumes)).index("101")
    places = dict(pikepdf.NameTree(content.Root.Names.Dests).items())
    starts = {}
    number = front
    for name, count in PAGES.items():
        starts[f"{name}/first-page"] = content.pages[number].obj.objgen
        number += count
    pages = [*content.pages[:front], content.pages[-1]]
    wanted = {
        str(link.A.D)
        for page in pages
        for link in page.obj.get("/Annots", [])
        if "/A" in link and isinstance(link.A.get("/D"), pikepdf.String)
    }
    assert starts.keys() <= wanted
    assert wanted <= set(places)
    for name, page in starts.items():
        assert places[name][0].objgen == page


def test_nothing_is_made_anew_without_a_change_and_the_bytes_stay(volume: Workspace) -> None:
    before = made(volume)
    finished = volume.run("proceedings", "2026")
    assert finished.code == 0, finished.output + finished.errors
    assert "0 of them stamped anew" in finished.output
    assert made(volume) == before


def test_papers_that_were_not_read_back_are_counted(volume: Workspace) -> None:
    file = volume.data / EDITION / "papers" / "agp.pdf"
    file.write_bytes(paper(["nobody has read this"]))
    finished = volume.run("proceedings", "2026")
    assert "were not read back [papers-not-read]" in finished.output
    volume.run("papers", "2026")
    finished = volume.run("proceedings", "2026")
    assert "[papers-not-read]" not in finished.output
    assert "7 of 7 papers are to be corrected [papers-to-correct]" in finished.output


def test_from_nothing_the_same_bytes_are_made(
    volume: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(FOLDER)  # so that TeX runs again
    before = {file.name: file.read_bytes() for file in (volume.root / "build").rglob("*.pdf")}
    shutil.rmtree(volume.root / "build")
    assert volume.run("proceedings", "2026").code == 0
    after = {file.name: file.read_bytes() for file in (volume.root / "build").rglob("*.pdf")}
    assert [name for name in before if before[name] != after.get(name)] == []


def test_after_one_title_changed_one_paper_is_stamped_at_most(volume: Workspace) -> None:
    volume.replace(f"{EDITION}/papers.yaml", "Multi-Agent Video", "Many-Agent #1 & Video")
    finished = volume.run("proceedings", "2026")
    assert finished.code == 0, finished.output + finished.errors
    assert "1 of them stamped anew" in finished.output
    assert any("Many-Agent #1 & Video" in text for text in Pdf(made(volume)).flowing_texts)


def test_a_bad_paper_is_named_and_the_others_are_in_the_volume(volume: Workspace) -> None:
    papers = volume.data / EDITION / "papers"
    pdf = opened((papers / "agp.pdf").read_bytes())
    pdf.save(papers / "agp.pdf.new", encryption=pikepdf.Encryption(owner="a", user="b"))
    (papers / "agp.pdf.new").replace(papers / "agp.pdf")
    (papers / "insertrank.pdf").write_bytes(b"%PDF-1.7 damaged")
    (papers / "linkedin-feed.pdf").unlink()
    finished = volume.run("proceedings", "2026")
    assert finished.code == 1
    printed = finished.output
    assert "papers/agp.pdf:1:1: error: agp.pdf is encrypted: it asks for a password" in printed
    assert "papers/insertrank.pdf:1:1: error: insertrank.pdf is no PDF" in printed
    assert "error: the paper `linkedin-feed` has no PDF" in printed
    assert "hint: put it into data/editions/2026/papers/linkedin-feed.pdf" in printed
    assert "4 of 7 papers" in printed
    texts = Pdf(made(volume)).flowing_texts
    assert not any("agp leaf" in text for text in texts)
    assert any("joint-evaluation leaf 0" in text for text in texts)
    assert not (volume.root / "build" / "2026" / "proceedings" / "agp.pdf").exists()


def test_one_pdf_for_two_papers_is_found(volume: Workspace) -> None:
    papers = volume.data / EDITION / "papers"
    shutil.copyfile(papers / "insertrank.pdf", papers / "agp.pdf")
    finished = volume.run("proceedings", "2026")
    assert finished.code == 1
    assert "agp.pdf is the same PDF as that of the paper `insertrank`" in finished.output


def test_pages_are_written_only_when_asked_and_nothing_else_changes(volume: Workspace) -> None:
    place = volume.data / EDITION / "papers.yaml"
    before = place.read_text(encoding="utf-8")
    assert volume.run("proceedings", "2026").code == 0
    assert place.read_text(encoding="utf-8") == before
    assert volume.run("proceedings", "2026", "--write-pages").code == 0
    lines = place.read_text(encoding="utf-8").splitlines()
    added = [line for line in lines if line.strip().startswith("pages:")]
    assert added[:3] == ["  pages: 101-102", "  pages: 103-105", "  pages: 106"]
    assert [line for line in lines if line not in added] == before.splitlines()
    pages = {paper.id: paper.pages for paper in volume.edition("2026").papers}
    assert pages["video-recommenders"] == "109–112"


def test_pages_are_not_written_while_a_paper_is_missing(volume: Workspace) -> None:
    (volume.data / EDITION / "papers" / "agp.pdf").unlink()
    place = volume.data / EDITION / "papers.yaml"
    before = place.read_text(encoding="utf-8")
    finished = volume.run("proceedings", "2026", "--write-pages")
    assert finished.code == 1
    assert "the pages were not written, since papers are missing" in finished.output
    assert place.read_text(encoding="utf-8") == before


def test_other_pages_than_in_the_volume_are_found_at_their_line(volume: Workspace) -> None:
    volume.replace(f"{EDITION}/papers.yaml", "- id: agp\n", "- id: agp\n  pages: 7-9\n")
    finished = volume.run("proceedings", "2026")
    assert "`agp` has the pages 106 in the volume, not 7–9" in finished.output
    assert finished.code == 0
