"""The home page: the series', or the edition itself where there is no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proposal.render.site.moved_page import at_root
from tests.workspace import Workspace

BLOCK = "^{}:\n(?:  .*\n)+"
"""A key of a file with all that stands below it."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website of a workshop that takes place for the first time."""
    workspace = Workspace.of_careful_engines(tmp_path_factory.mktemp("one") / "workshop")
    for file, key in (("workshop.yaml", "earlier"), ("editions/2027/edition.yaml", "documents")):
        place = workspace.data / file
        text = place.read_text(encoding="utf-8")
        shorter = re.sub(BLOCK.format(key), "", text, flags=re.MULTILINE)
        place.write_text(shorter, encoding="utf-8")
    workspace.append("editions/2027/overview.md", OVERVIEW)
    finished = workspace.run("build", "--only", "site")
    assert finished.code == 0, finished.output + finished.errors
    return workspace.root / "build/site"


OVERVIEW = """
# Who *should* come

Everybody.

## Beginners

Welcome, too.

# Who should come

Again.
"""


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_the_only_edition_is_the_home_page_and_keeps_its_own_address(site: Path) -> None:
    home, page = text_of(site / "index.html"), text_of(site / "2027/index.html")
    for text in (home, page):
        assert '<link rel="canonical" href="https://example.org/wce/2027/">' in text
        assert "<h1>Second Workshop on Very Careful Engines</h1>" in text
    assert "<loc>https://example.org/wce/</loc>" not in text_of(site / "sitemap.xml")


def test_every_address_of_that_home_page_leads_to_a_file(site: Path) -> None:
    home = text_of(site / "index.html")
    found = re.findall(r'\s(?:href|src)="(?![a-z]+:|#)([^"#]*)', home)
    found += [
        part.split()[0] for part in ", ".join(re.findall(r'srcset="([^"]*)"', home)).split(", ")
    ]
    assert len(found) > 20
    missing = [name for name in found if not (site / name).exists()]
    assert missing == []


def test_its_menu_stays_on_the_page(site: Path) -> None:
    home = text_of(site / "index.html")
    menu = home[home.index("<nav") : home.index("</nav>")]
    assert '<a href="#schedule">' in menu
    assert '<a href="2027/call-for-papers/">' in menu


def test_nothing_leads_to_a_list_of_one_edition(site: Path) -> None:
    assert not (site / "editions").exists()
    for page in site.rglob("*.html"):
        assert "editions/" not in text_of(page), page


def test_headings_of_the_introduction_are_sections_with_a_place_in_the_menu(site: Path) -> None:
    page = text_of(site / "2027/index.html")
    assert (
        '<section id="about-who-should-come" class="wide">\n<h2>Who <em>should</em> come</h2>'
        in page
    )
    assert '<section id="about-who-should-come-2" class="wide">\n<h2>Who should come</h2>' in page
    assert "<h3>Beginners</h3>" in page
    call = text_of(site / "2027/call-for-papers/index.html")
    assert '<a href="../../2027/#about-who-should-come">Who should come</a>' in call


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        ('<a href="schedule.ics">', '<a href="2027/schedule.ics">'),
        ('<a href="../assets/a.svg">', '<a href="assets/a.svg">'),
        ('<a href="../2027/#dates">', '<a href="#dates">'),
        ('<a href="#dates">', '<a href="#dates">'),
        ('<a href="../2027/">', '<a href="./">'),
        ('<a href="../">', '<a href="./">'),
        ('<a href="call/?a=1&amp;b=2#c">', '<a href="2027/call/?a=1&amp;b=2#c">'),
        ('<a href="https://example.org/a">', '<a href="https://example.org/a">'),
        ('<a href="//example.org/a">', '<a href="//example.org/a">'),
        ('<a href="mailto:a@example.org">', '<a href="mailto:a@example.org">'),
        ('<img srcset="a.webp 1w, b.webp 2w">', '<img srcset="2027/a.webp 1w, 2027/b.webp 2w">'),
        (
            '<meta property="og:image" content="../2027/card.png">',
            '<meta property="og:image" content="2027/card.png">',
        ),
        ('<meta name="description" content="../b">', '<meta name="description" content="../b">'),
        ('<p>href=&#34;a&#34; src="b"</p>', '<p>href=&#34;a&#34; src="b"</p>'),
    ],
)
def test_addresses_are_those_from_the_root(written: str, moved: str) -> None:
    assert at_root(written, "2027/") == moved
