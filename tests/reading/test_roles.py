"""What somebody does, as headings, rows and forms say it."""

from __future__ import annotations

import pytest

from proposal.reading.roles import role_of


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Organizers", "organizer"),
        ("Organising Committee", "organizer"),
        ("PC chair", "organizer"),
        ("Programme Committee", "committee"),
        ("program_committee", "committee"),
        ("Gutachterin", "committee"),
        ("Keynote Speakers", "keynote"),
        ("Keynote: People and Teams", "keynote"),
        ("Keynote – Chairs of the Future", "keynote"),
        ("Panelists", "panelist"),
        ("Panel – What Comes Next?", "panelist"),
        ("invited-talks", "talk"),
        ("Speakers", "talk"),
        ("Important dates", None),
        ("Volunteer", None),
    ],
)
def test_words_name_a_role(words: str, role: str | None) -> None:
    assert role_of(words) == role
