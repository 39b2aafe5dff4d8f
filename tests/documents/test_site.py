"""The documents as a website: whole, without a dead link, and for readers without a network."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from types import ModuleType

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from tests.conftest import MadeOnce
from tests.scripts import load_script
from tests.workspace import ROOT

PARTS = ("li", "ul", "ol", "table", "tr", "pre", "h1", "h2", "h3", "h4", "img")
"""The elements that tell that a page was understood as on a code host."""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load_script("documents")


@pytest.fixture(scope="module")
def site(made_once: MadeOnce) -> Path:
    return made_once("documents", load_script("documents").build)


def pages() -> list[Path]:
    return [*ROOT.glob("[CR]*.md"), *(ROOT / "docs").rglob("*.md")]


def built(page: Path, site: Path) -> str:
    file = (site / page.relative_to(ROOT)).with_suffix(".html")
    return (file.with_name("index.html") if page.name == "README.md" else file).read_text("utf-8")


def listed(value: object) -> Iterator[str]:
    """All pages of a navigation."""
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from listed(part)
        case list():
            for part in value:
                yield from listed(part)


def code_in_tables(html: str) -> Iterator[str]:
    """All code in cells, whose bars a code host has escaped."""
    for cell in re.findall(r"<td[ >].*?</td>", html, re.DOTALL):
        yield from (unescape(code) for code in re.findall(r"<code>(.*?)</code>", cell))


def test_the_navigation_leads_to_every_page_once() -> None:
    settings = tomllib.loads((ROOT / "docs/zensical.toml").read_text("utf-8"))
    names = list(listed(settings["project"]["nav"]))
    assert sorted(names) == sorted(str(page.relative_to(ROOT)) for page in pages())


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_has_the_same_parts_as_on_a_code_host(page: Path, site: Path) -> None:
    def counted(html: str) -> Counter[str]:
        return Counter(re.findall(rf"<({'|'.join(PARTS)})[ >]", html))

    host = MarkdownIt("commonmark").enable("table").render(page.read_text("utf-8"))
    article = built(page, site).partition("<article")[2].partition("</article>")[0]
    assert counted(article) == counted(host)
    assert list(code_in_tables(article)) == list(code_in_tables(host))


def test_no_page_is_built_if_a_link_is_dead(script: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "other.html").write_text('<h1 id="here">There</h1>', "utf-8")
    (tmp_path / "page.html").write_text(
        '<a href="other.html#here">a</a> <a href="other.html#gone">b</a> <a href="gone.html">c</a>'
        '<a href="https://example.org/">d</a> <a href="https://no-host/">e</a> <a href="x:y">f</a>'
        '<img src="gone.png"><script src="https://example.org/x.js"></script>',
        "utf-8",
    )
    assert sorted(script.wrong_links(tmp_path)) == [
        "page.html: gone.html: there is no such file",
        "page.html: gone.png: there is no such file",
        "page.html: https://example.org/x.js: it is loaded from another host",
        "page.html: https://no-host/: it names no host",
        "page.html: other.html#gone: the page has no such place",
        "page.html: x:y: it is no address of a page",
    ]


def test_pages_opened_as_files_can_be_searched_and_ask_no_other_host(
    site: Path, browser: Browser
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "docs/guide/recipes.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("independent")
    found = page.locator("a[href*='/recipes.html'][href$='#add-a-person-without-an-institution']")
    found.click()
    page.wait_for_url(re.compile("/recipes.html.*#add-a-person-without-an-institution"))
    page.close()
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []
