"""Titles, conferences, days, hours and places as people write them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from proposal.model.countries import TERRITORIES, zones_of
from proposal.reading import cities
from proposal.reading.conferences import is_misspelt, read_host
from proposal.reading.days import find_days
from proposal.reading.hours import read_hours
from proposal.reading.places import how_to_name_zone, is_called, read_place, work_out_zone
from proposal.reading.workshop_titles import WorkshopTitle, read_title, without_proposal

NAME = "Workshop on Structured Proposals"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Third {NAME} (2026)", WorkshopTitle(NAME, 3, None, 2026)),
        (f"The 3rd {NAME} (WSP 2026)", WorkshopTitle(NAME, 3, "WSP", 2026)),
        (f"WSP'26: Twenty-First {NAME}", WorkshopTitle(NAME, 21, "WSP", 2026)),
        (f"{NAME} 2026", WorkshopTitle(NAME, None, None, 2026)),
        (f"First International {NAME}", WorkshopTitle(f"International {NAME}", 1)),
        (f"Second {NAME} (in two halves)", WorkshopTitle(f"{NAME} (in two halves)", 2)),
        (f"WSP'26 - Third {NAME}", WorkshopTitle(NAME, 3, "WSP", 2026)),
        (f"3rd {NAME} [WSP 2026]", WorkshopTitle(NAME, 3, "WSP", 2026)),
        (f"The 2026 {NAME}", WorkshopTitle(NAME, None, None, 2026)),
        (f"{NAME}, 3rd edition", WorkshopTitle(NAME, 3)),
        (f"{NAME} (Third Edition)", WorkshopTitle(NAME, 3)),
        (f"IV {NAME}", WorkshopTitle(NAME, 4)),
        (f"The Third {NAME} at KDD 2026", WorkshopTitle(NAME, 3, None, 2026, "KDD 2026")),
        (f"Third {NAME} (WSP@KDD 2026)", WorkshopTitle(NAME, 3, "WSP", 2026, "KDD 2026")),
        (f"Third {NAME} (WSP) at WSDM '26", WorkshopTitle(NAME, 3, "WSP", 2026, "WSDM 2026")),
        (
            f"{NAME}, co-located with ECAI 2026, Rome, Italy",
            WorkshopTitle(NAME, None, None, 2026, "ECAI 2026"),
        ),
        (
            f"{NAME} co-located with ECAI 2026 Rome, Italy, July 1–3, 2026",
            WorkshopTitle(NAME, None, None, 2026, "ECAI 2026"),
        ),
        ("Workshop on AI at Scale 2026", WorkshopTitle("Workshop on AI at Scale", year=2026)),
    ],
)
def test_a_title_says_which_edition_of_which_series_it_is(text: str, title: WorkshopTitle) -> None:
    assert read_title(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Third {NAME} (WSP 2026) Workshop Proposal", f"Third {NAME} (WSP 2026)"),
        (f"{NAME} 2026: A Proposal", f"{NAME} 2026"),
        (f"{NAME} — Full-Day Workshop Proposal", NAME),
        (f"Workshop Proposal: {NAME}", NAME),
        (f"[Workshop Proposal] Third {NAME}", f"Third {NAME}"),
        (f"The Web Conference 2026 Workshop Proposal: {NAME}", NAME),
        (f"A Proposal for the Third {NAME}", f"Third {NAME}"),
        (f"Workshop Proposal Third {NAME}", f"Third {NAME}"),
        ("Workshop on Writing a Proposal", "Workshop on Writing a Proposal"),
        ("Workshop on Proposal Writing: Tools", "Workshop on Proposal Writing: Tools"),
        ("Proposal Generation Workshop 2026", "Proposal Generation Workshop 2026"),
        ("Workshop Proposal", "Workshop Proposal"),
    ],
)
def test_a_title_is_read_without_the_words_that_it_is_a_proposal(text: str, title: str) -> None:
    assert without_proposal(text) == title


@pytest.mark.parametrize(
    ("text", "series", "acronym", "name"),
    [
        ("WSDM 2026", "WSDM", "WSDM '26", "Nineteenth ACM International Conference on Web Search"),
        ("KDD'24", "KDD", "KDD '24", "30th ACM SIGKDD Conference"),
        ("ACM RecSys 2024", "RecSys", "RecSys '24", "18th ACM Conference on Recommender Systems"),
        ("The Web Conference 2025 (WWW)", "WWW", "WWW '25", "ACM Web Conference 2025"),
        ("SIGIR 2024", "SIGIR", "SIGIR '24", "47th International ACM SIGIR Conference"),
        ("CIKM 2023", "CIKM", "CIKM '23", "32nd ACM International Conference on Information"),
    ],
)
def test_usual_host_conferences_are_known(text: str, series: str, acronym: str, name: str) -> None:
    host = read_host(text)
    assert (host.series, host.acronym) == (series, acronym)
    assert host.full_name is not None
    assert host.full_name.startswith(name)


def test_a_conference_that_is_not_known_keeps_its_short_name() -> None:
    host = read_host("Somewhere 2026")
    assert (host.series, host.acronym, host.full_name) == ("Somewhere", "Somewhere '26", None)


def test_an_acronym_with_its_letters_mixed_up_is_recognized() -> None:
    assert is_misspelt("WDSM", "WSDM")
    assert not is_misspelt("WSDM", "WSDM")
    assert not is_misspelt("KDD", "WSDM")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thursday Feb. 26, 2026, Boise", (2026, 2, 26)),
        ("on 26th February 2026", (2026, 2, 26)),
        ("2026-02-26", (2026, 2, 26)),
        ("Sept 3-5, 2025", (2025, 9, 3)),
    ],
)
def test_a_day_is_found_in_a_line(line: str, day: tuple[int, int, int]) -> None:
    (found,) = find_days(line)
    assert found.date == dt.date(*day)
    assert not found.contradicts_weekday


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert find_days("February 30, 2026") == []
    assert find_days("Friday, February 26, 2026")[0].contradicts_weekday


@pytest.mark.parametrize(
    ("text", "after", "hours"),
    [
        ("8:55 - 9:00am", None, "08:55-09:00"),
        ("11:45am - 12:30pm", None, "11:45-12:30"),
        ("11:45 - 12:30pm", None, "11:45-12:30"),
        ("12:30 - 1:45pm", None, "12:30-13:45"),
        ("14:00–14:10", None, "14:00-14:10"),
        ("9:00 - 9:45", None, "09:00-09:45"),
        ("1:45 - 2:30", "12:30", "13:45-14:30"),
        ("2:00 - 2:10", None, "14:00-14:10"),
        ("9 - 10 a.m.", None, "09:00-10:00"),
        ("14:00–14:10: Opening", None, "14:00-14:10"),
        ("9:30pm", None, "21:30-None"),
    ],
)
def test_hours_are_understood_without_all_of_am_and_pm(
    text: str, after: str | None, hours: str
) -> None:
    found = read_hours(text, dt.time.fromisoformat(after) if after else None)
    assert found is not None
    assert f"{found.start:%H:%M}-{found.end and f'{found.end:%H:%M}'}" == hours


@pytest.mark.parametrize("text", ["Coffee", "2026", "13:00 - 12:00", "25:00 - 26:00", ""])
def test_what_gives_no_hours_is_none(text: str) -> None:
    assert read_hours(text) is None


SUMMER, WINTER = dt.datetime(2024, 8, 25, 12), dt.datetime(2026, 2, 26, 12)  # noqa: DTZ001 - in any zone


@pytest.mark.parametrize(
    ("place", "abbreviation", "moment", "zone"),
    [
        ("Boise, Idaho, USA", "MST", WINTER, "America/Boise"),
        ("Barcelona, Spain", "CEST", SUMMER, "Europe/Madrid"),
        ("Santa Clara, CA, USA", None, WINTER, "America/Los_Angeles"),
        ("Toronto, Canada", "EDT", SUMMER, "America/Toronto"),
        ("Singapore", None, WINTER, "Asia/Singapore"),
        ("Seoul, South Korea", "UTC+9", WINTER, "Asia/Seoul"),
    ],
)
def test_the_zone_is_worked_out_from_the_place(
    place: str, abbreviation: str | None, moment: dt.datetime, zone: str
) -> None:
    clock = work_out_zone(read_place(place), abbreviation, moment)
    assert clock is not None
    assert (clock.zone, clock.agrees) == (zone, True)


def test_an_abbreviation_of_another_place_does_not_agree() -> None:
    clock = work_out_zone(read_place("Barcelona, Spain"), "PDT", SUMMER)
    assert clock is not None
    assert (clock.zone, clock.agrees) == ("Europe/Madrid", False)


JULY = dt.datetime(2027, 7, 1, 12)  # noqa: DTZ001 - in any zone


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("Rio de Janeiro, Brazil", "America/Sao_Paulo"),
        ("Salvador, BA, Brazil", "America/Bahia"),
        ("Montreal, Canada", "America/Toronto"),
        ("Banff, Canada", "America/Edmonton"),
        ("Quebec City, Canada", "America/Toronto"),
        ("Whistler, British Columbia, Canada", "America/Vancouver"),
        ("Gold Coast, Australia", "Australia/Brisbane"),
        ("Canberra, Australia", "Australia/Sydney"),
        ("Newcastle, Australia", "Australia/Sydney"),
        ("Newcastle, UK", "Europe/London"),
        ("St. Petersburg, Russian Federation", "Europe/Moscow"),
        ("Denpasar, Bali, Indonesia", "Asia/Makassar"),
        ("Nusa Dua, Bali, Indonesia", "Asia/Makassar"),
        ("Portland, Maine, USA", "America/New_York"),
        ("Portland, OR, USA", "America/Los_Angeles"),
        ("London, Ontario, Canada", "America/Toronto"),
        ("Cambridge, United Kingdom", "Europe/London"),
        ("Washington, D.C., USA", "America/New_York"),
        ("El Paso, Texas, USA", "America/Denver"),
        ("San Juan, Puerto Rico, USA", "America/Puerto_Rico"),
        ("Denver, U.S.A.", "America/Denver"),
        ("Las Palmas, Spain", "Atlantic/Canary"),
        ("Sevilla, España", "Europe/Madrid"),
        ("Hanoi, Viet Nam", "Asia/Ho_Chi_Minh"),
        ("Urumqi, China", "Asia/Shanghai"),
        ("Taipei, Taiwan, Province of China", "Asia/Taipei"),
        ("Prishtina, Kosovo", "Europe/Belgrade"),
        ("Tbilisi, Georgia", "Asia/Tbilisi"),
        ("Papeete, France", "Pacific/Tahiti"),
        ("Papeete, Tahiti, France", "Pacific/Tahiti"),
        ("Fort-de-France, France", "America/Martinique"),
        ("Saint-Denis, La Réunion, France", "Indian/Reunion"),
        ("Willemstad, Netherlands", "America/Curacao"),
        ("Tórshavn, Denmark", "Atlantic/Faroe"),
        ("Hamilton, UK", "Europe/London"),
        ("Hamilton, Bermuda, UK", "Atlantic/Bermuda"),
        ("Paris, France", "Europe/Paris"),
    ],
)
def test_city_and_state_decide_where_a_country_has_several_clocks(place: str, zone: str) -> None:
    clock = work_out_zone(read_place(place), None, JULY)
    assert clock is not None
    assert (clock.zone, clock.is_certain) == (zone, True)


@pytest.mark.parametrize(
    "place",
    [
        "Portland, USA",
        "Cambridge, USA",
        "Springfield, USA",
        "Nowhere Creek, Canada",
        "Nowhere Creek, Ontario, Canada",
        "London, Ontario",
        "San Juan, USA",
        "Saint-Denis, France",
        "Atlanta, Georgia",
        "Somewhere, Ruritania",
    ],
)
def test_a_zone_is_asked_where_the_place_does_not_decide(place: str) -> None:
    assert work_out_zone(read_place(place), None, JULY) is None


def test_an_abbreviation_decides_between_the_cities_of_one_name() -> None:
    clock = work_out_zone(read_place("Portland, USA"), "EDT", JULY)
    assert clock is not None
    assert (clock.zone, clock.agrees) == ("America/New_York", True)


def test_what_to_write_for_a_zone_names_those_that_it_may_be() -> None:
    hint = how_to_name_zone(read_place("Cambridge, USA"), JULY)
    assert hint == "write `zone` in the venue's file: America/New_York or America/Chicago"


@pytest.mark.parametrize(
    ("zone", "abbreviation", "is_right"),
    [
        ("America/Vancouver", "PDT", True),  # what people call the hours that are MST by then
        ("America/Vancouver", "MST", True),
        ("America/Edmonton", "MDT", True),
        ("America/Winnipeg", "CDT", True),
        ("America/Vancouver", "PST", False),
        ("America/Phoenix", "PDT", False),  # its hours, but nobody there says so
        ("Asia/Singapore", "SGT", True),
        ("Europe/London", "GMT", False),
        ("America/Boise", "MT", True),
        ("Asia/Kolkata", "UTC+5:30", True),
    ],
)
def test_the_hours_of_an_abbreviation_count_before_its_letters(
    zone: str, abbreviation: str, is_right: bool
) -> None:
    assert is_called(zone, abbreviation, JULY) == is_right


def test_the_table_of_cities_has_names_as_they_are_looked_up() -> None:
    table = Path(cities.__file__).with_name("cities.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    assert {row[0] for row in rows} >= {"US", "CA", "AU", "BR", "RU", "MX", "ID", "ES", "PT"}
    for country, _, zone, *listed in rows:
        assert zone in all_zones_of(country)
        for city in listed:
            people, *names = city.split("|")
            assert int(people) > 0
            assert names
            assert names == [cities.key_of(name) for name in names]


def all_zones_of(country: str) -> set[str]:
    territories = TERRITORIES["US"] if country == "US" else ()
    return {zone for code in (country, *territories) for zone in zones_of(code)}
