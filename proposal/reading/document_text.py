"""Takes the words out of markup, and remembers where in the file each letter stands."""

from __future__ import annotations

import html
import re
from array import array

from msgspec import Struct, field

from proposal.reading.document_forms import IN_HTML, DocumentForm
from proposal.source.math import mathml_elements

Stretch = tuple[int, int]
"""From one offset to the one behind the last letter."""

LINE, CELL = "\n", " | "
"""What parts lines and the cells of a line from each other in words."""

_INLINE = {
    *("a", "abbr", "b", "bdi", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
    *("img", "ins", "kbd", "label", "mark", "q", "s", "small", "span", "strike", "strong", "sub"),
    *("sup", "time", "tt", "u", "var", "wbr"),
    *mathml_elements.IN_LINE,
}
_CELLS = {"td", "th", "dd"}
_STRUCK = {"del", "s", "strike"}
_HEADLINES = {"title", "h1"}
_ADDRESS = re.compile(r"""\b(?:href|src)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
"""` href="papers.html"`, ` src='a.png'`"""
_HTML_PAGE = re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE)
"""How a file of a whole page begins: `<!doctype html>`, `<html lang="en">`."""
_IN_CALENDAR = re.compile(r"\n[ \t]|\\([nN,;\\])|^[A-Z-]+[;:]", re.MULTILINE)
"""What is not read of a calendar: a fold, an escape as in `Boise\\, Idaho`, a property's name."""

_ALTERNATIVE = re.compile(r"""\balt\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
"""` alt="A curve that rises"`"""
_LONGEST_TAG = 4000
_BARE_ADDRESS = re.compile(r"""https?://[^\s<>"'`|\\^{}\[\]]+""")
"""`https://example.org/wsp`"""

_HTML = r"""
    (?P<unseen> <!--.*?(?:-->|\Z) | <(?P<raw>script|style|template|svg)\b[^<>]*>
        .*?(?:</(?P=raw)\s*>|\Z) | <![^<>]*> )
    | <(?P<auto>(?:https?://|mailto:)[^<>\s]+ | [^<>\s@/]{1,64}@[^<>\s@]{1,255})>
    | (?P<tag> <(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)[^<>]*> )
    | (?P<entity> &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30}); )
"""
_MARKDOWN = r"""
    | (?P<liquid> \{%[^{}]{0,2000}%\} | \{\{[^{}]{0,2000}\}\} | \{:[^{}\n]{0,500}\} )
    | (?<!`)(?P<quote>`+)(?!`)(?P<literal>[^`].{0,2000}?)(?<!`)(?P=quote)(?!`)
    | \]\((?P<address>[^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?:\s+"[^"\n]*")?\)
    | \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<strike> ~~ )
    | (?P<mark> ^[ ]{0,3}\#{1,6}[ ] | ^[ ]*[-*+>][ ]+ | !?\[ | \] | \*+ | `+
        | (?<![\w/])_+(?=\w) | (?<=\w)_+(?![\w/]) | (?<=[.!?”])_+ )
"""
_YAML = r"""
    (?P<comment> ^[ ]*\#[^\n]* )
    | ^(?P<indent>[ ]*(?:-[ ]+)*)(?P<key>[\w-]+)[ ]*:(?=[ \n]|\Z)(?P<fold>[ ]*[>|][-+\d]*(?=[ ]*$))?
    | (?P<item> ^[ ]*(?:-[ ]+)+ )
    | \\(?P<code>u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|n|t|")
    |
"""
_FLAGS = re.VERBOSE | re.DOTALL | re.IGNORECASE | re.MULTILINE
_PATTERNS = {
    "html": re.compile(_HTML, _FLAGS),
    "markdown": re.compile(_HTML + _MARKDOWN, _FLAGS),
    "yaml": re.compile(_YAML + _HTML + _MARKDOWN, _FLAGS),
}
"""What is markup in a file of each form, and no words."""
_PATHS = {
    *("permalink", "url", "layout", "image_path", "image", "data-digest"),
    *("overlay_image", "teaser", "og_image"),
}
"""Keys of front matter whose values are addresses, or nothing that is read on the page."""
_HEADLINE_KEYS = {"title", "browser-title", "masthead-title", "masthead-subtitle"}


class LinkedAddress(Struct, frozen=True):
    """An address that a file names, and the offset in the file at which it stands."""

    address: str
    place: int


class DocumentText(Struct):
    """What people read of a file."""

    text: str = ""
    places: array[int] = field(default_factory=lambda: array("L"))
    """For each letter of `text`, its offset in the file."""
    struck: list[Stretch] = field(default_factory=list)
    """What is struck through, as offsets in `text`."""
    headlines: list[Stretch] = field(default_factory=list)
    """Titles of pages, as offsets in `text`."""
    links: list[LinkedAddress] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    """The texts that stand for pictures."""


def text_of(source: str, form: DocumentForm, body: int = 0) -> DocumentText:
    """What people read of a file.

    Args:
        source: the file.
        form: its form.
        body: the offset at which its body begins, behind front matter.
    """
    is_html = form in IN_HTML
    writer = _TextWriter(source, folds_lines=is_html)
    if is_html:
        writer.read("html", 0, len(source))
    elif form is DocumentForm.DATA:
        writer.read("yaml", 0, len(source))
    elif form is DocumentForm.CALENDAR:
        writer.read_calendar()
    elif form is DocumentForm.MARKDOWN:
        writer.read_markdown(body)
    else:
        writer.keep(0, len(source))
    return writer.finished()


class _TextWriter(Struct):
    source: str
    folds_lines: bool = False
    """Whether a line end is a space, as in HTML."""
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    words: DocumentText = field(default_factory=DocumentText)
    struck_since: int | None = None
    headline_since: int | None = None

    def finished(self) -> DocumentText:
        self.words.text = "".join(self.pieces)
        self.end_headline()
        if self.struck_since is not None:
            self.words.struck.append((self.struck_since, self.length))
        self.words.links += [
            LinkedAddress(match[0].rstrip(".,;:)*_~"), self.words.places[match.start()])
            for match in _BARE_ADDRESS.finditer(self.words.text)
        ]
        return self.words

    def keep(self, start: int, end: int) -> None:
        """Take a stretch of the source as it is."""
        text = self.source[start:end]
        self.pieces.append(text.replace("\n", " ") if self.folds_lines else text)
        self.words.places.extend(range(start, end))
        self.length += end - start

    def put(self, text: str, place: int) -> None:
        """Write something that stands for what the source has at a place."""
        self.pieces.append(text)
        self.words.places.extend([place] * len(text))
        self.length += len(text)

    def read_markdown(self, body: int) -> None:
        """Read a page in Markdown, its front matter included."""
        if body:
            end = self.source.rfind("\n", 0, body - 1) + 1  # where the second fence begins
            self.read("yaml", self.source.index("\n") + 1, end)
            self.put(LINE, end)
        # A page that is written in HTML has its lines where its tags are.
        self.folds_lines = _HTML_PAGE.match(self.source, body) is not None
        self.read("html" if self.folds_lines else "markdown", body, len(self.source))

    def read_calendar(self) -> None:
        """Read the properties of a calendar, with folded lines joined."""
        at = 0
        for match in _IN_CALENDAR.finditer(self.source):
            self.keep(at, match.start())
            if match[1]:
                self.put(LINE if match[1] in "nN" else match[1], match.start())
            at = match.end()
        self.keep(at, len(self.source))

    def read(self, markup: str, start: int, end: int) -> None:
        at = start
        for match in _PATTERNS[markup].finditer(self.source, start, end):
            if match.start() < at:
                continue  # it lies in the value of a key that is no text
            self.keep(at, match.start())
            at = self.markup(match, end)
        self.keep(at, end)

    def markup(self, match: re.Match[str], end: int) -> int:
        """Write what a piece of markup stands for; the offset behind it."""
        found = match.groupdict()
        place = match.start()
        if found["tag"]:
            self.tag(match)
        elif found["entity"]:
            self.put(html.unescape(found["entity"]), place)
        elif found["auto"]:
            self.keep(*match.span("auto"))
        elif found.get("escaped"):
            self.keep(*match.span("escaped"))
        elif found.get("address"):
            self.words.links.append(LinkedAddress(found["address"], match.start("address")))
        elif found.get("strike"):
            self.strike(is_begin=self.struck_since is None)
        elif found.get("literal"):
            self.keep(*match.span("literal"))
        elif found.get("code"):
            self.put(_unescaped(found["code"]), place)
        elif found.get("key"):
            return self.key(match, end)
        return match.end()

    def tag(self, match: re.Match[str]) -> None:
        name, is_end = match["name"].lower(), bool(match["end"])
        if name in _CELLS:
            self.put(" " if is_end else CELL, match.start())
        elif name not in _INLINE and not (name == "dt" and is_end):
            self.put(LINE, match.start())
        if name in _STRUCK:
            self.strike(is_begin=not is_end)
        if name in _HEADLINES:
            self.end_headline()
            self.headline_since = None if is_end else self.length
        if address := _ADDRESS.search(match[0][:_LONGEST_TAG]):
            value = html.unescape(address[1].strip("\"'"))
            place = match.start() + address.start(1) + (address[1][0] in "\"'")
            self.words.links.append(LinkedAddress(value, place))

        if alternative := _ALTERNATIVE.search(match[0][:_LONGEST_TAG]):
            self.words.alternatives.append(html.unescape(alternative[1][1:-1]))

    def strike(self, *, is_begin: bool) -> None:
        if is_begin:
            self.struck_since = self.length
        elif self.struck_since is not None:
            self.words.struck.append((self.struck_since, self.length))
            self.struck_since = None

    def end_headline(self) -> None:
        if self.headline_since is not None and self.headline_since < self.length:
            self.words.headlines.append((self.headline_since, self.length))
        self.headline_since = None

    def key(self, match: re.Match[str], end: int) -> int:
        """A key of YAML: it is not read on the page; its value is, unless it is an address."""
        self.end_headline()
        self.put(LINE, match.start())
        key = match["key"].lower()
        if key in _PATHS:
            line_end = self.source.find("\n", match.end(), end)
            stop = line_end if line_end >= 0 else end
            value = self.source[match.end() : stop]
            bare = value.strip().strip("\"'")
            if bare:
                place = match.end() + value.index(bare)
                self.words.links.append(LinkedAddress(bare, place))
            return stop
        if key in _HEADLINE_KEYS and not match["indent"]:
            self.headline_since = self.length
        return match.end()


def _unescaped(code: str) -> str:
    """What an escape in a quoted text of YAML stands for."""
    simple = {"n": LINE, "t": " ", '"': '"'}
    character = simple.get(code.lower()) or chr(int(code[1:], 16))
    return "\N{REPLACEMENT CHARACTER}" if "\ud800" <= character <= "\udfff" else character
