"""What is a page compared with: the facts of one edition, and what else the data know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct, field

from proposal.audit.with_data.search import Search
from proposal.check.facts.stated_fact import StatedFact
from proposal.check.facts.stated_facts import stated_facts
from proposal.check.rules.context import Subject
from proposal.edition.committee_members import committee_members
from proposal.edition.edition import Edition
from proposal.edition.participants import Person
from proposal.model.name_comparison import words
from proposal.reading.document_text import Stretch
from proposal.reading.locations import Location
from proposal.reading.placeholders import is_placeholder
from proposal.reading.searchable_text import normalize
from proposal.reading.source_document import SourceDocument

DIFFERENT = "different-fact"
STALE = "stale-fact"
MISSING = "missing-fact"
SPELLING = "other-spelling"


class Case(Struct, frozen=True):
    """One edition, and what the data say beside it."""

    subject: Subject
    facts: tuple[StatedFact, ...]
    former: Mapping[str, str]
    """Values that only other editions have, by their letters, with that edition's name."""
    names: frozenset[str]
    """The names of all people in the data, by their letters."""
    institutions: Mapping[str, str]
    """All institutions in the data, by their letters."""
    others: tuple[Edition, ...]
    """The other editions in the data."""

    @property
    def edition(self) -> Edition:
        """The edition, as it is resolved."""
        return self.subject.edition

    @property
    def knows_zone(self) -> bool:
        """Whether the venue's zone is that of a place: UTC beside one to be announced is none."""
        venue = self.edition.venue
        is_open = venue.is_tentative or is_placeholder(venue.city or "")
        return not (is_open and venue.zone.key == "UTC")

    def of(self, *beginnings: str) -> list[StatedFact]:
        """The facts whose names begin so."""
        return [fact for fact in self.facts if fact.id.startswith(beginnings)]

    def one(self, name: str) -> StatedFact | None:
        """The fact of a name, if the edition has it."""
        return next((fact for fact in self.facts if fact.id == name), None)

    def known(self, name: str) -> StatedFact | None:
        """The fact of a name, be it one that no artefact of this edition has to state."""
        fact = self.subject.facts.get(name)
        return self.one(name) or (StatedFact(fact, frozenset()) if fact else None)


class Deviation(Struct, frozen=True):
    """A fact that a document states otherwise than the data."""

    fact: StatedFact
    found: str
    document: SourceDocument
    location: Location
    code: str
    since: str = ""
    """Why the other value may stand there, as the end of a sentence."""


class Statements(Struct):
    """What a document says of an edition."""

    agreed: set[StatedFact] = field(default_factory=set)
    """The facts that it states as the data do."""
    deviations: list[Deviation] = field(default_factory=list)

    @property
    def facts(self) -> set[StatedFact]:
        """The facts that it states, rightly or wrongly."""
        return self.agreed | {deviation.fact for deviation in self.deviations}


def deviation(
    fact: StatedFact,
    document: SourceDocument,
    start: int,
    end: int,
    code: str = DIFFERENT,
    since: str = "",
) -> Deviation:
    """A deviation that is a stretch of the document's words.

    Args:
        fact: what the data say.
        document: where something else stands.
        start: the place in the document's text at which it begins.
        end: the place behind it.
        code: the code of its diagnostic.
        since: why the other value may stand there, as the end of a sentence.
    """
    found = " ".join(document.text[start:end].split())
    return Deviation(fact, found, document, document.location(start, end), code, since)


class Comparison(Struct, dict=True):
    """The comparison of one document with what the data say of an edition."""

    case: Case
    search: Search
    found: Statements = field(default_factory=Statements)

    @property
    def document(self) -> SourceDocument:
        """The document."""
        return self.search.document

    @cached_property
    def title_places(self) -> list[Stretch]:
        """Where titles of talks, papers and sessions stand: `EXC 2021 Revisited, in May 2022`."""
        facts = self.case.of("speakers.", "papers.", "schedule.")
        titles = {fact.value for fact in facts if fact.id.endswith(".title")}
        return [place for title in titles for place in self.search.places(title)]

    def is_in_title(self, start: int, end: int) -> bool:
        """Whether a stretch is a part of such a title, so that it says nothing of the edition."""
        return any(first <= start and end <= last for first, last in self.title_places)

    def differs(
        self, fact: StatedFact, start: int, end: int, code: str = DIFFERENT, since: str = ""
    ) -> None:
        """Keep that a stretch of the document's words is not what a fact says."""
        self.found.deviations.append(deviation(fact, self.document, start, end, code, since))


def case_of(subject: Subject, others: Iterable[Subject]) -> Case:
    """What pages about one edition are compared with.

    Args:
        subject: the edition.
        others: the other editions in the data.
    """
    facts = tuple(stated_facts(subject))
    own = {normalize(fact.value) for fact in facts}
    former: dict[str, str] = {}
    people = [*_people(subject.edition)]
    others = list(others)
    for other in others:
        people += _people(other.edition)
        name = other.edition.distinct_name
        for fact in stated_facts(other):
            letters = normalize(fact.value)
            if len(letters) > len("GenAI") and letters not in own:
                former.setdefault(letters, name)
    folder = subject.folder.people.values()
    names = {
        normalize(name) for name in [*(person.name for person in people), *(p.name for p in folder)]
    }
    posts = [post.institution for person in folder for post in person.affiliations]
    posts += [post.institution for person in people for post in person.affiliations]
    return Case(
        subject,
        facts,
        former,
        frozenset(names),
        {normalize(post): post for post in posts},
        tuple(other.edition for other in others),
    )


def _people(edition: Edition) -> list[Person]:
    """Everybody whom an edition names."""
    return [
        *(organizer.person for organizer in edition.organizers),
        *(person for talk in edition.speakers for person in talk.people),
        *(author for paper in edition.papers for author in paper.authors),
        *committee_members(edition),
        *(person for slot in edition.schedule for person in slot.panelists),
    ]


def spellings_of(name: str) -> list[str]:
    """A person's name as lists have it, too: family name first, or with initials."""
    parts = words(name)
    if len(parts) < 2:
        return [name]
    *given, family = parts
    initials = " ".join(word[0] for word in given)
    return [name, f"{family} {' '.join(given)}", f"{initials} {family}", f"{family} {initials}"]
