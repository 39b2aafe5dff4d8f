"""Rules on titles: everything in them is text."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic, Span
from proposal.model.loading.unlikely_names import MARKUP
from proposal.model.records.paper import PaperRecord
from proposal.model.records.program import PartRecord, SlotRecord
from proposal.model.records.speaker_record import Speaker

_NEITHER = "hold neither markup nor formulas, which titles of papers and talks may hold"
_OF_WORKS = "titles hold no markup but formulas"
_OF_WORKSHOPS = f"names of workshops {_NEITHER}"
_OF_SLOTS = f"titles of the program {_NEITHER}"


def markup_in_title(subject: Subject) -> Iterator[Diagnostic]:
    """Review systems export titles with LaTeX or HTML in them, and here they are plain text."""
    for title, span, refused in _titles(subject):
        if match := MARKUP.search(title):
            message = f"`{match[0]}` in `{title}` is printed as it is typed"
            hint = f"{refused}: write the characters themselves, as in n², & or é"
            yield diagnostic("markup-in-title", message, span, hint)


def _titles(subject: Subject) -> Iterator[tuple[str, Span | None, str]]:
    """Titles, topics and keywords with their places, and what they cannot hold."""
    written = subject.files.edition
    records: list[Speaker | PaperRecord | SlotRecord | PartRecord] = [
        *written.speakers,
        *subject.files.papers,
        *(written for written, _ in subject.slots_and_parts),
    ]
    for record in records:
        if record.title is not None:
            is_work = isinstance(record, Speaker | PaperRecord)
            yield record.title, record.place("title"), _OF_WORKS if is_work else _OF_SLOTS
    if written.name is not None:
        yield written.name, written.place("name"), _OF_WORKSHOPS
    if subject.is_first and (series := subject.folder.workshop):
        yield series.name, series.place("name"), _OF_WORKSHOPS
    for key in ("topics", "keywords"):
        for number, text in enumerate(getattr(written, key)):
            yield text, written.place(key, number), f"{key} {_NEITHER}"


TITLES: tuple[Rule, ...] = (markup_in_title,)
