"""Reads what stands beside the name of somebody and in the lines below it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from proposal.importers.site.affiliation_lines import WrittenPost, read_affiliation
from proposal.importers.site.line_starts import line_start
from proposal.importers.site.links_behind_names import leads_to_own_page
from proposal.importers.site.marked_names import role_and_place
from proposal.importers.site.name_likeness import (
    is_institution,
    may_be_institution,
    names_institution,
)
from proposal.importers.site.named_person import NamedPerson, is_note, own_email, without_talk
from proposal.importers.site.nameless_lines import is_without_place
from proposal.importers.site.person_labels import label_of
from proposal.importers.site.site_lines import SiteLine
from proposal.model.affiliated import EMAIL
from proposal.model.countries import country_code
from proposal.model.family_names import is_family_first
from proposal.model.name_comparison import words
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
_LONGEST_LINK_LINE, _LONGEST_POST = 120, 140
_LONG_TEXTS = {"abstract", "biography"}
_LONGEST_QUESTION = 60
_SHORTEST_SENTENCE = 70
LONG = 160
"""From so many letters on, a line is prose."""


def read_in_brackets(person: NamedPerson, rest: str) -> None:
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
        read_beside(person, behind)
    elif behind and (quoted := _QUOTED.match(behind)):
        person.title = quoted["title"]
    elif behind and (part := part_in_organizing(behind.strip("()"))):
        person.role = part
    elif read_labelled(person, behind):
        return
    elif len(behind) > LONG or _SAYS_OF_ONE.match(behind):
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


def read_beside(person: NamedPerson, rest: str) -> None:
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


def note_links(person: NamedPerson, line: SiteLine) -> None:
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


def class_of(line: SiteLine) -> str:
    """What the class of a line's block says of it; empty if it says nothing."""
    return next((key for key, pattern in _CLASSES if pattern.search(line.marks)), "")


def add_line(person: NamedPerson, line: SiteLine, expects: str) -> str:
    """Add a line to what is said of somebody.

    Returns:
        What the line says will follow: `biography` behind a label alone.
    """
    text = line.text.strip()
    person.materials = line.materials | person.materials
    asks = _ASKS.search(text)
    if len(text) <= _LONGEST_LINK_LINE and not asks:
        note_links(person, line)
    bare = re.sub(r"^[\s|·•]+|[\s|·•]+$", "", text)
    if not bare or _SOCIAL.match(bare) or EMAIL.fullmatch(bare):
        return expects
    bare, *behind = _LABELS_WITHIN.split(bare) if label_of(bare) else [bare]
    labelled = label_of(bare)
    said = class_of(line)
    if labelled is None and said and line.tag != "li":
        _note(person, said, bare)
        return expects
    if labelled is not None:
        key, rest = labelled
        if key == "biography":
            _take_for_abstract(person)
        if rest:
            _note(person, key, rest)
        for key, rest in filter(None, map(label_of, behind)):
            _note(person, key, rest)
        return key if not rest or key in _LONG_TEXTS else ""
    if asks and ("@" in bare or len(bare) > _LONGEST_QUESTION):
        return ""
    if part := part_in_organizing(bare.strip("()[] :")):
        person.role = person.role or part
    elif expects and not line.is_heading:
        _note(person, expects, bare)
        return expects if expects in _LONG_TEXTS else ""
    else:
        _unlabelled(person, bare)
    return expects


_LABELS_WITHIN = re.compile(r"\s+(?=(?:Abstract|Bio(?:graphy)?)\s*:)")
"""Where labels stand behind each other in a line: `Title: On Samples Abstract: We …`."""


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
    role, bare = role_and_place(bare) if len(bare) <= LONG else ("", bare)
    person.role = person.role or role
    if len(bare) > LONG or (len(bare) > _SHORTEST_SENTENCE and bare.endswith(".")):
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


def read_labelled(person: NamedPerson, text: str) -> bool:
    """Read a text that begins with a label: `Title: …`; whether it does."""
    if (labelled := label_of(text)) is None or not labelled[1]:
        return False
    _note(person, *labelled)
    return True


def _note(person: NamedPerson, key: str, text: str) -> None:
    text = text.strip()
    if is_placeholder(text) and len(text) < LONG:
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
