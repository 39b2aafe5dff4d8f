"""Programmes of several days, papers below their authors, and pages without optional tags."""

from __future__ import annotations

from pathlib import Path

from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import (
    ORGANIZERS,
    codes,
    html_with,
    organizers,
    page_with,
    papers,
)

TWO_DAYS = """# Programme

## Friday, June 26, 2026

- 09:00 - 09:15: Opening
- 10:00 - 10:30: Coffee Break
- 20:00: Workshop Dinner

## Saturday, June 27, 2026

- 09:00 - 10:00: Panel Discussion
- 10:00 - 10:15: Closing
"""


def test_every_day_of_a_programme_has_its_hours(tmp_path: Path) -> None:
    draft = page_with(tmp_path, ORGANIZERS + TWO_DAYS)
    assert draft.edition["when"] == [
        {"date": "2026-06-26", "start": "09:00", "end": "20:30"},
        {"date": "2026-06-27", "start": "09:00", "end": "10:15"},
    ]
    rows = [(slot["day"], slot["start"]) for slot in draft.program]
    assert rows == [(1, "09:00"), (1, "10:00"), (1, "20:00"), (2, "09:00"), (2, "10:00")]


def test_of_days_without_dates_the_first_is_read_and_the_others_are_reported(
    tmp_path: Path,
) -> None:
    text = TWO_DAYS.replace("Friday, June 26, 2026", "Day 1").replace(
        "Saturday, June 27, 2026", "Day 2"
    )
    draft = page_with(tmp_path, ORGANIZERS + text)
    assert [slot["start"] for slot in draft.program] == ["09:00", "10:00", "20:00"]
    assert "not-understood" in codes(draft)


def test_papers_whose_titles_stand_below_their_authors_are_read(tmp_path: Path) -> None:
    table = """# Programme

| Time | |
| --- | --- |
| 09:00 - 09:10 | Introduction & Opening Remarks<br/>Ann Author, Bob Builder |
| 09:10 - 09:30 | Ann Author and Bob Builder.<br/>**Engineering Samples: A Position** |
| 09:30 - 10:00 | Carol Creator.<br/>**What Samples Are For** |
"""
    draft = page_with(tmp_path, ORGANIZERS + table)
    assert papers(draft) == {
        "Engineering Samples: A Position": ["Ann Author", "Bob Builder"],
        "What Samples Are For": ["Carol Creator"],
    }
    assert [slot.get("kind") for slot in draft.program] == ["opening", "papers", "papers"]


def test_what_stands_above_a_list_of_papers_is_no_paper(tmp_path: Path) -> None:
    text = (
        "# Accepted Papers\n\n## Spotlight Talks\n\n"
        '- "Small Samples". Ann Author.\n- "Large Samples: A Study". Bob Builder.\n\n'
        "## Posters\n\n- **More Samples**<br>University of Testing, and Example University\n"
    )
    assert papers(page_with(tmp_path, ORGANIZERS + text)) == {
        "Small Samples": ["Ann Author"],
        "Large Samples: A Study": ["Bob Builder"],
        "More Samples": ["To be announced"],
    }


def test_a_page_without_the_ends_of_its_head_and_paragraphs_is_read(tmp_path: Path) -> None:
    draft = html_with(
        tmp_path, "<h2>Organizers</h2><p>Ann Author<h4>Contact</h4><p>by <a href=x>mail</a>"
    )
    assert list(organizers(draft)) == ["Ann Author"]


def test_a_body_follows_a_head_that_does_not_end(tmp_path: Path) -> None:
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>WSP 2026</title><body>'
        "<h1>Third Workshop on Structured Proposals (WSP 2026)</h1>"
        "<h2>Organizers</h2><p>Ann Author"
    )
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert list(organizers(read_site_edition(tmp_path, "2026"))) == ["Ann Author"]
