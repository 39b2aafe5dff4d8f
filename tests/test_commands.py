"""Messages name commands as they are typed here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from proposal.typed_commands import as_typed, typed

MAKEFILE = "PROPOSAL := .venv/bin/proposal\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which commands are typed, and no make."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MAKELEVEL", raising=False)
    return tmp_path


def call(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", list(arguments))


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ((".venv/bin/proposal", "check"), ".venv/bin/proposal build"),
        ((".venv/bin/proposal", "-C", "ws", "check"), ".venv/bin/proposal -C ws build"),
        ((".venv/bin/proposal", "-Cws", "check"), ".venv/bin/proposal -C ws build"),
        (("../p/proposal", "-C", "my ws", "check"), "../p/proposal -C 'my ws' build"),
        (("/nowhere/else/proposal", "check", "-C"), "/nowhere/else/proposal build"),
        (("p/proposal", "-C", "a\x1bb'c", "check"), r"p/proposal -C $'a\x1bb\x27c' build"),
        (("p/proposal", "-C", "a\udcff", "check"), r"p/proposal -C $'a\xff' build"),
        (("pytest", "-x"), "proposal build"),
    ],
)
def test_a_command_is_named_with_the_path_and_the_folder_that_were_typed(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], shown: str
) -> None:
    call(monkeypatch, *arguments)
    assert as_typed("type `proposal build`, please") == f"type `{shown}`, please"


def test_a_document_of_the_program_s_name_is_no_command(monkeypatch: pytest.MonkeyPatch) -> None:
    call(monkeypatch, ".venv/bin/proposal", "check")
    hint = "delete `proposal` under `documents`, then type `proposal check`"
    shown = "delete `proposal` under `documents`, then type `.venv/bin/proposal check`"
    assert as_typed(hint) == shown


def test_a_program_that_the_shell_finds_is_named_alone(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = here / "bin" / "proposal"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    call(monkeypatch, str(program), "check")
    assert typed("build --only pdf") == "proposal build --only pdf"


def test_a_module_is_named_with_its_python(monkeypatch: pytest.MonkeyPatch) -> None:
    call(monkeypatch, "/somewhere/proposal/__main__.py", "check")
    monkeypatch.setattr(sys, "orig_argv", ["python9", "-m", "proposal", "check"])
    monkeypatch.setattr(sys, "executable", "/nowhere/bin/python9")
    assert typed("check") == "/nowhere/bin/python9 -m proposal check"


def test_make_is_named_only_where_our_makefile_has_run_the_command(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call(monkeypatch, ".venv/bin/proposal", "build")
    (here / "Makefile").write_text(MAKEFILE, encoding="utf-8")
    assert typed("check") == ".venv/bin/proposal check"
    monkeypatch.setenv("MAKELEVEL", "1")
    assert as_typed("`proposal check` and `proposal build`") == "`make check` and `make proposal`"
    assert typed("new 2028") == ".venv/bin/proposal new 2028"
    (here / "Makefile").write_text("all:\n", encoding="utf-8")
    assert typed("check") == ".venv/bin/proposal check"


def test_another_folder_stands_in_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    call(monkeypatch, ".venv/bin/proposal", "init", "a b")
    assert typed("build", "a b") == ".venv/bin/proposal -C 'a b' build"
