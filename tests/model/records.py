"""Records as the program reads them from text of a test."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from proposal.model.loading.validation import Validated, validate_record
from proposal.source.yaml import parse_yaml

T = TypeVar("T")


FILE = Path("file.yaml")


EDITION = """ordinal: 1
venue: kdd-2024
when: {date: 2024-08-25, start: 14:00, end: 18:00}
organizers: [ada-lovelace]
abstract: What it is about.
"""


VENUE = """series: KDD
name: A Conference
acronym: KDD '24
start: 2024-08-25
end: 2024-08-29
city: Barcelona
country: Spain
zone: Europe/Madrid
"""


def record(text: str, kind: type[T]) -> Validated[T]:
    node, diagnostics = parse_yaml(text, FILE)
    assert diagnostics == []
    assert node is not None
    return validate_record(node, kind)
