"""What stands around the papers of a volume, as TeX gets it."""

from __future__ import annotations

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
