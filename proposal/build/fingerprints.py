"""Fingerprints (digests) of all that a workshop's artefacts are made of.

Contents are compared, never times: a file that was saved twice within the same tick of the clock,
or put back as it was, is recognized.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from proposal.build.graph import Outline, Source, Target
from proposal.caching import digest, digest_of_file, program_digest
from proposal.model.calendar_name import CALENDAR_FILE
from proposal.source.file import regular_bytes
from proposal.tex.installed import installed_tex

FOLDERS = [source for source in Source if source.is_folder]
"""The sources that are folders of the workshop."""


_PAPER = re.compile(r"editions/[^/]+/papers/[^/]+\.pdf", re.IGNORECASE)
"""A paper's PDF, as `editions/2026/papers/agp.pdf`."""


class Fingerprints(Struct):
    """The digests of one workshop's sources, each taken once."""

    root: Path
    """The folder that holds `data/`, `templates/` and `build/`."""
    _known: dict[Source, str] = field(default_factory=dict)
    _outputs: dict[str, str | None] = field(default_factory=dict)
    """The digests of files below `build/`, by their paths from there; None for no file."""
    _files: str | None = None

    @classmethod
    def taken(cls, root: Path) -> Fingerprints:
        """The digests of all folders as they are now."""
        fingerprints = cls(root)
        for source in FOLDERS:
            fingerprints.digest_of(source)
        fingerprints.digest_of_files()
        return fingerprints

    def folders(self) -> list[str]:
        """The digests of all folders."""
        return [self.digest_of(source) for source in FOLDERS]

    def digest_of(self, source: Source) -> str:
        """The digest of a source that does not differ from artefact to artefact."""
        if source not in self._known:
            if source is Source.PROGRAM:
                self._known[source] = program_digest()
            else:
                self._known[source] = digest_of_folder(self.root / source)
        return self._known[source]

    def are_outputs(self, files: Mapping[str, str]) -> bool:
        """Whether files below `build/` have the contents of which these are the digests."""
        return all(self._digest_of_output(name) == known for name, known in files.items())

    def digest_of_outputs(self) -> str:
        """The digest of all files below `build/`, by their names."""
        names = [name.removeprefix("./") for name, _ in _files_below(self.root / "build")]
        return digest(
            *(part for name in names for part in (name, self._digest_of_output(name) or ""))
        )

    def _digest_of_output(self, name: str) -> str | None:
        if name not in self._outputs:
            try:
                found = digest(regular_bytes(self.root / "build" / name, None))
            except OSError:
                found = None
            self._outputs[name] = found
        return self._outputs[name]

    def digest_of_files(self) -> str:
        """The digest of what `data/` holds beside texts: their contents, and all names.

        Texts are read whenever data are loaded, and what they say is in what was loaded; pictures
        and other files are looked at only when pages are made.
        """
        if self._files is None:
            self._files = _digest_of_files(self.root / Source.DATA)
        return self._files

    def change(self, source: Source, write: Callable[[], None]) -> None:
        """Change a folder by the program's own hand, which is no reason to make anything anew.

        If somebody else has changed it since its digest was taken, that still counts as a change.
        """
        is_as_known = self._known.get(source) == digest_of_folder(self.root / source)
        write()
        if is_as_known:
            self._known[source] = digest_of_folder(self.root / source)

    def digest_for(self, artefact: Target, outline: Outline, engine: str = "") -> str:
        """The digest of all that an artefact is made of.

        Args:
            artefact: which one.
            outline: the documents that there are.
            engine: of a document, the TeX program that sets it.
        """
        parts: list[str] = []
        for source in artefact.sources:
            if source is Source.TEX:
                parts.append(installed_tex(engine))
            elif source is Source.PDFS:
                pdfs = sorted(outline.pdfs(artefact.edition_id))
                parts += [digest_of_file(self.root / pdf) or "" for pdf in pdfs]
            else:
                parts.append(self.digest_of(source))
        return digest(*parts)


def digest_of_folder(folder: Path) -> str:
    """The digest of all files in a folder and below it, by their names."""
    return digest(*_parts(_files_below(folder)))


def _digest_of_files(data: Path) -> str:
    """The digest of the names of all files in `data/`, and of what those hold that are no texts."""
    files = [(name, file) for name, file in _files_below(data) if not _CALENDAR.fullmatch(name)]
    others = ((name, file) for name, file in files if not _TEXT.fullmatch(name))
    return digest(*(name for name, _ in files), "", *_parts(others))


_CALENDAR = re.compile(rf"editions/[^/]+/{re.escape(CALENDAR_FILE)}")
"""What calendars know of an edition, which a build writes itself: `editions/2026/calendar.yaml`."""

_TEXT = re.compile(
    r"\./workshop\.yaml|(?:people|venues)/[^/]+\.yaml|editions/[^/]+/[^/]+\.(?:yaml|md|bib)|"
    r"(?:editions/[^/]+|site)/pages/[^/]+\.md"
)
"""Files whose text is loaded with the data: `./workshop.yaml`, `editions/2026/pages/faq.md`.

A file of one's own that is called alike, as `editions/2026/files/papers.bib`, is not.
"""


def _parts(files: Iterable[tuple[str, Path]]) -> Iterator[str | bytes]:
    """The names of files, each with the file's content."""
    for name, file in files:
        yield name
        try:
            yield _kept_size(file) if _PAPER.fullmatch(name) else regular_bytes(file, None)
        except OSError as reason:
            # What cannot be read is a diagnostic of the data, and a new one if the reason changes.
            yield f"unreadable: {reason.strerror}"


def _kept_size(paper: Path) -> str:
    """What a build says of a paper's PDF, which it never opens: whether it may be read as one."""
    about = paper.stat()
    return f"{about.st_mode} {about.st_size}"


def _files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    found: list[tuple[str, Path]] = []
    seen: set[str] = set()
    for parent, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(parent)
        if real in seen:
            folders.clear()  # a link leads back to where one has been
            continue
        seen.add(real)
        below = os.path.relpath(parent, folder)
        found += [(f"{below}/{name}", Path(parent, name)) for name in names]
    yield from sorted(found)
