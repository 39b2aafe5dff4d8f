"""Writes the tree of a page's text as the Markdown of data files, which reads as the same text.

Data files know no HTML: its emphasis, links and lists become Markdown's, and of everything
else the words remain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Protocol

from msgspec import Struct

from proposal.importers.markdown_text import LINKED, escaped, safe_start
from proposal.importers.reaching_cells import cells_by_column
from proposal.model.data_writer import wrapped
from proposal.reading.page_tree import BLOCKS, HIDDEN, Element

_ANCHOR = re.compile(r"\s*\{#[\w-]+\}$")
"""What kramdown takes for the name of a heading: `Fees {#fees}`."""
_LIKE_CITATION = re.compile(r"^[@^]")
"""Words of a link that would be taken for a citation or a footnote: `[@wsp](https://…)`."""
_BEFORE_EMPHASIS = ("", " ", "\n", "(")
_BEHIND_EMPHASIS = " \n.,;:!?)"


def statement(element: Element) -> str:
    """A biography or an abstract."""
    return _TreeWriter(in_document=False).blocks(element.children)


class OwnNames(Protocol):
    """Names for what a text shows and links to of ours."""

    def picture(self, address: str) -> str | None:
        """The name of a picture; nothing if it is not at hand."""

    def link(self, address: str) -> str | None:
        """What a link is written as; nothing if it leads to nothing of ours."""


def document(children: Iterable[Element | str], own: OwnNames | None = None) -> str:
    """A part of a document, in which `{{` quotes a fact; its lines are wrapped."""
    return wrapped(_TreeWriter(in_document=True, own=own).blocks(children))


def whole_page(children: Iterable[Element | str], own: OwnNames) -> str:
    """The text of a page with its headings and tables; the highest headings have two signs."""
    return _TreeWriter(in_document=True, own=own, is_page=True).blocks(children)


class _TreeWriter(Struct, frozen=True):
    in_document: bool
    own: OwnNames | None = None
    is_page: bool = False
    """Whether headings and tables stay what they are."""

    def blocks(self, children: Iterable[Element | str]) -> str:
        found = []
        for is_block, group in groupby(children, _is_block):
            if is_block:
                found += [self.block(child) for child in group if isinstance(child, Element)]
            else:
                found.append(self.paragraph(list(group)))
        return "\n\n".join(part for part in found if part.strip())

    def block(self, element: Element) -> str:
        match element.tag:
            case "p" | "summary" | "figcaption" | "dt":
                return self.paragraph(element.children)
            case "ul" | "ol":
                return self.items(element)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                words = self.paragraph(element.children)
                if self.is_page and words:
                    signs = "#" * min(int(element.tag[1]) + 1, 6)
                    return f"{signs} {_ANCHOR.sub('', words)}"
                return f"**{words}**" if words else ""
            case "figure" if picture := self.figure(element):
                return picture
            case "table" if self.is_page:
                return self.table(element)
            case "pre" if self.is_page:
                return f"~~~\n{element.text}\n~~~"
            case "blockquote":
                lines = self.blocks(element.children).split("\n")
                return "\n".join(f"> {line}".rstrip() for line in lines)
            case "tr":
                cells = [self.paragraph(cell.children) for cell in element.elements]
                return ", ".join(cell for cell in cells if cell)
            case "hr":
                return ""
            case _:
                return self.blocks(element.children)

    def figure(self, element: Element) -> str:
        """A picture with its caption and its width; empty if it is not at hand."""
        images, captions = element.all("img"), element.all("figcaption")
        if len(images) != 1:
            return ""
        picture = self.image(images[0], captions[0].text if captions else "")
        # such as style="width: 50%"
        width = re.search(r"width:\s*(\d{1,3})%", element.attributes.get("style", ""))
        width_of_page = "page" if "across" in element.attributes.get("class", "").split() else ""
        size = f"{width[1]}%" if width else width_of_page
        whole = f"{picture}{{width={size}}}" if picture and size else picture
        links = element.all("a")
        target = self.target(links[0]) if links and picture else None
        return f"[{whole}]({target})" if target else whole

    def image(self, image: Element, caption: str = "") -> str:
        """A picture; empty if it is not at hand."""
        name = self.own.picture(image.attributes.get("src", "")) if self.own else None
        if name is None:
            return ""
        shows = re.sub(r"([\[\]\\])", r"\\\1", image.attributes.get("alt", ""))
        said = caption.replace("\\", "\\\\").replace('"', '\\"')
        title = f' "{said}"' if caption else ""
        return f"![{shows}]({_safe(name)}{title})"

    def target(self, link: Element) -> str | None:
        """Where a link leads; nothing if that cannot be said."""
        address = link.attributes.get("href", "").strip()
        if address.startswith(LINKED):
            return _safe(address)
        name = self.own.link(address) if self.own and address.startswith("/") else None
        return _safe(name) if name else None

    def table(self, element: Element) -> str:
        """A table, whose first row is its head; what a cell reaches over is empty."""
        found = [row for row in cells_by_column(element.all("tr")) if row]
        width = max(map(len, found), default=0)
        rows = [
            [self.paragraph(cell.children).replace("\n\n", " ") if cell else "" for cell in row]
            + [""] * (width - len(row))
            for row in found
        ]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        rule = f"|{' --- |' * width}" if lines else ""
        return "\n".join([*lines[:1], rule, *lines[1:]])

    def items(self, element: Element) -> str:
        found = []
        for number, item in enumerate(element.elements, start=1):
            marker = "- " if element.tag == "ul" else f"{number}. "
            if content := self.blocks(item.children):
                tight = re.sub(r"\n\n(?=- |\d+\. )", "\n", content)
                found.append(marker + tight.replace("\n", "\n" + " " * len(marker)))
        return "\n".join(found)

    def paragraph(self, children: list[Element | str]) -> str:
        lines = (" ".join(line.split()) for line in self.spans(children).split("\n"))
        # What was broken into lines stands in paragraphs, which editors wrap as they like.
        return "\n\n".join(safe_start(line, in_document=self.in_document) for line in lines if line)

    def spans(self, children: list[Element | str]) -> str:
        text = ""
        for index, child in enumerate(children):
            if isinstance(child, str):
                text += self.words(child)
            elif child.tag == "br":
                text += "\n"
            elif child.tag not in HIDDEN:
                text += self.span(child, text, children[index + 1 : index + 2])
        return text

    def words(self, text: str) -> str:
        written = escaped(re.sub(r"\s+", " ", text), in_document=self.in_document)
        return written.replace("{{", '{{ "{{" }}') if self.in_document else written

    def span(self, element: Element, before: str, behind: list[Element | str]) -> str:
        words = self.spans(element.children)
        match element.tag:
            case "em" | "i" | "strong" | "b":
                marker = "*" if element.tag in {"em", "i"} else "**"
                following = behind[0] if behind else ""
                next_sign = following[:1] if isinstance(following, str) else ""
                is_free = before[-1:] in _BEFORE_EMPHASIS and next_sign in _BEHIND_EMPHASIS
                is_plain = words == words.strip() and words and "*" not in words
                return f"{marker}{words}{marker}" if is_free and is_plain else words
            case "math":
                formula = element.formula
                return (formula.replace("{{", "{ {") if self.in_document else formula) or words
            case "a":
                address = self.target(element)
                shown = _LIKE_CITATION.sub(r"\\\g<0>", words.strip())
                return f"[{shown}]({address})" if address and shown else words
            case "img":
                return self.image(element)
            case "code":
                code = element.text
                return f"`{code}`" if code and not set(code) & set("`{}") else words
            case _:
                return words


def _is_block(child: Element | str) -> bool:
    return isinstance(child, Element) and child.tag in BLOCKS


def _safe(address: str) -> str:
    """An address that ends where the parenthesis of its link does."""
    signs = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C"}
    return "".join(signs.get(sign, sign) for sign in address)
