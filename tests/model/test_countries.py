"""Countries are known by the names that people and ISO give them."""

from __future__ import annotations

import pytest

from proposal.model.countries import country_code, zones_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Viet Nam", "VN"),
        ("Samoa", "WS"),
        ("American Samoa", "AS"),
        ("Congo", "CG"),
        ("DR Congo", "CD"),
        ("Britain", "GB"),
        ("Russian Federation", "RU"),
        ("Bosnia and Herzegovina", "BA"),
        ("Bosnia & Herzegovina", "BA"),
        ("Saint Lucia", "LC"),
        ("St. Lucia", "LC"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Czechia", "CZ"),
        ("Czech Republic", "CZ"),
        ("Korea, Republic of", "KR"),
        ("Republic of Korea", "KR"),
        ("Taiwan, Province of China", "TW"),
        ("Côte d’Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Kosovo", "XK"),
        ("Brasil", "BR"),
        ("Deutschland", "DE"),
        ("España", "ES"),
        ("日本", "JP"),
        ("People's Republic of China", "CN"),
        ("P.R. China", "CN"),
        ("Republic of Ireland", "IE"),
        ("U.S.A.", "US"),
        ("United States of America", "US"),
        ("The Netherlands", "NL"),
        ("Wales", "GB"),
        ("Hong Kong", "HK"),
        ("Macau", "MO"),
        ("Tanzania, United Republic of", "TZ"),
    ],
)
def test_a_country_is_known_by_its_usual_names(name: str, code: str) -> None:
    assert country_code(name) == code
    assert zones_of(code)


@pytest.mark.parametrize("name", ["", "Ruritania", "Boise", "Ontario", "."])
def test_what_is_no_country_has_no_code(name: str) -> None:
    assert country_code(name) is None
