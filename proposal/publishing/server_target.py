"""Publishes to a server by rsync over ssh; nothing but rsync has to be there.

One login serves all of it. Files are compared by their contents, and what differs is fetched, so
that it is known whether this program wrote it.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import MachineError
from proposal.model.records.publish_record import login_and_path
from proposal.publishing import manifest
from proposal.publishing.built_site import BuiltSite, digest_of
from proposal.publishing.publish_target import FULL_DISK, PublishError
from proposal.publishing.publishing_plan import BLOCKED, PublishPlan, Standing, parents_of
from proposal.publishing.ssh import ssh_refusal
from proposal.scratch import lay_out, scratch_folder

_LONGEST_SOCKET = 80
"""Letters of a socket's path; with what ssh appends for a moment, systems take about a hundred."""
_SECONDS = 30
"""How long a server may take to answer."""
_IDLE = 600
"""Seconds for which a login waits, as while somebody is asked."""
_ITEM = re.compile(r"(?P<change>[<>ch.*])(?P<kind>[fdLDS]).{9} (?P<name>.+)")
"""A line of rsync, as in ">f+++++++++ 2026/index.html"; of what is the same, ".f          …"."""
_OLDEST = (3, 1)
"""The first version of rsync that can leave out and delete what is missing."""

_SENTENCES = (
    (
        r"rsync: (?:command )?not found|rsync: No such file|Please install rsync",
        "the server {login} lacks rsync; ask its administrators for it",
    ),
    (FULL_DISK, "the disk of {login} is full, or your part"),
    (r"Read-only file system", "the disk of {login} is read-only"),
    (
        r"mkdir .*No such file or directory|mkdir .*failed",
        (
            "the folder {path} cannot be made on {login}; make the folder above it first: "
            "ssh {login} mkdir -p {parent}"
        ),
    ),
    (
        r"Permission denied \(13\)|Operation not permitted",
        "you may not write to {path} on {login}; ask its administrators for the right",
    ),
    (r"Not a directory", "{path} on {login} is a file, and a folder is needed"),
)
"""What rsync says, and what that means."""


class ServerTarget(Struct, frozen=True):
    """A folder on a server."""

    place: str
    """As rsync takes it: `user@host:path`."""
    scratch: Path
    """A folder for what is fetched and sent."""
    ssh: Sequence[str]
    """The program ssh with its options."""

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return self.place

    @property
    def notes(self) -> list[str]:
        """What there is to say when a website stands there: nothing."""
        return []

    def look(self, names: Iterable[str], site: BuiltSite) -> Standing:
        """Look at what stands on the server.

        Raises:
            PublishError: one cannot log in or read it.
        """
        lists = self._fetch(manifest.NAMES, site)
        if lists is None:
            return Standing({}, {}, is_new=True)
        contents = [
            (lists.folder / name).read_bytes() if lists.kinds.get(name) == "f" else None
            for name in manifest.NAMES
        ]
        written = manifest.together(*map(manifest.read, contents))
        wanted = {*names, *written}
        parents = {parent for name in wanted for parent in parents_of(name)}
        found = self._fetch([*wanted, *(parents - wanted)], site)
        if found is None:
            return Standing({}, {}, is_new=True)
        digests = {
            name: digest for name in wanted if (digest := _digest(name, found, site)) is not None
        }
        return Standing(digests, written, is_broken_off=contents[1] is not None)

    def carry_out(self, plan: PublishPlan, site: BuiltSite) -> None:
        """Send what is new, and delete what the website no longer has.

        Raises:
            PublishError: it cannot be put there, or not all of it.
        """
        sent = self.scratch / "sent"
        shutil.rmtree(sent, ignore_errors=True)
        listing = manifest.written(site.all_digests)
        contents = {name: site.content(name) for name in plan.sent}
        contents |= dict.fromkeys(manifest.NAMES, listing)
        for name in contents:
            (sent / name).parent.mkdir(parents=True, exist_ok=True)
        lay_out({sent / name: content for name, content in contents.items()})
        self._send([manifest.INTENT], sent)
        try:
            self._send(plan.sent, sent)
            # Empty folders stay: rsync would take a link to somewhere else for one.
            self._delete(plan.deleted)
            self._send([name for name in manifest.NAMES if name != manifest.INTENT], sent)
            self._delete([manifest.INTENT])
        except PublishError as reason:
            message = f"{reason}. The website at {self.place} may be incomplete"
            raise PublishError(
                f"{message}; type the same command again when the cause is gone"
            ) from reason

    def _fetch(self, names: Iterable[str], site: BuiltSite) -> _Fetched | None:
        """Get those of some files that differ from the website; nothing if there is no folder."""
        folder = self.scratch / "there"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        options = ["--ignore-missing-args", "--links", f"--compare-dest={site.folder}"]
        status, printed, errors = self._rsync(
            [*options, "-ii", "--out-format=%i %n"], names, f"{self.place}/", f"{folder}/"
        )
        if status and re.search(r"change_dir.*No such file or directory", errors):
            return None
        if status:
            raise PublishError(self._refusal(errors))
        items = (_ITEM.fullmatch(line) for line in printed.splitlines())
        return _Fetched(folder, {item["name"].rstrip("/"): item["kind"] for item in items if item})

    def _send(self, names: Iterable[str], source: Path) -> None:
        """Send some files."""
        listed = list(names)
        if not listed:
            return
        # The server decides who may read a new file, as far as it lets us.
        options = ["--no-implied-dirs", "--delay-updates", "--chmod=ugo=rwX"]
        status, _, errors = self._rsync(options, listed, f"{source}/", f"{self.place}/")
        if status:
            raise PublishError(self._refusal(errors))

    def _delete(self, names: Iterable[str]) -> None:
        """Delete some files at the server, and nothing else.

        rsync deletes what the filter includes and an empty folder lacks. Its option
        `--delete-missing-args` would say the same in one word, but rsync 3.2.7 with Debian's
        mends of 2026 refuses what it sends itself: "invalid file mode 00".
        """
        listed = list(names)
        if not listed:
            return
        empty = self.scratch / "empty"
        shutil.rmtree(empty, ignore_errors=True)
        folders = sorted({parent for name in listed for parent in parents_of(name)})
        for folder in ("", *folders):
            (empty / folder).mkdir(parents=True)
        rules = [f"+ /{_pattern(folder)}/" for folder in folders]
        rules += [f"+ /{_pattern(name)}" for name in listed]
        options = ["--recursive", "--existing", "--ignore-existing", "--delete"]
        # That all else stays is an option of its own, which no reading of rules can lose.
        options += ["--filter=merge -", "--filter=- *"]
        status, _, errors = self._run_rsync(options, rules, f"{empty}/", f"{self.place}/")
        if status:
            raise PublishError(self._refusal(errors))

    def _rsync(
        self, options: Sequence[str], names: Iterable[str], source: str, target: str
    ) -> tuple[int, str, str]:
        """Run rsync for some files: how it ended, what it printed, and its errors."""
        return self._run_rsync([*options, "--files-from=-"], names, source, target)

    def _run_rsync(
        self, options: Sequence[str], lines: Iterable[str], source: str, target: str
    ) -> tuple[int, str, str]:
        """Run rsync, which reads some lines: how it ended, what it printed, and its errors."""
        # What is read by the options behind it counts as ended by zeros only if it comes first.
        command = ["rsync", "--from0", "--checksum", f"--rsh={shlex.join(self.ssh)}", *options]
        given = "".join(f"{line}\0" for line in lines).encode()
        return _run([*command, "--", source, target], self.scratch, given)

    def _refusal(self, errors: str) -> str:
        """Why rsync failed, and what to do, in a sentence."""
        login, path = login_and_path(self.place)
        by_ssh = ssh_refusal(errors, login)
        if by_ssh is not None:
            return by_ssh
        words = {"login": login, "path": shlex.quote(path)}
        words["parent"] = shlex.quote(path.rstrip("/").rpartition("/")[0] or ".")
        for pattern, sentence in _SENTENCES:
            if re.search(pattern, errors):
                return sentence.format(**words)
        lines = [line for line in errors.splitlines() if line.strip()]
        return (
            f"rsync could not work with {self.place}: {lines[0] if lines else 'it did not say why'}"
        )


class _Fetched(Struct, frozen=True):
    """What rsync has seen at the server, and fetched if it differs."""

    folder: Path
    kinds: Mapping[str, str]
    """By path: `f` for a file, `d` for a folder, `L` for a link."""


def _pattern(name: str) -> str:
    """A path as a pattern of rsync, in which a backslash counts only beside a sign such as `*`."""
    return re.sub(r"[\\*?\[]", r"\\\g<0>", name) if re.search(r"[*?\[]", name) else name


def _digest(name: str, found: _Fetched, site: BuiltSite) -> str | None:
    """The digest of what stands in a file's place; nothing if nothing does."""
    if any(found.kinds.get(parent, "d") != "d" for parent in parents_of(name)):
        return BLOCKED
    kind = found.kinds.get(name)
    if kind is None:
        return None
    if kind != "f":
        return BLOCKED
    file = found.folder / name
    # What is the same as in the website's folder is not fetched.
    return digest_of((file if file.is_file() else site.folder / name).read_bytes())


@contextlib.contextmanager
def server_target(place: str) -> Iterator[ServerTarget]:
    """The server that was named, and a login there for as long as it is used.

    Args:
        place: `user@host:path`, whose letters were looked at.

    Raises:
        MachineError: rsync or ssh is not here, or too old.
        PublishError: one cannot log in.
    """
    _expect_programs()
    login, _ = login_and_path(place)
    with scratch_folder() as scratch:
        options = [f"-oConnectTimeout={_SECONDS}"]
        if sys.stdin is None or not sys.stdin.isatty():
            options.append("-oBatchMode=yes")
        socket = scratch / "ssh"
        is_shared = len(str(socket)) <= _LONGEST_SOCKET
        if is_shared:
            # If this program is killed, the login ends by itself.
            options += [f"-oControlPath={socket}", f"-oControlPersist={_IDLE}"]
            status, _, errors = _run(["ssh", *options, "-f", "-N", "-M", "--", login], scratch)
            if status:
                known = ssh_refusal(errors, login)
                raise PublishError(known or f"ssh could not log in at {login}: {errors.strip()}")
        try:
            yield ServerTarget(place, scratch, ["ssh", *options])
        finally:
            if is_shared:
                _run(["ssh", *options, "-O", "exit", "--", login], scratch)


def _run(command: Sequence[str], scratch: Path, given: bytes = b"") -> tuple[int, str, str]:
    """Run a program: how it ended, what it printed, and its errors.

    Both go to files, since a login that goes on in the background would keep a pipe open.
    """
    output, errors = scratch / "output", scratch / "errors"
    with output.open("wb") as printed, errors.open("wb") as said:
        finished = subprocess.run(
            command, input=given, stdout=printed, stderr=said, check=False, env=_environment()
        )
    return finished.returncode, _text(output), _text(errors)


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")


def _environment() -> dict[str, str]:
    """The environment of rsync and ssh, with messages in English and no options of others."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("RSYNC_")}
    return {**own, "LC_ALL": "C"}


def _expect_programs() -> None:
    """Make sure that rsync and ssh are here.

    Raises:
        MachineError: one is missing or too old; the message says what to do.
    """
    for name in ("rsync", "ssh"):
        if shutil.which(name) is None:
            message = f"this machine lacks {name}, which publishing to a server needs"
            raise MachineError(f"{message}; install it as your system's packages come")
    said = subprocess.run(
        ["rsync", "--version"],  # noqa: S607 - as the user's PATH has it
        capture_output=True,
        check=False,
    ).stdout.decode("utf-8", "replace")
    # such as rsync  version 3.2.7  protocol version 31
    match = re.match(r"rsync +version v?(\d+)\.(\d+)", said)
    if match is None or (int(match[1]), int(match[2])) < _OLDEST:
        here = said.partition("\n")[0].strip() or "an unknown one"
        needed = ".".join(map(str, _OLDEST))
        message = f"this rsync ({here}) is too old; publishing to a server needs rsync {needed}"
        raise MachineError(f"{message} (on macOS: brew install rsync)")
