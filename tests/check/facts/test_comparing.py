"""Facts are found whatever typesetting did to them, and what stands instead is told."""

from __future__ import annotations

import pytest

from proposal.check.facts.comparison import changed_facts, missing_facts
from proposal.check.facts.inspection import ArtefactKind
from proposal.check.facts.read_back import read_html, read_jekyll, read_markdown, read_pdf
from proposal.check.facts.stated_fact import StatedFact
from proposal.edition.facts import Fact
from proposal.reading.searchable_text import searchable
from proposal.render.markdown import escape_address

ANYWHERE = frozenset(ArtefactKind)


def fact(value: str, name: str = "fact") -> StatedFact:
    return StatedFact(Fact(name, value, value, None, name), ANYWHERE)


@pytest.mark.parametrize(
    "said",
    [
        "Privacy in personalized generative AI systems",
        "Privacy in person-\nalized generative AI sys-\ntems",
        "PRIVACY IN PERSONALIZED GENERATIVE AI SYSTEMS",
        "Privacy  in\npersonalized generative\u00a0AI systems",
    ],
)
def test_line_breaks_hyphens_and_case_do_not_hide_a_fact(said: str) -> None:
    wanted = [fact("Privacy in personalized generative AI systems")]
    assert list(missing_facts(wanted, searchable(f"before {said} behind"))) == []


def test_ligatures_and_accents_do_not_hide_a_fact() -> None:
    wanted = [fact("efficient office of Dvořák")]
    assert list(missing_facts(wanted, searchable("eﬃcient oﬃce of Dvor\u030ca\u0301k"))) == []


def test_what_stands_in_the_place_of_a_fact_is_reported() -> None:
    (found,) = missing_facts([fact("Narges Tabari")], searchable("by Nargis Tabari and others"))
    assert found.found == "Nargis Tabari"


def test_a_fact_that_is_not_there_at_all_is_missing() -> None:
    (found,) = missing_facts([fact("Narges Tabari")], searchable("nothing of the kind"))
    assert found.found is None


def test_of_facts_in_each_other_the_smaller_one_is_named() -> None:
    facts = [fact("Ada Lovelace works at a Place", "biography"), fact("Ada Lovelace", "name")]
    expected = searchable("Ada Lovelace. Ada Lovelace works at a Place.")
    actual = searchable("Ada Lovelady. Ada Lovelace works at a Place.")
    found, others = changed_facts(facts, expected, actual)
    assert [(difference.fact.id, difference.found) for difference in found] == [
        ("name", "Ada Lovelady")
    ]
    assert others == []


def test_words_beside_the_facts_are_reported_with_old_and_new() -> None:
    expected, actual = searchable("Welcome to all of you"), searchable("Welcome to some of you")
    assert changed_facts([], expected, actual) == ([], [("all", "some")])


def test_a_page_is_read_without_its_scripts_but_with_its_links() -> None:
    page = '<p>Caf&eacute; <a href="https://example.org/x">here</a></p><script>hidden()</script>'
    assert "Café" in read_html(page).text
    assert "https://example.org/x" in read_html(page).text
    assert "hidden" not in read_html(page).text


def test_markdown_is_read_without_its_marks() -> None:
    read = read_markdown(r"a \*b\* &#123;c&#125; <br>d")
    assert read.text.split() == ["a", "*b*", "{c}", "d"]


def test_front_matter_is_read_as_what_it_says() -> None:
    reading = read_jekyll(['---\ntitle: "A\\nline"\nrows:\n- {bio: "More"}\n---\n\nBody'])
    assert reading.normalized == "alinemorebody"


def test_a_sentence_that_goes_over_a_page_is_read_in_one_piece() -> None:
    pages = [
        "A sentence that begins\n6737",
        (
            "KDD ’24, August 25–29, 2024, Barcelona, Spain\nNarges Tabari et al.\n"
            "and goes on here\nwith more\nand more\nand more\n6738"
        ),
    ]
    assert "sentencethatbeginsandgoesonhere" in read_pdf(pages).normalized


def test_the_foot_of_a_manuscript_divides_no_sentence() -> None:
    foot = "Manuscript submitted to ACM"
    pages = [f"A first line\nwith more\nand a sentence\n{foot}", f"that goes on\n2\n{foot}"]
    read = read_pdf(pages).normalized
    assert "andasentencethatgoeson" in read
    assert read.count("manuscriptsubmittedtoacm") == 2


@pytest.mark.parametrize("head", ["2 Anon.", "WSP 2026 3"])
def test_the_head_and_foot_of_a_journal_divide_no_sentence(head: str) -> None:
    foot = ", Vol. 1, No. 1, Article . Publication date: February 2026."
    pages = [
        f"50\n51\nA Title\nA first line\nwith more\nand a sentence\n{foot}",
        f"52\n53\n{head}\nthat goes on\nwith more\nand more\nand more\n{foot}",
    ]
    read = read_pdf(pages).normalized
    assert "andasentencethatgoeson" in read
    assert read.startswith("atitle")


def test_the_address_of_a_link_is_found_as_it_is_typed() -> None:
    typed = "https://example.org/submit?from=%5BHome%5D(%2F)*"
    read = read_markdown(f"[here]({escape_address(typed)})")
    assert searchable(typed).normalized in read.normalized
