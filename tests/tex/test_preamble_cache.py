"""A preamble that is loaded ahead saves time, and changes neither a byte nor what can fail."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from proposal.doctor import Group
from proposal.tex.preamble_cache import PreambleFormat, fixed_preamble, without_preamble
from tests import pdf
from tests.build.built_copies import outputs
from tests.parts import require
from tests.workspace import Workspace

NOT_KEPT = "note: what TeX has read ahead cannot be kept for the next time"
NOT_LOADED = "note: TeX cannot read this preamble ahead, so each pass takes longer"


@pytest.fixture
def short(lean: Workspace) -> Workspace:
    lean.write("editions/2024/references.bib", "@misc{key, title={A}, author={B}, year=2020}\n")
    lean.write("editions/2024/summary.md", "# One\n\nShort text [@key], and $x$ …\n")
    return lean


def made(workspace: Workspace, **environment: str) -> tuple[str, bytes]:
    """What a build prints and the bytes that it makes, after the first one in a single pass."""
    require(Group.DOCUMENTS)
    workspace.pdf().unlink(missing_ok=True)
    finished = workspace.run("build", "2024", "--document", "camera-ready", **environment)
    assert finished.code == 0, finished.output + finished.errors
    return finished.output, workspace.pdf().read_bytes()


def class_in(tree: Path) -> Path:
    """Where a user's own acmart would stand, which has no file yet."""
    own = tree / "tex" / "latex" / "acmart" / "acmart.cls"
    own.parent.mkdir(parents=True)
    return own


def write_class(own: Path, mark: str) -> None:
    """Write an acmart that prints a mark as the title, and is loaded and left sooner."""
    own.write_text(
        "\\ProvidesClass{acmart}\n"
        "\\LoadClassWithOptions{article}\n"
        "\\newcommand\\settopmatter[1]{}\\newcommand\\setcopyright[1]{}\n"
        "\\newcommand\\copyrightyear[1]{}\\newcommand\\acmYear[1]{}\n"
        "\\newcommand\\acmPrice[1]{}\\newcommand\\acmDOI[1]{}\\newcommand\\acmISBN[1]{}\n"
        "\\newcommand\\acmConference[4][]{}\\newcommand\\acmBooktitle[1]{}\n"
        "\\newcommand\\email[1]{}\\newcommand\\affiliation[1]{}\\newcommand\\keywords[1]{}\n"
        "\\newcommand\\orcid[1]{}\\newcommand\\authornote[1]{}\n"
        "\\newcommand\\authornotemark[1][]{}\\newcommand\\ccsdesc[2][]{}\n"
        "\\newcommand\\shortauthors{}\n"
        "\\RequirePackage{comment,hyperref}\\excludecomment{CCSXML}\n"
        f"\\def\\maketitle{{{mark}}}\n"
    )


def formats(cache: Path) -> list[Path]:
    return sorted((cache / "proposal" / "formats").glob("*.fmt"))


def test_the_bytes_are_the_same_with_and_without_a_preamble_that_is_loaded_ahead(
    built: Workspace, finished: Workspace, tmp_path: Path
) -> None:
    program = shutil.which("pdflatex")
    wrapper = tmp_path / "bin" / "pdflatex"
    wrapper.parent.mkdir()
    wrapper.write_text(
        f'#!/bin/sh\nfor word; do [ "$word" = -ini ] && exit 1; done\nexec {program} "$@"\n'
    )
    wrapper.chmod(0o755)
    assert NOT_LOADED not in (built.root / "printed").read_text(encoding="utf-8")
    before = outputs(finished)
    plain = {
        "PATH": f"{wrapper.parent}{os.pathsep}{os.environ['PATH']}",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    slower = finished.run("build", "2024", "--only", "pdf", "--force", **plain)
    assert slower.code == 0, slower.output
    assert NOT_LOADED in slower.output
    assert formats(tmp_path / "cache") == []
    assert outputs(finished) == before
    # What cannot work is not tried, nor told of, a second time.
    again = finished.run("build", "2024", "--only", "pdf", "--force", **plain)
    assert again.code == 0, again.output
    assert NOT_LOADED not in again.output


def test_the_bytes_are_the_same_whether_the_cache_is_cold_warm_broken_or_gone(
    short: Workspace, tmp_path: Path
) -> None:
    cache, tree = tmp_path / "cache", tmp_path / "texmf"
    write_class(class_in(tree), "A title")
    here = {"TEXMFHOME": str(tree), "XDG_CACHE_HOME": str(cache)}
    _, cold = made(short, **here)
    (kept,) = formats(cache)
    sign = kept.stat()
    output, warm = made(short, **here)
    assert (warm, NOT_KEPT in output) == (cold, False)
    assert kept.stat().st_mtime_ns == sign.st_mtime_ns, "it was made again"

    kept.write_bytes(kept.read_bytes()[:1_000_000])
    assert made(short, **here)[1] == cold
    assert kept.stat().st_size == sign.st_size

    # Even one that looks whole to us and is not to TeX.
    kept.write_bytes(bytes(sign.st_size))
    about = json.loads(kept.with_suffix(".json").read_text())
    os.utime(kept, ns=(about["is"][1], about["is"][1]))
    assert made(short, **here)[1] == cold

    kept.with_suffix(".json").write_text("{")
    assert made(short, **here)[1] == cold
    assert kept.read_bytes() != bytes(sign.st_size)

    shutil.rmtree(cache)
    cache.write_text("a file where a folder should be\n")
    output, nowhere = made(short, **here)
    assert nowhere == cold
    assert NOT_KEPT in output
    again = short.run("build", "2024", "--document", "camera-ready", **here)
    assert (again.code, NOT_KEPT in again.output) == (0, False)


def test_another_class_is_noticed(short: Workspace, tmp_path: Path) -> None:
    """A class in the user's own tree, then another version of it there."""
    require(Group.DOCUMENTS)
    tree = tmp_path / "texmf"
    here = {"TEXMFHOME": str(tree), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    made(short, **here)
    own = class_in(tree)
    for mark in ("FIRSTMARK", "NEXTMARK"):
        write_class(own, mark)
        finished = short.run("build", "2024", "--document", "camera-ready", **here)
        assert finished.code == 0, finished.output
        assert mark in pdf.text(short.pdf())
    assert "up to date" in short.run("build", "2024", "--only", "pdf", **here).output


@pytest.mark.parametrize(
    ("tex", "preamble"),
    [
        ("\\documentclass[sigconf]{acmart}\nText\n", "\\documentclass[sigconf]{acmart}\n"),
        (
            (
                "% Why\n\n\\PassOptionsToPackage{a}{b}\n\\documentclass{x} % so\n"
                "\\usepackage[a,b]{c}\n\n% more\n\\title{T}\n\\usepackage{d}\n"
            ),
            (
                "% Why\n\n\\PassOptionsToPackage{a}{b}\n\\documentclass{x} % so\n"
                "\\usepackage[a,b]{c}\n\n% more\n"
            ),
        ),
        ("\\documentclass[%\n a]{x}\nText\n", ""),
        ("\\documentclass{x}\\title{T}\n", ""),
        ("\\iffalse\n\\documentclass{x}\n", ""),
        ("Text\n", ""),
        ("\n" * 5000, ""),
    ],
)
def test_a_preamble_is_what_stands_up_to_the_class_and_its_packages(
    tex: str, preamble: str
) -> None:
    assert fixed_preamble(tex) == preamble
    if preamble:
        lines = preamble.count("\n")
        rest = without_preamble(tex, PreambleFormat(Path("any"), lines)).split("\n")
        assert rest[lines:] == tex.split("\n")[lines:]
        assert len(rest) == len(tex.split("\n"))
