"""Faults of what is printed: places, page numbers, order, leftovers, names that must not show."""

from __future__ import annotations

from collections.abc import Callable

import pypdf
import pytest
from msgspec.structs import replace

from proposal.check.pdf import Expected
from proposal.check.pdf.text_check import is_in_no_language
from proposal.diagnostics import Diagnostic
from proposal.model.acmart_versions import EMAIL_LINKS
from tests.check.pdf.conftest import only
from tests.check.pdf.retouching import link, picture, retyped, typed_at, without_links
from tests.installed_acmart import installed_acmart

Findings = Callable[..., list[Diagnostic]]


@pytest.mark.parametrize(
    ("x", "y", "side"),
    [(20, 400, "on the left"), (560, 400, "on the right"), (100, 760, "above"), (100, 20, "below")],
)
def test_text_in_a_margin(findings: Findings, x: float, y: float, side: str) -> None:
    found = only(findings(typed_at("Per", x, y, page=2)))
    assert found.code == "margin"
    assert found.message.startswith(
        "camera-ready.pdf, page 2: “Per” stands outside of the text area"
    )
    assert found.message.endswith(side)


@pytest.mark.parametrize("baseline", [721, 724, 727])
def test_a_text_over_the_running_head(findings: Findings, baseline: int) -> None:
    found = only(findings(typed_at("Permission to make copies", 100, baseline, page=2)))
    assert found.code == "running-head"
    assert "page 2" in found.message
    assert "are printed over each other in the head" in found.message


def test_a_text_beside_the_running_heads_covers_none(findings: Findings) -> None:
    assert findings(typed_at("Per", 300, 724, page=2)) == []


def test_text_where_the_page_number_belongs(findings: Findings) -> None:
    found = only(findings(typed_at("Per", 100, 73)))
    assert found.code == "margin"
    assert "“Per” stands below the text" in found.message


def test_line_numbers_for_reviewers(findings: Findings, expected: Expected) -> None:
    numbers = [typed_at(str(number), 30, 700 - 12 * number, page=2) for number in range(10, 30)]
    assert only(findings(*numbers)).code == "line-numbers"
    assert findings(*numbers, wanted=replace(expected, line_numbers=True)) == []


def test_a_picture_that_is_too_wide(findings: Findings) -> None:
    found = only(findings(picture(300, 50, 318, 300)))
    assert found.code == "margin"
    assert "page 1: a picture sticks out of the text area by 60 pt on the right" in found.message


def test_a_picture_that_is_cut_to_fit(findings: Findings) -> None:
    assert findings(picture(300, 50, 318, 300, cut="318 300 200 50 re W n")) == []
    assert findings(picture(240, 50, 318, 300)) == []


def test_page_numbers_that_begin_elsewhere(findings: Findings, expected: Expected) -> None:
    found = only(findings(wanted=replace(expected, first_page=101)))
    assert found.code == "page-number"
    assert found.message == "camera-ready.pdf, page 1: it is numbered 6737, and should be 101"


def test_page_numbers_that_nobody_wants(findings: Findings, expected: Expected) -> None:
    found = only(findings(wanted=replace(expected, prints_page_numbers=False)))
    assert found.code == "page-number"


def test_a_page_without_its_number(findings: Findings) -> None:
    found = only(findings(retyped("6738", "", page=2)))
    assert found.code == "page-number"
    assert found.message == "camera-ready.pdf, page 2: its number, 6738, is not printed"


def _blank(writer: pypdf.PdfWriter) -> None:
    for page in writer.pages:
        contents = page.get_contents()
        assert contents is not None
        contents.set_data(b"")
        page.replace_contents(contents)


def test_a_scan_without_text(findings: Findings) -> None:
    assert only(findings(_blank)).code == "no-text"


def _shifted(writer: pypdf.PdfWriter) -> None:
    """Let each letter come out as another one, as fonts do that do not say what they hold."""
    for page in writer.pages:
        contents = page.get_contents()
        assert contents is not None
        contents.operations = [
            ([_shift(operand) for operand in operands] if operator == b"TJ" else operands, operator)
            for operands, operator in contents.operations
        ]
        page.replace_contents(contents)


def _shift(pieces: pypdf.generic.ArrayObject) -> pypdf.generic.ArrayObject:
    return pypdf.generic.ArrayObject(
        pypdf.generic.ByteStringObject(bytes(code + 1 for code in piece.original_bytes))
        if hasattr(piece, "original_bytes")
        else piece
        for piece in pieces
    )


def test_text_that_cannot_be_copied(findings: Findings) -> None:
    assert "garbled-text" in {diagnostic.code for diagnostic in findings(_shifted)}


PROGRAM = "Annual Meeting of Toy Makers " + " ".join(
    f"{hour:02}:00 Wooden Horses Example University Ann Author" for hour in range(30)
)


def test_a_program_of_hours_and_names_is_a_text() -> None:
    assert len(PROGRAM.split()) > 150
    assert not is_in_no_language(PROGRAM, "Annual Meeting of Toy Makers")
    assert is_in_no_language(PROGRAM, "Another Title")
    shifted = "".join(chr(ord(letter) + 1) if letter.isalpha() else letter for letter in PROGRAM)
    assert is_in_no_language(shifted, "Annual Meeting of Toy Makers")


@pytest.mark.parametrize(
    "sentence",
    [
        "Warsztat na temat łódek odbywa się w mieście",
        "Paperista taitetut veneet ja niiden kestävyys on aiheena",
        "Kâğıttan gemiler ve bir havuz üzerine çalışma",
        "L'atelier rassemble les personnes et des bateaux",
    ],
)
def test_prose_of_other_languages_is_a_text(sentence: str) -> None:
    assert not is_in_no_language(f"{sentence} " * 40)


def _abstract_first(writer: pypdf.PdfWriter) -> None:
    """Draw the heading of the abstract before anything else."""
    contents = writer.pages[0].get_contents()
    assert contents is not None
    words = b"BT /F39 9 Tf 100 600 Td (ABSTRACT) Tj ET\n"
    fonts = writer.pages[0]["/Resources"].get_object()["/Font"].get_object()  # type: ignore[index]  # pypdf says object
    words = words.replace(b"/F39", str(next(iter(fonts))).encode())
    contents.set_data(words + contents.get_data())
    writer.pages[0].replace_contents(contents)


def test_an_abstract_before_the_title(findings: Findings) -> None:
    found = only(findings(_abstract_first))
    assert found.code == "reading-order"


def test_a_title_that_is_not_in_the_text(findings: Findings) -> None:
    found = findings(retyped("Personalization", "Person"))
    assert only(found).message.endswith("the title cannot be found in the text")


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("as ?? says", "a reference that LaTeX could not resolve"),
        ("as [?] says", "a citation that BibTeX could not resolve"),
        ("as [3, ?] says", "a citation that BibTeX could not resolve"),
        ("TODO", "a note to oneself"),
    ],
)
def test_what_was_left_over(findings: Findings, words: str, what: str) -> None:
    found = only(findings(retyped("they are deployed", words, page=2)))
    assert found.code == "leftover"
    assert found.message.endswith(what)


def test_one_leftover_that_is_broken_in_different_ways_is_reported_once(findings: Findings) -> None:
    found = only(findings(retyped("they are deployed", "so [? ] and [?] it", page=2)))
    assert "“[?]” is a citation that BibTeX could not resolve" in found.message


def test_questions_are_no_leftovers(findings: Findings) -> None:
    assert findings(retyped("they are deployed", "why? (what?), really??", page=2)) == []


def test_names_in_a_pdf_that_must_be_anonymous(findings: Findings, expected: Expected) -> None:
    codes = {diagnostic.code for diagnostic in findings(wanted=replace(expected, anonymous=True))}
    assert codes == {"not-anonymous"}


@pytest.mark.parametrize("links", [0, 1], ids=["address as text", "address as a link"])
def test_what_gives_authors_away(findings: Findings, links: int) -> None:
    address = "jmcauley@eng.ucsd.edu"
    wanted = Expected(
        anonymous=True,
        authors=("Narges Tabari", "Jane Roe"),
        emails=(address,),
        institutions=("Google DeepMind",),
    )
    edits = (without_links, *[link(f"mailto:{address}")] * links)
    messages = [diagnostic.message for diagnostic in findings(*edits, wanted=wanted)]
    assert "pages 1 and 2: “Narges Tabari” is the name of an author" in messages[0]
    assert f"page 1: “{address}” is the address of an author" in messages[1]
    assert "“Google DeepMind” is the employer of an author" in messages[2]
    assert "its metadata name “Narges Tabari”" in messages[3]
    assert [f"a link leads to “mailto:{address}”" in message for message in messages[4:]] == (
        [True] * links
    )


def test_links_of_addresses_give_authors_away_since_acmart_makes_them(findings: Findings) -> None:
    wanted = Expected(anonymous=True, emails=("jmcauley@eng.ucsd.edu",))
    linked = [diagnostic for diagnostic in findings(wanted=wanted) if "link" in diagnostic.message]
    assert len(linked) == (EMAIL_LINKS.at(installed_acmart()) == "links")
