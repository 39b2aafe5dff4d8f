"""Recognizes a proposal in a form: a table with a label and an answer in each row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proposal.importers.latex.paper_tree import Block, Inline, Items, LineBreak, Paragraph, trimmed

_FEWEST_LABELS = 3
"""Rows with a usual label that a form has; a table of two columns may have one by chance."""
_SHORTEST_ANSWER = 2
"""Words of answers; a table of contents or a checklist has fewer: `Abstract`, `Section 1`."""
_WORD = re.compile(r"[^\W\d_]+")
"""`Section`, but not `1`"""
_OF_WORKSHOP = r"(?:\s+(?:of|for)\s+(?:the\s+)?(?:workshop|event))?"
_TITLE = rf"(?:full\s+)?(?:workshop\s+|event\s+)?(?:title|name){_OF_WORKSHOP}"
_ACRONYM = rf"(?:workshop\s+)?(?:acronym|short\s+(?:name|title)|abbreviation){_OF_WORKSHOP}"
_OTHERS = (
    r"(?:workshop\s+)?(?:abstract|summary|key\s?words|description|motivation|duration|length|format"
    r"|topics?(?:\s+of\s+interest)?|themes?|(?:co-?)?(?:organi[sz]ers?|chairs?)|proposers?"
    r"|program(?:me)?\s+committee|(?:intended\s+|target\s+)?audience|important\s+dates|schedule"
    r"|(?:tentative\s+)?program(?:me)?|web\s?(?:site|page)|contact(?:\s+person)?|previous\s+editions"
    r"|(?:invited|keynote)\s+speakers?|(?:expected|estimated)\s+.{1,40}|number\s+of\s+.{1,40})"
)
_KINDS = (
    ("title", _TITLE),
    ("acronym", _ACRONYM),
    ("abstract", r"(?:workshop\s+)?abstract"),
    ("keywords", r"key\s?words?"),
    ("topics", r"(?:workshop\s+)?topics?(?:\s+of\s+interest)?"),
    ("other", _OTHERS),
)
_ASIDE = re.compile(r"^\s*\d+[.)]\s*|\s*[(\[][^()\[\]]*[)\]]\s*|[\s:*?.]+$")
"""What stands around a label: `1. `, ` (max. 200 words)`, `:`, `*`."""


def label_of(text: str) -> str:
    """The kind of answer behind a label: `title`, `topics`, `other`; empty for no usual label."""
    line = " ".join(text.split())
    while (bare := _ASIDE.sub("", line)) != line:
        line = bare
    for kind, pattern in _KINDS:
        if re.fullmatch(pattern, line, re.IGNORECASE):
            return kind
    return ""


def is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows, by the words in their cells, are labels with answers."""
    if any(len(row) != len(("label", "answer")) for row in rows):
        return False
    usual = [(kind, answer) for label, answer in rows if (kind := label_of(label))]
    # One word is all that an acronym is.
    said = [answer for kind, answer in usual if kind != "acronym" and answer.strip()]
    words = sum(len(_WORD.findall(answer)) for answer in said)
    return len(usual) >= _FEWEST_LABELS and words > _SHORTEST_ANSWER * len(said)


def answer_of(blocks: Sequence[Block], kind: str) -> list[Block]:
    """The blocks of an answer, whose lines stand apart: each is a paragraph, or a topic."""
    if kind == "abstract":
        return list(blocks)
    apart = [line for block in blocks for line in _lines_of(block)]
    paragraphs = [block for block in apart if isinstance(block, Paragraph)]
    if kind != "topics" or len(paragraphs) < len(apart) or len(apart) == 1:
        return apart
    return [Items(tuple((one,) for one in paragraphs), paragraphs[0].place, False, 1)]


def _lines_of(block: Block) -> list[Block]:
    if not isinstance(block, Paragraph):
        return [block]
    lines: list[list[Inline]] = [[]]
    for span in block.spans:
        if isinstance(span, LineBreak):
            lines.append([])
        else:
            lines[-1].append(span)
    return [Paragraph(spans, block.place) for line in lines if (spans := trimmed(line))]
