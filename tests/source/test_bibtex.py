"""What is read from BibTeX, and what is said of entries that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.diagnostics import Diagnostic, Severity
from proposal.source.bibtex import parse_bibliography, read_bibliography
from proposal.source.math.mathml_source import source_of_mathml
from proposal.source.reference import Reference
from tests.diagnostic_lists import only, places


@pytest.fixture
def bibliography(tmp_path: Path) -> Path:
    return tmp_path / "references.bib"


def diagnostics_of(file: Path) -> list[Diagnostic]:
    """All that is said of a file and of its entries, as if each were cited."""
    references, diagnostics = read_bibliography(file)
    return [
        *diagnostics,
        *(diagnostic for reference in references.values() for diagnostic in reference.diagnostics),
    ]


def entry(file: Path, fields: str) -> Reference:
    """The entry of a file that holds one good entry."""
    file.write_text(f"@misc{{key, {fields}}}\n", encoding="utf-8")
    assert diagnostics_of(file) == []
    return read_bibliography(file)[0]["key"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"L{\"o}we", "Löwe"),
        (r"Jos\'e", "José"),
        (r"{\L}ukasz", "Łukasz"),
        (r"{\v S}imon", "Šimon"),
        (r"\c{C}elik", "Çelik"),
        (r"stra{\ss}e", "straße"),
        (r"{\aa}", "å"),
        (r"A \& B", "A & B"),
        (r"5\%", "5%"),
        ("1--2", "1–2"),
        ("``so''", "“so”"),
        ("a~b", "a\u00a0b"),
        (r"\emph{so} \textbf{it} is", "so it is"),
        ("two\n   lines", "two lines"),
        (r"$\mathsf{CON}$ and $\mathcal{O}(n^2)$", "CON and 𝒪(n^2)"),
        ("Łukasz Ünal", "Łukasz Ünal"),
    ],
)
def test_latex_accents_and_signs_become_letters(bibliography: Path, typed: str, read: str) -> None:
    assert entry(bibliography, f"title = {{{typed}}}").text("title") == read


def test_braces_protect_their_letters_and_those_of_an_accent_do_not(bibliography: Path) -> None:
    title = entry(bibliography, r"title = {A {BERT} of {\"U}bermut}").fields["title"]
    protected = [fragment.text for fragment in title if fragment.protected]
    assert protected == ["BERT"]
    assert "".join(fragment.text for fragment in title) == "A BERT of Übermut"


def test_an_address_keeps_its_tilde_and_percent_sign(bibliography: Path) -> None:
    reference = entry(bibliography, r"title = {A}, url = {https://a.example/~x\_y%20z}")
    assert reference.text("url") == "https://a.example/~x_y%20z"


@pytest.mark.parametrize("typed", [r"\url|https://a.example/x|", '\\url\n"https://a.example/x"'])
def test_an_address_may_stand_between_two_signs(bibliography: Path, typed: str) -> None:
    reference = entry(bibliography, f"title = {{A}}, note = {{{typed} [seen]}}")
    assert reference.text("note") == "https://a.example/x [seen]"


def test_abbreviations_of_a_file_are_written_out(bibliography: Path) -> None:
    bibliography.write_text("@string{acm = {ACM Press}}\n@misc{k, title = acm}\n")
    assert read_bibliography(bibliography)[0]["k"].text("title") == "ACM Press"
    assert diagnostics_of(bibliography) == []


def test_an_entry_knows_its_kind_and_the_place_of_its_key(bibliography: Path) -> None:
    bibliography.write_text("\n@ARTICLE{a:b,\n author={A}, title={B}, journal={C}, year=1}\n")
    references, diagnostics = read_bibliography(bibliography)
    assert diagnostics == []
    assert references["a:b"].kind == "article"
    assert str(references["a:b"].span) == f"{bibliography}:2:10"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{k, title={A}}\n@misc{k, title={B}}\n", "references.bib:2:7 duplicate-reference"),
        (
            "@misc{Key, title={A}}\n@misc{key, title={B}}\n",
            "references.bib:2:7 duplicate-reference",
        ),
        ("@misc{k,\n title={A},\n title={B}}\n", "references.bib:3:2 duplicate-field"),
        ("@misc{k,\n title={A},\n Title={B}}\n", "references.bib:3:2 duplicate-field"),
        ("\n@misc{k,\n title={A\n", "references.bib:2:1 bibtex-syntax"),
        ("@misc{k title={A}}\n", "references.bib:1:9 bibtex-syntax"),
        ("@misc{k,\n title={A \\input{x}}}\n", "references.bib:2:2 unknown-latex"),
        ("@misc{k,\n title={A \\include{x}}}\n", "references.bib:2:2 unknown-latex"),
        ("@misc{k,\n title={\\immediate\\write18}}\n", "references.bib:2:2 unknown-latex"),
        ("@misc{k,\n title={A\\begin{x}b\\end{x}}}\n", "references.bib:2:2 unknown-latex"),
    ],
)
def test_a_broken_entry_is_reported_at_its_place(
    bibliography: Path, text: str, expected: str
) -> None:
    bibliography.write_text(text)
    diagnostics = diagnostics_of(bibliography)
    assert expected in places(diagnostics)
    assert {diagnostic.severity for diagnostic in diagnostics} == {Severity.ERROR}


def test_an_entry_that_breaks_off_does_not_hide_the_next_one(bibliography: Path) -> None:
    bibliography.write_text("@misc{a,\n title={A\n\n@misc{b, title={B}}\n")
    references, diagnostics = read_bibliography(bibliography)
    assert list(references) == ["b"]
    assert only(diagnostics).hint == "look for a missing comma, quote or closing brace"


def test_a_command_that_is_no_letter_is_refused_by_name(bibliography: Path) -> None:
    bibliography.write_text("@misc{k, title={A \\input{/etc/passwd} B}}\n")
    diagnostic = only(diagnostics_of(bibliography))
    assert diagnostic.message == r"`\input{/etc/passwd}` in `title` cannot be read as text"
    assert diagnostic.hint == "write the letters themselves, as in é or →"


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("@article{k, title={A}, year=1, author={B}}", ["journal"]),
        ("@book{k, title={A}}", ["publisher", "year"]),
        ("@inproceedings{k, author={B}, title={A}, year=1}", ["booktitle"]),
        ("@online{k, title={A}}", ["url"]),
        ("@misc{k, author={B}}", ["title"]),
    ],
)
def test_a_field_without_which_the_reference_has_a_gap_is_missed(
    bibliography: Path, fields: str, missing: list[str]
) -> None:
    bibliography.write_text(fields)
    diagnostics = diagnostics_of(bibliography)
    assert [diagnostic.message.split()[3].rstrip(",") for diagnostic in diagnostics] == missing
    assert {diagnostic.severity for diagnostic in diagnostics} == {Severity.WARNING}
    assert {diagnostic.hint for diagnostic in diagnostics} == {
        f"add `{name} = {{…}}`" for name in missing
    }


def test_what_another_encoding_left_is_reported(bibliography: Path) -> None:
    bibliography.write_bytes("@misc{k, title={Löwe}}".encode("latin-1"))
    references, diagnostics = read_bibliography(bibliography)
    assert references == {}
    assert only(diagnostics).code == "not-utf-8"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("<i>E. coli</i> in H<sub>2</sub>O", "E. coli in H₂O"),
        (r"$\less$i$\greater$E. coli$\less$/i$\greater$", "E. coli"),
        (r"{\textless}sup{\textgreater}3{\textless}/sup{\textgreater}He", "³He"),
        ("<scp>Tool</scp>: A &lt;b&gt;Bold&lt;/b&gt; <span id='x'>Claim</span>",
         "Tool: A Bold Claim"),
        ("<mml:math id='x'><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>1</mml:mn></mml:math>",
         "x = 1"),
        ("<math><mi>a</mi><mo>≤</mo><mi>α</mi></math> Items", "a ≤ α Items"),
        ("<math><mfrac><mi>n</mi><mi>k</mi></mfrac></math> Items", "n/k Items"),
    ],
)  # fmt: skip
def test_tags_of_publishers_are_read_as_what_they_mean_and_reported(
    bibliography: Path, typed: str, read: str
) -> None:
    bibliography.write_text(f"@misc{{k, title = {{{typed}}}}}\n", encoding="utf-8")
    reference = read_bibliography(bibliography)[0]["k"]
    assert reference.text("title") == read
    assert only(reference.diagnostics).code == "html-tag"


@pytest.mark.parametrize("thickness", ["0", "0px", "0.0pt", ".0em"])
def test_a_fraction_without_a_line_is_a_binomial_in_brackets_and_else_none(
    thickness: str,
) -> None:
    fraction = f'<mfrac linethickness="{thickness}"><mi>n</mi><mi>k</mi></mfrac>'
    written = f"<math><mn>2</mn><mrow><mo>(</mo>{fraction}<mo>)</mo></mrow></math>"
    assert source_of_mathml(written) == r"2 \binom{n}{k}"
    assert source_of_mathml(f"<math>{fraction}</math>") is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [("Q &amp; A", "Q & A"), (r"Q {\&}amp; A", "Q & A"), (r"\&lt;5 &eacute;", "<5 é"),
     ("a&amp;lt;b", "a<b"), ("a&nbsp;b", "a\u00a0b")],
)  # fmt: skip
def test_entities_of_html_are_letters_and_reported(
    bibliography: Path, typed: str, read: str
) -> None:
    bibliography.write_text(f"@misc{{k, title = {{{typed}}}}}\n", encoding="utf-8")
    reference = read_bibliography(bibliography)[0]["k"]
    assert reference.text("title") == read
    assert {diagnostic.code for diagnostic in reference.diagnostics} == {"html-entity"}


@pytest.mark.parametrize("typed", ["x<y and y>z", "AT&T; Labs", "a <i> that stays open", "R&D"])
def test_signs_that_are_no_html_stay(bibliography: Path, typed: str) -> None:
    assert entry(bibliography, f"title = {{{typed}}}").text("title") == typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"\enquote{A \emph{B}} and \mkbibemph{C}", "“A B” and C"),
        (r"\noopsort{1973b}1973 by \BibTeX{} users", "1973 by BibTeX users"),
        (r"\{1\vphantom{\}} to 2", "{1 to 2"),
        (r"\texorpdfstring{A}{B} \foreignlanguage{german}{C} \textcolor{red}{D}", "A C D"),
        (r"5\textmu m \textrightarrow{} \symbol{126}\null", "5µm → ~"),
        (r"$\upalpha$ $\mathplus$ $\slash$ $a \leqslant b$", "α + / a ⩽ b"),
    ],
)
def test_commands_of_packages_are_read_as_text(bibliography: Path, typed: str, read: str) -> None:
    assert entry(bibliography, f"title = {{{typed}}}").text("title") == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"$\sqrt[3]{x}$ and $\sqrt[n]{x}$", "³√x and ⁿ√x"),
        (r"$\tfrac12$ of $\frac{a+b}{\sqrt{c}}$", "1/2 of (a + b)/√c"),
        (r"$\binom{n}{k}$, $a \bmod n$", "(n choose k), a mod n"),
        (r"$\mathbb{R}^{n \times m}$", "ℝ^(n×m)"),
        (r"$\overline{x}$ $\mbox{if }x$", "x̅ if x"),
    ],
)
def test_formula_of_a_title_keeps_what_tells_it_from_another(
    bibliography: Path, typed: str, read: str
) -> None:
    assert entry(bibliography, f"title = {{{typed}}}").text("title") == read


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (r"{\$}U(1){\$} Bosons", "$U(1)$"),
        (r"Al\_\{x\}Ga", "_{"),
        (r"The \{USENIX\} Symposium", "{USENIX}"),
        (r"{\textbackslash}beta Decay", r"\beta"),
    ],
)
def test_latex_that_a_program_made_text_of_is_reported(
    bibliography: Path, typed: str, found: str
) -> None:
    bibliography.write_text(f"@misc{{k, title = {{{typed}}}}}\n", encoding="utf-8")
    diagnostic = only(diagnostics_of(bibliography))
    assert diagnostic.code == "escaped-latex"
    assert diagnostic.message == f"`{found}` in `title` is printed as it stands"


def test_braces_around_numbers_are_meant() -> None:
    text = r"@misc{k, title = {Pyridine on Ni\{111\} for \$5 to \$10}}"
    assert parse_bibliography(text, Path("x.bib"))[0]["k"].diagnostics == ()


@pytest.mark.parametrize(
    ("field", "read"),
    [
        ("doi = {https://doi.org/10.1145/1_2}", "10.1145/1_2"),
        ("doi = {doi: 10.1145/1}", "10.1145/1"),
        ('doi = {<a href="https://doi.org/10.1145/1">10.1145/1</a>}', "10.1145/1"),
        ('url = {doi:<a href="https://doi.org/10.1145/1">10.1145/1</a>}',
         "https://doi.org/10.1145/1"),
        ("url = {doi:10.1145/1}", "https://doi.org/10.1145/1"),
        ("url = {https://a.example.org/?x=1&amp;y=2}", "https://a.example.org/?x=1&y=2"),
    ],
)  # fmt: skip
def test_an_identifier_is_read_however_it_is_wrapped(field: str, read: str) -> None:
    references, _ = parse_bibliography(f"@misc{{k, title={{T}}, {field}}}", Path("x.bib"))
    assert references["k"].text(field[:3]) == read


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("www.example.org/a", "write https://www.example.org/a"),
        ("https:", "write the whole address"),
        ("see above", "write the whole address"),
    ],
)
def test_an_address_that_leads_nowhere_is_reported(
    bibliography: Path, typed: str, hint: str
) -> None:
    bibliography.write_text(f"@misc{{k, title={{T}}, url={{{typed}}}}}\n")
    diagnostic = only(diagnostics_of(bibliography))
    assert (diagnostic.code, diagnostic.hint) == ("reference-address", hint)


def test_the_name_of_a_month_in_full_is_reported_with_the_abbreviation(bibliography: Path) -> None:
    bibliography.write_text("@misc{k, title={T}, month=july}\n")
    assert only(diagnostics_of(bibliography)).hint == "write `month = jul`"


def test_an_entry_without_a_key_disturbs_nobody(bibliography: Path) -> None:
    bibliography.write_text("@misc{, title={A}}\n@misc{k, title={B}}\n")
    assert diagnostics_of(bibliography) == []
    references, _ = read_bibliography(bibliography)
    assert [reference.text("title") for reference in references.values()] == ["A", "B"]
