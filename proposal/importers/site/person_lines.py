"""Finds the people whom the lines of a passage name, with what stands beside their names."""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct, field

from proposal.importers.site.affiliation_lines import affiliation_in_sentence
from proposal.importers.site.broken_names import with_whole_names
from proposal.importers.site.common_surnames import with_common_surnames
from proposal.importers.site.line_starts import LineStart, line_start, start_of_heading
from proposal.importers.site.links_behind_names import without_links_behind
from proposal.importers.site.marked_names import marked_start, role_and_place
from proposal.importers.site.name_likeness import is_institution
from proposal.importers.site.name_lists import (
    institutions_by_mark,
    lists_others,
    lists_several,
    settle_marks,
    several_people,
)
from proposal.importers.site.named_person import NamedPerson
from proposal.importers.site.nameless_lines import is_place_below, is_reference
from proposal.importers.site.people_columns import in_reading_order, titles_in_tables
from proposal.importers.site.said_of_people import (
    LONG,
    add_line,
    class_of,
    note_links,
    read_beside,
    read_in_brackets,
    read_labelled,
)
from proposal.importers.site.site_lines import SiteLine
from proposal.importers.site.titles_above_speakers import is_title_above_speaker
from proposal.importers.site.turned_names import with_names_turned
from proposal.model.affiliated import EMAIL, without_pronouns
from proposal.model.name_comparison import same_name
from proposal.reading.names import read_name
from proposal.reading.roles import part_in_organizing

_LONGEST_LIST = 4000
_NO_NAMES = {"title", "abstract"}
_SHORTEST_PROSE = 40
_PAIR = 2
_FEWEST_HEADINGS = 3
"""So many headings show whether they are names."""
_PLACED_TO_ONE = 3
"""So many names with a place behind them show that one line like a name is none."""


class PeopleFound(Struct):
    """The people of a passage, and the lines that nobody is found in."""

    people: list[NamedPerson] = field(default_factory=list)
    left: list[SiteLine] = field(default_factory=list)
    """Lines that stand before the first name."""
    unread: list[SiteLine] = field(default_factory=list)
    """Items of a list and rows of a table of people in which nobody is found."""


def read_people(lines: list[SiteLine]) -> PeopleFound:
    """Find the people in the lines of a passage, or of several that stand together."""
    reader = _PeopleReader()
    whole = with_whole_names([without_links_behind(line) for line in lines])
    turned, unsure = with_names_turned(whole)
    reader.others = titles_in_tables(turned)
    for line in in_reading_order(turned):
        if not is_reference(line):
            reader.line(line)
    found = reader.finish()
    found.unread += unsure
    return found


class _PeopleReader:
    def __init__(self) -> None:
        self.lines: list[tuple[SiteLine, LineStart | None]] = []
        self.others: set[int] = set()
        """The lines of tables that begin with no name, although they read like one."""
        self.titles: set[int] = set()
        """The lines that are the titles of talks, although they read like names."""

    def line(self, line: SiteLine) -> None:
        begin = start_of_heading if line.is_heading else line_start
        start = marked_start(line) or begin(line.text)
        is_other = class_of(line) in _NO_NAMES or id(line) in self.others
        self.lines.append((line, None if is_other else start))

    def finish(self) -> PeopleFound:
        """Everybody in the lines."""
        self.lines = with_common_surnames(self.lines)
        usual = self.usual_marks()
        self.others |= self.unsure_line()
        found = PeopleFound()
        pairs = [line for line, start in self.lines if start is not None and _is_pair(start)]
        person: NamedPerson | None = None
        expects, in_list = "", 0
        last: SiteLine | None = None
        begun: SiteLine | None = None  # where the person's name stands
        title = ""  # of the talk whose speaker stands below it
        for index, (line, start) in enumerate(self.lines):
            if start is None and is_title_above_speaker(line, self.lines[index + 1 : index + 2]):
                person, begun, title, last = None, None, line.text.strip(' "“”'), line
                continue
            if begun is not None and _is_below_list(begun, line, in_list):
                person, in_list = None, 0
                if start is None:
                    begun, last = None, line
                    continue
            several = self.several(
                line, start, is_list_of_pairs=any(one is not line for one in pairs)
            )
            if several:
                found.people += several
                person, expects, begun = None, "", line
            elif start is not None and self.begins(line, start, usual, last, person):
                person = self.person(line, start)
                person.title, title = person.title or title, ""
                if not found.people:
                    found.unread += [one for one in found.left if _is_next_item(one, line)]
                found.people.append(person)
                is_in_list = line.depth > 0 or _are_lines_of_one(begun, line)
                in_list = in_list + 1 if is_in_list else 0
                expects, begun = "", line
            elif institutions := institutions_by_mark(line.text):
                settle_marks(found.people, institutions)
            elif begun is not None and _is_next_item(begun, line):
                found.unread.append(line)
                person = None
            elif person is None:
                (found.unread or found.left).append(line)
            elif begun is not None and _is_of_next(found.left, begun, line):
                found.left.append(line)
            else:
                expects = self.add(person, line, expects)
            last = line
        named = {person.name for person in found.people}
        passed_over = [line for line, _ in self.lines if lists_others(line.text, line.span, named)]
        found.unread += [line for line in passed_over if line not in found.unread]
        return found

    def add(self, person: NamedPerson, line: SiteLine, expects: str) -> str:
        """Add a line to what is said of somebody; what it says will follow."""
        if id(line) in self.titles:
            person.title = person.title or line.text.strip(' "“”')
            return ""
        if id(line) in self.others and not is_institution(line.text):
            person.unread.append(line.text)
            return expects
        return add_line(person, line, expects)

    def several(
        self, line: SiteLine, start: LineStart | None, *, is_list_of_pairs: bool
    ) -> list[NamedPerson]:
        """The people of a line that lists several; nobody if it names one with an institution.

        Args:
            line: the line.
            start: the name with which it begins.
            is_list_of_pairs: whether other lines have an institution behind a name and a comma.
        """
        if len(line.text) > _LONGEST_LIST or self.is_among_titles(line):
            return []
        people = several_people(line.text, line.span)
        has_institutions = lists_several(people)
        may_be_pair = len(people) == 2 and is_list_of_pairs and not has_institutions
        if may_be_pair and re.fullmatch(r"[^,]+,[^,]+", line.text):
            return []
        if start is None or (start.form in {"(", ","} and has_institutions):
            return people
        return people if start.form in {",", "(", "|"} and not _is_rest(start.rest) else []

    def is_title_below(self, line: SiteLine, start: LineStart, last: SiteLine | None) -> bool:
        """Whether a line like a name is a title: below one with a place, as below most others."""
        placed = [one for one, begun in self.lines if begun is not None and begun.form == "("]
        alone = [one for one, begun in self.lines if begun is not None and begun.form == "alone"]
        is_below = (
            last is not None and last.block == line.block and any(last is one for one in placed)
        )
        is_alone = start.form == "alone" and not start.label
        return is_alone and is_below and _PLACED_TO_ONE * len(alone) <= len(placed)

    def is_among_titles(self, line: SiteLine) -> bool:
        """Whether a heading stands among several of its level of which most begin with no name."""
        alike = [start for one, start in self.lines if one.is_heading and one.tag == line.tag]
        titles = [start for start in alike if start is None]
        is_one = line.is_heading and len(alike) >= _FEWEST_HEADINGS
        return is_one and len(titles) * 2 > len(alike)

    def are_names_alone(self) -> bool:
        """Whether all lines are names in one block: `Ann Author`, `Bob Builder`.

        Prose may stand below three or more.
        """
        alone = [line for line, start in self.lines if start is not None and start.form == "alone"]
        blocks = {line.block for line in alone}
        inside = [line for line, _ in self.lines if line.block in blocks]
        others = [line for line, _ in self.lines if line.block not in blocks]
        is_whole = not others or (len(alone) > _PAIR and all(map(_is_prose, others)))
        return len(blocks) == 1 and len(alone) == len(inside) and is_whole

    def unsure_line(self) -> set[int]:
        """The second of two names, which may be an institution."""
        is_unsure = len(self.lines) == _PAIR and self.are_names_alone()
        return {id(self.lines[1][0])} if is_unsure else set()

    def usual_marks(self) -> tuple[object, ...] | None:
        """How most names are marked up; nothing if no two are alike."""
        marks = Counter(
            _marks(line)
            for line, start in self.lines
            if start is not None and start.form == "alone"
        )
        if not marks or (len(self.lines) > _PAIR and self.are_names_alone()):
            return None
        first = next(
            _marks(line)
            for line, start in self.lines
            if start is not None and start.form == "alone"
        )
        most, count = marks.most_common(1)[0]
        return first if marks[first] * 2 >= count else most

    def begins(
        self,
        line: SiteLine,
        start: LineStart,
        usual: tuple[object, ...] | None,
        last: SiteLine | None,
        person: NamedPerson | None,
    ) -> bool:
        """Whether a line that begins with a name begins what is said of another person."""
        if person is not None and self.goes_on(line, start, last, person):
            return False
        if start.label:
            return True
        if start.form == ":" and not _is_rest(start.rest) and not _is_part(start.rest):
            return line.is_heading
        if start.form == "is":
            is_other = person is None or (
                _is_marked(line, start.name) and not _is_shorter(start.name, person.name)
            )
            return is_other and len(line.text) > _SHORTEST_PROSE
        if start.form == "from":
            return line.position == 0 or (last is not None and last.block != line.block)
        if start.form in {":", "|", "[", "-"} and len(line.text) > LONG and line.position:
            return False
        if len(start.rest) > 300 and start.form not in {"(", ":", "-"}:
            return False
        if start.form == "alone":
            if usual is not None and _marks(line) != usual:
                return line.is_bold and line.position == 0 and not is_institution(start.name)
            return True
        if person is None or last is None or usual is None:
            return True
        is_inside = bool(line.item) and (line.item, line.cell) == (last.item, last.cell)
        is_below = bool(line.position) or (line.tag != usual[0] and not line.depth > last.depth)
        return not (is_inside and is_below)

    def goes_on(
        self, line: SiteLine, start: LineStart, last: SiteLine | None, person: NamedPerson
    ) -> bool:
        """Whether a line like a name goes on with the person above: the name again, a place."""
        if self.is_title_below(line, start, last):
            self.titles.add(id(line))
            return True
        return (
            same_name(read_name(person.name).text, read_name(start.name).text)
            or is_place_below(line, start, self.lines)
            or (last is not None and _is_place_in_box(line, start, last, person))
        )

    def person(self, line: SiteLine, start: LineStart) -> NamedPerson:
        _, pronouns = without_pronouns(line.text)
        person = NamedPerson(start.name, line.span, label=start.label, is_unsure=start.is_unsure)
        person.pronouns = pronouns or ""
        person.role = part_in_organizing(start.role) or ""
        person.materials = dict(line.materials)
        note_links(person, line)
        rest = start.rest
        if start.form == "is":
            person.biography.append(line.text)
            person.affiliation = affiliation_in_sentence(line.text)
        elif start.form == "(" and rest:
            read_in_brackets(person, rest)
        elif start.form == "label":
            read_labelled(person, rest)
        elif _is_head_of_talk(line, start):
            person.title = rest.strip('"“” ')
        elif rest:
            read_beside(person, rest)
        return person


def _is_prose(line: SiteLine) -> bool:
    """Whether a line is a sentence of some length."""
    return len(line.text) > _SHORTEST_PROSE and line.text.rstrip().endswith(".")


def _is_place_in_box(line: SiteLine, start: LineStart, last: SiteLine, person: NamedPerson) -> bool:
    """Whether words in capitals stand in the box of a name that is not: `ESA ESRIN, Lyon`."""
    is_in_box = bool(line.card) and line.card == last.card
    is_below = is_in_box or (line.block == last.block and line.position > 0)
    are_letters = all(
        word.isupper() and word.isalpha() and len(word) > 1 for word in start.name.split()
    )
    return is_below and are_letters and start.form in {",", "alone"} and not person.name.isupper()


def _is_head_of_talk(line: SiteLine, start: LineStart) -> bool:
    """Whether a heading names a speaker with the talk: `Ann Author: On Samples`."""
    is_post = _is_rest(start.rest) or _is_part(start.rest)
    return line.is_heading and start.form == ":" and not is_post


def _is_shorter(name: str, known: str) -> bool:
    """Whether all words of a name stand in another one: `Annie Author`, `Ann (Annie) Author`."""
    words = set(re.findall(r"\w+", name.casefold()))
    return words <= set(re.findall(r"\w+", known.casefold()))


def _is_marked(line: SiteLine, name: str) -> bool:
    """Whether the name with which a line of prose begins is bold or leads to a page."""
    said = [run for run in line.line.runs if run.text.strip()]
    is_name = bool(said) and same_name(read_name(said[0].text).text, read_name(name).text)
    return is_name and ("bold" in said[0].styles or said[0].address is not None)


def _marks(line: SiteLine) -> tuple[object, ...]:
    """How a name is marked up: the kind of block, its classes, whether it comes first in it."""
    is_strong = line.tag.startswith("h")
    return (line.tag, line.marks, line.position == 0, is_strong, line.line.is_all("bold"))


def _is_next_item(begun: SiteLine, line: SiteLine) -> bool:
    """Whether a line begins another item of the list in which a person's name stands."""
    is_list = line.depth > 0 and not line.table
    return is_list and line.depth == begun.depth and line.item != begun.item


def _is_below_list(begun: SiteLine, line: SiteLine, count: int) -> bool:
    """Whether a paragraph stands below a list of several people, and so is about none of them."""
    is_outside = not line.depth and not line.table and not line.card
    return count > 1 and is_outside and (begun.depth > 0 or line.block != begun.block)


def _are_lines_of_one(begun: SiteLine | None, line: SiteLine) -> bool:
    """Whether two names stand in lines of one paragraph."""
    return begun is not None and begun.block == line.block and not line.table


def _is_of_next(left: list[SiteLine], begun: SiteLine, line: SiteLine) -> bool:
    """Whether a line in another box is about the next person, as boxes before the first name are.

    Themes show a box with institution and address in front of the one that names the person.
    """
    if not left or not left[0].card or left[0].card == begun.card:
        return False
    is_about_somebody = is_institution(left[0].text) or any(EMAIL.search(one.text) for one in left)
    return is_about_somebody and line.card != begun.card


def _is_pair(start: LineStart) -> bool:
    """Whether a line is one name with an institution behind it."""
    return start.form in {",", "(", "-"} and _is_rest(start.rest.strip("()"))


def _is_rest(text: str) -> bool:
    """Whether what stands behind a first name in a line is an affiliation, and no other names."""
    return is_institution(text.split(",", maxsplit=1)[0])


def _is_part(text: str) -> bool:
    """Whether what stands behind a name says what somebody does: `Ann Author: Program Chair`."""
    return bool(part_in_organizing(text) or role_and_place(text)[0])
