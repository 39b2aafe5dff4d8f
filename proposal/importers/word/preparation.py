"""Prepares a document's XML for Mammoth: which paragraphs are headings, and what is no text.

Mammoth goes by the names of Word's own styles. Here a paragraph gets one of our style ids by what
its style is: by name, by the style it is based on, by its outline level, or by how it looks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from msgspec import Struct, field

from proposal.importers.draft import ImportSourceError
from proposal.importers.word.package import MAIN, M, W, WordPackage
from proposal.importers.word.readable_text import OFF, LeftOutText, make_readable

Element = ET.Element

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
)
"""Names in Word's strict form, and those in its usual one."""
FORMULA_START, FORMULA_END = "\ue013", "\ue014"
"""What stands around the number of a formula in the text."""

NUMBER_START, NUMBER_END = "\ue016", "\ue017"
"""What stands around the number of an item with which a list goes on."""

_STYLE_NAMES = (
    ("title", r"(?:paper|article|document)?\s*title(?:[ _]document)?"),
    ("subtitle", r"(?:paper\s*)?sub\s*title"),
    ("author", r"authors?(?:\s*names?)?"),
    ("affiliation", r"(?:author\s*)?(?:affiliations?|address(?:es)?|e-?mails?|institutions?)"),
    ("abstract", r"abstract(?:\s*text)?"),
    ("keywords", r"key\s*words?"),
    ("caption", r"(?:image|figure|table)?\s*caption|figurecaption|tablecaption"),
    ("quote", r"(?:intense\s*|block\s*)?(?:quote|quotation)s?|block\s*text"),
    ("code", r"source\s*code|html preformatted|preformatted text|verbatim\s*char|code"),
    (
        "contents",
        r"toc(?:\s*heading|\s*\d+)|table of (?:contents|figures)|contents\s*(?:heading|\d+)",
    ),
)
"""Kinds of paragraphs by the names of styles in templates of Word, ACM, IEEE, Springer, pandoc."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")
"""Letters of private use, some of which stand for marks here: U+E013."""
_INHERITED = {"caption", "quote", "code", "contents"}
"""Kinds that a style has, too, which is based on one of them."""
_HEADING = re.compile(
    r"(?:heading|head|überschrift|titre|título|appendixh)\s*(\d)|(?:ack|reference)head",
    re.IGNORECASE,
)
"""Examples: `heading 1`, and ACM's `Head1`, `AppendixH1`, `AckHead`."""
BULLET = re.compile(r"\s*(?:[•●▪◦‣∙·■➢✓–-]|o(?=\t))\s+")
"""What people type before an item of a list: `• `."""
_ENDS_SENTENCE = re.compile(r"[.;,!]$")
"""`It works.`"""
_LONGEST_HEADING = 12
"""Words of a line in bold that may be a heading."""
_MOST_LEVELS = 6
"""Levels of headings."""


class PreparedDocument(Struct):
    """A document that Mammoth can read, and what is not in it any more."""

    package: WordPackage
    formulas: list[Element] = field(default_factory=list)
    comments: int = 0
    changes: int = 0
    text_boxes: int = 0
    hidden: int = 0
    """Stretches of hidden text, which nobody sees in Word either."""
    left_out: LeftOutText = field(default_factory=LeftOutText)
    has_contents: bool = False
    looks_only: int = 0
    """Headings that have no style, but are bold, large or in colour."""


class _Style(Struct):
    name: str
    based_on: str | None
    outline: int | None
    is_bold: bool
    size: int | None
    number: str | None
    """The list that paragraphs of the style belong to."""


def prepare(package: WordPackage) -> PreparedDocument:
    """Prepare a document.

    Raises:
        ImportSourceError: its main part is not there, or cannot be read.
    """
    for name in package.parts:
        if name.endswith(".xml"):
            for strict, usual in _STRICT:
                package.parts[name] = package.parts[name].replace(strict, usual)
    main = _main_part(package)
    root = package.tree(main)
    body = root.find(f"{W}body") if root is not None else None
    if root is None or body is None:
        raise ImportSourceError(f"{package.file} has no text that could be read")
    _remove_private_signs(root)
    prepared = PreparedDocument(package)
    for note in ("footnotes", "endnotes"):
        name = str(PurePosixPath(main).parent / f"{note}.xml")
        _clean_notes(package, name, prepared.left_out)
    _Preparation(prepared, _styles(package, main), body).run()
    package.parts[main] = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return prepared


def _clean_notes(package: WordPackage, name: str, left_out: LeftOutText) -> None:
    tree = package.tree(name)
    if tree is not None:
        _remove_private_signs(tree)
        make_readable(tree, left_out)
        package.parts[name] = ET.tostring(tree, encoding="utf-8", xml_declaration=True)


def _remove_private_signs(root: Element) -> None:
    """Remove signs that only certain fonts show, some of which have a meaning here."""
    for element in root.iter():
        element.text = _PRIVATE.sub("", element.text) if element.text else element.text
        for name, value in element.items():
            if _PRIVATE.search(value):
                element.set(name, _PRIVATE.sub("", value))


def _main_part(package: WordPackage) -> str:
    relations = package.tree("_rels/.rels")
    for relation in relations if relations is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            target = relation.get("Target", "").lstrip("/")
            if target in package.parts:
                return target
    return MAIN


def _styles(package: WordPackage, main: str) -> dict[str, _Style]:
    tree = package.tree(str(PurePosixPath(main).parent / "styles.xml"))
    styles: dict[str, _Style] = {}
    for style in tree.iter(f"{W}style") if tree is not None else ():
        outline = _value(style, "pPr", "outlineLvl")
        styles[style.get(f"{W}styleId", "")] = _Style(
            _value(style, "name") or "",
            _value(style, "basedOn"),
            int(outline) if outline and outline.isdecimal() else None,
            _is_on(style.find(f"{W}rPr/{W}b")),
            _size(style.find(f"{W}rPr")),
            _value(style, "pPr", "numPr", "numId"),
        )
    return styles


class _Preparation(Struct):
    """The preparation of one document."""

    prepared: PreparedDocument
    styles: dict[str, _Style]
    body: Element

    def run(self) -> None:
        self.count()
        make_readable(self.body, self.prepared.left_out)
        self.remove_what_is_no_text(self.body)
        self.replace_formulas(self.body)
        self.number_lists()
        levels = {paragraph: self.kind(paragraph) for paragraph in self.body.iter(f"{W}p")}
        for paragraph, kind in levels.items():
            if kind:
                _set_style(paragraph, kind)
        if not any(kind and kind.startswith("Heading") for kind in levels.values()):
            self.headings_by_look()

    def count(self) -> None:
        prepared, body = self.prepared, self.body
        prepared.comments = sum(1 for _ in body.iter(f"{W}commentReference"))
        prepared.changes = sum(
            1 for name in ("ins", "del", "moveTo") for _ in body.iter(f"{W}{name}")
        )
        boxes = list(body.iter(f"{W}txbxContent"))
        fallbacks = {
            id(box)
            for alternative in body.iter()
            if alternative.tag.endswith("}Fallback") or alternative.tag == f"{W}del"
            for box in alternative.iter(f"{W}txbxContent")
        }
        prepared.text_boxes = sum(
            1 for box in boxes if id(box) not in fallbacks and "".join(box.itertext()).strip()
        )

    def remove_what_is_no_text(self, parent: Element) -> None:
        """Take out the table of contents and hidden text."""
        for child in list(parent):
            is_list = child.tag == f"{W}sdt" and _gallery(child) == "Table of Contents"
            is_line = child.tag == f"{W}p" and self.named_kind(_style_of(child)) == "contents"
            if is_list or is_line:
                parent.remove(child)
                self.prepared.has_contents = True
            elif child.tag == f"{W}r" and _is_on(child.find(f"{W}rPr/{W}vanish")):
                parent.remove(child)
                self.prepared.hidden += bool("".join(child.itertext()).strip())
            else:
                self.remove_what_is_no_text(child)

    def replace_formulas(self, parent: Element) -> None:
        for index, child in enumerate(list(parent)):
            if child.tag in {f"{M}oMath", f"{M}oMathPara"}:
                number = len(self.prepared.formulas)
                self.prepared.formulas.append(child)
                run = Element(f"{W}r")
                ET.SubElement(run, f"{W}t").text = f"{FORMULA_START}{number}{FORMULA_END}"
                parent[index] = run
            else:
                self.replace_formulas(child)

    # Lists

    def number_lists(self) -> None:
        """Give the first item of a list that goes on the number that Word shows there."""
        counts: dict[str, int] = {}
        before = ""
        for paragraph in self.body.iter(f"{W}p"):
            number, level = self.numbering(paragraph)
            if number and level == 0 and not self.kind(paragraph):
                counts[number] = counts.get(number, 0) + 1
                if counts[number] > 1 and before != number:
                    run = Element(f"{W}r")
                    text = f"{NUMBER_START}{counts[number]}{NUMBER_END}"
                    ET.SubElement(run, f"{W}t").text = text
                    paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, run)
            before = number or ("" if _has_text(paragraph) else before)

    def numbering(self, paragraph: Element) -> tuple[str, int]:
        """The list to which a paragraph belongs, if it does, and its level there."""
        level = _value(paragraph, "pPr", "numPr", "ilvl") or "0"
        number = _value(paragraph, "pPr", "numPr", "numId")
        if number is None:
            inherited = (style.number for style in self.ancestors(_style_of(paragraph)))
            number = next((found for found in inherited if found), None)
        return (number or "").strip("0"), int(level) if level.isdecimal() else 0

    # What paragraphs are

    def kind(self, paragraph: Element) -> str | None:
        """The id of our style for a paragraph; nothing for an ordinary one."""
        style = _style_of(paragraph)
        if named := self.named_kind(style):
            return f"Our{named.capitalize()}"
        outline = _value(paragraph, "pPr", "outlineLvl")
        if outline and outline.isdecimal() and int(outline) < _MOST_LEVELS:
            return f"Heading{int(outline) + 1}"
        for ancestor in self.ancestors(style):
            heading = _HEADING.fullmatch(ancestor.name.strip())
            level = int(heading[1] or 1) - 1 if heading else ancestor.outline
            if level is not None and level < _MOST_LEVELS:
                return f"Heading{max(level, 0) + 1}"
        return None

    def named_kind(self, style: str | None) -> str | None:
        """What a style is by its name, or by those that it is based on."""
        for generation, ancestor in enumerate(self.ancestors(style)):
            for kind, names in _STYLE_NAMES:
                is_inherited = generation == 0 or kind in _INHERITED
                if is_inherited and re.fullmatch(names, ancestor.name.strip(), re.IGNORECASE):
                    return kind
            if _HEADING.fullmatch(ancestor.name.strip()):
                return None
        return None

    def ancestors(self, style: str | None) -> Iterator[_Style]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while style is not None and style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = self.styles[style].based_on

    # Headings without a style

    def headings_by_look(self) -> None:
        """Take short lines for headings by their look, where none is a heading by its style.

        They are bold; in the text, behind the names, large letters or a colour are enough.
        """
        tables = self.in_tables()
        paragraphs = [one for one in self.body.iter(f"{W}p") if one not in tables]
        long = [one for one in paragraphs if len(_words_of(one)) > _LONGEST_HEADING]
        text_size = Counter(map(self.size, long)).most_common(1)[0][0] if long else 0
        first = paragraphs.index(long[0]) if long else len(paragraphs)
        found = [
            (paragraph, self.size(paragraph))
            for index, paragraph in enumerate(paragraphs)
            if self.looks_like_heading(paragraph)
            and (
                self.is_bold(paragraph)
                or (index > first and self.is_larger(paragraph, text_size))
                or (index > first and _is_coloured(paragraph))
            )
        ]
        sizes = sorted({size for _, size in found}, reverse=True)
        for paragraph, size in found:
            _set_style(paragraph, f"OurLook{min(sizes.index(size) + 1, _MOST_LEVELS)}")
        self.prepared.looks_only = len(found)

    def in_tables(self) -> set[Element]:
        return {
            paragraph for table in self.body.iter(f"{W}tbl") for paragraph in table.iter(f"{W}p")
        }

    def looks_like_heading(self, paragraph: Element) -> bool:
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t")).strip()
        is_special = (_style_of(paragraph) or "").startswith("Our")
        is_item = paragraph.find(f"{W}pPr/{W}numPr") is not None
        is_item = is_item or BULLET.match(text) is not None
        if not text or is_special or is_item or len(text.split()) > _LONGEST_HEADING:
            return False
        return not _ENDS_SENTENCE.search(text)

    def is_bold(self, paragraph: Element) -> bool:
        style = next(self.ancestors(_style_of(paragraph)), None)
        return all(
            _is_bold(run, is_bold=bool(style and style.is_bold)) for run in _written_runs(paragraph)
        )

    def is_larger(self, paragraph: Element, text_size: int) -> bool:
        """Whether the letters of a paragraph are larger than those of the text."""
        return self.size(paragraph) >= (text_size or _USUAL_SIZE) + _LEAST_DIFFERENCE

    def size(self, paragraph: Element) -> int:
        """Half points of the first letter."""
        for run in paragraph.iter(f"{W}r"):
            if _text_of(run).strip():
                if size := _size(run.find(f"{W}rPr")):
                    return size
                break
        inherited = (style.size for style in self.ancestors(_style_of(paragraph)))
        return next((size for size in inherited if size), 0)


_USUAL_SIZE, _LEAST_DIFFERENCE = 22, 3
"""Half points of a text that says nothing of its size, and by which headings are larger."""
_NO_COLOUR = {"auto", "000000", None}


def _words_of(paragraph: Element) -> list[str]:
    return "".join(node.text or "" for node in paragraph.iter(f"{W}t")).split()


def _written_runs(paragraph: Element) -> list[Element]:
    return [run for run in paragraph.iter(f"{W}r") if _text_of(run).strip()]


def _is_coloured(paragraph: Element) -> bool:
    """Whether all letters of a paragraph have one colour, which is not that of text or links."""
    colours = {_value(run, "rPr", "color") for run in _written_runs(paragraph)}
    is_link = paragraph.find(f"{W}hyperlink") is not None
    return len(colours) == 1 and not colours & _NO_COLOUR and not is_link


def _value(parent: Element, *path: str) -> str | None:
    found = parent.find("/".join(f"{W}{name}" for name in path))
    return found.get(f"{W}val") if found is not None else None


def _style_of(paragraph: Element) -> str | None:
    return _value(paragraph, "pPr", "pStyle")


def _set_style(paragraph: Element, style: str) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = Element(f"{W}pPr")
        paragraph.insert(0, properties)
    named = properties.find(f"{W}pStyle")
    if named is None:
        named = Element(f"{W}pStyle")
        properties.insert(0, named)
    named.set(f"{W}val", style)
    if style.startswith(("Heading", "OurLook")):
        for numbering in properties.findall(f"{W}numPr"):
            properties.remove(numbering)


def _gallery(block: Element) -> str | None:
    return _value(block, "sdtPr", "docPartObj", "docPartGallery")


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val") not in OFF


def _is_bold(run: Element, *, is_bold: bool) -> bool:
    own = run.find(f"{W}rPr/{W}b")
    return _is_on(own) if own is not None else is_bold


def _size(properties: Element | None) -> int | None:
    size = _value(properties, "sz") if properties is not None else None
    return int(size) if size and size.isdecimal() else None


def _has_text(paragraph: Element) -> bool:
    return any((node.text or "").strip() for node in paragraph.iter(f"{W}t"))


def _text_of(run: Element) -> str:
    return "".join(node.text or "" for node in run.findall(f"{W}t"))
