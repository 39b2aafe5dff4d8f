"""The state of `build/`: what was made the last time, of what, and with which diagnostics.

All of it is written after the files that it describes, so that a build that is killed leaves either
no word of what it made, or the whole truth.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from proposal.build.graph import Outline
from proposal.caching import digest_of_file
from proposal.delivery import deliver
from proposal.diagnostics import Diagnostic
from proposal.diagnostics.stored import from_json, to_json
from proposal.zone_data import ZONE_DATA

FORMAT = 4
"""The format of the build's state; a file in another format counts as missing."""


class DocumentState(Struct, frozen=True):
    """A document as it was made, of what, and with which diagnostics.

    It stands beside the PDF, in `build/EDITION/.NAME.json`.
    """

    sources: str
    """The digest of everything that the document depends on."""
    files: dict[str, str]
    """The digests of the files that were made, by name."""
    warnings: list[Diagnostic]
    inputs: str
    """The digest of what the data and templates alone contribute."""
    tex: str
    """The digest of the TeX that made it."""
    engine: str
    """The TeX program that made it, one of ENGINES."""
    epoch: int
    """The time that the PDF carries, in seconds since 1970 (UTC)."""
    words: tuple[str, ...] = ()
    """The text of each page, as it is read back from the finished PDF."""
    versions: dict[str, str] = field(default_factory=dict)
    """The versions of what made it, for those who want to make it again."""

    def is_of(self, sources: str, folder: Path) -> bool:
        """Whether a folder holds just the files that were made from `sources`, unchanged."""
        return self.sources == sources and all(
            digest_of_file(folder / name) == known for name, known in self.files.items()
        )


def document_state_file(root: Path, edition_id: str, name: str) -> Path:
    """The file with the state of an edition's document."""
    return root / "build" / edition_id / f".{name}.json"


def read_document_state(root: Path, edition_id: str, name: str) -> DocumentState | None:
    """The state of a document; nothing if there is none, or none that this version wrote."""
    try:
        text = document_state_file(root, edition_id, name).read_text(encoding="utf-8")
        stored = json.loads(text)
        return DocumentState(
            stored["sources"],
            stored["files"],
            from_json(stored["warnings"], root),
            stored["inputs"],
            stored["tex"],
            stored["engine"],
            stored["epoch"],
            tuple(stored["words"]),
            stored["versions"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def written_document_state(state: DocumentState, root: Path) -> bytes:
    """The state of a document as a file's content."""
    stored = {
        "sources": state.sources,
        "files": state.files,
        "warnings": to_json(state.warnings, root),
        "inputs": state.inputs,
        "tex": state.tex,
        "engine": state.engine,
        "epoch": state.epoch,
        "versions": state.versions,
        "words": state.words,
    }
    return json.dumps(stored, indent=1, ensure_ascii=False).encode()


class ArtefactState(Struct, frozen=True):
    """An artefact as it was made."""

    sources: str
    """The digest of all that it was made of."""
    files: dict[str, str]
    """The digests of the files that were made, by their paths below `build/`."""
    summary: str
    """What is printed of it as long as it is up to date."""
    rendered: Sequence[Diagnostic]
    """The diagnostics of its rendering."""
    made: Sequence[Diagnostic]
    """The diagnostics of its making."""
    engine: str = ""
    """Of a document, the TeX program that set it."""


class EditionState(Struct, frozen=True):
    """The diagnostics of an edition's data."""

    resolved: Sequence[Diagnostic]
    """What could not be resolved."""
    prose: Sequence[Diagnostic]
    """What its texts quote and cite that is not known."""


class BuildState(Struct):
    """What was built, as far as it was not changed since: the content of `build/.record.json`."""

    data: str
    """The digest of the data that were read."""
    outline: Outline
    diagnostics: Sequence[Diagnostic]
    """The diagnostics of the data as a whole."""
    editions: dict[str, EditionState] = field(default_factory=dict)
    artefacts: dict[str, ArtefactState] = field(default_factory=dict)
    """What was made, by the names of the artefacts."""


def read_build_state(root: Path) -> BuildState | None:
    """The state of a workshop's `build/`; nothing if this version has written none."""
    try:
        stored = json.loads(_file(root).read_text(encoding="utf-8"))
        return _build_state(stored, root) if stored["format"] == FORMAT else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_build_state(state: BuildState, root: Path) -> None:
    """Write the state of a workshop's `build/`.

    Raises:
        DeliveryError: `build/` cannot be written to.
    """
    stored = {
        "format": FORMAT,
        "time_zones": ZONE_DATA.release,  # for those who want to make it again
        "data": state.data,
        "current": state.outline.current,
        "known": state.outline.edition_ids,
        "documents": state.outline.documents,
        "volumes": state.outline.volumes,
        "diagnostics": to_json(state.diagnostics, root),
        "editions": {
            edition_id: {
                "resolved": to_json(edition.resolved, root),
                "prose": to_json(edition.prose, root),
            }
            for edition_id, edition in sorted(state.editions.items())
        },
        "artefacts": {
            name: {
                "sources": artefact.sources,
                "engine": artefact.engine,
                "files": artefact.files,
                "summary": artefact.summary,
                "rendered": to_json(artefact.rendered, root),
                "made": to_json(artefact.made, root),
            }
            for name, artefact in sorted(state.artefacts.items())
        },
    }
    deliver({_file(root): json.dumps(stored, indent=1, ensure_ascii=False).encode()})


def _file(root: Path) -> Path:
    return root / "build" / ".record.json"


def _build_state(stored: dict[str, Any], root: Path) -> BuildState:
    documents = {edition_id: dict(found) for edition_id, found in stored["documents"].items()}
    volumes = {edition_id: tuple(pdfs) for edition_id, pdfs in stored["volumes"].items()}
    return BuildState(
        stored["data"],
        Outline(stored["current"], tuple(stored["known"]), documents, volumes),
        from_json(stored["diagnostics"], root),
        {
            edition_id: EditionState(
                from_json(edition["resolved"], root), from_json(edition["prose"], root)
            )
            for edition_id, edition in stored["editions"].items()
        },
        {
            name: ArtefactState(
                artefact["sources"],
                dict(artefact["files"]),
                artefact["summary"],
                from_json(artefact["rendered"], root),
                from_json(artefact["made"], root),
                artefact["engine"],
            )
            for name, artefact in stored["artefacts"].items()
        },
    )
