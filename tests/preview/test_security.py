"""Nobody else reaches the preview: seen with plain sockets, as a browser would never speak."""

from __future__ import annotations

import datetime as dt
import io
import socket
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from proposal.pdf import Pdf
from proposal.preview.page_images import page_images
from proposal.preview.preview_state import Preview, Shown, ShownPdf
from proposal.preview.routes import answer
from tests.preview.live import Live, live, until
from tests.site.sites import without_documents
from tests.workspace import Workspace


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A preview with a link in `build/site/` that leads out of it."""
    workspace = Workspace.of_the_real_workshop(tmp_path_factory.mktemp("served") / "workshop")
    without_documents(workspace)
    site = workspace.root / "build" / "site"
    site.mkdir(parents=True)
    (site / "out").symlink_to(workspace.data)
    with live(workspace) as started:
        until(lambda: b" 200 " in ask(started, "/site/2026/"))
        yield started


def ask(
    live: Live, target: str, *, method: str = "GET", host: str | None = None, more: str = ""
) -> bytes:
    """The whole answer to a request as it is typed."""
    name = f"127.0.0.1:{live.port}" if host is None else host
    with socket.create_connection(("127.0.0.1", live.port), timeout=10) as connection:
        head = f"{method} {target} HTTP/1.1\r\nHost: {name}\r\n{more}Connection: close\r\n\r\n"
        connection.sendall(head.encode("latin-1"))
        received = b""
        while target.startswith("/site") or b"\r\n\r\n" not in received:
            part = connection.recv(65536)
            if not part:
                break
            received += part
    return received


def status(answer: bytes) -> int:
    return int(answer.split()[1])


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_this_machines_own_names_are_answered(preview: Live, name: str) -> None:
    assert status(ask(preview, "/", host=f"{name}:{preview.port}")) == 200


@pytest.mark.parametrize(
    "host", ["example.org:{port}", "localhost", "127.0.0.1:1", "localhost.example.org:{port}", ""]
)
def test_any_other_name_is_refused(preview: Live, host: str) -> None:
    for target in ("/", "/events", "/site/2026/"):
        assert status(ask(preview, target, host=host.format(port=preview.port))) == 403


def test_two_names_are_refused(preview: Live) -> None:
    assert status(ask(preview, "/", more="Host: example.org\r\n")) == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_can_be_sent(preview: Live, method: str) -> None:
    answer = ask(preview, "/", method=method, more="Content-Length: 0\r\n")
    assert status(answer) == 405
    assert b"Access-Control" not in answer


@pytest.mark.parametrize(
    "target",
    [
        "/site/../../data/workshop.yaml",
        "/site/..%2f..%2fdata/workshop.yaml",
        "/site/%2e%2e/%2e%2e/data/workshop.yaml",
        "/site/..%5c..%5cdata%5cworkshop.yaml",
        "/site/out/workshop.yaml",
        "/site//etc/passwd",
        "/preview/../state.py",
        "/preview/..%2fstate.py",
        "/documents/2026/..%2f..%2fdata%2fworkshop.pdf",
        "/data/workshop.yaml",
        "/.site",
        "/site/2026/index.html%00.yaml",
    ],
)
def test_nothing_but_the_website_can_be_read(preview: Live, target: str) -> None:
    answer = ask(preview, target)
    assert status(answer) in {400, 404}
    assert b"acronym:" not in answer
    assert b"root:" not in answer


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_events_and_pages_go_only_to_the_preview_itself(preview: Live, site: str) -> None:
    warning = f"Sec-Fetch-Site: {site}\r\n"
    for target in ("/events", "/%65vents", "/pages/2026/proposal/1/1.jpg?width=300"):
        assert status(ask(preview, target, more=warning)) in {403, 404}
    assert status(ask(preview, "/events", more=warning)) == 403
    assert status(ask(preview, "/events", more="Sec-Fetch-Site: same-origin\r\n")) == 200


def test_the_page_may_load_nothing_from_elsewhere_and_be_framed_by_nobody(preview: Live) -> None:
    head = ask(preview, "/").partition(b"\r\n\r\n")[0].decode()
    policy = next(line for line in head.split("\r\n") if line.startswith("Content-Security-Policy"))
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "Access-Control" not in head


def test_the_website_runs_in_a_sandbox_of_its_own(preview: Live) -> None:
    head = ask(preview, "/site/2026/").partition(b"\r\n\r\n")[0].decode()
    assert "Content-Security-Policy: sandbox allow-scripts" in head
    assert "allow-same-origin" not in head
    assert "frame-ancestors 'self'" in head


def test_it_listens_on_this_machine_alone(preview: Live) -> None:
    table = Path("/proc/net/tcp")
    if not table.is_file():
        pytest.skip("this machine does not list its sockets")
    port = f":{preview.port:04X}"
    four = [line.split()[1] for line in table.read_text().splitlines() if f"{port} " in line]
    assert {address for address in four if address.endswith(port)} == {f"0100007F{port}"}
    lines = Path("/proc/net/tcp6").read_text().splitlines()
    six = {line.split()[1] for line in lines[1:] if line.split()[1].endswith(port)}
    assert six <= {f"{'0' * 24}01000000{port}"}


def test_a_head_has_no_body(preview: Live) -> None:
    answer = ask(preview, "/site/2026/", method="HEAD")
    assert status(answer) == 200
    assert answer.endswith(b"\r\n\r\n")


def test_a_port_that_is_taken_is_left_for_the_next_one(preview: Live, workspace: Workspace) -> None:
    with live(workspace, preview.port) as second:
        assert second.port > preview.port
        second.wait_for(lines=2)
        warning = second.printed.read_text(encoding="utf-8").splitlines()[1]
        assert warning == f"Port {preview.port} is taken, so this is {second.port}."


@pytest.mark.parametrize("long", ["{0}/1", "1/{0}", "{0}/{0}"])
def test_a_page_of_an_endless_number_is_not_found(long: str) -> None:
    writer, made = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(made)
    pdf = Pdf(made.getvalue())
    shown = ShownPdf(1, pdf, page_images(pdf), (), dt.datetime.now(dt.UTC))
    preview = Preview(Shown("title", "2026", pdfs={("2026", "proposal"): shown}))
    assert answer("/pages/2026/proposal/1/1.jpg?width=300", preview).status == 200
    numbers = long.format("9" * 5000)
    found = answer(f"/pages/2026/proposal/{numbers}.jpg?width=300", preview)
    assert found.status == 404
