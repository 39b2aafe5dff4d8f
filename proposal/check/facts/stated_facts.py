"""The facts of an edition: each with its value, its place in the data, and where it must appear."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from proposal.check.facts.inspection import CALLS, PAGES, ArtefactKind
from proposal.check.pdf.rights_wordings import WORDINGS
from proposal.check.rules.context import Subject
from proposal.diagnostics import Span
from proposal.edition import wording
from proposal.edition.edition import (
    Collection,
    Deadline,
    Document,
    Edition,
    Person,
)
from proposal.edition.wording import ordinal_word
from proposal.model.deadline_kinds import DEADLINE_NAMES
from proposal.reading.searchable_text import BEGINS, ENDS, EventTime
from proposal.render.plain import plain_statement
from proposal.render.prose import Fact as Quoted
from proposal.render.prose import Voice, read_prose
from proposal.render.quoted_facts import Facts
from proposal.source.text import Prose, Text


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact, and where it must be found."""

    id: str
    """A stable name: `organizers.narges-tabari.email`."""
    value: str
    span: Span | None
    """Where it stands in the data."""
    shown_in: frozenset[ArtefactKind]
    moment: EventTime | None = None
    """The instant that it tells, for calendars."""
    said: str = ""
    """The words in which artefacts say it, if those are not the value."""
    also: str = ""
    """Other words that say it as well: a text without the addresses of its links."""
    is_in_heads: bool = False
    """Whether proposals print it in their running heads alone, which begin on the second page."""

    @property
    def wordings(self) -> tuple[str, ...]:
        """The words that are looked for, any of which will do; none for an instant."""
        words = (self.said or self.value, self.also) if self.moment is None else ()
        return tuple(filter(None, words))


def stated_facts(subject: Subject) -> list[StatedFact]:
    """All facts of an edition with the artefacts in which each must appear."""
    stating = _Stating(subject)
    groups = (
        stating.headline(),
        stating.organizers(),
        stating.prose_and_topics(),
        stating.speakers(),
        stating.dates(),
        stating.schedule(),
        stating.papers(),
        stating.committee(),
        stating.submissions(),
        stating.rights(),
    )
    return [fact for group in groups for fact in group]


@dataclass(slots=True)
class _Quotes:
    """What the prose of a document quotes, so that the PDF must hold it."""

    blocks: dict[str, set[str]] = field(default_factory=dict)
    """For each kind of block, the names of the items that are set."""
    words: str = ""
    """All words that are quoted in sentences."""


@dataclass(slots=True)
class _Stating:
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
        """The PDFs that say who wrote them."""
        return self.documents_but(lambda each: each.is_anonymous)

    def documents_but(self, is_left_out: Callable[[Document], bool]) -> frozenset[ArtefactKind]:
        """The PDFs of all documents but some."""
        documents = self.edition.documents.values()
        return frozenset(_artefact(each) for each in documents if not is_left_out(each))

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

    def place(self, *path: str | int) -> Span | None:
        return self.subject.files.edition.place(*path)

    def headline(self) -> Iterator[StatedFact]:
        edition, venue = self.edition, self.edition.venue
        titled = frozenset(
            _artefact(each) for each in edition.documents.values() if each.title == edition.title
        )
        everywhere = PAGES | CALLS | titled
        yield StatedFact("title", edition.title, self.place("ordinal"), everywhere)
        word = ordinal_word(edition.ordinal)
        number = str(edition.ordinal)
        yield StatedFact("ordinal", number, self.place("ordinal"), everywhere, said=word)
        short = f"{edition.acronym} {edition.year}"
        workshop = self.subject.folder.workshop
        place = workshop.place("acronym") if workshop else None
        yield StatedFact("acronym", short, place, PAGES | CALLS)
        said = str(edition.when.date)
        shown = PAGES | CALLS | self.quoting(said)
        day = wording.day(edition.when.date.date)
        yield StatedFact("when.date", day, self.place("when", "date"), shown, said=said)
        hours = edition.when.hours
        span = self.place("when", "start")
        yield StatedFact(
            "when.hours", hours, span, frozenset({ArtefactKind.PAGE, ArtefactKind.CFP_TEXT})
        )
        host = self.subject.folder.venues.get(self.subject.files.edition.venue)
        host_place = host.place if host else lambda *_path: None
        hosted = self.documents_but(lambda each: each.is_for_review)
        printed = frozenset({ArtefactKind.CAMERA_READY}) & hosted
        where = ", ".join(filter(None, (venue.city, venue.state, venue.country)))
        days = wording.days(venue.start.date, venue.end.date)
        # One mark stands behind days and place of a conference that is to be confirmed.
        dated = f"{days}, {venue.place}" if venue.is_tentative else ""
        published: frozenset[ArtefactKind] = frozenset()
        if venue.proceedings_acronym != venue.acronym:
            published = hosted & self.documents_but(lambda each: not each.rights)
        for name, value, said, key, shown in (
            ("place", where, venue.place, "city", PAGES | CALLS | hosted),
            ("dates", days, dated, "start", hosted),
            ("acronym", venue.acronym, "", "acronym", hosted - published),
            (
                "proceedings_acronym",
                venue.proceedings_acronym,
                "",
                "proceedings_acronym",
                published,
            ),
        ):
            if shown:
                place = host_place(key)
                yield StatedFact(f"venue.{name}", value, place, shown, said=said, is_in_heads=True)
        if edition.audience:
            estimate = edition.audience.expected
            yield StatedFact(
                "audience.expected",
                int.__repr__(estimate),
                self.place("audience", "expected"),
                self.quoting(str(estimate)) if estimate.is_tentative else frozenset(),
                said=str(estimate),
            )
        yield StatedFact(
            "venue.name", venue.name, host_place("name"), printed | {ArtefactKind.PAGE}
        )
        if edition.room:
            shown = frozenset({ArtefactKind.PAGE})
            yield StatedFact("room", edition.room, self.place("room"), shown)

    def organizers(self) -> Iterator[StatedFact]:
        for organizer in self.edition.organizers:
            person = organizer.person
            name = f"organizers.{person.id}"
            shown = PAGES | self.signed | {ArtefactKind.CFP_TEXT, ArtefactKind.CFP_MARKDOWN}
            yield StatedFact(name, person.name, _span(person.name), shown)
            printed = frozenset(
                _artefact(each)
                for each in self.edition.documents.values()
                if each.prints_native_names and not each.is_anonymous
            )
            yield from self.native_name(name, person, PAGES | printed)
            for post in person.affiliations:
                span = _span(post.institution)
                yield StatedFact(f"{name}.affiliation", post.institution, span, shown)
            if person.email:
                yield StatedFact(f"{name}.email", person.email, _span(person.email), self.signed)
            yield from self.biography(name, person, PAGES)
        contact = self.edition.contact
        if contact and contact.email:
            yield StatedFact("contact.email", contact.email, _span(contact.email), CALLS)

    def native_name(
        self, name: str, person: Person, shown: frozenset[ArtefactKind]
    ) -> Iterator[StatedFact]:
        if person.name_native:
            span = _span(person.name_native)
            yield StatedFact(f"{name}.name_native", person.name_native, span, shown)

    def biography(
        self, name: str, person: Person, pages: frozenset[ArtefactKind]
    ) -> Iterator[StatedFact]:
        if person.biography is None:
            return
        shown = pages | (self.setting("biographies", person.id) & self.signed)
        text = plain_statement(person.biography)
        also = _as_shown(person.biography)
        yield StatedFact(f"{name}.biography", text, _span(person.biography), shown, also=also)

    def prose_and_topics(self) -> Iterator[StatedFact]:
        edition = self.edition
        abstract = plain_statement(edition.abstract)
        shown, also = self.documents | CALLS, _as_shown(edition.abstract)
        yield StatedFact("abstract", abstract, _span(edition.abstract), shown, also=also)
        for keyword in edition.keywords:
            yield StatedFact(f"keywords.{keyword}", keyword, _span(keyword), self.documents)
        for index, concept in enumerate(edition.concepts):
            name = " → ".join(concept.path)
            # acmart prints two parts of a path, however many there are.
            printed = self.documents if len(concept.path) < 3 else frozenset()
            span = self.place("ccs", index, "concept")
            yield StatedFact(f"ccs.{name}", name, span, printed | {ArtefactKind.PAGE})
        for topic in edition.topics:
            shown = CALLS | {ArtefactKind.PAGE, ArtefactKind.JEKYLL} | self.setting("topics", topic)
            yield StatedFact(f"topics.{topic}", topic, _span(topic), shown)

    def speakers(self) -> Iterator[StatedFact]:
        for talk in self.edition.speakers:
            name = f"speakers.{talk.id}"
            person = talk.person
            is_announced = talk.status == "confirmed"
            pages = PAGES if is_announced else frozenset()
            shown = pages | self.setting("speakers", talk.id) | self.quoting(person.name)
            yield StatedFact(name, person.name, _span(person.name), shown)
            yield from self.native_name(name, person, pages)
            for post in person.affiliations:
                yield StatedFact(
                    f"{name}.affiliation", post.institution, _span(post.institution), pages
                )
            written = self.subject.written(talk)
            role = frozenset({ArtefactKind.PAGE}) if is_announced else frozenset()
            said = "panel" if talk.role == "panelist" else ""
            yield StatedFact(f"{name}.role", talk.role, written.place("role"), role, said=said)
            # Pages do not tell a status: who has not agreed is not announced there at all.
            is_marked = talk.status == "invited"
            marked = self.setting("speakers", talk.id) if is_marked else frozenset[ArtefactKind]()
            said = f"{person.affiliation or person.name} ({talk.status})"
            status = written.place("status")
            yield StatedFact(f"{name}.status", talk.status, status, marked, said=said)
            if talk.title:
                titled = pages | self.setting("speakers", talk.id)
                yield StatedFact(f"{name}.title", talk.title, _span(talk.title), titled)
            if talk.abstract:
                text = plain_statement(talk.abstract)
                described = pages | self.setting("speakers", talk.id)
                span, also = _span(talk.abstract), _as_shown(talk.abstract)
                yield StatedFact(f"{name}.abstract", text, span, described, also=also)
            if is_announced:
                yield from self.biography(name, person, PAGES)

    def dates(self) -> Iterator[StatedFact]:
        for name in DEADLINE_NAMES:
            deadline: Deadline | None = getattr(self.edition.dates, name)
            if deadline is None:
                continue
            printed = self.setting("dates", deadline.label)
            shown = PAGES | CALLS | printed
            span = self.place("dates", name, "date")
            day = wording.day(deadline.day.date)
            if deadline.day.is_tentative:  # which pages and calls do not tell at all
                said = f"{deadline.label}: {wording.TO_BE_ANNOUNCED}"
                yield StatedFact(f"dates.{name}", day, span, PAGES | CALLS, said=said)
                said = str(deadline)
                yield StatedFact(f"dates.{name}.planned", day, span, printed, said=said)
                continue
            yield StatedFact(f"dates.{name}", day, span, shown | {ArtefactKind.DATES})
            for index, old in enumerate(deadline.was):
                span = self.place("dates", name, "was", index)
                yield StatedFact(f"dates.{name}.was.{index + 1}", str(old), span, shown)

    def schedule(self) -> Iterator[StatedFact]:
        are_all_tentative = all(slot.is_tentative for slot in self.edition.schedule)
        for written, slot in zip(self.subject.files.program, self.edition.schedule, strict=True):
            name = f"schedule.{slot.start:%H:%M}"
            shown = PAGES | self.setting("schedule", slot.hours)
            yield StatedFact(f"{name}.hours", slot.hours, written.place("start"), shown)
            yield StatedFact(f"{name}.title", slot.title, written.span, shown)
            calendar = frozenset({ArtefactKind.SCHEDULE})
            for key, role, time in (("start", BEGINS, slot.start), ("end", ENDS, slot.end)):
                span = written.place(key)
                yield StatedFact(
                    f"{name}.{key}", f"{time:%H:%M}", span, calendar, EventTime(role, time)
                )
            if slot.is_tentative:
                hours = f"The hours of the programme are {wording.TO_BE_CONFIRMED}"
                said = hours if are_all_tentative else f"({wording.TO_BE_CONFIRMED})"
                yield StatedFact(f"{name}.tentative", "true", written.span, shown, said=said)
            for person in slot.panelists:
                if person.id in slot.invited:
                    continue
                yield StatedFact(f"{name}.{person.id}", person.name, _span(person.name), shown)

    def papers(self) -> Iterator[StatedFact]:
        in_session = {each.id for slot in self.edition.schedule for each in slot.papers}
        for paper in self.edition.papers:
            name = f"papers.{paper.id}"
            titled = PAGES | self.setting("papers", paper.id)
            if paper.id in in_session:
                titled |= frozenset(
                    each for each in self.documents if self.quotes[each].blocks.get("schedule")
                )
            yield StatedFact(f"{name}.title", paper.title, _span(paper.title), titled)
            listed = PAGES | self.setting("papers", paper.id)
            for number, author in enumerate(paper.authors, start=1):
                yield StatedFact(
                    f"{name}.authors.{number}", author.name, _span(author.name), listed
                )

    def committee(self) -> Iterator[StatedFact]:
        for person in self.edition.committee:
            shown = PAGES | {ArtefactKind.CFP_TEXT, ArtefactKind.CFP_MARKDOWN}
            shown |= self.setting("committee", person.name)
            name = f"committee.{person.name}"
            yield StatedFact(name, person.name, _span(person.name), shown)
            yield from self.native_name(name, person, PAGES)
            if person.affiliation:
                span = _span(person.affiliations[0].institution)
                yield StatedFact(f"{name}.affiliation", person.affiliation, span, shown)

    def submissions(self) -> Iterator[StatedFact]:
        call = self.edition.submissions
        if call.url:
            shown = CALLS | PAGES | self.quoting(call.url)
            yield StatedFact("submissions.url", call.url, self.place("submissions", "url"), shown)
        if call.pages:
            least = call.pages.min
            value = f"{least} to {call.pages.max}" if least else str(call.pages.max)
            span = self.place("submissions", "pages")
            shown = frozenset() if call.is_tentative else CALLS | PAGES
            yield StatedFact("submissions.pages", value, span, shown)

    def rights(self) -> Iterator[StatedFact]:
        for document in self.edition.documents.values():
            rights = document.rights
            if rights is None:
                continue
            shown = frozenset({_artefact(document)})
            words = WORDINGS.get(rights.copyright, ("",))[0] if document.is_for_print else ""
            yield StatedFact(
                "rights.copyright",
                rights.copyright,
                rights.place("copyright"),
                shown if words else frozenset(),
                said=words,
            )
            # A preprint refers to the paper by its DOI alone.
            for key in ("doi", "isbn") if document.is_for_print else ("doi",):
                value = getattr(rights, key)
                if value:
                    yield StatedFact(f"rights.{key}", value, rights.place(key), shown)
            if document.first_page:
                span = self.place("documents", document.name, "first_page")
                yield StatedFact("first_page", str(document.first_page), span, shown)


def _artefact(document: Document) -> ArtefactKind:
    return ArtefactKind(f"{document.name}.pdf")


def _quotes(document: Document, edition: Edition) -> _Quotes:
    """What a document's prose quotes."""
    quotes = _Quotes()
    words: list[str] = []
    read = read_prose(document.text, Voice.DOCUMENT, Facts(edition), edition.references)
    for node in read.tree.walk():
        if node.type not in {"fact", "block_fact"}:
            continue
        quoted: Quoted = node.meta["fact"]
        if quoted.words:
            words.append(quoted.words)
        if isinstance(quoted.block, Collection):
            names = {_name(each) for each in quoted.block}
            quotes.blocks.setdefault(quoted.block.kind, set()).update(names)
    quotes.words = "\n".join(words)
    return quotes


def _name(item: object) -> str:
    """What an item of a block is told by: its id, its label, its hours, or itself."""
    for key in ("id", "label", "hours"):
        value = getattr(item, key, None)
        if value:
            return str(value)
    return str(getattr(item, "name", item))


def _as_shown(text: Prose) -> str:
    """A text as pages and PDFs show it, in which links lead to addresses that are not seen."""
    return plain_statement(text, shows_addresses=False)


def _span(value: str) -> Span | None:
    return value.span if isinstance(value, Text) and value.pieces else None
