"""Sessions at the same time stand side by side on wide windows and on paper, row by row of time."""

from __future__ import annotations

import pytest
from playwright.sync_api import FloatRect, Page

from tests.site.browsing import Visitor
from tests.site.sites import LONG, Site

FIRST, SECOND, DEMOS = "Oral Session 1", LONG, "Demonstrations"


def session(page: Page, title: str) -> FloatRect:
    """Where a session stands on the page."""
    items = page.locator("#schedule .tracks > div > ol > li")
    box = items.filter(has=page.locator(f".title:text-is('{title}')")).bounding_box()
    assert box is not None
    return box


@pytest.mark.parametrize(("width", "medium"), [(1280, "screen"), (768, "screen"), (720, "print")])
def test_tracks_stand_side_by_side_and_begin_in_the_row_of_their_time(
    width: int, medium: str, rich_site: Site, visitor: Visitor
) -> None:
    page = visitor.open(f"{rich_site.address}2026/", width=width)
    page.emulate_media(media="print" if medium == "print" else "screen")
    first, second, demos = (session(page, title) for title in (FIRST, SECOND, DEMOS))
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] <= second["x"]
    assert second["x"] == demos["x"]
    assert demos["y"] >= second["y"] + second["height"]
    assert abs(first["y"] + first["height"] - demos["y"] - demos["height"]) < 1  # both until 11:45


def test_on_a_phone_one_track_follows_the_other(rich_site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{rich_site.address}2026/", width=390)
    boxes = [session(page, title) for title in (FIRST, SECOND, DEMOS)]
    assert len({box["x"] for box in boxes}) == 1
    assert sorted(boxes, key=lambda box: box["y"]) == boxes
    labels = page.locator("#schedule .track").all_inner_texts()
    assert labels == ["Track A, Room 8", f"{LONG}, Room 9"]


def test_a_moved_deadline_shows_the_day_that_holds_first_and_larger(
    rich_site: Site, visitor: Visitor
) -> None:
    page = visitor.open(f"{rich_site.address}2026/", width=390)
    item = page.locator("#dates li").filter(has_text="Submission deadline")
    day, former = item.locator(".day"), item.locator(".former")
    assert day.inner_text().startswith("November 28, 2025".replace(" ", "\xa0", 1))
    assert former.inner_text().startswith("extended from November")
    sizes = [
        float(part.evaluate("(it) => parseFloat(getComputedStyle(it).fontSize)"))
        for part in (day, former)
    ]
    assert sizes[0] > sizes[1]
    places = [part.bounding_box() for part in (day, former)]
    assert places[0]
    assert places[1]
    assert places[0]["y"] < places[1]["y"]
