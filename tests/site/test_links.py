"""Every link and anchor leads somewhere, wherever the site stands."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import expect

from tests.site.anchors import Anchors
from tests.site.browsing import Visitor
from tests.site.conftest import Serve
from tests.site.sites import EVERY_PAGE, OWN_PAGES, PAGES, YEARS, Site, changed
from tests.workspace import Workspace


def anchors_of(file: Path) -> Anchors:
    return _anchors(file, file.stat().st_mtime_ns)


@cache
def _anchors(file: Path, _saved: int) -> Anchors:
    return Anchors(file)


def file_of(folder: Path, path: str) -> Path:
    return folder / (path + "index.html" if not path or path.endswith("/") else path)


def broken_links(site: Site, path: str, base: str) -> list[str]:
    """The links of a page that lead to nothing, for a site that stands at `base`."""
    broken = []
    elsewhere = {edition.url for edition in site.edition(YEARS[-1]).editions}
    for address in anchors_of(file_of(site.folder, path)).addresses:
        if address in elsewhere:
            continue
        target, anchor = urldefrag(urljoin(base + path, address))
        if urlsplit(target).netloc != urlsplit(base).netloc or urlsplit(target).scheme == "mailto":
            continue
        if not target.startswith(base):
            broken.append(address)
            continue
        file = file_of(site.folder, target.removeprefix(base))
        if not file.is_file() or (anchor and anchor not in anchors_of(file).ids):
            broken.append(address)
    return broken


@pytest.mark.parametrize("path", PAGES)
def test_every_link_and_anchor_leads_somewhere(path: str, site: Site, rich_site: Site) -> None:
    for published in (site, rich_site):
        assert broken_links(published, path, "https://genai-personalization.github.io/") == []


@pytest.mark.parametrize("path", OWN_PAGES)
def test_links_of_own_pages_lead_somewhere(path: str, rich_site: Site) -> None:
    assert broken_links(rich_site, path, "https://genai-personalization.github.io/") == []


@pytest.mark.parametrize("path", PAGES)
def test_every_id_is_used_once(path: str, site: Site, rich_site: Site) -> None:
    for published in (site, rich_site):
        ids = Anchors(file_of(published.folder, path)).ids
        assert "content" in ids
        assert sorted(ids) == sorted(set(ids))


def test_the_site_works_in_a_folder_of_a_larger_one(
    workspace: Workspace, serve: Serve, visitor: Visitor
) -> None:
    with changed(workspace, "workshop.yaml") as series:
        series["url"] = "https://example.org/some/path"
    site = serve("/some/path/")
    for path in PAGES:
        assert broken_links(site, path, "https://example.org/some/path/") == []
    page = visitor.open(site.address)
    for name in ("Call for papers", "Schedule"):
        # Who goes on before the icon has come breaks its request off.
        page.wait_for_load_state("networkidle")
        page.get_by_role("link", name=name, exact=True).first.click()
    expect(page).to_have_url(f"{site.address}{YEARS[-1]}/#schedule")


def test_without_an_address_of_its_own_the_site_has_relative_links_alone(
    workspace: Workspace, serve: Serve, visitor: Visitor
) -> None:
    with changed(workspace, "workshop.yaml") as series:
        del series["url"]
    site = serve()
    for path in PAGES:
        visitor.open(site.address + path)
        visitor.leave()
        assert broken_links(site, path, "https://example.org/") == []
    assert not (site.folder / "sitemap.xml").exists()


def test_an_address_that_does_not_exist_leads_home(site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{site.address}2019/no/such/page")
    missing, word = visitor.complaints
    assert missing == f"404: {site.address}2019/no/such/page"
    assert word.startswith("console: Failed to load resource")
    visitor.complaints.clear()
    page.get_by_role("link", name="home page").click()
    expect(page).to_have_url(site.address)


def test_the_sitemap_names_every_page_and_robots_txt_names_the_sitemap(site: Site) -> None:
    sitemap = (site.folder / "sitemap.xml").read_text()
    for path in set(EVERY_PAGE) - {"404.html"}:
        assert f"<loc>https://genai-personalization.github.io/{path}</loc>" in sitemap
    assert sitemap.count("<loc>") == len(EVERY_PAGE) - 1
    robots = (site.folder / "robots.txt").read_text().splitlines()
    assert "Sitemap: https://genai-personalization.github.io/sitemap.xml" in robots


def test_anchors_stay_the_same_when_the_order_changes(
    workspace: Workspace, site: Site, serve: Serve
) -> None:
    with changed(workspace, "editions/2026/edition.yaml") as edition:
        edition["organizers"].reverse()
        edition["speakers"].reverse()
    with changed(workspace, "editions/2026/papers.yaml") as papers:
        papers.reverse()
    before = Anchors(site.folder / "2026" / "index.html").ids
    after = Anchors(serve().folder / "2026" / "index.html").ids
    assert before != after
    assert sorted(before) == sorted(after)
    assert {"person-neil-shah", "talk-meng-jiang", "paper-agp"} <= set(after)
