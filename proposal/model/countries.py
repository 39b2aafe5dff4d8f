"""Countries by the names that people write, and the time zones of each.

Names are those of ISO 3166-1, as the package `pycountry` has them: short, common and official
names in English, and their translations. Zones are those of the tables of the time zones' data.
"""

from __future__ import annotations

import difflib
import gettext
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from proposal.model.name_comparison import plain_words
from proposal.zone_data import table_of_zones

_OTHER_NAMES = {
    "usa": "US",
    "us": "US",
    "uk": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "republic of ireland": "IE",
    "korea": "KR",
    "s korea": "KR",
    "dr congo": "CD",
    "republic of congo": "CG",
    "holland": "NL",
    "uae": "AE",
    "turkey": "TR",
    "russia": "RU",
    "pr china": "CN",
    "prc": "CN",
    "mainland china": "CN",
    "hong kong sar": "HK",
    "macau": "MO",
    "macau sar": "MO",
    "macao sar": "MO",
    "ivory coast": "CI",
    "burma": "MM",
    "cape verde": "CV",
    "swaziland": "SZ",
    "east timor": "TL",
    "macedonia": "MK",
    "brunei": "BN",
    "vatican": "VA",
    "palestine": "PS",
    "kosovo": "XK",
    "republic of kosovo": "XK",
}
"""Names in use that ISO does not have; Kosovo has the code that CLDR and GeoNames give it."""

_OTHER_LETTERS = {
    "GER": "DE",
    "SUI": "CH",
    "NED": "NL",
    "DEN": "DK",
    "POR": "PT",
    "GRE": "GR",
    "CRO": "HR",
    "SLO": "SI",
    "BUL": "BG",
    "LAT": "LV",
    "RSA": "ZA",
    "CHI": "CL",
    "URU": "UY",
    "MAS": "MY",
    "INA": "ID",
    "PHI": "PH",
    "KSA": "SA",
    "TPE": "TW",
}
"""Letters of the Olympic committees, where ISO has others for a country."""

_ZONES_OF_OTHERS = {"XK": ["Europe/Belgrade"]}
"""Zones of the codes that the tables of the time zones do not have."""

ONE_CLOCK = {"CN": "Asia/Shanghai"}
"""Countries of several zones with one legal time."""

TERRITORIES = {
    "AU": ("NF", "CX", "CC"),
    "CN": ("HK", "MO", "TW"),
    "DK": ("GL", "FO"),
    "FI": ("AX",),
    "FR": ("RE", "GP", "MQ", "GF", "YT", "PF", "NC", "PM", "WF", "MF", "BL"),
    "GB": ("GI", "BM", "KY", "JE", "GG", "IM", "VG", "TC", "FK"),
    "NL": ("AW", "CW", "SX", "BQ"),
    "NO": ("SJ",),
    "NZ": ("CK", "NU", "TK"),
    "US": ("PR", "GU", "VI", "AS", "MP"),
}
"""Places with a code of their own that are often given with the country they belong to."""


def country_code(name: str) -> str | None:
    """ISO's code of a country by one of its names, in English or in another language.

    Large and small letters, accents, dots, "&" and a leading "the" make no difference.
    """
    plain = _plain(name)
    if not plain:
        return None
    return _english_names().get(plain) or _translated_names().get(plain)


def country_of_letters(letters: str) -> str | None:
    """ISO's code of a country by two or three capital letters: `FR`, `FRA`, `GER`.

    Many of them are short for something else, too: a state, an institution (`ETH`).
    """
    import pycountry  # noqa: PLC0415 - slow to load

    if not re.fullmatch(r"[A-Z]{2,3}", letters):
        return None
    countries = pycountry.countries
    is_short = len(letters) == 2
    found = countries.get(alpha_2=letters) if is_short else countries.get(alpha_3=letters)
    return _OTHER_LETTERS.get(letters) if found is None else str(found.alpha_2)


_ALIKE = 0.85
"""How alike a misspelt name and the right one are, from 0 to 1, as `difflib` counts it: Austira is
Austria by 0.857, and Somaliland is Somalia by 0.82."""


def likely_countries(name: str) -> list[str]:
    """The English names of countries that a name resembles which is none, two at most."""
    if country_code(name) is not None:
        return []
    known = _english_names()
    alike = difflib.get_close_matches(_plain(name), known, n=2, cutoff=_ALIKE)
    named = (
        found.title() if found in _OTHER_NAMES else country_named(known[found]) for found in alike
    )
    return list(dict.fromkeys(filter(None, named)))


def country_named(code: str) -> str | None:
    """The usual English name of a country by ISO's code of two letters: `NL` is Netherlands."""
    import pycountry  # noqa: PLC0415 - slow to load

    country = pycountry.countries.get(alpha_2=code.upper())
    if country is None:
        return None
    return str(getattr(country, "common_name", country.name))


def territory_code(country: str, name: str) -> str | None:
    """The code of a territory by its English name, if it is often given with a country.

    Args:
        country: ISO's code of the country: US.
        name: what may be the territory's name: "Puerto Rico".
    """
    if country not in TERRITORIES:
        return None
    names = _english_names()
    without_article = re.sub(r"^(?:la|les?)\s+", "", name.strip(), flags=re.IGNORECASE)
    code = names.get(_plain(name)) or names.get(_plain(without_article))
    return code if code in TERRITORIES[country] else None


@cache
def zones_of(code: str) -> list[str]:
    """A country's zones in the order of the table, which is no order of importance."""
    zones = [zone for country, zone in _rows("zone.tab") if country == code]
    return zones or _ZONES_OF_OTHERS.get(code, [])


@cache
def all_zones() -> list[str]:
    """Zones of the whole world that differ from now on, the ones with most people first."""
    return [zone for _, zone in _rows("zonenow.tab")]


@cache
def countries_of(zone: str) -> set[str]:
    """The codes of the countries whose clocks follow a zone; none for UTC and old names."""
    rows = [*_rows("zone.tab"), *_rows("zone1970.tab")]
    listed = {code for codes, name in rows if name == zone for code in codes.split(",")}
    return listed | {code for code, zones in _ZONES_OF_OTHERS.items() if zone in zones}


def _plain(name: str) -> str:
    """A name in plain words, such as "st lucia" or "usa", so that spellings can be compared."""
    words = plain_words(name.replace("&", " and ").replace("’", "'").replace("'", ""))
    letters = [word for word in words if len(word) == 1]
    if len(letters) > 1 and letters == words[: len(letters)]:  # U. S. A., P. R. China
        words = ["".join(letters), *words[len(letters) :]]
    if words[:1] == ["st"]:
        words[0] = "saint"
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@cache
def _english_names() -> dict[str, str]:
    import pycountry  # noqa: PLC0415 - slow to load

    names = dict(_OTHER_NAMES)
    for country in pycountry.countries:
        given = (getattr(country, key, None) for key in ("name", "common_name", "official_name"))
        for name in filter(None, given):
            for spelling in _in_both_orders(name):
                names.setdefault(_plain(spelling), country.alpha_2)
    # Britain (UK); behind those, since "Samoa (American)" is not what Samoa is called.
    for code, name in (line.split("\t") for line in _lines("iso3166.tab")):
        for part in re.split(r"[()]", name):
            names.setdefault(_plain(part), code)
    names.pop("", None)
    return names


def _in_both_orders(name: str) -> Iterator[str]:
    """A name as ISO writes it, "Korea, Republic of", and as it is spoken."""
    yield name
    before, comma, behind = name.partition(", ")
    if comma:
        yield f"{behind} {before}"


@cache
def _translated_names() -> dict[str, str]:
    """Countries by their names in other languages; without names that mean two countries."""
    import pycountry  # noqa: PLC0415 - slow to load

    codes: defaultdict[str, set[str]] = defaultdict(set)
    names = [(country.alpha_2, country.name) for country in pycountry.countries]
    for catalogue in sorted(Path(pycountry.LOCALES_DIR).glob("*/LC_MESSAGES/iso3166-1.mo")):
        with catalogue.open("rb") as file:
            translations = gettext.GNUTranslations(file)
        for code, name in names:
            codes[_plain(translations.gettext(name))].add(code)
    return {name: min(found) for name, found in codes.items() if name and len(found) == 1}


def _rows(name: str) -> list[tuple[str, str]]:
    """The countries and the zone of each row of a table of zones."""
    return [(row[0], row[2]) for row in (line.split("\t") for line in _lines(name))]


def _lines(name: str) -> Iterable[str]:
    lines = table_of_zones(name).splitlines()
    return (line for line in lines if line and not line.startswith("#"))
