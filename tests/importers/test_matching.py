"""Who is known already, however a source writes the name."""

from __future__ import annotations

from typing import Any

import pytest

from proposal.importers.draft import DraftPerson
from proposal.importers.matching import find_person, new_id
from proposal.model.records.person import PersonRecord
from tests.importers.bringing import person

ORCID, OTHER_ORCID = "0000-0002-1825-0097", "0000-0001-5109-3700"


def known(**people: dict[str, Any]) -> dict[str, PersonRecord]:
    return {
        name.replace("_", "-"): PersonRecord.model_validate(record)
        for name, record in people.items()
    }


@pytest.mark.parametrize(
    ("in_data", "in_source"),
    [
        ("Julian McAuley", "julian mcauley"),
        ("Julian McAuley", "Dr. Julian McAuley"),
        ("Julian McAuley", "McAuley, Julian"),
        ("Julian McAuley", "J. McAuley"),
        ("Julian McAuley", "McAuley, J."),
        ("J. McAuley", "Julian McAuley"),
        ("Xiao-Ming Wu", "Xiaoming Wu"),
        ("Xiao-Ming Wu", "Xiao Ming Wu"),
        ("Xiao-Ming Wu", "Wu Xiao-Ming"),
        ("Xiao-Ming Wu", "X.-M. Wu"),
        ("Philip S. Yu", "Philip Yu"),
        ("Philip S. Yu", "P. S. Yu"),
        ("Placé Hölder", "Place Holder"),
        ("Łukasz Placeholder", "Lukasz Placeholder"),
    ],
)
def test_one_person_is_known_in_many_spellings(in_data: str, in_source: str) -> None:
    people = known(somebody={"name": in_data}, other={"name": "Ed Chi"})
    assert find_person(person(in_source), people) == "somebody"


@pytest.mark.parametrize(
    ("in_data", "in_source"),
    [
        ("Yong Wang", "Yu Wang"),
        ("Yong Wang", "Wang"),
        ("Julian McAuley", "Julia McAuley"),
        ("Philip S. Yu", "Philip T. Yu"),
        ("Philip S. Yu", "Paul S. Yu"),
        ("Ana Maria Placeholder", "Ana Marta Placeholder"),
        ("Julian McAuley", "Julian"),
    ],
)
def test_another_name_is_another_person(in_data: str, in_source: str) -> None:
    assert find_person(person(in_source), known(somebody={"name": in_data})) is None


def test_initials_that_fit_two_people_are_neither_of_them() -> None:
    brothers = known(yong_wang={"name": "Yong Wang"}, yu_wang={"name": "Yu Wang"})
    assert find_person(person("Y. Wang"), brothers) is None


@pytest.mark.parametrize(
    ("record", "wanted"),
    [
        ({"email": "jm@example.org"}, DraftPerson("J. Mac", email="JM@example.org")),
        (
            {"affiliations": [{"institution": "X", "email": "jm@example.org"}]},
            DraftPerson("Mac", email="jm@example.org"),
        ),
        ({"links": {"orcid": ORCID}}, DraftPerson("Somebody Else", orcid=ORCID)),
    ],
)
def test_an_email_address_or_orcid_decides_whatever_the_name(
    record: dict[str, Any], wanted: DraftPerson
) -> None:
    people = known(julian={"name": "Julian McAuley", **record}, mac={"name": "J. Mac"})
    assert find_person(wanted, people) == "julian"


def test_a_namesake_with_another_orcid_is_somebody_else() -> None:
    people = known(wei_wang={"name": "Wei Wang", "links": {"orcid": ORCID}})
    assert find_person(DraftPerson("Wei Wang", orcid=OTHER_ORCID), people) is None
    assert find_person(DraftPerson("Wei Wang"), people) == "wei-wang"


def test_of_two_namesakes_the_one_at_the_same_institution_is_meant() -> None:
    people = known(
        wei_wang={"name": "Wei Wang", "affiliations": [{"institution": "One"}]},
        wei_wang_2={"name": "Wei Wang", "affiliations": [{"institution": "Two"}]},
    )
    assert find_person(person("Wei Wang", "two"), people) == "wei-wang-2"
    assert find_person(person("Wei Wang", "Three"), people) is None


def test_ids_are_plain_letters_and_never_taken_twice() -> None:
    assert new_id("Placé Hölder", {}) == "place-holder"
    assert new_id("華羅庚", {}) == "person"
    assert new_id("Wei Wang", {"wei-wang": 1, "wei-wang-2": 1}) == "wei-wang-3"
