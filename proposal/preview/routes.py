"""The answers to requests, from memory alone: no file is read for them."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct, field

from proposal.preview.preview_state import Preview, SeenPage, Shown, ShownPdf

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".bib": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".webp": "image/webp",
    ".json": "application/json",
    ".xml": "application/xml",
}

_OWN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the preview's own page may do (Content Security Policy Level 3)."""

_SITE_POLICY = (
    "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads; "
    "default-src 'self' 'unsafe-inline' data:; connect-src 'none'; object-src 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
"""What a page of the website may do here.

In the sandbox it has an origin of its own, so that it can neither reach into the preview's page
nor read what that is sent.
"""

_LIVE_PAGE = b'<script src="/preview/live_page.js"></script>'
"""By which a page of the website takes on new versions, and reports where the visitor is."""

_PDF = re.compile(r"/documents/(?P<edition>[\w-]+)/(?P<name>[\w-]+)\.pdf")
"""`/documents/2026/proposal.pdf`"""
_PAGE = re.compile(
    r"/pages/(?P<edition>[\w-]+)/(?P<name>[\w-]+)/(?P<version>\d{1,9})/(?P<number>\d{1,9})\.jpg"
)
"""`/pages/2026/proposal/3/1.jpg`

Numbers have nine digits at most: Python refuses to read much longer ones.
"""


class Answer(Struct, frozen=True):
    """What is sent back."""

    status: HTTPStatus
    content: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    """The media type."""
    headers: Mapping[str, str] = field(default_factory=dict)


def refusal(status: HTTPStatus, reason: str) -> Answer:
    """An answer that says in a sentence why there is no other one."""
    return Answer(status, f"{reason}\n".encode(), headers={"Content-Security-Policy": "sandbox"})


NOT_FOUND = refusal(HTTPStatus.NOT_FOUND, "There is no such page.")


def path_of(target: str) -> str:
    """The path that an address names, decoded."""
    return unquote(urlsplit(target).path)


def is_private(target: str) -> bool:
    """Whether only the preview's own page may read what stands at an address."""
    return path_of(target).startswith(("/events", "/pages/", "/documents/"))


def answer(target: str, preview: Preview) -> Answer:
    """The answer to a request for an address, as it stands in the request's first line.

    Addresses are names of what is in memory, and never paths on the disk.
    """
    path = path_of(target)
    shown = preview.shown
    if path == "/":
        return _own("index.html")
    if path.startswith("/preview/"):
        return _own(path.removeprefix("/preview/"))
    if path.startswith("/site/"):
        return _of_website(path.removeprefix("/site/"), shown)
    if match := _PDF.fullmatch(path):
        pdf = shown.pdfs.get((match["edition"], match["name"]))
        if pdf is None:
            return NOT_FOUND
        framing = {"Content-Security-Policy": "frame-ancestors 'none'"}
        return Answer(HTTPStatus.OK, pdf.pdf.content, "application/pdf", framing)
    if match := _PAGE.fullmatch(path):
        pdf = shown.pdfs.get((match["edition"], match["name"]))
        width = parse_qs(urlsplit(target).query).get("width", [""])[0]
        if (
            pdf is None
            or not 1 <= int(match["number"]) <= len(pdf.pdf.sizes)
            or not width.isdecimal()
        ):
            return NOT_FOUND
        seen = SeenPage(int(match["version"]), int(match["number"]), min(int(width[:5]), 99_999))
        if preview.seen_page is None or preview.seen_page.version != seen.version:
            preview.seen_page = seen
        return _of_page(pdf, seen)
    return NOT_FOUND


@cache
def _own_files() -> dict[str, bytes]:
    """The preview's own page, and what belongs to it."""
    folder = files("proposal.preview").joinpath("page")
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def _own(name: str) -> Answer:
    content = _own_files().get(name)
    if content is None:
        return NOT_FOUND
    # The website's pages load `live_page.js`, and have another origin.
    sharing = "cross-origin" if name == "live_page.js" else "same-origin"
    headers = {
        "Content-Security-Policy": _OWN_POLICY,
        "Cross-Origin-Resource-Policy": sharing,
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return Answer(HTTPStatus.OK, content, _type_of(name), headers)


def _of_website(path: str, shown: Shown) -> Answer:
    """A file of the website, as a plain web host serves it."""
    if shown.website is None:
        return refusal(HTTPStatus.NOT_FOUND, "There is no website yet.")
    known = shown.website.files
    name = f"{path}index.html" if path == "" or path.endswith("/") else path
    if name not in known and f"{name}/index.html" in known:
        return Answer(HTTPStatus.FOUND, headers={"Location": f"/site/{name}/"})
    status = HTTPStatus.OK if name in known else HTTPStatus.NOT_FOUND
    if name not in known:
        name = "404.html"
    content = known.get(name)
    if content is None:
        return NOT_FOUND
    kind = _type_of(name)
    if kind.startswith("text/html"):
        before, end, after = content.rpartition(b"</body>")
        content = before + _LIVE_PAGE + end + after if end else content + _LIVE_PAGE
    is_page = kind.startswith(("text/html", "image/svg", "application/xml"))
    headers = {"Content-Security-Policy": _SITE_POLICY} if is_page else {}
    return Answer(status, content, kind, headers)


def _of_page(pdf: ShownPdf, seen: SeenPage) -> Answer:
    """A picture of a PDF's page; of an older version, that of the present one is given."""
    content = pdf.image(seen.page, seen.width)
    kept = "private, max-age=3600, immutable" if seen.version == pdf.version else "no-store"
    return Answer(HTTPStatus.OK, content, "image/jpeg", {"Cache-Control": kept})


def _type_of(name: str) -> str:
    suffix = name[name.rfind(".") :] if "." in name else ""
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
