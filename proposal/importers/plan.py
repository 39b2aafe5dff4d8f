"""Compares a draft with the data that exist: what is new, what changes, what stays.

Nothing is written here. A plan holds the new contents of files, and each change with its old and
its new value; `proposal/cli/commands/import_command.py` writes them by `deliver`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from proposal.clocks import show_the_same
from proposal.diagnostics import ProposalError, Span, warning
from proposal.importers.draft import (
    Draft,
    DraftPerson,
    Incomplete,
    Placeholder,
    Record,
    SourceDiagnostics,
)
from proposal.importers.edition_people import people_of_edition
from proposal.importers.gone_papers import (
    keep_spelled_titles,
    known_ids,
    papers_not_in_source,
    papers_that_are_back,
    titles_that_change,
    withdrawn_papers,
)
from proposal.importers.how_to_begin import how_to_begin
from proposal.importers.kept_values import give_roles, keep_values
from proposal.importers.known_facts import with_known_dates, without_inherited, without_series
from proposal.importers.known_talks import known_talk
from proposal.importers.matching import (
    find_person,
    find_surely,
    has_other_address,
    new_id,
    works_elsewhere,
)
from proposal.importers.moved_slots import take_out_moved
from proposal.importers.person_history import merge_person, put, written_person
from proposal.importers.same_sessions import name_of_person
from proposal.importers.starter_text import outline
from proposal.importers.text_equality import says_the_same
from proposal.importers.track_ids import name_tracks_by_id
from proposal.importers.yaml_merge import FileMerge
from proposal.model.data_writer import dump, load, styled
from proposal.model.edition_id import year_of_id
from proposal.model.loading.folder import Folder
from proposal.model.loading.own_site import SITE
from proposal.model.name_comparison import identifier, same_name, same_text, words
from proposal.model.records.paper import PaperRecord
from proposal.model.records.person import PersonRecord
from proposal.model.reference.schema_line import with_schema
from proposal.reading.placeholders import PLACEHOLDERS
from proposal.reading.places import Place, how_to_name_zone, possible_zones
from proposal.reading.workshop_titles import initials_of
from proposal.source.bib.bib_writer import SEPARATOR
from proposal.source.bibtex import parse_bibliography, read_bibliography
from proposal.source.reference import Reference


class ValueChange(Struct, frozen=True):
    """A value that a file will hold."""

    file: Path
    where: str
    """The way to the value: `affiliations`, `dates.submission.date`."""
    old: str | None
    """What stands there now, if anything does."""
    new: str


class Plan(Struct):
    """What an import will do."""

    created: dict[Path, bytes] = field(default_factory=dict)
    """New files."""
    changed: dict[Path, bytes] = field(default_factory=dict)
    """New contents of files that exist."""
    changes: list[ValueChange] = field(default_factory=list)
    """What differs in the files that exist."""
    diagnostics: SourceDiagnostics = field(default_factory=SourceDiagnostics)

    @property
    def is_empty(self) -> bool:
        """Whether everything stands in the data already."""
        return not self.created and not self.changed


def plan_import(
    folder: Folder,
    draft: Draft,
    edition_id: str,
    *,
    withdraws: bool = False,
    replaces: bool = False,
) -> Plan:
    """What it takes to bring a draft into a folder's data.

    Args:
        folder: the data that exist; its workshop may be missing.
        draft: what was understood of a source.
        edition_id: the edition that the source tells of.
        withdraws: whether papers that the source calls withdrawn, or has no more, are marked.
        replaces: whether values of a list of papers take the place of those that the data have.

    Raises:
        NoEditionError: the source tells only of an edition that does not exist.
    """
    planner = _Planner(folder, draft, edition_id, withdraws, replaces)
    planner.people()
    if planner.has_edition:
        planner.workshop()
        venue = planner.venue()
        planner.edition(venue)
        planner.texts()
    else:
        planner.warn_without_edition()
    planner.plan.diagnostics[:0] = draft.diagnostics
    return planner.plan


class NoEditionError(ProposalError):
    """A source completes an edition that is not in the data."""


class _Planner(Struct):
    folder: Folder
    draft: Draft
    edition_id: str
    withdraws: bool = False
    replaces: bool = False
    plan: Plan = field(default_factory=Plan)
    ids: dict[DraftPerson, str] = field(default_factory=dict)
    talks: dict[str, str] = field(default_factory=dict)
    """The ids of talks that the edition has, by the ids that the source gives them."""

    @property
    def place(self) -> Path:
        return self.folder.data / "editions" / self.edition_id

    @property
    def day(self) -> dt.date:
        """The day of the edition, from which on what the source tells is true."""
        existing = self.folder.editions.get(self.edition_id)
        if existing is not None:
            return existing.edition.first_day
        when = self.draft.edition.get("when")
        if isinstance(when, Mapping) and "date" in when:
            return dt.date.fromisoformat(str(when["date"]))
        return dt.date(year_of_id(self.edition_id), 1, 1)

    def is_newer_than(self, other: str) -> bool:
        """Whether the edition takes place after another one, or in a later year."""
        known = self.folder.editions.get(other)
        if known is None:
            return self.edition_id > other
        return self.edition_id != other and self.day > known.edition.first_day

    @property
    def has_edition(self) -> bool:
        """Whether the edition exists, or the source tells enough of it to begin it."""
        return (self.place / "edition.yaml").is_file() or "when" in self.draft.edition

    def warn_without_edition(self) -> None:
        """Warn that there is no edition to complete; people have files without one."""
        draft = self.draft
        if not (draft.edition or draft.venue or draft.papers or draft.program or draft.texts):
            return
        message = f"there is no edition {self.edition_id} in data/ that this could complete"
        hint = f"{how_to_begin(self.folder, self.edition_id)}, and then this again"
        if not draft.people:
            raise NoEditionError(f"{message}; {hint}")
        self.plan.diagnostics.warn("no-edition", message, None, hint)

    # People

    def without_file(self, person: DraftPerson) -> str | None:
        """How the edition names a speaker who has no file; nothing for everybody else."""
        files = self.folder.editions.get(self.edition_id)
        for speaker in files.edition.speakers if files else ():
            for known in speaker.person:
                if known.name and same_name(known.name, person.name):
                    affiliation = f" ({known.affiliation})" if known.affiliation else ""
                    return f"{known.name}{affiliation}"
        return None

    def people(self) -> None:
        taken: dict[str, object] = dict(self.folder.people)
        sure = {person: find_surely(person, self.folder.people) for person in self.draft.people}
        for person in self.draft.people:
            known = sure[person] or find_person(person, self.without(sure.values(), person))
            if known is not None and known != sure[person] and self.is_namesake(known, person):
                self.warn_namesake(known, person)
                known = None
            if known is not None and known in self.ids.values():
                self.ids[person] = known
                message = (
                    f"the source describes {known} twice; what it says of {person.name} is left out"
                )
                self.plan.diagnostics.warn("told-twice", message)
                continue
            if known is None and (written := self.without_file(person)):
                self.ids[person] = written
                continue
            name = known or new_id(person.name, taken)
            taken[name] = person
            self.ids[person] = name
            file = self.folder.data / "people" / f"{name}.yaml"
            photo = self.photo(name, person)
            if known is None:
                self.create(file, dump(written_person(person, self.day, photo)))
            else:
                self.merge_person(file, known, person, photo)

    def is_namesake(self, name: str, person: DraftPerson) -> bool:
        """Whether somebody known by the name alone must be somebody else.

        On one day nobody has moved: who has a part in this very edition, and another address and
        another employer there, is another person of that name.
        """
        known = self.folder.people[name]
        return (
            self.day in self.days_of(name)
            and has_other_address(known, person)
            and works_elsewhere(known, person, self.day)
        )

    def warn_namesake(self, name: str, person: DraftPerson) -> None:
        message = (
            f"{person.name} has another address and employer than `{name}`, so the two are taken "
            "for two people"
        )
        hint = f"if they are one, correct data/people/{name}.yaml and import the source again"
        place = self.folder.people[name].place("name")
        self.plan.diagnostics.warn("namesakes", message, place, hint)

    def without(self, found: Iterable[str | None], person: DraftPerson) -> dict[str, PersonRecord]:
        """Those among whom a person is looked for: whoever has an address is not a namesake's."""
        others = set(found) if person.email or person.orcid else set()
        return {name: person for name, person in self.folder.people.items() if name not in others}

    def merge_person(self, file: Path, name: str, person: DraftPerson, photo: str | None) -> None:
        document = load(file.read_text(encoding="utf-8-sig"))
        known = self.folder.people[name]
        days = self.days_of(name)
        later = min((day for day in days if day > self.day), default=None)
        earlier = any(day < self.day for day in days)
        merged = merge_person(document, known, person, self.day, later, earlier=earlier)
        if photo and photo != known.photo:
            merged.changes.append(("photo", known.photo, photo))
            put(document, "photo", photo)
        for where, old, new in merged.changes:
            self.plan.changes.append(ValueChange(file, where, old, new))
        for message in merged.diagnostics:
            self.plan.diagnostics.warn("known-otherwise", message, known.place("name"))
        if merged.changes:
            self.plan.changed[file] = dump(document).encode()

    def days_of(self, name: str) -> list[dt.date]:
        """The days of the editions in the data that name a person."""
        return [
            files.edition.first_day
            for files in self.folder.editions.values()
            if name in people_of_edition(files.edition)
        ]

    def photo(self, name: str, person: DraftPerson) -> str | None:
        """The name of the file for a person's portrait, if the source has one."""
        if person.photo is None:
            return None
        photos = self.folder.data / "people" / "photos"
        known = self.folder.people.get(name)
        photo = f"{name}{person.photo_suffix}"
        if known and known.photo and Path(known.photo).suffix == person.photo_suffix:
            photo = str(known.photo)
        self.picture(photos / photo, person.photo)
        return photo

    # The series and the venue

    def workshop(self) -> None:
        wanted = dict(self.draft.workshop)
        file = self.folder.data / "workshop.yaml"
        series = self.folder.workshop
        if series is None:
            title = str(wanted.pop("name", "Workshop"))
            first = {"name": title, "acronym": str(wanted.pop("acronym", initials_of(title)))}
            self.create(file, dump(styled({**first, **wanted, "current": self.edition_id})))
            return
        names = {"name": series.name, "acronym": series.acronym}
        kept = {key for key, name in names.items() if not PLACEHOLDERS.search(name)}
        if "name" in wanted and "name" in kept and not same_text(str(wanted["name"]), series.name):
            self.draft.edition.setdefault("name", wanted["name"])
        acronym = wanted.get("acronym") if "acronym" in kept else None
        if acronym and str(acronym).casefold() != series.acronym.casefold():
            message = f"the source calls the series {acronym}; it stays {series.acronym}"
            self.plan.diagnostics.warn("known-otherwise", message, series.place("acronym"))
        others = {key: value for key, value in wanted.items() if key not in kept}
        if self.is_newer_than(series.current):
            others["current"] = self.edition_id
        self.merge(file, others)

    def venue(self) -> str | None:
        """The id of the host conference, whose file is created or completed."""
        wanted = self.draft.venue
        existing = self.folder.editions.get(self.edition_id)
        if existing is not None:
            name = str(existing.edition.venue)
        elif wanted:
            series = identifier(str(wanted.get("series", "")), "venue")
            name = f"{series}-{year_of_id(self.edition_id)}"
        else:
            return None
        file = self.folder.data / "venues" / f"{name}.yaml"
        if name in self.folder.venues:
            if all(isinstance(value, Placeholder | bool) for value in wanted.values()):
                return name  # the source says nothing of it
            # What stands in the file is as sure as whoever wrote it says.
            facts = {key: value for key, value in wanted.items() if key != "tentative"}
            self.merge(file, {**facts, **self.zone_of_moved(name, facts)})
        elif wanted:
            self.create(file, dump(styled(wanted)))
        return name

    def zone_of_moved(self, name: str, facts: Record) -> Record:
        """The time zone of a host conference that the source puts into another place.

        Nothing where the zone in the data may be that of the new place, too; where the new one is
        not sure, it is asked for.
        """
        venue = self.folder.venues[name]
        if venue.city is None and "city" not in facts:
            return {}
        state = facts.get("state", venue.state if "city" not in facts else None)
        place = Place(
            str(facts.get("city", venue.city)),
            str(state) if state else None,
            str(facts.get("country", venue.country)),
        )
        noon = dt.datetime.combine(self.day, dt.time(12))
        likely = possible_zones(place, noon)
        is_moved = (place.city, place.country) != (venue.city, venue.country)
        is_sure = isinstance(facts.get("zone"), str) and not isinstance(facts["zone"], Placeholder)
        zone = str(venue.zone)
        if not is_moved or is_sure or any(show_the_same((zone, other), noon) for other in likely):
            return {}
        if len(likely) == 1:
            return {"zone": likely[0]}
        message = f"the time zone stays {zone}, and may not be that of {place.city}"
        hint = how_to_name_zone(place, noon)
        self.plan.diagnostics.warn("unknown-zone", message, venue.place("zone"), hint)
        return {}

    # The edition

    def edition(self, venue: str | None) -> None:
        files = self.folder.editions.get(self.edition_id)
        self.keep_ids_of_papers()
        name_tracks_by_id(self.draft, files.edition.submissions.tracks if files else ())
        wanted = self.with_ids(self.draft.edition)
        wanted = without_series(wanted, self.folder.workshop)
        if files and "dates" in wanted:
            wanted["dates"] = with_known_dates(wanted["dates"], files.edition.dates)
        if files and "submissions" in wanted:
            known = files.edition.submissions
            wanted["submissions"] = without_inherited(wanted["submissions"], known)
        if "speakers" in wanted:
            wanted["speakers"] = self.with_ids_of_talks(wanted["speakers"])
        if "documents" in wanted:
            wanted["documents"] = self.with_texts(wanted["documents"])
        if venue is not None:
            ordinal = {key: wanted.pop(key) for key in ("ordinal", "name") if key in wanted}
            wanted = {**ordinal, "venue": venue, **wanted}
        self.merge_or_create(self.place / "edition.yaml", wanted)
        self.name_days()
        self.name_talks()
        self.merge_or_create(self.place / "program.yaml", self.with_ids(self.draft.program))
        withdrawn = self.compare_papers(files.papers) if files is not None else []
        papers = [*self.draft.papers, *withdrawn]
        self.merge_or_create(self.place / "papers.yaml", self.with_ids(papers))

    def compare_papers(self, known: Sequence[PaperRecord]) -> list[Record]:
        """Say which papers are renamed or gone; those that this import marks as withdrawn."""
        listed, gone = self.draft.papers, self.draft.gone
        diagnostics = self.plan.diagnostics
        if self.draft.is_list_of_papers and self.replaces:
            give_roles(known, listed)
        elif self.draft.is_list_of_papers:
            diagnostics += keep_values(known, listed)
        if not self.draft.has_all_papers:
            return []
        diagnostics += titles_that_change(known, listed)
        diagnostics += papers_that_are_back(known, listed)
        diagnostics += papers_not_in_source(known, listed, gone, is_marked=self.withdraws)
        return list(withdrawn_papers(known, listed, gone)) if self.withdraws else []

    def keep_ids_of_papers(self) -> None:
        """Let the draft name papers that are known by their own ids."""
        files = self.folder.editions.get(self.edition_id)
        renamed = known_ids(files.papers, self.draft.papers) if files else {}
        for paper in self.draft.papers:
            paper["id"] = renamed.get(str(paper["id"]), paper["id"])
        if files and not self.replaces:
            self.plan.diagnostics += keep_spelled_titles(files.papers, self.draft.papers)
        for slot in self.draft.program:
            presented = slot.get("papers")
            if isinstance(presented, Sequence) and not isinstance(presented, str):
                slot["papers"] = [renamed.get(str(name), str(name)) for name in presented]

    def name_talks(self) -> None:
        """Let slots and their parts name talks that are known by their own ids."""
        files = self.folder.editions.get(self.edition_id)
        known = {str(speaker.talk_id) for speaker in files.edition.speakers} if files else set()
        named = {
            str(speaker.get("id", ""))
            for speaker in self.with_ids(self.draft.edition).get("speakers", ())
        }
        for slot in self.draft.program:
            parts = slot.get("parts")
            for record in (slot, *(parts if isinstance(parts, list) else ())):
                talk = self.with_ids(record["talk"]) if "talk" in record else None
                if talk is not None and talk not in known:
                    name = talk if talk in named else identifier(name_of_person(talk), "talk")
                    record["talk"] = self.talks.get(name, name)

    def name_days(self) -> None:
        """Let slots name days as the edition does: by numbers, or by dates where it has these."""
        files = self.folder.editions.get(self.edition_id)
        when = self.draft.edition.get("when")
        if files is None or not isinstance(when, list):
            return
        numbers = {day.date: number for number, day in enumerate(files.edition.when, start=1)}
        written = {
            numbers.get(slot.day): slot.day.isoformat()
            for slot in files.program
            if isinstance(slot.day, dt.date)
        }
        for slot in self.draft.program:
            if "day" in slot:
                date = dt.date.fromisoformat(str(when[int(str(slot["day"])) - 1]["date"]))
                number = numbers.get(date)
                slot["day"] = written.get(number) or number or date.isoformat()

    def with_ids_of_talks(self, speakers: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The speakers, with an id for the second talk of one person."""
        files = self.folder.editions.get(self.edition_id)
        known = list(files.edition.speakers) if files else []
        taken: dict[str, object] = {str(speaker.talk_id): speaker for speaker in known}
        found = []
        for speaker in speakers:
            role = str(speaker["role"])
            first = _listed(speaker["person"])[0]
            name = identifier(name_of_person(first), "talk")
            same = known_talk(speaker, known, others={str(one.get("id")) for one in speakers})
            record = speaker
            if same is not None:
                known.remove(same)
            if "id" not in speaker and same is not None:
                record = {"id": str(same.id), **speaker} if same.id else speaker
            elif "id" not in speaker and name in taken:
                suffix = "panel" if role == "panelist" else role
                record = {"id": new_id(f"{name} {suffix}", taken), **speaker}
            taken[str(record.get("id", name))] = record
            if same is not None:
                self.talks.setdefault(str(speaker.get("id", name)), str(same.talk_id))
            found.append(record)
        return found

    def with_texts(self, documents: Mapping[str, Any]) -> dict[str, Any]:
        """The documents, each with the text that it is made of; one that is missing is begun."""
        files = self.folder.editions.get(self.edition_id)
        known = files.edition.documents if files else {}
        found = {}
        for name, document in documents.items():
            if files and name not in known and isinstance(document.get("text"), Placeholder):
                continue
            text = str(known[name].text if name in known else document.get("text", _TEXTS[name]))
            found[name] = {"text": text, **document} if name not in known else document
            file = self.place / text
            if not file.is_file() and text not in self.draft.texts:
                self.create(file, outline(files.edition if files else None))
                hint = f"write the {name}'s text there; what stands in it now is made of the facts"
                message = f"{name} has no text yet, so {text} is begun"
                self.plan.diagnostics.warn("begun-text", message, None, hint)
        return found

    def with_ids(self, value: Any) -> Any:
        """The value with an id in place of each person."""
        if isinstance(value, DraftPerson):
            return self.ids[value]
        if isinstance(value, Mapping):
            return {key: self.with_ids(part) for key, part in value.items()}
        if isinstance(value, Sequence) and not isinstance(value, str):
            found = [self.with_ids(part) for part in value]
            if isinstance(value, Incomplete):
                return Incomplete(found)
            are_people = all(isinstance(part, DraftPerson) for part in value)
            return list(dict.fromkeys(found)) if are_people else found
        return value

    def merge_or_create(self, file: Path, wanted: Any) -> None:
        if not wanted:
            return
        if file.is_file():
            self.merge(file, wanted)
        else:
            self.create(file, dump(styled(wanted)))

    def merge(self, file: Path, wanted: Any) -> None:
        """Bring values into a file that exists; only what differs is touched."""
        if not wanted:
            return
        document = load(file.read_text(encoding="utf-8-sig"))
        merge_of_file = FileMerge()
        if isinstance(wanted, Mapping):
            merge_of_file.mapping(document, wanted, "")
        else:
            merge_of_file.sequence(document, list(wanted), file.stem)
        if file.name == "program.yaml" and self.draft.has_whole_program:
            self.plan.diagnostics += take_out_moved(document, merge_of_file, wanted, file)
        for message in merge_of_file.kept:
            self.plan.diagnostics.warn("kept-fuller", message, Span.of_file(file))
        if merge_of_file.changes:
            self.plan.changed[file] = dump(document).encode()
            self.plan.changes += [ValueChange(file, *change) for change in merge_of_file.changes]

    # Prose and references

    def is_text_of_document(self, name: str) -> bool:
        """Whether a document is made of a text, or may be, since the edition is a new one."""
        files = self.folder.editions.get(self.edition_id)
        return files is None or name in {
            document.text for document in files.edition.documents.values()
        }

    def texts(self) -> None:
        of_series = self.folder.data / SITE
        texts = {self.place / name: text for name, text in self.draft.texts.items()}
        texts |= {of_series / name: text for name, text in self.draft.series_texts.items()}
        for file, text in texts.items():
            content = self.draft.with_ids(text, self.ids).strip() + "\n"
            if isinstance(text, Placeholder) and (
                file.is_file() or not self.is_text_of_document(file.name)
            ):
                continue
            if not file.is_file():
                self.create(file, content)
                continue
            existing = file.read_text(encoding="utf-8-sig")
            if not says_the_same(existing, content):
                old, new = existing.count("\n"), content.count("\n")
                self.plan.changed[file] = content.encode()
                self.plan.changes.append(
                    ValueChange(file, "the whole text", f"{old} lines", f"{new} lines")
                )
        for name, picture in self.draft.pictures.items():
            self.picture(self.place / name, picture)
        for name, content_of_file in self.draft.series_files.items():
            self.picture(of_series / name, content_of_file)
        if self.draft.bibliography:
            self.bibliography(self.draft.bibliography)

    def picture(self, file: Path, content: bytes) -> None:
        if not file.is_file():
            self.plan.created[file] = content
        elif file.read_bytes() != content:
            self.plan.changed[file] = content
            self.plan.changes.append(
                ValueChange(file, "the picture", "another picture", "this one")
            )

    def bibliography(self, entries: Mapping[str, str]) -> None:
        file = self.place / "references.bib"
        if not file.is_file():
            self.create(file, SEPARATOR.join(entries.values()))
            return
        known, _ = read_bibliography(file)
        self.warn_of_other_entries(entries, known, file)
        new = {key: text for key, text in entries.items() if key not in known}
        if new:
            existing = file.read_text(encoding="utf-8-sig").rstrip()
            text = SEPARATOR.join([f"{existing}\n", *new.values()])
            self.plan.changed[file] = text.encode()
            self.plan.changes += [ValueChange(file, key, None, "a new entry") for key in new]

    def warn_of_other_entries(
        self, entries: Mapping[str, str], known: Mapping[str, Reference], file: Path
    ) -> None:
        """Warn of keys that stand for another work in the data, which would be cited."""
        written = [text for text in entries.values() if not isinstance(text, Placeholder)]
        wanted, _ = parse_bibliography(SEPARATOR.join(written), file)
        for key in wanted.keys() & known.keys():
            here, there = (reference.text("title") for reference in (known[key], wanted[key]))
            if words(here) != words(there):
                message = f"`{key}` is “{there}” in the source and “{here}” here, which is kept"
                hint = "give one of the two another key, and cite that"
                diagnostic = warning("known-otherwise", message, known[key].span, hint)
                self.plan.diagnostics.append(diagnostic)

    def create(self, file: Path, content: str) -> None:
        self.plan.created[file] = with_schema(content, file, self.folder.root).encode()


def _listed(people: Any) -> list[Any]:
    return list(people) if isinstance(people, list) else [people]


_TEXTS = {"proposal": "proposal.md", "camera-ready": "summary.md"}
"""The file of a document's text, where the data do not name one."""
