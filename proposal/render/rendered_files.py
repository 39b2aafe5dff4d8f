"""What a room of the renderer makes: files by their names, and what was wrong on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic


class RenderedFiles(Struct, frozen=True):
    """Files by their paths from the folder they belong to, with `/` between its parts."""

    files: Mapping[str, bytes]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    in_place: Mapping[str, str] = field(default_factory=dict)
    """The digests of those that were found in the folder now, as they are to be."""


DIGEST_PLACE = "digest-of-this-file"
"""What an artefact holds in the place of its digest until it is whole."""


def with_digest(text: str) -> str:
    """An artefact with the digest of what it says, which tells whether it was changed since.

    The digest is that of the text with `DIGEST_PLACE` in its place.
    """
    return text.replace(DIGEST_PLACE, hashlib.sha256(text.encode()).hexdigest()[:20])
