"""Finds the organizers in the text of a document: in a section of their own, or behind a label."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from msgspec import Struct

from proposal.diagnostics import Span, listing
from proposal.importers.author_block import BlockAuthor, read_blocks
from proposal.importers.draft import DraftPerson, Report
from proposal.importers.latex.biography_heads import is_post
from proposal.importers.latex.paper_tree import (
    Block,
    Emphasis,
    Hyperlink,
    Items,
    Paragraph,
    SectionTitle,
    Tabular,
    plain,
)
from proposal.importers.site.affiliation_lines import without_posts
from proposal.importers.site.foreign_words import foreign_topic
from proposal.importers.site.section_kinds import Topic
from proposal.importers.written_affiliation import looks_like_institution
from proposal.importers.written_names import (
    BEHIND_NAME,
    are_names,
    is_group_heading,
    is_name,
    person_line,
    without_parenthesis,
    without_sentence,
)
from proposal.model.affiliated import EMAIL
from proposal.model.name_comparison import may_be_same
from proposal.reading.names import read_name
from proposal.reading.roles import part_in_organizing

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
OTHER_LABEL = re.compile(r"\s+\|\s+(?=\w+\s*:)")
"""An example: what parts `Ann Author | Duration: one day`."""
_COLUMNS = (
    ("name", r"(?:full\s*)?names?|organi[sz]ers?|chairs?|persons?"),
    ("affiliation", r"affiliations?|institutions?|organi[sz]ations?|university"),
    ("city", r"cit(?:y|ies)|towns?"),
    ("country", r"countr(?:y|ies)"),
    ("email", r"e-?mails?(?:\s*address(?:es)?)?|contacts?"),
    ("part", r"(?:workshop\s+)?(?:roles?|functions?|positions?)"),
)
_LONGEST_CELL = 15
"""Words of a cell with an affiliation; a longer one is a biography."""
LONGEST_LINE = 40
"""Words of a line that names people; a longer one is prose."""


def plain_of(block: Block) -> str:
    """The words of a paragraph or a heading."""
    return plain(block.spans) if isinstance(block, Paragraph | SectionTitle) else ""


def without_label(line: str) -> str:
    """A line without what stands before its names, and without what follows of other things."""
    label = _LABEL.match(line)
    return OTHER_LABEL.split(line[label.end() :])[0] if label else line


def organizers_in(blocks: Sequence[Block], report: Report) -> list[BlockAuthor]:
    """The people whom a section on organizers names."""
    for index, block in enumerate(blocks):
        if isinstance(block, SectionTitle) and is_of_organizers(bare_title(block)):
            end = next(
                (
                    later
                    for later in range(index + 1, len(blocks))
                    if _ends_section(blocks[later], block.level)
                ),
                len(blocks),
            )
            other = next((at for at in range(index + 1, end) if _is_other_group(blocks[at])), end)
            named = _named_below(blocks[index + 1 : other])
            if named and other < end and isinstance(blocks[other], Paragraph):
                group = plain_of(blocks[other]).strip(" :")
                message = (
                    f"“{group}” and what stands below it stay text; those above are the organizers"
                )
                report("not-understood", message, "write the others where they belong in the data")
            if named:
                return _with_parts(named, report)
    labelled = (plain_of(block) for block in blocks)
    lines = [without_label(line) for line in labelled if _LABEL.match(line)]
    return read_blocks([[line] for line in lines if are_names(line)][:1], report)


def tell_others(
    blocks: Sequence[Block],
    people: Sequence[DraftPerson],
    reported: Sequence[str],
    warn: Callable[[str, str, Span, str], None],
) -> None:
    """Say whom the section on organizers names that is none of the authors on top.

    Args:
        blocks: the paper's text.
        people: the authors.
        reported: who has been named in another remark.
        warn: takes the remark.
    """
    known = [*reported, *(person.name for person in people)]
    named = [found.person.name for found in organizers_in(blocks, lambda *_: None)]
    others = [name for name in named if not any(may_be_same(name, one) for one in known)]
    titles = (block for block in blocks if isinstance(block, SectionTitle))
    title = next((block for block in titles if is_of_organizers(bare_title(block))), None)
    if others and title is not None:
        message = f"“{bare_title(title)}” names {listing(others)}, whom the authors on top lack"
        hint = "add them to `organizers` in edition.yaml, if they belong there"
        warn("unknown-person", message, title.place, hint)


class _Named(Struct, frozen=True):
    """Somebody whom a section names."""

    cells: list[str]
    """The name, and what is said of the person."""
    part: str | None
    """What the person does among the organizers: `General Chair`."""


def _with_parts(named: Sequence[_Named], report: Report) -> list[BlockAuthor]:
    authors = read_blocks([one.cells for one in named], report)
    if len(authors) == len(named):
        for author, one in zip(authors, named, strict=True):
            author.part = one.part
    return authors


def _named_below(blocks: Sequence[Block]) -> list[_Named]:
    """The people of a section; paragraphs with which it begins may be a list of them."""
    lines = [plain_of(block) for block in takewhile(_may_name, blocks)]
    listed = _named_in_list(lines) if len(lines) > 1 else []
    found = [_parted(cells, None) for cells in listed]
    group = None
    for block in blocks[len(lines) :] if listed else blocks:
        if part := part_in_organizing(plain_of(block).strip(" :.")):
            group = part
            continue
        found += [_parted(cells, group) for cells in _named_in(block)]
    return found


def _parted(cells: list[str], group: str | None) -> _Named:
    """Somebody's name and institution, without part and post: `Program Chair, Example Labs`."""
    kept, parts = cells[:1], [group] if group else []
    for cell in cells[1:]:
        pieces = [piece for piece in _BETWEEN.split(cell) if piece]
        said = list(filter(None, map(part_in_organizing, pieces)))
        others = without_posts([piece for piece in pieces if not part_in_organizing(piece)])
        parts = said or parts
        kept += [cell] if others == pieces else [", ".join(others)] if others else []
    return _Named(kept, parts[0] if parts else None)


_BETWEEN = re.compile(r"\s*[,;()]+\s*|\s+[|–—]\s+")
"""What stands between the pieces of `University of X (Program Chair), Graz – Austria`."""


def _may_name(block: Block) -> bool:
    """Whether a block is a short paragraph with a name and no sentence: `Ann Author, Uni B`."""
    if not isinstance(block, Paragraph):
        return False
    name, *behind = BEHIND_NAME.split(plain(block.spans), maxsplit=1)
    return is_name(name) and bool(behind) and not _SAYS_MORE.search(behind[0])


_SAYS_MORE = re.compile(r"[.!?]\s*$|\b(?:is|was|has|are|works?|received|holds|who)\b|@")
"""What a line of somebody's institution has not: `who works on documents`."""


def is_of_organizers(title: str) -> bool:
    """Whether a heading is of a section on organizers, also in other languages."""
    is_english = ORGANIZERS.fullmatch(title) is not None
    return is_english or foreign_topic(title) is Topic.ORGANIZERS


def bare_title(block: SectionTitle | Paragraph) -> str:
    """A heading without its number and the sign behind it: Organizers of "4.1 Organizers:"."""
    return re.sub(r"^[\d.\s]+", "", plain(block.spans)).strip(" :.")


def _ends_section(block: Block, level: int) -> bool:
    is_title = isinstance(block, SectionTitle) and block.level <= level
    return is_title and not is_name(plain_of(block))


def _is_other_group(block: Block) -> bool:
    """Whether a block is the heading of other people or things: `**Steering Committee**`."""
    if isinstance(block, SectionTitle):
        return not _may_be_of_organizers(bare_title(block))
    if not isinstance(block, Paragraph) or not block.spans:
        return False
    words = plain(block.spans).strip()
    if _may_be_of_organizers(words.strip(" :.")) or len(words.split()) > _LONGEST_HEADING:
        return False
    is_bold = all(
        (isinstance(span, Emphasis) and span.is_bold) or not plain((span,)).strip(" :.")
        for span in block.spans
    )
    return is_group_heading(words) or (is_bold and words.endswith(":") and not _named_by(words))


def _may_be_of_organizers(title: str) -> bool:
    """Whether organizers may follow a heading below that of the organizers: `Program Chairs`."""
    name = BEHIND_NAME.split(title, maxsplit=1)[0]
    return is_name(name) or is_of_organizers(title) or _CHAIRS.search(title) is not None


_CHAIRS = re.compile(r"\b(?<!session )(?:chairs?|contacts?|lead)$", re.IGNORECASE)
"""`Program Chairs`, `Publicity Chair`, `Main Contact`"""
_LONGEST_HEADING = 8
"""Words of a line that is a heading without being marked as one."""


def _named_in(block: Block) -> list[list[str]]:
    """The people with whom a block begins, each with what is said beside the name."""
    match block:
        case SectionTitle(spans=spans):
            return _named_by(plain(spans))
        case Paragraph(spans=spans) if spans:
            first = spans[0]
            if isinstance(first, Hyperlink) and is_name(name := plain([first])):
                behind = plain(spans[1:]).strip(" ,;:()|–—-")
                return [[name, behind]] if is_post(behind) else _named_by(plain(spans))
            if isinstance(first, Emphasis) and first.is_bold:
                named = _named_by(plain(first.spans).strip(" :.,–—-"))
                behind = plain(spans[1:]).strip(" ,;:|–—-")
                if named and is_post(behind):
                    return [[*named[0], behind]]
                if named and (address := EMAIL.search(plain(spans[1:])[:160])):
                    named[0].append(address[0])
                return named or _named_by(plain(spans))
            return _named_by(plain(spans)) if len(plain(spans).split()) <= LONGEST_LINE else []
        case Items(items=items):
            firsts = [item[0] for item in items if item]
            by_item = [_named_in(first) for first in firsts]
            # Most items are people; some topics look like names, too.
            are_people = 2 * sum(map(bool, by_item)) >= len(by_item)
            listed = _named_in_list([plain_of(first) for first in firsts])
            return listed or [person for found in by_item for person in found if are_people]
        case Tabular():
            return _named_in_table(block)
        case _:
            return []


def _named_in_list(lines: Sequence[str]) -> list[list[str]]:
    """The people of a list all of whose items are a name with an affiliation behind it."""
    found = [BEHIND_NAME.split(line, maxsplit=1) for line in lines]
    are_people = bool(found) and all(len(part) == 2 and is_name(part[0]) for part in found)
    said = [without_parenthesis(without_sentence(part[1])) for part in found if len(part) == 2]
    are_short = all(len(line.split()) <= LONGEST_LINE for line in lines)
    have_titles = all(read_name(part[0]).honorific for part in found)  # Prof. Ann Author, XYZ
    are_placed = have_titles or any(map(looks_like_institution, said))
    if not are_people or not are_short or not are_placed:
        return []
    return [[part[0], behind] for part, behind in zip(found, said, strict=True)]


def _named_by(text: str) -> list[list[str]]:
    person = person_line(text)
    if person:
        return [person]
    name, *behind = BEHIND_NAME.split(text, maxsplit=1)
    part = without_sentence(behind[0]).strip(" ()") if behind else ""
    if is_name(name) and part_in_organizing(part):  # Ann Author (General Chair)
        return [[name, part]]
    return [[text]] if is_name(text) else []


def _person_in_rows(rows: Sequence[Sequence[str]]) -> list[str]:
    """The person whom a table with a label in each row describes: `Name`, `Affiliation`."""
    if any(len(row) != len(("label", "answer")) for row in rows):
        return []
    said = {
        kind: answer
        for kind, names in _COLUMNS
        for label, answer in rows
        if re.fullmatch(names, label.strip(" :"), re.IGNORECASE)
    }
    is_one = len(said) > 1 and is_name(said.get("name", ""))
    return [said[kind] for kind, _ in _COLUMNS if said.get(kind)] if is_one else []


def _named_in_rows(table: Tabular) -> list[list[str]]:
    """The people of a table without headings, all of whose rows begin with a name."""
    rows = [row for row in (table.header, *table.rows) if any(map(plain, row))]
    named = [_named_in(Paragraph(row[0], table.place)) for row in rows]
    if not all(len(found) == 1 for found in named):
        return []
    behind = [list(filter(None, map(plain, row[1:]))) for row in rows]
    return [
        [*found[0], *(cell for cell in cells if len(cell.split()) <= _LONGEST_CELL)]
        for found, cells in zip(named, behind, strict=True)
    ]


def _named_in_table(table: Tabular) -> list[list[str]]:
    """The rows of a table with a column of names."""
    headings = [plain(cell) for cell in table.header]
    rows = list(table.rows)
    if not any(headings) and rows:
        headings, rows = [plain(cell) for cell in rows[0]], rows[1:]
    if person := _person_in_rows([headings, *([plain(cell) for cell in row] for row in rows)]):
        return [person]
    columns = {
        kind: index
        for kind, names in reversed(_COLUMNS)
        for index, heading in enumerate(headings)
        if re.fullmatch(names, heading.strip(" :"), re.IGNORECASE)
    }
    if "name" not in columns:
        return _named_in_rows(table)
    found = []
    for row in rows:
        said = {kind: plain(row[columns[kind]]) for kind, _ in _COLUMNS if kind in columns}
        if not part_in_organizing(said.get("part", "")):
            said.pop("part", None)
        if is_name(said["name"]):
            found.append([cell for cell in said.values() if cell])
    return found
