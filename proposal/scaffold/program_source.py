"""Finds out where this program comes from, for a machine that is to get it, too."""

from __future__ import annotations

import json
import re
import subprocess
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import proposal
from proposal.scaffold.github_workflow import ProgramSource

_HTTPS = re.compile(r"https://[A-Za-z0-9][\w.-]*(?::\d+)?/[\w./~+-]+", re.ASCII)
"""`https://example.org/proposal.git`"""
_VERSION = re.compile(r"[A-Za-z0-9][\w./+-]*", re.ASCII)
"""A branch, a tag or a commit of Git: `v1.0`, `main`."""
_SSH = re.compile(
    r"(?:ssh://)?[\w.-]+@(?P<host>[\w.-]+)(?::\d+/|[:/])(?P<path>[\w./~+-]+)", re.ASCII
)
"""As in `git@example.org:group/proposal.git`."""


def read_source(typed: str) -> ProgramSource | None:
    """The source that somebody has typed as `https://HOST/PATH@VERSION`; nothing if it is none."""
    address, _, version = typed.strip().rpartition("@")
    if not _HTTPS.fullmatch(address) or ".." in version or not _VERSION.fullmatch(version):
        return None
    return ProgramSource(address, version)


def own_source() -> ProgramSource | None:
    """Where the program that is running came from, if others can get it from there, too."""
    checkout = Path(proposal.__file__).parents[1]
    if (checkout / ".git").exists():
        return _of_checkout(checkout)
    try:
        written = metadata.distribution("proposal").read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return None
    return _of_record(json.loads(written)) if written else None


def _of_record(record: dict[str, Any]) -> ProgramSource | None:
    """The source that pip has noted (PEP 610), if it is a repository."""
    address = _public(str(record.get("url", "")))
    commit = record.get("vcs_info", {}).get("commit_id")
    return ProgramSource(address, commit) if address and commit else None


def _of_checkout(checkout: Path) -> ProgramSource | None:
    """The remote repository of a checkout, if it has the commit that is checked out."""
    address = _public(_git(checkout, "config", "--get", "remote.origin.url"))
    commit = _git(checkout, "rev-parse", "HEAD")
    if not address or not commit or not _git(checkout, "branch", "-r", "--contains", commit):
        return None
    return ProgramSource(address, commit)


def _git(checkout: Path, *arguments: str) -> str:
    try:
        finished = subprocess.run(
            ["git", "-C", str(checkout), *arguments],  # noqa: S607 - as the user's PATH has it
            capture_output=True,
            check=False,
        )
    except OSError:
        return ""
    return finished.stdout.decode("utf-8", "replace").strip() if not finished.returncode else ""


def _public(address: str) -> str | None:
    """The address by which everybody gets a repository, without anybody's name or token."""
    if match := _SSH.fullmatch(address):
        address = f"https://{match['host']}/{match['path']}"
    parts = urlsplit(address)
    bare = f"https://{parts.netloc.rpartition('@')[2]}{parts.path}"
    return bare if parts.scheme == "https" and _HTTPS.fullmatch(bare) else None


def holds_program(folder: Path) -> bool:
    """Whether a folder is a checkout of this program."""
    needed = ("Makefile", "scripts/environment.sh", "requirements/run.lock", "proposal/__init__.py")
    return all((folder / name).is_file() for name in needed)
