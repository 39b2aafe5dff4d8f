"""What a publisher or an archive wants in its zip."""

from __future__ import annotations

import json
import re
from enum import StrEnum

from msgspec import Struct

from proposal.edition.edition import Edition
from proposal.model.variant import Variant
from proposal.render.latex.bibliography import bibliography
from proposal.render.latex.document import Engine, RenderedDocument
from proposal.source.reference import Reference
from proposal.tex.passes import Typeset


class Receiver(StrEnum):
    """Who gets a bundle."""

    TAPS = "taps"
    """ACM's production."""
    ARXIV = "arxiv"
    CEUR = "ceur"
    """CEUR Workshop Proceedings."""
    ANTHOLOGY = "anthology"
    """The ACL Anthology."""
    PMLR = "pmlr"
    """Proceedings of Machine Learning Research."""
    ACM_TOC = "acm-toc"
    """ACM's e-Rights system, before rights forms are sent."""
    ZENODO = "zenodo"
    DBLP = "dblp"
    """The dblp computer science bibliography."""


VARIANTS: dict[Receiver, Variant] = {Receiver.TAPS: "final", Receiver.ARXIV: "preprint"}
"""Those who get the sources of a document, and what of it; all others get a volume."""

README = "00README.json"
"""arXiv's instructions, which it writes itself for whatever pdfLaTeX compiles."""


class Contents(Struct, frozen=True):
    """The files of a bundle."""

    stem: str
    """The name of the main file without its suffix."""
    engine: Engine
    files: dict[str, bytes]
    needed: frozenset[str]
    """The files that TeX must have read when the bundle compiles."""


def stem_of(edition: Edition) -> str:
    """What a bundle's main file is called, in letters that all servers take."""
    return f"{re.sub(r'[^a-z0-9]+', '-', edition.acronym.lower()).strip('-')}-{edition.id}"


def contents_of(
    receiver: Receiver, edition: Edition, rendered: RenderedDocument, made: Typeset
) -> Contents:
    """The files of a bundle.

    Args:
        receiver: who gets it: each wants other files.
        edition: the edition, whose references are written anew for ACM.
        rendered: the document as LaTeX.
        made: what TeX made of it: the PDF, and the bibliography as BibTeX set it.
    """
    stem = rendered.name
    files = rendered.beside
    tex = rendered.tex.text
    if receiver is Receiver.ARXIV and rendered.engine == "pdflatex":
        # Without it, arXiv takes a paper without pictures for one that wants DVI.
        tex = f"\\pdfoutput=1\n{tex}"
    files[f"{stem}.tex"] = tex.encode()
    if made.bbl is not None:
        files[f"{stem}.bbl"] = made.bbl
    needed = frozenset(files) - {file.name for file in rendered.class_files}
    if receiver is Receiver.TAPS:
        files[f"{stem}.pdf"] = made.pdf.content if made.pdf else b""
        if rendered.bib is not None:
            files["references.bib"] = bibliography(_cited(edition, rendered)).text.encode()
    elif rendered.engine == "lualatex":
        files[README] = _instructions(f"{stem}.tex", rendered.engine)
    return Contents(stem, rendered.engine, files, needed)


def _cited(edition: Edition, rendered: RenderedDocument) -> dict[str, Reference]:
    """The entries that the document cites, in the order of `references.bib`."""
    return {
        key: reference for key, reference in edition.references.items() if key in rendered.cited
    }


def _instructions(main: str, engine: Engine) -> bytes:
    contents = {
        "process": {"compiler": engine},
        "sources": [{"filename": main, "usage": "toplevel"}],
    }
    return (json.dumps(contents, indent=2) + "\n").encode()
