"""What is left to fill in before an edition can be shown to anybody."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.diagnostics import Diagnostic, Span, warning
from proposal.verify.subject import Rule, Subject

CODE = "to-be-confirmed"
MISSING = "to-be-filled-in"


def tentative_days(subject: Subject) -> Iterator[Diagnostic]:
    """Days that were worked out from those of the last edition, and not yet confirmed."""
    written = subject.files.edition
    if written.when.tentative:
        span = written.place("when", "tentative")
        yield _confirm(f"the workshop's day, {subject.edition.when.date}, is", span)
    for name in type(written.dates).model_fields:
        deadline = getattr(written.dates, name)
        if deadline is not None and deadline.tentative:
            span = written.place("dates", name, "tentative")
            yield _confirm(f"the date of {name.replace('_', ' ')}, {deadline.date}, is", span)


def tentative_venue(subject: Subject) -> Iterator[Diagnostic]:
    """A host conference whose days and place are those of the last time."""
    host = subject.folder.venues.get(subject.files.edition.venue)
    if host is not None and host.tentative:
        what = f"name, days and place of {subject.edition.venue.acronym} are"
        yield _confirm(what, host.place("tentative"))


def empty_lists(subject: Subject) -> Iterator[Diagnostic]:
    """Lists that an edition has in the end, and that are empty still."""
    edition = subject.edition
    gaps = (
        ("speakers", len(edition.speakers), "there are no speakers yet", "add who is invited"),
        ("topics", len(edition.topics), "there are no topics yet", "add what papers may be about"),
        ("committee", len(edition.committee), "there is no committee yet", "add its members"),
    )
    for key, count, message, hint in gaps:
        if not count:
            span = _at(subject.files.edition.place(key), subject)
            yield warning(MISSING, message, span, hint)


def unnamed_talks(subject: Subject) -> Iterator[Diagnostic]:
    """Parts of the programme that wait for a speaker or for papers."""
    for written, slot in zip(subject.files.program, subject.edition.schedule, strict=True):
        if slot.kind == "talk" and slot.talk is None:
            message = f"nobody speaks from {slot.hours} yet"
            yield warning(MISSING, message, written.span, "write `talk:` and the speaker's id")
        elif slot.kind == "papers" and not slot.papers:
            message = f"no papers are presented from {slot.hours} yet"
            yield warning(MISSING, message, written.span, "add `papers: [id, id]`")


def unknown_submission(subject: Subject) -> Iterator[Diagnostic]:
    """A call for papers that does not say where and until when papers are sent."""
    written, edition = subject.files.edition, subject.edition
    if edition.submissions.url is None:
        span = _at(written.place("submissions"), subject)
        yield warning(
            MISSING,
            "authors are not told where to send papers",
            span,
            "add `submissions: {url: https://…}`",
        )
    if edition.dates.submission is None:
        span = _at(written.place("dates"), subject)
        yield warning(
            MISSING,
            "authors are not told until when to send papers",
            span,
            "add `dates: {submission: 2026-11-28}`",
        )


def _confirm(what: str, span: Span | None) -> Diagnostic:
    return warning(CODE, f"{what} to be confirmed", span, "correct it, then delete `tentative`")


def _at(span: Span | None, subject: Subject) -> Span:
    return span or Span(subject.files.folder / "edition.yaml", 1, 1, 2)


OPEN_POINTS: tuple[Rule, ...] = (
    tentative_days,
    tentative_venue,
    empty_lists,
    unnamed_talks,
    unknown_submission,
)
