"""Finds what answers one demand: a section that the organizer names, a fact, or a section."""

from __future__ import annotations

from proposal.check.calls.answering_facts import FACTS, Answered, DemandContext, Gap, Proof
from proposal.model.name_comparison import plain_words
from proposal.model.records.call import DemandRecord
from proposal.reading.demand_words import RECOGNITION, Recognition
from proposal.render.sections import Section


def found_answer(context: DemandContext, demand: DemandRecord) -> Proof | Gap:
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
        if recognition.is_said(sentence):
            return _of_sentence(section, sentence, demand.words)
    return Gap(f"“{section.heading}”: {recognition.lack}", recognition.advice, section.span)


def _recognized(
    context: DemandContext, demand: DemandRecord, recognition: Recognition
) -> Proof | Gap:
    """A section whose heading tells that it answers a demand, or a sentence that does."""
    candidates = [section for section in context.sections if recognition.is_headed(section.heading)]
    nearest = candidates[0].span if candidates else context.document.text.span
    is_anywhere = demand.demand in ANYWHERE
    if recognition.sentence is not None and (candidates or is_anywhere):
        others = [section for section in context.sections if not _PAST.is_headed(section.heading)]
        for section in [*candidates, *others] if is_anywhere else candidates:
            for sentence in section.sentences:
                if recognition.is_said(sentence) or _says_length(context, demand, sentence):
                    return _of_sentence(section, sentence, demand.words)
        return Gap(recognition.lack, recognition.advice, nearest)
    if not candidates:
        missing = f"no section of {context.prose} is about it"
        return Gap(missing, f"write a section such as `# {recognition.example}`", nearest)
    tried = [_sound(section, demand.words) for section in candidates]
    return next((proof for proof in tried if isinstance(proof, Proof)), tried[0])


def _says_length(context: DemandContext, demand: DemandRecord, sentence: str) -> bool:
    """Whether a sentence quotes how long the workshop is, in the words of its language."""
    if demand.demand != "duration" or context.edition.language.is_english:
        return False
    length = " ".join(plain_words(context.edition.when.length))
    # Without an end: German inflects it, as "ganztägiger".
    return bool(length) and f" {length}" in f" {' '.join(plain_words(sentence))}"


ANYWHERE = frozenset({"participants", "participant-limit", "duration"})
"""Demands that a sentence answers, under whatever heading it stands."""

_PAST = RECOGNITION["earlier-editions"]
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
