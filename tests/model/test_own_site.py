"""Files of one's own are copied as they are; what cannot be copied is an error."""

from __future__ import annotations

import os

import pytest

from proposal.model.own_file_names import LARGEST_OWN_FILE
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

FILES = "editions/2026/files"


def test_files_of_any_kind_and_depth_are_known_by_their_names(workspace: Workspace) -> None:
    for name in ("a.html", "data/b.csv", "data/c.json", "LICENSE", "d.svg", "README.md"):
        workspace.write(f"{FILES}/{name}", "words")
    workspace.write("site/files/e.txt", "words")
    folder = workspace.read()
    assert sorted(folder.site.of("2026").files) == sorted(
        ["LICENSE", "README.md", "a.html", "d.svg", "data/b.csv", "data/c.json"]
    )
    assert list(folder.site.series.files) == ["e.txt"]


@pytest.mark.parametrize("name", [".DS_Store", "a.txt~", "Thumbs.db", ".gitkeep"])
def test_what_systems_and_editors_leave_is_left_out_without_a_word(
    workspace: Workspace, name: str
) -> None:
    workspace.write(f"{FILES}/{name}", "words")
    folder = workspace.read()
    assert folder.site.of("2026").files == {}
    assert folder.diagnostics == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("My slides.pdf", "My-slides.pdf"),
        ("Präsentation.pdf", "Prasentation.pdf"),
        ("Große Łinie.pdf", "Grosse-Linie.pdf"),
        ("_hidden/a.txt", "hidden"),
        ("100%.csv", "100.csv"),
    ],
)
def test_a_name_that_is_no_address_is_an_error_with_one_that_is(
    workspace: Workspace, name: str, hint: str
) -> None:
    workspace.write(f"{FILES}/{name}", "words")
    found = only(workspace.read().diagnostics)
    assert found.code == "file-name"
    assert str(found.hint).endswith(f": {hint}")


def test_hidden_files_links_and_large_files_are_not_copied(workspace: Workspace) -> None:
    workspace.write(f"{FILES}/.htaccess", "words")
    workspace.write(f"{FILES}/large.bin", "words")
    os.truncate(workspace.data / FILES / "large.bin", LARGEST_OWN_FILE * 1024 * 1024 + 1)
    (workspace.data / FILES / "link.yaml").symlink_to(workspace.data / "workshop.yaml")
    (workspace.data / FILES / "out").symlink_to("/etc")
    found = workspace.read()
    assert sorted(places(found.diagnostics)) == [
        ".htaccess:1:1 unread-file",
        "large.bin:1:1 file-too-large",
        "link.yaml:1:1 unreadable-file",
        "out:1:1 unreadable-file",
    ]
    assert found.site.of("2026").files == {}


def test_what_nothing_leads_to_is_a_note(workspace: Workspace) -> None:
    for name in ("a.csv", "b.csv", "c.csv", "demo/index.html", "demo/demo.js"):
        workspace.write(f"{FILES}/{name}", "words")
    workspace.append("editions/2026/overview.md", "\n[A](files/a.csv)\n")
    workspace.write("editions/2026/pages/data.md", "# Data\n\n[B](files/b.csv)\n")
    found = [found for found in workspace.read().diagnostics if found.code == "unlinked-file"]
    assert places(found) == ["c.csv:1:1 unlinked-file", "index.html:1:1 unlinked-file"]


def test_a_text_beside_the_folder_of_pages_has_a_hint_at_it(
    workspace: Workspace,
) -> None:
    workspace.write("site/faq.md", "# Questions\n")
    found = only(workspace.read().diagnostics)
    assert found.code == "unread-file"
    assert "pages/NAME.md" in str(found.hint)


def test_all_editions_share_what_is_known_of_the_whole_site(workspace: Workspace) -> None:
    first, *others = workspace.load().editions.values()
    assert first.site is not None
    assert others
    assert all(edition.site is first.site for edition in others)
