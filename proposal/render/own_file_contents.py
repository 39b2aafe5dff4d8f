"""Reads an edition's own files, for the website and the tree for Jekyll to hold them."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.edition.edition import Edition
from proposal.model.own_file_names import LARGEST_OWN_FILE
from proposal.source.file import regular_bytes


def own_file_contents(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The contents of an edition's own files by name.

    What cannot be read any more was deleted since the data were read, and is missing again at the
    next look.
    """
    for name, file in edition.own_files.items():
        try:
            yield name, regular_bytes(file, LARGEST_OWN_FILE * 1024 * 1024)
        except OSError:
            continue
