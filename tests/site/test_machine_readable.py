"""What search engines and social networks read agrees with the data."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.render.made_events import event_in
from tests.site.sites import EVERY_PAGE, PAGES, YEARS, Site


class Head(HTMLParser):
    """What the head of a page says to who reads it without running its scripts."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.title = ""
        self.canonical: str | None = None
        self._is_title = False
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        self._is_title = tag == "title" and not self.title
        if tag == "meta" and (name := values.get("property")):
            self.said[name] = values["content"] or ""
        elif tag == "link" and values.get("rel") == "canonical":
            self.canonical = values["href"]

    def handle_endtag(self, tag: str) -> None:
        self._is_title = False

    def handle_data(self, data: str) -> None:
        if self._is_title:
            self.title += data


def event_of(site: Site, year: str) -> dict[str, Any]:
    return event_in((site.folder / year / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("year", YEARS)
def test_the_event_says_what_the_data_say(year: str, site: Site) -> None:
    edition = site.edition(year)
    event = event_of(site, year)
    assert event["@context"] == "https://schema.org"
    assert event["@type"] == "Event"
    assert event["name"] == edition.title
    assert dt.datetime.fromisoformat(event["startDate"]) == edition.when.start
    assert dt.datetime.fromisoformat(event["endDate"]) == edition.when.end
    assert event["location"]["address"]["addressLocality"] == edition.venue.city
    names = [person["name"] for person in event["organizer"]]
    assert names == [organizer.person.name for organizer in edition.organizers]
    performers = {person["name"] for person in event["performer"]}
    confirmed = [talk for talk in edition.speakers if talk.status == "confirmed"]
    assert performers == {talk.person.name for talk in confirmed}
    assert event["url"] == f"https://genai-personalization.github.io/{year}/"
    assert event["superEvent"]["name"] == edition.venue.name


@pytest.mark.parametrize("year", YEARS)
def test_the_events_parts_are_the_programs(year: str, site: Site) -> None:
    parts = event_of(site, year)["subEvent"]
    slots = [slot for slot in site.edition(year).schedule if slot.kind not in {"break", "lunch"}]
    assert [
        (dt.datetime.fromisoformat(part["startDate"]), dt.datetime.fromisoformat(part["endDate"]))
        for part in parts
    ] == [(slot.start, slot.end) for slot in slots]
    for part, slot in zip(parts, slots, strict=True):
        assert part["name"] == ((slot.talk and slot.talk.title) or slot.title)
        people = [slot.talk.person] if slot.talk else list(slot.panelists)
        assert [person["name"] for person in part.get("performer", [])] == [p.name for p in people]
        papers = [work["name"] for work in part.get("workFeatured", [])]
        assert papers == [paper.title for paper in slot.papers]


@pytest.mark.parametrize("path", PAGES)
def test_a_link_to_a_page_is_shown_with_title_words_and_picture(path: str, site: Site) -> None:
    head = Head(site.folder / (path if path.endswith(".html") else f"{path}index.html"))
    said = head.said
    assert said["og:title"] == head.title
    assert said["og:description"]
    assert said["og:type"] == "website"
    if path == "404.html":
        return
    address = "https://genai-personalization.github.io/"
    assert said["og:url"] == address + path
    assert head.canonical == address + path
    with Image.open(site.folder / said["og:image"].removeprefix(address)) as card:
        assert card.format == "PNG"
        assert card.size == (1200, 630)
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")


def test_titles_and_descriptions_tell_pages_apart(site: Site) -> None:
    pages = [file.read_text(encoding="utf-8") for file in site.folder.rglob("*.html")]
    for said in (r"<title>(.+)</title>", r'<meta name="description" content="(.+)">'):
        found = [found for page in pages for found in re.findall(said, page)]
        assert len(found) == len(EVERY_PAGE)
        assert len(set(found)) == len(EVERY_PAGE)
