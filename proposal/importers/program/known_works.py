"""Finds the paper or the talk of an edition that a session of a schedule is."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.program.scheduled import ScheduledPerson, ScheduledSession
from proposal.model.loading.folder import EditionFiles
from proposal.model.name_comparison import may_be_same, same_text, words
from proposal.model.records.paper import PaperRecord, Participant
from proposal.model.records.person import PersonRecord
from proposal.model.records.speaker_record import Speaker
from proposal.model.session_kinds import kind_of_session
from proposal.model.talk_roles import ROLES

_ALIKE = 0.85
"""How alike two titles are, of 1, that with the same people one is the other in other words."""
_TELLING = 4
"""Words of a title that no two works have in common by chance."""
_LABEL = re.compile(
    r"^(?:\[[^\[\]]{1,20}\]|#?\d{1,4}[.:)]|[\w\s-]{0,25}"
    r"\b(?:keynote|invited|talk|paper|oral|poster|spotlight|session|tutorial)\b[\w\s-]{0,15}[:–—])\s+",
    re.IGNORECASE,
)
"""Examples: `[Paper 12] `, `12. `, `Keynote: `, `Invited talk – `, `Oral 3: `."""


class KnownWorks(Struct, frozen=True):
    """The papers and the talks that an edition has."""

    files: EditionFiles
    people: Mapping[str, PersonRecord]
    diagnostics: SourceDiagnostics
    """What is not sure of a session is added here."""

    def name_of(self, participant: Participant) -> str:
        """The name of an author or a speaker, who may have a file."""
        person = self.people.get(participant.person or "")
        if person is not None:
            return person.name
        return participant.name or str(participant.person or "").replace("-", " ")

    # Papers

    def paper(self, session: ScheduledSession) -> PaperRecord | None:
        """The paper that is presented in a session."""
        named = (*session.people, *session.authors)
        for title in _titles_in(session.title):
            found = [paper for paper in self.files.papers if same_text(str(paper.title), title)]
            if len(found) > 1:
                found = [paper for paper in found if self._shares(paper.authors, named)]
            if len(found) == 1 and self._is_its_paper(found[0], session, title):
                return found[0]
        by_number = [paper for paper in self.files.papers if str(paper.id) == session.number]
        if by_number and self._shares(by_number[0].authors, named):
            return by_number[0]
        return self._paper_in_other_words(session)

    def papers_in(self, lines: Iterable[str]) -> list[str]:
        """The ids of the papers whose titles stand on lines of their own."""
        ids = {str(paper.title): str(paper.id) for paper in self.files.papers}
        return list(dict.fromkeys(ids[line] for line in lines if line in ids))

    def _is_its_paper(self, paper: PaperRecord, session: ScheduledSession, title: str) -> bool:
        named = (*session.people, *session.authors)
        if not named or self._shares(paper.authors, named):
            return True
        if len(words(title)) < _TELLING:
            return False
        message = (
            f"“{title}” is taken for the paper `{paper.id}`, whose authors are others than "
            f"{named[0].name}"
        )
        self.diagnostics.warn("to-confirm", message, paper.place("authors"))
        return True

    def _paper_in_other_words(self, session: ScheduledSession) -> PaperRecord | None:
        """The paper with nearly the title and with the same people, if there is only one."""
        named = (*session.people, *session.authors)
        found = [
            paper
            for paper in self.files.papers
            if self._shares(paper.authors, named) and is_alike(str(paper.title), session.title)
        ]
        if len(found) != 1:
            return None
        paper = found[0]
        message = f"“{session.title}” is “{paper.title}” in papers.yaml, which stays"
        hint = "if the schedule has the right title, correct it in papers.yaml"
        self.diagnostics.warn("two-titles", message, paper.place("title"), hint)
        return paper

    def _shares(
        self, participants: Iterable[Participant], people: Iterable[ScheduledPerson]
    ) -> bool:
        names = [self.name_of(participant) for participant in participants]
        return any(may_be_same(name, person.name) for name in names for person in people)

    # Talks

    @property
    def talks(self) -> list[Speaker]:
        """The talks, without the seats on panels."""
        return [
            speaker for speaker in self.files.edition.speakers if not ROLES[speaker.role].is_seat
        ]

    def talk(self, session: ScheduledSession) -> Speaker | None:
        """The talk that is given in a session."""
        titles = list(_titles_in(session.title))
        by_title = [
            talk
            for talk in self.talks
            if talk.title and any(same_text(str(talk.title), title) for title in titles)
        ]
        shared = [talk for talk in by_title if self._shares(talk.person, session.people)]
        if len(shared or by_title) == 1 and (shared or not session.people):
            return (shared or by_title)[0]
        return self._talk_of_people(session) or self._talk_with_names(session)

    def _talk_of_people(self, session: ScheduledSession) -> Speaker | None:
        """The only talk of those who speak in a session, unless it is surely another one."""
        found = [talk for talk in self.talks if self._are_same(talk.person, session.people)]
        if len(found) != 1:
            return None
        talk = found[0]
        kind = _role_in(f"{session.kind}: {session.title}")
        if talk.title is None or says_only_who(
            session, [self.name_of(person) for person in talk.person]
        ):
            return talk
        if is_alike(str(talk.title), session.title) or kind == talk.role == "keynote":
            message = f"“{session.title}” is “{talk.title}” in edition.yaml; the new title is taken"
            self.diagnostics.warn("two-titles", message, talk.place("title"))
            return talk
        return None

    def _talk_with_names(self, session: ScheduledSession) -> Speaker | None:
        """The talk whose speakers a title names, as in `Keynote: Dr. Ann Author`."""
        if session.people:
            return None
        said = set(words(session.title.replace(",", " ")))
        found = [
            talk
            for talk in self.talks
            if all(set(words(self.name_of(person))) <= said for person in talk.person)
        ]
        role = _role_in(session.title)
        fitting = [talk for talk in found if role in {None, talk.role}]
        return fitting[0] if len(fitting) == 1 else None

    def _are_same(
        self, participants: Iterable[Participant], people: Iterable[ScheduledPerson]
    ) -> bool:
        names = [self.name_of(participant) for participant in participants]
        others = [person.name for person in people]
        return len(names) == len(others) > 0 and all(
            any(may_be_same(name, other) for other in others) for name in names
        )


def _titles_in(title: str) -> Iterator[str]:
    """A title, and the same without a label before it."""
    yield title
    if match := _LABEL.match(title):
        yield title[match.end() :]


def says_only_who(session: ScheduledSession, names: Iterable[str]) -> bool:
    """Whether a title has nothing but a kind and names in it: `Keynote by Ann Author`."""
    rest = set(words(session.title.replace(",", " ")))
    for name in names:
        rest -= set(words(name))
    return len(rest - _SMALL_WORDS) <= 1 or (_role_in(session.title) is not None and len(rest) <= 3)


_SMALL_WORDS = {"by", "and", "with", "talk", "invited", "keynote", "speaker", "speech"}


def _role_in(text: str) -> str | None:
    """The role that a kind or a title names."""
    if re.search(r"\bkeynotes?\b", text, re.IGNORECASE):
        return "keynote"
    if re.search(r"\binvited\b", text, re.IGNORECASE):
        return "talk"
    return "tutorial" if kind_of_session(text, has_papers=False) == "tutorial" else None


def is_alike(one: str, other: str) -> bool:
    """Whether two titles are nearly the same."""
    first, second = (" ".join(words(title.replace(",", " "))) for title in (one, other))
    return difflib.SequenceMatcher(None, first, second).ratio() >= _ALIKE
