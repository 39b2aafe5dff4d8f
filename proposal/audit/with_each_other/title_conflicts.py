"""Finds papers and talks with two titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely, wrong
from proposal.audit.with_each_other.speaker_conflicts import names
from proposal.audit.with_each_other.stated.person_texts import (
    begins_with_person,
    is_name,
    people_in,
)
from proposal.audit.with_each_other.stated.program_statements import is_bullet, title_in
from proposal.audit.with_each_other.stated.statements import (
    PageContent,
    StatedPaper,
    StatedPerson,
    StatedSlot,
    TextRun,
)
from proposal.audit.with_each_other.text_similarity import (
    differ_in_signs,
    likeness,
    same_title,
    tidy,
)
from proposal.model.name_comparison import plain_words
from proposal.reading.listed_names import split_authors
from proposal.reading.locations import Location
from proposal.reading.searchable_text import without_numbers

_SURELY = 60
"""From this likeness on, two titles that have no other counterpart are forms of one."""

_PAPERS = re.compile(
    r"\b(?:oral|papers?|spotlights?|lightning|posters?|contributed|presentations?)\b", re.IGNORECASE
)
"""`Oral presentations`, `Poster session`"""
_TALKS = re.compile(r"\b(?:keynote|invited|tutorial|panel)\b", re.IGNORECASE)
"""`Invited talk`, `Keynote`"""
_ASIDES = re.compile(
    r"^(?:chairs?|session chairs?|moderat\w+|location|room|where|speakers?|abstract|authors?"
    r"|discussants?|hosts?|presenters?|presented by|panell?ists?)\b"
    r"|\bauthors?$",
    re.IGNORECASE,
)
"""`Session chair: Ada Lovelace`, `Room 114`, no titles of talks."""
_HINT = "choose one of them for both places, the one that the authors use"


def paper_titles(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Titles in a schedule or a list that are forms of others in another list."""
    lists = [(content, content.papers) for content in edition if content.papers]
    whole = {frozenset(tidy(paper.title) for paper in papers) for _, papers in lists}
    for content in edition:
        lines = list(_titles_of(content))
        for _, papers in lists:
            yield from _differences(lines, papers, "the list of papers", whole)
        if lists:
            yield from _unlisted(content, [paper for _, papers in lists for paper in papers])
    for index, (_, papers) in enumerate(lists):
        said = [TextRun(paper.title, paper.location) for paper in papers]
        for _, others in lists[:index]:
            yield from _differences(said, others, "another list of papers", whole)


def _titles_of(content: PageContent) -> Iterator[TextRun]:
    """What may be a paper's title in the schedules of an artefact."""
    talks = {tidy(entry.title) for entry in content.people if entry.title}
    for slot in content.slots:
        if _TALKS.search(slot.head):
            continue
        for line in slot.lines:
            title = title_in(line.text)
            if len(title.split()) >= 3 and tidy(title) not in talks and not _is_aside(title):
                yield TextRun(title, content.find(title, line.location))


def _is_aside(text: str) -> bool:
    """Whether a line of a session names its chair, its room or authors."""
    authors = split_authors(text)
    return _ASIDES.search(text) is not None or (
        bool(authors) and all(is_name(author.name) for author in authors)
    )


def _differences(
    lines: Iterable[TextRun],
    papers: Sequence[StatedPaper],
    where: str,
    whole: Collection[frozenset[str]],
) -> Iterator[Conflict]:
    """Lines and papers without the same counterpart, paired by likeness, the likeliest first.

    Two titles that one of the whole lists holds are those of two papers.
    """
    open_papers = {tidy(paper.title): paper for paper in papers}
    open_lines = []
    series = Counter(without_numbers(title) for title in open_papers)
    for line in lines:
        held = [title for title in open_papers if _same(tidy(line.text), title)]
        if not held:
            open_lines.append(line)
        for title in held:
            del open_papers[title]
    pairs = [
        (score, index, line, paper)
        for index, line in enumerate(open_lines)
        for paper in open_papers.values()
        if not _is_other_part(line.text, paper.title, series)
        if (score := likeness(_bare(line.text), _bare(paper.title))) >= _SURELY
        and not any({tidy(line.text), tidy(paper.title)} <= titles for titles in whole)
    ]
    used: set[int] = set()
    for _, _, line, paper in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if id(line) not in used and id(paper) not in used:
            used |= {id(line), id(paper)}
            yield _difference(_bare(line.text), line.location, paper.title, paper.location, where)


def _is_other_part(line: str, title: str, series: Counter[str]) -> bool:
    """Whether two titles are those of several that only their numbers tell apart."""
    letters = without_numbers(title)
    return series[letters] > 1 and without_numbers(_bare(line)) == letters


def _same(line: str, title: str) -> bool:
    """Whether two lines are one title, of which either may have its authors beside it."""
    return _holds(line, title) or _holds(title, line)


def _holds(line: str, title: str) -> bool:
    """Whether a line is a title, alone or with its authors behind or before it."""
    if line == title:
        return True
    before, found, behind = line.partition(title)
    if not found or len(title.split()) < 3 or (before and behind):
        return False
    if behind.startswith(". ") and _is_aside(behind[2:]):
        return True  # such as . Ada Lovelace, Charles Babbage
    # such as (oral), by Ada Lovelace, Best Paper
    return re.match(
        r"\s*(?:[(\[,;|-]|by\b|Best\s(?:\w+\s)?Paper$)", behind
    ) is not None or before.endswith((": ", "- "))


def _bare(line: str) -> str:
    """A title without the authors behind it in brackets."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", line)


def _difference(title: str, location: Location, other: str, where: Location, what: str) -> Conflict:
    place = where.seen_from(location)
    if differ_in_signs(title, other):
        message = f"“{title}” is written “{other}” in {what} ({place})"
        return unlikely("title-spelling", message, location, _HINT, where)
    message = f"the title “{title}” is “{other}” in {what} ({place})"
    return wrong("title-differs", message, location, _HINT, where)


def _unlisted(content: PageContent, papers: Sequence[StatedPaper]) -> Iterator[Conflict]:
    """Papers that the schedule names and no list has, in whatever form."""
    for slot in content.slots:
        if not _PAPERS.search(slot.head) or _TALKS.search(slot.head):
            continue
        for line in slot.lines[1:]:
            title = title_in(line.text)
            if not is_bullet(line.text) or len(title.split()) < 4 or _is_aside(title):
                continue
            if not any(_may_be(title, paper.title) for paper in papers):
                first = papers[0].location.seen_from(line.location)
                message = (
                    f"the paper “{title}” is not in the list of papers (which begins at {first})"
                )
                hint = "add it to the list, or take it out of the schedule"
                yield unlikely("unlisted-paper", message, line.location, hint, papers[0].location)


def _may_be(line: str, title: str) -> bool:
    return tidy(title).casefold() in tidy(line).casefold() or likeness(_bare(line), title) > 0


def talk_titles(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Talks whose title in the schedule is another one than where the speaker is introduced."""
    entries = [
        entry
        for content in edition
        for entry in content.people
        if entry.role == "speaker" and entry.title
    ]
    for entry in entries:
        for content in edition:
            slots = [slot for slot in content.slots if _speaks_in(entry, slot)]
            if not any(_has_title(entry, slot) for slot in slots):
                for slot in slots:
                    yield from _talk(entry, slot, is_only=len(slots) == 1)
    yield from _twice_announced(entries)


_NOT_SPEAKING = re.compile(
    r"\W*(?:session\s+)?(?:chair|moderat|discussant|host|panel)", re.IGNORECASE
)
"""`Session chair`, `Moderator`"""


def _speaks_in(entry: StatedPerson, slot: StatedSlot) -> bool:
    """Whether a slot names a speaker, and not as somebody who leads it."""
    lines = (line.text for line in slot.lines if not _NOT_SPEAKING.match(line.text))
    return any(names(line, entry.name) for line in lines)


def _has_title(entry: StatedPerson, slot: StatedSlot) -> bool:
    return any(tidy(entry.title or "") in tidy(line.text) for line in slot.lines)


def _names_others(entry: StatedPerson, slot: StatedSlot) -> bool:
    """Whether a slot names others beside a speaker, as a panel does, which has its own title."""
    lines = [line.text for line in slot.lines if names(line.text, entry.name)]
    return any(len(people_in(line)) > 1 for line in lines) or _PANEL.search(slot.head) is not None


_PANEL = re.compile(r"\b(?:panel|discussion|round\s?table)\b", re.IGNORECASE)
"""`Panel discussion`, `Round table`"""


def _talk(entry: StatedPerson, slot: StatedSlot, *, is_only: bool) -> Iterator[Conflict]:
    title, location = entry.title or "", entry.title_location or entry.location
    said = [run for line in slot.lines for run in _title_beside(line, entry.name)]
    if not said:
        return
    best = max(said, key=lambda run: likeness(run.text, title))
    is_its_own = is_only and len(said) == 1 and not _names_others(entry, slot)
    if likeness(best.text, title) < _SURELY and not is_its_own:
        return
    what = f"the announcement of {entry.name}'s talk"
    yield _difference(best.text, best.location, title, location, what)


def _title_beside(line: TextRun, name: str) -> Iterator[TextRun]:
    """What may be the title of a talk in a line of its slot."""
    text = title_in(line.text)
    if names(text, name):
        text = re.sub(r"^.*?[:–—]\s+", "", text) if re.search(r"[:–—]\s", text) else ""
        if names(text, name):
            return
    is_title = len(plain_words(text)) >= 4 and len(text) < 200
    is_aside = _is_aside(text) or begins_with_person(text)
    if is_title and not is_aside and not re.search(r"\.\s+[A-Z]", text):
        yield TextRun(text, line.location)


def _twice_announced(entries: Sequence[StatedPerson]) -> Iterator[Conflict]:
    """Talks that are announced twice, as on two pages, under titles that are forms of one."""
    for index, entry in enumerate(entries):
        for other in entries[:index]:
            title, first = entry.title or "", other.title or ""
            if not names(entry.name, other.name) or same_title(title, first):
                continue
            if likeness(title, first) >= _SURELY:
                where = other.title_location or other.location
                what = f"another announcement of {entry.name}'s talk"
                yield _difference(title, entry.title_location or entry.location, first, where, what)
