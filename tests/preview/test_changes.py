"""Which facts an edit changed."""

from __future__ import annotations

from proposal.edition.facts import Fact, recorded_facts
from proposal.preview.diff import Change, changes_between
from tests.workspace import Workspace

YEARS = ("2024", "2026")


def facts(workspace: Workspace) -> dict[str, dict[str, Fact]]:
    folder = workspace.read()
    return {year: recorded_facts(workspace.edition(year), folder) for year in YEARS}


def changes(workspace: Workspace, file: str, old: str, new: str) -> list[Change]:
    before = facts(workspace)
    workspace.replace(file, old, new)
    after = facts(workspace)
    return list(changes_between(before, after))


def test_a_changed_value_is_shown_old_and_new_with_its_place(workspace: Workspace) -> None:
    file = "editions/2024/edition.yaml"
    (change,) = changes(workspace, file, "Room 114", "Room 12")
    assert (change.name, change.before, change.after) == ("room", "Room 114", "Room 12")
    assert change.editions == ("2024",)
    assert change.span is not None
    assert f"edition.yaml:{change.span.line}" in workspace.place_of(file, "Room 12")


def test_a_change_that_two_editions_share_is_shown_once(workspace: Workspace) -> None:
    file = "people/narges-tabari.yaml"
    found = changes(workspace, file, "name: Narges Tabari", "name: Narges A. Tabari")
    change = next(
        difference for difference in found if difference.name == "organizers.narges-tabari.name"
    )
    assert change.editions == ("2026", "2024")


def test_a_corrected_item_of_a_list_is_one_change(workspace: Workspace) -> None:
    file = "editions/2026/edition.yaml"
    (change,) = changes(workspace, file, "Deployment case studies", "Case studies")
    assert (change.name, change.before, change.after) == (
        "topics",
        "Deployment case studies",
        "Case studies",
    )


def test_a_new_and_a_deleted_item_have_one_side_only(workspace: Workspace) -> None:
    file = "editions/2026/edition.yaml"
    line = "  - Deployment case studies\n"
    (new,) = changes(workspace, file, line, line + "  - Another topic\n")
    assert (new.before, new.after) == (None, "Another topic")
    (gone,) = changes(workspace, file, "  - Another topic\n", "")
    assert (gone.before, gone.after) == ("Another topic", None)
    assert new.span == gone.span is not None


def test_changes_stand_in_the_order_of_the_data(workspace: Workspace) -> None:
    file = "editions/2024/edition.yaml"
    before = facts(workspace)
    workspace.replace(file, "Room 114", "Room 12")
    workspace.replace(file, "ordinal: 1", "ordinal: 2")
    workspace.replace("people/narges-tabari.yaml", "name: Narges Tabari", "name: Narges T")
    found = changes_between(before, facts(workspace))
    lines = [(str(one.span.file), one.span.line) for one in found if one.span]
    assert len(lines) > 2
    assert lines == sorted(lines)
    assert [one.name for one in found] != sorted(one.name for one in found)


def test_a_moved_line_changes_nothing(workspace: Workspace) -> None:
    file = "editions/2024/edition.yaml"
    assert changes(workspace, file, "room:", "# a remark\nroom:") == []
