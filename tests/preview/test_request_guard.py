"""Requests of others than this machine's own browser are refused, whatever they call it."""

from __future__ import annotations

from email.message import Message
from http import HTTPStatus

import pytest

from proposal.preview.request_guard import refused


def headers(**values: str) -> Message:
    """The headers of a request: `Sec_Fetch_Site` is `Sec-Fetch-Site`."""
    message = Message()
    for name, value in values.items():
        message[name.replace("_", "-")] = value
    return message


@pytest.mark.parametrize(
    ("host", "port", "is_answered"),
    [
        ("localhost:8000", 8000, True),
        ("LOCALHOST:8000", 8000, True),
        ("127.0.0.1:8000", 8000, True),
        ("[::1]:8000", 8000, True),
        ("localhost", 80, True),
        ("localhost:80", 80, True),
        ("localhost", 8000, False),
        ("localhost:8001", 8000, False),
        ("localhost.example.org:8000", 8000, False),
        ("example.org", 80, False),
        ("", 80, False),
    ],
)
def test_the_server_answers_to_its_own_names_and_port_alone(
    host: str, port: int, is_answered: bool
) -> None:
    answer = refused("GET", "/", headers(Host=host), port)
    assert (answer is None) is is_answered
    if answer is not None:
        assert answer.status == HTTPStatus.FORBIDDEN


def test_a_request_without_a_host_or_with_two_is_refused() -> None:
    two = headers(Host="localhost:8000")
    two["Host"] = "localhost:8000"
    for message in (headers(), two):
        answer = refused("GET", "/", message, 8000)
        assert answer is not None
        assert answer.status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_done_but_looked_at(method: str) -> None:
    answer = refused(method, "/", headers(Host="localhost:8000"), 8000)
    assert answer is not None
    assert answer.status == HTTPStatus.METHOD_NOT_ALLOWED
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("target", ["", "index.html", "//example.org/", "http://example.org/"])
def test_an_address_begins_with_one_slash(target: str) -> None:
    answer = refused("GET", target, headers(Host="localhost:8000"), 8000)
    assert answer is not None
    assert answer.status == HTTPStatus.BAD_REQUEST


@pytest.mark.parametrize(
    ("site", "is_answered"),
    [(None, True), ("none", True), ("same-origin", True), ("cross-site", False)],
)
def test_what_is_private_is_for_the_previews_own_page(site: str | None, is_answered: bool) -> None:
    asked = headers(Host="localhost:8000", **({"Sec_Fetch_Site": site} if site else {}))
    assert (refused("GET", "/events", asked, 8000) is None) is is_answered
    assert refused("GET", "/site/2026/", asked, 8000) is None
