"""Keeps what was costly to make in a file of its own, with what it was made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec import Struct

from proposal.caching import digest


class KeptResult(Struct, frozen=True):
    """What was made, and what there is to know of it."""

    about: dict[str, Any]
    content: bytes


def read_kept(file: Path, key: str) -> KeptResult | None:
    """What was kept in a file; nothing if it was made of something else, or is not whole.

    Args:
        file: the file.
        key: the digest of all that it would be made of now.
    """
    try:
        known, head, content = file.read_bytes().split(b"\n", 2)
        if known.decode() != digest(head, content):
            return None
        values = json.loads(head)
        return KeptResult(values["about"], content) if values["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def written_kept(result: KeptResult, key: str) -> bytes:
    """The content of a file that keeps something: a digest, a line about it, the thing itself."""
    head = json.dumps({"key": key, "about": result.about}).encode()
    return b"\n".join([digest(head, result.content).encode(), head, result.content])
