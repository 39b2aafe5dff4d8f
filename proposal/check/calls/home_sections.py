"""Finds the section of the text in which a demand is answered."""

from __future__ import annotations

from proposal.check.calls.answering_facts import DemandContext, Proof
from proposal.check.calls.recognized_answers import found_answer
from proposal.model.records.call import DemandRecord
from proposal.render.sections import Section

_LISTS = {"earlier-editions": "editions"}
"""Demands that a list of another name answers."""


def home_of(context: DemandContext, demand: str) -> Section | None:
    """The outermost section that answers a demand; nothing if what answers stands outside of all.

    The author block and the list of references are no sections of the text.
    """
    section = context.sets(_LISTS.get(demand, demand)) or _answering(context, demand)
    return _around(context, section) if section is not None else None


def _answering(context: DemandContext, demand: str) -> Section | None:
    found = found_answer(context, DemandRecord(demand=demand))
    if not (isinstance(found, Proof) and found.is_section):
        return None
    return found.section or next(
        (section for section in context.sections if section.span == found.span), None
    )


def _around(context: DemandContext, section: Section) -> Section:
    level = min(known.level for known in context.sections)
    before = context.sections[: context.sections.index(section) + 1]
    return next((known for known in reversed(before) if known.level == level), section)
