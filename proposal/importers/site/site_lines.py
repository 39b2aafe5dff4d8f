"""Flattens a page to its lines: each with the headings, the item and the cell that it stands in.

However a page is marked up (lists, tables, cards, line breaks), its facts stand in lines under
headings. What reads facts looks at lines alone, and asks of their markup no more than is said here.
"""

from __future__ import annotations

import re
from typing import TypedDict, Unpack

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.reaching_cells import cells_by_column, covering_cells
from proposal.importers.site.inline_boxes import is_monogram, with_boxes_apart
from proposal.importers.site.line_starts import line_start
from proposal.importers.site.material_links import with_links_apart
from proposal.importers.site.name_likeness import is_institution, person_name
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import is_heading_text, topic_of
from proposal.importers.site.timetable_grids import GridColumn, TimetableGrid, read_grid
from proposal.reading.hours import read_hours
from proposal.reading.page_tree import (
    BLOCKS,
    HEADINGS,
    HIDDEN,
    Element,
    PageLine,
    StyledRun,
    lines_of,
)
from proposal.reading.source_document import SourceDocument

_LEFT_OUT = HIDDEN | {"nav", "footer", "button", "form", "select", "title", "head"}
"""Elements that hold nothing of the page's text: menus, controls, scripts."""
_ORG_FOOT = "postamble"
"""The box in which Emacs says who has exported a page of Org, and when."""
_FRAMES = {"iframe", "embed", "object"}
_ITEMS = {"li", "tr", "dt"}
_TYPED_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+")
"""`https://example.org/wsp`"""
_FOOTER = re.compile(
    r"(?:©|\(c\)\s|copyright\b|(?:web\s?site|page|template|theme)\s+(?:design(?:ed)?\s+)?by\b"
    r"|(?:powered|designed)\s+by\b|(?:template|theme)\s+design\b|all\s+rights\s+reserved)",
    re.IGNORECASE,
)
"""What stands at the end of a page and tells nothing: `© 2026 WSP | Template design by Example`."""
LABEL_LEVEL = 8
"""The level of a line that serves as a heading without being marked up as one."""

_LONGEST_HEADING = 90
_LONGEST_PROSE_HEADING = 250
"""A heading of more letters is a paragraph in large type, as editors of pages make them."""


class SiteLine(Struct, frozen=True):
    """A line of a page as it is read, and what it stands in."""

    line: PageLine
    span: Span
    tag: str
    """The innermost block that it stands in: `li`, `td`, `p`, `h3`."""
    marks: str
    """The classes of that block."""
    block: int
    """The number of that block on the page."""
    position: int
    """Its number among the lines of that block."""
    item: int = 0
    """The number of the list item or table row that it stands in; 0 if there is none."""
    cell: int = -1
    """The column of the table that it stands in; -1 outside of tables."""
    depth: int = 0
    """How many lists it stands in."""
    table: int = 0
    """The number of the table that it stands in; 0 outside of tables."""
    card: int = 0
    """The number of the box that it stands in, beside others of the same make."""
    column: GridColumn | None = None
    """The column of a timetable with several that begins with this line."""
    materials: dict[str, str] = field(default_factory=dict)
    """Where links behind its words lead, by the keys of the data: slides, a recording."""

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.line.text

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.tag in HEADINGS

    @property
    def is_bold(self) -> bool:
        """Whether the whole line is bold, or a heading."""
        return self.is_heading or (bool(self.text) and self.line.is_all("bold"))

    @property
    def addresses(self) -> list[str]:
        """Where the line links to, in order, and the addresses that it spells out."""
        linked = [run.address for run in self.line.runs if run.address]
        typed = [match[0].rstrip(".,;)") for match in _TYPED_ADDRESS.finditer(self.text)]
        return list(dict.fromkeys([*linked, *typed]))


class Passage(Struct):
    """What stands under a heading, up to the next one."""

    page: SourceDocument
    title: str
    level: int
    span: Span
    path: tuple[str, ...]
    """The titles of the headings that it stands under, the outermost first, and its own."""
    lines: list[SiteLine] = field(default_factory=list)
    blocks: list[Element] = field(default_factory=list)
    """The blocks of which the lines are, for prose."""
    heading: SiteLine | None = None
    """The heading itself."""
    frames: list[Element] = field(default_factory=list)
    """What is shown of other sites, as a table of Google's in a frame."""
    without_hours: list[Element] = field(default_factory=list)
    """Cells of a timetable with several columns that no hours stand beside."""

    @property
    def text(self) -> str:
        """All lines, one under the other."""
        return "\n".join(line.text for line in self.lines)


def passages_of(page: SourceDocument) -> list[Passage]:
    """The passages of a page; what stands before the first heading has no title."""
    reader = _PassageReader(page)
    reader.read(page.tree)
    return [one for one in reader.passages if one.title or one.lines or one.frames]


_MOST_ABOVE = 3
"""So many lines may stand above the heading of their box: day, month, and what it is called."""


class _Where(TypedDict, total=False):
    """In which item, cell, table and box a line stands, by the fields of a line."""

    item: int
    cell: int
    depth: int
    table: int
    card: int


class _PassageReader:
    def __init__(self, page: SourceDocument) -> None:
        self.page = page
        self.passages = [Passage(page, "", 0, page.tree.span, ())]
        self.above: list[tuple[int, str]] = []
        self.label_marks: dict[str, str] = {}
        """The classes of boxes that served as headings, by what they say."""
        self.blocks = 0
        self.items = 0
        self.tables = 0
        self.cards = 0
        self.begun: dict[int, tuple[Passage, int, int]] = {}
        """In which passage each box begins, behind how many lines and blocks."""
        self.timetables = 0
        """How many tables whose rows begin with hours are open."""

    def read(self, element: Element, **where: Unpack[_Where]) -> None:
        """Read the blocks in an element, with the text that stands beside them."""
        beside: list[Element | str] = []
        cards = _cards_in(element)
        for child in element.children:
            if isinstance(child, Element) and child.tag in _FRAMES:
                self.passages[-1].frames.append(child)
            if isinstance(child, Element) and (
                child.tag in _LEFT_OUT | _FRAMES
                or is_monogram(child)
                or child.attributes.get("id") == _ORG_FOOT
            ):
                continue
            if isinstance(child, Element) and _holds_blocks(child):
                self._lines_of(
                    Element(element.tag, _begin(beside, element), {}, beside), element, where
                )
                beside = []
                inner = where
                if any(child is card for card in cards):
                    self.cards += 1
                    inner = where | {"card": self.cards}
                    last = self.passages[-1]
                    self.begun[self.cards] = last, len(last.lines), len(last.blocks)
                self._block(child, inner)
            else:
                beside.append(child)
        self._lines_of(Element(element.tag, _begin(beside, element), {}, beside), element, where)

    def _block(self, block: Element, where: _Where) -> None:
        text = block.text if block.tag in HEADINGS and not self.timetables else ""
        if text and len(text) <= _LONGEST_PROSE_HEADING:
            name, below = _name_with_more(block)
            self._heading(name or text, int(block.tag[1]), block, where)
            self._below_name(below, block, where)
        elif block.tag in {"ul", "ol", "dl"}:
            if not is_menu(block):
                self._list(block, where | {"depth": where.get("depth", 0) + 1})
        elif block.tag == "table":
            self.tables += 1
            self._table(block, where | {"table": self.tables})
        else:
            self.read(block, **where)

    def _list(self, block: Element, where: _Where) -> None:
        self.passages[-1].blocks.append(block)
        for child in block.elements:
            if child.tag in _ITEMS or child.tag == "div":
                self.items += 1
            self.read(child, **where | {"item": self.items})

    def _table(self, block: Element, where: _Where) -> None:
        self.passages[-1].blocks.append(block)
        grid = read_grid(block)
        is_timetable = grid is not None or _is_timetable(block)
        self.timetables += is_timetable
        if grid is not None:
            self._grid(grid, where)
            self.timetables -= 1
            return
        rows = block.all("tr")
        for cells in _cells_of_rows(rows, is_timetable=is_timetable):
            self.items += 1
            for column, cell in enumerate(cells):
                if cell is not None:
                    self.read(cell, **where | {"item": self.items, "cell": column})
        self.timetables -= is_timetable

    def _grid(self, grid: TimetableGrid, where: _Where) -> None:
        """Read a timetable with several columns, one below the other."""
        self.passages[-1].without_hours += grid.without_hours
        for column in grid.columns:
            self.items += 1
            span = column.parts[0].cell.span
            self._add(column.head, span, where | {"item": self.items, "cell": 0}, column)
            for part in column.parts:
                self.items += 1
                if part.hours:
                    inner = where | {"item": self.items, "cell": 0}
                    self._add(part.hours, part.cell.span, inner)
                self.read(part.cell, **where | {"item": self.items, "cell": 1})

    def _add(self, text: str, span: Span, where: _Where, column: GridColumn | None = None) -> None:
        """Add a line of a cell that holds nothing else."""
        self.blocks += 1
        line = PageLine((StyledRun(text),))
        self.passages[-1].lines.append(
            SiteLine(line, span, "td", "", self.blocks, 0, column=column, **where)
        )

    def _heading(self, text: str, level: int, block: Element, where: _Where) -> None:
        if where.get("card"):
            level = max(level, self._level_in_box())
        level = self._below_label(text, level)
        self.above = [*(found for found in self.above if found[0] < level), (level, text)]
        path = tuple(title for _, title in self.above)
        passage = Passage(self.page, text, level, block.span, path)
        self.blocks += 1
        lines = lines_of(block)
        if lines:
            whole = _on_one_line(lines if text != lines[0].text else lines[:1])
            bare, materials = with_links_apart(whole)
            passage.heading = SiteLine(
                bare,
                block.span,
                f"h{min(level, 6)}",
                _marks(block),
                self.blocks,
                0,
                materials=materials,
                **where,
            )
        self._take_above(passage, where)
        self.passages.append(passage)

    def _below_name(self, lines: list[PageLine], block: Element, where: _Where) -> None:
        """Read what stands in a heading below a name: `<h4>Ann Author<br>University</h4>`."""
        self.blocks += bool(lines)
        for position, line in enumerate(lines, 1):
            bare, materials = with_links_apart(line)
            self.passages[-1].lines.append(
                SiteLine(
                    bare, block.span, "p", "", self.blocks, position, materials=materials, **where
                )
            )

    def _below_label(self, text: str, level: int) -> int:
        """The level of a heading; one deeper, if what stands right above it is the section's label.

        Pages have `Important dates` in small letters above a slogan, or `Workshop Chair` above a
        name.
        """
        last = self.passages[-1]
        is_label = last.level == LABEL_LEVEL > level and not last.lines and last.heading is not None
        if not is_label or topic_of(last.title) is None or topic_of(text) is not None:
            return level
        outer = [found for found in self.above[:-1] if found[0] < level]
        self.above = [*outer, (level, last.title)]
        last.level, last.path = level, tuple(title for _, title in self.above)
        return level + 1

    def _take_above(self, passage: Passage, where: _Where) -> None:
        """Give what stands in a box above its first heading to that heading."""
        last = self.passages[-1]
        begun = self.begun.pop(where.get("card", 0), None)
        if begun is None or begun[0] is not last or passage.level >= LABEL_LEVEL:
            return
        _, lines, blocks = begun
        above = [line.text for line in last.lines[lines:]]
        if len(above) > _MOST_ABOVE or any(read_hours(text) or line_start(text) for text in above):
            return  # hours begin a row, and people stand below the heading of before
        passage.lines, passage.blocks = last.lines[lines:], last.blocks[blocks:]
        del last.lines[lines:], last.blocks[blocks:]

    def _level_in_box(self) -> int:
        """The least level of headings in boxes side by side: right below a heading, one below it.

        Themes show people in boxes with `<h2>` below the `<h2>` that says who they are.
        """
        outer = next(
            (one for one in reversed(self.passages) if one.heading is None or not one.heading.card),
            None,
        )
        is_alone = outer is not None and outer.level and not outer.lines
        return outer.level + 1 if outer is not None and is_alone else 0

    def _lines_of(self, piece: Element, block: Element, where: _Where) -> None:
        apart = with_boxes_apart(piece)
        lines = lines_of(apart)
        if not lines or _FOOTER.match(lines[0].text):
            return
        if self._is_label(lines, block, where):
            self._label(lines[0], piece, block, where)
            return
        self.blocks += 1
        spans = _spans_of_lines(apart)
        for position, line in enumerate(lines):
            span = spans[position] if position < len(spans) else piece.span
            if position == 0 and len(lines) > 1 and self._is_label([line], block, where):
                self._label(line, piece, block, where)
                continue
            bare, materials = with_links_apart(line)
            self.passages[-1].lines.append(
                SiteLine(
                    bare,
                    span,
                    block.tag,
                    _marks(block),
                    self.blocks,
                    position,
                    materials=materials,
                    **where,
                )
            )
        if not where.get("depth") and not where.get("table"):
            self.passages[-1].blocks.append(_paragraph(piece))

    def _label(self, line: PageLine, piece: Element, block: Element, where: _Where) -> None:
        """Take a line for a heading that is not marked up as one."""
        text = line.text.strip(" :#")
        self.label_marks[text] = _marks(block)
        self._heading(text, LABEL_LEVEL, piece, where)

    def _is_label(self, lines: list[PageLine], block: Element, where: _Where) -> bool:
        """Whether a line alone serves as a heading: bold or in a box, and named like one."""
        if len(lines) != 1 or where.get("item") or block.tag in {"a", "td", "th", "li"}:
            return False
        text = lines[0].text
        # A box of the make of a label above stands beside it, and not below.
        alike = {title for title, marks in self.label_marks.items() if marks == _marks(block) != ""}
        topics_above = {topic_of(title) for _, title in self.above if title not in alike}
        if Topic.SCHEDULE in topics_above or self._is_below_hours():
            return False  # there it is a part of the day
        if (
            len(text) > _LONGEST_HEADING
            or ":" in text.strip(" :")
            or any(run.address for run in lines[0].runs)
        ):
            return False
        boxes = {"summary"} if Topic.DATES in topics_above else {"div", "summary"}
        # among dates, `Submission deadline` in a box is the label of the day beside it
        is_marked = lines[0].is_all("bold") or text.endswith(":") or block.tag in boxes
        is_marked = is_marked or _TYPED_HEADING.match(text) is not None
        return is_marked and is_heading_text(text.strip(" :#"))

    def _is_below_hours(self) -> bool:
        """Whether the line above is from when to when something lasts, and nothing else."""
        above = self.passages[-1].lines[-1].text if self.passages[-1].lines else ""
        hours = read_hours(above)
        return hours is not None and not _WORD.search(above[hours.length :])


_WORD = re.compile(r"[^\W\d_]{2}")
"""Two letters, as of a title behind hours: `9:00–10:00 On Samples`."""
_TYPED_HEADING = re.compile(r"#{1,6}[^\s#]")
"""A heading without the space that makes it one for most converters: `##Organizers`."""


def _name_with_more(heading: Element) -> tuple[str, list[PageLine]]:
    """The name in the first line of a heading and the lines below it; nothing of other ones."""
    first, *others = lines_of(heading) or [PageLine(())]
    return (first.text, others) if others and person_name(first.text) else ("", [])


def _on_one_line(lines: list[PageLine]) -> PageLine:
    """Lines one behind the other, with spaces between them."""
    first, *others = lines
    return PageLine((*first.runs, *(run for line in others for run in (_SPACE, *line.runs))))


_SPACE = StyledRun(" ")


def _begin(children: list[Element | str], element: Element) -> Span:
    """Where a stretch of an element begins."""
    first = next((child for child in children if isinstance(child, Element)), None)
    return (
        first.span
        if first is not None
        and not any(
            isinstance(child, str) and child.strip() for child in children[: children.index(first)]
        )
        else element.span
    )


def _spans_of_lines(piece: Element) -> list[Span]:
    """Where the lines of a piece begin, as far as elements in them say it."""
    return [piece.span, *(element.span for element in piece.walk() if element.tag == "br")]


def _paragraph(piece: Element) -> Element:
    return Element("p", piece.span, piece.attributes, piece.children)


def _holds_blocks(element: Element) -> bool:
    """Whether an element is a block, or has blocks in it."""
    return element.tag in BLOCKS or any(
        inner.tag in BLOCKS for inner in element.walk() if inner is not element
    )


def _is_timetable(table: Element) -> bool:
    """Whether most rows of a table begin with hours: headings in it are titles of sessions."""
    rows = [cells[0].text for row in table.all("tr") if (cells := row.all("td", "th"))]
    return bool(rows) and sum(read_hours(text) is not None for text in rows) * 2 >= len(rows)


def _cells_of_rows(rows: list[Element], *, is_timetable: bool) -> list[list[Element | None]]:
    """The cells of each row at their columns.

    An institution that reaches over the rows of several people stands in each of them.
    """
    begun = cells_by_column(rows)
    if is_timetable:
        return begun
    reached = covering_cells(rows)
    return [
        [
            own or (cell if cell is not None and _reaches_down(cell) else None)
            for own, cell in zip(cells, shown, strict=True)
        ]
        for cells, shown in zip(begun, reached, strict=True)
    ]


def _reaches_down(cell: Element) -> bool:
    """Whether a cell is an institution that stands beside several rows, and in one column."""
    is_high = cell.attributes.get("rowspan", "1") not in {"", "1"}
    is_wide = cell.attributes.get("colspan", "1") not in {"", "1"}
    return is_high and not is_wide and is_institution(cell.text)


def _cards_in(element: Element) -> list[Element]:
    """The boxes of one make that stand side by side in an element: two or more."""
    kinds: dict[tuple[str, str], list[Element]] = {}
    for child in element.elements:
        if child.tag in {"div", "article", "section", "figure", "center", "a", "td"}:
            kinds.setdefault((child.tag, _marks(child)), []).append(child)
    return [box for boxes in kinds.values() if len(boxes) > 1 for box in boxes]


def _marks(block: Element) -> str:
    return block.attributes.get("class", "")


def is_menu(block: Element) -> bool:
    """Whether a list only leads to other places of the site."""
    items = block.all("li")
    if len(items) < 2:
        return False
    return all(_is_step(item) for item in items)


_INTERNAL = re.compile(r"^(?:#|/(?!/)|\./|[\w-]+(?:\.html?)?(?:#.*)?$|\{\{)")
"""A link to the site itself: `#dates`, `/call/`, `call.html`, `{{ site.url }}`."""


def _is_step(item: Element) -> bool:
    links = item.all("a")
    return (
        len(links) >= 1
        and len(item.text) <= 32
        and links[0].text == item.text
        and bool(_INTERNAL.match(links[0].attributes.get("href", "")))
    )
