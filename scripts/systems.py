"""Runs what the README tells newcomers to type on other systems, and prints a table of how it went.

    sudo make test-systems                        all systems
    sudo make test-systems SYSTEMS="trixie"       one of them

Each system is made from nothing by debootstrap(8), with its smallest choice of packages and what
one needs to get and start the project; `make proposal` and `make test` install the rest. Programs
run in a chroot of their own, whose mounts and processes end with it. What is committed is tested.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SYSTEMS = {
    "bookworm": "Debian 12",
    "trixie": "Debian 13",
    "testing": "Debian testing",
    "noble": "Ubuntu 24.04",
}
"""By their names for debootstrap."""
KEYRINGS = {"noble": Path("/usr/share/keyrings/ubuntu-archive-keyring.gpg")}
"""The keys by which packages are known to be genuine, where they are not Debian's."""
UBUNTU_SOURCE = ("http://archive.ubuntu.com/ubuntu", "gutsy")
"""Where Ubuntu's packages are, and debootstrap's script for all its releases since that one, whose
newest names an older debootstrap does not know."""
FIRST_PACKAGES = ("ca-certificates", "git", "make", "python3")
"""What somebody has who has just cloned the project."""
PLACE = "root/proposal"
"""Where the clone is, below the system's root."""
OWN_AUTHORITIES = Path("usr/local/share/ca-certificates")
"""Certificates that this machine trusts beside the usual ones, as behind a company's proxy."""
DOCUMENT = Path(__file__).parents[1] / "docs/develop/systems.md"
BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"

VERSIONS = r"""
cd /{place}
echo "Python: $(.venv/bin/python --version 2>&1)"
echo "TeX: $(pdftex --version | sed -n 's/.*(\(.*\)).*/\1/p;1q')"
echo "LuaTeX: $(luahbtex --version | sed -n 's/.*Version \([0-9.]*\).*/\1/p;1q')"
echo "acmart: $(sed -n 's/.*\[.* v\([0-9.]*\) .*/\1/p;/ v[0-9]/q' "$(kpsewhich acmart.cls)")"
echo "Jekyll: $(jekyll --version)"
echo "npm: $(npm --version)"
""".replace("{place}", PLACE)
"""Prints what is installed, a line each."""


@dataclass
class Outcome:
    """How it went on one system."""

    name: str
    versions: dict[str, str] = field(default_factory=dict)
    steps: dict[str, str] = field(default_factory=dict)
    """By command: how long it took, or that it failed."""
    tests: str = "not run"
    failures: list[str] = field(default_factory=list)
    skips: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether both commands ended well."""
        return bool(self.steps) and not any("failed" in step for step in self.steps.values())


class CannotMakeError(Exception):
    """A system could not be made; the message says why."""


def make_system(suite: str, root: Path, log: Path) -> None:
    """Make a system with nothing but `FIRST_PACKAGES` below `root`.

    Raises:
        CannotMakeError: debootstrap could not.
    """
    command = ["debootstrap", "--variant=minbase", f"--include={','.join(FIRST_PACKAGES)}"]
    source: tuple[str, ...] = ()
    if suite in KEYRINGS:
        command += [f"--keyring={KEYRINGS[suite]}", "--components=main,universe"]
        source = UBUNTU_SOURCE
    with log.open("wb") as output:
        made = subprocess.run(
            [*command, suite, str(root), *source],
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if made.returncode:
        lines = log.read_text(errors="replace").strip().splitlines()
        raise CannotMakeError(lines[-1] if lines else "debootstrap said nothing")
    # Names are resolved, and servers trusted, as on this machine.
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    own = list((Path("/") / OWN_AUTHORITIES).glob("*.crt"))
    for certificate in own:
        (root / OWN_AUTHORITIES).mkdir(parents=True, exist_ok=True)
        shutil.copy(certificate, root / OWN_AUTHORITIES)
    if own:
        run_inside(root, "update-ca-certificates", log)


def run_inside(root: Path, command: str, log: Path) -> int:
    """Run a shell's command in a system, add what it says to a log, and give its status."""
    mounts = f"mount -t proc proc {shlex.quote(f'{root}/proc')} && " + " && ".join(
        f"mount --rbind /{name} {shlex.quote(f'{root}/{name}')}" for name in ("dev", "sys")
    )
    settings = {
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "TERM": "dumb",
    }
    # Python's and Node's own lists of authorities do not hold those that were added.
    bundle = "/etc/ssl/certs/ca-certificates.crt"
    settings |= dict.fromkeys(("NODE_EXTRA_CA_CERTS", "PIP_CERT", "SSL_CERT_FILE"), bundle)
    settings |= {name: os.environ[name] for name in os.environ if name.lower().endswith("_proxy")}
    inside = ["env", "-i", *(f"{name}={value}" for name, value in settings.items())]
    chroot = shlex.join(["exec", "chroot", str(root), *inside, "sh", "-c", command])
    # The kernel takes mounts and processes away with the first process of the namespace.
    isolated = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c"]
    with log.open("ab") as output:
        return subprocess.run(
            [*isolated, f"{mounts} && {chroot}"],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        ).returncode


def try_system(suite: str, folder: Path) -> Outcome:
    """Make a system, unless it is there, and run the README's commands in it."""
    outcome = Outcome(SYSTEMS[suite])
    root = folder / suite
    if not (root / "etc/debian_version").is_file():
        shutil.rmtree(root, ignore_errors=True)
        say(f"{outcome.name}: making the system")
        make_system(suite, root, folder / f"{suite}-system.log")
    clone = root / PLACE
    shutil.rmtree(clone, ignore_errors=True)
    here = Path(__file__).parents[1]
    subprocess.run(["git", "clone", "--quiet", str(here), str(clone)], check=True)
    for command in ("make proposal", "make test"):
        say(f"{outcome.name}: {command}")
        log = folder / f"{suite}-{command.replace(' ', '-')}.log"
        log.unlink(missing_ok=True)
        began = time.monotonic()
        status = run_inside(root, f"cd /{PLACE} && {command}", log)
        minutes, seconds = divmod(round(time.monotonic() - began), 60)
        outcome.steps[command] = f"{minutes}:{seconds:02}" + (" failed" if status else "")
        say(f"{outcome.name}: {command}: {outcome.steps[command]}; see {log}")
        if command == "make test":
            read_tests(log.read_text(errors="replace"), outcome)
    log = folder / f"{suite}-versions.log"
    log.unlink(missing_ok=True)
    run_inside(root, VERSIONS, log)
    outcome.versions = dict(read_versions(log.read_text(errors="replace")))
    return outcome


def read_versions(text: str) -> Iterator[tuple[str, str]]:
    """What `VERSIONS` printed: names, and versions without their names."""
    for line in text.splitlines():
        name, colon, version = line.partition(": ")
        if colon:
            yield name, re.sub(r"^(?:Python|jekyll) ", "", version.strip())


_SUMMARY = re.compile(
    r"^=+ (?P<counts>.*\b(?:passed|failed|error).*?)(?: in [\d.]+s.*)? =+$", re.MULTILINE
)
"""`===== 3 passed, 1 skipped in 2.10s =====`"""
_NOT_PASSED = re.compile(r"^(?:FAILED|ERROR) (?P<test>.+?)(?: - .*)?$", re.MULTILINE)
"""`FAILED tests/cli/test_build.py::test_a - assert 1 == 2`"""
_SKIPPED = re.compile(r"^SKIPPED (?P<reason>.*)$", re.MULTILINE)
"""`SKIPPED [2] tests/tex/test_log.py:12: no TeX`"""


def read_tests(text: str, outcome: Outcome) -> None:
    """Note what pytest printed at its end: counts, what did not pass, and what was skipped."""
    if summaries := _SUMMARY.findall(text):
        outcome.tests = summaries[-1]
    outcome.failures = _NOT_PASSED.findall(text)
    outcome.skips = _SKIPPED.findall(text)


COLUMNS = ("Python", "TeX", "LuaTeX", "acmart", "Jekyll", "npm")


def table(outcomes: Sequence[Outcome]) -> str:
    """The outcomes as a table in Markdown, a row for each system."""
    steps = ("make proposal", "make test")
    head = ("System", *COLUMNS, *(f"`{step}`" for step in steps), "Tests")
    rows = [head, ("---",) * len(head)]
    rows += [
        (
            outcome.name,
            *(outcome.versions.get(column, "") for column in COLUMNS),
            *(outcome.steps.get(step, "not run") for step in steps),
            outcome.tests,
        )
        for outcome in outcomes
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def write(document: Path, text: str) -> None:
    """Put what was measured between the marks of a document."""
    before, _, rest = document.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    document.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def say(text: str) -> None:
    """Say at once what is going on, since it takes long."""
    print(text, flush=True)  # noqa: T201 - what the script is for


def missing_for(suites: Sequence[str]) -> Iterator[str]:
    """What this machine lacks, and what to type."""
    if os.geteuid() != 0:
        yield "Only root may make systems; type `sudo make test-systems`."
    if shutil.which("debootstrap") is None:
        yield "debootstrap is missing; type `apt-get install debootstrap`."
    for suite in suites:
        keyring = KEYRINGS.get(suite)
        if keyring and not keyring.is_file():
            yield f"{SYSTEMS[suite]} needs {keyring}; it is in the package ubuntu-keyring."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 0 if all commands ended well on all systems, 3 if this machine lacks something."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("suites", nargs="*", metavar="SYSTEM", help=", ".join(SYSTEMS))
    parser.add_argument("--folder", type=Path, default=Path("/var/tmp/proposal-systems"))  # noqa: S108 - of root alone
    parser.add_argument("--keep", action="store_true", help="keep the systems for the next run")
    parser.add_argument("--write", action="store_true", help=f"put the table into {DOCUMENT.name}")
    options = parser.parse_args(arguments)
    # Without a choice, systems whose keys are not here are left out.
    suites = options.suites or [
        suite for suite in SYSTEMS if suite not in KEYRINGS or KEYRINGS[suite].is_file()
    ]
    if unknown := [suite for suite in suites if suite not in SYSTEMS]:
        parser.error(f"{unknown[0]} is none of {', '.join(SYSTEMS)}")
    if missing := list(missing_for(suites)):
        say("\n".join(missing))
        return 3
    options.folder.mkdir(parents=True, exist_ok=True)
    outcomes = []
    for suite in suites:
        try:
            outcomes.append(try_system(suite, options.folder))
        except CannotMakeError as reason:
            outcomes.append(
                Outcome(SYSTEMS[suite], tests=f"the system could not be made: {reason}")
            )
        if not options.keep:
            shutil.rmtree(options.folder / suite, ignore_errors=True)
    text = table(outcomes)
    say(f"\n{text}")
    for outcome in outcomes:
        for test in outcome.failures:
            say(f"{outcome.name}: did not pass: {test}")
        for skipped in outcome.skips:
            say(f"{outcome.name}: skipped: {skipped}")
    if options.write:
        write(DOCUMENT, f"{time.strftime('%Y-%m-%d')}, on {os.cpu_count()} processors:\n\n{text}")
    return 0 if all(outcome.is_good for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
