"""A TeX that has set the beginning of a document: what comes of it is as of a run of the whole."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from proposal.build.documents import epoch_of
from proposal.build.prestarts import start_in_parts, started_for
from proposal.build.request import Kind, Request
from proposal.doctor import Group
from proposal.render.latex.document import RenderedDocument, render_document
from proposal.tex.passes import Typeset, typeset
from proposal.tex.prestart import Fits, Prestarted, Waiting
from tests.parts import require
from tests.tex.processes import running_in
from tests.workspace import Workspace

PDF = "build/2026/proposal.pdf"
END = "\\bibliographystyle{"
"""What stands behind the last paragraph."""


@pytest.fixture(autouse=True)
def _tex() -> None:
    require(Group.DOCUMENTS)


class Document:
    """The proposal as it was built, and what is made of it when it is changed."""

    def __init__(self, workspace: Workspace) -> None:
        edition = workspace.edition("2026")
        self.root = workspace.root
        self.rendered = render_document(self.root, edition, edition.documents["proposal"])
        self.epoch = epoch_of(edition)
        self.last = self.root / "build" / "2026" / ".proposal.rest"

    def changed(self, old: str, new: str) -> RenderedDocument:
        text = self.rendered.tex.text
        assert old in text
        return replace(
            self.rendered, tex=replace(self.rendered.tex, text=text.replace(old, new, 1))
        )

    def made(self, document: RenderedDocument, prestarted: Prestarted) -> tuple[Typeset, list[int]]:
        """What comes of a document, and how much of it each TeX knew that was taken."""
        known = []

        def take(fits: Fits) -> Waiting | None:
            found = prestarted.take(PDF, fits)
            known.append(found.given if found else -1)
            return found

        return typeset(document, self.epoch, last=self.last, take=take), known


CHANGES = {
    "first paragraph": ("\\begin{abstract}", "\\begin{abstract}First of all: ", 0),
    "heading": ("\\section{Earlier Editions}", "\\section{Earlier Workshops}", 2),
    "citation": ("~\\cite{geng2022p5}", "~\\cite{geng2022p5,wu2024survey}", 0),
    "column": ("\\section{Format and Schedule}", "\\newpage\n\\section{Format and Schedule}", 1),
    "growing footnote at the end": (END, f"More.\\footnote{{{'A long note. ' * 60}}}\n\n{END}", 2),
}
"""What becomes what, and by which of the TeX programs that wait it is set."""


def test_what_comes_of_it_is_the_same(built: Workspace, temporary: Path) -> None:
    proposal = Document(built)
    with closing(Prestarted()) as prestarted:
        for name, (old, new, part) in CHANGES.items():
            document = proposal.changed(old, new)
            start_in_parts(built.root, "2026", "proposal", prestarted)
            parts = sorted(waiting.given for waiting in prestarted.waiting[PDF])
            made, known = proposal.made(document, prestarted)
            assert known[0] == parts[part], name
            assert made.pdf is not None, name
            assert made == proposal.made(document, Prestarted())[0], name
    assert running_in(temporary) == []
    assert list(temporary.iterdir()) == []


def test_those_that_have_read_another_file_are_not_used(built: Workspace, temporary: Path) -> None:
    proposal = Document(built)
    with closing(Prestarted()) as prestarted:
        start_in_parts(built.root, "2026", "proposal", prestarted)
        begun = [waiting.started.about.beginning for waiting in prestarted.waiting[PDF]]
        for suffix, beginning in zip((".aux", ".bbl"), filter(None, begun), strict=True):
            beginning.files[f"proposal{suffix}"] += b"%"
        assert proposal.made(proposal.rendered, prestarted)[1] == [0]
    assert list(temporary.iterdir()) == []


def test_after_a_change_another_waits_and_the_others_wait_on(
    built: Workspace, temporary: Path
) -> None:
    proposal = Document(built)
    with closing(Prestarted()) as prestarted:
        start_in_parts(built.root, "2026", "proposal", prestarted)
        first = {waiting.given: waiting for waiting in prestarted.waiting[PDF]}
        proposal.made(proposal.rendered, prestarted)
        start_in_parts(built.root, "2026", "proposal", prestarted)
        again = {waiting.given: waiting for waiting in prestarted.waiting[PDF]}
        assert again.keys() == first.keys()
        assert [given for given in sorted(first) if again[given] is first[given]] == sorted(first)[
            :2
        ]
        start_in_parts(built.root, "2024", "camera-ready", prestarted)
        assert not prestarted.waiting[PDF]
        assert len(running_in(temporary)) == len(prestarted.waiting["build/2024/camera-ready.pdf"])
    assert running_in(temporary) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "fits"),
    [
        ("editions/2024/summary.md", "People leave", "All people leave", True),
        ("editions/2024/edition.yaml", "abstract: |\n", "abstract: |\n  First of all:\n", False),
        ("people/narges-tabari.yaml", "city: Santa Clara", "city: Seattle", False),
    ],
    ids=["text", "abstract", "author"],
)
def test_a_build_has_the_front_matter_set_before_it_has_read_the_data(
    finished: Workspace, temporary: Path, file: str, old: str, new: str, *, fits: bool
) -> None:
    finished.replace(file, old, new)
    name = "build/2024/camera-ready.pdf"
    request = Request(finished.root, ("2024",), kinds=frozenset({Kind.PDF}), jobs=2)
    known: list[int] = []

    def take(fits: Fits) -> Waiting | None:
        found = prestarted.take(name, fits)
        known.append(found.given if found else -1)
        return found

    with closing(started_for(request)) as prestarted:
        plain, begun = sorted(waiting.given for waiting in prestarted.waiting[name])
        edition = finished.edition("2024")
        document = render_document(finished.root, edition, edition.documents["camera-ready"])
        last = finished.root / "build" / "2024" / ".camera-ready.rest"
        made = typeset(document, epoch_of(edition), last=last, take=take)
    assert plain == 0 < begun
    assert known[0] == (begun if fits else plain)
    assert made.pdf is not None
    assert made == typeset(document, epoch_of(edition), last=last)
    assert running_in(temporary) == []
    assert list(temporary.iterdir()) == []


def test_a_build_has_one_document_at_a_time_if_it_may_make_one(finished: Workspace) -> None:
    finished.replace("editions/2024/summary.md", "People leave", "All people leave")
    request = Request(finished.root, ("2024",), kinds=frozenset({Kind.PDF}), jobs=1)
    with closing(started_for(request)) as prestarted:
        waiting = prestarted.waiting["build/2024/camera-ready.pdf"]
        assert [one.given for one in waiting] == [0]
