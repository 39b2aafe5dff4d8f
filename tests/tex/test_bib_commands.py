"""Each command that a bibliography may hold is read; that acmart knows it, TeX says elsewhere."""

from __future__ import annotations

from proposal.source.bib import text_commands
from proposal.source.bib.latex import read_latex
from tests.tex.bibliographies import typed


def test_every_command_is_read() -> None:
    texts = [f"\\{name}{{}}" if name.isalpha() else f"a\\{name}b" for name in text_commands.TEXTS]
    assert [latex for latex in texts if read_latex(latex).unknown] == []
    assert [latex for latex in typed() if read_latex(latex).unknown] == []
