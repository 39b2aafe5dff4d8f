"""What ran on other systems is read from what it printed, and put into one table."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from tests.scripts import load_script

PRINTED = """\
...............s.F
=========================== short test summary info ============================
SKIPPED [3] tests/jekyll/conftest.py:40: Jekyll is not installed
FAILED tests/tex/test_log.py::test_one[a b] - AssertionError: no
ERROR tests/site/test_pages.py::test_two
====== 1 failed, 4397 passed, 3 skipped, 1 error in 512.20s (0:08:32) =======
make: *** [Makefile:60: test] Error 1
"""


@pytest.fixture(scope="module")
def systems() -> ModuleType:
    """The script, which is in no package."""
    return load_script("systems")


def test_counts_failures_and_skips_are_read(systems: ModuleType) -> None:
    outcome = systems.Outcome("Debian 13", steps={"make test": "8:40 failed"})
    systems.read_tests(PRINTED, outcome)
    assert outcome.tests == "1 failed, 4397 passed, 3 skipped, 1 error"
    assert outcome.failures == [
        "tests/tex/test_log.py::test_one[a b]",
        "tests/site/test_pages.py::test_two",
    ]
    assert outcome.skips == ["[3] tests/jekyll/conftest.py:40: Jekyll is not installed"]
    assert not outcome.is_good


def test_a_row_says_what_is_installed_and_how_it_went(systems: ModuleType, tmp_path: Path) -> None:
    outcome = systems.Outcome("Debian 13", tests="4400 passed")
    outcome.versions = dict(systems.read_versions("Python: Python 3.13.5\nJekyll: jekyll 4.3.4\n"))
    outcome.steps = {"make proposal": "9:05", "make test": "8:40"}
    assert outcome.is_good
    row = systems.table([outcome]).splitlines()[-1]
    assert row == "| Debian 13 | 3.13.5 |  |  |  | 4.3.4 |  | 9:05 | 8:40 | 4400 passed |"
    document = tmp_path / "systems.md"
    document.write_text(f"# One\n\n{systems.BEGIN}\nold\n{systems.END}\n\nend\n")
    systems.write(document, "new")
    assert document.read_text() == f"# One\n\n{systems.BEGIN}\nnew\n{systems.END}\n\nend\n"


def test_an_unknown_system_is_refused(
    systems: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        systems.main(["trixy"])
    assert "trixy is none of bookworm, trixie, testing, noble" in capsys.readouterr().err
