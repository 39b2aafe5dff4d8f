"""Faults of the rights block and the ACM Reference Format, each alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from proposal.check.pdf import Expected
from proposal.check.pdf.rights_check import rights_block
from proposal.diagnostics import Diagnostic, Severity
from proposal.model.acmart_versions import (
    CONFERENCE_LINE,
    CREATIVE_COMMONS,
    AcmartVersion,
    conference_lines,
)
from tests.check.pdf.conftest import only
from tests.check.pdf.retouching import (
    Edit,
    link,
    metadata,
    retyped,
    retyped_everywhere,
    without_new_metadata,
)
from tests.installed_acmart import installed_acmart

Findings = Callable[..., list[Diagnostic]]

DOI = "10.1145/3637528.3671486"
HOST, DAYS, PLACE = "KDD ’24", "August 25–29, 2024", "Barcelona, Spain"
TYPED_DAYS = ", August 25\x1529, 2024"
"""How TeX types the days in the rights block, where its class prints them there."""


def _printed_days() -> str:
    """The days that stand in the rights block here, as TeX types them."""
    return TYPED_DAYS if "{days}" in CONFERENCE_LINE.at(installed_acmart()) else ""


def _block_with(days: str) -> Edit:
    """Print other days in the conference line of the rights block, or none."""
    return retyped(f"'24{_printed_days()}, Barcelona", f"'24{days}, Barcelona")


def made_with(creator: str) -> tuple[Edit, Edit]:
    """Let the PDF say that something else made it."""
    return without_new_metadata, metadata(Creator=creator)


def _with_rights(expected: Expected, **values: Any) -> Expected:
    assert expected.rights is not None
    return replace(expected, rights=expected.rights.model_copy(update=values))


def test_a_doi_other_than_the_data_say(findings: Findings, expected: Expected) -> None:
    found = only(findings(wanted=_with_rights(expected, doi="10.1145/3637528.1111111")))
    assert found.code == "doi-mismatch"
    assert found.message == (
        f"camera-ready.pdf, page 1: the DOI {DOI} is printed; the data say 10.1145/3637528.1111111"
    )


@pytest.mark.parametrize("place", [0, 1], ids=["reference", "rights block"])
@pytest.mark.parametrize("with_data", [True, False])
def test_a_doi_that_is_printed_in_two_ways(
    findings: Findings, expected: Expected, place: int, *, with_data: bool
) -> None:
    wanted = expected if with_data else None
    found = only(findings(retyped("3671486", "3671487", nth=place), wanted=wanted))
    assert found.code == "doi-mismatch"
    assert "10.1145/3637528.3671487" in found.message


def test_a_doi_that_is_not_acms(findings: Findings) -> None:
    both = (retyped("10.1145", "10.1109", nth=0), retyped("10.1145", "10.1109", nth=0))
    found = only(findings(*both, wanted=None))
    assert found.code == "doi-prefix"


def test_a_placeholder_for_the_doi_is_reported_as_that(findings: Findings) -> None:
    def placeholder(nth: int) -> Edit:
        return retyped("3637528.3671486", "nnnnnnn.nnnnnnn", nth=nth)

    found = only(findings(placeholder(0), placeholder(0)))
    assert found.code == "leftover"
    assert found.message == (
        "camera-ready.pdf, page 1: “10.1145/nnnnnnn.nnnnnnn” is acmart's placeholder for the DOI"
    )


@pytest.mark.parametrize("sample", ["XXXXXXX.XXXXXXX", "10.475/123_4"])
def test_acmart_s_other_placeholders_for_the_doi_are_reported_as_that(
    findings: Findings, sample: str
) -> None:
    both = (retyped("10.1145/3637528.3671486", sample, nth=0),) * 2
    assert {diagnostic.code for diagnostic in findings(*both)} == {"leftover"}


@pytest.mark.parametrize(
    "sample",
    ["978-1-4503-XXXX-X/2018/06", "978-x-xxxx-xxxx-x/YY/MM", "123-4567-24-567/08/06"],
)
@pytest.mark.parametrize("with_data", [True, False])
def test_acmart_s_placeholders_for_the_isbn_are_reported_as_that_alone(
    findings: Findings, expected: Expected, sample: str, *, with_data: bool
) -> None:
    wanted = expected if with_data else None
    found = only(findings(retyped("979-8-4007-0490-1/24/08", sample), wanted=wanted))
    assert found.code == "leftover"
    assert f"“{sample}” is acmart's placeholder for the ISBN" in found.message


def test_the_days_of_acmart_s_sample_conference_say_no_year(findings: Findings) -> None:
    other = TYPED_DAYS.replace("2024", "1997")
    edits = [retyped_everywhere(TYPED_DAYS, other)]
    plain = {diagnostic.code for diagnostic in findings(*edits, wanted=None)}
    assert "copyright-year" in plain
    edits += [retyped_everywhere("KDD", "Conference acronym")]
    codes = {diagnostic.code for diagnostic in findings(*edits, wanted=None)}
    assert not codes & {"copyright-year", "isbn-date"}


def test_a_price_that_the_data_do_not_have(findings: Findings, expected: Expected) -> None:
    priced = retyped("0490-1/24/08", "0490-1/24/08...$15.00")
    assert only(findings(priced)).message == (
        "camera-ready.pdf, page 1: the rights block has the price $15.00; the data have no price"
    )
    assert findings(priced, wanted=_with_rights(expected, price="15.00")) == []
    other = only(findings(priced, wanted=_with_rights(expected, price="10.00")))
    assert (other.code, other.severity) == ("price-mismatch", Severity.ERROR)
    assert findings(priced, wanted=None) == []  # of others, who may have had one


BLOCKS = {
    "with all of it": (
        (
            "© 2026 Copyright held by the owner/author(s).\nACM ISBN 979-8-4007-2292-9/2026/02\n"
            "https://doi.org/10.1145/3773966.3779402\n"
        ),
        "[3] X. 2020. https://doi.org/10.1145/1234567.1234568\n",
    ),
    "without a DOI": (
        "© 2026 Copyright held by the owner/author(s).\nACM ISBN 979-8-4007-2292-9/2026/02",
        "\n2 METHOD\nWords, see\nhttps://doi.org/10.1145/1234567.1234568\n",
    ),
    "an author's version with a long name of the conference": (
        "© 2026 Copyright held by the owner/author(s). Publication rights licensed to ACM.\n"
        "This is the author’s version of the work. It is posted here for your personal use. Not\n"
        "for redistribution. The definitive Version of Record was published in Proceedings of\n"
        + "the Conference on Very Long Names of Conferences and Their Companions\n" * 6
        + "26, 2026, Boise, ID, USA, https://doi.org/10.1145/3773966.3779402.",
        "\n2 METHOD\nhttps://doi.org/10.1145/1234567.1234568\n",
    ),
    "an author's version without a DOI": (
        (
            "© 2026 Copyright held by the owner/author(s).\nThe definitive Version of Record was\n"
            "published in Proceedings of X (X ’26), February 22–26, 2026, Boise, ID, USA.\n"
        ),
        "2 METHOD\nhttps://doi.org/10.1145/1234567.1234568\n",
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_the_rights_block_ends_where_its_text_ends(name: str) -> None:
    block, behind = BLOCKS[name]
    assert rights_block(block + behind).strip() == block.strip()


def test_a_doi_of_other_years_than_the_isbn(findings: Findings) -> None:
    both = (retyped("3637528", "2939672", nth=0), retyped("3637528", "2939672", nth=0))
    found = only(findings(*both, wanted=None))
    assert (found.code, found.severity) == ("doi-isbn", Severity.WARNING)


def test_no_doi(findings: Findings) -> None:
    found = findings(retyped("https://doi.org", "", nth=1))
    assert only(found).code == "doi-missing"


def test_no_isbn(findings: Findings) -> None:
    assert only(findings(retyped("ACM ISBN 979-8-4007-0490-1/24/08", ""))).code == "isbn-missing"


def test_a_number_that_the_data_lack_is_not_missed_in_print(
    findings: Findings, expected: Expected
) -> None:
    wanted = _with_rights(expected, isbn=None)
    assert findings(retyped("ACM ISBN 979-8-4007-0490-1/24/08", ""), wanted=wanted) == []


def test_an_isbn_other_than_the_data_say(findings: Findings) -> None:
    found = only(findings(retyped("0490-1", "0491-8")))
    assert found.code == "isbn-mismatch"
    assert "the ISBN 979-8-4007-0491-8/24/08 is printed" in found.message


def test_an_isbn_with_a_wrong_digit(findings: Findings) -> None:
    assert only(findings(retyped("0490-1", "0490-2"), wanted=None)).code == "isbn-invalid"


def test_the_year_in_the_isbn_line(findings: Findings, expected: Expected) -> None:
    found = only(findings(retyped("/24/08", "/25/08"), wanted=None))
    assert found.code == "isbn-date"
    assert "says 2025 (/25/08); the conference is in 2024" in found.message
    assert findings(retyped("/24/08", "/2024/08"), wanted=None) == []
    wanted = _with_rights(expected, isbn="979-8-4007-0490-1/23/08")
    assert only(findings(retyped("/24/08", "/23/08"), wanted=wanted)).code == "isbn-date"


def test_the_month_in_the_isbn_line(findings: Findings, expected: Expected) -> None:
    wanted = _with_rights(expected, isbn="979-8-4007-0490-1/24/06")
    found = only(findings(retyped("/24/08", "/24/06"), wanted=wanted))
    assert (found.code, found.severity) == ("isbn-date", Severity.WARNING)


def test_the_copyright_of_another_year(findings: Findings, expected: Expected) -> None:
    found = only(findings(wanted=replace(expected, copyright_year=2025)))
    assert found.code == "copyright-year"
    assert found.message.endswith("the copyright's year is 2024, and should be 2025")
    assert only(findings(retyped("2024 Copyright", "2023 Copyright"), wanted=None)).code == (
        "copyright-year"
    )


def test_another_conference(findings: Findings, expected: Expected) -> None:
    assert expected.conference is not None
    host = replace(expected.conference, acronym="KDD '25")
    found = only(findings(wanted=replace(expected, conference=host)))
    assert found.code == "conference-line"
    (printed,) = conference_lines(HOST, DAYS, PLACE, installed_acmart())
    (right,) = conference_lines(host.acronym, host.dates, host.place, installed_acmart())
    assert f"is “{printed}”; the data say “{right}”" in found.message


def test_other_days_of_the_conference(findings: Findings, expected: Expected) -> None:
    assert expected.conference is not None
    host = replace(expected.conference, dates="August 24–29, 2024", start=dt.date(2024, 8, 24))
    found = only(findings(wanted=replace(expected, conference=host)))
    assert found.code == "conference-line"
    assert "August 24–29, 2024" in found.message


def test_days_that_differ_between_block_and_reference(findings: Findings) -> None:
    found = only(findings(_block_with(TYPED_DAYS.replace("29", "28")), wanted=None))
    assert found.code == "conference-line"
    assert "August 25–28, 2024, and in the reference as August 25–29, 2024" in found.message


@pytest.mark.parametrize("days", ["", TYPED_DAYS], ids=["without days", "with days"])
def test_the_block_has_the_days_or_not_as_its_acmart_prints_it(
    findings: Findings, days: str
) -> None:
    block = _block_with(days)
    if days == _printed_days():
        assert findings(block) == []
    else:
        assert only(findings(block)).code == "conference-line"
    # Of another program, nobody knows what it prints.
    assert only(findings(block, *made_with("Some Word Processor"))).code == "acmart-version"
    assert findings(block, *made_with("Some Word Processor"), wanted=None) == []


def test_what_another_version_prints_is_not_what_this_one_prints(findings: Findings) -> None:
    other = "2.20" if installed_acmart() < AcmartVersion(2, 4) else "1.88"
    codes = {found.code for found in findings(*made_with(f"LaTeX with acmart v{other}"))}
    assert codes == {"rights-mismatch", "conference-line"}


def test_the_owner_of_another_form(findings: Findings) -> None:
    found = only(findings(retyped("Copyright held by the owner", "The same owner")))
    assert found.message == (
        "camera-ready.pdf, page 1: the line with © is not that of `copyright: rightsretained`, "
        "which is “© 2024 Copyright held by the owner/author(s).”"
    )


def test_a_price_that_only_an_old_acmart_prints(findings: Findings, expected: Expected) -> None:
    wanted = _with_rights(expected, copyright="acmcopyright", price="15.00")
    lack = "camera-ready.pdf, page 1: the rights block has no price; the data say $15.00"
    for version, prints_it in (("1.88", True), ("2.12", False)):
        edits = made_with(f"LaTeX with acmart v{version}")
        messages = [found.message for found in findings(*edits, wanted=wanted)]
        assert (lack in messages) == prints_it


def test_no_rights_block(findings: Findings) -> None:
    found = only(findings(retyped("2024 Copyright held by", "held by")))
    assert found.code == "rights-missing"


def test_the_rights_of_another_form(findings: Findings, expected: Expected) -> None:
    found = only(findings(wanted=_with_rights(expected, copyright="acmlicensed")))
    assert found.code == "rights-mismatch"
    assert "not that of `copyright: acmlicensed`" in found.message


def test_another_licence(findings: Findings, expected: Expected) -> None:
    wanted = _with_rights(expected, copyright="cc", licence="by")
    say_so = retyped("honored", "This work is licensed under a Creative Commons licence honored")
    wrong = findings(say_so, link("https://creativecommons.org/licenses/by-nc/4.0"), wanted=wanted)
    assert [diagnostic.code for diagnostic in wrong if diagnostic.code != "acmart-version"] == [
        "rights-mismatch"
    ]
    right = findings(say_so, link("https://creativecommons.org/licenses/by/4.0"), wanted=wanted)
    is_old = CREATIVE_COMMONS.at(installed_acmart()) != "accepted"
    assert [diagnostic.code for diagnostic in right] == ["acmart-version"] * is_old


def test_a_reference_from_an_earlier_pass(findings: Findings) -> None:
    found = only(findings(retyped("2 pages", "3 pages")))
    assert found.code == "reference-format"
    assert found.message.endswith("the ACM Reference Format says 3 pages; there are 2")


def test_no_reference(findings: Findings) -> None:
    assert only(findings(retyped("ACM Reference Format", "Something"))).code == "reference-format"


def test_what_asks_for_no_rights_needs_none(findings: Findings, expected: Expected) -> None:
    wanted = replace(expected, rights=None, copyright_year=None, prints_reference=None)
    assert findings(wanted=wanted) == []
