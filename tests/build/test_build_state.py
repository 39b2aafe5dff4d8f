"""A build with nothing to do: what it knows without reading the data, and what it notices."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from proposal.build.graph import Outline, artefacts
from proposal.build.request import Request
from tests.build.built_copies import copy_of, outputs
from tests.conftest import MadeOnce
from tests.workspace import Workspace

HEAVY = {"jinja2", "markdown_it", "yaml", "pypdf", "pypdfium2", "PIL", "icalendar"}
"""Libraries that take long to load, besides those of which typer is made."""


@pytest.fixture(scope="session")
def complete(built: Workspace, made_once: MadeOnce) -> Workspace:
    """The real workshop with all artefacts of both editions; nobody changes anything in it."""

    def fill(root: Path) -> None:
        workspace = copy_of(built, root)
        finished = workspace.run("build", "--all")
        assert finished.code == 0, finished.output + finished.errors

    return Workspace(made_once("complete", fill))


@pytest.fixture
def again(complete: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the whole, elsewhere."""
    return copy_of(complete, tmp_path / "elsewhere")


def loaded(workspace: Workspace, *arguments: str) -> set[str]:
    """The modules that a command has loaded by its end."""
    script = "import atexit, sys; atexit.register(lambda: print('|', *sys.modules))"
    program = (
        f"{script}; sys.argv[1:] = {list(arguments)}; from proposal.__main__ import main; main()"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program],
        cwd=workspace.root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(finished.stdout.partition("|")[2].split())


def without_seconds(output: str) -> list[str]:
    return sorted(re.sub(r"  \d+\.\d s$", "", line) for line in output.split("\n"))


@pytest.mark.parametrize(
    ("arguments", "most"),
    [
        (["--version"], 4),
        (["build", "--all"], 54),
        (["build", "2024"], 54),
        (["check", "--all"], 51),
    ],
)
def test_no_module_is_loaded_that_is_not_needed(
    again: Workspace, arguments: list[str], most: int
) -> None:
    """No slow library, and at most so many of the program's own modules."""
    again.run(*arguments)
    modules = loaded(again, *arguments)
    assert "proposal.__main__" in modules
    assert modules & HEAVY == set()
    own = [name for name in modules if name.partition(".")[0] == "proposal"]
    assert len(own) <= most, " ".join(sorted(own))


def test_libraries_are_loaded_once_there_is_something_to_make(again: Workspace) -> None:
    again.append("editions/2024/edition.yaml", "# a comment\n")
    assert {"yaml", "jinja2"} <= loaded(again, "build", "2024", "--only", "text")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--all"],
        [],
        ["2024"],
        ["2026", "2024", "--only", "pdf,text"],
        ["--document", "camera-ready", "--all"],
        ["--only", "site"],
        ["--only", "jekyll,text"],
    ],
    ids=" ".join,
)
def test_what_is_said_is_what_a_build_without_a_record_says(
    again: Workspace, arguments: list[str]
) -> None:
    before = outputs(again)
    quick = again.run("build", *arguments)
    (again.root / "build" / ".record.json").unlink()
    slow = again.run("build", *arguments)
    assert quick.code == slow.code == 0
    assert without_seconds(quick.output) == without_seconds(slow.output)
    assert outputs(again).keys() == before.keys()


def test_quoted_facts_are_not_called_unset_where_an_error_hides_them(again: Workspace) -> None:
    again.append("editions/2024/summary.md", "\n{{ dates.camera_ready }}\n")
    again.append("editions/2024/edition.yaml", "\nno key at all\n")
    result = again.run("build", "2024", "--only", "text")
    assert "[yaml-syntax]" in result.output
    assert "[unset-fact]" not in result.output


def test_warnings_are_said_again(again: Workspace) -> None:
    again.append("editions/2024/summary.md", "\n{{ dates.camera_ready }}\n")
    first = again.run("build", "2024", "--only", "text,pdf")
    second = again.run("build", "2024", "--only", "text,pdf")
    assert "[unset-fact]" in first.output
    warnings = [text[text.index("data/editions") :] for text in (first.output, second.output)]
    assert warnings[0] == warnings[1]


@pytest.mark.parametrize(
    "name",
    [
        "2024/camera-ready.pdf",
        "2026/references.bib",
        "2026/cfp.txt",
        "site/2026/index.html",
        "jekyll/index.html",
        ".site",
    ],
)
def test_what_somebody_changed_or_removed_is_made_again(again: Workspace, name: str) -> None:

    before = outputs(again)
    file = again.root / "build" / name
    file.write_bytes(file.read_bytes() + b" ")
    assert again.run("build", "--all").code == 0
    assert outputs(again) == before
    file.unlink()
    assert again.run("build", "--all").code == 0
    assert outputs(again) == before


def test_a_change_that_leaves_size_and_time_as_they_were_is_noticed(again: Workspace) -> None:
    file = again.data / "editions/2026/edition.yaml"
    was = file.stat()
    text = file.read_text(encoding="utf-8")
    assert text.count("2025-12-18") == 1
    file.write_text(text.replace("2025-12-18", "2025-12-19"), encoding="utf-8")
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert file.stat().st_size == was.st_size
    assert again.run("build", "--only", "text,site").code == 0
    assert "December 19, 2025" in (again.root / "build/2026/cfp.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["site", "jekyll", "text"])
def test_an_own_template_is_noticed(again: Workspace, form: str) -> None:
    place = again.root / "templates" / form / ("cfp.txt" if form == "text" else "index.html")
    place.parent.mkdir(parents=True)
    place.write_text("Our own.\n", encoding="utf-8")
    changed = again.run("build", "--only", form).output
    assert ("up to date" not in changed) is (form != "site")  # which has no template of that name


def test_a_record_that_is_damaged_is_none(again: Workspace) -> None:
    before = outputs(again)
    (again.root / "build" / ".record.json").write_text('{"form": 1, "data": 3', encoding="utf-8")
    assert again.run("build", "--all").code == 0
    assert outputs(again) == before


def test_an_edition_that_was_not_looked_at_is_not_said_to_be_up_to_date(
    workspace: Workspace,
) -> None:
    assert workspace.run("build", "2024", "--only", "text").code == 0
    finished = workspace.run("build", "--all", "--only", "text")
    assert "build/2026/cfp.txt  with 10 more texts and calendars, 11 changed" in finished.output


def test_the_graph_can_be_printed() -> None:
    outline = Outline(
        "2026", ("2024", "2026"), {"2024": {"camera-ready": True}, "2026": {"proposal": False}}
    )
    of_documents = "data/, templates/latex/, this program, the installed TeX"
    assert [str(artefact) for artefact in artefacts(outline, Request(Path()))] == [
        f"build/2024/camera-ready.pdf  from {of_documents}",
        f"build/2026/proposal.pdf  from {of_documents}",
        "build/2026/cfp.txt  from data/, templates/text/, this program, build/*/*.pdf",
        "build/site/  from data/, templates/site/, templates/text/, this program, build/*/*.pdf",
        "build/jekyll/  from data/, templates/jekyll/, this program",
    ]
