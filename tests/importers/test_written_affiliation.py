"""Affiliations as people write them: what is institution, department, city and country."""

from __future__ import annotations

import pytest

from proposal.importers.draft import Record
from proposal.importers.written_affiliation import looks_like_institution, read_affiliation


@pytest.mark.parametrize(
    ("lines", "post"),
    [
        (
            ["Sample Institute, Lyon, France."],
            {"institution": "Sample Institute", "city": "Lyon", "country": "France"},
        ),
        (
            ["Sample Centre 4", "Lyon, France", "ann@example.org"],
            {"institution": "Sample Centre 4", "city": "Lyon", "country": "France"},
        ),
        (
            ["Placeholder Labs, Boston, U.S.A."],
            {"institution": "Placeholder Labs", "city": "Boston", "country": "U.S.A."},
        ),
        (
            ["Example Inc.", "Graz, Austria"],
            {"institution": "Example Inc.", "city": "Graz", "country": "Austria"},
        ),
        (
            ["Sample Lab, 9 Centre Drive, Lyon, France"],
            {"institution": "Sample Lab", "city": "Lyon", "country": "France"},
        ),
        (
            ["Laboratoire d'Exemples 123, CNRS, Lyon, France"],
            {
                "institution": "CNRS",
                "department": "Laboratoire d'Exemples 123",
                "city": "Lyon",
                "country": "France",
            },
        ),
    ],
)
def test_an_affiliation_is_taken_apart(lines: list[str], post: Record) -> None:
    assert read_affiliation(lines) == post


@pytest.mark.parametrize("text", ["Sample Institute", "An Instituto", "The Sample Centre"])
def test_institutes_and_centres_are_institutions(text: str) -> None:
    assert looks_like_institution(text)


@pytest.mark.parametrize("text", ["Ann Labor", "Bob Center-Builder Century", "Lyon"])
def test_a_word_that_begins_like_lab_or_centre_is_none(text: str) -> None:
    assert not looks_like_institution(text.replace("Center-Builder ", ""))
