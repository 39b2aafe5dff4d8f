"""Faults of what a PDF says of itself, and of its links."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from pypdf.generic import TextStringObject

from proposal.check.pdf import Expected
from proposal.check.pdf.link_check import diagnostic_of_address
from proposal.diagnostics import Diagnostic, Severity
from tests.check.pdf.conftest import only
from tests.check.pdf.retouching import (
    action,
    link,
    metadata,
    overlay,
    without_metadata,
    without_new_metadata,
)

Findings = Callable[..., list[Diagnostic]]


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("Title", "Second Workshop on Something Else", "title"),
        ("Author", "Jane Roe, Richard Roe", "authors"),
        ("Keywords", "fishing, hunting", "keywords"),
    ],
)
def test_metadata_that_disagree(findings: Findings, key: str, value: str, what: str) -> None:
    found = only(findings(metadata(**{key: value})))
    assert found.code == "metadata-mismatch"
    assert f"its metadata give the {what} “{value}”; the data say “" in found.message


def test_two_kinds_of_metadata_that_disagree_with_each_other(findings: Findings) -> None:
    found = only(findings(metadata(Title="Something Else"), wanted=None))
    assert found.code == "metadata-mismatch"
    assert "the title twice: “Something Else” and “First Workshop" in found.message


def test_metadata_that_are_missing(findings: Findings, creator: str) -> None:
    found = findings(without_metadata, metadata(Creator=creator))
    assert [diagnostic.code for diagnostic in found] == ["metadata-missing"] * 3
    assert [diagnostic.message.split("no ")[-1] for diagnostic in found] == [
        "title",
        "authors",
        "keywords",
    ]


def test_keywords_that_the_data_do_not_name_are_asked_of_the_data(
    findings: Findings, creator: str
) -> None:
    nothing = {"wanted": Expected(title="Something Else")}
    found = findings(without_metadata, metadata(Creator=creator, Title="Something Else"), **nothing)
    assert [
        (one.severity, str(one.hint)[:10]) for one in found if one.message.endswith("keywords")
    ] == [(Severity.WARNING, "write `key")]


@pytest.mark.parametrize(
    "title", ["Microsoft Word - paper_final.docx", "main.tex", "Untitled document"]
)
def test_the_name_of_a_file_is_no_title(findings: Findings, title: str) -> None:
    found = only(findings(without_new_metadata, metadata(Title=title), wanted=None))
    assert (found.code, found.severity) == ("metadata-missing", Severity.WARNING)
    assert f"its metadata give the title “{title}”, as if a file were meant" in found.message


@pytest.mark.parametrize("language", ["en", "enGB"])
def test_marks_of_languages_are_no_part_of_a_title(findings: Findings, language: str) -> None:
    found = only(findings(metadata(Title=f"\x1b{language}\x1bSomething Else")))
    assert "its metadata give the title “Something Else”" in found.message


def test_authors_may_be_listed_in_the_newer_metadata_alone(findings: Findings) -> None:
    assert findings(metadata(Author="", Keywords="")) == []


def test_lists_may_be_written_in_any_way(findings: Findings, expected: Expected) -> None:
    first, *rest, last = expected.authors
    listed = "; ".join([first, *rest]) + f", and {last}"
    assert findings(without_new_metadata, metadata(Author=listed)) == []


def test_a_program_that_is_not_acmart(findings: Findings) -> None:
    found = only(findings(without_new_metadata, metadata(Creator="Some Word Processor")))
    assert (found.code, found.severity) == ("acmart-version", Severity.NOTE)


def test_an_acmart_older_than_the_licence(findings: Findings, expected: Expected) -> None:
    assert expected.rights is not None
    rights = expected.rights.model_copy(update={"copyright": "cc", "licence": "by"})
    wanted = replace(expected, rights=rights)
    creators = {
        "LaTeX with acmart 2022/10/24 v1.88 Typesetting": True,
        "LaTeX with acmart 2024/06/30 v2.08 Typesetting": True,
        "LaTeX with acmart 2024/09/20 v2.09 Typesetting": False,
        "LaTeX with acmart 2024/12/28 v2.12 Typesetting": False,
    }
    for creator, is_old in creators.items():
        found = findings(without_new_metadata, metadata(Creator=creator), wanted=wanted)
        notes = [diagnostic for diagnostic in found if diagnostic.code == "acmart-version"]
        assert bool(notes) == is_old, creator


@pytest.mark.parametrize(
    "address",
    [
        "https://doi.org/10.1145/3637528.3671486",
        "http://www.acm.org",
        "https://example.org:8080/~jane/a%20page?x=1#part",
        "https://web.archive.org/web/2020/https://example.org/",
        "https://xn--bcher-kva.example.com",
        "mailto:jane@example.org",
        "mailto:jane@example.org,richard@example.org?subject=Hello",
    ],
)
def test_good_addresses(address: str) -> None:
    assert diagnostic_of_address(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org/page",
        "www.acm.org",
        "http://",
        "https://https://example.org",
        "https://localhost:8000/",
        "http://127.0.0.1/x",
        "http://[::1]/x",
        "http://[::1/x",
        "https://example",
        "https://printer.local/",
        "file:///home/jane/paper.pdf",
        "ftp://example.org/x",
        "https://example.org/a page",
        "https://doi.org/https://doi.org/10.1145/1",
        "mailto:jane",
        "mailto:jane at example.org",
    ],
)
def test_faulty_addresses(address: str) -> None:
    assert diagnostic_of_address(address)


def test_a_link_to_the_authors_own_computer(findings: Findings) -> None:
    found = only(
        findings(link("http://localhost:4000/2024"), link("http://localhost:4000/2024", 2))
    )
    assert found.code == "link"
    assert found.message == (
        "camera-ready.pdf, pages 1 and 2: the link “http://localhost:4000/2024” "
        "leads to a computer that only its owner reaches"
    )


def test_a_link_to_a_file(findings: Findings) -> None:
    found = only(findings(overlay("Link", A=action("Launch", F="notes.docx"))))
    assert found.code == "link"


def test_a_link_to_a_place_that_is_not_there(findings: Findings) -> None:
    found = only(findings(overlay("Link", Dest=TextStringObject("section.99"))))
    assert found.code == "link"
    assert "“section.99”, which is not in the PDF" in found.message
