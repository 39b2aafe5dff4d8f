"""Serves the preview on this machine alone: the page, what it shows, and news of it.

Python's own server does: the answers are a handful of names in memory and one stream of
server-sent events, which need neither routing nor a framework, and it has no dependencies.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import socket
import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from msgspec.structs import replace

from proposal.diagnostics import ProposalError
from proposal.preview.preview_state import Name, Preview
from proposal.preview.request_guard import refused
from proposal.preview.routes import Answer, answer, path_of
from proposal.preview.serialize import state_as_json

DEFAULT_PORT = 8000
_TRIED = 20
"""Ports that are tried, from the one that was asked for on."""

_TAKEN = {errno.EADDRINUSE, errno.EACCES}

_HEARTBEAT = 15.0
"""Seconds after which a silent stream says something, by which it learns that nobody listens."""
_IDLE = 60.0
"""Seconds after which a connection without requests is closed."""


class PortError(ProposalError):
    """There is no port at which the preview can be served."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves in the middle of an answer is no fault."""


class _ServerOnSix(_Server):
    address_family = socket.AF_INET6


@contextlib.contextmanager
def served(preview: Preview, root: Path, port: int) -> Iterator[int]:
    """Serve a preview for the while, on 127.0.0.1 and, where there is IPv6, on ::1.

    Args:
        preview: what is shown.
        root: the folder that holds `data/`, from which places are shown.
        port: the one that is wanted; if it is taken, the next free one is used. 0 for any.

    Yields:
        The port at which it is served.

    Raises:
        PortError: all ports that were tried are taken.
    """
    servers = _listening(partial(_Handler, preview, root), port)
    threads = [
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        for server in servers
    ]
    for thread in threads:
        thread.start()
    try:
        yield servers[0].server_port
    finally:
        preview.end()
        for server in servers:
            server.shutdown()
            server.server_close()


def _listening(handler: Any, port: int) -> list[_Server]:
    """Servers at the first free port."""
    last = port + _TRIED
    for number in range(port, min(last, 65536)):
        try:
            first = _Server(("127.0.0.1", number), handler)
        except (OSError, OverflowError):
            continue
        if not socket.has_ipv6:
            return [first]
        try:
            return [first, _ServerOnSix(("::1", first.server_port), handler)]
        except OSError as reason:
            if reason.errno not in _TAKEN:
                return [first]  # this machine has no IPv6
            first.server_close()
    message = f"the ports from {port} to {last - 1} are taken"
    raise PortError(f"{message}; name another one with --port, or --port 0 for any")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "proposal"
    sys_version = ""
    timeout = _IDLE

    def __init__(self, preview: Preview, root: Path, *arguments: Any) -> None:
        self.preview = preview
        self.root = root
        super().__init__(*arguments)

    def log_message(self, *_arguments: Any) -> None:
        """The terminal shows builds, not requests."""

    def respond(self) -> None:
        """Answer a request, whatever its method."""
        assert isinstance(self.server, _Server)  # noqa: S101 - for the type checker
        refusal = refused(self.command, self.path, self.headers, self.server.server_port)
        if refusal is not None:
            self.close_connection = True  # nobody knows what else was sent along
            self.send(refusal)
        elif path_of(self.path) == "/events":
            self.stream()
        else:
            self.send(answer(self.path, self.preview))

    # Names of http.server's; a method that it does not know is refused by itself.
    do_GET = do_HEAD = do_POST = do_PUT = respond  # noqa: N815 - the library's names
    do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = respond  # noqa: N815 - the library's names

    def send(self, answered: Answer) -> None:
        """Send an answer; nothing but its head if that is what was asked for, or it is known."""
        headers = {
            "Content-Type": answered.kind,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-cache",
            **answered.headers,
        }
        if answered.status is HTTPStatus.OK:
            tag = f'"{hashlib.blake2s(answered.content).hexdigest()[:32]}"'
            headers["ETag"] = tag
            if self.headers.get("If-None-Match") == tag:
                answered = replace(answered, status=HTTPStatus.NOT_MODIFIED, content=b"")
        self.send_response(answered.status)
        for name, value in headers.items():
            self.send_header(name, value)
        if answered.status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(answered.content)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answered.content)

    def stream(self) -> None:
        """Send the state, and send it again whenever it changes (HTML, "Server-sent events")."""
        asked = _document_in(self.path)
        self.preview.current_document = asked or self.preview.current_document
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Connection", "close")
        self.end_headers()
        number = 0
        while self.command == "GET":
            news = self.preview.after(number, _HEARTBEAT)
            if news is None:
                return
            if news[0] == number:
                self.wfile.write(b":\n\n")
                continue
            number, shown = news
            self.wfile.write(f"data: {state_as_json(shown, self.root)}\n\n".encode())


def _document_in(target: str) -> Name | None:
    """The document that the page shows, as it says when it asks for news."""
    query = parse_qs(urlsplit(target).query)
    edition_id, name = query.get("edition", [""])[0], query.get("document", [""])[0]
    return (edition_id, name) if edition_id and name else None
