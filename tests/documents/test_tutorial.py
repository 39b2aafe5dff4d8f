"""Whoever does what the tutorial says ends with what it promises."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from proposal.doctor import Group
from tests.parts import require
from tests.pdf import text
from tests.scripts import load_script
from tests.workspace import ROOT

YEAR = str(dt.datetime.now(dt.UTC).year + 1)
LARGEST = 100_000
"""Bytes that a picture may have, so that the page is shown at once."""


@pytest.fixture(scope="module")
def tutorial() -> ModuleType:
    return load_script("tutorial")


def test_following_it_ends_with_a_pdf_a_website_and_a_published_branch(
    tutorial: ModuleType, tmp_path: Path
) -> None:
    require(Group.DOCUMENTS)
    reader = tutorial.reader(tmp_path)
    seen: list[str] = []
    reader.follow(
        tutorial.parts_of(tutorial.PAGE, YEAR), lambda picture: seen.append(picture.file.stem)
    )
    build = reader.folder / "build"
    proposal = text(build / YEAR / "proposal.pdf")
    assert "First Workshop on Paper Boats" in proposal
    assert "Everybody has folded a boat" in proposal
    assert "Ben Placeholder" in proposal
    page = (build / "site" / YEAR / "index.html").read_text("utf-8")
    assert "Afloat: What a Fold Can Carry" in page
    call = (build / YEAR / "cfp.txt").read_text("utf-8")
    assert f"March 22, {YEAR}" in call
    there = subprocess.check_output(
        ["git", "-C", tutorial.repository(tmp_path), "ls-tree", "-r", "--name-only", "gh-pages"],
        text=True,
    )
    sent = subprocess.check_output(
        ["git", "-C", tutorial.repository(tmp_path), "ls-tree", "-r", "--name-only", "main"],
        text=True,
    )
    assert {"data/workshop.yaml", ".github/workflows/website.yml"} <= set(sent.splitlines())
    assert "build/site/index.html" not in sent
    files = {str(file.relative_to(build / "site")) for file in (build / "site").rglob("*.*")}
    assert files <= set(there.splitlines())
    assert {"first-proposal", "preview", "published"} <= set(seen)


def test_its_pictures_are_small(tutorial: ModuleType) -> None:
    pictures = [
        part.file for part in tutorial.parts_of(tutorial.PAGE) if isinstance(part, tutorial.Picture)
    ]
    assert {file.suffix for file in pictures} == {".webp"}
    assert [file.name for file in pictures if file.stat().st_size > LARGEST] == []
    assert sorted(pictures) == sorted((ROOT / "docs/pictures/tutorial").iterdir())


def test_a_block_takes_the_place_of_the_same_keys(tutorial: ModuleType) -> None:
    old = "# What it is\nname: Old\n\n# More\npeople:\n  - Ann\n  - Ben\nlast: 1\n"
    assert tutorial.with_part(old, "people: [Cleo]\nnew:\n  key: 2\n") == (
        "# What it is\nname: Old\n\n# More\npeople: [Cleo]\nlast: 1\n\nnew:\n  key: 2\n"
    )


def test_a_list_takes_the_place_of_the_list_below_the_comments(tutorial: ModuleType) -> None:
    old = "# What it is\n# - an example\n\n- {a: 1}\n- {b: 2}\n"
    assert tutorial.with_part(old, "- {c: 3}\n") == "# What it is\n# - an example\n\n- {c: 3}\n"


def test_a_section_takes_the_place_of_the_section(tutorial: ModuleType) -> None:
    old = "# One\n\nOld.\n\n# Two\n\nStays.\n"
    assert tutorial.with_part(old, "# One\n\nNew.\n") == "# One\n\nNew.\n\n# Two\n\nStays.\n"
    with pytest.raises(tutorial.DriftError, match="stands 0 times"):
        tutorial.with_part(old, "# Three\n\nNew.\n")


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("$ echo one\ntwo", "said:\none"),
        ("$ false\n…", "ended with 1"),
        ("$ echo 'a.yaml:1:1: error: wrong'\na.yaml:1:1: error: wrong", "ended with 0"),
    ],
)
def test_a_page_that_says_something_else_is_found(
    tutorial: ModuleType, tmp_path: Path, block: str, message: str
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"## 1. Do it\n\n```console\n{block}\n```\n", "utf-8")
    with pytest.raises(tutorial.DriftError, match=message):
        tutorial.reader(tmp_path / "reader").follow(tutorial.parts_of(page), lambda _: None)


def test_times_ports_and_lines_that_are_left_out_may_differ(
    tutorial: ModuleType, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "## 1. Do it\n\n```console\n$ printf 'made  2.5 s\\nother\\nhttp://127.0.0.1:8123/\\n'\n"
        "made  1.4 s\n…\nhttp://127.0.0.1:8000/\n```\n\n## Not this\n\n```console\n$ false\n```\n",
        "utf-8",
    )
    tutorial.reader(tmp_path / "reader").follow(tutorial.parts_of(page), lambda _: None)
