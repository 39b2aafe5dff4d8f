"""The list of what was published, which stands beside it and tells it from files of others.

It has the form of `sha256sum`, so that anybody can check a published website with
`sha256sum --check .proposal-published`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

MANIFEST = ".proposal-published"
"""The list of what stands there."""
INTENT = ".proposal-publishing"
"""The list of what is about to stand there; it is gone again when all of it does."""
NAMES = (MANIFEST, INTENT)

_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<name>.+)")
"""The SHA-256 of a file and its path, as `sha256sum` writes them: `e3b0c4…  2026/index.html`."""


def written(digests: Mapping[str, str]) -> bytes:
    """A list, with a line for each file."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()


def read(content: bytes | None) -> dict[str, str]:
    """The digests in a list by the names of the files; what is no line of a list is left out.

    A list that somebody has changed must not make us touch what lies elsewhere.
    """
    lines = (content or b"").decode("utf-8", "replace").split("\n")
    matches = (_LINE.fullmatch(line) for line in lines)
    return {match["name"]: match["digest"] for match in matches if match and is_safe(match["name"])}


def is_safe(name: str) -> bool:
    """Whether a name leads to a file below the target, and to none that governs a repository."""
    parts = name.split("/")
    return name.isprintable() and not any(
        part in {"", ".", ".."} or part.casefold() == ".git" for part in parts
    )


def together(*lists: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """All digests that some lists know for each name."""
    names: Iterable[str] = {name for known in lists for name in known}
    return {name: frozenset(known[name] for known in lists if name in known) for name in names}
