"""The page of all keys: complete, with examples that the program takes, and up to date."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter

from proposal.model.examples import in_yaml
from proposal.model.records.data_files import FILES, SECTIONS
from proposal.model.reference.key_reference import keys_of, records_in, reference
from proposal.source.yaml import parse_yaml
from tests.workspace import ROOT, run

PAGE = ROOT / "docs" / "reference" / "keys.md"
RECORDS = list(dict.fromkeys(record for kind in FILES.values() for record in records_in(kind)))
KEYS = [
    pytest.param(info, hint, name, id=f"{record.__name__}.{name}")
    for record in RECORDS
    for name, info, hint in keys_of(record)
]


@pytest.fixture(scope="module")
def written() -> str:
    """The page as the program writes it, which reads the descriptions of all keys."""
    return reference()


def typed(key: str, example: Any) -> Any:
    """What the program reads of an example that somebody types behind its key."""
    node, diagnostics = parse_yaml(f"{key}: {in_yaml(example)}\n", Path("example.yaml"))
    assert diagnostics == []
    assert node is not None
    plain = node.plain()
    assert isinstance(plain, dict)
    assert list(plain) == [key]
    return plain[key]


def as_read(example: Any) -> Any:
    """An example as the program reads it, which takes every scalar as text."""
    if isinstance(example, dict):
        return {key: as_read(value) for key, value in example.items()}
    if isinstance(example, list):
        return [as_read(item) for item in example]
    return str(example).lower() if isinstance(example, bool) else str(example)


def test_every_kind_of_file_has_a_section(written: str) -> None:
    assert set(SECTIONS) == set(FILES)
    assert re.findall(r"^## `(.*)`$", written, re.MULTILINE) == list(SECTIONS.values())


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(("info", "hint", "name"), KEYS)
def test_a_key_has_a_description_and_an_example_that_is_valid(
    info: Any, hint: Any, name: str
) -> None:
    assert info.description
    assert info.examples
    for example in info.examples:
        assert typed(name, example) == as_read(example)
        TypeAdapter(Annotated[hint, info]).validate_python(typed(name, example))


def test_every_key_of_every_record_stands_on_the_page_once(written: str) -> None:
    rows = re.findall(r"^\| `(\w+)` \|", written, re.MULTILINE)
    assert sorted(rows) == sorted(name for record in RECORDS for name, _, _ in keys_of(record))


def test_links_to_records_lead_to_their_headings(written: str) -> None:
    headings = {
        heading.lower().replace(" ", "-")
        for heading in re.findall(r"^### (.*)$", written, re.MULTILINE)
    }
    links = set(re.findall(r"\(#([\w-]+)\)", written))
    assert len(links) > 10
    assert links <= headings


def test_the_committed_page_is_up_to_date(tmp_path: Path) -> None:
    finished = run("schema", "--reference", "keys.md", folder=tmp_path)
    assert (finished.code, finished.output) == (0, "All keys written to keys.md\n")
    assert (tmp_path / "keys.md").read_text("utf-8") == PAGE.read_text("utf-8"), (
        "type `proposal schema --reference docs/reference/keys.md`"
    )


@pytest.mark.parametrize(
    ("example", "text"),
    [
        (True, "true"),
        ("#0b5fa5", '"#0b5fa5"'),
        ("Care: A Panel", '"Care: A Panel"'),
        ("Search, Rank", '"Search, Rank"'),
        (["https://example.org/a"], "[https://example.org/a]"),
        ({"start": "14:00"}, "{start: 14:00}"),
        ("12 #1", '"12 #1"'),
    ],
)
def test_an_example_has_quotes_where_yaml_needs_them(example: Any, text: str) -> None:
    assert in_yaml(example) == text
    assert typed("key", example) == as_read(example)


def test_a_date_of_another_name_has_a_section_that_says_its_kind() -> None:
    section = reference().partition("### Other deadline\n")[2].partition("\n### ")[0]
    assert "| `label` |" in section
    assert (
        "| `kind` | The usual kind of date that it is, for a track or in a further round" in section
    )
    assert "single text" not in section
