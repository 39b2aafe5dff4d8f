"""Reads Markdown and the HTML within it as a browser shows it: a tree of elements with places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.reading.headless_tables import headless_tables
from proposal.source.math.math_grammar import FormulaError, read_formula

_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
HIDDEN = {"script", "style", "template", "noscript", "svg", "annotation", "annotation-xml"}
"""Elements whose content nobody reads on the page."""

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))

BLOCKS = {
    *HEADINGS,
    *("address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt"),
    *("figure", "figcaption", "footer", "header", "hr", "li"),
    *("main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th"),
    *("thead", "tr", "ul"),
}
"""Elements that begin on a line of their own."""

_STYLES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("em", "i"), "italic"),
    **dict.fromkeys(("del", "s", "strike"), "struck"),
}
_OF_HEAD = {
    *("meta", "link", "title", "script", "style", "base", "noscript", "template", "head"),
}
"""What a head may hold; anything else ends it, since its end need not be written."""
_ENDED_BY = {
    "li": ({"li"}, {"ul", "ol"}),
    "tr": ({"tr"}, {"table"}),
    **dict.fromkeys(("td", "th"), ({"td", "th"}, {"tr"})),
    **dict.fromkeys(("dt", "dd"), ({"dt", "dd"}, {"dl"})),
    **dict.fromkeys(
        (
            *("p", "div", "ul", "ol", "dl", "table", "section", "article", "main", "header"),
            *("footer", "figure", "blockquote", "pre"),
            *HEADINGS,
            *("center", "hr"),
        ),
        ({"p"}, BLOCKS),
    ),
}
"""Elements that end open ones: which ones, and out of what they do not reach."""

_DEEPEST = 100
"""Elements inside of elements; what is deeper stands beside them."""


class Element(Struct):
    """An element of a page, and where it begins."""

    tag: str
    span: Span
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all in it, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.elements)

    def all(self, *tags: str) -> list[Element]:
        """The elements of some kinds in this one."""
        return [element for element in self.walk() if element.tag in tags]

    @property
    def elements(self) -> list[Element]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, Element)]

    @property
    def text(self) -> str:
        """What is read, in one line."""
        return " ".join("".join(run.text for run in runs_of(self)).split())

    @property
    def typed(self) -> str:
        """The same with formulas as data files have them."""
        return PageLine(tuple(runs_of(self))).typed

    @property
    def formula(self) -> str:
        """The formula that it shows, as data files have it: `$x^2$`; empty if that is not said.

        Our own pages say it in an attribute, and those of others in an annotation.
        """
        if self.tag != "math":
            return ""
        annotations = (
            "".join(child for child in element.children if isinstance(child, str))
            for element in self.all("annotation")
            if "tex" in element.attributes.get("encoding", "")
        )
        source = " ".join((self.attributes.get("data-tex") or next(annotations, "")).split())
        try:
            read_formula(source)
        except FormulaError:
            return ""
        return f"$${source}$$" if self.attributes.get("display") == "block" else f"${source}$"


class StyledRun(Struct, frozen=True):
    """A stretch of text in one style."""

    text: str
    styles: frozenset[str] = frozenset()
    """Of `bold`, `italic` and `struck`."""
    address: str | None = None
    """Where it links to."""
    formula: str = ""
    """The formula that it shows, as data files have it."""


class PageLine(Struct, frozen=True):
    """A line as it is read: what stands between two line breaks."""

    runs: tuple[StyledRun, ...]

    @property
    def text(self) -> str:
        """The words of the line."""
        return " ".join("".join(run.text for run in self.runs).split())

    @property
    def typed(self) -> str:
        """The words of the line with formulas as data files have them: `$x^2$`."""
        if not any(run.formula for run in self.runs):
            return self.text
        typed = (run.formula or run.text.replace("$", r"\$") for run in self.runs)
        return " ".join("".join(typed).split())

    def is_all(self, style: str) -> bool:
        """Whether every word has a style."""
        return all(style in run.styles for run in self.runs if run.text.strip())

    def with_style(self, style: str) -> str:
        """The words that have a style."""
        return " ".join("".join(run.text for run in self.runs if style in run.styles).split())

    def without_style(self, style: str) -> str:
        """The words that do not have a style."""
        return " ".join("".join(run.text for run in self.runs if style not in run.styles).split())


def read_markdown(text: str, places: Sequence[Span]) -> Element:
    """The tree of a text in Markdown.

    Args:
        text: the Markdown, without Liquid.
        places: where each of its lines stands; the last one stands for those behind it.
    """
    builder = _Builder(places)
    for token in _with_numbers(_parser().parse(text)):
        builder.block(token)
    return builder.root


_MONTH_AND_YEAR = re.compile(r"[^\W\d_]{3,}\.?\s+20\d\d\b")
"""What stands behind the day in `26. Juni 2026`, which Markdown takes for item 26 of a list."""


_ONE_ITEM = 7
"""Tokens of a text that is one item of a list: its words, and what begins and ends the three."""


def _with_numbers(tokens: list[Token]) -> list[Token]:
    """The tokens of a page, with the numbers that are none of items.

    They stand before months, or begin a text of one line: `3. Workshop über Muster`.
    """
    is_line = len(tokens) == _ONE_ITEM
    for item, _, words in zip(tokens, tokens[1:], tokens[2:], strict=False):
        is_item = item.type == "list_item_open" and item.info and words.type == "inline"
        if is_item and (is_line or _MONTH_AND_YEAR.match(words.content)):
            number = f"{item.info}{item.markup} "
            words.content = number + words.content
            words.children = [Token("text", "", 0, content=number), *(words.children or ())]
    return tokens


def read_html(text: str, places: Sequence[Span]) -> Element:
    """The tree of a page in HTML; elements that are never closed end where browsers end them.

    Args:
        text: the page.
        places: where each of its lines stands.
    """
    builder = _Builder(places)
    document = _Document(builder, 0)
    document.feed(text)
    document.close()
    return builder.root


def lines_of(element: Element) -> list[PageLine]:
    """The lines of an element; empty ones are left out."""
    lines: list[list[StyledRun]] = [[]]
    for run in runs_of(element):
        first, *others = run.text.split("\n")
        lines[-1].append(StyledRun(first, run.styles, run.address, run.formula))
        lines += [[StyledRun(text, run.styles, run.address)] for text in others]
    made = [PageLine(tuple(runs)) for runs in lines]
    return [line for line in made if line.text]


def runs_of(
    element: Element, styles: frozenset[str] = frozenset(), address: str | None = None
) -> Iterator[StyledRun]:
    """The text in an element; a line break is the one place where a newline stands."""
    for child in element.children:
        if isinstance(child, str):
            yield StyledRun(re.sub(r"\s+", " ", child), styles, address)
        elif child.tag == "br":
            yield StyledRun("\n")
        elif formula := child.formula:
            words = "".join(run.text for run in runs_of(child))
            yield StyledRun(words, styles, address, formula)
        elif child.tag not in HIDDEN and not _is_icon(child):
            inner = styles | {_STYLES[child.tag]} if child.tag in _STYLES else styles
            inner = inner | {"struck"} if _is_struck(child) else inner
            is_block = child.tag in BLOCKS
            if is_block:
                yield StyledRun("\n")
            yield from runs_of(child, inner, child.attributes.get("href", address))
            if is_block:
                yield StyledRun("\n")


def _is_icon(element: Element) -> bool:
    """Whether a font shows a picture in place of the words of an element: `open_in_new`."""
    return _ICON_CLASS.search(element.attributes.get("class", "")) is not None


_ICON_CLASS = re.compile(r"(?<![\w-])material-(?:icons|symbols)(?:-[a-z]+)*(?![\w-])")
"""Classes of fonts whose words are pictures: `material-icons`, `material-symbols-outlined`. →"""


def _is_struck(element: Element) -> bool:
    """Whether the look of an element strikes its words out, as its style or its class says."""
    style, marks = element.attributes.get("style", ""), element.attributes.get("class", "")
    return "line-through" in style.casefold() or _STRUCK_CLASS.search(marks) is not None


_STRUCK_CLASS = re.compile(
    r"(?<![\w-])(?:text-decoration-|text-)?(?:line-through|strike(?:through|-through|d)?|struck|crossed-out)"
    r"(?![\w-])|(?<![\w-])(?:old|previous|former)-(?:date|deadline|day)(?![\w-])"
    r"|(?<![\w-])(?:date|deadline|day)-(?:old|previous|former|struck)(?![\w-])",
    re.IGNORECASE,
)
"""Classes of days that are no longer valid: `line-through`, `date-old`. →"""


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parser.use(headless_tables)


class _Builder:
    """Builds the tree out of Markdown's tokens and of the HTML between them."""

    def __init__(self, places: Sequence[Span]) -> None:
        self.places = places
        self.line = 0
        self.column = 0
        self.root = Element("page", places[0])
        self.open = [self.root]

    def span(self) -> Span:
        place = self.places[min(self.line, len(self.places) - 1)]
        if not self.column:
            return place
        column = place.column + self.column
        return Span(place.file, place.line, column, max(place.end_column, column))

    def block(self, token: Token) -> None:
        if token.map:
            self.line = token.map[0]
        if token.type == "inline":
            for child in token.children or ():
                self.inline(child)
        elif token.type == "html_block":
            self.html(token.content)
        elif token.type in {"fence", "code_block"}:
            self.start("pre", {})
            self.words(token.content)
            self.end("pre")
        else:
            self.tag(token)

    def inline(self, token: Token) -> None:
        if token.type == "html_inline":
            self.html(token.content)
        elif token.type == "softbreak":
            self.words("\n")
            self.line += 1
        elif token.type == "hardbreak":
            self.start("br", {})
            self.line += 1
        elif token.type == "image":
            self.start("img", {**_attributes(token), "alt": token.content})
        elif token.type == "code_inline":
            self.start("code", {})
            self.words(token.content)
            self.end("code")
        elif token.nesting == 0:
            self.words(token.content)
        else:
            self.tag(token)

    def tag(self, token: Token) -> None:
        if token.hidden:
            return
        if token.nesting >= 0:
            self.start(token.tag, _attributes(token))
        if token.nesting < 0:
            self.end(token.tag)

    def html(self, source: str) -> None:
        pieces = _Pieces(self, self.line)
        pieces.feed(source)
        pieces.close()
        self.line = pieces.first + source.count("\n")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, self.span(), attributes)
        self.open[-1].children.append(element)
        if tag not in _VOID and len(self.open) < _DEEPEST:
            self.open.append(element)

    def end(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def is_open(self, tag: str) -> bool:
        return any(element.tag == tag for element in self.open)

    def words(self, text: str) -> None:
        self.open[-1].children.append(text)


class _Pieces(HTMLParser):
    """A piece of HTML within Markdown."""

    def __init__(self, builder: _Builder, first: int) -> None:
        super().__init__()
        self.builder = builder
        self.first = first

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.place()
        self.builder.start(tag, {name: value or "" for name, value in attrs})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.place()
        self.builder.words(data)

    def place(self) -> None:
        self.builder.line = self.first + self.getpos()[0] - 1


class _Document(_Pieces):
    """A whole page of HTML, whose elements know their columns, too."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.end_what_it_ends(tag)
        super().handle_starttag(tag, attrs)

    def end_what_it_ends(self, tag: str) -> None:
        """A new item ends the one before it, up to the list that both stand in."""
        if tag not in _OF_HEAD and self.builder.is_open("head"):
            self.builder.end("head")
        ended, within = _ENDED_BY.get(tag, (set(), set()))
        for element in reversed(self.builder.open):
            if element.tag in ended:
                self.builder.end(element.tag)
                return
            if element.tag in within:
                return

    def place(self) -> None:
        line, column = self.getpos()
        self.builder.line, self.builder.column = line - 1, column


def _attributes(token: Token) -> dict[str, str]:
    return {name: str(value) for name, value in token.attrs.items()}
