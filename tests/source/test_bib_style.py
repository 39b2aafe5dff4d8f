"""What the program knows of ACM's style is what the installed style says."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from proposal.source.bib.style import ABBREVIATIONS, PRINTED, TYPES, UNPRINTED
from tests.parts import require

NEWER = {"archived", "venue"}
"""The fields that the style does not know before acmart 2.13, and leaves out."""


@pytest.fixture(scope="module")
def style() -> str:
    require("latexmk")
    found = subprocess.run(
        ["kpsewhich", "ACM-Reference-Format.bst"], capture_output=True, text=True, check=True
    )
    return Path(found.stdout.strip()).read_text(encoding="utf-8")


def test_abbreviations_stand_for_what_the_style_says(style: str) -> None:
    assert dict(re.findall(r'MACRO\s*\{(\w+)\}\s*\{"([^"]*)"\}', style)) == ABBREVIATIONS


def test_fields_are_those_that_the_style_reads(style: str) -> None:
    declared = re.search(r"ENTRY\s*\{(.*?)\}", re.sub(r"%.*", "", style), re.DOTALL)
    assert declared is not None
    words = set(declared[1].lower().split())
    known = words | {"crossref", "distincturl"}
    assert known | NEWER == PRINTED | UNPRINTED
    assert not known & NEWER or known >= NEWER


def test_types_are_functions_of_the_style(style: str) -> None:
    functions = {
        name.strip() for name in re.findall(r"^FUNCTION\s*\{([^}]+)\}", style, re.MULTILINE)
    }
    assert functions >= TYPES
