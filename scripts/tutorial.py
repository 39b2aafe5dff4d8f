"""Does what a page tells its reader to do: types its commands and writes its files.

Read are the sections whose headings begin with a number. In them, a block of `console` holds
commands behind `$ ` and what they answer, `…` standing for any lines; what follows a question in
brackets is typed as its answer. `^C` says that the command runs until the next one is typed. A
block with a title is a file, or what takes the place of the same keys or section in it.

So what the page says is true, or `run` raises; the tests and the script of the pictures use it.
"""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "guide" / "tutorial.md"
YEAR = "2027"
"""The year that the page speaks of."""
ADDRESS = "https://github.com/ACCOUNT/paper-boats.git"
ACCOUNT = "ACCOUNT"
"""What stands for the reader's own on the page."""
PATIENCE = 120
"""Seconds until a command must have answered."""
_NUMBERED = re.compile(r"\d+\. ")
"""`1. Type`"""
_TITLE = re.compile(r'title="(?P<file>[^"]+)"')
"""`title="data/workshop.yaml"`"""
_QUESTION = re.compile(r"(?P<asked>.+? )\[[^\]]*\]:(?: (?P<answer>.*))?")
"""As in `Its acronym [ACRONYM]: BOATS`."""
_ANY_LINES = "…"
_UNTIL_CTRL_C = "^C"


class DriftError(Exception):
    """What the page says is not what happened; the message says where."""


@dataclass(frozen=True)
class Command:
    """A line that the reader types, and what is answered."""

    typed: str
    lines: tuple[str, ...] = ()

    @property
    def answers(self) -> list[str]:
        """What the reader answers to questions, in their order."""
        matches = (_QUESTION.fullmatch(line) for line in self.lines)
        return [match["answer"] or "" for match in matches if match]

    @property
    def fails(self) -> bool:
        """Whether it is to report an error."""
        return any(": error: " in line for line in self.lines)

    @property
    def runs_on(self) -> bool:
        """Whether it runs until the next command."""
        return bool(self.lines) and self.lines[-1] == _UNTIL_CTRL_C


@dataclass(frozen=True)
class Writing:
    """A file that the reader writes, or a part of one."""

    file: str
    text: str


@dataclass(frozen=True)
class Picture:
    """A picture of what the reader sees by then."""

    file: Path


Part = Command | Writing | Picture


def parts_of(page: Path, year: str | None = None) -> list[Part]:
    """What a page has its reader do, in its order.

    Args:
        page: the page, in Markdown.
        year: the year to do it for, instead of the one that the page speaks of.
    """
    text = page.read_text(encoding="utf-8")
    if year is not None:
        text = text.replace(YEAR, year).replace(f"'{YEAR[2:]}", f"'{year[2:]}")
    return list(_parts(MarkdownIt("commonmark").parse(text), page))


def _parts(tokens: Sequence[Token], page: Path) -> Iterator[Part]:
    is_numbered = False
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            is_numbered = _NUMBERED.match(tokens[number + 1].content) is not None
        elif is_numbered and token.type == "fence":
            yield from _parts_of_block(token)
        elif is_numbered:
            for child in token.children or []:
                if child.type == "image":
                    yield Picture((page.parent / str(child.attrGet("src"))).resolve())


def written_file(info: str) -> str | None:
    """The file that a block is for, by the words behind its opening fence; nothing if for none."""
    title = _TITLE.search(info)
    return title["file"] if title else None


def _parts_of_block(token: Token) -> Iterator[Part]:
    if file := written_file(token.info):
        yield Writing(file, token.content)
    elif token.info.startswith("console"):
        typed: str | None = None
        lines: list[str] = []
        for line in token.content.splitlines():
            if line.startswith("$ "):
                if typed is not None:
                    yield Command(typed, tuple(lines))
                typed, lines = line[2:], []
            else:
                lines.append(line)
        if typed is not None:
            yield Command(typed, tuple(lines))


@dataclass
class Reader:
    """Somebody who follows a page in a folder."""

    folder: Path
    """Where the reader is."""
    environment: Mapping[str, str]
    instead: Mapping[str, str] = field(default_factory=dict)
    """What is typed instead of a text that stands for something of the reader's own."""
    running: subprocess.Popen[str] | None = None
    """The command that runs until the next one."""
    said: str = ""
    """What the last command said."""

    def follow(self, parts: Sequence[Part], on_picture: Callable[[Picture], None]) -> None:
        """Do everything, and look at each picture at its place.

        Raises:
            DriftError: something is not as the page says.
        """
        try:
            for part in parts:
                match part:
                    case Command():
                        self.type(part)
                    case Writing():
                        self.write(part)
                    case Picture():
                        on_picture(part)
        finally:
            self.press_ctrl_c()

    def type(self, command: Command) -> None:
        """Type a command, and compare what it says with the page."""
        self.press_ctrl_c()
        line = command.typed
        for old, new in self.instead.items():
            line = line.replace(old, new)
        first, *rest = shlex.split(line)
        if first == "cd":
            self.folder = (self.folder / rest[0]).resolve()
            return
        if command.runs_on:
            self._start(line, command)
            return
        answers = command.answers
        code, said = self._converse(line, answers) if answers else self._run(line)
        self.said = said
        if (code != 0) != command.fails:
            raise DriftError(f"`{command.typed}` ended with {code}:\n{said}")
        _compare(command, said)

    def write(self, writing: Writing) -> None:
        """Write a file, or a part of one, as the page says."""
        file = self.folder / writing.file
        text = writing.text
        for old, new in self.instead.items():
            text = text.replace(old, new)
        old_text = file.read_text(encoding="utf-8") if file.is_file() else None
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text if old_text is None else with_part(old_text, text), encoding="utf-8")

    def press_ctrl_c(self) -> None:
        """End the command that runs, if one does, also where this runs in the background.

        There Ctrl-C is ignored, and a preview takes the other signal for it.
        """
        if self.running is not None:
            self.running.send_signal(signal.SIGTERM)
            self.running.communicate(timeout=PATIENCE)
            self.running = None

    def _run(self, line: str) -> tuple[int, str]:
        finished = subprocess.run(
            ["sh", "-c", line],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )
        return finished.returncode, finished.stdout

    def _start(self, line: str, command: Command) -> None:
        """Start a command that runs on, and wait for all that it is to say."""
        self.running = subprocess.Popen(
            ["sh", "-c", f"exec {line}"],
            cwd=self.folder,
            env={**self.environment, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.said = ""
        expected = [text for text in command.lines[:-1] if text != _ANY_LINES]
        for _ in expected:
            self.said += self.running.stdout.readline() if self.running.stdout else ""
        _compare(Command(command.typed, command.lines[:-1]), self.said)

    def _converse(self, line: str, answers: Sequence[str]) -> tuple[int, str]:
        """Run a command at a terminal, and answer each of its questions."""
        end, terminal = pty.openpty()
        process = subprocess.Popen(
            ["sh", "-c", f"exec {line}"],
            cwd=self.folder,
            env=self.environment,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
        )
        os.close(terminal)
        screen, answered = "", 0
        while True:
            ready, _, _ = select.select([end], [], [], PATIENCE)
            try:
                new = os.read(end, 65536) if ready else b""
            except OSError:  # the command has ended
                new = b""
            if not new:
                break
            screen += new.decode()
            if screen.endswith("]: ") and answered < len(answers):
                os.write(end, f"{answers[answered]}\n".encode())
                answered += 1
        os.close(end)
        if process.poll() is None and answered == len(answers):
            process.kill()
        # such as ESC[2K, a carriage return
        return process.wait(PATIENCE), re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\r", "", screen)


def with_part(text: str, part: str) -> str:
    """A file with a part of it in the place of what has the same keys or the same heading.

    A part that begins with an item of a list is all of the list; plain text is all of the text.
    """
    if part.startswith("- "):
        head = re.match(r"(?:#[^\n]*\n|\n)*", text)
        return (head[0] if head else "") + part
    if part.startswith("# "):
        heading = part.partition("\n")[0]
        section = rf"^{re.escape(heading)}\n.*?(?=^# |\Z)"
        return _replaced(text, section, part.rstrip("\n") + "\n\n")
    if not re.match(r"[\w-]+:", part):
        return part
    for record in re.findall(r"^[\w-]+:.*?(?=^[\w-]+:|\Z)", part, re.MULTILINE | re.DOTALL):
        key = record.partition(":")[0]
        old = rf"^{re.escape(key)}:[^\n]*\n(?:[ \t][^\n]*\n|- [^\n]*\n)*"
        if re.search(old, text, re.MULTILINE):
            text = _replaced(text, old, record.rstrip("\n") + "\n")
        else:
            text = text.rstrip("\n") + "\n\n" + record.rstrip("\n") + "\n"
    return text


def _replaced(text: str, pattern: str, new: str) -> str:
    replaced, count = re.subn(pattern, lambda _: new, text, flags=re.MULTILINE | re.DOTALL)
    if count != 1:
        raise DriftError(f"{new.partition(chr(10))[0]!r} stands {count} times where it is replaced")
    return replaced.rstrip("\n") + "\n"


def _compare(command: Command, said: str) -> None:
    """Hold what a command said against the page, apart from times and ports.

    Raises:
        DriftError: the page says something else.
    """
    wanted = [line.rstrip() for line in command.lines]
    lines = [
        line.rstrip()
        for line in said.strip("\n").splitlines()
        if not line.startswith("proposal: ")  # as on a slow machine it says how far it is
    ]
    if wanted and not _agree(wanted, lines):
        page = "\n".join(wanted)
        raise DriftError(f"`{command.typed}` said:\n{said}\n\nThe page says:\n{page}")


def _agree(wanted: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether lines are those that are wanted."""
    if not wanted:
        return not lines
    if wanted[0] == _ANY_LINES:
        return any(_agree(wanted[1:], lines[number:]) for number in range(len(lines) + 1))
    return (
        bool(lines)
        and re.fullmatch(_pattern(wanted[0]), lines[0]) is not None
        and _agree(wanted[1:], lines[1:])
    )


def _pattern(line: str) -> str:
    if question := _QUESTION.fullmatch(line):  # what is offered may depend on the day
        return re.escape(question["asked"]) + r"\[[^\]]*\]: ?" + re.escape(question["answer"] or "")
    pattern = re.sub(r"\d+\\\.\d\\ s$", r"[\\d.]+\\ s", re.escape(line))
    return re.sub(r"(?<=127\\\.0\\\.0\\\.1:)\d+", r"\\d+", pattern)


def repository(folder: Path) -> Path:
    """The reader's empty repository on a code host, which is a folder here."""
    return folder / "host" / "paper-boats.git"


def reader(folder: Path) -> Reader:
    """Somebody with an empty home folder, a repository elsewhere, and this program."""
    home, place = folder / "home", folder / "work"
    home.mkdir(parents=True)
    place.mkdir()
    subprocess.run(
        ["git", "init", "--quiet", "--bare", "--initial-branch=main", str(repository(folder))],
        check=True,
    )
    environment = {
        "GIT_CONFIG_NOSYSTEM": "1",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "TERM": "dumb",
    }
    own = {
        ADDRESS: str(repository(folder)),
        ACCOUNT: "ann-placeholder",
        "init --github": "init --github --program https://example.org/proposal@1.0",
    }
    return Reader(place, environment, own)
