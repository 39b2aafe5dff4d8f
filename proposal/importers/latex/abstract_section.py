"""Finds abstract and keywords of a document, by style, by heading or by their first words."""

from __future__ import annotations

import re

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.importers.latex.organizers_section import plain_of
from proposal.importers.latex.paper_tree import (
    Block,
    Emphasis,
    Paragraph,
    SectionTitle,
    TypedText,
    plain,
    trimmed,
)

_ABSTRACT = re.compile(
    r"(?:abstra[ck]t|summary|zusammenfassung|kurzfassung|resumen|résumé|özet|摘要|الملخص)"
    r"\s*[.:：–—-]*\s*",
    re.IGNORECASE,
)
"""`Abstract: `, `Zusammenfassung`"""
_MAY_END = re.compile(r"summary|zusammenfassung|resumen|résumé", re.IGNORECASE)
"""Of these words, a section behind others is no abstract, but what sums the text up. Example:
`Zusammenfassung`."""
_KEYWORDS = re.compile(
    r"(?:key\s?words?(?:\s+and\s+phrases)?|index terms|schlüsselwörter|schlagwörter|palabras clave"
    r"|palavras[ -]chave|parole chiave|mots[ -]clés|anahtar kelimeler|关键词|關鍵詞"
    r"|キーワード|키워드|الكلمات المفتاحية)\s*[.:：–—-]*\s*",
    re.IGNORECASE,
)
"""`Keywords and phrases: `, `Index Terms—`"""


class AbstractReader(Struct):
    """The reading of the blocks of a text, one behind the other."""

    abstract: list[Block] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    wants_abstract: bool = True
    """Whether the document has no abstract elsewhere."""
    wants_keywords: bool = True
    section: str = ""
    """What the heading above is of: `abstract`, `keywords`, or other things."""
    is_one_paragraph: bool = False
    """Whether the heading is a plain line, below which one paragraph is meant."""
    is_behind_titles: bool = False
    """Whether the text has begun, in which a section called Summary is no abstract."""

    def take(self, block: Block, kind: str = "") -> bool:
        """Take a block that belongs to abstract or keywords; whether it does.

        Args:
            block: the block.
            kind: what its style says of it: `abstract`, `keywords`, or other things.
        """
        words = plain_of(block)
        if isinstance(block, SectionTitle):
            is_late = self.is_behind_titles and _MAY_END.match(words) is not None
            self.section = "" if is_late else self.section_of(words)
            self.is_one_paragraph = False
            self.is_behind_titles |= not self.section
            return bool(self.section)
        if not isinstance(block, Paragraph):
            return False
        if section := self.section_of(words):
            self.section, self.is_one_paragraph = section, True
            return True
        is_of = self.section
        if self.is_one_paragraph:
            self.section = ""
        is_list = kind == "keywords" or is_of == "keywords" or _KEYWORDS.match(words)
        if is_list and self.wants_keywords:
            self.keywords += _listed(_KEYWORDS.sub("", words, count=1))
            return True
        is_labelled = not self.abstract and _ABSTRACT.match(words) and _is_label(block)
        is_text = kind == "abstract" or is_of == "abstract" or is_labelled
        if is_text and self.wants_abstract:
            self.abstract.append(_unlabelled(block))
            return True
        return False

    def section_of(self, words: str) -> str:
        """What a line is the heading of, if it is one of the two that are not there yet."""
        if self.wants_abstract and _ABSTRACT.fullmatch(words) and not self.abstract:
            return "abstract"
        wants_keywords = self.wants_keywords and not self.keywords
        return "keywords" if wants_keywords and _KEYWORDS.fullmatch(words) else ""


def _listed(words: str) -> list[str]:
    keywords = (keyword.strip(" .") for keyword in re.split(r"[,;·•\n，；、]", words))
    return [keyword for keyword in keywords if keyword]


def _is_label(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a label: in bold or italics, or with a sign behind it."""
    first = paragraph.spans[0]
    words = plain(paragraph.spans)
    match = _ABSTRACT.match(words)
    sign = match[0].rstrip()[-1:] if match else ""
    return isinstance(first, Emphasis) or sign in set(":.–—-")


def _unlabelled(paragraph: Paragraph) -> Paragraph:
    """A paragraph without the label "Abstract" at its beginning."""
    spans = list(paragraph.spans)
    while spans:
        first = spans[0]
        inner = first.spans if isinstance(first, Emphasis) else (first,)
        if isinstance(first, Emphasis) and _ABSTRACT.fullmatch(plain(inner)):
            spans.pop(0)
            continue
        if isinstance(first, TypedText):
            text = (
                _ABSTRACT.sub("", first.text, count=1)
                if _ABSTRACT.match(first.text)
                else first.text
            )
            spans[0] = TypedText(text.lstrip(" .:–—-"))
        break
    return replace(paragraph, spans=trimmed(spans))
