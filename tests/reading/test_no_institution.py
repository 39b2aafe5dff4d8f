"""Who belongs to no institution says so in its place, and is not put into one of that name."""

from __future__ import annotations

import json

import pytest

from proposal.reading.institutions import is_no_institution
from proposal.render.site.structured import event
from tests.check.findings import diagnostics_of
from tests.workspace import Workspace

NEIL = "people/neil-shah.yaml"
BIO = "bio: |\n  Neil Shah worked at Snap Research until he left.\n"


@pytest.mark.parametrize(
    "said",
    ["Independent Researcher", "independent", "Retired", "Freelance", "Self-employed", "(retired)"],
)
def test_words_say_that_somebody_belongs_to_none(said: str) -> None:
    assert is_no_institution(said)


@pytest.mark.parametrize(
    "said", ["Independent Television News", "Research Institute", "University of Retirement", ""]
)
def test_an_institution_is_one(said: str) -> None:
    assert not is_no_institution(said)


def independent(workspace: Workspace) -> None:
    """Make an organizer one who has left the institution that the biography names."""
    posts = (
        "affiliations:\n"
        "  - {institution: Snap Research, country: USA, since: 2020}\n"
        "  - {institution: Independent Researcher, country: USA, since: 2025-06}\n"
    )
    workspace.write(NEIL, f"name: Neil Shah\nemail: neil@example.edu\n{posts}{BIO}")


def test_a_biography_may_name_past_posts(workspace: Workspace) -> None:
    independent(workspace)
    for code in ("former-affiliation", "missing-affiliation", "missing-country"):
        assert diagnostics_of(workspace, code) == []


def test_the_data_for_search_engines_name_no_organization(workspace: Workspace) -> None:
    independent(workspace)
    data = json.loads(event(workspace.edition("2026"), None))
    people = {person["name"]: person for person in data["organizer"]}
    assert "affiliation" not in people["Neil Shah"]
    assert people["Julian McAuley"]["affiliation"][0]["@type"] == "Organization"
