"""Which version of acmart does what, as its own lists of changes say."""

from __future__ import annotations

import typing
from collections.abc import Iterator

import pytest

from proposal.model.acmart_versions import (
    CONFERENCE_LINE,
    CREATIVE_COMMONS,
    DEFAULT_PRICE,
    DIFFERENCES,
    EMAIL_LINKS,
    HEADINGS,
    NOTICES,
    TAGGING,
    WITHOUT_OWNER,
    AcmartVersion,
    Copyright,
    Difference,
    acmart_version_in,
    conference_lines,
    owners,
    permissions,
    prints_price,
)
from tests.workspace import ROOT

V1_88, V2_12, V2_20 = AcmartVersion(1, 88), AcmartVersion(2, 12), AcmartVersion(2, 20)


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("LaTeX with acmart 2022/10/24 v1.88 Typesetting articles for the ACM", V1_88),
        ("LaTeX with acmart 2024/12/28 v2.12 Typesetting and hyperref 2024-11-05 v7.01l", V2_12),
        ("acmart 2023/03/27 v1.90a", AcmartVersion(1, 90)),
        ("acmart 2.09", AcmartVersion(2, 9)),
        ("LaTeX with hyperref 2024-11-05 v7.01l", None),
        ("LaTeX with acmart", None),
        ("", None),
    ],
)
def test_a_version_is_found_where_a_pdf_names_it(text: str, version: AcmartVersion | None) -> None:
    assert acmart_version_in(text) == version


def test_versions_are_numbers_of_two_parts() -> None:
    assert AcmartVersion(2, 9) < AcmartVersion(2, 10) < AcmartVersion(2, 20)
    assert str(AcmartVersion(2, 9)) == "2.09"


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda difference: difference.subject)
def test_forms_stand_in_the_order_of_the_versions(difference: typing.Any) -> None:
    first, *others = [form.since for form in difference.forms]
    assert first is None
    assert others == sorted(set(others))
    assert all(V1_88 < since <= V2_20 for since in others)


@pytest.mark.parametrize(
    ("difference", "last", "first"),
    [
        (HEADINGS, (2, 7), (2, 8)),
        (CONFERENCE_LINE, (2, 10), (2, 11)),
        (DEFAULT_PRICE, (1, 93), (2, 0)),
        (EMAIL_LINKS, (2, 17), (2, 18)),
        (CREATIVE_COMMONS, (1, 93), (2, 0)),
        (CREATIVE_COMMONS, (2, 8), (2, 9)),
        (TAGGING, (2, 17), (2, 18)),
    ],
)
def test_a_change_holds_from_its_version_on(
    difference: typing.Any, last: tuple[int, int], first: tuple[int, int]
) -> None:
    assert difference.at(AcmartVersion(*last)) != difference.at(AcmartVersion(*first))


def test_a_version_that_is_not_known_may_do_what_any_does() -> None:
    assert conference_lines("X ’24", "May 1–2, 2024", "Graz, Austria", None) == (
        "X ’24, May 1–2, 2024, Graz, Austria",
        "X ’24, Graz, Austria",
    )
    assert conference_lines("X ’24", "May 1–2, 2024", "Graz, Austria", V2_12) == (
        "X ’24, Graz, Austria",
    )
    assert owners("acmcopyright", None) == ("Association for Computing Machinery", "ACM")
    assert owners("acmcopyright", V1_88) == ("Association for Computing Machinery",)
    assert owners("acmcopyright", V2_20) == ("ACM",)


def test_every_form_of_rights_has_its_words() -> None:
    words: tuple[Copyright, ...] = typing.get_args(Copyright)
    for version in (V1_88, V2_12, V2_20, None):
        assert [word for word in words if not owners(word, version)] == list(WITHOUT_OWNER)
        assert [word for word in words if not permissions(word, version)] == ["none"]
    assert [*NOTICES] == [word for word in words if word != "none"]


def test_a_price_is_printed_by_old_versions_where_copies_are_sold() -> None:
    assert prints_price("acmlicensed", V1_88)
    assert not prints_price("rightsretained", V1_88)
    assert not prints_price("acmlicensed", V2_12)


def table_of_versions() -> str:
    """The differences as a table in Markdown."""
    rows = [row for difference in DIFFERENCES for row in _rows(difference)]
    head = "| what | acmart | prints or does | source |\n| --- | --- | --- | --- |\n"
    return head + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _rows(difference: Difference) -> Iterator[tuple[str, str, str, str]]:
    forms = difference.forms
    for form, following in zip(forms, (*forms[1:], None), strict=True):
        begins = f"from {form.since}" if form.since else ""
        ends = f"before {following.since}" if following else ""
        is_first = form is forms[0]
        yield (
            difference.subject if is_first else "",
            " and ".join(filter(None, (begins, ends))),
            form.text or "nothing",
            difference.source if is_first else "",
        )


def test_the_page_of_the_reference_lists_all_differences() -> None:
    page = (ROOT / "docs" / "reference" / "acmart.md").read_text(encoding="utf-8")
    assert table_of_versions() in page, f"write this table there:\n{table_of_versions()}"
