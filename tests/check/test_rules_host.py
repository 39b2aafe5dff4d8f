"""What is told of host conference, series and rights."""

from __future__ import annotations

import pytest

from tests.check.findings import (
    EDITION,
    EDITION_2024,
    VENUE,
    diagnostics_of,
    only_diagnostic_of,
    where,
)
from tests.workspace import Workspace

VENUE_2024 = "venues/kdd-2024.yaml"
SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Untied States", ["United States"]),
        ("Austira", ["Austria"]),
        ("Phillipines", ["Philippines"]),
        ("Swizerland", ["Switzerland"]),
        ("Scottland", ["Scotland"]),
        ("Austalia", ["Australia"]),
    ],
)
def test_a_country_that_is_misspelt_is_reported_with_the_ones_that_it_resembles(
    workspace: Workspace, typed: str, meant: list[str]
) -> None:
    workspace.replace(VENUE, "country: USA", f"country: {typed}")
    found = only_diagnostic_of(workspace, "misspelt-country")
    assert found.message == f"`{typed}` is the name of no country"
    assert found.hint == f"write {' or '.join(meant)}"
    assert where(found) == workspace.place_of(VENUE, typed)


def test_a_misspelt_country_of_an_institution_is_reported_once(workspace: Workspace) -> None:
    person = "people/neil-shah.yaml"
    workspace.replace(person, "country: USA", "country: Untied States")
    found = only_diagnostic_of(workspace, "misspelt-country")
    assert where(found) == workspace.place_of(person, "Untied States")


@pytest.mark.parametrize(
    "country", ["Österreich", "Türkiye", "P.R. China", "Ruritania", "Somaliland", "中国", "UK"]
)
def test_a_country_in_another_language_or_of_nobody_s_table_is_not_called_misspelt(
    workspace: Workspace, country: str
) -> None:
    workspace.replace(VENUE, "country: USA", f"country: {country}")
    assert diagnostics_of(workspace, "misspelt-country") == []


@pytest.mark.parametrize("day", ["2026-02-21", "2026-02-27"])
def test_a_workshop_outside_of_its_conference_is_reported_at_its_day(
    workspace: Workspace, day: str
) -> None:
    workspace.replace(EDITION, "date: 2026-02-26", f"date: {day}")
    found = only_diagnostic_of(workspace, "outside-conference")
    assert found.message.replace(SPACE, " ") == (
        f"the workshop (February {day[-2:]}, 2026) is outside of WSDM '26 (February 22–26, 2026)"
    )
    assert where(found) == workspace.place_of(EDITION, day)


def test_a_workshop_on_the_conference_s_first_or_last_day_is_within_it(
    workspace: Workspace,
) -> None:
    assert diagnostics_of(workspace, "outside-conference") == []
    assert diagnostics_of(workspace, "outside-conference", "2024") == []


@pytest.mark.parametrize("acronym", ["WSDM '25", "WSDM 2025"])
def test_a_conference_s_short_name_of_another_year_is_reported(
    workspace: Workspace, acronym: str
) -> None:
    workspace.replace(VENUE, "acronym: WSDM '26", f"acronym: {acronym}")
    found = only_diagnostic_of(workspace, "conference-year")
    assert found.message == f"`{acronym}` takes place in 2026"
    assert where(found) == workspace.place_of(VENUE, acronym)


@pytest.mark.parametrize("acronym", ["WSDM '26", "WSDM 2026", "WSDM", "3DV 2026"])
def test_a_conference_s_short_name_of_its_year_or_of_none_is_not_reported(
    workspace: Workspace, acronym: str
) -> None:
    workspace.replace(VENUE, "acronym: WSDM '26", f"acronym: {acronym}")
    assert diagnostics_of(workspace, "conference-year") == []


@pytest.mark.parametrize(
    ("series", "acronym", "code", "faulty"),
    [
        ("WSDM", "Another '26", "conference-twice", "WSDM, name"),
        ("Wsdm", "Another '26", "conference-twice", "Wsdm, name"),
        ("BOATS", "BOATS '25", "conference-year", "BOATS '25"),
    ],
)
def test_a_conference_that_cannot_stand_beside_the_host_is_reported(
    workspace: Workspace, series: str, acronym: str, code: str, faulty: str
) -> None:
    other = f"{{series: {series}, name: A Conference, acronym: {acronym}}}"
    workspace.append(VENUE, f"together_with: [{other}]\n")
    found = only_diagnostic_of(workspace, code)
    assert where(found) == workspace.place_of(VENUE, faulty)


def test_two_conferences_of_one_year_are_not_reported(workspace: Workspace) -> None:
    other = "together_with: [{series: BOATS, name: A Conference, acronym: BOATS '26}]\n"
    workspace.append(VENUE, other)
    assert diagnostics_of(workspace, "conference-twice") == []
    assert diagnostics_of(workspace, "conference-year") == []


def test_a_zone_of_another_country_is_reported(workspace: Workspace) -> None:
    workspace.replace(VENUE_2024, "zone: Europe/Madrid", "zone: America/Boise")
    found = only_diagnostic_of(workspace, "zone-country", "2024")
    assert found.message == "America/Boise is no time zone of Spain"
    assert found.hint == "write Europe/Madrid"
    assert where(found) == workspace.place_of(VENUE_2024, "America/Boise")


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("Spain", "Africa/Ceuta"),  # its clocks are those of Madrid
        ("Denmark", "Europe/Berlin"),  # Denmark's clocks are those of Berlin
        ("China", "Asia/Hong_Kong"),
        ("South Korea", "Asia/Seoul"),
        ("United Kingdom", "Europe/London"),
        ("Ruritania", "Europe/Madrid"),
    ],
)
def test_a_zone_that_the_country_may_have_is_not_reported(
    workspace: Workspace, country: str, zone: str
) -> None:
    workspace.replace(VENUE_2024, "zone: Europe/Madrid", f"zone: {zone}")
    workspace.replace(VENUE_2024, "country: Spain", f"country: {country}")
    assert diagnostics_of(workspace, "zone-country", "2024") == []


def test_a_day_of_another_year_than_the_folder_s_is_reported(workspace: Workspace) -> None:
    workspace.replace(EDITION, "date: 2026-02-26", "date: 2027-02-26")
    found = only_diagnostic_of(workspace, "folder-year")
    assert found.message == "the workshop of the folder 2026 takes place in 2027"
    assert where(found) == workspace.place_of(EDITION, "2027-02-26")


def test_a_day_of_the_folder_s_year_is_not_reported(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "folder-year") == []


@pytest.mark.parametrize(("number", "other"), [(1, "edition 2024"), (2, "KDD 2025")])
def test_a_number_that_another_edition_has_is_reported(
    workspace: Workspace, number: int, other: str
) -> None:
    workspace.replace(EDITION, "ordinal: 3", f"ordinal: {number}")
    found = only_diagnostic_of(workspace, "ordinal-twice")
    assert found.message == f"{other} is the {'first' if number == 1 else 'second'} workshop, too"
    assert where(found) == f"edition.yaml:1:{len('ordinal: ') + 1}"


def test_a_number_that_goes_back_in_time_is_reported(workspace: Workspace) -> None:
    workspace.replace(EDITION_2024, "ordinal: 1", "ordinal: 4")
    found = only_diagnostic_of(workspace, "ordinal-order")
    assert found.message == (
        "the fourth workshop (edition 2024) took place before this one, which is the third"
    )


def test_numbers_that_count_the_years_are_not_reported(workspace: Workspace) -> None:
    for year in ("2024", "2026"):
        for code in ("ordinal-twice", "ordinal-order", "ordinal-gap"):
            assert diagnostics_of(workspace, code, year) == []


def test_an_edition_that_is_not_listed_is_noted(workspace: Workspace) -> None:
    workspace.replace(EDITION, "ordinal: 3", "ordinal: 5")
    found = only_diagnostic_of(workspace, "ordinal-gap")
    assert found.message == "of this series, the third and fourth are not listed"
    workspace.replace(EDITION, "ordinal: 5", "ordinal: 4")
    assert only_diagnostic_of(workspace, "ordinal-gap").message == (
        "of this series, the third is not listed"
    )


def test_editions_that_follow_each_other_are_named_by_the_first_and_the_last(
    workspace: Workspace,
) -> None:
    workspace.replace(EDITION, "ordinal: 3", "ordinal: 9")
    workspace.replace(
        "workshop.yaml",
        "earlier:\n",
        "earlier:\n"
        "  - {ordinal: 6, date: 2025-10-01, host: KDD 2025, city: Toronto, country: Canada}\n",
    )
    assert only_diagnostic_of(workspace, "ordinal-gap").message == (
        "of this series, the third to fifth, seventh, and eighth are not listed"
    )


def test_a_series_of_which_only_one_is_listed_is_noted(workspace: Workspace) -> None:
    workspace.replace(EDITION_2024, "ordinal: 1", "ordinal: 9")
    text = (workspace.data / "workshop.yaml").read_text()
    workspace.write("workshop.yaml", text[: text.index("earlier:")])
    assert only_diagnostic_of(workspace, "ordinal-gap").message == (
        "of this series, the ones before the third are not listed"
    )


def test_more_accepted_than_submitted_papers_are_reported(workspace: Workspace) -> None:
    workspace.append(EDITION, "outcome: {submissions: 6}\n")
    found = only_diagnostic_of(workspace, "outcome-numbers")
    assert found.message == "7 papers were accepted, and only 6 submitted"
    assert where(found) == workspace.place_of(EDITION, "6}\n")


def test_another_number_of_accepted_papers_than_listed_is_reported(workspace: Workspace) -> None:
    workspace.append(EDITION, "outcome: {submissions: 20, accepted: 8}\n")
    assert only_diagnostic_of(workspace, "outcome-numbers").message == (
        "8 papers were accepted, but papers.yaml lists 7"
    )


def test_numbers_that_agree_are_not_reported(workspace: Workspace) -> None:
    workspace.append(EDITION, "outcome: {submissions: 20, accepted: 7}\n")
    assert diagnostics_of(workspace, "outcome-numbers") == []


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        (
            "doi: 10.1145/3637528.3671486",
            "doi: 10.1109/3637528.3671486",
            "doi-prefix",
            "the DOI `10.1109/3637528.3671486` is not one of ACM, which all begin with 10.1145/",
        ),
        (
            "doi: 10.1145/3637528.3671486",
            "doi: 10.1145/2939672.2939700",
            "doi-isbn",
            (
                "the DOI 10.1145/2939672.2939700 was given out in 2016 or 2017; the ISBN line "
                "979-8-4007-0490-1/24/08 is of 2024"
            ),
        ),
        (
            "doi: 10.1145/3637528.3671486",
            "doi: 10.1145/3637528",
            "doi-isbn",
            "the DOI 10.1145/3637528 is that of whole proceedings; a paper's has two numbers",
        ),
        (
            "year: 2024,",
            "year: 2024, price: 15.00,",
            "price-not-printed",
            "acmart prints no price with `copyright: rightsretained`",
        ),
        (
            "year: 2024,",
            "year: 2023,",
            "rights-year",
            "the rights are of 2023, but KDD '24 is in 2024",
        ),
        (
            "isbn: 979-8-4007-0490-1/24/08",
            "isbn: 979-8-4007-0490-1/23/08",
            "isbn-date",
            "the ISBN line ends in /23/08, but KDD '24 is /24/08",
        ),
        (
            "isbn: 979-8-4007-0490-1/24/08",
            "isbn: 979-8-4007-0490-1/2024/09",
            "isbn-date",
            "the ISBN line ends in /2024/09, but KDD '24 is /24/08",
        ),
        (
            ", isbn: 979-8-4007-0490-1/24/08",
            "",
            "incomplete-rights",
            "the rights of the camera-ready have no ISBN",
        ),
    ],
)
def test_rights_that_contradict_the_conference_are_reported(
    workspace: Workspace, old: str, new: str, code: str, message: str
) -> None:
    workspace.replace(EDITION_2024, old, new)
    found = only_diagnostic_of(workspace, code, "2024")
    assert found.message == message
    written = new.rsplit(maxsplit=1)[-1].strip(",") if new else "{copyright"
    assert where(found) == workspace.place_of(EDITION_2024, written)


@pytest.mark.parametrize("isbn", ["979-8-4007-0490-1/2024/08", "979-8-4007-0490-1"])
def test_rights_that_fit_the_conference_are_not_reported(workspace: Workspace, isbn: str) -> None:
    workspace.replace(EDITION_2024, "isbn: 979-8-4007-0490-1/24/08", f"isbn: {isbn}")
    for code in ("doi-prefix", "doi-isbn", "rights-year", "isbn-date", "incomplete-rights"):
        assert diagnostics_of(workspace, code, "2024") == []


def without_rights(workspace: Workspace) -> None:
    text = (workspace.data / EDITION_2024).read_text()
    workspace.write(EDITION_2024, text[: text.index("    rights:")])


def test_a_page_number_without_rights_is_noted(workspace: Workspace) -> None:
    without_rights(workspace)
    found = only_diagnostic_of(workspace, "page-without-rights", "2024")
    assert found.message == "the camera-ready has a page in the proceedings, but no rights block"
    assert where(found) == workspace.place_of(EDITION_2024, "6737")
    assert diagnostics_of(workspace, "missing-rights", "2024") == []


def test_a_camera_ready_without_rights_is_noted(workspace: Workspace) -> None:
    without_rights(workspace)
    workspace.replace(EDITION_2024, "    first_page: 6737\n", "")
    found = only_diagnostic_of(workspace, "missing-rights", "2024")
    assert found.message == "the camera-ready has no rights block yet"


def test_a_proposal_needs_no_rights(workspace: Workspace) -> None:
    for code in ("missing-rights", "page-without-rights"):
        assert diagnostics_of(workspace, code) == diagnostics_of(workspace, code, "2024") == []


@pytest.mark.parametrize(
    ("city", "country", "zone", "hint"),
    [
        ("Bogotá", "Colombia", "UTC", "write America/Bogota"),
        ("Barcelona", "Spain", "UTC", "write Europe/Madrid"),
        ("Barcelona", "Spain", "Atlantic/Canary", "write Europe/Madrid"),
        ("Rio de Janeiro", "Brazil", "America/Noronha", "write America/Sao_Paulo"),
        ("Barcelona", "Spain", "Etc/GMT-3", "write Europe/Madrid"),
    ],
)
def test_a_zone_whose_clocks_are_not_the_place_s_is_reported(
    workspace: Workspace, city: str, country: str, zone: str, hint: str
) -> None:
    workspace.replace(VENUE_2024, "zone: Europe/Madrid", f"zone: {zone}")
    workspace.replace(VENUE_2024, "country: Spain", f"country: {country}")
    workspace.replace(VENUE_2024, "city: Barcelona", f"city: {city}")
    found = only_diagnostic_of(workspace, "zone-country", "2024")
    assert found.message == f"the clocks of {city}, {country} are not those of {zone}"
    assert found.hint == hint


@pytest.mark.parametrize(
    ("city", "country", "zone"),
    [
        ("Reykjavik", "Iceland", "UTC"),
        ("Kolkata", "India", "Asia/Calcutta"),  # an old name of the zone
        ("Nowhere Creek", "Canada", "America/Halifax"),
    ],
)
def test_a_zone_with_the_clocks_of_the_place_is_not_reported(
    workspace: Workspace, city: str, country: str, zone: str
) -> None:
    workspace.replace(VENUE_2024, "zone: Europe/Madrid", f"zone: {zone}")
    workspace.replace(VENUE_2024, "country: Spain", f"country: {country}")
    workspace.replace(VENUE_2024, "city: Barcelona", f"city: {city}")
    assert diagnostics_of(workspace, "zone-country", "2024") == []


def test_a_single_paper_is_reported_as_one(workspace: Workspace) -> None:
    workspace.append(EDITION, "outcome: {submissions: 20, accepted: 1}\n")
    assert only_diagnostic_of(workspace, "outcome-numbers").message == (
        "1 paper was accepted, but papers.yaml lists 7"
    )


@pytest.mark.parametrize("named", ["Idaho", "USA", "Idaho, USA"])
def test_a_city_with_its_country_is_reported_with_the_city_alone(
    workspace: Workspace, named: str
) -> None:
    workspace.replace(VENUE, "city: Boise", f"city: Boise, {named}")
    found = only_diagnostic_of(workspace, "country-in-city")
    assert f" names {named}, which" in found.message
    assert found.hint == "write `city: Boise`"
    assert where(found) == workspace.place_of(VENUE, f"Boise, {named}")


def test_a_city_of_a_post_with_its_country_is_reported(workspace: Workspace) -> None:
    workspace.replace("people/neil-shah.yaml", "city: ", "city: Old ")
    assert diagnostics_of(workspace, "country-in-city") == []
    text = (workspace.data / "people/neil-shah.yaml").read_text(encoding="utf-8")
    city = text.partition("city: ")[2].partition(",")[0]
    workspace.replace("people/neil-shah.yaml", f"city: {city},", f'city: "{city}, USA",')
    assert only_diagnostic_of(workspace, "country-in-city").hint == f"write `city: {city}`"
