"""Finds which demands of the host conference's call a document meets, by what, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proposal.check.calls.answering_facts import FACTS, Answered, DemandContext, Gap, Proof
from proposal.check.calls.call_result import PAGES, CallAnswer
from proposal.check.calls.printed_pages import PrintedPdf, printed
from proposal.check.calls.sections import Section, sections_of
from proposal.check.calls.vocabulary import RECOGNITION, Recognition
from proposal.check.facts.stated_facts import stated_facts
from proposal.check.rules.context import Subject
from proposal.edition.edition_document import Document
from proposal.edition.host_call import Asked
from proposal.model.call import DEMANDS, DemandRecord
from proposal.model.name_comparison import plain_words

BUILD = "type `proposal build`"


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
        place = (subject.folder.root, subject.edition.year, name)
        pdf = printed(*place, pdfs[name]) if name in pdfs else None
        answers += _pages(document, asked, pdf)
        answers += [_answer(context, demand, pdf) for demand in _of_this(subject, asked)]
    return answers


def _of_this(subject: Subject, asked: Asked) -> Iterator[DemandRecord]:
    """The demands that are made of this edition: of a first one, none for a series."""
    for content in asked.demands.contents:
        if not content.for_a_series or subject.edition.ordinal > 1:
            yield content


def _pages(document: Document, asked: Asked, pdf: PrintedPdf | None) -> Iterator[CallAnswer]:
    """Whether a PDF keeps to the limit, which only one that is built can show."""
    limit, with_references = asked.demands.pages, asked.demands.references_count is not False
    if limit is None or pdf is None:
        return
    count = pdf.pages if with_references else pdf.pages_before_references
    is_met = count <= limit
    yield CallAnswer(
        document=document.name,
        demand=PAGES,
        label=f"at most {_counted(limit, 'page')}",
        source=asked.source,
        says=None if with_references else "references do not count",
        is_met=is_met,
        by=_counted(count, "page") if is_met else "",
        is_section=False,
        page=None,
        is_built=True,
        missing="" if is_met else f"there are {count}",
        hint="" if is_met else f"shorten {document.text.span.file.name}",
        span=document.text.span,
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _answer(context: DemandContext, demand: DemandRecord, pdf: PrintedPdf | None) -> CallAnswer:
    found = _found(context, demand)
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


def _found(context: DemandContext, demand: DemandRecord) -> Proof | Gap:
    """What answers a demand: the section that the organizer names, a fact, or a section."""
    name = demand.demand
    recognition = RECOGNITION.get(name)
    if name in context.document.answers:
        return _named(context, demand, recognition)
    fact: Answered = FACTS[name](context) if name in FACTS else None
    if isinstance(fact, Proof) or recognition is None:
        return fact or Gap("nothing answers it", "", context.document.text.span)
    section = _recognized(context, demand, recognition)
    if isinstance(fact, Gap) and (isinstance(section, Gap) or context.sets(name)):
        return fact  # a section that sets a list of nothing is no answer
    return section


def _named(
    context: DemandContext, demand: DemandRecord, recognition: Recognition | None
) -> Proof | Gap:
    """The section that `answers` in `edition.yaml` names."""
    heading = context.document.answers[demand.demand]
    key = plain_words(heading)
    section = next(
        (section for section in context.sections if plain_words(section.heading) == key), None
    )
    if section is None:
        span = context.place("documents", context.document.name, "answers", demand.demand)
        known = ", ".join(
            f"“{section.heading}”" for section in context.sections if section.level == 1
        )
        return Gap(f"there is no section “{heading}”", f"the sections are {known}", span)
    if recognition is None or recognition.sentence is None:
        return _sound(section, demand.words)
    for sentence in section.sentences:
        if recognition.sentence.search(sentence):
            return _of_sentence(section, sentence, demand.words)
    return Gap(f"“{section.heading}”: {recognition.lack}", recognition.advice, section.span)


def _recognized(
    context: DemandContext, demand: DemandRecord, recognition: Recognition
) -> Proof | Gap:
    """A section whose heading tells that it answers a demand, or a sentence that does."""
    candidates = [
        section for section in context.sections if recognition.headings.search(section.heading)
    ]
    nearest = candidates[0].span if candidates else context.document.text.span
    is_anywhere = demand.demand in _ANYWHERE
    if recognition.sentence is not None and (candidates or is_anywhere):
        others = [section for section in context.sections if not _PAST.search(section.heading)]
        for section in [*candidates, *others] if is_anywhere else candidates:
            for sentence in section.sentences:
                if recognition.sentence.search(sentence):
                    return _of_sentence(section, sentence, demand.words)
        return Gap(recognition.lack, recognition.advice, nearest)
    if not candidates:
        missing = f"no section of {context.prose} is about it"
        return Gap(missing, f"write a section such as `# {recognition.example}`", nearest)
    tried = [_sound(section, demand.words) for section in candidates]
    return next((proof for proof in tried if isinstance(proof, Proof)), tried[0])


_ANYWHERE = frozenset({"participants", "participant-limit", "duration"})
"""Demands that a sentence answers, under whatever heading it stands."""

_PAST = RECOGNITION["earlier-editions"].headings
"""The headings of sections that speak of other workshops than this one."""


def _sound(section: Section, limit: int | None) -> Proof | Gap:
    """A section that is written, and no longer than it may be."""
    count = len(section.text.split())
    if not count:
        return Gap(f"“{section.heading}” is empty", "write it", section.span)
    if section.placeholder:
        missing = f"“{section.heading}” still says “{section.placeholder}”"
        return Gap(missing, "write what is meant", section.span)
    if limit is not None and count > limit:
        missing = f"“{section.heading}” has {count} words, and may have {limit}"
        return Gap(missing, f"leave out {count - limit} of them", section.span)
    return Proof(section.heading, (), section.span, section, is_section=True)


def _of_sentence(section: Section, sentence: str, limit: int | None) -> Proof | Gap:
    """A sentence of a section that is written."""
    sound = _sound(section, limit)
    if isinstance(sound, Gap):
        return sound
    return Proof(section.heading, (sentence,), section.span, is_section=True)
