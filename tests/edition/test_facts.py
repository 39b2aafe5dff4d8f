"""The facts of an edition: their names, their texts, their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.check.facts.stated_facts import all_facts, stated_facts
from proposal.check.rules.run_rules import subject_of
from proposal.edition.facts import Fact, facts_of, recorded_facts
from proposal.render.quoted_facts import Facts, as_text
from tests.some import some
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"


def facts(workspace: Workspace, year: str = "2026") -> dict[str, Fact]:
    return facts_of(workspace.edition(year), workspace.read())


def texts(workspace: Workspace, year: str = "2026") -> dict[str, str]:
    return {name: fact.text for name, fact in facts(workspace, year).items()}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The texts of both editions' facts."""
    root = tmp_path_factory.mktemp("known") / "workshop"
    workspace = Workspace.of_the_real_workshop(root)
    return {year: texts(workspace, year) for year in ("2024", "2026")}


@pytest.mark.parametrize(
    ("year", "name", "text"),
    [
        ("2026", "year", "2026"),
        ("2026", "ordinal", "3"),
        ("2026", "acronym", "GenAIRecP"),
        ("2026", "venue.acronym", "WSDM '26"),
        ("2026", "venue.start", "2026-02-22"),
        ("2026", "venue.zone", "America/Boise"),
        ("2026", "when.date", "2026-02-26"),
        ("2026", "when.start", "08:55"),
        ("2024", "room", "Room 114"),
        ("2026", "organizers.narges-tabari.person", "narges-tabari"),
        ("2026", "organizers.narges-tabari.is_contact", "true"),
        ("2026", "contact", "narges-tabari"),
        ("2026", "organizers.aniket-deshmukh.affiliations.1.institution", "Databricks"),
        ("2024", "organizers.aniket-deshmukh.affiliations.1.institution", "AWS AI Labs"),
        ("2026", "speakers.nathan-kallus.affiliations.2.institution", "Netflix"),
        ("2026", "organizers.narges-tabari.email", "nargesam@amazon.com"),
        ("2026", "keywords.generative-ai", "Generative AI"),
        ("2026", "topics.deployment-case-studies", "Deployment case studies"),
        (
            "2026",
            "concepts.recommender-systems",
            "Information systems → Recommender systems",
        ),
        ("2026", "concepts.recommender-systems.significance", "500"),
        ("2026", "speakers.meng-jiang.status", "confirmed"),
        ("2024", "speakers.ed-chi-panel.person", "ed-chi"),
        ("2026", "dates.submission", "2025-11-28"),
        ("2026", "dates.submission.was.2025-11-21", "2025-11-21"),
        ("2026", "dates.submission.ends", "2025-11-29T00:00:00-07:00"),
        ("2026", "submissions.pages.max", "8"),
        ("2026", "submissions.archival", "false"),
        ("2026", "submissions.url", "https://openreview.net/group?id=WSDM/2026/Workshop/GenAIRecP"),
        ("2026", "submissions.excludes.references", "references"),
        ("2026", "committee.praneeth-reddy.affiliations.1.institution", "Regions Bank"),
        ("2026", "audience.expected", "60"),
        ("2026", "schedule.09:00.talk", "meng-jiang"),
        ("2026", "schedule.09:00.end", "09:45"),
        ("2026", "schedule.11:00.papers.agp", "agp"),
        ("2024", "schedule.17:00.panelists.ed-chi", "ed-chi"),
        ("2026", "papers.agp.code", "https://github.com/ChenMetanoia/AGP"),
        ("2026", "papers.agp.authors.philip-s-yu.name", "Philip S. Yu"),
        ("2024", "documents.camera-ready.rights.doi", "10.1145/3637528.3671486"),
        ("2024", "documents.camera-ready.first_page", "6737"),
    ],
)
def test_every_kind_of_fact_has_a_name_and_a_text(
    known: dict[str, dict[str, str]], year: str, name: str, text: str
) -> None:
    assert known[year][name] == text


def test_a_text_on_several_lines_becomes_one_line(workspace: Workspace) -> None:
    abstract = texts(workspace)["abstract"]
    assert abstract.startswith("Search engines, feeds and assistants have begun")
    assert "\n" not in abstract


def test_a_fact_knows_the_line_on_which_it_was_written(workspace: Workspace) -> None:
    fact = facts(workspace)["organizers.aniket-deshmukh.affiliations.1.institution"]
    place = workspace.place_of("people/aniket-deshmukh.yaml", "Databricks, country")
    assert fact.span is not None
    assert f"{fact.span.file.name}:{fact.span.line}:{fact.span.column}" == place


def test_a_choice_is_known_by_the_line_of_its_own_talk(workspace: Workspace) -> None:
    known = facts(workspace)
    for talk in some(workspace.edition("2026").speakers):
        person, role, status = (
            known[f"speakers.{talk.id}.{key}"].span for key in ("person", "role", "status")
        )
        assert person is not None
        assert role is not None
        assert status is not None
        assert (role.line, status.line) == (person.line + 1, person.line + 2)


def test_a_person_is_recorded_once_wherever_they_are_named(workspace: Workspace) -> None:
    recorded = recorded_facts(workspace.edition("2026"), workspace.read())
    ids = [fact.id for fact in recorded.values() if fact.text == "Narges Tabari"]
    assert ids == ["organizers.narges-tabari.name"]
    assert texts(workspace)["contact.name"] == "Narges Tabari"


@pytest.mark.parametrize(
    ("file", "one", "other"),
    [
        (EDITION, "  - narges-tabari\n", "  - aniket-deshmukh\n"),
        (EDITION, "  - Personalization\n", "  - Recommender Systems\n"),
        (EDITION, "  - Personalized text and image generation\n", "  - Deployment case studies\n"),
        (
            EDITION,
            "  - {name: Chi Xie, affiliation: OPPO}\n",
            "  - {name: Jayanth Regatti, affiliation: OSU}\n",
        ),
        ("editions/2026/papers.yaml", "Zhan Shi", "Shanglin Yang"),
        ("editions/2026/program.yaml", "agp, insertrank", "insertrank, agp"),
    ],
)
def test_the_order_of_a_list_does_not_change_a_fact(
    workspace: Workspace, file: str, one: str, other: str
) -> None:
    before = texts(workspace)
    place = workspace.data / file
    text = place.read_text()
    assert text.count(one) == text.count(other) == 1 or "agp" in one
    if "agp" in one:
        place.write_text(text.replace(one, other))
    else:
        place.write_text(text.replace(one, "\0").replace(other, one).replace("\0", other))
    assert texts(workspace) == before


def test_two_items_of_one_name_are_two_facts(workspace: Workspace) -> None:
    workspace.append(
        "editions/2026/program.yaml", "- {start: 16:40, end: 16:50, kind: social, title: Drinks}\n"
    )
    found = texts(workspace)
    assert found["schedule.16:40.kind"] == "closing"
    assert found["schedule.16:40-2.title"] == "Drinks"


def test_a_name_in_another_script_names_its_fact(workspace: Workspace) -> None:
    workspace.replace(EDITION, "{name: Chi Xie, affiliation: OPPO}", "{name: 華羅庚}")
    assert texts(workspace)["committee.華羅庚.name"] == "華羅庚"


def test_what_is_not_known_is_no_fact(workspace: Workspace) -> None:
    found = texts(workspace)
    assert "room" not in found
    assert "organizers.neil-shah.is_contact" not in found
    assert not [text for text in found.values() if text in {"None", ""}]


def test_how_a_document_is_laid_out_is_no_fact(workspace: Workspace) -> None:
    before = texts(workspace)
    old = "proposal: {text: proposal.md}"
    new = "proposal: {text: proposal.md, page_numbers: false, authors_per_row: 2}"
    workspace.replace(EDITION, old, new)
    assert texts(workspace) == before


def test_facts_do_not_depend_on_where_the_folder_lies(workspace: Workspace, tmp_path: Path) -> None:
    elsewhere = Workspace.of_the_real_workshop(tmp_path / "elsewhere")
    assert texts(elsewhere) == texts(workspace)


def test_every_part_of_the_program_names_a_fact_alike(workspace: Workspace) -> None:
    project = workspace.load()
    edition = project.editions["2026"]
    ids = [fact.id for fact in all_facts(subject_of(project, "2026"))]
    assert ids == list(facts_of(edition, project.data))
    assert {fact.id for fact in recorded_facts(edition, project.data).values()} < set(ids)
    assert {fact.id for fact in stated_facts(subject_of(project, "2026"))} < set(ids)


@pytest.mark.parametrize(
    "name",
    ["title", "acronym", "when.date", "venue.city", "dates.submission", "contact.email", "room"],
)
def test_the_id_of_a_fact_is_the_name_that_prose_quotes(workspace: Workspace, name: str) -> None:
    edition = workspace.edition("2024")
    quoted = as_text(Facts(edition).value(name), name)
    fact = facts_of(edition, workspace.read())[name]
    assert quoted == fact.value


def test_a_fact_whose_value_is_no_text_knows_its_place(workspace: Workspace) -> None:
    found = facts(workspace)
    for name, file, text in (
        ("dates.submission", EDITION, "2025-11-28"),
        ("schedule.09:00.end", "editions/2026/program.yaml", "09:45, talk: meng-jiang"),
        ("venue.end", "venues/wsdm-2026.yaml", "2026-02-26"),
        ("submissions.pages.max", EDITION, "8}\n"),
    ):
        span = found[name].span
        assert span is not None
        assert f"{span.file.name}:{span.line}:{span.column}" == workspace.place_of(file, text)


def test_two_venues_in_one_zone_name_it_at_their_own_places(workspace: Workspace) -> None:
    workspace.replace("venues/wsdm-2026.yaml", "zone: America/Boise", "zone: Europe/Madrid")
    folder = workspace.read()
    files = []
    for year in ("2024", "2026"):
        place = facts_of(workspace.edition(year), folder)["venue.zone"].span
        assert place is not None
        files.append(place.file.relative_to(workspace.data).as_posix())
    assert files == ["venues/kdd-2024.yaml", "venues/wsdm-2026.yaml"]
