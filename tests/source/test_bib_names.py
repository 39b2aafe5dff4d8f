"""Names are taken apart as BibTeX takes them apart."""

from __future__ import annotations

import pytest

from proposal.source.bib.bib_names import names_of
from proposal.source.bib.latex import read_latex


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ann Author", [("Ann", "", "Author", "")]),
        ("Author, Ann", [("Ann", "", "Author", "")]),
        ("Jan van der Sample", [("Jan", "van der", "Sample", "")]),
        ("van der Sample, Jan", [("Jan", "van der", "Sample", "")]),
        ("Sample, Jr., Martin Luther", [("Martin Luther", "", "Sample", "Jr.")]),
        ("{Barnes and Sample Corporation}", [("", "", "Barnes and Sample Corporation", "")]),
        ("Sample III, Robert", [("Robert", "", "Sample III", "")]),
        ("A. {Delgado de Muestra}", [("A.", "", "Delgado de Muestra", "")]),
        ("{\\'E}va {\\v{S}}vec", [("Éva", "", "Švec", "")]),
        ("Zed {van Zample}", [("Zed", "", "van Zample", "")]),
        ("Ann~B. Author", [("Ann B.", "", "Author", "")]),
        ("Suharto", [("", "", "Suharto", "")]),
        ("A. One AND B. Two and\n  C. Three", [("A.", "", "One", ""), ("B.", "", "Two", ""),
                                                       ("C.", "", "Three", "")]),
        ("Alexandra Sandra and {And and, And}", [("Alexandra", "", "Sandra", ""),
                                                           ("", "", "And and, And", "")]),
        ("", []),
    ],
)  # fmt: skip
def test_a_list_of_names(typed: str, read: list[tuple[str, str, str, str]]) -> None:
    found = names_of(read_latex(typed).fragments)
    assert [(name.given, name.particle, name.family, name.suffix) for name in found] == read


def test_others_are_no_name() -> None:
    ann, others = names_of(read_latex("Ann Author and others").fragments)
    assert (ann.is_others, others.is_others) == (False, True)
    assert not names_of(read_latex("{others}").fragments)[0].given


def test_a_name_is_read_with_its_suffix_at_its_end() -> None:
    (name,) = names_of(read_latex("de la Muestra, Jr, Mar{\\'i}a").fragments)
    assert name.in_reading_order == "María de la Muestra Jr"
    assert name.last == "de la Muestra"
