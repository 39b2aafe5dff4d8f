"""Compares the order of the sections with the one that the call demands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proposal.check.calls.answering_facts import DemandContext
from proposal.check.calls.call_result import ORDER, CallAnswer
from proposal.check.calls.home_sections import home_of
from proposal.check.calls.recognized_answers import ANYWHERE
from proposal.model.records.call import DemandRecord
from proposal.render.sections import Section


def order_of(
    context: DemandContext, demands: Sequence[DemandRecord], *, is_built: bool
) -> Iterator[CallAnswer]:
    """Whether the sections come in the order of the call, if that demands one."""
    if not context.asked.demands.ordered:
        return
    early = _too_early(context, demands)
    span = early[0].span if early else context.document.text.span
    yield CallAnswer(
        document=context.document.name,
        demand=ORDER,
        label="the order of the call's list",
        source=context.asked.source,
        says=None,
        is_met=early is None,
        by=context.prose if early is None else "",
        is_section=False,
        page=None,
        is_built=is_built,
        missing=f"“{early[0].heading}” stands before “{early[1].heading}”" if early else "",
        hint=f"move it behind “{early[1].heading}”" if early else "",
        span=span,
    )


def _too_early(
    context: DemandContext, demands: Sequence[DemandRecord]
) -> tuple[Section, Section] | None:
    """A section that should stand behind another one, with that one."""
    last: Section | None = None
    for demand in demands:
        section = None if demand.demand in ANYWHERE else home_of(context, demand.demand)
        if section is None:
            continue
        places = context.sections
        if last is not None and places.index(section) < places.index(last):
            return section, last
        last = section
    return None
