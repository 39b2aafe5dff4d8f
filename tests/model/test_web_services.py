"""Services on the web are known by the addresses of their pages."""

from __future__ import annotations

import pytest

from proposal.model.web_services import WEB_SERVICES, service_of


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://twitter.com/wsp", "x"),
        ("https://www.linkedin.com/company/wsp", "linkedin"),
        ("https://de.linkedin.com/in/somebody", "linkedin"),
        ("https://scholar.google.co.uk/citations?user=1", "google_scholar"),
        ("https://wsp.slack.com/", "slack"),
        ("https://youtu.be/1", "youtube"),
        ("https://www.youtube.com/@wsp", "youtube"),
        ("https://hci.example/@wsp", "mastodon"),
        ("https://hci.example/@wsp@other.example/", "mastodon"),
    ],
)
def test_a_service_is_known_by_its_host_or_by_the_form_of_its_pages(
    address: str, name: str
) -> None:
    found = service_of(address)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "address",
    ["https://example.org/wsp", "https://notx.com/wsp", "https://x.com.example/a", "https://[", ""],
)
def test_other_addresses_are_of_no_service(address: str) -> None:
    assert service_of(address) is None


def test_names_and_hosts_are_those_of_one_service() -> None:
    names = [service.name for service in WEB_SERVICES]
    hosts = [host for service in WEB_SERVICES for host in service.hosts]
    assert len(names) == len(set(names))
    assert len(hosts) == len(set(hosts))
