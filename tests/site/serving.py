"""Serves a folder on this machine alone, as a plain web host does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any

TYPES = {
    ".webp": "image/webp",
    ".ics": "text/calendar",
    ".md": "text/markdown",
    ".bib": "text/plain",
}
"""Types that Python's own server may not know."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves in the middle of an answer is no fault."""


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, folder: Path, under: str, **others: Any) -> None:
        self.folder, self.under = folder, under
        self.extensions_map = {**self.extensions_map, **TYPES}
        super().__init__(*arguments, directory=str(folder), **others)

    def log_message(self, *_arguments: Any) -> None:
        """The tests' output is no access log."""

    def send_head(self) -> Any:
        if not self.path.startswith(self.under):
            return self.not_found()
        self.path = "/" + self.path.removeprefix(self.under)
        if not Path(self.translate_path(self.path)).exists():
            return self.not_found()
        return super().send_head()

    def not_found(self) -> IO[bytes] | None:
        """Web hosts show `404.html` for whatever does not exist."""
        page = self.folder / "404.html"
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        return page.open("rb")


@contextmanager
def served(folder: Path, under: str = "/") -> Iterator[str]:
    """The address at which a folder is served for the while.

    Args:
        folder: what is served.
        under: the path under which it stands, with a slash at both ends.
    """
    server = _Server(("127.0.0.1", 0), partial(_Handler, folder=folder, under=under))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{under}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
