"""Slides, posters and recordings stand beside what they belong to, and say what opens them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proposal.model.material_kinds import file_format
from tests.check.facts.conftest import after_change
from tests.workspace import Workspace

EDITION, PAPERS = "editions/2026/edition.yaml", "editions/2026/papers.yaml"
SEAT = """\
  - {person: chirag-shah, id: seat, role: panelist, status: confirmed, slides: words.pdf}
"""


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("https://example.org/a.pdf", "PDF"),
        ("https://example.org/a.PDF?dl=1#page=2", "PDF"),
        ("files/talk.pptx", "PowerPoint"),
        ("talk.key", "Keynote"),
        ("https://example.org/pdf", ""),
        ("https://example.org/a.pdf.html", ""),
        ("https://films.example.org/v", ""),
    ],
)
def test_a_file_is_known_by_the_ending_of_its_name(address: str, form: str) -> None:
    assert file_format(address) == form


@pytest.fixture
def built(workspace: Workspace) -> Path:
    """The pages of an edition that offers slides of a paper, of a talk and of a panelist."""
    workspace.replace(
        PAPERS,
        "- id: agp\n",
        "- id: agp\n  award: Best Paper\n  slides: https://slides.org/agp.pptx\n"
        "  poster: https://posters.org/agp.pdf\n  supplement: https://more.org/agp.pdf\n",
    )
    speaker = "  - person: meng-jiang\n"
    workspace.replace(EDITION, speaker, f"{SEAT}{speaker}    video: https://films.org/opus\n")
    folder = workspace.data / "editions/2026/files"
    folder.mkdir()
    (folder / "words.pdf").write_bytes(b"%PDF-1.7\n")
    (workspace.data / "editions" / "2026" / "calendar.yaml").unlink()
    finished = workspace.run("build", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    return workspace.root / "build"


def shown(page: str) -> list[tuple[str, str, str]]:
    """Links to what there is of talks and papers: class, address, words."""
    found = re.findall(r'<a (?:class="(\w+)" )?href="([^"]+)" aria-label="[^"]+">([^<]+)</a>', page)
    return [link for link in found if link[2].partition(" (")[0] in LABELS]


LABELS = {"Slides", "Poster", "Video", "Supplement"}


def test_materials_stand_in_the_schedule_and_beside_their_entries(built: Path) -> None:
    page = (built / "site/2026/index.html").read_text(encoding="utf-8")
    schedule, _, rest = page.partition('<section id="schedule"')[2].partition("</section>")
    assert shown(schedule) == [
        ("material", "https://films.org/opus", "Video"),
        ("material", "https://slides.org/agp.pptx", "Slides (PowerPoint)"),
        ("material", "https://posters.org/agp.pdf", "Poster (PDF)"),
    ]
    assert schedule.count('<span class="tag">Best Paper</span>') == 1
    assert ("", "https://films.org/opus", "Video") in shown(rest)
    panel = rest.partition('<section id="panel"')[2].partition("</section>")[0]
    assert shown(panel) == [("", "files/words.pdf", "Slides (PDF)")]
    papers = rest.partition('<section id="papers"')[2].partition("</section>")[0]
    assert shown(papers) == [
        ("", "https://slides.org/agp.pptx", "Slides (PowerPoint)"),
        ("", "https://posters.org/agp.pdf", "Poster (PDF)"),
        ("", "https://more.org/agp.pdf", "Supplement (PDF)"),
    ]
    assert papers.count('<span class="tag">Best Paper</span>') == 1


def test_the_tree_for_jekyll_has_them_in_the_same_places(built: Path) -> None:
    page = (built / "jekyll/pages/GenAIRecP2026/index.md").read_text(encoding="utf-8")
    front, _, body = page.partition("\n---\n")
    (row,) = [line for line in body.split("\n") if "slides.org" in line]
    assert row.startswith("| ")
    assert " · [Slides (PowerPoint)](https://slides.org/agp.pptx)" in row
    assert " · [Poster (PDF)](https://posters.org/agp.pdf)" in row
    assert " · [Video](https://films.org/opus)" in body
    assert "[Slides (PDF)](/assets/files/GenAIRecP2026/words.pdf)" in front.replace(
        "/GenAIRecP/assets", "/assets"
    )
    assert "[Video](https://films.org/opus)" in front


def test_the_slides_of_a_panelist_are_compared(workspace: Workspace, built: Path) -> None:
    for file in ("site/2026/index.html", "jekyll/pages/GenAIRecP2026/index.md"):
        found = after_change(workspace, file, "words.pdf", "sword.pdf")
        assert any(" speakers.seat.slides" in diagnostic.message for diagnostic in found), found
    assert built.is_dir()
