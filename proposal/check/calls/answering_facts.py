"""Which facts of the data answer a demand, and does the document print them?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from proposal.check.calls.sections import Section
from proposal.check.calls.vocabulary import RECOGNITION
from proposal.check.facts.inspection import Artefact
from proposal.check.facts.stated_facts import StatedFact
from proposal.check.pdf.rights_wordings import WORDINGS
from proposal.check.rules.context import Subject
from proposal.check.rules.open_points import PLACEHOLDERS
from proposal.diagnostics import Span
from proposal.edition.edition import Document, Edition, Organizer, PastEdition
from proposal.edition.host_call import Asked
from proposal.edition.wording import joined
from proposal.model.deadline_kinds import DEADLINE_NAMES

_MARK = "(primary contact)"
"""What the list of organizers prints behind the contact."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What answers a demand, and the words by which it is found in the PDF."""

    by: str
    """The name of a fact, or the heading of a section."""
    words: tuple[str, ...]
    span: Span | None
    section: Section | None = None
    """The section, if it is one as a whole."""
    is_section: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, and what to type."""

    missing: str
    hint: str
    span: Span | None


Answered = Proof | Gap | None


@dataclass(frozen=True, slots=True)
class Looking:
    """What is looked through for one document."""

    subject: Subject
    document: Document
    asked: Asked
    sections: Sequence[Section]
    facts: Sequence[StatedFact]

    @property
    def edition(self) -> Edition:
        """The edition that the document belongs to."""
        return self.subject.edition

    @property
    def prose(self) -> str:
        """The name of the file with the prose."""
        return self.document.text.span.file.name

    def place(self, *path: str | int) -> Span | None:
        """Where something stands in `edition.yaml`, or where that file begins."""
        edition = self.subject.files.edition
        file = self.subject.files.folder / "edition.yaml"
        return edition.place(*path) if path[0] in edition.model_fields_set else Span(file, 1, 1, 1)

    def sets(self, kind: str) -> Section | None:
        """The section in which a list of some kind is set."""
        return next((each for each in reversed(self.sections) if kind in each.blocks), None)


def _stated(
    looking: Looking, chosen: Callable[[str], bool], by: str, lack: Gap, block: str
) -> Proof | Gap:
    """Facts that must be printed, all of those that a block or a sentence quotes."""
    known = [each for each in looking.facts if chosen(each.id)]
    if not known:
        return lack
    artefact = Artefact(f"{looking.document.name}.pdf")
    shown = [each for each in known if artefact in each.shown_in]
    if not shown:
        hint = f"write `{{{{ {block} }}}}` in a paragraph of its own"
        span = looking.document.text.span
        return Gap(f"{looking.prose} does not print what the data have", hint, span)
    return Proof(by, tuple(each.value for each in shown), shown[0].span)


def _listed(key: str, lack: str, hint: str) -> Callable[[Looking], Answered]:
    """A list in `edition.yaml` that the prose sets."""

    def find(looking: Looking) -> Answered:
        gap = Gap(lack, hint, looking.place(key))
        return _stated(
            looking,
            lambda name: name.startswith(f"{key}.") and not name.endswith(".affiliation"),
            key,
            gap,
            key,
        )

    return find


def _title(looking: Looking) -> Answered:
    return Proof("title", (looking.document.title,), looking.place("ordinal"))


def _abstract(looking: Looking) -> Answered:
    span = looking.place("abstract")
    text = looking.edition.abstract
    limit, count = looking.asked.words("abstract"), len(text.split())
    if match := PLACEHOLDERS.search(text):
        return Gap(f"it still says “{match.group()}”", "write the abstract in edition.yaml", span)
    if limit is not None and count > limit:
        return Gap(f"it has {count} words, and may have {limit}", _shorter(count - limit), span)
    (fact,) = (each for each in looking.facts if each.id == "abstract")
    return Proof("abstract", (fact.value,), span)


def _shorter(words: int) -> str:
    return f"leave out {words} word{'s' if words > 1 else ''}"


def _keywords(looking: Looking) -> Answered:
    gap = Gap("there are none", "add `keywords: [One, Another]`", looking.place("keywords"))
    return _stated(looking, lambda name: name.startswith("keywords."), "keywords", gap, "keywords")


def _organizers(looking: Looking) -> Answered:
    values = tuple(each.person.name for each in looking.edition.organizers)
    return Proof("organizers", values, looking.place("organizers"))


def _of_each(
    by: str, of: Callable[[Organizer], str | None], lack: str, hint: str
) -> Callable[[Looking], Answered]:
    """Something that every organizer must have."""

    def find(looking: Looking) -> Answered:
        organizers = looking.edition.organizers.items
        without = [each.person for each in organizers if not _real(of(each))]
        if without:
            names = joined([each.name for each in without])
            verb = "have" if len(without) > 1 else "has"
            return Gap(f"{names} {verb} {lack}", hint.format(without[0].id), without[0].span)
        values = tuple(of(each) or "" for each in organizers)
        return Proof(by, values, looking.place("organizers"))

    return find


def _real(value: str | None) -> bool:
    return value is not None and PLACEHOLDERS.search(value) is None


def _biographies(looking: Looking) -> Answered:
    found = _of_each(
        "biographies",
        lambda each: each.person.biography,
        "no biography, or one that is to be replaced",
        "add `bio: |` to data/people/{}.yaml, and two to four sentences below it",
    )(looking)
    if isinstance(found, Gap):
        return found
    limit = looking.asked.words("biographies")
    for organizer in looking.edition.organizers:
        person = organizer.person
        count = len((person.biography or "").split())
        if limit is not None and count > limit:
            missing = f"that of {person.name} has {count} words, and may have {limit}"
            return Gap(missing, _shorter(count - limit), person.span)
    names = {f"organizers.{each.person.id}.biography" for each in looking.edition.organizers}
    gap = Gap("there are none", "", looking.place("organizers"))
    return _stated(looking, names.__contains__, "biographies", gap, "biographies")


def _experience(looking: Looking) -> Answered:
    """Every biography tells what the person has organized."""
    told = RECOGNITION["organizing-experience"]
    if looking.sets("biographies") is None or told.sentence is None:
        return None
    people = [each.person for each in looking.edition.organizers]
    silent = [each for each in people if not told.sentence.search(each.biography or "")]
    if silent:
        names = joined([each.name for each in silent])
        what = "biographies of" if len(silent) > 1 else "biography of"
        verb = "do not" if len(silent) > 1 else "does not"
        missing = f"the {what} {names} {verb} say what they organized"
        return Gap(missing, told.advice, silent[0].span)
    values = tuple(each.biography or "" for each in people)
    return Proof("biographies", values, people[0].span if people else None)


def _contact(looking: Looking) -> Answered:
    contact = looking.edition.contact
    if contact is None:
        hint = "add `contact: ` and the id of an organizer to edition.yaml"
        return Gap("nobody is the contact", hint, looking.place("contact"))
    for section in looking.sections:
        for sentence in section.sentences:
            if contact.name in sentence and "contact" in sentence.casefold():
                # The list of organizers has the person's address, or institution, before the mark.
                last = contact.email or contact.affiliation or contact.name
                is_marked = sentence.endswith(_MARK)
                words = f"{last} {_MARK}" if is_marked else sentence
                return Proof("contact", (words,), looking.place("contact"))
    hint = "write “The primary contact is {{ contact.name }} ({{ contact.email }}).”"
    span = looking.document.text.span
    return Gap(f"{looking.prose} does not say that it is {contact.name}", hint, span)


def _schedule(looking: Looking) -> Answered:
    if not looking.edition.schedule.items:
        return None
    told = RECOGNITION["schedule"]
    return _stated(
        looking,
        lambda name: name.startswith("schedule.") and name.endswith(".hours"),
        "schedule",
        Gap(told.lack, told.advice, looking.document.text.span),
        "schedule",
    )


def _dates(looking: Looking) -> Answered:
    names = {f"dates.{name}" for name in DEADLINE_NAMES}
    gap = Gap(
        "no date is set", "add `submission: 2026-11-28` under `dates`", looking.place("dates")
    )
    return _stated(looking, names.__contains__, "dates", gap, "dates")


def _earlier(looking: Looking) -> Answered:
    past = looking.edition.editions.items
    if not past:
        hint = "list earlier editions under `earlier` in workshop.yaml"
        return Gap("none is known", hint, looking.place("ordinal"))
    if looking.sets("editions") is None:
        return None
    words = tuple(f"{each.host}, {each.place}, {each.day}" for each in past)
    return Proof("editions", words, looking.place("ordinal"))


def _earlier_number(key: str, noun: str) -> Callable[[Looking], Answered]:
    """A number that each earlier edition must have."""

    def find(looking: Looking) -> Answered:
        past = looking.edition.editions.items
        without = [each for each in past if getattr(each, key) is None]
        if not past or looking.sets("editions") is None:
            return None
        if without:
            names = joined([each.host for each in without])
            hint = (
                f"add `{key}: …` under `outcome` in the edition.yaml of {without[0].year}, "
                "or under `earlier` in workshop.yaml"
            )
            return Gap(f"{noun} of {names} are not known", hint, looking.place("ordinal"))
        return Proof(f"editions.{key}", tuple(map(_row, past)), looking.place("ordinal"))

    return find


def _row(past: PastEdition) -> str:
    """A line of the table of editions, as the document prints it."""
    numbers = (past.submissions, past.accepted, past.attendees)
    told = " ".join("--" if each is None else str(each) for each in numbers)
    return f"{past.host}, {past.place}, {past.day} {told}"


def _rights(looking: Looking) -> Answered:
    rights = looking.document.rights
    span = looking.place("documents", looking.document.name)
    if rights is None:
        return Gap("there is none", "when ACM's message has come, add `rights: {…}`", span)
    return Proof("rights", tuple(WORDINGS.get(rights.copyright, ())), rights.span)


def _right(key: str) -> Callable[[Looking], Answered]:
    def find(looking: Looking) -> Answered:
        rights = looking.document.rights
        value = getattr(rights, key) if rights else None
        span = looking.place("documents", looking.document.name)
        if not value:
            return Gap("there is none", f"copy `{key}: …` from ACM's message into `rights`", span)
        return Proof(f"rights.{key}", (value,), span)

    return find


FACTS: Mapping[str, Callable[[Looking], Answered]] = {
    "title": _title,
    "organizers": _organizers,
    "affiliations": _of_each(
        "organizers.affiliation",
        lambda each: each.person.affiliations[0].institution if each.person.affiliations else None,
        "no affiliation",
        "add `affiliations:` to data/people/{}.yaml",
    ),
    "emails": _of_each(
        "organizers.email",
        lambda each: each.person.email,
        "no email address",
        "add `email: …` to data/people/{}.yaml",
    ),
    "contact": _contact,
    "biographies": _biographies,
    "organizing-experience": _experience,
    "abstract": _abstract,
    "keywords": _keywords,
    "topics": _listed("topics", "there are none", "add `topics:` to edition.yaml"),
    "speakers": _listed("speakers", "there are none", "add `speakers:` to edition.yaml"),
    "committee": _listed("committee", "it is empty", "add `committee:` to edition.yaml"),
    "schedule": _schedule,
    "dates": _dates,
    "earlier-editions": _earlier,
    "earlier-participants": _earlier_number("attendees", "participants"),
    "earlier-submissions": _earlier_number("submissions", "submissions"),
    "earlier-acceptances": _earlier_number("accepted", "accepted papers"),
    "rights": _rights,
    "doi": _right("doi"),
    "isbn": _right("isbn"),
}
"""How facts of the data answer a demand; nothing comes of it where only a section can."""
