"""Reads finished artefacts back as the words that people see in them."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

import icalendar
import yaml

from proposal.reading.searchable_text import BEGINS, ENDS, EventTime, SearchableText, searchable

_UNSEEN = {"script", "style", "template"}
_TOLD_ATTRIBUTES = {"href", "alt"}


def read_pdf(pages: Iterable[str]) -> SearchableText:
    """The words of a PDF's pages; running heads and page numbers stand behind all others."""
    bodies, margins = [], []
    for page in pages:
        lines = page.split("\n")
        head, body = without_margins(lines)
        margins += head
        bodies += body
    return searchable("\n".join([*bodies, *margins]))


def without_margins(lines: list[str]) -> tuple[list[str], list[str]]:
    """The running head and the page number of a page, and everything else.

    acmart prints the head as the first two pieces of a page's text, and the number as the first
    or the last; a line of text that is cut in two by a page is joined again without them.
    """
    margins = [line for line in lines if line.strip().isdecimal() and len(line.strip()) <= 5]
    rest = [line for line in lines if line not in margins]
    is_head = [
        index
        for index, line in enumerate(rest[:3])
        if re.search(r"[’']\d\d, \w+", line) or line.rstrip().endswith("et al.")
    ]
    cut = max(is_head) + 1 if is_head and len(rest) > 4 else 0
    return margins + rest[:cut], rest[cut:]


def read_html(page: str) -> SearchableText:
    """The words of a page, with the addresses of its links and the texts for pictures."""
    reader = _Words()
    reader.feed(page)
    return searchable("\n".join([" ".join(reader.words), *reader.attributes]))


class _Words(HTMLParser):
    """Collects what a page shows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.attributes: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self.attributes += [value for name, value in attrs if name in _TOLD_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)


_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>")
"""An address between angle brackets, which is shown: `<https://example.org/>` (CommonMark 6.5)."""
_DESTINATION = re.compile(r"(?<!\\)\]\(((?:[^()\s]|\([^()\s]*\))+)\)")
"""Where a link leads, which is not shown: `[words](https://example.org/)`."""
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
"""A span of code, in which nothing is a tag: `` `a < b` ``."""
_TAG = re.compile(r"<[^>]*>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_markdown(text: str) -> SearchableText:
    """The words of Markdown: without tags, entities and escapes."""
    return searchable(_words_of_markdown(text))


def _words_of_markdown(text: str) -> str:
    text = _CODE.sub(lambda code: html.escape(code[2], quote=False), text)
    addresses = [match[1] for match in _DESTINATION.finditer(text)]
    shown = _AUTOLINK.sub(r" \1 ", _DESTINATION.sub("]", text))
    words = html.unescape(_ESCAPE.sub(r"\1", _TAG.sub(" ", shown)))
    return "\n".join([words, *addresses])


def read_jekyll(files: Iterable[str]) -> SearchableText:
    """The words of Jekyll pages and data files: front matter, data and bodies."""
    words: list[str] = []
    for text in files:
        front, body = text, ""
        if text.startswith("---\n"):
            _, front, body = text.split("---\n", 2)
        words += [*_scalars(yaml.safe_load(front)), body]
    return searchable(_words_of_markdown("\n".join(words)))


def _scalars(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _scalars(each)
    elif isinstance(value, list):
        for each in value:
            yield from _scalars(each)
    elif value is not None:
        yield str(value)


def read_calendar(content: bytes) -> SearchableText:
    """The words of a calendar's events, and the instants at which they begin and end."""
    words: list[str] = []
    times: set[EventTime] = set()
    for event in icalendar.Calendar.from_ical(content).walk("VEVENT"):
        words += [str(event.get(name, "")) for name in ("SUMMARY", "DESCRIPTION", "LOCATION")]
        for role in (BEGINS, ENDS):
            value = event.decoded(role, None)
            if isinstance(value, dt.datetime):
                times.add(EventTime(role, value.astimezone(dt.UTC)))
            elif isinstance(value, dt.date) and role == BEGINS:
                words.append(f"{value:%B} {value.day}, {value.year}")
    return searchable("\n".join(words), frozenset(times))
