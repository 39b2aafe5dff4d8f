"""Turns the HTML that Mammoth makes of a document into the blocks of a paper's text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from urllib.parse import parse_qs

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Span
from proposal.importers.author_block import GAP, raised
from proposal.importers.draft import Warn
from proposal.importers.latex.paper_tree import (
    Block,
    Emphasis,
    Footnote,
    Hyperlink,
    Inline,
    Items,
    LineBreak,
    PaperFigure,
    Paragraph,
    Preformatted,
    Quote,
    SectionTitle,
    Tabular,
    TypedText,
    plain,
    trimmed,
)
from proposal.importers.markdown_text import LINKED
from proposal.importers.reaching_cells import reach
from proposal.importers.word.preparation import (
    BULLET,
    FORMULA_END,
    FORMULA_START,
    NUMBER_END,
    NUMBER_START,
)
from proposal.importers.word.word_biographies import RowWithPictures, biographies_in
from proposal.importers.word.word_forms import answer_of, is_form, label_of
from proposal.importers.word.word_pictures import WordPictures
from proposal.reading.page_tree import Element
from proposal.source.web_address import split_address

_NOTE = re.compile(r"#(?:footnote|endnote)-(?!ref-)(.+)")
"""The address of a note: `#footnote-1`, `#endnote-2`."""
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\uf000-\uf8ff]")
"""What nobody sees in Word: places for hyphens, and signs of fonts that other programs lack."""
_FORMULA = re.compile(f"{FORMULA_START}(\\d+){FORMULA_END}")
"""The number of a formula between the signs that stand around it."""
_NUMBER = re.compile(f"{NUMBER_START}(\\d+){NUMBER_END}")
"""The number of an item between the signs that stand around it."""
_CAPTION = re.compile(r"^\s*(?:figure|fig\.?|abbildung|abb\.)\s*\d*\s*[.:–—-]?\s*", re.IGNORECASE)
"""`Figure 1: `, `Abb. 2 – `"""
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUNK = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_NUMBER_ALONE = re.compile(r"\s*\(\d{1,3}(?:\.\d{1,3})?\)\s*")
"""An example: what stands beside a formula, `(2)`."""
_LONGEST_HEAD = 5
"""Words in a cell that heads a column."""
_INLINE = {"strong", "b", "em", "i", "a", "sup", "sub", "s", "u", "br", "img", "input", "span"}


class WordBlock(Struct, frozen=True):
    """A block of a document, and what its style says of it."""

    block: Block
    kind: str
    """The class of its paragraph: `title`, `author`, `caption`, `look1`; empty for most."""
    lines: tuple[str, ...] = ()
    """The lines of a paragraph with raised marks, as lists of authors have them."""


class WordBlocks(Struct):
    """The making of blocks."""

    file: Path
    warn: Warn
    pictures: WordPictures
    formula: Callable[[int, Span], str]
    """The words of a formula by its number."""
    notes: dict[str, Element] = field(default_factory=dict)
    count: int = 0
    """The blocks so far, which give places."""
    excerpts: dict[int, tuple[str, str]] = field(default_factory=dict)
    """The heading above each block, and the words with which it begins."""
    heading: str = ""
    figures: list[Block] = field(default_factory=list)
    """Pictures in the paragraph that is being read, which stand behind it."""

    def read(self, root: Element) -> list[WordBlock]:
        """All blocks of a document; its notes stand where they are marked."""
        elements = root.elements
        for element in elements:
            if element.tag == "ol":
                self.notes |= _notes_in(element)
        blocks: list[WordBlock] = []
        for element in elements:
            if not (element.tag == "ol" and _notes_in(element)):
                blocks += self.element(element)
        return _with_lists(_with_captions(blocks))

    def place(self, element: Element) -> Span:
        """The number of a block, which stands for its place until messages are written."""
        self.count += 1
        words = " ".join(_FORMULA.sub("…", _NUMBER.sub("", element.text)).split())
        if re.fullmatch(r"h\d", element.tag) or element.attributes.get("class", "").startswith(
            "look"
        ):
            self.heading = words
        self.excerpts[self.count] = (self.heading, words)
        return Span(self.file, self.count, 1, 1)

    def element(self, element: Element) -> list[WordBlock]:
        """The blocks of one element."""
        kind = element.attributes.get("class", "")
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                place = self.place(element)
                spans, behind = self.paragraph_spans(element, place)
                title = SectionTitle(int(element.tag[1]), spans, place)
                return [WordBlock(title, kind), *behind] if plain(spans) else behind
            case "ul" | "ol":
                return [self.items(element)] if element.elements else []
            case "table":
                return self.table(element)
            case "p":
                return self.paragraph(element, kind)
            case _:
                return [block for child in element.elements for block in self.element(child)]

    def paragraph(self, element: Element, kind: str) -> list[WordBlock]:
        """The blocks of a paragraph: its words, and the pictures in it."""
        place = self.place(element)
        spans, behind = self.paragraph_spans(element, place)
        lines = tuple(_author_lines(element))
        if not spans:
            empty = WordBlock(Paragraph((), place), "empty")
            return behind or [empty]
        block: Block = Paragraph(spans, place)
        if kind == "quote":
            block = Quote((block,), place)
        elif kind == "code":
            block = Preformatted("".join(_plain_text(element)), place)
        return [WordBlock(block, kind, lines), *behind]

    def paragraph_spans(
        self, element: Element, place: Span
    ) -> tuple[tuple[Inline, ...], list[WordBlock]]:
        """The spans of a paragraph, and the pictures in it."""
        before, self.figures = self.figures, []
        spans = trimmed(self.spans(element.children, place))
        behind = [WordBlock(figure, "figure") for figure in self.figures]
        self.figures = before
        return spans, behind

    # Lists and tables

    def items(self, element: Element) -> WordBlock:
        """A list."""
        place = self.place(element)
        items = tuple(tuple(self.inner(item)) for item in element.elements if item.tag == "li")
        filled = tuple(item for item in items if item)
        number = _NUMBER.search("".join(_plain_text(element)))
        start = int(number[1]) if number else 1
        is_numbered = element.tag == "ol"
        return WordBlock(Items(filled, place, is_numbered, start if is_numbered else 1), "")

    def inner(self, element: Element) -> list[Block]:
        """The blocks in an item, a cell or a note; loose words are a paragraph."""
        blocks: list[Block] = []
        loose: list[Element | str] = []
        for child in [*element.children, None]:
            if isinstance(child, str) or (child is not None and child.tag in _INLINE):
                loose.append(child)
                continue
            words = Element("p", element.span, {}, loose)
            if loose and (words.text or words.all("img")):
                blocks += [made.block for made in self.paragraph(words, "") if made.kind != "empty"]
            loose = []
            if child is not None:
                blocks += [made.block for made in self.element(child) if made.kind != "empty"]
        return blocks

    def table(self, element: Element) -> list[WordBlock]:
        """A table with the pictures in it, or the blocks of a frame around text."""
        place = self.place(element)
        rows = [row for row in element.all("tr") if _is_of(row, element)]
        if len(rows) == 1:  # a frame around text, or a formula with its number
            cells = [cell for cell in rows[0].elements if not _NUMBER_ALONE.fullmatch(cell.text)]
            lines = tuple("\n".join(_author_lines(cell)) for cell in cells if cell.text)
            blocks = [block for cell in cells for block in self.inner(cell)]
            first = [WordBlock(block, "", lines) for block in blocks[:1]]
            return [*first, *(WordBlock(block, "") for block in blocks[1:])]
        if is_form([[cell.text for cell in row.elements] for row in rows]):
            return [block for row in rows for block in self.answer(row)]
        grid = _SpannedRows()
        read = [self.row(row, grid, place) for row in rows]
        if biographies := biographies_in(read, place):
            return [WordBlock(block, "") for block in biographies]
        if entries := _numbered_entries(grid.rows, place):
            return [WordBlock(entries, "")]
        figures = [figure for row in read for figure in row.pictures]
        full = grid.rows
        if not full:
            return []
        is_head = bool(element.all("thead")) or _is_all_bold(full[0]) or _looks_like_head(full)
        header = tuple(map(_unbold, full[0])) if is_head else ((),) * len(full[0])
        table = Tabular(header, tuple(full[1:] if is_head else full), "l" * len(full[0]), place)
        if grid.has_spans:
            message = "a cell over several columns or rows stands in the first of them"
            self.warn("layout-not-kept", message, place)
        lines = tuple(
            "\n".join(_author_lines(cell)) for row in rows for cell in row.elements if cell.text
        )
        behind = [WordBlock(figure, "figure") for figure in figures]
        return [WordBlock(table, "", lines), *behind]

    def answer(self, row: Element) -> list[WordBlock]:
        """The answer of a row of a form, below its label as a heading."""
        label, said = row.elements
        place = self.place(row)
        words = " ".join(label.text.split()).strip(" :*")
        kind = label_of(words)
        if kind in {"title", "acronym"}:
            answer = " ".join(said.text.split())
            kind = "form-title" if kind == "title" else kind
            return [WordBlock(Paragraph((TypedText(answer),), place), kind)] if answer else []
        blocks = answer_of(self.inner(said), kind)
        if kind in {"abstract", "keywords"}:
            return [WordBlock(block, kind) for block in blocks]
        heading = WordBlock(SectionTitle(1, (TypedText(words),), place), "")
        return [heading, *(WordBlock(block, "") for block in blocks)] if blocks else []

    def row(self, element: Element, grid: _SpannedRows, place: Span) -> RowWithPictures:
        """A row, which is added to the others."""
        before, self.figures = self.figures, []
        cells = [(cell, self.cell(cell, place)) for cell in element.elements]
        figures, self.figures = self.figures, before
        grid.add(cells)
        return RowWithPictures(tuple(spans for _, spans in cells), tuple(figures))

    def cell(self, element: Element, place: Span) -> tuple[Inline, ...]:
        """The words of a cell, its paragraphs in one line."""
        if element.all("table"):
            message = "a table within a table is set as the words of a cell"
            self.warn("layout-not-kept", message, place)
        spans: list[Inline] = []
        for block in self.inner(element):
            inner = _spans_of(block)
            spans += [LineBreak(), *inner] if spans and inner else inner
            if isinstance(block, PaperFigure):
                self.figures.append(block)
        return trimmed(spans)

    # Words

    def spans(self, children: Iterable[Element | str], place: Span) -> list[Inline]:
        """The spans of some words."""
        found: list[Inline] = []
        for child in children:
            if isinstance(child, str):
                found += self.words(child, place)
            else:
                found += self.span(child, place)
        return found

    def words(self, text: str, place: Span) -> list[Inline]:
        """Words, with formulas where their numbers stand."""
        clean = re.sub(r"[ \t\r\n]+", " ", _INVISIBLE.sub("", _NUMBER.sub("", text)))
        pieces = _FORMULA.split(clean)
        return [
            TypedText(self.formula(int(piece), place) if index % 2 else piece)
            for index, piece in enumerate(pieces)
            if piece
        ]

    def span(self, element: Element, place: Span) -> list[Inline]:
        """The spans of one element."""
        match element.tag:
            case "strong" | "b" | "em" | "i":
                inner = tuple(self.spans(element.children, place))
                is_bold = element.tag in {"strong", "b"}
                return [Emphasis(inner, is_bold)] if plain(inner) else list(inner)
            case "a":
                return self.link(element, place)
            case "sup" | "sub":
                return self.script(element, place)
            case "br":
                return [LineBreak()]
            case "img":
                self.picture(element, place)
                return []
            case "input":
                return [TypedText("☑ " if "checked" in element.attributes else "☐ ")]
            case _:
                return self.spans(element.children, place)

    def link(self, element: Element, place: Span) -> list[Inline]:
        """The words of a link."""
        address = element.attributes.get("href", "")
        inner = self.spans(element.children, place)
        if address.startswith("#") or not address:
            return inner
        if address.startswith(LINKED) and plain(inner):
            return [Hyperlink(_without_tracking(address), tuple(inner))]
        if plain(inner):
            self.warn(
                "not-a-url", f"{address} is no web address, so only its words are kept", place
            )
        return inner

    def script(self, element: Element, place: Span) -> list[Inline]:
        """Raised or lowered words: the mark of a note, or digits that Unicode has raised."""
        links = element.all("a")
        found = _NOTE.fullmatch(links[0].attributes.get("href", "")) if links else None
        if found and links[0].attributes["href"][1:] in self.notes:
            note = self.notes[links[0].attributes["href"][1:]]
            return [Footnote(tuple(self.inner(_without_arrow(note))))]
        text = element.text
        table = _RAISED if element.tag == "sup" else _SUNK
        if text and all(ord(sign) in table for sign in text):
            return [TypedText(text.translate(table))]
        return self.spans(element.children, place)

    def picture(self, element: Element, place: Span) -> None:
        """Keep a picture for behind the paragraph, or say why it is left out."""
        description = " ".join(_INVISIBLE.sub("", element.attributes.get("alt", "")).split())
        name = self.pictures.name_of(element.attributes.get("src", ""))
        if name is None:
            kind = self.pictures.kind_of(element.attributes.get("src", ""))
            message = f"a picture is {kind}, which PDFs and pages cannot show; it is left out"
            self.warn("not-a-picture", message, place)
            return
        self.figures.append(PaperFigure(name, description, (), place))


class _SpannedRows(Struct):
    """The cells of a table, of which some reach over several columns or rows."""

    rows: list[tuple[tuple[Inline, ...], ...]] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)
    """Columns in which a cell above reaches into so many further rows."""
    has_spans: bool = False

    def add(self, cells: Sequence[tuple[Element, tuple[Inline, ...]]]) -> None:
        """Add a row."""
        row: list[tuple[Inline, ...]] = []
        for element, spans in cells:
            self.skip(row)
            wide, high = reach(element, "colspan"), reach(element, "rowspan")
            self.has_spans |= wide > 1 or high > 1
            for column in range(len(row), len(row) + wide):
                if high > 1:
                    self.reaching[column] = high - 1
            row += [spans, *[()] * (wide - 1)]
        self.skip(row)
        width = max(len(row), *(len(other) for other in self.rows), 0)
        self.rows = [(*other, *[()] * (width - len(other))) for other in [*self.rows, tuple(row)]]

    def skip(self, row: list[tuple[Inline, ...]]) -> None:
        """Leave the columns empty into which a cell above reaches."""
        while self.reaching.get(len(row), 0) > 0:
            self.reaching[len(row)] -= 1
            row.append(())


def _numbered_entries(rows: Sequence[Sequence[tuple[Inline, ...]]], place: Span) -> Items | None:
    """The list that a table of numbers and texts is: `[1]` and a reference."""
    if not rows or any(len(row) != 2 or not row[1] for row in rows):
        return None
    numbers = [re.fullmatch(r"\[?(\d{1,3})[\].]", plain(row[0])) for row in rows]
    found = [int(number[1]) for number in numbers if number]
    if found != list(range(1, len(rows) + 1)):
        return None
    items = tuple((Paragraph(row[1], place),) for row in rows)
    return Items(items, place, is_numbered=True)


def _is_of(row: Element, table: Element) -> bool:
    """Whether a row is the table's own, and none of a table within it."""
    return not any(row in inner.all("tr") for inner in table.all("table") if inner is not table)


def _is_all_bold(row: Sequence[tuple[Inline, ...]]) -> bool:
    filled = [cell for cell in row if cell]
    return bool(filled) and all(
        all(isinstance(span, Emphasis) and span.is_bold for span in cell if plain((span,)))
        for cell in filled
    )


def _looks_like_head(rows: Sequence[Sequence[tuple[Inline, ...]]]) -> bool:
    """Whether the first of some rows has a short word or two in each cell, and no number."""
    words = [plain(cell) for cell in rows[0]]
    are_short = all(text and len(text.split()) <= _LONGEST_HEAD for text in words)
    return (
        len(rows) > 2 and len(words) > 1 and are_short and not re.search(r"[\d@]", " ".join(words))
    )


def _unbold(cell: tuple[Inline, ...]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for span in cell:
        found += span.spans if isinstance(span, Emphasis) and span.is_bold else (span,)
    return tuple(found)


def _spans_of(block: Block) -> list[Inline]:
    match block:
        case Paragraph(spans=spans) | SectionTitle(spans=spans):
            return list(spans)
        case Items(items=items):
            joined: list[Inline] = []
            for item in items:
                inner = [span for part in item for span in _spans_of(part)]
                joined += [TypedText("; "), *inner] if joined else inner
            return joined
        case Quote(blocks=blocks):
            return [span for inner in blocks for span in _spans_of(inner)]
        case Tabular(header=header, rows=rows):
            cells = [cell for row in (header, *rows) for cell in row if cell]
            return [span for cell in cells for span in (*cell, TypedText(" "))]
        case Preformatted(text=text):
            return [TypedText(text)]
        case _:
            return []


def _notes_in(element: Element) -> dict[str, Element]:
    """The notes that a list at the end of the document holds, by their names."""
    items = [item for item in element.elements if item.tag == "li"]
    notes = {item.attributes.get("id", ""): item for item in items}
    is_list_of_notes = all(_NOTE.fullmatch(f"#{name}") for name in notes)
    return notes if items and is_list_of_notes else {}


def _without_arrow(note: Element) -> Element:
    """A note without the arrow that leads back."""
    kept = [
        Element(
            child.tag,
            child.span,
            child.attributes,
            [
                inner
                for inner in child.children
                if not (
                    isinstance(inner, Element)
                    and inner.attributes.get("href", "").startswith(
                        ("#footnote-ref", "#endnote-ref")
                    )
                )
            ],
        )
        if isinstance(child, Element)
        else child
        for child in note.children
    ]
    return Element(note.tag, note.span, note.attributes, list(kept))


def _author_lines(element: Element) -> list[str]:
    """The lines of a paragraph or a cell, with marks where words are raised."""
    text = "".join(_marked_text(element))
    return [" ".join(line.split(" ")).strip() for line in text.split("\n") if line.strip()]


def _marked_text(element: Element) -> Iterable[str]:
    for child in element.children:
        if isinstance(child, str):
            yield re.sub(r"\t+| {4,}", GAP, _INVISIBLE.sub("", _NUMBER.sub("", child))).replace(
                "\n", " "
            )
        elif child.tag == "br":
            yield "\n"
        elif child.tag == "sup":
            yield raised(child.text) if not child.all("a") else ""
        else:
            yield from _marked_text(child)
            if child.tag in {"p", "li"}:
                yield "\n"


def _plain_text(element: Element) -> Iterable[str]:
    for child in element.children:
        if isinstance(child, str):
            yield _INVISIBLE.sub("", child)
        elif child.tag == "br":
            yield "\n"
        else:
            yield from _plain_text(child)


def _without_tracking(address: str) -> str:
    """The address to which Google's export leads through its own: `google.com/url?q=…`."""
    parts = split_address(address)
    if parts is not None and (parts.netloc, parts.path) == ("www.google.com", "/url"):
        return parse_qs(parts.query).get("q", [address])[0]
    return address


def _with_lists(blocks: Sequence[WordBlock]) -> list[WordBlock]:
    """Paragraphs before which somebody typed bullets as the items of a list."""
    found: list[WordBlock] = []
    is_within = False
    for block in blocks:
        paragraph = block.block
        bare = _without_bullet(paragraph) if isinstance(paragraph, Paragraph) else None
        last = found[-1].block if found else None
        if bare is not None and is_within and isinstance(last, Items):
            found[-1] = WordBlock(replace(last, items=(*last.items, (bare,))), "")
        elif bare is not None:
            found.append(WordBlock(Items(((bare,),), bare.place), ""))
        else:
            found.append(block)
        is_within = bare is not None
    return found


def _without_bullet(paragraph: Paragraph) -> Paragraph | None:
    first = paragraph.spans[0] if paragraph.spans else None
    inner = first.spans[0] if isinstance(first, Emphasis) and first.spans else first
    if not isinstance(inner, TypedText) or not BULLET.match(inner.text):
        return None
    text = TypedText(BULLET.sub("", inner.text, count=1))
    head: Inline = text
    if isinstance(first, Emphasis):
        head = replace(first, spans=(text, *first.spans[1:]))
    spans = trimmed((head, *paragraph.spans[1:]))
    return replace(paragraph, spans=spans) if plain(spans) else None


def _with_captions(blocks: Sequence[WordBlock]) -> list[WordBlock]:
    """Pictures with the captions below them."""
    found: list[WordBlock] = []
    for block in blocks:
        paragraph = block.block
        above = next((other for other in reversed(found) if other.kind != "empty"), None)
        picture = above.block if above else None
        if (
            isinstance(paragraph, Paragraph)
            and isinstance(picture, PaperFigure)
            and not picture.caption
            and paragraph.spans
            and (block.kind == "caption" or _CAPTION.match(plain(paragraph.spans)))
        ):
            words = _CAPTION.sub("", plain(paragraph.spans))
            caption = (TypedText(words),) if words else ()
            figure = PaperFigure(picture.file, picture.description, caption, picture.place)
            found[max(index for index, other in enumerate(found) if other is above)] = WordBlock(
                figure, "figure"
            )
        else:
            found.append(block)
    return found
