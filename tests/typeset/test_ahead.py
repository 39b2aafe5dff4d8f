"""A TeX that is started before its document is known: it is used, or it goes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from proposal.building.documents import epoch_of
from proposal.machine import Group
from proposal.render.latex.document import RenderedDocument, render_document
from proposal.typeset.ahead import Ahead
from proposal.typeset.passes import typeset
from tests.parts import require
from tests.workspace import Workspace


@pytest.fixture(autouse=True)
def _tex() -> None:
    require(Group.DOCUMENTS)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that nobody else uses."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def running_in(folder: Path) -> list[str]:
    """The programs that run somewhere below a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").readlink().is_relative_to(folder):
                found.append((process / "comm").read_text().strip())
        except OSError:
            continue  # it has just ended, or is somebody else's
    return found


def rendered(workspace: Workspace) -> tuple[RenderedDocument, int]:
    edition = workspace.edition(2024)
    document = edition.documents["camera-ready"]
    return render_document(workspace.root, edition, document), epoch_of(edition)


def test_what_comes_of_it_is_the_same(built: Workspace, temporary: Path) -> None:
    document, epoch = rendered(built)
    with closing(Ahead()) as ahead:
        ahead.start("it", document.engine, epoch)
        made = typeset(document, epoch, waiting=ahead.take("it", document.engine, epoch))
    assert made.pdf == built.pdf().read_bytes()
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(("engine", "later"), [("pdflatex", 86_400), ("lualatex", 0)])
def test_one_that_does_not_fit_is_not_used(
    built: Workspace, temporary: Path, engine: str, later: int
) -> None:
    document, epoch = rendered(built)
    with closing(Ahead()) as ahead:
        ahead.start("it", engine, epoch + later)
        assert running_in(temporary)
        assert ahead.take("it", document.engine, epoch) is None
        assert running_in(temporary) == []
    assert list(temporary.iterdir()) == []


def test_one_that_nobody_needs_is_stopped(temporary: Path) -> None:
    with closing(Ahead()) as ahead:
        ahead.start("it", "pdflatex", 0)
        assert running_in(temporary)
    assert running_in(temporary) == []
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("people/narges-tabari.yaml", "name: ", "nmae: "),  # a fault: nothing is made
        ("editions/2024/summary.md", "", "<!-- said -->\n"),  # the document stays as it is
        ("editions/2024/edition.yaml", "date: 2024-08-25", "date: 2024-08-26"),  # another time
    ],
    ids=["fault", "nothing new", "another day"],
)
def test_a_build_leaves_none_behind(
    finished: Workspace, temporary: Path, file: str, old: str, new: str
) -> None:
    place = finished.data / file
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), encoding="utf-8")
    finished.build("2024")
    assert running_in(temporary) == []
    assert [each.name for each in temporary.iterdir() if each.name.startswith("proposal-")] == []
