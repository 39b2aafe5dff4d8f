"""Commands that the documents have people type exist, with their options."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import typer
from typer.main import get_command

from proposal.cli.app import app
from proposal.importers.sources import KINDS
from tests.documents.pages import PAGES, inline_tokens, tokens_of
from tests.workspace import ROOT

_PLACEHOLDER = re.compile(r"…|\||\[")
"""What stands for something else, as in `proposal check [EDITION…]`."""


def typed_commands(text: str) -> Iterator[str]:
    """The lines of a block, or an inline word, that call the program or make."""
    lines = text.replace("\\\n", " ").splitlines()
    for line in (line.removeprefix("$ ").partition("  #")[0] for line in lines):
        if re.match(r"(?:\S*/)?proposal [a-z-]|make [a-z]", line) and not _PLACEHOLDER.search(line):
            yield line


def all_commands() -> list[tuple[str, str]]:
    found = set()
    for page in PAGES:
        if page.name == "CHANGELOG.md":  # which tells what was, too
            continue
        blocks = [token.content for token in tokens_of(page) if token.type == "fence"]
        consoles = ["\n".join(re.findall(r"^\$ .*", block, re.MULTILINE)) for block in blocks]
        words = [token.content for token in inline_tokens(page) if token.type == "code_inline"]
        for text in [*consoles, *words]:
            found |= {(str(page.relative_to(ROOT)), command) for command in typed_commands(text)}
    return sorted(found)


COMMANDS = all_commands()
GROUP: Any = get_command(app)
CONTEXT = typer.Context(GROUP, info_name="proposal")


@cache
def options_of(name: str) -> set[str]:
    """The options of a command; those of the program itself for no name."""
    command = GROUP.get_command(CONTEXT, name) if name else GROUP
    assert command is not None, f"there is no `proposal {name}`"
    options = {option for parameter in command.params for option in parameter.opts}
    return options | {"--help", "-h"}


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_a_command_of_the_documents_can_be_typed(page: str, command: str) -> None:
    program, *words = shlex.split(command)
    if program == "make":
        makefile = (ROOT / "Makefile").read_text("utf-8")
        targets = [word for word in words if re.fullmatch(r"[a-z-]+", word)]
        assert [word for word in targets if f"\n{word}:" not in makefile] == [], page
        return
    if words[0] == "-C":
        words = words[2:]
    name = words.pop(0) if words and not words[0].startswith("-") else ""
    options = {word.partition("=")[0] for word in words if word.startswith("-")}
    assert options - options_of(name) == set(), page


def test_the_documents_have_people_type_every_command() -> None:
    named = {shlex.split(command)[1] for _, command in COMMANDS}
    assert set(GROUP.list_commands(CONTEXT)) <= named


def test_the_page_of_all_commands_lists_them_with_all_options() -> None:
    page = (ROOT / "docs/reference/commands.md").read_text("utf-8")
    rows = re.findall(r"^\| `proposal ([a-z]+)([^`]*)`", page, re.MULTILINE)
    assert sorted(name for name, _ in rows) == sorted(GROUP.list_commands(CONTEXT))
    for name, words in rows:
        options = {option for option in options_of(name) if option.startswith("--")}
        assert {*re.findall(r"--[a-z0-9-]+", words), "--help"} == options, name


def test_the_help_and_the_page_name_every_kind_of_import() -> None:
    page = (ROOT / "docs/reference/commands.md").read_text("utf-8")
    assert sorted(page.partition("`proposal import ")[2].partition(" ")[0].split("\\|")) == sorted(
        KINDS
    )
    help_ = GROUP.get_command(CONTEXT, "import").help
    listed = re.findall(r"^  ([a-z0-9-]+(?:, [a-z0-9-]+)*)  ", help_, re.MULTILINE)
    assert sorted(", ".join(listed).split(", ")) == sorted(KINDS)
