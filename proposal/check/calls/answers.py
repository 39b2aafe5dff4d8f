"""Finds which demands of the host conference's call a document meets, by what, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proposal.check.calls.answering_facts import DemandContext, Gap, Proof
from proposal.check.calls.call_result import CallAnswer
from proposal.check.calls.demanded_format import format_of_call
from proposal.check.calls.limits import limits_of
from proposal.check.calls.printed_pages import PrintedPdf, printed
from proposal.check.calls.recognized_answers import found_answer
from proposal.check.calls.section_order import order_of
from proposal.check.facts.stated_facts import stated_facts
from proposal.check.rules.context import Subject
from proposal.edition.host_call import Asked
from proposal.model.demand_names import DEMANDS
from proposal.model.records.call import DemandRecord
from proposal.render.sections import sections_of
from proposal.typed_commands import BUILD


def demands_of(subject: Subject, pdfs: Mapping[str, bytes]) -> list[CallAnswer]:
    """What a call demands of the documents of an edition, each with its answer.

    Args:
        subject: the edition.
        pdfs: its finished PDFs, by document; what is not built is not looked for there.
    """
    asked_of = subject.asked
    if not asked_of:
        return []
    facts = stated_facts(subject)
    answers: list[CallAnswer] = []
    for name, asked in asked_of.items():
        document = subject.edition.documents[name]
        sections = sections_of(subject.edition, document)
        context = DemandContext(subject, document, asked, sections, facts)
        place = (subject.folder.root, subject.edition.id, name)
        pdf = printed(*place, pdfs[name]) if name in pdfs else None
        demands = list(_of_this(subject, asked))
        answers += limits_of(context, pdf) if pdf else []
        answers += format_of_call(context, is_built=pdf is not None)
        answers += order_of(context, demands, is_built=pdf is not None)
        answers += [_answer(context, demand, pdf) for demand in demands]
    return answers


def _of_this(subject: Subject, asked: Asked) -> Iterator[DemandRecord]:
    """The demands that are made of this edition: of a first one, none for a series."""
    for content in asked.demands.contents:
        if not content.for_a_series or not subject.edition.is_first:
            yield content


def _answer(context: DemandContext, demand: DemandRecord, pdf: PrintedPdf | None) -> CallAnswer:
    found = found_answer(context, demand)
    by, page, gap = "", None, None
    if isinstance(found, Gap):
        gap = found
    else:
        by = found.by
        page = _page(found, pdf) if pdf else None
        if pdf is not None and page is None:
            where = f"“{by}”" if found.is_section else f"`{by}`"
            gap = Gap(f"{where} is not found in {context.document.name}.pdf", BUILD, found.span)
    return CallAnswer(
        document=context.document.name,
        demand=demand.demand,
        label=DEMANDS[demand.demand],
        source=context.asked.source,
        says=demand.says,
        is_met=gap is None,
        by=by,
        is_section=isinstance(found, Proof) and found.is_section,
        page=page,
        is_built=pdf is not None,
        missing=gap.missing if gap else "",
        hint=gap.hint if gap else "",
        span=found.span,
    )


def _page(proof: Proof, pdf: PrintedPdf) -> int | None:
    if proof.section is not None:
        return pdf.page_of_section(proof.section.heading, proof.section.sentences)
    return pdf.page_of_all(proof.words)
