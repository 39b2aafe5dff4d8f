"""Compares the hours of the schedule with the data, on whatever clock they are told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from proposal.audit.with_data.expected import DIFFERENT, Case, Deviation, Statements, deviation
from proposal.check.facts.stated_fact import StatedFact
from proposal.clocks import clock_name
from proposal.edition import wording
from proposal.edition.schedule import Slot
from proposal.model.material_kinds import MATERIAL_KINDS
from proposal.model.session_kinds import kind_of_session
from proposal.model.talk_roles import TITLES_BY_ROLE
from proposal.reading.abbreviations import offsets_of
from proposal.reading.document_text import Stretch
from proposal.reading.hours import CLOCK, IS_HOUR, minutes_of_day, read_hours, read_late_hours
from proposal.reading.searchable_text import normalize
from proposal.reading.source_document import SourceDocument

_HOURS = re.compile(
    rf"(?<![\d:./-])(?=\d{{1,2}}(?:[:.h]\d{{2}}|\s*[ap]\.?\s?m\b|\s*[-–—−]))"
    rf"{CLOCK}\s*(?:[-–—−]+|\bto\b|\buntil\b)\s*{CLOCK}(?![\d/-]|:\d)",
    re.IGNORECASE,
)
"""`9:00–9:45`, `2 pm until 3:30 pm`; whole hours only with a dash, `9–10`."""
_LETTERS = r"(?:UTC|GMT)\s?[+\-−–]\s?\d{1,2}(?::\d\d)?|[A-Z]{2,5}"
_ZONE = re.compile(
    rf"\b(?:(?i:times?)\b[^\n]{{0,40}}?\(\s*(?P<headed>{_LETTERS})"
    rf"|(?<=\d)\s*(?i:[ap]?\.?m?\.?)\s*\(?(?P<behind>{_LETTERS}))(?!\w)"
)
"""What may name a zone: "Time (PDT)", "9:45 EST", "All times are in PST (UTC-8)"."""

_WORDS = {"ART", "CAT", "COT", "EAT", "PET", "WIT"}
"""Abbreviations of zones that are words, too, with which a title in capitals may begin."""

_INSTANT = re.compile(
    r"(?<!\d)(20\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)\s?(Z|[+-]\d\d:?\d\d)",
    re.IGNORECASE,
)
"""`2026-02-26T09:00:00Z`, `2026-02-26T09:00+01:00`"""
_LENGTH = re.compile(r"\b\d+\s*(?:min(?:utes)?|h(?:ours?)?)\b\.?", re.IGNORECASE)
"""`45 min`, `1 hour`"""
_OFFER = rf"(?:{'|'.join(kind.label for kind in MATERIAL_KINDS)})(?: \([A-Za-z]+\))?"
_OFFERS = re.compile(rf"(?<=\S)(?:[\s·|,;]+{_OFFER})+\s*$")
"""What is offered beside a title, and does not name it: "· Slides (PDF) · Poster (PDF)"."""

_WITHOUT_NAME = {"opening", "closing", "lunch", "break", "panel"}
"""What happens in a part of the schedule that its first line names, whoever is named below."""

_SEVERAL = 2
_NEAR = 90
"""Minutes by which one of two breaks may have been moved."""

_HEAD = 300
"""Letters behind some hours among which a speaker or a title is named."""

_LONGEST = 700
"""Letters behind some hours in which it is said what takes place."""


_Part = tuple[Slot, list[str]]
"""A part of the schedule, and the words by which it is known."""


def compare_hours(case: Case, document: SourceDocument) -> Statements:
    """Compare the hours that stand beside parts of the schedule, and instants in scripts."""
    found = Statements()
    if case.edition.schedule:
        zone = _foreign_zone(case, document, found)
        parts = [(part, _names(part)) for slot in case.edition.schedule for part in slot.with_parts]
        after: dt.time | None = None
        for said, content in _rows(document):
            written = document.text[said[0] : said[1]]
            hours = read_hours(written, after) or read_late_hours(written)
            if hours is None or hours.end is None:
                continue
            clocks = hours.start, hours.end
            parallel = [
                slot for slot in _side_by_side(parts, content) if _agreeing([slot], clocks, zone)
            ]
            if len(parallel) > 1:
                facts = (_fact_of(case, slot) for slot in parallel)
                found.agreed.update(fact for fact in facts if fact)
                continue
            slots = _slots_in(parts, content)
            if not slots:
                continue
            after = hours.start
            agreeing = _agreeing(slots, clocks, zone)
            slot = agreeing or _meant(slots, hours.start)
            fact = _fact_of(case, slot) if slot else None
            if fact and agreeing:
                found.agreed.add(fact)
            elif fact and slot and not _is_within(slot, clocks) and not _is_whole_day(case, clocks):
                found.deviations.append(deviation(fact, document, *said))
    _compare_instants(case, document, found)
    return found


def _rows(document: SourceDocument) -> Iterator[tuple[Stretch, str]]:
    """Hours at the beginning of a line, and what is said behind them up to the next ones."""
    matches = [match for match in _HOURS.finditer(document.text) if IS_HOUR.search(match[0])]
    for number, match in enumerate(matches):
        line = document.text_lines[document.text_line_at(match.start())]
        before = document.text[line[0] : match.start()]
        is_first = not re.search(r"\w", before)
        following = matches[number + 1].start() if number + 1 < len(matches) else len(document.text)
        end = min(following, match.end() + _LONGEST) if is_first else min(following, line[1])
        content = document.text[match.end() : end] if is_first else before[-_HEAD:]
        yield match.span(), content


def _slots_in(parts: Sequence[_Part], content: str) -> list[Slot]:
    """The parts of the schedule that some words may announce; several that are called alike."""
    lines = (_OFFERS.sub("", _LENGTH.sub(" ", line)) for line in content.split("\n"))
    first = next((line for line in lines if re.search(r"[^\W\d]{3}", line)), "")
    kind = kind_of_session(first, has_papers=False)
    named = _named(parts, first, kind)
    if named or kind in _WITHOUT_NAME:
        return named or [slot for slot, _ in parts if slot.kind == kind]
    usual = _of_usual_title(parts, first, kind)
    if any(slot.talk is None and not slot.papers for slot in usual):
        return usual  # whatever stands below it is of something else
    below = _named(parts, content[:_HEAD], kind)
    return [slot for slot in below if not usual or slot.kind == kind] or usual


def _of_usual_title(parts: Iterable[_Part], first: str, kind: str | None) -> list[Slot]:
    """The parts that are called by their kind alone, as a line begins: `Discussion (120 min)`."""
    title = normalize(TITLES_BY_ROLE.get(kind or "", ""))
    if not title or not normalize(first).startswith(title):
        return []
    return [slot for slot, _ in parts if slot.kind == kind and normalize(slot.title) == title]


def _side_by_side(parts: Iterable[_Part], content: str) -> list[Slot]:
    """The parts of which the columns of a row name several: `Session 1A    Session 1B`."""
    letters = normalize(content[:_HEAD])
    return [slot for slot, names in parts if any(name in letters for name in names)]


def _named(parts: Iterable[_Part], words: str, kind: str | None) -> list[Slot]:
    """The one part of the schedule whose speaker, title or paper is named, if need be of a kind."""
    letters = normalize(words)
    named = [slot for slot, names in parts if any(name in letters for name in names)]
    if len(named) > 1:
        named = [slot for slot in named if slot.kind == kind]
    return named if len(named) == 1 else []


def _names(slot: Slot) -> list[str]:
    """Words by which a part of the schedule, and no other one, is known."""
    names = [paper.title for paper in slot.papers]
    if slot.talk:
        names += [*(person.name for person in slot.talk.people), slot.talk.title or ""]
    elif slot.title != TITLES_BY_ROLE.get(slot.kind):
        # such as "Talk 1: Counting Samples", whose parts have cells of their own
        names += [slot.title, slot.title.partition(": ")[2]]
    return [normalize(name) for name in names if len(normalize(name)) >= len("EdChi")]


def _agreeing(
    slots: Sequence[Slot], hours: tuple[dt.time, dt.time], zone: dt.timedelta | None
) -> Slot | None:
    """The part of the schedule that has some hours, by the venue's clocks or those of a zone."""
    for slot in slots:
        for shift in (dt.timedelta(0), *([zone] if zone else [])):
            is_start = _same_clock(slot.start + shift, hours[0])
            if is_start and _same_clock(slot.end + shift, hours[1]):
                return slot
    return None


def _meant(slots: Sequence[Slot], start: dt.time) -> Slot | None:
    """The part whose hours are wrong: the one that begins nearest, unless several are far off."""
    nearest = min(slots, key=lambda slot: _minutes_between(slot.start, start))
    is_near = _minutes_between(nearest.start, start) <= _NEAR
    return nearest if len(slots) == 1 or is_near else None


def _is_within(slot: Slot, hours: tuple[dt.time, dt.time]) -> bool:
    """Whether hours are those of one of the papers of a session."""
    if len(slot.papers) < _SEVERAL or slot.start.date() != slot.end.date():
        return False
    return slot.start.time() <= hours[0] < hours[1] <= slot.end.time()


def _is_whole_day(case: Case, hours: tuple[dt.time, dt.time]) -> bool:
    """Whether hours are those of a day of the workshop, below which speakers may be named."""
    return any((day.start.time(), day.end.time()) == hours for day in case.edition.when.days)


def _fact_of(case: Case, slot: Slot) -> StatedFact | None:
    return case.one(f"schedule.{slot.id}.hours")


def _minutes_between(moment: dt.datetime, clock: dt.time) -> int:
    return abs(minutes_of_day(moment) - minutes_of_day(clock))


def _same_clock(moment: dt.datetime, clock: dt.time) -> bool:
    """Whether a clock shows a moment, be it in halves of the day."""
    return moment.minute == clock.minute and moment.hour % 12 == clock.hour % 12


def _foreign_zone(case: Case, document: SourceDocument, found: Statements) -> dt.timedelta | None:
    """How far the zone that a schedule names lies from the venue's; tells one that is wrong."""
    fact = case.one("when.hours")
    offset = case.edition.when.start.utcoffset()
    if fact is None or offset is None or not case.knows_zone:
        return None
    for match in _ZONE.finditer(document.text):
        meant = _meant_by(match)
        if not meant or meant == _ANYWHERE or _is_of_deadline(document, match.start()):
            continue
        if offset in meant:
            return None
        shifts = [hours - offset for hours in sorted(meant)]
        converted = next((shift for shift in shifts if _is_converted(case, document, shift)), None)
        if converted is not None or len(meant) > 1:
            return converted
        local = clock_name(case.edition.when.start)
        since = f"while the data's hours are {local}, the time in {case.edition.venue.clocks_of}"
        found.deviations.append(
            deviation(fact, document, *match.span(match.lastgroup or 0), DIFFERENT, since)
        )
        return None
    return None


_ANYWHERE = frozenset({dt.timedelta(hours=-12)})
"""What UTC-12 means, the clock of deadlines and of no place where people live."""
_OF_DEADLINES = re.compile(
    r"\b(?:deadlines?|due|submissions?|anywhere\s+on\s+earth|aoe)\b", re.IGNORECASE
)
"""Words of a line whose hours are those of deadlines: `All deadlines are 23:59 CET`."""


def _is_of_deadline(document: SourceDocument, place: int) -> bool:
    """Whether a line speaks of deadlines, and not of the schedule."""
    start, end = document.text_lines[document.text_line_at(place)]
    return _OF_DEADLINES.search(document.text, start, min(end, start + _LONGEST)) is not None


def _meant_by(match: re.Match[str]) -> frozenset[dt.timedelta]:
    """The offsets from UTC that some letters mean; nothing if they name no zone."""
    behind = match["behind"]
    return frozenset() if behind in _WORDS else offsets_of(behind or match["headed"])


def _is_converted(case: Case, document: SourceDocument, shift: dt.timedelta) -> bool:
    """Whether the first part of the schedule stands at the hour of the other zone."""
    clocks = [wording.clock((slot.start + shift).time()) for slot in case.edition.schedule]
    shown = [read_hours(match[0]) for match in _HOURS.finditer(document.text)]
    starts = {f"{hours.start:%H:%M}" for hours in shown if hours}
    return sum(clock in starts for clock in clocks) > len(clocks) / 2


def _compare_instants(case: Case, document: SourceDocument, found: Statements) -> None:
    """Compare instants of the workshop's day in scripts and attributes with the schedule."""
    when = case.edition.when
    fact = case.one("when.hours")
    if fact is None or not case.knows_zone:
        return
    parts = [part for slot in case.edition.schedule for part in slot.with_parts]
    moments = [time for day in when.days for time in (day.start, day.end)]
    moments += [time for part in parts for time in (part.start, part.end)]
    moments += [deadline.ends for deadline in case.edition.dates.named.values()]
    # In UTC, since no hour that comes twice equals a moment of another zone.
    known = {moment.astimezone(dt.UTC) for moment in moments}
    for match in _INSTANT.finditer(document.source):
        try:
            instant = dt.datetime.fromisoformat(match[1] + match[2].upper())
        except ValueError:
            continue
        is_of_day = instant.astimezone(when.start.tzinfo).date() in when.date.all
        if not is_of_day or instant.astimezone(dt.UTC) in known:
            continue
        if instant.hour == instant.minute == 0:
            continue  # a day, written as its first moment
        local = instant.astimezone(when.start.tzinfo)
        since = (
            f"which is {local:%H:%M} in {case.edition.venue.clocks_of}, when nothing begins or ends"
        )
        location = document.source_location(*match.span())
        found.deviations.append(Deviation(fact, match[0], document, location, DIFFERENT, since))
