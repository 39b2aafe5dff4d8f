"""What Jekyll's pages say: the facts of the data, all of them, and nothing that is not certain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proposal.edition.edition import Edition
from tests.jekyll.sites import Site, built_site, certain, shown, text_of, text_of_statement
from tests.some import some
from tests.workspace import Workspace

YEARS = ("2024", "2026")


@pytest.fixture(params=YEARS)
def edition(request: pytest.FixtureRequest, real: Workspace) -> Edition:
    return real.edition(request.param)


def test_everybody_stands_there_with_affiliation_and_biography(
    site: Site, edition: Edition
) -> None:
    text = site.edition(edition.id).text
    for person in some(certain(edition)):
        assert shown(person.name) in text
        assert shown(person.affiliation or "") in text
        if person.biography:
            assert text_of_statement(person.biography) in text


def test_talks_stand_there_with_title_and_abstract(site: Site, real: Workspace) -> None:
    text = site.edition("2026").text
    speakers = real.edition("2026").speakers
    confirmed = [talk for talk in speakers if talk.status == "confirmed"]
    titles = [talk.title for talk in confirmed if talk.title is not None]
    abstracts = [talk.abstract for talk in confirmed if talk.abstract is not None]
    assert titles
    assert abstracts
    assert [title for title in titles if shown(title) not in text] == []
    assert [words for words in abstracts if text_of_statement(words) not in text] == []


def test_who_has_not_agreed_is_not_announced(site: Site, real: Workspace) -> None:
    text = site.edition("2024").text
    assert [speaker for speaker in real.edition("2024").speakers if speaker.status == "invited"]
    assert "Dawen Liang" not in text
    assert "Suzan Verberne" not in text


def test_the_title_says_which_edition_it_is_and_the_lead_when_and_where(site: Site) -> None:
    page = site.edition("2026")
    head = text_of(page.all("header")[0])
    assert head.startswith("Third Workshop on Generative AI for Recommender Systems and")
    assert "(2026) Thursday, February 26, 2026, Boise, Idaho, USA" in head
    assert head.endswith("Held in conjunction with WSDM 2026")
    links = {link.attrib["href"] for link in page.all("header")[0].iter("a")}
    assert links == {"https://wsdm-conference.org/2026/"}


def test_an_extended_deadline_shows_the_old_date_struck_through(site: Site) -> None:
    for page in (site.edition("2026"), site.call("2026")):
        assert [text_of(element) for element in page.all("del")] == ["November 21, 2025"]
        assert "deadline: November 28, 2025 extended from November 21, 2025" in page.text
        assert "Author notification: December 18, 2025" in page.text
        assert "Workshop: February 26, 2026" in page.text


def test_the_schedule_has_a_row_for_every_part_with_its_length(
    site: Site, edition: Edition
) -> None:
    section = site.edition(edition.id).section("schedule")
    rows = [text_of(row) for row in section.iter("tr")][1:]
    assert len(rows) == len(edition.schedule)
    for row, slot in zip(rows, edition.schedule, strict=True):
        assert row.startswith(f"{slot.hours} {slot.title}")
        assert f"({slot.minutes} min)" in row
        for paper in slot.papers:
            assert f"- {shown(paper.title)}" in row
        if slot.talk:
            assert f"by {shown(slot.talk.person.addressed)}" in row
        for person in slot.panelists:
            assert person.name in row


@pytest.mark.parametrize(
    ("year", "zone", "start"),
    [("2024", "CEST", "2024-08-25T12:00:00+00:00"), ("2026", "MST", "2026-02-26T15:55:00+00:00")],
)
def test_the_schedule_says_the_zone_and_when_the_day_begins_in_utc(
    site: Site, year: str, zone: str, start: str
) -> None:
    page = site.edition(year)
    assert f"Time ({zone})" in text_of(page.section("schedule"))
    assert [element.attrib["datetime"] for element in page.all("time")] == [start]


def test_every_link_within_the_page_leads_somewhere(site: Site, edition: Edition) -> None:
    page = site.edition(edition.id)
    targets = [link.attrib.get("href", "") for link in page.all("a")]
    here = [target.split("#")[1] for target in targets if "#" in target]
    assert len(here) > len([slot for slot in edition.schedule if slot.talk])
    assert set(here) <= set(page.ids())


def test_anchors_of_talks_and_papers_stand_there_once(site: Site, edition: Edition) -> None:
    ids = site.edition(edition.id).ids()
    expected = {f"paper-{paper.id}" for paper in edition.papers}
    expected |= {
        f"talk-{talk.id}"
        for talk in edition.speakers
        if talk.status == "confirmed" and talk.role != "panelist"
    }
    assert all(ids.count(anchor) == 1 for anchor in expected)


def test_links_between_pages_lead_to_pages(site: Site) -> None:
    for page in (
        site.edition("2024"),
        site.call("2024"),
        site.edition("2026"),
        site.page("all-editions"),
    ):
        addresses = [link.attrib.get("href", "#").split("#")[0] for link in page.all("a")]
        targets = {address for address in addresses if address and ":" not in address}
        assert targets
        for target in targets:
            assert site.page(target).all("main")


def test_pictures_are_there_and_say_whom_they_show(site: Site, edition: Edition) -> None:
    page = site.edition(edition.id)
    pictures = page.all("img")
    assert {shown(fact.name) for fact in certain(edition)} == {
        picture.attrib["alt"] for picture in pictures
    }
    for picture in pictures:
        assert (site.folder / picture.attrib["src"].lstrip("/")).is_file()


def test_the_navigation_leads_to_what_the_edition_has(site: Site) -> None:
    links = [[text_of(element) for element in site.edition(year).all("nav")[0]] for year in YEARS]
    parts = ["CfP", "Schedule", "Keynotes", "Panelists", "Organization"]
    assert links[0] == ["GenAIRecP 2024 @KDD 2024", *parts]
    parts.remove("Panelists")
    assert links[1] == ["GenAIRecP 2026 @WSDM 2026", *parts]


def test_accepted_papers_stand_there_with_authors_and_code(site: Site, real: Workspace) -> None:
    section = site.edition("2026").section("accepted-papers")
    items = [(text_of(item), item) for item in section.iter("li")]
    for (text, item), paper in zip(items, real.edition("2026").papers, strict=True):
        authors = ", ".join(author.name for author in paper.authors)
        assert text.startswith(f"{shown(paper.title)} {shown(authors)}")
        links = [link.attrib["href"] for link in item.iter("a")]
        assert links == ([paper.code] if paper.code else [])


def test_the_committee_stands_in_two_columns(site: Site, real: Workspace) -> None:
    columns = site.edition("2026").section("program-committee").findall("div/div")
    names = [[text_of(item) for item in column.iter("li")] for column in columns]
    members = [f"{member.name} ({member.affiliation})" for member in real.edition("2026").committee]
    assert names == [members[:6], members[6:]]
    assert "PC Member" not in site.edition("2026").text


def test_the_committee_is_split_at_the_half(workspace: Workspace, tmp_path: Path) -> None:
    sizes = {"2024": 1, "2026": 5}  # the real one is even
    for year, size in sizes.items():
        file = workspace.data / f"editions/{year}/edition.yaml"
        text = re.sub(r"committee:\n(  - .*\n)+", "", file.read_text(encoding="utf-8"))
        listed = "".join(f"  - {name}\n" for name in _members(size))
        file.write_text(f"{text}committee:\n{listed}", encoding="utf-8")
    site = built_site(workspace, "theme", tmp_path)
    for year, size in sizes.items():
        columns = site.edition(year).section("program-committee").findall("div/div")
        half = (size + 1) // 2
        shown_names = [[text_of(item) for item in column.iter("li")] for column in columns]
        assert shown_names == [_members(size)[:half], _members(size)[half:]], year


def _members(count: int) -> list[str]:
    return [f"Member {number}" for number in range(count)]


def test_the_call_says_topics_limits_and_whom_to_ask(site: Site, edition: Edition) -> None:
    page = site.call(edition.id)
    items = [text_of(item) for item in page.all("li")]
    assert {shown(topic) for topic in edition.topics} <= set(items)
    links = {link.attrib["href"] for link in page.all("a")}
    assert edition.submissions.url in links
    assert edition.contact is not None
    assert f"mailto:{edition.contact.email}" in links
    for organizer in edition.organizers:
        assert f"{organizer.person.name}, {organizer.person.affiliation}" in items
    pages = edition.submissions.pages
    assert pages is None or f"{pages.min} to {pages.max} pages" in page.text


def test_the_page_of_all_editions_lists_those_without_data_too(site: Site) -> None:
    page = site.page("all-editions")
    titles = [text_of(heading) for heading in page.all("h2")]
    assert titles == ["GenAIRecP 2026 (current edition)", "GenAIRecP 2025", "GenAIRecP 2024"]
    assert "August 4, 2025, Toronto, Canada" in page.text
    links = [link.attrib["href"] for link in page.all("a") if text_of(link) == "Learn more"]
    elsewhere = "https://genai-personalization.github.io/GenAIRecP2025"
    assert links == ["/GenAIRecP2026", elsewhere, "/GenAIRecP2024"]


def test_the_home_page_leads_to_the_current_edition(site: Site) -> None:
    page = site.page("index")
    (refresh,) = [element for element in page.all("meta") if "http-equiv" in element.attrib]
    assert refresh.attrib["content"] == "0; url=/GenAIRecP2026"
    (canonical,) = page.all("link")
    assert canonical.attrib["href"] == "https://example.org/GenAIRecP2026"
    assert [link.attrib["href"] for link in page.all("a")] == ["/GenAIRecP2026"]


def test_a_site_in_a_folder_of_its_host_is_linked_within(real: Workspace, tmp_path: Path) -> None:
    site = built_site(real, "theme", tmp_path, "--baseurl", "/workshop")
    for page in (
        site.edition("2026"),
        site.call("2026"),
        site.page("all-editions"),
        site.page("/"),
    ):
        for element in page.root.iter():
            target = element.attrib.get("href", element.attrib.get("src", ""))
            assert not target.startswith("/") or target.startswith("/workshop/"), target


def test_a_site_that_shows_biographies_itself_shows_them_once(site: Site, real: Workspace) -> None:
    page = site.edition("2026")
    biography = real.edition("2026").organizers.items[0].person.biography
    assert biography is not None
    assert page.text.count(text_of_statement(biography)) == 1
    shows_them_itself = any("collapsible" in link.attrib.get("class", "") for link in page.all("a"))
    assert bool(page.all("details")) is not shows_them_itself


def test_no_other_host_is_asked_for_anything(site: Site) -> None:
    for page in (
        site.edition("2026"),
        site.call("2026"),
        site.page("all-editions"),
        site.page("/"),
    ):
        for element in page.all("script", "img", "iframe"):
            assert "//" not in element.attrib.get("src", "")
