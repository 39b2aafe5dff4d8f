"""Titles with `A Workshop` behind a colon, titles of conferences, and days of no workshop."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.site_reader import read_site_edition
from proposal.reading.workshop_titles import read_title
from tests.importers.site.small_sites import (
    HEAD,
    HTML_HEAD,
    ORGANIZERS,
    html_with,
    organizers,
    page_with,
    site,
)

DAY = "<p>June 26, 2026, Lyon, France</p>"


@pytest.mark.parametrize(
    ("title", "name", "acronym"),
    [
        ("SampleLand: A Workshop", "SampleLand: A Workshop", "SampleLand"),
        ("Samples: A Workshop", "Samples: A Workshop", None),
        ("Samples: A Workshop on Tests", "Samples: A Workshop on Tests", None),
        ("WSP: A Workshop on Tests", "A Workshop on Tests", "WSP"),
    ],
)
def test_a_workshop_behind_a_colon_belongs_to_the_title(
    title: str, name: str, acronym: str | None
) -> None:
    assert (read_title(title).name, read_title(title).acronym) == (name, acronym)


def test_a_site_may_be_called_by_words_and_a_workshop(tmp_path: Path) -> None:
    head = f"<h1>Reading Samples Together: A Workshop</h1>{DAY}"
    draft = html_with(tmp_path, "<p>Placeholder sentence.</p>", head)
    assert draft.workshop["name"] == "Reading Samples Together: A Workshop"


def test_workshops_that_a_conference_lists_are_not_its_title(tmp_path: Path) -> None:
    page = (
        "<!DOCTYPE html><html lang='en'><head><title>Placeholder Conference 2026</title></head>"
        f"<body><h1>Placeholder Conference 2026</h1>{DAY}<h2>Workshops</h2><ul>"
        "<li>3rd Workshop on Inner Samples (WIS)</li><li>Workshop on Other Samples (WOS)</li></ul>"
        "</body></html>"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.html": page}), "2026")
    assert draft.workshop["name"] == "Placeholder Conference"


@pytest.mark.parametrize(
    "stamp", ["Generated on 2026-01-30", "Last updated: 30 January 2026", "Stand: 30.01.2026"]
)
def test_when_a_page_was_made_is_no_day_of_the_workshop(tmp_path: Path, stamp: str) -> None:
    text = f"# Third Workshop on Structured Proposals (WSP 2026)\n\n{stamp}\n"
    draft = read_site_edition(site(tmp_path / "site", {"README.md": text}), "2026")
    when = draft.edition["when"]
    assert isinstance(when, dict)
    assert when["date"] == "2026-12-31"
    assert any("do not say on which day" in said.message for said in draft.diagnostics)


@pytest.mark.parametrize(
    "news",
    [
        "[May 3, 2026] Our website is online.",
        "3 May 2026 – We have announced that the programme is available.",
    ],
)
def test_the_day_of_a_piece_of_news_is_no_day_of_the_workshop(tmp_path: Path, news: str) -> None:
    head = '---\ntitle: "Third Workshop on Structured Proposals (WSP 2026)"\n---\n'
    files = {"index.md": f"{head}{news}\n\n{ORGANIZERS}"}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert "05-03" not in str(draft.edition["when"])


@pytest.mark.parametrize("address", ["you@example.com", "contact@mail.example.org"])
def test_an_address_that_is_nobody_s_is_no_contact(tmp_path: Path, address: str) -> None:
    files = {"index.md": HEAD + ORGANIZERS, "_config.yml": f"email: {address}\n"}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert "contact" not in draft.edition


def test_an_updated_deadline_is_one(tmp_path: Path) -> None:
    draft = page_with(tmp_path, "# News\n\n# About\n\nUpdated submission deadline: 3 May 2026\n")
    dates = draft.edition["dates"]
    assert isinstance(dates, dict)
    assert dates["submission"] == {"date": "2026-05-03"}


@pytest.mark.parametrize("label", ["Submission of runs", "Run submission", "Runs due"])
def test_the_day_of_runs_is_not_that_of_papers(tmp_path: Path, label: str) -> None:
    text = f"# Important Dates\n\n- {label}: 10 January 2026\n- Notification: 1 March 2026\n"
    draft = page_with(tmp_path, text)
    assert draft.edition["dates"] == {"notification": {"date": "2026-03-01"}}
    assert any(label in said.message for said in draft.diagnostics)


def _with_countries(root: Path, heads: str, cells: str, title: str) -> Draft:
    table = f"<table><tr>{heads}</tr><tr>{cells}</tr></table>"
    return html_with(root, f"<h2>{title}</h2>{table}", HTML_HEAD)


@pytest.mark.parametrize("columns", [("Affiliation", "Country"), ("Country", "Affiliation")])
def test_a_column_of_countries_belongs_to_the_institution(
    tmp_path: Path, columns: tuple[str, str]
) -> None:
    said = {"Affiliation": "University of Testing", "Country": "France"}
    heads = "".join(f"<th>{head}</th>" for head in ("Name", *columns))
    cells = "".join(f"<td>{text}</td>" for text in ("Ann Author", *(said[one] for one in columns)))
    draft = _with_countries(tmp_path / "one", heads, cells, "Organizers")
    assert organizers(draft) == {"Ann Author": "University of Testing"}
    assert draft.people[0].affiliations[0]["country"] == "France"
    draft = _with_countries(tmp_path / "other", heads, cells, "Program Committee")
    assert draft.edition["committee"] == [
        {"name": "Ann Author", "affiliation": "University of Testing, France"}
    ]
