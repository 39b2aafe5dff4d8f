"""Takes a workshop's title apart: which edition of which series it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace
from num2words import num2words

from proposal.reading.conferences import is_known_conference
from proposal.words.number_words import roman

_HIGHEST = 199
_YEAR = r"(?:19|20|21)\d\d"
_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.IGNORECASE)
"""An example: `3rd`."""
_BEHIND = re.compile(rf"\s*(?:[(\[]([^()\[\]]*)[)\]]|[-–—:,]?\s*\b({_YEAR}))\s*$")
"""Examples: `Workshop on X (WSP 2026)`, `Workshop on X [WSP]`, `Workshop on X 2026`."""
_IN_FRONT = re.compile(
    rf"^(?P<acronym>[\w-]+)\s*(?:['’]?(?P<year>{_YEAR}|\d\d))?(?:\s*[:–—]|\s+-)\s+"
    r"(?=.*\bworkshop\b)",
    re.IGNORECASE,
)
"""An example: `GenAIRecP '26: Workshop on Engines`."""
_SUBTITLE = re.compile(
    r"an?\s+(?:[\w-]+\s+){0,3}(?:workshop|symposium|seminar)\b(?P<on>\s+(?:on|for|of|about|in)\s)?",
    re.IGNORECASE,
)
"""What stands behind a whole title: `Samples: A Workshop`, `Samples: A Workshop on Tests`."""
_CAPITALS = re.compile(r"[A-Z].*[A-Z]|\d")
"""What tells an acronym from a word: `WSP`, `GenAIRecP`."""
_SHORT = re.compile(
    rf"^(?P<acronym>[^\W\d_][\w-]*?)(?:\s*(?:@|\bat\b)\s*(?P<host>[A-Z]\w*[A-Z]\w*))?[-\s@]*"
    rf"(?:['’]?(?P<year>{_YEAR}|\d\d))?$"
)
"""Examples: `WSP'26`, `WSP@2026`, `WSP@KDD 2026`."""
_AT_HOST = re.compile(
    r"[\s,]+(?:(?P<said>(?:held\s+)?in\s+conjunction\s+with\s+|co-?located\s+(?:with|at)\s+"
    r"|held\s+(?:at|with)\s+)|(?:at\s+|@\s*)(?=(?:the\s+)?(?:ACM\s+)?(?-i:[A-Z]\w*[A-Z])))"
    rf"(?:the\s+)?(?P<host>(?-i:[A-Z])[^(),]*?)\s*['’]?(?P<year>{_YEAR}|\d\d)"
    r"(?(said)(?:[,;\s][^()]*)?|(?:,[^()]*)?)$",
    re.IGNORECASE,
)
"""Examples: ` at KDD 2026`, `, co-located with ECAI 2026, Rome, Italy`, and without its commas."""
_EDITION_BEHIND = re.compile(
    r"\s*(?:[,:–—-]\s+|\s\()(?P<ordinal>[\w-]+)\s+edition\)?$", re.IGNORECASE
)
"""Examples: `Workshop on X, 3rd edition`, `Workshop on X (Third Edition)`."""
_YEAR_IN_FRONT = re.compile(
    rf"^(?:the\s+)?(?P<year>{_YEAR})\s+(?=(?:\w+\s+){{0,2}}workshop\b)", re.IGNORECASE
)
"""An example: `The 2026 Workshop on X`."""
_LONGEST_REMARK = 60
_PROPOSAL_IN_FRONT = re.compile(
    rf"^(?:(?:(?!\bworkshop\s+(?:on|about|in)\b)[^:–—]){{0,{_LONGEST_REMARK}}}\bproposal"
    rf"(?:\s+(?:for|to|at)\s[^:–—]{{1,{_LONGEST_REMARK}}}?)?\s*(?:[:–—]|\]|\s-\s)"
    r"|(?:an?\s+)?(?:workshop\s+)?proposal\s+(?:for|of|to\s+hold)\s+(?:an?\s+|the\s+)?"
    r"|(?:antrag|vorschlag)\s+(?:für|auf)\s+(?:den|die|das|einen?|eine)\s+"
    r"|(?:propuesta|proposta|proposition)\s+(?:de|di|d['’])\s*[^:–—]{0,30}?\s*[:–—]"
    r"|(?:report|overview|summary|invitation|introduction|preface|preamble)"
    r"\s+(?:on|of|to|from|for)\s+(?:the\s+)?(?=.*\bworkshop\b)"
    r"|(?:an?\s+)?workshop\s+proposal\s+(?=.*\bworkshop\b)"
    r"|(?:(?:first|second|third|final)\s+)?call\s+for\s+papers?\b(?:\s+and\s+\w+)?"
    r"(?:\s*[:–—]|\s+-\s|\s+(?:for|of|to)\s+(?:the\s+)?"
    r"(?=[^:–—]*(?:\b(?:workshop|symposium|tutorial|seminar)\b|\b(?-i:[A-Z]\w*[A-Z])))"
    r"|(?!\s+(?:for|of|to)\b)))\s*(?=\S)",
    re.IGNORECASE,
)
"""`Workshop Proposal: X`, `Proposal for the Third Workshop on X`, `Call for Papers: X`.

Not the beginning of `Call for Papers of the Past: A Workshop`.
"""
_PROPOSAL_BEHIND = re.compile(
    r"(?:(?<=[)\]\d])\s+|\s*[:,–—]\s*|\s+-\s+|\s+(?=[(\[])|\s+(?=workshop\s+proposal))[(\[]?"
    r"(?:an?\s+)?(?:(?:half|full|one)[\s-]day\s+)?(?:workshop\s+)?proposal"
    rf"(?:\s+(?:for|to)\s.{{1,{_LONGEST_REMARK}}})?[)\]]?$",
    re.IGNORECASE,
)
"""Examples: `X (WSP 2026) Workshop Proposal`, `X: A Proposal`."""


class WorkshopTitle(Struct, frozen=True):
    """A title taken apart."""

    name: str
    """The series' name, without an ordinal: "Workshop on …"."""
    ordinal: int | None = None
    acronym: str | None = None
    year: int | None = None
    host: str | None = None
    """The short name of the conference beside which it is held: `KDD 2026`."""


_OF_TEMPLATE = re.compile(r"[\s*]*Note: Sub-titles are not captured.*$", re.IGNORECASE)
"""What IEEE's template has behind its title: `*Note: Sub-titles are not captured in Xplore`."""


def without_template_words(text: str) -> str:
    """A title without the words of a template behind it."""
    return _OF_TEMPLATE.sub("", text)


def title_with_event(title: WorkshopTitle, event: str) -> WorkshopTitle:
    """A title with the short name and the number that CEUR-WS's class is told beside it.

    Args:
        title: the title as it is read.
        event: `WSP'26: Third Workshop on X, June 3, 2026, Graz, Austria`, or nothing.
    """
    said = read_title(event.partition(",")[0])
    if not event or said.name.casefold() not in title.name.casefold():
        return title
    acronym, ordinal = title.acronym or said.acronym, title.ordinal or said.ordinal
    return replace(title, acronym=acronym, ordinal=ordinal)


_WHAT_IT_IS = re.compile(
    r"(?:an?\s+)?(?:(?:conference|half[\s-]day|full[\s-]day|one[\s-]day)\s+)*"
    r"(?:(?:(?-i:[A-Z])[\w/&-]*\s+)?(?:workshop|tutorial|symposium|seminar))?\s*proposal"
    r"|(?:a\s+)?conference\s+(?:workshop|tutorial)"
    r"|(?:(?:first|second|third|final)\s+)?call\s+for\s+papers?\b(?:\s+and\s+\w+)?",
    re.IGNORECASE,
)
"""`Workshop Proposal`, `Dagstuhl Seminar Proposal`, `Conference Tutorial`, `Call for Papers`"""
_OF_CONFERENCE = re.compile(
    rf"(?:an?\s+)?(?P<host>(?:[A-Z][\w/&-]*\s+){{1,3}}['’]?(?:{_YEAR}|\d\d))\s+(?:workshop|tutorial)"
    r"(?P<proposal>\s+proposal)?",
    re.IGNORECASE,
)
"""`KDD 2026 Workshop`; `WSP 2026 Workshop` is the workshop's own name."""
_AT_CONFERENCE = re.compile(
    r"(?:proposal\s+(?:for|of)\s+)?(?:an?\s+)?(?:workshop|tutorial)\s+(?P<proposal>proposal\s+)?"
    r"(?:at|(?P<for>for))\s+(?:the\s+)?"
    rf"(?P<host>[^.]{{1,{_LONGEST_REMARK}}})",
    re.IGNORECASE,
)
"""`Proposal for a Workshop at KDD 2026`, `Workshop proposal for KDD 2026`; but not
`Workshop for Early Careers`."""
_CONFERENCE = re.compile(rf"\b{_YEAR}\b|['’]\d\d\b|\bconference\b", re.IGNORECASE)


def says_what_it_is(line: str) -> bool:
    """Whether a line of a title says what the document is alone: `Workshop Proposal`."""
    bare = line.strip(" :.()[]")
    if _WHAT_IT_IS.fullmatch(bare):
        return True
    if found := _OF_CONFERENCE.fullmatch(bare):
        return bool(found["proposal"]) or _is_known(found["host"])
    found = _AT_CONFERENCE.fullmatch(bare)
    if found is None:
        return False
    is_said = bool(found["proposal"]) or not found["for"]
    return _is_known(found["host"]) or (is_said and _CONFERENCE.search(found["host"]) is not None)


def is_of_conference(line: str) -> bool:
    """Whether a line may name the conference of a workshop: `XYZ 2026 Workshop`."""
    return _OF_CONFERENCE.fullmatch(line.strip(" :.()[]")) is not None


def _is_known(host: str) -> bool:
    """Whether words before a year are a well-known conference."""
    return any(map(is_known_conference, re.findall(r"[^\W\d_]+", host)))


_HOST = re.compile(
    rf"(?-i:[A-Z])[\w/&-]*(?:\s+(?-i:[A-Z])[\w/&-]*){{0,2}}\s+{_YEAR}", re.IGNORECASE
)
"""`KDD 2026`"""


def host_in_line(line: str) -> str | None:
    """The short name of the conference in a line of a title that says what the document is."""
    bare = line.strip(" :.()[]")
    found = _OF_CONFERENCE.fullmatch(bare) or _AT_CONFERENCE.fullmatch(bare)
    if found is None or not says_what_it_is(line) or not _HOST.fullmatch(found["host"]):
        return None
    is_beside = found.re is _AT_CONFERENCE or _is_known(found["host"])
    return str(found["host"]) if is_beside else None


def with_colon_behind_proposal(title: str, lines: Sequence[str]) -> str:
    """A title whose first line says that it is a proposal, with a colon behind that line."""
    first, *others = [line for line in lines if line] or [""]
    is_label = "proposal" in first.casefold() and says_what_it_is(first)
    return f"{first}: {' '.join(others)}" if is_label and others else title


def without_proposal(text: str) -> str:
    """A document's title without the words that it is a proposal: "Workshop Proposal: …"."""
    line = " ".join(text.split())
    bare = _PROPOSAL_BEHIND.sub("", _PROPOSAL_IN_FRONT.sub("", line)).strip()
    return bare or line


def read_title(text: str) -> WorkshopTitle:
    """Take a title apart: "Third Workshop on Structured Proposals (WSP 2026)"."""
    name, acronym, year, host = " ".join(text.translate(_WIDE).split()), None, None, None
    if match := _IN_FRONT.match(name):
        is_short = _CAPITALS.search(match["acronym"]) is not None
        is_subtitle = _SUBTITLE.match(name[match.end() :])
        if not is_subtitle or is_short:
            acronym, year = match["acronym"], _year_of(match["year"])
        if not is_subtitle or (is_short and is_subtitle["on"]):
            name = name[match.end() :]
    if match := _AT_HOST.search(name):
        year = year or _year_of(match["year"])
        host = f"{match['host']} {_year_of(match['year'])}"
        name = name[: match.start()]
    edition, name = _without_edition(name)
    while match := _BEHIND.search(name):
        short = read_short_title(match[1] or match[2])
        if short is None:
            break
        acronym, year = acronym or short.acronym, year or short.year
        host = host or short.host
        name = name[: match.start()]
    if match := _YEAR_IN_FRONT.match(name):
        year, name = year or int(match["year"]), name[match.end() :]
    ordinal, name = _without_ordinal(name.strip())
    return WorkshopTitle(name, ordinal or edition, acronym, year, host)


_WIDE = str.maketrans({"（": " (", "）": ") ", "：": ": "})
"""Signs of Chinese and Japanese, as in `第三届研讨会（WSP 2026）`."""


def read_short_title(text: str) -> WorkshopTitle | None:
    """Take "WSP 2026", "WSP'26" or "2026" apart; nothing if the text is more than that."""
    text = text.strip()
    if re.fullmatch(_YEAR, text):
        return WorkshopTitle("", year=int(text))
    match = _SHORT.match(text)
    if match is None:
        return None
    year = _year_of(match["year"])
    host = f"{match['host']} {year}" if match["host"] and year else None
    return WorkshopTitle("", acronym=match["acronym"], year=year, host=host)


def _year_of(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _without_ordinal(name: str) -> tuple[int | None, str]:
    """The ordinal that a name begins with, and the rest of the name."""
    rest = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    first, _, behind = rest.partition(" ")
    if match := _NUMBERED.fullmatch(first):
        return int(match[1]), behind
    for count in (3, 2, 1):  # "one hundred third", "Twenty First", "Third"
        words = rest.split(" ")
        spoken = " ".join(words[:count]).casefold().replace("-", " ").replace(" and ", " ")
        if number := _ordinals().get(spoken):
            return number, " ".join(words[count:])
    if match := _FOREIGN_NUMBER.match(rest):
        digits = match["digits"] or match["counted"]
        return int(digits) if digits else _chinese(match["chinese"]), rest[match.end() :]
    if (match := _ROMAN.match(rest)) and (number := _romans().get(match["roman"].lower())):
        return number, rest[match.end() :]
    number = (
        _foreign_ordinals().get(_stem(first))
        if _EVENT.match(behind) and first.casefold() not in _NO_ORDINALS
        else None
    )
    return (number, behind[0].upper() + behind[1:]) if number else (None, name)


_NO_ORDINALS = {"prime", "octave"}
"""English words with the stem of an ordinal of another language."""
_FOREIGN_NUMBER = re.compile(
    r"(?:(?i:de[rtn]|die|das|l[ea]|el|il|o)\s+)?"
    r"(?P<digits>\d{1,2})(?:\.?[º°ª]|\.|er|re|[eè]me|e)\s+(?=[^\W\d_])"
    r"|第\s*(?:(?P<counted>\d{1,2})|(?P<chinese>[一二三四五六七八九]?十?[一二三四五六七八九]?))\s*[回届屆]\s*"
)
"""`Der 3. Workshop über …`, `3º Taller …`, `3ème atelier …`, `第3回…`"""
_EVENT_WORDS = (
    r"(?:(?:inter)?na[ct]ional\w*\s+|internacional\w*\s+|wissenschaftliche\w*\s+)?(?:workshops?|tall?eres"
    r"|taller|ateliers?|oficinas?|jornadas?|journées?|giornat[ae]|encuentros?|encontros?|rencontres?"
    r"|incontr[oi]|seminar\w*|séminaires?|simp[oó]sios?|symposi\w*|tagung\w*|treffen|congres\w*"
    r"|kongress\w*|escuelas?|école|escola|scuola|laboratorio)\b"
)
_EVENT = re.compile(_EVENT_WORDS, re.IGNORECASE)
"""`Internationaler Workshop`, `Taller`"""
_ABOUT = re.compile(
    rf"(?:(?:de[rtn]|die|das|l[ea]|el|il|o)\s+)?(?:\d{{1,2}}(?:\.|º|°|ª|er|re|[eè]me|e)\s+)?{_EVENT_WORDS}"
    r"\s+(?:on|for|über|zu[mr]?|für|sur|pour|sobre|para|su[il]?|per|om|over|voor)\s+\S",
    re.IGNORECASE,
)
"""`Der 3. Workshop zu …`, `3. Workshop on …`, `Taller sobre …`"""
_ROMAN = re.compile(
    rf"(?P<roman>[IVX]{{1,6}})\s+(?={_EVENT_WORDS}|(?:\w+\s+){{1,2}}workshop\b)", re.IGNORECASE
)
"""`III Taller sobre …`, `IV Placeholder Workshop`"""


def says_about_what(title: str) -> bool:
    """Whether a title in any of some languages is that of an event.

    Examples: `3. Workshop über Muster`, `Tercer Taller sobre Muestras`.
    """
    return any(_ABOUT.match(name) for name in (title, _without_ordinal(title)[1]))


def _chinese(number: str) -> int:
    """A number below a hundred in Chinese digits: 十二."""
    tens, ten, ones = number.rpartition("十")
    digits = {sign: value for value, sign in enumerate("一二三四五六七八九", start=1)}
    return (digits.get(tens, 1) * 10 if ten else 0) + digits.get(ones, 0)


@cache
def _romans() -> dict[str, int]:
    """The numbers that are written with I, V and X alone, by their small letters."""
    return {roman(number): number for number in range(1, 40)}


def _stem(word: str) -> str:
    """A word without the ending that goes with the noun behind it: `Dritter`, `Tercera`."""
    return re.sub(r"(?:[aeo]|e[rsnm])$", "", word.casefold())


@cache
def _foreign_ordinals() -> dict[str, int]:
    """The number of each ordinal of other languages, by its stem."""
    found = {
        _stem(str(num2words(number, to="ordinal", lang=language)).partition(" ")[0]): number
        for language in ("de", "fr", "es", "pt", "it", "nl", "da", "sv")
        for number in range(1, 11)
    }
    others = {"premièr": 1, "premi": 1, "primer": 1, "prim": 1, "second": 2, "terc": 3}
    return found | others


def _without_edition(name: str) -> tuple[int | None, str]:
    """The ordinal of an edition that stands behind a name, and the rest of the name."""
    match = _EDITION_BEHIND.search(name)
    if match is None:
        return None, name
    numbered = _NUMBERED.fullmatch(match["ordinal"])
    spoken = match["ordinal"].casefold().replace("-", " ")
    number = int(numbered[1]) if numbered else _ordinals().get(spoken)
    return (number, name[: match.start()]) if number else (None, name)


@cache
def _ordinals() -> dict[str, int]:
    """The number of each ordinal in words, without hyphens."""
    return {
        str(num2words(number, to="ordinal")).replace("-", " ").replace(" and ", " "): number
        for number in range(1, _HIGHEST + 1)
    }


def number_of(ordinal: str) -> int | None:
    """The number of an ordinal: `11th`, `Third`, `inaugural`."""
    return 1 if ordinal.casefold() == "inaugural" else _without_ordinal(ordinal)[0]


def number_of_words(words: str) -> int | None:
    """The number of an ordinal in any of these languages: `6.º`, `tweede`, `VI`, `第4回`."""
    bare = words.strip()
    if number := number_of(bare):
        return number
    if match := _FOREIGN_NUMBER.match(f"{bare} x"):  # where a name stands behind the number
        digits = match["digits"] or match["counted"]
        return int(digits) if digits else _chinese(match["chinese"])
    roman_number = _romans().get(bare.lower()) if bare.isupper() else None
    return roman_number or _foreign_ordinals().get(_stem(bare))


def initials_of(name: str) -> str:
    """The capitals at the beginning of a name's words: an acronym for the time being."""
    return "".join(word[0] for word in name.split() if word[:1].isupper()) or "Workshop"
