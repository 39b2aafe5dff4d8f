"""What is built again and what is not, and that the same data give the same bytes."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from proposal import __version__
from proposal.doctor import Group
from tests import pdf
from tests.build.built_copies import copy_of, outputs
from tests.parts import require
from tests.terminal import heed_terminal
from tests.workspace import Workspace

UP_TO_DATE = "✓ build/2024/camera-ready.pdf  2 pages (at most 2), up to date: TeX was not run\n"


@pytest.fixture
def again(built: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the built workspace, elsewhere."""
    return copy_of(built, tmp_path / "elsewhere")


def test_a_second_build_runs_no_tex_and_says_so(again: Workspace) -> None:
    before = outputs(again)
    finished = again.build("2024")
    assert (finished.code, finished.output) == (0, UP_TO_DATE)
    assert outputs(again) == before


def test_a_second_build_says_again_what_there_was_to_look_at(workspace: Workspace) -> None:
    workspace.replace("people/wang-cheng-kang.yaml", "Adobe Research", "9" * 90)
    workspace.write("editions/2024/summary.md", "# One\n\n{{ biographies | first(3) }}\n")
    first = workspace.build("2024")
    second = workspace.build("2024")
    warnings = [text[text.index("data/") :] for text in (first.output, second.output)]
    assert "wang-cheng-kang.yaml" in warnings[0]
    assert warnings[0] == warnings[1]
    assert "up to date" in second.output


def test_force_runs_tex_again_and_gives_the_same_bytes(again: Workspace) -> None:
    before = outputs(again)
    finished = again.build("2024", "--force")
    assert finished.code == 0
    assert "pdfLaTeX, 2 passes" in finished.output
    assert outputs(again) == before


def test_two_builds_of_the_same_data_give_the_same_bytes(built: Workspace, tmp_path: Path) -> None:
    other = Workspace.of_the_real_workshop(tmp_path / "another folder ä" / "workshop")
    elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"}
    assert other.run("build", "--all", "-j", "1", **elsewhere).code == 0
    for year, name in (("2024", "camera-ready"), ("2026", "proposal")):
        assert other.pdf(year, name).read_bytes() == built.pdf(year, name).read_bytes()
    ours, theirs = outputs(other), outputs(built)
    assert ours == theirs


def test_the_versions_of_what_made_a_pdf_stand_beside_it(built: Workspace) -> None:
    stamp = built.root / "build" / "2024" / ".camera-ready.json"
    versions = json.loads(stamp.read_text(encoding="utf-8"))["versions"]
    assert versions["engine"].startswith("pdfTeX 3")
    assert re.search(r"v[12]\.\d+", versions["acmart"])
    assert versions["proposal"] == __version__
    assert set(versions) > {"python", "PyLaTeX", "Jinja2"}


@pytest.mark.parametrize("name", ["camera-ready.pdf", "camera-ready.tex"])
def test_an_output_that_somebody_changed_is_made_again(again: Workspace, name: str) -> None:
    before = outputs(again)
    file = again.root / "build" / "2024" / name
    file.write_bytes(file.read_bytes() + b"% touched\n")
    finished = again.build("2024")
    assert "pdfLaTeX, 1 pass " in finished.output
    assert outputs(again) == before


@pytest.mark.parametrize("name", ["camera-ready.pdf", ".camera-ready.json"])
def test_an_output_that_is_gone_is_made_again(again: Workspace, name: str) -> None:
    before = outputs(again)
    (again.root / "build" / "2024" / name).unlink()
    assert "pdfLaTeX, 1 pass " in again.build("2024").output
    assert outputs(again) == before


def test_only_the_edition_that_changed_is_made_again(again: Workspace) -> None:
    again.replace("people/dietmar-jannach.yaml", "University of Klagenfurt", "AAU Klagenfurt")
    finished = again.build("--all")
    assert "build/2024/camera-ready.pdf  2 pages (at most 2), pdfLaTeX" in finished.output
    assert re.search(r"build/2026/proposal.pdf  .* up to date", finished.output)
    assert "AAU Klagenfurt" in pdf.flowing(pdf.raw_text(again.pdf()))


def test_a_comment_in_the_data_changes_nothing(again: Workspace) -> None:
    again.append("editions/2024/edition.yaml", "# a comment\n")
    assert again.build("2024").output == UP_TO_DATE


def test_an_own_template_is_noticed(again: Workspace) -> None:
    again.template("blocks/topics.tex", "Our topics: << items | length >>.\n")
    assert "pdfLaTeX" in again.build("2024").output
    assert "Our topics: 9." in pdf.flowing(pdf.raw_text(again.pdf()))


def test_two_documents_of_an_edition_share_their_bibliography(workspace: Workspace) -> None:
    workspace.replace(
        "editions/2026/edition.yaml",
        "  proposal: {text: proposal.md}",
        "  proposal: {text: proposal.md}\n  camera-ready: {text: summary.md}",
    )
    cited = "[@koren2009matrix; @vaswani2017attention]"
    workspace.write("editions/2026/proposal.md", f"# One\n\nTwo works {cited}.\n")
    workspace.write("editions/2026/summary.md", "# One\n\nOne work only [@koren2009matrix].\n")
    first = workspace.build("2026", "-j", "2")
    assert first.code == 0, first.output + first.errors
    second = workspace.build("2026", "-j", "2")
    assert second.output.count("up to date: TeX was not run") == 2
    assert "Matrix Factorization" in pdf.flowing(
        pdf.raw_text(workspace.pdf("2026", "camera-ready"))
    )


def start(workspace: Workspace) -> subprocess.Popen[bytes]:
    """Start a build that never ends, and wait until TeX is running."""
    workspace.template("blocks/topics.tex", "\\def\\x{\\x}\\x\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "proposal", "build", "2024", "--only", "pdf"],
        cwd=workspace.root,
        env={**os.environ, "TMPDIR": str(workspace.root.parent)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=heed_terminal,  # noqa: PLW1509 - it takes no lock
    )
    deadline = time.monotonic() + 120
    while not list(workspace.root.parent.glob("proposal-*/camera-ready.log")):
        assert process.poll() is None, "the build ended before TeX ran"
        assert time.monotonic() < deadline, "TeX was never started"
        time.sleep(0.05)
    return process


def running_tex(workspace: Workspace) -> Iterator[int]:
    """The numbers of the processes that run in the scratch folders of a workspace's builds."""
    folders = {str(folder.resolve()) for folder in workspace.root.parent.glob("proposal-*")}
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if str((entry / "cwd").readlink()) in folders:
                yield int(entry.name)


def comes_true(condition: Callable[[], bool]) -> bool:
    """Whether a condition holds within some seconds."""
    deadline = time.monotonic() + 10
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def stop_tex(workspace: Workspace) -> None:
    """End the TeX that a killed build left running in its own scratch folder."""
    for process in running_tex(workspace):
        os.kill(process, signal.SIGKILL)


def test_what_a_killed_build_was_about_to_move_into_place_is_removed(again: Workspace) -> None:
    assert again.run("build", "2024", "--only", "text,site").code == 0
    name = f".index.html.{'0a' * 16}"
    left = again.root / "build/site/2024" / name
    coming = again.root / "build/2024" / name
    for file in (left, coming):
        file.write_text("half", encoding="utf-8")
    ages_ago = time.time() - 3600
    os.utime(left, (ages_ago, ages_ago))
    again.append("people/narges-tabari.yaml", "# a comment\n")
    assert again.run("build", "2024", "--only", "text,site").code == 0
    assert not left.exists()
    assert coming.exists()  # another build may be at work


def test_a_build_that_is_killed_leaves_what_was_there(again: Workspace) -> None:
    require(Group.DOCUMENTS)
    before = outputs(again)
    process = start(again)
    try:
        process.kill()
        process.wait()
        assert outputs(again) == before
        if shutil.which("setpriv"):
            assert comes_true(lambda: not list(running_tex(again))), "TeX survived its build"
    finally:
        stop_tex(again)
    shutil.rmtree(again.root / "templates")
    assert again.build("2024").output == UP_TO_DATE


def test_a_build_that_is_interrupted_ends_with_what_was_there(again: Workspace) -> None:
    require(Group.DOCUMENTS)
    before = outputs(again)
    process = start(again)
    try:
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert outputs(again) == before
        assert list(again.root.parent.glob("proposal-*")) == []
    finally:
        stop_tex(again)
        process.kill()
        process.wait()
