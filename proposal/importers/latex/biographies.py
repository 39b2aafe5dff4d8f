"""Finds the biographies of a paper's authors in its text, however they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from proposal.diagnostics import Span
from proposal.importers.draft import DraftPerson
from proposal.importers.latex.paper_tree import (
    Block,
    Emphasis,
    Inline,
    Items,
    LineBreak,
    Paragraph,
    SectionTitle,
    TypedText,
    plain,
    trimmed,
    walk,
)
from proposal.model.name_comparison import may_be_same, words

_SECTION = re.compile(r"biograph|\bbios?\b|organi[sz]er|organi[sz]ing|about the", re.IGNORECASE)
"""An example: `About the Organizers`."""
_BIOGRAPHY = re.compile(r"biograph|\bbios?\b", re.IGNORECASE)
"""An example: `Short Bios`."""
_FEWEST_WORDS = 12
_PUNCTUATION = ":.,;–—- "


@dataclass(slots=True)
class BiographyEntry:
    """One person's biography."""

    person: DraftPerson
    blocks: list[Block]
    place: Span
    left_out: str = ""
    """What stands behind the name in its heading, such as the affiliation."""
    is_run_in: bool = False
    """Whether the text begins in the line of the name."""


@dataclass(slots=True)
class BiographySection:
    """A stretch of a paper's text that holds biographies."""

    start: int
    """The index of the first block of the first biography."""
    end: int
    """The index behind the last block of the last one."""
    entries: list[BiographyEntry] = field(default_factory=list)
    strangers: list[tuple[str, Span]] = field(default_factory=list)
    """Names in bold that are no author's, with their places; their text stays."""
    kept: list[Block] = field(default_factory=list)
    """Blocks between the biographies that belong to none of them."""


def find_biographies(
    blocks: Sequence[Block], people: Sequence[DraftPerson]
) -> BiographySection | None:
    """The section with most biographies of these people, if there is one."""
    found = [
        section
        for title, start, end in _sections(blocks, people)
        if (section := _section(blocks, start, end, people)) is not None
        and (len(section.entries) > 1 or _SECTION.search(title))
        and (_length(section) >= _FEWEST_WORDS or _BIOGRAPHY.search(title))
    ]
    return max(found, key=lambda section: (len(section.entries), _length(section)), default=None)


def _length(section: BiographySection) -> float:
    """How many words a biography has on average; a list of names has few."""
    texts = (span for entry in section.entries for span in walk(entry.blocks))
    count = sum(len(span.text.split()) for span in texts if isinstance(span, TypedText))
    return count / len(section.entries)


def _sections(
    blocks: Sequence[Block], people: Sequence[DraftPerson]
) -> Iterator[tuple[str, int, int]]:
    """Titles of sections with the indexes of their first and behind their last block."""
    title, start = "", 0
    for index, block in enumerate(blocks):
        if isinstance(block, SectionTitle) and _person_of(plain(block.spans), people) is None:
            yield title, start, index
            title, start = plain(block.spans), index + 1
    yield title, start, len(blocks)


def _section(
    blocks: Sequence[Block], start: int, end: int, people: Sequence[DraftPerson]
) -> BiographySection | None:
    section: BiographySection | None = None
    for index in range(start, end):
        block = blocks[index]
        entries = _entries(block, people)
        if entries:
            section = section or BiographySection(index, index)
            section.entries += entries
            section.end = index + 1
        elif section is not None:
            if name := _stranger(block):
                section.strangers.append((name, block.place))
                section.kept.append(block)
            elif section.strangers:
                section.kept.append(block)
            else:
                section.entries[-1].blocks.append(block)
            section.end = index + 1
    if section is None:
        return None
    _give_back_tail(section, blocks)
    twice = {id(entry.person) for entry in section.entries}
    return section if len(twice) == len(section.entries) else None


def _give_back_tail(section: BiographySection, blocks: Sequence[Block]) -> None:
    """What stands behind the last biography belongs to it only if others are as long."""
    last = section.entries[-1]
    longest = max((len(entry.blocks) for entry in section.entries[:-1]), default=len(last.blocks))
    extra = len(last.blocks) - max(longest, 1)
    if extra > 0 and not section.strangers:
        del last.blocks[-extra:]
        section.end -= extra


def _entries(block: Block, people: Sequence[DraftPerson]) -> list[BiographyEntry]:
    """The biographies that begin with a block."""
    match block:
        case SectionTitle(spans=spans, place=place):
            person = _person_of(plain(spans), people)
            if person is None:
                return []
            left_out = _behind(plain(spans), person)
            return [BiographyEntry(person, [], place, left_out, is_run_in=block.level > 2)]
        case Paragraph():
            entry = _entry(block, people)
            return [entry] if entry else []
        case Items(items=items):
            entries = []
            for item in items:
                first = item[0] if item else None
                entry = _entry(first, people) if isinstance(first, Paragraph) else None
                if entry is None:
                    return []
                entry.blocks += item[1:]
                entries.append(entry)
            return entries
        case _:
            return []


def _entry(paragraph: Paragraph, people: Sequence[DraftPerson]) -> BiographyEntry | None:
    """The biography that a paragraph begins with a name in bold, if it does."""
    first, *rest = paragraph.spans
    if not isinstance(first, Emphasis):
        return None
    head = plain(first.spans)
    person = _person_of(head, people)
    if person is None:
        return None
    left_out = _behind(head, person)
    is_whole = first.is_label or not rest or isinstance(rest[0], LineBreak)
    behind = plain(rest)
    if is_whole or head[-1] in ":.–—" or behind[:1] in set(":.–—"):
        text = _without_punctuation(rest)
        is_run_in = bool(text) and not (rest and isinstance(rest[0], LineBreak))
    else:  # the name is the subject of the first sentence
        text, is_run_in = trimmed((TypedText(person.name), *rest)), True
    blocks: list[Block] = [Paragraph(text, paragraph.place)] if text else []
    return BiographyEntry(person, blocks, paragraph.place, left_out, is_run_in)


def _without_punctuation(spans: Sequence[Inline]) -> tuple[Inline, ...]:
    """The text behind a name, without the colon and the like between them."""
    text = trimmed(spans)
    if text and isinstance(text[0], TypedText):
        text = trimmed((TypedText(text[0].text.lstrip(_PUNCTUATION)), *text[1:]))
    return text


def _person_of(head: str, people: Sequence[DraftPerson]) -> DraftPerson | None:
    """Whose name a heading is, or begins with."""
    name = head.strip(_PUNCTUATION)
    if not name or len(name) > 200:
        return None
    for person in people:
        if may_be_same(person.name, name):
            return person
    spoken = words(name.replace(",", " "))
    for person in people:
        wanted = words(person.name)
        if wanted and spoken[: len(wanted)] == wanted and len(spoken) <= len(wanted) + 12:
            return person
    return None


def _behind(head: str, person: DraftPerson) -> str:
    """What stands behind the name: "Narges Tabari (AWS AI Labs)" has an affiliation."""
    name = head.strip(_PUNCTUATION)
    if may_be_same(person.name, name):
        return ""
    count = len(person.name.split())
    return " ".join(name.split()[count:]).strip(_PUNCTUATION)


def _stranger(block: Block) -> str | None:
    """The name in bold with which a paragraph begins as the biographies do."""
    if not isinstance(block, Paragraph) or not isinstance(block.spans[0], Emphasis):
        return None
    name = plain(block.spans[0].spans).strip(_PUNCTUATION)
    looks_like_name = re.fullmatch(r"([A-ZÀ-Þ][\w.'’-]*\s+){1,4}[A-ZÀ-Þ][\w'’-]*", name)
    return name if looks_like_name and block.spans[0].is_bold else None
