"""Characters that nobody sees: no source brings them into the data, however it writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft, DraftPerson, ImportSourceError
from proposal.importers.forbidden import refuse_draft, refuse_numbers
from tests.importers.bringing import contents, new_folder, refuses, written
from tests.workspace import Workspace

OVERRIDE = "U+202E cannot be printed"


@pytest.mark.parametrize("entity", ["&#x202e;", "&#X202E;", "&#8238;"])
def test_page_that_writes_one_by_its_number_is_refused_there(
    workspace: Workspace, tmp_path: Path, entity: str
) -> None:
    page = f"---\ntitle: A Workshop\n---\n## Organizers\n\n* Ann {entity}Author\n"
    said = refuses(workspace, "jekyll", written(tmp_path / "page.md", page))
    assert f"page.md:6:7: the invisible character {OVERRIDE}" in said
    assert f"delete {entity}" in said


@pytest.mark.parametrize(
    "text", ["Ann&#160;Author", "&#8217;", "&amp;#8238;", "&#x1F600;", "C&#35;"]
)
def test_numbers_of_other_characters_are_none(tmp_path: Path, text: str) -> None:
    refuse_numbers(text, tmp_path / "page.md")


def test_front_matter_that_writes_one_by_an_escape_is_refused(
    workspace: Workspace, tmp_path: Path
) -> None:
    page = '---\ntitle: "A \\u202e Workshop"\n---\nText\n'
    said = refuses(workspace, "jekyll", written(tmp_path / "page.md", page))
    assert "page.md:2:11:" in said
    assert OVERRIDE in said


def test_folder_of_aclpub2_with_one_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "source"
    written(source / "conference_details.yml", 'event_name: "A \\u202e Workshop"\n')
    said = refuses(new_folder(tmp_path / "mine"), "aclpub2", source)
    assert "conference_details.yml:1:16:" in said
    assert OVERRIDE in said


def test_rights_message_with_one_is_refused_at_its_command(
    workspace: Workspace, tmp_path: Path
) -> None:
    text = "<html><pre>\n\\setcopyright{cc}\n\\acmDOI{10.1145/&#x202e;1.2}\n</pre></html>"
    said = refuses(workspace, "acm-rights", written(tmp_path / "rights.html", text))
    assert f"rights.html:3:1: \\acmDOI: the invisible character {OVERRIDE}" in said


@pytest.mark.parametrize("kind", ["people", "papers"])
def test_table_with_one_changes_nothing(workspace: Workspace, tmp_path: Path, kind: str) -> None:
    before = contents(workspace)
    table = "Name,Title,Authors\nAnn \u202eAuthor,A \u202eTitle,Ann Author\n"
    said = refuses(workspace, kind, written(tmp_path / "table.csv", table))
    assert "table.csv:2, column A: the invisible character U+202E" in said
    assert contents(workspace) == before


def test_what_a_reader_let_pass_is_refused_by_its_place_in_the_data(tmp_path: Path) -> None:
    draft = Draft(people=[DraftPerson("Ann Author", biography="A \x07 bell")])
    draft.texts["overview.md"] = f"By {draft.id_of(draft.people[0])}"
    with pytest.raises(ImportSourceError, match=r"U\+0007 cannot be printed in people\.biography"):
        refuse_draft(draft, tmp_path)
