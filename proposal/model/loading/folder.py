"""Reads all that a user's `data/` folder holds, and says at once all that is wrong with it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Severity, Span, error
from proposal.model.calendar_name import CALENDAR_FILE
from proposal.model.edition_id import FORM, NOT_AN_ID, is_edition_id, nearest_id, year_of_id
from proposal.model.loading.file_cache import FileCache
from proposal.model.loading.listed_ids import edition_with_ids, paper_with_ids, workshop_with_ids
from proposal.model.loading.own_site import SITE, OwnFolder, OwnSite, own_folder, unlinked
from proposal.model.loading.paper_files import paper_files
from proposal.model.loading.unlikely_names import unlikely_names
from proposal.model.loading.unread_files import UNREADABLE, unread
from proposal.model.loading.validation import Validated, specimen, validate_list, validate_record
from proposal.model.material_kinds import MATERIAL_KINDS
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.paper import PaperRecord
from proposal.model.records.person import PersonRecord
from proposal.model.records.program import SlotRecord
from proposal.model.records.published_events import CalendarEvent
from proposal.model.records.venue import VenueRecord
from proposal.model.records.workshop import Workshop
from proposal.source.file import is_file, is_forbidden_in_name, read_text
from proposal.source.reference import Reference
from proposal.source.text import Prose, whole_file
from proposal.source.yaml import Node, parse_yaml

T = TypeVar("T")


class EditionFiles(Struct):
    """The files of `data/editions/ID/`."""

    id: str
    """The folder's name: the year, and perhaps a suffix."""
    folder: Path
    edition: EditionRecord
    program: list[SlotRecord] = field(default_factory=list)
    papers: list[PaperRecord] = field(default_factory=list)
    published: list[CalendarEvent] = field(default_factory=list)
    """What calendars know so far."""
    texts: dict[str, Prose] = field(default_factory=dict)
    """The Markdown files by name."""
    references: dict[str, Reference] = field(default_factory=dict)
    own: OwnFolder | None = None
    """The files and pages that organizers put beside the edition's pages."""
    paper_files: dict[str, Path] = field(default_factory=dict)
    """The PDFs in `papers/` by the ids of their papers."""

    @property
    def year(self) -> int:
        """The year in the folder's name."""
        return year_of_id(self.id)

    @property
    def order(self) -> tuple[dt.date, int, str]:
        """What editions are sorted by: their days, and where two share one their ordinals."""
        return self.edition.first_day, self.edition.ordinal or 0, self.id

    @property
    def shown_papers(self) -> list[PaperRecord]:
        """The papers that are not withdrawn."""
        return [paper for paper in self.papers if not paper.withdrawn]

    @property
    def named_files(self) -> set[str]:
        """What papers and talks name: files, and addresses."""
        works = [*self.papers, *self.edition.speakers]
        return {str(getattr(work, kind.name, "")) for work in works for kind in MATERIAL_KINDS}

    @property
    def all_texts(self) -> list[Prose]:
        """The Markdown texts, those of pages and their titles among them."""
        pages = self.own.pages if self.own else ()
        return [*self.texts.values(), *(text for page in pages for text in (page.title, page.text))]


class Folder(Struct, dict=True):
    """Everything in a user's `data/` folder."""

    root: Path
    """The folder that holds `data/`."""
    workshop: Workshop | None = None
    people: dict[str, PersonRecord] = field(default_factory=dict)
    venues: dict[str, VenueRecord] = field(default_factory=dict)
    editions: dict[str, EditionFiles] = field(default_factory=dict)
    series: OwnFolder | None = None
    """The files and pages that stand beside all editions."""
    unreadable: set[Path] = field(default_factory=set)
    """Files and folders that exist but could not be read, so that nothing says to create them."""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def faulty(self) -> set[Path]:
        """The files that have an error, so that less is known than they say."""
        return {
            found.span.file
            for found in self.diagnostics
            if found.severity is Severity.ERROR and found.span is not None
        }

    @property
    def data(self) -> Path:
        """The folder with the data."""
        return self.root / "data"

    @cached_property
    def site(self) -> OwnSite:
        """What organizers put on the website themselves: one value for all editions."""
        own = {name: files.own for name, files in self.editions.items() if files.own is not None}
        return OwnSite(self.series or OwnFolder(self.data / SITE, ""), own, self._common_pages)

    @property
    def _common_pages(self) -> tuple[str, ...]:
        """The pages that are about no single edition: the first one, a list of editions, news."""
        series = self.workshop
        editions = [*self.editions, *(series.earlier if series else ())]
        with_news = [series, *(files.edition for files in self.editions.values())]
        has_news = any(source is not None and source.news for source in with_news)
        listed = {"editions/": len(editions) != 1, "news/": has_news}
        return ("", *(path for path, is_there in listed.items() if is_there))


def read_folder(root: Path, files: FileCache) -> Folder:
    """Read every file under `root/data`.

    Args:
        root: the folder that holds `data/`.
        files: what is known of files that did not change since, and takes in what is read anew.
    """
    return _FolderReading(Folder(root), files).all()


class _FolderReading(Struct, frozen=True):
    """The reading of one folder."""

    folder: Folder
    files: FileCache

    def all(self) -> Folder:
        folder, data = self.folder, self.folder.data
        for link in _links_outside(data):
            folder.unreadable.add(link)
            folder.diagnostics.append(_not_followed(link))
        if is_file(data / "workshop.yaml"):
            folder.workshop = self.record(data / "workshop.yaml", Workshop)
        for file in sorted((data / "people").glob("*.yaml")):
            if person := self.record(file, PersonRecord):
                folder.people[file.stem] = person
        if folder.workshop:
            folder.workshop = workshop_with_ids(folder.workshop, folder.people)
        for file in sorted((data / "venues").glob("*.yaml")):
            if venue := self.record(file, VenueRecord):
                folder.venues[file.stem] = venue
        for edition in sorted((data / "editions").glob("*/edition.yaml")):
            self.edition(edition.parent)
        if (data / SITE).is_dir():
            folder.series = self.own_folder(data / SITE, "")
        in_editions = [(files.edition, files.papers) for files in folder.editions.values()]
        folder.diagnostics += unlikely_names(folder.people.values(), in_editions)
        for diagnostic in unread(data):
            folder.diagnostics.append(diagnostic)
            if diagnostic.code == UNREADABLE and diagnostic.span is not None:
                folder.unreadable.add(diagnostic.span.file)
        folder.diagnostics += _unprintable_names(data)
        return folder

    def edition(self, place: Path) -> None:
        file = place / "edition.yaml"
        if not is_edition_id(place.name):
            span = Span.of_file(file)
            message = f"the folder {place.name} is not named after a year"
            hint = "rename it, as to 2026"
            if nearest := nearest_id(place.name):
                message = f"no edition can be called {place.name}"
                hint = f"rename it, as to {nearest}; an edition is called by {FORM}"
            self.folder.diagnostics.append(error(NOT_AN_ID, message, span, hint))
            return
        edition = self.record(file, EditionRecord)
        people = self.folder.people
        papers = self.records(place / "papers.yaml", PaperRecord)
        self.folder.editions[place.name] = EditionFiles(
            place.name,
            place,
            edition_with_ids(edition or specimen(EditionRecord), people),
            self.records(place / "program.yaml", SlotRecord),
            [paper_with_ids(paper, people) for paper in papers],
            self.records(place / CALENDAR_FILE, CalendarEvent),
            self.texts(place),
            self.references(place / "references.bib"),
        )
        files = self.folder.editions[place.name]
        files.own = self.own_folder(place, f"{place.name}/", files.named_files)
        folder = self.folder
        if place / "papers.yaml" not in folder.unreadable:
            ids = [paper.id for paper in papers]
            files.paper_files = paper_files(place, ids, folder.unreadable, folder.diagnostics)

    def own_folder(self, place: Path, path: str, named: Collection[str] = ()) -> OwnFolder:
        """What organizers put beside the pages of an edition, or beside all of them."""
        folder = self.folder
        own = own_folder(place, path, named, folder.unreadable, self.text, folder.diagnostics)
        folder.diagnostics += unlinked(own, folder.data, named)
        return own

    def texts(self, place: Path) -> dict[str, Prose]:
        """The Markdown files of an edition by name."""
        texts = {}
        for file in sorted(place.glob("*.md")):
            text = self.text(file)
            if text is None:
                self.folder.unreadable.add(file)
            else:
                texts[file.name] = whole_file(text, file)
        return texts

    def references(self, file: Path) -> dict[str, Reference]:
        """The entries of a bibliography by key."""
        text = self.text(file) if is_file(file) else None
        if text is None:
            return {}

        def read(text: str = text) -> tuple[dict[str, Reference], list[Diagnostic]]:
            from proposal.source.bibtex import parse_bibliography  # noqa: PLC0415 - slow to load

            return parse_bibliography(text, file)

        references, diagnostics = self.files.or_read(file, text, read)
        self.folder.diagnostics += diagnostics
        return dict(references)

    def text(self, file: Path) -> str | None:
        unreadable = self.folder.unreadable
        if unreadable and not unreadable.isdisjoint((file, *file.parents)):
            return None
        text, diagnostics = read_text(file)
        self.folder.diagnostics += diagnostics
        return text

    def record(self, file: Path, kind: type[T]) -> T | None:
        record: T | None = self.validated(file, validate_record, kind)
        return record

    def records(self, file: Path, kind: type[T]) -> list[T]:
        if not is_file(file):
            return []
        return list(self.validated(file, validate_list, kind) or ())

    def validated(
        self, file: Path, validate: Callable[[Node, Any], Validated[Any]], kind: type
    ) -> Any:
        """The value of a YAML file; nothing if it cannot be read."""
        text = self.text(file)

        def read() -> Validated[Any]:
            node, diagnostics = parse_yaml(text or "", file)
            if node is None:
                return Validated(None, diagnostics)
            validated = validate(node, kind)
            return Validated(validated.value, [*diagnostics, *validated.diagnostics])

        found = self.files.or_read(file, text, read) if text is not None else None
        if found is not None:
            self.folder.diagnostics += found.diagnostics
        if found is None or found.value is None:
            self.folder.unreadable.add(file)
            return None
        return found.value


def _links_outside(data: Path) -> Iterator[Path]:
    """Symbolic links in `data/` that lead to files and folders outside of it and what is beside it.

    Whoever sends data could have any file of the reader's printed by them.
    """
    own = (Path(os.path.realpath(data)), Path(os.path.realpath(data.parent)))
    for parent, folders, names in os.walk(data):
        for place in (Path(parent, name) for name in (*folders, *names)):
            if place.is_symlink() and place.exists():
                target = Path(os.path.realpath(place))
                if not any(target.is_relative_to(folder) for folder in own):
                    yield place


def _not_followed(link: Path) -> Diagnostic:
    message = f"{link.name} is a symbolic link to a place outside of this folder; it is not read"
    return error("unreadable-file", message, Span.of_file(link), "put a copy in its place")


def _unprintable_names(data: Path) -> Iterator[Diagnostic]:
    """Files and folders whose names are no UTF-8, or hold characters that cannot be printed."""
    for parent, folders, names in os.walk(data):
        for name in (*folders, *names):
            if any(map(is_forbidden_in_name, name)):
                message = "the name of this file holds bytes or characters that cannot be printed"
                span = Span.of_file(Path(parent, name))
                hint = "rename it, with plain letters, digits and hyphens"
                yield error("file-name", message, span, hint)
