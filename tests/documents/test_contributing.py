"""The worked examples in CONTRIBUTING.md fit the program's text as it is now."""

from __future__ import annotations

import re
from collections import defaultdict
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
    assert {"proposal/model/edition_record.py", "templates/site/parts/hero.html"} <= files


@pytest.mark.parametrize("index", range(len(PARTS)))
def test_lines_that_an_example_keeps_or_removes_are_in_the_file(index: int) -> None:
    added: dict[str, set[str]] = defaultdict(set)
    for file, lines in PARTS[:index]:
        added[file] |= {line[1:] for line in lines if line[:1] == "+"}
    file, lines = PARTS[index]
    known = {*text_of(file).splitlines(), *added[file]}
    expected = [line[1:] for line in lines if line[:1] in {" ", "-"}]
    assert [line for line in expected if line not in known] == []
    assert text_of(file) or all(line[:1] == "+" for line in lines)
