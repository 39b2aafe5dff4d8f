"""Reads which of the workshop's dates a line gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from proposal.audit.with_each_other.stated.statements import StatedDeadline
from proposal.reading.date_labels import name_of_date
from proposal.reading.days import FoundDay, find_days
from proposal.reading.page_tree import HEADINGS, Element, PageLine, StyledRun, lines_of
from proposal.reading.source_document import SourceDocument

_LONGEST_LABEL = 60
_FORMER = re.compile(
    r"(?:(?:extended|postponed|moved)\s+from(?:\b[^()]*,\s+then)?|previously|originally|formerly"
    r"|was|old|instead\s+of)\W*(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
"""What stands before a former day: `extended from Monday, `, `(was `, `moved from May 1, then `."""
_OTHERS = re.compile(
    r"\b(?:open(?:s|ing)?|begins?|starts?|rounds?|late|second|phase|rebuttal|reviews?|supplement\w*"
    r"|main|conference|tutorials?|challenge|shared|travel|visa|hotel|discount|mentor\w*"
    r"|reviewers?|confirm\w*|attend\w*)\b",
    re.IGNORECASE,
)
"""What is no deadline of ours: `Submission opens`, `Travel grants`, `Reviews due`."""
_DUE = re.compile(r"\b(?:deadline|due)\b|\bsubmi\w+\s+by\b", re.IGNORECASE)
"""`Papers due`, `submit by`"""
_WHEN = re.compile(r"^\W*(?:when|date|day)\b", re.IGNORECASE)
"""`Date: May 3`, `When`"""


def deadlines_in(document: SourceDocument, root: Element) -> Iterator[StatedDeadline]:
    """The dates that the items, rows and lines of a page give."""
    headings: dict[str, str] = {}
    for line, element, is_listed in _lines(root):
        if element.tag in HEADINGS:
            headings = {tag: text for tag, text in headings.items() if tag < element.tag}
            headings[element.tag] = line.text
        elif found := deadline_in(line, is_listed=is_listed):
            name, day = found
            written = line.text[day.start : day.end]
            location = document.locate(_of_new(line, day) or written, element.span)
            track = _kind_in(line.text) or track_of(headings.values())
            yield StatedDeadline(name, day.date, location, track)


_TRACK = re.compile(
    r"\b(?:doctoral|ph\.?d|demo|poster|tutorial|industr|challenge|competition|student|shared\s+task"
    r"|journal|special\s+issue|late[- ]breaking|hackathon|artifact|award|non-archival|archival"
    r"|fast[- ]track|(?:first|second|third|1st|2nd|3rd|late)\s+(?:round|phase|call|cycle|deadline)"
    r"|track\s+\w|\w+\s+track|round\s+\d|arr\b|mentor|task\b)\w*",
    re.IGNORECASE,
)
"""Words of headings over papers of another kind, for which other days hold. Example:
`Doctoral consortium`."""


_KIND = re.compile(
    r"\b(?P<kind>full|long|short|regular|position|tiny|direct|arr|commit|non-archival|archival|journal"
    r"|demo|extended\s+abstract)\w*\s+(?:papers?|submissions?|abstracts?|track|deadline|commitment)\b"
    r"|\((?P<in_brackets>full|long|short|regular)\s+papers?\)",
    re.IGNORECASE,
)
"""A label of papers of one kind: `Short paper submission`, `Notification (short papers)`."""


def _kind_in(line: str) -> str:
    """The kind of papers of which a line speaks; empty if it speaks of all."""
    match = _KIND.search(line)
    return (match["kind"] or match["in_brackets"]).casefold() if match else ""


def track_of(headings: Iterable[str]) -> str:
    """The kind of papers whose dates stand below some headings; empty for all of them."""
    found = [match[0].casefold() for text in headings if (match := _TRACK.search(text))]
    return found[-1] if found else ""


def deadline_in(line: PageLine, *, is_listed: bool) -> tuple[str, FoundDay] | None:
    """The date that a line gives as it is now, and of what; nothing if that is not plain."""
    text = line.text
    days = find_days(text)
    if not days or len(text.split()) > 30:
        return None
    label = text[: days[0].start]
    if is_listed and not re.search(r"\w", label) and (behind := _label_behind(text, days)):
        label = behind
    name = _name_of_opening(label) or name_of_label(label, is_listed=is_listed)
    if name is None:
        return None
    struck = {day.date for day in find_days(line.with_style("struck"))}
    now = [day for day in days if not (day.date in struck or _FORMER.search(text[: day.start]))]
    if len(now) > 1 and re.search(r"extended|postponed|moved|new|→|->", text, re.IGNORECASE):
        now = now[-1:]
    if len(now) != 1 or now[0].is_range:
        return None
    return name, now[0]


def _label_behind(text: str, days: list[FoundDay]) -> str | None:
    """The label that stands behind the only date of a line: `27 Feb 2026: Call published`."""
    match = re.match(r"\s*(?:\([^()]*\)\s*)?[:–—-]+\s*(?P<label>.+)$", text[days[0].end :])
    if match is None or len(days) != 1 or _SPECIAL.search(match["label"]):
        return None
    return match["label"] if len(match["label"].split()) <= _MOST_WORDS_BEHIND else None


_MOST_WORDS_BEHIND = 6
_SPECIAL = re.compile(r"\b(?:final|for|via|to|arr|commit\w*|revis\w*|resubmi\w*)\b", re.IGNORECASE)
"""Words of dates beside the usual ones: `final acceptance`, `Submission deadline for ARR`."""

OTHER_PHRASES = {
    "call": "the publication of the call",
    "opening": "the opening of the submission",
}
"""Dates that the data do not have, but of which a page can give two, within a sentence."""

_OPENINGS = {
    "call": re.compile(
        r"\b(?:call|cfp)\b.*"
        r"\b(?:publish\w*|open\w*|issued|released?|announce\w*|distribut\w*|out)\b"
        r"|\b(?:publication|release|announcement)\s+of\s+(?:the\s+)?(?:call|cfp)\b",
        re.IGNORECASE,
    ),
    "opening": re.compile(
        r"\bsubmissions?\b(?:\s+\w+){0,2}\s+open(?:s|ing|ed)?\b"
        r"|\bopening\s+of\s+(?:the\s+)?submissions?\b",
        re.IGNORECASE,
    ),
}
""""Call for papers published", "Submissions open"."""
_OTHER_CALLS = re.compile(
    r"\b(?:second|third|final|last|2nd|3rd|rounds?|phase|late|tracks?|demos?|posters?|tutorials?"
    r"|challenge|shared|task|clos\w+|deadline|industry|student\w*|abstracts?)\b",
    re.IGNORECASE,
)
"""`Second call for papers`, `Call for posters`"""


def _name_of_opening(label: str) -> str | None:
    """The name of a day on which something begins, for papers and for the first time."""
    if _OTHER_CALLS.search(label) or len(label) > _LONGEST_LABEL:
        return None
    return next((name for name, words in _OPENINGS.items() if words.search(label)), None)


OPENING = re.compile(r"\bopen(?:s|ing)?\b", re.IGNORECASE)
"""An example: `Submission opens`, on a day on which nothing is due."""
_OF_TRACK = re.compile(
    r"\((?!(?:extended|firm|final|hard|new|strict|tentative)\b)[^()]*[^\W\d_]{3}[^()]*\)[\s:–—-]*$",
    re.IGNORECASE,
)
"""An example: `Submission deadline (Short papers):`, of papers of one kind alone."""


def name_of_label(label: str, *, is_listed: bool) -> str | None:
    """Which date of all papers a label names; nothing for those of a track or of a later round.

    Args:
        label: the words before a day.
        is_listed: whether they stand in a list of dates, and not in a sentence.
    """
    if _OF_TRACK.search(label):
        return None
    if len(label) > _LONGEST_LABEL and is_listed:
        return None
    if is_listed and _WHEN.match(label):
        return "workshop"
    if _OTHERS.search(label) or "." in label.rstrip(" .").replace("p.m.", ""):
        return None
    name = name_of_date(label)
    if not is_listed:
        return name if name == "submission" and _DUE.search(label) else None
    return name if ":" in label or len(label.split()) <= 6 else None


def _of_new(line: PageLine, day: FoundDay) -> str:
    """The date as it is written, its own run if it has one."""
    text = line.text[day.start : day.end]
    return next((run.text.strip() for run in line.runs if text in run.text), "") and text


def _lines(root: Element) -> Iterator[tuple[PageLine, Element, bool]]:
    """Headings and lines that may give dates, and whether they belong to a list of dates."""
    for element in root.walk():
        if element.tag in HEADINGS:
            yield PageLine(tuple(_runs(element))), element, False
        elif element.tag == "tr":
            runs = [run for cell in element.elements for run in (*_runs(cell), StyledRun(": "))]
            yield PageLine(tuple(runs)), element, True
        elif element.tag == "li":
            yield PageLine(tuple(_runs(element))), element, True
        elif element.tag == "dl":
            yield from ((line, term, True) for line, term in terms_of(element))
        elif element.tag == "p":
            yield from ((line, element, ":" in line.text) for line in lines_of(element))


def terms_of(terms: Element) -> Iterator[tuple[PageLine, Element]]:
    """A term and what is said of it, as one line."""
    term: list[StyledRun] = []
    for element in terms.walk():
        if element.tag == "dt":
            term = _runs(element)
        elif element.tag == "dd" and term:
            lines = lines_of(element)
            if lines:
                yield PageLine((*term, StyledRun(": "), *lines[0].runs)), element


def _runs(element: Element) -> list[StyledRun]:
    return [run for line in lines_of(element) for run in (*line.runs, StyledRun(" "))]
