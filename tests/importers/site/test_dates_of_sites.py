"""The days that authors must know, however a page sets them beside their labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.diagnostics import Span
from proposal.importers.draft import Draft
from proposal.importers.site.date_lines import DatedLine, dated_lines
from proposal.importers.site.site_dates import is_other_track
from proposal.importers.site.site_lines import SiteLine
from proposal.reading.page_tree import PageLine, StyledRun
from tests.importers.site.small_sites import codes, html_with, page_with


def read(text: str) -> DatedLine:
    """What a line among dates says."""
    line = SiteLine(PageLine((StyledRun(text),)), Span(Path("dates.md"), 1, 1, 1), "p", "", 0, 0)
    return dated_lines([line], "Important dates", 2026)[0]


def dates(draft: Draft) -> dict[str, Any]:
    """The dates of an edition by their names, each with nothing but its day."""
    found = draft.edition.get("dates", {})
    assert isinstance(found, dict)
    return {name: one["date"] for name, one in found.items() if isinstance(one, dict)}


@pytest.mark.parametrize(
    "lines",
    [
        "* 2. März 2026: Einreichung\n* 6. April 2026: Benachrichtigung\n",
        "2. März 2026: Einreichung\n\n6. April 2026: Benachrichtigung\n",
    ],
    ids=["items", "paragraphs"],
)
def test_a_day_with_a_full_stop_is_no_number_of_an_item(tmp_path: Path, lines: str) -> None:
    draft = page_with(tmp_path, f"# Important dates\n\n{lines}")
    assert dates(draft) == {"submission": "2026-03-02", "notification": "2026-04-06"}


@pytest.mark.parametrize(
    ("heads", "are_several"),
    [("Regular | Late papers", True), ("Deadline | Extended deadline", False)],
)
def test_days_beside_each_other_in_a_table_are_reported_unless_one_moved(
    tmp_path: Path, heads: str, are_several: bool
) -> None:
    table = (
        f"| Event | {heads} |\n| --- | --- | --- |\n| Submission | May 1, 2026 | May 20, 2026 |\n"
    )
    draft = page_with(tmp_path, f"# Important dates\n\n{table}")
    assert dates(draft)["submission"] == "2026-05-20"
    reported = [found for found in draft.diagnostics if found.code == "two-dates"]
    assert len(reported) == int(are_several)


CARDS = """<h2>Important Dates</h2><div class="grid">
<div class="box"><div class="day">February 23, 2026</div><div>Paper Submission Deadline</div></div>
<div class="box"><div class="day">March 16, 2026</div><div>Notification of Acceptance</div></div>
<div class="box"><div class="day">April 7, 2026</div><div>Camera-ready Papers Due</div></div>
<div class="box"><div class="day">June 26, 2026</div><div>Workshop Date</div></div></div>"""


@pytest.mark.parametrize(
    "body",
    [
        CARDS,
        CARDS.replace(' class="day"', ""),
        (
            "<h2>Important Dates</h2><p>February 23, 2026</p><p>Paper Submission Deadline</p>"
            "<p>March 16, 2026</p><p>Notification of Acceptance</p>"
            "<p>April 7, 2026</p><p>Camera-ready Papers Due</p>"
        ),
        (
            "<h2>Important Dates</h2><p>Paper Submission Deadline</p><p>February 23, 2026</p>"
            "<p>Notification of Acceptance</p><p>March 16, 2026</p>"
            "<p>Camera-ready Papers Due</p><p>April 7, 2026</p>"
        ),
    ],
    ids=["cards", "alike blocks", "label below", "label above"],
)
def test_a_day_that_stands_alone_has_its_own_label(tmp_path: Path, body: str) -> None:
    assert dates(html_with(tmp_path, body)) == {
        "submission": "2026-02-23",
        "notification": "2026-03-16",
        "camera_ready": "2026-04-07",
    }


@pytest.mark.parametrize(
    ("text", "days", "was"),
    [
        ("Submission: May 15, 2026 (extended from May 1, 2026)", ["05-15"], ["05-01"]),
        ("Submission: May 15, 2026 (previously May 1, 2026)", ["05-15"], ["05-01"]),
        ("Submission: May 1, 2026 (extended to May 15, 2026)", ["05-15"], ["05-01"]),
        ("Notification: May 1, 2026 (early registration ends May 9, 2026)", ["05-01"], []),
        ("Notification: May 1, 2026 (Friday)", ["05-01"], []),
    ],
)
def test_days_in_brackets(text: str, days: list[str], was: list[str]) -> None:
    line = read(text)
    assert [f"{day:%m-%d}" for day in line.days] == days
    assert [f"{day:%m-%d}" for day in line.was] == was
    assert line.label in {"Submission", "Notification"}


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("Submission: May 1, 2026 (11:59 pm, Hawaii time)", "23:59", "Pacific/Honolulu"),
        ("Submission: May 1, 2026, 5pm PT", "17:00", "America/Los_Angeles"),
        ("Submission: May 1, 2026, 23:59 CEST", "23:59", "Europe/Brussels"),
        ("Submission: May 1, 2026, 23:59 (UTC-12)", "23:59", "AoE"),
        ("Submission: May 1, 2026, 23:59", "23:59", ""),
    ],
)
def test_the_zone_in_which_a_day_ends(text: str, time: str, zone: str) -> None:
    line = read(text)
    assert (line.time, line.zone, line.unknown_zone) == (time, zone, "")


def test_a_zone_of_several_places_is_asked_for(tmp_path: Path) -> None:
    draft = page_with(tmp_path, "# Important dates\n\n* Submission: May 1, 2026, 23:59 CST\n")
    assert draft.edition["dates"] == {"submission": {"date": "2026-05-01", "time": "23:59"}}
    assert "unknown-zone" in codes(draft)


def test_a_long_note_gives_the_zone_of_all_dates(tmp_path: Path) -> None:
    note = (
        "**Note: Items are due at 23:59 “anywhere on Earth” on the specified date. "
        "Specifically, this is 23:59 IDLW, that is, UTC–12:00, on that same date.**"
    )
    body = f"# Important dates\n\n* Submission: May 1, 2026\n\n{note}\n"
    assert page_with(tmp_path, body).edition["dates"] == {
        "submission": {"date": "2026-05-01", "zone": "AoE"}
    }


def test_a_day_of_years_before_is_no_deadline(tmp_path: Path) -> None:
    body = "# Important dates\n\n* Submission: May 1, 2026\n* Camera-ready: May 1, 2024\n"
    draft = page_with(tmp_path, body)
    assert dates(draft) == {"submission": "2026-05-01"}
    assert "not-understood" in codes(draft)


def test_results_of_a_contest_are_no_papers(tmp_path: Path) -> None:
    body = (
        "# Important dates\n\n* Results Submission Deadline: May 1, 2026\n"
        "* Paper Submission Deadline: May 8, 2026\n"
    )
    assert dates(page_with(tmp_path, body)) == {"submission": "2026-05-08"}


MARGIN = """# Important dates

<table><tr><td>Submission:</td><td>May 1, 2026</td></tr>
<tr><td>Notification:</td><td><s>June 1, 2026</s></td></tr>
<tr><td></td><td><b>June 8, 2026</b></td></tr>
<tr><td>Camera-ready:</td><td><s>June 15, 2026</s></td></tr>
<tr><td></td><td><b>June 20, 2026</b></td></tr>
<tr><td>Test data:</td><td>April 1, 2026</td></tr>
<tr><td colspan="2">All deadlines at 23:59 AoE</td></tr></table>
"""


def test_a_new_day_below_one_that_is_struck_out(tmp_path: Path) -> None:
    draft = page_with(tmp_path, f"{MARGIN}\n{MARGIN}")
    assert dates(draft) == {
        "submission": "2026-05-01",
        "notification": "2026-06-08",
        "camera_ready": "2026-06-20",
    }
    said = [one.message for one in draft.diagnostics if "Test data" in one.message]
    assert len(said) == 1


@pytest.mark.parametrize(
    ("title", "is_other"),
    [
        ("Shared Task: Important Dates", True),
        ("WSP Challenge", True),
        ("Workshop on Proposals (WSP 2026) | Small models are a challenge", False),
        ("Challenges and Prospects of Samples", False),
        ("Opportunities and Challenges", False),
        ("Important Dates", False),
    ],
)
def test_a_workshop_on_challenges_is_no_challenge(title: str, *, is_other: bool) -> None:
    assert is_other_track(title) is is_other


def test_a_list_of_dates_is_read_before_a_sentence_above_it(tmp_path: Path) -> None:
    body = (
        "<h2>Submission Guidelines</h2><p>Submissions of videos by authors end on May 18, 2026.</p>"
        "<h2>Timeline</h2><ul><li>Submission Deadline: April 10, 2026</li></ul>"
    )
    assert dates(html_with(tmp_path, body)) == {"submission": "2026-04-10"}


def test_what_is_known_is_not_reported_as_left_out(tmp_path: Path) -> None:
    body = (
        "<h2>Important Dates</h2><ul><li>Submission Deadline: April 10, 2026</li>"
        "<li>Friday, June 26, 2026</li></ul>"
        "<h2>Call for Posters</h2><ul><li>Submission Deadline: April 10, 2026</li></ul>"
    )
    draft = html_with(tmp_path, body)
    assert dates(draft) == {"submission": "2026-04-10"}
    assert not [one for one in draft.diagnostics if "none of the usual dates" in one.message]


def test_a_term_of_a_list_is_the_label_of_the_day_below_it(tmp_path: Path) -> None:
    body = (
        "<p>Applications close March 1, 2026.</p><h2>Participation</h2><dl><dt>Application"
        " deadline</dt><dd>March 2, 2026</dd><dt>Decisions announced</dt><dd>[date]</dd></dl>"
    )
    draft = html_with(tmp_path, body)
    assert dates(draft) == {}
    said = [one.message for one in draft.diagnostics if "none of the usual dates" in one.message]
    assert len(said) == 2


@pytest.mark.parametrize("heading", ["Timeline", "Important Dates"])
@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Final papers due", "camera_ready"),
        ("Final manuscripts", "camera_ready"),
        ("Final paper submission", "submission"),
        ("Decisions announced", "notification"),
        ("Announcement of acceptance decisions", "notification"),
        ("Submission opens", None),
    ],
)
def test_items_of_a_timeline_are_days_of_authors(
    tmp_path: Path, heading: str, label: str, kind: str | None
) -> None:
    draft = page_with(tmp_path, f"# {heading}\n\n* {label}: April 8, 2026\n")
    assert draft.edition.get("dates") == ({kind: {"date": "2026-04-08"}} if kind else None)
