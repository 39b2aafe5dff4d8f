"""Starts the next edition from an earlier one: what stays, what moves, what is to be filled in."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from proposal.diagnostics import ProposalError
from proposal.edition.facts import facts_of
from proposal.edition.resolve import resolve
from proposal.importers.writing import dump, load, styled
from proposal.model.fields import Identifier
from proposal.model.folder import EditionFiles, Folder
from proposal.model.venue import Venue

FROZEN = "frozen.json"
"""The file beside `edition.yaml` that holds what a frozen edition says."""

_GOES_ON = (
    "name",
    "organizers",
    "contact",
    "abstract",
    "keywords",
    "topics",
    "ccs",
    "audience",
)
"""Keys of `edition.yaml` that the next edition has, too."""

_ASKED_AGAIN = ("url",)
"""Keys of `submissions` that are another one's every year."""

_OF_ONE_YEAR = ("rights", "first_page", "public")
"""Keys of a document that belong to one publication."""

_WEEK = dt.timedelta(weeks=1)


class NextEditionError(ProposalError):
    """The next edition cannot be started; the text says why."""


@dataclass(slots=True)
class Start:
    """What starting an edition writes."""

    files: dict[Path, bytes] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    """What was done, a line each."""


def next_edition(folder: Folder, year: int, source: int, venue: str) -> Start:
    """Start the edition of `year` from that of `source`, at a venue.

    Args:
        folder: the data, without faults.
        year: the new edition.
        source: the edition to start from.
        venue: the id of the host conference; its file is begun if there is none.

    Raises:
        NextEditionError: there is nothing to start from, or the edition exists already.
    """
    if source not in folder.editions:
        known = ", ".join(map(str, sorted(folder.editions)))
        raise NextEditionError(f"there is no edition {source} to start from; there is: {known}")
    if year in folder.editions or (folder.data / "editions" / str(year)).exists():
        raise NextEditionError(f"data/editions/{year} exists already; nothing was changed")
    starting = _Starting(folder, folder.editions[source], year, _checked(venue))
    starting.venue_file()
    starting.edition_file()
    starting.lists()
    starting.prose()
    starting.freeze()
    starting.move_current()
    return starting.start


def _checked(venue: str) -> str:
    try:
        return _IDENTIFIER.validate_python(venue)
    except ValidationError as reason:
        raise NextEditionError(f"--venue: {reason.errors()[0]['msg']}") from None


_IDENTIFIER = TypeAdapter[str](Identifier)


@dataclass(slots=True)
class _Starting:
    folder: Folder
    old: EditionFiles
    year: int
    venue: str
    start: Start = field(default_factory=Start)

    @property
    def place(self) -> Path:
        return self.folder.data / "editions" / str(self.year)

    @property
    def day(self) -> dt.date:
        """The day of the new workshop, as far as it can be known: the same day of the week."""
        old = self.old.edition.when.date
        host = self.folder.venues.get(self.venue)
        if host is None:
            return (
                old + round((dt.date(self.year, old.month, 1) - old.replace(day=1)) / _WEEK) * _WEEK
            )
        old_host = self.folder.venues.get(self.old.edition.venue)
        into = old - old_host.start if old_host else dt.timedelta()
        return min(host.start + into, host.end)

    def moved(self, day: dt.date) -> dt.date:
        """A date at the same distance from the workshop's day."""
        return self.day + (day - self.old.edition.when.date)

    def venue_file(self) -> None:
        if self.venue in self.folder.venues:
            return
        old = self.folder.venues[self.old.edition.venue]
        series = self.venue.rpartition("-")[0].replace("-", " ").upper() or old.series
        self.write(f"venues/{self.venue}.yaml", dump(self.begun_venue(old, series)))
        self.start.told.append(
            f"The file data/venues/{self.venue}.yaml is begun; all of it is to be confirmed."
        )

    def begun_venue(self, old: Venue, series: str) -> CommentedMap:
        """A venue's file with days at the same distance, and the old place where it must be one."""
        same_series = old.series.casefold() == series.casefold()
        record: dict[str, Any] = {
            "series": old.series if same_series else series,
            "name": old.name if same_series else f"{series} {self.year}",
            "acronym": f"{old.series if same_series else series} '{self.year % 100:02}",
            "start": self.moved(old.start).isoformat(),
            "end": self.moved(old.end).isoformat(),
            "city": old.city,
            "state": old.state,
            "country": old.country,
            "zone": old.zone,
            "tentative": True,
        }
        limits = {name: each.pages for name, each in old.call.documents.items() if each.pages}
        if same_series and limits:
            record["call"] = {"documents": {name: {"pages": each} for name, each in limits.items()}}
        document: CommentedMap = styled({key: each for key, each in record.items() if each})
        document.yaml_set_start_comment(
            "Name, days and place are those of last time; correct them, then delete `tentative`."
        )
        return document

    def edition_file(self) -> None:
        file = self.old.folder / "edition.yaml"
        old: CommentedMap = load(file.read_text(encoding="utf-8-sig"))
        new = CommentedMap()
        new["ordinal"] = self.old.edition.ordinal + 1
        new["venue"] = self.venue
        new["when"] = styled(
            {
                "date": self.day.isoformat(),
                "start": f"{self.old.edition.when.start:%H:%M}",
                "end": f"{self.old.edition.when.end:%H:%M}",
                "tentative": True,
            },
            "day",
        )
        for key in _GOES_ON:
            if key in old:
                new[key] = old[key]
        new["speakers"] = CommentedSeq()
        new.yaml_set_comment_before_after_key(
            "speakers",
            before="As: - {person: ada-lovelace, role: keynote, status: invited}",
        )
        if dates := self.dates():
            new["dates"] = dates
        if submissions := self.submissions(old):
            new["submissions"] = submissions
        new["committee"] = CommentedSeq()
        new.yaml_set_comment_before_after_key(
            "committee", before="As: - {name: Ada Lovelace, affiliation: University of Somewhere}"
        )
        if documents := self.documents(old):
            new["documents"] = documents
        self.write(f"editions/{self.year}/edition.yaml", dump(new))

    def dates(self) -> Any:
        """The deadlines at the same distance from the workshop's day, without their history."""
        found: dict[str, Any] = {}
        for name in type(self.old.edition.dates).model_fields:
            deadline = getattr(self.old.edition.dates, name)
            if deadline is None:
                continue
            record: dict[str, Any] = {"date": self.moved(deadline.date).isoformat()}
            if deadline.zone:
                record["zone"] = str(deadline.zone)
            found[name] = {**record, "tentative": True}
        return styled(found)

    def submissions(self, old: CommentedMap) -> Any:
        kept = {
            key: each
            for key, each in (old.get("submissions") or {}).items()
            if key not in _ASKED_AGAIN
        }
        return CommentedMap(kept) if kept else None

    def documents(self, old: CommentedMap) -> Any:
        found = CommentedMap()
        for name, document in (old.get("documents") or {}).items():
            if name == "proposal":
                found[name] = CommentedMap(
                    (key, each) for key, each in document.items() if key not in _OF_ONE_YEAR
                )
                found[name].fa.set_flow_style()
        if not found and self.old.texts:
            found["proposal"] = styled({"text": "proposal.md"}, "proposal")
        return found

    def lists(self) -> None:
        """The programme's hours without who and what, and no papers yet."""
        roles = {each.id or each.person: each.role for each in self.old.edition.speakers}
        slots = []
        for slot in self.old.program:
            record = {
                "start": f"{slot.start:%H:%M}",
                "end": f"{slot.end:%H:%M}",
                "kind": str(slot.kind or "talk"),
            }
            is_keynote = slot.talk is not None and roles.get(slot.talk) == "keynote"
            if title := slot.title or ("Keynote" if is_keynote else None):
                record["title"] = str(title)
            slots.append(record)
        if slots:
            self.write(f"editions/{self.year}/program.yaml", dump(styled(slots)))
        self.write(f"editions/{self.year}/papers.yaml", "[]\n")

    def prose(self) -> None:
        """The texts of the documents, and the website's introduction, to be gone over."""
        names = {"overview.md", "proposal.md"} & self.old.texts.keys()
        if "proposal.md" not in names and "summary.md" in self.old.texts:
            text = self.old.texts["summary.md"]
            self.write(f"editions/{self.year}/proposal.md", str(text))
        for name in sorted(names):
            self.write(f"editions/{self.year}/{name}", str(self.old.texts[name]))
        bibliography = self.old.folder / "references.bib"
        if bibliography.is_file():
            text_of_bibliography = bibliography.read_text(encoding="utf-8-sig")
            self.write(f"editions/{self.year}/references.bib", text_of_bibliography)

    def freeze(self) -> None:
        """Remember what the old edition says, so that `check` tells when it no longer does."""
        edition = resolve(self.folder, self.old.year).edition
        frozen = json.dumps(facts_of(edition), indent=1, ensure_ascii=False, sort_keys=True)
        self.write(f"editions/{self.old.year}/{FROZEN}", frozen + "\n")
        told = f"Edition {self.old.year} is frozen: `proposal check` tells if what it says changes."
        self.start.told.append(told)

    def move_current(self) -> None:
        file = self.folder.data / "workshop.yaml"
        document: CommentedMap = load(file.read_text(encoding="utf-8-sig"))
        document["current"] = self.year
        self.start.files[file] = dump(document).encode()
        self.start.told.append(f"The current edition is {self.year}.")

    def write(self, name: str, content: str) -> None:
        self.start.files[self.folder.data / name] = content.encode()
