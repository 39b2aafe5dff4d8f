"""Works out what became of a submission by all that its source says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.column_choices import NO_COLUMN
from proposal.importers.exports.deciding_columns import DECIDING, decision_of_answer
from proposal.importers.exports.decision import Decision, decision_of, decision_of_venue
from proposal.importers.exports.entry import Entry
from proposal.importers.listed_paper import says_withdrawn
from proposal.reading.lines import line_of

_OF_WITHDRAWAL = ("withdrawn", "deleted")
"""What answers whether a submission was withdrawn."""
_ANSWERS = ("accepted", "rejected", *_OF_WITHDRAWAL)
"""What answers with yes or no."""
_MOST_EXAMPLES = 3
"""Decisions that a message names."""


def deciding(entry: Entry) -> str:
    """Which of an entry's texts says whether it is accepted; empty if none does."""
    said = [meaning for meaning in ("decision", "accepted") if entry.text(meaning)]
    held = [meaning for meaning in DECIDING if entry.has(meaning)]
    return next(iter((*said, *held)), "")


def decision_on(entry: Entry) -> Decision:
    """What became of a submission; without a decision in the source, it is accepted.

    Whatever says that it is withdrawn counts more than what says that it was accepted before, and
    so does what says that it is rejected more than what says nothing of it.
    """
    if any(_said(entry, meaning) is Decision.WITHDRAWN for meaning in _OF_WITHDRAWAL):
        return Decision.WITHDRAWN
    if says_withdrawn(line_of(entry.text("title"))):
        return Decision.WITHDRAWN
    said = {meaning: _said(entry, meaning) for meaning in DECIDING if entry.text(meaning)}
    if Decision.WITHDRAWN in said.values():
        return Decision.WITHDRAWN
    if said.get("rejected") is Decision.REJECTED:
        return Decision.REJECTED
    meaning = deciding(entry)
    return _said(entry, meaning) if meaning else Decision.ACCEPTED


def refuse_unknown_decisions(entries: Sequence[Entry]) -> None:
    """Refuse words of which nobody knows whether they are for a paper, and contradictions.

    Raises:
        ImportSourceError: there are some; the message has the first of them and what to type.
    """
    unknown = [
        (entry, meaning)
        for entry in entries
        for meaning in dict.fromkeys((deciding(entry), *_ANSWERS))
        if meaning and _said(entry, meaning) is Decision.UNKNOWN
    ]
    if unknown:
        entry, meaning = unknown[0]
        counts = Counter(entry.text(meaning) for entry, other in unknown if other == meaning)
        listed = ", ".join(
            f"`{line_of(text)}` ({count})" for text, count in counts.most_common(_MOST_EXAMPLES)
        )
        words = "yes or no" if meaning in _ANSWERS else "accept, reject or withdrawn"
        raise ImportSourceError(
            f"{entry.where}: {listed} as {meaning} may be for a paper or against it; write "
            f"{words} there, or name the column of "
            f"the decisions, such as `--column decision=5` (`--column {meaning}={NO_COLUMN}` if "
            "this one has none)"
        )
    for entry in entries:
        _refuse_contradiction(entry)


def answer_if_empty(entries: Sequence[Entry]) -> str:
    """What to type if a column of decisions is empty and all papers are accepted."""
    meaning = deciding(entries[0]) if entries else ""
    if not meaning or any(entry.text(meaning) for entry in entries):
        return ""
    return f"; if all of them are, add `--column {meaning}={NO_COLUMN}` to the command"


def _said(entry: Entry, meaning: str) -> Decision:
    text = entry.text(meaning)
    if meaning in _ANSWERS:
        return decision_of_answer(text, meaning)
    return decision_of_venue(text) if meaning == "venue" and text else decision_of(text)


def _refuse_contradiction(entry: Entry) -> None:
    """Refuse a submission that one column calls accepted and another one rejected.

    Raises:
        ImportSourceError: it is; the message has both.
    """
    said = {
        meaning: _said(entry, meaning)
        for meaning in ("decision", "accepted", "rejected")
        if entry.text(meaning)
    }
    against = [
        meaning
        for meaning, found in said.items()
        if found in {Decision.REJECTED, Decision.DESK_REJECTED}
    ]
    favour = [
        meaning for meaning, found in said.items() if found.is_accepted and meaning != "rejected"
    ]
    if favour and against:
        texts = " and ".join(
            f"`{line_of(entry.text(meaning))}` as {meaning}" for meaning in (*favour, *against)
        )
        raise ImportSourceError(
            f"{entry.where}: {texts} contradict each other; correct one of them, or add "
            f"`--column {against[0]}={NO_COLUMN}` or `--column {favour[0]}={NO_COLUMN}` to the "
            "command"
        )
