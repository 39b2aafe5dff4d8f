"""What a command line means is known when it is typed again, and to no other program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.cli import known_words
from proposal.cli.known_words import run_and_know, run_if_known
from proposal.cli.session import Session

WORDS = ["-C", "a folder", "check", "--strict"]

Run = tuple[str, Path | None, dict[str, Any]]


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Run]:
    """What is run, by its command, the folder that `-C` names, and what else its words mean."""
    found: list[Run] = []

    def run(command: str, session: Session, values: dict[str, Any]) -> None:
        found.append((command, session.folder, values))

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(known_words, "_run", run)
    return found


def test_words_mean_the_same_when_they_are_typed_again(runs: list[Run]) -> None:
    assert not run_if_known(WORDS)
    run_and_know("check", Session(Path("a folder"), WORDS), editions=[], strict=True)
    assert run_if_known(WORDS)
    assert runs == [("check", Path("a folder"), {"editions": [], "strict": True})] * 2
    assert not run_if_known(WORDS[2:])
    assert not run_if_known([*WORDS, "2024"])


def test_another_program_or_machine_understands_words_anew(
    runs: list[Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    run_and_know("check", Session(None, ["check"]))
    with monkeypatch.context() as patch:
        patch.setattr(
            "proposal.cli.known_words.processors", lambda: 1000
        )  # the default of `--jobs`
        assert not run_if_known(["check"])
    monkeypatch.setattr(known_words, "program_digest", lambda: "another")
    assert not run_if_known(["check"])
    assert len(runs) == 1


def test_without_words_nothing_is_kept(runs: list[Run], tmp_path: Path) -> None:
    run_and_know("check", Session(None))
    assert len(runs) == 1
    assert list(tmp_path.iterdir()) == []
