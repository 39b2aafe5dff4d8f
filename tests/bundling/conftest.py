"""Both editions' bundles, made once; the one of 2024 holds what a paper can hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.doctor import Group
from tests.build.drawn_pictures import draw
from tests.build.written_tables import long_table, wide_table
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace


def write_papers(workspace: Workspace) -> None:
    """Make the proposal short, and give the camera-ready pictures, tables and references."""
    workspace.write(
        "editions/2026/proposal.md", "# One\n\nAs [@koren2009matrix] has it.\n\n{{ topics }}\n"
    )
    edition = "editions/2024"
    workspace.replace("venues/kdd-2024.yaml", "      pages: 2\n", "      pages: 3\n")
    workspace.write(
        f"{edition}/references.bib",
        "@misc{cited, title={Cited}, author={Ann Author}, year=2020}\n"
        "@misc{uncited, title={Uncited}, author={Bob Builder}, year=2020}\n",
    )
    workspace.write(
        f"{edition}/summary.md",
        '# One\n\nAs [@cited] has it.\n\n![A square](square.png "Red")\n\n'
        f"![Another](converted.webp)\n\n{long_table()}\n\n{wide_table()}\n\nAfter.\n",
    )
    draw(workspace.data / edition / "square.png", 1100)
    draw(workspace.data / edition / "converted.webp", 1100, "WebP")


@pytest.fixture(scope="session")
def bundled(made_once: MadeOnce) -> Workspace:
    """A workshop with ACM's bundles of both editions and arXiv's of one; nobody changes it."""
    require(Group.DOCUMENTS, Group.BUNDLES)

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        write_papers(workspace)
        printed = ""
        for arguments in (("2024",), ("2026", "--for", "taps")):
            finished = workspace.run("bundle", *arguments)
            assert finished.code == 0, finished.output + finished.errors
            printed += finished.output
        (root / "printed").write_text(printed, encoding="utf-8")

    return Workspace(made_once("bundled", fill))
