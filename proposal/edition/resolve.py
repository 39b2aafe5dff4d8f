"""Resolves an edition: every id becomes what it names, every time gets the venue's zone.

What cannot be resolved is reported and left out, so that one run reports all of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from proposal.diagnostics import Diagnostic, Severity, Span, error, warning
from proposal.edition import edition as resolved
from proposal.edition.edition import Collection, Day
from proposal.edition.host_call import Call, calls_of, merged
from proposal.edition.links import links_of
from proposal.edition.own_pictures import own_picture, sponsors_by_level
from proposal.edition.paper_resolution import paper_of
from proposal.edition.variants import versions_of
from proposal.model import edition_record as written
from proposal.model import paper, program, venue, workshop
from proposal.model import person as people
from proposal.model.committee_record import committee_id, committees_on
from proposal.model.concepts import path_of
from proposal.model.deadline_kinds import DEADLINE_KINDS, WORKSHOP
from proposal.model.edition_record import DocumentKind, Speaker
from proposal.model.fields import AOE, is_address
from proposal.model.folder import EditionFiles, Folder
from proposal.model.key_hints import nearest
from proposal.model.person_links import label_of, listed_links
from proposal.model.session_kinds import TITLES_BY_ROLE
from proposal.model.validation import specimen
from proposal.model.variant import Variant
from proposal.source.text import Prose, Text

T = TypeVar("T")

THE_ORGANIZERS = "the organizers"
"""Who is written to at an address that is no person's."""

ANYWHERE_ON_EARTH = dt.timezone(dt.timedelta(hours=-12), AOE)
"""The zone in which a day lasts longest: UTC-12."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An edition as far as it could be resolved, and what could not."""

    edition: resolved.Edition
    diagnostics: list[Diagnostic]


def resolve(
    folder: Folder,
    year: int,
    past: Sequence[resolved.PastEdition],
    variant: Variant | None = None,
) -> Resolved:
    """Resolve one edition.

    Where the workshop's or the venue's file is missing or faulty, which is a diagnostic, an example
    stands in for it, so that the rest can be looked through.

    Args:
        folder: the data, which hold the edition.
        year: the edition's.
        past: all editions of the series as later ones list them.
        variant: the variant of the documents, which then have names of their own.
    """
    files = folder.editions[year]
    resolver = _Resolver(folder, files, past, variant)
    host = resolver.named(folder.venues, files.edition.venue, "unknown-venue")
    series = folder.workshop or specimen(workshop.Workshop)
    edition = resolver.edition(series, host or specimen(venue.VenueRecord))
    return Resolved(edition, resolver.diagnostics)


@dataclass(slots=True)
class _Resolver:
    folder: Folder
    files: EditionFiles
    past: Sequence[resolved.PastEdition]
    variant: Variant | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def written(self) -> written.EditionRecord:
        return self.files.edition

    def edition(self, series: workshop.Workshop, host: venue.VenueRecord) -> resolved.Edition:
        source = self.written
        zone = ZoneInfo(host.zone)
        organizers = self.organizers()
        talks, contacts = self.talks(), self.contacts()
        papers = tuple(self.paper(paper) for paper in self.files.shown_papers)
        self.complain_of_twins([(paper.id, paper.place("id")) for paper in self.files.papers])
        edition = resolved.Edition(
            year=self.files.year,
            ordinal=source.ordinal,
            acronym=series.acronym,
            name=source.name or series.name,
            url=series.url,
            venue=_venue(host, zone, self.call(host)),
            when=self.when(zone),
            room=source.room,
            organizers=Collection("organizers", organizers),
            biographies=Collection(
                "biographies", tuple(organizer.person for organizer in organizers)
            ),
            contact=contacts[0] if contacts else None,
            abstract=_as_prose(source.abstract),
            keywords=Collection("keywords", tuple(source.keywords)),
            topics=Collection("topics", tuple(source.topics)),
            concepts=tuple(_concept(concept) for concept in source.ccs),
            speakers=Collection("speakers", talks),
            dates=self.dates(zone),
            submissions=_submissions(source.submissions),
            committee=Collection("committee", self.participants(source.committee)),
            committees=Collection("committees", self.committees(series)),
            audience=_audience(source.audience),
            schedule=Collection("schedule", self.schedule(zone, talks, papers)),
            papers=Collection("papers", papers),
            editions=Collection("editions", self.past_editions()),
            other_contacts=tuple(contacts[1:]),
            sponsors=Collection(
                "sponsors", sponsors_by_level(self.folder, source, self.diagnostics)
            ),
            links=links_of(source.links, series.links),
            overview=self.files.texts.get("overview.md"),
            references=self.files.references,
            published=tuple(self.files.published),
        )
        edition.documents.update(self.documents(edition))
        return edition

    def named(self, known: dict[str, T], name: str, code: str) -> T | None:
        """The person or venue with an id; `code` tells that there is none."""
        if name in known or not isinstance(name, Text):
            return known.get(name)
        is_person = code == "unknown-person"
        noun, home = ("person", "people") if is_person else ("venue", "venues")
        file = self.folder.data / home / f"{name}.yaml"
        if not {file, file.parent} & self.folder.unreadable:
            guess = nearest(name, list(known))
            shown = file.relative_to(self.folder.root)
            hint = f"did you mean `{guess}`? Otherwise write {shown}" if guess else f"write {shown}"
            self.complain(code, f"there is no {noun} `{name}`", name.span, hint)
        return None

    def call(self, host: venue.VenueRecord) -> Call:
        """What the host conference asks, where need be as the latest known call has it."""
        chain, is_circle = calls_of(host, self.folder.venues)
        last = chain[-1].call
        if last.latest_known and is_circle:
            message = f"the call of {last.latest_known} is looked up here again, and never found"
            hint = "name a conference whose call is known, or delete the line"
            self.complain("call-circle", message, last.place("latest_known"), hint)
        elif last.latest_known:
            self.named(self.folder.venues, last.latest_known, "unknown-venue")
        return merged(chain)

    def complain(self, code: str, message: str, span: Span | None, hint: str | None) -> None:
        if span is not None:  # a stand-in for a faulty value has no place and is not complained of
            self.diagnostics.append(error(code, message, span, hint))

    def complain_of_twins(self, ids: Iterable[tuple[str, Span | None]]) -> None:
        seen: dict[str, Span | None] = {}
        for name, span in ids:
            if name in seen:
                first = seen[name]
                where = f" (first in line {first.line})" if first else ""
                self.complain(
                    "duplicate-id",
                    f"the id `{name}` stands twice{where}",
                    span,
                    "change one of them",
                )
            seen.setdefault(name, span)

    def person(self, name: str) -> resolved.Person | None:
        found = self.named(self.folder.people, name, "unknown-person")
        if found is None:
            return None
        return _as_of(self.written.when.date, name, found, self.photo(found))

    def photo(self, source: people.PersonRecord) -> Path | None:
        """The file of a person's portrait, if one is named."""
        if source.photo is None:
            return None
        name, span = f"people/photos/{source.photo}", source.place("photo")
        return own_picture(self.folder, name, span, self.diagnostics)

    def participants(self, listed: list[paper.Participant]) -> tuple[resolved.Person, ...]:
        people = (
            self.person(member.person)
            if member.person
            else replace(
                _unfiled(member.name or "", member.affiliation),
                family_name=member.family_name,
                pronouns=member.pronouns,
            )
            for member in listed
        )
        return tuple(person for person in people if person)

    def committees(self, series: workshop.Workshop) -> tuple[resolved.Committee, ...]:
        """The edition's committees and those of its series, beside the program committee."""
        day, own = self.written.when.date, self.written.committees
        return tuple(
            resolved.Committee(
                committee_id(committee.name),
                committee.name,
                self.participants(committee.members),
                committee.place("name"),
            )
            for committee in committees_on(day, series.committees, own)
        )

    def organizers(self) -> tuple[resolved.Organizer, ...]:
        organizers = []
        for organizer in self.written.organizers:
            if found := self.person(organizer.person):
                if self.written.documents:
                    self.check_author(organizer.person)
                is_contact = organizer.person in self.written.contact
                organizers.append(
                    resolved.Organizer(
                        found,
                        organizer.corresponding,
                        organizer.equal,
                        is_contact,
                        organizer.role,
                    )
                )
        self.complain_of_twins(
            [(organizer.person, organizer.place("person")) for organizer in self.written.organizers]
        )
        return tuple(organizers)

    def check_author(self, person: str) -> None:
        """An author block needs an affiliation with a country, which a proposal may still lack.

        ACM refuses a paper without it; workshop chairs do not mind.
        """
        for_print = self.written.documents.keys() - {"proposal"}
        report = error if for_print else warning
        source = self.folder.people[person]
        posts = people.posts_on(self.written.when.date, source)
        if not posts:
            message = f"the author {source.name} has no affiliation on the day of the workshop"
            hint = (
                "add one under `affiliations`, or correct its `since`; "
                "who belongs to no institution writes `institution: Independent Researcher`"
            )
            self.diagnostics.append(
                report("missing-affiliation", message, source.place("name"), hint)
            )
        for post in posts:
            if post.country is None:
                message = f"the affiliation of the author {source.name} has no country"
                hint = "add `country: …`, which ACM's author block must have"
                self.diagnostics.append(report("missing-country", message, post.span, hint))

    def contacts(self) -> list[resolved.Person]:
        """Who is written to, each once."""
        found = [
            resolved.Person(id="", name=THE_ORGANIZERS, email=contact)
            if is_address(contact)
            else self.person(contact)
            for contact in dict.fromkeys(self.written.contact)
        ]
        return [person for person in found if person]

    def talks(self) -> tuple[resolved.Talk, ...]:
        talks = []
        ids = []
        for speaker in self.written.speakers:
            ids.append(
                (speaker.id or speaker.person, speaker.place("id" if speaker.id else "person"))
            )
            found = self.person(speaker.person)
            if found and speaker.status != "declined":
                talks.append(
                    resolved.Talk(
                        id=speaker.id or speaker.person,
                        person=found,
                        role=speaker.role,
                        status=speaker.status,
                        title=speaker.title,
                        abstract=_as_prose(speaker.abstract) if speaker.abstract else None,
                        slides=speaker.slides,
                        video=speaker.video,
                    )
                )
        self.complain_of_twins(ids)
        return tuple(talks)

    def paper(self, source: paper.PaperRecord) -> resolved.Paper:
        abstract = _as_prose(source.abstract) if source.abstract else None
        return paper_of(source, self.participants(source.authors), abstract)

    def when(self, zone: ZoneInfo) -> resolved.When:
        source = self.written.when
        return resolved.When(
            Day(source.date, source.tentative),
            dt.datetime.combine(source.date, source.start, zone),
            dt.datetime.combine(source.date, source.end, zone),
        )

    def dates(self, venue_zone: ZoneInfo) -> resolved.Dates:
        found: dict[str, resolved.Deadline] = {}
        for kind in DEADLINE_KINDS:
            source: written.DeadlineRecord | None = getattr(self.written.dates, kind.name)
            if source is not None:
                was = tuple(Day(old) for old in source.was)
                found[kind.name] = resolved.Deadline(
                    label=source.label or kind.label,
                    day=Day(source.date, source.tentative),
                    was=was,
                    zone=source.zone,
                    ends=_end_of(source.date, source.zone, venue_zone),
                )
        when = self.written.when
        ends = _end_of(when.date, None, venue_zone)
        day = Day(when.date, when.tentative)
        found[WORKSHOP] = resolved.Deadline("Workshop", day, (), None, ends)
        return resolved.Dates(found)

    def schedule(
        self,
        zone: ZoneInfo,
        talks: tuple[resolved.Talk, ...],
        papers: tuple[resolved.Paper, ...],
    ) -> tuple[resolved.Slot, ...]:
        by_talk = {talk.id: talk for talk in talks}
        by_paper = {paper.id: paper for paper in papers}
        panel = tuple(talk for talk in talks if talk.role == "panelist")
        return tuple(self.slot(slot, zone, by_talk, by_paper, panel) for slot in self.files.program)

    def slot(
        self,
        source: program.SlotRecord,
        zone: ZoneInfo,
        talks: dict[str, resolved.Talk],
        papers: dict[str, resolved.Paper],
        panel: tuple[resolved.Talk, ...],
    ) -> resolved.Slot:
        talk = talks.get(source.talk) if source.talk else None
        if source.talk and talk is None and not self.is_declared(source.talk):
            self.no_talk(source.talk, list(talks))
        for name in source.papers:
            if self.is_withdrawn(name):
                continue
            if name not in papers and not self.is_faulty(self.files.folder / "papers.yaml"):
                self.unknown("unknown-paper", "paper", name, list(papers), "papers.yaml")
        kind = source.kind or (talk.role if talk else "talk")
        day = self.written.when.date
        return resolved.Slot(
            start=dt.datetime.combine(day, source.start, zone),
            end=dt.datetime.combine(day, source.end, zone),
            kind=kind,
            title=source.title or TITLES_BY_ROLE[kind],
            talk=talk,
            papers=tuple(papers[name] for name in source.papers if name in papers),
            panelists=tuple(talk.person for talk in panel) if kind == "panel" else (),
            invited=frozenset(talk.person.id for talk in panel if talk.status == "invited"),
            is_tentative=source.tentative,
        )

    def is_withdrawn(self, name: str) -> bool:
        """Whether a slot names a paper that is withdrawn, which is told at its place."""
        paper = next((paper for paper in self.files.papers if paper.id == name), None)
        if paper is None or not paper.withdrawn:
            return False
        place = paper.place("withdrawn")
        where = f" (papers.yaml:{place.line})" if place else ""
        message = f"the paper `{name}` is withdrawn{where}, so it is not presented"
        span = name.span if isinstance(name, Text) else None
        self.complain("unknown-paper", message, span, "take it out of the slot")
        return True

    def is_declared(self, talk: str) -> bool:
        """Whether a talk is written down but could not be resolved, which was told already."""
        return any(
            talk == (speaker.id or speaker.person) and speaker.status != "declined"
            for speaker in self.written.speakers
        )

    def is_faulty(self, file: Path, lines: range | None = None) -> bool:
        """Whether an error was reported in a file or in some of its lines; others may follow."""
        return any(
            diagnostic.severity is Severity.ERROR
            and diagnostic.span is not None
            and diagnostic.span.file == file
            and (lines is None or diagnostic.span.line in lines)
            for diagnostic in self.folder.diagnostics
        )

    def no_talk(self, name: str, known: list[str]) -> None:
        """Tell of a slot whose talk is not there: its speaker has declined, or nobody knows it."""
        for speaker in self.written.speakers:
            if name == (speaker.id or speaker.person) and speaker.status == "declined":
                self.declined_talk(name, speaker)
                return
        # Of a file that cannot be read, nothing is known.
        lines = self.written.lines_of("speakers") if self.written.span else None
        if not self.is_faulty(self.files.folder / "edition.yaml", lines):
            self.unknown("unknown-talk", "talk", name, known, "edition.yaml under speakers")

    def declined_talk(self, name: str, speaker: Speaker) -> None:
        person = self.folder.people.get(speaker.person)
        place = speaker.place("status")
        where = f" (edition.yaml:{place.line})" if place else ""
        self.complain(
            "unknown-talk",
            f"{person.name if person else speaker.person} has declined{where}, so the talk "
            f"`{name}` does not take place",
            name.span if isinstance(name, Text) else None,
            "take the slot out, or put another talk in; if the speaker comes after all, write "
            "`status: confirmed` there",
        )

    def unknown(self, code: str, noun: str, name: str, known: list[str], home: str) -> None:
        file = self.files.folder / ("papers.yaml" if noun == "paper" else "edition.yaml")
        if file in self.folder.unreadable:
            return
        guess = nearest(name, known)
        hint = f"did you mean `{guess}`?" if guess else f"add it to {home}"
        span = name.span if isinstance(name, Text) else None
        self.complain(code, f"there is no {noun} `{name}` in this edition", span, hint)

    def past_editions(self) -> tuple[resolved.PastEdition, ...]:
        """The editions with a smaller ordinal, the first one first."""
        return tuple(past for past in self.past if past.ordinal < self.written.ordinal)

    def short_title(self) -> str | None:
        """The title in running heads, if one is written for this edition or for its series."""
        series = self.folder.workshop
        of_series = series.short_title if series and not self.written.name else None
        return self.written.short_title or of_series

    def documents(self, edition: resolved.Edition) -> dict[str, resolved.Document]:
        found: dict[str, resolved.Document] = {}
        for name, source in self.written.documents.items():
            text = self.files.texts.get(source.text)
            if text is not None:
                made = _document(name, source, text, edition, self.short_title())
                versions = versions_of(made, source.accessible, self.variant)
                found |= {document.name: document for document in versions}
            elif self.files.folder / source.text not in self.folder.unreadable:
                missing = (self.files.folder / source.text).relative_to(self.folder.root)
                span = source.place("text")
                hint = "write it, or correct the name"
                self.complain("missing-file", f"there is no file {missing}", span, hint)
        return found


def _as_of(
    day: dt.date, name: str, source: people.PersonRecord, photo: Path | None
) -> resolved.Person:
    """The person as they were on `day`."""
    posts = people.posts_on(day, source)
    biography = people.biography_on(day, source)
    email = next((post.email for post in posts if post.email), source.email)
    return resolved.Person(
        id=str(name),
        name=source.name,
        family_name=source.family_name,
        affiliations=tuple(
            resolved.Affiliation(
                post.institution, post.department, post.city, post.state, post.country
            )
            for post in posts
        ),
        honorific=source.honorific,
        pronouns=source.pronouns,
        email=email,
        orcid=source.links.orcid,
        homepage=source.links.homepage,
        links=tuple(_link(kind, url) for kind, url in listed_links(source.links)),
        photo=photo,
        photo_span=source.place("photo") if photo else None,
        biography=_as_prose(biography) if biography else None,
        name_native=source.name_native,
        native_language=source.native_language,
        span=source.place("name"),
    )


def _link(kind: str, url: str) -> resolved.PersonLink:
    label = label_of(kind, url)
    return resolved.PersonLink(kind or label.casefold(), label, url)


def _end_of(day: dt.date, zone: str | None, venue_zone: ZoneInfo) -> dt.datetime:
    """The first moment after a day, in the zone that a deadline names, or else in the venue's."""
    last = ANYWHERE_ON_EARTH if zone == AOE else ZoneInfo(zone) if zone else venue_zone
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), last)


def _unfiled(name: str, affiliation: str | None) -> resolved.Person:
    posts = (resolved.Affiliation(affiliation, None, None, None, None),) if affiliation else ()
    span = name.span if isinstance(name, Text) else None
    return resolved.Person(id="", name=name, affiliations=posts, span=span)


def _as_prose(value: str) -> Prose:
    """A prose value; one that no file holds stands nowhere."""
    return Prose(value, value.pieces if isinstance(value, Text) else ())


def _audience(source: written.AudienceRecord | None) -> resolved.Audience | None:
    if source is None:
        return None
    return resolved.Audience(resolved.Estimate(source.expected, is_tentative=source.tentative))


def _concept(source: written.ConceptRecord) -> resolved.Concept:
    return resolved.Concept(path_of(source.concept), source.id, int(source.significance))


def _venue(source: venue.VenueRecord, zone: ZoneInfo, call: Call) -> resolved.Venue:
    return resolved.Venue(
        series=source.series,
        name=source.name,
        acronym=source.acronym,
        start=Day(source.start, source.tentative),
        end=Day(source.end, source.tentative),
        site=source.site,
        city=source.city,
        state=source.state,
        country=source.country,
        zone=zone,
        url=source.url,
        proceedings=source.proceedings or f"Proceedings of the {source.name}",
        proceedings_acronym=source.proceedings_acronym or source.acronym,
        call=call,
        is_tentative=source.tentative,
        address=source.address,
        map=source.map,
    )


def _submissions(source: written.SubmissionsRecord) -> resolved.Submissions:
    return resolved.Submissions(
        url=source.url,
        system=source.system,
        pages=_pages(source.pages, is_tentative=source.tentative) if source.pages else None,
        excludes=tuple(source.excludes),
        review=source.review,
        archival=source.archival,
        policy=_as_prose(source.policy) if source.policy else None,
        is_tentative=source.tentative,
        template=source.template,
    )


def _pages(source: written.PageRange, *, is_tentative: bool) -> resolved.Pages:
    least = source.min
    return resolved.Pages(
        None if least is None else resolved.Estimate(least, is_tentative=is_tentative),
        resolved.Estimate(source.max, is_tentative=is_tentative),
    )


def _document(
    kind: DocumentKind,
    source: written.DocumentRecord,
    text: Prose,
    edition: resolved.Edition,
    short_title: str | None,
) -> resolved.Document:
    first = edition.organizers.items[0].person.name if edition.organizers.items else ""
    others = " et al." if len(edition.organizers) > 1 else ""
    rights = source.rights
    prints_reference = rights is not None if source.acm_reference is None else source.acm_reference
    return resolved.Document(
        name=kind,
        kind=kind,
        variant=source.variant,
        standard=None,
        accessible_version=None,
        is_version=False,
        text=text,
        title=source.title or edition.title,
        subtitle=source.subtitle,
        rights=rights,
        year=(rights.year if rights and rights.year else edition.venue.year),
        first_page=source.first_page,
        short_title=source.short_title or (None if source.title else short_title),
        short_authors=source.short_authors or f"{first}{others}",
        authors_per_row=source.authors_per_row,
        prints_reference=prints_reference,
        prints_page_numbers=source.page_numbers,
        prints_native_names=source.native_names,
        is_public=kind == "camera-ready" if source.public is None else source.public,
        acknowledgments=_as_prose(source.acknowledgments) if source.acknowledgments else None,
        page_limit=edition.venue.call.page_limit(kind),
        answers=dict(source.answers),
        span=source.span,
    )
