"""What is answered to a request? Nothing is read from the disk for it: all is in memory."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import parse_qs, unquote, urlsplit

from proposal.preview.preview_state import Preview, Shown, ShownPdf, Sight

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
nor read what is told to that.
"""

_PLACE = b'<script src="/preview/place.js"></script>'
"""By which a page of the website tells the preview's page where the visitor has scrolled to."""

_PDF = re.compile(r"/documents/(?P<year>\d{4})/(?P<name>[\w-]+)\.pdf")
_PAGE = re.compile(
    r"/pages/(?P<year>\d{4})/(?P<name>[\w-]+)/(?P<version>\d{1,9})/(?P<number>\d{1,9})\.jpg"
)
"""Numbers of nine digits at most: Python refuses to read much longer ones."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back."""

    status: HTTPStatus
    content: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    """The media type."""
    headers: Mapping[str, str] = field(default_factory=dict)


def refusal(status: HTTPStatus, told: str) -> Answer:
    """An answer that says in a sentence why there is no other one."""
    return Answer(status, f"{told}\n".encode(), headers={"Content-Security-Policy": "sandbox"})


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
        pdf = shown.pdfs.get((int(match["year"]), match["name"]))
        if pdf is None:
            return NOT_FOUND
        framing = {"Content-Security-Policy": "frame-ancestors 'none'"}
        return Answer(HTTPStatus.OK, pdf.pdf.content, "application/pdf", framing)
    if match := _PAGE.fullmatch(path):
        pdf = shown.pdfs.get((int(match["year"]), match["name"]))
        width = parse_qs(urlsplit(target).query).get("width", [""])[0]
        if (
            pdf is None
            or not 1 <= int(match["number"]) <= len(pdf.pdf.sizes)
            or not width.isdecimal()
        ):
            return NOT_FOUND
        sight = Sight(int(match["version"]), int(match["number"]), min(int(width[:5]), 99_999))
        if preview.sight is None or preview.sight.version != sight.version:
            preview.sight = sight
        return _of_page(pdf, sight)
    return NOT_FOUND


@cache
def _own_files() -> dict[str, bytes]:
    """The preview's own page, and what belongs to it."""
    folder = files("proposal.preview").joinpath("page")
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def _own(name: str) -> Answer:
    content = _own_files().get(name)
    if content is None:
        return NOT_FOUND
    # The website's pages load `place.js`, and have another origin.
    sharing = "cross-origin" if name == "place.js" else "same-origin"
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
        content = before + _PLACE + end + after if end else content + _PLACE
    is_page = kind.startswith(("text/html", "image/svg", "application/xml"))
    headers = {"Content-Security-Policy": _SITE_POLICY} if is_page else {}
    return Answer(status, content, kind, headers)


def _of_page(pdf: ShownPdf, sight: Sight) -> Answer:
    """A picture of a PDF's page; of an older version, that of the present one is given."""
    content = pdf.image(sight.page, sight.width)
    kept = "private, max-age=3600, immutable" if sight.version == pdf.version else "no-store"
    return Answer(HTTPStatus.OK, content, "image/jpeg", {"Cache-Control": kept})


def _type_of(name: str) -> str:
    suffix = name[name.rfind(".") :] if "." in name else ""
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
