"""Counts the pages and words of a finished PDF against the limits of the call."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from proposal.check.calls.answering_facts import DemandContext
from proposal.check.calls.call_result import PAGES, PART, WORDS, CallAnswer
from proposal.check.calls.home_sections import home_of
from proposal.check.calls.printed_pages import PrintedPdf
from proposal.diagnostics import counted
from proposal.model.records.call import DocumentPart
from proposal.render.sections import Section


def limits_of(context: DemandContext, pdf: PrintedPdf) -> Iterator[CallAnswer]:
    """Whether a PDF keeps to the limits of the call, a row each.

    Args:
        context: the document.
        pdf: its finished PDF; nothing else shows how long a text becomes.
    """
    demands = context.asked.demands
    with_references = demands.references_count is not False
    note = None if with_references else "references do not count"
    if demands.pages is not None:
        count = pdf.pages if with_references else pdf.pages_before_references
        yield _row(
            context, PAGES, f"at most {counted(demands.pages, 'page')}", count, demands.pages, note
        )
    if demands.words is not None:
        count = pdf.count_words(with_references=with_references)
        yield _row(
            context, WORDS, f"at most {counted(demands.words, 'word')}", count, demands.words, note
        )
    if demands.parts:
        pages = _pages_of_parts(context, demands.parts, pdf)
        for part, count in zip(demands.parts, pages, strict=True):
            yield _row(
                context,
                PART,
                part.name,
                count,
                part.pages,
                f"at most {counted(part.pages, 'page')}",
            )


def _row(
    context: DemandContext, demand: str, label: str, count: int, limit: int, says: str | None
) -> CallAnswer:
    text = context.document.text.span
    is_met = count <= limit
    noun = "word" if demand == WORDS else "page"
    allowed = f", and may be {limit}" if demand == PART else ""
    return CallAnswer(
        document=context.document.name,
        demand=demand,
        label=label,
        source=context.asked.source,
        says=says,
        is_met=is_met,
        by=counted(count, noun) if is_met else "",
        is_section=False,
        page=None,
        is_built=True,
        missing="" if is_met else f"there are {count}{allowed}",
        hint="" if is_met else f"shorten {text.file.name}",
        span=text,
    )


def _pages_of_parts(
    context: DemandContext, parts: Sequence[DocumentPart], pdf: PrintedPdf
) -> list[int]:
    """How many pages each part has; a page that two parts share is the first one's."""
    begins = dict(_beginnings(context, parts, pdf))
    places = sorted(begins)
    rest = next((index for index, part in enumerate(parts) if not part.contents), None)
    counts = [0] * len(parts)
    for start in pdf.starts:
        before = bisect_right(places, start)
        part = begins[places[before - 1]] if before else rest
        if part is not None:
            counts[part] += 1
    return counts


def _beginnings(
    context: DemandContext, parts: Sequence[DocumentPart], pdf: PrintedPdf
) -> Iterator[tuple[int, int | None]]:
    """Where in the letters a section begins, and to which part it belongs."""
    rest = next((index for index, part in enumerate(parts) if not part.contents), None)
    owners: dict[int, int] = {}
    for index, part in enumerate(parts):
        for name in part.contents:
            section = home_of(context, name)
            if section is not None:
                owners[id(section)] = index
            elif name == "references" and pdf.place_of_references is not None:
                yield pdf.place_of_references, index
    for section in _outermost(context.sections):
        place = pdf.place_of_section(section.heading, section.sentences)
        if place is not None:
            yield place, owners.get(id(section), rest)


def _outermost(sections: Sequence[Section]) -> list[Section]:
    level = min((section.level for section in sections), default=1)
    return [section for section in sections if section.level == level]
