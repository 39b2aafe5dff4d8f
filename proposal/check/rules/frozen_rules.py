"""A past edition says what it said: rebuilding it later must not change a word."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.diagnostics import Diagnostic, Span, error
from proposal.edition.facts import Fact, recorded_facts
from proposal.edition.frozen import FROZEN_FILE, read_frozen
from proposal.model.record import Record

CODE = "frozen-edition"

_SHOWN = 8
"""Facts that are named, with their values."""
_AROUND = 20
"""Characters that are shown before the first one that differs."""
_LONGEST = 60
"""Characters of a value that are shown."""


def frozen_edition(subject: Subject) -> Iterator[Diagnostic]:
    """A person's new post without `since`, or a corrected venue, would rewrite history.

    What becomes known later, as the address of a paper, is no such change, as long as it is
    written in the edition's own folder.
    """
    file = subject.files.folder / FROZEN_FILE
    if not file.is_file():
        return
    top = Span(file, 1, 1, 2)
    known = read_frozen(file)
    if known is None:
        message = f"the facts of edition {subject.edition.id} cannot be read"
        yield error(CODE, message, top, "restore the file, or delete it")
        return
    now = recorded_facts(subject.edition, subject.folder)
    changed = [
        key for key in {**known, **now} if _is_changed(known.get(key), now.get(key), subject)
    ]
    for key in changed[:_SHOWN]:
        before, after = known.get(key), now.get(key)
        old, new = _around_change(before.text if before else None, after.text if after else None)
        name = (after or known[key]).id
        message = f"edition {subject.edition.id} is frozen, but {name} was {old} and is {new}"
        yield error(CODE, message, _place(key, after, subject), _hint(key))
    if len(changed) > _SHOWN:
        more = len(changed) - _SHOWN
        facts = "facts have" if more > 1 else "fact has"
        message = f"{more} more {facts} changed in edition {subject.edition.id}"
        yield error(CODE, message, top, "correct those that are listed first")


def _is_changed(before: Fact | None, after: Fact | None, subject: Subject) -> bool:
    if before is None:
        # Files outside of the edition's folder say something of other editions, too.
        place = after.span if after else None
        return place is not None and not place.file.is_relative_to(subject.files.folder)
    return before.text != (after.text if after else "")


def _hint(key: str) -> str:
    meant = f"if it is meant, write it in {FROZEN_FILE}, too"
    if key.startswith("people.") and {"affiliations", "biography"} & set(key.split(".")):
        return f"give what is new a `since`, or undo the change; {meant}"
    return f"undo the change; {meant}"


def _around_change(old: str | None, new: str | None) -> tuple[str, str]:
    """Two values as a sentence quotes them: of long ones, the part where they begin to differ."""
    if old is None or new is None:
        return _quoted(old or "", 0), _quoted(new or "", 0)
    pairs = zip(old, new, strict=False)
    same = next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))
    is_short = max(len(old), len(new)) <= _LONGEST
    start = 0 if is_short else max(0, same - _AROUND)
    return _quoted(old, start), _quoted(new, start)


def _quoted(text: str, start: int) -> str:
    if not text:
        return "nothing"
    end = start + _LONGEST
    return f"`{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}`"


def _place(key: str, fact: Fact | None, subject: Subject) -> Span:
    """Where the fact is written, or else the nearest record that could hold it."""
    if fact is not None and fact.span is not None:
        return fact.span
    first, *steps = key.split(".")
    record: Record | None = subject.files.edition
    if first == "people":
        record = subject.folder.people.get(steps.pop(0))
    elif first == "venue":
        record = subject.folder.venues.get(subject.files.edition.venue)
    else:
        steps.insert(0, first)
    span = record.place(*steps) if record else subject.files.edition.span
    return span or Span(subject.files.folder / "edition.yaml", 1, 1, 2)


FROZEN: tuple[Rule, ...] = (frozen_edition,)
