"""What biblatex and natbib cite is cited, in brackets or in the sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.latex import read_latex
from tests.importers.latex_papers import paper

ENTRIES = """@article{one, author={Dee Dummy}, title={On One}, journal={Ones}, year=2020,
  crossref={all}}
@proceedings{all, title={All}, year=2020}
@article{two, author={Dee Dummy and Eve Example and Fay Figure}, title={On Two},
  journal={Twos}, year=2021}
"""


def text_of(folder: Path, latex: str) -> str:
    """The Markdown of a paper with a bibliography in biblatex's way."""
    file = paper(folder, f"{latex}\n\\printbibliography", before=r"\addbibresource{refs.bib}")
    (folder / "refs.bib").write_text(ENTRIES, encoding="utf-8")
    (text,) = read_latex(file, "2024").texts.values()
    return text


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"So \autocite{one}.", "So [@one]."),
        (r"So \parencite[see][p.~3]{one, two}.", "So see [@one; @two, p. 3]."),
        (r"\textcite{two} say", "Dummy et&nbsp;al. [@two] say"),
        (r"\parencites[3]{one}[see][4]{two} \cites{one}.", "[@one, 3] see [@two, 4] [@one]."),
        (r"\citet{one} and \citep{two}", "Dummy [@one] and [@two]"),
        (r"\citeauthor{one}, \citeyear{two}, \citetitle{one}", "Dummy, 2021, On One"),
    ],
)
def test_citations(latex: str, expected: str, tmp_path: Path) -> None:
    assert text_of(tmp_path, latex) == expected


def test_entries_that_are_inherited_through_others_come_along(tmp_path: Path) -> None:
    file = paper(tmp_path, r"\cite{a}\bibliography{refs}")
    entries = "@misc{c, title={C}}\n@misc{b, title={B}, crossref={c}}\n"
    (tmp_path / "refs.bib").write_text(f"{entries}@misc{{a, title={{A}}, crossref={{b}}}}\n")
    assert list(read_latex(file, "2024").bibliography) == ["a", "b", "c"]


def test_an_entry_stands_before_the_one_from_which_it_inherits(tmp_path: Path) -> None:
    file = paper(tmp_path, r"\cite{one}\bibliography{refs}")
    entries = ENTRIES.splitlines(keepends=True)
    (tmp_path / "refs.bib").write_text("".join(entries[2:3] + entries[:2]), encoding="utf-8")
    assert list(read_latex(file, "2024").bibliography) == ["one", "all"]


@pytest.mark.parametrize(("month", "expected"), [("july", "{july}"), ("jul", "jul")])
def test_a_word_that_abbreviates_nothing_is_kept_as_text(
    month: str, expected: str, tmp_path: Path
) -> None:
    file = paper(tmp_path, r"\cite{a}\bibliography{refs}")
    entry = f"@misc{{a, title={{A}}, month={month}}}\n"
    (tmp_path / "refs.bib").write_text(entry, encoding="utf-8")
    assert f"month = {expected}" in read_latex(file, "2024").bibliography["a"]


def test_abbreviations_of_one_file_stand_in_those_behind_it(tmp_path: Path) -> None:
    file = paper(tmp_path, r"\cite{a}\bibliography{names,refs}")
    (tmp_path / "names.bib").write_text("\ufeff@string{c-x = {Conference on X}}\n", "utf-8")
    (tmp_path / "refs.bib").write_text("@inproceedings{a, booktitle=c-x, crossref={all}}\n")
    assert "booktitle = {Conference on X}" in read_latex(file, "2024").bibliography["a"]


def test_an_entry_that_inherits_from_nothing_can_be_built(tmp_path: Path) -> None:
    file = paper(tmp_path, r"\cite{a}\bibliography{refs}")
    (tmp_path / "refs.bib").write_text("@misc{a, title={A}, booktitle=c-x, crossref={all}}\n")
    draft = read_latex(file, "2024")
    assert "crossref" not in draft.bibliography["a"]
    assert "booktitle = {c-x}" in draft.bibliography["a"]
    (found,) = (one for one in draft.diagnostics if one.code == "bad-crossref")
    assert found.message == "`a` inherits from `all`, and there is no such entry"
