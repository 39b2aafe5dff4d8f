"""What depends on the visitor's clock and time zone."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from proposal.edition.edition import Edition
from tests.conftest import MadeOnce
from tests.site.browsing import Visitor
from tests.site.serving import served
from tests.site.sites import YEARS, Site, build_site, changed, folder_of, without_documents
from tests.workspace import Workspace

MINUTE = dt.timedelta(minutes=1)
OWN_ZONE = "Show in my time zone"

CHANGES_OF_CLOCKS = [
    ("Europe/Madrid", "2026-03-20"),  # America has changed its clocks, Europe has not
    ("Europe/Madrid", "2026-10-30"),  # Europe has, America has not
    ("America/Boise", "2026-11-01"),  # the night before the workshop was an hour longer
    ("Asia/Tokyo", "2026-03-08"),  # New York's clocks change during the afternoon
]
CLOCKS = [
    (zone, "2026-12-08")
    for zone in (
        "America/Vancouver",  # whose clocks no longer change; older browsers do not know it
        "America/Edmonton",
        "America/Winnipeg",
        "America/Havana",
        "Africa/Casablanca",
        "Europe/Chisinau",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Auckland",
    )
]
Elsewhere = Callable[[str, str], tuple[str, Edition]]
"""Gives the address of the page of the edition in a zone on a day, and that edition."""


def expected(edition: Edition, zone: ZoneInfo) -> list[str]:
    """When the parts of the schedule begin and end in a zone, as a page should say it.

    Whoever reads an hour takes it for one of the day above it, also of the night behind that day.
    """
    times = []
    for slot in edition.schedule:
        day = edition.day_of(slot).date.date
        for there in (slot.start.astimezone(zone), slot.end.astimezone(zone)):
            named = f" ({there:%a, %b} {there.day})" if there.date() != day else ""
            times.append(f"{there:%H:%M}{named}")
    return times


def shown(page: Page) -> list[str]:
    return page.locator(".schedule time").all_inner_texts()


def check_zones(page: Page, edition: Edition, zone: str) -> None:
    at_the_venue = expected(edition, edition.venue.zone)
    assert shown(page) == at_the_venue
    page.get_by_role("button", name=OWN_ZONE).click()
    assert shown(page) == expected(edition, ZoneInfo(zone))
    assert zone in page.locator(".zone-note").inner_text()
    page.get_by_role("button", name=f"Show {edition.venue.city} time").click()
    assert shown(page) == at_the_venue
    assert str(edition.venue.city) in page.locator(".zone-note").inner_text()


@pytest.mark.parametrize(
    ("year", "zone"),
    [
        ("2024", "Asia/Tokyo"),
        ("2026", "America/New_York"),
        ("2026", "Australia/Adelaide"),
    ],
)
def test_the_schedule_is_shown_in_the_visitors_zone_and_back(
    year: str, zone: str, site: Site, visitor: Visitor
) -> None:
    page = visitor.open(f"{site.address}{year}/", zone=zone)
    check_zones(page, site.edition(year), zone)


@pytest.fixture(scope="session")
def elsewhere(made_once: MadeOnce) -> Iterator[Elsewhere]:
    """A website with an edition for each zone of a venue and day; nobody changes it."""

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        without_documents(workspace)
        for number, (zone, day) in enumerate([*CHANGES_OF_CLOCKS, *CLOCKS]):
            _move(workspace, _year(zone, day), zone, day, number)
        build_site(workspace)

    workspace = Workspace(made_once("elsewhere", fill))
    with served(folder_of(workspace)) as address:
        site = Site(workspace, address)
        yield lambda zone, day: (
            f"{address}{_year(zone, day)}/",
            site.edition(_year(zone, day)),
        )


def _year(zone: str, day: str) -> str:
    """The edition at a venue in that zone on that day, as `2026-boise1101`."""
    city = zone.rpartition("/")[2].lower().replace("_", "")
    return f"{day[:4]}-{city}{day[5:].replace('-', '')}"


def _move(workspace: Workspace, year: str, zone: str, day: str, number: int) -> None:
    """Hold the edition of 2026 elsewhere as well, without what is not looked at."""
    there = workspace.data / "editions" / year
    there.mkdir()
    here = workspace.data / "editions" / "2026"
    for name in ("edition.yaml", "program.yaml"):
        shutil.copyfile(here / name, there / name)
    shutil.copyfile(
        workspace.data / "venues" / "wsdm-2026.yaml", workspace.data / "venues" / f"at-{year}.yaml"
    )
    with changed(workspace, f"editions/{year}/edition.yaml") as edition:
        edition["ordinal"] = number + 4
        edition["venue"] = f"at-{year}"
        edition["when"]["date"] = day
        for key in ("topics", "dates", "submissions", "committee", "ccs"):
            del edition[key]
    with changed(workspace, f"editions/{year}/program.yaml") as program:
        for slot in program:
            slot.pop("papers", None)
    with changed(workspace, f"venues/at-{year}.yaml") as venue:
        venue |= {"start": day, "end": day, "zone": zone}


@pytest.mark.parametrize(("venue_zone", "day"), CHANGES_OF_CLOCKS)
def test_the_schedule_is_right_around_changes_of_the_clocks(
    venue_zone: str, day: str, elsewhere: Elsewhere, visitor: Visitor
) -> None:
    address, edition = elsewhere(venue_zone, day)
    for zone in ("Asia/Tokyo", "America/New_York"):
        if zone != venue_zone:
            check_zones(visitor.open(address, zone=zone), edition, zone)
            visitor.leave()


@pytest.mark.parametrize(("venue_zone", "day"), CLOCKS)
def test_the_page_s_own_words_come_back_whatever_clocks_the_browser_knows(
    venue_zone: str, day: str, elsewhere: Elsewhere, visitor: Visitor
) -> None:
    address, edition = elsewhere(venue_zone, day)
    page = visitor.open(address, zone="Europe/Berlin")
    words = page.locator("main").inner_text()
    button = page.locator(".zone button")
    for _ in range(2 if venue_zone == CLOCKS[0][0] else 1):
        button.click()
        assert shown(page) == expected(edition, ZoneInfo("Europe/Berlin"))
        button.click()
        assert page.locator("main").inner_text() == words
        assert shown(page) == expected(edition, ZoneInfo(venue_zone))


@pytest.mark.parametrize(("venue_zone", "day"), [CLOCKS[0], CLOCKS[2]])
def test_a_visitor_at_the_venue_is_offered_no_hours_of_an_older_browser(
    venue_zone: str, day: str, elsewhere: Elsewhere, visitor: Visitor
) -> None:
    address, _ = elsewhere(venue_zone, day)
    page = visitor.open(address, zone=venue_zone)
    assert shown(page)
    assert page.get_by_role("button").count() == 0


@pytest.mark.parametrize("year", YEARS)
def test_visitors_in_the_venues_zone_are_offered_no_other(
    year: str, site: Site, visitor: Visitor
) -> None:
    zone = site.edition(year).venue.zone.key
    page = visitor.open(f"{site.address}{year}/", zone=zone)
    assert page.get_by_role("button").count() == 0


def test_without_javascript_times_are_the_venues_and_nothing_idle_is_offered(
    site: Site, visitor: Visitor
) -> None:
    page = visitor.open(f"{site.address}2026/", zone="Asia/Tokyo", javascript=False)
    edition = site.edition("2026")
    assert shown(page) == expected(edition, edition.venue.zone)
    assert "UTC−7" in page.locator(".zone-note").inner_text()
    assert page.get_by_role("button").count() == 0


def test_the_part_of_the_program_that_is_going_on_is_marked(site: Site, visitor: Visitor) -> None:
    schedule = list(site.edition("2026").schedule)
    first, second = schedule[0], schedule[1]
    page = visitor.open(f"{site.address}2026/", now=first.start - MINUTE, zone="Asia/Tokyo")
    marked = page.locator("[aria-current=time]")
    assert marked.count() == 0
    for slot in (first, second):
        page.clock.pause_at(slot.start + MINUTE)
        assert marked.count() == 1
        assert f"{slot.start:%H:%M}" in marked.inner_text()
        assert "now" in marked.inner_text()
    page.clock.pause_at(schedule[-1].end + MINUTE)
    assert marked.count() == 0


def test_between_two_parts_of_the_program_none_is_marked(site: Site, visitor: Visitor) -> None:
    schedule = list(site.edition("2024").schedule)
    pause = next(one.end for one, two in pairwise(schedule) if one.end < two.start)
    page = visitor.open(f"{site.address}2024/", now=pause + MINUTE)
    assert page.locator("[aria-current=time]").count() == 0


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland"])
def test_deadlines_are_marked_as_passed_at_the_moment_they_end(
    zone: str, rich_site: Site, visitor: Visitor
) -> None:
    deadlines = rich_site.edition("2026").dates.listed
    page = visitor.open(f"{rich_site.address}2026/", now=deadlines[0].ends - 2 * MINUTE, zone=zone)
    marks = page.locator("#dates .past")
    for number, deadline in enumerate(sorted(deadlines, key=lambda deadline: deadline.ends)):
        page.clock.pause_at(deadline.ends - MINUTE)
        assert marks.count() == number
        page.clock.pause_at(deadline.ends + MINUTE)
        assert marks.count() == number + 1
        item = page.locator("#dates li", has_text=deadline.label)
        assert "passed" in item.inner_text()
        assert item.get_attribute("class") == "over"


def test_nothing_is_marked_as_passed_when_the_site_is_built(site: Site) -> None:
    files = list(site.folder.rglob("*.html"))
    assert len(files) > 10
    for file in files:
        assert "passed)" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["2026/", "2026/call-for-papers/"])
def test_papers_can_be_submitted_until_the_deadline_and_no_longer(
    path: str, rich_site: Site, visitor: Visitor
) -> None:
    deadline = rich_site.edition("2026").dates.submission
    assert deadline
    page = visitor.open(rich_site.address + path, now=deadline.ends - 2 * MINUTE)
    offers = page.get_by_role("link", name="Submit ")
    assert offers.count() == (2 if path == "2026/" else 1)
    page.clock.pause_at(deadline.ends + MINUTE)
    assert offers.count() == 0


def test_an_aoe_deadline_ends_at_noon_utc_of_the_next_day(rich_site: Site) -> None:
    deadline = rich_site.edition("2026").dates.submission
    assert deadline
    assert deadline.zone == "AoE"
    assert deadline.ends == dt.datetime(2025, 11, 29, 12, tzinfo=dt.UTC)


def test_the_step_that_it_is_time_for_is_marked(site: Site, visitor: Visitor) -> None:
    first, *later = (
        ("2025-11-10T12:00Z", "Submit a paper until November 28, 2025 in 18 days"),
        ("2025-11-28T11:30Z", "Submit a paper until November 28, 2025 in 19 hours"),
        ("2025-11-29T07:01Z", "Notification December 18, 2025 in 19 days"),
        ("2025-12-20T12:00Z", "See the schedule February 26, 2026 in 68 days"),
        ("2026-02-26T18:00Z", "See the schedule February 26, 2026"),
        ("2026-02-26T23:50Z", "Afterwards Papers"),
    )
    page = visitor.open(f"{site.address}2026/", now=dt.datetime.fromisoformat(first[0]))
    marked = page.locator(".steps [aria-current=step]")
    for now, current in (first, *later):
        if now != first[0]:
            page.clock.pause_at(dt.datetime.fromisoformat(now))
        assert " ".join(marked.inner_text().split()) == current, now
        steps = marked.locator(".left").evaluate_all("(all) => all.map((it) => it.textContent)")
        left = page.locator("#dates li:not(.over) .left").first
        if any(steps):
            assert [left.inner_text()] == steps, now


def test_dates_that_have_passed_stand_behind_those_that_hold(site: Site, visitor: Visitor) -> None:
    now = dt.datetime(2025, 12, 1, tzinfo=dt.UTC)
    page = visitor.open(f"{site.address}2026/", now=now)
    items = page.locator("#dates li")
    places = {
        item.locator("time").first.inner_text(): box["y"]
        for item in items.all()
        if (box := item.bounding_box())
    }
    order = [day.replace("\xa0", " ") for day in sorted(places, key=lambda day: places[day])]
    assert order == ["December 18, 2025", "February 26, 2026", "November 28, 2025"]


def test_without_a_script_all_steps_stand_side_by_side(site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{site.address}2026/", javascript=False)
    words = [" ".join(text.split()) for text in page.locator(".steps > li").all_inner_texts()]
    assert words == [
        "Submit a paper until November 28, 2025",
        "Notification December 18, 2025",
        "See the schedule February 26, 2026",
        "Afterwards Papers",
    ]


def test_papers_are_not_sent_any_more_once_the_last_deadline_has_passed(
    site: Site, visitor: Visitor
) -> None:
    submission = site.edition("2026").dates.submission
    assert submission
    for now, address in (
        (submission.ends - MINUTE, "https://openreview.net/group?id=WSDM/2026/Workshop/GenAIRecP"),
        (submission.ends, None),
    ):
        page = visitor.open(f"{site.address}2026/", now=now)
        link = page.locator(".steps a").filter(has_text="Submit a paper")
        assert link.get_attribute("href") == address
        visitor.leave()


def test_who_lives_by_the_venue_s_clocks_can_see_a_day_in_another_zone_by_them(
    workspace: Workspace, visitor: Visitor
) -> None:
    """The last part is after midnight in Tokyo, and in the morning of the day itself in Boise."""
    night = {"end": "1:00", "next_day": True}
    with changed(workspace, "editions/2026/edition.yaml") as edition:
        edition["when"] |= {"zone": "Asia/Tokyo", "attendance": "online", **night}
    workspace.append("editions/2026/program.yaml", "- {start: 0:15, end: 0:45, title: A walk}\n")
    build_site(workspace)
    zone = "America/Boise"
    with served(folder_of(workspace)) as address:
        page = visitor.open(f"{address}2026/", zone=zone)
        page.get_by_role("button", name=OWN_ZONE).click()
        assert shown(page) == expected(workspace.edition("2026"), ZoneInfo(zone))
