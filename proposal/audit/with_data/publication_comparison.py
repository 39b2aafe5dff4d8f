"""Compares where a document says that accepted papers are published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.audit.with_data.expected import Case, Statements, deviation
from proposal.check.facts.stated_fact import StatedFact
from proposal.model.publication_places import NOWHERE, PUBLICATION_PLACES
from proposal.reading.searchable_text import normalize
from proposal.reading.source_document import SourceDocument

_SAID = re.compile(
    r"\b(?:papers|contributions)\s+(?:will\s+|are\s+|shall\s+)?(?:be\s+|to\s+be\s+)?(?:appear|published|included)"
    r"\s+(?P<by>in|on|by|at|with|through)\s+(?P<where>[^.;\n]{3,120})",
    re.IGNORECASE,
)
"""An example: `Accepted papers will be published in the ACL Anthology`."""

_PUBLISHER = re.compile(r"(?:the\s+)?(?P<name>ACM|IEEE|Springer)\b", re.IGNORECASE)
"""`IEEE`, `the ACM`"""


def compare_publication(case: Case, document: SourceDocument) -> Statements:
    """Compare the places at which papers are said to appear with those of all tracks.

    Only places of the table of usual ones are compared: others have too many names.
    """
    found = Statements()
    facts = [fact for fact in case.facts if fact.id.endswith("published.statement")]
    for match in _SAID.finditer(document.text) if facts else ():
        said = set(_places_in(match["where"]))
        agreeing = [fact for fact in facts if said & set(_places_in(fact.value))]
        found.agreed.update(agreeing)
        if not said and match["by"].casefold() in _BY:
            _compare_publisher(case, document, match, found)
        if said and not agreeing and not _is_of_conference(match["where"]):
            fact = _likeliest(facts)
            found.deviations.append(deviation(fact, document, *match.span()))
    return found


_BY = {"by", "with"}
"""Words before the name of a publisher, where a place has others."""


def _compare_publisher(
    case: Case, document: SourceDocument, match: re.Match[str], found: Statements
) -> None:
    """Compare a publisher with those of the places; the conference's may be another one."""
    facts = [fact for fact in case.facts if fact.id.endswith("published.statement")]
    publisher, terms = _PUBLISHER.match(match["where"]), case.edition.submissions
    if publisher is None or any(part.archival for part in (terms, *terms.tracks)):
        return
    name = normalize(publisher["name"])
    agreeing = [fact for fact in facts if name in normalize(fact.value)]
    found.agreed.update(agreeing)
    if not agreeing and all(set(_places_in(fact.value)) for fact in facts):
        found.deviations.append(deviation(_likeliest(facts), document, *match.span()))


def _places_in(text: str) -> Iterator[str]:
    """The places of the table that some words name."""
    letters = normalize(text)
    for place in PUBLICATION_PLACES:
        is_named = re.search(rf"(?<!\w)(?:{place.words})(?!\w)", text, re.IGNORECASE)
        if place is not NOWHERE and (is_named or normalize(place.phrase) in letters):
            yield place.name


def _is_of_conference(text: str) -> bool:
    """Whether the conference's own proceedings are meant, beside which papers may appear."""
    return re.search(r"\bconference['’]?s?\s+proceedings", text, re.IGNORECASE) is not None


def _likeliest(facts: list[StatedFact]) -> StatedFact:
    """The fact that a place belies: of a track with a usual place, if there is one."""
    return next((fact for fact in facts if any(_places_in(fact.value))), facts[0])
