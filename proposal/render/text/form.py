"""Renders the answers to the fields of a call's web form, ready to be pasted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import counted
from proposal.edition.edition import Edition
from proposal.edition.form_answer import FormAnswer
from proposal.model.name_comparison import plain_words
from proposal.model.records.form_record import FormFieldRecord, same_choice
from proposal.reading.demand_words import RECOGNITION
from proposal.reading.placeholders import PLACEHOLDERS
from proposal.render.plain import PlainText, plain_line, plain_nodes, plain_of
from proposal.render.prose import ProseKind, read_prose
from proposal.render.quoted_facts import Facts
from proposal.render.rendered_files import RenderedFiles
from proposal.render.sections import Section, sections_of
from proposal.render.templates import fill
from proposal.render.text.fact_lines import FORM_FACTS, set_in_lines
from proposal.render.text.layout import closed_up
from proposal.render.text.text_templates import plain_environment
from proposal.source.text import Prose

FILE = "form.txt"

_NUMBERS = frozenset({"participants", "duration"})
"""Facts that no section answers as a whole."""


class AnsweredField(Struct, frozen=True):
    """A field of the form, and what is pasted into it."""

    field: FormFieldRecord
    answer: PlainText
    """What is pasted; empty if nothing answers the field."""
    own: FormAnswer | None = None
    """What the edition writes for this field, if it does."""
    section: Section | None = None
    """The section that answers it, if one does."""

    @property
    def characters(self) -> int:
        """How many characters the answer has, spaces and line ends among them."""
        return len(self.answer)

    @property
    def words(self) -> int:
        """How many words the answer has."""
        return len(self.answer.split())

    @property
    def label(self) -> PlainText:
        """What the form calls the field."""
        return plain_line(self.field.label)

    @property
    def counts(self) -> tuple[tuple[str, int, int], ...]:
        """What is limited, how many of it there are, and how many there may be."""
        field = self.field
        limits = (
            ("character", self.characters, field.characters),
            ("word", self.words, field.words),
        )
        return tuple((noun, count, most) for noun, count, most in limits if most is not None)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What stands beside the label: "required", "231 of 200 words, 31 too many"."""
        lengths = (
            f"{count} of {counted(most, noun)}"
            + (f", {count - most} too many" if count > most else "")
            for noun, count, most in self.counts
        )
        return (*(["required"] if self.field.required else []), *lengths)

    @property
    def placeholder(self) -> str | None:
        """Words in the answer that hold the place of others, if there are any."""
        match = PLACEHOLDERS.search(self.answer)
        return match.group() if match else None

    @property
    def not_among_choices(self) -> tuple[str, ...]:
        """What is answered and is not one of the choices."""
        choices = self.field.choices
        return tuple(line for line in self.chosen if line not in choices) if choices else ()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The lines of the answer, each of which is a choice where there are choices."""
        return tuple(filter(None, self.answer.split("\n")))


def answered_form(edition: Edition) -> tuple[AnsweredField, ...]:
    """The fields of the form that the call of an edition's conference has, each with its answer."""
    form = edition.venue.call.form
    if form is None:
        return ()
    document = edition.documents.get("proposal")
    sections = sections_of(edition, document) if document else ()
    answering = _Answering(edition, sections, document.answers if document else {})
    return tuple(answering.field(field) for field in form.fields)


def form_text(workshop: Path, edition: Edition) -> RenderedFiles:
    """Render the answers as `form.txt`; nothing if the call has no form.

    Args:
        workshop: the folder that holds `data/`, for the workshop's own templates.
        edition: the resolved edition.
    """
    form = edition.venue.call.form
    if form is None:
        return RenderedFiles({})
    environment = plain_environment(workshop)
    values = {"edition": edition, "form": form, "fields": answered_form(edition)}
    text, diagnostics = fill(environment, FILE, values)
    return RenderedFiles({FILE: closed_up(text).encode()}, diagnostics)


class _Answering(Struct, frozen=True):
    edition: Edition
    sections: tuple[Section, ...]
    named: dict[str, str]
    """The headings that the document names for demands of the call."""

    def field(self, field: FormFieldRecord) -> AnsweredField:
        own = self.edition.form.get(field.id)
        section = self.section(field, own)
        answer = self.answer(field, own, section).strip()
        if field.choices:
            answer = "\n".join(_as_worded(field, line) for line in answer.split("\n"))
        return AnsweredField(field, PlainText(answer), own, section)

    def section(self, field: FormFieldRecord, own: FormAnswer | None) -> Section | None:
        """The section that answers a field, by its heading or by what it is about."""
        if own is not None:
            return _titled(self.sections, own.section) if own.section else None
        if field.answer is None or field.choices or not self.may_be_section(field.answer):
            return None
        if field.answer in self.named:
            return _titled(self.sections, self.named[field.answer])
        about = (section for section in self.sections if _is_about(section, field.answer))
        return next(about, None)

    def may_be_section(self, name: str) -> bool:
        """Whether a section answers a field: there is no such fact, or the data do not say it."""
        fact = FORM_FACTS.get(name)
        return fact is None or (
            name in RECOGNITION and name not in _NUMBERS and not fact(self.edition)
        )

    def answer(
        self, field: FormFieldRecord, own: FormAnswer | None, section: Section | None
    ) -> str:
        if section is not None:
            return plain_nodes(section.nodes, set_in_lines, width=None)
        if own is not None and own.text is not None:
            facts = Facts(self.edition)
            read = read_prose(own.text, ProseKind.DOCUMENT, facts, self.edition.references)
            return plain_of(read, set_in_lines, width=None)
        if own is not None:
            return "\n".join(map(plain_line, own.chosen))
        fact = FORM_FACTS.get(field.answer or "")
        return fact(self.edition) if fact else ""


def _is_about(section: Section, name: str) -> bool:
    """Whether a section answers a demand of the call, by its heading and by what it says."""
    known = RECOGNITION[name]
    if not (section.text and known.is_headed(section.heading)):
        return False
    return known.sentence is None or any(map(known.is_said, section.sentences))


def _titled(sections: Iterable[Section], heading: str) -> Section | None:
    """The section of a heading."""
    wanted = plain_words(heading)
    return next((known for known in sections if plain_words(known.heading) == wanted), None)


def _as_worded(field: FormFieldRecord, line: str) -> str:
    """A choice as the form words it; what is none stays as it is."""
    if line in field.choices:
        return line
    return next((choice for choice in field.choices if same_choice(choice, line)), line)


def texts_of_form(edition: Edition) -> list[Prose]:
    """The own answers that are written as texts, in which facts may be quoted."""
    return [answer.text for answer in edition.form.values() if answer.text is not None]
