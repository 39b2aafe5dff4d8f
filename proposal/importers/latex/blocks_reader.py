"""Makes paragraphs, lists and tables out of a paper's LaTeX.

What is not understood leaves its text behind, and is reported with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexCommentNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexNode,
    LatexSpecialsNode,
)

from proposal.diagnostics import Span
from proposal.importers.draft import SourceDiagnostics
from proposal.importers.latex.babel import with_marks
from proposal.importers.latex.citations import Citations
from proposal.importers.latex.displayed_formulas import DISPLAYS, read_display
from proposal.importers.latex.known_commands import (
    ASSIGNED,
    HARMLESS_LAYOUT,
    LAYOUT,
    SETTINGS,
    TOP_MATTER,
)
from proposal.importers.latex.loose_notes import LooseNotes
from proposal.importers.latex.paper_tree import (
    NO_BREAK_SPACE,
    Block,
    Code,
    Emphasis,
    Inline,
    Items,
    Labels,
    MathSpan,
    Paragraph,
    Preformatted,
    Quote,
    SectionTitle,
    Tabular,
    TypedText,
    plain,
    trimmed,
)
from proposal.importers.latex.parsing import argument, is_macro, last_argument, verbatim
from proposal.importers.latex.picture_files import Pictures
from proposal.importers.latex.source import PaperSource, also_in
from proposal.importers.latex.symbols import SPECIALS, code, symbol, typed
from proposal.source.math.formula_source import (
    formula_source,
    plain_formula,
)

if TYPE_CHECKING:
    from proposal.importers.latex.floats_reader import OpenFloat

_EMPHASES = {"emph": False, "textit": False, "textsl": False, "textbf": True}
_DECLARED = {
    "em": False,
    "it": False,
    "itshape": False,
    "sl": False,
    "slshape": False,
    "bf": True,
    "bfseries": True,
}
_TYPEWRITER = {"tt", "ttfamily"}
_BARE = {
    "mbox", "hbox", "textrm", "textsf", "textmd", "textup", "textnormal", "textsc", "underline",
    "uline", "hyperref", "text",
    "bsc", "nombre", "makecell", "thead", "shortstack", "specialcell",
    "adjustbox", "resizebox", "scalebox", "multicolumn", "multirow", "textcolor", "colorbox",
    "fcolorbox", "hl", "ul", "added", "highlight", "fbox", "framebox", "makebox", "parbox",
    "raisebox", "rotatebox", "uppercase", "lowercase", "MakeUppercase", "MakeLowercase",
    "foreignlanguage", "smash", "hyperlink", "hypertarget", "textcircled", "textls", "centerline",
    "leftline", "rightline", "IEEEtitleabstractindextext", "tnote",
}  # fmt: skip
"""Commands of which only what they print is kept."""
_RESTYLED = {
    "bsc",
    "tnote",
    "textsc",
    "underline",
    "uline",
    "sc",
    "scshape",
}
"""Commands whose look prose does not have."""
_GAPS = {"hspace", "hfill", "hfil", "linebreak", "columnbreak"}
"""Layout that keeps words apart."""
_NO_GAP = re.compile(r"-|0+(?:\.0*)?[a-z]")
"""Examples: `-2pt`, `0em`."""
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")
r"""`One.\n\nTwo.`"""
_ASSIGNMENT = re.compile(r"\s*=?\s*-?[\d.]+\s*(pt|em|ex|cm|mm|in)?\s?")
"""Examples: `=-1`, `2pt`."""
_CHARACTER_CODE = re.compile(
    r"\s*(?:'(?P<octal>[0-7]+)|\"(?P<hexadecimal>[0-9A-F]+)|(?P<decimal>\d+)) ?"
)
r"""What stands behind `\char`: `'101`, `"41`, `65`."""


class BlockBuilder(Struct):
    """Blocks that are being filled."""

    blocks: list[Block] = field(default_factory=list)
    spans: list[Inline] = field(default_factory=list)
    place: Span | None = None
    """Where the paragraph begins that is being filled."""
    floats: list[Block] = field(default_factory=list)
    """What stands within a paragraph and is set behind it."""
    is_behind_block: bool = False
    """Whether a list or a quote ended here, and no empty line came since."""
    goes_on: bool = False

    def add(self, span: Inline, place: Span) -> None:
        """Add a span to the paragraph, or begin one with it."""
        if self.place is None:
            if isinstance(span, TypedText) and not span.text.strip(" "):
                return
            self.place, self.goes_on = place, self.is_behind_block
        self.spans.append(span)
        self.is_behind_block = False

    def end_paragraph(self) -> None:
        """End the paragraph, if one was begun."""
        spans = trimmed(self.spans)
        is_gap = not plain(spans).strip() and all(isinstance(span, TypedText) for span in spans)
        if not is_gap and self.place is not None:  # a lone `~` makes room between paragraphs
            self.blocks.append(Paragraph(spans, self.place, self.goes_on))
        self.blocks += self.floats
        self.spans, self.floats, self.place, self.goes_on = [], [], None, False

    def add_block(self, block: Block) -> None:
        """Add a block behind the paragraph."""
        self.end_paragraph()
        self.blocks.append(block)
        self.is_behind_block = True


CommandReader: TypeAlias = "Callable[[PaperReader, LatexMacroNode, BlockBuilder], None]"
EnvironmentReader: TypeAlias = "Callable[[PaperReader, LatexEnvironmentNode, BlockBuilder], None]"


class PaperReader(Struct):
    """The reading of one paper."""

    source: PaperSource
    citations: Citations
    pictures: Pictures
    commands: Mapping[str, CommandReader]
    """What reads commands whose meaning is more than their text."""
    environments: Mapping[str, EnvironmentReader]
    diagnostics: SourceDiagnostics = field(default_factory=SourceDiagnostics)
    labels: Labels = field(default_factory=Labels)
    abstract: list[LatexNode] | None = None
    acknowledgments: list[LatexNode] | None = None
    keywords: list[LatexNode] | None = None
    """Those that stand in an environment."""
    unknown: dict[str, list[Span]] = field(default_factory=dict)
    """Commands and environments that are not known, with their places."""
    with_text: set[str] = field(default_factory=set)
    """Commands behind which braces with text stand."""
    layout: dict[str, list[Span]] = field(default_factory=dict)
    """Commands of layout that are not kept."""
    counts: dict[str, int] = field(default_factory=dict)
    """LaTeX's counters of sections, figures and tables."""
    title: str = ""
    """The title of the section that is being read."""
    current: tuple[str, str] = ("", "")
    """The kind and number that a label here stands for."""
    kept_sources: dict[int, Span] = field(default_factory=dict)
    """Where formulas stand that data cannot hold, by their offsets in the source."""
    fixed_numbers: dict[Span, str] = field(default_factory=dict)
    """References that became numbers, by their places."""
    equation_with_letters: str = ""
    """The number that the formulas of `subequations` share."""
    equations: dict[int, list[str]] = field(default_factory=dict)
    """The numbers of displayed formulas, by their offsets; some are read more than once."""

    last_item: int = 0
    """The number of the last item of a list, with which another one may go on."""
    loose_notes: LooseNotes = field(default_factory=LooseNotes)
    """The notes whose marks stand elsewhere."""
    note_numbers: dict[int, int] = field(default_factory=dict)
    """The numbers of notes, by their offsets."""

    open_float: OpenFloat | None = None
    """The figure or the table that is being read."""
    quote_depth: int = 0
    """Within how many quotations the text stands that is being read."""
    is_in_table: bool = False
    """Whether rows of cells are being read."""

    # What other modules ask for

    def blocks(self, nodes: Sequence[LatexNode]) -> list[Block]:
        """The blocks of some nodes."""
        builder = BlockBuilder()
        self.fill(nodes, builder)
        builder.end_paragraph()
        return builder.blocks

    def spans(self, nodes: Sequence[LatexNode]) -> tuple[Inline, ...]:
        """The spans of an argument, which is one paragraph."""
        spans: list[Inline] = []
        for block in self.blocks(nodes):
            inner = tuple(_flat(block))
            spans += [TypedText(" "), *inner] if spans else inner
        return trimmed(spans)

    def words(self, nodes: Sequence[LatexNode] | None) -> str:
        """The words of an argument on one line, with straight apostrophes."""
        return plain(self.spans(nodes or ())).replace("’", "'")

    def place(self, node: LatexNode, length: int | None = None) -> Span:
        """Where a node was written."""
        return self.source.place(node.pos, node.len if length is None else length)

    def warn(self, code_: str, message: str, place: Span, hint: str | None = None) -> None:
        """Add a warning about a place in the paper; references are counted."""
        if code_ == "fixed-number":
            self.fixed_numbers.setdefault(place, message)
        else:
            self.diagnostics.warn(code_, message, place, hint)

    def summaries(self) -> SourceDiagnostics:
        """What was not understood or not kept, each command once."""
        found = SourceDiagnostics()
        for name, places in self.unknown.items():
            is_sign = re.fullmatch(r"\\[A-Za-z]+", name) and name not in self.with_text
            kept = "nothing stands for it" if is_sign else "its text is kept"
            message = f"{name} is not known; {kept}{also_in(places)}"
            found.warn("unknown-latex", message, places[0])
        if self.fixed_numbers:
            places = list(self.fixed_numbers)
            message = self.fixed_numbers[places[0]]
            if len(places) > 1:
                message = f"{len(places)} references are written as the numbers that the paper has"
                message += f", which do not change by themselves{also_in(places)}"
            found.warn("fixed-number", message, places[0])
        if self.kept_sources:
            found.warn(
                "formula", self.message_of_formulas(), next(iter(self.kept_sources.values()))
            )
        if self.layout:
            names = ", ".join(sorted(self.layout))
            first = min(
                (places[0] for places in self.layout.values()), key=lambda place: place.line
            )
            found.warn("layout-not-kept", f"layout is acmart's own and not kept: {names}", first)
        return found

    def message_of_formulas(self) -> str:
        """How many formulas data cannot hold."""
        places = list(self.kept_sources.values())
        if len(places) == 1:
            return "this formula has commands that data cannot hold; its source is printed"
        message = f"{len(places)} formulas have commands that data cannot hold; their source is "
        return f"{message}printed{also_in(places)}"

    # Nodes

    def fill(self, nodes: Sequence[LatexNode], builder: BlockBuilder) -> None:
        """Add what nodes print to a page."""
        assigns = ""
        for index, node in enumerate(nodes):
            name = node.macroname if isinstance(node, LatexMacroNode) else ""
            if name in _DECLARED:
                self.emphasized(nodes[index + 1 :], _DECLARED[name], self.place(node), builder)
                return
            if name in _TYPEWRITER:
                self.typewriter(nodes[index + 1 :], self.place(node), builder)
                return
            if assigns == "char" and isinstance(node, LatexCharsNode):
                self.characters_behind_code(node, builder)
            elif assigns and isinstance(node, LatexCharsNode):
                self.characters_behind_value(node, builder)
            elif name == "xspace":
                builder.add(
                    TypedText(" " if _takes_space(nodes[index + 1 : index + 2]) else ""),
                    self.place(node),
                )
            else:
                self.node(node, builder)
            assigns = name if name in ASSIGNED or name == "char" else ""
            behind = nodes[index + 1] if name and index + 1 < len(nodes) else None
            if isinstance(behind, LatexGroupNode) and behind.nodelist:
                self.with_text.add(f"\\{name}")

    def within(self, nodes: Sequence[LatexNode], builder: BlockBuilder) -> tuple[Inline, ...]:
        """What nodes print within the paragraph; blocks among it stay blocks."""
        inner = BlockBuilder(place=builder.place)
        self.fill(nodes, inner)
        spans = tuple(inner.spans)
        inner.spans, inner.place = [], None
        builder.floats += [block for block in inner.blocks if not isinstance(block, Paragraph)]
        before = [
            span for block in inner.blocks if isinstance(block, Paragraph) for span in block.spans
        ]
        return (*before, *([TypedText(" ")] if before and spans else []), *spans)

    def emphasized(
        self, nodes: Sequence[LatexNode], is_bold: bool, place: Span, builder: BlockBuilder
    ) -> None:
        r"""Add what stands behind `\em` or `\bf`, which may be several paragraphs."""
        inner = BlockBuilder(place=builder.place)
        self.fill(nodes, inner)
        for block in inner.blocks:
            if isinstance(block, Paragraph):
                builder.add(Emphasis(block.spans, is_bold), block.place)
                builder.end_paragraph()
            else:
                builder.end_paragraph()
                builder.blocks.append(block)
        builder.floats += inner.floats
        builder.is_behind_block |= inner.is_behind_block
        if inner.spans:
            builder.add(Emphasis(tuple(inner.spans), is_bold), place)

    def typewriter(self, nodes: Sequence[LatexNode], place: Span, builder: BlockBuilder) -> None:
        """Add text in a typewriter face, or what it says where it is more than plain text."""
        is_plain = all(_is_plain_code(node) for node in nodes)
        if is_plain:
            builder.add(Code(" ".join(code(nodes).split())), place)
        else:
            self.fill(nodes, builder)

    def characters_behind_value(self, node: LatexCharsNode, builder: BlockBuilder) -> None:
        r"""Add text behind a value that TeX assigns, as in `\looseness=-1`."""
        value = _ASSIGNMENT.match(node.chars)
        start = value.end() if value else 0
        self.characters(node.chars[start:], node.pos + start, builder)

    def characters_behind_code(self, node: LatexCharsNode, builder: BlockBuilder) -> None:
        r"""Add the character of a number, as in `\char'134`, and the text behind it."""
        found = _CHARACTER_CODE.match(node.chars)
        if found is None:
            self.characters(node.chars, node.pos, builder)
            return
        digits, base = next(
            (found[name], base)
            for name, base in (("octal", 8), ("hexadecimal", 16), ("decimal", 10))
            if found[name]
        )
        code = int(digits, base)
        if 32 < code < 127:
            builder.add(TypedText(chr(code)), self.place(node))
        self.characters(node.chars[found.end() :], node.pos + found.end(), builder)

    def node(self, node: LatexNode, builder: BlockBuilder) -> None:
        """Add what one node prints."""
        if isinstance(node, LatexCharsNode):
            self.characters(node.chars, node.pos, builder)
        elif isinstance(node, LatexGroupNode):
            self.fill(node.nodelist, builder)
        elif isinstance(node, LatexSpecialsNode):
            text = SPECIALS.get(node.specials_chars, node.specials_chars)
            builder.add(TypedText(text), self.place(node))
        elif isinstance(node, LatexMacroNode):
            self.macro(node, builder)
        elif isinstance(node, LatexEnvironmentNode):
            self.environment(node, builder)
        elif isinstance(node, LatexMathNode):
            self.math(node, builder)
        elif not isinstance(node, LatexCommentNode):
            self.note_unknown(node.latex_verbatim()[:20], node)

    def characters(self, characters: str, position: int, builder: BlockBuilder) -> None:
        """Add text; an empty line ends the paragraph."""
        start = 0
        for end in [*_PARAGRAPH_END.finditer(characters), None]:
            part = characters[start : end.start() if end else len(characters)]
            if part:
                indent = len(part) - len(part.lstrip())
                here = self.source.place(position + start + indent)
                builder.add(TypedText(typed(with_marks(part, self.source.language))), here)
            if end:
                builder.end_paragraph()
                builder.is_behind_block = False
                start = end.end()

    def math(self, node: LatexMathNode, builder: BlockBuilder) -> None:
        """Add a formula, or its text if it has no letters and no commands of formulas."""
        if node.displaytype == "display":
            self.display(node, builder)
            return
        tex = verbatim(node.nodelist)
        text = plain_formula(tex)
        if text is None:
            self.formula(tex, node, builder)
        else:
            builder.add(TypedText(text), self.place(node))

    def formula(self, tex: str, node: LatexNode, builder: BlockBuilder) -> None:
        """Add a formula in a line."""
        if not tex.strip():
            return
        source = formula_source(tex)
        if source is None:
            self.kept_sources[node.pos] = self.place(node)
            builder.add(Code(f"${' '.join(tex.split())}$"), self.place(node))
        else:
            builder.add(MathSpan(source), self.place(node))

    def display(self, node: LatexNode, builder: BlockBuilder) -> None:
        """Add a formula on a line of its own."""
        numbers = self.equations.setdefault(node.pos, [])
        known = list(numbers)

        def next_number() -> str:
            if known:
                return known.pop(0)
            numbers.append(self.next_equation())
            return numbers[-1]

        tex = node.latex_verbatim()
        read = read_display(tex, next_number)
        for label, number in read.labels.items():
            self.labels.numbers[label] = ("Equation", number)
        if read.source is None:
            self.kept_sources[node.pos] = self.place(node)
            lines = [line.strip() for line in tex.strip().split("\n") if line.strip()]
            builder.add_block(Preformatted("\n".join(lines), self.place(node)))
        else:
            builder.add(MathSpan(read.source, is_display=True), self.place(node))

    def next_equation(self) -> str:
        """The next number of LaTeX's counter of formulas, with a letter in `subequations`."""
        if self.equation_with_letters:
            self.counts["letter"] = self.counts.get("letter", 0) + 1
            return f"{self.equation_with_letters}{chr(ord('a') + (self.counts['letter'] - 1) % 26)}"
        section = ""
        if r"\numberwithin{equation}{section}" in self.source.text:
            section = f"{self.counts.get('section', 0)}."
        counter = f"Equation {section}"
        self.counts[counter] = self.counts.get(counter, 0) + 1
        return f"{section}{self.counts[counter]}"

    def macro(self, node: LatexMacroNode, builder: BlockBuilder) -> None:
        """Add what a command prints."""
        name = node.macroname
        if name in self.commands:
            self.commands[name](self, node, builder)
        elif name in _EMPHASES:
            inner = self.within(last_argument(node), builder)
            builder.add(Emphasis(inner, _EMPHASES[name]), self.place(node))
        elif name == "ensuremath":
            self.formula(verbatim(last_argument(node)), node, builder)
        elif name in _BARE:
            if name in _RESTYLED:
                self.note_layout(node)
            self.fill(last_argument(node), builder)
        elif name in self.citations.commands:
            for span in self.citations.spans(node, self.warn, self.place(node), self.words):
                builder.add(span, self.place(node))
        elif name in LAYOUT or name in _RESTYLED:
            self.note_layout(node)
            if name in _GAPS and not _NO_GAP.match(verbatim(last_argument(node)).strip()):
                builder.add(TypedText(" "), self.place(node))
        elif name not in SETTINGS and name not in TOP_MATTER:
            self.sign(node, builder)

    def environment(self, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
        """Add what an environment prints."""
        name = node.environmentname
        if name in self.environments:
            self.environments[name](self, node, builder)
            return
        if name in DISPLAYS:
            self.display(node, builder)
            return
        if name == "math":
            self.formula(verbatim(node.nodelist), node, builder)
            return
        self.note_unknown(f"\\begin{{{name}}}", node)
        if any(is_macro(inner, "item") for inner in node.nodelist):
            self.environments["itemize"](self, node, builder)
            return
        builder.end_paragraph()
        around, self.current = self.current, ("", "")
        self.fill(node.nodelist, builder)
        self.current = around
        builder.end_paragraph()

    def sign(self, node: LatexMacroNode, builder: BlockBuilder) -> None:
        """Add the characters that a command stands for."""
        text = symbol(node)
        if text is None:
            self.note_unknown(f"\\{node.macroname}", node)
            for index in range(len(getattr(node.nodeargd, "argnlist", None) or ())):
                self.fill(argument(node, index) or (), builder)
        elif text:
            if text[0] == NO_BREAK_SPACE:  # as before », where TeX takes a space away
                builder.spans = list(trimmed(builder.spans))
            builder.add(TypedText(text), self.place(node))

    def note_unknown(self, name: str, node: LatexNode) -> None:
        """Remember something that is not known."""
        self.unknown.setdefault(name, []).append(self.place(node, len(name)))

    def note_layout(self, node: LatexMacroNode) -> None:
        """Remember a command of layout."""
        if node.macroname in HARMLESS_LAYOUT:
            return
        name = f"\\{node.macroname}"
        self.layout.setdefault(name, []).append(self.place(node, len(name)))


def _flat(block: Block) -> Iterator[Inline]:
    """The words of a block that stands where only a line has a place."""
    match block:
        case Paragraph(spans=spans) | SectionTitle(spans=spans):
            yield from spans
        case Items(items=items):
            for index, item in enumerate(items):
                yield TypedText("; " if index else "")
                for inner in item:
                    yield from _flat(inner)
        case Quote(blocks=blocks):
            for inner in blocks:
                yield from _flat(inner)
                yield TypedText(" ")
        case Preformatted(text=text):
            yield Code(" ".join(text.split()))
        case Tabular(header=header, rows=rows):
            for row in (header, *rows):
                for cell in row:
                    yield from cell
                    yield TypedText(" ")
        case _:
            pass


def _is_plain_code(node: LatexNode) -> bool:
    """Whether a node is text that can stand in a typewriter face as it is."""
    if isinstance(node, LatexGroupNode):
        return all(_is_plain_code(inner) for inner in node.nodelist)
    if isinstance(node, LatexCharsNode):
        return _PARAGRAPH_END.search(node.chars) is None
    if isinstance(node, LatexMacroNode):
        return symbol(node) is not None
    return isinstance(node, LatexSpecialsNode)


def _takes_space(following: Sequence[LatexNode]) -> bool:
    r"""Whether `\xspace` makes a space before what follows."""
    for node in following:
        if isinstance(node, LatexCharsNode):
            return node.chars[:1] not in set(".,'/?;:!-)] \n\t")
        if isinstance(node, LatexMacroNode):
            return node.macroname not in {" ", "/", "footnote", "footnotemark", "\\", "xspace"}
        return isinstance(node, LatexMathNode)
    return False
