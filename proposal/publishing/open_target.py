"""Opens the target that the data or the command line name."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from proposal.model.records.publish_record import PublishRecord
from proposal.publishing.branch_target import branch_target
from proposal.publishing.built_site import own_domain, pages_files
from proposal.publishing.folder_target import folder_target
from proposal.publishing.publish_target import PublishTarget
from proposal.publishing.server_target import server_target

_REMOTE = "origin"
"""The remote that a clone has."""


class OpenTarget(Struct, frozen=True):
    """A target, and what stands there beside the website."""

    target: PublishTarget
    added: dict[str, bytes]
    """Files by path."""


@contextlib.contextmanager
def open_target(
    root: Path, place: PublishRecord, start: Path, url: str | None
) -> Iterator[OpenTarget]:
    """The target that was named, for as long as it is used.

    Args:
        root: the folder that holds `data/`.
        place: where to publish.
        start: where the path of a folder begins.
        url: the workshop's address, if the data say it.

    Raises:
        PublishError: it is none, or cannot be reached.
        MachineError: this machine lacks a program for it.
    """
    if place.to is not None:
        yield OpenTarget(folder_target(root, str(place.to), start), {})
    elif place.rsync is not None:
        with server_target(str(place.rsync)) as server:
            yield OpenTarget(server, {})
    else:
        domain = own_domain(url)
        branch = branch_target(root, str(place.branch), place.remote or _REMOTE, domain)
        yield OpenTarget(branch, pages_files(domain, branch.git.address))
