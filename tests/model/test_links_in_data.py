"""What a series and its editions can link to, and what is said of other keys and addresses."""

from __future__ import annotations

import pytest

from proposal.edition.links import links_of
from proposal.model.link_kinds import LINK_KINDS, OTHER_NAMES, is_elsewhere, kind_of_link, link_kind
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.link_records import EditionLinks, SeriesLinks
from proposal.model.records.venue import VenueRecord
from proposal.model.records.workshop import Workshop
from proposal.model.web_services import MASTODON, WEB_SERVICES
from tests.diagnostic_lists import only
from tests.model.records import EDITION, VENUE, record

SERIES = "name: Workshop on Things\nacronym: WT\ncurrent: 2026\n"


def test_an_edition_has_links_of_all_kinds_and_a_series_those_that_stay() -> None:
    names = {kind.name for kind in LINK_KINDS}
    yearly = {kind.name for kind in LINK_KINDS if kind.is_yearly}
    assert set(EditionLinks.model_fields) == names | {"others"}
    assert set(SeriesLinks.model_fields) == names - yearly | {"others"}
    assert set(OTHER_NAMES.values()) <= names
    assert names.isdisjoint(OTHER_NAMES)


def test_services_of_kinds_are_known_ones() -> None:
    known = {service.name for service in (*WEB_SERVICES, MASTODON)}
    assert {service for kind in LINK_KINDS for service in kind.services} <= known


def test_an_edition_goes_before_its_series() -> None:
    series = SeriesLinks.model_validate(
        {
            "chat": "https://old.slack.com/",
            "mastodon": "https://hci.example/@wt",
            "others": [{"label": "School", "url": "https://school.org/a"}],
        }
    )
    own = EditionLinks.model_validate(
        {
            "registration": "https://a.org/r",
            "chat": "https://discord.gg/new",
            "others": [{"label": "The school", "url": "https://school.org/a"}],
        }
    )
    found = links_of(own, series)
    assert [(link.label, link.url, link.is_of_series) for link in found.listed] == [
        ("Registration", "https://a.org/r", False),
        ("Discord", "https://discord.gg/new", False),
        ("Mastodon", "https://hci.example/@wt", True),
        ("The school", "https://school.org/a", False),
    ]
    assert found.registration is not None
    assert found.stream is None
    with pytest.raises(AttributeError):
        _ = found.registratoin


def test_the_address_of_a_known_service_needs_no_label() -> None:
    found = record("others: [https://t.me/wt]\n", EditionLinks)
    assert found.diagnostics == []
    assert found.value is not None
    assert [(link.label, link.url) for link in found.value.others] == [
        ("Telegram", "https://t.me/wt")
    ]


def test_another_address_needs_one() -> None:
    found = only(record("others: [https://school.org/a]\n", EditionLinks).diagnostics)
    assert found.code == "link-without-label"
    assert found.hint == "write {label: …, url: https://school.org/a}"
    assert found.span is not None
    assert (found.span.line, found.span.column) == (1, 10)


@pytest.mark.parametrize(
    ("text", "kind", "hint"),
    [
        (
            f"{EDITION}registration: https://a.org\n",
            EditionRecord,
            "write `links: {registration: https://example.org/registration}`",
        ),
        (
            f"{EDITION}streaming: https://a.org\n",
            EditionRecord,
            "write `links: {stream: https://example.org/live}`",
        ),
        (
            f"{SERIES}twitter: wt\n",
            Workshop,
            "write `links: {x: https://x.com/example}`",
        ),
        (
            f"{SERIES}social: {{x: wt}}\n",
            Workshop,
            "write `links: {mastodon: …, bluesky: …, linkedin: …}`",
        ),
        (
            f"{EDITION}awards: [lists]\n",
            EditionRecord,
            "write `award: Best Paper` beside the paper in papers.yaml",
        ),
        ("twitter: https://x.com/wt\n", EditionLinks, "did you mean `x`?"),
        ("slack: https://wt.slack.com/\n", SeriesLinks, "did you mean `chat`?"),
        (
            "registration: https://a.org\n",
            SeriesLinks,
            "it is another one every year: write it under `links` of an edition.yaml",
        ),
        (f"{VENUE}street: Calle 1\n", VenueRecord, "did you mean `address`?"),
        (
            f"{EDITION}submissions: {{overleaf: https://a.org}}\n",
            EditionRecord,
            "did you mean `template`?",
        ),
    ],
)
def test_keys_that_people_guess_are_answered_with_the_right_ones(
    text: str, kind: type, hint: str
) -> None:
    found = only(record(text, kind).diagnostics)
    assert found.code == "unknown-key"
    assert found.hint == hint


@pytest.mark.parametrize(
    ("words", "address", "name"),
    [
        ("Register here!", "https://a.org/r", "registration"),
        ("Code of Conduct", "https://a.org/c", "code_of_conduct"),
        ("follow us", "https://bsky.app/profile/wt.org", "bluesky"),
        ("Join our Slack", "https://join.slack.com/t/wt", "chat"),
        ("our list", "https://groups.google.com/g/wt", "mailing_list"),
        ("LinkedIn", "https://x.com/wt", None),
        ("the conference", "https://a.org/", None),
    ],
)
def test_a_link_on_a_page_is_recognized(words: str, address: str, name: str | None) -> None:
    kind = kind_of_link(words, address)
    assert (kind.name if kind else None) == name


def test_an_account_at_another_service_is_one() -> None:
    linkedin, mastodon = link_kind("linkedin"), link_kind("mastodon")
    registration = link_kind("registration")
    assert linkedin is not None
    assert mastodon is not None
    assert registration is not None
    assert is_elsewhere(linkedin, "https://x.com/wt")
    assert is_elsewhere(linkedin, "https://example.org/wt")
    assert not is_elsewhere(linkedin, "https://www.linkedin.com/company/wt")
    assert is_elsewhere(mastodon, "https://x.com/wt")
    assert not is_elsewhere(mastodon, "https://social.example/users/wt")
    assert not is_elsewhere(registration, "https://x.com/wt")
