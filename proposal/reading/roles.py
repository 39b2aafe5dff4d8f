"""What somebody does at a workshop, by the words of headings, rows, forms and front matter."""

from __future__ import annotations

import re

from proposal.model.talk_roles import ROLES

_WORDS = (
    # "Organizing committee", "PC chair", "Veranstalter"
    (
        "organizer",
        (
            r"organi[sz]|\bchairs?\b|\bteam\b|\bpeople\b|veranstalter"
            r"|组织|組織|主席|主催|実行委員|オーガナイザ|조직위|주최"
        ),
    ),
    # "Programme committee", "PC member", "Gutachterin", "Comité"
    (
        "committee",
        (
            r"\bt?pc\b|committee|reviewer|gutachter|comit[eéê]|comitato|komitee|kommission|commissie"
            r"|程序委员|委员会|审稿|プログラム委員|査読|프로그램위원|심사위원"
        ),
    ),
    ("keynote", r"keynote|plenary|主旨|基调|基調|기조"),
    # "Panel moderator"
    ("moderator", r"\bmoderat(?:or|ion)s?\b"),
    ("tutorial", r"\btutorials?\b"),
    ("panelist", r"panel"),
    # "Invited talk", "Speaker", "Vortrag"
    (
        "talk",
        (
            r"invited|speaker|\btalks?\b|vortrag|ponente|orateur|conf[eé]renc"
            r"|\b(?:gast|haupt)?redner(?:in(?:nen)?)?\b|\breferent(?:in|en|innen)?\b"
            r"|palestrante|\borador|oratrice|\brelator[ei]\b|relatric|intervenant|\bspreker"
            r"|报告人|讲者|講演|연사|발표자"
        ),
    ),
)
"""The roles by the words that name them; the first match decides."""

_TITLE = re.compile(r":|\s[-–—]\s")
"""Where a title begins behind the role, as in `Panel – What Comes Next?`."""

_PART = re.compile(
    r"(?:[\w&/.,-]+\s+){0,5}?(?:co-?\s*)?(?:chairs?|organi[sz]ers?|coordinators?|webmasters?)"
    r"(?:\s*[-–—:(]\s*(?:[\w&-]+\s+){1,3}tracks?\)?)?",
    re.IGNORECASE,
)
"""A part in organizing: `Publicity and Web Co-Chair`, `Program Chair - Demo Track`."""

_ONE_PART = r"[^\W\d_]{0,10}・?(?:委員長|大会長|幹事|世話人|主席|위원장|チェア|アレンジメント|担当)"
_PART_IN_OTHER_SCRIPTS = re.compile(rf"{_ONE_PART}(?:\s*[/／・]\s*{_ONE_PART})*")
"""`実行委員長`, `大会主席`, `조직위원장`, `プログラム幹事 / ポスターチェア`"""

_PART_IN_OTHER_LANGUAGES = re.compile(
    r"(?:stellvertretende[rn]?\s+)?vorsitz(?:ende[rn]?)?|(?:vice-?|co-?)?président(?:e)?|secrétaire"
    r"|(?:vice-?|co-?)?president[ae]|secretari[oa]|segretari[oa]|coordinador[a]?|coordenador[a]?"
    r"|(?:wice|współ)?przewodnicząc[ya]|sekretarz|(?:со)?председатель|секретарь"
    r"|(?:eş\s+)?başkan[ı]?|sekreter[i]?",
    re.IGNORECASE,
)
"""`Vorsitzende`, `Przewodnicząca`, `Председатель`"""

_ANY_PART = re.compile(
    r"(?:(?:workshop|the|our|main|co-?|[\w-]+\s+20\d\d)\s*)*(?:chairs?|organi[sz]ers?)",
    re.IGNORECASE,
)
"""What says no more than that somebody organizes: `Workshop organizers`, `WSP 2026 Organizer`."""

_PLURAL = re.compile(r"(chair|organi[sz]er|coordinator|webmaster)s\b", re.IGNORECASE)
"""`General chairs`, `Organizers`"""

SPEAKING = frozenset(ROLES)
"""The roles of those who speak."""


def role_of(words: str) -> str | None:
    """The role that some words name, `organizer`, `committee` or one of `SPEAKING`; or nothing.

    What stands before a colon or a dash decides first: `Keynote: People and Teams` names a keynote.
    """
    for part in (_TITLE.split(words)[0], words):
        plain = _spaced(part)
        for role, pattern in _WORDS:
            if re.search(pattern, plain, re.IGNORECASE):
                return role
    return None


def part_in_organizing(words: str) -> str | None:
    """What one organizer does, as it is printed: `General Chair` for `General Chairs`.

    Nothing for words that say no more than that people organize, or something else.
    """
    line = " ".join(words.replace("_", " ").split())
    if _PART_IN_OTHER_SCRIPTS.fullmatch(line) or _PART_IN_OTHER_LANGUAGES.fullmatch(line):
        return line
    if not _PART.fullmatch(line) or _ANY_PART.fullmatch(line):
        return None
    single = _PLURAL.sub(r"\1", line)
    return _capitalized(single) if single.islower() else single


def _capitalized(words: str) -> str:
    """`pc co-chair` as a title is written: `PC Co-Chair`."""
    capitals = re.sub(r"(?<![\w'’])[a-z]", lambda letter: letter[0].upper(), words)
    return re.sub(r"\bPc\b", "PC", capitals)


def _spaced(words: str) -> str:
    """Words of a key or a file's name, too, with spaces between them."""
    return words.replace("_", " ").replace("-", " ")
