"""Remembers which artefacts were proved to state their facts: these are not read again."""

from __future__ import annotations

from collections.abc import Iterable

from proposal.caching import digest, keep, kept, program_digest
from proposal.check.facts.inspection import ArtefactKind
from proposal.check.facts.stated_fact import StatedFact

_NAME = "proofs"


def proof_of(artefact: ArtefactKind, facts: Iterable[StatedFact], contents: Iterable[bytes]) -> str:
    """The name of the proof that some files state some facts: a digest of all it depends on."""
    wanted = [repr((fact.wordings, fact.moment)) for fact in facts]
    return digest(program_digest(), artefact, *wanted, *contents)


def is_known(proof: str) -> bool:
    """Whether the proof has succeeded on this machine."""
    return kept(_NAME, proof) is not None


def remember(proof: str) -> None:
    """Keep a proof that has succeeded."""
    keep(_NAME, proof, b"")
