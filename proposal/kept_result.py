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
        stored = file.read_bytes()
        head, _, content = stored.partition(b"\n")
        values = json.loads(head)
        if values["key"] != key or values["digest"] != digest(content):
            return None
        return KeptResult(values["about"], content)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def written_kept(result: KeptResult, key: str) -> bytes:
    """The content of a file that keeps something: a line about it, and the thing itself."""
    values = {"key": key, "digest": digest(result.content), "about": result.about}
    return json.dumps(values).encode() + b"\n" + result.content
