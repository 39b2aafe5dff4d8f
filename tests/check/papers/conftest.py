"""A workshop with twelve papers in the layouts of publishers, read back once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from proposal.doctor import Group
from tests.check.papers.made_papers import PAPERS, make
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace

EDITION = "editions/2026"
LIMITS = """pages: {max: 8}
  tracks:
    - {name: Short papers, pages: 4}
    - {name: Full papers, pages: 8}"""


@pytest.fixture(scope="session")
def made_papers(made_once: MadeOnce) -> Path:
    """The folder with the PDFs of all papers that are made up."""
    require(Group.DOCUMENTS, Group.SCRIPTS, Group.NOTO, Group.NOTO_CJK)
    return made_once("made-papers", make)


@pytest.fixture(scope="session")
def read_back(made_once: MadeOnce, made_papers: Path) -> Workspace:
    """The workshop whose papers were read back; nobody changes anything in it."""

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        with_made_papers(workspace, made_papers)
        finished = workspace.run("papers", "2026", "--details")
        (root / "printed").write_text(finished.output, encoding="utf-8")
        assert finished.code == 1, finished.output + finished.errors

    return Workspace(made_once("read-back", fill))


def with_made_papers(workspace: Workspace, made: Path) -> None:
    """Put the papers that are made up, and no others, into a workshop."""
    workspace.replace(f"{EDITION}/edition.yaml", "pages: {min: 2, max: 8}", LIMITS)
    records = [f"- id: {name}{paper.record.rstrip()}\n" for name, paper in PAPERS.items()]
    workspace.write(f"{EDITION}/papers.yaml", "\n".join(records))
    workspace.write(f"{EDITION}/program.yaml", "[]\n")
    folder = workspace.data / EDITION / "papers"
    folder.mkdir()
    for name in PAPERS:
        shutil.copy(made / f"{name}.pdf", folder)
