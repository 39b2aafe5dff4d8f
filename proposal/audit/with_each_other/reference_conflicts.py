"""Finds papers of which two lists of references say different things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proposal.audit.reference_records import ReferenceRecord
from proposal.audit.with_each_other.conflict_diagnostics import Conflict, wrong
from proposal.audit.with_each_other.stated.statements import PageContent, StatedReference
from proposal.edition.wording import joined
from proposal.model.name_comparison import may_be_same
from proposal.reading.searchable_text import normalize

_FIELDS = ("year", "pages", "doi")
_HINT = "look at the paper, and correct the other one"


def references(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Papers that two lists give other authors, pages, a year or a DOI."""
    known: dict[str, StatedReference] = {}
    for content in edition:
        for stated in content.references:
            letters = normalize(stated.record.field("title"))
            other = known.setdefault(letters, stated)
            if other.location.span.file == stated.location.span.file:
                continue
            for name, said, others in _differences(stated.record, other.record):
                where = other.location.seen_from(stated.location)
                title = stated.record.field("title")
                message = f"the {name} of “{title}”: “{said}” here, “{others}” in {where}"
                yield wrong("reference-differs", message, stated.location, _HINT, other.location)


def _differences(one: ReferenceRecord, other: ReferenceRecord) -> Iterator[tuple[str, str, str]]:
    """What two records of a paper say of it in two ways; what one leaves out is no difference."""
    for name in _FIELDS:
        said, others = one.field(name), other.field(name)
        if said and others and re.findall(r"\w+", said) != re.findall(r"\w+", others):
            yield ("DOI" if name == "doi" else name), said, others
    people = [record.authors for record in (one, other)]
    if not all(named.names for named in people) or any(named.is_incomplete for named in people):
        return
    names, known = people[0].names, people[1].names
    pairs = zip(names, known, strict=False)
    if len(names) != len(known) or not all(may_be_same(*pair) for pair in pairs):
        yield "authors", joined(list(names)), joined(list(known))
