"""Exports of sites of WordPress (WXR), whose pages are read like those of other sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.bringing import written
from tests.importers.site.small_sites import hours, organizers

_EXPORT = """<?xml version="1.0" encoding="UTF-8" ?>
{front}<!-- This is a WordPress eXtended RSS file. -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Third Workshop on Structured Proposals (WSP 2026)</title>
<link>https://wsp.example.org/2026</link>
<wp:base_blog_url>https://wsp.example.org/2026</wp:base_blog_url>
{items}
</channel></rss>
"""
_ITEM = """<item><title><![CDATA[{title}]]></title><link>https://wsp.example.org/2026/{path}</link>
<content:encoded><![CDATA[{content}]]></content:encoded>
<wp:post_type>{kind}</wp:post_type><wp:status>{status}</wp:status></item>"""
_HOME = (
    "<!-- wp:paragraph -->\n<p>June 26, 2026, Lyon, France. Co-located with SIGIR 2026</p>\n"
    "<!-- /wp:paragraph -->"
)
_PEOPLE = (
    '[et_pb_section admin_label="section"][et_pb_text]\n<ul>\n<li>Ann Author, University of '
    "Testing</li>\n<li>Bob Builder, Sample Labs</li>\n</ul>\n[/et_pb_text][/et_pb_section]"
)
_PROGRAMME = (
    "June 26, 2026\n\n9:00 - 9:10 Opening\n9:10 - 10:00 Discussion\n\n10:00 - 10:30 Break\n"
)


def item(title: str, path: str, content: str, kind: str = "page", status: str = "publish") -> str:
    """A page or a post of an export."""
    return _ITEM.format(title=title, path=path, content=content, kind=kind, status=status)


def export_of(root: Path, *items: str, front: str = "") -> Path:
    """An export with some pages."""
    return written(root / "site" / "wsp.xml", _EXPORT.format(items="\n".join(items), front=front))


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export of a small site."""
    return export_of(
        tmp_path,
        item("Welcome", "", _HOME),
        item("Organizers", "people/", _PEOPLE),
        item("Programme", "programme/", _PROGRAMME),
        item("Committee", "pc/", "<ul><li>Cleo Coder</li></ul>", status="draft"),
        item("We are online", "news/", "<p>Placeholder news.</p>", kind="post"),
    )


def read(export: Path, *, is_folder: bool = False) -> Draft:
    """What is read of an export."""
    return read_site_edition(export.parent if is_folder else export, "2026")


@pytest.mark.parametrize("is_folder", [True, False])
def test_the_pages_of_an_export_are_read(export: Path, *, is_folder: bool) -> None:
    draft = read(export, is_folder=is_folder)
    assert draft.workshop["name"] == "Workshop on Structured Proposals"
    assert draft.venue["city"] == "Lyon"
    assert organizers(draft) == {
        "Ann Author": "University of Testing",
        "Bob Builder": "Sample Labs",
    }
    assert hours(draft) == [("09:00", "09:10"), ("09:10", "10:00"), ("10:00", "10:30")]


def test_posts_and_drafts_of_an_export_are_left_out_and_named(export: Path) -> None:
    draft = read(export)
    said = [diagnostic.message for diagnostic in draft.diagnostics]
    assert "committee" not in draft.edition
    assert "pages that are not published, or ask for a password, are left out: Committee" in said
    assert "posts are news, and what stands there is not read: We are online" in said


def test_a_page_with_a_password_is_left_out(tmp_path: Path) -> None:
    hidden = item("Committee", "pc/", _PEOPLE).replace(
        "</item>", "<wp:post_password>open</wp:post_password></item>"
    )
    draft = read(export_of(tmp_path, item("Welcome", "", _HOME), hidden))
    assert not organizers(draft)
    said = [diagnostic.message for diagnostic in draft.diagnostics]
    assert "pages that are not published, or ask for a password, are left out: Committee" in said


def test_lines_of_the_classic_editor_are_lines_beside_elements(tmp_path: Path) -> None:
    content = (
        '<p style="text-align: center;">June 26, 2026, Lyon, France</p>\n\n<h3>Dates</h3>\n'
        "<strong>Submission:</strong> May 7, 2026\n<strong>Notification:</strong> June 8, 2026\n"
        "Camera-ready: <b>June 12, 2026</b>\n\n<h3>Organizers</h3>\n"
        '<a href="https://example.org/a">Ann Author</a> (Uni A)\n'
        '<a href="https://example.org/b">Bob Builder</a> (Uni B)\n'
    )
    draft = read(export_of(tmp_path, item("Welcome", "", content)))
    dates = draft.edition["dates"]
    assert isinstance(dates, dict)
    assert {name: one["date"] for name, one in dates.items() if isinstance(one, dict)} == {
        "submission": "2026-05-07",
        "notification": "2026-06-08",
        "camera_ready": "2026-06-12",
    }
    assert list(organizers(draft)) == ["Ann Author", "Bob Builder"]


def test_messages_name_the_lines_of_an_export(tmp_path: Path) -> None:
    content = "<ul>\n<li>Ann Author, Sample Labs</li>\n<li>Placeholder 123 of nobody</li>\n</ul>"
    export = export_of(tmp_path, item("Welcome", "", _HOME), item("Organizers", "people/", content))
    lines = export.read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines, 1) if "Placeholder 123" in line)
    spans = [one.span for one in read(export).diagnostics if "nobody is understood" in one.message]
    assert [span.line for span in spans if span is not None] == [place]


def test_an_export_with_a_document_type_is_refused(tmp_path: Path) -> None:
    front = '<!DOCTYPE rss [<!ENTITY name "Ann Author">]>\n'
    with pytest.raises(ImportSourceError, match="a document type in its XML"):
        read(export_of(tmp_path, item("Welcome", "", _HOME), front=front))


def test_an_export_without_published_pages_is_refused(tmp_path: Path) -> None:
    export = export_of(tmp_path, item("Welcome", "", _HOME, status="draft"))
    with pytest.raises(ImportSourceError, match="holds no published pages; export all content"):
        read(export)


def test_an_export_that_breaks_off_is_refused(export: Path) -> None:
    text = export.read_text(encoding="utf-8")
    export.write_text(text[: len(text) // 2], encoding="utf-8")
    with pytest.raises(ImportSourceError, match="this is no XML"):
        read(export)


def test_several_exports_in_a_folder_are_refused(export: Path) -> None:
    written(export.with_name("older.xml"), export.read_text(encoding="utf-8"))
    with pytest.raises(ImportSourceError, match=r"older\.xml, wsp\.xml; give one of them"):
        read(export, is_folder=True)
