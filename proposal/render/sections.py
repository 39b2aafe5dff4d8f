"""Reads the sections of a document's prose."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.edition.collection import Collection
from proposal.edition.deadlines import Deadline
from proposal.edition.edition import Edition, PastEdition
from proposal.edition.edition_document import Document
from proposal.edition.participants import Committee, Organizer, Person
from proposal.edition.schedule import Paper, Slot, Talk
from proposal.reading.placeholders import PLACEHOLDERS
from proposal.render.prose import ProseKind, QuotedFact, ReadProse, read_prose
from proposal.render.quoted_facts import Facts
from proposal.source.text import Prose

_BREAKS = frozenset({"citation", "footnote_ref", "image", "hardbreak"})
"""What is printed as something else than its text, so that words stop there and begin anew."""

_SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+")
"""`One. Two`, `Why? Because`"""


@dataclasses.dataclass(frozen=True, slots=True)
class Section:
    """A heading with all that stands below it, up to the next one of its level."""

    heading: str
    level: int
    """1 for `#`, 2 for `##`, and so on."""
    span: Span
    """Where the heading stands."""
    pieces: tuple[str, ...]
    """The words, in pieces that are printed as they are: between citations and line ends."""
    blocks: frozenset[str]
    """The kinds of lists that are set in it: `schedule`, `committee`."""
    nodes: tuple[SyntaxTreeNode, ...] = dataclasses.field(default=(), compare=False, repr=False)
    """What stands below the heading, headings of its parts and footnotes among it."""

    @property
    def text(self) -> str:
        """All words, in one line."""
        return " ".join(" ".join(self.pieces).split())

    @property
    def sentences(self) -> tuple[str, ...]:
        """The words sentence by sentence, where one that cites something is several."""
        parts = (part for piece in self.pieces for part in _SENTENCE_END.split(piece))
        return tuple(part.strip() for part in parts if part.strip())

    @property
    def placeholder(self) -> str | None:
        """Words in it that hold the place of others, if there are any."""
        found = (match.group() for match in PLACEHOLDERS.finditer(self.text))
        return next((key for key in found if "announced" not in key), None)


class _Opened(Struct):
    """A section that is being read."""

    heading: str
    level: int
    span: Span
    pieces: list[str] = field(default_factory=list)
    blocks: set[str] = field(default_factory=set)
    nodes: list[SyntaxTreeNode] = field(default_factory=list)


def sections_of(edition: Edition, document: Document) -> tuple[Section, ...]:
    """The sections of a document in their order; a section holds those below it, too."""
    read = read_prose(document.text, ProseKind.DOCUMENT, Facts(edition), edition.references)
    opened: list[_Opened] = []
    for node in read.tree.children:
        if node.type == "heading":
            section = _opened(node, read, document)
            for around in _around(opened):
                if around.level < section.level:
                    around.nodes.append(node)
            opened.append(section)
        elif node.type != "footnote_block":
            for section in _around(opened):
                section.pieces += _pieces(node)
                section.blocks |= _blocks(node)
                section.nodes.append(node)
    return tuple(
        Section(
            section.heading,
            section.level,
            section.span,
            tuple(section.pieces),
            frozenset(section.blocks),
            (*section.nodes, *_footnotes(section.nodes, read.tree)),
        )
        for section in opened
    )


def _footnotes(nodes: list[SyntaxTreeNode], tree: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The footnotes to which some nodes refer."""
    cited = {
        inner.meta["id"] for node in nodes for inner in node.walk() if inner.type == "footnote_ref"
    }
    for block in tree.children:
        if block.type == "footnote_block" and cited:
            yield from (note for note in block.children if note.meta["id"] in cited)


def _opened(node: SyntaxTreeNode, read: ReadProse, document: Document) -> _Opened:
    heading = " ".join(" ".join(_pieces(node)).split())
    span = read.place(node.map[0]) if node.map else None
    return _Opened(heading, int(node.tag[1:]), span or document.text.span)


def _around(opened: list[_Opened]) -> Iterator[_Opened]:
    """The last section, and those that hold it."""
    level = 7
    for section in reversed(opened):
        if section.level < level:
            level = section.level
            yield section


def _blocks(node: SyntaxTreeNode) -> set[str]:
    facts: Iterator[QuotedFact] = (
        inner.meta["fact"] for inner in node.walk() if inner.type == "block_fact"
    )
    return {fact.block.kind for fact in facts if isinstance(fact.block, Collection)}


def _pieces(node: SyntaxTreeNode) -> list[str]:
    """The words in a part of a text."""
    pieces = [""]
    for child in _walk(node):
        if child.type == "inline" or child.type in _BREAKS:
            pieces.append("")
        elif child.type == "softbreak":
            pieces[-1] += " "
        elif child.type == "block_fact":
            pieces += [*_set(child.meta["fact"].block), ""]
        elif not child.children:
            pieces[-1] += child.content
    return [piece.strip() for piece in pieces if piece.strip()]


def _walk(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The parts of a part, without the description of a picture, which is not printed."""
    yield node
    for child in node.children if node.type != "image" else ():
        yield from _walk(child)


def _set(block: Collection[object] | Prose) -> list[str]:
    """What is printed for a list, an item each: enough to find it."""
    if isinstance(block, Prose):
        return _pieces(read_prose(block, ProseKind.STATEMENT).tree)
    return [_printed(item) for item in block]


def _printed(item: object) -> str:
    match item:
        case Organizer(person=person, is_contact=is_contact):
            return f"{person.name} (primary contact)" if is_contact else person.name
        case Person(name=name):
            return name
        case Committee(name=name, members=members):
            return f"{name}: {', '.join(member.name for member in members)}"
        case Talk(names=names):
            return names
        case Slot(hours=hours):
            return hours
        case Paper(title=title):
            return title
        case Deadline(label=label):
            return label
        case PastEdition(host=host, place=place):
            return f"{host}, {place}"
        case _:
            return str(item)
