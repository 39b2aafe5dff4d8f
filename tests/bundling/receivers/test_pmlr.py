"""PMLR gets a bibliography in ASCII by its specification, and PDFs that are named by its keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.bundling.receivers.latex_forms import (
    ASCII_LATEX,
    ascii_latex,
    beyond_ascii,
    line_beyond_ascii,
    name_beyond_ascii,
)
from proposal.bundling.receivers.name_parts import name_parts
from proposal.bundling.receivers.pmlr import pmlr_volume
from proposal.bundling.receivers.text_forms import written_statement
from proposal.edition.participants import Person
from proposal.source.bibtex import read_bibliography
from proposal.source.math.math_line import read_math_line
from proposal.source.text import Prose
from tests.bundling.receivers.volumes import EDITION, errors_of, volume_of, workshop_with_papers


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("Müller, Łukasz & Søren", r"M\"uller, {\L}ukasz \& S{\o}ren"),
        ("Đặng Thị Hương", r"{\DJ}\u{\d{a}}ng Th\d{i} H\uhorn{}\ohorn{}ng"),
        ("Ionuț", r"Ionu\textcommabelow{t}"),
        ("a_b 5 % <d>", r"a_b 5 \% \textless{}d\textgreater{}"),
        ("{c} $5", r"\textbraceleft{}c\textbraceright{} \textdollar{}5"),
        ("“x” – y’s …", "``x'' -- y's ..."),
    ],
)
def test_letters_are_written_in_ascii(text: str, latex: str) -> None:
    assert ascii_latex(text) == latex
    assert beyond_ascii(text) == ""


def test_letters_without_ascii_are_named() -> None:
    assert beyond_ascii("王 and 王小, é") == "王小"


def test_formulas_of_a_title_are_no_letters() -> None:
    assert name_beyond_ascii("Zoë Ångström-Łuk O’Builder") == ""
    assert name_beyond_ascii("Анна Πέτρου 王 II") == "АнаΠέτρου王"
    assert line_beyond_ascii(read_math_line(r"At $\alpha_{i}^{2}$ of 王")) == "王"


def test_an_abstract_keeps_its_formulas_and_its_emphasis() -> None:
    text = Prose("We *prove* **that** $x^2 \\le \\alpha$.\n\nIt is $\\{1\\}$, 5 % of café_s.", ())
    assert written_statement(text, ASCII_LATEX) == (
        r"We <em>prove</em> <b>that</b> $x^{2}\le\alpha$. "
        r"It is \textbraceleft{}1\textbraceright{}, 5 \% of caf\'e_s."
    )


@pytest.mark.parametrize(
    ("name", "family", "parts"),
    [
        ("Ada Lovelace", None, ("Lovelace", "Ada")),
        ("Jan van Sample", None, ("van Sample", "Jan")),
        ("Ana García Sample", "García Sample", ("García Sample", "Ana")),
        ("Sample Nguyen An", "Sample", ("Sample", "Nguyen An")),
        ("山田 太郎", None, ("山田", "太郎")),
        ("王小明", "王", ("王", "小明")),
        ("王小明", None, ("王小明", "")),
        ("Plato", None, ("Plato", "")),
    ],
)
def test_names_have_a_family_name_and_given_names(
    name: str, family: str | None, parts: tuple[str, str]
) -> None:
    found = name_parts(Person("", name, family))
    assert (found.family, found.given) == parts


def test_the_bibliography_names_the_volume_first_and_pdfs_by_its_keys(tmp_path: Path) -> None:
    workspace = workshop_with_papers(tmp_path)
    place = f"{EDITION}/papers.yaml"
    workspace.replace(place, "[Hedy Lamarr (Studio of Examples)]", "[Émile King, Plato]")
    workspace.replace(place, "  kind: short\n", "  kind: short\n  abstract: It is short.\n")
    workspace.replace(
        f"{EDITION}/edition.yaml", "  licence: by\n", "  licence: by\n  series: S\n  volume: 300\n"
    )
    packed = pmlr_volume(volume_of(workspace))
    assert sorted(packed.files) == ["king27a.pdf", "king27b.pdf", "wce27.bib"]
    assert errors_of(packed.diagnostics) == ["unsigned-agreement", "unsigned-agreement"]
    assert packed.tables[2:] == [
        "    king27aPermission.pdf  missing  careful-engines",
        "    king27bPermission.pdf  missing  short-engines",
    ]
    content = packed.files["wce27.bib"]
    assert isinstance(content, bytes)
    text = content.decode("ascii")
    assert text.startswith("@Proceedings{wce-2027,\n")
    assert "  volume = {300},\n" in text
    assert "  editor = {Lovelace, Ada and Babbage, Charles},\n" in text
    assert "  sections = {" not in text  # since a paper stands below no heading
    assert "  author = {King, \\'Emile and {Plato}},\n  pages = {20-20},\n" in text
    file = tmp_path / "wce27.bib"
    file.write_bytes(content)
    read, _ = read_bibliography(file)
    assert list(read) == ["wce-2027", "king27a", "king27b"]
    assert read["king27b"].text("author") == "King, Émile and Plato"


def test_a_family_name_with_a_particle_within_stays_one(tmp_path: Path) -> None:
    workspace = workshop_with_papers(tmp_path)
    names = "[Ana García y Muestra, Jan van der Sample]"
    workspace.replace(f"{EDITION}/papers.yaml", "[Hedy Lamarr (Studio of Examples)]", names)
    content = pmlr_volume(volume_of(workspace)).files["wce27.bib"]
    assert isinstance(content, bytes)
    names = r"{{Garc{\'\i}a y Muestra}, Ana and van der Sample, Jan}"
    assert f"  author = {names},\n" in content.decode("ascii")


def test_all_that_is_missing_is_named_at_once(tmp_path: Path) -> None:
    workspace = workshop_with_papers(tmp_path)
    place = f"{EDITION}/papers.yaml"
    workspace.replace(place, "[Hedy Lamarr (Studio of Examples)]", "[王小明]")
    workspace.replace(f"{EDITION}/edition.yaml", "  date: 2027-03-30\n  licence: by\n", "")
    packed = pmlr_volume(volume_of(workspace))
    assert sorted(errors_of(packed.diagnostics)) == [
        "beyond-ascii",
        "other-licence",
        "paper-without-abstract",
        "unsigned-agreement",
        "unsigned-agreement",
        "volume-without-key",
        "volume-without-key",
    ]
    assert "paper27.pdf" in packed.files


def test_supplements_keep_their_endings_and_others_are_reported(tmp_path: Path) -> None:
    workspace = workshop_with_papers(tmp_path)
    place = f"{EDITION}/papers.yaml"
    workspace.replace(place, "  kind: short\n", "  kind: short\n  supplement: data.tar.gz\n")
    workspace.write(f"{EDITION}/files/data.tar.gz", "packed")
    packed = pmlr_volume(volume_of(workspace))
    assert [name for name in packed.files if "-supp" in name] == ["lamarr27-supp.tar.gz"]
    (found,) = [one for one in packed.diagnostics if one.code == "other-supplement"]
    assert "`careful-engines` is an address" in found.message


def test_the_address_of_the_workshop_is_demanded(tmp_path: Path) -> None:
    workspace = workshop_with_papers(tmp_path)
    before = pmlr_volume(volume_of(workspace)).diagnostics
    workspace.replace("workshop.yaml", "url: https://example.org/wce/\n", "")
    found = pmlr_volume(volume_of(workspace)).diagnostics
    (lacking,) = [one for one in found if one not in before]
    assert "website" in lacking.message
