"""What a document must say of a concept of ACM's classification."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proposal.check.facts.inspection import ArtefactKind
from proposal.check.facts.stated_fact import StatedFact
from proposal.edition.edition import Concept
from proposal.edition.facts import Fact


def statements_of_concept(
    fact: Fact, concept: Concept, concepts: Sequence[Concept], by_acmart: frozenset[ArtefactKind]
) -> Iterator[StatedFact]:
    """Look for two parts of a path, of which acmart prints no more, and for a branch only once.

    An example: `Networks → Network dynamics; Public Internet`.

    Args:
        fact: the concept's path.
        concept: the concept.
        concepts: those of the edition, in its order.
        by_acmart: the PDFs that acmart sets.
    """
    yield StatedFact(fact, frozenset({ArtefactKind.PAGE}))
    first = next(other for other in concepts if other.path[0] == concept.path[0])
    if len(concept.path) < 3:
        yield StatedFact(fact, by_acmart, said="" if first == concept else concept.path[-1])
