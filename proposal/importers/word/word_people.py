"""Finds the people of a document: authors below its title, or the organizers of a section."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from proposal.importers.author_block import RAISED, BlockAuthor, read_blocks
from proposal.importers.latex.paper_tree import (
    Block,
    Emphasis,
    Items,
    Paragraph,
    SectionTitle,
    Tabular,
    plain,
)
from proposal.importers.word.word_blocks import WordBlock
from proposal.importers.word.written_names import BEHIND_NAME, are_names, is_name, person_line
from proposal.importers.written_affiliation import looks_like_institution
from proposal.model.affiliated import EMAIL

Report = Callable[[str, str, "str | None"], None]

ORGANIZERS = re.compile(
    r"(?:workshop\s+)?(?:(?:co-?)?organi[sz](?:ers?|ing|ation(?:al)?)\b.*|(?:general\s+)?(?:co-?)?chairs?"
    r"|about\s+the\s+organi[sz]ers.*|(?:short\s+)?(?:bios?|biograph(?:y|ies))\b.*|main\s+contacts?)",
    re.IGNORECASE,
)
"""Headings of sections on organizers: `Organizers and their biographies`."""
_LABEL = re.compile(
    r"^(?:(?:workshop\s+)?(?:organi[sz]ers?|(?:co-)?chairs?|authors?|proposers?)"
    r"|(?:proposed|organi[sz]ed|submitted)\s+by)\s*:\s*",
    re.IGNORECASE,
)
"""What stands before names in their line: `Organizers: `."""
_OTHER_LABEL = re.compile(r"\s+\|\s+(?=\w+\s*:)")
"""An example: what parts `Ann Author | Duration: one day`."""
_COLUMNS = (
    ("name", r"(?:full\s*)?names?|organi[sz]ers?|chairs?|persons?"),
    ("affiliation", r"affiliations?|institutions?|organi[sz]ations?|university"),
    ("email", r"e-?mails?(?:\s*address(?:es)?)?|contacts?"),
)
_LONGEST_LINE = 40
"""Words of a line that names people; a longer one is prose."""


@dataclass(slots=True)
class FrontMatter:
    """What stands between the title and the text."""

    authors: list[BlockAuthor]
    end: int
    """The index behind the last block of it."""
    rest: list[WordBlock]
    """What names nobody."""


def read_front_matter(blocks: Sequence[WordBlock], start: int, report: Report) -> FrontMatter:
    """The authors below a title.

    Args:
        blocks: all blocks.
        start: the index behind the title.
        report: takes what is not sure.
    """
    end = _end_of_front(blocks, start)
    front = blocks[start:end]
    styled = [block for block in front if block.kind in {"author", "affiliation"}]
    chosen = styled or _from_first_name(front)
    rest = [
        block
        for block in front
        if block.kind != "empty"
        and (block not in chosen or _OTHER_LABEL.search(plain_of(block.block)))
    ]
    authors = read_blocks(_parts(chosen), report) if chosen else []
    return FrontMatter(authors, end, [block for block in rest if block.kind != "subtitle"])


def _end_of_front(blocks: Sequence[WordBlock], start: int) -> int:
    """Where the text begins: at a heading, the abstract, or a paragraph of prose."""
    for index in range(start, len(blocks)):
        block = blocks[index]
        if isinstance(block.block, SectionTitle) or block.kind in {"abstract", "keywords"}:
            return index
        if block.kind.startswith("look") and not are_names(plain_of(block.block)):
            return index
        if not isinstance(block.block, Paragraph | Tabular):
            return index
        words = plain_of(block.block)
        is_prose = len(words.split()) > _LONGEST_LINE and not EMAIL.search(words)
        if is_prose or re.match(r"(?:abstract|key\s?words?)\b", words, re.IGNORECASE):
            return index
    return len(blocks)


def _from_first_name(front: Sequence[WordBlock]) -> list[WordBlock]:
    """The lines from the first one that names people."""
    for index, block in enumerate(front):
        if any(are_names(_first_part(line)) for line in _lines(block)[:1]):
            return list(front[index:])
    return []


def _lines(block: WordBlock) -> list[str]:
    lines = [line for text in block.lines for line in text.split("\n") if line.strip()]
    return [_unlabelled(line) for line in lines]


def _unlabelled(line: str) -> str:
    """A line without what stands before its names, and without what follows of other things."""
    label = _LABEL.match(line)
    return _OTHER_LABEL.split(line[label.end() :])[0] if label else line


def _first_part(line: str) -> str:
    """The name with which a line begins, or the whole of a list of names."""
    person = person_line(line)
    return person[0] if person else line


def _parts(blocks: Sequence[WordBlock]) -> list[list[str]]:
    """The lines of each author, or of each group of them."""
    parts: list[list[str]] = [[]]
    for block in blocks:
        if block.kind == "empty":
            parts.append([])
        elif isinstance(block.block, Tabular):
            parts += [text.split("\n") for text in block.lines]
            parts.append([])
        else:
            lines = _lines(block)
            is_author = block.kind == "author"
            if is_author and len(lines) == 1 and is_name(lines[0]) and _are_all_names(parts[-1]):
                parts[-1][0] += f"; {lines[0]}"
                continue
            if is_author and parts[-1]:
                parts.append([])
            for line in lines:
                _add_line(line, parts)
    return _joined([_with_names_in_one_line(part) for part in parts])


def _are_all_names(part: Sequence[str]) -> bool:
    return len(part) == 1 and are_names(part[0])


def _with_names_in_one_line(part: list[str]) -> list[str]:
    """Lines that are surely names in one line; a second one may be a place of work, too."""
    count = 0
    while count < len(part) and is_name(part[count]):
        count += 1
    rest = part[count:]
    addresses = sum(len(EMAIL.findall(line)) for line in rest)
    is_sure = not rest or looks_like_institution(rest[0]) or addresses == count
    return ["; ".join(part[:count]), *rest] if count > 1 and is_sure else part


def _add_line(line: str, parts: list[list[str]]) -> None:
    person = person_line(line)
    if person and RAISED not in line:
        parts += [person, []]
        return
    has_ended = bool(parts[-1]) and any(EMAIL.search(other) for other in parts[-1])
    if has_ended and are_names(line):
        parts.append([])
    parts[-1].append(line)


def _joined(parts: Iterable[list[str]]) -> list[list[str]]:
    """Parts that begin with names; lines below an empty one belong to those before them."""
    found: list[list[str]] = []
    for part in parts:
        if not part:
            continue
        if found and not part[0].startswith(RAISED) and not are_names(part[0]):
            found[-1] += part
        else:
            found.append(part)
    return found


def plain_of(block: Block) -> str:
    """The words of a paragraph or a heading."""
    return plain(block.spans) if isinstance(block, Paragraph | SectionTitle) else ""


# Organizers in a section


def organizers_in(blocks: Sequence[Block], report: Report) -> list[BlockAuthor]:
    """The people whom a section on organizers names."""
    for index, block in enumerate(blocks):
        if isinstance(block, SectionTitle) and ORGANIZERS.fullmatch(_bare_title(block)):
            end = next(
                (
                    later
                    for later in range(index + 1, len(blocks))
                    if _ends_section(blocks[later], block.level)
                ),
                len(blocks),
            )
            parts = [part for inner in blocks[index + 1 : end] for part in _named_in(inner)]
            if parts:
                return read_blocks(parts, report)
    labelled = (plain_of(block) for block in blocks)
    lines = [_unlabelled(line) for line in labelled if _LABEL.match(line)]
    return read_blocks([[line] for line in lines if are_names(line)][:1], report)


def _bare_title(block: SectionTitle) -> str:
    return re.sub(r"^[\d.\s]+", "", plain(block.spans)).strip(" :.")


def _ends_section(block: Block, level: int) -> bool:
    is_title = isinstance(block, SectionTitle) and block.level <= level
    return is_title and not is_name(plain_of(block))


def _named_in(block: Block) -> list[list[str]]:
    """The people with whom a block begins, each with what is said beside the name."""
    match block:
        case SectionTitle(spans=spans):
            return _named_by(plain(spans))
        case Paragraph(spans=spans) if spans:
            first = spans[0]
            if isinstance(first, Emphasis) and first.is_bold:
                named = _named_by(plain(first.spans).strip(" :.,–—-"))
                if named and (address := EMAIL.search(plain(spans[1:])[:160])):
                    named[0].append(address[0])
                return named or _named_by(plain(spans))
            return _named_by(plain(spans)) if len(plain(spans).split()) <= _LONGEST_LINE else []
        case Items(items=items):
            firsts = [item[0] for item in items if item]
            return _named_in_list([plain_of(first) for first in firsts]) or [
                part for first in firsts for part in _named_in(first)
            ]
        case Tabular():
            return _named_in_table(block)
        case _:
            return []


def _named_in_list(lines: Sequence[str]) -> list[list[str]]:
    """The people of a list all of whose items are a name with an affiliation behind it."""
    found = [BEHIND_NAME.split(line, maxsplit=1) for line in lines]
    are_people = bool(found) and all(len(part) == 2 and is_name(part[0]) for part in found)
    said = [part[1].strip(" ()") for part in found if len(part) == 2]
    are_short = all(len(line.split()) <= _LONGEST_LINE for line in lines)
    if not are_people or not are_short or not any(map(looks_like_institution, said)):
        return []
    return [[part[0], behind] for part, behind in zip(found, said, strict=True)]


def _named_by(text: str) -> list[list[str]]:
    person = person_line(text)
    if person:
        return [person]
    return [[text]] if is_name(text) else []


def _named_in_table(table: Tabular) -> list[list[str]]:
    """The rows of a table with a column of names."""
    headings = [plain(cell) for cell in table.header]
    rows = list(table.rows)
    if not any(headings) and rows:
        headings, rows = [plain(cell) for cell in rows[0]], rows[1:]
    columns = {
        kind: index
        for kind, names in reversed(_COLUMNS)
        for index, heading in enumerate(headings)
        if re.fullmatch(names, heading.strip(" :"), re.IGNORECASE)
    }
    if "name" not in columns:
        return []
    found = []
    for row in rows:
        cells = [plain(row[columns[kind]]) for kind, _ in _COLUMNS if kind in columns]
        if is_name(cells[0]):
            found.append([cell for cell in cells if cell])
    return found
