"""Remembers what an artefact was made from, so that what is up to date is not made again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from proposal.caching import digest_of_file
from proposal.diagnostics import Diagnostic, Severity, Span


@dataclass(frozen=True, slots=True)
class Stamp:
    """What was made, from what, and what there was to say about it."""

    sources: str
    """The digest of everything that the artefact depends on."""
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


def is_current(stamp: Stamp | None, sources: str, folder: Path) -> bool:
    """Whether a folder holds just the files that were made from `sources`, unchanged."""
    return (
        stamp is not None
        and stamp.sources == sources
        and all(digest_of_file(folder / name) == known for name, known in stamp.files.items())
    )


def read_stamp(file: Path, root: Path) -> Stamp | None:
    """The stamp in a file; nothing if there is none, or none that this version wrote."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return Stamp(
            told["sources"],
            told["files"],
            [diagnostic_of(each, root) for each in told["warnings"]],
            told["inputs"],
            told["tex"],
            told["engine"],
            told["epoch"],
            tuple(told["words"]),
            told["versions"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def written_stamp(stamp: Stamp, root: Path) -> bytes:
    """The stamp as a file's content; places are told from the workshop's folder on."""
    told = {
        "sources": stamp.sources,
        "files": stamp.files,
        "warnings": [told_of(each, root) for each in stamp.warnings],
        "inputs": stamp.inputs,
        "tex": stamp.tex,
        "engine": stamp.engine,
        "epoch": stamp.epoch,
        "versions": stamp.versions,
        "words": stamp.words,
    }
    return json.dumps(told, indent=1, ensure_ascii=False).encode()


def told_of(diagnostic: Diagnostic, root: Path) -> dict[str, Any]:
    """A diagnostic as JSON; places are told from the workshop's folder on."""
    span = diagnostic.span
    place = None
    if span is not None:
        file = span.file.relative_to(root) if span.file.is_relative_to(root) else span.file
        place = [str(file), span.line, span.column, span.end_column]
    return {
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "place": place,
        "hint": diagnostic.hint,
    }


def diagnostic_of(told: dict[str, Any], root: Path) -> Diagnostic:
    """The diagnostic that was told as JSON."""
    place = told["place"]
    span = Span(root / place[0], *place[1:]) if place else None
    severity = Severity(told["severity"])
    return Diagnostic(severity, told["code"], told["message"], span, told["hint"])
