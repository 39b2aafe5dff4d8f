"""Names by which files, facts and anchors are told from each other."""

from __future__ import annotations

import pytest

from proposal.model.free_names import distinct_names


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("map plan map", "map plan map-2"),
        ("map map map-2", "map map-2 map-2-2"),
        ("map-2 map map", "map-2 map map-3"),
    ],
)
def test_no_two_are_the_same_even_where_one_has_a_number_of_its_own(
    wanted: str, found: str
) -> None:
    assert distinct_names(wanted.split()) == found.split()
