"""Built pages that are left over, hours and days that are misprinted, and addresses of lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.line_starts import start_of_heading
from proposal.importers.site.named_person import own_email
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import HEAD, ORGANIZERS, page_with, site

AIMS = "".join(
    f"Placeholder sentence number {word} on what this workshop is about.\n\n"
    for word in ("one", "two", "three", "four", "five", "six")
)
OLD = (
    "<html><head><title>Third Workshop on Structured Proposals (WSP 2026)</title></head><body>"
    "<h1>Third Workshop on Structured Proposals (WSP 2026)</h1><p>May 5, 2026, Lima, Peru</p>{}"
    "<h2>Organizers</h2><ul><li>Old Placeholder, Sample Labs</li></ul></body></html>"
)


def jekyll_with(root: Path, built: str) -> Draft:
    """What is read of a Jekyll site with built pages beside its sources."""
    files = {
        "_config.yml": "title: WSP\n",
        "index.md": HEAD + AIMS + ORGANIZERS,
        "_site/index.html": built,
    }
    return read_site_edition(site(root / "site", files), "2026")


def test_built_pages_of_other_sources_are_not_read(tmp_path: Path) -> None:
    draft = jekyll_with(tmp_path, OLD.format(""))
    assert draft.venue["city"] == "Lyon"
    assert [one.message for one in draft.diagnostics if one.code == "left-out"] == [
        "the built pages in _site are of another state of these sources, and not read"
    ]


def test_built_pages_of_the_same_sources_are_read(tmp_path: Path) -> None:
    texts = f"Placeholder sentence about the aims. {AIMS} Ann Author, University of Testing"
    draft = jekyll_with(tmp_path, OLD.format(f"<p>{texts}</p>"))
    assert draft.venue["city"] == "Lima"


def test_a_row_that_is_in_order_twelve_hours_earlier_is_of_the_morning(tmp_path: Path) -> None:
    body = (
        "# Schedule\n\n9:45--10:15AM: **Coffee break**\n\n10:15--10:45PM: **Panel discussion**\n\n"
        "10:45--11:15AM: **Poster session**\n\n2:00--3:00PM: **Closing remarks**\n"
    )
    draft = page_with(tmp_path, ORGANIZERS + body)
    assert [(slot["start"], slot["end"]) for slot in draft.program] == [
        ("09:45", "10:15"),
        ("10:15", "10:45"),
        ("10:45", "11:15"),
        ("14:00", "15:00"),
    ]
    assert draft.program[1]["tentative"] is True
    assert any("ends at 22:45 on the page" in one.message for one in draft.diagnostics)


def test_a_day_of_the_edition_goes_before_one_of_another_year(tmp_path: Path) -> None:
    head = HEAD.replace("June 26, 2026<br>", "")
    body = (
        "# Important Dates\n\nWorkshop: Friday, June 26, 2025\n\n# Schedule\n\nOn June 26, 2026\n"
    )
    files = {"index.md": head + ORGANIZERS + body}
    when = read_site_edition(site(tmp_path / "site", files), "2026").edition["when"]
    assert isinstance(when, dict)
    assert when["date"] == "2026-06-26"


def test_the_address_of_a_list_is_that_of_the_workshop_and_of_nobody(tmp_path: Path) -> None:
    body = (
        "# Organizers\n\n* Ann Author, University of Testing\n* Bob Builder, Sample Labs\n\n"
        "Should you have any questions, please reach out to us via email:<br>\n"
        "[wsp2026@googlegroups.com](mailto:wsp2026@googlegroups.com)\n"
    )
    draft = page_with(tmp_path, body)
    assert draft.edition["contact"] == "wsp2026@googlegroups.com"
    assert [person.email for person in draft.people] == [None, None]


def test_lines_below_the_title_of_a_session_are_said_to_be_unread(tmp_path: Path) -> None:
    body = (
        "# Schedule\n\n9:00 - 10:00: **Contributed talks**\n* Sorting the Names of Sample Texts\n"
        "* On the Use of Placeholders in Tests\n\n10:00 - 10:30: Break\n"
    )
    messages = [one.message for one in page_with(tmp_path, ORGANIZERS + body).diagnostics]
    assert any("nothing is read of 2 lines below “Contributed talks”" in one for one in messages)


def test_an_abstract_is_no_paragraph_on_submissions(tmp_path: Path) -> None:
    head = HEAD.replace("Placeholder sentence about the aims.\n", "")
    rules = "Please use the placeholder style file for all papers that are submitted to it. " * 3
    aims = "Sample texts are everywhere, and this workshop is about how they are sorted. " * 3
    files = {"index.md": f"{head}# Call for Papers\n\n{rules}\n\n{aims}\n\n{ORGANIZERS}"}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert " ".join(str(draft.edition["abstract"]).split()) == aims.strip()


@pytest.mark.parametrize("address", ["ann@list.lu", "ann@groups.org", "ann@sub.list.lu"])
def test_an_institution_that_is_called_like_a_list_has_people_with_addresses(address: str) -> None:
    assert own_email(f"mailto:{address}") == address
    assert own_email("mailto:wsp@lists.example.org") == ""


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("II. Ann Author: On Samples", "Ann Author"),
        ("I. Ann Author: On Samples", "Ann Author"),
        ("V. Lakshmi Author: On Samples", "V. Lakshmi Author"),
    ],
)
def test_an_initial_of_a_speaker_is_no_number_of_a_talk(heading: str, name: str) -> None:
    start = start_of_heading(heading)
    assert start is not None
    assert start.name == name


def test_a_layout_may_quote_the_page_in_its_head(tmp_path: Path) -> None:
    layout = (
        '<html><head><meta content="{{ content | strip_html | truncatewords: 20 }}"></head>'
        "<body><div><p>{{ content | number_of_words }}</p>{{ content }}</div>"
        "{% for person in site.data.people %}<p>{{ person.name }}</p>{% endfor %}</body></html>"
    )
    files = {
        "_config.yml": "title: WSP 2026\n",
        "_layouts/default.html": layout,
        "_data/people.yml": "- name: Cleo Coder\n",
        "index.md": HEAD.replace("title:", "layout: default\ntitle:", 1) + ORGANIZERS,
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert "Ann Author" in [person.name for person in draft.people]


@pytest.mark.parametrize("subtitle", ["WSP 2022 Proceedings", "2022 WSP Tutorial on Samples"])
def test_a_page_of_another_edition_by_what_stands_below_its_title_is_set_aside(
    tmp_path: Path, subtitle: str
) -> None:
    page = f"---\ntitle: Schedule\nsubtitle: {subtitle}\n---\n# Talk: 8:00-8:55\n\nOn Old Samples\n"
    files = {"index.md": HEAD + ORGANIZERS, "schedule.md": page}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert not draft.program
    assert any("it is of 2022, and set aside" in one.message for one in draft.diagnostics)


def test_a_page_that_is_a_template_by_its_name_is_set_aside(tmp_path: Path) -> None:
    files = {
        "index.html": OLD.format(""),
        "papers-template.html": "<h1>Accepted papers</h1><p><b>On Samples</b><br>Ann Author</p>",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert not draft.papers
    assert any("papers-template.html" in one.message for one in draft.diagnostics)


@pytest.mark.parametrize("address", ["../wsp-26/call.html", "/wsp-26/call.html"])
def test_a_page_may_be_linked_by_the_name_of_the_folder_of_the_site(
    tmp_path: Path, address: str
) -> None:
    links = f'<a href="{address}">Call</a><a href="program.html">Program</a>'
    files = {
        "index.html": OLD.format(links),
        "program.html": "<h1>Program</h1>",
        "call.html": "<h1>Call</h1><h2>Important Dates</h2><p>Submission: March 3, 2026</p>",
    }
    draft = read_site_edition(site(tmp_path / "wsp-26", files), "2026")
    assert draft.edition["dates"] == {"submission": {"date": "2026-03-03"}}
