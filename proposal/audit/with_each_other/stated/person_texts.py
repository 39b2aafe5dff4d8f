"""Recognizes names, institutions, and the two of them in one line."""

from __future__ import annotations

import re

from proposal.model.name_comparison import plain_words
from proposal.reading.institutions import institution_key
from proposal.reading.listed_names import is_institution as names_institution
from proposal.reading.names import read_name
from proposal.reading.placeholders import is_placeholder

_PARTICLES = {"de", "da", "di", "del", "della", "der", "den", "van", "von", "la", "le", "el", "al"}
_PARTICLES |= {"bin", "ben", "ibn", "dos", "du", "ter", "ten", "zu", "y", "e"}
_NO_NAMES = frozenset(
    plain_words("""
        session sessions workshop panel keynote keynotes talk talks speaker speakers discussion
        break coffee lunch opening closing remarks welcome oral poster posters paper papers member
        members committee organizers organisers organizer chair chairs program programme schedule
        abstract bio biography university institute college school department research lab labs
        inc the a an of for with and to in on at language languages learning recommendation
        recommendations systems recommender generative model models ai data science accepted call
        important dates contact moderator q panelists panelist invited student students award best
        introduction overview about submission topics more information google microsoft amazon
        meta apple netflix
    """)
)
"""Words that no name has and that headings, companies and titles have."""
_POSTS = frozenset(
    plain_words("""
        professor scientist researcher engineer lecturer director manager postdoc candidate
        founder officer consultant
    """)
)
"""Words that posts end with, and no names: `Postdoctoral Researcher`."""
_POSITION = re.compile(
    r"\b(?:professor|scientist|researcher|engineer|student|director|manager|lecturer|fellow|head"
    r"|lead|chair|founder|ceo|cto|postdoc|candidate|member|president|dean)\b",
    re.IGNORECASE,
)
"""`Associate Professor`, `CEO`"""
_KIND_OF_TEXT = re.compile(
    r"(?:short\s+|kurz)?(?:bio(?:graph(?:y|ie)|grafi[ae]?|grafía)?|abstract|fassung|zusammenfassung"
    r"|resumo|resumen|résumé|minibiografia)",
    re.IGNORECASE,
)
"""What stands below a name, in place of an institution: `Biography`, `Kurzbiografie`."""
_LONGEST_INSTITUTION = 90
"""Characters of a line that may be an institution."""


def is_name(text: str) -> bool:
    """Whether a short text can be somebody's name: two to five words with capitals, no digits."""
    words = read_name(text).text.split() if "," not in text else []
    if not 2 <= len(words) <= 5 or re.search(r"[\d:;!?@/|()\[\]{}<>]", text):
        return False
    bare = [word.strip(".,'’*").casefold() for word in words]
    if any(word in _NO_NAMES for word in bare) or bare[-1] in _POSTS:
        return False
    return all(_is_part_of_name(word) for word in words)


def _is_part_of_name(word: str) -> bool:
    if word.casefold() in _PARTICLES or word[1:2] in {"'", "’"}:
        return True
    return word[:1].isupper() and not re.match(r"[A-Z]{3,}[a-z]", word)


def name_and_post(text: str) -> tuple[str, str] | None:
    """Who and where in "Name, Institution" or "Name (Institution)"."""
    line = " ".join(text.split()).strip(" ;,\\")
    for pattern in _NAMES_AND_POSTS:
        match = pattern.fullmatch(without_aside(line))
        if match and is_name(match["name"]) and is_institution(match["post"]):
            return read_name(match["name"]).text, match["post"].strip()
    return None


def without_aside(text: str) -> str:
    """An institution without what is said of the talk behind it: ` (Industry talk, remote)`."""
    return _ASIDE.sub("", text)


_NAMES_AND_POSTS = (
    re.compile(r"(?P<name>[^()]+?)\s*\((?P<post>[^()]+)\)"),
    re.compile(r"(?P<name>[^,:]+?)\s*(?:,|:|\s[-–—|]\s)\s*(?P<post>.+)"),
)
"""`Ann Author (Example University)`, `Ann Author, Example University`."""

_ASIDE = re.compile(
    r"\s*\([^()]*\b(?:talks?|keynotes?|tutorial|panel|lecture|remote(?:ly)?|online|virtual(?:ly)?"
    r"|in[\s-]person|cancelled|canceled|confirmed|tentative)\b[^()]*\)\s*$",
    re.IGNORECASE,
)
"""`Ada Lovelace (invited talk)`, `Ada Lovelace (in person)`"""


def may_be_person(text: str) -> bool:
    """Whether what stands behind a name may be one, too, so that nobody can tell the two apart.

    "Bob Builder" and "Notre Dame" may; "Example University" and "TU Dresden" may not.
    """
    first = _BETWEEN_PEOPLE.split(text)[0].strip()
    is_known = names_institution(first) or institution_key(first) != " ".join(plain_words(first))
    return is_name(first) and not is_known and not re.search(r"\b[A-Z]{2,}\b", first)


_BETWEEN_PEOPLE = re.compile(r"[,;/(|]|\s(?:and|&)\s")
"""`Ann Author, Bob Builder`, `Ann Author and Bob Builder`"""


def begins_with_person(text: str) -> bool:
    """Whether a line names people first, be it behind a word for what they do.

    "Invited talk: Ann Author, Example University", "With Ann Author and Bob Builder".
    """
    first = _BETWEEN_PEOPLE.split(_BEFORE_PEOPLE.sub("", text, count=1))[0]
    return is_name(first.strip())


def people_in(text: str) -> list[str]:
    """The parts of a line that may be names: two in `With Ann Author and Bob Builder`."""
    parts = _BETWEEN_PEOPLE.split(_BEFORE_PEOPLE.sub("", text, count=1))
    return [part.strip() for part in parts if may_be_person(part.strip())]


_BEFORE_PEOPLE = re.compile(
    r"^(?:[^:–—]{1,40}[:–—]\s+)?(?:(?:presented|given|held|chaired|moderated)\s+)?(?:(?:by|with)\s+)?",
    re.IGNORECASE,
)
"""`Industry talk (remote): `, `Presented by `."""


def is_institution(text: str) -> bool:
    """Whether a short text can be where somebody works: no sentence, no post, no address."""
    return (
        1 < len(text) <= _LONGEST_INSTITUTION
        and text[:1].isupper()
        # such as a sentence that ends and another one, an address, a number
        and not re.search(r"\w{5,}[.!?]\s+[A-Z]|https?:|@|\d{3,}", text)
        and not _POSITION.search(text)
        and not is_placeholder(text)
        and not _KIND_OF_TEXT.fullmatch(text)
        and len(text.split()) <= 12
    )
