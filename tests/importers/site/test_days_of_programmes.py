"""Programmes of several days, papers below their authors, and pages without optional tags."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import (
    HEAD,
    ORGANIZERS,
    hours,
    html_with,
    organizers,
    page_with,
    papers,
    site,
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


def days_called(root: Path, stretch: str, first: str, second: str) -> Draft:
    """What is read of a programme whose two days stand below heads without dates."""
    head = HEAD.replace("June 26, 2026", stretch)
    text = TWO_DAYS.replace("Friday, June 26, 2026", first)
    text = text.replace("Saturday, June 27, 2026", second)
    files = {"index.md": head + ORGANIZERS + text}
    return read_site_edition(site(root / "site", files), "2026")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Day 1", "Day 2"),
        ("Day One: Foundations", "Day Two: Practice"),
        ("First day", "Second day"),
        ("Friday", "Saturday"),
        ("Fri", "Sat"),
        ("Freitag", "Samstag"),
        ("1. Tag", "2. Tag"),
        ("Journée 1", "Journée 2"),
    ],
)
def test_days_without_dates_are_those_of_the_event(tmp_path: Path, first: str, second: str) -> None:
    draft = days_called(tmp_path, "June 26–27, 2026", first, second)
    assert draft.edition["when"] == [
        {"date": "2026-06-26", "start": "09:00", "end": "20:30"},
        {"date": "2026-06-27", "start": "09:00", "end": "10:15"},
    ]
    assert [slot["day"] for slot in draft.program] == [1, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("stretch", "first", "second"),
    [
        ("June 26, 2026", "Day 1", "Day 2"),
        ("June 26–28, 2026", "Day 1", "Day 2"),  # on which of three days?
        ("June 26, 2026", "Freitag", "Samstag"),
    ],
)
def test_of_days_whose_dates_nobody_knows_the_first_is_read_and_the_others_are_reported(
    tmp_path: Path, stretch: str, first: str, second: str
) -> None:
    draft = days_called(tmp_path, stretch, first, second)
    assert [slot["start"] for slot in draft.program] == ["09:00", "10:00", "20:00"]
    said = [one.message for one in draft.diagnostics if "no date" in one.message]
    assert said == [f"the pages give “{second}” no date, so its 2 rows are left out"]


def test_days_with_dates_are_read_beside_one_that_has_none(tmp_path: Path) -> None:
    text = TWO_DAYS.replace(
        "## Friday", "## Overview\n\n- 09:00 - 12:00: Talks\n- 12:00 - 13:00: Lunch\n\n## Friday"
    )
    draft = page_with(tmp_path, ORGANIZERS + text)
    assert [slot["day"] for slot in draft.program] == [1, 1, 1, 2, 2]
    assert [one.message for one in draft.diagnostics if "no date" in one.message] == [
        "the pages give “Talks” no date, so its 2 rows are left out"
    ]


def test_a_programme_without_hours_is_reported(tmp_path: Path) -> None:
    text = "# Programme\n\n## Monday\n\n* Samples\n* Tests\n\n## Tuesday\n\n* More samples\n"
    draft = page_with(tmp_path, ORGANIZERS + text)
    assert draft.program == []
    said = [one.message for one in draft.diagnostics if "gives no hours" in one.message]
    assert said == ["“Monday” gives no hours, so nothing is read of its 2 lines"]


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


def test_the_head_of_an_afternoon_is_no_part_of_the_morning(tmp_path: Path) -> None:
    body = (
        "# Schedule\n\n**Friday, June 26 (Morning)**\n\n"
        "Invited Talks: Samples (Chair: Cleo Coder)\n\n"
        "9:00 - 10:00 Bob Builder (University of Testing)\n\n"
        "**Friday, June 26 (Afternoon)**\n\nInvited Talks: Tests (Chair: Dan Doe)\n\n"
        "1:30 - 2:30 Eve Example (University of Testing)\n"
    )
    talks = "# Speakers\n\n* Bob Builder, Sample Labs\n* Eve Example, Sample Labs\n\n"
    draft = page_with(tmp_path, ORGANIZERS + talks + body)
    assert [(slot["start"], "chair" in slot) for slot in draft.program] == [
        ("09:00", False),
        ("13:30", False),
    ]
    edition: dict[str, Any] = draft.edition
    assert all("title" not in speaker for speaker in edition["speakers"])
    said = [one.message for one in draft.diagnostics if "beside the rows" in one.message]
    heads = "“Invited Talks: Samples (Chair: Cleo Coder)”, “Invited Talks: Tests (Chair: Dan Doe)”"
    assert said == [f"what stands beside the rows of the programme is left out: {heads}"]


def test_the_heading_of_a_session_is_no_part_of_the_row_above_it(tmp_path: Path) -> None:
    rows = (
        "<div>9:00 - 9:10</div><h4>Opening Remarks</h4>"
        "<h4>Session I: On Samples</h4>"
        "<div>9:10 - 10:00</div><h4>Sorting Tests in Small Steps</h4>"
    )
    draft = html_with(tmp_path, f"<h2>Schedule</h2>{rows}")
    assert [slot.get("title") for slot in draft.program] == [
        None,
        "Sorting Tests in Small Steps",
    ]
    assert any("Session I: On Samples" in one.message for one in draft.diagnostics)


_ROWS = (
    "<table><tr><td>{0}:00 - {0}:15</td><td>Welcome</td></tr>"
    "<tr><td>{0}:15 - {1}:00</td><td>Panel</td></tr></table>"
)


def test_a_long_line_that_begins_with_a_weekday_begins_a_day(tmp_path: Path) -> None:
    body = (
        "<h2>Program</h2><div>Friday, June 26th 2026, Sample University of Testing</div>"
        f"{_ROWS.format(13, 14)}<div>Saturday, June 27th 2026, Sea</div>{_ROWS.format(10, 11)}"
    )
    assert html_with(tmp_path, body).edition["when"] == [
        {"date": "2026-06-26", "start": "13:00", "end": "14:00"},
        {"date": "2026-06-27", "start": "10:00", "end": "11:00"},
    ]


def test_rows_of_the_only_day_with_a_date_stay_on_that_day(tmp_path: Path) -> None:
    body = (
        "<h2>Program</h2><div>On our first day we meet at the Sample University of Testing</div>"
        f"{_ROWS.format(13, 14)}<div>Saturday, June 27th 2026, Sea</div>{_ROWS.format(10, 11)}"
    )
    draft = html_with(tmp_path, body)
    assert draft.edition["when"] == [{"date": "2026-06-27", "start": "10:00", "end": "11:00"}]
    assert [slot["start"] for slot in draft.program] == ["10:00", "10:15"]
    assert any("“Welcome” no date" in one.message for one in draft.diagnostics)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Friday, 26th", "Saturday, 27th"),
        ("Day, 26th", "Day, 27th"),
        ("Day 1 – 26th", "Day 2 – 27th"),
        ("26th", "27th"),
        ("The 26th", "The 27th"),
        ("Freitag, 26.", "Samstag, 27."),
        ("Vendredi 26", "Samedi 27"),
        ("Program of the 26th", "Program of the 27th"),
        ("Day A", "Day B"),
    ],
)
def test_days_named_by_their_number_in_the_month_are_those_of_the_event(
    tmp_path: Path, first: str, second: str
) -> None:
    draft = days_called(tmp_path, "June 26–27, 2026", first, second)
    assert draft.edition["when"] == [
        {"date": "2026-06-26", "start": "09:00", "end": "20:30"},
        {"date": "2026-06-27", "start": "09:00", "end": "10:15"},
    ]
    assert [slot["day"] for slot in draft.program] == [1, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Friday, 26th", "Sunday, 27th"),  # which is a Saturday
        ("Friday, 26th", "Day 2 – 28th"),
        ("Friday, 26th", "The 30th"),
        ("On Samples", "On Tests"),  # two days, or side by side?
    ],
)
def test_a_second_day_that_is_none_of_the_event_is_reported(
    tmp_path: Path, first: str, second: str
) -> None:
    draft = days_called(tmp_path, "June 26–27, 2026", first, second)
    assert [slot["start"] for slot in draft.program] == ["09:00", "10:00", "20:00"]
    said = [one.message for one in draft.diagnostics if "no date" in one.message]
    assert said == [f"the pages give “{second}” no date, so its 2 rows are left out"]


@pytest.mark.parametrize("second", ["Track B", "Parallel session", "Evening"])
def test_what_may_take_place_beside_others_begins_no_day(tmp_path: Path, second: str) -> None:
    draft = days_called(tmp_path, "June 26–27, 2026", "Track A", second)
    assert draft.program
    assert all("day" not in slot for slot in draft.program)


def test_the_number_of_a_day_above_a_column_is_not_overlooked(tmp_path: Path) -> None:
    head = HEAD.replace("June 26, 2026", "June 26–27, 2026")
    table = (
        "# Programme\n\n| Time | Day, 26th | Day, 27th |\n| --- | --- | --- |\n"
        "| 09:00 - 09:30 | Opening | Panel |\n| 09:30 - 10:00 | Break | Closing |\n"
    )
    files = {"index.md": head + ORGANIZERS + table}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert [(slot["day"], slot["kind"]) for slot in draft.program] == [
        (1, "opening"),
        (1, "break"),
        (2, "panel"),
        (2, "closing"),
    ]


def test_of_days_without_dates_the_fullest_is_kept_and_no_other_is_part_of_it(
    tmp_path: Path,
) -> None:
    head = '---\ntitle: "Third Workshop on Structured Proposals (WSP 2026)"\n---\n'
    body = (
        "# Schedule\n\n**Tuesday** - Sample Hotel, Main Hall\n\n* 19:00-20:00 Reception\n\n"
        "**Wednesday** - Sample College (Room 200)\n\n"
        "* 9:00-10:00 Opening\n* 10:00-11:00 Closing\n"
    )
    files = {"index.md": f"{head}{ORGANIZERS}{body}"}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert hours(draft) == [("09:00", "10:00"), ("10:00", "11:00")]
    assert any("“Tuesday - Sample Hotel" in one.message for one in draft.diagnostics)
