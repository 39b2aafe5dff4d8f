"""Resolves how papers are sent in: what holds for all, and what a track has of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from proposal.diagnostics import Diagnostic, error
from proposal.edition.collection import Collection
from proposal.edition.deadlines import Dates
from proposal.edition.marked_values import Estimate
from proposal.edition.prose_value import as_prose
from proposal.edition.submission_terms import (
    Pages,
    Publication,
    SpecialIssue,
    Submissions,
    Track,
)
from proposal.model.publication_places import place_of_publication
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.submissions_record import (
    LengthRange,
    PublicationRecord,
    SpecialIssueRecord,
    SubmissionsRecord,
    SubmissionTermsRecord,
    TrackRecord,
)
from proposal.words.fixed import Fixed

_ONE_ANSWER = (("pages", "words"), ("archival", "published"), ("url", "system"))
"""Keys that answer one question: a track that says one of them says all of them."""

_ONE_SENTENCE = (("pages", "words", "excludes"),)
"""Keys that are printed together, wherever they are said."""


def submissions_of(source: SubmissionsRecord, *, has_conference: bool = True) -> Submissions:
    """How papers are sent in, with all that is tentative marked.

    Args:
        source: as an edition's file says it.
        has_conference: whether the edition is held beside a conference, which has proceedings.

    What a track says otherwise than the rest holds for no track but those that say it, or do not
    say anything else; so it stands at each track, and not among what holds for all.
    """
    is_tentative, for_papers = source.tentative, source.call is None
    common = _terms(source, is_tentative=is_tentative, for_papers=for_papers)
    said = [keys_said_by(track) for track in source.tracks]
    differing = _with_all(_ONE_SENTENCE, {key for keys in said for key in keys}) - {"policy"}
    tracks = []
    for track, keys in zip(source.tracks, said, strict=True):
        own = _terms(track, is_tentative=is_tentative, for_papers=for_papers)
        terms = {key: (own if key in keys else common)[key] for key in common if key in differing}
        terms["policy"] = own["policy"]  # which is said beside that of all
        tracks.append(
            Track(
                id=track.track_id,
                name=track.name,
                is_tentative=is_tentative,
                has_conference=has_conference,
                for_papers=for_papers,
                **terms,
            )
        )
    shared = {key: value for key, value in common.items() if key not in differing}
    listed = Collection("tracks", tuple(tracks))
    return Submissions(
        is_tentative=is_tentative,
        tracks=listed,
        call=source.call,
        has_conference=has_conference,
        for_papers=for_papers,
        are_none=source.are_none,
        **shared,
    )


def due_without_call(source: EditionRecord, dates: Dates) -> list[Diagnostic]:
    """The days until which papers are due, where an edition says that none are called for."""
    if not source.submissions.are_none:
        return []
    hint = (
        "delete one of the two; what else is due has a name of its own: "
        "`applications: {date: 2027-03-01, label: Applications due}`"
    )
    message = "papers are due on this day, and `submissions: none` says that none are asked for"
    return [
        error("deadline-without-call", message, source.dates.place(name), hint)
        for name, deadline in dates.named.items()
        if deadline.kind in _FOR_PAPERS
    ]


_FOR_PAPERS = {"abstract", "submission"}
"""Kinds of days until which papers are sent in."""


def keys_said_by(track: TrackRecord) -> set[str]:
    """The keys of which a track says something of its own: what answers one question together."""
    said = track.model_fields_set & set(SubmissionTermsRecord.model_fields)
    return _with_all(_ONE_ANSWER, said)


def _with_all(groups: Sequence[tuple[str, ...]], keys: set[str]) -> set[str]:
    """Keys, and all others of the groups that they belong to."""
    return keys.union(*(group for group in groups if keys & set(group)))


def _terms(
    source: SubmissionTermsRecord, *, is_tentative: bool, for_papers: bool
) -> dict[str, Any]:
    return {
        "url": source.url,
        "system": source.system,
        "pages": _range(source.pages, is_tentative=is_tentative),
        "words": _range(source.words, is_tentative=is_tentative),
        "excludes": tuple(source.excludes),
        "review": source.review,
        "archival": source.archival,
        "published": _publication(source.published, for_papers=for_papers),
        "special_issue": _special_issue(source.special_issue, for_papers=for_papers),
        "format": source.format,
        "policy": as_prose(source.policy) if source.policy else None,
        "template": source.template,
    }


def _range(source: LengthRange | None, *, is_tentative: bool) -> Pages | None:
    if source is None:
        return None
    least = source.min
    return Pages(
        None if least is None else Estimate(least, is_tentative=is_tentative),
        Estimate(source.max, is_tentative=is_tentative),
    )


def _publication(source: PublicationRecord | None, *, for_papers: bool) -> Publication | None:
    if source is None:
        return None
    if place := place_of_publication(source.name):
        words = Fixed(place.statement if for_papers else place.of_contributions)
    elif for_papers:
        words = Fixed("Accepted papers appear in %(name)s", name=source.name)
    else:
        words = Fixed("Accepted contributions appear in %(name)s", name=source.name)
    return Publication(words, source.url)


def _special_issue(source: SpecialIssueRecord | None, *, for_papers: bool) -> SpecialIssue | None:
    return SpecialIssue(source.journal, source.url, for_papers=for_papers) if source else None
