"""The kinds of sources, each with the function that reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from proposal.importers.draft import Draft
from proposal.importers.papers import read_papers
from proposal.importers.people import read_people

Reader = Callable[[Path, int], Draft]
"""Reads a source for the edition of a year.

Raises `ImportSourceError` if the source is not what it is said to be.
"""

READERS: dict[str, Reader] = {
    "people": read_people,
    "papers": read_papers,
}
"""The readers by what is typed: `jekyll`, `latex`."""
