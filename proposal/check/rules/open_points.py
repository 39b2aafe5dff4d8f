"""What is left to fill in before an edition can be shown to anybody."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.diagnostics import Diagnostic, Span, warning
from proposal.edition.facts import Fact
from proposal.edition.in_language import in_language
from proposal.edition.schedule import Talk
from proposal.edition.wording import day
from proposal.model.affiliated import EMAIL
from proposal.reading.placeholders import PLACEHOLDERS
from proposal.source.text import Text
from proposal.words.language import ENGLISH

TENTATIVE = "to-be-confirmed"
MISSING = "to-be-filled-in"
CARRIED_OVER = "carried-over"
PLACEHOLDER = "placeholder"


def tentative_days(subject: Subject) -> Iterator[Diagnostic]:
    """Days that were worked out from those of the last edition, and not yet confirmed."""
    written, edition = subject.files.edition, subject.edition
    for number, workshop in enumerate(written.when):
        if workshop.tentative:
            span = written.place("when", number, "date")
            yield _confirm(f"the workshop's day ({day(workshop.date)}) is", span)
    for name, deadline in edition.dates.of_authors.items():
        if deadline.day.is_tentative:
            span = written.place("dates", name, "date")
            yield _confirm(
                f"the date under `{name}` ({in_language(deadline.day, ENGLISH).plain}) is", span
            )


def tentative_audience(subject: Subject) -> Iterator[Diagnostic]:
    """An estimate that somebody made so that there is one."""
    audience = subject.files.edition.audience
    if audience is not None and audience.tentative:
        span = audience.place("expected")
        yield _confirm(f"the number of participants ({audience.expected}) is", span)


def tentative_submissions(subject: Subject) -> Iterator[Diagnostic]:
    """Rules for papers that are those of the last time."""
    call = subject.files.edition.submissions
    if call.tentative:
        yield _confirm("what is said of papers under `submissions` is", call.place("tentative"))


def tentative_venue(subject: Subject) -> Iterator[Diagnostic]:
    """A host conference whose days, place and limits are those of the last time."""
    host = subject.folder.venues.get(subject.files.edition.venue)
    if host is not None and host.tentative:
        limits = " and the call's limits" if subject.edition.venue.call.documents else ""
        what = f"name, days and place of {subject.edition.venue.acronym}{limits} are"
        if not host.is_conference:
            what = "the place of the workshop is"
        yield _confirm(what, host.place("tentative"))


def tentative_hours(subject: Subject) -> Iterator[Diagnostic]:
    """Hours that were carried over from the last schedule, or only planned."""
    slots = zip(subject.files.program, subject.edition.schedule, strict=True)
    tentative = [(written, slot) for written, slot in slots if slot.is_tentative]
    if tentative:
        written, slot = tentative[0]
        others = f" and of {len(tentative) - 1} more" if len(tentative) > 1 else ""
        yield _confirm(f"the hours of {slot.title} ({slot.hours}){others} are", written.span)


def empty_lists(subject: Subject) -> Iterator[Diagnostic]:
    """Lists that an edition has in the end, and that are empty still.

    A hackathon, a reading group or an exhibition may never have them: where no papers are called
    for, only a list that is begun is missed.
    """
    edition, written = subject.edition, subject.files.edition
    about = "papers" if edition.asks_for_papers else "contributions"
    gaps: tuple[tuple[str, int, str, str], ...] = (
        ("speakers", len(edition.speakers), "there are no speakers yet", "add who is invited"),
        (
            "topics",
            len(edition.topics),
            "there are no topics yet",
            f"add what {about} may be about",
        ),
        ("committee", len(edition.committee), "there is no committee yet", "add its members"),
    )
    if not edition.has_call:
        gaps = gaps[:1]
    for key, count, message, hint in gaps:
        if count or not (edition.asks_for_papers or key in written.model_fields_set):
            continue
        instead = "" if edition.asks_for_papers else f", or delete `{key}` if it has none"
        yield warning(MISSING, message, _at(written.place(key), subject), f"{hint}{instead}")


def unnamed_talks(subject: Subject) -> Iterator[Diagnostic]:
    """Parts of the schedule that wait for a speaker or for papers."""
    for written, slot in zip(subject.files.program, subject.edition.schedule, strict=True):
        if slot.kind == "talk" and slot.talk is None:
            message = f"nobody is named for the talk of {slot.hours} yet"
            hint = "add the speaker to edition.yaml, and `talk:` with the speaker's id here"
            yield warning(MISSING, message, written.span, hint)
        elif slot.kind == "papers" and not (slot.papers or slot.parts):
            message = f"no papers are named for the session of {slot.hours} yet"
            hint = "add them to papers.yaml, and `papers: [id, id]` here"
            yield warning(MISSING, message, written.span, hint)


def unknown_submission(subject: Subject) -> Iterator[Diagnostic]:
    """A call for papers that does not say where and until when papers are sent."""
    written, edition = subject.files.edition, subject.edition
    if not edition.has_call:
        return
    policies = [terms.policy for terms in (edition.submissions, *edition.submissions.tracks)]
    is_by_mail = any(policy and EMAIL.search(policy) for policy in policies)
    if not edition.submissions.addresses and not is_by_mail:
        span = _at(written.place("submissions"), subject)
        message = "authors are not told where to send papers"
        hint = "add `url: https://…` under `submissions`"
        hint += "; if there is no call for papers, write `submissions: none`"
        yield warning(MISSING, message, span, hint)
    if not edition.dates.submissions:
        span = _at(written.place("dates"), subject)
        message = "authors are not told until when to send papers"
        yield warning(MISSING, message, span, "add `submission: …`, with the day, under `dates`")


def carried_over(subject: Subject) -> Iterator[Diagnostic]:
    """A proposal or an introduction that says what the last one said was not gone over yet."""
    earlier = [
        edition_id for edition_id in subject.folder.editions if edition_id < subject.files.id
    ]
    documents = subject.files.edition.documents.items()
    names = [(name, document.text) for name, document in documents]
    for name, file in (*names, ("website's introduction", "overview.md")):
        text = subject.files.texts.get(file)
        if text is None or not text.split():
            continue
        for edition_id in sorted(earlier, reverse=True):
            if text.split() in [
                words.split() for words in subject.folder.editions[edition_id].texts.values()
            ]:
                message = f"the text of the {name} is still that of {edition_id}, word for word"
                yield warning(CARRIED_OVER, message, text.span, "go over it")
                break


def placeholders(subject: Subject) -> Iterator[Diagnostic]:
    """What was written so that something stands there must not be read by anybody."""
    facts = subject.facts.values()
    texts = [(fact.value, _instead(fact)) for fact in facts]
    texts += [(text, _MEANT) for text in subject.files.all_texts]
    seen = set()
    for text, hint in texts:
        if not isinstance(text, Text) or not text.pieces:
            continue
        for match in PLACEHOLDERS.finditer(text):
            found = match.group()
            span = text.place(match.start(), len(found))
            if span not in seen:
                seen.add(span)
                message = f"`{found}` holds the place of something else"
                yield warning(PLACEHOLDER, message, span, hint)


_MEANT = "write what is meant"


def _instead(fact: Fact) -> str:
    """What to write in place of what keeps the place of a fact."""
    is_title = fact.attribute == "title" and any(isinstance(part, Talk) for part in fact.owners)
    return "leave `title` out until the speaker has sent one" if is_title else _MEANT


def _confirm(what: str, span: Span | None) -> Diagnostic:
    hint = "correct it if need be, then delete `tentative`"
    return warning(TENTATIVE, f"{what} to be confirmed", span, hint)


def _at(span: Span | None, subject: Subject) -> Span:
    return span or Span(subject.files.folder / "edition.yaml", 1, 1, 2)


OPEN_POINTS: tuple[Rule, ...] = (
    tentative_days,
    tentative_audience,
    tentative_submissions,
    tentative_venue,
    tentative_hours,
    empty_lists,
    unnamed_talks,
    unknown_submission,
    carried_over,
    placeholders,
)
