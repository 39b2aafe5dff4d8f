"""Reads a message as the text that its writer wrote: no quoting, no HTML, no header."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

from proposal.importers.draft import ImportSourceError
from proposal.source.file import TooLargeError, regular_bytes

_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "an archive or an Office document",
    b"\xd0\xcf\x11\xe0": "a message or document in a format of Microsoft's",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
_HEADER = re.compile(r"(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)+\r?\n")
_SAYS_HOW = re.compile(r"^(mime-version|content-type):", re.IGNORECASE | re.MULTILINE)
_MARKUP = re.compile(r"<\s*(?:br|html|body|div|p|span|pre|td|font)\b[^<>]*>", re.IGNORECASE)
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def read_message(file: Path) -> tuple[str, list[str]]:
    """The text of a message, and the lines of its file, in which places are told.

    Raises:
        ImportSourceError: the file is no message.
    """
    raw = _bytes_of(file)
    source = _decoded(raw)
    text = source
    if (header := _HEADER.match(source)) and _SAYS_HOW.search(header[0]):
        text = _body_of(raw)
    if _MARKUP.search(text):
        text = _text_of_html(text)
    text = _INVISIBLE.sub("", text.replace("\u00a0", " "))
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    return _QUOTE.sub("", unix), re.split(r"\r\n|\r|\n", source)


def _bytes_of(file: Path) -> bytes:
    if file.is_dir():
        raise ImportSourceError(f"{file} is a folder; name the message in it")
    try:
        raw = regular_bytes(file)
    except TooLargeError as reason:
        message = f"{file} is larger than 4 MB, which no such message is"
        raise ImportSourceError(message) from reason
    except OSError as reason:
        said = (reason.strerror or "unknown reason").lower()
        raise ImportSourceError(f"{file} cannot be read: {said}") from reason
    for signature, kind in _SIGNATURES.items():
        if raw.startswith(signature):
            raise ImportSourceError(f"{file} is {kind}; save the message as text")
    return raw


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _body_of(raw: bytes) -> str:
    """The body of a message that was saved whole, plain rather than HTML."""
    message = email.message_from_bytes(raw, EmailMessage, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    content = body.get_content() if body is not None else ""
    return content if isinstance(content, str) else ""


class _TextOfHtml(HTMLParser):
    """Keeps text and the ends of lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"br", "p", "div", "tr", "li", "pre"}:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def _text_of_html(html: str) -> str:
    parser = _TextOfHtml()
    parser.feed(html)
    parser.close()
    return "".join(parser.pieces)
