"""Moves finished files into place, so that nobody ever sees half a file."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path

from proposal.diagnostics import ProposalError


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
