"""Compares the titles of talks, papers and topics with the data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz

from proposal.audit.with_data.expected import (
    DIFFERENT,
    STALE,
    Case,
    Deviation,
    Statements,
    deviation,
)
from proposal.audit.with_data.search import Search
from proposal.check.facts.stated_fact import StatedFact
from proposal.reading.document_text import Stretch
from proposal.reading.searchable_text import normalize, without_numbers

ALIKE = 82
"""From this likeness on (RapidFuzz's ratio of the letters) a text is a title that was changed."""

RELATED = 62
"""From this likeness on it is one, if the title itself stands nowhere."""

_SHORTEST = 16
"""Letters of a title of which a changed one can be told from other words."""


def titles_of(case: Case) -> list[StatedFact]:
    """The facts that are titles, or as long as one."""
    ends = (".title",)
    chosen = [fact for fact in case.of("speakers.", "papers.") if fact.id.endswith(ends)]
    return [*chosen, *case.of("topics."), *case.of("keywords."), *case.of("venue.name")]


def compare_titles(case: Case, search: Search) -> Statements:
    """Look for all titles, and for what stands in the place of one."""
    found = Statements()
    wanted = titles_of(case)
    explained = _explained(case, search)
    for fact in wanted:
        places = search.places(fact.value)
        is_topic = fact.id.startswith("topics.")
        if any(not is_topic or not _is_part(place, explained) for place in places):
            found.agreed.add(fact)
    found.deviations = changed_titles(case, search, wanted, ALIKE)
    reported = {other.fact for other in found.deviations}
    found.deviations += [
        other for other in _beside_speakers(case, search) if other.fact not in reported
    ]
    return found


_BESIDE_NAME = 250
"""Letters behind the name of a speaker among which the title of the talk stands."""
_FEWEST = 5
_CANDIDATE = re.compile(
    r"[“\"„«](?P<quoted>[^“”\"„«»\n]{5,150})[”\"“»]|(?<=: )(?P<behind>[^\n:]{5,150})"
    r"|^[ \t*_•-]*(?P<line>\S[^\n]{4,150})$",
    re.MULTILINE,
)
"""What may be the title of a talk: `“On Samples”`, what stands behind a colon, a whole line."""


def _beside_speakers(case: Case, search: Search) -> Iterable[Deviation]:
    """What stands beside speakers in place of the titles of their talks, which may be short."""
    text = search.document.text
    names = [person.name for talk in case.edition.speakers for person in talk.people]
    starts = [start for name in names for start, _ in search.places(name)]
    for talk in case.edition.speakers:
        fact, letters = case.one(f"speakers.{talk.id}.title"), normalize(talk.title or "")
        if fact is None or len(letters) < _FEWEST or search.has(fact.value):
            continue
        for end in (end for person in talk.people for _, end in search.places(person.name)):
            following = min((start for start in starts if start > end), default=len(text))
            last = min(end + _BESIDE_NAME, following)
            for match in _CANDIDATE.finditer(text, end, last):
                place = match.span(match.lastgroup or 0)
                said = normalize(text[place[0] : place[1]])
                if said != letters and fuzz.ratio(said, letters) >= RELATED:
                    yield deviation(fact, search.document, *place)
                    break


def changed_titles(
    case: Case, search: Search, wanted: Iterable[StatedFact], least: float
) -> list[Deviation]:
    """What stands in a document in the place of a title.

    Args:
        case: the edition.
        search: the document.
        wanted: the titles.
        least: how alike it must be, from 0 to 100.
    """
    explained = _explained(case, search)
    series = Counter(without_numbers(fact.value) for fact in titles_of(case))
    nearest: dict[Stretch, tuple[float, StatedFact]] = {}
    for fact in wanted:
        if len(normalize(fact.value)) < _SHORTEST or fact.id.startswith("keywords."):
            continue
        is_stated = search.has(fact.value)
        for ratio, near in search.near(fact.value, min(least, RELATED)):
            place = _in_lines(case, search, near)
            letters = normalize(search.document.text[place[0] : place[1]])
            # What was a topic last year may be far from what took its place.
            is_former = letters in case.former and not is_stated
            is_alike = (ratio >= least or is_former) and letters != normalize(fact.value)
            if fact.id.startswith("topics.") and not _is_item(search, place):
                continue
            if _is_inside(place, explained) or not is_alike:
                continue
            is_other_number = without_numbers(letters) == without_numbers(fact.value)
            if is_other_number and (is_stated or series[without_numbers(fact.value)] > 1):
                continue  # the next part of several
            overlapping = [other for other in nearest if _overlap(other, place)]
            if all(nearest[other][0] < ratio for other in overlapping):
                for other in overlapping:
                    del nearest[other]
                nearest[place] = (ratio, fact)
    return [_deviation(case, search, fact, place) for place, (_, fact) in sorted(nearest.items())]


def _is_item(search: Search, place: Stretch) -> bool:
    """Whether words begin a line, as in a list of topics, and do not stand within a sentence."""
    start, end = search.document.text_lines[search.document.text_line_at(place[0])]
    before, behind = search.document.text[start : place[0]], search.document.text[place[1] : end]
    is_first = not re.search(r"\w{2}", before)
    return is_first and (len(behind) <= place[1] - place[0] or not re.match(r"\s*\w", behind))


def _in_lines(case: Case, search: Search, place: Stretch) -> Stretch:
    """A stretch without words of the lines before and behind, and with the rest of its own."""
    start, end = place
    text = search.document.text
    cuts = [start + match.end() for match in re.finditer(r"\n\W*", text[start:end])]
    ends = [start + match.start() for match in re.finditer(r"\s*\n", text[start:end])]
    for first in (start, *cuts):
        for last in (end, *ends):
            if first < last and normalize(text[first:last]) in case.former:
                return first, last
    line = search.document.text_lines[search.document.text_line_at(end - 1)]
    rest = text[end : line[1]]
    if re.fullmatch(r"(?:[ :-]+\w+){1,3}\W*", rest):  # : an Overview
        end += len(rest.rstrip(" |\"'*_"))
    return start, end


def _deviation(case: Case, search: Search, fact: StatedFact, place: Stretch) -> Deviation:
    letters = normalize(search.document.text[place[0] : place[1]])
    edition = next((name for value, name in case.former.items() if value == letters), None)
    if edition:
        since = f"which it was for {edition}"
        return deviation(fact, search.document, *place, STALE, since)
    return deviation(fact, search.document, *place, DIFFERENT)


def _explained(case: Case, search: Search) -> list[Stretch]:
    """Where this edition's facts stand word for word, so that nothing is like them by chance."""
    values = {fact.value for fact in case.facts if len(normalize(fact.value)) >= _SHORTEST}
    values |= {case.edition.title, case.edition.name}
    return [place for value in values for place in search.places(value)]


def _is_inside(place: Stretch, explained: Iterable[Stretch]) -> bool:
    """Whether most of a stretch is one of those."""
    length = max(place[1] - place[0], 1)
    return any(min(place[1], end) - max(place[0], start) > 0.6 * length for start, end in explained)


def _is_part(place: Stretch, explained: Iterable[Stretch]) -> bool:
    """Whether a stretch is only a part of one of those, as a topic may be of a title."""
    length = place[1] - place[0]
    return any(
        start <= place[0] and place[1] <= end and end - start > length for start, end in explained
    )


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]
