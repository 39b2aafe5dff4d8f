"""Joins front matter, papers and index to one PDF, in which the links and tags of all work."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable
from typing import BinaryIO

from msgspec import Struct, field

from proposal.pdf.joined_layers import LISTS, JoinedLayers
from proposal.pdf.joined_tags import JoinedTags, TagPart, roles_of, with_roles
from proposal.pdf.object_file import ObjectFile
from proposal.pdf.part_lines import inner, limits, reference, references, text_string, whole_number
from proposal.pdf.plain_pdf import PartObject, PlainPdf, part_of, renumbered


class Bookmark(Struct, frozen=True):
    """An entry of the outline that leads to a page of the front matter or the index."""

    title: str
    page: int
    """Counted from 0 in their PDF."""
    top: float
    """The page's upper edge, in points."""


class Matter(Struct, frozen=True):
    """What is set for the volume: pages before the papers, and pages behind them."""

    part: bytes
    """What `matter_part` makes."""
    front: int
    """How many pages stand before the papers."""
    pages: int
    """How many pages it has altogether."""
    bookmarks: tuple[Bookmark, ...]


class Chapter(Struct, frozen=True):
    """A paper in the volume."""

    title: str
    top: float
    """The upper edge of its first page, in points."""
    part: bytes
    """What `stamped_paper` makes."""


class VolumeFacts(Struct, frozen=True):
    """What a volume says of itself."""

    title: str
    authors: str
    language: str
    first_page: int
    """The number of the first paper's first page."""
    is_tagged: bool
    """Whether any of its papers has tags of its own, so that all pages need some to be read."""
    date: str
    """When it was made, as PDF writes it: `D:20260226000000Z`."""
    producer: str


def write_volume(
    file: BinaryIO, facts: VolumeFacts, matter: Matter, chapters: Iterable[Chapter]
) -> None:
    """Write a volume, one paper after the other.

    Args:
        file: where to.
        facts: what it says of itself.
        matter: its front matter and its index.
        chapters: its papers in order, of which no more than one is held; the names of places in
            each begin with another prefix.
    """
    volume = _Volume(ObjectFile(file, "1.7"), facts.is_tagged)
    joined = volume.matter(matter)
    for chapter in chapters:
        volume.chapter(chapter)
    volume.back(joined, matter)
    volume.end(facts, matter.front)


class _Joined(Struct, frozen=True):
    """A part of which the objects have their new numbers."""

    part: PlainPdf
    numbers: dict[int, int]
    """The numbers in the volume by those in the part."""
    entries: int
    """How many entries of the table of tags stand before its own."""
    roles: dict[bytes, bytes] = field(default_factory=dict)
    """Its own tags that mean something else in another part, and the names that they get."""

    @property
    def catalog(self) -> bytes:
        return self.part.object(self.part.root).line

    def local(self, key: bytes) -> int | None:
        """The number, in the part, of the object behind a key of its catalog."""
        return reference(self.catalog, key)

    def line(self, local: int) -> bytes:
        """The line of an object as the volume has it."""
        line = renumbered(self.part.object(local).line, self.numbers.get, self.entries)
        return with_roles(line, self.roles) if self.roles else line


@dataclasses.dataclass(slots=True)
class _Volume:
    """A volume on its way into a file."""

    out: ObjectFile
    is_tagged: bool
    root: int = 0
    pages: int = 0
    tags: JoinedTags = dataclasses.field(init=False)
    layers: JoinedLayers = dataclasses.field(default_factory=JoinedLayers)
    nodes: list[tuple[int, int]] = dataclasses.field(default_factory=list)
    """The branches of the tree of pages: their numbers, and how many pages each has."""
    items: list[tuple[int, bytes]] = dataclasses.field(default_factory=list)
    """The entries of the outline: their numbers and keys, without their neighbours."""
    names: list[tuple[bytes, int]] = dataclasses.field(default_factory=list)
    """The branches of the tree of named places, with the limits of each."""
    attached: list[tuple[bytes, int]] = dataclasses.field(default_factory=list)
    streams: dict[bytes, int] = dataclasses.field(default_factory=dict)
    """The numbers of streams that refer to nothing, by digest, so that fonts stand there once."""

    def __post_init__(self) -> None:
        self.root, self.pages = self.out.number(), self.out.number()
        self.tags = JoinedTags(self.out.number())

    def matter(self, matter: Matter) -> _Joined:
        """Write what is set for the volume, of which the pages before the papers come first."""
        joined = self.joined(part_of(matter.part))
        front, back = joined.local(b"/Pages"), joined.local(b"/BackPages")
        branches = tuple(number for number in (front, back) if number is not None)
        self.put(joined, later=branches)
        self.branch(joined, front)
        self.bookmarks(joined, [mark for mark in matter.bookmarks if mark.page < matter.front])
        return joined

    def back(self, joined: _Joined, matter: Matter) -> None:
        """Bring in the pages that stand behind the papers."""
        self.branch(joined, joined.local(b"/BackPages"))
        self.bookmarks(joined, [mark for mark in matter.bookmarks if mark.page >= matter.front])

    def chapter(self, chapter: Chapter) -> None:
        """Write a paper."""
        joined = self.joined(part_of(chapter.part))
        pages, outline = joined.local(b"/Pages"), joined.local(b"/Outlines")
        later = tuple(number for number in (pages, outline) if number is not None)
        self.put(joined, later)
        self.branch(joined, pages)
        first = joined.numbers[joined.local(b"/VolumeFirstPage") or 0]
        # What leads to the outline's root, as its topmost entries do, now leads to the paper.
        item = self.out.number() if outline is None else joined.numbers[outline]
        inside = b"" if outline is None else _closed(joined.line(outline))
        self.items.append((item, _entry(chapter.title, first, chapter.top) + inside))

    def joined(self, part: PlainPdf) -> _Joined:
        """Give the objects of a part that the volume needs their numbers."""
        joined = _Joined(part, {}, self.tags.entries)
        roots = [
            joined.local(key)
            for key in (b"/Pages", b"/BackPages", b"/Outlines", b"/Dests", b"/EmbeddedFiles")
        ]
        tree = self.tree_of(joined)
        if tree is not None:
            joined.numbers[tree] = self.tags.root
            roots += references(part.object(tree).line)
        layers = joined.local(b"/OCProperties")
        if layers is not None:
            roots += references(part.object(layers).line)
        beyond = frozenset(number for number in (part.root, tree, layers) if number is not None)
        for number in part.reachable([root for root in roots if root is not None], beyond):
            joined.numbers[number] = self.numbered(part.object(number))
        if tree is not None:
            joined.roles.update(self.tags.conflicts(_roles(joined, tree)))
        return joined

    def tree_of(self, joined: _Joined) -> int | None:
        """The root of a part's tags, if the volume has any."""
        return joined.local(b"/StructTreeRoot") if self.is_tagged else None

    def numbered(self, value: PartObject) -> int:
        """The number of an object; of a stream that the volume has already, that one's."""
        if value.stream is None or value.references or b"/StructParent" in value.line:
            return self.out.number()
        content = hashlib.sha256(value.line + b"\n")
        content.update(value.stream)
        known = self.streams.get(content.digest())
        if known is None:
            known = self.streams[content.digest()] = self.out.number()
        return known

    def put(self, joined: _Joined, later: tuple[int, ...]) -> None:
        """Write the objects of a part, without those that are written later."""
        tree, layers = self.tree_of(joined), joined.local(b"/OCProperties")
        tables = {number for number in (tree, layers) if number is not None}
        for table in tuple(tables):
            # All but the uppermost element and names of elements is one with that of other parts.
            line = joined.part.object(table).line
            kept = {reference(line, b"/K"), reference(line, b"/IDTree")}
            tables |= {number for number in references(line) if number not in kept}
        for local, number in joined.numbers.items():
            if local in later or local in tables or self.out.has(number):
                continue
            stream = joined.part.object(local).stream
            if stream is None:
                self.out.put(number, joined.line(local))
            else:
                self.out.put_stream(number, joined.line(local), stream)
        for key, branches in ((b"/Dests", self.names), (b"/EmbeddedFiles", self.attached)):
            names = joined.local(key)
            if names is not None:
                branches.append((limits(joined.line(names)), joined.numbers[names]))
        if tree is not None:
            self.tag(joined, tree)
        if layers is not None:
            line = joined.part.object(layers).line
            for key in (b"/OCGs", *LISTS):
                if (entries := reference(line, key)) is not None:
                    self.layers.add(key, inner(joined.line(entries)))

    def tag(self, joined: _Joined, tree: int) -> None:
        """Put the tags of a part below the root of all tags."""
        line = joined.part.object(tree).line

        def behind(key: bytes) -> bytes | None:
            number = reference(line, key)
            return None if number is None else joined.line(number)

        element, table = reference(line, b"/K"), reference(line, b"/ParentTree")
        ids = reference(line, b"/IDTree")
        if element is None or table is None:
            return
        self.tags.add(
            TagPart(
                joined.numbers[element],
                joined.part.object(table).line,
                whole_number(line, b"/ParentTreeNextKey"),
                None if ids is None else (limits(joined.line(ids)), joined.numbers[ids]),
                {joined.roles.get(tag, tag): means for tag, means in _roles(joined, tree).items()},
                behind(b"/ClassMap"),
                behind(b"/Namespaces"),
            ),
            joined.numbers.get,
            self.out,
        )

    def branch(self, joined: _Joined, local: int | None) -> None:
        """Hang pages of a part into the tree of all pages."""
        if local is None:
            return
        line = joined.line(local)
        number = joined.numbers[local]
        self.out.put(number, line[:-2] + b"/Parent %d 0 R >>" % self.pages)
        self.nodes.append((number, whole_number(line, b"/Count")))

    def bookmarks(self, joined: _Joined, marks: Iterable[Bookmark]) -> None:
        kids = [
            kid
            for key in (b"/Pages", b"/BackPages")
            if (local := joined.local(key)) is not None
            for kid in references(inner(joined.line(local), b"/Kids"))
        ]
        for mark in marks:
            line = _entry(mark.title, kids[mark.page], mark.top)
            self.items.append((self.out.number(), line))

    def end(self, facts: VolumeFacts, front: int) -> None:
        """Write what holds the parts together."""
        out = self.out
        kids = b" ".join(b"%d 0 R" % number for number, _ in self.nodes)
        count = sum(count for _, count in self.nodes)
        out.put(self.pages, b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (count, kids))
        keys = [
            b"/Type /Catalog /Pages %d 0 R /PageMode /UseOutlines" % self.pages,
            b"/Outlines %d 0 R" % self.outline(),
            b"/PageLabels << /Nums [ 0 << /S /r >> %d << /S /D /St %d >> ] >>"
            % (front, facts.first_page),
            b"/ViewerPreferences << /DisplayDocTitle true >>",
            b"/Lang %s" % text_string(facts.language),
            b"/Names << /Dests %d 0 R" % self.tree(self.names),
        ]
        if self.attached:
            keys.append(b"/EmbeddedFiles %d 0 R" % self.tree(self.attached))
        keys += [b">>", self.layers.key(), self.tags.key(out)]
        out.put(self.root, b"<< %s >>" % b" ".join(filter(None, keys)))
        about = {
            b"/Title": facts.title,
            b"/Author": facts.authors,
            b"/CreationDate": facts.date,
            b"/ModDate": facts.date,
            b"/Producer": facts.producer,
        }
        said = b" ".join(b"%s %s" % (key, text_string(text)) for key, text in about.items())
        out.end(self.root, out.add(b"<< %s >>" % said))

    def outline(self) -> int:
        """Write the entries of the outline, and give the number of its root."""
        root = self.out.number()
        numbers = [number for number, _ in self.items]
        for index, (number, line) in enumerate(self.items):
            beside = b"/Parent %d 0 R" % root
            if index:
                beside += b" /Prev %d 0 R" % numbers[index - 1]
            if index + 1 < len(numbers):
                beside += b" /Next %d 0 R" % numbers[index + 1]
            self.out.put(number, b"<< %s %s >>" % (line, beside))
        ends = (numbers[0], numbers[-1], len(numbers)) if numbers else (0, 0, 0)
        within = b"/First %d 0 R /Last %d 0 R /Count %d" % ends if numbers else b""
        self.out.put(root, b"<< /Type /Outlines %s >>" % within)
        return root

    def tree(self, branches: list[tuple[bytes, int]]) -> int:
        """Write the uppermost node of a tree of names, and give its number."""
        kids = b" ".join(b"%d 0 R" % number for _, number in sorted(branches))
        return self.out.add(b"<< /Kids [ %s ] >>" % kids)


def _roles(joined: _Joined, tree: int) -> dict[bytes, bytes]:
    """What the tags of a part mean that are its own."""
    number = reference(joined.part.object(tree).line, b"/RoleMap")
    return {} if number is None else roles_of(joined.part.object(number).line)


def _entry(title: str, page: int, top: float) -> bytes:
    """An entry of the outline that leads to the upper edge of a page."""
    return b"/Title %s /Dest [ %d 0 R /XYZ null %d null ]" % (text_string(title), page, round(top))


def _closed(outline: bytes) -> bytes:
    """What leads from a paper's entry to those below it, which are shown when a reader asks."""
    first, last = reference(outline, b"/First"), reference(outline, b"/Last")
    if first is None or last is None:
        return b""
    shown = abs(whole_number(outline, b"/Count")) or 1
    return b" /First %d 0 R /Last %d 0 R /Count -%d" % (first, last, shown)
