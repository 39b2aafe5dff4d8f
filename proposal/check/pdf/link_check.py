"""Links: those that lead nowhere for readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.pdf_file import CheckedPage, CheckedPdf
from proposal.diagnostics import Diagnostic, error
from proposal.pdf.pdf_objects import DictionaryObject, at, overlays

_ADDRESS = re.compile(r"[^@\s/]+@[\w-]+(?:\.[\w-]+)+")
"""`ada@example.org`"""
_HOST = re.compile(r"(?!\d+(?:\.\d+)*$)[\w-]+(?:\.[\w-]+)+\.?")
"""`example.org`"""
_PRIVATE = re.compile(
    r"localhost|.*\.(?:local|localhost|internal|test|invalid)|[\d.]+|\[?[\da-f:]+\]?"
)
"""Hosts that nobody else can reach: `localhost`, `127.0.0.1`, `printer.local`."""
_KINDS = {
    "/GoToR": "another file on somebody's computer",
    "/Launch": "a program or file on somebody's computer",
    "/SubmitForm": "a form's server",
    "/ImportData": "a file with a form's data",
}


def links(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """A link that worked on the author's computer alone, or never, is in the archive for good."""
    found: dict[str, tuple[str, list[int]]] = {}
    names = set(pdf.reader.named_destinations)
    for page in pdf.pages:
        for what, hint in _diagnostics(page, names):
            found.setdefault(what, (hint, []))[1].append(page.number)
    for what, (hint, pages) in found.items():
        yield error("link", pdf.message(what, *pages), hint=hint)


def _diagnostics(page: CheckedPage, names: set[str]) -> Iterator[tuple[str, str]]:
    for annotation in overlays(page.object):
        action = at(annotation, "/A")
        target = at(annotation, "/Dest")
        if isinstance(action, DictionaryObject):
            kind = at(action, "/S")
            if kind == "/URI":
                yield from _diagnostics_of_address(_text(at(action, "/URI")))
            elif kind in _KINDS:
                yield (
                    f"a link leads to {_KINDS[str(kind)]}",
                    "link to a page on the web, or not at all",
                )
            elif kind == "/GoTo":
                target = at(action, "/D")
        if isinstance(target, str | bytes) and _text(target).removeprefix("/") not in names:
            what = f"a link leads to “{_text(target)}”, which is not in the PDF"
            yield what, "let LaTeX run once more, or mend the reference"


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value or "")


def _diagnostics_of_address(address: str) -> Iterator[tuple[str, str]]:
    if diagnostic := diagnostic_of_address(address):
        what = f"the link “{address}” {diagnostic}"
        yield what, "write the whole address: https://example.org/page, or mailto:name@example.org"


def diagnostic_of_address(address: str) -> str | None:
    """What is wrong with a link's address, if anything is."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return "is no address"
    if re.search(r"[\s<>\\{}]", address):
        return "holds characters that addresses cannot have"
    if parts.scheme == "mailto":
        well_formed = all(_ADDRESS.fullmatch(part) for part in parts.path.split(","))
        return None if well_formed else "is no email address"
    if parts.scheme not in {"http", "https"}:
        return f"begins with `{parts.scheme}:`" if parts.scheme else "does not begin with https://"
    if not host:
        return "names no host"
    if _PRIVATE.fullmatch(host):
        return "leads to a computer that only its owner reaches"
    if not _HOST.fullmatch(host):
        return "names a host that cannot exist"
    if host == "doi.org" and "://" in parts.path:
        return "has a whole address where the DOI belongs"
    return None
