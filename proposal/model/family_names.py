"""Which words of a name are the family name, as far as the name itself shows it.

A name is taken apart as BibTeX does (`First von Last`), with four exceptions where that is known to
be wrong: a suffix at the end, two family names that "y" joins, a name that is written small
throughout, and names in scripts in which the family name stands first.
"""

from __future__ import annotations

import re
import unicodedata

from proposal.model.name_comparison import plain_words
from proposal.source.bib.bib_names import names_of
from proposal.source.reference import Fragment

SUFFIX = re.compile(r"(?:jr|sr|jnr|snr)\.?|II|III|IV|VI|2nd|3rd|4th", re.IGNORECASE)
"""What tells a son from his father: `Jr.`."""

_JOINING = {"y", "i"}
"""What joins two family names in Spanish and in Catalan: García y Muestra."""
_MAY_JOIN = "e"
"""What joins two family names in Portuguese, of which bibliographies sort by the last."""

_FAMILY_FIRST_SCRIPTS = ("CJK UNIFIED", "HANGUL", "HIRAGANA", "KATAKANA")
_ITERATION_MARK = "々"

PARTICLES = {
    "Al", "Bin", "Binti", "Da", "Das", "De", "Del", "Della", "Den", "Der", "Di", "Do", "Dos", "Du",
    "El", "Ibn", "La", "Le", "Ten", "Ter", "Van", "Vom", "Von", "Zu", "Zur",
}  # fmt: skip
"""Words that begin a family name in some languages; small, BibTeX itself takes them for that."""
_FATHERS = {"bin", "binti", "binte", "ibn"}
"""Words behind which a father's name stands, which is a family name for some and for others not."""
_VIETNAMESE = re.compile("[ơưạảấầẩẫậắằẳẵặẻếềểễệỉỏốồổỗộớờởỡợủứừửữựỳỷ]")
"""Letters that only Vietnamese names have: `Nguyễn`."""

_GROUPS = set(
    plain_words(
        "alliance association collaboration committee consortium contributors corporation "
        "department foundation group Inc initiative institut institute laboratories laboratory LLC "
        "Ltd network organization society team universidad Universität université university"
    )
)
"""Words by which groups and institutions are called, and nobody else."""
_INSTITUTIONS = set(
    plain_words("center centre college community company council lab labs project school")
)
"""Words by which hardly any person is called."""

_WORDS_OF_TWO_FAMILY_NAMES = 4
"""Ana María García Pérez: of so many words the last two may be family names."""


def is_family_first(name: str) -> bool:
    """Whether a name is in a script in which the family name stands first: 山田 太郎, 김 철수.

    Names of foreigners in Katakana, and those with a dot between their parts, are not.
    """
    letters = [letter for letter in name if letter.isalpha() or letter == _ITERATION_MARK]
    scripts = [unicodedata.name(letter, "") for letter in letters]
    return (
        bool(letters)
        and all(script.startswith((*_FAMILY_FIRST_SCRIPTS, "IDEOGRAPHIC")) for script in scripts)
        and not all(script.startswith("KATAKANA") for script in scripts)
        and not re.search("[・·‧]", name)
    )


def is_vietnamese(name: str) -> bool:
    """Whether a name has letters that only names of Vietnam have."""
    return _VIETNAMESE.search(name.casefold()) is not None


def is_group(name: str) -> bool:
    """Whether a name is that of a group or an institution: The Placeholder Collaboration."""
    return "," not in name and len(name.split()) > 1 and bool(_GROUPS & set(plain_words(name)))


def shown_family_name(name: str) -> str:
    """The words of a name that are taken for the family name where nothing else says it.

    Those of a group, which has no given name, are all of them.
    """
    words = name.split()
    if is_group(name):
        return " ".join(words)
    if is_family_first(name) or len(words) < 2:
        return words[0] if words else ""
    if len(words) > 2 and SUFFIX.fullmatch(words[-1]):
        return f"{shown_family_name(' '.join(words[:-1]).rstrip(' ,'))} {words[-1]}"
    for index in range(2, len(words) - 1):
        if words[index] in _JOINING:
            return " ".join(words[_begin_of_family(words, index - 1) :])
        if words[index] == _MAY_JOIN:
            return " ".join(words[index + 1 :])
    if name == name.casefold() != name.upper():
        return words[-1]
    return next((part.last for part in names_of([Fragment(name)])), "")


def _begin_of_family(words: list[str], at: int) -> int:
    """Where a family name begins of which one word is known: at "de" for "María de la Muestra"."""
    while at > 1 and words[at - 1][0].islower():
        at -= 1
    return at


def names_family(family: str, name: str) -> bool:
    """Whether a family name is a part of a name."""
    return f" {family} " in f" {name} " or (is_family_first(name) and name.startswith(family))


def doubt_of_family_name(name: str) -> str | None:
    """Why the words of a name do not show which of them are the family name."""
    words = name.split()
    if len(words) < 2 or "," in name or is_family_first(name) or is_group(name):
        return None
    if _INSTITUTIONS & set(plain_words(name)):
        return f"{name} seems to be no person"
    if any(word in PARTICLES for word in words[1:-1]):
        return f"{name} has a word that may begin the family name"
    if any(word in _FATHERS for word in words[1:-1]):
        return f"{name} has a word that may stand before a father's name"
    is_large = len(words[0]) > 2 and words[0].isupper() and "." not in words[0]
    if is_large and not words[-1].isupper():
        return f"{name} may begin with the family name"
    if len(words) > 2 and is_vietnamese(name):
        return f"{name} may begin with the family name"
    whole = [word for word in words if len(word) > 2 and word[0].isupper() and "." not in word]
    if len(whole) == len(words) >= _WORDS_OF_TWO_FAMILY_NAMES or _MAY_JOIN in words[2:-1]:
        return f"{name} may have two family names"
    return None


def family_in(name: str, family: str) -> str | None:
    """A family name as a spelling of the whole name has it; nothing if that does not have it."""
    if names_family(family, name):
        return family
    words, count = name.split(), len(family.split())
    parts = (" ".join(words[begin : begin + count]) for begin in range(len(words) - count + 1))
    return next((part for part in parts if plain_words(part) == plain_words(family)), None)


def family_name_to_write(family: str | None, name: str) -> str | None:
    """A family name that a source tells, if the words of the name do not show it already."""
    found = family_in(name, family) if family else None
    is_shown = found == shown_family_name(name) and doubt_of_family_name(name) is None
    return None if is_shown else found
