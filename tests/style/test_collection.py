"""All tests are run: none stands in a folder that pytest passes over."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
INSTALLED = "node_modules"
"""A folder of other people's packages."""


def test_no_folder_with_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    patterns = pytestconfig.getini("norecursedirs")
    files = [file.relative_to(TESTS) for file in TESTS.rglob("test_*.py")]
    folders = {part for file in files if INSTALLED not in file.parts for part in file.parts[:-1]}
    assert "build" in folders
    assert [name for name in folders if any(fnmatch(name, pattern) for pattern in patterns)] == []
