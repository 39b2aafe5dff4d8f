"""Names are plain nouns and stand once: what a reader searches for leads to one place."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tests.style.statements import statements_of

ROOT = Path(__file__).parents[2]
MOST_LINES = 620
"""Lines of a module; a longer one answers more than one question."""

FORBIDDEN = {"each", "told"}
"""Words that stand for a noun, which is the better name: `for person in people`."""
_FORBIDDEN_PART = re.compile(rf"(?i)(?<![^\W_])(?:{'|'.join(FORBIDDEN)})(?![^\W_])")
"""Such a word as a part of a name: `each_one`, but not `teacher`."""
_TEXTS = re.compile(
    r"#[^\n]*"  # a comment
    r'|"""(?:\\.|[^\\])*?"""'  # a docstring
    r"|'''(?:\\.|[^\\])*?'''"
    r'|"(?:\\.|[^"\\\n])*"'  # "words"
    r"|'(?:\\.|[^'\\\n])*'",  # 'words'
    re.DOTALL,
)
"""What holds no names: comments and texts."""

PROGRAM = sorted((ROOT / "proposal").rglob("*.py"))
OTHERS = sorted(
    file for room in ("tests", "bench", "scripts") for file in (ROOT / room).rglob("*.py")
)


Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@cache
def parts_of(file: Path) -> tuple[Documented, ...]:
    """The module in a file, its classes and functions."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return tuple(node for node in (tree, *statements_of(tree)) if isinstance(node, Documented))


def classes_of(file: Path) -> list[str]:
    return [node.name for node in parts_of(file) if isinstance(node, ast.ClassDef)]


def first_lines_of_docstrings(file: Path) -> list[str]:
    texts = [ast.get_docstring(node) for node in parts_of(file)]
    return [text.partition("\n")[0].rstrip() for text in texts if text]


def forbidden_names_in(source: str) -> list[str]:
    """Identifiers with a forbidden word as a part, each as `line: name`."""
    if not _FORBIDDEN_PART.search(_TEXTS.sub("", source).replace("each_other", "")):
        return []  # most modules, which need not be taken apart
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    names = [(token.start[0], token.string) for token in tokens if token.type == tokenize.NAME]
    return [
        f"{line}: {name}"
        for line, name in names
        if FORBIDDEN & set(name.replace("each_other", "").lower().split("_"))
    ]


def test_no_two_modules_share_a_file_name() -> None:
    counts = Counter(file.name for file in PROGRAM if file.stem != "__init__")
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_two_classes_share_a_name() -> None:
    counts = Counter(name for file in PROGRAM for name in classes_of(file))
    assert [name for name, count in counts.items() if count > 1] == []


def test_docstrings_are_no_questions() -> None:
    questions = [
        f"{file.relative_to(ROOT)}: {line}"
        for file in PROGRAM + OTHERS
        for line in first_lines_of_docstrings(file)
        if line.endswith("?")
    ]
    assert questions == []


def test_every_description_stands_below_what_it_describes() -> None:
    described = (ast.Assign, ast.AnnAssign, ast.AugAssign)
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno}: {node.value.value}"
        for file in PROGRAM + OTHERS
        for part in parts_of(file)
        for before, node in pairwise(part.body)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        and not isinstance(before, described)
    ]
    assert found == []


@pytest.mark.parametrize("files", [PROGRAM, OTHERS], ids=["program", "tests and tools"])
def test_names_are_nouns(files: list[Path]) -> None:
    found = [
        f"{file.relative_to(ROOT)}:{name}"
        for file in files
        for name in forbidden_names_in(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_names_are_nouns_in_templates_and_scripts_of_pages() -> None:
    # `{% for each in talks %}`, `const told = …`, `for _, each in ipairs(…)`
    given = re.compile(
        rf"(?:[{{<]%-?\s*(?:for|set)|\b(?:const|let)|\bfor _,)\s+(?:{'|'.join(FORBIDDEN)})\b"
    )
    found = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for room in ("templates", "proposal")
        for file in sorted((ROOT / room).rglob("*"))
        if file.suffix in {".html", ".md", ".txt", ".tex", ".js", ".css", ".xml"}
        for match in given.finditer(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_search_for_names_finds_parts_of_names_and_no_words_of_texts() -> None:
    source = "def only_told(each):\n    with_each_other = 'each'  # told\n    return teachers\n"
    assert forbidden_names_in(source) == ["1: only_told", "1: each"]


def test_modules_are_short() -> None:
    lengths = {file: file.read_text(encoding="utf-8").count("\n") for file in PROGRAM}
    long = [str(file.relative_to(ROOT)) for file, count in lengths.items() if count > MOST_LINES]
    assert long == []
