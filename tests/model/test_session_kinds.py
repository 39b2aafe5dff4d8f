"""The title of a slot says what happens in it, by one table for all readers."""

from __future__ import annotations

from typing import get_args

import pytest

from proposal.model.session_kinds import (
    TITLES,
    SessionKind,
    kind_of_session,
    says_only_the_kind,
)


def test_every_kind_has_a_title_that_names_it() -> None:
    assert set(TITLES) == set(get_args(SessionKind))
    for kind, title in TITLES.items():
        assert kind_of_session(title, has_papers=False) == kind
        assert says_only_the_kind(title.upper(), kind)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Best paper awards", "awards"),
        ("Kick-off", "opening"),
        ("Invited paper session", "papers"),
        ("Talks", "papers"),
        ("Spotlight talks", "spotlights"),
        ("Breakouts", "discussion"),
        ("Happy hour", "social"),
        ("Adjourn", "closing"),
        ("Oral presentations", "papers"),
        ("Welcome reception", "social"),
        ("Posters and welcome cocktail", "social"),
        ("Introduction", "opening"),
        ("Introduction to the workshop", "opening"),
        ("Introduction to Samples and Tests", None),
        ("Keynote", "talk"),
        ("Contributed talks", "papers"),
        ("Introductory remarks", "opening"),
        ("Brainstorming", "discussion"),
        ("Paper presentation: coffee chat", "papers"),
        ("Business meeting", "meeting"),
        ("Coffee break and networking", "break"),
        ("Posters and social", "posters"),
        ("Social hour", "social"),
        ("Generating Social Networks of Samples", None),
        ("Networking lunch", "lunch"),
        ("Panel: Is Coffee Enough?", "panel"),
        ("Session 2: Opening the Black Box", "papers"),
        ("Invited talk: A Break with the Past", "talk"),
        ("Closing and awards", "closing"),
        ("Poster boosters", "boosters"),
        ("Tutorial: Opening the Black Box", "tutorial"),
        ("Session 3: Challenges", "papers"),
        ("Group photo", None),
        ("Posters 1 (overlaps with coffee break)", "posters"),
        ("(Coffee break)", "break"),
        ("Lunch (on your own)", "lunch"),
        ("Workshop close", "closing"),
        ("A Close Look at Samples", None),
        ("Samples from Up Close", None),
        ("Keynote: Getting Close", "talk"),
        ("What Breaks Samples", None),
        ("Interactive session", None),
        ("Hands-on session", None),
        ("Interactive paper session", "papers"),
    ],
)
def test_a_title_names_its_kind(title: str, kind: str | None) -> None:
    assert kind_of_session(title, has_papers=False) == kind


def test_papers_are_presented_whatever_the_title_says() -> None:
    assert kind_of_session("Coffee and discussion", has_papers=True) == "papers"
    assert kind_of_session("Coffee and posters", has_papers=True) == "posters"


@pytest.mark.parametrize("title", ["Lunch Break", "Coffee Break", "Panel", "Posters"])
def test_a_title_of_its_own_is_kept(title: str) -> None:
    kind = kind_of_session(title, has_papers=False)
    assert kind is not None
    assert not says_only_the_kind(title, kind)
