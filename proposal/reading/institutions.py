"""Recognizes one institution in several spellings."""

from __future__ import annotations

import re

from proposal.model.name_comparison import plain_words

_SPELT_OUT = {
    "u": "university",
    "univ": "university",
    "uni": "university",
    "uc": "university california",
    "inst": "institute",
    "tech": "technology",
    "dept": "department",
    "lab": "laboratory",
    "labs": "laboratory",
    "laboratories": "laboratory",
}
_LEFT_OUT = set(
    plain_words("the of at and for de Inc Ltd LLC GmbH Corp Corporation Co Company Limited AG plc")
)
"""Words that one writes and another leaves out; "&" is none to begin with."""


NAMES_OF_ONE_WORD = frozenset(
    {
        *("google", "microsoft", "meta", "amazon", "apple", "ibm", "nvidia", "adobe", "alibaba"),
        *("facebook", "deepmind", "openai", "bloomberg", "salesforce", "huawei", "tencent"),
        *("baidu", "bytedance", "tiktok", "samsung", "sony", "intel", "oracle", "cisco"),
        *("netflix", "spotify", "linkedin", "twitter", "uber", "airbnb", "walmart", "ebay"),
        *("pinterest", "yahoo", "naver", "anthropic", "aws", "mit", "eth", "epfl", "inria"),
        *("cnrs", "csiro", "fraunhofer", "dfki", "ucl", "cmu", "ucla", "nyu", "kaist", "ntu"),
    }
)
"""Institutions whose names are a single word, in small letters, which nobody is called."""


INSTITUTIONS_OF_THE_EAST = frozenset(
    {
        *("uniwersytet", "politechnika", "instytut", "üniversite", "üniversitesi", "enstitüsü"),
        *("univerzita", "univerzitet", "sveučilište", "egyetem", "universitatea", "yliopisto"),
        *("университет", "институт"),
    }
)
"""What institutions are called in Polish, Turkish, Czech and others, in small letters."""


_PARTS_OF_COMPANIES = frozenset(
    {"ai", "brain", "cloud", "deepmind", "fair", "inc", "lab", "labs", "ltd", "research", "science"}
)
"""What companies call their parts, in small letters: Meta AI, Google DeepMind."""


def is_known_company(name: str) -> bool:
    """Whether a name is that of an institution of one word, or of its part: Google, Meta AI."""
    first, *others = name.casefold().replace(",", " ").replace(".", "").split() or [""]
    is_part = all(word in _PARTS_OF_COMPANIES for word in others)
    return first in NAMES_OF_ONE_WORD and is_part


_SHORT_WORD_AND_CITY = re.compile(
    r"(?:TU (?:Berlin|Braunschweig|Chemnitz|Clausthal|Darmstadt|Delft|Dortmund|Dresden|Dublin"
    r"|Eindhoven|Freiberg|Graz|Hamburg|Ilmenau|Kaiserslautern|M(?:ü|ue)nchen|Munich|Sofia|Wien)"
    r"|ETH Z(?:ü|ue?)rich|KU Leuven|RWTH Aachen|[FH]U Berlin|LMU M(?:ü|ue)nchen|LMU Munich"
    r"|UC (?:Berkeley|Davis|Irvine|Los Angeles|Merced|Riverside|San \w+|Santa \w+)|UT Austin"
    r"|II(?:T|Sc|IT) [A-Z]\w+|Uni(?:v\.)? [A-Z]\w+)(?:, [\w\s]+)?"
)


def is_short_word_and_city(name: str) -> bool:
    """Whether a name is that of an institution, as a short word with a city: TU Wien, UC Davis."""
    return _SHORT_WORD_AND_CITY.fullmatch(name.strip()) is not None


_NO_INSTITUTION = re.compile(
    r"(?:(?:an?|now)\s+)?(?:independent(?:\s+(?:researcher|scholar|scientist|consultant|author))?"
    r"|free[\s-]?lance\w*|self[\s-]employed|unaffiliated|retired|(?:professor\s+)?emerit(?:us|a)"
    r"|between\s+(?:jobs|posts|positions)|on\s+leave|no\s+affiliation|none)",
    re.IGNORECASE,
)
"""What people write who belong to no institution: `Independent Researcher`, `Retired`."""


def is_no_institution(name: str) -> bool:
    """Whether what stands in the place of an institution says that somebody belongs to none."""
    return _NO_INSTITUTION.fullmatch(" ".join(name.split()).strip("().")) is not None


def institution_key(name: str) -> str:
    """What the spellings of one institution share.

    "Univ. of California, San Diego", "UC San Diego" and "University of California San Diego" have
    the same key.
    """
    spelt_out = (_SPELT_OUT.get(word, word) for word in plain_words(name))
    return " ".join(word for word in spelt_out if word not in _LEFT_OUT) or name


def same_institution(one: str, other: str) -> bool:
    """Whether two names surely mean one institution: by signs, short forms or initials.

    A name with more words may be a part of the other one, or a sister: see `names_more`.
    """
    if institution_key(one) == institution_key(other):
        return True
    words, others = plain_words(one), plain_words(other)
    if _is_acronym(one, others) or _is_acronym(other, words):
        return True
    return _has_short_form(words, others) or _has_short_form(others, words)


def names_more(one: str, other: str) -> bool:
    """Whether a name has all words of another one and more: Microsoft Research, Microsoft."""
    return set(plain_words(one)) > set(plain_words(other))


OUTSIDE_ACRONYMS = {"of", "the", "at", "and", "for"}
"""Words without a letter in the short form of a name: University of Somewhere is US."""


def _is_acronym(short: str, words: list[str]) -> bool:
    """Whether a word consists of the initials of others: UCSD, SJTU."""
    letters = "".join(plain_words(short))
    initials = "".join(word[0] for word in words)
    important = "".join(word[0] for word in words if word not in OUTSIDE_ACRONYMS)
    return len(letters) >= 3 and letters in {initials, important}


def _has_short_form(words: list[str], others: list[str]) -> bool:
    """Whether one writes UMass or UMich where the other spells the university out."""
    return "university" in others and any(
        word[0] == "u" and len(word) >= 4 and any(longer.startswith(word[1:]) for longer in others)
        for word in words
    )
