"""What stands around the papers of a volume, as TeX gets it."""

from __future__ import annotations

import re
from pathlib import Path

from proposal.edition.public import public
from proposal.proceedings.typeset_pages import matter_document
from proposal.proceedings.volume_plan import plan_of
from tests.proceedings.papers import paper
from tests.workspace import Workspace


def test_sponsors_have_their_logos_in_front_of_the_papers(tmp_path: Path) -> None:
    workspace = Workspace.of_careful_engines(tmp_path)
    edition = workspace.edition("2027")
    folder = workspace.data / "editions/2027/papers"
    folder.mkdir()
    for number, listed in enumerate(edition.papers):
        (folder / f"{listed.id}.pdf").write_bytes(paper([f"paper {number}"]))
    edition = public(workspace.edition("2027"))
    assert edition.volume is not None
    document = matter_document(tmp_path, edition, edition.volume, plan_of(edition, 1))
    (picture,) = document.pictures
    assert picture.content.startswith(b"\x89PNG")
    before, _, behind = document.tex.text.partition(f"{{{picture.name}}}")
    assert before.endswith("keepaspectratio]")
    assert behind.index("Example Works") < behind.index("Sample Society")


PAPERS = """\
- {id: one, title: One, authors: [Ann Author], kind: long, track: Talks}
- {id: two, title: Two, authors: [Ann Author], kind: short, track: Talks}
- {id: three, title: Three, authors: [Ann Author], kind: long, track: Talks}
- {id: four, title: Four, authors: [Ann Author], kind: poster, track: Posters, archival: false}
- {id: five, title: Five, authors: [Ann Author], kind: demo, track: Talks}
"""
"""The last one has no PDF yet."""


def test_the_contents_follow_the_pages_and_name_no_empty_part(workspace: Workspace) -> None:
    workspace.write("editions/2026/papers.yaml", PAPERS)
    workspace.write("editions/2026/program.yaml", "- {start: 9:00, end: 10:00, kind: papers}\n")
    folder = workspace.data / "editions/2026/papers"
    folder.mkdir(exist_ok=True)
    for name in ("one", "two", "three"):
        (folder / f"{name}.pdf").write_bytes(paper([f"{name} begins", f"{name} ends"]))
    edition = public(workspace.edition("2026"))
    assert edition.volume is not None
    plan = plan_of(edition, 1)
    text = matter_document(workspace.root, edition, edition.volume, plan).tex.text
    contents = text[text.index("starttoc") :]
    rows = re.findall(r"contentsrow\{.*?\{(\w+)\}\}\{.*?\{(\d+)\}\}", contents)
    assert rows[:3] == [("One", "1"), ("Three", "3"), ("Two", "5")]
    assert re.findall(r"volumegroup\{(.+?)\}", contents) == ["Long papers", "Short papers"]


def test_the_program_says_who_moderates_a_panel_and_who_sits_there_from_afar(
    workspace: Workspace,
) -> None:
    workspace.write("editions/2026/papers.yaml", PAPERS)
    workspace.write("editions/2026/program.yaml", "- {start: 9:00, end: 10:00, kind: panel}\n")
    seats = (
        "  - {person: Ann Author (A College), role: moderator, status: confirmed}\n"
        "  - {person: Bob Builder (A College), role: panelist, status: confirmed, remote: true}\n"
    )
    workspace.replace("editions/2026/edition.yaml", "speakers:\n", f"speakers:\n{seats}")
    folder = workspace.data / "editions/2026/papers"
    folder.mkdir(exist_ok=True)
    (folder / "one.pdf").write_bytes(paper(["one begins"]))
    edition = public(workspace.edition("2026"))
    assert edition.volume is not None
    text = matter_document(workspace.root, edition, edition.volume, plan_of(edition, 1)).tex.text
    assert "with Ann Author (moderator), Bob Builder (remote)" in text
