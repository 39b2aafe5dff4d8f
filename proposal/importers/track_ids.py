"""Lets papers and dates of a source name tracks as the edition does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from proposal.importers.draft import Draft
from proposal.model.name_comparison import identifier, words
from proposal.model.records.submissions_record import TrackRecord


def name_tracks_by_id(draft: Draft, tracks: Sequence[TrackRecord]) -> None:
    """Let a draft name tracks by the ids of those that the edition has, or that it gets.

    Args:
        draft: what was understood of a source.
        tracks: the edition's tracks in the data.
    """
    by_name = {tuple(words(track.name)): track.track_id for track in tracks}
    submissions = draft.edition.get("submissions")
    listed = submissions.get("tracks") if isinstance(submissions, Mapping) else None
    for track in listed if isinstance(listed, list) else ():
        name = str(track["name"])
        by_name.setdefault(tuple(words(name)), identifier(name, "track"))
    for paper in draft.papers:
        known = by_name.get(tuple(words(str(paper.get("track", "")))))
        if known:
            paper["track"] = known
    dates = draft.edition.get("dates")
    ids = {identifier(" ".join(name), "track"): own for name, own in by_name.items()}
    for date in dates.values() if isinstance(dates, Mapping) else ():
        if isinstance(date, dict) and str(date.get("track", "")) in ids:
            date["track"] = ids[str(date["track"])]
