"""News stand on the pages, the newest first, and in a feed that readers of feeds understand."""

from __future__ import annotations

import re
from pathlib import Path

import feedparser
import pytest
from playwright.sync_api import expect

from proposal.build.pages import render_pages
from proposal.build.request import Kind
from tests.site.browsing import Visitor
from tests.site.conftest import Serve
from tests.site.sites import HOSTILE, build_site, changed
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
ROOT = "https://example.org/wsp/"
OF_EDITION = [
    {"date": "2025-10-02", "text": 'See the [dates](#dates), and "all" of *it* $n^2$ & more.'},
    {"date": "2025-09-01", "text": "The call is out."},
    {"date": "2025-12-24", "text": "First line.\n\n- One\n- [Two](https://example.org/?a=1&b=2)"},
    {"date": "2025-09-01", "text": HOSTILE},
    {"date": "2025-08-01", "text": "Speakers are known. " * 20, "id": "speakers"},
]
PAGE = "editions/2026/pages/faq.md"
OF_SERIES = [{"date": "2025-11-01", "text": "There is a chat."}]


@pytest.fixture
def with_news(workspace: Workspace) -> Workspace:
    """The real workshop without PDFs, with news of an edition and of the series."""
    with changed(workspace, EDITION) as edition:
        edition["news"] = OF_EDITION
    with changed(workspace, "workshop.yaml") as series:
        series |= {"news": OF_SERIES, "url": ROOT}
    return workspace


def dates_on(page: Path, section: str = r"<main.*</main>") -> list[str]:
    """The days of the news on a page, in order."""
    found = re.search(section, page.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    news = re.findall(
        r'<ul class="news">.*?</ul>\n(?=<p|<details|</section|</details)', found[0], re.DOTALL
    )
    return [day for part in news for day in re.findall(r'<time datetime="([^"]+)">', part)]


def test_a_feed_ends_with_the_hundredth_newest_item(workspace: Workspace) -> None:
    items = "".join(f"- {{date: 2025-10-02, text: Number {number}}}\n" for number in range(101))
    workspace.append("workshop.yaml", f"news:\n{items}")
    feed = render_pages(workspace.load(), {Kind.SITE}).site.files["feed.xml"]
    assert len(feedparser.parse(feed).entries) == 100


def test_news_stand_on_pages_with_the_newest_first(with_news: Workspace) -> None:
    site = build_site(with_news)
    newest = ["2025-12-24", "2025-10-02", "2025-09-01"]
    older = ["2025-09-01", "2025-08-01"]
    assert dates_on(site / "2026/index.html") == newest + older
    assert dates_on(site / "2026/index.html", r"<summary>Older news \(2\).*?</details>") == older
    assert dates_on(site / "index.html") == ["2025-12-24", "2025-11-01", "2025-10-02"]
    whole = ["2025-12-24", "2025-11-01", "2025-10-02", *older[:1], *older]
    assert dates_on(site / "news/index.html") == whole
    assert 'id="news"' not in (site / "2024/index.html").read_text(encoding="utf-8")


def test_the_feed_holds_all_news_with_whole_addresses(with_news: Workspace) -> None:
    site = build_site(with_news)
    content = (site / "feed.xml").read_bytes()
    feed = feedparser.parse(content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert (feed.feed.id, feed.feed.title) == (f"{ROOT}feed.xml", "News of GenAIRecP")
    assert feed.feed.updated == "2025-12-24T12:00:00Z"
    assert feed.feed.author == "The organizers of GenAIRecP"
    links = [(link.rel, link.href) for link in feed.feed.links]
    assert links == [("alternate", f"{ROOT}news/"), ("self", f"{ROOT}feed.xml")]
    anchors = re.findall(r'<li id="([^"]+)"', (site / "news/index.html").read_text("utf-8"))
    assert [entry.id for entry in feed.entries] == [f"{ROOT}news/#{name}" for name in anchors]
    assert len(set(anchors)) == len(OF_EDITION) + len(OF_SERIES)
    assert anchors[:2] == ["news-2026-2025-12-24", "news-series-2025-11-01"]
    for entry in feed.entries:
        assert (entry.link, entry.updated) == (entry.id, entry.published)
        assert len(entry.title) <= 102
    assert feed.entries[1].content[0].value == "<p>There is a chat.</p>"
    assert [tag.term for tag in feed.entries[0].tags] == ["2026"]
    shown = feed.entries[2]
    assert shown.title == "See the dates, and “all” of it n² & more."
    assert f'<a href="{ROOT}2026/#dates">dates</a>' in shown.content[0].value
    two = feed.entries[0].content[0].value
    assert '<li><a href="https://example.org/?a=1&amp;b=2">Two</a></li>' in two


def test_news_link_to_a_page_of_ones_own_from_wherever_they_stand(with_news: Workspace) -> None:
    with_news.write(PAGE, "# Questions\n\nAnswers.\n")
    with changed(with_news, EDITION) as edition:
        edition["news"] = [{"date": "2026-01-05", "text": "There are [answers](pages/faq.md)."}]
    site = build_site(with_news)
    for name, way in (
        ("index.html", "2026/faq/"),
        ("2026/index.html", "../2026/faq/"),
        ("news/index.html", "../2026/faq/"),
    ):
        assert f'There are <a href="{way}">answers</a>.' in (site / name).read_text("utf-8"), name
    (entry, *_) = feedparser.parse((site / "feed.xml").read_bytes()).entries
    assert f'<a href="{ROOT}2026/faq/">answers</a>' in entry.content[0].value


def test_the_id_of_news_stays_when_words_change_and_others_are_added(with_news: Workspace) -> None:
    def ids() -> dict[str, str]:
        feed = feedparser.parse((build_site(with_news) / "feed.xml").read_bytes())
        return {entry.title: entry.id for entry in feed.entries}

    before = ids()
    again = (with_news.root / "build/site/feed.xml").read_bytes()
    with changed(with_news, EDITION) as edition:
        edition["news"][1]["text"] = "The call for papers is out."
        edition["news"].insert(0, {"date": "2026-01-05", "text": "New."})
    after = ids()
    assert after.pop("New.") == f"{ROOT}news/#news-2026-2026-01-05"
    assert after.pop("The call for papers is out.") == before.pop("The call is out.")
    assert after == before
    with changed(with_news, EDITION) as edition:
        edition["news"] = OF_EDITION
    build_site(with_news)
    assert (with_news.root / "build/site/feed.xml").read_bytes() == again


def test_pages_lead_to_the_feed_if_the_website_has_an_address(with_news: Workspace) -> None:
    site = build_site(with_news)
    for name, way in (("index.html", ""), ("2024/index.html", "../"), ("news/index.html", "../")):
        page = (site / name).read_text(encoding="utf-8")
        assert f'type="application/atom+xml" title="News of GenAIRecP" href="{way}feed.xml"' in page
    assert '<a href="../feed.xml" type="application/atom+xml">' in (
        site / "2026/index.html"
    ).read_text(encoding="utf-8")
    with changed(with_news, "workshop.yaml") as series:
        del series["url"]
    site = build_site(with_news)
    assert not (site / "feed.xml").exists()
    assert (site / "news/index.html").exists()
    assert all("feed.xml" not in page.read_text("utf-8") for page in site.rglob("*.html"))


def test_without_news_nothing_speaks_of_them(workspace: Workspace) -> None:
    site = build_site(workspace)
    assert not (site / "news").exists()
    assert not (site / "feed.xml").exists()
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "feed.xml" not in text
        assert 'id="news"' not in text


def test_a_visitor_opens_the_older_news_and_follows_a_link_in_one(
    with_news: Workspace, serve: Serve, visitor: Visitor
) -> None:
    address = serve().address
    page = visitor.open(f"{address}2026/", width=390)
    page.get_by_text("Older news (2)").click()
    expect(page.get_by_text("Speakers are known.").first).to_be_visible()
    page = visitor.open(f"{address}news/", width=390)
    page.get_by_role("link", name="dates", exact=True).click()
    assert page.url == f"{address}2026/#dates"
