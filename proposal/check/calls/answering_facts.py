"""Lists the facts of the data that answer a demand, so far as the document prints them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from proposal.check.facts.inspection import ArtefactKind
from proposal.check.facts.stated_fact import StatedFact
from proposal.check.rules.context import Subject
from proposal.diagnostics import Span
from proposal.edition.edition import Edition, PastEdition
from proposal.edition.edition_document import Document
from proposal.edition.host_call import Asked
from proposal.edition.participants import Organizer
from proposal.edition.wording import joined
from proposal.model.acmart_versions import NOTICES
from proposal.reading.demand_words import RECOGNITION
from proposal.reading.placeholders import PLACEHOLDERS
from proposal.render.captions import with_captions
from proposal.render.prose import ProseKind, read_prose
from proposal.render.quoted_facts import Facts
from proposal.render.sections import Section

_MARK = "(primary contact)"
"""What the list of organizers prints behind the contact."""


class Proof(Struct, frozen=True):
    """What answers a demand, and the words by which it is found in the PDF."""

    by: str
    """The name of a fact, or the heading of a section."""
    words: tuple[str, ...]
    span: Span | None
    section: Section | None = None
    """The section, if it is one as a whole."""
    is_section: bool = False


class Gap(Struct, frozen=True):
    """What is missing, and what to type."""

    missing: str
    hint: str
    span: Span | None


Answered = Proof | Gap | None


class DemandContext(Struct, frozen=True):
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
        return edition.place(*path) if path[0] in edition.model_fields_set else Span.of_file(file)

    def sets(self, kind: str) -> Section | None:
        """The section in which a list of some kind is set."""
        return next(
            (section for section in reversed(self.sections) if kind in section.blocks), None
        )


def _stated(
    context: DemandContext, chosen: Callable[[str], bool], by: str, lack: Gap, block: str
) -> Proof | Gap:
    """Facts that must be printed, all of those that a block or a sentence quotes."""
    known = [fact for fact in context.facts if chosen(fact.id)]
    if not known:
        return lack
    artefact = ArtefactKind(f"{context.document.name}.pdf")
    shown = [fact for fact in known if artefact in fact.shown_in]
    if not shown:
        hint = f"write `{{{{ {block} }}}}` in a paragraph of its own"
        span = context.document.text.span
        return Gap(f"{context.prose} does not print what the data have", hint, span)
    return Proof(by, tuple(fact.value for fact in shown), shown[0].span)


def _listed(key: str, lack: str, hint: str) -> Callable[[DemandContext], Answered]:
    """A list in `edition.yaml` that the prose sets."""

    def find(context: DemandContext) -> Answered:
        gap = Gap(lack, hint, context.place(key))
        return _stated(
            context,
            lambda name: (
                name.startswith(f"{key}.") and not name.endswith((".affiliation", ".institution"))
            ),
            key,
            gap,
            key,
        )

    return find


def _title(context: DemandContext) -> Answered:
    return Proof("title", (context.document.title,), context.place("ordinal"))


def _abstract(context: DemandContext) -> Answered:
    span = context.place("abstract")
    text = context.edition.abstract
    limit, count = context.asked.words("abstract"), len(text.split())
    if match := PLACEHOLDERS.search(text):
        return Gap(f"it still says “{match.group()}”", "write the abstract in edition.yaml", span)
    if limit is not None and count > limit:
        return Gap(f"it has {count} words, and may have {limit}", _shorter(count - limit), span)
    (fact,) = (fact for fact in context.facts if fact.id == "abstract")
    return Proof("abstract", (fact.value,), span)


def _shorter(words: int) -> str:
    return f"leave out {words} word{'s' if words > 1 else ''}"


def _keywords(context: DemandContext) -> Answered:
    gap = Gap("there are none", "add `keywords: [One, Another]`", context.place("keywords"))
    return _stated(context, lambda name: name.startswith("keywords."), "keywords", gap, "keywords")


def _organizers(context: DemandContext) -> Answered:
    values = tuple(organizer.person.name for organizer in context.edition.organizers)
    return Proof("organizers", values, context.place("organizers"))


def _of_all(
    by: str, of: Callable[[Organizer], str | None], lack: str, hint: str
) -> Callable[[DemandContext], Answered]:
    """Something that every organizer must have."""

    def find(context: DemandContext) -> Answered:
        organizers = context.edition.organizers.items
        without = [organizer.person for organizer in organizers if not _real(of(organizer))]
        if without:
            names = joined([person.name for person in without])
            verb = "have" if len(without) > 1 else "has"
            return Gap(f"{names} {verb} {lack}", hint.format(without[0].id), without[0].span)
        values = tuple(of(organizer) or "" for organizer in organizers)
        return Proof(by, values, context.place("organizers"))

    return find


def _real(value: str | None) -> bool:
    return value is not None and PLACEHOLDERS.search(value) is None


def _biographies(context: DemandContext) -> Answered:
    found = _of_all(
        "biographies",
        lambda organizer: organizer.person.biography,
        "no biography, or one that is to be replaced",
        "add `bio: |` to data/people/{}.yaml, and two to four sentences below it",
    )(context)
    if isinstance(found, Gap):
        return found
    limit = context.asked.words("biographies")
    for organizer in context.edition.organizers:
        person = organizer.person
        count = len((person.biography or "").split())
        if limit is not None and count > limit:
            missing = f"that of {person.name} has {count} words, and may have {limit}"
            return Gap(missing, _shorter(count - limit), person.span)
    names = {
        f"organizers.{organizer.person.id}.biography" for organizer in context.edition.organizers
    }
    gap = Gap("there are none", "", context.place("organizers"))
    return _stated(context, names.__contains__, "biographies", gap, "biographies")


def _experience(context: DemandContext) -> Answered:
    """Every biography tells what the person has organized."""
    recognition = RECOGNITION["organizing-experience"]
    if context.sets("biographies") is None or recognition.sentence is None:
        return None
    people = [organizer.person for organizer in context.edition.organizers]
    silent = [person for person in people if not recognition.is_said(person.biography or "")]
    if silent:
        names = joined([person.name for person in silent])
        what = "biographies of" if len(silent) > 1 else "biography of"
        verb = "do not" if len(silent) > 1 else "does not"
        missing = f"the {what} {names} {verb} say what they organized"
        return Gap(missing, recognition.advice, silent[0].span)
    values = tuple(person.biography or "" for person in people)
    return Proof("biographies", values, people[0].span if people else None)


def _contact(context: DemandContext) -> Answered:
    contact = context.edition.contact
    if contact is None:
        hint = "add `contact: ` and the id of an organizer, or an address, to edition.yaml"
        return Gap("nobody is the contact", hint, context.place("contact"))
    for section in context.sections:
        for sentence in section.sentences:
            is_named = contact.name in sentence or (contact.email or contact.name) in sentence
            if is_named and "contact" in sentence.casefold():
                # The list of organizers has the person's address, or institution, before the mark.
                last = contact.email or contact.affiliation or contact.name
                is_marked = sentence.endswith(_MARK)
                words = f"{last} {_MARK}" if is_marked else sentence
                return Proof("contact", (words,), context.place("contact"))
    whom = contact.name if contact.id else str(contact.email)
    words = "{{ contact.name }} ({{ contact.email }})" if contact.id else "{{ contact.email }}"
    hint = f"write “The primary contact is {words}.”"
    span = context.document.text.span
    return Gap(f"{context.prose} does not say that it is {whom}", hint, span)


def _schedule(context: DemandContext) -> Answered:
    if not context.edition.schedule.items:
        return None
    recognition = RECOGNITION["schedule"]
    return _stated(
        context,
        lambda name: name.startswith("schedule.") and name.endswith(".hours"),
        "schedule",
        Gap(recognition.lack, recognition.advice, context.document.text.span),
        "schedule",
    )


def _dates(context: DemandContext) -> Answered:
    names = {f"dates.{name}" for name in context.edition.dates.of_authors}
    gap = Gap(
        "no date is set", "add `submission: …`, with the day, under `dates`", context.place("dates")
    )
    return _stated(context, names.__contains__, "dates", gap, "dates")


def _earlier(context: DemandContext) -> Answered:
    past = context.edition.editions.items
    if not past:
        hint = "list earlier editions under `earlier` in workshop.yaml"
        return Gap("none is known", hint, context.place("ordinal"))
    if context.sets("editions") is None:
        return None
    words = tuple(f"{held.where}, {held.day}" for held in past)
    return Proof("editions", words, context.place("ordinal"))


def _earlier_number(key: str, noun: str) -> Callable[[DemandContext], Answered]:
    """A number that each earlier edition must have."""

    def find(context: DemandContext) -> Answered:
        past = context.edition.editions.items
        without = [held for held in past if getattr(held, key) is None]
        if not past or context.sets("editions") is None:
            return None
        if without:
            names = joined([held.host or str(held.year) for held in without])
            hint = (
                f"add `{key}: …` under `outcome` in the edition.yaml of {without[0].year}, "
                "or under `earlier` in workshop.yaml"
            )
            return Gap(f"{noun} of {names} are not known", hint, context.place("ordinal"))
        return Proof(f"editions.{key}", tuple(map(_row, past)), context.place("ordinal"))

    return find


def _row(past: PastEdition) -> str:
    """A line of the table of editions, as the document prints it."""
    numbers = (past.submissions, past.accepted, past.attendees)
    recognition = " ".join("--" if number is None else str(number) for number in numbers)
    return f"{past.where}, {past.day} {recognition}"


def _references(context: DemandContext) -> Answered:
    edition, text = context.edition, context.document.text
    read = read_prose(text, ProseKind.DOCUMENT, Facts(edition), edition.references)
    if not any(node.type == "citation" for node in with_captions(read.tree)):
        return Gap(f"{context.prose} cites nothing", "cite entries as `[@key]`", text.span)
    return Proof("references", ("References [1]",), text.span)


def _rights(context: DemandContext) -> Answered:
    rights = context.document.rights
    span = context.place("documents", context.document.name)
    if rights is None:
        return Gap("there is none", "when ACM's message has come, add `rights: {…}`", span)
    return Proof("rights", tuple(NOTICES.get(rights.copyright, ())), rights.span)


def _right(key: str) -> Callable[[DemandContext], Answered]:
    def find(context: DemandContext) -> Answered:
        rights = context.document.rights
        value = getattr(rights, key) if rights else None
        span = context.place("documents", context.document.name)
        if not value:
            return Gap("there is none", f"copy `{key}: …` from ACM's message into `rights`", span)
        return Proof(f"rights.{key}", (value,), span)

    return find


FACTS: Mapping[str, Callable[[DemandContext], Answered]] = {
    "title": _title,
    "organizers": _organizers,
    "affiliations": _of_all(
        "organizers.affiliation",
        lambda organizer: (
            organizer.person.affiliations[0].institution if organizer.person.affiliations else None
        ),
        "no affiliation",
        "add `affiliations:` to data/people/{}.yaml",
    ),
    "emails": _of_all(
        "organizers.email",
        lambda organizer: organizer.person.email,
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
    "references": _references,
    "rights": _rights,
    "doi": _right("doi"),
    "isbn": _right("isbn"),
}
"""How facts of the data answer a demand; nothing comes of it where only a section can."""
