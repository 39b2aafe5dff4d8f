"""Refuses requests of all but this machine's own browser, for the preview itself."""

from __future__ import annotations

from email.message import Message
from http import HTTPStatus

from proposal.preview.routes import Answer, is_private, refusal

_OWN_NAMES = ("localhost", "127.0.0.1", "[::1]")
"""What this machine calls itself; a name that somebody else's DNS leads here is none of these."""

METHODS = ("GET", "HEAD")


def refused(method: str, target: str, headers: Message, port: int) -> Answer | None:
    """Why a request is not answered, if it is not.

    Args:
        method: as `GET`.
        target: the address, as it stands in the request's first line.
        headers: the request's.
        port: the one at which the preview is served.
    """
    if method not in METHODS:
        answer = refusal(HTTPStatus.METHOD_NOT_ALLOWED, "Here one can only look.")
        return Answer(answer.status, answer.content, headers={"Allow": ", ".join(METHODS)})
    if not _names_this_machine(headers.get_all("Host") or [], port):
        reason = f"This is served as http://localhost:{port}/ and under no other name."
        return refusal(HTTPStatus.FORBIDDEN, reason)
    if not target.startswith("/") or target.startswith("//"):
        return refusal(HTTPStatus.BAD_REQUEST, "An address begins with one slash.")
    # Browsers say who asks (Fetch Metadata); programs other than browsers say nothing.
    if is_private(target) and headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
        return refusal(HTTPStatus.FORBIDDEN, "Only the preview's own page may read this.")
    return None


def _names_this_machine(hosts: list[str], port: int) -> bool:
    """Whether a request is meant for this server: a page of another name must not reach it."""
    allowed = {f"{name}:{port}" for name in _OWN_NAMES}
    if port == 80:
        allowed |= set(_OWN_NAMES)
    return len(hosts) == 1 and hosts[0].strip().lower() in allowed
