"""Is everything that is asked for as a build would leave it?

This is answered from the record and from digests alone, without reading the data, so that a build
with nothing to do takes no time. Whatever is not certain is left to a build.
"""

from __future__ import annotations

from collections.abc import Iterator

from proposal.build.graph import Artefact, Source, artefacts, years_looked_at
from proposal.build.request import Kind, OnStep, Report, Request, Step
from proposal.build.source_fingerprints import Sources, are_unchanged
from proposal.build.state import Made, Record, read_record
from proposal.diagnostics import Diagnostic


def report_if_current(request: Request, on_step: OnStep) -> Report | None:
    """What a build would say, if there is nothing for it to make; otherwise nothing.

    Args:
        request: what is to be built.
        on_step: called for everything that is up to date.
    """
    record = read_record(request.root)
    if record is None or request.force or request.variant is not None:
        return None
    sources = Sources(request.root)
    looked_at = set(years_looked_at(record.outline, request))
    if record.data != sources.digest_of(Source.DATA) or not looked_at <= record.editions.keys():
        return None
    wanted = list(artefacts(record.outline, request))
    if request.documents and not any(each.kind is Kind.PDF for each in wanted):
        return None  # there is no such document
    made = [if_current(each, record, sources) for each in wanted]
    if not all(made):
        return None
    current = [each for each in made if each is not None]
    for artefact, each in zip(wanted, current, strict=True):
        on_step(Step(artefact.name, each.told, is_done=True))
    return Report(list(dict.fromkeys(_faults(record, sorted(looked_at), current))), has_begun=True)


def if_current(artefact: Artefact, record: Record, sources: Sources) -> Made | None:
    """An artefact as it was made, if it would be made in the same way again and is still there."""
    made = record.artefacts.get(artefact.name)
    if made is None or not are_unchanged(sources.root / "build", made.files):
        return None
    expected = sources.digest_for(artefact, record.outline, made.engine)
    return made if made.sources == expected else None


def _faults(record: Record, years: list[int], made: list[Made]) -> Iterator[Diagnostic]:
    """What there is to say, in the order in which a build comes upon it."""
    yield from record.faults
    for year in years:
        yield from record.editions[year].resolved
    for each in made:
        yield from each.rendered
    for year in years:
        yield from record.editions[year].prose
    for each in made:
        yield from each.faults
