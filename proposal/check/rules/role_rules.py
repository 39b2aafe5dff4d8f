"""Rules on who does what: contact, committee and authors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic, Severity, Span
from proposal.edition.participants import Person
from proposal.model.family_names import doubt_of_family_name
from proposal.model.loading.unlikely_names import names_in_data
from proposal.model.name_comparison import plain_words, same_name, surname
from proposal.model.nearest_word import nearest
from proposal.model.records.committee_record import committees_on
from proposal.reading.names import read_name
from proposal.reading.person_titles import without_titles
from proposal.render.text.bibtex_text import family_name
from proposal.source.text import Text

_COMMON_WORDS = set(plain_words("the of and at university institute school college research labs"))
"""Words that two institutions may share."""

_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
"""An example: `ada-lovelace`."""


def contact(subject: Subject) -> Iterator[Diagnostic]:
    """Chairs and authors write to one address; somebody has to read it."""
    written = subject.files.edition
    if subject.edition.contact is None:
        if not subject.is_over:
            message = "nobody is named as the contact, whom calls for workshops ask for"
            span = written.place("organizers", 0, "person")
            hint = f"add `contact: {written.organizers[0].person}`"
            yield diagnostic("missing-contact", message, span, hint)
        return
    organizers = {organizer.person.id for organizer in subject.edition.organizers}
    for person in subject.edition.contacts:
        if not person.id:
            continue  # an address
        name = next((contact for contact in written.contact if contact == person.id), None)
        span = name.span if isinstance(name, Text) else written.place("contact")
        if person.id not in organizers:
            message = f"the contact {person.name} is no organizer"
            hint = "name one of the organizers, or an email address"
            yield diagnostic("contact-not-organizer", message, span, hint)
        if person.email is None:
            message = f"the contact {person.name} has no email address"
            hint = f"add `email: …` to people/{person.id}.yaml"
            yield diagnostic("contact-without-email", message, span, hint)


def missing_email(subject: Subject) -> Iterator[Diagnostic]:
    """Calls ask for every organizer's address, and ACM's author block prints them.

    Where the host conference's own call demands them, it is a warning.
    """
    asking = [asked.source for asked in subject.asked.values() if asked.wants("emails")]
    is_demanded = bool(asking) and subject.is_open
    if subject.is_over and not is_demanded:
        return
    for organizer in subject.edition.organizers:
        person = organizer.person
        if person.email is None and not organizer.is_contact:
            message = f"the organizer {person.name} has no email address"
            if asking:
                message += f", which {asking[0]} demands"
            severity = Severity.WARNING if asking else None
            hint = "ask for it, and add `email: …`"
            yield diagnostic("missing-email", message, person.span, hint, severity)


def committee_twice(subject: Subject) -> Iterator[Diagnostic]:
    """Somebody who is thanked twice was asked twice.

    People of one name at different institutions are different people.
    """
    for name, members, places in _committees(subject):
        for index, first in _repeated(members):
            at = places[first]
            where = f"{name} already (line {at.line if at else 1})"
            message = f"{members[index].name} stands in {where}"
            yield diagnostic("committee-twice", message, places[index], "delete one of the two")


def _committees(
    subject: Subject,
) -> Iterator[tuple[str, Sequence[Person], Sequence[Span | None]]]:
    """The committees that an edition shows, and the editors of its volume.

    Each is told by its name, its members, and where each of them is written.
    """
    written, edition = subject.files.edition, subject.edition
    places = [written.place("committee", index) for index in range(len(written.committee))]
    yield "the committee", edition.committee.items, places
    series = subject.folder.workshop
    of_series = series.committees if series else ()
    records = committees_on(edition.when.date.date, of_series, written.committees)
    for committee, record in zip(edition.committees, records, strict=True):
        places = [record.place("members", index) for index in range(len(record.members))]
        yield f"“{committee.name}”", committee.members, places
    if edition.volume is not None:
        editors = edition.volume.editors
        at = [written.place("proceedings", "editors", index) for index in range(len(editors))]
        yield "the list of editors", editors, at


def organizer_on_committee(subject: Subject) -> Iterator[Diagnostic]:
    """Calls ask for reviewers besides the organizers, and count them."""
    for index, member in enumerate(subject.edition.committee):
        if _is_organizer(member, subject):
            message = f"{member.name} is an organizer, and also on the committee"
            span = subject.files.edition.place("committee", index)
            hint = "delete one of the two, unless it is meant"
            yield diagnostic("organizer-on-committee", message, span, hint)


def authors(subject: Subject) -> Iterator[Diagnostic]:
    """An organizer's paper must be decided on by others, and chairs ask by whom."""
    for written, paper in zip(subject.files.shown_papers, subject.edition.papers, strict=True):
        for index, _ in _repeated(paper.authors):
            message = f"{paper.authors[index].name} is an author of `{paper.id}` twice"
            span = written.place("authors", index)
            yield diagnostic("author-twice", message, span, "delete one of the two")
        for index, author in enumerate(paper.authors):
            if _is_organizer(author, subject):
                message = f"the organizer {author.name} is an author of the paper `{paper.id}`"
                span = written.place("authors", index)
                hint = "let the others decide on it, and say so in the proposal"
                yield diagnostic("organizer-author", message, span, hint)


def id_as_name(subject: Subject) -> Iterator[Diagnostic]:
    """In lists that take names, too, what looks like an id may be printed as a name."""
    written, people = subject.files.edition, subject.folder.people
    listed = [
        (member.name, written.place("committee", index))
        for index, member in enumerate(written.committee)
    ]
    series = subject.folder.workshop
    listed += [
        (member.name, committee.place("members", index))
        for committee in (*written.committees, *(series.committees if series else ()))
        for index, member in enumerate(committee.members)
    ]
    listed += [
        (author.name, paper.place("authors", index))
        for paper in subject.files.papers
        for index, author in enumerate(paper.authors)
    ]
    for name, span in listed:
        if name is not None and name in people:
            message = f"the id `{name}` of {people[name].name} is printed here as a name"
            yield diagnostic("id-as-name", message, span, f"write `{{person: {name}}}`")
        elif name is not None and _LIKE_AN_ID.fullmatch(name):
            message = (
                f"`{name}` looks like an id, names no file in people/ and is printed as a name"
            )
            guess = nearest(name, list(people))
            hint = f"write people/{name}.yaml, or the name as it is to be printed"
            hint = f"did you mean `{guess}`? Otherwise {hint}" if guess else hint
            yield diagnostic("id-as-name", message, span, hint)


def unclear_family_names(subject: Subject) -> Iterator[Diagnostic]:
    """In `papers.bib`, BibTeX sorts and cites by a family name, which not every name shows."""
    reported: set[str] = set()
    for person, span in _in_papers_bib(subject):
        doubt = doubt_of_family_name(person.name)
        if doubt is None or person.family_name or person.name in reported:
            continue
        reported.add(person.name)
        message = f"{doubt}, and papers.bib has `{family_name(person)}` as its family name"
        hint = f"write `{{name: {person.name}, family_name: …}}`, even if that is right"
        if person.id in subject.folder.people:
            hint = f"add `family_name` to data/people/{person.id}.yaml, even if that is right"
        yield diagnostic("unclear-family-name", message, span, hint)


def title_in_name(subject: Subject) -> Iterator[Diagnostic]:
    """A title before a name is printed and cited as a part of it."""
    if not subject.is_first:
        return
    folder = subject.folder
    editions = [(files.edition, files.papers) for files in folder.editions.values()]
    for name, span in names_in_data(folder.people.values(), editions):
        bare = without_titles(name)[0]
        if "," in name or "(" in name or bare == name or not bare:
            continue  # of which loading tells
        read = read_name(name)
        title = name.removesuffix(bare).strip()
        message = f"`{title}` is a title, and printed as a part of the name `{name}`"
        hint = f"write the name alone: {read.text}"
        if span and span.file.parent.name == "people" and read.honorific:
            hint += f"; the title stands under `honorific: {read.honorific}`"
        yield diagnostic("title-in-name", message, span, hint)


def _in_papers_bib(subject: Subject) -> Iterator[tuple[Person, Span | None]]:
    for written, paper in zip(subject.files.shown_papers, subject.edition.papers, strict=True):
        for index, author in enumerate(paper.authors):
            yield author, written.place("authors", index)
    if "camera-ready" in subject.edition.documents:
        for organizer in subject.edition.organizers:
            yield organizer.person, organizer.person.span


def _is_organizer(person: Person, subject: Subject) -> bool:
    return any(_is_same(person, organizer.person) for organizer in subject.edition.organizers)


def _repeated(people: Iterable[Person]) -> Iterator[tuple[int, int]]:
    """Where those are who stood there before, and where they stood first."""
    seen: dict[str, list[tuple[int, Person]]] = {}
    for index, person in enumerate(people):
        alike = seen.setdefault(surname(person.name), [])
        first = next((at for at, name in alike if _is_same(person, name)), None)
        if first is not None:
            yield index, first
        alike.append((index, person))


def _is_same(one: Person, other: Person) -> bool:
    """Whether two people are likely one: by id, or by name and what is known of their posts."""
    if one.id and other.id:
        return one.id == other.id
    if surname(one.name) != surname(other.name) or not same_name(one.name, other.name):
        return False
    posts, others = _posts(one), _posts(other)
    return not posts or not others or bool(posts & others)


def _posts(person: Person) -> set[str]:
    """The telling words of somebody's institutions."""
    named = plain_words(person.affiliation or "")
    return set(named) - _COMMON_WORDS


ROLES: tuple[Rule, ...] = (
    contact,
    missing_email,
    committee_twice,
    organizer_on_committee,
    authors,
    id_as_name,
    unclear_family_names,
    title_in_name,
)
