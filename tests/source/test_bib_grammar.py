"""A `.bib` file is taken apart as BibTeX does it, and each fault is told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.render.latex.bibliography import bibliography
from proposal.source.bibtex import parse_bibliography
from tests.diagnostic_lists import only, places

FILE = Path("references.bib")


def title(text: str) -> str:
    """The title of the one entry in a text without errors."""
    references, diagnostics = parse_bibliography(text, FILE)
    (reference,) = references.values()
    assert [*diagnostics, *reference.diagnostics] == []
    return reference.text("title")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("@misc{k, title = {A}}", "A"),
        ("@misc(k, title = {A})", "A"),
        ('@misc{k, title = "A {"}B{"} C"}', 'A "B" C'),
        ("@misc{k, title = {A}, }", "A"),
        ("@misc{k, title = 17}", "17"),
        ("@misc { k , title\n=\n{A\n  B} }", "A B"),
        ("@string{a = {X}} @misc{k, title = a # { and } # a}", "X and X"),
        ("@string{a = {X}}\n@STRING{A = {Y}}\n@misc{k, title = a}", "Y"),
        ('@string{a = "X"} @string{b = a # {Y}} @misc{k, title = B}', "XY"),
        ("@misc{k, title = {In } # jul}", "In July"),
        ("mail ann@example.org @comment{x} @misc{k, title = {A}}", "A"),
        ("@preamble{{\\newcommand{\\x}{}} # \"y\"} @misc{k, title = {A}}", "A"),
        ("@misc{k, abstract = {At\n@Home {now}}, title = {A}}", "A"),
        ("@misc{k, file = {C:\\Users\\x.pdf}, title = {A}, annote = {\\foo{}}}", "A"),
    ],
)  # fmt: skip
def test_what_bibtex_reads_is_read(text: str, read: str) -> None:
    assert title(text) == read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{k, title={A} note={B}}", ["references.bib:1:20 bibtex-syntax"]),
        ("@misc{k, title={A}\n year=2020\n note={B}}",
         ["references.bib:2:2 bibtex-syntax", "references.bib:3:2 bibtex-syntax"]),
        ("@misc{k, title={A} {B}}", ["references.bib:1:20 bibtex-syntax"]),
        ("@misc{k, title={A},, note={B},}", ["references.bib:1:20 bibtex-syntax"]),
        ("@misc{k, title {A}}", ["references.bib:1:16 bibtex-syntax"]),
        ('@misc{k, title="A }"}', ["references.bib:1:19 bibtex-syntax"]),
        ("@string{a {X}}", ["references.bib:1:11 bibtex-syntax"]),
        ("@misc{k, title={A}", ["references.bib:1:1 bibtex-syntax"]),
    ],
)  # fmt: skip
def test_a_diagnostic_is_reported_where_it_stands(text: str, expected: list[str]) -> None:
    assert places(parse_bibliography(text, FILE)[1]) == expected


def test_a_forgotten_comma_joins_no_two_fields() -> None:
    references, diagnostics = parse_bibliography("@misc{k, title={A} note={B}}", FILE)
    assert (references["k"].text("title"), references["k"].text("note")) == ("A", "B")
    assert only(diagnostics).message == "a comma is missing between the field `title` and `note`"


@pytest.mark.parametrize("value", ["foo", "foo # {, B}", "jly"])
def test_a_name_that_stands_for_nothing_is_reported(value: str) -> None:
    references, _ = parse_bibliography(f"@misc{{k, title={{A}}, month = {value}}}", FILE)
    diagnostic = only(references["k"].diagnostics)
    assert diagnostic.code == "unknown-abbreviation"
    assert "stands for nothing" in diagnostic.message


def test_a_month_and_a_journal_keep_the_names_that_the_style_knows() -> None:
    text = "@article{k, title={A}, author={B}, journal=CACM, month=JUL, year=1}"
    reference = parse_bibliography(text, FILE)[0]["k"]
    assert reference.text("journal") == "Communications of the ACM"
    assert reference.sources["month"] == "jul"
    assert reference.diagnostics == ()


def test_joined_texts_are_one_text_and_names_stay_names() -> None:
    text = '@string{s = "X "} @misc{k, title = s # {Y} # 1, note = {In } # jul # {, } # "Z"}'
    sources = parse_bibliography(text, FILE)[0]["k"].sources
    assert sources == {"title": "{X Y1}", "note": "{In } # jul # {, Z}"}


def test_a_child_has_what_its_parent_has() -> None:
    text = (
        "@inproceedings{c, author={A}, title={T}, crossref={P}}\n"
        "@proceedings{p, title={B}, booktitle={B}, year=2020}\n"
    )
    reference = parse_bibliography(text, FILE)[0]["c"]
    assert (reference.parent, reference.diagnostics) == ("p", ())


def test_a_child_without_its_parent_is_reported() -> None:
    text = "@inproceedings{c, author={A}, title={T}, booktitle={B}, year=1, crossref={gone}}"
    diagnostics = parse_bibliography(text, FILE)[0]["c"].diagnostics
    assert [diagnostic.code for diagnostic in diagnostics] == ["bad-crossref"]


def test_a_parent_may_stand_before_its_child_and_is_written_behind_it() -> None:
    text = (
        "@proceedings{p, title={B}, year=1} @inproceedings{c, author={A}, title={T}, crossref={p}}"
    )
    references, _ = parse_bibliography(text, FILE)
    assert references["c"].diagnostics == ()
    assert references["c"].text("booktitle") == "B"
    written = bibliography(references).text
    assert written.index("{c,") < written.index("{p,")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("family=Sample, given=Ann, prefix=van der, useprefix=true", "van der Sample, Ann"),
        ("given=Ann, family=Sample, suffix=Jr. and Bob Body", "Sample, Jr., Ann and Bob Body"),
        ('family="Sample", given={Ann}, given-i={A} and family={Sample and Sons}',
         "Sample, Ann and Sample and Sons"),
        ("given=Suharto", "Suharto"),
    ],
)  # fmt: skip
def test_names_that_biblatex_has_part_by_part_are_put_together(typed: str, read: str) -> None:
    text = f"@misc{{k, title={{T}}, author={{{typed}}}}}"
    reference = parse_bibliography(text, FILE)[0]["k"]
    assert reference.text("author") == read
    assert only(reference.diagnostics).code == "biblatex-entry"


@pytest.mark.parametrize(
    ("entry", "kind", "fields"),
    [
        ("@article{k, author={A}, title={T}, journaltitle={J}, date={2020-05-03}}",
         "article", {"journal": "J", "year": "2020", "month": "May", "day": "3"}),
        ("@thesis{k, author={A}, title={T}, institution={U}, date={2020}, type={phdthesis}}",
         "phdthesis", {"school": "U", "year": "2020", "type": ""}),
        ("@thesis{k, author={A}, title={T}, institution={U}, year={2020}, type={Master's thesis}}",
         "mastersthesis", {"school": "U", "type": "Master's thesis"}),
        ("@report{k, author={A}, title={T}, institution={U}, date={2020-01/2020-02}}",
         "techreport", {"year": "2020", "month": "Jan."}),
        ("@electronic{k, title={T}, url={https://example.org}, date={2020}, urldate={2021-02-03}}",
         "online", {"year": "2020"}),
    ],
)  # fmt: skip
def test_what_is_written_for_biblatex_is_translated_and_reported(
    entry: str, kind: str, fields: dict[str, str]
) -> None:
    reference = parse_bibliography(entry, FILE)[0]["k"]
    assert [diagnostic.code for diagnostic in reference.diagnostics] == ["biblatex-entry"]
    assert reference.kind == kind
    assert {name: reference.text(name) for name in fields} == fields


@pytest.mark.parametrize(
    ("entry", "name", "text"),
    [
        ("@book{k, title={T}, subtitle={S}, publisher={P}, year=1}", "title", "T: S"),
        ("@book{k, title={Why {T}?}, subtitle={An {S}}, publisher={P}, year=1}", "title",
         "Why T? An S"),
        ("@misc{k, subtitle = {S} # { of } # jul, title={{T}}}", "title", "T: S of July"),
        ("@article{k, author={A}, title={T}, journaltitle={J}, journalsubtitle={S}, year=1}",
         "journal", "J: S"),
    ],
)  # fmt: skip
def test_a_subtitle_of_biblatex_stands_behind_the_title(entry: str, name: str, text: str) -> None:
    reference = parse_bibliography(entry, FILE)[0]["k"]
    diagnostic = only(reference.diagnostics)
    assert (diagnostic.code, reference.text(name)) == ("biblatex-entry", text)
    assert f"is printed behind `{name}`" in diagnostic.message


@pytest.mark.parametrize(
    "typed",
    [r"$\sim$a", r"\~{}a", r"\~a", r"{\~{}}a", r"{\textasciitilde}a", r"\textasciitilde{}a",
     r"\string~a", r"{$\sim$}a", "~a"],
)  # fmt: skip
@pytest.mark.parametrize("around", ["%s", r"\url{%s}", "<%s>", r"\nolinkurl{%s}"])
def test_the_tilde_of_an_address_is_read_however_it_was_typed(typed: str, around: str) -> None:
    address = around % f"https://example.org/{typed}"
    reference = parse_bibliography(f"@misc{{k, title={{T}}, url={{{address}}}}}", FILE)[0]["k"]
    assert reference.diagnostics == ()
    assert reference.text("url") == "https://example.org/~a"


def test_a_link_in_an_address_is_its_address() -> None:
    text = r"@misc{k, title={T}, url={\href{https://example.org/~a}{the page}}}"
    reference = parse_bibliography(text, FILE)[0]["k"]
    assert (reference.text("url"), reference.diagnostics) == ("https://example.org/~a", ())


def test_an_unknown_type_and_signs_of_html_are_reported() -> None:
    text = "@web_page{k, title={Q &amp; A}, year=1}"
    diagnostics = parse_bibliography(text, FILE)[0]["k"].diagnostics
    assert {diagnostic.code for diagnostic in diagnostics} == {"unknown-entry-type", "html-entity"}
