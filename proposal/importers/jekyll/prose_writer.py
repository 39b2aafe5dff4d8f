"""Writes the tree of a page's text as the Markdown of data files, which reads as the same text.

Data files know no HTML: its emphasis, links and lists become Markdown's, and of everything
else the words remain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from proposal.importers.data_writer import wrapped
from proposal.importers.markdown_text import escaped, safe_start
from proposal.reading.page_tree import BLOCKS, HIDDEN, Element

_LINKED = ("http://", "https://", "mailto:")
_BEFORE_EMPHASIS = ("", " ", "\n", "(")
_BEHIND_EMPHASIS = " \n.,;:!?)"


def statement(element: Element) -> str:
    """A biography or an abstract."""
    return _TreeWriter(in_document=False).blocks(element.children)


def document(children: Iterable[Element | str]) -> str:
    """A part of a document, in which `{{` quotes a fact; its lines are wrapped."""
    return wrapped(_TreeWriter(in_document=True).blocks(children))


@dataclass(frozen=True, slots=True)
class _TreeWriter:
    in_document: bool

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
                return f"**{words}**" if words else ""
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
                address = element.attributes.get("href", "").strip()
                if address.startswith(_LINKED) and words.strip():
                    return f"[{words.strip()}]({_safe(address)})"
                return words
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
