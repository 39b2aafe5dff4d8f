"""An edition that is frozen says what it said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from proposal.diagnostics import Diagnostic, Severity
from proposal.edition.frozen import FROZEN_FILE, frozen
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

EDITION = "editions/2024/edition.yaml"
PERSON = "people/dietmar-jannach.yaml"


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    content = frozen(workspace.edition("2024"), workspace.read())
    workspace.write(f"editions/2024/{FROZEN_FILE}", content.decode())
    return workspace


def diagnostics_of(workspace: Workspace) -> list[Diagnostic]:
    return workspace.check(["2024"])


def test_nothing_is_reported_as_long_as_nothing_changes(workspace: Workspace) -> None:
    assert diagnostics_of(workspace) == []


def test_a_new_post_without_since_is_reported_with_the_old_and_the_new_value(
    workspace: Workspace,
) -> None:
    workspace.replace(PERSON, "University of Klagenfurt", "Somewhere University")
    found = only(diagnostics_of(workspace))
    assert found.severity is Severity.ERROR
    assert found.message == (
        "edition 2024 is frozen, but speakers.dietmar-jannach.affiliations.1.institution was "
        "`University of Klagenfurt` and is `Somewhere University`"
    )
    where = workspace.place_of(PERSON, "Somewhere University")
    assert places([found]) == [f"{where} frozen-edition"]
    assert found.hint is not None
    assert "since" in found.hint


def test_what_can_have_no_day_from_which_it_is_true_is_not_to_be_given_one(
    workspace: Workspace,
) -> None:
    workspace.replace(PERSON, "name: Dietmar Jannach", "name: Dietmar Sample")
    found = diagnostics_of(workspace)
    assert found
    assert all(diagnostic.hint and "since" not in diagnostic.hint for diagnostic in found)


def test_a_new_post_with_since_is_no_change(workspace: Workspace) -> None:
    text = (workspace.data / PERSON).read_text()
    (post,) = [line for line in text.splitlines() if "institution" in line]
    new = "  - {institution: Somewhere University, country: Austria, since: 2025-01}"
    workspace.replace(PERSON, f"{post}\n", f"{post}\n{new}\n")
    assert diagnostics_of(workspace) == []


def test_a_biography_that_appears_without_since_is_a_change(workspace: Workspace) -> None:
    workspace.append(PERSON, "bio: A professor.\n")
    found = only(diagnostics_of(workspace))
    assert found.message.endswith("biography was nothing and is `A professor.`")


def test_of_a_long_text_the_place_of_the_change_is_shown(workspace: Workspace) -> None:
    workspace.replace(EDITION, "has changed research on", "has altered research on")
    message = only(diagnostics_of(workspace)).message
    old, _, new = message.partition("` and is `")
    assert "has changed research on" in old
    assert "has altered research on" in new
    assert len(message) < 250


@pytest.mark.parametrize(
    ("file", "old", "new", "name"),
    [
        ("venues/kdd-2024.yaml", "city: Barcelona", "city: Bilbao", "venue.city"),
        ("workshop.yaml", "acronym: GenAIRecP", "acronym: GARP", "acronym"),
        (EDITION, "date: 2024-06-10", "date: 2024-06-12", "dates.submission"),
        (EDITION, "room: Room 114\n", "", "room"),
        ("editions/2024/program.yaml", "end: 18:00", "end: 17:50", "schedule.17:00.end"),
        (EDITION, "doi: 10.1145/3637528.3671486", "doi: 10.1145/3637528.1", "doi"),
    ],
)
def test_any_other_change_of_a_fact_is_reported(
    workspace: Workspace, file: str, old: str, new: str, name: str
) -> None:
    workspace.replace(file, old, new)
    messages = [
        diagnostic.message
        for diagnostic in diagnostics_of(workspace)
        if diagnostic.code == "frozen-edition"
    ]
    assert any(f"{name} was" in message for message in messages)


def test_what_becomes_known_later_may_be_added_in_the_editions_folder(
    workspace: Workspace,
) -> None:
    workspace.append(EDITION, "sponsors: [{name: A Company}]\n")
    assert diagnostics_of(workspace) == []


def test_news_and_photos_of_a_frozen_edition_are_no_change(workspace: Workspace) -> None:
    photos = workspace.data / "editions/2024/photos"
    photos.mkdir()
    Image.new("RGB", (30, 20)).save(photos / "group.jpg")
    workspace.append(
        EDITION,
        "news:\n  - {date: 2024-09-01, text: Photos are online.}\n"
        "photos:\n  - {file: group.jpg, alt: Everybody}\n",
    )
    assert diagnostics_of(workspace) == []


def test_another_order_or_layout_is_no_change(workspace: Workspace) -> None:
    workspace.replace(EDITION, "text: summary.md", "text: summary.md\n    authors_per_row: 3")
    lines = ["  - Personalization\n", "  - Recommender Systems\n"]
    workspace.replace(EDITION, "".join(lines), "".join(reversed(lines)))
    assert diagnostics_of(workspace) == []


def test_a_great_change_is_not_reported_fact_by_fact(workspace: Workspace) -> None:
    workspace.replace(EDITION, "date: 2024-08-25, start: 14:00", "date: 2024-08-26, start: 14:01")
    workspace.write(EDITION, (workspace.data / EDITION).read_text().replace("keynote", "talk"))
    found = [
        diagnostic
        for diagnostic in diagnostics_of(workspace)
        if diagnostic.code == "frozen-edition"
    ]
    assert len(found) == 9
    assert found[-1].message.endswith("facts have changed in edition 2024")


def test_a_change_that_is_meant_is_written_in_the_frozen_file(workspace: Workspace) -> None:
    workspace.replace(PERSON, "University of Klagenfurt", "Somewhere University")
    file = workspace.data / "editions/2024" / FROZEN_FILE
    known = json.loads(file.read_text())
    known["speakers.dietmar-jannach.affiliations.1.institution"] = "Somewhere University"
    file.write_text(json.dumps(known))
    assert diagnostics_of(workspace) == []


@pytest.mark.parametrize("content", ["{", "[]", '{"room": 1}', "\udcff"])
def test_a_frozen_file_that_cannot_be_read_is_reported(workspace: Workspace, content: str) -> None:
    file = workspace.data / "editions/2024" / FROZEN_FILE
    file.write_bytes(content.encode(errors="surrogateescape"))
    found = only(diagnostics_of(workspace))
    assert found.message == "the facts of edition 2024 cannot be read"
    assert places([found]) == [f"{FROZEN_FILE}:1:1 frozen-edition"]


def test_an_edition_that_is_not_frozen_may_change(workspace: Workspace) -> None:
    (workspace.data / "editions/2024" / FROZEN_FILE).unlink()
    workspace.replace(PERSON, "University of Klagenfurt", "Somewhere University")
    assert diagnostics_of(workspace) == []


FORMER = Path(__file__).parent / "frozen-2024-former.json"
"""What a former version of the program wrote, with ids such as `people.ed-chi.name`."""


@pytest.fixture
def formerly_frozen(workspace: Workspace) -> Workspace:
    workspace.write(f"editions/2024/{FROZEN_FILE}", FORMER.read_text(encoding="utf-8"))
    return workspace


def test_a_file_with_former_ids_means_the_same(formerly_frozen: Workspace) -> None:
    assert diagnostics_of(formerly_frozen) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            PERSON,
            "University of Klagenfurt",
            "Somewhere University",
            "institution was `University of Klagenfurt` and is `Somewhere University`",
        ),
        (
            EDITION,
            "date: 2024-06-10",
            "date: 2024-06-12",
            "dates.submission was `2024-06-10` and is `2024-06-12`",
        ),
    ],
)
def test_a_change_since_a_file_with_former_ids_is_reported_with_the_id_of_today(
    formerly_frozen: Workspace, file: str, old: str, new: str, message: str
) -> None:
    formerly_frozen.replace(file, old, new)
    assert [found.message for found in diagnostics_of(formerly_frozen) if message in found.message]


def test_a_value_that_is_written_under_the_id_of_today_replaces_that_of_the_former_id(
    formerly_frozen: Workspace,
) -> None:
    formerly_frozen.replace(PERSON, "University of Klagenfurt", "Somewhere University")
    file = formerly_frozen.data / "editions/2024" / FROZEN_FILE
    known = json.loads(file.read_text())
    known["speakers.dietmar-jannach.affiliations.1.institution"] = "Somewhere University"
    file.write_text(json.dumps(known))
    assert diagnostics_of(formerly_frozen) == []


def test_a_speaker_who_becomes_an_organizer_says_nothing_new(workspace: Workspace) -> None:
    workspace.replace(EDITION, "  - george-karypis\n", "  - george-karypis\n  - dietmar-jannach\n")
    frozen_facts = [found for found in diagnostics_of(workspace) if found.code == "frozen-edition"]
    assert frozen_facts == []
