"""What of an edition is for everybody: no deadline that is a guess, nobody who has not agreed."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from proposal.edition.collection import Collection
from proposal.edition.deadlines import Dates
from proposal.edition.edition import Edition, status_word
from proposal.edition.participants import Author
from proposal.edition.schedule import Paper, Slot
from proposal.edition.submission_terms import Submissions, Track
from proposal.model.deadline_kinds import WORKSHOP
from proposal.words.fixed import Fixed


def public(edition: Edition) -> Edition:
    """The edition as websites, calls and calendars tell of it.

    A tentative deadline is to be announced: whoever reads a date in a call plans by it, whatever
    stands beside it. Tentative rules for papers are left out for the same reason. Whoever has not
    agreed to speak is not named, and of authors to whom nobody shall write there is no address.
    All else is as it was, with
    its marks. The public edition of a public edition is the same again.
    """
    edition = _closed(edition) if edition.is_cancelled else edition
    return replace(
        edition,
        dates=_dates(edition),
        submissions=_submissions(edition.submissions),
        speakers=Collection(
            edition.speakers.kind, tuple(talk for talk in edition.speakers if talk.is_confirmed)
        ),
        schedule=Collection(edition.schedule.kind, tuple(_slot(slot) for slot in edition.schedule)),
        papers=replace(edition.papers, items=_papers(edition.papers)),
    )


def _closed(edition: Edition) -> Edition:
    """An edition that is cancelled, to which nobody sends papers, registers, or comes.

    What was asked of papers is not asked any more. The days stay, for those who have planned by
    them, and calendars cancel them.
    """
    over = {name: link for name, link in edition.links.named.items() if not link.is_over}
    days = tuple(replace(day, join=()) for day in edition.when.days)
    slots = tuple(replace(slot, join=()) for slot in edition.schedule)
    return replace(
        edition,
        submissions=Submissions(
            language=edition.language,
            call=edition.submissions.call,
            are_none=edition.submissions.are_none,
        ),
        links=replace(edition.links, named=over),
        fees=(),
        join=replace(edition.join, items=()),
        when=replace(edition.when, days=days),
        schedule=replace(edition.schedule, items=slots),
    )


def _papers(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    return tuple(replace(paper, authors=tuple(map(_author, paper.authors))) for paper in papers)


def _author(author: Author) -> Author:
    return author if author.corresponding else replace(author, email=None)


def _dates(edition: Edition) -> Dates:
    dates, is_off = edition.dates, edition.is_called_off
    guessed = {
        name: deadline
        for name, deadline in dates.named.items()
        if deadline.day.is_tentative and name != WORKSHOP  # which is shown with its mark
    }
    labels = {name: deadline.label for name, deadline in guessed.items()}
    certain = {name: deadline for name, deadline in dates.named.items() if name not in guessed}
    return replace(
        dates,
        named=certain,
        open_submissions=(
            *dates.open_submissions,
            *(one.label for one in guessed.values() if one.kind == "submission" and not one.opens),
        ),
        to_be_announced={**dates.to_be_announced, **labels},
        workshop_mark=status_word(edition.status, edition.language) if is_off else "",
    )


def _submissions(call: Submissions) -> Submissions:
    if not call.is_tentative:
        return call
    tracks = tuple(
        Track(
            id=track.id,
            name=track.name,
            url=track.url,
            system=track.system,
            template=track.template,
            language=track.language,
        )
        for track in call.tracks
    )
    listed = replace(call.tracks, items=tracks)
    return Submissions(
        url=call.url,
        system=call.system,
        template=call.template,
        tracks=listed,
        call=call.call,
        language=call.language,
    )


def _slot(slot: Slot) -> Slot:
    """A part of the schedule without the names of those who have not agreed."""
    seats = tuple(seat for seat in slot.seats if seat.is_confirmed)
    panelists = tuple(person for seat in seats for person in seat.people)
    parts = tuple(_slot(part) for part in slot.parts)
    papers = _papers(slot.papers)
    shown = replace(slot, papers=papers, seats=seats, panelists=panelists, parts=parts)
    if slot.talk is None or slot.talk.is_confirmed or slot.talk.is_cancelled:
        return shown
    title = Fixed("%(title)s (speaker to be announced)", title=slot.title).said_in(slot.language)
    return replace(shown, talk=None, title=title)
