"""Finds the people whom the lines of a passage name, with what stands beside their names."""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.importers.site.affiliation_lines import (
    WrittenPost,
    affiliation_in_sentence,
    read_affiliation,
)
from proposal.importers.site.broken_names import with_whole_names
from proposal.importers.site.common_surnames import with_common_surnames
from proposal.importers.site.line_starts import LineStart, line_start, start_of_heading
from proposal.importers.site.links_behind_names import leads_to_own_page, without_links_behind
from proposal.importers.site.marked_names import marked_start, role_and_place
from proposal.importers.site.name_likeness import (
    is_institution,
    may_be_institution,
    names_institution,
)
from proposal.importers.site.name_lists import (
    institutions_by_mark,
    lists_others,
    lists_several,
    settle_marks,
    several_people,
)
from proposal.importers.site.named_person import NamedPerson, is_note, own_email, without_talk
from proposal.importers.site.nameless_lines import is_place_below, is_reference, is_without_place
from proposal.importers.site.people_columns import in_reading_order, titles_in_tables
from proposal.importers.site.person_labels import label_of
from proposal.importers.site.site_lines import SiteLine
from proposal.importers.site.titles_above_speakers import is_title_above_speaker
from proposal.importers.site.turned_names import with_names_turned
from proposal.model.affiliated import EMAIL, without_pronouns
from proposal.model.countries import country_code
from proposal.model.family_names import is_family_first
from proposal.model.name_comparison import same_name, words
from proposal.reading.names import read_name
from proposal.reading.placeholders import is_placeholder
from proposal.reading.roles import part_in_organizing

_SOCIAL = re.compile(
    r"^(?:[\[(]?\s*(?:e-?mail|mail|website|web\s*page|homepage|home\s*page|personal\s+page"
    r"|linkedin|twitter|x|github|google\s+scholar|scholar|orcid|bio|biography"
    r"|abstract|slides?|video|recording|profile|link|read\s+more|more|web|page|dblp|mastodon"
    r"|bluesky|photo|paper|pdf)\s*[\])]?\s*[|,·/•]?\s*)+$",
    re.IGNORECASE,
)
"""A line of links alone: `Website | Twitter`."""
_QUOTED = re.compile(
    r"^(?:[\"“«‘'](?=.{6})|[「『])(?P<title>[^\"”»」』]{2,200})[\"”»’'」』]?\.?$"  # “A Title”.
)
_ASKS = re.compile(
    r"\b(?:questions?|inquir\w+|enquir\w+|contact|comments|mailing\s+list)\b", re.IGNORECASE
)
"""What a line says that gives the address of a workshop, and not of a person. Example:
`Questions? Write to info@example.org`."""
_REGISTRATION = re.compile(
    r"(?:.*\s)?(?:registration|register|anmeldung|inscripci[oó]n|inscription)(?:\s.*)?",
    re.IGNORECASE,
)
"""The title of a box about something else, `Registration`, which is no heading of a passage."""
_LONGEST_LINK_LINE, _LONGEST_POST, _LONGEST_LIST = 120, 140, 4000
_LONG_TEXTS = {"abstract", "biography"}
_NO_NAMES = {"title", "abstract"}
_SHORTEST_PROSE = 40
_LONGEST_QUESTION = 60
_SHORTEST_SENTENCE = 70
_LONG = 160
"""From so many letters on, a line is prose."""
_PAIR = 2


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

    def line(self, line: SiteLine) -> None:
        begin = start_of_heading if line.is_heading else line_start
        start = marked_start(line) or begin(line.text)
        is_other = _class_of(line) in _NO_NAMES or id(line) in self.others
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
                expects, begun = "", line
                in_list = in_list + 1 if line.depth else 0
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
        if id(line) in self.others and not is_institution(line.text):
            person.unread.append(line.text)
            return expects
        return _add(person, line, expects)

    def several(
        self, line: SiteLine, start: LineStart | None, *, is_list_of_pairs: bool
    ) -> list[NamedPerson]:
        """The people of a line that lists several; nobody if it names one with an institution.

        Args:
            line: the line.
            start: the name with which it begins.
            is_list_of_pairs: whether other lines have an institution behind a name and a comma.
        """
        if len(line.text) > _LONGEST_LIST:
            return []
        people = several_people(line.text, line.span)
        has_institutions = lists_several(people)
        may_be_pair = len(people) == 2 and is_list_of_pairs and not has_institutions
        if may_be_pair and re.fullmatch(r"[^,]+,[^,]+", line.text):
            return []
        if start is None or (start.form in {"(", ","} and has_institutions):
            return people
        return people if start.form in {",", "(", "|"} and not _is_rest(start.rest) else []

    def are_names_alone(self) -> bool:
        """Whether all lines are names in one block: `Ann Author`, `Bob Builder`."""
        alone = [line for line, start in self.lines if start is not None and start.form == "alone"]
        return len(alone) == len(self.lines) and len({line.block for line in alone}) == 1

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
        is_same = person is not None and same_name(
            read_name(person.name).text, read_name(start.name).text
        )
        if is_same or (person is not None and is_place_below(line, start, self.lines)):
            return False
        if person is not None and last is not None and _is_place_in_box(line, start, last, person):
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
        if start.form in {":", "|", "[", "-"} and len(line.text) > _LONG and line.position:
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

    def person(self, line: SiteLine, start: LineStart) -> NamedPerson:
        _, pronouns = without_pronouns(line.text)
        person = NamedPerson(start.name, line.span, label=start.label, is_unsure=start.is_unsure)
        person.pronouns = pronouns or ""
        person.role = part_in_organizing(start.role) or ""
        person.materials = dict(line.materials)
        _links(person, line)
        rest = start.rest
        if start.form == "is":
            person.biography.append(line.text)
            person.affiliation = affiliation_in_sentence(line.text)
        elif start.form == "(" and rest:
            _in_brackets(person, rest)
        elif start.form == "label":
            _labelled(person, rest)
        elif _is_head_of_talk(line, start):
            person.title = rest.strip('"“” ')
        elif rest:
            _beside(person, rest)
        return person


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
    return count > 1 and begun.depth > 0 and not line.depth and not line.table and not line.card


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


def _in_brackets(person: NamedPerson, rest: str) -> None:
    """Read what stands behind a name from a bracket on."""
    depth = 0
    for index, sign in enumerate(rest):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            inner, behind = _without_own_letters(rest[1:index]), rest[index + 1 :]
            break
    else:
        inner, behind = rest.strip("()"), ""
    is_title = behind.lstrip().startswith(":")
    behind = behind.strip(" ,:;–—-")
    _note_inner(person, inner)
    if behind and person.affiliation is None:
        _beside(person, behind)
    elif behind and (quoted := _QUOTED.match(behind)):
        person.title = quoted["title"]
    elif behind and (part := part_in_organizing(behind.strip("()"))):
        person.role = part
    elif _labelled(person, behind):
        return
    elif len(behind) > _LONG or _SAYS_OF_ONE.match(behind):
        person.biography.append(behind)
    elif is_title:  # as in `Ann Author (University of Testing): On Samples`
        person.title = person.title or behind
    elif len(behind.split()) > 1 and not _SOCIAL.match(behind):
        person.unread.append(behind)


def _note_inner(person: NamedPerson, inner: str) -> None:
    """Read what stands in the bracket behind a name: a part in organizing, an institution, both."""
    role, place = role_and_place(inner)
    if part := part_in_organizing(inner):
        person.role = part
    elif _IS_TASK.match(inner) or re.fullmatch(r"[a-zà-ÿ]{7,}", inner):  # `voorzitter`
        person.unread.append(inner)
    else:
        person.role = person.role or (part_in_organizing(role) or role)
        person.affiliation = _affiliation_said(place) or person.affiliation


_IS_TASK = re.compile(
    r"(?:publicity|workshops?|program(?:me)?|local(?:\s+arrangements)?|finances?|web(?:site)?|tutorials?"
    r"|proceedings|sponsor(?:s|ship)|registration|posters?|demos?|volunteers?|social(?:\s+media)?)"
    r"(?=\s*(?:,|&|/|and\b|$))"
)
"""What somebody does, in a bracket behind the name: `Ann Author (publicity)`."""


def _without_own_letters(inner: str) -> str:
    """A bracket behind a name, if it is not the same name in its own letters: `仮名 花子`."""
    return "" if is_family_first(inner) and line_start(inner) is not None else inner


_SAYS_OF_ONE = re.compile(r"(?:is|was|has|holds|works|leads|received|joined)\b")
"""How prose goes on behind a name: `Ann Author (University of Testing) is a lecturer.`"""


def _affiliation_said(text: str) -> WrittenPost | None:
    """An affiliation where one is expected: a short text that may be no known institution."""
    found = read_affiliation(text)
    if found is not None and (
        is_placeholder(text)
        or re.fullmatch(
            r"(?:she|he|they)\b.*|remote|virtual|online|in[- ]person|confirmed|chair|tentative"
            r"|(?:main\s+|the\s+)?contact(?:\s+person)?",  # `she/her`, `Virtual`, `Main contact`
            text,
            re.IGNORECASE,
        )
    ):
        return None
    return found


def _beside(person: NamedPerson, rest: str) -> None:
    """Read what stands behind a name and a comma, a dash or a colon."""
    rest = rest.strip(" ,;:–—-|")
    rest = EMAIL.sub("", rest).strip(" ,;:()<>[]–—-|") if EMAIL.search(rest) else rest
    rest = re.sub(r"\s*\[(?:[^\[\]]{1,25})\]", "", rest)
    rest, title = without_talk(rest)
    person.title = person.title or title
    if not rest or _SOCIAL.match(rest):
        return
    if quoted := _QUOTED.match(rest):
        person.title = quoted["title"]
        return
    role, rest = role_and_place(rest)
    if part := role or part_in_organizing(rest):
        person.role = part
    if part and (not role or not rest):
        return
    match = re.search(r"[(–—-]\s*([^()]*(?:chair|organi[sz]er)s?)\s*\)?$", rest, re.IGNORECASE)
    if match and (part := part_in_organizing(match[1])):
        person.role = part
        rest = rest[: match.start()].strip(" ,;–—-(")
    if len(rest) > _LONGEST_POST and ". " in rest:
        person.biography.append(rest)
        return
    if may_be_institution(rest):
        person.affiliation = _affiliation_said(rest) or person.affiliation
    else:
        person.unread.append(rest)


def _links(person: NamedPerson, line: SiteLine) -> None:
    """Remember where the name of somebody, or a word beside it, leads to."""
    for address in line.addresses:
        if address in line.materials.values():
            continue
        if address.startswith("mailto:"):
            person.email = person.email or own_email(address)
        elif re.match(r"https?://", address) and not person.homepage:
            said = "".join(run.text for run in line.line.runs if run.address == address)
            person.homepage = address if leads_to_own_page(said, person.name) else ""
    person.email = person.email or own_email(line.text)


_CLASSES = tuple(
    (key, re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])", re.IGNORECASE))
    for key, words in (
        ("title", r"(?:talk|keynote|presentation|speech|lecture)[_-]?titles?"),
        ("abstract", r"abstracts?"),
        ("biography", r"bio(?:graphy|s)?"),
        ("affiliation", r"affil(?:iations?)?|institut(?:e|ions?)|organi[sz]ation|university"),
    )
)
"""What the class of a block says of its text: `talk-title`, `speaker-affiliation`."""


def _class_of(line: SiteLine) -> str:
    """What the class of a line's block says of it; empty if it says nothing."""
    return next((key for key, pattern in _CLASSES if pattern.search(line.marks)), "")


def _add(person: NamedPerson, line: SiteLine, expects: str) -> str:
    """Add a line to what is said of somebody.

    Returns:
        What the line says will follow: `biography` behind a label alone.
    """
    text = line.text.strip()
    person.materials = line.materials | person.materials
    asks = _ASKS.search(text)
    if len(text) <= _LONGEST_LINK_LINE and not asks:
        _links(person, line)
    bare = re.sub(r"^[\s|·•]+|[\s|·•]+$", "", text)
    if not bare or _SOCIAL.match(bare) or EMAIL.fullmatch(bare):
        return expects
    labelled = label_of(bare)
    said = _class_of(line)
    if labelled is None and said and line.tag != "li":
        _note(person, said, bare)
        return expects
    if labelled is not None:
        key, rest = labelled
        if key == "biography":
            _take_for_abstract(person)
        if rest:
            _note(person, key, rest)
        return key if not rest or key in _LONG_TEXTS else ""
    if asks and ("@" in bare or len(bare) > _LONGEST_QUESTION):
        return ""
    if part := part_in_organizing(bare.strip("()[] :")):
        person.role = person.role or part
    elif expects:
        _note(person, expects, bare)
        return expects if expects in _LONG_TEXTS else ""
    else:
        _unlabelled(person, bare)
    return expects


def _take_for_abstract(person: NamedPerson) -> None:
    """Take prose that stands in front of a biography with a label for the abstract of the talk."""
    first = person.biography[0] if person.biography else ""
    own = {*words(person.name)}
    is_about = _OF_SOMEBODY.match(first) or own & {*words(" ".join(first.split()[:5]))}
    if first and not person.abstract and not is_about:
        person.abstract = "\n\n".join(person.biography)
        person.biography.clear()


_OF_SOMEBODY = re.compile(r"(?:s?he|they|dr|prof\w*|(?:his|her|their)\s+research)\b", re.IGNORECASE)
"""How a biography begins: `She is …`, `Prof. Author …`."""


def _unlabelled(person: NamedPerson, bare: str) -> None:
    """Add a line that no label explains: prose, a talk's title, where somebody works."""
    role, bare = role_and_place(bare) if len(bare) <= _LONG else ("", bare)
    person.role = person.role or role
    if len(bare) > _LONG or (len(bare) > _SHORTEST_SENTENCE and bare.endswith(".")):
        if not is_note(bare, person.name):
            person.biography.append(bare)
    elif quoted := _QUOTED.match(bare):
        person.title = person.title or quoted["title"]
    elif is_without_place(bare, person.name):
        return
    elif not person.biography and not person.title:
        is_registration = _REGISTRATION.fullmatch(bare) and not is_institution(bare)
        if is_registration or not may_be_institution(bare):
            person.unread.append(bare)
            return
        found = None if is_placeholder(bare) else read_affiliation(bare)
        if person.affiliation is None:
            person.affiliation = found
        elif not _complete(person, bare) and is_institution(bare):
            person.unread.append(bare)
    elif len(bare.split()) > 1 and not is_placeholder(bare):
        person.unread.append(bare)


def _complete(person: NamedPerson, text: str) -> bool:
    """Take a better institution, or its country, from a further line; whether it was taken."""
    known = person.affiliation
    if known is None:
        return False
    if country_code(text.strip(" .")) is not None:
        if not known.country:
            country = text.strip(" .")
            line = f"{known.line}, {country}"
            person.affiliation = replace(known, country=country, written=line)
        return True
    found = read_affiliation(text)
    if found is not None and found.institution == known.institution:
        return True
    if found is not None and (
        names_institution(found.institution)
        and not names_institution(known.institution)
        and not is_institution(known.institution)
    ):
        person.affiliation = found
        return True
    return False


def _labelled(person: NamedPerson, text: str) -> bool:
    """Read a text that begins with a label: `Title: …`; whether it does."""
    if (labelled := label_of(text)) is None or not labelled[1]:
        return False
    _note(person, *labelled)
    return True


def _note(person: NamedPerson, key: str, text: str) -> None:
    text = text.strip()
    if is_placeholder(text) and len(text) < _LONG:
        return
    if key == "affiliation":
        person.affiliation = _affiliation_said(text) or person.affiliation
    elif key == "title":
        person.title = person.title or text.strip(' "“”.«»')
    elif key == "abstract":
        person.abstract = f"{person.abstract}\n\n{text}".strip()
    elif key == "biography":
        person.biography.append(text)
    elif key == "pronouns":
        person.pronouns = person.pronouns or re.sub(r"\s*/\s*", "/", text.strip("() ")).lower()
    elif key == "role":
        person.role = person.role or (part_in_organizing(text) or "")
