"""What somebody does at a workshop, by the words of headings, rows, forms and front matter."""

from __future__ import annotations

import re

_WORDS = (
    # "Organizing committee", "PC chair", "Veranstalter"
    ("organizer", r"organi[sz]|\bchairs?\b|\bteam\b|\bpeople\b|veranstalter"),
    # "Programme committee", "PC member", "Gutachterin", "Comité"
    ("committee", r"\bpc\b|committee|reviewer|gutachter|comit[eé]|programmkomitee"),
    ("keynote", r"keynote|plenary"),
    ("panelist", r"panel"),
    # "Invited talk", "Speaker", "Vortrag"
    ("talk", r"invited|speaker|\btalks?\b|vortrag|ponente|orateur|conferenc"),
)
"""The roles by the words that name them; the first match decides."""

_TITLE = re.compile(r":|\s[-–—]\s")
"""Where a title begins behind the role, as in `Panel – What Comes Next?`."""

SPEAKING = frozenset({"keynote", "talk", "panelist"})
"""The roles of those who speak."""


def role_of(words: str) -> str | None:
    """The role that some words name, `organizer`, `committee` or one of `SPEAKING`; or nothing.

    What stands before a colon or a dash decides first: `Keynote: People and Teams` names a keynote.
    """
    for part in (_TITLE.split(words)[0], words):
        plain = part.replace("_", " ").replace("-", " ")
        for role, pattern in _WORDS:
            if re.search(pattern, plain, re.IGNORECASE):
                return role
    return None
