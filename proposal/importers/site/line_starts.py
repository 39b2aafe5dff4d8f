"""Finds the name with which a line begins, and what parts it from the rest."""

from __future__ import annotations

import re

from msgspec import Struct

from proposal.importers.site.name_likeness import (
    is_name_with_ending,
    may_be_institution,
    person_name,
)
from proposal.importers.site.name_lists import ADDRESS, FULL_WIDTH
from proposal.model.affiliated import without_pronouns
from proposal.reading.roles import part_in_organizing

_LABELLED = re.compile(
    r"^(?P<label>(?:(?:keynote|invited|guest|lead|main|panel|workshop|plenary|featured)\s+)?(?:speakers?"
    r"|organi[sz]ers?|names?|presenters?|panell?ists?"
    r"|(?:co-?)?PIs?|(?:(?:co-?|principal)\s*)*investigators?"
    r"|moderators?|chairs?|keynotes?|talks?|instructors?|hosts?|président(?:e|es|s)?|présidence"
    r"|vorsitz(?:ende[rn]?)?|leitung|presidentes?|presidenta|presidência|presiden(?:te|ti|za)"
    r"|responsables?|coordinateur(?:s)?|coordinatrice(?:s)?|coordinador(?:es|as?)?"
    r"|(?:招待|基調)?講演者?|講師|登壇者|発表者|司会|座長|パネリスト|报告人|主讲人|演讲者|讲者|主持人"
    r"|연사|강연자|발표자|사회자?|좌장)(?:\s*(?:\d+|[IVX]+))?)\s*(?::"
    r"|[-–—]|\bby\b)\s*",
    re.IGNORECASE,
)
"""What stands before a name: `Speaker: `, `Keynote 1 – `."""
_BULLET = re.compile(r"^(?:[•‣▪▸►✦★☆*·–—-]|\d+[.)])\s*")
"""`• Ada Lovelace`, `1. Ada Lovelace`"""
_TAG = re.compile(
    r"^\s*(?:\[[^\[\]]{1,30}\]|\((?:confirmed|tentative|invited|online|virtual|remote)\))\s*",
    re.IGNORECASE,
)
"""`[Chair] Ada Lovelace`, `(invited) Ada Lovelace`"""
_STATUS = re.compile(
    r"\s*[-–—|,(\[✓✔✅]*\s*\b(?P<status>(?:not\s+yet\s+|to\s+be\s+|un)?confirmed|tentative|tbc)\b\s*[)\]✓✔✅]*$",
    re.IGNORECASE,
)
"""A badge behind a name: `Ann Author Confirmed`, `Ann Author (tentative)`."""
_UNSURE = re.compile(
    r"tentative|to be confirmed|not yet confirmed|\btbc\b|unconfirmed|invited\)|\(invited",
    re.IGNORECASE,
)
"""`(tentative)`, `TBC`"""
_DEGREE_BEHIND = re.compile(r"(?<=\w)[\s,]+Dr\.\s?-?(?:Ing|rer|phil|med|techn|sc)\b[.\w ]*$")
"""A German degree behind a name: `Ann Author Dr.-Ing.`, `Ann Author, Dr. rer. nat.`."""


class LineStart(Struct, frozen=True):
    """A line that begins with a name."""

    name: str
    rest: str
    form: str
    """How the name stands there: `alone`, or what parts it from the rest."""
    label: str = ""
    is_unsure: bool = False
    role: str = ""
    """The part in organizing that stands before the name."""


def line_start(text: str) -> LineStart | None:
    """The name with which a line begins, if it begins with one."""
    bare = ADDRESS.sub("", _BULLET.sub("", text.strip().translate(FULL_WIDTH)))
    unsure = bool(_UNSURE.search(bare[:60]))
    while match := _TAG.match(bare):
        bare = bare[match.end() :]
    label = ""
    if match := _LABELLED.match(bare):
        label, bare = match["label"], bare[match.end() :]
    role = "" if label else _role_before(bare)
    bare = bare[len(role) :].lstrip(" :–—-|•·\t")
    bare = _STATUS.sub("", bare)
    bare, _ = without_pronouns(_DEGREE_BEHIND.sub("", bare))
    bare = bare.strip()
    if person_name(bare):
        return LineStart(bare.strip(" ,;:"), "", "alone", label, unsure, role)
    for form, separator in _SEPARATORS:
        match = separator.search(bare)
        if match is None or match.start() == 0:
            continue
        head = bare[: match.start()].strip()
        rest = bare[match.end() - (1 if form == "(" else 0) :].strip()
        if form == "from" and not may_be_institution(rest):
            continue
        if form == "(" and _is_spelled_out(head, rest):
            continue
        if person_name(head):
            rest, ending = _without_ending(rest) if form == "," else (rest, "")
            return LineStart(f"{head}{ending}", rest, form, label, unsure, role)
    return None


def _is_spelled_out(head: str, rest: str) -> bool:
    """Whether a sentence goes on behind words and their initials: `Sample Memory (SM) stores …`."""
    match = _INITIALS_AND_SENTENCE.match(rest)
    initials = "".join(word[0] for word in head.split())
    return match is not None and match["short"].rstrip("s").casefold() == initials.casefold()


_INITIALS_AND_SENTENCE = re.compile(r"\((?P<short>[A-Z]{2,8}s?)\)[,:]?\s+[a-z]")
"""`(SM) stores the texts`"""


def start_of_heading(text: str) -> LineStart | None:
    """The name with which a heading begins, behind the number of a talk."""
    return line_start(_NUMBER_OF_TALK.sub("", text))


_NUMBER_OF_TALK = re.compile(r"^(?:[IVX]{2,4}[.)]|I\.|[IVX]\))\s+(?=[^\W\d_]{2,}\s+[^:]+:)")
"""`II. Ann Author: On Samples`, but not `V. Lakshmi Author: On Samples`, which is an initial."""


_ROLE_BEFORE = re.compile(
    r"(?P<role>(?:[\w&/-]+\s+){1,4}?(?:co-?\s*)?(?:chairs?|organi[sz]ers?|coordinators?))"
    r"(?:\s*[:,]\s*|\s+[–—|•·-]\s+|\s+)(?=[^\W\d_])",
    re.IGNORECASE,
)
"""`Program Chair: `, `General Co-Chair – `, `Local Chair, `"""


def _role_before(text: str) -> str:
    """The part in organizing in front of a name: `Program Chair: Ann Author`; empty if none is."""
    match = _ROLE_BEFORE.match(text) or _ROLE_BEFORE_IN_OTHER_SCRIPTS.match(text)
    is_name = match is not None and line_start(text[match.end() :]) is not None
    return (
        match["role"] if match is not None and is_name and part_in_organizing(match["role"]) else ""
    )


_ROLE_BEFORE_IN_OTHER_SCRIPTS = re.compile(
    r"(?P<role>[^\W\d_]{0,10}?(?:委員長|大会長|幹事|世話人|主席|위원장))(?:\s*:\s*|\s+)(?=[^\W\d_])"
)
"""`実行委員長: `, `副委員長 `"""


_SEPARATORS = tuple(
    (form, re.compile(pattern, re.IGNORECASE if form == "label" else 0))
    for form, pattern in (
        (",", r"\s*,\s*"),
        ("(", r"\s*\("),
        ("-", r"\s+[–—-]\s*|\s*[–—]\s+|\s*—\s*"),
        (":", r"\s*:\s+"),
        ("|", r"\s*[|/;·•@]\s*"),
        ("[", r"\s*\["),
        ("from", r"\s+(?:from|at|of)\s+(?=(?:the\s+)?[A-Z])"),
        ("label", r"\s+(?=(?:expertise|affiliation|bio|title|talk|e-?mail)\s*:)"),
        ("is", r"\s+(?=(?:is|was|has|serves|works|leads|received|holds|joined)\b)"),
    )
)


def _without_ending(rest: str) -> tuple[str, str]:
    """What stands behind a name without the suffix and the degrees that come first, and these."""
    ending = ""
    while True:
        first, comma, behind = rest.partition(",")
        if not first.strip() or not is_name_with_ending(f"Ann Author, {first}"):
            return rest, ending
        ending += f", {first.strip()}"
        rest = behind.strip()
        if not comma:
            return rest, ending
