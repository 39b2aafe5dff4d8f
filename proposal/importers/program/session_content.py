"""Works out what happens in a session of a schedule, as a slot of the program says it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.importers.draft import DraftPerson, Record, SourceDiagnostics, Value
from proposal.importers.editor_prose import prose_of
from proposal.importers.identifiers import paper_id
from proposal.importers.program.known_works import KnownWorks, says_only_who
from proposal.importers.program.program_people import ProgramPeople
from proposal.importers.program.scheduled import ScheduledPerson, ScheduledSession
from proposal.importers.program.unplaced import listed
from proposal.importers.same_sessions import name_of_person
from proposal.importers.text_equality import same_prose
from proposal.importers.values import checked
from proposal.model.material_kinds import TALK_MATERIALS
from proposal.model.name_comparison import identifier, may_be_same, same_text
from proposal.model.records.paper import PaperRecord
from proposal.model.records.published_events import CalendarEvent
from proposal.model.records.speaker_record import Speaker
from proposal.model.session_kinds import (
    TITLES,
    kind_of_session,
    says_only_the_kind,
)

_ROLES = (
    # "Keynote", "Keynote talk", "Opening keynote"
    ("keynote", re.compile(r"\bkeynotes?\b", re.IGNORECASE)),
    # "Invited talk", "Invited speaker"
    ("talk", re.compile(r"\binvited\b", re.IGNORECASE)),
    ("tutorial", re.compile(r"\btutorials?\b", re.IGNORECASE)),
)
"""The roles by the words of a kind, or of what stands before the colon of a title."""
_ONLY_ROLE = re.compile(
    r"(?:(?:opening|closing|plenary|invited|keynote|tutorial)\s*)+"
    r"(?:talk|speech|lecture|speaker|address|presentation|session)?s?(?:\s+(?:\d+|[IVX]+))?",
    re.IGNORECASE,
)
"""Titles that say no more than the role of who speaks: `Keynote`, `Invited talk 2`."""
_SAYS_NOTHING = {"", "session", "event", "other", "talk", "lecture", "presentation"}
"""Kinds that do not tell one session from another, in small letters."""
_OF_THE_EDITION = frozenset(TITLES) - {"talk", "papers"}
"""Kinds of sessions that are no talk of somebody's own."""


class SessionContents(Struct):
    """Makes contents of slots, and collects the talks that they name."""

    works: KnownWorks
    people: ProgramPeople
    published: Mapping[str, CalendarEvent]
    """What calendars of the edition hold, by the identifiers of events."""
    diagnostics: SourceDiagnostics
    known_talks: dict[str, Record] = field(default_factory=dict)
    """Entries of `speakers` that the edition has, with what the schedule says of them anew."""
    new_talks: list[Record] = field(default_factory=list)
    """Entries of `speakers` that it does not have."""
    slots_of_new: list[tuple[ScheduledSession, Record]] = field(default_factory=list)
    """The sessions for which those were made, with what their slots say."""
    papers: list[Record] = field(default_factory=list)
    """What the schedule says of papers that the data do not say."""
    without_work: list[str] = field(default_factory=list)
    """Titles of talks that are neither papers nor talks of the edition."""
    silent_authors: list[str] = field(default_factory=list)
    """Titles of such talks that have authors who do not present them."""
    unlisted: list[str] = field(default_factory=list)
    """Titles of such talks that have authors and nobody who presents them."""
    undescribed: list[str] = field(default_factory=list)
    """Titles of parts whose descriptions have no place."""
    nameless: list[str] = field(default_factory=list)
    """What names people for whom a slot has no place."""
    cancelled: list[str] = field(default_factory=list)
    """Titles of what is off and was never in the edition."""

    @property
    def speakers(self) -> list[Record]:
        """The entries of `speakers`, the known ones first, so that no new one is taken for them."""
        return [*self.known_talks.values(), *self.new_talks]

    def content(self, session: ScheduledSession) -> Record:
        """What a slot says of a session beside its hours and its place; nothing if it is off."""
        event = self.published.get(session.number)
        if event is not None:
            return _as_published(event)
        if session.is_pause:
            return self.slot_of_pause(session)
        if not session.is_cancelled and (paper := self.works.paper(session)):
            return self.slot_of_paper(paper, session)
        if talk := self.works.talk(session):
            return self.slot_of_talk(talk, session)
        if papers := self.works.papers_in(session.lines):
            kind = kind_of_session(session.title, has_papers=True)
            return {**_with_kind(session, kind), "papers": papers}
        if session.is_cancelled:
            self.cancelled.append(session.title)
            return {}
        return self.slot_of_other(session)

    def slot_of_pause(self, session: ScheduledSession) -> Record:
        """The slot of what a system calls a break; its title may say more."""
        return _with_kind(session, kind_of_heading(session.title) or "break")

    def slot_of_paper(self, paper: PaperRecord, session: ScheduledSession) -> Record:
        """The slot of a paper, to which the schedule may add slides and a recording."""
        self.papers += _news_of_paper(paper, session, self.works)
        if paper.withdrawn:
            message = f"“{paper.title}” is withdrawn, and stands in the schedule"
            self.diagnostics.warn("withdrawn-paper", message, paper.place("withdrawn"))
        kind = kind_of_session(session.kind, has_papers=True)
        shown: Record = {"kind": "posters"} if kind == "posters" else {}
        return {**shown, "papers": [str(paper.id)]}

    def slot_of_talk(self, talk: Speaker, session: ScheduledSession) -> Record:
        """The slot of a talk that the edition has, with what the schedule says of it anew.

        A talk that is given twice is described by the first of the two.
        """
        if str(talk.talk_id) in self.known_talks:
            return {"talk": str(talk.talk_id)}
        names = [self.works.name_of(person) for person in talk.person]
        news: Record = {}
        if session.people and not says_only_who(session, names):
            title = _without_label(session.title_of_work)
            if talk.title is None or not same_text(str(talk.title), _without_label(session.title)):
                news["title"] = title
        known = str(talk.abstract or "")
        prose = self.prose(session)
        if prose and not (same_prose(known, session.abstract) or same_prose(known, prose)):
            news["abstract"] = prose
        news |= _addresses(session, TALK_MATERIALS, self.diagnostics)
        if session.is_cancelled and talk.status != "cancelled":
            news["status"] = "cancelled"
        news = {key: value for key, value in news.items() if str(getattr(talk, key)) != str(value)}
        people: list[Value] = [
            person.person or {"name": str(person.name)} for person in talk.person
        ]
        own: Record = {"id": str(talk.id)} if talk.id else {}
        self.known_talks[str(talk.talk_id)] = {**own, "person": people, "role": talk.role, **news}
        return {"talk": str(talk.talk_id)}

    def slot_of_other(self, session: ScheduledSession) -> Record:
        """The slot of what is neither a paper nor a talk that the edition has."""
        if again := self.slot_of_same_talk(session):
            return again
        role = self.role_of(session)
        kind = self.kind_of(session)
        if kind == "panel":
            return {**_with_kind(session, kind), **self.panel(session)}
        if role and session.people:
            return self.new_talk(session, role)
        if session.people and kind is None and not _is_heading(session.title):
            self.without_work.append(session.title)
            return self.new_talk(session, "talk")
        self.nameless += [session.title] if session.people else []
        self.unlisted += [session.title] if session.authors and not session.people else []
        self.undescribed += [session.title] if session.abstract else []
        return _with_kind(session, kind or kind_of_heading(session.title))

    def slot_of_same_talk(self, session: ScheduledSession) -> Record | None:
        """The slot of a new talk that is given once more."""
        for other, slot in self.slots_of_new:
            is_same = not session.people or session.people == other.people
            if is_same and same_text(other.title, session.title):
                return slot
        return None

    def role_of(self, session: ScheduledSession) -> str | None:
        """The role of the talk that a kind, or what stands before a title's colon, names."""
        before = session.title.partition(":")[0]
        is_label = before != session.title or _ONLY_ROLE.fullmatch(session.title)
        for text in (session.kind, before if is_label else ""):
            for role, pattern in _ROLES:
                if pattern.search(text):
                    return role
        return None

    def kind_of(self, session: ScheduledSession) -> str | None:
        """The kind of a session; of one in which somebody speaks, its title alone says nothing."""
        kind = None
        if session.kind.casefold() not in _SAYS_NOTHING:
            kind = kind_of_session(session.kind, has_papers=False)
        before, colon, _ = session.title.partition(":")
        if len(session.people) > 1 and _ONLY_PANEL.fullmatch(session.title):
            return "panel"
        if kind is None and (colon or not session.people):
            kind = kind_of_heading(before)
        is_other_talk = kind == "talk" and self.role_of(session) is None
        return None if is_other_talk or (session.people and kind not in _OF_THE_EDITION) else kind

    def prose(self, session: ScheduledSession) -> str:
        """The abstract of a session, as the data write it."""
        return prose_of(session.abstract, "abstract", self.diagnostics)

    def panel(self, session: ScheduledSession) -> Record:
        """Who sits on a panel, if not those who are announced for it."""
        announced = [
            self.works.name_of(person)
            for speaker in self.works.files.edition.speakers
            if speaker.role == "panelist"
            for person in speaker.person
        ]
        leading = [person for person in session.people if _LEADS.match(person.name)]
        seated = [_without_part(person) for person in session.people if person not in leading]
        moderators = self.people.named(map(_without_part, leading))
        record: Record = {"moderator": moderators} if moderators else {}
        are_known = len(seated) == len(announced) and all(
            any(may_be_same(person.name, other) for other in announced) for person in seated
        )
        if are_known or not seated:
            return record
        return {**record, "panelists": self.people.named(seated)}

    def new_talk(self, session: ScheduledSession, role: str) -> Record:
        """The slot of a talk that the edition does not have, and an entry for it."""
        is_announced = role != "talk" or re.search(r"\binvited\b", _kinds(session)) is not None
        people = self.people.speakers(session.people, are_announced=is_announced)
        title = _without_label(session.title_of_work)
        others = [
            author
            for author in session.authors
            if author.name not in {p.name for p in session.people}
        ]
        self.silent_authors += [session.title] if others else []
        record: Record = {"person": people if len(people) > 1 else people[0], "role": role}
        if not is_announced:
            kind = " ".join(session.kind.split())
            record["role_title"] = kind if kind.casefold() not in {"", "session"} else "Talk"
        record["status"] = "confirmed"
        record |= {} if _ONLY_ROLE.fullmatch(title) else {"title": title}
        if session.abstract:
            record["abstract"] = self.prose(session)
        record |= _addresses(session, TALK_MATERIALS, self.diagnostics)
        talk: Value = people[0] if isinstance(people[0], DraftPerson) else _id_of(people[0])
        if self.has_talk(people[0]):
            taken = {str(one.get("id", "")) for one in self.new_talks}
            taken |= {str(speaker.talk_id) for speaker in self.works.files.edition.speakers}
            talk = paper_id(_without_label(session.title), taken)
            record = {"id": talk, **record}
        self.new_talks.append(record)
        self.slots_of_new.append((session, {"talk": talk}))
        return {"talk": talk}

    def has_talk(self, person: Value) -> bool:
        """Whether somebody is the first of those who give another talk, which has the name's id."""
        named = [talk["person"] for talk in self.new_talks if "id" not in talk]
        first = [
            _id_of(somebody[0] if isinstance(somebody, list) else somebody) for somebody in named
        ]
        known = [str(speaker.talk_id) for speaker in self.works.files.edition.speakers]
        return _id_of(person) in {*first, *known}

    def tell(self) -> None:
        """Say which talks the data did not have, and whom slots cannot name."""
        if self.without_work:
            count = len(self.without_work)
            message = (
                f"{listed(self.without_work)} {'is' if count == 1 else 'are'} no "
                f"paper{'' if count == 1 else 's'} of papers.yaml and no talk of the edition, and "
                f"{'is' if count == 1 else 'are'} added to `speakers`"
            )
            hint = (
                "pages list them as invited talks; if they are accepted papers, delete them there, "
                "type `proposal import papers` with the list of papers, and then this again"
            )
            self.diagnostics.warn("unlisted-talk", message, None, hint)
        if self.cancelled:
            verb = "is" if len(self.cancelled) == 1 else "are"
            message = f"{listed(self.cancelled)} {verb} cancelled, and left out"
            self.diagnostics.note("left-out", message)
        if self.undescribed:
            message = f"descriptions of {listed(self.undescribed)} are left out"
            self.diagnostics.note("left-out", message, "only papers and talks have abstracts")
        if self.silent_authors:
            message = f"authors of {listed(self.silent_authors)} who do not speak are left out"
            hint = "import the papers with all authors, and then this again"
            self.diagnostics.warn("left-out-people", message, None, hint)
        if self.unlisted:
            message = f"authors of {listed(self.unlisted)} are left out: the data know no such work"
            hint = (
                "if they are papers, type `proposal import papers` with their list, then this again"
            )
            self.diagnostics.warn("left-out-people", message, None, hint)
        if self.nameless:
            message = (
                f"who does {listed(self.nameless)} has no place in the program, and is left out"
            )
            hint = "write `chair` or `moderator` in program.yaml, if they are that"
            self.diagnostics.warn("left-out-people", message, None, hint)


_LEADS = re.compile(
    r"(?:(?:panel|session)\s+)?(?:moderators?|moderated\s+by|moderation|chairs?|hosts?)\s*:\s*",
    re.IGNORECASE,
)
"""An example: what stands before the name in `Moderator: Ann Author`."""
_SITS = re.compile(r"(?:panell?ists?|speakers?)\s*:\s*", re.IGNORECASE)
"""An example: what stands before the name in `Panelists: Ann Author`."""


def _without_part(person: ScheduledPerson) -> ScheduledPerson:
    """Somebody without the word in front of the name that says what they do on a panel."""
    return replace(person, name=_SITS.sub("", _LEADS.sub("", person.name, count=1), count=1))


_ONLY_PANEL = re.compile(
    r"(?:(?:opening|closing|expert|industry)\s+)?(?:panel(?:\s+(?:discussion|debate|session))?"
    r"|podiumsdiskussion|mesa redonda|table ronde)(?:\s+[\divx]+)?",
    re.IGNORECASE,
)
"""A title that says nothing but that a panel sits: `Closing panel`, `Panel discussion 2`."""


def _id_of(person: Value) -> str:
    """The id of a talk that has none of its own, by who gives it."""
    name = person.name if isinstance(person, DraftPerson) else name_of_person(person)
    return identifier(name, "talk")


_WORDS_OF_PAPERS = re.compile(
    r"(?:oral|paper|contributed|accepted|invited|keynote|session|talk|presentation|spotlight)s?"
    r"|\d+|[a-z]|[ivx]+|and|of|the|research|short|long|full",
    re.IGNORECASE,
)
"""The words of a heading over talks: `Oral Session 2`, `Contributed talks`."""


_NO_REMARKS = re.compile(
    r"^introductions? (?:in)?to (?!(?:the|this|our) (?:workshop|day|event|program))|\bkeynote",
    re.IGNORECASE,
)
"""What is a tutorial or a talk, and no remarks: `Introduction to Placeholders`."""


def kind_of_heading(title: str) -> str | None:
    """The kind that a title names which is a heading, and not that of somebody's work.

    The word stands at its beginning or its end, as in `Lunch (on your own)`, and not in between, as
    in `Breaking the Lunch Barrier`; a heading over talks has no other words.
    """
    kind = kind_of_session(title, has_papers=False)
    said = re.findall(r"[\w&-]+", re.sub(r"\([^()]*\)", " ", title))
    if kind is None or not said or (kind in {"opening", "closing"} and _NO_REMARKS.search(title)):
        return None
    if kind in {"papers", "talk"}:
        return kind if all(_WORDS_OF_PAPERS.fullmatch(word) for word in said) else None
    is_at_end = any(_names(kind, word) for word in (said[0], said[-1])) or any(
        _names(kind, " ".join(pair)) and not any(_names(kind, word) for word in pair)
        for pair in (said[:2], said[-2:])
    )
    return kind if is_at_end else None


def _is_heading(title: str) -> bool:
    """Whether a title is that of a session of talks alone: `Session 1`, `Poster session`."""
    has_word = re.search(r"\bsession\b", title, re.IGNORECASE) is not None
    return has_word and kind_of_heading(title) in {"papers", "posters"}


def _names(kind: str, words: str) -> bool:
    return kind_of_session(words, has_papers=False) == kind


def _kinds(session: ScheduledSession) -> str:
    return f"{session.kind} {session.title.partition(':')[0]}".casefold()


def _without_label(title: str) -> str:
    """A title without what its role says: `Keynote: On Samples`."""
    before, colon, rest = title.partition(":")
    is_label = colon and len(before.split()) <= 2 and any(one.search(before) for _, one in _ROLES)
    return rest.strip() if is_label and rest.strip() else title


def _with_kind(session: ScheduledSession, kind: str | None) -> Record:
    slot: Record = {"kind": kind} if kind else {}
    if not (kind and says_only_the_kind(session.title, kind)):
        slot["title"] = session.title
    return slot


def _as_published(event: CalendarEvent) -> Record:
    """What an event is that a calendar of the edition has."""
    if event.talk:
        return {"talk": str(event.talk)}
    kind: Record = {"kind": str(event.kind)} if event.kind in TITLES else {}
    named: Record = {}
    if not (kind and says_only_the_kind(str(event.title), str(event.kind))):
        named["title"] = str(event.title)
    papers: Record = {"papers": [str(name) for name in event.papers]} if event.papers else {}
    return {**kind, **named, **papers}


def _addresses(
    session: ScheduledSession, keys: Collection[str], diagnostics: SourceDiagnostics
) -> Record:
    """The addresses of slides and recording that the data take."""
    found: Record = {}
    for key in sorted(keys):
        address = str(getattr(session, key))
        result = checked("url", address) if address else None
        if result is not None and result.value and result.value.startswith("https://"):
            found[key] = result.value
        elif result is not None:
            why = result.error or f"{address} does not begin with https://"
            message = f"the {key} of “{session.title}” are left out: {why}"
            diagnostics.warn("not-a-url", message, None, result.hint)
    return found


def _news_of_paper(
    paper: PaperRecord, session: ScheduledSession, works: KnownWorks
) -> list[Record]:
    """What a schedule says of a paper that the data do not say; presenters among its authors."""
    news: Record = {}
    if session.abstract and paper.abstract is None:
        news["abstract"] = prose_of(session.abstract, "abstract", works.diagnostics)
    lacking = {key for key in TALK_MATERIALS if getattr(paper, key) is None}
    news |= _addresses(session, lacking, works.diagnostics)
    if presenting := _presenters(paper, session.people, works):
        news["authors"] = presenting
    if not news:
        return []
    authors: list[Value] = [author.person or str(author.name) for author in paper.authors]
    return [{"id": str(paper.id), "title": str(paper.title), "authors": authors, **news}]


def _presenters(
    paper: PaperRecord, people: tuple[ScheduledPerson, ...], works: KnownWorks
) -> list[Value]:
    """The authors of a paper, with those marked who present it; none if that says nothing new."""
    names = [works.name_of(author) for author in paper.authors]
    marked = [any(may_be_same(name, person.name) for person in people) for name in names]
    if not any(marked) or all(marked) or any(author.presenter for author in paper.authors):
        return []
    return [
        {
            **({"person": author.person} if author.person else {"name": str(author.name)}),
            **({"presenter": True} if is_presenter else {}),
        }
        for author, is_presenter in zip(paper.authors, marked, strict=True)
    ]
