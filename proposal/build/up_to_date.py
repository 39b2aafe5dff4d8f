"""Answers whether everything that is asked for is as a build would leave it.

The answer comes from the build's state and from fingerprints alone, without reading the data, so
that a build with nothing to do takes no time. Whatever is not certain is left to a build.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proposal.build.fingerprints import Fingerprints
from proposal.build.graph import Source, Target, artefacts, ids_needed
from proposal.build.request import BuildReport, Kind, OnStep, Request, Step
from proposal.build.state import ArtefactState, BuildState, read_build_state
from proposal.diagnostics import Diagnostic


def report_if_up_to_date(request: Request, on_step: OnStep) -> BuildReport | None:
    """The report of a build that has nothing to make; nothing if there is something.

    Args:
        request: what is to be built.
        on_step: called for everything that is up to date.
    """
    state = read_build_state(request.root)
    if state is None or request.force or request.variant is not None:
        return None
    now = Fingerprints(request.root)
    needed = set(ids_needed(state.outline, request))
    if state.data != now.digest_of(Source.DATA) or not needed <= state.editions.keys():
        return None
    wanted = list(artefacts(state.outline, request))
    if request.documents and not any(artefact.kind is Kind.PDF for artefact in wanted):
        return None  # there is no such document
    made = [if_up_to_date(artefact, state, now) for artefact in wanted]
    known = [artefact for artefact in made if artefact is not None]
    if len(known) < len(wanted):
        return None
    for artefact, found in zip(wanted, known, strict=True):
        on_step(Step(artefact.name, found.summary, is_done=True))
    diagnostics = _diagnostics(state, sorted(needed), known)
    return BuildReport(list(dict.fromkeys(diagnostics)), has_begun=True, fingerprints=now)


_OF_MACHINE = frozenset({"letter-without-font"})
"""What is said of pages that may be mended outside of all that they are made of."""


def if_up_to_date(artefact: Target, state: BuildState, now: Fingerprints) -> ArtefactState | None:
    """The artefact, if it would be made in the same way again and is still there."""
    made = state.artefacts.get(artefact.name)
    if made is None or not now.are_outputs(made.files):
        return None
    if any(found.code in _OF_MACHINE for found in made.made):
        return None
    return made if made.sources == now.digest_for(artefact, state.outline, made.engine) else None


def _diagnostics(
    state: BuildState, edition_ids: Sequence[str], made: Sequence[ArtefactState]
) -> Iterator[Diagnostic]:
    """All diagnostics, in the order in which a build finds them."""
    yield from state.diagnostics
    for edition_id in edition_ids:
        yield from state.editions[edition_id].resolved
    for artefact in made:
        yield from artefact.rendered
    for edition_id in edition_ids:
        yield from state.editions[edition_id].prose
    for artefact in made:
        yield from artefact.made
