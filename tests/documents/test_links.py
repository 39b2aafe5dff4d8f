"""Links in the documents and files that the program's messages name lead to something."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator

from tests.documents.pages import PAGES, inline_tokens, tokens_of
from tests.workspace import ROOT

SOURCES = sorted(
    [*(ROOT / "proposal").rglob("*.py"), *(ROOT / "bench").rglob("*.py"), ROOT / "Makefile"]
)
_INDEX = ROOT / "docs" / "index.md"


def targets(page: Path) -> Iterator[str]:
    """The addresses of a page's links and pictures, without those on the web."""
    for token in inline_tokens(page):
        target = token.attrGet("href") or token.attrGet("src")
        if isinstance(target, str) and not urlsplit(target).scheme:
            yield unquote(target)


@cache
def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    seen: Counter[str] = Counter()
    found = set()
    tokens = tokens_of(page)
    for token, content in pairwise(tokens):
        if token.type != "heading_open":
            continue
        text = "".join(part.content for part in content.children or [])
        anchor = re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")
        found.add(f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor)
        seen[anchor] += 1
    return found


def dead_links(page: Path) -> Iterator[str]:
    for target in targets(page):
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            yield target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_has_no_dead_link(page: Path) -> None:
    assert list(dead_links(page)) == []


def test_anchors_are_the_same_on_a_code_host_and_on_the_built_website() -> None:
    """Where a heading has an option, as `--edition`, one of them makes a single hyphen of three."""
    linked = {target.partition("#")[2] for page in PAGES for target in targets(page)}
    assert {anchor for anchor in linked if "--" in anchor} == set()


def test_a_dead_link_and_a_dead_anchor_are_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    other = tmp_path / "other.md"
    other.write_text("# What `is` there?\n\n# Twice\n\n# Twice\n", "utf-8")
    page.write_text(
        "[a](other.md) [b](other.md#what-is-there) [c](other.md#twice-1) [d](https://example.org)\n"
        "[e](missing.md) [f](other.md#missing) ![g](missing.png)\n",
        "utf-8",
    )
    assert list(dead_links(page)) == ["missing.md", "other.md#missing", "missing.png"]


def test_the_index_leads_to_every_page() -> None:
    led_to = {(_INDEX.parent / target.partition("#")[0]).resolve() for target in targets(_INDEX)}
    assert set((ROOT / "docs").rglob("*.md")) - led_to == {_INDEX}


def test_documents_that_the_program_names_exist() -> None:
    named = {
        (str(source.relative_to(ROOT)), name)
        for source in SOURCES
        for name in re.findall(r"\bdocs/[\w./-]+\.(?:md|json)\b", source.read_text("utf-8"))
    }
    assert named
    assert [(where, name) for where, name in sorted(named) if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_of_the_program_that_a_page_names_exist(page: Path) -> None:
    named = {
        token.content
        for token in inline_tokens(page)
        if token.type == "code_inline"
        if re.fullmatch(r"(proposal|tests|templates|bench|docs|scripts)/[\w./-]+", token.content)
    }
    if page.name != "CHANGELOG.md":  # which tells what was, too
        assert sorted(name for name in named if not (ROOT / name).exists()) == []


def test_modules_that_the_page_on_architecture_names_without_a_folder_exist() -> None:
    names = {file.name for file in (ROOT / "proposal").rglob("*.py")}
    named = {
        token.content
        for token in inline_tokens(ROOT / "docs/develop/architecture.md")
        if re.fullmatch(r"\w+\.py", token.content)
    }
    assert named
    assert named - names == set()


def test_the_example_of_a_report_has_the_shape_of_its_schema() -> None:
    schema = json.loads((ROOT / "docs/schema/check.schema.json").read_text("utf-8"))
    page = ROOT / "docs/reference/json.md"
    (report,) = [token.content for token in tokens_of(page) if token.info == "json"]
    Draft202012Validator(schema).validate(json.loads(report))


def test_the_page_of_schemas_leads_to_all() -> None:
    page = ROOT / "docs/schema/README.md"
    assert sorted(page.parent.glob("*.json")) == sorted(
        page.parent / target for target in targets(page) if target.endswith(".json")
    )
