"""Says which key was meant by one that does not exist: a slip of the pen, or another word."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from types import UnionType
from typing import Any

from proposal.model.nearest_word import nearest
from proposal.model.record import Record
from proposal.model.records.data_files import FILES, SECTIONS

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    # people
    "affiliation": ("affiliation", "affiliations"),
    "university": ("affiliation", "institution", "affiliations"),
    "company": ("affiliation", "institution", "affiliations"),
    "organization": ("affiliation", "institution", "affiliations"),
    "employer": ("affiliation", "institution", "affiliations"),
    "institute": ("affiliation", "institution", "affiliations"),
    "school": ("department", "affiliation", "affiliations"),
    "faculty": ("department",),
    "bio": ("bio",),
    "biography": ("bio",),
    "about": ("bio", "abstract"),
    "cv": ("bio",),
    "mail": ("email", "contact"),
    "e-mail": ("email", "contact"),
    "email": ("email", "contact"),
    "picture": ("photo",),
    "image": ("photo",),
    "portrait": ("photo",),
    "headshot": ("photo",),
    "avatar": ("photo",),
    "website": ("url", "homepage", "links.homepage"),
    "webpage": ("url", "homepage", "links.homepage"),
    "site": ("site", "url", "homepage", "links.homepage", "elsewhere", "room"),
    "homepage": ("homepage", "links.homepage", "url"),
    "web": ("url", "homepage", "links.homepage"),
    "link": ("url", "links", "homepage"),
    "www": ("url", "homepage", "links.homepage"),
    "orcid": ("orcid", "links.orcid"),
    "scholar": ("scholar", "links.scholar"),
    "google_scholar": ("scholar", "links.scholar"),
    "github": ("github", "links.github", "code"),
    "full_name": ("name",),
    "fullname": ("name",),
    "surname": ("family_name",),
    "last_name": ("family_name",),
    "lastname": ("family_name",),
    "title": ("title", "name", "honorific", "institution"),
    "prefix": ("honorific",),
    "degree": ("honorific",),
    # who does what
    "people": ("organizers", "authors", "person"),
    "persons": ("person",),
    "chairs": ("organizers",),
    "organisers": ("organizers",),
    "organizer": ("organizers",),
    "organiser": ("organizers",),
    "team": ("organizers",),
    "chair": ("organizers", "person"),
    "keynote": ("speakers", "talk"),
    "keynotes": ("speakers",),
    "talks": ("speakers",),
    "invited": ("speakers",),
    "invited_speakers": ("speakers",),
    "lecturers": ("speakers",),
    "lectures": ("speakers",),
    "teachers": ("speakers",),
    "instructors": ("speakers",),
    "tutors": ("speakers",),
    "headings": ("speaker_headings",),
    "panelists": ("speakers",),
    "panellists": ("speakers",),
    "speaker": ("speakers", "person", "talk"),
    "presenter": ("speakers", "person", "talk"),
    "contact_person": ("contact",),
    "type": ("role", "kind", "level"),
    "category": ("role", "kind", "level"),
    "confirmed": ("status", "tentative"),
    "provisional": ("tentative",),
    "tbc": ("tentative",),
    "tbd": ("tentative",),
    # when and where
    "location": ("site", "room", "city", "elsewhere", "venue"),
    "where": ("room", "site", "city", "venue"),
    "place": ("room", "city", "elsewhere", "venue"),
    "venue": ("host", "elsewhere", "room"),
    "city": ("elsewhere",),
    "cities": ("city",),
    "building": ("site", "room"),
    "street": ("address",),
    "maps": ("map",),
    "google_maps": ("map",),
    "openstreetmap": ("map",),
    "conference": ("venue", "series", "host"),
    "host": ("host", "venue"),
    "day": ("date", "when.date"),
    "date": ("date", "when.date"),
    "when": ("when", "date"),
    "time": ("start", "when.start"),
    "from": ("start", "since", "min"),
    "begin": ("start", "since", "when.start"),
    "to": ("end", "max"),
    "until": ("end",),
    "till": ("end",),
    "start": ("when.start", "since"),
    "end": ("when.end",),
    "start_date": ("start", "date", "since", "when.date"),
    "end_date": ("end",),
    "start_time": ("start", "when.start"),
    "end_time": ("end", "when.end"),
    "duration": ("end",),
    "length": ("end", "pages"),
    "timezone": ("zone",),
    "time_zone": ("zone",),
    "tz": ("zone",),
    "town": ("city",),
    "province": ("state",),
    "region": ("state",),
    # dates and papers
    "deadline": ("submission", "dates.submission", "date"),
    "deadlines": ("dates",),
    "important_dates": ("dates",),
    "submission_deadline": ("submission", "dates.submission"),
    "paper_deadline": ("submission", "dates.submission"),
    "due": ("date", "submission", "dates.submission"),
    "extended_from": ("was",),
    "was_date": ("was",),
    "before": ("was",),
    "note": ("label",),
    "name": ("name", "label", "title", "institution"),
    "old_date": ("was",),
    "acceptance": ("notification", "dates.notification"),
    "camera-ready": ("camera_ready", "dates.camera_ready"),
    "final_version": ("camera_ready", "dates.camera_ready"),
    "early_bird": ("early_registration", "dates.early_registration"),
    "call_for_papers": ("submissions",),
    "cfp": ("submissions",),
    "submission_url": ("submissions.url", "url"),
    "openreview": ("submissions.url", "url"),
    "easychair": ("submissions.url", "url"),
    "overleaf": ("template", "submissions.template"),
    "template": ("template", "submissions.template"),
    "templates": ("template", "submissions.template"),
    "style": ("template", "submissions.template", "look"),
    "page_limit": ("pages", "submissions.pages"),
    "pages": ("pages", "submissions.pages"),
    "reviewing": ("review", "submissions.review"),
    "blind": ("review", "submissions.review"),
    "anonymous": ("review", "submissions.review"),
    "proceedings": ("proceedings", "published", "submissions.published", "archival"),
    "publisher": ("published", "submissions.published"),
    "publication": ("published", "submissions.published"),
    "special_issue": ("special_issue", "submissions.special_issue"),
    "journal": ("special_issue", "submissions.special_issue"),
    "word_limit": ("words", "submissions.words"),
    "tracks": ("tracks", "submissions.tracks"),
    "author": ("authors",),
    "paper": ("papers", "title"),
    "best_paper": ("award",),
    "paper_url": ("pdf",),
    "file": ("pdf", "text"),
    "dataset": ("data",),
    "presentation": ("slides",),
    "recording": ("video",),
    "appendix": ("supplement",),
    "supplementary": ("supplement",),
    "retracted": ("withdrawn",),
    "source": ("code", "text"),
    # an edition and its program
    "session": ("title", "kind"),
    "event": ("kind", "title"),
    "what": ("kind", "title"),
    "description": ("abstract", "policy", "bio"),
    "summary": ("abstract",),
    "overview": ("abstract",),
    "subjects": ("topics", "keywords"),
    "themes": ("topics",),
    "theme": ("topics", "look"),
    "format": ("format", "submissions.format"),
    "tags": ("keywords", "topics"),
    "edition": ("ordinal",),
    "editions": ("earlier",),
    "past": ("earlier",),
    "past_editions": ("earlier",),
    "previous": ("earlier",),
    "previous_editions": ("earlier",),
    "former": ("earlier",),
    "predecessors": ("earlier",),
    "number": ("ordinal",),
    "participants": ("audience", "attendees", "outcome.attendees"),
    "attendance": ("audience", "attendees", "outcome.attendees"),
    "sponsor": ("sponsors",),
    "supporters": ("sponsors",),
    "tier": ("level",),
    "tiers": ("sponsor_levels",),
    "levels": ("sponsor_levels",),
    "sponsorship": ("level", "sponsors"),
    "short_name": ("acronym",),
    "abbreviation": ("acronym",),
    "shortname": ("acronym",),
    "year": ("current", "year"),
    "design": ("look",),
    "color": ("accent",),
    "colour": ("accent",),
    "license": ("licence",),
    "thanks": ("acknowledgments",),
    "acknowledgements": ("acknowledgments",),
}
"""Words that people write for keys, each with the keys that may be meant, the likeliest first.

What needs a sentence stands in `guessed_keys`, which comes first.
`links.homepage` is the key `homepage` in the record `links`. A key counts where the record at hand
has it, so that the same word may mean another key in another record.
"""


_LIKENESS = 0.7
"""How alike a slip of the pen and its key are; `remote` and `role` are so by 0.6."""


def meant_keys(key: str, record: type[Record]) -> list[str]:
    """The keys of a record that may be meant by one that it does not have, the likeliest first.

    Args:
        key: the key as it is written.
        record: the record in which it stands.

    Returns:
        keys; one in a record of this one is written `links.homepage`.
    """
    bare = key.strip().casefold().replace(" ", "_")
    known = list(record.model_fields)
    for form in (bare, bare.replace("-", "_")):
        if form in known:
            return [form]
    synonyms = SYNONYMS.get(bare) or SYNONYMS.get(bare.replace("-", "_")) or ()
    meant = [synonym for synonym in synonyms if has_key(record, synonym)]
    if meant:
        return meant
    if file_of_key(bare):  # which is no slip: `look` in edition.yaml is not `logo`
        return []
    guess = nearest(bare.replace("-", "_"), known, _LIKENESS)
    return [guess] if guess else []


def file_of_key(key: str) -> str | None:
    """The file below `data/` to which a key belongs, if it is one of another file's own keys."""
    records = {name: (typing.get_args(kind) or (kind,))[0] for name, kind in FILES.items()}
    homes = [name for name, record in records.items() if key in record.model_fields]
    return SECTIONS[homes[0]] if len(set(homes) - {"calendar", "page"}) == 1 else None


def has_key(kind: Any, path: str) -> bool:
    """Whether a record has a key, and that of it the key behind the full stop."""
    first, _, rest = path.partition(".")
    if not (isinstance(kind, type) and issubclass(kind, Record)) or first not in kind.model_fields:
        return False
    return not rest or has_key(_inner(kind.model_fields[first].annotation), rest)


def _inner(annotation: Any) -> Any:
    """The type of a value that may be absent, or stand in a list."""
    if typing.get_origin(annotation) in {typing.Annotated, list}:
        return _inner(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in {typing.Union, UnionType}:
        return next(part for part in typing.get_args(annotation) if part is not type(None))
    return annotation
