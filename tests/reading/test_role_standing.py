"""Words that say that somebody does not, or not yet, do something."""

from __future__ import annotations

import pytest

from proposal.reading.role_standing import Standing, standing_of_role, standing_of_status


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Organizer", Standing.HELD),
        ("Invited speaker", Standing.HELD),
        ("invited keynote talk", Standing.HELD),
        ("Invited", Standing.HELD),
        ("General Chair 2027", Standing.HELD),
        ("Not an organizer", Standing.DENIED),
        ("no", Standing.DENIED),
        ("Non-PC member", Standing.DENIED),
        ("kein Organisator", Standing.DENIED),
        ("former organizer", Standing.PAST),
        ("ex-chair", Standing.PAST),
        ("Organizer - no longer", Standing.PAST),
        ("ehemaliges Mitglied", Standing.PAST),
        ("Ancienne présidente", Standing.PAST),
        ("ya no es miembro", Standing.PAST),
        ("Chair (declined)", Standing.DECLINED),
        ("organizer, can't come", Standing.DECLINED),
        ("abgesagt", Standing.DECLINED),
        ("refusé", Standing.DECLINED),
        ("invited (pending)", Standing.OPEN),
        ("Organizer?", Standing.OPEN),
        ("PC member (not yet confirmed)", Standing.OPEN),
        ("Gutachter, angefragt", Standing.OPEN),
        ("PC member 2026", Standing.OTHER_YEAR),
        ("PC member 2026 and 2027", Standing.HELD),
    ],
)
def test_a_role_may_say_that_nobody_has_it(text: str, standing: Standing) -> None:
    assert standing_of_role(text, "2027") is standing


@pytest.mark.parametrize("text", ["confirmed", "Accepted", "yes", "ja", "Professor", "retired"])
def test_a_status_that_says_nothing_against_a_role_leaves_it(text: str) -> None:
    assert standing_of_status(text) is Standing.HELD
