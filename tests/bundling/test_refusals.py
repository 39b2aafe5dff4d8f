"""What would be sent back is not handed over, and one is told why and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.bundling.accepted import is_accepted
from proposal.delivery import AS_BEFORE
from proposal.doctor import Group
from tests.build.drawn_pictures import picture
from tests.parts import require
from tests.workspace import ROOT, Workspace

BEFORE = b"the bundle of before"
SECOND_CLASS = "\\documentclass{a}\n"
TWO_CLASSES = "the document has 2 lines with \\documentclass; one is wanted"
WITH_PICTURE = "# One\n\nText.\n\n![A red square](square.png)\n"


@pytest.fixture
def handed_over(workspace: Workspace) -> Path:
    """A bundle that was made before."""
    place = workspace.root / "build/2024/bundle-taps.zip"
    place.parent.mkdir(parents=True)
    place.write_bytes(BEFORE)
    return place


def refused(
    workspace: Workspace, *words: str, receiver: str = "taps", years: tuple[str, ...] = ("2024",)
) -> str:
    finished = workspace.run("bundle", *years, "--for", receiver)
    assert finished.code == 1, finished.output + finished.errors
    for word in words:
        assert word in finished.output, finished.output
    return finished.output


def with_lines(name: str, lines: str) -> str:
    """A template of the program with further lines of LaTeX behind its rights block."""
    text = (ROOT / "templates/latex" / name).read_text(encoding="utf-8")
    before, end, after = text.rpartition("<% endblock %>")
    return before + lines + end + after


def test_a_package_that_is_not_accepted_is_reported_at_its_line(
    workspace: Workspace, handed_over: Path
) -> None:
    template = with_lines("camera-ready.tex", "\\usepackage{booktabs,minted}\n")
    workspace.template("camera-ready.tex", template)
    line = template[: template.index("\\usepackage")].count("\n") + 1
    output = refused(
        workspace,
        f"templates/latex/camera-ready.tex:{line}:1: error: ACM's production does not accept"
        " the package minted [package]",
        "accepted-latex-packages",
    )
    assert "booktabs [package]" not in output
    assert handed_over.read_bytes() == BEFORE


def test_an_author_without_a_country_is_refused_for_acm_alone(workspace: Workspace) -> None:
    workspace.write(
        "people/narges-tabari.yaml",
        "name: Narges Tabari\naffiliations:\n  - {institution: AWS AI Labs, city: Seattle}\n",
    )
    said = "error: the affiliation of the author Narges Tabari has no country [missing-country]"
    refused(workspace, said)
    # arXiv gets nothing either, but for another reason, of which is known before TeX is run.
    workspace.template("camera-ready.tex", with_lines("camera-ready.tex", SECOND_CLASS))
    assert said not in refused(workspace, TWO_CLASSES, receiver="arxiv")


def test_packages_that_acmart_loads_itself_are_accepted() -> None:
    require(Group.DOCUMENTS)
    assert is_accepted("booktabs")
    assert is_accepted("siunitx")
    assert not is_accepted("minted")


@pytest.mark.parametrize("path", ["../secret", "/etc/hostname", "~/paper/intro"])
def test_a_file_outside_is_refused(workspace: Workspace, handed_over: Path, path: str) -> None:
    workspace.template("camera-ready.tex", with_lines("camera-ready.tex", f"\\input{{{path}}}\n"))
    refused(workspace, f"error: `{path}` leads out of the bundle", "camera-ready.tex:")
    refused(workspace, "leads out of the bundle", receiver="arxiv")
    assert handed_over.read_bytes() == BEFORE


def test_a_picture_that_links_outside_is_refused(
    workspace: Workspace, tmp_path: Path, handed_over: Path
) -> None:
    workspace.write("editions/2024/summary.md", WITH_PICTURE)
    (tmp_path / "elsewhere.png").write_bytes(picture())
    (workspace.data / "editions/2024/square.png").symlink_to(tmp_path / "elsewhere.png")
    refused(workspace, "error: square.png is a symbolic link to a place outside of this folder")
    assert handed_over.read_bytes() == BEFORE


def test_a_figure_without_description_is_refused(workspace: Workspace) -> None:
    workspace.write("editions/2024/summary.md", WITH_PICTURE)
    (workspace.data / "editions/2024/square.png").write_bytes(picture())
    workspace.template(
        "figure.tex",
        "\\begin{figure}\n\\includegraphics{<< figure.file.name >>}\n\\end{figure}\n",
    )
    refused(workspace, "summary.md:5:1: error: a figure has no \\Description")


def test_two_classes_are_refused(workspace: Workspace) -> None:
    workspace.template("camera-ready.tex", with_lines("camera-ready.tex", SECOND_CLASS))
    refused(workspace, TWO_CLASSES)


def test_what_says_something_else_elsewhere_is_not_handed_over(
    workspace: Workspace, handed_over: Path
) -> None:
    require(Group.DOCUMENTS, Group.BUNDLES)
    workspace.write("editions/2024/summary.md", "# One\n\nShort.\n")
    place = handed_over.with_name("bundle-arxiv.zip")
    place.write_bytes(BEFORE)
    # With `\pdfoutput` set in the file itself, the source that arXiv gets is one line longer.
    line = "\\AtBeginDocument{\\acmConference[\\the\\inputlineno]{a}{b}{c}}\n"
    workspace.template("camera-ready.tex", with_lines("camera-ready.tex", line))
    output = refused(workspace, "compiled on its own, page 1 says", receiver="arxiv")
    assert AS_BEFORE in output
    assert place.read_bytes() == BEFORE


def test_what_is_wrong_with_the_data_is_reported_first(workspace: Workspace) -> None:
    workspace.replace("editions/2024/edition.yaml", "venue: kdd-2024", "venue: kdd-2042")
    refused(workspace, "there is no venue `kdd-2042`")
    assert not (workspace.root / "build").exists()


def test_a_guess_is_not_handed_over(workspace: Workspace, handed_over: Path) -> None:
    for venue in ("kdd-2024", "wsdm-2026"):
        workspace.append(f"venues/{venue}.yaml", "tentative: true\n")
    said = "the document says “to be confirmed” [to-be-confirmed]"
    assert refused(workspace, said, years=("2024", "2026")).count(said) == 2
    assert handed_over.read_bytes() == BEFORE
