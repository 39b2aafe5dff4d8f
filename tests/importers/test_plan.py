"""What an import would do, what it does, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft, DraftPerson, Placeholder, Record
from proposal.importers.plan import NoEditionError, plan_import
from tests.diagnostic_lists import only
from tests.importers.bringing import (
    bring_in,
    contents,
    imports,
    new_folder,
    person,
    refuses,
    written,
)
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
TABLE = "Name,Email,Institution,Role\nEd Chi,ed@example.org,Google,organizer\nNew Body,,X,keynote\n"


def text_of(workspace: Workspace, file: str) -> str:
    return (workspace.data / file).read_text(encoding="utf-8")


def planned(workspace: Workspace, draft: Draft, year: str = "2026") -> list[str]:
    """What a plan says of changes, a line each, without doing any."""
    plan = plan_import(workspace.read(), draft, year)
    return [
        f"{change.file.name} {change.where}: {change.old} → {change.new}" for change in plan.changes
    ]


# The command


def test_a_dry_run_shows_the_plan_and_writes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    table = written(tmp_path / "form.csv", TABLE)
    before = contents(workspace)
    finished = workspace.run("import", "people", str(table), "--edition", "2026", "--dry-run")
    assert finished.code == 0, finished.errors
    assert contents(workspace) == before
    assert "new      data/people/new-body.yaml" in finished.output
    assert "changes  data/people/ed-chi.yaml" in finished.output
    assert "email: ed@example.org" in finished.output
    assert "Done" not in finished.output


def test_old_and_new_values_stand_side_by_side(workspace: Workspace) -> None:
    draft = Draft(edition={"room": "Room 2", "when": {"date": "2026-02-26", "start": "09:30"}})
    workspace.append(EDITION, "room: Room 1\n")
    assert planned(workspace, draft) == [
        "edition.yaml room: Room 1 → Room 2",
        "edition.yaml when.start: 08:55 → 09:30",
    ]


def test_an_import_run_twice_changes_no_byte_and_says_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    imports(workspace, "people", written(tmp_path / "form.csv", TABLE))


def test_comments_and_order_of_an_edition_survive(workspace: Workspace) -> None:
    workspace.replace(EDITION, "ordinal: 3\n", "ordinal: 3  # counted by us\n# beside WSDM\n")
    before = text_of(workspace, EDITION)
    bring_in(workspace, Draft(edition={"audience": {"expected": "61"}}), "2026")
    old = next(line for line in before.splitlines() if line.startswith("audience"))
    assert text_of(workspace, EDITION) == before.replace(old, "audience: {expected: 61}")


def test_nothing_is_imported_into_data_with_errors(workspace: Workspace, tmp_path: Path) -> None:
    workspace.append(EDITION, "nonsense: yes\n")
    before = contents(workspace)
    table = written(tmp_path / "form.csv", TABLE)
    finished = workspace.run("import", "people", str(table), "--edition", "2026")
    assert finished.code == 1
    assert "Mend the data first" in finished.output
    assert contents(workspace) == before


def test_two_spellings_of_one_known_person_are_one_organizer(workspace: Workspace) -> None:
    both = [person("Ed Chi"), person("E. Chi", "Somewhere Else")]
    plan = bring_in(workspace, Draft(people=both, edition={"organizers": list(both)}), "2026")
    assert [diagnostic.code for diagnostic in plan.diagnostics] == ["told-twice"]
    organizers = workspace.read().editions["2026"].edition.organizers
    assert [organizer.person for organizer in organizers].count("ed-chi") == 1


def test_a_series_that_was_begun_without_answers_gets_the_names_of_a_source(
    workspace: Workspace,
) -> None:
    series = "current: 2026\nname: Workshop on Your Subject\nacronym: ACRONYM\n"
    (workspace.data / "workshop.yaml").write_text(series, "utf-8")
    draft = Draft(workshop={"name": "Workshop on Samples", "acronym": "WSP"})
    assert planned(workspace, draft) == [
        "workshop.yaml name: Workshop on Your Subject → Workshop on Samples",
        "workshop.yaml acronym: ACRONYM → WSP",
    ]


# Editions that are not there


def test_people_are_taken_without_an_edition_and_their_roles_reported(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "w")
    draft = Draft(edition={"organizers": [organizer := person("New Body")]}, people=[organizer])
    plan = bring_in(workspace, draft, "2031")
    assert list(contents(workspace)) == ["people/new-body.yaml"]
    assert [diagnostic.code for diagnostic in plan.diagnostics] == ["no-edition"]
    assert "proposal new" not in str(plan.diagnostics[0].hint), "there is none to start from"


def test_papers_without_an_edition_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    source = written(tmp_path / "papers.csv", "Title,Authors\nA Paper,Some Body\n")
    message = refuses(workspace, "papers", source, "2031")
    assert "there is no edition 2031 in data/" in message
    assert "proposal new 2031 --from 2026 --venue NAME`" in message
    with pytest.raises(NoEditionError):
        plan_import(workspace.read(), Draft(venue={"city": "Boise"}), "2031")


# Values that are assumed


def test_what_a_source_only_assumes_fills_gaps_and_replaces_nothing(workspace: Workspace) -> None:
    draft = Draft(edition={"ordinal": Placeholder("1"), "room": Placeholder("Room 1")})
    assert planned(workspace, draft) == ["edition.yaml room: None → Room 1"]


# Lists


def test_a_speaker_with_an_id_is_no_second_one(workspace: Workspace) -> None:
    chi = person("Ed Chi")
    speakers: list[Record] = [
        {"person": chi, "role": "keynote", "status": "confirmed"},
        {"person": chi, "role": "panelist", "status": "confirmed"},
    ]
    assert (
        planned(workspace, Draft(people=[chi], edition={"speakers": list(speakers)}), "2024") == []
    )


def test_a_second_talk_of_one_person_gets_an_id(workspace: Workspace) -> None:
    chirag = person("Chirag Shah")
    speakers: list[Record] = [
        {"person": chirag, "role": "panelist", "status": Placeholder("invited")}
    ]
    draft = Draft(people=[chirag], edition={"speakers": list(speakers)})
    bring_in(workspace, draft, "2026")
    talks = [
        speaker.id
        for speaker in workspace.edition("2026").speakers
        if speaker.person.id == "chirag-shah"
    ]
    assert talks == ["chirag-shah", "chirag-shah-panel"]
    assert planned(workspace, draft) == []


def test_a_known_paper_keeps_its_id_wherever_it_is_named(workspace: Workspace) -> None:
    title = "AGP: Auto-guided prompt refinement for personalized reranking in recommender systems"
    draft = Draft(
        papers=[{"id": "auto-guided", "title": title, "authors": ["Chen Wang"]}],
        program=[{"start": "11:00", "end": "11:45", "kind": "papers", "papers": ["auto-guided"]}],
    )
    changes = planned(workspace, draft)
    assert [
        change for change in changes if "program" in change or "id" in change.split(":")[0]
    ] == []
    assert not any("papers[3].title" in change for change in changes)


def test_authors_stand_in_the_order_of_the_source(workspace: Workspace) -> None:
    title = "Selective LLM-Guided Regularization for Enhancing Recommendation Models"
    authors: list[Record] = [
        {"name": "Shanglin Yang", "affiliation": "Somewhere"},
        {"name": "New Body"},
        {"name": "Z. Shi"},
    ]
    draft = Draft(papers=[{"id": "x", "title": title, "authors": list(authors)}])
    bring_in(workspace, draft, "2026")
    paper = next(paper for paper in workspace.edition("2026").papers if paper.title == title)
    assert [(author.name, author.affiliation) for author in paper.authors] == [
        ("Shanglin Yang", "Somewhere"),
        ("New Body", None),
        ("Zhan Shi", None),
    ]
    assert planned(workspace, draft) == []


def test_a_member_of_the_committee_is_named_once(workspace: Workspace) -> None:
    hou = person("Yupeng Hou")
    draft = Draft(people=[hou], edition={"committee": [{"person": hou}]})
    size = len(workspace.edition("2026").committee)
    bring_in(workspace, draft, "2026")
    assert len(workspace.edition("2026").committee) == size
    assert "- {person: yupeng-hou}" in text_of(workspace, EDITION)
    by_name = Draft(edition={"committee": [{"name": "Y. Hou"}, {"name": "Yupeng Hou"}]})
    assert planned(workspace, by_name) == ["edition.yaml committee: None → name: Y. Hou"]


def test_a_new_slot_stands_at_its_time(workspace: Workspace) -> None:
    slot: Record = {"start": "10:40", "end": "10:50", "kind": "discussion"}
    bring_in(workspace, Draft(program=[slot]), "2026")
    starts = [slot.start for slot in workspace.edition("2026").schedule]
    assert starts == sorted(starts)


def test_a_talk_in_place_of_a_break_is_reported_and_leaves_no_break(workspace: Workspace) -> None:
    meng = person("Meng Jiang")
    slot: Record = {"start": "10:30", "end": "11:00", "talk": meng}
    changes = planned(workspace, Draft(people=[meng], program=[slot]))
    assert changes[0].startswith("program.yaml program[4]: start: 10:30, end: 11:00, kind: break")
    bring_in(workspace, Draft(people=[meng], program=[slot]), "2026")


def test_sessions_at_the_same_time_stay_two(workspace: Workspace) -> None:
    slots: list[Record] = [
        {"start": "17:00", "end": "18:00", "kind": "posters", "title": title}
        for title in ("Posters A", "Posters B")
    ]
    bring_in(workspace, Draft(program=list(slots)), "2026")
    assert planned(workspace, Draft(program=list(slots))) == []
    titles = [slot.title for slot in workspace.edition("2026").schedule]
    assert titles[-2:] == ["Posters A", "Posters B"]


# Documents, portraits, the venue


def test_a_document_without_a_text_is_begun_with_the_facts(workspace: Workspace) -> None:
    rights: Record = {"copyright": "acmlicensed"}
    draft = Draft(edition={"documents": {"camera-ready": {"rights": rights}}})
    plan = bring_in(workspace, draft, "2026")
    assert [diagnostic.code for diagnostic in plan.diagnostics] == ["begun-text"]
    summary = text_of(workspace, "editions/2026/summary.md")
    assert "# Topics\n\n{{ topics }}\n" in summary
    assert workspace.edition("2026").documents["camera-ready"].text.startswith("# Topics")


def test_a_text_that_exists_is_not_begun_again(workspace: Workspace) -> None:
    before = text_of(workspace, "editions/2024/summary.md")
    rights: Record = {"copyright": "cc", "licence": "by"}
    bring_in(workspace, Draft(edition={"documents": {"camera-ready": {"rights": rights}}}), "2024")
    assert text_of(workspace, "editions/2024/summary.md") == before


def test_another_kind_of_rights_takes_the_licence_out(workspace: Workspace) -> None:
    for rights in ({"copyright": "cc", "licence": "by"}, {"copyright": "acmlicensed"}):
        documents: Record = {"camera-ready": {"rights": dict(rights)}}
        bring_in(workspace, Draft(edition={"documents": documents}), "2024")
    assert "licence" not in text_of(workspace, "editions/2024/edition.yaml")


def test_a_portrait_is_stored_and_named(workspace: Workspace) -> None:
    draft = Draft(people=[DraftPerson("Ed Chi", photo=b"one", photo_suffix=".png")])
    bring_in(workspace, draft, "2026")
    assert (workspace.data / "people/photos/ed-chi.png").read_bytes() == b"one"
    assert text_of(workspace, "people/ed-chi.yaml").endswith("photo: ed-chi.png\n")
    draft.people[0].photo = b"two"
    assert planned(workspace, draft) == ["ed-chi.png the picture: another picture → this one"]


def test_the_current_edition_moves_on_but_never_back(workspace: Workspace) -> None:
    workspace.replace("workshop.yaml", "current: 2026", "current: 2025")
    assert planned(workspace, Draft(edition={"room": "R"}), "2024")[0].startswith(
        "edition.yaml room"
    )
    assert planned(workspace, Draft(edition={"room": "R"})) == [
        "workshop.yaml current: 2025 → 2026",
        "edition.yaml room: None → R",
    ]


# Bibliographies


def test_new_entries_follow_what_stands_there_and_another_work_of_a_key_is_reported(
    workspace: Workspace,
) -> None:
    file = "editions/2026/references.bib"
    before = text_of(workspace, file).rstrip()
    new = "@misc{new, title={N}}\n"
    other = "@misc{koren2009matrix, title={Another Work}}\n"
    draft = Draft(bibliography={"koren2009matrix": other, "new": new})
    plan = plan_import(workspace.read(), draft, "2026")
    assert plan.changed == {workspace.data / file: f"{before}\n\n{new}".encode()}
    diagnostic = only(plan.diagnostics)
    assert (diagnostic.code, str(diagnostic.span)) == (
        "known-otherwise",
        f"{workspace.data / file}:1:10",
    )
    assert "Another Work" in diagnostic.message
