"""Finds the authors below the title of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from proposal.importers.author_block import RAISED, BlockAuthor, read_blocks
from proposal.importers.draft import Report
from proposal.importers.latex.fact_sections import kind_of_section
from proposal.importers.latex.organizers_section import (
    LONGEST_LINE,
    OTHER_LABEL,
    is_of_organizers,
    plain_of,
    without_label,
)
from proposal.importers.latex.paper_tree import (
    Paragraph,
    SectionTitle,
    Tabular,
)
from proposal.importers.word.word_blocks import WordBlock
from proposal.importers.written_affiliation import looks_like_institution
from proposal.importers.written_names import are_names, is_group_heading, is_name, person_line
from proposal.model.affiliated import EMAIL
from proposal.model.countries import country_code
from proposal.reading.cities import has_city


class FrontMatter(Struct):
    """What stands between the title and the text."""

    authors: list[BlockAuthor]
    end: int
    """The index behind the last block of it."""
    rest: list[WordBlock]
    """What names nobody."""


IS_OPEN = re.compile(r"\b(?:on|for|of|in|and|the)\s*$", re.IGNORECASE)
"""The end of a line that goes on in the next one: `Fifth International Workshop on`."""


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
        and (block not in chosen or OTHER_LABEL.search(plain_of(block.block)))
    ]
    authors = read_blocks(_parts(chosen), report) if chosen else []
    group = plain_of(blocks[end].block) if end < len(blocks) else ""
    if authors and is_group_heading(group) and not is_of_organizers(group):
        message = f"“{group}” and what stands below it stay text; those above are the organizers"
        report("not-understood", message, "write the others where they belong in the data")
    return FrontMatter(authors, end, [block for block in rest if block.kind != "subtitle"])


def _end_of_front(blocks: Sequence[WordBlock], start: int) -> int:
    """Where the text begins: at a heading, the abstract, or a paragraph of prose.

    What is above a second group of people ends there, as general chairs do above the speakers.
    """
    has_names = False
    for index in range(start, len(blocks)):
        block = blocks[index]
        if isinstance(block.block, SectionTitle) or block.kind in {"abstract", "keywords"}:
            return index
        if block.kind.startswith("look") and not are_names(plain_of(block.block)):
            return index
        if not isinstance(block.block, Paragraph | Tabular):
            return index
        words = plain_of(block.block)
        if has_names and (is_group_heading(words) or kind_of_section(block.block)):
            return index
        has_names = has_names or any(are_names(_first_part(line)) for line in _lines(block)[:1])
        is_long = len(words.split()) > LONGEST_LINE
        is_prose = (is_long or _is_sentence(words)) and not EMAIL.search(words)
        if is_prose or re.match(r"(?:abstract|key\s?words?)\b", words, re.IGNORECASE):
            return index
    return len(blocks)


def _is_sentence(text: str) -> bool:
    """Whether a line is a sentence and no institution: most of its words have small letters."""
    found = text.split()
    has_end = len(found) >= _SHORTEST_SENTENCE and text.rstrip().endswith((".", "!", "?"))
    return has_end and 2 * sum(word.islower() for word in found) > len(found)


_SHORTEST_SENTENCE = 10
"""Words of a line below names that is surely no address."""


def _from_first_name(front: Sequence[WordBlock]) -> list[WordBlock]:
    """The lines from the first one that names people."""
    for index, block in enumerate(front):
        if index and IS_OPEN.search(plain_of(front[index - 1].block)):
            continue  # `International Conference on`, and what it is on below
        if any(are_names(_first_part(line)) for line in _lines(block)[:1]):
            return list(front[index:])
    return []


def _lines(block: WordBlock) -> list[str]:
    lines = [line for text in block.lines for line in text.split("\n") if line.strip()]
    return [without_label(line) for line in lines]


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
    last = next((part[-1] for part in reversed(parts) if part), "")
    if _country_at_end(last) and (placed := _named_with_place(line)):
        parts += [placed, []]
        return
    has_ended = any(EMAIL.search(other) for other in parts[-1])
    if parts[-1] and (has_ended or _country_at_end(last)) and are_names(line):
        parts.append([])
    parts[-1].append(line)


def _country_at_end(line: str) -> str | None:
    """ISO's code of the country with which a line ends: `Sample Labs, Bath, UK`."""
    before, _, country = line.rpartition(",")
    return country_code(country.strip(" .")) if before else None


def _named_with_place(line: str) -> list[str]:
    """A name and where somebody works, of `Ann Author, Sony, Reading, UK`; no address of a city."""
    name, _, place = line.partition(",")
    code = _country_at_end(place)
    is_person = code is not None and is_name(name.strip()) and not has_city(code, name)
    return [name.strip(), place.strip()] if is_person else []


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
