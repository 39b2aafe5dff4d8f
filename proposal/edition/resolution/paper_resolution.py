"""Makes a paper of an edition of what `papers.yaml` says of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from proposal.edition.participants import Affiliation, Author, Person
from proposal.edition.schedule import Paper
from proposal.model.material_kinds import name_of_kind
from proposal.model.name_comparison import identifier
from proposal.model.records.paper import AuthorRecord, PaperRecord
from proposal.model.records.submissions_record import SubmissionsRecord, TrackRecord
from proposal.source.text import Prose, Text
from proposal.words.fixed import Fixed


def paper_of(
    source: PaperRecord,
    authors: tuple[Author, ...],
    abstract: Prose | None,
    submissions: SubmissionsRecord,
) -> Paper:
    """The paper that a record describes.

    Args:
        source: the record.
        authors: its authors on the edition's day.
        abstract: its abstract.
        submissions: the edition's call, which may have a track that is its own.
    """
    pages, track = source.pages, _track(source.track, submissions.tracks)
    is_unpublished = track is not None and track.is_unpublished
    return Paper(
        id=source.id,
        title=source.title,
        authors=authors,
        abstract=abstract,
        award=source.award,
        pdf=source.pdf,
        code=source.code,
        data=source.data,
        slides=source.slides,
        poster=source.poster,
        video=source.video,
        supplement=source.supplement,
        kind=_kind(source.kind, submissions) if source.kind else None,
        track=track.name if track else source.track,
        keywords=tuple(source.keywords),
        pages=_replaced(pages, pages.replace("-", "\N{EN DASH}")) if pages else None,
        doi=source.doi,
        is_archival=not is_unpublished if source.archival is None else source.archival,
    )


def author_of(source: AuthorRecord, person: Person) -> Author:
    """The author that a record describes.

    Args:
        source: the record.
        person: who that is, on the edition's day.
    """
    known = {name: getattr(person, name) for name in Person.__struct_fields__}
    author = Author(**known, presenter=source.presenter, corresponding=source.corresponding)
    if source.person:
        return author
    posts = tuple(Affiliation(name, None, None, None, None) for name in source.affiliations)
    return replace(
        author,
        affiliations=posts or author.affiliations,
        orcid=source.orcid,
        email=source.email,
    )


def _track(written: str | None, tracks: Sequence[TrackRecord]) -> TrackRecord | None:
    """The track that a paper names by its id or its name; nothing if it is none of the call."""
    if written is None:
        return None
    known = {track.track_id: track for track in tracks}
    return known.get(written) or known.get(identifier(written, written))


def _kind(kind: str, submissions: SubmissionsRecord) -> str:
    """What a kind is called: a usual one in the edition's language, any other as it is written."""
    name = name_of_kind(kind, for_papers=submissions.call is None)
    return kind if name == kind else Fixed(name)


def _replaced(value: str, text: str) -> str:
    """Another text that stands where a value was written."""
    return value.replaced(text) if isinstance(value, Text) else text
