"""What TeX made of a document in one test, for others that build the same document.

Most tests that build a website or judge artefacts need a PDF that TeX has made of data that they
have not changed. TeX makes it once for all processes that run tests: what is asked for again with
the same text, pictures, fonts and surroundings is what it was. Tests of TeX itself have it run.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

from msgspec.structs import replace

from proposal.build import documents
from proposal.caching import digest
from proposal.delivery import deliver
from proposal.pdf import Pdf
from proposal.render.latex.document import RenderedDocument
from proposal.tex import kept_typesetting
from proposal.tex.installed import KEPT
from proposal.tex.passes import Typeset, digest_of_sources
from proposal.tex.prestart import Prestarted, Take

FOLDER = "TESTS_REMEMBERED_TEX"
"""The variable that names the folder with what was made; without it, TeX runs each time."""

ABOUT_TEX = (
    "tests/build",
    "tests/cli/test_endings.py",
    "tests/daemon",
    "tests/doctor",
    "tests/tex",
    "tests/test_clocks.py",
    "tests/test_process.py",
)
"""Tests in which TeX runs each time."""

_MADE_IN_PASSING = (
    "tests/build/test_build_state.py",
    "tests/build/test_editions.py",
    "tests/build/test_pictures.py",
    "tests/build/test_remembered_events.py",
)
"""Tests of builds that are not about their PDFs."""


def is_about_tex(test: str) -> bool:
    """Whether a test, of which the path is given, has TeX run each time."""
    return test.startswith(ABOUT_TEX) and not test.startswith(_MADE_IN_PASSING)


def remember_tex() -> None:
    """Have builds of this process take what TeX has made before, if there is a folder for that."""
    folder = os.environ.pop(FOLDER, None)
    if folder is not None:
        documents.typeset = _remembered(documents.typeset, Path(folder))  # type: ignore[attr-defined]  # of the builds of this process
        kept_typesetting.typeset = _remembered(kept_typesetting.typeset, Path(folder))  # type: ignore[attr-defined]  # of the builds of this process
        Prestarted.start = _nothing  # type: ignore[assignment, method-assign]  # of the same


def _nothing(*_arguments: Any) -> None:
    """Start no TeX ahead, which most likely nobody needs."""


def _remembered(typeset: Callable[..., Typeset], folder: Path) -> Callable[..., Typeset]:
    def remembering(
        document: RenderedDocument,
        epoch: int,
        on_pass: Callable[[int], None] = lambda number: None,
        stopped: Event | None = None,
        last: Path | None = None,
        take: Take = lambda fits: None,
    ) -> Typeset:
        place = folder / _key(document, epoch, last)
        if place.is_file():
            made: Typeset = pickle.loads(place.read_bytes())  # noqa: S301 - we have written it
            for number in range(1, made.passes + 1):
                on_pass(number)
            return made
        made = typeset(document, epoch, on_pass, stopped, last, take)
        if made.pdf is not None and not made.diagnostics and not made.notes:
            pdf = Pdf(made.pdf.content)
            vars(pdf)["searchable_texts"] = made.pdf.searchable_texts  # which a build asks for
            deliver({place: pickle.dumps(replace(made, pdf=pdf))})
        return made

    return remembering


def _key(document: RenderedDocument, epoch: int, last: Path | None) -> str:
    """The digest of everything on which it depends what TeX makes."""
    whole = (
        digest_of_sources(document, epoch),
        document.beyond_pdflatex,
        document.scripts,
        document.is_for_print,
        last.read_bytes() if last is not None and last.is_file() else None,
        [os.environ.get(name) for name in (*KEPT, "TMPDIR", "XDG_CACHE_HOME")],
    )
    return digest(repr(whole))
