"""Measures an accessible PDF beside one of the same text without tags, both by LuaLaTeX."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from bench.measuring import FailedError
from proposal.build.documents import epoch_of
from proposal.edition.edition import Edition
from proposal.project import load
from proposal.render.latex.document import RenderedDocument, render_document
from proposal.tex.passes import typeset

DOCUMENTS = (("2024", "camera-ready"), ("2026", "proposal"))
"""Those of the real workshop."""


@dataclass(frozen=True, slots=True)
class TaggedTimes:
    """What a document took from nothing, in seconds, for each of several rounds."""

    name: str
    tagged: Sequence[float]
    untagged: Sequence[float]


def measure_tags(workshop: Path, rounds: int) -> list[TaggedTimes]:
    """Typeset documents with and without tags in turns, all passes of each from nothing.

    Args:
        workshop: a folder with the real workshop's `data/`.
        rounds: how often.

    Raises:
        FailedError: a document could not be made.
    """
    edition_of = load(workshop, variant="accessible").editions
    plain = load(workshop).editions
    return [
        _measure(workshop, edition_of[year], plain[year], name, rounds) for year, name in DOCUMENTS
    ]


def _measure(
    workshop: Path, accessible: Edition, plain: Edition, name: str, rounds: int
) -> TaggedTimes:
    document = accessible.documents[f"{name}-accessible"]
    with_tags = render_document(workshop, accessible, document)
    without = render_document(workshop, plain, plain.documents[name])
    without = replace(without, engine="lualatex")
    tagged, untagged = [], []
    for number in range(rounds + 1):
        times = _seconds(with_tags, accessible), _seconds(without, plain)
        if number:  # the first one loads formats and fonts
            tagged.append(times[0])
            untagged.append(times[1])
    return TaggedTimes(f"{plain.year}'s {name}", tagged, untagged)


def _seconds(rendered: RenderedDocument, edition: Edition) -> float:
    started = time.monotonic()
    made = typeset(rendered, epoch_of(edition))
    seconds = time.monotonic() - started
    if made.pdf is None:
        raise FailedError(f"{rendered.name} could not be made: {made.diagnostics[0].message}")
    return seconds
