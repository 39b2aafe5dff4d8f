"""Has every paper and every talk the same title wherever it is named?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from proposal.audit.with_each_other.locations import Spot, unlikely, wrong
from proposal.audit.with_each_other.people_statements import is_name
from proposal.audit.with_each_other.program_statements import is_bullet, title_in
from proposal.audit.with_each_other.speaker_conflicts import names
from proposal.audit.with_each_other.statements import Entry, Paper, Said, Slot, Told
from proposal.audit.with_each_other.text_similarity import (
    differ_in_signs,
    likeness,
    same_title,
    tidy,
)
from proposal.diagnostics import Diagnostic
from proposal.model.name_comparison import plain_words
from proposal.reading.names import split_authors

_SURELY = 60
"""From this likeness on, two titles that have no other counterpart are forms of one."""

_PAPERS = re.compile(
    r"\b(?:oral|papers?|spotlights?|lightning|posters?|contributed|presentations?)\b", re.IGNORECASE
)
_TALKS = re.compile(r"\b(?:keynote|invited|tutorial|panel)\b", re.IGNORECASE)
_ASIDES = re.compile(
    r"^(?:chairs?|session chairs?|moderat\w+|location|room|where|speakers?|abstract|authors?)\b"
    r"|\bauthors?$",
    re.IGNORECASE,
)
_HINT = "choose one of them for both places, the one that the authors use"


def paper_titles(edition: Sequence[Told]) -> Iterator[Diagnostic]:
    """Titles in a programme or a list that are forms of others in another list."""
    lists = [(told, told.papers) for told in edition if told.papers]
    for told in edition:
        lines = list(_titles_of(told))
        for _, papers in lists:
            yield from _differences(lines, papers, "the list of papers")
        if lists:
            yield from _unlisted(told, [paper for _, papers in lists for paper in papers])
    for index, (_, papers) in enumerate(lists):
        said = [Said(paper.title, paper.spot) for paper in papers]
        for _, others in lists[:index]:
            yield from _differences(said, others, "another list of papers")


def _titles_of(told: Told) -> Iterator[Said]:
    """What may be a paper's title in the programmes of an artefact."""
    talks = {tidy(entry.title) for entry in told.entries if entry.title}
    for slot in told.slots:
        if _TALKS.search(slot.head):
            continue
        for line in slot.lines:
            title = title_in(line.text)
            if len(title.split()) >= 3 and tidy(title) not in talks and not _is_aside(title):
                yield Said(title, told.find(title, line.spot))


def _is_aside(text: str) -> bool:
    """Whether a line of a session names its chair, its room or authors."""
    authors = split_authors(text)
    return _ASIDES.search(text) is not None or (
        bool(authors) and all(is_name(each.name) for each in authors)
    )


def _differences(
    lines: Iterable[Said], papers: Sequence[Paper], where: str
) -> Iterator[Diagnostic]:
    """Lines and papers without the same counterpart, paired by likeness, the likeliest first."""
    open_papers = {tidy(paper.title): paper for paper in papers}
    open_lines = []
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
        if (score := likeness(_bare(line.text), _bare(paper.title))) >= _SURELY
    ]
    used: set[int] = set()
    for _, _, line, paper in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if id(line) not in used and id(paper) not in used:
            used |= {id(line), id(paper)}
            yield _difference(_bare(line.text), line.spot, paper.title, paper.spot, where)


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
    return re.match(r"\s*(?:[(\[,;|-]|by\b)", behind) is not None or before.endswith((": ", "- "))


def _bare(line: str) -> str:
    """A title without the authors behind it in brackets."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", line)


def _difference(title: str, spot: Spot, other: str, where: Spot, what: str) -> Diagnostic:
    place = where.seen_from(spot)
    if differ_in_signs(title, other):
        message = f"“{title}” is written “{other}” in {what} ({place})"
        return unlikely("title-spelling", message, spot, _HINT, where)
    message = f"the title “{title}” is “{other}” in {what} ({place})"
    return wrong("title-differs", message, spot, _HINT, where)


def _unlisted(told: Told, papers: Sequence[Paper]) -> Iterator[Diagnostic]:
    """Papers that the programme names and no list has, in whatever form."""
    for slot in told.slots:
        if not _PAPERS.search(slot.head) or _TALKS.search(slot.head):
            continue
        for line in slot.lines[1:]:
            title = title_in(line.text)
            if not is_bullet(line.text) or len(title.split()) < 4 or _is_aside(title):
                continue
            if not any(_may_be(title, paper.title) for paper in papers):
                first = papers[0].spot.seen_from(line.spot)
                message = (
                    f"the paper “{title}” is not in the list of papers (which begins at {first})"
                )
                hint = "add it to the list, or take it out of the programme"
                yield unlikely("unlisted-paper", message, line.spot, hint, papers[0].spot)


def _may_be(line: str, title: str) -> bool:
    return tidy(title).casefold() in tidy(line).casefold() or likeness(_bare(line), title) > 0


def talk_titles(edition: Sequence[Told]) -> Iterator[Diagnostic]:
    """Talks whose title in the programme is another one than where the speaker is introduced."""
    entries = [
        entry
        for told in edition
        for entry in told.entries
        if entry.role == "speaker" and entry.title
    ]
    slots = [slot for told in edition for slot in told.slots]
    for entry in entries:
        for slot in slots:
            if any(names(line.text, entry.name) for line in slot.lines):
                yield from _talk(entry, slot)
    yield from _twice_announced(entries)


def _talk(entry: Entry, slot: Slot) -> Iterator[Diagnostic]:
    title, spot = entry.title or "", entry.title_spot or entry.spot
    if any(tidy(title) in tidy(line.text) for line in slot.lines):
        return
    said = [each for line in slot.lines for each in _title_beside(line, entry.name)]
    if not said:
        return
    best = max(said, key=lambda each: likeness(each.text, title))
    if likeness(best.text, title) < _SURELY and len(said) > 1:
        return
    what = f"the announcement of {entry.name}'s talk"
    yield _difference(best.text, best.spot, title, spot, what)


def _title_beside(line: Said, name: str) -> Iterator[Said]:
    """What may be the title of a talk in a line of its slot."""
    text = title_in(line.text)
    if names(text, name):
        text = re.sub(r"^.*?[:–—]\s+", "", text) if re.search(r"[:–—]\s", text) else ""
        if names(text, name):
            return
    is_title = len(plain_words(text)) >= 4 and len(text) < 200
    if is_title and not _is_aside(text) and not re.search(r"\.\s+[A-Z]", text):
        yield Said(text, line.spot)


def _twice_announced(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Talks that are announced twice, as on two pages, under titles that are forms of one."""
    for index, entry in enumerate(entries):
        for other in entries[:index]:
            title, first = entry.title or "", other.title or ""
            if not names(entry.name, other.name) or same_title(title, first):
                continue
            if likeness(title, first) >= _SURELY:
                where = other.title_spot or other.spot
                what = f"another announcement of {entry.name}'s talk"
                yield _difference(title, entry.title_spot or entry.spot, first, where, what)
