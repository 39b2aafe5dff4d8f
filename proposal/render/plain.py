"""Makes plain text out of parsed prose, as mailing lists and calendars want it.

Plain text has only the signs that every mail program shows: quotes are straight, dashes are
hyphens, and nothing in it is a control character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct
from rich.cells import cell_len

from proposal.edition.collection import Collection
from proposal.render.prose import LINK_SCHEMES, ProseKind, ReadProse, read_prose
from proposal.render.typography import typographic
from proposal.source.math.math_words import LetterOrder, formula_words
from proposal.source.text import Prose, Verbatim

SetBlock = Callable[[Collection[Any] | Prose], str]
"""Sets a fact that stands in a paragraph of its own."""


class PlainText(str):
    """Text that is laid out already."""

    __slots__ = ()


COLUMNS = 72
"""The longest line that mail programs quote without breaking it (RFC 3676, section 4.2)."""

_NARROWEST = 24
"""Columns that are left for text, however deep it stands in lists."""

_PLAIN = str.maketrans(
    {
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{EN DASH}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{MINUS SIGN}": "-",
        "\N{EM DASH}": "--",
        "\N{HORIZONTAL ELLIPSIS}": "...",
        "\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}",
        "\N{SOFT HYPHEN}": None,
        "\N{ZERO WIDTH SPACE}": None,
    }
)
_SPACES = re.compile(r"[ \t\n\v\f\r\x85\u2028\u2029]+")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, and those that turn the direction of what follows."""


def printable(text: str) -> str:
    """The text in one line, without characters that control how it is shown."""
    shown = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return Verbatim(shown) if isinstance(text, Verbatim) else shown


def printable_lines(code: str) -> list[str]:
    """The lines of a program's text, without characters that control how it is shown."""
    lines = code.rstrip("\n").split("\n")
    return [_unspaced(_INVISIBLE.sub("", line).expandtabs()).rstrip() for line in lines]


@lru_cache(maxsize=1024, typed=True)  # a `Verbatim` is set in another way than the same letters
def plain_line(text: str) -> PlainText:
    """A name, a title or another value as one line of plain text."""
    return PlainText(_unspaced(_plain(typographic(printable(text)))).strip())


def plain_of(
    read: ReadProse,
    set_block: SetBlock,
    width: int | None = COLUMNS,
    *,
    shows_addresses: bool = True,
    order: LetterOrder = LetterOrder.READ,
) -> PlainText:
    """The plain text of parsed prose, without markup.

    Args:
        read: the parsed text.
        set_block: sets a fact that stands in a paragraph of its own.
        width: the columns of a line, which only a longer word or address exceeds; without a
            width every paragraph is one line.
        shows_addresses: whether the address of a link stands behind its words, as mails need it.
        order: in which order formulas have their letters.
    """
    return plain_nodes(
        read.tree.children, set_block, width, shows_addresses=shows_addresses, order=order
    )


def plain_nodes(
    nodes: Iterable[SyntaxTreeNode],
    set_block: SetBlock,
    width: int | None = COLUMNS,
    *,
    shows_addresses: bool = True,
    order: LetterOrder = LetterOrder.READ,
) -> PlainText:
    """The plain text of some parts of parsed prose (see `plain_of`)."""
    writer = _PlainTextWriter(set_block, shows_addresses, order)
    return PlainText("\n".join(writer.blocks(nodes, width)))


def plain_statement(
    text: Prose, *, shows_addresses: bool = True, order: LetterOrder = LetterOrder.READ
) -> PlainText:
    """Somebody's own text, such as a biography or an abstract, without markup.

    Each paragraph is one line. All that is said outside of pages and PDFs is made by it:
    calendars, what search engines read, what artefacts are compared with.

    Args:
        text: the text in Markdown.
        shows_addresses: whether the address of a link stands behind its words.
        order: in which order formulas have their letters.
    """
    read = read_prose(text, ProseKind.STATEMENT)
    return plain_of(read, lambda _: "", width=None, shows_addresses=shows_addresses, order=order)


def is_loose(item: SyntaxTreeNode) -> bool:
    """Whether the author set empty lines between the paragraphs of a list."""
    return any(child.type == "paragraph" and not child.hidden for child in item.children)


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """A text in lines of at most `width` columns, where a wide character takes two.

    Args:
        text: the text; no-break spaces in it hold words together.
        width: the columns of a line, with what stands before the text.
        first: what stands before the text in its first line.
        rest: what stands before it in all others.
    """
    lines: list[str] = []
    line, is_empty = first, True
    for gap, word in words_of(text):
        longer = f"{line}{word}" if is_empty else f"{line}{gap}{word}"
        if is_empty or cell_len(longer) <= width:
            line = longer
        else:
            lines.append(line)
            line = f"{rest}{word}"
        is_empty = False
    return [_unspaced(finished).rstrip() for finished in (*lines, line)]


_WIDE = (
    r"[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    r"\uff00-\uff60\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_NO_BEGINNING = frozenset("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーｰ々〻ゝゞヽヾ")
"""Letters that go on what stands before them (JIS X 4051, 6.1)."""
_WORD_PART = re.compile(rf"{_WIDE}|(?:(?!{_WIDE}).)+")
"""A wide character, or what stands between two: `日`, `本` and `KDD` of `日本KDD`."""


def words_of(text: str) -> Iterator[tuple[str, str]]:
    """The words and the space before each; a line may also end between wide characters."""
    for word in re.split(" +", text.strip(" ")):
        gap = " "
        for part in _word_parts(word):
            yield gap, part
            gap = ""


def _word_parts(word: str) -> list[str]:
    parts: list[str] = []
    for part in _WORD_PART.findall(word):
        # What closes a sentence or a bracket does not begin a line, and what opens one ends none.
        is_closing = unicodedata.category(part[0]) in {"Po", "Pe", "Pf", "Mn"}
        is_behind = is_closing or part[0] in _NO_BEGINNING
        if parts and (is_behind or unicodedata.category(parts[-1][-1]) in {"Ps", "Pi"}):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def _plain(text: str) -> str:
    return text.translate(_PLAIN)


def _unspaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


class _PlainTextWriter(Struct, frozen=True):
    set_block: SetBlock
    shows_addresses: bool
    order: LetterOrder = LetterOrder.READ
    """In which order formulas have their letters."""

    def blocks(self, nodes: Iterable[SyntaxTreeNode], width: int | None) -> list[str]:
        """The lines of some blocks, with an empty line between each two.

        In a list without empty lines Markdown hides the paragraphs, and none follows them.
        """
        lines: list[str] = []
        is_tight = True
        for node in nodes:
            block = self.block(node, width)
            lines += [""] if block and not is_tight else []
            lines += block
            is_tight = node.hidden or not lines
        return lines

    def block(self, node: SyntaxTreeNode, width: int | None) -> list[str]:
        setter: Callable[[SyntaxTreeNode, int | None], list[str]]
        setter = getattr(self, f"block_{node.type}")
        return setter(node, width)

    def block_paragraph(self, node: SyntaxTreeNode, width: int | None) -> list[str]:
        text = self.inline(node.children[0])
        return [
            line
            for part in text.split("\n")
            for line in (wrapped(part, width) if width else [_unspaced(part).strip()])
        ]

    block_heading = block_paragraph

    def block_bullet_list(self, node: SyntaxTreeNode, width: int | None) -> list[str]:
        return self.items([("* ", item) for item in node.children], width)

    def block_ordered_list(self, node: SyntaxTreeNode, width: int | None) -> list[str]:
        start = int(node.attrs.get("start", 1))
        numbered = [(f"{number}. ", item) for number, item in enumerate(node.children, start)]
        return self.items(numbered, width)

    def items(self, items: list[tuple[str, SyntaxTreeNode]], width: int | None) -> list[str]:
        lines: list[str] = []
        for marker, item in items:
            if lines and is_loose(item):
                lines.append("")
            lines += self.indented(item, width, marker, " " * len(marker))
        return lines

    def indented(self, node: SyntaxTreeNode, width: int | None, first: str, rest: str) -> list[str]:
        narrower = max(width - len(rest), _NARROWEST) if width else None
        inner = self.blocks(node.children, narrower) or [""]
        heads = [first, *[rest] * (len(inner) - 1)]
        return [f"{head}{line}".rstrip() for head, line in zip(heads, inner, strict=True)]

    def block_blockquote(self, node: SyntaxTreeNode, width: int | None) -> list[str]:
        return self.indented(node, width, "    ", "    ")

    def block_fence(self, node: SyntaxTreeNode, _width: int | None) -> list[str]:
        return [f"    {line}".rstrip() for line in printable_lines(node.content)]

    block_code_block = block_fence

    def block_hr(self, _node: SyntaxTreeNode, _width: int | None) -> list[str]:
        return ["* * *"]

    def block_block_fact(self, node: SyntaxTreeNode, _width: int | None) -> list[str]:
        return self.set_block(node.meta["fact"].block).split("\n")

    def block_block_formula(self, node: SyntaxTreeNode, width: int | None) -> list[str]:
        words = self.formula(node).strip()
        return wrapped(words, width, "    ", "    ") if width else [words]

    def block_table(self, node: SyntaxTreeNode, width: int | None) -> list[str]:
        """Each row as a group of lines, one for each cell under its column's name."""
        rows = [
            [self.inline(cell.children[0]).replace("\n", " ") for cell in row.children]
            for part in node.children
            for row in part.children
        ]
        header, *body = rows
        groups = [
            [f"{name}: {cell}" if name else cell for name, cell in zip(header, row, strict=True)]
            for row in body
        ]
        lines: list[str] = []
        for group in groups:
            lines += [""] if lines else []
            for line in group:
                lines += wrapped(line, width, rest="  ") if width else [_unspaced(line)]
        return lines

    def block_footnote_block(self, node: SyntaxTreeNode, width: int | None) -> list[str]:
        return [line for note in node.children for line in self.block_footnote(note, width)]

    def block_footnote(self, note: SyntaxTreeNode, width: int | None) -> list[str]:
        marker = f"[{note.meta['id'] + 1}] "
        return self.indented(note, width, marker, " " * len(marker))

    # Spans

    def inline(self, node: SyntaxTreeNode) -> str:
        """The text in a paragraph; only a line end that the author set is one in it."""
        return re.sub(" *\n *", "\n", self.spans(node)).strip(" \n")

    def spans(self, node: SyntaxTreeNode) -> str:
        text = ""
        for child in node.children:
            if child.type == "citation":  # plain text has no list of references
                text = text.rstrip(" ")
            else:
                text += self.span(child)
        return text

    def span(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "softbreak":
                return " "
            case "hardbreak":
                return "\n"
            case "footnote_ref":
                return f" [{node.meta['id'] + 1}]"
            case "footnote_anchor":
                return ""
            case "em" | "strong":
                return self.spans(node)
            case "link":
                return self.link(node)
            case "formula":
                return self.formula(node)
            case _:  # text, facts, code, and what a picture shows
                return _plain(printable(node.content))

    def formula(self, node: SyntaxTreeNode) -> str:
        words = _plain(formula_words(node.meta["formula"], self.order))
        return f"\n{words}\n" if node.meta["formula"].is_display else words

    def link(self, node: SyntaxTreeNode) -> str:
        words = self.spans(node)
        address = str(node.attrs["href"])
        is_address = address.startswith(LINK_SCHEMES) and not address.startswith("#")
        if not is_address or not self.shows_addresses:
            return words
        address = printable(address).replace(" ", "%20")
        shown = address.removeprefix("mailto:")
        return words if words in {address, shown} else f"{words} <{shown}>"
