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


_BEGINS = re.compile(
    r"\bopen(?:s|ing|ed)?\b(?!\s+(?:until|till|through|up\s+to|access))|\b(?:begins?|starts?|launch\w*)\b",
    re.IGNORECASE,
)
"""A day on which something begins: `Registration opens`; not `Submission open until`."""
_OF_NO_AUTHORS = re.compile(
    r"\bappl(?:y|ying|icants?|ications?(?!\s+(?:track|papers?|area)))\b|\bgrants?\b|\bscholarships?\b"
    r"|\bfellowships?\b|\bbursar(?:y|ies)\b|\bstipends?\b|\bfinancial\b|\bfunding\b|\btravel\b"
    r"|\bvisas?\b|\bchildcare\b|\bhotels?\b|\baccommodation\b|\bvolunteers?\b|\bnominations?\b|\bcandidatures?\b|\bcandidaturas?\b|\bbewerbung\w*"
    r"|\bbourses?\b|\bbecas?\b|\bbolsas?\b|\bborse\b|\bstipendien\b|\bsolicitud(?:es)?\b",
    re.IGNORECASE,
)
"""Who does not submit a paper: `Application deadline`, `Notification of travel grants`."""
_ONLY_DUE = re.compile(r"(?:due\s+dates?|deadlines?)\b", re.IGNORECASE)
"""A label that does not say of what: `Due date`, `Deadline`."""
_OF_PAPERS = re.compile(
    r"\b(?:submi\w*|papers?|manuscripts?|articles?|contribu\w*|cfp|beitr[äa]g\w*|artikel"
    r"|art[ií]culos?|artigos?|articoli|trabajos|trabalhos|ponencias|communications?)\b",
    re.IGNORECASE,
)
"""`Paper submission`, `Beiträge`"""
_SAYS_NO_SUBJECT = frozenset(
    {
        *("a", "about", "again", "all", "am", "an", "and", "anywhere", "aoe"),
        *("approaching", "archival", "are", "at", "author", "authors", "be", "been"),
        *("below", "by", "call", "changed", "closed", "cycle", "date", "dates", "earth"),
        *("extended", "extension", "final", "firm", "first", "for", "friday", "from"),
        *("full", "gmt", "hard", "has", "have", "here", "important", "in", "is", "it"),
        *("key", "last", "local", "long", "main", "midnight", "monday", "moved", "new"),
        *("next", "non", "noon", "note", "now", "of", "old", "on", "or", "original"),
        *("our", "over", "passed", "please", "pm", "position", "postponed", "regular"),
        *("research", "round", "saturday", "second", "see", "short", "soft", "strict"),
        *("sunday", "tentative", "the", "these", "this", "thursday", "till", "time"),
        *("to", "track", "tracks", "tuesday", "until", "upcoming", "updated", "utc"),
        *("was", "we", "wednesday", "will", "workshop"),
    }
)
"""Words beside `deadline` that do not say of what it is: `New extended deadline`."""


def name_of_date(label: str) -> str | None:
    """The date's name, as the data have it, or `workshop`; nothing for dates of other things."""
    for name, words in kinds_by_precedence(_WORKSHOP_WORDS).items():
        if re.search(
            rf"\b(?:{words})\b" if name != WORKSHOP else rf"\b{words}", label, re.IGNORECASE
        ):
            if name != WORKSHOP and (is_of_others(label) or _BEGINS.search(label)):
                return None
            rest = label if name == WORKSHOP else without_own_words(label, name)
            return None if _OTHER_DATES.search(rest) else name
    return None


def is_of_others(label: str) -> bool:
    """Whether words name what other people than authors must do: apply, book, ask for childcare.

    `Deadline` alone is that of papers, `Childcare deadline` is not.
    """
    if is_of_no_authors(label):
        return True
    if _ONLY_DUE.search(label) is None or _OF_PAPERS.search(label):
        return False
    named = [kind for kind in kinds_by_precedence() if kind != "submission"]
    if any(without_own_words(label, kind) != label for kind in named):
        return False  # as in `Registration deadline`
    return names_subject(label)


def is_of_no_authors(label: str) -> bool:
    """Whether words name what no author does with a paper: `Application`, `Travel grants`."""
    return _OF_NO_AUTHORS.search(label) is not None


def names_subject(label: str) -> bool:
    """Whether words say of what a deadline is, and not only that it is one: `New and extended`."""
    words = re.findall(r"[^\W\d_]{2,}", _ONLY_DUE.sub(" ", label))
    return any(word.casefold() not in _SAYS_NO_SUBJECT and not word.isupper() for word in words)


def is_of_papers(label: str) -> bool:
    """Whether words name papers, or what is submitted: `Full papers`, `Contributions`."""
    return _OF_PAPERS.search(label) is not None and _OF_NO_AUTHORS.search(label) is None


def is_deadline(label: str) -> bool:
    """Whether words say that something is due: `Childcare requests are due`, `Apply by`."""
    return _IS_DUE.search(label) is not None


_IS_DUE = re.compile(r"deadlines?\b|\bdue\b|\bapply\b|\bcloses?\b", re.IGNORECASE)
"""`Application deadline`, `Applications close`"""
