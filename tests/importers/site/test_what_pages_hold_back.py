"""What pages hold back, volumes beside papers, and events that last several days."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.site.name_likeness import person_name
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import (
    HEAD,
    HTML_HEAD,
    ORGANIZERS,
    html_with,
    organizers,
    page_with,
    papers,
    site,
)


def test_a_page_that_is_not_active_is_not_on_the_site(tmp_path: Path) -> None:
    files = {
        "index.md": HEAD + ORGANIZERS,
        "team.md": "---\ntitle: Organizers\nactive: false\n---\n\n* Dan Demo, Sample Institute\n",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert set(organizers(draft)) == {"Ann Author"}


def test_volumes_of_earlier_years_are_no_papers(tmp_path: Path) -> None:
    text = (
        f"{ORGANIZERS}# Publications\n\n"
        "* **Proceedings of the Second Meeting on Samples**. Bob Builder, Carol Creator.\n"
        "* **Papers from the Panels of the First Meeting: Volume 2**. Dan Doe, Eve Example.\n"
    )
    draft = page_with(tmp_path, text)
    assert papers(draft) == {}
    assert [one.code for one in draft.diagnostics if "are volumes" in one.message] == [
        "not-a-paper"
    ]


def test_the_last_day_of_an_event_is_said(tmp_path: Path) -> None:
    head = HTML_HEAD.replace("June 26, 2026", "Friday, June 26, to Sunday, June 28, 2026")
    draft = html_with(tmp_path, "<h2>Organizers</h2><ul><li>Ann Author</li></ul>", head)
    when = draft.edition["when"]
    assert isinstance(when, dict)
    assert when["date"] == "2026-06-26"
    said = [one.message for one in draft.diagnostics if "2026-06-28" in one.message]
    assert said == ["whether the workshop lasts from 2026-06-26 to 2026-06-28 is not clear"]


def test_rows_of_data_are_of_the_day_that_they_name(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{day: '{day}', time: '{hours}', title: '{title}'}}\n"
        for day, hours, title in (
            ("June 26, 2026", "09:00 - 10:00", "Opening"),
            ("June 26, 2026", "10:00 - 11:00", "Coffee Break"),
            ("June 27, 2026", "09:00 - 10:00", "Panel Discussion"),
            ("June 27, 2026", "10:00 - 11:00", "Closing"),
        )
    )
    page = f"---\ntitle: Programme\nprogram:\n{rows}---\n"
    files = {"index.md": HEAD + ORGANIZERS, "programme.md": page}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    kinds = [(slot["day"], slot["start"], slot["kind"]) for slot in draft.program]
    assert kinds == [
        (1, "09:00", "opening"),
        (1, "10:00", "break"),
        (2, "09:00", "panel"),
        (2, "10:00", "closing"),
    ]


def test_a_paragraph_in_large_type_is_no_heading(tmp_path: Path) -> None:
    prose = "The workshop is about placeholders and the sentences in which they stand. " * 4
    body = f"<h2>{prose}</h2><h2>Organizers</h2><ul><li>Ann Author</li></ul>"
    assert str(html_with(tmp_path, body).edition["abstract"]).startswith("The workshop is about")


def test_posts_of_the_year_are_said_to_be_unread(tmp_path: Path) -> None:
    post = "---\ntitle: Agenda\n---\n09:00 - 10:00: Opening\n"
    files = {
        "_config.yml": "title: WSP\n",
        "index.md": HEAD + ORGANIZERS,
        "_posts/2026-02-17-agenda.md": post,
        "_posts/2020-04-01-welcome.md": post,
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert draft.program == []
    assert [one.message for one in draft.diagnostics if "posts are news" in one.message] == [
        "posts are news, and what stands there is not read: _posts/2026-02-17-agenda.md"
    ]


def test_people_below_a_heading_that_says_nothing_are_said(tmp_path: Path) -> None:
    text = (
        f"{ORGANIZERS}# Our Friends\n\n* Bob Builder, Example University\n"
        "* Carol Creator, Example University\n* Dan Doe (Sample Institute)\n"
    )
    draft = page_with(tmp_path, text)
    assert set(organizers(draft)) == {"Ann Author"}
    assert [one.message for one in draft.diagnostics if "Our Friends" in one.message] == [
        "what the 3 people below “Our Friends” do is not understood"
    ]


def test_what_a_page_includes_and_the_folder_lacks_is_reported(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: WSP\n",
        "index.md": HEAD + ORGANIZERS + "{% include dates.html %}\n{% include navbar.html %}\n",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    said = [one.message for one in draft.diagnostics if "what pages include" in one.message]
    assert said == ["what pages include is not in this folder, and so is not read: dates.html"]


@pytest.mark.parametrize("text", ["", "<p>Enable JavaScript to see this page.</p>"])
def test_the_frame_of_a_page_that_a_program_fills_is_refused(tmp_path: Path, text: str) -> None:
    page = (
        "<html><head><title>Workshop on Structured Proposals (WSP 2026)</title></head><body>"
        f'<div id="content"></div>{text}<script src="application.js"></script></body></html>'
    )
    with pytest.raises(ImportSourceError, match="a program fills them in the browser; save"):
        read_site_edition(site(tmp_path / "site", {"index.html": page}), "2026")


def test_the_sources_of_a_site_may_stand_in_the_folder_docs(tmp_path: Path) -> None:
    files = {
        "README.md": "# Placeholder\n",
        "docs/_config.yml": "title: WSP\ncollections: {organizers: {output: false}}\n",
        "docs/_layouts/people.html": (
            "<h1>{{ page.title }}</h1><ul>{% for one in site.organizers %}"
            "<li>{{ one.name }}, {{ one.affil }}</li>{% endfor %}</ul>"
        ),
        "docs/_organizers/1.md": "---\nname: Ann Author\naffil: Sample Labs\n---\n",
        "docs/people.md": "---\nlayout: people\ntitle: Organizers\n---\n",
        "docs/index.md": HEAD,
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert organizers(draft) == {"Ann Author": "Sample Labs"}


def test_a_school_in_capitals_with_its_city_is_nobody() -> None:
    assert person_name("HEC Montréal") == ""
