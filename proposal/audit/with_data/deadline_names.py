"""Recognizes which date of an edition is meant: by its own label, or by its kind and track."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from proposal.edition.deadlines import Deadline
from proposal.edition.edition import Edition
from proposal.model.deadline_kinds import DEADLINE_NAMES
from proposal.reading.searchable_text import normalize


def labelled(edition: Edition, text: str) -> str | None:
    """The name of the date whose label some words hold, the longest of several.

    Dates of the usual kinds that are for all papers are known by many other words in English.
    """
    letters = normalize(text)
    is_english = edition.language.is_english
    labels = {
        name: normalize(found.label)
        for name, found in edition.dates.of_authors.items()
        if not is_english or name not in DEADLINE_NAMES or found.opens or found.track
    }
    named = [name for name, label in labels.items() if label and label in letters]
    return max(named, key=lambda name: len(labels[name]), default=None)


def of_kind(edition: Edition, kind: str) -> Mapping[str, Deadline]:
    """The dates of a kind by their names: that of all papers, and those of tracks."""
    return {
        name: deadline
        for name, deadline in edition.dates.named.items()
        if kind == name or (deadline.kind == kind and not deadline.opens)
    }


def agreeing(edition: Edition, kind: str, days: Collection[dt.date]) -> str | None:
    """The name of the date of a kind that is on one of some days."""
    found = of_kind(edition, kind).items()
    return next((name for name, deadline in found if deadline.day.date in days), None)


def of_track(edition: Edition, text: str) -> str | None:
    """The submission of the track that is all that some words name: `Research papers`."""
    letters = normalize(text)
    track = next(
        (one for one in edition.submissions.tracks if normalize(one.name) == letters), None
    )
    if track is None:
        return None
    found = of_kind(edition, "submission").items()
    own = [name for name, deadline in found if deadline.track == track.id]
    return next(iter(own), "submission" if "submission" in edition.dates.named else None)
