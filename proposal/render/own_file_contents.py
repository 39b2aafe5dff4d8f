"""Reads files of one's own, for the website and the tree for Jekyll to hold them."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.model.loading.own_site import OwnFolder
from proposal.model.own_file_names import LARGEST_OWN_FILE
from proposal.source.file import regular_bytes


def own_file_contents(own: OwnFolder) -> Iterator[tuple[str, bytes]]:
    """The contents of the files beside an edition, or beside all of them, by name.

    What cannot be read any more was deleted since the data were read, and is missing again at the
    next look.
    """
    for name, file in own.files.items():
        try:
            yield name, regular_bytes(file, LARGEST_OWN_FILE * 1024 * 1024)
        except OSError:
            continue
