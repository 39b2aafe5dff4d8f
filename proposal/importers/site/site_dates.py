"""Collects the days of a site: those that authors must know, and the workshop's own."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.draft import Record, SourceDiagnostics, Value
from proposal.importers.site.date_lines import DatedLine, dated_lines, days_in, zone_of_all
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import CONTEST, topic_of
from proposal.importers.site.site_days import unsure_days
from proposal.importers.site.site_head import SiteHead, days_of_workshop
from proposal.importers.site.site_lines import SiteLine
from proposal.importers.site.topic_passages import TopicPassage
from proposal.importers.site.workshop_site import WorkshopSite
from proposal.model.deadline_kinds import DEADLINE_NAMES
from proposal.reading.date_labels import is_deadline, is_of_others
from proposal.reading.days import find_days
from proposal.reading.hours import read_hours


class SiteDates(Struct):
    """The days of an edition."""

    site: WorkshopSite
    passages: list[TopicPassage]
    year: int
    diagnostics: SourceDiagnostics
    dates: Record = field(default_factory=dict)
    """What authors must know, by the names of the data."""
    dated: list[DatedLine] = field(default_factory=list)
    """The lines that give other days."""
    left_out: list[DatedLine] = field(default_factory=list)
    """Lines among the dates that are none of the usual ones."""
    places: dict[str, Span] = field(default_factory=dict)
    """Where each of the dates stands."""
    reported: set[str] = field(default_factory=set)
    """The lines of which something is said; many pages repeat them, as in a margin."""

    def read(self) -> None:
        """Read the days that authors must know."""
        self.say_moved()
        places = {id(page): place for place, page in enumerate(self.site.pages)}
        for found in sorted(self.passages, key=lambda one: _order_of(one, places[id(one.page)])):
            if found.topic in {Topic.NEWS, Topic.EARLIER, Topic.PAPERS}:
                continue
            self.say_unsure(found)
            zone = self.zone_beside(found)
            lines = dated_lines(found.passage.lines, found.passage.title, self.year, zone)
            if found.topic not in {Topic.DATES, Topic.CALL, Topic.SUBMISSION}:
                lines = [line for line in lines if len(line.label) < _LONGEST_LABEL]
                lines = [line for line in lines if line.kind is not None or _is_of_others(line)]
                lines = [line for line in lines if not self.is_vague(line, found)]
                lines = [line for line in lines if not line.is_post]
            for line in lines:
                self.date(line, found)

    def say_moved(self) -> None:
        """Say where a page tells that the workshop is on another day, or does not take place."""
        for found in self.passages:
            if found.topic is Topic.EARLIER:
                continue
            for line in found.passage.lines:
                if _MOVED.search(line.text) and line.text not in self.reported:
                    self.reported.add(line.text)
                    message = f"“{line.text[:90]}” may say that the workshop has moved, or is off"
                    hint = "look whether `when` is right; if it is off, write `status: cancelled`"
                    self.diagnostics.warn("to-confirm", message, line.span, hint)

    def zone_beside(self, found: TopicPassage) -> str:
        """The zone that a note above or below a list of dates names for all of them."""
        is_among = any(topic_of(title) is Topic.DATES for title in found.passage.path)
        if found.topic is not Topic.DATES and not is_among:
            return ""
        beside = (
            one for one in self.passages if one.page is found.page and one.topic is Topic.DATES
        )
        zones = (zone_of_all(one.passage.lines, one.passage.title) for one in beside)
        return next(filter(None, zones), "")

    def say_unsure(self, found: TopicPassage) -> None:
        """Say which days of a passage may be read in two ways, and are left out."""
        if found.topic not in {Topic.DATES, Topic.CALL, Topic.SUBMISSION}:
            return
        for line in found.passage.lines:
            for day in unsure_days(line.text):
                message = f"which part of {day} is the month is not said, so it is left out"
                hint = "type the day into edition.yaml, as 2026-05-01"
                self.diagnostics.warn("not-understood", message, line.span, hint)
            self.say_unread(line, found)

    def say_unread(self, line: SiteLine, found: TopicPassage) -> None:
        """Say where a line among the dates has the numbers of a day, and none is understood."""
        text = line.text
        if found.topic is not Topic.DATES or len(text) > _LONGEST_DATE or text in self.reported:
            return
        is_read = any(days_in(line.line, self.year)) or any(unsure_days(text))
        if _NUMBERS_OF_DAY.search(text) is not None and not is_read:
            self.reported.add(text)
            message = f"no day is understood in “{text}”"
            hint = (
                "if it gives one that authors must know, type it into edition.yaml, as 2026-05-01"
            )
            self.diagnostics.warn("not-understood", message, line.span, hint)

    def date(self, line: DatedLine, found: TopicPassage) -> None:
        """Add what a line says of a day."""
        kind = self.kind_of(line)
        if kind == "workshop":
            if _IS_DUE.search(line.label):
                self.leave_out(line)
            else:
                self.dated.append(line)
            return
        days = line.days or line.was
        is_other = any(map(self.is_other, (*found.passage.path, found.page.title)))
        is_usual = kind in DEADLINE_NAMES and not is_other and not line.is_range
        is_usual = is_usual and all(self.year - 1 <= day.year <= self.year + 1 for day in days)
        if kind is None or not is_usual or not days or _BEGINS_AFTER.search(line.text):
            if (found.topic is Topic.DATES or is_deadline(line.label)) and days:
                self.leave_out(line)
            self.dated.append(line)
            return
        if line.unknown_zone:
            self.say_unknown_zone(line)
        if not line.was and _days_in_cells(line) > 1 and not _is_of_moved_days(found):
            self.say_several_days(line, days[-1])
        known = self.dates.get(kind)
        record = _record_of(line, days[-1])
        if not isinstance(known, dict):
            self.dates[kind] = record
            self.places[kind] = line.span
        elif known["date"] == record["date"]:
            self.dates[kind] = {**record, **known}
        else:
            self._other_day(kind, known, record, line)

    def kind_of(self, line: DatedLine) -> str | None:
        """What is due on a day: `Final submission` behind the notification is camera-ready."""
        notified = self.dates.get("notification")
        is_final = line.kind == "submission" and _IS_FINAL.search(line.label) is not None
        if is_final and line.days and isinstance(notified, dict):
            is_behind = line.days[-1].isoformat() > str(notified["date"])
            return "camera_ready" if is_behind else line.kind
        return line.kind

    def is_other(self, heading: str) -> bool:
        """Whether a heading is of another track, or of applicants: `Student volunteers`."""
        if is_other_track(heading) or self.is_beside_main_track(heading):
            return True
        is_short = len(heading.split()) <= _LONGEST_OTHER
        return is_short and is_of_others(heading) and heading != self.site.main.title

    def is_beside_main_track(self, heading: str) -> bool:
        """Whether a heading is of one of several tracks, and not of the one for all papers."""
        tracks = {match["name"].casefold() for match in _TRACK.finditer(heading)}
        return bool(tracks) and not tracks & _MAIN_TRACKS and self.has_main_track

    @property
    def has_main_track(self) -> bool:
        """Whether a heading or a page's title names the track for all papers."""
        titles = {title for one in self.passages for title in (*one.passage.path, one.page.title)}
        return any(
            match["name"].casefold() in _MAIN_TRACKS
            for title in titles
            for match in _TRACK.finditer(title)
        )

    def is_vague(self, line: DatedLine, found: TopicPassage) -> bool:
        """Whether a label only says of what a day is below a heading about dates."""
        if line.label.casefold() not in _VAGUE:
            return False
        if any(map(self.is_other, (*found.passage.path, found.page.title))):
            self.leave_out(line)
        return True

    def leave_out(self, line: DatedLine) -> None:
        """Leave a line out that gives no usual date, and say so once."""
        if line.text not in self.reported:
            self.reported.add(line.text)
            self.left_out.append(line)

    def is_known(self, line: DatedLine, held: tuple[dt.date, ...]) -> bool:
        """Whether a line says nothing new: a date that is taken, or the workshop's day alone.

        Args:
            line: a line that was left out.
            held: the days of the workshop.
        """
        if not line.label and line.days and set(line.days) <= set(held):
            return True
        record = self.dates.get(line.kind or "")
        known = record["date"] if isinstance(record, dict) else record
        return bool(line.days) and known == line.days[-1].isoformat()

    def say_unknown_zone(self, line: DatedLine) -> None:
        """Say that the letters of a zone do not say whose clocks are meant."""
        message = f"whose clocks are meant by {line.unknown_zone} in “{line.text[:70]}” is not sure"
        hint = "add `zone` to this date, such as `zone: America/Chicago` or `zone: AoE`"
        self.diagnostics.warn("unknown-zone", message, line.span, hint)

    def say_several_days(self, line: DatedLine, taken: dt.date) -> None:
        """Say that a row of a table gives several days, as one for each track."""
        if line.text not in self.reported:
            self.reported.add(line.text)
            message = f"“{line.text[:70]}” gives several days"
            hint = f"{taken} is taken; if each is of a track, write it under the track's own dates"
            self.diagnostics.warn("two-dates", message, line.span, hint)

    def _other_day(self, kind: str, known: Record, record: Record, line: DatedLine) -> None:
        """Take the later of two days, if one strikes out the other; else say that they differ."""
        if known["date"] in _listed(record.get("was", [])):
            self.dates[kind] = record
            self.places[kind] = line.span
        elif record["date"] not in _listed(known.get("was", [])) and line.text not in self.reported:
            self.reported.add(line.text)
            where = self.places[kind]
            other = f"{where.file.name}:{where.line}: {known['date']}"
            message = f"“{line.text[:70]}”: another day stands at {other}"
            self.diagnostics.warn("two-dates", message, line.span, "that one is taken")

    def days(self, head_of_site: SiteHead) -> tuple[dt.date, ...]:
        """The day of the workshop, as the dates, the head or the programme give it."""
        head: list[DatedLine] = []
        for page in self.site.pages:
            for key in ("excerpt", "subtitle", "description", "profile"):
                shown = page.front_lines((key,))
                lines = [SiteLine(line, span, "p", "", 0, 0) for line, span in shown]
                head += dated_lines(lines, "", self.year)
        for found in self.passages:
            is_head = found.topic in {Topic.VENUE, Topic.SCHEDULE} or (
                found.page is self.site.main and found.topic in {None, Topic.OVERVIEW, Topic.CALL}
            )
            if is_head:
                lines = [line for line in found.passage.lines if len(line.text) < 400][:12]
                if found.passage.heading is not None:
                    lines = [found.passage.heading, *lines]
                head += [
                    line
                    for line in dated_lines(lines, found.passage.title, self.year)
                    if line.kind in {None, "workshop"}
                    and not line.is_post
                    and not re.search(
                        # `Submission deadline: May 1`, `Last year: June 3`
                        r"deadline|submi|notif|camera|paper|regist|extended|previous|last\s+year",
                        line.text,
                        re.IGNORECASE,
                    )
                ]
        days, span, _ = days_of_workshop(self.dated, head, self.year)
        head_of_site.days, head_of_site.day_span = days, span
        ranges = [line for line in [*self.dated, *head] if line.is_range and line.days]
        if ranges:
            head_of_site.day_span = head_of_site.day_span or ranges[0].span
            first = ranges[0].days[0]
            head_of_site.conference = (first, first)
        return days

    def leave_out_after(self, last: dt.date) -> None:
        """Leave out what is due after the workshop: the days of a special issue, or of a contest.

        Args:
            last: the workshop's last day.
        """
        due = [kind for kind in ("abstract", "submission") if self._is_after(kind, last)]
        if not due:
            return
        for kind in [kind for kind in self.dates if self._is_after(kind, last)]:
            record = self.dates.pop(kind)
            day = record["date"] if isinstance(record, dict) else record
            message = f"{day} is after the workshop, so this is no date of it, and is left out"
            hint = f"add it under `dates` as `{kind}`, if papers are due after the workshop"
            self.diagnostics.warn("not-understood", message, self.places[kind], hint)

    def _is_after(self, kind: str, last: dt.date) -> bool:
        record = self.dates.get(kind)
        return isinstance(record, dict) and str(record["date"]) > last.isoformat()

    def hours(self, head: SiteHead) -> tuple[str, str] | None:
        """The hours that stand beside the workshop's day: "Jan 26th, 2026, 9am - 5pm"."""
        for found in self.passages:
            if found.topic not in {Topic.VENUE, Topic.SCHEDULE, None, Topic.OVERVIEW}:
                continue
            heading = [found.passage.heading] if found.passage.heading is not None else []
            for line in (*heading, *found.passage.lines[:14]):
                text = line.text
                if not any(_names_day(text, day) for day in head.days):
                    continue
                for match in re.finditer(
                    r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:-|–|—|to"
                    r"|until)\s*\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?",
                    text,
                    re.IGNORECASE,
                ):
                    if not re.search(r"[ap]\.?m|[:.]\d\d", match[0], re.IGNORECASE):
                        continue
                    plain = re.sub(
                        r"\b(1[3-9]|2[0-3])([:.]\d\d)\s*[ap]m\b",
                        r"\1\2",
                        match[0],
                        flags=re.IGNORECASE,
                    )
                    hours = read_hours(plain)
                    if hours is not None and hours.end is not None:
                        return f"{hours.start:%H:%M}", f"{hours.end:%H:%M}"
        return None


def _order_of(found: TopicPassage, page: int) -> tuple[int, bool]:
    """The place of a passage among the others: lists of dates come before sentences of their page.

    Args:
        found: the passage.
        page: the place of its page.
    """
    return page, found.topic is not Topic.DATES


def _names_day(text: str, day: dt.date) -> bool:
    """Whether a line has the number of a day, and not only hours: `Jan 26th`, but not `9:26`."""
    return re.search(rf"(?<![\d:.]){day.day}(?!\d|[:.]\d|\s*[ap]\.?m)", text) is not None


_LATER = re.compile(
    r"\b(?:extended|extension|new|updated?|revised|final|changed|actual)\b", re.IGNORECASE
)
"""What heads the column of days that hold now: `Extended deadline`, `New date`"""


def _days_in_cells(line: DatedLine) -> int:
    """How many different days the cells of a table's row give."""
    cells = (find_days(cell) for cell in line.text.split(" | "))
    return len({days[0].date for days in cells if days})


def _is_of_moved_days(found: TopicPassage) -> bool:
    """Whether a table among the lines says which of the days beside each other holds now."""
    return any(line.table and _LATER.search(line.text) for line in found.passage.lines)


def _record_of(line: DatedLine, day: dt.date) -> Record:
    """A line as a date of the data."""
    record: Record = {"date": day.isoformat()}
    if line.time:
        record["time"] = line.time
    if earlier := [one.isoformat() for one in line.was if one != day]:
        record["was"] = earlier
    if line.zone:
        record["zone"] = line.zone
    return record


def _listed(value: Value) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


_LONGEST_LABEL = 60
_LONGEST_DATE = 100
_NUMBERS_OF_DAY = re.compile(
    r"(?<![\d:.])(?:0?[1-9]|[12]\d|3[01])(?![\d:]).*\b20\d\d\b"
    r"|\b20\d\d\b.*(?<![\d:.])(?:0?[1-9]|[12]\d|3[01])(?![\d:])"
)
"""A day and a year in a language that is not read: `20 tháng 3 năm 2026`."""
_LONGEST_OTHER = 5
"""The most words of a heading that names others than authors."""


def _is_of_others(line: DatedLine) -> bool:
    """Whether a line says of others than authors what is due: `Application deadline`."""
    return is_of_others(line.label) and is_deadline(line.label)


_IS_FINAL = re.compile(r"\bfinal\b|\brevis(?:ed|ions?)\b", re.IGNORECASE)
"""What may be due behind the notification: `Final submission`, `Revisions of papers due`."""
_IS_DUE = re.compile(
    r"\b(?:submit(?:ted)?|commit(?:ted)?|sent|uploaded|due)\b.*|\b(?:by|until|before)\W*$",
    re.IGNORECASE,
)
"""What of a sentence is due on a day: `papers can be submitted to the workshop by`."""
_BEGINS_AFTER = re.compile(r"\bafter\s+(?:the\s+)?[\w]+\.?\s+\w+,?\s+20\d\d\b\W*$", re.IGNORECASE)
"""When something begins, which is due on no day: `We write to authors after June 15, 2026.`"""
_VAGUE = {"deadline", "due", "due date", "submission", "registration", "deadlines"}
"""Labels that say of what a day is only below a heading about dates or submissions."""

_TRACKS = re.compile(
    r"\b(?:systems?|demo|shared\s+task|challenge|competition|doctoral|journal|poster|industry"
    r"|dataset"
    r"|benchmark|student|tutorial)s?\s+track\b|\btrack\s+(?:[2-9]|[B-Z]\b|II)",
    re.IGNORECASE,
)
"""`Demo track`, `Track 2`"""


_TRACK = re.compile(r"\b(?P<name>[^\W\d_][\w-]+)\s+track\b", re.IGNORECASE)
"""`Call for Papers — Encore Track`"""
_MAIN_TRACKS = {
    *("main", "research", "regular", "technical", "paper", "papers", "full", "general", "workshop"),
    *("scientific", "archival", "academic"),
}
"""What the track for all papers is called, beside which others are for some."""


_EVENT = r"(?:workshop|event|edition|meeting|tagung|atelier|taller|evento|journée|jornada)"
_MOVED = re.compile(
    rf"\b{_EVENT}\b[^.!?]{{0,60}}?\b(?:postponed|cancell?ed|rescheduled|called\s+off|verschoben"
    r"|abgesagt|reporté\w*|annulé\w*|aplazad[oa]|cancelad[oa]|suspendid[oa]|adiad[oa]|rinviat[oa]"
    r"|annullat[oa])\b",
    re.IGNORECASE,
)
"""`The workshop has been postponed to July 3, 2026.`"""
_CALLS = re.compile(
    r"(?:[\w.'’-]+\s+){0,3}calls?\s+for\s+(?:(?:system|tool|industry|live|student|workshop)\s+)*"
    r"(?:demo(?:nstration)?s?|tutorials?|challenges?|awards?|nominations?|volunteers?|sponsors?"
    r"|posters?|artifacts?|hackathons?|panels?|reviewers?)(?!\s*(?:&|and|,|/)?\s*\w*\s*papers?)\b.*"
    r"|(?:live\s+)?demo(?:nstration)?(?:\s+(?:submissions?|proposals?|dates|deadlines?))?s?",
    re.IGNORECASE,
)
"""Another call beside that for papers: `Call for Demos`, `Demo submissions`."""


def is_other_track(heading: str) -> bool:
    """Whether a heading names another track than that of the papers.

    That of a workshop itself does not: `WSP 2026: The Workshop on Challenges of Samples`.
    """
    is_other = _TRACKS.search(heading) or CONTEST.search(heading) or _CALLS.fullmatch(heading)
    return is_other is not None and "workshop" not in heading.casefold()
