"""What an edition says, recorded in `frozen.json` when the next one is started."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from proposal.edition.edition import Edition
from proposal.edition.facts import PERSON_FIELDS, Fact, recorded_facts
from proposal.model.loading.folder import Folder

FROZEN_FILE = "frozen.json"
"""The file beside `edition.yaml` that holds what a frozen edition says."""

_FORMER_IDS = (
    # `people.ed-chi.name`: facts of a person were recorded under the person.
    (re.compile(r"people\.(.+)"), r"people.\1"),
    # `dates.submission.day` is what prose quotes as `dates.submission`.
    (re.compile(r"dates\.(\w+)\.day"), r"dates.\1"),
)
"""Ids that files of former versions of the program have, and the keys of the same facts today."""


def frozen(edition: Edition, folder: Folder) -> bytes:
    """The content of that file: the text of each fact by its id."""
    texts = {fact.id: fact.text for fact in recorded_facts(edition, folder).values()}
    return (json.dumps(texts, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def read_frozen(file: Path) -> dict[str, Fact] | None:
    """The facts of an edition as they were, by key; nothing if the file does not hold them."""
    try:
        texts = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        return None
    former: dict[str, Fact] = {}
    current: dict[str, Fact] = {}
    for name, text in texts.items():
        key = _former_key(name)
        known = current if key is None else former
        fact = Fact(name, text, text, None, key or _key(name, texts))
        known[fact.key] = fact
    return {**former, **current}


def _former_key(name: str) -> str | None:
    for pattern, key in _FORMER_IDS:
        if match := pattern.fullmatch(name):
            return match.expand(key)
    return None


def _key(name: str, texts: Mapping[str, str]) -> str:
    """The key of a fact: of `speakers.ed-chi.name`, the name of the person who speaks there."""
    owner, _, attribute = name.rpartition(".")
    while owner:
        if attribute.partition(".")[0] in PERSON_FIELDS:
            person = texts.get(owner) or texts.get(f"{owner}.person")
            if person is not None:
                return f"people.{person}.{attribute}"
        owner, _, step = owner.rpartition(".")
        attribute = f"{step}.{attribute}"
    return name
