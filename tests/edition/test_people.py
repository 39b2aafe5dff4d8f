"""People as they were on an edition's own day."""

from __future__ import annotations

import pytest

from proposal.diagnostics import Severity
from proposal.edition.edition import Edition
from proposal.edition.participants import Affiliation, Person
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

PERSON = "people/narges-tabari.yaml"


def organizer(edition: Edition, name: str) -> Person:
    return next(member.person for member in edition.organizers if member.person.id == name)


def with_person(workspace: Workspace, text: str) -> Person:
    """Narges Tabari as the 2024 edition (25 August) shows her, if her file said `text`."""
    workspace.write(PERSON, f"name: Narges Tabari\n{text}")
    edition, diagnostics = workspace.resolve("2024")
    assert {diagnostic.code for diagnostic in diagnostics} <= {
        "missing-affiliation",
        "missing-country",
    }
    return organizer(edition, "narges-tabari")


@pytest.mark.parametrize(("year", "post"), [("2024", "AWS AI Labs"), ("2026", "Databricks")])
def test_an_edition_shows_the_affiliation_of_its_own_day(
    workspace: Workspace, year: str, post: str
) -> None:
    assert organizer(workspace.edition(year), "aniket-deshmukh").affiliation == post


@pytest.mark.parametrize(
    ("since", "shown"),
    [
        ("2024", "New"),
        ("2024-08", "New"),
        ("2024-08-25", "New"),
        ("2024-08-26", "Old"),
        ("2024-09", "Old"),
        ("2025", "Old"),
    ],
)
def test_a_post_begins_on_the_first_day_of_its_year_month_or_day(
    workspace: Workspace, since: str, shown: str
) -> None:
    person = with_person(
        workspace, f"affiliations: [{{institution: Old}}, {{institution: New, since: {since}}}]\n"
    )
    assert person.affiliation == shown


def test_a_post_held_alongside_stands_beside_the_one_before_it(workspace: Workspace) -> None:
    person = with_person(
        workspace,
        "affiliations:\n"
        "  - {institution: Before, country: Z}\n"
        "  - {institution: University, country: Z, since: 2020}\n"
        "  - {institution: Company, country: Z, since: 2023, alongside: true}\n"
        "  - {institution: Later, country: Z, since: 2025, alongside: true}\n",
    )
    assert person.affiliation == "University, Company"


def test_a_post_before_the_first_known_one_is_not_made_up(workspace: Workspace) -> None:
    person = with_person(workspace, "affiliations: [{institution: A, since: 2025}]\n")
    assert person.affiliation is None


def test_an_affiliation_carries_all_that_acmart_has_for_it(workspace: Workspace) -> None:
    person = with_person(
        workspace,
        "affiliations:\n  - {institution: A, department: B, city: C, state: D, country: E}\n",
    )
    assert person.affiliations == (Affiliation("A", "B", "C", "D", "E"),)


def test_the_address_of_a_post_goes_before_the_persons_own(workspace: Workspace) -> None:
    text = "email: own@example.org\naffiliations: [{institution: A, email: post@example.org}]\n"
    assert with_person(workspace, text).email == "post@example.org"
    assert with_person(workspace, text.replace(", email", ", since: 2025, email")).email == (
        "own@example.org"
    )


def test_an_edition_shows_the_biography_of_its_own_day(workspace: Workspace) -> None:
    before = organizer(workspace.edition("2024"), "narges-tabari").biography
    after = organizer(workspace.edition("2026"), "narges-tabari").biography
    assert before is not None
    assert after is not None
    assert before.startswith("Narges Tabari is with AWS AI Labs")
    assert after.startswith("Narges Tabari, an Applied Scientist")
    assert str(before.span).endswith(workspace.place_of(PERSON, "Narges Tabari is with"))


def test_a_full_biography_goes_before_a_later_short_one(workspace: Workspace) -> None:
    person = with_person(
        workspace,
        "bios:\n"
        "  - {text: First full one.}\n"
        "  - {since: 2023, text: Second full one.}\n"
        "  - {since: 2024, length: short, text: Short one.}\n"
        "  - {since: 2025, text: One of the future.}\n",
    )
    assert person.biography == "Second full one."


def test_a_short_biography_is_better_than_none(workspace: Workspace) -> None:
    assert with_person(workspace, "bios: [{length: short, text: Short one.}]\n").biography == (
        "Short one."
    )


def test_who_has_no_biography_yet_has_none(workspace: Workspace) -> None:
    assert with_person(workspace, "bios: [{since: 2025, text: Of the future.}]\n").biography is None


def test_a_talk_is_announced_with_the_speakers_honorific(workspace: Workspace) -> None:
    speakers = {talk.id: talk.person.addressed for talk in workspace.edition("2026").speakers}
    assert speakers["meng-jiang"] == "Dr.\u00a0Meng Jiang"
    assert speakers["liam-collins"] == "Liam Collins"


def test_people_without_a_file_are_named_where_they_stand(workspace: Workspace) -> None:
    committee = list(workspace.edition("2026").committee)
    assert (committee[0].name, committee[0].affiliation) == ("Praneeth Reddy", "Regions Bank")
    assert committee[0].id == ""


def test_a_committee_member_with_a_file_is_shown_as_of_the_day(workspace: Workspace) -> None:
    workspace.replace(
        "editions/2026/edition.yaml",
        "  - {name: Praneeth Reddy, affiliation: Regions Bank}",
        "  - {person: aniket-deshmukh}",
    )
    first = next(iter(workspace.edition("2026").committee))
    assert (first.name, first.affiliation) == ("Aniket Deshmukh", "Databricks")


def test_an_author_needs_an_affiliation_with_a_country(workspace: Workspace) -> None:
    workspace.write(PERSON, "name: A\naffiliations:\n  - {institution: B, city: C}\n")
    workspace.write("people/ed-chi.yaml", "name: D\naffiliations: [{institution: E, since: 2025}]")
    workspace.replace("editions/2024/edition.yaml", "  - george-karypis", "  - ed-chi")
    _, diagnostics = workspace.resolve("2024")
    assert places(diagnostics) == [
        "ed-chi.yaml:1:7 missing-affiliation",
        "narges-tabari.yaml:3:5 missing-country",
    ]


def test_proposals_and_papers_are_set_without_countries(workspace: Workspace) -> None:
    workspace.write(PERSON, "name: A\naffiliations:\n  - {institution: B, city: C}\n")
    diagnostics = {year: only(workspace.resolve(year)[1]) for year in ("2024", "2026")}
    assert {year: diagnostic.severity for year, diagnostic in diagnostics.items()} == {
        "2024": Severity.WARNING,
        "2026": Severity.WARNING,
    }


def test_who_only_speaks_needs_no_affiliation(workspace: Workspace) -> None:
    workspace.write("people/huzefa-rangwala.yaml", "name: Huzefa Rangwala\n")
    assert workspace.resolve("2024")[1] == []
