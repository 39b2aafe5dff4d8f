"""One institution in several spellings, by one rule for data and pages."""

from __future__ import annotations

import pytest

from proposal.reading.institutions import names_more, same_institution


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("University of California, San Diego", "UC San Diego"),
        ("Univ. of California San Diego", "University of California, San Diego"),
        ("UCSD", "University of California San Diego"),
        ("SJTU", "Shanghai Jiao Tong University"),
        ("UMass Amherst", "University of Massachusetts Amherst"),
        ("The Example Institute", "Example Inst."),
        ("Example Labs, Inc.", "Example Lab"),
    ],
)
def test_spellings_of_one_institution(one: str, other: str) -> None:
    assert same_institution(one, other)
    assert same_institution(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Example Research", "Example"),
        ("University of Somewhere", "University of Elsewhere"),
        ("Example Institute of Music", "Example Institute"),
        ("AI", "Artificial Intelligence"),
    ],
)
def test_names_that_may_be_two_institutions(one: str, other: str) -> None:
    assert not same_institution(one, other)


def test_a_name_with_more_words_may_be_a_part() -> None:
    assert names_more("Example Research", "Example")
    assert not names_more("Example", "Example Research")
    assert not names_more("Example Labs", "Other Labs")
