"""Recognizes what labels in front of texts say of a person: `Affiliation: …`, `略歴: …`."""

from __future__ import annotations

import re

_KEYS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(rf"^(?:{words})\s*[:：–—]\s*(?P<rest>.*)$", re.IGNORECASE))
    for key, words in (
        (
            "affiliation",
            r"affiliations?|institution|organi[sz]ation|university|company|所属|单位|소속",
        ),
        ("pronouns", r"pronouns?"),
        (
            "biography",
            (
                r"(?:short\s+|speaker'?s?\s+)?bio(?:graphy)?|about(?:\s+the\s+speaker)?|biosketch"
                r"|o\s+prelegen(?:cie|tce)|biogram|биография|о\s+докладчике|özgeçmiş"
                r"|(?:講演者)?略歴|プロフィール|(?:个人|讲者)?(?:简介|简历)|약력"
            ),
        ),
        (
            "title",
            (
                r"(?:talk\s+|keynote\s+|presentation\s+)?title(?:\s+of\s+(?:the\s+)?(?:talk|lecture|presentation))?|(?:keynote|invited)?\s*talk"
                r"|topic(?:\s+of\s+the\s+talk)?|talk\s+title|subject"
                r"|(?:講演)?(?:題目|タイトル)|演題|(?:报告|演讲)?(?:题目|标题)|(?:강연\s*)?제목"
            ),
        ),
        (
            "abstract",
            r"(?:talk\s+)?abstract|summary|description|(?:講演)?(?:概要|要旨)|(?:报告)?摘要|초록",
        ),
        ("email", r"e-?mails?|contact"),
        ("role", r"roles?|position|responsibilit(?:y|ies)|役職|职务|직책"),
        (
            "left out",
            (
                r"expertise|research\s+(?:interests?|topics?|areas?|fields?)|interests|time|date|when|where|location|website|homepage"
                r"|links?|slides?|awards?|country"
            ),
        ),
    )
)
"""What a label in front of a text says of it."""


_LONG_TEXTS = {"abstract", "biography"}
"""Labels that stand in front of texts with a period, too, as publishers set them."""
_PERIOD = re.compile(r"\.(?:\s+|$)")
"""What ends a label: `Abstract. We show …`, `BIO.`"""


def label_of(text: str) -> tuple[str, str] | None:
    """What a label in front of a text says of it, and the text; a label may stand alone."""
    for key, pattern in _KEYS:
        match = pattern.match(text) or pattern.match(f"{text}:")
        if match is None and key in _LONG_TEXTS:
            match = pattern.match(_PERIOD.sub(": ", text, count=1))
        if match is not None:
            return key, match["rest"]
    return None
