"""Words that say that somebody does not, or not yet, do something."""

from __future__ import annotations

import pytest

from proposal.reading.role_standing import RoleStanding, standing_of_role, standing_of_status


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Organizer", RoleStanding.HELD),
        ("Invited speaker", RoleStanding.HELD),
        ("invited keynote talk", RoleStanding.HELD),
        ("Invited", RoleStanding.HELD),
        ("General Chair 2027", RoleStanding.HELD),
        ("ex officio member", RoleStanding.HELD),
        ("Membro no comitê de programa", RoleStanding.HELD),
        ("Not an organizer", RoleStanding.DENIED),
        ("no", RoleStanding.DENIED),
        ("Non-PC member", RoleStanding.DENIED),
        ("kein Organisator", RoleStanding.DENIED),
        ("former organizer", RoleStanding.PAST),
        ("ex-chair", RoleStanding.PAST),
        ("Organizer - no longer", RoleStanding.PAST),
        ("ehemaliges Mitglied", RoleStanding.PAST),
        ("Ancienne présidente", RoleStanding.PAST),
        ("ya no es miembro", RoleStanding.PAST),
        ("Chair (declined)", RoleStanding.DECLINED),
        ("organizer, can't come", RoleStanding.DECLINED),
        ("abgesagt", RoleStanding.DECLINED),
        ("refusé", RoleStanding.DECLINED),
        ("invited (pending)", RoleStanding.OPEN),
        ("Organizer?", RoleStanding.OPEN),
        ("PC member (not yet confirmed)", RoleStanding.OPEN),
        ("Gutachter, angefragt", RoleStanding.OPEN),
        ("PC member 2026", RoleStanding.OTHER_YEAR),
        ("PC member 2026 and 2027", RoleStanding.HELD),
    ],
)
def test_a_role_may_say_that_nobody_has_it(text: str, standing: RoleStanding) -> None:
    assert standing_of_role(text, "2027") is standing


@pytest.mark.parametrize("text", ["confirmed", "Accepted", "yes", "ja", "Professor", "retired"])
def test_a_status_that_says_nothing_against_a_role_leaves_it(text: str) -> None:
    assert standing_of_status(text) is RoleStanding.HELD
