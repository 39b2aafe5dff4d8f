"""Finds the sections of a text that hold facts of their own: committee, speakers, schedule, dates.

A list or a table of members of the program committee becomes data, if every item surely is one. Of
the other sections, whose forms leave doubts, it is only said what they are of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.importers.draft import Value, participant
from proposal.importers.latex.organizers_section import bare_title, plain_of
from proposal.importers.latex.paper_tree import (
    Block,
    Inline,
    Items,
    LineBreak,
    Paragraph,
    SectionTitle,
    Tabular,
    plain,
)
from proposal.importers.site.foreign_words import foreign_topic
from proposal.importers.site.section_kinds import Topic
from proposal.importers.written_names import BEHIND_NAME, is_group_heading, is_name
from proposal.model.affiliated import EMAIL, name_and_affiliation

_BEFORE = (
    r"(?:(?:list|of|the|our|and|&|confirmed|tentative|preliminary|proposed|planned|potential|prospective"
    r"|possible|detailed|workshop|invited|keynote|plenary|technical|scientific)\s+)*"
)
_BEHIND = r"(?:\s+(?:members?|list|outline|overview))?(?:\s*\([^()]*\))?"
_SPEAKERS = r"(?:speakers?|keynotes?|(?:keynote|invited)\s+(?:talks?|speech(?:es)?)|panell?ists?)"
_SCHEDULE = r"(?:schedule|program(?:me)?|agenda|time\s?table)(?:\s+and\s+(?:format|schedule))?"
_COMMITTEE = r"(?:program(?:me)?\s+committee|pc(?:\s+members?)?|reviewers?|reviewing\s+committee)"
_DATES = r"(?:important\s+dates|(?:key\s+)?dates(?:\s+and\s+deadlines)?|deadlines|time\s?line)"
_HOURS = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s*[ap]\.?m\b", re.IGNORECASE)
"""Examples: `09:00`, `9 am`; without hours, what is called a program is another thing."""


def _title(words: str) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE}{words}{_BEHIND}", re.IGNORECASE)


_KINDS = {
    "speakers": _title(_SPEAKERS),
    "schedule": _title(_SCHEDULE),
    "committee": _title(_COMMITTEE),
    "committees": _title(r"(?:steering|advisory|award)\s+(?:committee|board)"),
    "dates": _title(_DATES),
}
"""Headings of sections by what they hold: `Confirmed Keynote Speakers`, `Tentative Schedule`."""
_OF_TOPICS: Mapping[Topic | None, str] = {
    Topic.SPEAKERS: "speakers",
    Topic.SCHEDULE: "schedule",
    Topic.COMMITTEE: "committee",
    Topic.DATES: "dates",
}
"""The same for headings in other languages."""
PLACES = {
    "speakers": "`speakers` in edition.yaml",
    "schedule": "program.yaml",
    "committee": "`committee` in edition.yaml",
    "committees": "`committees` in edition.yaml",
    "dates": "`dates` in edition.yaml",
}
"""Where the data have what a section holds."""


class FactSection(Struct, frozen=True):
    """A section that holds facts."""

    kind: str
    """A key of `PLACES`."""
    title: str
    place: Span
    blocks: tuple[Block, ...]

    @property
    def members(self) -> list[Value]:
        """The members of a committee, if all that the section lists are people."""
        lists = [block for block in self.blocks if isinstance(block, Items | Tabular)]
        if not all(map(_says_who_alone, lists)):
            return []
        lines = [line for block in lists for line in _lines_of(block)]
        if not lists:
            lines = [line for block in self.blocks for line in _broken_lines(block)]
        read = [_member(line) for line in lines]
        members = [member for member in read if member is not None]
        return members if len(members) == len(read) else []


def fact_sections(blocks: Sequence[Block]) -> list[FactSection]:
    """The sections of a text that hold facts, in its order."""
    found: list[FactSection] = []
    for index, block in enumerate(blocks):
        kind = kind_of_section(block)
        if kind is None or not isinstance(block, SectionTitle | Paragraph):
            continue
        title = bare_title(block)
        inner = tuple(_below(blocks, index))
        is_meant = kind != "schedule" or any(map(_names_hours, inner))
        if inner and is_meant:
            found.append(FactSection(kind, title, block.place, inner))
    return found


def kind_of_section(block: Block) -> str | None:
    """What a section holds, by its heading, which may be a paragraph of its own; a key of `PLACES`.

    Documents without styles, and papers without sections, have headings in bold letters.
    """
    if not isinstance(block, SectionTitle | Paragraph):
        return None
    title = bare_title(block)
    kind = next((kind for kind, names in _KINDS.items() if names.fullmatch(title)), None)
    return kind or (
        _OF_TOPICS.get(foreign_topic(title)) if isinstance(block, SectionTitle) else None
    )


def _below(blocks: Sequence[Block], index: int) -> Iterator[Block]:
    """The blocks of a section, up to the next one of its level."""
    heading = blocks[index]
    for block in blocks[index + 1 :]:
        if isinstance(heading, SectionTitle):
            if isinstance(block, SectionTitle) and block.level <= heading.level:
                return
        elif isinstance(block, SectionTitle) or _is_heading(block):
            return
        yield block


def _is_heading(block: Block) -> bool:
    """Whether a paragraph is the heading of what is below it."""
    return is_group_heading(plain_of(block)) or kind_of_section(block) is not None


def _names_hours(block: Block) -> bool:
    lines = _lines_of(block) if isinstance(block, Items | Tabular) else [plain_of(block)]
    return any(map(_HOURS.search, lines))


def _lines_of(block: Items | Tabular) -> list[str]:
    """The words of each item of a list, or of each row of a table but its headings."""
    if isinstance(block, Items):
        return [" ".join(map(plain_of, item)) for item in block.items]
    return [", ".join(filter(None, map(plain, row))) for row in block.rows]


def _broken_lines(block: Block) -> list[str]:
    r"""The lines of a paragraph that is a list with `\\\\` behind each item; none of prose."""
    if not isinstance(block, Paragraph):
        return []
    lines: list[list[Inline]] = [[]]
    for span in block.spans:
        if isinstance(span, LineBreak):
            lines.append([])
        else:
            lines[-1].append(span)
    said = [text for line in lines if (text := plain(line))]
    return said if len(said) > 1 else []


_OF_MEMBERS = re.compile(
    r"|(?:full\s+)?names?|(?:pc\s+)?members?|reviewers?|affiliations?|institutions?|organi[sz]ations?"
    r"|university|city|state|country|e-?mails?(?:\s+address(?:es)?)?|#|no\.?|nr\.?",
    re.IGNORECASE,
)
"""Headings of columns that say who a member is: `Name`, `Affiliation`; not `Status`."""


def _says_who_alone(block: Items | Tabular) -> bool:
    """Whether a table has no column of anything else, as of who has declined."""
    headings = block.header if isinstance(block, Tabular) else ()
    return all(_OF_MEMBERS.fullmatch(plain(cell).strip(" :")) for cell in headings)


def tell_unread(
    sections: Sequence[FactSection], warn: Callable[[str, str, Span, str | None], None]
) -> None:
    """Say once which sections hold facts that stay text alone."""
    if not sections:
        return
    held = ", ".join(f"{section.kind} in “{section.title}”" for section in sections)
    kinds = dict.fromkeys(section.kind for section in sections)
    message = f"what these sections hold stays text alone: {held}"
    places = ", ".join(PLACES[kind] for kind in kinds)
    hint = f"write it into {places} as well; pages and calls take it from there"
    warn("facts-in-text", message, sections[0].place, hint)


def _member(line: str) -> Value | None:
    """A member of a committee, as `Ann Author (Example University)` or with a comma between."""
    text = EMAIL.sub("", line).strip(" ,;.()")
    text = text if text.count("(") == text.count(")") else f"{text})"
    name, affiliation = name_and_affiliation(text)
    if affiliation is None:
        name, *rest = BEHIND_NAME.split(text, maxsplit=1)
        affiliation = " ".join(rest).strip(" ,;.") or None
    return participant(name, affiliation) if is_name(name) else None
