"""What every page says, with and without JavaScript, and what none says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from proposal.edition.edition import Edition
from tests.site.anchors import Anchors
from tests.site.browsing import Visitor, look_at, plain, text_of
from tests.site.conftest import Serve
from tests.site.sites import EVERY_PAGE, YEARS, Site, changed
from tests.some import some
from tests.workspace import Workspace

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def facts_of(edition: Edition) -> Iterator[str]:
    """Whatever an edition's page has to say, as the data say it."""
    yield edition.title
    yield edition.venue.place
    yield str(edition.venue.name)
    yield f"{edition.when.date.weekday}, {edition.when.date}"
    yield edition.when.hours
    yield from filter(None, [edition.room, edition.venue.site])
    yield from edition.topics
    for deadline in edition.dates.listed:
        yield deadline.label
        yield str(deadline.day)
        yield from map(str, deadline.was)
    for organizer in edition.organizers:
        yield organizer.person.name
        yield organizer.person.affiliation or ""
        yield organizer.person.biography or ""
    for talk in (speaker for speaker in edition.speakers if speaker.status == "confirmed"):
        yield talk.person.name
        yield talk.title or ""
        yield talk.person.affiliation or ""
        yield talk.abstract or ""
    for paper in edition.papers:
        yield paper.title
        yield from (author.name for author in paper.authors)
    for member in edition.committee:
        yield member.name
        yield member.affiliation or ""
    for slot in edition.schedule:
        yield slot.hours
        yield slot.title


def test_no_page_is_left_out_by_these_tests(site: Site) -> None:
    files = {str(file.relative_to(site.folder)) for file in site.folder.rglob("*.html")}
    assert files == {path if path.endswith(".html") else f"{path}index.html" for path in EVERY_PAGE}


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
@pytest.mark.parametrize("year", YEARS)
def test_an_editions_page_says_every_fact_of_the_data(
    year: str, javascript: bool, site: Site, visitor: Visitor
) -> None:
    page = visitor.open(f"{site.address}{year}/", javascript=javascript)
    shown = text_of(page)
    assert [fact for fact in facts_of(site.edition(year)) if plain(fact) not in shown] == []


@pytest.mark.parametrize("year", YEARS)
def test_the_call_for_papers_says_topics_dates_and_whom_to_write_to(
    year: str, site: Site, visitor: Visitor
) -> None:
    edition = site.edition(year)
    assert edition.contact
    page = visitor.open(f"{site.address}{year}/call-for-papers/", javascript=False)
    shown = text_of(page)
    dates = [f"{entry.day}" for entry in edition.dates.listed]
    for fact in [*edition.topics, *dates, edition.contact.name, edition.contact.email or ""]:
        assert plain(fact) in shown


@pytest.mark.parametrize("path", ["", "editions/"])
def test_every_edition_of_the_series_is_listed_and_linked(
    path: str, site: Site, visitor: Visitor
) -> None:
    page = visitor.open(site.address + path)
    shown = text_of(page)
    current = site.edition(YEARS[-1])
    for edition in current.editions:
        assert plain(f"{edition.host}, {edition.place}, {edition.day}") in shown
    linked = page.locator(".editions a")
    assert linked.count() == len(current.editions) + 1


@pytest.mark.parametrize("year", YEARS)
def test_an_extended_deadline_shows_the_old_date_struck_through(
    year: str, site: Site, visitor: Visitor
) -> None:
    page = visitor.open(f"{site.address}{year}/")
    old = [str(day) for deadline in site.edition(year).dates.listed for day in deadline.was]
    assert old
    assert page.locator("#dates del").all_inner_texts() == old
    decoration = page.locator("#dates del").first.evaluate(
        "(element) => getComputedStyle(element).textDecorationLine"
    )
    assert decoration == "line-through"


def test_papers_link_to_pdf_code_and_data(rich_site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{rich_site.address}2026/")
    shown = page.locator("#papers a").evaluate_all("(all) => all.map((each) => each.href)")
    for paper in some(rich_site.edition("2026").papers):
        for address in filter(None, [paper.pdf, paper.code, paper.data]):
            assert address in shown


def test_what_data_may_say_besides_is_shown_too(rich_site: Site, visitor: Visitor) -> None:
    edition = rich_site.edition("2026")
    shown = text_of(visitor.open(f"{rich_site.address}2026/"))
    # Markdown and hostile text are shown otherwise than they are typed, and looked at elsewhere.
    expected = [fact for fact in facts_of(edition) if "alert" not in fact and "*" not in fact]
    expected += [sponsor.name for sponsor in edition.sponsors]
    expected += ["Gold", "Best paper", "We show something about", "Rahul Seetharaman"]
    assert [fact for fact in expected if plain(fact) not in shown] == []


def test_nobody_is_described_as_a_speaker_who_has_not_agreed(site: Site, rich_site: Site) -> None:
    for published in (site, rich_site):
        for year in YEARS:
            ids = Anchors(published.folder / year / "index.html").ids
            speakers = published.edition(year).speakers
            agreed = [f"talk-{talk.id}" for talk in speakers if talk.status == "confirmed"]
            assert [anchor for anchor in agreed if anchor not in ids] == []
            invited = [f"talk-{talk.id}" for talk in speakers if talk.status == "invited"]
            assert invited or published is site
            assert [anchor for anchor in invited if anchor in ids] == []


def test_anywhere_on_earth_is_explained_where_it_is_used(
    site: Site, rich_site: Site, visitor: Visitor
) -> None:
    used = text_of(visitor.open(f"{rich_site.address}2026/"))
    assert "Anywhere on Earth" in used
    assert "November 28, 2025 (AoE)" in used
    assert "Anywhere on Earth" not in text_of(visitor.open(f"{site.address}2026/"))


def test_no_email_address_but_the_contacts_is_in_any_file(site: Site, rich_site: Site) -> None:
    for published in (site, rich_site):
        contacts = {published.edition(year).contact for year in YEARS}
        allowed = {person.email for person in contacts if person}
        for file in published.folder.rglob("*"):
            # The PDF's authors give theirs, and a picture may spell one by chance.
            if file.suffix not in {".html", ".txt", ".md", ".ics", ".bib", ".xml", ".js", ".svg"}:
                continue
            text = re.sub(r"^UID:.*(?:\r?\n .*)*", "", file.read_text("utf-8"), flags=re.MULTILINE)
            assert set(EMAIL.findall(text)) <= allowed, file


def test_what_is_hostile_is_shown_as_text_and_does_nothing(
    rich_site: Site, visitor: Visitor
) -> None:
    # A script that ran would open a dialog, which the visitor complains of.
    page = visitor.open(f"{rich_site.address}2026/")
    shown = text_of(page)
    hostile = "<script>alert(1)</script> [x](javascript:alert(2)) <img src=x onerror=alert(3)>"
    liquid = "{{ site.data }} {% raw %}"
    assert shown.count(hostile) >= 4  # a topic, a biography, a title, an abstract, a sponsor
    assert shown.count(liquid) >= 4
    scripts = page.locator("script").evaluate_all("(all) => all.map((each) => each.type)")
    assert sorted(scripts) == ["", "application/ld+json"]
    active = page.locator("a[href^=javascript], [onerror], [onmouseover], img[src=x]")
    assert active.count() == 0


def test_a_portrait_is_square_and_comes_in_two_formats(rich_site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{rich_site.address}2026/")
    for person in ("Narges Tabari", "Chirag Shah", "Dawen Liang"):
        picture = page.get_by_alt_text(f"Portrait of {person}").first
        sides = picture.evaluate("(it) => [it.naturalWidth, it.naturalHeight]")
        assert sides == [320, 320], person
        box = picture.bounding_box()
        assert box, person
        assert box["width"] == pytest.approx(box["height"]), person
        file = picture.evaluate("(it) => it.currentSrc")
        assert file.endswith(".webp"), person
        made = rich_site.folder / file.removeprefix(rich_site.address)
        assert made.read_bytes()[8:12] == b"WEBP", person
        assert made.with_suffix(".jpg").read_bytes().startswith(b"\xff\xd8\xff"), person


def test_where_there_is_little_room_day_place_and_conference_stand_below_each_other(
    site: Site, visitor: Visitor
) -> None:
    page = visitor.open(f"{site.address}2026/")
    for width in (390, 600):
        look_at(page, width, "light")
        boxes = [item.bounding_box() for item in page.locator(".facts > div").all()]
        places = [(box["x"], box["y"]) for box in boxes if box]
        assert len(places) >= 3, width
        assert len({left for left, _ in places}) == 1, width
        assert places == sorted(set(places)), width


def test_a_person_without_a_portrait_has_a_monogram(site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{site.address}2026/")
    portraits = page.locator("#organizers .portrait")
    assert portraits.count() == len(site.edition("2026").organizers)
    assert page.locator("#organizers .portrait svg").count() == portraits.count()
    assert "".join(filter(str.isalpha, portraits.first.text_content() or "")) == "NT"


def test_the_camera_ready_is_offered_with_a_picture_of_its_first_page(
    site: Site, visitor: Visitor
) -> None:
    page = visitor.open(f"{site.address}2024/")
    offer = page.locator(".download > a")
    assert offer.get_attribute("href") == "camera-ready.pdf"
    assert (site.folder / "2024" / "camera-ready.pdf").read_bytes().startswith(b"%PDF")
    width, height = offer.locator("img").evaluate("(it) => [it.naturalWidth, it.naturalHeight]")
    assert width / height == pytest.approx(8.5 / 11, rel=0.01)


def test_the_proposal_is_offered_only_where_the_data_make_it_public(
    site: Site, workspace: Workspace, serve: Serve, visitor: Visitor
) -> None:
    assert not list(site.folder.rglob("proposal*"))
    with changed(workspace, "editions/2026/edition.yaml") as edition:
        edition["documents"] = {"proposal": {"text": "proposal.md", "public": "true"}}
    page = visitor.open(f"{serve().address}2026/")
    offer = page.locator(".download > a")
    assert offer.get_attribute("href") == "proposal.pdf"
    assert offer.locator("img").evaluate("(it) => it.naturalWidth") > 0


@pytest.mark.parametrize("year", YEARS)
def test_print_leaves_navigation_away_and_shows_what_was_folded(
    year: str, site: Site, visitor: Visitor
) -> None:
    page = visitor.open(f"{site.address}{year}/")
    assert page.locator("nav").is_visible()
    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    for gone in ["nav", ".skip", ".hero .button", "footer p:not(.contact)"]:
        assert not page.locator(gone).first.is_visible()
    assert page.locator("footer .contact").is_visible()
    biography = page.locator("details p").first
    assert biography.is_visible()
    colours = page.locator("body").evaluate("(it) => getComputedStyle(it).color")
    assert colours == "rgb(0, 0, 0)"
