"""Which of a workshop's dates is meant by the words before it?"""

from __future__ import annotations

import re

_DATES = (
    ("camera_ready", r"camera[\s-]*ready|final\s+versions?"),
    ("notification", r"notifi|acceptance|decision"),
    ("registration", r"registration"),
    (
        "workshop",
        r"\b(workshop|meeting|conference|event)\b(?!\s+paper)(?!.*(?:submi|deadline|\bdue\b))",
    ),
    ("submission", r"submi|paper.*(due|deadline)|deadline"),
)
"""Which date a line gives, by the words before it; the first match decides."""

_OTHER_DATES = re.compile(r"\b(abstract|poster|video|demo|early|proposal)\b", re.IGNORECASE)


def name_of_date(label: str) -> str | None:
    """The date's name, as the data have it, or `workshop`; nothing for dates of other things."""
    if _OTHER_DATES.search(label):
        return None
    for name, words in _DATES:
        if re.search(words, label, re.IGNORECASE):
            return name
    return None
