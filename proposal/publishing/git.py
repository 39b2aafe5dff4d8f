"""Runs git beside whatever somebody does in the same repository, and explains what it refuses."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from proposal.diagnostics import MachineError
from proposal.masking import masked
from proposal.publishing.publish_target import FULL_DISK, PublishError
from proposal.publishing.ssh import ssh_refusal

_OF_OTHER_REPOSITORIES = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
)
"""Variables by which a hook of git tells programs where to work."""
_SENTENCES = (
    (
        (
            r"Authentication failed|could not read (?:Username|Password)|terminal prompts disabled"
            r"|returned error: 403|Permission to .* denied"
        ),
        (
            "{address} does not let you in; log in as you do for `git push`, or ask its owner "
            "for the right to write"
        ),
    ),
    (
        r"Repository not found|does not appear to be a git repository|not found$",
        (
            "there is no repository at {address}, or you may not see it; `git remote -v` shows "
            "the addresses of remotes"
        ),
    ),
    (
        (
            r"Could not resolve host|Connection (?:refused|timed out)|Failed to connect"
            r"|Network is unreachable|unable to access"
        ),
        "{address} cannot be reached; is the network there?",
    ),
    (
        r"protected branch|GH006|hook declined|not allowed to push",
        (
            "{address} does not let this branch be changed (it is protected, or a hook declined "
            "it); its settings say who may"
        ),
    ),
    (
        r"Please tell me who you are|empty ident name|unable to auto-detect email",
        (
            'git does not know who you are; type: git config --global user.name "Your Name" && '
            "git config --global user.email you@example.org"
        ),
    ),
    (
        r"dubious ownership",
        (
            "git does not trust this folder, since it belongs to somebody else; "
            "type: git config --global --add safe.directory FOLDER"
        ),
    ),
    (
        r"insufficient permission|Permission denied|Read-only file system|unable to create",
        "git may not write where it has to: {last}",
    ),
    (FULL_DISK, "the disk is full; free some space"),
)
"""What git says, as in "fatal: Authentication failed for 'https://…'", and what that means."""


class GitError(PublishError):
    """Git refused something."""


class Git(Struct, frozen=True):
    """A repository, by a folder in it."""

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    """Variables of the environment beside those of this program."""
    address: str = "the repository"
    """What to call the remote repository in messages."""

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """Run a command of git, and give what it prints.

        Args:
            arguments: the command, and what stands behind it.
            given: what it reads.

        Raises:
            GitError: git refuses it; the message says why.
        """
        finished = self.tried(*arguments, given=given)
        if finished.returncode:
            raise GitError(self.refusal(finished.stderr.decode("utf-8", "replace")))
        return finished.stdout

    def tried(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run a command of git that may fail."""
        return subprocess.run(
            [_program(), *arguments],
            cwd=self.folder,
            env={**_environment(), **self.settings},
            input=given,
            capture_output=True,
            check=False,
        )

    def refusal(self, text: str) -> str:
        """Why git refused something, and what to do, in a sentence.

        Args:
            text: what git printed.
        """
        lines = [line for line in text.splitlines() if line.strip()]
        last = masked(lines[-1].removeprefix("fatal: ")) if lines else "it did not say why"
        by_ssh = ssh_refusal(text, self.address)
        if by_ssh is not None:
            return by_ssh
        for pattern, sentence in _SENTENCES:
            if re.search(pattern, text, re.MULTILINE):
                return sentence.replace("{address}", masked(self.address)).replace("{last}", last)
        return f"git refused: {last}"


def _program() -> str:
    """The program git.

    Raises:
        MachineError: it is not here.
    """
    found = shutil.which("git")
    if found is None:
        raise MachineError("this machine lacks git; install it as your system's packages come")
    return found


def _environment() -> dict[str, str]:
    """The environment of git: English messages, and no questions where nobody is there."""
    settings = {
        name: value for name, value in os.environ.items() if name not in _OF_OTHER_REPOSITORIES
    }
    settings |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    if sys.stdin is None or not sys.stdin.isatty():
        settings["GIT_TERMINAL_PROMPT"] = "0"
        settings.setdefault("SSH_ASKPASS_REQUIRE", "never")
        settings.setdefault("GIT_ASKPASS", "true")
    return settings
