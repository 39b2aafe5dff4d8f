"""Where each fact of an edition must appear: in which artefacts, and in what words there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.check.facts.inspection import CALLS, CFP_FILES, PAGES, SUMMARIES, ArtefactKind
from proposal.check.facts.stated_attendance import stated_attendance, stated_status, where_joined
from proposal.check.facts.stated_concepts import statements_of_concept
from proposal.check.facts.stated_fact import StatedFact
from proposal.check.facts.stated_papers import pages_naming_pdf
from proposal.check.facts.stated_slots import statement_of_slot
from proposal.check.rules.context import Subject
from proposal.edition import wording
from proposal.edition.collection import Collection
from proposal.edition.deadlines import Deadline
from proposal.edition.edition import Concept, Edition
from proposal.edition.edition_document import Document
from proposal.edition.facts import Fact
from proposal.edition.joining import JoinLink
from proposal.edition.participants import (
    Affiliation,
    Author,
    Committee,
    Organizer,
    Person,
    PersonLink,
)
from proposal.edition.public import public
from proposal.edition.schedule import Paper, Slot, Talk
from proposal.edition.sponsor import Sponsor
from proposal.edition.submission_terms import (
    Publication,
    SpecialIssue,
    SubmissionTerms,
    Track,
)
from proposal.edition.when import WorkshopDay
from proposal.edition.wording import ordinal_word
from proposal.model.acmart_versions import NOTICES
from proposal.model.material_kinds import MATERIAL_KINDS
from proposal.model.records.rights import Rights
from proposal.model.talk_roles import ROLES
from proposal.reading.searchable_text import BEGINS, EventTime
from proposal.render.plain import plain_statement
from proposal.render.prose import ProseKind, QuotedFact, read_prose
from proposal.render.quoted_facts import Facts
from proposal.source.math.math_words import LetterOrder
from proposal.source.text import Prose


def stated_facts(subject: Subject) -> list[StatedFact]:
    """The facts of an edition that artefacts state, each with the artefacts that must state it."""
    stating = _Stating(subject)
    return [stated for fact in subject.facts.values() for stated in stating.stated(fact)]


def all_facts(subject: Subject) -> list[StatedFact]:
    """All facts of an edition, those that no artefact has to state among them."""
    stating = _Stating(subject)
    return [
        next(stating.stated(fact), _prose(fact, frozenset())) for fact in subject.facts.values()
    ]


class _Quotes(Struct):
    """What the prose of a document quotes, so that the PDF must hold it."""

    blocks: dict[str, set[str]] = field(default_factory=dict)
    """For each kind of block, the names of the items that are set."""
    words: str = ""
    """All words that are quoted in sentences."""


class _Stating(Struct):
    subject: Subject
    quotes: dict[ArtefactKind, _Quotes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for document in self.edition.documents.values():
            self.quotes[_artefact(document)] = _quotes(document, self.edition)

    @property
    def edition(self) -> Edition:
        return self.subject.edition

    @property
    def documents(self) -> frozenset[ArtefactKind]:
        return frozenset(self.quotes)

    @property
    def signed(self) -> frozenset[ArtefactKind]:
        """The PDFs that name their authors."""
        return self.documents_but(lambda document: document.is_anonymous)

    @property
    def with_addresses(self) -> frozenset[ArtefactKind]:
        """The PDFs whose authors stand with their addresses."""
        return self.documents_but(lambda document: not document.page_format.shows_addresses)

    @property
    def hosted(self) -> frozenset[ArtefactKind]:
        """The PDFs that name the host conference."""
        return self.documents_but(lambda document: document.is_for_review)

    @property
    def with_reference(self) -> frozenset[ArtefactKind]:
        """The PDFs that print the ACM Reference Format."""
        return self.documents_but(lambda document: not document.prints_reference)

    def documents_but(self, is_left_out: Callable[[Document], bool]) -> frozenset[ArtefactKind]:
        """The PDFs of all documents but some."""
        documents = self.edition.documents.values()
        return frozenset(_artefact(document) for document in documents if not is_left_out(document))

    def setting(self, kind: str, name: str) -> frozenset[ArtefactKind]:
        """The PDFs whose text sets an item in a block of some kind."""
        return frozenset(
            artefact
            for artefact, quotes in self.quotes.items()
            if name in quotes.blocks.get(kind, ())
        )

    def quoting(self, words: str) -> frozenset[ArtefactKind]:
        """The PDFs whose text quotes some words in a sentence."""
        return frozenset(
            artefact for artefact, quotes in self.quotes.items() if words in quotes.words
        )

    def stated(self, fact: Fact) -> Iterator[StatedFact]:
        """A fact with its artefacts; nothing for one that no artefact has to state."""
        find = _FINDERS.get(fact.id.partition(".")[0])
        return find(self, fact) if find else iter(())

    def headline(self, fact: Fact) -> Iterator[StatedFact]:
        edition = self.edition
        titled = frozenset(
            _artefact(document)
            for document in edition.documents.values()
            if document.title == edition.title
        )
        match fact.id:
            case "title":
                yield StatedFact(fact, PAGES | CALLS | titled)
            case "ordinal":
                # A number alone, as other languages have it, stands everywhere.
                is_word = edition.language.is_english
                said = ordinal_word(edition.ordinal) if is_word else edition.title
                yield StatedFact(fact, PAGES | CALLS | titled, said=said)
            case "acronym":
                yield StatedFact(fact, PAGES | CALLS, plain=edition.short_name)
            case "when.date":
                said = str(edition.when.date)
                yield StatedFact(fact, PAGES | CALLS | self.quoting(said), said=said)
            case "when.hours":
                yield StatedFact(fact, frozenset({ArtefactKind.PAGE, ArtefactKind.CFP_TEXT}))
            case _ if fact.owners and isinstance(day := fact.owners[-1], WorkshopDay):
                yield from self.day(fact, day)
            case _ if fact.owners and isinstance(fact.owners[-1], JoinLink):
                yield from self.joining(fact)
            case "audience.expected" if edition.audience:
                estimate = edition.audience.expected
                said = str(estimate)
                shown = self.quoting(said) if estimate.is_tentative else frozenset()
                yield StatedFact(fact, shown, said=said)
            case "contact.email":
                yield StatedFact(fact, CALLS)
            case "room" if any(
                edition.room_on(day.date) in ("", edition.room) for day in edition.when.days
            ):
                yield StatedFact(fact, frozenset({ArtefactKind.PAGE}))

    def day(self, fact: Fact, day: WorkshopDay) -> Iterator[StatedFact]:
        """What is stated of one of several days: its name with its hours, and its room."""
        listed = frozenset({ArtefactKind.PAGE}) | CFP_FILES
        if fact.attribute == "hours":
            yield StatedFact(fact, listed, said=f"{day.date.heading}: {day.hours}")
        elif fact.attribute == "room":
            yield StatedFact(fact, listed)
            slots = [slot for slot in self.edition.schedule if slot.day == day.date]
            setting = (self.setting("schedule", slot.id) for slot in slots)
            headed = PAGES.union(*setting) if slots else frozenset[ArtefactKind]()
            yield StatedFact(fact, headed, said=self.edition.day_heading(day.date))

    def other_contact(self, fact: Fact) -> Iterator[StatedFact]:
        if fact.attribute == "email":
            yield StatedFact(fact, CALLS)

    def venue(self, fact: Fact) -> Iterator[StatedFact]:
        venue, hosted = self.edition.venue, self.hosted
        published: frozenset[ArtefactKind] = frozenset()
        if venue.proceedings_acronym != venue.acronym:
            published = hosted & self.documents_but(lambda document: not document.rights)
        said = ""
        match fact.attribute:
            case "name":
                # It stands in the ACM Reference Format alone.
                printed = SUMMARIES & hosted & self.with_reference
                yield StatedFact(fact, printed | {ArtefactKind.PAGE})
                return
            case "place":
                is_left = self.edition.is_online and not venue.is_conference
                shown, said = PAGES | CALLS | hosted, self.edition.place if is_left else venue.place
            case "dates":
                # One mark stands behind days and place of a conference that is to be confirmed.
                mark = f", {venue.place}" if venue.is_tentative else ""
                in_rights = hosted & self.documents_but(
                    lambda document: not document.has_english_conference_line
                )
                shown, said = hosted - in_rights, f"{fact.value}{mark}" if mark else ""
                if in_rights and venue.start and venue.end:
                    days = wording.days(venue.start.date, venue.end.date)
                    yield StatedFact(fact, in_rights, said=f"{days}{mark}", is_in_heads=True)
            case "acronym":
                shown = hosted - published
            case "address" | "map":
                marked = venue.address_line or "" if fact.attribute == "address" else ""
                yield StatedFact(fact, PAGES | CFP_FILES, said=marked)
                return
            case "proceedings_acronym":
                shown = published
            case _:
                return
        if shown:
            yield StatedFact(fact, shown, said=said, is_in_heads=True)

    def attendance(self, fact: Fact) -> Iterator[StatedFact]:
        return stated_attendance(fact, self.edition, lambda name: self.setting("fees", name))

    def status(self, fact: Fact) -> Iterator[StatedFact]:
        return stated_status(fact, self.edition)

    def status_note(self, fact: Fact) -> Iterator[StatedFact]:
        yield _prose(fact, PAGES | CALLS)

    def news(self, fact: Fact) -> Iterator[StatedFact]:
        match fact.attribute:
            case "date":
                yield StatedFact(fact, PAGES)
            case "text":
                yield _prose(fact, PAGES)

    def photo(self, fact: Fact) -> Iterator[StatedFact]:
        yield StatedFact(fact, PAGES)

    def joining(self, fact: Fact) -> Iterator[StatedFact]:
        link: JoinLink = fact.owners[-1]
        same = [shown for shown in self.edition.join_by_day if shown.url == link.url]
        set_in = [self.setting("join", shown.name) for shown in same]
        yield StatedFact(fact, where_joined(link, self.edition).union(*set_in))

    def organizer(self, fact: Fact) -> Iterator[StatedFact]:
        shown = PAGES | self.signed | {ArtefactKind.CFP_TEXT, ArtefactKind.CFP_MARKDOWN}
        match fact.owners, fact.attribute:
            case (Organizer(), Person()), "name":
                yield StatedFact(fact, shown)
            case (Organizer(person=person),), "role":
                yield StatedFact(
                    fact,
                    (shown - self.signed) | (self.setting("organizers", person.id) & self.signed),
                )
            case (Organizer(), Person()), "pronouns" | "homepage" | "orcid":
                yield StatedFact(fact, PAGES)
            case (Organizer(), Person()), "name_native":
                printed = frozenset(
                    _artefact(document)
                    for document in self.edition.documents.values()
                    if document.prints_native_names and not document.is_anonymous
                )
                yield StatedFact(fact, PAGES | printed)
            case (Organizer(), Person(), Affiliation()), "institution":
                yield StatedFact(fact, shown)
            case (Organizer(), Person(), PersonLink()), "url":
                yield StatedFact(fact, PAGES)
            case (Organizer(), Person()), "email":
                yield StatedFact(fact, self.signed & self.with_addresses)
            case (Organizer(), Person() as person), "biography":
                yield self.biography(fact, person)

    def biography(self, fact: Fact, person: Person) -> StatedFact:
        return _prose(fact, PAGES | (self.setting("biographies", person.id) & self.signed))

    def prose_and_topics(self, fact: Fact) -> Iterator[StatedFact]:
        match fact.owners, fact.attribute:
            case (), "abstract":
                yield _prose(fact, self.documents | CALLS)
            case (), "keywords":
                yield StatedFact(fact, self.documents)
            case (Concept() as concept,), "path":
                by_acmart = self.documents_but(lambda document: document.format == "article")
                yield from statements_of_concept(fact, concept, self.edition.concepts, by_acmart)
            case (), "topics":
                shown = CALLS | {ArtefactKind.PAGE, ArtefactKind.JEKYLL}
                yield StatedFact(fact, shown | self.setting("topics", fact.value))

    def speaker(self, fact: Fact) -> Iterator[StatedFact]:
        talk: Talk = fact.owners[0]
        is_announced = talk.is_confirmed
        pages = PAGES if is_announced else frozenset()
        set_in = self.setting("speakers", talk.id)
        match fact.owners, fact.attribute:
            case (_, Person() as person, *_), _:
                yield from self.speaking(fact, talk, person)
            case (_,), "role":
                shown = frozenset({ArtefactKind.PAGE}) if is_announced else frozenset()
                yield StatedFact(fact, shown, said=_role_in_words(talk, self.edition))
            case (_,), "status":
                # Pages state no status: who has not agreed is not announced there at all.
                marked = set_in if talk.status == "invited" else frozenset()
                said = _behind_names(talk, talk.language.gettext("invited"))
                yield StatedFact(fact, marked, said=said)
            case (_,), "remote":
                listed = pages | set_in | self.in_calendar(talk)
                yield StatedFact(
                    fact, listed, said=_behind_names(talk, talk.language.gettext("remote"))
                )
            case (_,), "role_title":
                yield StatedFact(fact, pages | set_in)
            case (_,), "title":
                yield StatedFact(fact, pages | set_in)
            case (_,), "abstract":
                yield _prose(fact, pages | set_in)
            case (_,), "slides" | "video":
                yield StatedFact(fact, pages)

    def in_calendar(self, talk: Talk) -> frozenset[ArtefactKind]:
        """The calendar, if the schedule has a talk of somebody who has agreed."""
        is_there = any(talk in (slot.talk, *slot.seats) for slot in self.edition.schedule)
        is_shown = is_there and talk.is_confirmed
        return frozenset({ArtefactKind.SCHEDULE} if is_shown else ())

    def speaking(self, fact: Fact, talk: Talk, person: Person) -> Iterator[StatedFact]:
        is_announced = talk.is_confirmed
        pages = PAGES if is_announced else frozenset()
        match fact.owners[2:], fact.attribute:
            case (), "name":
                set_in = self.setting("speakers", talk.id)
                yield StatedFact(fact, pages | set_in | self.quoting(person.name))
            case (), "name_native" | "pronouns" | "homepage" | "orcid":
                yield StatedFact(fact, pages)
            case (Affiliation(),), "institution":
                yield StatedFact(fact, pages)
            case (PersonLink(),), "url":
                yield StatedFact(fact, pages)
            case (), "biography" if is_announced:
                yield self.biography(fact, person)

    def deadline(self, fact: Fact) -> Iterator[StatedFact]:
        deadline: Deadline = fact.owners[0]
        printed = self.setting("dates", deadline.label)
        if fact.attribute == "was" and not deadline.day.is_tentative:
            yield StatedFact(fact, PAGES | CALLS | printed)
        elif fact.attribute == "day" and not deadline.day.is_tentative:
            said = str(deadline) if deadline.day.time else ""
            yield StatedFact(fact, PAGES | CALLS | printed | {ArtefactKind.DATES}, said=said)
        elif fact.attribute == "ends" and deadline.day.time and not deadline.day.is_tentative:
            calendar = frozenset({ArtefactKind.DATES})
            yield StatedFact(fact, calendar, EventTime(BEGINS, deadline.ends))
        elif fact.attribute == "label" and deadline in self.edition.dates.others.values():
            dated = frozenset() if deadline.day.is_tentative else {ArtefactKind.DATES}
            yield StatedFact(fact, PAGES | CALLS | printed | dated)
        elif fact.attribute == "day":  # which pages and calls do not state at all
            said = f"{deadline.label}: {wording.to_be_announced(self.edition.language)}"
            yield StatedFact(fact, PAGES | CALLS, said=said)
        elif fact.attribute == "planned":
            yield StatedFact(fact, printed, said=str(deadline))

    def slot(self, fact: Fact) -> Iterator[StatedFact]:
        slot: Slot = fact.owners[0]
        if self.edition.is_cancelled and isinstance(fact.owners[-1], JoinLink):
            return
        are_all_tentative = all(other.is_tentative for other in self.edition.schedule)
        shown = PAGES | self.setting("schedule", slot.id)
        stated = statement_of_slot(fact, shown, are_all_tentative=are_all_tentative)
        if stated:
            yield StatedFact(fact, stated.shown_in, stated.moment, said=stated.said)

    def paper(self, fact: Fact) -> Iterator[StatedFact]:
        paper: Paper = fact.owners[0]
        pages = PAGES | {ArtefactKind.PAPER_PAGES}
        listed = pages | self.setting("papers", paper.id)
        match fact.owners, fact.attribute:
            case (_,), "title":
                shown = listed | self.scheduled(paper) & self.documents
                yield StatedFact(fact, shown | self.quoting(fact.value))
            case (_, Person()), "name":
                yield StatedFact(fact, listed)
            case (_, Author(), *_), "institution" | "orcid":
                yield StatedFact(fact, pages)
            case (_, Author(corresponding=True)), "email":
                yield StatedFact(fact, pages)
            case (_, Author()), "presenter":
                yield StatedFact(fact, listed | self.scheduled(paper), plain=paper.presented or "")
            case (_, Author()), "corresponding":
                yield StatedFact(fact, pages, plain=paper.corresponding_label)
            case (_,), "abstract":
                yield _prose(fact, frozenset({ArtefactKind.PAPER_PAGES, ArtefactKind.PAGE}))
            case (_,), name if name in _OF_PAPERS:
                is_pdf = name == "pdf"
                yield StatedFact(fact, pages_naming_pdf(self.edition, fact) if is_pdf else pages)

    def scheduled(self, paper: Paper) -> frozenset[ArtefactKind]:
        """The documents with the schedule, and the calendar, if the schedule names a paper."""
        slots = [part for slot in self.edition.schedule for part in slot.with_parts]
        if not any(paper.id == other.id for slot in slots for other in slot.papers):
            return frozenset()
        setting = (name for name, quotes in self.quotes.items() if quotes.blocks.get("schedule"))
        return frozenset({ArtefactKind.SCHEDULE, *setting})

    def committee_member(self, fact: Fact) -> Iterator[StatedFact]:
        if not fact.owners:
            return  # the id of a person who has a file, which no artefact prints
        person: Person = fact.owners[0]
        shown = PAGES | {ArtefactKind.CFP_TEXT, ArtefactKind.CFP_MARKDOWN}
        match fact.owners, fact.attribute:
            case (_,), "name" | "affiliation":
                yield StatedFact(fact, shown | self.setting("committee", person.name))
            case (_,), "name_native":
                yield StatedFact(fact, PAGES)
            case (_,), "pronouns":
                yield StatedFact(fact, frozenset({ArtefactKind.PAGE}))

    def other_committee(self, fact: Fact) -> Iterator[StatedFact]:
        committee = fact.owners[0]
        if not isinstance(committee, Committee):
            return
        shown = PAGES | {ArtefactKind.CFP_TEXT, ArtefactKind.CFP_MARKDOWN}
        match fact.owners, fact.attribute:
            case (_,), "name":
                yield StatedFact(fact, shown | self.setting("committees", committee.id))
            case (_, Person()), "name" | "affiliation":
                yield StatedFact(fact, shown | self.setting("committees", committee.id))
            case (_, Person()), "name_native":
                yield StatedFact(fact, PAGES)
            case (_, Person()), "pronouns":
                yield StatedFact(fact, frozenset({ArtefactKind.PAGE}))

    def submissions(self, fact: Fact) -> Iterator[StatedFact]:
        """Pages and calls of an edition that is cancelled ask for no papers."""
        over = CALLS | PAGES if self.edition.is_cancelled else frozenset()
        for stated in self.submission_terms(fact):
            yield replace(stated, shown_in=stated.shown_in - over)

    def submission_terms(self, fact: Fact) -> Iterator[StatedFact]:
        shown = CALLS | PAGES
        track = next((owner for owner in fact.owners if isinstance(owner, Track)), None)
        if track is not None:
            shown |= self.setting("tracks", track.id)
        is_tentative = self.edition.submissions.is_tentative
        match fact.owners[-1], fact.attribute:
            case SubmissionTerms(), "url":
                yield StatedFact(fact, CALLS | PAGES | self.quoting(fact.value))
            case SubmissionTerms(), "template":
                yield StatedFact(fact, CALLS | PAGES)
            case Track(), "name":
                yield StatedFact(fact, shown)
            case SubmissionTerms(), "pages" | "words":
                yield StatedFact(fact, frozenset() if is_tentative else shown)
            case Publication() | SpecialIssue(), "url" if not is_tentative:
                yield StatedFact(fact, CALLS | {ArtefactKind.PAGE})
            case (
                (SubmissionTerms(), "format")
                | (Publication(), "statement")
                | (SpecialIssue(), "journal")
            ) if not is_tentative:
                beside = shown if track is not None else CALLS | {ArtefactKind.PAGE}
                yield StatedFact(fact, beside)

    def link(self, fact: Fact) -> Iterator[StatedFact]:
        links = public(self.edition).links
        if not any(link.url == fact.value for link in links.listed):
            return  # registration for an edition that is cancelled
        labels = {link.label for link in links.listed if link.url == fact.value}
        printed = frozenset[ArtefactKind]().union(
            self.quoting(fact.value), *(self.setting("links", label) for label in labels)
        )
        shown = PAGES | {ArtefactKind.CALL_PAGE} | printed
        if any(link.url == fact.value for link in links.in_call):
            shown |= CFP_FILES
        if any(link.url == fact.value for link in links.at("schedule")):
            shown |= {ArtefactKind.SCHEDULE}
        yield StatedFact(fact, shown)

    def picture(self, fact: Fact) -> Iterator[StatedFact]:
        """What is said of the wide photo, which stands on the edition's page."""
        yield StatedFact(fact, frozenset({ArtefactKind.PAGE}))

    def sponsor(self, fact: Fact) -> Iterator[StatedFact]:
        sponsor: Sponsor = fact.owners[0]
        printed = self.setting("sponsors", sponsor.name)
        match fact.attribute:
            case "name" | "level":
                yield StatedFact(fact, PAGES | CFP_FILES | printed)
            case "url":
                yield StatedFact(fact, PAGES | {ArtefactKind.CFP_MARKDOWN})

    def rights(self, fact: Fact) -> Iterator[StatedFact]:
        document: Document = fact.owners[0]
        if document.rights is None:
            return
        shown = frozenset({_artefact(document)})
        match fact.owners, fact.attribute:
            case (_, Rights(copyright=kind)), "copyright":
                words = NOTICES.get(kind, ("",))[0] if document.is_for_print else ""
                yield StatedFact(fact, shown if words else frozenset(), said=words)
            case (_, Rights()), "doi":
                yield StatedFact(fact, shown)
            # A preprint refers to the paper by its DOI alone.
            case (_, Rights()), "isbn" if document.is_for_print:
                yield StatedFact(fact, shown)
            case (_,), "first_page":
                yield StatedFact(fact, shown)


_FINDERS: Mapping[str, Callable[[_Stating, Fact], Iterator[StatedFact]]] = {
    "title": _Stating.headline,
    "ordinal": _Stating.headline,
    "acronym": _Stating.headline,
    "when": _Stating.headline,
    "venue": _Stating.venue,
    "room": _Stating.headline,
    "attendance": _Stating.attendance,
    "join": _Stating.joining,
    "status": _Stating.status,
    "status_note": _Stating.status_note,
    "news": _Stating.news,
    "photos": _Stating.photo,
    "organizers": _Stating.organizer,
    "contact": _Stating.headline,
    "other_contacts": _Stating.other_contact,
    "abstract": _Stating.prose_and_topics,
    "keywords": _Stating.prose_and_topics,
    "concepts": _Stating.prose_and_topics,
    "topics": _Stating.prose_and_topics,
    "speakers": _Stating.speaker,
    "dates": _Stating.deadline,
    "submissions": _Stating.submissions,
    "links": _Stating.link,
    "fees": _Stating.attendance,
    "pictures": _Stating.picture,
    "sponsors": _Stating.sponsor,
    "committee": _Stating.committee_member,
    "committees": _Stating.other_committee,
    "audience": _Stating.headline,
    "schedule": _Stating.slot,
    "papers": _Stating.paper,
    "documents": _Stating.rights,
}
"""What finds the artefacts of facts, by the first part of their ids."""

_OF_PAPERS = {"award", "kind", "track", "keywords", "pages", "doi"} | {
    kind.name for kind in MATERIAL_KINDS
}
"""What pages state of a paper beside title and authors."""


def _prose(fact: Fact, shown: frozenset[ArtefactKind]) -> StatedFact:
    """A text with markup; pages and PDFs show no addresses behind its links."""
    text = fact.value
    if not isinstance(text, Prose):
        return StatedFact(fact, shown)
    also = plain_statement(text, shows_addresses=False)
    orders = [
        plain_statement(text, shows_addresses=False, order=order)
        for order in LetterOrder
        if "$" in text
    ]
    otherwise = tuple(words for words in orders if words != also)
    return StatedFact(fact, shown, also=also, otherwise=otherwise, plain=plain_statement(text))


def _behind_names(talk: Talk, word: str) -> str:
    """How a list of speakers marks a talk, with what stands before the mark."""
    last = talk.people[-1]
    return f"{last.affiliation or last.name} ({talk.full_mark.rpartition(word)[0]}{word}"


def _role_in_words(talk: Talk, edition: Edition) -> str:
    """How pages say what somebody does: behind the name, or as the heading of a list."""
    role = ROLES[talk.role]
    if role.label and not talk.role_title:
        return talk.language.gettext(role.label)
    return edition.heading_of("panelist" if talk.is_seat else talk.role)


def _artefact(document: Document) -> ArtefactKind:
    return ArtefactKind(f"{document.name}.pdf")


def _quotes(document: Document, edition: Edition) -> _Quotes:
    """What a document's prose quotes."""
    quotes = _Quotes()
    words: list[str] = []
    read = read_prose(document.text, ProseKind.DOCUMENT, Facts(edition), edition.references)
    for node in read.tree.walk():
        if node.type not in {"fact", "block_fact"}:
            continue
        quoted: QuotedFact = node.meta["fact"]
        if quoted.words:
            words.append(quoted.words)
        if isinstance(quoted.block, Collection):
            names = {_name(item) for item in quoted.block}
            quotes.blocks.setdefault(quoted.block.kind, set()).update(names)
    quotes.words = "\n".join(words)
    return quotes


def _name(item: object) -> str:
    """What an item of a block is told by: its id, its label, its hours, or itself."""
    if isinstance(item, Organizer):
        return item.person.id
    for key in ("id", "label", "hours"):
        value = getattr(item, key, None)
        if value:
            return str(value)
    return str(getattr(item, "name", item))
