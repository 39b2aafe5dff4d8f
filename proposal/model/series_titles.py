"""What the name of a series must not say, because each edition says it: its number and its year.

An edition makes "Third Workshop on …" of the name "Workshop on …".
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, NoReturn

from msgspec import Struct
from pydantic import AfterValidator, Field

from proposal.model.fields import Line, refuse

_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_TEENS = (
    "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth"
    "|nineteenth"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TENTHS = "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth"

# Erster, Zweite, Drittes; Primer, Segunda; Primeira; Première, Deuxième
_ELSEWHERE = (
    r"(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)e[rs]?"
    r"|primer[oa]?|segund[oa]|tercer[oa]?|(?:cuart|quart|quint|sext|séptim|octav|noven|décim)[oa]"
    r"|(?:primeir|terceir|oitav|non)[oa]|première|seconde"
    r"|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)ième"
)

_IN_WORDS = (
    rf"(?:(?:{_TENS})[-‐‑–\s]?(?:{_UNITS})|{_UNITS}|{_TEENS}|{_TENTHS}|hundredth|{_ELSEWHERE})"
)
_IN_DIGITS = r"\d{1,3}\s?[-.]?\s?(?:st|nd|rd|th|°)|\d{1,3}(?:\.|er|ère|e|ème)(?=\s)"
# A single V, X, L or C is more often a letter than a number: "X Workshop".
_IN_ROMAN = r"(?-i:I|(?=[IVXL]{2})X{0,3}(?:IX|IV|V?I{0,3}))\.?"

_EVENT = (
    r"(?:workshops?|symposi(?:um|a)|conference|congress|tutorial|seminar|meeting|colloquium"
    r"|challenge|hackathon|forum|(?:summer|winter|spring)\s+school"
    r"|tagung|arbeitstagung|konferenz|kolloquium|talleres|taller|congreso|simposio|jornadas?"
    r"|seminario|coloquio|oficina|congresso|simpósio|atelier|colloque|journées?)"
)
# What may stand between the number and the event. Any other word is likely to belong to the
# number: "Second Language Learning Workshop", "First-Person Vision Workshop".
_BETWEEN = (
    r"(?:(?:annual|biennial|international|intl\.?|national|regional|global|joint|combined|open"
    r"|internationale[rs]?|nationale[rs]?|virtual|online|european|asian|african|american|australian|interdisciplinary"
    r"|(?-i:[A-Z][\w&/-]*[A-Z][\w&/-]*(?:['’]\d\d)?(?:\s\d{4})?))\s+){0,5}"
)

_NUMBER = re.compile(
    rf"^(?:(?:the\s+)?(?P<roman>{_IN_ROMAN})"
    rf"|(?P<before>(?:(?!\b{_EVENT}\b).)*?)(?<![\w-])(?P<ordinal>{_IN_DIGITS}|{_IN_WORDS}))"
    rf"\s+(?={_BETWEEN}{_EVENT}\b)",
    re.IGNORECASE,
)
"""As in "The 3rd International Workshop on …"."""
_COUNT = re.compile(
    rf"[\s,;:–—-]*[(\[]?\s*(?:the\s+)?\b(?P<ordinal>{_IN_DIGITS}|{_IN_WORDS})\s+(?:edition|edición|edição|édition)\b\s*[)\]]?",
    re.IGNORECASE,
)
"""As in "Workshop on … (3rd edition)"."""
_ARTICLE = re.compile(rf"^the\s+(?={_BETWEEN}{_EVENT}\b)", re.IGNORECASE)
"""`The Workshop`"""


_WORKSHOP = re.compile(
    r"workshop|werkstatt|\b(?:taller(?:es)?|oficinas?|ateliers?)\b|ワークショップ|워크[숍샵]"
    r"|研[讨討]会|工作坊|ورشة",
    re.IGNORECASE,
)
"""`Workshop on …`, `Nachwuchsworkshop`, `Taller sobre …`"""


def calls_itself_workshop(name: str) -> bool:
    """Whether a series is a workshop by its name, and no school, task or symposium."""
    return _WORKSHOP.search(name) is not None


class Numbered(Struct, frozen=True):
    """A name that says which edition it is."""

    ordinal: str
    """As it is written: "3rd"."""
    bare: str
    """The name without it."""


def numbered(name: str) -> Numbered | None:
    """The number in the name of a series; nothing if there is none, or none that is sure to be one.

    A number counts where it stands before the word for the event, with nothing between them but
    words such as "International", or before "edition".
    """
    # The small letters of 1ˢᵗ become usual ones; those of 1º are none of the number's.
    name = unicodedata.normalize("NFKC", re.sub("[ºª]", "°", name))
    if match := _NUMBER.search(name):
        before = re.sub(r"^the\s*$", "", match["before"] or "", flags=re.IGNORECASE)
        written = match["roman"] or match["ordinal"]
        return Numbered(written.strip(), f"{before}{name[match.end() :]}")
    if match := _COUNT.search(name):
        bare = f"{name[: match.start()]} {name[match.end() :]}"
        return Numbered(match["ordinal"].strip(), " ".join(bare.split()))
    return None


def begins_with_number(name: str) -> bool:
    """Whether a name begins with a number in digits, whatever it counts: "5th Generation …"."""
    return re.match(rf"(?:{_IN_DIGITS})\b", name, re.IGNORECASE) is not None


def without_article(name: str) -> str | None:
    """A name that begins with "The Workshop" without its first word; nothing for others."""
    match = _ARTICLE.match(name)
    return name[match.end() :] if match else None


_QUOTES = ("“”", "„“", "„”", "”“", "””", "‘’", "‚‘", "«»", "»«", "‹›", "›‹", '""', "''")
"""The first and the last character of a quotation, as typed and as text processors set it."""


def without_quotes(value: str) -> str | None:
    """What stands between quotes that hold the whole of a value; nothing if there are none.

    Of “Less” is “More”, the quotes hold only parts.
    """
    text = value.strip()
    inner, pair = text[1:-1], f"{text[:1]}{text[-1:]}"
    if len(text) < 3 or pair not in _QUOTES:
        return None
    others = re.sub(r"(?<=\w)['’](?=\w)", "", inner)  # as in O’Neil
    return None if set(pair) & set(others) else inner.strip()


def _series_name(value: str) -> str:
    """Refuse a name that holds a number, which would be printed twice: "First 1st Workshop"."""
    found = numbered(value)
    if found is not None:
        refuse(
            "ordinal-in-name",
            f"the name `{value}` holds the number of an edition ({found.ordinal})",
            f"write `{found.bare}`; the number is `ordinal` in edition.yaml, and is printed first",
        )
    return value


_ACRONYM = r"[\w-]+"
_WITH_YEAR = re.compile(r"(?P<name>[\w-]+)(?:\s*['\u2019]\s*|\s+)(?:\d\d)?\d\d")
"""`WSP 2027`, `WSP '27`"""


def _acronym(value: str) -> str:
    """Refuse signs that addresses, which are made of the acronym, cannot have."""
    if not re.fullmatch(_ACRONYM, value):
        _refuse_acronym(value)
    return value


def _refuse_acronym(value: str) -> NoReturn:
    if with_year := _WITH_YEAR.fullmatch(value):
        message = f"`{value}` ends with a year, which every edition adds itself"
        refuse("wrong-characters", message, f"write the short name alone: {with_year['name']}")
    foreign = list(dict.fromkeys(sign for sign in value if not re.fullmatch(_ACRONYM, sign)))
    signs = ", ".join("a space" if sign.isspace() else f"`{sign}`" for sign in foreign)
    stem = re.sub(r"[^\w-]+", lambda match: "-" if " " in match[0] else "", value).strip("-")
    hint = f"write it in letters, digits, `-` and `_`: {stem or 'WSP'}; `name` may have any sign"
    message = f"`{value}` has characters that do not belong here: {signs}"
    refuse("wrong-characters", message, hint)


Acronym = Annotated[
    Line, AfterValidator(_acronym), Field(json_schema_extra={"pattern": f"^{_ACRONYM}$"})
]
"""The short name of a series, without a year."""

SeriesName = Annotated[Line, AfterValidator(_series_name)]
"""The name of a series without the number of an edition: "Workshop on …"."""
