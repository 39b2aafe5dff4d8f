"""Takes an affiliation apart as people write it: department, institution, city, country in a row.

What is not surely a department or a city stays a part of the institution's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from proposal.importers.draft import Record
from proposal.model.affiliated import EMAIL, split_outside
from proposal.model.countries import country_code
from proposal.reading.cities import cities_called, has_city
from proposal.reading.institutions import is_known_company, is_short_word_and_city
from proposal.reading.lines import line_of
from proposal.reading.places import country_behind_city, country_of_city
from proposal.reading.states import is_region, state_code

_INSTITUTION = re.compile(
    r"\b(?:universi\w*|üniversitesi|uniwersytet|univerzit\w*|\w*hochschule|polyt\w*|college|école"
    r"|institute of technology|academy|inc|gmbh|ltd|corporation|labs|research)\b"
    r"|\b(?:ETH|MIT|CNRS|INRIA|EPFL)\b",
    re.IGNORECASE,
)
"""Words that an institution's name has and a department's has not: `University of Somewhere`."""
_DEPARTMENT = re.compile(
    r"^(?:(?:the\s+)?(?:dept\b\.?|department|school|faculty|division|chair|institut[eo]?|laborato\w+"
    r"|lab|cent(?:er|re)|group|section|unit|fakultät|fachbereich)\b)"
    r"|\b(?:department|dept\.?|division|group|lab|school|faculty)$",
    re.IGNORECASE,
)
"""Examples: `Department of Computer Science`, `Systems Group`, `Research Department`."""
_ALWAYS_DEPARTMENT = re.compile(
    r"^(?:the\s+)?college\s+of\b|\bdep(?:artmen)?t\b\.?$", re.IGNORECASE
)
"""What is a department if more stands behind it: `College of Samples`, `Research Department`."""
_NEVER_ALONE = re.compile(
    r"^(?:(?:the\s+)?(?:dept\b\.?|department|faculty|division|chair|fakultät|fachbereich)\b)"
    r"|\b(?:department|dept\.?|division|faculty)$",
    re.IGNORECASE,
)
"""What is always a part of an institution: `Department of Computer Science`."""
_ANY_INSTITUTION = re.compile(
    rf"{_INSTITUTION.pattern}|{_DEPARTMENT.pattern}|\b(?:institut|instytut|enstitü)"
    r"|جامعة|معهد|大学|大學|学院|研究所|대학교|연구소"
    r"|\b(?:labs?|laborato\w+|cent(?:er|re)s?)\b",
    re.IGNORECASE,
)
"""`University of Somewhere`, `Department of Engines`, `Lab`"""
_COMMA = re.compile("[,，،]")
_CITY = re.compile(r"[^\W\d_][^\d,;:&]*")
"""`Boise`"""
_NO_CITY = re.compile(
    r"\b(?:box|street|st|road|rd|avenue|ave|drive|campus|building|bldg|floor|suite|room|block|platz"
    r"|square|via|rue|calle)\b|stra(?:ß|ss)e",
    re.IGNORECASE,
)
"""`Example Street`, `Building 4`"""
_NO_AFFILIATION = re.compile(
    r"^(?:(?:tel(?:ephone)?|phone|fax)\b(?:\W|\b(?:tel|phone|fax|no|nr|number)\b)*(?:$|\d)"
    r"|mobile\b\W*\d[\d\s()/.-]{5,}|https?:|www\.|e-?mails?\b|orcid\b|or orcid$|\+?[\d\s()/-]+$)",
    re.IGNORECASE,
)
"""`Tel. +49 1`, `Tel/Fax: 12`, `https://example.org`; not `Tel Aviv`, `Mobile`, `Telefónica`"""
_PART_BEHIND = re.compile(
    r"\s*(?:[–—|;,(]|\s-)+\s*(?:(?:main|primary|lead|first)\s+(?:contact|organi[sz]er|author)"
    r"|contact|corresponding\s+(?:author|organi[sz]er))(?:\s+person)?\s*\)?\s*$",
    re.IGNORECASE,
)
"""Who somebody is among the organizers, behind the affiliation: ` — main contact`."""
_STREET = re.compile(r"\d")
"""What a street, a box or a postcode holds: `Example Street 5`."""
_WITH_DIGIT = re.compile(r"(?=\w*[^\W\d_])\w+")
"""The one word of a name in front: `3M`, `Sample4`."""
_NUMBERED_NAME = re.compile(r"[^\W\d_]{3,}\d+")
"""`LIP6`, `Data61`"""
_STREET_NAME = re.compile(
    r"\b(?:street|road|avenue|drive|square|lane|boulevard|stra(?:ß|ss)e)$|^(?:rue|via|calle)\s",
    re.IGNORECASE,
)
"""A street whose number lacks: `Example Square`."""
_CODE = r"(?:\d{4,6}(?:-\d{3,4})?|\d{3}[ -]\d{2,4}|\d{2}-\d{3})"
"""Examples: `8010`, `01069-900`, `100 44`, `113-8656`, `01-248`"""
_POSTCODE = re.compile(
    rf"^(?:\d{{4}}\s?[A-Z]{{2}}|(?:[A-Z]{{1,2}}-)?{_CODE})\s+|\s+(?:[A-Z]{{1,2}}-)?{_CODE}$"
    r"|\s+(?:[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d)$"
)
"""`7500 AB Enschede`, `D-10115 Berlin`, `Pittsburgh 15213`, `Bath BA2 7AY`, `ON M5S 1A1`"""
_ONLY_CODE = re.compile(rf"(?:[A-Z]{{1,2}}-)?{_CODE}|[A-Z]{{1,2}}\d[A-Z\d]?\s*\d[A-Z]{{2}}")
"""A postcode between commas: `EC1V 0HB`, `10115`"""
_CODE_OF_COUNTRY = re.compile(r"^\d{5}(?:-\d{4})?\s+(?=[A-Z])")
"""An example: the code in `30332 USA`."""
_CITY_AND_STATE = re.compile(r"(\D+?)\s+(?:[-–]\s+)?([A-Z]{2})")
"""Examples: `Princeton NJ`, `Campinas - SP`."""
_STATE_AND_CODE = re.compile(
    r"^(?P<state>[A-Z][A-Za-z .]*?)\s+\d{5}(?:\s*[-–]+\s*\d{4})?(?:\s+(?P<country>[A-Z].*))?$"
)
"""Examples: `PA 15213`, `Georgia 30332-0250`, `Idaho 83725 USA`."""


FIELD = "\ue013"
"""What stands around each key of a line of keys; sources have none."""


def line_of_fields(fields: Mapping[str, str]) -> str:
    """An affiliation as a line, of whose parts a source says what they are.

    Args:
        fields: institution, department, city, state and country, those that are known.
    """
    return "".join(f"{FIELD}{key}{FIELD}{value}" for key, value in fields.items() if value)


def _of_fields(line: str) -> Record:
    """The post of a line of keys; of an institution with commas, what is sure is taken apart."""
    parts = line.split(FIELD)[1:]
    fields = {key: value.strip(" ,;") for key, value in zip(parts[::2], parts[1::2], strict=True)}
    if not fields.keys() & {"department", "city", "state"}:
        return read_affiliation([", ".join(fields[key] for key in _WHOLE if key in fields)])
    named = _institution([one.strip() for one in split_outside(fields["institution"], _COMMA)])
    if "department" in fields:
        named = {"institution": fields["institution"], "department": fields["department"]}
    return {**named, **{key: fields[key] for key in ("city", "state", "country") if key in fields}}


_WHOLE = ("institution", "country")
"""The keys of an institution whose name may have its city: `organization={Sample Labs, Graz}`."""


def read_affiliation(lines: Sequence[str]) -> Record:
    """The post that some lines name; nothing if they name no institution.

    Args:
        lines: what stands below or behind a name, without marks; addresses are left out.
    """
    if by_keys := next((line for line in lines if FIELD in line), ""):
        return _of_fields(by_keys)
    parts: list[str] = []
    own_line = ""
    for line in _whole_lines(lines):
        pieces = list(map(_plain, split_outside(_bare(line), _COMMA)))
        kept = [piece for piece in pieces if piece and not _NO_AFFILIATION.match(piece)]
        if kept:
            own_line = kept[-2] if len(kept) == 2 and parts else ""
        parts += kept
    place, parts = _place(parts, own_line)
    streets = [*filter(_is_street, parts), *filter(_STREET_NAME.search, parts[1:])]
    if streets and streets[0] == parts[0] and _WITH_DIGIT.fullmatch(parts[0]):
        streets = streets[1:]
    named = [part for part in parts if part not in streets] or parts
    if not named:
        return {}
    return {**_institution(named), **place}


def _whole_lines(lines: Sequence[str]) -> list[str]:
    """Lines that end where a name does: `School of Electrical and` goes on in the next one."""
    found: list[str] = []
    for line in lines:
        if found and _GOES_ON.search(found[-1]) and line.strip():
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found.append(line)
    return found


_GOES_ON = re.compile(r"\w\s+(?:and|of|for|the|in|at|on|und|für|et|de|des|du|y|e)\s*$|&\s*$")
"""The end of `School of Electrical and`"""


def looks_like_institution(text: str) -> bool:
    """Whether a line names an institution or a part of one."""
    return bool(_ANY_INSTITUTION.search(text.strip()))


def _plain(piece: str) -> str:
    """A piece between commas without signs around it; `U.S.A.` and `Example Inc.` keep theirs."""
    line = line_of(piece).strip(" ;:|–—-")
    return line if _ABBREVIATED.search(line) else line.strip(" .;:|–—-")


_ABBREVIATED = re.compile(r"(?:\b\w\.\s?\w|\b(?:Inc|Ltd|Corp|Co|Dept|Univ|Inst))\.$")
"""Examples: the ends of `U.S.A.`, `Example B.V.`, `Example Inc.`"""


def _is_street(part: str) -> bool:
    """Whether a piece between commas is a street, a box or a postcode, and no institution."""
    if not _STREET.search(part) or _INSTITUTION.search(part) or _NUMBERED_NAME.fullmatch(part):
        return False
    return _NO_CITY.search(part) is not None or not looks_like_institution(part)


def _bare(line: str) -> str:
    # such as {ada,bob}@example.org, https://example.org
    without = re.sub(r"\{[^{}@]*\}@[\w.-]+|https?://\S+", "", line)
    line = re.sub(r"[<(\[]\s*[>)\]]", "", EMAIL.sub("", without))
    return _PART_BEHIND.sub("", line)


def _place(parts: list[str], own_line: str) -> tuple[Record, list[str]]:
    """City, state and country at the end, and what stands before them.

    Args:
        parts: what stands between commas.
        own_line: the city, if it and the country have a line of their own.
    """
    if len(parts) < 2:
        return {}, parts
    american = _STATE_AND_CODE.match(parts[-1])
    if american and state_code("US", american["state"]) and len(parts) > 2:
        country = american["country"] or "USA"
        if country_code(country) == "US":
            place: Record = {"city": parts[-2], "state": american["state"], "country": country}
            return place, parts[:-2]
    country = _CODE_OF_COUNTRY.sub("", parts[-1])
    parts = [*parts[:-1], _POSTCODE.sub("", country)]
    country = parts[-1]
    if country_code(country) is None:
        parted = _CITY_AND_STATE.fullmatch(parts[-2])
        country = country_behind_city(country, parted[1] if parted else parts[-2]) or country
    code = country_code(country)
    by_state = country_of_city(parts[-2], parts[-1]) if len(parts) > 2 else None
    if by_state is not None and country_code(by_state) != code:  # Newark, DE; Atlanta, Georgia
        return {"city": parts[-2], "state": parts[-1]}, parts[:-2]
    if code is None:
        return {}, parts
    rest = parts[:-1]
    if len(rest) > 1 and _ONLY_CODE.fullmatch(rest[-1]):
        rest = rest[:-1]
    state: Record = {}
    named = _POSTCODE.sub("", rest[-1]).strip()
    is_state = len(rest) > 1 and state_code(code, named) is not None
    is_state = is_state and (len(rest) > 2 or not _is_large_city(code, named))
    if is_state or _is_region(code, named, rest[:-1]):
        state, rest = {"state": named}, rest[:-1]
    city = _POSTCODE.sub("", rest[-1]).strip()
    is_behind_institution = any(map(_may_be_whole, rest[:-1]))
    has_code = city != rest[-1] and not is_behind_institution
    in_america = _CITY_AND_STATE.fullmatch(city)
    if in_america and not state and state_code(code, in_america[2]):
        city, state = in_america[1], {"state": in_america[2]}
    is_city = is_behind_institution or has_code or rest[-1] == own_line
    is_city = is_city or has_city(code, city)
    is_city = is_city and _CITY.fullmatch(city) is not None and not _NO_CITY.search(city)
    is_city = is_city and not _is_organization(code, city, rest)
    is_named_so = any(map(_may_be_whole, rest[:-1])) and has_city(code, city)  # College Station
    if len(rest) > 1 and is_city and (is_named_so or not _ANY_INSTITUTION.search(city)):
        return {"city": city, **state, "country": country}, rest[:-1]
    return {**state, "country": country}, rest


def _is_region(code: str, name: str, before: Sequence[str]) -> bool:
    """Whether what stands before a country is a part of it: `Guwahati, Assam, India`.

    Args:
        code: the country, by ISO's code.
        name: what stands there.
        before: the pieces in front of it; a city among them says that something larger follows.
    """
    if not before or has_city(code, name) or not _CITY.fullmatch(name):
        return False
    if is_region(code, name):
        return True
    is_behind_city = len(before) > 1 and has_city(code, _POSTCODE.sub("", before[-1]).strip())
    if re.fullmatch("[A-Z]{2}", name):
        return is_behind_city
    is_other = _NO_CITY.search(name) or _ANY_INSTITUTION.search(name)
    return is_behind_city and not is_other and not _is_organization(code, name, before)


def _is_organization(code: str, name: str, parts: Sequence[str]) -> bool:
    """Whether what stands where a city does is a company, or an institution by its short name.

    Examples: `AI Lab, Google, Spain`, `Institute of Logic, TU Wien, Austria`, `IRISA`, `imec`.

    Args:
        code: the country, by ISO's code.
        name: what stands there.
        parts: all pieces before the country, which may be in capitals.
    """
    if is_known_company(name) or is_short_word_and_city(name):
        return True
    is_shouted = all(part == part.upper() for part in parts)
    is_short = _SHORT_NAME.fullmatch(name) is not None and not is_shouted
    return is_short and not has_city(code, name)


_SHORT_NAME = re.compile(r"[A-Z][A-Z\d]+(?:-[A-Z\d]+)*|[a-z]+")
"""`IRISA`, `LIP6`, `ISTI-CNR`, `imec`"""


def _may_be_whole(part: str) -> bool:
    """Whether a piece may be an institution without another one behind it."""
    is_part = _is_department(part) and _NEVER_ALONE.search(part) is not None
    return _ANY_INSTITUTION.search(part) is not None and not is_part


def _rest_of_name(parts: list[str]) -> list[str]:
    """Take away what goes on with a department's name: `Systems and Data` of `Dept. of X, …`."""
    at = next((index for index, part in enumerate(parts) if _INSTITUTION.search(part)), 0)
    goes_on = any(re.search(r"\band\b|&", part) for part in parts[:at])
    rest = parts[:at] if goes_on else []
    del parts[: len(rest)]
    return rest


def _is_department(part: str) -> bool:
    """Whether a piece names a part of an institution: `Systems Group`, `Research Department`."""
    is_named_so = _ALWAYS_DEPARTMENT.search(part) is not None
    return is_named_so or bool(_DEPARTMENT.search(part) and not _INSTITUTION.search(part))


def _is_large_city(code: str, name: str) -> bool:
    """Whether a name that a state has, too, means a city: New York, but not California."""
    return any(city.thousands >= _LARGE for city in cities_called(code, name))


_LARGE = 300
"""People in a city that is meant before a state of its name, in thousands."""


def _institution(parts: list[str]) -> Record:
    """Institution and department."""
    first, *others = parts
    if others and _is_department(first):
        departments = [first]
        while len(others) > 1 and _DEPARTMENT.search(others[0]):
            if not _is_department(others[0]):
                break
            departments.append(others.pop(0))
        departments += _rest_of_name(others)
        return {"institution": ", ".join(others), "department": ", ".join(departments)}
    return {"institution": ", ".join(parts)}
