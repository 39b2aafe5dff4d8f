"""Recognizes which of a workshop's dates is meant by the words before it."""

from __future__ import annotations

import re

from proposal.model.deadline_kinds import WORKSHOP, kinds_by_precedence, without_own_words

# "Workshop: March 3", and neither "Workshop papers due" nor "Workshop submission deadline"
_WORKSHOP_WORDS = (
    r"(?:workshop|meeting|conference|event)\b(?!\s+paper)(?!.*(?:submi|deadline|\bdue\b))"
)

# "Poster upload", "Early bird": dates for which the data have no key
# "Camera-ready proceedings online": the day on which others publish
_OTHER_DATES = re.compile(
    r"\b(abstract|poster|video|demo|early|proposal"
    r"|proceedings\s+(?:(?:are|will\s+be)\s+)?(?:online|available|published|ready|released|out))\b",
    re.IGNORECASE,
)


def name_of_date(label: str) -> str | None:
    """The date's name, as the data have it, or `workshop`; nothing for dates of other things."""
    for name, words in kinds_by_precedence(_WORKSHOP_WORDS).items():
        if re.search(
            rf"\b(?:{words})\b" if name != WORKSHOP else rf"\b{words}", label, re.IGNORECASE
        ):
            rest = label if name == WORKSHOP else without_own_words(label, name)
            return None if _OTHER_DATES.search(rest) else name
    return None
