"""For which commands does anybody stand by?"""

from __future__ import annotations

import sys

import pytest

from proposal.standby.wish import is_wanted

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has anything stand by")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("build", True),
        ("check --strict 2026", True),
        ("-C check build", True),
        ("-Cfolder check", True),
        ("init build", False),
        ("-C check facts", False),
        ("-C build", False),
        ("new 2027 --from 2026 --venue build", False),
        ("import jekyll build --edition 2026", False),
        ("--help build", True),
        ("serve", False),
        ("", False),
    ],
)
def test_the_command_word_decides_and_no_other_argument(
    monkeypatch: pytest.MonkeyPatch, typed: str, wanted: bool
) -> None:
    monkeypatch.setenv("PROPOSAL_STANDBY", "on")
    monkeypatch.setattr(sys, "stdin", sys.__stderr__)
    assert is_wanted(typed.split()) is wanted
