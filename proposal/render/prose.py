"""Parses prose once, for every output: Markdown with citations and quoted facts.

A document's prose is written by the organizers and may use all of it. A statement, such as
a biography or an abstract, came from somebody else: it has no facts, no headings and no
citations, and an underscore in it is a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache, lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import TemplateSyntaxError
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import tokenize as tokenize_emphasis
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin
from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.edition.collection import Collection
from proposal.edition.joining import ONLINE
from proposal.model.affiliated import BARE_EMAIL
from proposal.model.fields import is_citation_key
from proposal.model.loading.own_page import PAGES
from proposal.model.nearest_word import nearest
from proposal.model.own_file_names import OWN_FILES
from proposal.render.captions import add_captions, keep_caption, read_caption
from proposal.render.formula_places import formula_errors
from proposal.render.hidden_text import cut_off, hidden_characters
from proposal.render.math_rule import INLINE, add_formulas
from proposal.render.quoted_facts import ENVIRONMENT, FactError, Facts, Unknown, as_block, as_text
from proposal.render.typography import add_typography, typographic
from proposal.source.math.math_line import MathLine
from proposal.source.math.math_tree import Formula
from proposal.source.reference import Reference
from proposal.source.text import Pieces, Prose


class ProseKind(Enum):
    """Who speaks in a text, and so what it may do."""

    DOCUMENT = "the organizers, in a document"
    STATEMENT = "a person, in a biography or an abstract"


class QuotedFact(Struct, frozen=True):
    """A quoted fact: words in a sentence, or a block that stands in a paragraph of its own."""

    expression: str
    block: Collection[Any] | Prose | None
    words: str | None
    parts: tuple[str | Formula, ...] = ()
    """The words and the formulas in order, if it has formulas."""


class ReadProse(Struct, frozen=True):
    """A parsed text."""

    tree: SyntaxTreeNode
    places: list[Span]
    """Where each line of the parsed text was written."""
    diagnostics: list[Diagnostic]

    @property
    def file(self) -> Path | None:
        """The file of the text, if it has one."""
        return self.places[0].file if self.places else None

    def place(self, line: int) -> Span | None:
        """Where the parsed text's line, counted from 0, was written."""
        return self.places[line] if line < len(self.places) else None


LINK_SCHEMES = ("http:", "https:", "mailto:", "#")
"""What a link may begin with; anything else stays text."""

_OWN_FOLDERS = (f"{OWN_FILES}/", f"{PAGES}/")
"""What a link to a file or a page of one's own may begin with where others wrote the text."""

# Facts pass through the parser as a number between two characters that no file may hold.
_OPEN, _CLOSE = "\ue000", "\ue001"
_OF_A_BUILDING = frozenset({"room", "venue.site", "venue.address", "venue.map"})
"""Facts of what nobody visits where a workshop is online."""
_PLACES = frozenset({"place", "venue.place"})
"""Facts that are a city, or the word Online."""
_PREPOSITION = re.compile(r"(?<!\w)(in|at|im|en|em|à)\s+[*_~\[(\"'“„«]*$", re.IGNORECASE)
"""`takes place in `, also before bold words and links: `In **`, `at [`"""
_PLACEHOLDER = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_QUOTED_PLACEHOLDER = re.compile(f"{quote(_OPEN)}(\\d+){quote(_CLOSE)}")
"""The same in an address, where the parser writes both signs as `%EE%80%80` and `%EE%80%81`."""


def read_prose(
    text: Prose,
    kind: ProseKind,
    facts: Facts | None = None,
    references: Mapping[str, Reference] | None = None,
) -> ReadProse:
    """Parse a text, put the facts in, and look up what it cites.

    Each form of a document asks for the same texts, and a preview does after every save; so what
    was read last is remembered. Nobody changes it.

    Args:
        text: the text in Markdown.
        kind: whether it is the edition's own document or somebody's statement.
        facts: what the text can quote; a statement quotes nothing.
        references: what it can cite, by citation key.
    """
    if kind is ProseKind.STATEMENT:
        return _read_statement(text, text.pieces)
    of = (text, facts.edition if facts is not None else None, references)
    read = _DOCUMENTS.get(*of)
    if read is None:
        read = _read_prose(text, kind, facts, references)
        _DOCUMENTS.keep(read, *of)
    return read


@lru_cache(maxsize=512)
def _read_statement(text: Prose, _pieces: Pieces) -> ReadProse:
    """Parse a statement, of which the same words at the same places make the same."""
    return _read_prose(text, ProseKind.STATEMENT, None, None)


class _Remembered:
    """What was read last, by the very objects of which it was read."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[tuple[int, ...], tuple[tuple[object, ...], ReadProse]] = {}

    def get(self, *of: object) -> ReadProse | None:
        found = self._known.get(tuple(map(id, of)))
        return found[1] if found is not None else None

    def keep(self, read: ReadProse, *of: object) -> None:
        if len(self._known) >= self._most:
            self._known.pop(next(iter(self._known)), None)
        # As long as the objects are kept, no others can have their identities.
        self._known[tuple(map(id, of))] = (of, read)


_DOCUMENTS = _Remembered(16)
"""Few, since each keeps its edition in memory."""


def _read_prose(
    text: Prose,
    kind: ProseKind,
    facts: Facts | None,
    references: Mapping[str, Reference] | None,
) -> ReadProse:
    reading = _Reading(text, facts, references or {})
    source = reading.with_placeholders() if kind is ProseKind.DOCUMENT else str(text)
    parser = _parser(kind)
    tokens = parser.parse(source)
    reading.report_hidden(tokens, source, int(parser.options.get("maxNesting", 20)))
    reading.diagnostics += formula_errors(tokens, source.split("\n"), reading.places)
    if kind is ProseKind.DOCUMENT:
        reading.read_captions(tokens, source.split("\n"), parser)
        tokens = reading.with_facts(tokens)
        reading.check_citations(tokens)
    return ReadProse(SyntaxTreeNode(tokens), reading.places, reading.diagnostics)


def lines_of_children(inline: Token) -> Iterator[tuple[int, Token]]:
    """The tokens of a paragraph, each with its line in the parsed text."""
    line = inline.map[0] if inline.map else 0
    for child in inline.children or ():
        yield line, child
        if child.type in {"softbreak", "hardbreak"}:
            line += 1
        elif child.type == INLINE:
            line += child.content.count("\n")


class _DocumentParser(MarkdownIt):
    """Who sets an address looks at it, since facts in it are put in behind the parser."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's
        return url.startswith((*LINK_SCHEMES, quote(_OPEN))) or ":" not in url


class _StatementParser(MarkdownIt):
    """What is no link to a page, or to a file of one's own, stays text."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's
        return url.startswith((*LINK_SCHEMES, *_OWN_FOLDERS))


@cache
def _parser(kind: ProseKind) -> MarkdownIt:
    parser_class = _DocumentParser if kind is ProseKind.DOCUMENT else _StatementParser
    parser = parser_class("commonmark", {"html": False})
    parser.disable(["html_block", "html_inline"])
    if kind is ProseKind.DOCUMENT:
        parser.enable("table")
        parser.use(footnote_plugin, inline=False)
        parser.inline.ruler.after("image", "width", _width_rule)
        parser.inline.ruler.before("link", "citation", _citation_rule)
        add_captions(parser)
    else:
        parser.disable(
            ["heading", "lheading", "code", "fence", "hr", "reference", "image", "entity"]
        )
        parser.inline.ruler.at("emphasis", _asterisk_emphasis)
    return add_typography(add_formulas(parser))


def _asterisk_emphasis(state: StateInline, silent: bool) -> bool:
    return state.src[state.pos] != "_" and tokenize_emphasis(state, silent)


_CITATION = re.compile(r"\[(@[^\[\]]*)\]")
"""`[@koren2009matrix, p. 3; @hinton2015]`"""


def _citation_rule(state: StateInline, silent: bool) -> bool:
    match = _CITATION.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match[0]
        cited, _, locator = match[1].partition(",")
        token.meta = {
            "keys": [part.strip().removeprefix("@") for part in cited.split(";")],
            "locator": locator.strip(),
        }
    state.pos = match.end()
    return True


_WIDTH = re.compile(r"""\{\s*width\s*=\s*["']?([^"'{}\s]+)["']?\s*\}""")
"""`{width=60%}`, `{width="page"}`"""


def _width_rule(state: StateInline, silent: bool) -> bool:
    """`{width=60%}` right behind a picture is said of it, and is no text."""
    match = _WIDTH.match(state.src, state.pos, state.posMax)
    if match is None or silent or state.pending or not state.tokens:
        return False
    if state.tokens[-1].type != "image":
        return False
    state.tokens[-1].attrSet("width", match[1])
    state.pos = match.end()
    return True


_MOST_IN_LINE = 20_000
"""TeX reads 200,000 bytes at most (`buf_size`), and a character may take ten of them in LaTeX."""


class _Reading(Struct):
    """The reading of one document's text: its facts, its places, its errors."""

    text: Prose
    facts: Facts | None
    references: Mapping[str, Reference]
    quoted: list[QuotedFact] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.places = self.text.places_of_lines() if self.text.pieces else []
        self.report_long_lines()

    def report_long_lines(self) -> None:
        """Refuse lines that TeX, which reads a line as a whole, could not hold."""
        if len(self.text) <= _MOST_IN_LINE:
            return
        for place, line in zip_longest(self.places, self.text.split("\n")):
            if line and len(line) > _MOST_IN_LINE:
                message = f"this line has {len(line):,} characters, which TeX cannot read"
                hint = f"break it into lines of at most {_MOST_IN_LINE:,} characters"
                self.diagnostics.append(error("too-long", message, place, hint))

    def with_placeholders(self) -> str:
        """The text with a placeholder for each `{{ fact }}`, one line for each line."""
        pieces: list[str] = []
        places: list[Span] = []
        for start, piece, expression in self.expressions():
            if expression is not None:
                pieces.append(f"{_OPEN}{len(self.quoted)}{_CLOSE}")
                self.quoted.append(self.fact(expression, start, len(piece)))
            else:
                pieces.append(piece)
                first = self.text.count("\n", 0, start) + 1
                count = piece.count("\n")
                places += self.places[first : first + count]
        # The lines inside of an expression are gone, so that places follow the line ends left.
        self.places = [*self.places[:1], *places]
        return "".join(pieces)

    def expressions(self) -> Iterator[tuple[int, str, str | None]]:
        """The text in pieces: offset, source, and the expression where it quotes a fact."""
        offset = 0
        try:
            tokens = list(ENVIRONMENT.lex(str(self.text)))
        except TemplateSyntaxError as reason:
            self.report_line(reason.lineno, str(reason.message))
            yield 0, str(self.text), None
            return
        begin, inner, is_open = 0, "", False
        for _, kind, value in tokens:
            if kind == "variable_begin":
                begin, inner, is_open = offset, "", True
            elif kind == "variable_end":
                yield begin, str(self.text)[begin : offset + len(value)], inner.strip()
                is_open = False
            elif kind == "data":
                yield offset, value, None
            else:
                inner += value
            offset += len(value)
        if is_open:
            self.report_braces(begin, "the text ends before them")
            yield begin, str(self.text)[begin:], None

    def report_hidden(self, tokens: list[Token], source: str, most: int) -> None:
        """Tell of characters and parts of the text that nobody would see."""
        if not self.places:
            return
        lines = source.split("\n")
        self.diagnostics += hidden_characters(tokens, lines, self.places, _OPEN + _CLOSE)
        self.diagnostics += cut_off(tokens, most, self.places)

    def report_line(self, line: int, said: str) -> None:
        offset = sum(len(before) + 1 for before in self.text.split("\n")[: line - 1])
        source = self.text.split("\n")[line - 1] if line <= self.text.count("\n") + 1 else ""
        self.report_braces(offset + max(source.find("{{"), 0), said)

    def report_braces(self, offset: int, said: str) -> None:
        message = f"the braces of a fact are not closed: {said}"
        hint = 'write {{ name }}; for two braces as such write {{ "{{" }}'
        span = self.text.place(offset, 2)
        self.diagnostics.append(error("fact-syntax", message, span, hint))

    def fact(self, expression: str, offset: int, length: int) -> QuotedFact:
        if self.facts is None:
            return QuotedFact(expression, None, "")
        span = self.text.place(offset, length)
        try:
            value = self.facts.value(expression)
            block = as_block(value)
            words = as_text(value, expression, self.facts.edition.language) if block is None else ""
        except FactError as reason:
            self.diagnostics.append(error("unknown-fact", str(reason), span, reason.hint))
            return QuotedFact(expression, None, "")
        if isinstance(words, Unknown):
            home = "the conference's file" if expression.startswith("venue.") else "edition.yaml"
            hint = f"it is printed as “to be announced” until {home} says it without `tentative`"
            if self.facts.edition.is_online and expression in _OF_A_BUILDING:
                hint = "take it out of the text, since the edition takes place online"
            self.diagnostics.append(warning("unset-fact", words.reason, span, hint))
        if before := self.preposition_before(offset, expression, words or ""):
            shown = f"{before} {words}"
            message = f"the sentence reads “{shown}”"
            hint = "write “takes place online” without the fact"
            self.diagnostics.append(warning("in-online", message, span, hint))
        if isinstance(block, Collection) and not block.items:
            message = f"there is nothing to set for `{expression}` yet"
            self.diagnostics.append(
                warning("unset-fact", message, span, "it is left out until then")
            )
        if block is not None:
            return QuotedFact(expression, block, None)
        if isinstance(words, MathLine):
            parts = tuple(words.parts(typographic(words.pattern)))
            return QuotedFact(expression, None, typographic(words), parts)
        return QuotedFact(expression, None, words if _address(words) else typographic(words))

    def preposition_before(self, offset: int, expression: str, words: str) -> str | None:
        """The word before the place of what is online, which goes with cities alone."""
        if self.facts is None or expression not in _PLACES:
            return None
        if not words.startswith(self.facts.edition.language.gettext(ONLINE)):
            return None
        found = _PREPOSITION.search(str(self.text), 0, offset)
        return found[1] if found else None

    def read_captions(self, tokens: list[Token], lines: list[str], parser: MarkdownIt) -> None:
        """Look into the captions of pictures for formulas, citations and facts."""
        for token in tokens:
            for line, child in lines_of_children(token):
                parts = read_caption(child, parser) if child.type == "image" else []
                if not parts:
                    continue
                inline = Token("inline", "", 0, children=parts, map=[line, line + 1])
                self.diagnostics += formula_errors([inline], lines, self.places)
                self.put_into_inline(inline)
                self.check_citations([inline])
                keep_caption(child, inline.children or [])

    def with_facts(self, tokens: list[Token]) -> list[Token]:
        """The tokens with facts in place of their placeholders."""
        result: list[Token] = []
        for token in tokens:
            if token.type == "inline":
                self.put_into_inline(token)
            else:
                token.content = self.as_words(token.content)
            result.append(token)
        return _with_block_facts(result)

    def put_into_inline(self, inline: Token) -> None:
        children: list[Token] = []
        alone = len(inline.children or ()) == 1 and _PLACEHOLDER.fullmatch(inline.content.strip())
        for line, child in lines_of_children(inline):
            if child.type == "text":
                children += self.split(child, line, alone=bool(alone))
                continue
            child.content = self.as_words(child.content)
            for name in ("href", "src"):
                if name in child.attrs:
                    child.attrs[name] = _QUOTED_PLACEHOLDER.sub(
                        lambda match: self.quoted[int(match[1])].words or "", str(child.attrs[name])
                    )
            children.append(child)
        inline.children = children

    def split(self, text: Token, line: int, *, alone: bool) -> Iterator[Token]:
        """The text and the facts in a token of text."""
        end = 0
        for match in _PLACEHOLDER.finditer(text.content):
            yield _text_token(text, text.content[end : match.start()])
            fact = self.quoted[int(match[1])]
            if fact.words is None and not alone:
                self.report_block(fact, line)
            yield from _fact_tokens(fact, text.level)
            end = match.end()
        yield _text_token(text, text.content[end:])

    def report_block(self, fact: QuotedFact, line: int) -> None:
        place = self.places[line]
        try:
            as_text(fact.block, fact.expression)
            message, hint = "this text stands in a paragraph of its own", None
        except FactError as reason:
            message, hint = str(reason), reason.hint
        self.diagnostics.append(error("block-in-sentence", message, place, hint))

    def as_words(self, content: str) -> str:
        return _PLACEHOLDER.sub(lambda match: self.quoted[int(match[1])].words or "", content)

    def check_citations(self, tokens: list[Token]) -> None:
        for token in tokens:
            if token.type != "inline":
                continue
            for line, child in lines_of_children(token):
                if child.type == "citation":
                    for key in child.meta["keys"]:
                        self.check_citation(key, line)

    def written_line(self, place: Span) -> str:
        """The line of the text, as it was written, that begins at a place."""
        lines = zip(self.text.places_of_lines(), self.text.split("\n"), strict=True)
        return next((line for span, line in lines if span == place), "")

    def check_citation(self, key: str, line: int) -> None:
        if key in self.references:
            found = self.references[key].diagnostics
            self.diagnostics += [
                diagnostic for diagnostic in found if diagnostic not in self.diagnostics
            ]
            return
        span = self.places[line] if line < len(self.places) else self.text.span
        source = self.written_line(span)
        column = source.find(f"@{key}")
        if column >= 0:
            start = span.column + column
            span = Span(span.file, span.line, start, start + len(key) + 1)
        if not is_citation_key(key):
            message = f"`@{key}` is no citation"
            hint = "write [@key] or [@key; @other], with keys of references.bib"
        else:
            message = f"`{key}` is cited but references.bib has no such entry"
            guess = nearest(key, list(self.references))
            hint = f"did you mean `{guess}`?" if guess else "add the entry, or correct the key"
        self.diagnostics.append(error("unknown-citation", message, span, hint))


def _fact_tokens(fact: QuotedFact, level: int) -> Iterator[Token]:
    """The words for a fact, as a link if they are an address."""
    words = fact.words or ""
    if fact.parts:
        yield from (_part_token(part, fact, level) for part in fact.parts)
        return
    token = Token("fact", "", 0, content=words, level=level, meta={"fact": fact})
    address = _address(words)
    if address is None:
        yield token
        return
    yield Token("link_open", "a", 1, attrs={"href": address}, level=level, info="auto")
    yield token
    yield Token("link_close", "a", -1, level=level, info="auto")


def _part_token(part: str | Formula, fact: QuotedFact, level: int) -> Token:
    if isinstance(part, str):
        return Token("fact", "", 0, content=part, level=level, meta={"fact": fact})
    typed = f"${part.source}$"
    return Token(INLINE, "math", 0, content=typed, level=level, meta={"formula": part})


def _address(words: str) -> str | None:
    """Where the words link to, if all of them are a web or an email address."""
    if re.fullmatch(r"https?://\S+", words):
        return words
    return f"mailto:{words}" if BARE_EMAIL.fullmatch(words) else None


def _text_token(model: Token, content: str) -> Token:
    return Token("text", "", 0, content=content, level=model.level)


def _with_block_facts(tokens: list[Token]) -> list[Token]:
    """A paragraph that holds a block fact alone becomes that block."""
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        inline = tokens[index + 1] if index + 1 < len(tokens) else None
        is_paragraph = tokens[index].type == "paragraph_open" and inline is not None
        facts = (
            [token for token in (inline.children or ()) if token.type == "fact"] if inline else []
        )
        if is_paragraph and inline and len(facts) == 1 and facts[0].meta["fact"].words is None:
            block = Token("block_fact", "", 0, map=inline.map, meta=facts[0].meta, block=True)
            result.append(block)
            index += 3  # the paragraph's opening, its content and its end
        else:
            result.append(tokens[index])
            index += 1
    return result
