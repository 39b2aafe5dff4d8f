"""A talk that several people give says whose institution is whose."""

from __future__ import annotations

import pytest

from proposal.edition.resolution.person_resolution import unfiled_person
from proposal.edition.schedule import Talk


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([("Ann Author", "An Institute")], "An Institute"),
        ([("Ann Author", None)], ""),
        ([("Ann Author", "An Institute"), ("Bob Builder", "A College")], "An Institute; A College"),
        ([("Ann Author", "A College"), ("Bob Builder", "A College")], "A College"),
        ([("Ann Author", "A College"), ("Bob Builder", None)], "A College (Ann Author)"),
        ([("Ann Author", None), ("Bob Builder", None)], ""),
    ],
)
def test_institutions_are_those_of_whom_they_stand_below(
    people: list[tuple[str, str | None]], said: str
) -> None:
    first, *others = (unfiled_person(name, affiliation) for name, affiliation in people)
    talk = Talk("talk", first, "talk", "confirmed", None, None, others=tuple(others))
    assert talk.origins == said
