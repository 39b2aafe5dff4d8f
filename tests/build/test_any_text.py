"""Generated texts stand in a PDF wherever data can stand, or a message says where they do not.

Many texts go into one document for each program of TeX, since a run of it takes seconds.
"""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from proposal.doctor import Group
from tests import pdf
from tests.conftest import MadeOnce
from tests.odd import PRINTED, Odd, as_given_back, fill, lost, odd_texts
from tests.parts import require
from tests.workspace import Workspace


@pytest.fixture(scope="session", params=["pdfLaTeX", "LuaLaTeX"])
def odd(request: pytest.FixtureRequest, made_once: MadeOnce) -> tuple[Odd, Workspace]:
    """The texts, and a workshop that was built of them by one program of TeX."""
    engine = str(request.param)
    groups = [Group.DOCUMENTS] if engine == "pdfLaTeX" else [Group.DOCUMENTS, Group.SCRIPTS]
    require(*groups)
    made = odd_texts(beyond=engine == "LuaLaTeX")

    def build(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        fill(workspace, made)
        finished = workspace.build("2024", "--document", "camera-ready")
        assert finished.code == 0, finished.output + finished.errors
        assert engine in finished.output

    return made, Workspace(made_once(f"any-text-{engine}", build))


def test_every_text_is_given_back_from_its_place(odd: tuple[Odd, Workspace]) -> None:
    made, workspace = odd
    file = workspace.pdf()
    assert lost(made, PRINTED, [pdf.pdfium_text(file), pdf.text(file)]) == []


def test_both_kinds_of_metadata_hold_every_keyword_and_author(odd: tuple[Odd, Workspace]) -> None:
    made, workspace = odd
    reader = pypdf.PdfReader(workspace.pdf())
    metadata, xmp = reader.metadata, reader.xmp_metadata
    assert metadata is not None
    assert xmp is not None
    assert lost(made, ("keyword",), [str(metadata.get("/Keywords"))]) == []
    assert lost(made, ("name",), [str(metadata.author)]) == []
    assert lost(made, ("title",), [str(metadata.title)]) == []
    keywords, authors = list(xmp.dc_subject or ()), list(xmp.dc_creator or ())
    assert list(map(as_given_back, keywords)) == list(map(as_given_back, made["keyword"]))
    assert list(map(as_given_back, authors))[: len(made["name"])] == list(
        map(as_given_back, made["name"])
    )
