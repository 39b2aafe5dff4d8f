"""The worked examples in CONTRIBUTING.md fit the program's text as it is now."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.workspace import ROOT


def parts() -> Iterator[tuple[str, list[str]]]:
    """The files that the examples change, in their order, each with the lines of its change."""
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for diff in re.findall(r"^```diff\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        for part in re.split(r"^--- ", diff, flags=re.MULTILINE)[1:]:
            file, *lines = part.splitlines()
            yield file, lines


def text_of(file: str) -> str:
    path = ROOT / file
    return path.read_text("utf-8") if path.exists() else ""


PARTS = list(parts())


def test_the_examples_change_files_of_all_kinds() -> None:
    files = {file for file, _ in PARTS}
    assert {"proposal/model/records/edition_record.py", "templates/site/parts/hero.html"} <= files


@pytest.mark.parametrize("index", range(len(PARTS)))
def test_lines_that_an_example_keeps_or_removes_stand_together_in_the_file(index: int) -> None:
    file, lines = PARTS[index]
    known = text_of(file).splitlines()
    for other, earlier in PARTS[:index]:
        if other == file:
            known = changed(known, earlier)
    assert changed(known, lines) != known
    assert known or all(line[:1] == "+" for line in lines)


def changed(known: list[str], lines: list[str]) -> list[str]:
    """A file's lines as a part of an example leaves them.

    Raises:
        ValueError: the lines that it keeps or removes do not stand together in the file.
    """
    hunks = [hunk.splitlines() for hunk in "\n".join(lines).split("@@\n")]
    for hunk in hunks:
        before = [line[1:] for line in hunk if line[:1] in {" ", "-"}]
        after = [line[1:] for line in hunk if line[:1] in {" ", "+"}]
        starts = range(len(known) - len(before) + 1)
        start = [known[start : start + len(before)] for start in starts].index(before)
        known = [*known[:start], *after, *known[start + len(before) :]]
    return known
