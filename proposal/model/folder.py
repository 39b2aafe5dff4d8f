"""Reads all that a user's `data/` folder holds, and tells every fault in it at once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from proposal.diagnostics import Diagnostic, Span, error
from proposal.model.edition_record import EditionRecord
from proposal.model.fields import FIRST_YEAR, LAST_YEAR
from proposal.model.paper import PaperRecord
from proposal.model.person import PersonRecord
from proposal.model.program import SlotRecord
from proposal.model.published_events import CALENDAR_FILE, CalendarEvent
from proposal.model.unchanged import unchanged
from proposal.model.unlikely import unlikely_names
from proposal.model.unread import UNREADABLE, unread
from proposal.model.validation import Validated, specimen, validate_list, validate_record
from proposal.model.venue import VenueRecord
from proposal.model.workshop import Workshop
from proposal.source.file import is_file, is_forbidden_in_name, read_text
from proposal.source.reference import Reference
from proposal.source.text import Prose, whole_file
from proposal.source.yaml import Node, parse_yaml

T = TypeVar("T")


@dataclass(slots=True)
class EditionFiles:
    """The files of `data/editions/YEAR/`."""

    year: int
    folder: Path
    edition: EditionRecord
    program: list[SlotRecord] = field(default_factory=list)
    papers: list[PaperRecord] = field(default_factory=list)
    published: list[CalendarEvent] = field(default_factory=list)
    """What calendars have been told so far."""
    texts: dict[str, Prose] = field(default_factory=dict)
    """The Markdown files by name."""
    references: dict[str, Reference] = field(default_factory=dict)


@dataclass(slots=True)
class Folder:
    """Everything in a user's `data/` folder."""

    root: Path
    """The folder that holds `data/`."""
    workshop: Workshop | None = None
    people: dict[str, PersonRecord] = field(default_factory=dict)
    venues: dict[str, VenueRecord] = field(default_factory=dict)
    editions: dict[int, EditionFiles] = field(default_factory=dict)
    unreadable: set[Path] = field(default_factory=set)
    """Files and folders that exist but could not be read, so that nobody is told to create them."""
    faults: list[Diagnostic] = field(default_factory=list)
    past: list[Any] = field(default_factory=list, repr=False, compare=False)
    """All editions as later ones tell of them, worked out once, when the first is resolved."""
    resolved: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """What came of resolving editions, each of which is done once."""

    @property
    def data(self) -> Path:
        """The folder with the data."""
        return self.root / "data"


def read_folder(root: Path) -> Folder:
    """Read every file under `root/data`."""
    folder = Folder(root)
    data = folder.data
    if is_file(data / "workshop.yaml"):
        folder.workshop = _record(folder, data / "workshop.yaml", Workshop)
    for file in sorted((data / "people").glob("*.yaml")):
        if person := _record(folder, file, PersonRecord):
            folder.people[file.stem] = person
    for file in sorted((data / "venues").glob("*.yaml")):
        if venue := _record(folder, file, VenueRecord):
            folder.venues[file.stem] = venue
    for edition in sorted((data / "editions").glob("*/edition.yaml")):
        _read_edition(folder, edition.parent)
    in_editions = [(files.edition, files.papers) for files in folder.editions.values()]
    folder.faults += unlikely_names(folder.people.values(), in_editions)
    for fault in unread(data):
        folder.faults.append(fault)
        if fault.code == UNREADABLE and fault.span is not None:
            folder.unreadable.add(fault.span.file)
    folder.faults += _unprintable_names(data)
    unchanged(root).keep()
    return folder


def _unprintable_names(data: Path) -> Iterator[Diagnostic]:
    """Files and folders whose names are no UTF-8, or hold characters that cannot be printed."""
    for parent, folders, names in os.walk(data):
        for name in (*folders, *names):
            if any(map(is_forbidden_in_name, name)):
                message = "the name of this file holds bytes or characters that cannot be printed"
                span = Span(Path(parent, name), 1, 1, 1)
                hint = "rename it, with plain letters, digits and hyphens"
                yield error("file-name", message, span, hint)


def _read_edition(folder: Folder, place: Path) -> None:
    file = place / "edition.yaml"
    if not (re.fullmatch("[0-9]{4}", place.name) and FIRST_YEAR <= int(place.name) <= LAST_YEAR):
        span = Span(file, 1, 1, 1)
        message = f"the folder {place.name} is not named after a year"
        folder.faults.append(error("edition-name", message, span, "rename it, as to 2026"))
        return
    edition = _record(folder, file, EditionRecord)
    files = EditionFiles(
        int(place.name),
        place,
        edition or specimen(EditionRecord),
        _list(folder, place / "program.yaml", SlotRecord),
        _list(folder, place / "papers.yaml", PaperRecord),
        _list(folder, place / CALENDAR_FILE, CalendarEvent),
    )
    for text_file in sorted(place.glob("*.md")):
        text, faults = read_text(text_file)
        folder.faults += faults
        if text is None:
            folder.unreadable.add(text_file)
        else:
            files.texts[text_file.name] = whole_file(text, text_file)
    bibliography = place / "references.bib"
    if is_file(bibliography):
        text, faults = read_text(bibliography)
        folder.faults += faults
        if text is not None:
            references, faults = _bibliography(folder.root, text, bibliography)
            files.references = dict(references)
            folder.faults += faults
    folder.editions[files.year] = files


def _record(folder: Folder, file: Path, kind: type[T]) -> T | None:
    record: T | None = _read(folder, file, validate_record, kind)
    return record


def _list(folder: Folder, file: Path, kind: type[T]) -> list[T]:
    if not is_file(file):
        return []
    return list(_read(folder, file, validate_list, kind) or ())


def _read(folder: Folder, file: Path, validate: Callable[..., Validated[Any]], kind: Any) -> Any:
    text, faults = read_text(file)
    folder.faults += faults
    read = _understood(folder.root, text, file, validate, kind) if text is not None else None
    if read is not None:
        folder.faults += read.faults
    if read is None or read.value is None:
        folder.unreadable.add(file)
        return None
    return read.value


@lru_cache(maxsize=4096)
def _understood(
    root: Path, text: str, file: Path, validate: Callable[[Node, Any], Validated[Any]], kind: Any
) -> Validated[Any]:
    """What the text of a file says.

    It is remembered, since a preview reads the folder after every save, and most files are as
    they were; nobody changes a record once it is read.
    """

    def read() -> Validated[Any]:
        node, faults = parse_yaml(text, file)
        if node is None:
            return Validated(None, faults)
        validated = validate(node, kind)
        return Validated(validated.value, [*faults, *validated.faults])

    return unchanged(root).or_read(file, text, read)


@lru_cache(maxsize=256)
def _bibliography(
    root: Path, text: str, file: Path
) -> tuple[dict[str, Reference], list[Diagnostic]]:
    """The entries of a bibliography by key, and what is wrong with it; remembered, too."""

    def read() -> tuple[dict[str, Reference], list[Diagnostic]]:
        from proposal.source.bibtex import parse_bibliography  # noqa: PLC0415 - slow to load

        return parse_bibliography(text, file)

    return unchanged(root).or_read(file, text, read)


def forget_files() -> None:
    """Forget what this run knows of files, as the next run will; what is kept stays kept."""
    for known in (_understood, _bibliography, unchanged):
        known.cache_clear()
