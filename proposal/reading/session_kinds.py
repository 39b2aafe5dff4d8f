"""What happens in a part of the programme, as its title says it."""

from __future__ import annotations

import re

_KINDS = (
    ("opening", r"\b(opening|welcome|introduction)\b"),
    ("closing", r"\b(closing|conclusions?|concluding|wrap-?up|farewell|awards?)\b"),
    ("lunch", r"\blunch\b"),
    ("break", r"\b(break|coffee|tea)\b"),
    ("panel", r"\bpanel\b"),
    ("talk", r"\b(keynote|invited (talk|speaker)|tutorial)"),
    ("posters", r"\bposters?\b"),
    ("discussion", r"\b(discussions?|breakouts?|round ?table|q ?& ?a|qa|mentoring|meeting)\b"),
    ("social", r"\b(social|dinner|reception|networking|banquet)\b"),
    ("papers", r"\b(session|orals?|papers?|presentations?|lightning|spotlights?|talks?)\b"),
)
_USUAL_TITLES = {
    "opening": {"opening remarks", "opening"},
    "closing": {"closing remarks", "closing"},
    "lunch": {"lunch", "lunch break"},
    "break": {"break"},
    "panel": {"panel", "panel discussion"},
    "posters": {"poster session", "posters"},
    "discussion": {"discussion"},
    "social": {"social event"},
    "papers": {"paper presentations", "papers"},
}
"""Titles that a part of the programme has without being given one."""


def kind_of(title: str, *, has_papers: bool) -> str | None:
    """What happens under a title; nothing if it does not say.

    Args:
        title: the title of a part of the programme.
        has_papers: whether papers are presented in it.
    """
    plain = title.casefold()
    if has_papers:
        return "posters" if re.search(r"\bposters?\b", plain) else "papers"
    return next((kind for kind, pattern in _KINDS if re.search(pattern, plain)), None)


def is_usual(title: str, kind: str) -> bool:
    """Whether a title says no more than the kind does."""
    return " ".join(title.casefold().split()) in _USUAL_TITLES.get(kind, set())
