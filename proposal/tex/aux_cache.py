"""What the last pass left, with which the next build begins: page numbers, bookmarks, references.

It only saves passes. A pass counts as the last one when it leaves just what it found, so
whatever stands in here, the document comes out as if TeX had begun from nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from proposal.caching import digest
from proposal.kept_result import KeptResult, read_kept, written_kept
from proposal.tex.installed import installed_tex

CARRIED = (".aux", ".out", ".toc", ".lof", ".lot")
"""Files by which one pass tells the next one what it found."""
FROM_BIBTEX = (".bbl", ".blg")

_IN_AUX = re.compile(r"^\\(citation|bibstyle|bibdata)\{(.*)\}$", re.MULTILINE)
r"""`\citation{koren2009matrix}`, in a line of its own."""
_IN_DOCUMENT = re.compile(r"\\(cite|bibliographystyle|bibliography)\{([^}]*)\}")
r"""`\cite{koren2009matrix}`"""
_COMMANDS = {"cite": "citation", "bibliographystyle": "bibstyle", "bibliography": "bibdata"}


class AuxCache(Struct, frozen=True):
    """What a run left when nothing changed any more."""

    belongs: str
    """A digest of the TeX that left it."""
    bibliography: str
    """A digest of what BibTeX made the references from; empty if there are none."""
    files: dict[str, bytes]
    """The files' contents by suffix."""


def carried(folder: Path, name: str, suffixes: tuple[str, ...]) -> dict[str, bytes]:
    """Those of a document's files with some suffixes that are there."""
    files = {suffix: folder / f"{name}{suffix}" for suffix in suffixes}
    return {suffix: file.read_bytes() for suffix, file in files.items() if file.is_file()}


_LAST_TAGS = re.compile(
    rb"(?P<pages>@tag@LastPage\}\{\{abspage\}\{\d+\})\{tagmcabs\}\{\d+\}\{tagstruct\}\{(?P<tags>\d+)\}"
)
"""`@tag@LastPage}{{abspage}{4}{tagmcabs}{120}{tagstruct}{340}`"""


def is_same(before: dict[str, bytes], after: dict[str, bytes]) -> bool:
    """Whether two passes left the same for the next one.

    How many tags there are changes with every reference that finds its target. LuaLaTeX takes of it
    the number's length alone, to write names of tags of one length (tagpdf 1.0, `idtree`).
    """
    return {suffix: _in_effect(content) for suffix, content in before.items()} == {
        suffix: _in_effect(content) for suffix, content in after.items()
    }


def _in_effect(content: bytes) -> bytes:
    return _LAST_TAGS.sub(
        lambda found: found["pages"] + b"{tagstruct}{%d digits}" % len(found["tags"]), content
    )


def for_bibtex(aux: bytes) -> str:
    """The lines of an `.aux` file that BibTeX reads, each once."""
    return _lines(_IN_AUX.findall(aux.decode("utf-8", "surrogateescape")))


def expected_for_bibtex(tex: str) -> str:
    """The same lines, as a document that TeX has not read yet will most likely give them."""
    return _lines((_COMMANDS[command], name) for command, name in _IN_DOCUMENT.findall(tex))


def _lines(commands: Iterable[tuple[str, str]]) -> str:
    lines = [(command, name.strip()) for command, names in commands for name in names.split(",")]
    # What is cited in the order of the document; that is all that the order says.
    lines.sort(key=lambda line: line[0] != "citation")
    return "".join(f"\\{command}{{{name}}}\n" for command, name in dict.fromkeys(lines))


def owner(engine: str, name: str) -> str:
    """A digest of what must be the same where one run goes on with what another one left.

    Args:
        engine: the program, one of ENGINES.
        name: the document's name.
    """
    return digest(installed_tex(engine), engine, name)


def read_aux_cache(file: Path, belongs: str) -> AuxCache | None:
    """Read what was written; nothing if the file is not whole or another TeX left it."""
    kept = read_kept(file, belongs)
    if kept is None:
        return None
    files = {
        suffix: text.encode("utf-8", "surrogateescape")
        for suffix, text in kept.about["files"].items()
        if suffix in {*CARRIED, *FROM_BIBTEX}
    }
    return AuxCache(belongs, kept.about["bibliography"], files)


def written_aux_cache(cache: AuxCache) -> bytes:
    """The content of a file that holds it."""
    files = {
        suffix: content.decode("utf-8", "surrogateescape")
        for suffix, content in cache.files.items()
    }
    about = {"bibliography": cache.bibliography, "files": files}
    return written_kept(KeptResult(about, b""), cache.belongs)
