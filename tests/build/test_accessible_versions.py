"""Which documents get an accessible version, what it is called, and what a machine must have."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from proposal.bundling.bundle import document_to_hand_over
from proposal.doctor import Group
from proposal.edition.facts import facts_of
from proposal.model.variant import Variant
from proposal.project import load
from proposal.tex import tagging
from proposal.tex.tagging import too_old_for_tags
from tests.parts import require
from tests.workspace import Workspace

EDITION = "editions/2024/edition.yaml"
TEXT = "    text: summary.md\n"
OLD = {
    "engine": "This is LuaHBTeX, Version 1.15.0 (TeX Live 2022/Debian)",
    "latex": "2022-11-01",
    "acmart": "2022/10/24 v1.88",
}
NEW = {
    "engine": "This is LuaHBTeX, Version 1.24.0 (TeX Live 2026/Debian)",
    "latex": "2026-06-01",
    "acmart": "2026/08/16 v2.20",
}
HERE = "TeX Live 2022 (LaTeX of 2022-11-01) with acmart 1.88"
LACK = re.compile(
    r"the accessible version of camera-ready-2024 needs TeX Live 2025 or newer with acmart 2.18 "
    r"or newer; this machine has TeX Live [\w/]+ \(LaTeX of 2022-11-01\) with acmart [\d.]+"
)


@pytest.fixture
def old_tex(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine whose LaTeX says that it is an old one."""
    require(Group.DOCUMENTS, Group.SCRIPTS)
    kernel, asking = tmp_path / "old" / "latex.ltx", tmp_path / "old" / "kpsewhich"
    kernel.parent.mkdir()
    kernel.write_text("\\edef\\fmtversion\n   {2022-11-01}\n", encoding="utf-8")
    asking.write_text(
        f'#!/bin/sh\nif [ "$1" = latex.ltx ]; then echo {kernel}; '
        f'else exec {shutil.which("kpsewhich")} "$@"; fi\n',
        encoding="utf-8",
    )
    asking.chmod(0o755)
    monkeypatch.setenv("PATH", f"{asking.parent}{os.pathsep}{os.environ['PATH']}")


def ask(workspace: Workspace, *lines: str) -> None:
    """Write further keys of the camera-ready of 2024."""
    added = "".join(f"    {line}\n" for line in lines)
    workspace.replace(EDITION, TEXT, TEXT + added)


def test_a_version_with_tags_stands_beside_the_document_and_shows_the_same(
    workspace: Workspace,
) -> None:
    ask(workspace, "accessible: PDF/UA-2")
    documents = workspace.edition("2024").documents
    plain, tagged = documents["camera-ready"], documents["camera-ready-accessible"]
    assert list(documents).index(tagged.name) == list(documents).index(plain.name) + 1
    assert plain.accessible_version == tagged.name
    assert (plain.standard, tagged.standard) == (None, "PDF/UA-2")
    assert (plain.is_accessible, tagged.is_accessible) == (False, True)
    assert (plain.is_version, tagged.is_version) == (False, True)
    assert (tagged.rights, tagged.title, tagged.text) == (plain.rights, plain.title, plain.text)
    assert (plain.is_public, tagged.is_public) == (True, True)
    # Production makes its own tags.
    assert (plain.is_for_print, tagged.is_for_print) == (True, False)


def test_an_accessible_version_names_nobody_whom_its_document_does_not_name(
    workspace: Workspace,
) -> None:
    ask(workspace, "accessible: PDF/UA-1", "variant: anonymous")
    tagged = workspace.edition("2024").documents["camera-ready-accessible"]
    assert tagged.is_anonymous
    assert tagged.rights is None
    assert not tagged.is_public


@pytest.mark.parametrize(
    ("lines", "standard"),
    [
        (["variant: accessible"], "PDF/UA-1"),
        (["variant: accessible", "accessible: PDF/UA-2"], "PDF/UA-2"),
    ],
)
def test_a_document_may_have_tags_itself_by_either_standard(
    workspace: Workspace, lines: list[str], standard: str
) -> None:
    ask(workspace, *lines)
    documents = workspace.edition("2024").documents
    assert "camera-ready-accessible" not in documents
    assert documents["camera-ready"].standard == standard
    assert documents["camera-ready"].accessible_version is None


@pytest.mark.parametrize("standard", ["PDF/UA-1", "PDF/UA-2"])
def test_a_variant_with_tags_that_is_asked_for_has_the_standard_of_the_data(
    workspace: Workspace, standard: str
) -> None:
    ask(workspace, f"accessible: {standard}")
    found = load(workspace.root, "accessible").editions["2024"].documents
    assert "camera-ready" not in found
    assert found["camera-ready-accessible"].standard == standard
    assert not found["camera-ready-accessible"].is_public


def test_other_variants_have_no_tags_and_nothing_beside_them(workspace: Workspace) -> None:
    ask(workspace, "accessible: PDF/UA-1")
    asked: tuple[Variant, ...] = ("preprint", "submission", "anonymous")
    for variant in asked:
        documents = load(workspace.root, variant).editions["2024"].documents
        assert not any(document.is_accessible for document in documents.values())


def test_a_standard_is_written_as_it_is_called(workspace: Workspace) -> None:
    ask(workspace, "accessible: UA-1")
    _, diagnostics = workspace.resolve("2024")
    assert any("PDF/UA-1" in found.message + (found.hint or "") for found in diagnostics)


def test_a_version_adds_no_facts_and_is_not_handed_over(workspace: Workspace) -> None:
    before = load(workspace.root)
    ask(workspace, "accessible: PDF/UA-1")
    after = load(workspace.root)
    known = facts_of(before.editions["2024"], before.data)
    assert facts_of(after.editions["2024"], after.data).keys() == known.keys()
    assert not document_to_hand_over(after.editions["2024"], "camera-ready").is_accessible


@pytest.mark.parametrize(
    ("versions", "here"),
    [
        (NEW, ""),
        (OLD, HERE),
        ({}, "no LuaLaTeX"),
        (
            # As Debian 13 has it: named after the release to come.
            NEW | {"engine": "LuaHBTeX (TeX Live 2025/dev/Debian)", "latex": "2024-11-01"},
            "TeX Live 2025/dev (LaTeX of 2024-11-01) with acmart 2.20",
        ),
        (
            NEW | {"acmart": "2024/12/28 v2.12"},
            "TeX Live 2026 (LaTeX of 2026-06-01) with acmart 2.12",
        ),
        (NEW | {"acmart": "unknown"}, "TeX Live 2026 (LaTeX of 2026-06-01) with no acmart"),
    ],
)
def test_what_a_machine_has_is_said_where_it_is_too_old(
    monkeypatch: pytest.MonkeyPatch, versions: dict[str, str], here: str
) -> None:
    monkeypatch.setattr(tagging, "tex_versions", lambda engine: versions)
    assert too_old_for_tags() == here


@pytest.mark.usefixtures("old_tex")
def test_where_tex_is_too_old_all_else_is_made_and_the_website_offers_that(
    workspace: Workspace,
) -> None:
    ask(workspace, "accessible: PDF/UA-1")
    finished = workspace.run("build", "2024")
    said = finished.output + finished.errors
    assert finished.code == 0, said
    assert f"edition.yaml:{workspace.place_of(EDITION, 'text: summary.md').split(':')[1]}" in said
    assert "[no-accessible-version]" in said
    assert LACK.search(said)
    assert workspace.pdf().is_file()
    assert not list((workspace.root / "build").rglob("*-accessible*"))
    page = (workspace.root / "build/site/2024/index.html").read_text(encoding="utf-8")
    assert "camera-ready.pdf" in page
    assert "-accessible" not in page
    again = workspace.run("build", "2024")
    assert again.code == 0
    assert "TeX was not run" in again.output
    assert LACK.search(again.output + again.errors)
    checked = workspace.run("check", "2024")
    assert checked.code == 0, checked.output
    assert LACK.search(checked.output)


@pytest.mark.usefixtures("old_tex")
@pytest.mark.parametrize(
    ("lines", "options"),
    [
        ([], ["--variant", "accessible"]),
        (["variant: accessible"], []),
        (["accessible: PDF/UA-1"], ["--document", "camera-ready-accessible"]),
    ],
)
def test_who_asks_for_tags_alone_learns_what_the_machine_lacks(
    workspace: Workspace, lines: list[str], options: list[str]
) -> None:
    if lines:
        ask(workspace, *lines)
    finished = workspace.run("build", "2024", "--only", "pdf", *options)
    assert finished.code == 3
    assert LACK.search(finished.output + finished.errors)
    assert not (workspace.root / "build").exists()
