"""Writes the table of contents that ACM's e-Rights system reads before rights forms are sent.

The fields, their order and the types of papers are those of ACM's "The CSV File - A Definition of
Terms" (revision of November 12, 2025), a row for each author of each paper, without headings.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from proposal.bundling.receivers.bundled_volume import (
    AFFILIATION_HINT,
    BundledPaper,
    BundledVolume,
    in_words,
    no_contact,
)
from proposal.bundling.receivers.name_parts import name_parts
from proposal.bundling.receivers.packed_volume import PackedVolume
from proposal.diagnostics import Diagnostic, error, warning
from proposal.edition.participants import Affiliation, Author
from proposal.model.family_names import SUFFIX
from proposal.model.material_kinds import kind_of_name
from proposal.render.plain import plain_statement

FIELDS = (
    *("proceeding_id", "event_tracking_number", "paper_type", "title"),
    *("prefix", "first_name", "middle_name", "last_name", "suffix"),
    *("author_sequence_no", "contact_author", "acm_profile_id", "acm_client_no", "orcid", "email"),
    *("department_school_lab", "institution", "city", "state_province", "country"),
    *("secondary_department_school_lab", "secondary_institution", "secondary_city"),
    *("secondary_state_province", "secondary_country"),
    *("section_title", "section_seq_no", "published_article_number"),
    *("start_page", "end_page", "article_seq_no"),
    *("art_submission_date", "art_approval_date", "source", "abstract"),
)

_TYPES = (
    *("abstract", "brief-report", "course", "demonstration", "editorial", "extended abstract"),
    *("full paper", "introduction", "invited talk", "invited talk abstract", "keynote", "obituary"),
    *("oration", "panel", "plenary talk", "poster", "prefatory", "short paper", "technical note"),
    *("tutorial", "work-in-progress"),
)
"""The types of papers that ACM knows."""

_TYPES_OF_KINDS = {
    "long": "full paper",
    "full": "full paper",
    "regular": "full paper",
    "oral": "full paper",
    "spotlight": "full paper",
    "short": "short paper",
    "poster": "poster",
    "demo": "demonstration",
}
_POSTS = 2
"""How many institutions of an author ACM takes."""
_DECLARED = "write it into the person's file, under `affiliations`"


def acm_contents(volume: BundledVolume) -> PackedVolume:
    """The table of contents, and what is missing for it."""
    written = io.StringIO(newline="")
    table = csv.DictWriter(written, FIELDS, restval="")
    for paper in volume.papers:
        for number, author in enumerate(paper.paper.authors, 1):
            values = _values(volume, paper) | _of_author(paper, author, number)
            table.writerow({key: _encoded(value) for key, value in values.items()})
    return PackedVolume({"contents.csv": written.getvalue().encode()}, list(_missing(volume)))


def _encoded(value: str) -> str:
    """A value in one line, in which letters beyond ASCII have their numbers: é is `&#233;`."""
    line = " ".join(value.split())
    return line.encode("ascii", "xmlcharrefreplace").decode()


def _values(volume: BundledVolume, paper: BundledPaper) -> dict[str, str]:
    """What is the same in the rows of all authors of a paper."""
    shown, sections = paper.paper, volume.sections
    section = paper.section
    neighbours = [other for other in volume.papers if other.section == section]
    return {
        "proceeding_id": str(volume.files.edition.proceedings.acm_id or ""),
        "event_tracking_number": str(paper.record.number or shown.id),
        "paper_type": _type(paper) or "",
        "title": paper.title,
        "section_title": in_words(section or ""),
        "section_seq_no": str(sections.index(section) + 1) if section else "",
        "start_page": paper.first_page,
        "end_page": paper.last_page,
        "article_seq_no": str(neighbours.index(paper) + 1),
        "source": _source(volume),
        "abstract": plain_statement(shown.abstract) if shown.abstract else "",
    }


def _source(volume: BundledVolume) -> str:
    """The review system, or else who is written to."""
    edition = volume.edition
    contact = next(iter(edition.contacts), next(iter(edition.organizers)).person)
    return in_words(edition.submissions.system or contact.name)


def _type(paper: BundledPaper) -> str | None:
    """The type of a paper by its kind; nothing if ACM has none for it."""
    kind = kind_of_name(paper.record.kind or "").casefold()
    return _TYPES_OF_KINDS.get(kind) or (kind if kind in _TYPES else None)


def _of_author(paper: BundledPaper, author: Author, number: int) -> dict[str, str]:
    """What stands in the row of an author alone."""
    parts = name_parts(author)
    *family, last = in_words(parts.family).split()
    has_suffix = bool(family) and SUFFIX.fullmatch(last) is not None
    values = {
        "first_name": in_words(parts.given),
        "last_name": " ".join(family) if has_suffix else in_words(parts.family),
        "suffix": last if has_suffix else "",
        "author_sequence_no": str(number),
        "contact_author": "yes" if author is paper.contact else "no",
        "orcid": author.orcid or "",
        "email": author.email or "",
    }
    for prefix, post in zip(("", "secondary_"), author.affiliations, strict=False):
        values |= {f"{prefix}{key}": value for key, value in _place(post).items()}
    return values


def _place(post: Affiliation) -> dict[str, str]:
    parts = {
        "department_school_lab": post.department,
        "institution": post.institution,
        "city": post.city,
        "state_province": post.state,
        "country": post.country,
    }
    return {key: in_words(value) for key, value in parts.items() if value}


def _missing(volume: BundledVolume) -> Iterator[Diagnostic]:
    stated = volume.files.edition.proceedings.acm_id
    yield from volume.missing_keys({"acm_id": (stated, "12345")})
    for paper in volume.papers:
        yield from _missing_of_paper(paper)
        for index in range(len(paper.paper.authors)):
            yield from _missing_of_author(paper, index)
    yield from volume.missing_orcids()


def _missing_of_paper(paper: BundledPaper) -> Iterator[Diagnostic]:
    name = paper.paper.id
    if _type(paper) is None:
        kind = paper.record.kind
        said = f"ACM has no type of papers called `{kind}`" if kind else "what it is is not said"
        message = f"of the paper `{name}`, {said}"
        hint = f"write `kind: full`, `short`, `poster`, `demo` or one of: {', '.join(_TYPES)}"
        yield error("unknown-paper-type", message, paper.place("kind"), hint)
    if paper.contact is None:
        yield no_contact(paper, "gets ACM's form")
    addresses = Counter(author.email.casefold() for author in paper.paper.authors if author.email)
    for address, count in addresses.items():
        if count > 1:
            message = f"{count} authors of the paper `{name}` have the address {address}"
            hint = "ACM refuses this; write the address of each author"
            yield error("same-address", message, paper.place("authors"), hint)


def _missing_of_author(paper: BundledPaper, index: int) -> Iterator[Diagnostic]:
    author, place = paper.paper.authors[index], paper.place_of_author(index)
    name = f"the author {author.name} of `{paper.paper.id}`"
    if author.email is None:
        hint = "write `email: …` beside the name, or into the person's file"
        yield error("author-without-email", f"{name} has no email address", place, hint)
    if not author.affiliations:
        message = f"{name} has no affiliation"
        yield error("author-without-affiliation", message, place, AFFILIATION_HINT)
        return
    post = author.affiliations[0]
    missing = [key for key in ("city", "country") if getattr(post, key) is None]
    if missing:
        message = f"{name} works in no {' and no '.join(missing)}, which ACM demands"
        hint = _DECLARED if author.id else f"give the author a file in people/, and {_DECLARED}"
        yield error("author-without-place", message, place, hint)
    if len(author.affiliations) > _POSTS:
        message = f"{name} has {len(author.affiliations)} affiliations; ACM takes the first two"
        yield warning("more-affiliations", message, place, "nothing, if these are the main ones")
