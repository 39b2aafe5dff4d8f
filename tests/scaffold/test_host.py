"""The next host conference, as far as the data tell it."""

from __future__ import annotations

import datetime as dt

import pytest

from proposal.model.records.venue import VenueRecord
from proposal.project import load
from proposal.scaffold.next_edition import next_edition
from proposal.scaffold.next_host import begun, day_at
from tests.workspace import REAL_WORKSHOP, Workspace

VENUES = load(REAL_WORKSHOP).data.venues
WSDM = VENUES["wsdm-2026"]


def host(name: str, year: int = 2027) -> VenueRecord:
    return VenueRecord.model_validate(begun(name, year, WSDM, VENUES))


def test_a_conference_of_the_same_series_lasts_as_long_on_the_same_weekdays() -> None:
    found = host("wsdm-2027")
    assert (found.start, found.end) == (dt.date(2027, 2, 21), dt.date(2027, 2, 25))
    assert (found.series, found.acronym) == ("WSDM", "WSDM '27")
    assert found.tentative


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("21st ACM Conference on Recommender Systems", "ACM Conference on Recommender Systems"),
        ("The 40th Annual Conference on Bridges", "The Conference on Bridges"),
        ("Twenty-First International Conference on Bridges", "International Conference on Bridges"),
        ("The Tenth Conference on Bridges", "The Conference on Bridges"),
        ("The ACM Web Conference 2026", "The ACM Web Conference 2027"),
        ("2026 Conference on Bridges (Bridges '26)", "2027 Conference on Bridges (Bridges '27)"),
        ("First-Order Logic Conference", "First-Order Logic Conference"),
        ("Conference on the First Mile", "Conference on the First Mile"),
    ],
)
def test_a_name_for_the_next_year_has_no_ordinal(name: str, expected: str) -> None:
    last = WSDM.model_copy(update={"name": name})
    found = VenueRecord.model_validate(begun("wsdm-2027", 2027, last, {"wsdm-2026": last}))
    assert found.name == expected


@pytest.mark.parametrize("ordinal", ["30th", "Thirtieth", "30th Annual"])
def test_a_title_of_proceedings_has_no_ordinal_either(ordinal: str) -> None:
    title = f"Companion Proceedings of the {ordinal} Conference on Bridges"
    last = WSDM.model_copy(update={"proceedings": title})
    found = VenueRecord.model_validate(begun("wsdm-2027", 2027, last, {"wsdm-2026": last}))
    assert found.proceedings == "Companion Proceedings of the Conference on Bridges"


def test_what_belongs_to_one_year_is_left_out() -> None:
    found = host("kdd-2027")
    assert (found.site, found.url, found.call.url) == (None, None, None)


def test_another_known_series_lends_its_own_name_days_and_limits() -> None:
    found = host("kdd-2027")
    assert (found.series, found.acronym, found.city) == ("KDD", "KDD '27", "Barcelona")
    assert (found.start, found.end) == (dt.date(2027, 8, 22), dt.date(2027, 8, 26))
    assert found.call.latest_known == "kdd-2024"


def test_the_latest_known_call_of_the_series_stands_in() -> None:
    assert host("wsdm-2027").call.latest_known == "wsdm-2026"
    assert host("sigir-2027").call.latest_known == "sigir-2019"
    assert host("the-web-conference-2027").series == "The Web Conference"


def test_a_series_that_is_not_known_is_named_after_its_id() -> None:
    found = host("user-modeling-2027")
    assert (found.series, found.name) == ("USER MODELING", "USER MODELING 2027")
    assert (found.call.documents, found.call.latest_known) == ({}, None)
    assert found.start == dt.date(2027, 2, 21)


@pytest.mark.parametrize("name", ["wsdm", "wsdm2027", "wsdm-2027"])
def test_the_year_in_an_id_is_no_part_of_the_series(name: str) -> None:
    assert host(name).series == "WSDM"


@pytest.mark.parametrize("year", range(2020, 2036))
def test_a_conference_keeps_its_weekdays_in_any_year(year: int) -> None:
    start, end = days_of(host("wsdm", year))
    first, last = days_of(WSDM)
    assert start.weekday() == first.weekday()
    assert end - start == last - first
    assert abs((start - first.replace(year=year)).days) <= 7


def days_of(venue: VenueRecord) -> tuple[dt.date, dt.date]:
    assert venue.start
    assert venue.end
    return venue.start, venue.end


def with_days(start: str, end: str) -> VenueRecord:
    return WSDM.model_copy(
        update={"start": dt.date.fromisoformat(start), "end": dt.date.fromisoformat(end)}
    )


@pytest.mark.parametrize(
    ("old_day", "new_day"),
    [
        ("2026-02-22", "2027-03-01"),  # the first day stays the first
        ("2026-02-23", "2027-03-02"),
        ("2026-02-25", "2027-03-06"),
        ("2026-02-26", "2027-03-07"),  # and the last the last
    ],
)
def test_the_workshop_stays_as_close_to_the_beginning_or_the_end(
    old_day: str, new_day: str
) -> None:
    longer = with_days("2027-03-01", "2027-03-07")
    found = day_at(longer, dt.date.fromisoformat(old_day), WSDM, 2027)
    assert found == dt.date.fromisoformat(new_day)


@pytest.mark.parametrize("old_day", ["2026-02-22", "2026-02-24", "2026-02-26"])
def test_the_workshop_takes_place_within_a_conference_of_one_day(old_day: str) -> None:
    shorter = with_days("2027-03-01", "2027-03-01")
    found = day_at(shorter, dt.date.fromisoformat(old_day), WSDM, 2027)
    assert found == dt.date(2027, 3, 1)


def test_answers_to_fields_of_a_form_go_on_where_the_form_does(workspace: Workspace) -> None:
    fields = "call:\n  form:\n    - {label: Idea}\n    - {label: Tagline}\n"
    text = (workspace.data / "venues/wsdm-2026.yaml").read_text(encoding="utf-8")
    workspace.write("venues/wsdm-2026.yaml", text.replace("call:\n", fields))
    workspace.append("editions/2026/edition.yaml", "form:\n  idea: One.\n  tagline: Two.\n")
    start = next_edition(workspace.load(), "2027", "2026", "wsdm-2027")
    (edition,) = (
        text.decode()
        for file, text in start.files.items()
        if file.parent.name == "2027" and file.name == "edition.yaml"
    )
    assert "form:\n  idea: One.\n  tagline: Two.\n" in edition
    assert start.diagnostics == []
