"""Where a person is found on the web: keys, plain lists of addresses, handles, ORCID iDs."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.model.loading.validation import Validated, validate_record
from proposal.model.records.person import PersonRecord
from proposal.model.records.person_links import (
    PERSON_LINK_KINDS,
    kind_of_address,
    label_of,
    listed_links,
    person_link_kind,
)
from proposal.source.text import Text
from proposal.source.yaml import parse_yaml
from tests.diagnostic_lists import only, places


def person(links: str) -> Validated[PersonRecord]:
    node, diagnostics = parse_yaml(f"name: Ada Lovelace\nlinks: {links}\n", Path("ada.yaml"))
    assert diagnostics == []
    assert node is not None
    return validate_record(node, PersonRecord)


def good(links: str) -> PersonRecord:
    read = person(links)
    assert read.diagnostics == []
    assert read.value is not None
    return read.value


ADDRESSES = {
    "https://orcid.org/0000-0002-1825-0097": "orcid",
    "0000-0002-1825-0097": "orcid",
    "https://scholar.google.de/citations?user=x": "scholar",
    "https://dblp.org/pid/1/2.html": "dblp",
    "https://www.semanticscholar.org/author/1": "semantic_scholar",
    "https://openreview.net/profile?id=~Ada_Lovelace1": "openreview",
    "https://dl.acm.org/profile/1": "acm",
    "https://github.com/ada": "github",
    "https://www.linkedin.com/in/ada/": "linkedin",
    "https://hci.example/@ada": "mastodon",
    "@ada@hci.example": "mastodon",
    "https://bsky.app/profile/ada.example": "bluesky",
    "https://twitter.com/ada": "x",
    "https://ada.example/~home": None,
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_shows_its_kind(address: str) -> None:
    kind = kind_of_address(address)
    assert (kind.name if kind else None) == ADDRESSES[address]


def test_all_kinds_but_the_homepage_are_known_by_addresses() -> None:
    assert set(ADDRESSES.values()) - {None} == {
        kind.name for kind in PERSON_LINK_KINDS if kind.name != "homepage"
    }


def test_a_plain_list_of_addresses_will_do() -> None:
    read = good(
        "[https://github.com/ada, https://ada.example, https://lab.example/ada, "
        "'@ada@hci.example', https://orcid.org/0000-0002-1825-0097]"
    )
    assert (read.links.homepage, read.links.orcid) == (
        "https://ada.example",
        "0000-0002-1825-0097",
    )
    assert listed_links(read.links) == [
        ("github", "https://github.com/ada"),
        ("mastodon", "https://hci.example/@ada"),
        ("", "https://lab.example/ada"),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "ORCID 0000-0002-1825-0097",
        "ORCID iD 0000-0002-1825-0097",
        "ORCID: 0000-0002-1825-0097",
        "orcid.org/0000-0002-1825-0097",
        "0000000218250097",
    ],
)
def test_an_orcid_in_a_list_is_read_however_it_is_pasted(written: str) -> None:
    read = good(f"\n  - https://ada.example\n  - {written}")
    assert (read.links.homepage, read.links.orcid) == (
        "https://ada.example",
        "0000-0002-1825-0097",
    )
    assert listed_links(read.links) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [("my page", "not-a-url"), ("ORCID 0000-0002-1825-0098", "not-an-orcid")],
)
def test_a_wrong_item_of_a_list_is_reported_at_its_own_line(wrong: str, code: str) -> None:
    read = person(f"\n  - https://ada.example\n  - https://github.com/ada\n  - {wrong}")
    assert places(read.diagnostics) == [f"ada.yaml:5:5 {code}"]


def test_items_of_a_list_keep_their_places() -> None:
    read = good("[https://github.com/ada, https://ada.example, https://lab.example/ada]")
    found = [read.links.homepage, *(url for _, url in listed_links(read.links))]
    assert [str(url.span) for url in found if isinstance(url, Text)] == [
        "ada.yaml:2:33",
        "ada.yaml:2:9",
        "ada.yaml:2:54",
    ]


@pytest.mark.parametrize(
    ("key", "written", "address"),
    [
        ("mastodon", "'@ada@hci.example'", "https://hci.example/@ada"),
        ("mastodon", "ada@hci.example", "https://hci.example/@ada"),
        ("mastodon", "https://hci.example/@ada", "https://hci.example/@ada"),
        ("bluesky", "'@ada.example'", "https://bsky.app/profile/ada.example"),
        ("x", "'@ada'", "https://x.com/ada"),
        ("github", "ada", "https://github.com/ada"),
        ("openreview", "~Ada_Lovelace1", "https://openreview.net/profile?id=~Ada_Lovelace1"),
        ("scholar", "https://ada.example/papers", "https://ada.example/papers"),
    ],
)
def test_the_name_of_an_account_becomes_the_address_of_its_page(
    key: str, written: str, address: str
) -> None:
    assert listed_links(good(f"{{{key}: {written}}}").links) == [(key, address)]


@pytest.mark.parametrize(
    "written",
    [
        "0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097",
        "http://www.orcid.org/0000-0002-1825-0097/",
        "orcid.org/0000-0002-1825-0097",
        "0000000218250097",
        "0000 0002 1825 0097",
        "0000–0002–1825–0097",
        "'ORCID: 0000-0002-1825-0097'",
        "ORCID iD 0000-0002-1825-0097",
    ],
)
def test_an_orcid_may_be_pasted_in_any_form(written: str) -> None:
    assert good(f"{{orcid: {written}}}").links.orcid == "0000-0002-1825-0097"


def test_the_last_sign_of_an_orcid_may_be_a_small_x() -> None:
    assert good("{orcid: 0000-0002-1694-233x}").links.orcid == "0000-0002-1694-233X"


@pytest.mark.parametrize("written", ["0000-0002-1825-0098", "0000-0002-1825", "Ada", "x"])
def test_an_orcid_with_a_slip_is_refused(written: str) -> None:
    found = only(person(f"{{orcid: '{written}'}}").diagnostics)
    assert (found.code, found.message) == ("not-an-orcid", f"`{written}` is no ORCID")


def test_what_is_no_address_is_refused_in_either_form() -> None:
    assert places(person("{linkedin: Ada Lovelace}").diagnostics) == ["ada.yaml:2:19 not-a-url"]
    read = person("[https://github.com/ada, Ada Lovelace]")
    assert places(read.diagnostics) == ["ada.yaml:2:33 not-a-url"]
    assert "`Ada Lovelace`" in only(read.diagnostics).message


def test_a_link_is_called_by_its_kind_or_by_its_host() -> None:
    assert label_of("x", "https://x.com/ada") == "X"
    assert label_of("", "https://www.lab.example/ada") == "lab.example"
    assert label_of("", "https://www.researchgate.net/profile/ada") == "ResearchGate"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Google Scholar", "scholar"),
        ("Semantic-Scholar", "semantic_scholar"),
        ("Twitter", "x"),
        ("LinkedIn", "linkedin"),
        ("Website", "homepage"),
        ("ORCID iD", "orcid"),
        ("Photo", None),
    ],
)
def test_words_name_a_kind(words: str, name: str | None) -> None:
    kind = person_link_kind(words)
    assert (kind.name if kind else None) == name


@pytest.mark.parametrize(
    ("key", "typed", "address"),
    [
        ("dblp", "l/AdaLovelace", "https://dblp.org/pid/l/AdaLovelace"),
        ("scholar", "abcdefgAAAAJ", "https://scholar.google.com/citations?user=abcdefgAAAAJ"),
        ("semantic_scholar", "123456", "https://www.semanticscholar.org/author/123456"),
    ],
)
def test_an_id_of_a_service_is_the_page_with_it(key: str, typed: str, address: str) -> None:
    read = good(f"{{{key}: '{typed}'}}")
    assert str(getattr(read.links, key)) == address
