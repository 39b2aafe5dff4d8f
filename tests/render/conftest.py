"""What prose becomes in LaTeX, with the facts of the real 2026 edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pylatex import NoEscape

from proposal.diagnostics import Diagnostic
from proposal.edition.edition import Edition
from proposal.render.latex.latex_prose import LatexContext, latex_of
from proposal.render.latex.source_marks import Places
from proposal.render.prose import ProseKind, read_prose
from proposal.render.quoted_facts import Facts
from proposal.source.text import whole_file
from tests.workspace import Workspace


@dataclass(frozen=True)
class Rendered:
    """The LaTeX of a text, and what was wrong with it."""

    latex: str
    diagnostics: list[Diagnostic]

    @property
    def messages(self) -> list[str]:
        """Each fault as `line:column message`."""
        return [
            f"{diagnostic.span.line}:{diagnostic.span.column} {diagnostic.message}"
            if diagnostic.span
            else diagnostic.message
            for diagnostic in self.diagnostics
        ]


Renderer = Callable[[str], Rendered]


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The real 2026 edition."""
    folder = tmp_path_factory.mktemp("edition") / "workshop"
    return Workspace.of_the_real_workshop(folder).edition("2026")


@pytest.fixture
def document(edition: Edition, tmp_path: Path) -> Renderer:
    """Renders a document's text."""
    return lambda text: _rendered(edition, tmp_path, text, ProseKind.DOCUMENT)


@pytest.fixture
def statement(edition: Edition, tmp_path: Path) -> Renderer:
    """Renders a biography or an abstract."""
    return lambda text: _rendered(edition, tmp_path, text, ProseKind.STATEMENT)


def _rendered(edition: Edition, folder: Path, text: str, kind: ProseKind) -> Rendered:
    read = read_prose(
        whole_file(text, folder / "text.md"), kind, Facts(edition), edition.references
    )
    places = Places()
    context = LatexContext(
        places,
        block=lambda fact: NoEscape(f"<{getattr(fact, 'kind', 'prose')}>"),
        figure=lambda figure: NoEscape(
            f"<{figure.file.name}|{figure.caption}|{figure.description}>"
        ),
        table=lambda table: NoEscape(
            f"<{table.layout.columns}|{' // '.join([table.head, *table.rows])}>"
        ),
    )
    return Rendered(places.resolved(latex_of(read, context)).text, read.diagnostics)
