"""Tells whether a sentence says that people take part in the workshop from afar, too."""

from __future__ import annotations

import re

_HYBRID = re.compile(
    r"\b(?:workshop|event|symposium|edition|meeting)\b[^.!?]{0,60}\b(?:held|be|run|place|format"
    r"|organi[sz]ed|offered|conducted)\b[^.!?]{0,30}\bhybrid\b(?!\s+(?!mode|format|event"
    r"|workshop|manner|way|form|setting|meeting|in\b|with\b|on\b|at\b)[a-z])"
    r"|\bhybrid\s+(?:workshop|event|format|mode|meeting|symposium)\b",
    re.IGNORECASE,
)
"""`The workshop will be held in hybrid mode.`, but not `a workshop on hybrid models`."""
_NOT_HYBRID = re.compile(
    r"\b(?:no|not|never|only|previous|last\s+year)\b[^.!?]{0,60}\bhybrid\b"
    r"|\bhybrid\b[^.!?]{0,60}\b(?:not|cancell?ed|was|were)\b|\bon\s+hybrid\b",
    re.IGNORECASE,
)
"""`There is no hybrid format this year.`"""


def says_hybrid(text: str) -> bool:
    """Whether a sentence says that people take part from afar, too."""
    return _HYBRID.search(text) is not None and _NOT_HYBRID.search(text) is None
