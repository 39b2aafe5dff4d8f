"""Everybody can read and use the pages: seen, heard, enlarged, with keys alone."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.axe import ALL_RULES, OF_COLOURS, SCROLLED_AND_SEEN, WIDER, Judged, violations
from tests.site.browsing import Visitor, look_at, open_all_details
from tests.site.sites import OWN_PAGES, PAGES, Site

FOCUSED = """() => {
    const it = document.activeElement, box = it.getBoundingClientRect();
    const style = getComputedStyle(it);
    return {
        name: it.textContent.trim(),
        tag: it.localName,
        place: it.closest("nav, header, main")?.localName,
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0,
    };
}"""


RICH_PAGES = ["", "news/", "2026/", "2026/call-for-papers/", *OWN_PAGES]
"""The pages on which the data that say all they may are seen."""


def expect_one_outline_that_fits(page: Page) -> None:
    """Have a page one outline, and be no wider than any window, folded out or not."""
    levels = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
        "(all) => all.map((it) => Number(it.localName[1]))"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(two - one <= 1 for one, two in pairwise(levels)), levels
    open_all_details(page)
    for width in (320, 360, 640, 768, 1024, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        scrolled, seen = page.evaluate(SCROLLED_AND_SEEN)
        assert scrolled <= seen, (width, page.evaluate(WIDER))


def expect_no_other_host(visitor: Visitor) -> None:
    visitor.leave()
    assert len(visitor.requests) > 1
    assert visitor.complaints == []


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_violation_on_a_page_of_one_outline_that_fits(
    path: str, site: Site, npm_packages: Path, visitor: Visitor
) -> None:
    page = visitor.open(site.address + path, width=360)
    page.add_script_tag(path=npm_packages / "axe-core" / "axe.min.js")
    assert violations(page) == []
    has_more = page.locator("details").count() > 0
    open_all_details(page)
    look_at(page, 1280, "dark")
    assert violations(page, ALL_RULES if has_more else OF_COLOURS) == []
    expect_one_outline_that_fits(page)
    expect_no_other_host(visitor)


@pytest.mark.parametrize("path", RICH_PAGES)
def test_axe_finds_no_violation_where_data_say_all_they_may(
    path: str, rich_site: Site, npm_packages: Path, visitor: Visitor
) -> None:
    submission = rich_site.edition("2026").dates.submission
    assert submission
    # Before the deadline, so that what can be pressed then is looked at.
    before = submission.ends - dt.timedelta(days=1)
    page = visitor.open(rich_site.address + path, width=360, now=before)
    page.add_script_tag(path=npm_packages / "axe-core" / "axe.min.js")
    open_all_details(page)
    looks: list[Judged] = [(360, "light", ALL_RULES), (1280, "dark", ALL_RULES)]
    if path in {"", "2026/call-for-papers/"}:  # no colour of a part depends on the width
        looks += [(360, "dark", OF_COLOURS), (1280, "light", OF_COLOURS)]
    for width, scheme, rules in looks:
        look_at(page, width, scheme)
        assert violations(page, rules) == [], (width, scheme)
    expect_one_outline_that_fits(page)
    expect_no_other_host(visitor)


@pytest.mark.parametrize("path", [path for path in PAGES if path not in RICH_PAGES])
def test_a_page_is_one_outline_that_fits_and_asks_nothing_of_other_hosts(
    path: str, rich_site: Site, visitor: Visitor
) -> None:
    expect_one_outline_that_fits(visitor.open(rich_site.address + path, width=320))
    expect_no_other_host(visitor)


def test_keys_alone_reach_everything_that_can_be_pressed(site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{site.address}2026/", zone="Asia/Tokyo")
    reached = []
    while True:
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["tag"] == "body":
            break
        assert focused["seen"], focused
        assert focused["outlined"], focused
        reached.append((focused["tag"], focused["name"]))
        assert len(reached) < 300
    assert reached[0] == ("a", "Skip to the content")
    expected = page.locator("nav a, .zone button, summary").evaluate_all(
        "(all) => all.map((it) => [it.localName, it.textContent.trim()])"
    )
    assert len(expected) > 10
    assert [control for control in expected if tuple(control) not in reached] == []


def test_keys_skip_to_the_content_unfold_and_change_the_zone(site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{site.address}2026/", zone="Asia/Tokyo")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.address}2026/#content")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["place"] == "main"
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").first.evaluate("(it) => it.open")
    page.get_by_role("button").focus()
    page.keyboard.press("Space")
    assert "Asia/Tokyo" in page.locator(".zone-note").inner_text()


def test_pictures_of_people_have_their_names_and_decoration_has_none(
    rich_site: Site, visitor: Visitor
) -> None:
    page = visitor.open(f"{rich_site.address}2026/")
    named = page.locator(".portrait img").evaluate_all("(all) => all.map((it) => it.alt)")
    assert set(named) == {
        f"Portrait of {name}" for name in ("Narges Tabari", "Chirag Shah", "Dawen Liang")
    }


@pytest.mark.parametrize("path", ["", "2026/", "2026/call-for-papers/"])
def test_pages_from_right_to_left_are_no_wider_than_the_window(
    path: str, site: Site, visitor: Visitor
) -> None:
    page = visitor.open(site.address + path, width=360)
    page.evaluate("document.documentElement.dir = 'rtl'")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        scrolled, seen = page.evaluate(SCROLLED_AND_SEEN)
        assert scrolled <= seen, width
