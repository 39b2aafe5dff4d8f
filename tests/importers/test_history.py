"""People change; what earlier and later editions show of them does not."""

from __future__ import annotations

from itertools import permutations

import pytest

from proposal.edition.edition import Edition
from proposal.importers.draft import Draft, DraftPerson
from tests.importers.bringing import bring_in, person
from tests.workspace import Workspace

NAME, FILE = "aniket-deshmukh", "people/aniket-deshmukh.yaml"
PUT_ON = {
    "2022": "first biography, long enough to be told from others",
    "2024": "second biography, long enough to be told from others",
    "2026": "third biography, long enough to be told from others",
}


def draft_of(institution: str, **more: str) -> Draft:
    return Draft(people=[person("Aniket Deshmukh", institution, **more)])


def shown(workspace: Workspace, year: str) -> tuple[str | None, str | None]:
    """The affiliation and the biography that an edition prints of him."""
    edition: Edition = workspace.edition(year)
    found = next(
        organizer.person for organizer in edition.organizers if organizer.person.id == NAME
    )
    biography = str(found.biography).strip() if found.biography else None
    return found.affiliation, biography


@pytest.fixture
def three(workspace: Workspace) -> Workspace:
    """The workshop with an edition of 2022 as well, and a person of whom little is known."""
    edition = (workspace.data / "editions/2024/edition.yaml").read_text(encoding="utf-8")
    venue = (workspace.data / "venues/kdd-2024.yaml").read_text(encoding="utf-8")
    beginning = edition[: edition.index("speakers:")].replace("2024", "2022")
    workspace.write("editions/2022/edition.yaml", beginning)
    workspace.write("venues/kdd-2022.yaml", venue.replace("2024", "2022"))
    workspace.write(FILE, "name: Aniket Deshmukh\n")
    return workspace


@pytest.mark.parametrize("order", list(permutations(["2022", "2024", "2026"])))
def test_who_moved_has_every_post_in_its_time_whichever_edition_comes_first(
    three: Workspace, order: tuple[str, ...]
) -> None:
    posts = {"2022": "Microsoft", "2024": "AWS AI Labs", "2026": "Databricks"}
    for year in order:
        bring_in(three, draft_of(posts[year]), year)
    assert {year: shown(three, year)[0] for year in posts} == posts
    lines = (three.data / FILE).read_text(encoding="utf-8").count("institution:")
    assert lines == len(posts)


@pytest.mark.parametrize("order", list(permutations(["2022", "2024", "2026"])))
def test_who_came_back_is_shown_where_he_was(three: Workspace, order: tuple[str, ...]) -> None:
    posts = {"2022": "AWS AI Labs", "2024": "Databricks", "2026": "AWS AI Labs"}
    for year in order:
        bring_in(three, draft_of(posts[year]), year)
    assert {year: shown(three, year)[0] for year in posts} == posts


@pytest.mark.parametrize("order", list(permutations(["2022", "2024", "2026"])))
def test_who_stayed_has_one_post_that_begins_with_the_first_edition(
    three: Workspace, order: tuple[str, ...]
) -> None:
    for year in order:
        bring_in(three, draft_of("AWS AI Labs"), year)
    (post,) = three.read().people[NAME].affiliations
    assert (post.institution, str(post.since)) == ("AWS AI Labs", "2022-08-25")


@pytest.mark.parametrize("order", list(permutations(["2022", "2024", "2026"])))
def test_every_edition_shows_the_biography_that_was_sent_for_it(
    three: Workspace, order: tuple[str, ...]
) -> None:
    for year in order:
        bring_in(three, draft_of("AWS AI Labs", biography=PUT_ON[year]), year)
    assert {year: shown(three, year)[1] for year in PUT_ON} == PUT_ON


@pytest.mark.parametrize(("year", "others"), [("2024", ["2026"]), ("2026", ["2024"])])
def test_other_editions_show_what_they_did(
    workspace: Workspace, year: str, others: list[str]
) -> None:
    before = {other: shown(workspace, other) for other in others}
    bring_in(workspace, draft_of("Somewhere Else", biography="A new text about him."), year)
    assert shown(workspace, year) == ("Somewhere Else", "A new text about him.")
    assert {other: shown(workspace, other) for other in others} == before


def test_a_biography_for_all_editions_goes_on_before_and_behind_a_new_one(
    three: Workspace,
) -> None:
    three.write(
        FILE,
        "name: Aniket Deshmukh\n"
        "affiliations: [{institution: AWS AI Labs, country: USA}]\n"
        "bio: For all editions.\n",
    )
    bring_in(three, Draft(people=[DraftPerson("Aniket Deshmukh", biography="For one.")]), "2024")
    assert [shown(three, year)[1] for year in ("2022", "2024", "2026")] == [
        "For all editions.",
        "For one.",
        "For all editions.",
    ]


def test_two_posts_at_a_time_stand_alongside(three: Workspace) -> None:
    both = DraftPerson(
        "Aniket Deshmukh",
        affiliations=[
            {"institution": "One", "country": "USA"},
            {"institution": "Two", "country": "USA"},
        ],
    )
    bring_in(three, Draft(people=[both]), "2024")
    bring_in(three, draft_of("Three"), "2026")
    assert [shown(three, year)[0] for year in ("2024", "2026")] == ["One, Two", "Three"]


def test_a_known_post_is_completed_and_never_contradicted(workspace: Workspace) -> None:
    workspace.write(FILE, "name: Aniket Deshmukh\naffiliations:\n  - {institution: Databricks}\n")
    detailed = DraftPerson(
        "A. Deshmukh",
        affiliations=[{"institution": "databricks", "city": "San Francisco", "country": "USA"}],
    )
    plan = bring_in(workspace, Draft(people=[detailed]), "2026")
    assert (workspace.data / FILE).read_text(encoding="utf-8") == (
        "name: Aniket Deshmukh\n"
        "affiliations:\n"
        "  - {institution: Databricks, city: San Francisco, country: USA}\n"
    )
    said = [diagnostic.message for diagnostic in plan.diagnostics]
    assert "the source writes A. Deshmukh; the name stays Aniket Deshmukh" in said
    assert "the source writes databricks; it stays Databricks" in said


def test_what_a_person_wrote_is_kept_and_the_difference_reported(workspace: Workspace) -> None:
    other = DraftPerson("Aniket Deshmukh", email="other@example.org")
    plan = bring_in(workspace, Draft(people=[other]), "2026")
    assert plan.is_empty
    assert "the source gives the email other@example.org; it stays" in plan.diagnostics[0].message


def test_comments_stay_beside_what_they_are_about(workspace: Workspace) -> None:
    workspace.write(
        FILE,
        "# who he is\n"
        "name: Aniket Deshmukh # as printed\n"
        "# where he is\n"
        "affiliations: # the oldest first\n"
        "  # until 2025\n"
        "  - {institution: AWS AI Labs, since: 2024}\n"
        "# what he does\n"
        "bio: |\n"
        "  Something.\n"
        "# the end\n",
    )
    wanted = DraftPerson(
        "Aniket Deshmukh",
        honorific="Dr.",
        homepage="https://example.org/",
        affiliations=[{"institution": "Databricks"}],
        biography="Something else.",
    )
    bring_in(workspace, Draft(people=[wanted]), "2026")
    assert (workspace.data / FILE).read_text(encoding="utf-8") == (
        "# who he is\n"
        "name: Aniket Deshmukh # as printed\n"
        "honorific: Dr.\n"
        "links: {homepage: https://example.org/}\n"
        "# where he is\n"
        "affiliations: # the oldest first\n"
        "  # until 2025\n"
        "  - {institution: AWS AI Labs, since: 2024}\n"
        "  - {institution: Databricks, since: 2026-02-26}\n"
        "# what he does\n"
        "bios:\n"
        "  - text: |\n"
        "      Something.\n"
        "  - since: 2026-02-26\n"
        "    text: |\n"
        "      Something else.\n"
        "# the end\n"
    )
