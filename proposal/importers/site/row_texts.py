"""Takes off a programme's lines what goes with them: badges, lengths of parts, small pictures."""

from __future__ import annotations

import re

_BADGE = re.compile(
    r"\s*[\[(](?:virtual|online|remote|in[- ]person|paper\s+presentation|presentation|pdf|paper"
    r"|abstract|code|link|recording|slides?|video|oral|poster|long|short|\d+\s*min\w*)"
    r"(?:\s*[/,|&]\s*(?:pdf|paper|code|link|recording|slides?|video|poster))*[\])]\s*",
    re.IGNORECASE,
)
"""What there is of a part, or how it is held: `[PDF]`, `(virtual)`, `[slides, video]`."""
_LINK_BEHIND = re.compile(
    r"\s*(?:[–—|-]{1,2}|,)?\s*\blinks?\s+to\s+(?:the\s+)?(?:slides?|video|paper|recording|pdf)\b.*$",
    re.IGNORECASE,
)
"""What a link behind a title says: `On Samples -- Link to slides`."""
_SESSION_OF_TALK = re.compile(r"^session\s+\w+\s*[:–—-]\s*(?=(?:invited|keynote)\b)", re.IGNORECASE)
"""The number of a session that is one talk: `Session 2: Invited Talk – Ann Author`."""
_MINUTES = re.compile(r"\s*[\[(]?\b\d{1,3}\s*(?:min(?:ute)?s?)\b\.?[\])]?", re.IGNORECASE)
"""The length of a part: `(30 min)`, `45 minutes`."""
_LENGTH_OF_TALKS = re.compile(
    r"\s*[\[(][^()\[\]]*\d\s*min(?:ute)?s?\b\.?\s*(?:\+|each\b|per\b|talks?\b|presentations?\b)[^()\[\]]*[\])]"
    r"|\s*[,;:–—-]?\s*\b\d{1,3}\s*min(?:ute)?s?\b\.?\s*(?:each\b|per\s+\w+)",
    re.IGNORECASE,
)
"""How long each talk of a part is: `(10 min + 5 Q&A)`, `; 5 mins each`."""
_MINUTES_AND_MORE = re.compile(r"([\[(])\s*\d{1,3}\s*min(?:ute)?s?\b\.?\s*[,;]\s*")
"""The length of a part in front of more: `Posters (30 mins, overlaps with coffee)`."""


def without_lengths_of_talks(text: str) -> str:
    """A line of a row that does not say how long each of several talks in it is."""
    return _LENGTH_OF_TALKS.sub("", text)


def says_anything(text: str) -> bool:
    """Whether a line says anything beside what it links to: not `[pdf]`."""
    return bool(text) and not re.fullmatch(
        r"[\W_]*(?:pdf|slides?|video|paper|recording)?[\W_]*", text, re.IGNORECASE
    )


def bare_text(text: str) -> str:
    """A line of a row without badges, lengths, links' addresses and small pictures."""
    text = without_lengths_of_talks(_SESSION_OF_TALK.sub("", text))
    text = _MINUTES_AND_MORE.sub(r"\1", _LINK_BEHIND.sub("", text))
    bare = _MINUTES.sub("", _BADGE.sub(" ", text))
    bare = re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", bare)
    bare = " ".join(bare.split()).strip(" |•·–—-")
    bare = _DRAWING.sub("", bare)
    return bare[1:-1].strip() if _IN_BRACKETS.fullmatch(bare) else bare


_DRAWING = re.compile(r"^(?:[\u2600-\u27BF\uFE0F\U0001F300-\U0001FAFF]\s*)+")
"""Small pictures in front of a title: `☕ Coffee break`."""
_IN_BRACKETS = re.compile(r"\[[^\[\]]+\]")
"""`[Poster Session 1]`"""
