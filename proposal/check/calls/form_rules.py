"""Checks the answers to the fields of a call's web form against what the form takes."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic, Span, counted
from proposal.edition.wording import joined
from proposal.model.nearest_word import nearest
from proposal.model.records.form_record import FACT_ANSWERS, FormFieldRecord
from proposal.render.text.form import AnsweredField, answered_form

_KEYS = {
    "participants": "audience",
    "days": "when",
    "hours": "when",
    "duration": "when",
    "organizer-names": "organizers",
    "affiliations": "organizers",
    "emails": "organizers",
    "biographies": "organizers",
}
"""The keys of `edition.yaml` that say facts of other names."""

_OF_THE_SERIES = {
    "title": "name",
    "acronym": "acronym",
    "website": "url",
    "earlier-editions": "earlier",
}
"""The keys of `workshop.yaml` that say facts."""


def form_answers(subject: Subject) -> Iterator[Diagnostic]:
    """A web form refuses what is too long or left out, often at the last hour of the deadline."""
    form = subject.edition.venue.call.form
    for answered in answered_form(subject.edition):
        label = f"the field “{answered.label}” of the form of {form.source if form else ''}"
        yield from _lost_section(subject, answered, label)
        if answered.answer and not answered.placeholder:
            yield from _too_long(subject, answered, label)
            yield from _not_chosen(subject, answered, label)
        elif answered.field.required:
            yield from _empty(subject, answered, label)


def _too_long(subject: Subject, answered: AnsweredField, label: str) -> Iterator[Diagnostic]:
    for noun, count, most in answered.counts:
        if count > most:
            message = f"{label} takes {most} {noun}s, and the answer has {count}"
            hint = f"shorten it by {counted(count - most, noun)}"
            if answered.own is None:
                hint += f", or write a shorter one under `form: {{{answered.field.id}: …}}`"
                hint += " in edition.yaml"
            yield diagnostic("long-form-answer", message, _place(subject, answered), hint)


def _empty(subject: Subject, answered: AnsweredField, label: str) -> Iterator[Diagnostic]:
    field = answered.field
    message = f"{label} is required, and nothing answers it"
    if answered.placeholder:
        message = f"{label} is required, and the answer still says “{answered.placeholder}”"
        hint = "write what is meant"
    else:
        hint = f"write `form: {{{field.id}: {_example(field)}}}` in edition.yaml"
        if field.answer and field.answer in FACT_ANSWERS:
            hint = f"add {FACT_ANSWERS[field.answer]} to the data, or {hint}"
        elif field.answer:
            hint = f"write a section on it in the proposal, or {hint}"
    yield diagnostic("missing-form-answer", message, _place(subject, answered), hint)


def _example(field: FormFieldRecord) -> str:
    return field.choices[0] if field.choices else "…"


def _not_chosen(subject: Subject, answered: AnsweredField, label: str) -> Iterator[Diagnostic]:
    field, place = answered.field, _place(subject, answered)
    for wrong in answered.not_among_choices:
        message = f"{label} has no choice `{wrong}`"
        guess = nearest(wrong, field.choices)
        hint = f"did you mean `{guess}`?" if guess else f"write one of {', '.join(field.choices)}"
        if answered.own is None:
            hint = f"write `form: {{{field.id}: {guess or _example(field)}}}` in edition.yaml"
            hint += f"; the choices are {', '.join(field.choices)}"
        yield diagnostic("not-among-choices", message, place, hint)
    if field.choices and not field.several and len(answered.chosen) > 1:
        message = f"{label} takes one choice, and {joined(answered.chosen)} are answered"
        yield diagnostic("not-among-choices", message, place, "write one of them")


def _lost_section(subject: Subject, answered: AnsweredField, label: str) -> Iterator[Diagnostic]:
    own = answered.own
    if own is not None and own.section is not None and answered.section is None:
        message = f"there is no section “{own.section}”, which is to answer {label}"
        hint = "write the heading as it stands in the text of the proposal"
        span = subject.files.edition.place("form", answered.field.id, "section")
        yield diagnostic("missing-form-answer", message, span, hint)


def _place(subject: Subject, answered: AnsweredField) -> Span | None:
    """Where the answer is written, or else where it would be."""
    written, name = subject.files.edition, answered.field.answer or ""
    if answered.section is not None:
        return answered.section.span
    if answered.own is not None:
        return answered.own.span
    series = subject.folder.workshop
    if name in _OF_THE_SERIES and series is not None:
        return series.place(_OF_THE_SERIES[name])
    key = _KEYS.get(name, name)
    if key in written.model_fields_set:
        return written.place(key)
    return Span.of_file(subject.files.folder / "edition.yaml")


FORM: tuple[Rule, ...] = (form_answers,)
