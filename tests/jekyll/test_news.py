"""News on the pages of a Jekyll site, and their feed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser

from tests.jekyll.sites import built_site, text_of
from tests.workspace import Workspace


def test_news_stand_on_the_editions_page_and_in_the_feed(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.append(
        "editions/2026/edition.yaml",
        "news:\n"
        "  - {date: 2025-09-01, text: 'The *call* is out, see [dates](#important-dates).'}\n"
        "  - {date: 2025-09-02, text: '{{ site.title }} {% raw %} <b>and</b> one | two'}\n"
        "  - {date: 2025-09-03, text: Third.}\n"
        "  - {date: 2025-09-04, text: Fourth.}\n",
    )
    workspace.write("editions/2026/pages/faq.md", "# Questions\n\nAnswers.\n")
    workspace.replace(
        "editions/2026/edition.yaml", "text: Third.", "text: 'Third, with [answers](pages/faq.md).'"
    )
    workspace.append("workshop.yaml", "news:\n  - {date: 2025-08-01, text: There is a chat.}\n")
    folder = tmp_path / "jekyll"
    folder.mkdir()
    site = built_site(workspace, "theme", folder)
    page = site.edition("2026")
    rows = [element for element in page.all("li") if element.get("id", "").startswith("news-")]
    assert [row.attrib["id"][-10:] for row in rows] == [
        *("2025-09-04", "2025-09-03", "2025-09-02", "2025-09-01", "2025-08-01"),
    ]
    assert "There is a chat." in text_of(rows[4])
    assert "There is a chat." not in site.edition("2024").text
    assert "{{ site.title }} {% raw %} <b>and</b> one | two" in text_of(rows[2])
    older = page.section("news").find("details")
    assert older is not None
    assert ET.tostring(older, encoding="unicode").count("<li") == 2
    assert [link.attrib["href"] for link in rows[3].iter("a")] == ["#important-dates"]
    assert "There is a chat." in site.page("/all-editions").text
    feed = feedparser.parse((site.folder / "feed.xml").read_bytes())
    assert not feed.bozo
    series = workspace.load().series
    assert series is not None
    url = str(series.url).rstrip("/")
    answers = "/GenAIRecP2026/faq"
    (link,) = rows[1].iter("a")
    assert link.attrib["href"].endswith(answers)
    assert f'<a href="{url}{answers}">' in feed.entries[1].content[0].value
    addresses = {entry.link for entry in feed.entries}
    assert f"{url}/GenAIRecP2026#{rows[0].attrib['id']}" in addresses
    assert f"{url}/all-editions#news-series-2025-08-01" in addresses
    assert f'<a href="{url}/GenAIRecP2026#important-dates">' in feed.entries[3].content[0].value
