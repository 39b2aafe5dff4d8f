"""The programme and the dates of websites."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from tests.importers.site.small_sites import ORGANIZERS, html_with, page_with, papers, speakers

TABLE = """# Programme

| Time | Event |
| --- | --- |
| 9:00am – 9:10am | Opening |
| 9:10am – 10:00am | Keynote by Ann Author (University of Testing)<br>“On Placeholder Texts” |
| 10:00 – 10:30 | Coffee break |
| 10:30 – 12:00 | **Oral Session 1** |
| 10:30 – 11:15 | A Study of Placeholders in Tests<br>*Cleo Coder and Dan Doe* |
| 11:15 – 12:00 | Why Samples Matter: A Survey<br>*Eve Example, Fay Foo* |
| 12:00 – 13:00 PM | Lunch |
"""


def hours(draft: Draft) -> list[tuple[object, object]]:
    """From when to when the slots last."""
    return [(slot["start"], slot["end"]) for slot in draft.program]


def test_a_table_becomes_the_programme(tmp_path: Path) -> None:
    draft = page_with(tmp_path, ORGANIZERS + TABLE)
    assert hours(draft) == [
        ("09:00", "09:10"),
        ("09:10", "10:00"),
        ("10:00", "10:30"),
        ("10:30", "12:00"),
        ("12:00", "13:00"),
    ]
    assert speakers(draft) == {"Ann Author": "On Placeholder Texts"}
    session = draft.program[3]
    assert session["title"] == "Oral Session 1"
    assert session["papers"] == [paper["id"] for paper in draft.papers]
    assert list(papers(draft)) == [
        "A Study of Placeholders in Tests",
        "Why Samples Matter: A Survey",
    ]
    assert draft.edition["when"] == {"date": "2026-06-26", "start": "09:00", "end": "13:00"}


def test_a_list_that_begins_with_hours_is_a_programme(tmp_path: Path) -> None:
    body = "# Schedule\n\n- 14:00: Welcome\n- 14:15: Invited talk: Bob Builder\n- 15:00: Closing\n"
    draft = page_with(tmp_path, f"# Invited speakers\n\n* Bob Builder, Sample Labs\n\n{body}")
    assert hours(draft)[:2] == [("14:00", "14:15"), ("14:15", "15:00")]
    assert draft.program[1]["talk"].name == "Bob Builder"  # type: ignore[union-attr]


def test_beginning_and_end_may_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    body = (
        "# Program\n\n| Start | End | What |\n|---|---|---|\n| 09:00 | 09:15 | Opening |\n"
        "| 09:15 | 10:00 | Panel |\n"
    )
    assert hours(page_with(tmp_path, body)) == [("09:00", "09:15"), ("09:15", "10:00")]


def test_a_part_whose_end_nobody_says_is_tentative(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path, "# Schedule\n\n- 14:00 – 14:15: Welcome\n- 15:00: Closing remarks\n"
    )
    assert draft.program[-1] == {
        "start": "15:00",
        "end": "15:30",
        "kind": "closing",
        "tentative": True,
    }


def test_a_programme_in_a_script_is_read_without_running_it(tmp_path: Path) -> None:
    draft = html_with(
        tmp_path,
        "<h2>Agenda</h2><div id='rows'></div><script>const scheduleData = ["
        "{ time: '09:00', title: 'Welcome', type: 'admin' },"
        "{ time: '09:10', title: 'Session 1', content: ["
        "{ time: '09:10', type: 'Keynote', title: 'On Placeholder Texts', "
        "speaker: 'Dr. Ann Author' }]},"
        "{ time: '10:00', title: 'Coffee Break', type: 'break' }];</script>",
    )
    assert [slot["start"] for slot in draft.program][:2] == ["09:00", "09:10"]
    assert speakers(draft) == {"Ann Author": "On Placeholder Texts"}


DATES = {
    "behind the label": (
        "- Submission deadline: April 6, 2026\n- Notification: May 12, 2026\n"
        "- Camera-ready papers due: May 20, 2026\n"
    ),
    "before the label": (
        "* 06 April 2026: Submission deadline\n* 12 May 2026: Notification of acceptance\n"
        "* 20 May 2026: Camera-ready papers due\n"
    ),
    "a table without a head": (
        "| April 6, 2026 | Papers due |\n|---|---|\n| May 12, 2026 | Author notification |\n"
        "| May 20, 2026 | Camera-ready version |\n"
    ),
    "days without a year": (
        "- Paper submission: April 6\n- Notification: May 12\n- Camera-ready: May 20\n"
    ),
    "a table with weekdays": (
        "| What | Day | Date |\n|---|---|---|\n| Paper submission | Monday | April 6, 2026 |\n"
        "| Notification | Tuesday | May 12, 2026 |\n| Camera ready | Wednesday | May 20, 2026 |\n"
    ),
    "the day below the label": (
        "**Submission deadline**<br>April 6, 2026\n\n**Notification**<br>May 12, 2026\n\n"
        "**Camera-ready version**<br>May 20, 2026\n"
    ),
}


@pytest.mark.parametrize("way", DATES.values(), ids=DATES)
def test_dates_are_found(tmp_path: Path, way: str) -> None:
    assert page_with(tmp_path, f"# Important Dates\n\n{way}").edition["dates"] == {
        "submission": {"date": "2026-04-06"},
        "notification": {"date": "2026-05-12"},
        "camera_ready": {"date": "2026-05-20"},
    }


def test_a_day_that_is_struck_out_was_the_day_before(tmp_path: Path) -> None:
    body = (
        "# Important Dates (Anywhere on Earth)\n\n- Submission: ~~April 6, 2026~~ April 13, 2026\n"
        "- Registration: ~~May 4, 2026~~ ~~May 19, 2026~~ (ended)\n"
    )
    assert page_with(tmp_path, body).edition["dates"] == {
        "submission": {"date": "2026-04-13", "was": ["2026-04-06"], "zone": "AoE"},
        "registration": {"date": "2026-05-19", "was": ["2026-05-04"], "zone": "AoE"},
    }


def test_dates_of_shared_tasks_are_left_out_and_reported(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        "# Important Dates\n\n- Paper submission deadline: May 21, 2026\n"
        "- Shared task paper submission deadline: June 10, 2026\n",
    )
    assert draft.edition["dates"] == {"submission": {"date": "2026-05-21"}}
    assert any("Shared task" in one.message for one in draft.diagnostics)


def test_topics_the_address_for_papers_and_the_contact_are_found(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        "# Call for Papers\n\nTopics include, but are not limited to:\n\n- Placeholders in tests;\n"
        "- Samples\n\nSubmit at https://easychair.org/conferences/?conf=wsp26\n\n"
        "# Contact\n\nFor questions write to wsp@example.net.\n",
    )
    assert draft.edition["topics"] == ["Placeholders in tests", "Samples"]
    assert draft.edition["submissions"] == {
        "url": "https://easychair.org/conferences/?conf=wsp26",
        "system": "EasyChair",
    }
    assert draft.edition["contact"] == "wsp@example.net"
