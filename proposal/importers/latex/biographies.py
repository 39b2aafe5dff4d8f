"""Finds the biographies of a paper's authors in its text, however they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Span
from proposal.importers.draft import DraftPerson
from proposal.importers.latex.biographies_in_a_row import at_names
from proposal.importers.latex.biography_heads import (
    PUNCTUATION,
    VERB,
    BiographyHead,
    behind_name,
    head_in_bold,
    head_in_text,
    head_within_text,
    is_post,
    person_of,
    with_subject,
)
from proposal.importers.latex.contact_lines import without_contact, without_head
from proposal.importers.latex.paper_tree import (
    Block,
    Emphasis,
    Inline,
    Items,
    LineBreak,
    PaperFigure,
    Paragraph,
    SectionTitle,
    Tabular,
    TypedText,
    plain,
    trimmed,
    walk,
)
from proposal.model.name_comparison import words

_SECTION = re.compile(
    r"biograph|\bbios?\b|organi[sz]er|organi[sz]ing|about the|\b(?:co-?)?chairs?\b|\bteam\b"
    r"|proposers?|about us|authors?\b|organi[sz]ation",
    re.IGNORECASE,
)
"""An example: `About the Organizers`."""
_OTHER_LANGUAGE = re.compile(
    r"veranstalt|organisat|organi[sz]ador|organi[sz]ación|organizzat|organiza[çc]|lebensl[äa]uf|biograf"
    r"|组织者|組織者|主催者|オーガナイザ|조직위원",
    re.IGNORECASE,
)
"""An example: `Veranstalterinnen und Veranstalter`."""
_BIOGRAPHY = re.compile(r"biograph|\bbios?\b", re.IGNORECASE)
"""An example: `Short Bios`."""
_FEWEST_WORDS = 12
_WORDS_OF_LABEL = 3
"""At most so many words are a name or a label."""
_PRONOUN = re.compile(r"\b(?:he|she|they|his|her|hers|their|him|them)\b", re.IGNORECASE)
"""`She works on engines`"""


class BiographyEntry(Struct):
    """One person's biography."""

    person: DraftPerson
    blocks: list[Block]
    place: Span
    left_out: str = ""
    """What stands behind the name in its heading, such as the affiliation."""
    is_run_in: bool = False
    """Whether the text begins in the line of the name."""
    address: str = ""
    """Where the name leads, as a link."""
    is_complete: bool = False
    """Whether the biography ends with its item or row, so that nothing below belongs to it."""


class _WantedNames(Struct, frozen=True):
    """Whose biographies are looked for."""

    people: Sequence[DraftPerson]
    plain_names: bool
    """Whether one may begin with a name in plain letters."""
    within: Sequence[DraftPerson] = ()
    """Those with whose name no block begins; a sentence within a paragraph may do."""


class BiographySection(Struct):
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


class UnreadBiographies(Struct, frozen=True):
    """A section that is called after organizers or biographies, and has some that are not read."""

    title: str
    place: Span
    people: tuple[DraftPerson, ...]
    """Whose biographies lack."""


def find_biographies(
    blocks: Sequence[Block], people: Sequence[DraftPerson]
) -> BiographySection | None:
    """The section with most biographies of these people, if there is one."""
    found = [
        section
        for title, start, end in _sections(blocks, people)
        if (section := _section(blocks, start, end, people, title)) is not None
        and (len(section.entries) > 1 or _is_of_people(title))
        and (_is_prose(section, title) or _BIOGRAPHY.search(title))
    ]
    chosen = max(found, key=lambda section: (len(section.entries), _length(section)), default=None)
    for entry in chosen.entries if chosen else ():
        entry.blocks, said = without_head(entry.blocks, entry.person)
        entry.left_out = entry.left_out or said
        entry.blocks = without_contact(entry.blocks, entry.person)
    return chosen


def ends_thanks(block: Block, people: Sequence[DraftPerson]) -> bool:
    """Whether a block below the acknowledgments begins a section, or somebody's biography."""
    if not isinstance(block, Paragraph):
        return isinstance(block, SectionTitle)
    return head_in_bold(block.spans, people) is not None


def unread_biographies(
    blocks: Sequence[Block], people: Sequence[DraftPerson], found: BiographySection | None
) -> UnreadBiographies | None:
    """A section in which somebody's biography is to be expected, but was not found."""
    described = {id(entry.person) for entry in found.entries} if found else set()
    lacking = tuple(person for person in people if id(person) not in described)
    if not lacking:
        return None
    for title, start, end in _sections(blocks, people):
        is_meant = (
            start <= found.start < end
            if found
            else _is_of_people(title)
            and any(_may_be_biography(block, people, title) for block in blocks[start:end])
        )
        if is_meant:
            place = blocks[start - 1].place if start else blocks[start].place
            return UnreadBiographies(title, place, lacking)
    return None


def _is_of_people(title: str) -> bool:
    """Whether a heading is of the organizers or of biographies."""
    return any(words.search(title) for words in (_SECTION, _OTHER_LANGUAGE))


def _may_be_biography(block: Block, people: Sequence[DraftPerson], title: str) -> bool:
    """Whether a block is long enough and tells of one of the people."""
    if _BIOGRAPHY.search(title) is not None:
        return _count(block) > _WORDS_OF_LABEL
    text = _words_of(block)
    if len(text.split()) < _FEWEST_WORDS or is_post(text):
        return False
    said = set(words(text))
    return any(said.issuperset(words(person.name)) for person in people)


def _words_of(block: Block) -> str:
    return " ".join(span.text for span in walk([block]) if isinstance(span, TypedText))


def _count(block: Block) -> int:
    return len(_words_of(block).split())


def _is_prose(section: BiographySection, title: str) -> bool:
    """Whether the entries are sentences, and not a list of names with affiliations."""
    texts = [" ".join(map(_words_of, entry.blocks)) for entry in section.entries]
    if all(map(is_post, texts)):
        return False
    if _length(section) >= _FEWEST_WORDS:
        return True
    are_sentences = all(VERB.search(text) and text.rstrip()[-1:] in ".!?)" for text in texts)
    return are_sentences and _is_of_people(title)


def _length(section: BiographySection) -> float:
    """How many words a biography has on average; a list of names has few."""
    return sum(_count(block) for entry in section.entries for block in entry.blocks) / len(
        section.entries
    )


def _sections(
    blocks: Sequence[Block], people: Sequence[DraftPerson]
) -> Iterator[tuple[str, int, int]]:
    """Titles of sections with the indexes of their first and behind their last block."""
    title, start = "", 0
    for index, block in enumerate(blocks):
        if isinstance(block, SectionTitle) and person_of(plain(block.spans), people) is None:
            yield title, start, index
            title, start = plain(block.spans), index + 1
    yield title, start, len(blocks)


def _section(
    blocks: Sequence[Block], start: int, end: int, people: Sequence[DraftPerson], title: str
) -> BiographySection | None:
    found = _read_section(blocks, start, end, people, plain_names=False)
    if _is_of_people(title):
        other = _read_section(blocks, start, end, people, plain_names=True)
        if other and len(other.entries) > (len(found.entries) if found else 0):
            return other
    return found


def _read_section(
    blocks: Sequence[Block],
    start: int,
    end: int,
    people: Sequence[DraftPerson],
    *,
    plain_names: bool,
) -> BiographySection | None:
    section: BiographySection | None = None
    behind: list[Block] = []
    names = _WantedNames(people, plain_names=plain_names)
    found = [entry for block in blocks[start:end] for entry in _entries(block, names)[0]]
    begun = {id(entry.person) for entry in found}
    names = replace(names, within=[one for one in people if id(one) not in begun] if begun else ())
    for index in range(start, end):
        entries, left = _entries(blocks[index], names)
        is_portrait = isinstance(block := blocks[index], PaperFigure) and block.is_portrait
        if not entries and not (section and is_portrait):
            if section is not None:
                behind.append(block)
            continue
        section = section or BiographySection(index, index)
        for other in behind:
            _take_block(section, other)
        behind = []
        if is_portrait:
            section.entries[-1].blocks.append(blocks[index])
        _add_entries(section, entries)
        section.kept += left
        section.strangers += [(name, items.place) for items in left for name in _names(items)]
        section.end = index + 1
    if section is None:
        return None
    _take_tail(section, behind)
    for entry in section.entries:
        if entry.blocks and isinstance(first := entry.blocks[0], Paragraph):
            entry.blocks[0] = replace(first, spans=with_subject(entry.person, first.spans))
    different = {id(entry.person) for entry in section.entries}
    return section if len(different) == len(section.entries) else None


def _add_entries(section: BiographySection, entries: list[BiographyEntry]) -> None:
    """Add what begins here; a further paragraph about the person above goes on with hers."""
    for entry in entries:
        if section.entries and section.entries[-1].person is entry.person:
            section.entries[-1].blocks += entry.blocks
        else:
            section.entries.append(entry)


def _take_block(section: BiographySection, block: Block) -> None:
    """Add a block between two biographies to the one above, or to what stays."""
    last = section.entries[-1]
    if name := _stranger(block):
        section.strangers.append((name, block.place))
        section.kept.append(block)
    elif section.strangers or (last.is_complete and not isinstance(block, PaperFigure)):
        section.kept.append(block)
    else:
        last.blocks.append(block)


def _take_tail(section: BiographySection, behind: Sequence[Block]) -> None:
    """What stands behind the last biography belongs to it only if others are as long.

    Of a single one, it has to tell of the person.
    """
    last, others = section.entries[-1], section.entries[:-1]
    if last.is_complete:
        return
    stranger = next((index for index, block in enumerate(behind) if _stranger(block)), None)
    if stranger is not None:
        for block in behind:
            _take_block(section, block)
        section.end += len(behind)
        return
    longest = max((len(entry.blocks) for entry in others), default=1)
    room = max(longest - len(last.blocks), 0 if last.blocks else 1)
    for block in behind:
        if room <= 0 and (others or not _is_about(block, last.person)):
            break
        last.blocks.append(block)
        section.end += 1
        room -= 1


def _is_about(block: Block, person: DraftPerson) -> bool:
    """Whether a paragraph tells of somebody: by a pronoun, or by a word of the name."""
    if not isinstance(block, Paragraph):
        return False
    said = _words_of(block)
    return _PRONOUN.search(said) is not None or any(
        len(word) > 2 and word in words(said) for word in words(person.name)
    )


def _entries(block: Block, names: _WantedNames) -> tuple[list[BiographyEntry], list[Block]]:
    """The biographies that begin with a block, and what of it belongs to none."""
    match block:
        case SectionTitle(spans=spans, place=place):
            head = plain(spans)
            person = person_of(head, names.people)
            if person is None:
                return [], []
            entry = BiographyEntry(person, [], place, behind_name(head, person))
            entry.is_run_in = block.level > 3
            return [entry], []
        case Paragraph():
            return _in_paragraph(block, names), []
        case Items():
            return _in_items(block, names)
        case Tabular(header=header, rows=rows, place=place):
            return _in_rows([header, *rows], place, names), []
        case _:
            return [], []


def _in_paragraph(paragraph: Paragraph, names: _WantedNames) -> list[BiographyEntry]:
    """The biographies in a paragraph, each of which begins on a line or with a sentence."""
    found: list[BiographyEntry] = []
    for spans in at_names(paragraph.spans, names.people, names.within):
        part = replace(paragraph, spans=spans)
        entry = _entry(part, names)
        if entry is None:
            return []
        found.append(entry)
    return found


def _in_items(items: Items, names: _WantedNames) -> tuple[list[BiographyEntry], list[Block]]:
    """The biographies that are items of a list, and a list of the other items."""
    found: list[BiographyEntry] = []
    others: list[tuple[Block, ...]] = []
    for item in items.items:
        first = item[0] if item else None
        entry = None
        if isinstance(first, Paragraph):
            entry = _entry(first, names)
        if entry is None:
            others.append(item)
            continue
        entry.blocks += item[1:]
        entry.is_complete = True
        found.append(entry)
    return found, [replace(items, items=tuple(others))] if found and others else []


def _in_rows(
    rows: Sequence[Sequence[tuple[Inline, ...]]], place: Span, names: _WantedNames
) -> list[BiographyEntry]:
    """The biographies of a table all of whose rows have one."""
    found = []
    for row in rows:
        cells = [trimmed(cell) for cell in row if plain(cell)]
        if not cells:
            continue
        if len(cells) == 2 and person_of(plain(cells[0]), names.people):
            head: Inline = Emphasis(cells[0], is_bold=True)
            cells = [(head, LineBreak(), *cells[1])]
        if len(cells) != 1:
            return []
        entry = _entry(Paragraph(cells[0], place), names)
        if entry is None:
            return []
        entry.is_complete = True
        found.append(entry)
    return found


def _entry(paragraph: Paragraph, names: _WantedNames) -> BiographyEntry | None:
    """The biography that a paragraph begins, with a name in bold or in plain letters."""
    if not paragraph.spans:
        return None
    first, people = paragraph.spans[0], names.people
    is_label = isinstance(first, Emphasis) and first.is_label
    head = head_in_bold(paragraph.spans, people, is_label=is_label)
    if head is None and names.plain_names:
        head = head_in_text(paragraph.spans, people, _FEWEST_WORDS)
        head = head or head_within_text(paragraph.spans, people)
    return _entry_of(head, paragraph) if head else None


def _entry_of(head: BiographyHead, paragraph: Paragraph) -> BiographyEntry:
    blocks: list[Block] = [Paragraph(head.text, paragraph.place)] if head.text else []
    return BiographyEntry(
        head.person, blocks, paragraph.place, head.left_out, head.is_run_in, head.address
    )


def _names(items: Block) -> Iterator[str]:
    """The names of those in a list who are no authors."""
    for item in items.items if isinstance(items, Items) else ():
        if item and (name := _stranger(item[0])):
            yield name


def _stranger(block: Block) -> str | None:
    """The name in bold with which a paragraph begins as the biographies do."""
    if not isinstance(block, Paragraph) or not block.spans:
        return None
    first = block.spans[0]
    if not isinstance(first, Emphasis):
        return None
    name = plain(first.spans).strip(PUNCTUATION)
    # such as Ada A. Lovelace
    looks_like_name = re.fullmatch(r"([A-ZÀ-Þ][\w.'’-]*\s+){1,4}[A-ZÀ-Þ][\w'’-]*", name)
    return name if looks_like_name and first.is_bold else None
