"""A TeX that is started before its document is known: it is used, or it goes."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from proposal.build.documents import epoch_of
from proposal.diagnostics import Diagnostic
from proposal.doctor import Group
from proposal.pdf import Pdf
from proposal.render.latex.document import RenderedDocument, render_document
from proposal.tex.passes import typeset
from proposal.tex.preamble_cache import PreambleFormat, kept_format
from proposal.tex.prestart import Prestarted
from proposal.tex.process import TexStart
from tests.parts import require
from tests.tex.processes import running_in
from tests.workspace import Workspace


@pytest.fixture(autouse=True)
def _tex() -> None:
    require(Group.DOCUMENTS)


def rendered(workspace: Workspace) -> tuple[RenderedDocument, int]:
    edition = workspace.edition("2024")
    document = edition.documents["camera-ready"]
    return render_document(workspace.root, edition, document), epoch_of(edition)


def format_of(document: RenderedDocument, epoch: int) -> PreambleFormat:
    found = kept_format(document.tex.text, document.name, document.engine, epoch)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def said(built: Workspace) -> list[Diagnostic]:
    """What is said of the document where no TeX was started ahead."""
    document, epoch = rendered(built)
    return typeset(document, epoch).diagnostics


@pytest.mark.parametrize("has_last", [False, True], ids=["from nothing", "after a pass"])
@pytest.mark.parametrize("has_loaded", [False, True], ids=["started", "loaded"])
def test_what_comes_of_it_is_the_same(
    built: Workspace,
    temporary: Path,
    said: list[Diagnostic],
    *,
    has_last: bool,
    has_loaded: bool,
) -> None:
    document, epoch = rendered(built)
    loaded = format_of(document, epoch) if has_loaded else None
    last = built.root / "build" / "2024" / ".camera-ready.rest" if has_last else None
    with closing(Prestarted()) as prestarted:
        prestarted.start("it", TexStart(document.name, document.engine, epoch, loaded))
        made = typeset(document, epoch, last=last, take=partial(prestarted.take, "it"))
        assert not prestarted.waiting["it"]  # it was used
    assert made.pdf == Pdf(built.pdf().read_bytes())
    assert made.diagnostics == said
    assert (made.passes == 1) == has_last
    assert list(temporary.iterdir()) == []


def test_one_that_loaded_what_is_out_of_date_is_not_used(built: Workspace, temporary: Path) -> None:
    document, epoch = rendered(built)
    last = built.root / "build" / "2024" / ".camera-ready.rest"
    outdated = temporary.parent / "outdated.fmt"
    outdated.write_bytes(b"no format at all")
    with closing(Prestarted()) as prestarted:
        loaded = PreambleFormat(outdated, format_of(document, epoch).lines)
        prestarted.start("it", TexStart(document.name, document.engine, epoch, loaded))
        made = typeset(document, epoch, last=last, take=partial(prestarted.take, "it"))
        assert prestarted.waiting["it"]
    assert (made.pdf, made.passes) == (Pdf(built.pdf().read_bytes()), 1)
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(("engine", "later"), [("pdflatex", 86_400), ("lualatex", 0)])
def test_one_that_does_not_fit_is_not_used(
    built: Workspace, temporary: Path, engine: str, later: int
) -> None:
    document, epoch = rendered(built)
    last = built.root / "build" / "2024" / ".camera-ready.rest"
    with closing(Prestarted()) as prestarted:
        prestarted.start("it", TexStart(document.name, engine, epoch + later))
        made = typeset(document, epoch, last=last, take=partial(prestarted.take, "it"))
        assert prestarted.waiting["it"]
        assert running_in(temporary)
    assert made.pdf == Pdf(built.pdf().read_bytes())
    assert running_in(temporary) == []
    assert list(temporary.iterdir()) == []


def test_one_that_nobody_needs_is_stopped(temporary: Path) -> None:
    with closing(Prestarted()) as prestarted:
        prestarted.start("it", TexStart("any", "pdflatex", 0))
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
    assert [file.name for file in temporary.iterdir() if file.name.startswith("proposal-")] == []
