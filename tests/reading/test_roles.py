"""What somebody does, as headings, rows and forms say it."""

from __future__ import annotations

import pytest

from proposal.reading.roles import part_in_organizing, role_of


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


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("General Chairs", "General Chair"),
        ("Publicity and Web Co-Chairs", "Publicity and Web Co-Chair"),
        ("pc co-chair", "PC Co-Chair"),
        ("Lead organizer", "Lead organizer"),
        ("local_coordinators", "Local Coordinator"),
        ("Organizers", None),
        ("Workshop chairs", None),
        ("WSP 2026 Organizers", None),
        ("Co-organizer", None),
        ("Chair of Databases, Some University", None),
        ("Some University", None),
        ("", None),
    ],
)
def test_words_name_a_part_in_organizing(words: str, part: str | None) -> None:
    assert part_in_organizing(words) == part
