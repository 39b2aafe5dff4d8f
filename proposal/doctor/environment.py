"""Where the program looks for parts, and with whose rights it runs.

Kept apart as plain data so that another machine, one without TeX or without an
administrator, can be described as well as this one.
"""

from __future__ import annotations

import os
import platform
import shutil
from pathlib import Path

from msgspec import Struct


class Host(Struct, frozen=True):
    """What of a machine decides which parts it has and who may add some."""

    search_path: str
    """The folders in which programs are found, as in PATH."""
    administrator: bool
    """Whether this process has root's rights."""
    package_lists: Path = Path("/var/lib/apt/lists")
    """Where apt keeps the lists of packages that it has fetched."""
    distribution: str = ""
    """What Linux calls itself, as os-release(5) has it under ID: `debian`, `ubuntu`."""


def this_host() -> Host:
    """The machine and the account that this program runs on."""
    return Host(
        search_path=os.environ.get("PATH", os.defpath),
        administrator=hasattr(os, "geteuid") and os.geteuid() == 0,
        distribution=_distribution(),
    )


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:  # no Linux, or one that does not say
        return ""


def program(host: Host, name: str) -> Path | None:
    """Where the shell would find a program, if anywhere; a full path is looked at as it is."""
    found = shutil.which(name, path=host.search_path)
    return Path(found) if found else None


def environment(host: Host) -> dict[str, str]:
    """The environment for a program that is run on the host.

    Messages are asked for in English, because some of them are read.
    """
    return {**os.environ, "PATH": host.search_path, "LC_ALL": "C"}
