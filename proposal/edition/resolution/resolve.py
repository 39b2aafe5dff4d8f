"""Resolves an edition: every id becomes what it names, every time gets the venue's zone.

What cannot be resolved is reported and left out, so that one run reports all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Diagnostic, Severity, Span, error, warning
from proposal.edition.collection import Collection
from proposal.edition.edition import Audience, Concept, Edition, PastEdition
from proposal.edition.edition_document import Document
from proposal.edition.fees import fees_of
from proposal.edition.form_answer import form_answers
from proposal.edition.host_call import Call, calls_of, merged
from proposal.edition.in_language import in_language
from proposal.edition.joining import ONLINE_TOO, join_links
from proposal.edition.links import links_of
from proposal.edition.marked_values import Estimate
from proposal.edition.news import news_of
from proposal.edition.own_files import own_files
from proposal.edition.own_label import own_label
from proposal.edition.own_pictures import own_picture, sponsors_by_level
from proposal.edition.participants import Committee, Organizer, Person
from proposal.edition.photos import photos_of
from proposal.edition.placed_errors import add_error
from proposal.edition.prose_value import as_prose
from proposal.edition.resolution.changed_hours import changed_hours
from proposal.edition.resolution.deadline_resolution import dates_of, written_dates
from proposal.edition.resolution.document_resolution import document_of
from proposal.edition.resolution.host_resolution import host_of
from proposal.edition.resolution.language_resolution import language_of
from proposal.edition.resolution.paper_pdfs import paper_pdfs
from proposal.edition.resolution.paper_resolution import author_of, paper_of
from proposal.edition.resolution.person_resolution import person_as_of, unfiled_person
from proposal.edition.resolution.schedule_resolution import ScheduleResolution, talk_of
from proposal.edition.resolution.submission_resolution import due_without_call, submissions_of
from proposal.edition.resolution.variants import versions_of
from proposal.edition.resolution.volume_resolution import missing_prefaces, volume_of
from proposal.edition.resolution.when_resolution import when_of
from proposal.edition.schedule import Paper, Slot, Talk
from proposal.edition.site_pictures import SitePictures, dark_without_light, site_pictures
from proposal.edition.when import When
from proposal.model.concepts import path_of
from proposal.model.fields import is_address
from proposal.model.loading.folder import EditionFiles, Folder
from proposal.model.loading.validation import specimen
from proposal.model.nearest_word import nearest
from proposal.model.records import paper, venue, workshop
from proposal.model.records import person as people
from proposal.model.records.committee_record import committee_id, committees_on
from proposal.model.records.edition_record import AudienceRecord, ConceptRecord, EditionRecord
from proposal.model.variant import Variant
from proposal.source.text import Text
from proposal.words.fixed import Fixed
from proposal.words.marking import gettext_noop

T = TypeVar("T")

THE_ORGANIZERS = gettext_noop("the organizers")
"""Who is written to at an address that is no person's."""


class Resolved(Struct, frozen=True):
    """An edition as far as it could be resolved, and what could not."""

    edition: Edition
    diagnostics: list[Diagnostic]


def resolve(
    folder: Folder,
    edition_id: str,
    past: Sequence[PastEdition],
    variant: Variant | None = None,
) -> Resolved:
    """Resolve one edition.

    Where the workshop's or the venue's file is missing or faulty, which is a diagnostic, an example
    stands in for it, so that the rest can be looked through.

    Args:
        folder: the data, which hold the edition.
        edition_id: the edition.
        past: all editions of the series as later ones list them.
        variant: the variant of the documents, which then have names of their own.
    """
    files = folder.editions[edition_id]
    resolver = _Resolver(folder, files, past, variant)
    host = resolver.named(folder.venues, files.edition.venue, "unknown-venue")
    series = folder.workshop or specimen(workshop.Workshop)
    edition = resolver.edition(series, host or specimen(venue.VenueRecord))
    return Resolved(edition, resolver.diagnostics)


class _Resolver(Struct):
    folder: Folder
    files: EditionFiles
    past: Sequence[PastEdition]
    variant: Variant | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def written(self) -> EditionRecord:
        return self.files.edition

    def edition(self, series: workshop.Workshop, host: venue.VenueRecord) -> Edition:
        source = self.written
        zone = ZoneInfo(host.zone)
        when, call = when_of(source, zone), self.call(host)
        self.check_attendance(host)
        self.check_rights(host)
        organizers = self.organizers()
        talks, contacts = self.talks(), self.contacts()
        own = own_files(self.folder, self.files, self.diagnostics)
        papers = tuple(self.paper(paper) for paper in self.files.shown_papers)
        for records in (self.files.papers, source.news, series.news):
            self.report_twins([(item.id, item.place("id")) for item in records if item.id])
        schedule = self.schedule(when, talks, papers)
        name, acronym = source.name or series.name, source.acronym or series.acronym
        label = own_label(name, f"{acronym} {self.files.year}")
        dates = dates_of(source, label, zone, self.tracks())
        self.diagnostics += due_without_call(source, dates)
        self.diagnostics += changed_hours(source, self.files.program, when, schedule, dates)
        edition = Edition(
            id=self.files.id,
            year=self.files.year,
            ordinal=source.ordinal,
            acronym=acronym,
            name=name,
            url=series.url,
            venue=host_of(host, zone, call, is_visited=not source.is_online),
            when=when,
            room=None if source.has_moved_online else source.room,
            organizers=Collection("organizers", organizers),
            biographies=Collection(
                "biographies", tuple(organizer.person for organizer in organizers)
            ),
            contact=contacts[0] if contacts else None,
            abstract=as_prose(source.abstract),
            keywords=Collection("keywords", tuple(source.keywords)),
            topics=Collection("topics", tuple(source.topics)),
            concepts=tuple(_concept(concept) for concept in source.ccs),
            speakers=Collection("speakers", tuple(talk for talk in talks if not talk.is_cancelled)),
            dates=dates,
            submissions=submissions_of(source.submissions, has_conference=host.is_conference),
            committee=Collection("committee", self.participants(source.committee)),
            committees=Collection("committees", self.committees(series)),
            audience=_audience(source.audience),
            schedule=Collection("schedule", schedule),
            papers=Collection("papers", papers),
            editions=Collection("editions", self.past_editions()),
            other_contacts=tuple(contacts[1:]),
            sponsors=Collection(
                "sponsors", sponsors_by_level(self.folder, source, self.diagnostics)
            ),
            links=links_of(source.links, series.links),
            fees=fees_of(source.fees),
            attendance=source.taking_part,
            speaker_headings=source.speaker_headings,
            by_invitation=source.by_invitation,
            status=source.status,
            status_note=as_prose(source.status_note) if source.status_note else None,
            news=Collection("news", news_of(source.news)),
            photos=Collection("photos", photos_of(self.folder, self.files, self.diagnostics)),
            join=Collection("join", join_links(source.join)),
            pictures=self.pictures(series),
            overview=self.files.texts.get("overview.md"),
            references=self.files.references,
            published=tuple(self.files.published),
            own_files=own,
            paper_files=paper_pdfs(self.files, own),
            site=self.folder.site,
            form=dict(form_answers(source, call.form, self.report_field)),
        )
        return self.with_documents(edition)

    def with_documents(self, edition: Edition) -> Edition:
        """The edition in its language, with what is made of all the rest: documents and volume."""
        language = language_of(self.folder, self.written, self.diagnostics)
        edition = replace(in_language(edition, language), language_of_name=language)
        edition.documents.update(self.documents(edition))
        self.diagnostics += missing_prefaces(self.folder, self.files)
        return replace(edition, volume=volume_of(edition, self.files, self.participants))

    def schedule(
        self, when: When, talks: tuple[Talk, ...], papers: tuple[Paper, ...]
    ) -> tuple[Slot, ...]:
        resolution = ScheduleResolution(
            self.folder, self.files, self.diagnostics, self.participants
        )
        return resolution.schedule(when, talks, papers)

    def pictures(self, series: workshop.Workshop) -> SitePictures:
        """The edition's logo and wide photo, or those of its series."""
        missing = (dark_without_light(series), dark_without_light(self.written, series))
        self.diagnostics += [found for found in missing if found and found.span]
        of_series = site_pictures(self.folder, series, self.diagnostics)
        return site_pictures(self.folder, self.written, self.diagnostics).with_those_of(of_series)

    def tracks(self) -> dict[str, str]:
        """The names of the tracks by their ids; dates of others are an error."""
        written = self.written.submissions.tracks
        self.report_twins([(track.track_id, track.place("name")) for track in written])
        known = {track.track_id: str(track.name) for track in written}
        if self.is_faulty("submissions"):  # a track in which something is wrong is not known
            return known
        for _, date in written_dates(self.written.dates):
            if date.track is not None and date.track not in known:
                message = f"there is no track `{date.track}`"
                guess = nearest(date.track, list(known))
                hint = f"did you mean `{guess}`?" if guess else f"tracks: {', '.join(known)}"
                if not known:
                    hint = "write `tracks: [{name: Short papers}]` under `submissions`"
                self.report_error("unknown-track", message, date.place("track"), hint)
        return known

    def is_faulty(self, key: str) -> bool:
        """Whether an error was found in what stands under a key of `edition.yaml`."""
        lines, file = self.written.lines_of(key), self.files.folder / "edition.yaml"
        return any(
            found.severity is Severity.ERROR
            and found.span is not None
            and found.span.file == file
            and found.span.line in lines
            for found in self.folder.diagnostics
        )

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
            if not is_person and venue.names_no_conference(name):
                hint = (
                    "a workshop beside no conference names the file of its place, which has "
                    "`city`, `country` and `zone` alone, such as venues/lisbon-2027.yaml"
                )
            self.report_error(code, f"there is no {noun} `{name}`", name.span, hint)
        return None

    def call(self, host: venue.VenueRecord) -> Call:
        """What the host conference asks, where need be as the latest known call has it."""
        chain, is_circle = calls_of(host, self.folder.venues)
        last = chain[-1].call
        if last.latest_known and is_circle:
            message = f"the call of {last.latest_known} is looked up here again, and never found"
            hint = "name a conference whose call is known, or delete the line"
            self.report_error("call-circle", message, last.place("latest_known"), hint)
        elif last.latest_known:
            self.named(self.folder.venues, last.latest_known, "unknown-venue")
        return merged(chain)

    def check_rights(self, host: venue.VenueRecord) -> None:
        """Refuse ACM's rights where there is no conference, which their message names."""
        file = self.folder.data / "venues" / f"{self.written.venue}.yaml"
        is_known = self.written.venue in self.folder.venues and file not in self.folder.faulty
        if host.is_conference or not is_known:
            return
        for name, document in self.written.documents.items():
            if document.rights is not None:
                place = f"data/venues/{self.written.venue}.yaml"
                message = f"the rights of the {name} name a conference, and {place} describes none"
                hint = (
                    "write `series`, `name`, `acronym`, `start` and `end` there as ACM's message "
                    "has them; if ACM publishes nothing, delete `rights`"
                )
                span = self.written.place("documents", name, "rights")
                self.report_error("rights-without-conference", message, span, hint)

    def check_attendance(self, host: venue.VenueRecord) -> None:
        """Whether people come or join online is said where it matters, and not only implied.

        A conference without a city is online, which its workshops have to say of themselves. What
        is wrong with the word alone was told already.
        """
        if self.written.attendance is None and self.written.lines_of("attendance"):
            return
        self.check_status()
        self.check_joined()
        file = self.folder.data / "venues" / f"{self.written.venue}.yaml"
        is_known = self.written.venue in self.folder.venues and file not in self.folder.faulty
        if is_known and host.city is None and not self.written.is_online:
            what = "the conference " if host.is_conference else ""
            message = f"{what}`{self.written.venue}` is in no city, and this edition is"
            hint = (
                f"write `city` and `country` in data/venues/{self.written.venue}.yaml; if all of "
                "the edition is online, write `attendance: online` here"
            )
            span = self.written.place("venue")
            self.report_error("missing-city", f"{message} not said to be online", span, hint)

    def check_joined(self) -> None:
        """Whether of all that is joined online is said that it is."""
        written = self.written
        joined = [
            (written.join, written.taking_part, written.place_of_key("join")),
            *(
                (day.join, written.taking_part_on(day), day.place_of_key("join"))
                for day in written.when
            ),
        ]
        for links, attendance, span in joined:
            if links and attendance not in ONLINE_TOO:
                message = (
                    "`join` says where people take part online, and `attendance` not that they do"
                )
                hint = "write `attendance: hybrid`, or `attendance: online`"
                self.report_error("join-on-site", message, span, hint)

    def check_status(self) -> None:
        """Whether what became of the plan fits what else the edition says."""
        written = self.written
        if written.status == "moved-online" and written.attendance not in {None, "online"}:
            message = f"the edition has moved online, and `attendance` is {written.attendance}"
            hint = "delete `attendance`; if people come as well, write `attendance: hybrid` alone"
            self.report_error("status-attendance", message, written.place("attendance"), hint)
        if written.status_note and not (written.status or written.lines_of("status")):
            message = "`status_note` stands here, and no `status` of which it says more"
            hint = (
                "write `status: cancelled`, `postponed` or `moved-online`; of another place or day "
                "tell under `news`"
            )
            self.report_error(
                "note-without-status", message, written.place_of_key("status_note"), hint
            )

    def report_error(self, code: str, message: str, span: Span | None, hint: str | None) -> None:
        add_error(self.diagnostics, code, message, span, hint)

    def report_field(self, code: str, message: str, span: Span | None, hint: str) -> None:
        """Tell of an answer to a field that there is not, unless the form could not be read."""
        venues = self.folder.data / "venues"
        errors = [
            found.span.file
            for found in self.diagnostics
            if found.severity is Severity.ERROR and found.span is not None
        ]
        is_unread = self.written.venue not in self.folder.venues or any(
            file.parent == venues for file in [*self.folder.faulty, *errors]
        )
        is_unknown = any(found.code == "unknown-venue" for found in self.diagnostics)
        if not is_unread and not is_unknown:
            self.report_error(code, message, span, hint)

    def report_twins(self, ids: Iterable[tuple[str, Span | None]]) -> None:
        seen: dict[str, Span | None] = {}
        for name, span in ids:
            if name in seen:
                first = seen[name]
                where = f" (first in line {first.line})" if first else ""
                self.report_error(
                    "duplicate-id",
                    f"the id `{name}` stands twice{where}",
                    span,
                    "change one of them",
                )
            seen.setdefault(name, span)

    def person(self, name: str) -> Person | None:
        found = self.named(self.folder.people, name, "unknown-person")
        if found is None:
            return None
        return person_as_of(self.written.first_day, name, found, self.photo(found))

    def photo(self, source: people.PersonRecord) -> Path | None:
        """The file of a person's portrait, if one is named."""
        if source.photo is None:
            return None
        name, span = f"people/photos/{source.photo}", source.place("photo")
        return own_picture(self.folder, name, span, self.diagnostics)

    def participants(self, listed: Sequence[paper.Participant]) -> tuple[Person, ...]:
        people = (
            self.person(member.person)
            if member.person
            else replace(
                unfiled_person(member.name or "", member.affiliation),
                family_name=member.family_name,
                pronouns=member.pronouns,
            )
            for member in listed
        )
        return tuple(person for person in people if person)

    def committees(self, series: workshop.Workshop) -> tuple[Committee, ...]:
        """The edition's committees and those of its series, beside the program committee."""
        day, own = self.written.first_day, self.written.committees
        return tuple(
            Committee(
                committee_id(committee.name),
                committee.name,
                self.participants(committee.members),
                committee.place("name"),
            )
            for committee in committees_on(day, series.committees, own)
        )

    def organizers(self) -> tuple[Organizer, ...]:
        organizers = []
        for organizer in self.written.organizers:
            if found := self.person(organizer.person):
                if self.written.documents:
                    self.check_author(organizer.person)
                is_contact = organizer.person in self.written.contact
                organizers.append(
                    Organizer(
                        found,
                        organizer.corresponding,
                        organizer.equal,
                        is_contact,
                        organizer.role,
                    )
                )
        self.report_twins(
            [(organizer.person, organizer.place("person")) for organizer in self.written.organizers]
        )
        return tuple(organizers)

    def check_author(self, person: str) -> None:
        """An author block needs an affiliation, which a proposal may still lack, with a country.

        LaTeX sets a paper without a country; ACM's production refuses it, and so does its bundle.
        """
        for_print = self.written.documents.keys() - {"proposal"}
        report = error if for_print else warning
        source = self.folder.people[person]
        posts = people.posts_on(self.written.first_day, source)
        is_read = source.span is None or source.span.file not in self.folder.faulty
        if not posts and is_read:
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
                self.diagnostics.append(warning("missing-country", message, post.span, hint))

    def contacts(self) -> list[Person]:
        """Who is written to, each once."""
        found = [
            Person(id="", name=Fixed(THE_ORGANIZERS), email=contact)
            if is_address(contact)
            else self.person(contact)
            for contact in dict.fromkeys(self.written.contact)
        ]
        return [person for person in found if person]

    def talks(self) -> tuple[Talk, ...]:
        """All talks and seats but those of people who have declined."""
        listed = self.written.speakers
        found = [(speaker, self.participants(speaker.person)) for speaker in listed]
        self.report_twins(
            [
                (speaker.talk_id, speaker.place("id" if speaker.id else "person"))
                for speaker in listed
            ]
        )
        return tuple(
            talk_of(speaker, people)
            for speaker, people in found
            if people and speaker.status != "declined"
        )

    def paper(self, source: paper.PaperRecord) -> Paper:
        abstract = as_prose(source.abstract) if source.abstract else None
        authors = tuple(
            author_of(listed, person)
            for listed in source.authors
            for person in self.participants([listed])
        )
        return paper_of(source, authors, abstract, self.written.submissions)

    def past_editions(self) -> tuple[PastEdition, ...]:
        """The editions before this one, the first one first."""
        return tuple(past for past in self.past if self.is_before(past))

    def is_before(self, past: PastEdition) -> bool:
        """Whether an edition took place before this one; of two on one day, which is counted first.

        Numbers alone do not tell it: a series into which two were merged begins to count anew.
        """
        own = self.written
        if past.edition_id == self.files.id:
            return False
        return past.order < (own.first_day, own.ordinal or 0)

    def short_title(self) -> str | None:
        """The title in running heads, if one is written for this edition or for its series."""
        series = self.folder.workshop
        of_series = series.short_title if series and not self.written.name else None
        return self.written.short_title or of_series

    def documents(self, edition: Edition) -> dict[str, Document]:
        found: dict[str, Document] = {}
        for name, source in self.written.documents.items():
            text = self.files.texts.get(source.text)
            if text is not None:
                made = document_of(name, source, text, edition, self.short_title())
                versions = versions_of(made, source.accessible, self.variant)
                found |= {document.name: document for document in versions}
            elif self.files.folder / source.text not in self.folder.unreadable:
                missing = (self.files.folder / source.text).relative_to(self.folder.root)
                span = source.place("text")
                hint = "write it, or correct the name"
                self.report_error("missing-file", f"there is no file {missing}", span, hint)
        return found


def _audience(source: AudienceRecord | None) -> Audience | None:
    if source is None:
        return None
    return Audience(Estimate(source.expected, is_tentative=source.tentative))


def _concept(source: ConceptRecord) -> Concept:
    return Concept(path_of(source.concept), source.id, int(source.significance))
