"""Takes Liquid, comments and kramdown's attributes out of a page, and tells what they were.

Nothing is executed. What is taken out leaves its line ends behind, so that every word of the
page stays on its line.
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Span, warning

_PIECE = re.compile(
    r"""
    (?P<comment> <!--.*?(?:-->|\Z) )
    | (?P<tag> \{%-?(?P<command>.{0,2000}?)-?%\} )
    | (?P<output> \{\{-?(?P<expression>.{0,2000}?)-?\}\} )
    | (?P<attributes> \{:[^{}\n]*\} )
    """,
    re.VERBOSE | re.DOTALL,
)
"""`<!-- old -->`, `{% if page %}`, `{{ page.title }}`, `{: .wide}`"""
_KNOWN_TAGS = {
    *("assign", "capture", "endcapture", "if", "elsif", "else", "endif", "unless", "endunless"),
    *("case", "when", "endcase", "break", "continue", "cycle", "increment", "decrement"),
    *("highlight", "endhighlight", "raw", "endraw", "toc"),
}
_KNOWN_INCLUDES = {"feature_row", "gallery", "figure", "toc", "video", "statements.html"}
_SKIPPED = {"for": "endfor", "comment": "endcomment", "tablerow": "endtablerow"}
"""Tags between which and whose end nothing stands that is on the page as it is written."""

_DATA = re.compile(r"site\.data(?:\.([\w-]+)|\[['\"]([\w-]+)['\"]\])")
"""`site.data.people`, `site.data["people"]`"""
_LITERAL = re.compile(r"\s*(?:'([^']*)'|\"([^\"]*)\")\s*(?:\|\s*(?:relative|absolute)_url\s*)?")
"""`'/papers/' | relative_url`"""
_NAMED = re.compile(r"\s*(?:assign|capture|for|tablerow)\s+([\w-]+)")
"""`assign people`, `for person`"""
_PATHS = {"site.url", "site.baseurl"}


class UsedName(Struct, frozen=True):
    """Something that a page names, and where."""

    name: str
    span: Span


class PlainBody(Struct):
    """A page's body without Liquid."""

    text: str
    rows: list[UsedName] = field(default_factory=list)
    """The rows of the front matter that the page shows."""
    data: list[UsedName] = field(default_factory=list)
    """The data files that it lists."""
    is_whole: bool = True
    """Whether it includes nothing that is not read."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def without_liquid(text: str, span_at: list[Span]) -> PlainBody:
    """Take a page's body apart.

    Args:
        text: the body.
        span_at: where each of its lines stands.
    """
    return _LiquidRemoval(text, span_at).plain()


class _LiquidRemoval(Struct):
    source: str
    spans: list[Span]
    found: PlainBody = field(default_factory=lambda: PlainBody(""))
    pieces: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """Variables that the page itself made."""
    until: list[str] = field(default_factory=list)
    """The tags that end what is being skipped, the innermost last."""

    def plain(self) -> PlainBody:
        end = 0
        for match in _PIECE.finditer(self.source):
            self.keep(self.source[end : match.start()])
            self.piece(match)
            end = match.end()
        self.keep(self.source[end:])
        self.found.text = "".join(self.pieces)
        return self.found

    def keep(self, text: str) -> None:
        self.pieces.append(_line_ends(text) if self.until else text)

    def piece(self, match: re.Match[str]) -> None:
        if match["tag"]:
            self.tag(match)
        elif match["output"] and not self.until:
            self.pieces.append(self.output(match))
        line_ends = _line_ends(match[0])
        is_kept = match["comment"] and not self.until and self.fills_its_lines(match)
        self.pieces.append("<!---->" + "\n<!---->" * len(line_ends) if is_kept else line_ends)

    def fills_its_lines(self, match: re.Match[str]) -> bool:
        """Whether nothing stands beside it, so that an empty line would end a block of HTML."""
        begin = self.source.rfind("\n", 0, match.start()) + 1
        end = self.source.find("\n", match.end())
        behind = self.source[match.end() : end if end >= 0 else None]
        return not f"{self.source[begin : match.start()]}{behind}".strip()

    def tag(self, match: re.Match[str]) -> None:
        words = match["command"].split()
        name = words[0] if words else ""
        if named := _NAMED.match(match["command"]):
            self.known.add(named[1])
        self.found.data += [
            UsedName(data[1] or data[2], self.place(match))
            for data in _DATA.finditer(match["command"])
        ]
        if self.until and name == self.until[-1]:
            self.until.pop()
        elif name in _SKIPPED:
            self.until.append(_SKIPPED[name])
        elif self.until:
            return
        elif name in {"include", "include_cached"}:
            self.include(match, words[1:])
        elif name not in _KNOWN_TAGS:
            self.report(match, "what Jekyll makes of it is not on the page")

    def include(self, match: re.Match[str], words: list[str]) -> None:
        name = words[0] if words else ""
        # such as {% include gallery id="photos" %}
        row = re.search(r"\bid\s*=\s*['\"]?([\w-]+)", match["command"])
        if name.startswith("feature_row"):
            self.found.rows.append(UsedName(row[1] if row else "feature_row", self.place(match)))
        elif name not in _KNOWN_INCLUDES:
            self.found.is_whole = False
            self.report(match, "what it includes is not read")

    def output(self, match: re.Match[str]) -> str:
        """What an output prints, as far as it stands on the page itself."""
        expression = match["expression"].strip()
        if literal := _LITERAL.fullmatch(expression):
            return literal[1] or literal[2] or ""
        name = re.split(r"[\s|.\[]", expression, maxsplit=1)[0]
        if name not in self.known and expression.partition("|")[0].strip() not in _PATHS:
            self.report(match, "what it prints does not stand on the page")
        return ""

    def report(self, match: re.Match[str], why: str) -> None:
        shown = " ".join(match[0].split())
        self.found.diagnostics.append(
            warning("unknown-liquid", f"`{shown}` is passed over: {why}", self.place(match))
        )

    def place(self, match: re.Match[str]) -> Span:
        line = self.source.count("\n", 0, match.start())
        column = match.start() - (self.source.rfind("\n", 0, match.start()) + 1) + 1
        span = self.spans[line]
        width = len(match[0].split("\n")[0])
        return Span(span.file, span.line, column, column + width)


def _line_ends(text: str) -> str:
    return "\n" * text.count("\n")
