"""A past edition says what it said: rebuilding it later must not change a word."""

from __future__ import annotations

import json
from collections.abc import Iterator

from proposal.diagnostics import Diagnostic, Span, error
from proposal.edition.facts import facts_of
from proposal.verify.subject import Rule, Subject

FILE = "frozen.json"
"""The file beside `edition.yaml` that holds what a frozen edition says."""

_SHOWN = 8


def frozen_edition(subject: Subject) -> Iterator[Diagnostic]:
    """A person's new post without `since`, or a corrected venue, would rewrite history."""
    file = subject.files.folder / FILE
    if not file.is_file():
        return
    try:
        known: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        message = "the facts of the frozen edition cannot be read"
        yield error(
            "frozen-edition", message, Span(file, 1, 1, 2), "restore the file, or delete it"
        )
        return
    now = facts_of(subject.edition)
    names = [name for name in {**known, **now} if known.get(name) != now.get(name)]
    for name in names[:_SHOWN]:
        old, new = known.get(name, "nothing"), now.get(name, "nothing")
        message = f"edition {subject.edition.year} is frozen, but {name} was `{old}` and is `{new}`"
        hint = f"give the change a `since`, or undo it; if it is meant, delete {FILE}"
        yield error("frozen-edition", message, _place(name, subject), hint)
    if len(names) > _SHOWN:
        message = f"{len(names) - _SHOWN} more facts of edition {subject.edition.year} changed"
        yield error("frozen-edition", message, Span(file, 1, 1, 2))


def _place(name: str, subject: Subject) -> Span:
    """The person's file for what is said of a person, and the edition's for everything else."""
    for part in name.split("."):
        person = subject.folder.people.get(part)
        if person is not None and (span := person.place("name")):
            return span
    return subject.files.edition.span or Span(subject.files.folder / "edition.yaml", 1, 1, 2)


FROZEN: tuple[Rule, ...] = (frozen_edition,)
