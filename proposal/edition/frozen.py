"""What an edition says, written down when the next one is started."""

from __future__ import annotations

import json
from pathlib import Path

from proposal.edition.edition import Edition
from proposal.edition.facts import facts_of

FROZEN_FILE = "frozen.json"
"""The file beside `edition.yaml` that holds what a frozen edition says."""


def frozen(edition: Edition) -> bytes:
    """The content of that file: the text of each fact by its name."""
    texts = {name: fact.text for name, fact in facts_of(edition).items()}
    return (json.dumps(texts, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def read_frozen(file: Path) -> dict[str, str] | None:
    """The texts of an edition's facts as they were; nothing if the file does not hold them."""
    try:
        known = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    if isinstance(known, dict) and all(isinstance(each, str) for each in known.values()):
        return known
    return None
