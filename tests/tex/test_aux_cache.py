"""What the last run left saves passes, and never changes a byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from proposal.doctor import Group
from proposal.tex.aux_cache import (
    AuxCache,
    expected_for_bibtex,
    for_bibtex,
    is_same,
    read_aux_cache,
    written_aux_cache,
)
from proposal.tex.passes import Typeset, typeset
from tests import pdf
from tests.parts import require
from tests.workspace import Workspace

SUMMARY = "editions/2024/summary.md"
WORKS = "".join(
    f"@misc{{work{number}, title={{Work {number}}}, author={{Author, A. {number}}}, year=2020}}\n"
    for number in range(3)
)
ARTICLE = """\\documentclass{article}
\\begin{document}
\\title{A Title}\\author{Ann Author}\\date{}\\maketitle
\\section{One}
%s
\\end{document}
"""


def set_by_tex(workspace: Workspace, last: Path | None = None, text: str | None = None) -> Typeset:
    """Set the summary, or a text of another class than acmart, which takes a third as long."""
    require(Group.DOCUMENTS)
    document = workspace.rendered()
    if text is not None:
        document = replace(document, tex=replace(document.tex, text=ARTICLE % text))
    made = typeset(document, epoch=0, last=last)
    assert made.pdf is not None, made.diagnostics
    return made


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file with what the last run left."""
    return tmp_path / "rest"


def aux_cache_of(made: Typeset) -> AuxCache:
    assert made.aux_cache is not None
    return made.aux_cache


def test_after_every_edit_the_bytes_are_those_of_a_run_from_nothing(
    lean: Workspace, kept: Path
) -> None:
    lean.write("editions/2024/references.bib", WORKS)
    long = "This sentence fills the pages of the summary. " * 400
    texts = {
        "the first run": "# One\n\nA short text.\n\n# Two\n\nMore.\n",
        "a word": "# One\n\nA brief text.\n\n# Two\n\nMore.\n",
        "a section": "# Another one\n\nA brief text.\n\n# Two\n\nMore.\n\n# Three\n\nNew.\n",
        "citations": "# One\n\nA brief text [@work0].\n\n# Two\n\nMore [@work2; @work1].\n",
        "a citation less": f"# One\n\nA brief text.\n\n# Two\n\nMore [@work1].\n\n{long}\n",
        "fewer pages and no citation": "# One\n\nA brief text.\n\n# Two\n\nMore.\n",
    }
    passes = {}
    for edit, text in texts.items():
        lean.write(SUMMARY, text)
        ours = set_by_tex(lean, kept)
        theirs = set_by_tex(lean) if kept.exists() else ours
        assert ours.pdf == theirs.pdf, edit
        assert (ours.bbl, ours.aux_cache, ours.diagnostics) == (
            theirs.bbl,
            theirs.aux_cache,
            theirs.diagnostics,
        ), edit
        passes[edit] = ours.passes
        kept.write_bytes(written_aux_cache(aux_cache_of(ours)))
    assert passes["a word"] == 1
    assert max(passes.values()) <= 3


def test_an_entry_that_changed_is_set_anew(lean: Workspace, kept: Path) -> None:
    lean.write("editions/2024/references.bib", WORKS)
    lean.write(SUMMARY, "# One\n\nText [@work0].\n")
    text = "Text~\\cite{work0}.\n\\bibliographystyle{plain}\n\\bibliography{references}"
    kept.write_bytes(written_aux_cache(aux_cache_of(set_by_tex(lean, text=text))))
    lean.replace("editions/2024/references.bib", "{Work 0}", "{Changed}")
    ours = set_by_tex(lean, kept, text)
    assert ours.bbl is not None
    assert b"Changed" in ours.bbl
    assert ours.pdf == set_by_tex(lean, text=text).pdf


def test_an_aux_file_of_somebody_else_changes_nothing(
    lean: Workspace, kept: Path, tmp_path: Path
) -> None:
    clean = set_by_tex(lean, text="Short text.")
    cache = aux_cache_of(clean)
    for foreign in (
        b"\\relax \n\\nosuchcommand\n",
        b"\\relax \n\\gdef\\maketitle{FORGED}\\AtEndDocument{FORGED}\n",
        b"\\relax \n\\bibcite{a}{b}}}}{{{\n",
        b"\xff\xfe\x00\x00",
        b"\\relax \n\\endinput",
        b"\\relax \n\\stop\n",
    ):
        kept.write_bytes(written_aux_cache(replace(cache, files=cache.files | {".aux": foreign})))
        ours = set_by_tex(lean, kept, "Short text.")
        assert ours.pdf == clean.pdf, foreign
        assert (ours.aux_cache, ours.diagnostics) == (clean.aux_cache, clean.diagnostics), foreign
        assert ours.pdf is not None
        (tmp_path / "made.pdf").write_bytes(ours.pdf.content)
        assert "FORGED" not in pdf.text(tmp_path / "made.pdf"), foreign


def test_what_is_not_whole_or_of_another_tex_is_not_used(kept: Path) -> None:
    cache = AuxCache("this TeX", "", {".aux": b"\\relax \n\xc3\xa4\xff", ".out": b""})
    written = written_aux_cache(cache)
    kept.write_bytes(written)
    assert read_aux_cache(kept, "this TeX") == cache
    assert read_aux_cache(kept, "another TeX") is None
    for broken in (b"", written[:-1], written[:70], written.replace(b"relax", b"relay"), b"\xff"):
        kept.write_bytes(broken)
        assert read_aux_cache(kept, "this TeX") is None
    kept.unlink()
    assert read_aux_cache(kept, "this TeX") is None


def test_what_bibtex_will_read_is_known_before_tex_has_run() -> None:
    tex = (
        "First~\\cite{b,a}, then~\\cite{a, c}.\n"
        "\\bibliographystyle{ACM-Reference-Format}\n\\bibliography{references}\n"
    )
    aux = (
        b"\\relax \n\\citation{b}\n\\bibstyle{ACM-Reference-Format}\n\\citation{a}\n"
        b"\\@writefile{toc}{}\n\\citation{a}\n\\citation{c}\n\\bibdata{references}\n"
    )
    assert expected_for_bibtex(tex) == for_bibtex(aux)
    assert for_bibtex(aux).startswith("\\citation{b}\n\\citation{a}\n\\citation{c}\n\\bib")


# As LaTeX of 2026-06-01 with tagpdf 1.0 writes it.
LAST_TAGS = (
    "\\new@label@record{{@tag@LastPage}}"
    "{{{{abspage}}{{{pages}}}{{tagmcabs}}{{{contents}}}{{tagstruct}}{{{tags}}}}}\n"
)


@pytest.mark.parametrize(
    ("pages", "contents", "tags", "same"),
    [(2, 232, 540, True), (3, 230, 539, False), (2, 230, 1000, False)],
)
def test_one_tag_more_makes_no_further_pass_unless_it_is_written_otherwise(
    pages: int, contents: int, tags: int, *, same: bool
) -> None:
    before = LAST_TAGS.format(pages=2, contents=230, tags=539).encode()
    after = LAST_TAGS.format(pages=pages, contents=contents, tags=tags).encode()
    assert is_same({".aux": before}, {".aux": after}) is same
    assert not is_same({".aux": before}, {".aux": before + b"\\newlabel{one}{}"})
    assert not is_same({".aux": before}, {".aux": before, ".out": b""})
