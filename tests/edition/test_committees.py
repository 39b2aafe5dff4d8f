"""Committees beside the program committee: of the series, of an edition, and quoted in prose."""

from __future__ import annotations

from proposal.edition.edition import Edition
from proposal.edition.facts import recorded_facts
from proposal.render.quoted_facts import Facts
from tests.diagnostic_lists import only
from tests.render.shown_texts import pages, texts
from tests.workspace import Workspace

SERIES = "workshop.yaml"
EDITION = "editions/2026/edition.yaml"


def shown(edition: Edition) -> dict[str, list[str]]:
    return {
        committee.name: [member.name for member in committee.members]
        for committee in edition.committees
    }


def test_a_committee_of_the_series_is_shown_by_editions_from_its_day_on(
    workspace: Workspace,
) -> None:
    workspace.append(
        SERIES,
        "committees:\n"
        "  - {name: Steering Committee, since: 2025-03, members: [Ann Author, {person: ed-chi}]}\n",
    )
    assert shown(workspace.edition("2026")) == {"Steering Committee": ["Ann Author", "Ed Chi"]}
    assert shown(workspace.edition("2024")) == {}


def test_the_members_of_a_series_committee_change_with_the_years(workspace: Workspace) -> None:
    workspace.append(
        SERIES,
        "committees:\n"
        "  - {name: Steering Committee, members: [Ann Author]}\n"
        "  - {name: Steering committee, since: 2026, members: [Ben Other]}\n",
    )
    assert shown(workspace.edition("2024")) == {"Steering Committee": ["Ann Author"]}
    assert shown(workspace.edition("2026")) == {"Steering committee": ["Ben Other"]}


def test_an_edition_replaces_the_committee_of_the_series_or_leaves_it_out(
    workspace: Workspace,
) -> None:
    workspace.append(
        SERIES,
        "committees:\n"
        "  - {name: Steering Committee, members: [Ann Author]}\n"
        "  - {name: Advisory Board, members: [Cay Third]}\n",
    )
    workspace.append(
        EDITION,
        "committees:\n"
        "  - {name: Area Chairs, members: [Dan Fourth (An Institute)]}\n"
        "  - {name: steering-committee, members: [Ben Other]}\n"
        "  - {name: Advisory Board, members: []}\n",
    )
    assert shown(workspace.edition("2026")) == {
        "steering-committee": ["Ben Other"],
        "Area Chairs": ["Dan Fourth"],
    }


def test_members_are_shown_as_they_were_on_the_day(workspace: Workspace) -> None:
    workspace.append(
        SERIES,
        "committees: [{name: Web, members: [{person: aniket-deshmukh}, Eve (An Institute)]}]\n",
    )
    for year, institution in (("2024", "AWS AI Labs"), ("2026", "Databricks")):
        (web,) = workspace.edition(year).committees
        assert [member.affiliation for member in web.members] == [institution, "An Institute"]


def test_two_committees_of_one_name_are_refused(workspace: Workspace) -> None:
    twice = "[{name: Web, members: [Ann Author]}, {name: web, members: [Ben Other]}]"
    workspace.append(EDITION, f"committees: {twice}\n")
    found = only(workspace.read().diagnostics)
    assert (found.code, found.message) == ("committee-named-twice", "`web` stands here twice")
    assert found.hint == "put all members into one of the two, or give one another name"
    workspace.replace(EDITION, f"committees: {twice}\n", "")
    workspace.append(SERIES, f"committees: {twice}\n")
    found = only(workspace.read().diagnostics)
    assert found.hint is not None
    assert found.hint.endswith("if its members changed, write `since:` with the day")


def test_the_program_committee_has_a_place_of_its_own(workspace: Workspace) -> None:
    workspace.append(EDITION, "committees: [{name: Programme Committee, members: [Ann Author]}]\n")
    found = only(workspace.read().diagnostics)
    assert found.code == "program-committee-apart"
    assert found.hint == "write its members under `committee:` in edition.yaml"
    assert f"{found.span}".endswith(workspace.place_of(EDITION, "Programme Committee"))


def test_an_unknown_member_is_reported_where_it_is_named(workspace: Workspace) -> None:
    workspace.append(SERIES, "committees: [{name: Web, members: [{person: nobody-known}]}]\n")
    _, diagnostics = workspace.resolve("2026")
    found = only(diagnostics)
    assert found.code == "unknown-person"
    assert f"{found.span}".endswith(workspace.place_of(SERIES, "nobody-known"))


def test_prose_names_a_committee_s_members(workspace: Workspace) -> None:
    workspace.append(
        EDITION,
        "committees:\n"
        "  - {name: Steering Committee, members: [Ann Author (An Institute), Ben Other]}\n"
        "  - {name: Web, members: [Cay Third]}\n",
    )
    facts = Facts(workspace.edition("2026"))
    only_one = 'committees | only("steering-committee")'
    assert facts.value(f"{only_one} | listing") == "Ann Author (An Institute) and Ben Other"
    assert facts.value("committees | names") == "Ann Author, Ben Other, and Cay Third"
    assert facts.value("committees | length") == 2


def test_a_committee_is_a_fact_with_its_place_in_either_file(workspace: Workspace) -> None:
    workspace.append(SERIES, "committees: [{name: Web, members: [{person: ed-chi}, Eve Fifth]}]\n")
    workspace.append(EDITION, "committees: [{name: Area Chairs, members: [Dan (An Institute)]}]\n")
    project = workspace.load()
    facts = recorded_facts(project.editions["2026"], project.data)
    for name, file, text in (
        ("committees.web.name", SERIES, "Web"),
        ("committees.web.members.ed-chi", SERIES, "Web"),
        ("committees.web.members.eve-fifth.name", SERIES, "Eve Fifth"),
        ("committees.area-chairs.name", EDITION, "Area Chairs"),
    ):
        assert f"{facts[name].span}".endswith(workspace.place_of(file, text)), name
    assert facts["committees.area-chairs.members.dan.name"].value == "Dan"


def test_an_organizer_has_a_part_of_their_own(workspace: Workspace) -> None:
    workspace.replace(
        EDITION, "  - neil-shah\n", "  - {person: neil-shah, role: Publicity Chair}\n"
    )
    project = workspace.load()
    organizers = {member.person.id: member.role for member in project.editions["2026"].organizers}
    assert organizers["neil-shah"] == "Publicity Chair"
    assert organizers["julian-mcauley"] is None
    fact = recorded_facts(project.editions["2026"], project.data)["organizers.neil-shah.role"]
    assert fact.value == "Publicity Chair"
    assert f"{fact.span}".endswith(workspace.place_of(EDITION, "Publicity Chair"))


def test_all_artefacts_spell_the_program_as_the_key_does(workspace: Workspace) -> None:
    assert workspace.edition("2026").committee
    workspace.write("editions/2026/overview.md", "Of what the workshop is about.\n")
    found = texts(pages(workspace))
    for name in ("text/cfp.txt", "text/cfp.md", "site/2026/index.html"):
        assert "Program committee" in found[name], name
        assert "programme committee" not in found[name].lower(), name
