"""Moves finished files into place, so that nobody ever sees half a file."""

from __future__ import annotations

import contextlib
import re
import time
import uuid
from collections.abc import Mapping
from pathlib import Path

from proposal.diagnostics import ProposalError

_ON_ITS_WAY = re.compile(r"\..+\.[0-9a-f]{32}")
"""The name of a file that stands beside its place until it is whole."""
_LONGEST = 60
"""Seconds after which a file on its way is one that a killed program has left."""


class DeliveryError(ProposalError):
    """A finished file could not be written."""


def deliver(files: Mapping[Path, bytes]) -> None:
    """Write files: all beside their places first, then each into its place.

    Raises:
        DeliveryError: a place cannot be written to; what stood there is still there.
    """
    beside: dict[Path, Path] = {}
    try:
        for file, content in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            beside[file] = file.with_name(f".{file.name}.{uuid.uuid4().hex}")
            beside[file].write_bytes(content)
        for file, written in beside.items():
            written.replace(file)
    except OSError as reason:
        said = (reason.strerror or str(reason)).lower()
        raise DeliveryError(f"{reason.filename} cannot be written to: {said}") from reason
    finally:
        for written in beside.values():
            written.unlink(missing_ok=True)


def remove_leftovers(folder: Path) -> None:
    """Remove what killed programs were about to move into place in a folder and below it."""
    oldest = time.time() - _LONGEST
    for file in folder.rglob(".*"):
        with contextlib.suppress(OSError):  # it has just been moved, or is not ours to remove
            if _ON_ITS_WAY.fullmatch(file.name) and file.stat().st_mtime < oldest:
                file.unlink()
