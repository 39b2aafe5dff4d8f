"""What a hostile template cannot do: read or write outside of its folder, or run programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.doctor import Group
from tests import pdf
from tests.parts import require
from tests.process import Finished
from tests.workspace import Workspace


def build_with(workspace: Workspace, latex: str) -> Finished:
    workspace.write("editions/2024/summary.md", "# One\n\n{{ topics }}\n")
    workspace.template("blocks/topics.tex", f"BEGIN {latex} END\n")
    return workspace.build("2024")


@pytest.fixture
def secret(workspace: Workspace) -> Path:
    """A file beside the workspace that is none of a document's business."""
    file = workspace.root.parent / "secret.tex"
    file.write_text("CONFIDENTIAL\n")
    return file


@pytest.mark.parametrize(
    "latex",
    [
        "\\input{/etc/passwd}",
        "\\input{SECRET}",
        "\\input{../secret}",
        "\\input{.hidden}",
        "\\immediate\\openout5=SECRET\\relax\\immediate\\write5{x}\\immediate\\closeout5",
        "\\immediate\\openout5=../written\\relax",
        "\\input{|id}",
    ],
)
def test_a_file_outside_of_the_documents_folder_is_neither_read_nor_written(
    workspace: Workspace, secret: Path, latex: str
) -> None:
    finished = build_with(workspace, latex.replace("SECRET", str(secret)))
    assert finished.code == 1, finished.output
    assert "error" in finished.output
    assert not workspace.pdf().exists()
    assert secret.read_text() == "CONFIDENTIAL\n"


def test_what_cannot_be_read_is_not_in_the_pdf(workspace: Workspace, secret: Path) -> None:
    lines = (
        f"\\newread\\file \\openin\\file={secret} \\ifeof\\file CLOSED\\else "
        "\\read\\file to\\line \\line\\fi"
    )
    finished = build_with(workspace, lines)
    assert finished.code == 0, finished.output
    text = pdf.text(workspace.pdf())
    assert "BEGIN CLOSED" in text
    assert "CONFIDENTIAL" not in text


def test_no_program_is_run(workspace: Workspace) -> None:
    sign = workspace.root / "run"
    finished = build_with(workspace, f"\\immediate\\write18{{touch {sign}}}")
    assert finished.code == 0, finished.output
    assert not sign.exists()
    assert "BEGIN" in pdf.text(workspace.pdf())


def test_the_surroundings_of_the_user_do_not_reach_tex(workspace: Workspace) -> None:
    elsewhere = workspace.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "acmart.cls").write_text("\\errmessage{another class}\n")
    workspace.write("editions/2024/summary.md", "# One\n\nShort.\n")
    require(Group.DOCUMENTS)
    surroundings = {"TEXINPUTS": f"{elsewhere}:", "openin_any": "a", "shell_escape": "t"}
    finished = workspace.run("build", "--only", "pdf", "2024", **surroundings)
    assert finished.code == 0, finished.output
    assert "Short." in pdf.text(workspace.pdf())
