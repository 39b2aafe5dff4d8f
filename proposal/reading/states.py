"""The states and provinces of countries whose clocks differ, by the names that places have."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from proposal.model.name_comparison import plain_words

_STATES = {
    "US": "AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, "
    "CT Connecticut, DE Delaware, DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, "
    "ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, "
    "MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, "
    "MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, "
    "NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, "
    "PA Pennsylvania, PR Puerto Rico, RI Rhode Island, SC South Carolina, SD South Dakota, "
    "TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, "
    "WV West Virginia, WI Wisconsin, WY Wyoming",
    "CA": "01 Alberta AB, 02 British Columbia BC, 03 Manitoba MB, 04 New Brunswick NB, "
    "05 Newfoundland and Labrador NL, 07 Nova Scotia NS, 08 Ontario ON, "
    "09 Prince Edward Island PE, 10 Québec QC, 11 Saskatchewan SK, 12 Yukon YT, "
    "13 Northwest Territories NT, 14 Nunavut NU",
    "AU": "01 Australian Capital Territory ACT, 02 New South Wales NSW, 03 Northern Territory NT, "
    "04 Queensland QLD, 05 South Australia SA, 06 Tasmania TAS, 07 Victoria VIC, "
    "08 Western Australia WA",
    "BR": "01 Acre AC, 02 Alagoas AL, 03 Amapá AP, 04 Amazonas AM, 05 Bahia BA, 06 Ceará CE, "
    "07 Distrito Federal DF, 08 Espírito Santo ES, 11 Mato Grosso do Sul MS, 13 Maranhão MA, "
    "14 Mato Grosso MT, 15 Minas Gerais MG, 16 Pará PA, 17 Paraíba PB, 18 Paraná PR, 20 Piauí PI, "
    "21 Rio de Janeiro RJ, 22 Rio Grande do Norte RN, 23 Rio Grande do Sul RS, 24 Rondônia RO, "
    "25 Roraima RR, 26 Santa Catarina SC, 27 São Paulo SP, 28 Sergipe SE, 29 Goiás GO, "
    "30 Pernambuco PE, 31 Tocantins TO",
    "MX": "02 Baja California BC, 03 Baja California Sur BCS, 14 Jalisco JAL, 18 Nayarit NAY, "
    "19 Nuevo León NL, 22 Querétaro QRO, 23 Quintana Roo QROO, 25 Sinaloa SIN, 26 Sonora SON, "
    "31 Yucatán YUC",
    "ID": "02 Bali, 04 Jakarta, 07 Central Java, 08 East Java, 10 Yogyakarta, 17 West Nusa "
    "Tenggara, 18 East Nusa Tenggara, 26 North Sumatra, 30 West Java, 33 Banten, "
    "38 South Sulawesi",
    "ES": "53 Canary Islands",
    "PT": "10 Madeira, 23 Azores",
}
"""GeoNames' code of each state, its name, and the letters by which it is known; in the United
States the code is those letters."""


COUNTRIES_WITH_STATES = tuple(_STATES)
"""The codes of the countries whose states are listed."""


class _ListedState(Struct, frozen=True):
    """A state of the table."""

    code: str
    name: str
    short: str
    """The letters by which it is known, if any."""
    plain_name: str
    plain_short: str


@cache
def _listed(country: str) -> tuple[_ListedState, ...]:
    """The states of a country."""
    states = []
    for state in filter(None, _STATES.get(country, "").split(", ")):
        code, _, whole = state.partition(" ")
        before, _, last = whole.rpartition(" ")
        is_short = last.isupper()
        name = before if is_short else whole
        short = last if is_short else code if code.isalpha() else ""
        states.append(_ListedState(code, name, short, _plain(name), _plain(short)))
    return tuple(states)


def state_code(country: str, state: str) -> str | None:
    """GeoNames' code of a state; None if the country has no such state, or it is not listed.

    Args:
        country: ISO's code of the country.
        state: the state's name or its letters.
    """
    wanted = _plain(state)
    for listed in _listed(country):
        if wanted in (listed.plain_name, listed.plain_short) and wanted:
            return listed.code
    return None


def full_name(country: str, state: str) -> str:
    """A state's name, for its letters; what is given where it is not listed."""
    wanted = _plain(state)
    for listed in _listed(country):
        if listed.short and wanted == listed.plain_short:
            return listed.name
    return state


def country_of_state(state: str) -> str | None:
    """The code of the only country that has a state of this full name; None for letters."""
    wanted = _plain(state)
    found = [
        country
        for country in _STATES
        if any(wanted == listed.plain_name for listed in _listed(country))
    ]
    return found[0] if len(found) == 1 else None


_KINDS = {"state", "land", "province", "prefecture", "country", "region", "community", "territory"}
"""The last words of ISO's names for parts of countries that hold cities."""
_SUCH_A_WORD = re.compile(r"\s+(?:state|province|prefecture|region|sheng)$", re.IGNORECASE)
"""The end of `Lagos State`, and of `Hunan Sheng` in ISO's table."""


def is_region(country: str, name: str) -> bool:
    """Whether a country has a region of a name: `Assam`, `Tamil Nadu`, `Lagos State`.

    Regions are those of ISO 3166-2, by its names. Those of the United States are left to
    `state_code`, since Ohio State is a university.
    """
    return country != "US" and _plain(_SUCH_A_WORD.sub("", name)) in _regions(country)


@cache
def _regions(country: str) -> frozenset[str]:
    import pycountry  # noqa: PLC0415 - slow to load

    names = [
        _SUCH_A_WORD.sub("", spelling)
        for part in pycountry.subdivisions
        if part.country_code == country
        and part.type != "Special administrative region"  # Hong Kong, which is a city
        and part.type.lower().split()[-1] in _KINDS
        for spelling in re.split(r"[\[\],]", part.name)  # Catalunya [Cataluña]
    ]
    return frozenset(filter(None, map(_plain, names)))


def _plain(text: str) -> str:
    """A name in plain letters, without spaces: D.C. is DC."""
    return "".join(plain_words(text))
