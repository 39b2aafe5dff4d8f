"""Which commands the daemon runs, and that it is off unless it is switched on."""

from __future__ import annotations

import sys

import pytest

from proposal.daemon.enabled import is_enabled

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the daemon runs on Linux only")


@pytest.mark.parametrize(
    ("typed", "enabled"),
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
    monkeypatch: pytest.MonkeyPatch, typed: str, enabled: bool
) -> None:
    monkeypatch.setenv("PROPOSAL_STANDBY", "on")
    monkeypatch.setattr(sys, "stdin", sys.__stderr__)
    assert is_enabled(typed.split()) is enabled


@pytest.mark.parametrize("switch", [None, "", "off", "auto"])
def test_it_is_off_unless_it_is_switched_on(
    monkeypatch: pytest.MonkeyPatch, switch: str | None
) -> None:
    monkeypatch.setattr(sys, "stdin", sys.__stderr__)
    if switch is None:
        monkeypatch.delenv("PROPOSAL_STANDBY", raising=False)
    else:
        monkeypatch.setenv("PROPOSAL_STANDBY", switch)
    assert not is_enabled(["build"])
