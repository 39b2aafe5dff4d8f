"""Reads a message as the text that its writer wrote: no quoting, no HTML, no header."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

from proposal.importers.handed_files import bytes_of, decoded
from proposal.model.value_hints import INVISIBLE

_NO_MESSAGES = {
    b"PK\x03\x04": "an archive or an Office document",
    b"\xd0\xcf\x11\xe0": "a message or document in a format of Microsoft's",
}
_HEADER = re.compile(r"(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)+\r?\n")
"""The header of a saved message: fields such as `From: ACM <a@example.org>`, and an empty line."""
_SAYS_HOW = re.compile(r"^(mime-version|content-type):", re.IGNORECASE | re.MULTILINE)
"""An example: `Content-Type: text/html`."""
_MARKUP = re.compile(r"<\s*(?:br|html|body|div|p|span|pre|td|font)\b[^<>]*>", re.IGNORECASE)
"""Examples: `<br>`, `<p class="x">`."""
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
r"""An example: `> > \setcopyright{cc}`."""


def read_message(file: Path) -> tuple[str, list[str]]:
    """The text of a message, and the lines of its file, in which places are told.

    Raises:
        ImportSourceError: the file is no message.
    """
    raw = bytes_of(file, "message", _NO_MESSAGES, "; save the message as text")
    source, _ = decoded(raw)
    text = source
    if (header := _HEADER.match(source)) and _SAYS_HOW.search(header[0]):
        text = _body_of(raw)
    if _MARKUP.search(text):
        text = _text_of_html(text)
    text = INVISIBLE.sub("", text.replace("\u00a0", " "))
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    return _QUOTE.sub("", unix), re.split(r"\r\n|\r|\n", source)


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
