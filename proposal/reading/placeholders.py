"""Recognizes texts that only keep the place of another one: "TBD", "PC Member 1"."""

from __future__ import annotations

import re

_ELSEWHERE = r"""
        açıklanacak | duyurulacak | do\s+(?:ustalenia|potwierdzenia)
      | (?:(?:details?|infos?|informationen|weitere\s+\w+)\s+)?
        (?:wird|werden|folg(?:t|en))\s+(?:(?:noch|in\s+kürze|demnächst)\s+)*
        (?:bekannt\s?gegeben|veröffentlicht|angekündigt|ergänzt)
      | (?:infos?|details?|informationen|weitere\s+\w+)\s+folgen(?:\s+(?:in\s+kürze|demnächst))?
      | (?:à|a|por|da)\s+(?:venir|confirmer|préciser|annoncer|confirmar|anunciar|definir
          |determinar|confermare|annunciare|definire)
      | próximamente | prochainement | em\s+breve | prossimamente | in\s+kürze
      | уточняется | будет\s+объявлено
"""
"""`wird noch bekannt gegeben`, `à confirmer`, `por confirmar`"""
_PLACEHOLDER = re.compile(
    rf"""
    ^\W*(?:
        (?:tbd|tba|tbc|n/a|x{{3,}}|lorem\s+ipsum|placeholder)\b.* | na
      | (?:to\s+be|will\s+be)\s+(?:announced|determined|decided|confirmed|added|updated)\b.*
      | coming\s+soon\b.*
      | {_ELSEWHERE}
      | (?:(?:pc|committee)\s+member|member|panell?ist|speaker|keynote(?:\s+speaker)?|organi[sz]er
          |author|name|first\s+name(?:\W+(?:last|family|sur)\s*name)?|affiliation)\s*(?:\d+|[a-z])?
    )\W*$
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""`TBA`, `coming soon`, `Speaker 2`, `Member A`"""
_PROMISED = re.compile(
    r"\b(?:will\s+be\s+(?:updated|added|announced)|coming\s+soon|tbd|tba)\b"
    r"|\b(?:details?|information|bio\w*|abstract|title|links?|schedule|program\w*|photo)\b[^()]*"
    r"\bwill\s+be\s+provided(?:\s+(?:soon|later|shortly|here))?[\s.!]*$",
    re.IGNORECASE,
)
"""`Details will be provided soon.`, `coming soon`"""
_LONGEST_PROMISE = 120

_OF_TEMPLATES = re.compile(
    r"""
    ^\W*(?:
        (?:dept\.?\ )?name\ of\ organi[sz]ation\ \(of\ aff\.\)
      | city,\ country | email\ address\ or\ orcid | given\ names?\ surname
      | (?:affiliation\ /\ )?address\ line\ \d
      | identify\ applicable\ funding\ agency\ here\b.*
      | supported\ by\ organization\ x
      | use\ footnote\ for\ providing\ further\ information\b.*
    )\W*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""`dept. name of organization (of Aff.)` of IEEE's, `Affiliation / Address line 1` of ACL's."""


def is_of_template(text: str) -> bool:
    """Whether a line near the title is what a template of a class or a style has there."""
    return _OF_TEMPLATES.match(" ".join(text.split())) is not None


PLACEHOLDERS = re.compile(
    r"""
    \b(?:TBA|TBC|TBD|TODO|FIXME|XXX+)\b
    | (?i:\bto\ be\ (?:replaced|announced)\b)
    | (?i:\breplace\ (?:this|these|it|them)\b)
    | (?i:\blorem\ ipsum\b)
    | \bYour\ (?:Name|Institution|Conference|Subject|Field|City|Country)$
    | ^ACRONYM$
    | ^(?:Speaker|Author|Organizer|(?:PC\ )?Member)\ \d+$
    | @example\.(?:org|com|net)$
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Words that stand where somebody meant to write something else."""


_ALONE_ELSEWHERE = re.compile(rf"\W*(?:{_ELSEWHERE})\W*", re.IGNORECASE | re.VERBOSE)


def is_to_come_elsewhere(text: str) -> bool:
    """Whether a line says in another language that something is to come: `À confirmer`."""
    return _ALONE_ELSEWHERE.fullmatch(" ".join(text.split())) is not None


def is_placeholder(text: str) -> bool:
    """Whether a text only keeps a place: "TBD", "PC Member 1", "Bio will be updated"."""
    line = " ".join(text.split())
    if _PLACEHOLDER.match(line):
        return True
    return len(line) <= _LONGEST_PROMISE and _PROMISED.search(line) is not None
