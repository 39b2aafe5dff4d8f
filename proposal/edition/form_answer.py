"""Own answers of an edition to the fields of the form in its conference's call."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.edition.host_call import AskedForm
from proposal.edition.prose_value import as_prose
from proposal.model.nearest_word import nearest
from proposal.model.records.edition_record import EditionRecord
from proposal.source.text import Prose


class FormAnswer(Struct, frozen=True):
    """What an edition writes for one field: a text, choices, or the heading of a section."""

    text: Prose | None
    chosen: tuple[str, ...]
    section: str | None
    span: Span | None


def form_answers(
    written: EditionRecord,
    form: AskedForm | None,
    report_error: Callable[[str, str, Span | None, str], None],
) -> Mapping[str, FormAnswer]:
    """The answers by the names of the fields; one to a field that there is not is told.

    Args:
        written: the edition.
        form: the form, if the call has one.
        report_error: takes code, message, place and hint of what is wrong.
    """
    known = [field.id for field in form.fields] if form else []
    answers = {}
    for name, record in written.form.items():
        if name not in known:
            source = form.source if form else "the call"
            guess = nearest(name, known)
            hint = f"did you mean `{guess}`?" if guess else f"its fields are {', '.join(known)}"
            if not known:
                hint = "list its fields under `form` of `call` in the conference's file"
            message = f"the form of {source} has no field `{name}`"
            report_error("unknown-form-field", message, written.place_of_key("form", name), hint)
            continue
        text = as_prose(record.text) if record.text is not None else None
        answers[name] = FormAnswer(text, tuple(record.chosen), record.section, record.span)
    return answers
