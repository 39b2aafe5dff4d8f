"""Deadlines of applicants, volunteers and guests, which are none of papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from tests.importers.site.small_sites import ORGANIZERS, page_with


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
