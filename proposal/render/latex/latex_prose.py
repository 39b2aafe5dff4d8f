"""Makes LaTeX out of parsed prose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import zip_longest
from pathlib import Path
from typing import Any

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct
from pylatex import NoEscape
from pylatex.base_classes import Command

from proposal.diagnostics import Diagnostic, Severity, Span, error, warning
from proposal.edition.collection import Collection
from proposal.model.document_format import FORMATS, PageFormat
from proposal.render.captions import caption_of
from proposal.render.latex.converted import TexPicture, picture_of
from proposal.render.latex.escape import (
    escape,
    escape_address,
    escape_code,
    escape_line,
    shown_address,
    side_by_side,
)
from proposal.render.latex.figures import (
    FEWEST_DPI,
    NAME,
    Width,
    conversion,
    dots_per_inch,
    mistaken_kind,
    width_of,
)
from proposal.render.latex.latex_math import (
    displayed_formula,
    formula_in_heading,
    formula_in_line,
)
from proposal.render.latex.runs import runs_from_right
from proposal.render.latex.source_marks import Places
from proposal.render.latex.table_layout import Layout, Table, layout_of
from proposal.render.own_targets import OnWebsite
from proposal.render.picture_diagnostics import undescribed_picture, unknown_width
from proposal.render.picture_kinds import PictureError
from proposal.render.prose import LINK_SCHEMES, ReadProse
from proposal.source.math.math_tree import Formula
from proposal.source.text import Prose

_SECTIONS = {"h1": "section", "h2": "subsection", "h3": "subsubsection"}
_TIES = ("&nbsp;", "&#160;", "&#xA0;", "&#xa0;")
"""How a space without a break is typed at the beginning of a paragraph in Markdown."""
_DEEPEST_HEADING = "paragraph"
_HEADING = "a heading"
_COUNTERS = ("enumi", "enumii", "enumiii", "enumiv")
"""LaTeX's counters of numbered lists within each other; lists with bullets do not count."""
_DEEPEST_LIST = 4
"""LaTeX sets no list within a fourth one."""


class CaptionedPicture(Struct, frozen=True):
    """A picture with its caption."""

    file: TexPicture
    caption: NoEscape
    description: str
    """What the picture shows, for those who do not see it (acmart's `\\Description`)."""
    width: Width


class LatexContext(Struct, frozen=True):
    """How the parts of a text are set that templates lay out."""

    places: Places
    block: Callable[[Collection[Any] | Prose], NoEscape]
    """Sets a fact that stands in a paragraph of its own."""
    figure: Callable[[CaptionedPicture], NoEscape]
    """Sets a picture."""
    table: Callable[[Table], NoEscape]
    """Sets a table."""
    page: PageFormat = FORMATS["sigconf"]
    """The page that it is set for."""
    own: OnWebsite | None = None
    """What texts name of ours."""


def latex_of(read: ReadProse, context: LatexContext) -> NoEscape:
    """The LaTeX of a parsed text, with marks; what LaTeX cannot set is added to its errors."""
    writer = _LatexWriter(read, context)
    return NoEscape(writer.blocks(read.tree.children).strip("\n"))


class _LatexWriter(Struct):
    read: ReadProse
    context: LatexContext
    list_depth: int = 0
    indentation: int = 0
    """How many lists and quotations are around."""
    numbered_depth: int = 0
    """How many of the lists around are numbered ones."""
    where: str | None = None
    """The part of the text that is being set, if it is one that cannot hold a footnote."""
    line: int = 0
    """The line of the parsed text that is being set."""

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> str:
        latex, end = "", None
        for node in nodes:
            if block := self.block(node):
                # A formula on a line of its own belongs to the paragraph that it stands in.
                is_within = end is not None and node.map is not None and node.map[0] == end[0]
                joined = is_within and "block_formula" in {end and end[1], node.type}
                latex += ("\n" if joined else "\n\n") * bool(latex) + block
                end = (node.map[1], node.type) if node.map else None
        return latex

    def block(self, node: SyntaxTreeNode) -> str:
        setter: Callable[[SyntaxTreeNode], str] = getattr(self, f"block_{node.type}")
        return setter(node)

    def inline(self, node: SyntaxTreeNode) -> str:
        """The content of a paragraph, heading or cell; each of its lines carries a mark."""
        if node.map:
            self.line = node.map[0]
        return f"{self.mark()}{self.spans(node)}"

    def span(self, node: SyntaxTreeNode) -> str:
        setter: Callable[[SyntaxTreeNode], str] = getattr(self, f"span_{node.type}")
        return setter(node)

    def spans(self, node: SyntaxTreeNode) -> NoEscape:
        latex, children = "", list(node.children)
        while children:
            lines = _lines_from_right(children)
            piece = self.lines(lines) if len(lines) > 1 else self.span(children[0])
            latex = side_by_side(latex, piece)
            del children[: max(2 * len(lines) - 1, 1)]
        return NoEscape(latex)

    def lines(self, lines: list[str]) -> str:
        """Lines of a text from right to left, which is taken apart as a whole."""
        first, *others = str(escape("\n".join(lines))).split("\n")
        for line in others:
            self.line += 1
            first += f"\n{self.mark()}{line}"
        return first

    def mark(self) -> NoEscape:
        return self.context.places.mark(self.read.place(self.line))

    def report_error(self, code: str, message: str, hint: str) -> None:
        place: Span | None = self.read.place(self.line)
        diagnostic: Diagnostic = error(code, message, place, hint)
        self.read.diagnostics.append(diagnostic)

    # Blocks

    def block_paragraph(self, node: SyntaxTreeNode) -> str:
        inline = node.children[0]
        if len(inline.children) == 1 and inline.children[0].type == "image":
            self.line = inline.map[0] if inline.map else self.line
            return self.figure(inline.children[0])
        # Acmart's tie takes the space before it away, for which there must be a paragraph.
        begins_with_tie = inline.content.startswith(_TIES)
        return rf"\leavevmode{{}}{self.inline(inline)}" if begins_with_tie else self.inline(inline)

    def figure(self, image: SyntaxTreeNode) -> str:
        name = str(image.attrs["src"])
        text_file = self.read.places[self.line].file
        file = text_file.parent / name
        if not NAME.fullmatch(name):
            self.report_error(
                "not-a-picture",
                f"`{name}` is no name of a picture that LaTeX can set",
                f"put a .pdf, .png or .jpg file beside {text_file.name} and write its name; "
                f"another picture becomes one by typing: {conversion(name)}",
            )
            return ""
        if not file.is_file() and self.context.own:
            file = self.context.own.picture_of(name, text_file) or file
        if not file.is_file():
            self.report_error(
                "missing-file", f"there is no picture {name}", f"put it beside {text_file.name}"
            )
            return ""
        width = self.examined_width(name, file, image)
        picture = self.settable(name, file)
        if width is None or picture is None:
            return ""
        if not image.content.strip():
            place = self.read.place(self.line)
            self.read.diagnostics.append(undescribed_picture(name, place, for_print=True))
        caption = escape_line(str(image.attrs.get("title", "")))
        if (parts := caption_of(image)) is not None:
            caption = NoEscape(self.without_footnotes("a caption", lambda: self.spans(parts)))
        captioned = CaptionedPicture(picture, caption, image.content, width)
        return f"{self.mark()}{self.context.figure(captioned)}"

    def settable(self, name: str, file: Path) -> TexPicture | None:
        """A picture as TeX gets it, if it can get it; that it is converted is said."""
        try:
            picture, done = picture_of(file)
        except PictureError as reason:
            message = f"the picture {name} cannot be read: {reason}"
            self.report_error("not-a-picture", message, reason.hint(name))
            return None
        if done:
            place = self.read.place(self.line)
            note = Diagnostic(
                Severity.NOTE, "converted-picture", f"the picture {name} {done}", place
            )
            self.read.diagnostics.append(note)
        return picture

    def examined_width(self, name: str, file: Path, image: SyntaxTreeNode) -> Width | None:
        """How wide a picture is set, if it can be; one that prints coarsely is warned of."""
        if kind := mistaken_kind(file):
            message = f"the picture {name} is of the kind {kind}, whatever its name says"
            self.report_error("not-a-picture", message, "export it again as PDF, PNG or JPEG")
            return None
        written = image.attrs.get("width")
        width = width_of(None if written is None else str(written))
        if width is None:
            self.read.diagnostics.append(unknown_width(written, self.read.place(self.line)))
            return None
        dots = dots_per_inch(file, width, self.context.page)
        if dots is not None and dots < FEWEST_DPI:
            message = f"the picture {name} has {dots} dots an inch in print, which looks coarse"
            pixels = round(2 * FEWEST_DPI * width.inches_on(self.context.page))
            hint = f"export it {pixels} pixels wide, or as PDF if it is a drawing"
            place = self.read.place(self.line)
            self.read.diagnostics.append(warning("coarse-picture", message, place, hint))
        return width

    def block_heading(self, node: SyntaxTreeNode) -> str:
        name = _SECTIONS.get(node.tag, _DEEPEST_HEADING)
        text = self.without_footnotes(_HEADING, lambda: self.inline(node.children[0]))
        return str(Command(name, NoEscape(text)).dumps())

    def block_bullet_list(self, node: SyntaxTreeNode) -> str:
        return self.items(node, "itemize", "")

    def block_ordered_list(self, node: SyntaxTreeNode) -> str:
        start = int(node.attrs.get("start", 1))
        counter = _COUNTERS[min(self.numbered_depth, len(_COUNTERS) - 1)]
        setting = f"\\setcounter{{{counter}}}{{{start - 1}}}\n" if start != 1 else ""
        self.numbered_depth += 1
        latex = self.items(node, "enumerate", setting)
        self.numbered_depth -= 1
        return latex

    def items(self, node: SyntaxTreeNode, environment: str, setting: str) -> str:
        self.line = node.map[0] if node.map else self.line
        if self.list_depth == _DEEPEST_LIST:
            self.report_error(
                "list-too-deep", "LaTeX sets at most four lists in each other", "use fewer levels"
            )
        self.list_depth += 1
        self.indentation += 1
        items = "\n".join(f"\\item {self.blocks(item.children)}" for item in node.children)
        self.list_depth -= 1
        self.indentation -= 1
        return f"\\begin{{{environment}}}\n{setting}{items}\n\\end{{{environment}}}"

    def block_blockquote(self, node: SyntaxTreeNode) -> str:
        self.indentation += 1
        text = self.blocks(node.children)
        self.indentation -= 1
        return f"\\begin{{quote}}\n{text}\n\\end{{quote}}"

    def block_fence(self, node: SyntaxTreeNode) -> str:
        self.line = node.map[0] if node.map else self.line
        lines = (
            f"{self.mark()}\\mbox{{}}{escape_code(line)}"
            for line in node.content.rstrip("\n").split("\n")
        )
        body = "\\\\\n".join(lines)
        return f"\\begin{{quote}}\\ttfamily\\raggedright\n{body}\n\\end{{quote}}"

    block_code_block = block_fence

    def block_hr(self, _node: SyntaxTreeNode) -> str:
        return r"\begin{center}\rule{0.3\linewidth}{0.4pt}\end{center}"

    def block_block_fact(self, node: SyntaxTreeNode) -> str:
        self.line = node.map[0] if node.map else self.line
        return f"{self.mark()}{self.context.block(node.meta['fact'].block)}"

    def block_block_formula(self, node: SyntaxTreeNode) -> str:
        self.line = node.map[0] if node.map else self.line
        return f"{self.mark()}{displayed_formula(node.meta['formula'])}"

    def block_footnote_block(self, _node: SyntaxTreeNode) -> str:
        return ""  # each note was set where it is referred to

    def block_table(self, node: SyntaxTreeNode) -> str:
        rows = [row for part in node.children for row in part.children]
        layout = layout_of(rows, self.indentation, self.context.page)
        head, *body = [self.row(row, layout) for row in rows]
        has_row_heads = bool(body) and all(_is_bold(row.children[0]) for row in rows[1:])
        table = Table(layout, head, tuple(body), has_row_heads)
        return str(self.context.table(table)).strip("\n")

    def row(self, row: SyntaxTreeNode, layout: Layout) -> NoEscape:
        cells = (f"{layout.cell_prefix(i)}{self.cell(c)}" for i, c in enumerate(row.children))
        return NoEscape(" & ".join(cells))

    def cell(self, cell: SyntaxTreeNode) -> str:
        text = self.without_footnotes("a table", lambda: self.inline(cell.children[0]))
        return str(Command("textbf", NoEscape(text)).dumps()) if cell.tag == "th" else text

    # Spans

    def span_text(self, node: SyntaxTreeNode) -> str:
        text = escape(node.content)
        if _is_citation(node.next_sibling) and text.endswith(" "):
            return f"{text[:-1]}~"
        return str(text)

    span_fact = span_text

    def span_formula(self, node: SyntaxTreeNode) -> str:
        formula: Formula = node.meta["formula"]
        around = node.parent.parent if node.parent is not None else None
        if self.where == _HEADING:
            latex = formula_in_heading(formula)
        elif formula.is_display and around is not None and around.type == "paragraph":
            latex = displayed_formula(formula)
        else:
            latex = formula_in_line(formula)
        self.line += node.content.count("\n")
        return str(latex)

    def span_softbreak(self, node: SyntaxTreeNode) -> str:
        self.line += 1
        tie = "~%" if _is_citation(node.next_sibling) else ""
        return f"{tie}\n{self.mark()}"

    def span_hardbreak(self, _node: SyntaxTreeNode) -> str:
        self.line += 1
        return f"\\\\\n{self.mark()}"

    def span_em(self, node: SyntaxTreeNode) -> str:
        return str(Command("emph", self.spans(node)).dumps())

    def span_strong(self, node: SyntaxTreeNode) -> str:
        return str(Command("textbf", self.spans(node)).dumps())

    def span_code_inline(self, node: SyntaxTreeNode) -> str:
        return str(Command("texttt", escape_code(node.content)).dumps())

    def span_link(self, node: SyntaxTreeNode) -> str:
        address = str(node.attrs["href"])
        if address.startswith("#"):
            return str(self.spans(node))
        if not address.startswith(LINK_SCHEMES) and self.context.own and self.read.file:
            own = self.context.own.address_of(address, self.read.file)
            if own == "":
                return str(self.spans(node))
            address = own or address
        if not address.startswith(LINK_SCHEMES):
            self.report_error(
                "not-a-url", f"`{address}` is no web address", "write https:// and the address"
            )
        words = "".join(child.content for child in node.children)
        shown_as = shown_address(words) if address in {words, f"mailto:{words}"} else None
        if shown_as is not None and self.where != _HEADING:  # whose bookmark holds no command
            shown = Command("nolinkurl", shown_as)
            return f"\\href{{{escape_address(address)}}}{{{shown.dumps()}}}"
        return f"\\href{{{escape_address(address)}}}{{{self.spans(node)}}}"

    def span_citation(self, node: SyntaxTreeNode) -> str:
        keys = NoEscape(",".join(node.meta["keys"]))
        locator = node.meta["locator"]
        options = [NoEscape(f"{{{escape(locator)}}}")] if locator else None
        return str(Command("cite", keys, options).dumps())

    def span_footnote_ref(self, node: SyntaxTreeNode) -> str:
        if self.where is not None:
            hint = "put the mark behind a word of the text, or say it in brackets"
            self.report_error("misplaced-footnote", f"{self.where} cannot hold a footnote", hint)
            return ""
        number = node.meta["id"]
        notes = (other for other in self.read.tree.walk() if other.type == "footnote")
        note = next(found for found in notes if found.meta["id"] == number)
        line = self.line
        text = self.without_footnotes("a footnote", lambda: self.blocks(note.children))
        self.line = line
        return f"\\footnote{{{text}}}"

    def without_footnotes(self, where: str, write: Callable[[], str]) -> str:
        """Set a part of the text in which LaTeX can set no footnote."""
        around, self.where = self.where, where
        text = write()
        self.where = around
        return text

    def span_footnote_anchor(self, _node: SyntaxTreeNode) -> str:
        return ""

    def span_image(self, node: SyntaxTreeNode) -> str:
        self.report_error(
            "picture-in-sentence",
            "a picture stands in a paragraph of its own",
            "put an empty line before and after it",
        )
        return ""


def _lines_from_right(nodes: list[SyntaxTreeNode]) -> list[str]:
    """The lines with which some nodes begin, as long as one goes on from right to left."""
    lines: list[str] = []
    for text, end in zip_longest(nodes[::2], nodes[1::2]):
        if text.type != "text":
            break
        lines.append(text.content)
        if end is None or end.type != "softbreak" or not runs_from_right(text.content):
            break
    return lines if any(map(runs_from_right, lines)) else lines[:1]


def _is_citation(node: SyntaxTreeNode | None) -> bool:
    """Whether a number in brackets follows, which no line should begin with."""
    return node is not None and node.type == "citation"


def _is_bold(cell: SyntaxTreeNode) -> bool:
    """Whether all that a table's cell says is bold."""
    parts = [part for part in cell.children[0].children if part.type != "text" or part.content]
    return bool(parts) and all(part.type == "strong" for part in parts)
