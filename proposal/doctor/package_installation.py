"""Installs what is missing, and reports how it goes.

A package manager works for minutes and says thousands of lines. What comes out of
here is one short phrase at a time, and, if it fails, the end of what it said.
"""

from __future__ import annotations

import re
import subprocess
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator

from msgspec import Struct

from proposal.doctor.environment import Host, environment
from proposal.doctor.managers import APT, LOCK_TIME, Order, commands, lists_are_missing

TAIL = 15
"""How many of a failed command's last lines are worth reading."""

WIDTH = 70
"""How many characters of a line are shown, of package managers whose words are passed on."""

BETWEEN_TRIES = 2.0
"""Seconds before asking again for lists of packages that another program is fetching."""


class Progress(Struct, frozen=True):
    """What a package manager is doing now."""

    text: str
    notable: bool = False
    """Whether somebody who reads a log should see it, and not only now and then."""


class Failure(Struct, frozen=True):
    """An order that could not be carried out."""

    order: Order
    tail: tuple[str, ...]
    """The last lines that the package manager said."""


def install(order: Order, host: Host) -> Iterator[Progress | Failure]:
    """Carry out an order that this account is allowed to.

    Lists of packages are fetched when there are none, and when what they name could
    not be had, as happens when they are old. That fetching fails is no reason to
    stop: one of many places may be unreachable, and not the one that matters.
    """
    refresh, wanted = commands(order)
    refreshed = bool(refresh) and lists_are_missing(order, host)
    if refreshed:
        yield from _refresh(refresh, order, host)
    outcome = yield from _run(wanted, order, host)
    if outcome.says(_LISTS_ARE_OLD) and refresh and not refreshed:
        yield from _refresh(refresh, order, host)
        outcome = yield from _run(wanted, order, host)
    if outcome.code:
        yield Failure(order, outcome.tail)


_LISTS_ARE_OLD = re.compile(
    r"Unable to locate|no installation candidate|[Ff]ailed to fetch|\b404\b"
)
"""`E: Unable to locate package latexmk`, `404`"""
_LISTS_ARE_LOCKED = re.compile(r"Could not get lock")
"""`E: Could not get lock /var/lib/apt/lists/lock`"""


class _Outcome(Struct, frozen=True):
    code: int
    tail: tuple[str, ...]

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the command failed with a certain message."""
        return self.code != 0 and any(pattern.search(line) for line in self.tail)


def _refresh(command: list[str], order: Order, host: Host) -> Iterator[Progress]:
    """Fetch the lists, waiting for another who does: apt itself waits only to install."""
    patience = time.monotonic() + LOCK_TIME
    outcome = yield from _run(command, order, host)
    while outcome.says(_LISTS_ARE_LOCKED) and time.monotonic() < patience:
        time.sleep(BETWEEN_TRIES)
        outcome = yield from _run(command, order, host)


def _run(command: list[str], order: Order, host: Host) -> Generator[Progress, None, _Outcome]:
    tail: deque[str] = deque(maxlen=TAIL)
    try:
        process = subprocess.Popen(
            command,
            env={**environment(host), **order.source.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as reason:
        return _Outcome(127, (f"{command[0]}: {reason.strerror}",))
    with process:
        yield from _events(process.stdout or (), order, tail)
    return _Outcome(process.returncode, tuple(tail))


def _events(lines: Iterable[str], order: Order, tail: deque[str]) -> Iterator[Progress]:
    for line in lines:
        text = line.strip()
        if text:
            tail.append(text)
            event = _apt_progress(text) if order.source is APT else Progress(text[:WIDTH])
            if event:
                yield event


_TO_DOWNLOAD = "{0} to download"
_APT = (
    (re.compile(r"Need to get ([\d.,]+ \wB)"), _TO_DOWNLOAD),
    (re.compile(r"Get:\d+ \S+ \S+ \S+ (\S+) "), "downloading {0}"),
    (re.compile(r"Unpacking (\S+)"), "unpacking {0}"),
    (re.compile(r"Setting up (\S+)"), "setting up {0}"),
    (re.compile(r"Processing triggers for (\S+)"), "finishing {0}"),
    (re.compile(r"Running (\S+)\. This may take"), "running {0}"),
    (re.compile(r"Waiting for cache lock|.*Could not get lock"), "waiting for another install"),
)
"""What apt prints, as `Setting up texlive-base (2022.20230122-3) …`, and what is shown."""


def _apt_progress(line: str) -> Progress | None:
    """What a line of apt says about the progress, in few words; None if it says nothing."""
    for pattern, phrase in _APT:
        found = pattern.match(line)
        if found:
            return Progress(phrase.format(*found.groups()), notable=phrase is _TO_DOWNLOAD)
    return None
