"""What of the needed parts is on this machine, where, and in which version.

Looking takes one call of kpsewhich for all of TeX's files together, so that a
build can afford to look before it starts. Asking programs for their versions
costs a process each and is left to those who show them.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from proposal.doctor.environment import Host, environment, program
from proposal.doctor.parts import Group, Part, parts

ANSWER_TIME = 20.0
"""Seconds after which a program that was asked something counts as not answering."""


class ExaminedPart(Struct, frozen=True):
    """What looking for one part brought to light."""

    part: Part
    places: Mapping[str, Path]
    """Where each program and file of the part was found."""
    lacking: tuple[str, ...]
    """The programs and files that were not found."""

    @property
    def complete(self) -> bool:
        """Whether the machine has all that the part consists of."""
        return not self.lacking

    @property
    def place(self) -> Path | None:
        """Where the part is: its first program or file that was found."""
        return next(iter(self.places.values()), None)


class Examination(Struct, frozen=True):
    """What the machine has and lacks of the groups that were asked for."""

    groups: tuple[Group, ...]
    parts: tuple[ExaminedPart, ...]

    @property
    def missing(self) -> tuple[ExaminedPart, ...]:
        """The parts that the machine lacks, wholly or in part."""
        return tuple(examined for examined in self.parts if not examined.complete)


def examine(groups: Iterable[Group], host: Host) -> Examination:
    """Look for every part of some groups."""
    groups = tuple(groups)
    wanted = parts(groups)
    files = [name for part in wanted for name in (*part.tex_files, *part.fonts)]
    places = {**_programs(wanted, host), **_known_to_tex(files, host)}
    fonts = [name for part in wanted for name in part.fonts if name not in places]
    places |= _known_to_the_system(fonts, host)
    return Examination(groups, tuple(_examined(part, places) for part in wanted))


def fonts_here(names: Iterable[str], host: Host) -> dict[str, Path]:
    """Where some font files are, by their names; those that are missing are left out."""
    wanted = sorted(set(names))
    places = _known_to_tex(wanted, host)
    others = [name for name in wanted if name not in places]
    return {**places, **_known_to_the_system(others, host)}


def versions(examination: Examination, host: Host) -> dict[str, str]:
    """The version of every found part that can tell one, by the part's name.

    Programs are asked all at once, because each takes some hundredths of a second.
    """
    asked = {
        examined.part: _ask(examined.places[examined.part.programs[0]], examined.part, host)
        for examined in examination.parts
        if examined.complete and examined.part.programs
    }
    known = {part.name: _answer(process) for part, process in asked.items() if process}
    for examined in examination.parts:
        classes = [place for place in examined.places.values() if place.suffix == ".cls"]
        if examined.complete and classes:
            known[examined.part.name] = _declared(classes[0])
    return {name: version for name, version in known.items() if version}


def _examined(part: Part, places: Mapping[str, Path]) -> ExaminedPart:
    return ExaminedPart(
        part,
        {name: places[name] for name in part.consists_of if name in places},
        tuple(name for name in part.consists_of if name not in places),
    )


def _programs(wanted: Iterable[Part], host: Host) -> dict[str, Path]:
    programs = {name: program(host, name) for part in wanted for name in part.programs}
    return {name: place for name, place in programs.items() if place}


def _known_to_tex(files: list[str], host: Host) -> dict[str, Path]:
    kpsewhich = program(host, "kpsewhich")
    if not files or not kpsewhich:
        return {}
    return _by_name(_lines([str(kpsewhich), *files], host))


def _known_to_the_system(fonts: list[str], host: Host) -> dict[str, Path]:
    fc_list = program(host, "fc-list")
    if not fonts or not fc_list:
        return {}
    every_font = _by_name(_lines([str(fc_list), "--format", "%{file}\n"], host))
    return {name: every_font[name] for name in fonts if name in every_font}


def _by_name(lines: Iterable[str]) -> dict[str, Path]:
    """Files by their own names; the first of several with one name is the one in use."""
    found: dict[str, Path] = {}
    for line in lines:
        path = Path(line)
        found.setdefault(path.name, path)
    return found


def _lines(command: list[str], host: Host) -> list[str]:
    """What a program prints, or nothing when it cannot be run.

    kpsewhich fails when it misses one file of many, so its exit code says nothing here.
    """
    try:
        finished = subprocess.run(
            command,
            env=environment(host),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            timeout=ANSWER_TIME,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [line for line in finished.stdout.splitlines() if line.strip()]


def _ask(place: Path, part: Part, host: Host) -> subprocess.Popen[str] | None:
    try:
        return subprocess.Popen(
            [str(place), part.version_option],
            env=environment(host),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError:
        return None


def _answer(process: subprocess.Popen[str]) -> str:
    try:
        text, _ = process.communicate(timeout=ANSWER_TIME)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return ""
    found = re.search(r"\d+\.\d[\w.-]*", text)
    # pdfTeX counts 3.141592653-2.6-1.40.24: TeX's version, e-TeX's and its own.
    return found.group().rsplit("-", 1)[-1] if found else ""


def _declared(file: Path) -> str:
    """The version that a LaTeX class declares of itself."""
    try:
        beginning = file.read_bytes()[:20_000].decode("utf-8", errors="replace")
    except OSError:
        return ""
    # such as \ProvidesClass{acmart}[2024/12/28 v2.12 …]
    declaration = re.search(r"\\ProvidesClass\s*\{[^}]*\}\s*\[([^\]]*)\]", beginning)
    version = declaration and re.search(r"\bv(\d[\w.]*)", declaration.group(1))
    return version.group(1) if version else ""
