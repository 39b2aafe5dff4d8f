"""Deadlines of applicants, volunteers and guests, which are none of papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import HEAD, ORGANIZERS, page_with, site


def dates(draft: Draft) -> dict[str, str]:
    """The dates by their names."""
    listed = draft.edition.get("dates", {})
    assert isinstance(listed, dict)
    return {name: str(record["date"]) for name, record in listed.items()}


def left_out(draft: Draft) -> list[str]:
    """What is said of dates that are left out."""
    return [one.message for one in draft.diagnostics if "is none of the usual dates" in one.message]


@pytest.mark.parametrize(
    "label",
    [
        "Application deadline",
        "Deadline for applications to the school",
        "Financial aid deadline",
        "Fellowship deadline",
        "Childcare request deadline",
        "Student volunteer deadline",
        "Grant application submission",
        "Notification of travel grants",
        "Date limite de candidature",
        "Bewerbungsfrist",
    ],
)
def test_a_deadline_of_others_is_none_of_papers_and_is_said(tmp_path: Path, label: str) -> None:
    text = f"# Important Dates\n\n* {label}: May 3, 2026\n* Paper submission: May 8, 2026\n"
    draft = page_with(tmp_path, ORGANIZERS + text)
    assert dates(draft) == {"submission": "2026-05-08"}
    assert [message for message in left_out(draft) if label in message]


@pytest.mark.parametrize(
    "label", ["Deadline", "New extended deadline", "Paper deadline", "Workshop paper due date"]
)
def test_a_deadline_of_nothing_else_is_that_of_papers(tmp_path: Path, label: str) -> None:
    draft = page_with(tmp_path, ORGANIZERS + f"# Important Dates\n\n* {label}: May 3, 2026\n")
    assert dates(draft) == {"submission": "2026-05-03"}
    assert left_out(draft) == []


def test_an_application_is_said_wherever_it_stands(tmp_path: Path) -> None:
    text = (
        "# Summer School\n\nApplication deadline: May 3, 2026\n\n"
        "# Call for Papers\n\nThe deadline for travel grants is May 4, 2026.\n\n"
        "The submission deadline is May 5, 2026.\n"
    )
    draft = page_with(tmp_path, ORGANIZERS + text)
    assert dates(draft) == {"submission": "2026-05-05"}
    assert ["May 3" in message or "May 4" in message for message in left_out(draft)] == [True] * 2


def test_dates_below_a_heading_of_volunteers_are_theirs(tmp_path: Path) -> None:
    text = (
        "# Student Volunteers\n\n## Important Dates\n\n* Deadline: May 9, 2026\n"
        "* Notification: May 19, 2026\n"
    )
    draft = page_with(tmp_path, ORGANIZERS + text)
    assert dates(draft) == {}
    assert len(left_out(draft)) == 2


def test_a_heading_names_only_what_no_line_names_itself(tmp_path: Path) -> None:
    text = "# Deadlines\n\n* Papers: May 1, 2026\n* Dinner booking: May 9, 2026\n"
    draft = page_with(tmp_path, ORGANIZERS + text)
    assert dates(draft) == {"submission": "2026-05-01"}
    assert [message[:15] for message in left_out(draft)] == ["“Dinner booking"]


def test_sentences_of_a_line_have_days_of_their_own(tmp_path: Path) -> None:
    text = (
        "# Registration\n\nThe early bird deadline is May 4, 2026. "
        "Visa requests are due May 9, 2026.\n\n"
        "# Submission\n\nPapers are due May 1, 2026. It was extended to May 6, 2026.\n"
    )
    draft = page_with(tmp_path, ORGANIZERS + text)
    assert dates(draft) == {"early_registration": "2026-05-04", "submission": "2026-05-06"}


def test_registration_of_other_languages_is_no_submission(tmp_path: Path) -> None:
    text = (
        "# Dates importantes\n\n* Date limite d’inscription : 3 mai 2026\n"
        "* Date limite de soumission : 1er mai 2026\n"
    )
    assert dates(page_with(tmp_path, ORGANIZERS + text)) == {
        "registration": "2026-05-03",
        "submission": "2026-05-01",
    }


@pytest.mark.parametrize(
    "title",
    ["Call for Demos", "WSP 2026 Call for System Demonstrations", "Call for Tutorials", "Demos"],
)
def test_the_dates_of_another_call_are_none_of_papers(tmp_path: Path, title: str) -> None:
    files = {
        "index.md": HEAD + ORGANIZERS,
        "a.md": f"---\ntitle: Demos\n---\n# {title}\n\n## Important Dates\n\n"
        "* Submission deadline: May 12, 2026\n* Notification: May 20, 2026\n",
        "b.md": "---\ntitle: Papers\n---\n# Call for Papers\n\n## Important Dates\n\n"
        "* Submission deadline: May 1, 2026\n* Notification: May 20, 2026\n",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert dates(draft) == {"submission": "2026-05-01", "notification": "2026-05-20"}


@pytest.mark.parametrize("title", ["Call for Papers and Demos", "Call for Demo Papers"])
def test_a_call_for_papers_may_be_for_demos_too(tmp_path: Path, title: str) -> None:
    text = f"# {title}\n\n* Submission deadline: May 12, 2026\n"
    assert dates(page_with(tmp_path, ORGANIZERS + text)) == {"submission": "2026-05-12"}


def test_a_note_on_the_zone_of_all_dates_counts_for_lists_below_headings(tmp_path: Path) -> None:
    text = (
        "# Important Dates\n\nAll deadlines are 23:59 AoE.\n\n"
        "## Submission deadlines\n\n* Paper submission: May 3, 2026\n"
    )
    draft = page_with(tmp_path, ORGANIZERS + text)
    listed = draft.edition["dates"]
    assert isinstance(listed, dict)
    assert listed["submission"] == {"date": "2026-05-03", "zone": "AoE"}


_SUBMIT = "* Submission deadline: {day}\n"


@pytest.mark.parametrize(
    "main", ["Research Track", "Main Track", "Call for Papers - Regular Track"]
)
def test_days_of_a_track_beside_the_main_one_are_left_out(tmp_path: Path, main: str) -> None:
    other = f"# Encore Track\n\n## Important Dates\n\n{_SUBMIT.format(day='May 10, 2026')}\n"
    text = f"{other}# {main}\n\n## Important Dates\n\n{_SUBMIT.format(day='April 1, 2026')}"
    draft = page_with(tmp_path, text)
    assert draft.edition["dates"] == {"submission": {"date": "2026-04-01"}}
    assert any("May 10" in one.message for one in draft.diagnostics)


def test_days_of_the_only_track_are_taken(tmp_path: Path) -> None:
    text = f"# Encore Track\n\n## Important Dates\n\n{_SUBMIT.format(day='May 10, 2026')}"
    assert page_with(tmp_path, text).edition["dates"] == {"submission": {"date": "2026-05-10"}}
