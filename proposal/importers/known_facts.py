"""Lets a draft speak of what an edition has as the edition does, so that nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from proposal.importers.draft import Record, Value
from proposal.importers.same_sessions import are_same_people
from proposal.model.name_comparison import same_text
from proposal.model.records.dates_record import DatesRecord, DeadlineRecord
from proposal.model.records.submissions_record import SubmissionsRecord, SubmissionTermsRecord
from proposal.model.records.workshop import Workshop


def with_known_dates(dates: Mapping[str, Value], known: DatesRecord) -> Record:
    """The dates by the keys under which an edition has them, whatever the source calls them."""
    rest = {name: date for name, date in known if date is not None}
    found: Record = {}
    for name, date in dates.items():
        own = next(_names_of(name, date, rest), name)
        rest.pop(own, None)
        record = date if isinstance(date, Mapping) else {}
        is_said = record.get("kind") == own
        found[own] = {key: record[key] for key in record if key != "kind"} if is_said else date
    return found


def _names_of(name: str, date: Value, known: Mapping[str, DeadlineRecord]) -> Iterator[str]:
    """The keys of dates that are of the same kind and track, or called the same."""
    record = date if isinstance(date, Mapping) else {}
    kind = record.get("kind") or ("" if "label" in record else name)
    for own, deadline in known.items():
        own_kind = getattr(deadline, "kind", None) or ("" if deadline.label else own)
        is_same_track = (deadline.track or "") == record.get("track", "")
        if is_same_track and kind and own_kind == kind:
            yield own
    for own, deadline in known.items():
        if deadline.label and same_text(deadline.label, str(record.get("label", ""))):
            yield own
    if name in known and (known[name].track or "") == record.get("track", ""):
        yield name


def without_inherited(submissions: Value, known: SubmissionsRecord) -> Value:
    """How papers are sent in, without what tracks of the edition say as it holds for all."""
    tracks = submissions.get("tracks") if isinstance(submissions, Mapping) else None
    if not isinstance(submissions, Mapping) or not isinstance(tracks, list):
        return submissions
    return {**submissions, "tracks": [_news_of_track(dict(track), known) for track in tracks]}


def _news_of_track(track: Record, known: SubmissionsRecord) -> Record:
    """What a source says of a track that the edition says otherwise or not at all."""
    own = next(
        (own_track for own_track in known.tracks if same_text(own_track.name, str(track["name"]))),
        None,
    )
    if own is None:
        return track
    terms = {**_terms_of(known), **_terms_of(own)}
    if own.words and not own.pages:
        terms.pop("pages", None)
    return {
        key: value
        for key, value in track.items()
        if key in {"name", "id"} or not _is_said(terms.get(key), value)
    }


def _terms_of(record: SubmissionTermsRecord) -> dict[str, Any]:
    return {
        key: getattr(record, key)
        for key in SubmissionTermsRecord.model_fields
        if getattr(record, key) not in (None, [])
    }


def _is_said(known: Any, value: Value) -> bool:
    """Whether a term of the edition says all that a source does."""
    if known is None:
        return False
    if isinstance(value, Mapping):
        return all(_is_said(getattr(known, key, None), part) for key, part in value.items())
    if isinstance(value, list):
        return [str(item) for item in known] == [str(item) for item in value]
    if isinstance(value, bool):
        return bool(known) is value
    return same_text(str(getattr(known, "name", known)), str(value))


def without_series(edition: dict[str, Any], series: Workshop | None) -> dict[str, Any]:
    """The facts of an edition, without links and committees that are the series'."""
    if series is None:
        return edition
    found = dict(edition)
    if isinstance(links := found.get("links"), Mapping):
        found["links"] = _own_links(links, series)
    if isinstance(committees := found.get("committees"), list):
        found["committees"] = [
            committee for committee in committees if not _is_of_series(committee, series)
        ]
    return {key: value for key, value in found.items() if value}


def _own_links(links: Mapping[str, Value], series: Workshop) -> Record:
    known = {name: str(getattr(series.links, name)) for name in type(series.links).model_fields}
    addresses = {str(link.url) for link in series.links.others}
    own = {key: link for key, link in links.items() if known.get(key) != link}
    others = own.pop("others", [])
    listed = others if isinstance(others, list) else []
    rest = [link for link in listed if str(link["url"]) not in addresses]
    return own | ({"others": rest} if rest else {})


def _is_of_series(committee: Mapping[str, Any], series: Workshop) -> bool:
    """Whether the series has a committee of this name with the same members."""
    for known in series.committees:
        members = [str(member.person or member.name) for member in known.members]
        if same_text(known.name, str(committee["name"])):
            return are_same_people(members, committee["members"])
    return False
