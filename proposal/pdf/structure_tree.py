"""The tags of a PDF: the tree that says what is a heading, a list, a table or a figure."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject
from pypdf.xmp import XmpInformation

from proposal.pdf.pdf_objects import at, dictionaries, entries, resolved

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PDF_UA = "http://www.aiim.org/pdfua/ns/id/"
"""The namespace of a claim of PDF/UA in the metadata (ISO 14289-1, clause 5)."""


class MarkedContent(Struct, frozen=True):
    """A stretch of a page's content."""

    page: int
    """Counted from 1."""
    number: int
    """Its number on the page (MCID)."""


class Tag(Struct, eq=False):
    """An element of the tree."""

    kind: str
    """Its standard type, such as `Figure`: what its own type stands for in the file's role maps."""
    object: DictionaryObject
    parent: Tag | None
    page: int | None = None
    """The page on which its content begins, counted from 1."""
    children: list[Tag] = field(default_factory=list)
    parts: list[DictionaryObject | MarkedContent] = field(default_factory=list)
    """Its content and the objects of the tags within it, in the order of reading."""

    def below(self) -> Iterator[Tag]:
        """All tags within it, in the order of the tree."""
        waiting = self.children[::-1]
        while waiting:
            tag = waiting.pop()
            yield tag
            waiting += tag.children[::-1]


class StructureTree(Struct, frozen=True):
    """What a PDF says of its tags, and the tags that it has."""

    is_marked: bool
    """Whether it says that it is tagged (`Marked`)."""
    is_suspect: bool
    """Whether its maker doubts the tags (`Suspects`)."""
    shows_title: bool
    """Whether viewers are to show its title in place of the file's name."""
    language: str
    """The language of its text, such as `en`; empty if it names none."""
    part: int | None
    """The part of PDF/UA to which it claims to conform: 1, 2, or nothing."""
    tags: tuple[Tag, ...]
    """In the order in which they are read aloud."""
    pages: frozenset[int]
    """The pages of which something is tagged, counted from 1."""
    classes: DictionaryObject
    """Attributes that several tags share, by the name of the class."""
    files: dict[int, str]
    """The kind of the tag to which a file is attached, by the identity of the file's object."""

    @property
    def is_tagged(self) -> bool:
        """Whether there is any tag with content."""
        return bool(self.pages)

    @property
    def statement(self) -> str:
        """What it says of its tags in a few words: "PDF/UA-1, language en"; empty without tags."""
        if not self.is_tagged:
            return ""
        standard = f"PDF/UA-{self.part}" if self.part else "no claim of PDF/UA"
        return f"{standard}, {f'language {self.language}' if self.language else 'no language'}"

    def attribute(self, tag: Tag, owner: str, key: str) -> object:
        """An attribute of a tag, which it has itself or by one of its classes.

        ISO 32000-1, 14.7.5: its own attributes come first. Arrays may hold numbers of revisions.

        Args:
            tag: the tag.
            owner: whose attribute it is, such as `/Table`.
            key: its name, such as `/Scope`.
        """
        named = at(tag.object, "/C")
        names = [named] if isinstance(named, NameObject) else entries(named)
        shared = [at(self.classes, name) for name in names if isinstance(name, NameObject)]
        for found in (at(tag.object, "/A"), *shared):
            for attributes in [found] if isinstance(found, DictionaryObject) else entries(found):
                if isinstance(attributes, DictionaryObject) and at(attributes, "/O") == owner:
                    value = at(attributes, key)
                    if value is not None:
                        return value
        return None


def structure_tree(pdf: PdfReader) -> StructureTree:
    """The tags of a PDF, in time that grows with their number alone."""
    root = pdf.root_object
    tree = at(root, "/StructTreeRoot")
    walk = _TreeWalk(pdf, tree if isinstance(tree, DictionaryObject) else DictionaryObject())
    tags = tuple(walk.tags())
    classes = at(walk.root, "/ClassMap")
    language = at(root, "/Lang") or next((at(tag.object, "/Lang") for tag in tags[:1]), None)
    return StructureTree(
        is_marked=_is_true(at(root, "/MarkInfo", "/Marked")),
        is_suspect=_is_true(at(root, "/MarkInfo", "/Suspects")),
        shows_title=_is_true(at(root, "/ViewerPreferences", "/DisplayDocTitle")),
        language=str(language or "").strip(),
        part=_part(pdf.xmp_metadata),
        tags=tags,
        pages=frozenset(walk.pages),
        classes=classes if isinstance(classes, DictionaryObject) else DictionaryObject(),
        files=walk.files,
    )


def _is_true(value: object) -> bool:
    return bool(value) and str(value) == "True"


def _part(metadata: XmpInformation | None) -> int | None:
    """The part of PDF/UA that the metadata claim, as an element or as an attribute."""
    if metadata is None:
        return None
    described = metadata.rdf_root.getElementsByTagNameNS(_RDF, "Description")
    found = [description.getAttributeNS(_PDF_UA, "part") for description in described]
    for element in metadata.rdf_root.getElementsByTagNameNS(_PDF_UA, "part"):
        found += [child.data for child in element.childNodes if child.nodeType == child.TEXT_NODE]
    parts = [int(part) for part in map(str.strip, found) if part in {"1", "2"}]
    return parts[0] if parts else None


class _TreeWalk:
    """A walk through the tree, from the root on; no element is read twice."""

    def __init__(self, pdf: PdfReader, root: DictionaryObject) -> None:
        self.root = root
        self.pages: set[int] = set()
        self.files: dict[int, str] = {}
        self._numbers = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(pdf.pages, start=1)
            if page.indirect_reference is not None
        }
        self._kinds: dict[tuple[str, int], str] = {}

    def tags(self) -> Iterator[Tag]:
        seen: set[int] = set()
        waiting: list[tuple[DictionaryObject, Tag | None]] = [
            (element, None) for element in self._elements(self.root, None)[::-1]
        ]
        while waiting:
            element, parent = waiting.pop()
            if id(element) in seen:
                continue
            seen.add(id(element))
            tag = Tag(self._kind(element), element, parent)
            if parent is not None:
                parent.children.append(tag)
            for file in dictionaries(at(element, "/AF")):
                self.files[id(file)] = tag.kind
            waiting += [(child, tag) for child in self._elements(element, tag)[::-1]]
            yield tag

    def _elements(self, element: DictionaryObject, tag: Tag | None) -> list[DictionaryObject]:
        """The elements within one; where its content stands is noted down on the way."""
        kids = at(element, "/K")
        found = []
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            value = resolved(kid)
            if isinstance(value, DictionaryObject) and "/S" in value:
                found.append(value)
                if tag is not None:
                    tag.parts.append(value)
            elif tag is not None and isinstance(value, NumberObject | DictionaryObject):
                own = self._page(value) if isinstance(value, DictionaryObject) else None
                page = own or self._page(element)
                self._note(tag, page)
                number = at(value, "/MCID") if isinstance(value, DictionaryObject) else value
                is_of_drawing = isinstance(value, DictionaryObject) and "/Stm" in value
                if page is not None and isinstance(number, NumberObject) and not is_of_drawing:
                    tag.parts.append(MarkedContent(page, int(number)))
        return found

    def _page(self, element: DictionaryObject) -> int | None:
        page = element.raw_get("/Pg") if "/Pg" in element else None
        return self._numbers.get(page.idnum) if isinstance(page, IndirectObject) else None

    def _note(self, tag: Tag, page: int | None) -> None:
        if page is None:
            return
        self.pages.add(page)
        above: Tag | None = tag
        while above is not None and above.page is None:
            above.page = page
            above = above.parent

    def _kind(self, element: DictionaryObject) -> str:
        """The standard type of an element (ISO 32000-1, 14.7.3, and ISO 32000-2, 14.7.4)."""
        name, space = str(at(element, "/S")), at(element, "/NS")
        key = (name, id(space))
        if key not in self._kinds:
            self._kinds[key] = self._standard_type(name, space)
        return self._kinds[key]

    def _standard_type(self, name: str, space: object) -> str:
        seen: set[tuple[str, int]] = set()
        while (name, id(space)) not in seen:
            seen.add((name, id(space)))
            if isinstance(space, DictionaryObject):
                stands_for = at(space, "/RoleMapNS", name)
            else:
                stands_for = at(self.root, "/RoleMap", name)
            if isinstance(stands_for, ArrayObject) and len(stands_for) == 2:
                name, space = str(resolved(stands_for[0])), resolved(stands_for[1])
            elif isinstance(stands_for, NameObject):
                name, space = str(stands_for), None
            else:
                break
        return name.removeprefix("/")
