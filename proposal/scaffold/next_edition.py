"""Starts the next edition from an earlier one: what stays, what moves, what is to be filled in."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from pydantic import TypeAdapter, ValidationError
from ruamel.yaml.comments import CommentedMap

from proposal.diagnostics import Diagnostic, ProposalError, has_errors
from proposal.edition import wording
from proposal.edition.counting import counted_together
from proposal.edition.edition import Edition
from proposal.edition.frozen import FROZEN_FILE, frozen
from proposal.edition.host_call import calls_of, merged
from proposal.model.data_writer import dump, load, styled
from proposal.model.edition_id import suffix_of_id, year_of_id
from proposal.model.fields import Identifier
from proposal.model.link_kinds import LINK_KINDS
from proposal.model.loading.folder import EditionFiles, Folder
from proposal.model.loading.own_page import PAGES
from proposal.model.name_comparison import identifier
from proposal.model.records.ordinal import UNCOUNTED
from proposal.model.records.venue import VenueRecord, names_no_conference
from proposal.model.records.when_record import WhenRecord
from proposal.model.reference.schema_line import with_schema
from proposal.model.refused_value import said_of_refused
from proposal.model.series_titles import numbered
from proposal.project import Project
from proposal.scaffold.begun_files import in_blocks
from proposal.scaffold.new_series import PROPOSAL
from proposal.scaffold.next_host import (
    begun,
    day_at,
    place_alone,
    place_alone_id,
    written,
)
from proposal.scaffold.next_program import next_slots
from proposal.scaffold.next_texts import files_named_in
from proposal.scaffold.yaml_sections import Parts, parts_of, without, without_tail
from proposal.source.file import read_text

_GOES_ON = {
    "name",
    "acronym",
    "organizers",
    "contact",
    "abstract",
    "keywords",
    "topics",
    "ccs",
    "committees",
    "audience",
    "sponsor_levels",
    "speaker_headings",
    "logo",
    "logo_dark",
    "picture",
    "language",
    "by_invitation",
    "attendance",  # where people join is another address every year
}
"""Keys of `edition.yaml` that the next edition has, too, as they were typed."""

_EVERY_EDITION = ("ordinal", "venue", "when", "speakers", "dates", "submissions", "committee")
"""Keys that the next edition has even if the old one lacks them, in the order of their places."""

_OF_ONE_CALL = ("url", "special_issue")
"""Keys of `submissions` that are others every year: an address, and what a journal agreed to."""

_LINKS_OF_ONE_YEAR = {kind.name for kind in LINK_KINDS if kind.is_yearly} | {"others"}
"""Keys of `links` that are others every year, or may be."""

_OF_ONE_PUBLICATION = {"rights", "first_page", "public"}
"""Keys of a document that belong to one publication."""

_TITLES = {"title", "short_title", "subtitle"}
"""Keys of a document that go on, unless they say a year or a number."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b")
"""Examples: `WSP 2026`, `KDD '24`."""


class NextEditionError(ProposalError):
    """The next edition cannot be started as it was asked for; the text says why."""

    exit_code = 2


class Start(Struct):
    """What starting an edition writes."""

    files: dict[Path, bytes] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)
    """What was done, a line each."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """What is wrong with the data; nothing is written then."""


def likely_options(project: Project, edition_id: str, source: str | None, venue: str | None) -> str:
    """How it is said from what an edition is likely to start: `--from 2026 --venue wsdm-2027`.

    Args:
        project: the data.
        edition_id: the new edition.
        source: the edition to start from, if it is said.
        venue: the id of the host conference, if it is said.
    """
    folder = project.data
    last = max(folder.editions.values(), key=lambda files: files.order, default=None)
    chosen = folder.editions.get(source or "", last)
    host = folder.venues.get(chosen.edition.venue) if chosen else None
    series = identifier(host.series or "", "") if host else ""
    likely = f"{series}-{year_of_id(edition_id)}" if series else "none"
    started = source or (chosen.id if chosen else "YEAR")
    return f"--from {started} --venue {venue or likely}"


def next_edition(project: Project, edition_id: str, source: str, venue: str) -> Start:
    """Start an edition from that of `source`, at a venue.

    Args:
        project: the data.
        edition_id: the new edition.
        source: the edition to start from.
        venue: the id of the host conference, or `none` for a workshop beside none; its file is
            begun if there is none.

    Raises:
        NextEditionError: there is nothing to start from, or the edition exists already.
    """
    folder = project.data
    if has_errors(folder.diagnostics):
        return Start(diagnostics=folder.diagnostics)
    if source not in folder.editions:
        known = ", ".join(map(str, sorted(folder.editions))) or "none"
        raise NextEditionError(f"there is no edition {source} to start from; there is: {known}")
    if (folder.data / "editions" / edition_id).exists():
        raise NextEditionError(f"data/editions/{edition_id} exists already; nothing was changed")
    is_alone = names_no_conference(venue) and venue not in folder.venues
    if is_alone:
        last = folder.venues[folder.editions[source].edition.venue]
        venue = place_alone_id(year_of_id(edition_id), last, folder.venues)
    starting = _Starting(project, folder.editions[source], edition_id, _checked(venue), is_alone)
    starting.start.diagnostics += [
        found for known in starting.frozen_ids for found in project.unresolved[known]
    ]
    if has_errors(starting.start.diagnostics):
        return Start(diagnostics=starting.start.diagnostics)
    starting.find_day()
    starting.freeze()
    starting.venue_file()
    starting.edition_file()
    starting.lists()
    starting.texts()
    starting.move_current()
    return starting.start


def _checked(venue: str) -> str:
    try:
        return TypeAdapter[str](Identifier).validate_python(venue)
    except ValidationError as reason:
        raise NextEditionError(f"--venue: {said_of_refused(reason)}") from None


@dataclasses.dataclass(slots=True)
class _Starting:
    project: Project
    old: EditionFiles
    id: str
    venue: str
    is_alone: bool
    """Whether the user said that the workshop is beside no conference."""
    start: Start = dataclasses.field(default_factory=Start)
    begun: dict[str, Any] = dataclasses.field(default_factory=dict)
    """The host conference as far as it can be known, if it has no file."""
    day: dt.date = dataclasses.field(init=False)
    """The day of the new workshop, as far as it can be known."""

    @property
    def resolved(self) -> Edition:
        """The edition that is started from."""
        return self.project.editions[self.old.id]

    @property
    def folder(self) -> Folder:
        return self.project.data

    @property
    def old_day(self) -> dt.date:
        return self.old.edition.first_day

    @property
    def old_host(self) -> VenueRecord:
        return self.folder.venues[self.old.edition.venue]

    @property
    def host(self) -> VenueRecord:
        """The new host conference or place, as far as it can be known."""
        return self.folder.venues.get(self.venue) or VenueRecord.model_validate(self.begun)

    @property
    def has_proposal(self) -> bool:
        """Whether somebody calls for a proposal: a conference, or whoever read the last one."""
        is_proposed = "proposal" in self.old.edition.documents and not self.old_host.is_conference
        return self.host.is_conference or is_proposed

    def moved(self, day: dt.date) -> dt.date:
        """A date at the same distance from the workshop's day."""
        return self.day + (day - self.old_day)

    @property
    def frozen_ids(self) -> list[str]:
        """The edition that the new one starts from, and the one that was current."""
        series = self.folder.workshop
        current = series.current if series else self.old.id
        return sorted({self.old.id, current} & set(self.folder.editions))

    def freeze(self) -> None:
        """Remember what is over, so that `check` tells when it no longer says the same.

        That is the edition that the new one starts from, and the one that was current. What was
        frozen before stays as it was frozen.
        """
        for edition_id in self.frozen_ids:
            file = f"editions/{edition_id}/{FROZEN_FILE}"
            day = self.folder.editions[edition_id].edition.first_day
            if day <= self.day and not (self.folder.data / file).exists():
                self.write(file, frozen(self.project.editions[edition_id], self.project.data))
                consequence = "`proposal check` reports it if one of its facts changes."
                self.start.messages.append(f"Edition {edition_id} is frozen: {consequence}")

    def find_day(self) -> None:
        """Find the workshop's day, of the host conference's file or of what begins one."""
        year = year_of_id(self.id)
        if self.venue not in self.folder.venues:
            known = (self.venue, year, self.old_host, self.folder.venues)
            self.begun = place_alone(self.old_host) if self.is_alone else begun(*known)
        self.day = day_at(self.host, self.old_day, self.old_host, year)

    def venue_file(self) -> None:
        """Begin the host conference's file, if there is none."""
        if self.begun:
            self.new_file(f"venues/{self.venue}.yaml", written(self.begun))
            message = f"data/venues/{self.venue}.yaml is begun; all of it is to be confirmed."
            self.start.messages.append(message)

    def edition_file(self) -> None:
        """The facts: those that go on as they were typed, the others moved or emptied."""
        old = self.parts()
        new = {
            "ordinal": _part("ordinal", self.ordinal()),
            "venue": _part("venue", self.venue),
            "when": _part("when", self.when()),
            "speakers": f"# {self.shape_of_speakers()}\nspeakers: []\n",
            "dates": _part("dates", self.dates()),
            "submissions": self.submissions(old),
        }
        if self.resolved.has_call or "committee" in old.keys:
            shape = "# An entry: - {name: Ada Lovelace, affiliation: University of Somewhere}"
            new["committee"] = f"{shape}\ncommittee: []\n"
        if self.has_proposal:
            new["documents"] = _part("documents", self.documents(old))
        if links := without(old.keys.get("links", ""), "links", _LINKS_OF_ONE_YEAR):
            new["links"] = links
        new |= {key: part for key, part in old.keys.items() if key in _GOES_ON}
        if not _is_of_one_edition(self.old.edition.short_title or ""):
            new |= {key: part for key, part in old.keys.items() if key == "short_title"}
        if form := self.form(old):
            new["form"] = form
        if "audience" in new:
            new["audience"] = _unconfirmed(new["audience"], "audience")
        if shown := [key for key in ("logo", "picture") if key in new]:
            names = wording.joined([f"`{key}`" for key in shown])
            message = f"The edition's own {names} were kept; see whether they fit the next place."
            self.start.messages.append(message)
        order = [key for key in old.keys if key in new]
        order += [key for key in (*_EVERY_EDITION, "documents") if key in new and key not in order]
        text = old.head + "".join(new[key] for key in order) + old.foot
        self.write(f"editions/{self.id}/edition.yaml", text)

    def parts(self) -> Parts:
        text, _ = read_text(self.old.folder / "edition.yaml")
        return parts_of(text or "")

    def ordinal(self) -> int | str:
        """One more than that of the last edition before the new one, listed or with a folder.

        The next edition of a series that has never been counted is not counted either.
        """
        is_alone = not suffix_of_id(self.id)  # so that one listed in its year is the same
        known = [
            edition
            for edition in counted_together(self.folder, self.old.edition.name)
            if edition.edition_id or not (is_alone and edition.date.year == year_of_id(self.id))
        ]
        earlier = [edition.ordinal for edition in known if edition.date <= self.day]
        is_counted = bool(known)
        number = max(earlier, default=0) + 1
        word = f"the {wording.ordinal_word(number).lower()}" if is_counted else "not counted"
        message = f"Edition {self.id} is {word}, on {self.day:%A}, {wording.day(self.day)}."
        self.start.messages.append(message.replace(wording.NO_BREAK_SPACE, " "))
        return number if is_counted else UNCOUNTED

    def when(self) -> Any:
        days = [styled(self.moved_day(day), "(day)") for day in self.old.edition.when]
        return days[0] if len(days) == 1 else days

    def moved_day(self, day: WhenRecord) -> dict[str, Any]:
        """A day of the workshop with the hours of the old one."""
        moved: dict[str, Any] = {
            "date": self.moved(day.date).isoformat(),
            "start": wording.clock(day.start),
            "end": wording.clock(day.end),
        }
        if day.next_day:
            moved["next_day"] = True
        if day.attendance:
            moved["attendance"] = str(day.attendance)
        return moved | {"tentative": True}

    def shape_of_speakers(self) -> str:
        """What a list of speakers looks like, and whom the old one held."""
        speakers = [
            speaker
            for speaker in self.old.edition.speakers
            if speaker.status not in {"declined", "cancelled"}
        ]
        count = Counter(str(speaker.role) for speaker in speakers)
        listed = wording.joined(
            [f"{number} {role}{'s' if number > 1 else ''}" for role, number in count.items()]
        )
        last = f"In {self.old.id}: {listed}. " if listed else ""
        return f"{last}An entry: - {{person: ada-lovelace, role: keynote, status: invited}}"

    def dates(self) -> Any:
        """The deadlines at the same distance from the workshop's day, without their history."""
        found: dict[str, Any] = {}
        for name, deadline in self.old.edition.dates:
            if deadline is not None:
                record = {
                    "date": self.moved(deadline.date).isoformat(),
                    "time": wording.clock(deadline.time) if deadline.time else None,
                    "zone": deadline.zone,
                    "label": deadline.label,
                    "opens": deadline.opens,
                    "kind": getattr(deadline, "kind", None),
                    "track": deadline.track,
                    "tentative": True,
                }
                found[name] = {key: value for key, value in record.items() if value}
        return styled(found)

    def submissions(self, old: Parts) -> str:
        """How papers are sent in, without the address; what a call says of papers is a guess."""
        whole = old.keys.get("submissions", "")
        if not isinstance((load(whole) or {}).get("submissions", {}), Mapping):
            return whole  # `submissions: none`
        part = without(whole, "submissions", _OF_ONE_CALL)
        known = load(part) or {}
        if _forget_one_call(known.get("submissions", {})):
            part = dump(known)
        has_rules = set(known.get("submissions", ())) - {"system", "tentative"}
        return _unconfirmed(part, "submissions") if has_rules else part

    def form(self, old: Parts) -> str:
        """The answers to those fields that the form of the new conference has, too."""
        asked = merged(calls_of(self.host, self.folder.venues)[0]).form
        fields = {field.id for field in asked.fields} if asked else set()
        return without(old.keys.get("form", ""), "form", set(self.old.edition.form) - fields)

    def documents(self, old: Parts) -> Any:
        """The proposal as it was described, or one that is begun; the rest comes after it."""
        known = load(old.keys.get("documents", "")) or {}
        proposal = known.get("documents", {}).get("proposal", {"text": "proposal.md"})
        kept = CommentedMap(
            (key, value)
            for key, value in proposal.items()
            if key not in _OF_ONE_PUBLICATION and not (key in _TITLES and _is_of_one_edition(value))
        )
        if len(kept) == 1:
            kept.fa.set_flow_style()
        return CommentedMap(proposal=kept)

    def lists(self) -> None:
        """The schedule's hours without who and what, and no papers yet where there are any."""
        slots = next_slots(self.old, self.resolved)
        if slots:
            self.new_file(f"editions/{self.id}/program.yaml", dump(in_blocks(slots)))
        if not self.resolved.has_call and not self.old.papers:
            return
        shape = "# An entry: - {id: short-title, title: A Paper, authors: [Ada Lovelace]}\n[]\n"
        self.new_file(f"editions/{self.id}/papers.yaml", shape)

    def texts(self) -> None:
        """The proposal's prose, the website's introduction and own pages, to be gone over."""
        documents = self.old.edition.documents
        described = documents.get("proposal") or documents.get("camera-ready")
        source = described.text if described else "proposal.md"
        name = source if "proposal" in documents else "proposal.md"
        copied = {"overview.md": "overview.md", "references.bib": "references.bib"}
        if self.has_proposal:
            copied[name] = source
        elif "proposal" in documents:
            message = "No proposal is begun: the workshop is held beside no conference."
            self.start.messages.append(message)
        folder, pages = self.old.folder, sorted((self.old.folder / PAGES).glob("*.md"))
        prose = [folder / old for old in copied.values() if old.endswith(".md")]
        copied |= {f"{PAGES}/{page.name}": f"{PAGES}/{page.name}" for page in pages}
        for text in (*prose, *pages):
            content = read_text(text)[0] if text.is_file() else None
            named = files_named_in(content or "", text.parent, folder)
            copied |= {name: name for name in named}
        if pages:
            names = wording.joined([page.name for page in pages])
            self.start.messages.append(f"Own pages were copied, to be gone over: {names}.")
        for new, old in copied.items():
            file = self.old.folder / old
            if file.is_file():
                self.write(f"editions/{self.id}/{new}", file.read_bytes())
            elif new == name:
                self.write(f"editions/{self.id}/{new}", PROPOSAL)

    def move_current(self) -> None:
        """Make the new edition the current one, unless there is a later one."""
        series = self.folder.workshop
        place = series.place("current") if series else None
        known = self.folder.editions.get(series.current) if series else None
        if place is None or (known is not None and known.edition.first_day > self.day):
            return
        file = self.folder.data / "workshop.yaml"
        text, _ = read_text(file)
        lines = (text or "").split("\n")
        line = lines[place.line - 1]
        before, after = line[: place.column - 1], line[place.end_column - 1 :]
        lines[place.line - 1] = f"{before}{self.id}{after}"
        self.write("workshop.yaml", "\n".join(lines))
        self.start.messages.append(f"The current edition is {self.id}.")

    def new_file(self, name: str, content: str) -> None:
        """Write a file of YAML, with the line by which editors find its schema, if there is one."""
        text = with_schema(content, self.folder.data / name, self.folder.root)
        self.write(name, text)

    def write(self, name: str, content: str | bytes) -> None:
        whole = content.encode() if isinstance(content, str) else content
        self.start.files[self.folder.data / name] = whole


def _is_of_one_edition(title: str) -> bool:
    """Whether a title says a year or which edition it is, so that no other can have it."""
    return bool(_YEAR.search(title) or numbered(title))


def _forget_one_call(submissions: Any) -> bool:
    """Take out what tracks say of one call, and where one volume stands; whether anything was."""
    tracks = submissions.get("tracks") or []
    records = [(track, key) for track in tracks for key in _OF_ONE_CALL]
    publications = [known.get("published") for known in (submissions, *tracks)]
    records += [(known, "url") for known in publications if isinstance(known, Mapping)]
    found = [record for record in records if record[1] in record[0]]
    for record, key in found:
        del record[key]
    return bool(found)


def _unconfirmed(part: str, key: str) -> str:
    """The lines of a key's record, marked as what is to be confirmed for the new edition."""
    body, tail = without_tail(part)
    known = load(body)
    known[key]["tentative"] = True
    return dump(known) + tail


def _part(key: str, value: Any) -> str:
    """The lines of a key; none if it has no value."""
    is_empty = isinstance(value, Mapping) and not value
    return "" if is_empty else dump(CommentedMap({key: value}))
