"""What an archive takes of a website, and where its links lead: on pages made for it."""

from __future__ import annotations

import hashlib
import re
import subprocess
from pathlib import Path

import pytest

from proposal.archiving.page_addresses import Use, changed_page, changed_style
from proposal.archiving.safe_names import safe_names
from proposal.archiving.site_archive import archived_pages, with_contents
from proposal.render.rendered_files import DIGEST_PLACE, with_digest

HOME = "https://example.org/wsp/"

SITE = {
    "index.html": "<a href='2026/'>2026</a>",
    "2024/index.html": "old",
    "news/index.html": "news",
    "news/feed.xml": "feed",
    "files/map & way.pdf": "map",
    "files/unused.pdf": "unused",
    "assets/site.css": '@import "more.css"; a { background: url(fonts/one.woff2?v=2) } '
    "b { background: url('data:image/png;base64,AAAA') }",
    "assets/more.css": 'c { background: url( "../files/ground.png" ) }',
    "assets/fonts/one.woff2": "font",
    "assets/site.js": "script",
    "assets/unused.js": "unused",
    "files/ground.png": "ground",
    "2026/people/con.webp": "portrait",
    "2026/con.jpg": "con",
    "2026/card.png": "card",
    "2026/faq/index.html": '<a href="..">Edition</a> <a href="../#dates">Dates</a> '
    '<img src="../people/con.webp" alt="">',
    "2026/schedule.ics": "calendar",
}


def archived(page: str, home: str | None = HOME, **more: str) -> tuple[str, dict[str, bytes]]:
    """The edition's page as an archive has it, and all files of the archive."""
    site = {**SITE, "2026/index.html": page, **more}
    made = archived_pages({name: text.encode() for name, text in site.items()}, "2026", home)
    assert made.start == "2026/index.html"
    return made.files[made.start].decode(), made.files


@pytest.mark.parametrize(
    ("written", "changed"),
    [
        ('<a href="faq/">', '<a href="faq/index.html">'),
        ('<a href="faq">', '<a href="faq/index.html">'),
        ("<a href='faq/#a&amp;b'>", '<a href="faq/index.html#a&amp;b">'),
        ("<a class=x href=faq/>", '<a class=x href="faq/index.html">'),
        ('<a href="./">', '<a href="index.html">'),
        ('<a href="../2026/">', '<a href="index.html">'),
        ('<a href="../2026/#dates">', '<a href="#dates">'),
        ('<a href="#dates">', '<a href="#dates">'),
        ('<a href="?day=2">', '<a href="?day=2">'),
        ('<a href="schedule.ics">', '<a href="schedule.ics">'),
        ('<a href="../files/map%20&amp;%20way.pdf">', '<a href="../files/map%20&amp;%20way.pdf">'),
        ('<a href="/wsp/2026/faq/">', '<a href="faq/index.html">'),
        ('<a href="https://example.org/wsp/2026/faq/#b">', '<a href="faq/index.html#b">'),
        ('<a href="../">', '<a href="https://example.org/wsp/">'),
        ('<a href="../2024/#a">', '<a href="https://example.org/wsp/2024/#a">'),
        ('<a href="../news/feed.xml">', '<a href="https://example.org/wsp/news/feed.xml">'),
        ('<a href="gone/">', '<a href="https://example.org/wsp/2026/gone/">'),
        ('<a href="/other/">', '<a href="https://example.org/other/">'),
        ('<a href="../../other/">', '<a href="https://example.org/other/">'),
        ('<a href="https://elsewhere.org/2026/">', '<a href="https://elsewhere.org/2026/">'),
        ('<a href="https://example.org/wsp/form">', '<a href="https://example.org/wsp/form">'),
        ('<a href="mailto:a@example.org">', '<a href="mailto:a@example.org">'),
        ('<a href="https://[broken">', '<a href="https://[broken">'),
        ('<a title="href=\'faq/\'" href="x:y">', '<a title="href=\'faq/\'" href="x:y">'),
        (
            f'<link rel="canonical" href="{HOME}2026/">',
            f'<link rel="canonical" href="{HOME}2026/">',
        ),
        (
            f'<meta property="og:image" content="{HOME}2026/card.png">',
            f'<meta property="og:image" content="{HOME}2026/card.png">',
        ),
        ('<meta property="og:image" content="card.png">',) * 2,
        (
            '<img srcset="con.jpg 640w, card.png 1280w">',
            '<img srcset="con-.jpg 640w, card.png 1280w">',
        ),
        (
            '<p style="background: url(con.jpg)">',
            '<p style="background: url(&quot;con-.jpg&quot;)">',
        ),
        ("<script>x = '<a href=\"faq/\">'</script>",) * 2,
        ("<!-- <a href='faq/'> -->",) * 2,
        ("a < b & c <a href='faq/'>ü</a>", 'a < b & c <a href="faq/index.html">ü</a>'),
    ],
)
def test_links_lead_within_the_archive_or_to_the_web(written: str, changed: str) -> None:
    page, _ = archived(f"<p>Ünïcode\n😀 {written}\n</p>\n")
    assert page == f"<p>Ünïcode\n😀 {changed}\n</p>\n"


def test_without_an_address_links_out_of_the_archive_lead_to_its_cover() -> None:
    page, _ = archived(
        '<a href="../">1</a><a href="../2024/#a">2</a><a href="/x/">3</a>', home=None
    )
    assert page == "".join(
        f'<a href="../index.html#elsewhere">{number}</a>' for number in (1, 2, 3)
    )


def test_what_pages_show_is_taken_and_nothing_else() -> None:
    head = (
        '<link rel="stylesheet" href="../assets/site.css">'
        '<link rel="alternate" type="application/atom+xml" href="../news/feed.xml">'
        '<script src="../assets/site.js"></script>'
    )
    page, files = archived(f'{head}<a href="../files/map%20%26%20way.pdf">Map</a>')
    assert set(files) == {
        *("assets/site.css", "assets/more.css", "assets/fonts/one.woff2", "assets/site.js"),
        *("files/ground.png", "files/map & way.pdf", "2026/index.html", "2026/card.png"),
        *("2026/people/con-.webp", "2026/con-.jpg", "2026/faq/index.html", "2026/schedule.ics"),
    }
    assert f'href="{HOME}news/feed.xml"' in page
    faq = files["2026/faq/index.html"].decode()
    assert faq == (
        '<a href="../index.html">Edition</a> <a href="../index.html#dates">Dates</a> '
        '<img src="../people/con-.webp" alt="">'
    )
    style = files["assets/site.css"].decode()
    assert style.startswith('@import "more.css"; a { background: url(fonts/one.woff2?v=2) }')
    assert "data:image/png;base64,AAAA" in style


def test_a_changed_page_has_the_digest_of_what_it_says() -> None:
    meta = f'<meta name="data-digest" content="{DIGEST_PLACE}">'
    page, _ = archived(with_digest(f'{meta}<a href="faq/">FAQ</a>'))
    found = re.search(r'content="([0-9a-f]{20})"', page)
    assert found is not None
    assert with_digest(page.replace(found[1], DIGEST_PLACE)) == page


def test_parts_of_a_page_differ_from_its_links() -> None:
    uses: dict[str, Use] = {}

    def note(address: str, use: Use) -> str:
        uses[address] = use
        return address

    text = (
        '<a href=a><area href=b><link rel="shortcut icon" href=c><link rel=next href=d>'
        '<img src=e srcset="f 1x,g 2x"><video poster=h src=i></video><object data=j></object>'
        '<svg><use href="#k"/><image xlink:href=l /></svg><form action=m></form>'
        '<meta name="twitter:image" content=n><meta name=description content=o><input value=p>'
    )
    assert changed_page(text, note) == text
    assert {name for name, use in uses.items() if use is Use.LINK} == set("abdm")
    assert {name for name, use in uses.items() if use is Use.PART} == {*"cefghijln", "#k"}
    assert changed_style("a{b:url(q)}", note) == "a{b:url(q)}"


def test_names_are_ones_that_every_system_takes() -> None:
    names = safe_names(
        [
            "A.pdf",
            "a.pdf",
            "aux",
            "b/COM1.txt",
            "b/what?.txt",
            "c. /d.",
            "e\u0301.txt",
            "é.txt",
            ".x",
        ]
    )
    assert names == {
        "A.pdf": "A.pdf",
        "a.pdf": "a-2.pdf",
        "aux": "aux-",
        "b/COM1.txt": "b/COM1-.txt",
        "b/what?.txt": "b/what-.txt",
        "c. /d.": "c-/d-",
        "e\u0301.txt": "é.txt",
        "é.txt": "é-2.txt",
        ".x": ".x",
    }


def test_the_list_of_contents_is_one_that_sha256sum_checks(tmp_path: Path) -> None:
    files = with_contents({"a b.txt": b"1", "ü/c.txt": b"2"})
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert files["contents.sha256"].decode().splitlines() == [
        f"{hashlib.sha256(b'1').hexdigest()}  a b.txt",
        f"{hashlib.sha256(b'2').hexdigest()}  ü/c.txt",
    ]
    checked = subprocess.run(["sha256sum", "-c", "contents.sha256"], cwd=tmp_path, check=False)
    assert checked.returncode == 0
