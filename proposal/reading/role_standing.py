"""Whether words of a role or of a status say that somebody does not, or not yet, do it."""

from __future__ import annotations

import re
from enum import Enum

from proposal.model.name_comparison import plain_letters


class RoleStanding(Enum):
    """How somebody stands to a role, as a message goes on behind "the table says that they"."""

    HELD = "do it"
    DENIED = "do not do it"
    PAST = "do it no more"
    DECLINED = "have declined"
    OPEN = "have not agreed yet"
    OTHER_YEAR = "did it in another year"


_SPOKEN = r"(?:speaker|talk|lecture|panel|keynote|paper|presentation|tutorial|session|vortrag)"
_WORDS: tuple[tuple[RoleStanding, tuple[str, ...]], ...] = (
    (
        RoleStanding.OPEN,
        (
            # "No reply", "Not yet confirmed", "not sure", "unconfirmed", "TBC", "PC member?"
            r"\bno (?:reply|response|answer|decision)\b|\bnot (?:yet|sure)\b|\bunconfirmed\b",
            r"\b(?:to be|tb) ?(?:confirmed|invited|asked|announced)\b|\btb[cd]\b|\?\s*\)?$",
            r"\bnoch (?:nicht|offen)\b|\bpas encore\b|\b(?:todavia|aun) no\b|\bnon ancora\b",
        ),
    ),
    (
        RoleStanding.PAST,
        (
            # "no longer", "former chair", "ex-chair", "left the committee", "until May"
            r"\b(?:no longer|former(?:ly)?|ex(?! officio)|past|previous(?:ly)?|resigned)\b",
            r"\b(?:stepped down|inactive|outgoing|used to|has been|was|until)\b",
            r"\bleft (?:the|in|us|our)\b",
            # "ehemaliges Mitglied", "nicht mehr", "ancien membre", "antigua presidenta", "ya no"
            r"\bnicht mehr\b|\b(?:ehemal|fruher|bisherig|vormalig)|\bzuruckgetreten\b",
            r"\bancien(?:s|nes?)?\b|\bprecedent|\bne\b.*\bplus\b|\bdimission",
            r"\bya no\b|\bantigu[oa]s?\b|\banterior|\bexmiembro",
        ),
    ),
    (
        RoleStanding.DECLINED,
        (
            # "Declined", "cannot", "withdrawn", "abgesagt", "refusé", "rechazado"
            r"\bdeclin|\bcancel|\bunavailable\b|\bcan ?(?:no)?t\b|\brejected\b|\bwill not\b",
            r"\bwithdr[ae]w|\babgesagt\b|\babsage\b|\babgelehnt\b|\bzuruckgezogen\b",
            r"\brefus|\brecus|\brechaz|\brifiut",
        ),
    ),
    (
        RoleStanding.DENIED,
        (
            # "Not an organizer", "no", "kein Mitglied", "neither chair nor reviewer"
            r"^no\b|\bno$|\b(?:not|non|never|neither|nor|without|none|nope|false)\b",
            r"\b(?:isn|aren|doesn) t\b",
            r"\b(?:nicht|kein\w*|nein|weder|pas|jamais|nunca|nao)\b|^n$|^0$",
        ),
    ),
    (
        RoleStanding.OPEN,
        (
            # "invited (pending)" and "tentative organizer", where "Invited speaker" is a role
            rf"\binvited\b(?!\s+(?:\w+\s+)?{_SPOKEN})|\b(?:pending|maybe|perhaps|asked|waiting)\b",
            r"\btentative|\bprovisional|\bwait ?list|\bunder consideration\b",
            r"\b(?:nominated|proposed|potential|possible|prospective)\b",
            # "angefragt", "en attente", "invitado", "in attesa"
            r"\b(?:eingeladen|angefragt|ausstehend|vielleicht|offen|en attente|peut etre)\b",
            r"\binvitee?s?\b|\b(?:in|con)vi[td]ad[oa]s?\b|\bpendiente\b|\bquizas?\b|\bin attesa\b",
        ),
    ),
)
"""The first pattern that fits decides; texts are in plain small letters without signs."""
_INVITED_SPEAKER = re.compile(
    r"\b(?:conferenc\w+|orat\w+|ponente\w*|palestrantes?|orador\w*|relator\w*|relatric\w+"
    r"|intervenante?s?|ponencias?|palestras?|relazion[ei]|communications?|charlas?)"
    r"\s(?:invit\w+|convidad[oa]s?)"
)
"""Examples: `conferenciere invitee`, `palestrante convidado`: a role, and no open answer."""
_ONLY_INVITED = re.compile(r"\s*invited\s*", re.IGNORECASE)
"""A role that says no more: an invited talk. Example: `Invited`."""
_YEAR = re.compile(r"\b20\d\d\b")
"""`2026`"""


def standing_of_status(text: str) -> RoleStanding:
    """What a cell under Status or Confirmed says of a role that stands beside it."""
    line = _INVITED_SPEAKER.sub("speaker", _plain(text))
    return next(
        (found for found, words in _WORDS if any(re.search(pattern, line) for pattern in words)),
        RoleStanding.HELD,
    )


def standing_of_role(text: str, year: str = "") -> RoleStanding:
    """What the words of a role say beside it: `former chair`, `not an organizer`.

    Args:
        text: the role.
        year: the year of the edition; a role with another one alone is one of another year.
    """
    if _ONLY_INVITED.fullmatch(text):
        return RoleStanding.HELD
    found = standing_of_status(text)
    years = set(_YEAR.findall(text))
    if found is RoleStanding.HELD and year and years and year not in years:
        return RoleStanding.OTHER_YEAR
    return found


def _plain(text: str) -> str:
    """A text in plain small letters with spaces for signs; a question mark at its end stays."""
    letters = plain_letters(text).casefold()
    return " ".join(re.sub(r"[^\w?)]+", " ", letters.replace("_", " ")).split())
