"""Rules on dates that authors, reviewers and organizers can keep."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic
from proposal.edition.deadlines import DEADLINES, Deadline
from proposal.edition.in_language import in_language
from proposal.edition.marked_values import Day
from proposal.edition.wording import day
from proposal.model.deadline_kinds import DEADLINE_KINDS, EARLY_REGISTRATION, phrase_of
from proposal.words.language import ENGLISH

LONGEST_LEAD = 365
"""Days before the workshop; a deadline that lies farther back has a wrong year."""

LEAST_NOTICE = 14
"""Days between notification and workshop in which nobody gets a visa."""

LEAST_REVIEW = 7
"""Days in which few reviewers read anything."""


def deadline_order(subject: Subject) -> Iterator[Diagnostic]:
    """Authors plan by these days, and the first mail about a wrong one comes within the hour."""
    days, known = _days(subject), _deadlines(subject)
    hint = "correct one of the two days"
    for before, after in _pairs(known):
        if days[after] <= days[before]:
            message = (
                f"{_phrase(after, known)} ({day(days[after])}) is not after "
                f"{_phrase(before, known)} ({day(days[before])})"
            )
            span = subject.files.edition.place("dates", after, "date")
            yield diagnostic("deadline-order", message, span, hint)
        elif known[after].ends <= known[before].ends:  # in zones far apart
            message = (
                f"{_phrase(after, known)} ({_with_zone(known[after])}) is over before "
                f"{_phrase(before, known)} ({_with_zone(known[before])})"
            )
            span = subject.files.edition.place("dates", after, "date")
            yield diagnostic("deadline-order", message, span, "correct one of days and zones")
    yield from _reduced_too_long(subject)
    workshop = subject.edition.when.date.date
    for name, date in days.items():
        if date > workshop and name in DEADLINES:  # others may come after it: post-proceedings
            message = f"{phrase_of(name)} ({day(date)}) is after the workshop ({day(workshop)})"
            span = subject.files.edition.place("dates", name, "date")
            yield diagnostic("deadline-order", message, span, hint)


def _reduced_too_long(subject: Subject) -> Iterator[Diagnostic]:
    """Early registration that ends when nobody can register any more."""
    ends = {name: date for name, date in _deadlines(subject).items() if not date.opens}
    early, last = ends.get(EARLY_REGISTRATION), ends.get("registration")
    if early and last and early.day.date > last.day.date:
        message = (
            f"{phrase_of(EARLY_REGISTRATION)} ({day(early.day.date)}) is after "
            f"{phrase_of('registration')} ({day(last.day.date)})"
        )
        span = subject.files.edition.place("dates", EARLY_REGISTRATION, "date")
        yield diagnostic("deadline-order", message, span, "correct one of the two days")


def distant_deadline(subject: Subject) -> Iterator[Diagnostic]:
    """A day that was copied from the last edition keeps its year, and looks right."""
    workshop = subject.edition.when.date.date
    for name, deadline in _deadlines(subject).items():
        date = deadline.day.date
        if (workshop - date).days > LONGEST_LEAD:
            phrase = _phrase(name, _deadlines(subject))
            message = f"{phrase} ({day(date)}) is more than a year before the workshop"
            span = subject.files.edition.place("dates", name, "date")
            yield diagnostic("distant-deadline", message, span, "correct the year")


def extension_order(subject: Subject) -> Iterator[Diagnostic]:
    """An extension gives more time; the old days are shown struck through, the oldest first."""
    for name, deadline in _deadlines(subject).items():
        known = [in_language(one, ENGLISH) for one in (*deadline.was, deadline.day)]
        for index in range(len(deadline.was)):
            old, new = known[index], known[index + 1]
            if _order(new) <= _order(old):
                what = "repeats the day" if new.date == old.date else "is earlier than the day"
                message = f"the extension to {new.plain} {what} before it ({old.plain})"
                span = subject.files.edition.place("dates", name, "was", index)
                hint = "write the days that held before under `was`, the oldest first"
                yield diagnostic("extension-order", message, span, hint)


def passed_deadline(subject: Subject) -> Iterator[Diagnostic]:
    """Whoever reads the call today should not be asked for what was due yesterday.

    Nothing is wrong if the day went as it was planned; so it is a note.
    """
    if subject.is_over:
        return
    deadlines = _deadlines(subject)
    for kind in DEADLINE_KINDS:
        deadline = deadlines.get(kind.name)
        if deadline is not None and kind.asks_authors and subject.has_passed(deadline):
            message = f"{kind.phrase} ({_in_english(deadline)}) has passed"
            span = subject.files.edition.place("dates", kind.name, "date")
            hint = "if it was extended, write the new day, and this one under `was`"
            yield diagnostic("passed-deadline", message, span, hint)


def missing_papers(subject: Subject) -> Iterator[Diagnostic]:
    """Accepted authors look for their papers on the website once they have been told."""
    notification = subject.edition.dates.notification
    if notification is None or subject.is_over or subject.files.papers:
        return
    if not subject.has_passed(notification):
        return
    due = _in_english(notification)
    message = f"authors were to be told by {due}, and no accepted papers are listed"
    span = subject.files.edition.place("dates", "notification", "date")
    hint = "write papers.yaml beside this file (`proposal import` reads a table or BibTeX)"
    yield diagnostic("missing-papers", message, span, hint)


def late_notification(subject: Subject) -> Iterator[Diagnostic]:
    """Authors need weeks for a visa, a flight and the early fee."""
    notified, workshop = _days(subject).get("notification"), subject.edition.when.date.date
    if notified is None or subject.is_over:
        return
    left = (workshop - notified).days
    if 0 <= left < LEAST_NOTICE:
        message = f"authors are told {left} days before the workshop"
        span = subject.files.edition.place("dates", "notification", "date")
        yield diagnostic("late-notification", message, span, "tell them two weeks before, or more")


def short_review(subject: Subject) -> Iterator[Diagnostic]:
    """Reviewers of a workshop read in their spare time."""
    days = _days(subject)
    if subject.is_over or "submission" not in days or "notification" not in days:
        return
    left = (days["notification"] - days["submission"]).days
    if 0 < left < LEAST_REVIEW:
        message = f"there are {left} days for reviewing" if left > 1 else "one day is for reviewing"
        span = subject.files.edition.place("dates", "notification", "date")
        yield diagnostic("short-review", message, span, "give reviewers a week or more")


def submission_zone(subject: Subject) -> Iterator[Diagnostic]:
    """Half of the authors live where the day ends earlier or later, and they all ask."""
    if subject.is_over:
        return
    written = dict(subject.files.edition.dates)
    for name, deadline in _deadlines(subject).items():
        source = written.get(name)
        if deadline.kind != "submission" or deadline.opens or source is None or source.zone:
            continue
        day, zone = _in_english(deadline).plain, subject.edition.venue.zone_label
        message = f"no time zone is said of {day}, so that of the venue holds ({zone})"
        span = subject.files.edition.place("dates", name, "date")
        typed = [f"date: {source.date}", *([f"time: {source.time:%H:%M}"] if source.time else [])]
        whole = f"{{{', '.join(typed)}, zone: AoE}}" if name == "submission" else "zone: AoE"
        hint = f"for anywhere on Earth write `{whole}`; if it is the venue's, `zone: {zone}`"
        yield diagnostic("submission-zone", message, span, hint)


def submission_without_kind(subject: Subject) -> Iterator[Diagnostic]:
    """A further round that no head, button or step counts, since nobody knows that papers are due.

    Such a label may be of something else, as of a shared task; so it is a note.
    """
    if subject.is_over:
        return
    for name, deadline in subject.edition.dates.others.items():
        if deadline.kind is None and not deadline.opens and _DUE.search(deadline.label):
            message = f"“{deadline.label}” does not say whether papers are due then"
            span = subject.files.edition.place("dates", name, "label")
            hint = "if they are, as in another round, write `kind: submission` beside the label"
            yield diagnostic("submission-without-kind", message, span, hint)


_DUE = re.compile(r"\bsubmi(?:t|ssions?)\b|\bpapers?\b.*\b(?:due|deadline)\b", re.IGNORECASE)
"""Examples: `Second round: submission deadline`, `Late papers are due`."""


def _pairs(known: Mapping[str, Deadline]) -> list[tuple[str, str]]:
    """The names of dates of which the second needs the outcome of the first, of all or a track.

    Of as many rounds, the days of each are a pair; else none can be before the first one.
    """
    pairs: dict[tuple[str, str], None] = {}
    for track in dict.fromkeys(deadline.track for deadline in known.values()):
        for kind in DEADLINE_KINDS:
            before = _rounds(known, kind.needs, track) if kind.needs else []
            after = _rounds(known, kind.name, track)
            rounds = before if len(before) == len(after) else before[:1] * len(after)
            pairs.update(dict.fromkeys(zip(rounds, after, strict=False)))
    return list(pairs)


def _rounds(known: Mapping[str, Deadline], kind: str, track: str | None) -> list[str]:
    """The names of the dates of a kind, the first round first; a track's own, or those of all."""
    for wanted in (track, None):
        found = [
            name
            for name, deadline in known.items()
            if deadline.track == wanted and deadline.kind == kind and not deadline.opens
        ]
        if found:
            return sorted(found, key=lambda name: known[name].day.date)
    return []


def _phrase(name: str, known: Mapping[str, Deadline]) -> str:
    return phrase_of(name) if name in DEADLINES else f"“{known[name].label}”"


def _in_english(deadline: Deadline) -> Day:
    """The day of a deadline as messages name it, whatever the language of the workshop."""
    return in_language(deadline.day, ENGLISH)


def _with_zone(deadline: Deadline) -> str:
    """The day of a deadline with the zone in which it ends."""
    return f"{_in_english(deadline)}, {deadline.zone or 'local time'}"


def _order(day: Day) -> tuple[dt.date, dt.time]:
    """What days are ordered by: one without a time lasts until its end."""
    return day.date, day.time or dt.time.max


def _deadlines(subject: Subject) -> Mapping[str, Deadline]:
    return subject.edition.dates.of_authors


def _days(subject: Subject) -> dict[str, dt.date]:
    return {name: deadline.day.date for name, deadline in _deadlines(subject).items()}


DATES: tuple[Rule, ...] = (
    deadline_order,
    distant_deadline,
    extension_order,
    passed_deadline,
    missing_papers,
    late_notification,
    short_review,
    submission_zone,
    submission_without_kind,
)
