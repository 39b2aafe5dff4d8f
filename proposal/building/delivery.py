"""Moves finished files into place, so that nobody ever sees half a file."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path

from proposal.diagnostics import ProposalError


class DeliveryError(ProposalError):
    """A finished file could not be written."""


def deliver(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder: all beside their places first, then each into its place.

    Raises:
        DeliveryError: the folder cannot be written to; what stood there is still there.
    """
    written: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            beside = folder / f".{name}.{uuid.uuid4().hex}"
            written.append((beside, folder / name))
            beside.write_bytes(content)
        for beside, place in written:
            beside.replace(place)
    except OSError as reason:
        said = (reason.strerror or str(reason)).lower()
        raise DeliveryError(f"{folder} cannot be written to: {said}") from reason
    finally:
        for beside, _ in written:
            beside.unlink(missing_ok=True)
