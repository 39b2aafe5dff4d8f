"""Compares the deadlines and the workshop's day with the data, however they are written."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache

from proposal.audit.with_data.day_hours_comparison import compare_day_hours
from proposal.audit.with_data.deadline_names import agreeing, labelled, of_kind, of_track
from proposal.audit.with_data.expected import DIFFERENT, STALE, Case, Comparison, Statements
from proposal.audit.with_data.search import Search
from proposal.check.facts.stated_fact import StatedFact
from proposal.edition.deadlines import Deadline
from proposal.edition.joining import ONLINE
from proposal.model.deadline_kinds import (
    EARLY_REGISTRATION,
    WORKSHOP,
    kinds_by_precedence,
    without_own_words,
)
from proposal.model.fields import AOE
from proposal.model.names_in_other_languages import MONTHS_ELSEWHERE
from proposal.model.small_letters import small_letters
from proposal.reading.abbreviations import offsets_of
from proposal.reading.document_text import Stretch
from proposal.reading.foreign_date_labels import foreign_name_of_date
from proposal.reading.named_days import NamedDay, named_days
from proposal.reading.searchable_text import normalize
from proposal.words.language import Language

# such as "Workshop day", "Event date"
_WORKSHOP_WORDS = r"workshop(?:\s+(?:date|day))?|meeting|event\s+date"
# such as "Frühtarif bis", "Tarif réduit jusqu'au", "Inscripción anticipada hasta el"
_EARLY_ELSEWHERE = (
    r"früh(?:bucher|buchung|tarif|anmeldung)\w*|tarifs?\s+réduits?"
    r"|(?:in?scri\w+|tarifas?|tarifs?)\s+(?:anticip|antecip)\w+"
)
_LABELS = kinds_by_precedence() | {WORKSHOP: _WORKSHOP_WORDS}
_LABELS[EARLY_REGISTRATION] += f"|{_EARLY_ELSEWHERE}"
_LABEL = re.compile(
    "|".join(rf"(?P<{key}>\b(?:{words})\b)" for key, words in _LABELS.items()), re.IGNORECASE
)
"""`Submission deadline`, `Workshop day`"""
_OTHER = re.compile(
    r"\b(?:abstracts?|proposals?|posters?|demos?|tutorials?|challenge|conference|main\s+track"
    r"|opens?|opening|starts?|begins?|videos?|slides?|early|preprint|(?:was|were)\s+submitted)\b",
    re.IGNORECASE,
)
"""Words that make a label one of another day, which the data do not know. Example:
`Poster submission`."""

_FORMERLY = re.compile(
    r"\b(?:from|originally|previously|formerly|instead\s+of|was|old|before"
    r"|zuvor|ursprünglich|bisher|statt|antes|anteriormente|originalmente|previamente)\b\W*$",
    re.IGNORECASE,
)
"""What stands before a former day: `extended from `, `(was `, `verlängert, zuvor `."""

_NEAREST = 90
"""Letters that a label stands from its day at most."""

_LONGEST_LINE = 10_000
"""Letters of a line in which days are looked for; a page on one line has more."""

_SHORT_LINE = 70

_CLOCK_BEHIND = re.compile(
    r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2}:\d{2})(?P<half>\s*[apAP]\.?[mM]\b)?)?"
    r"(?:\s*\(?(?P<zone>AoE|UTC|GMT|CES?T|[ECMP][SD]T|BST|JST)\b)?"
)
"""What stands behind a day: `, 23:59 AoE`, ` (AoE)`."""

_MOMENT_BEHIND = re.compile(
    r"[,:]?\s+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s*(?P<half>[apAP])\.?[mM]\b\.?)?"
    r"(?:\s*\(?(?P<zone>AoE|(?:UTC|GMT)(?:\s?[+−-]\s?\d{1,2}(?::\d\d)?)?|[A-Z]{2,4}T)\b)?"
)
"""What says with a day which moment is meant: `, 11:59 UTC`, ` at 11:59 pm UTC-12`, `, 24:00`."""
_ONE_MINUTE = dt.timedelta(minutes=1)
"""How far 23:59 is from the end of its day."""

_OF_SEVERAL = re.compile(r"\b(?:workshops|tutorials|conferences?)\b", re.IGNORECASE)
"""What has days of its own, which begin with the workshop: `Workshops: June 7–8`."""

_SIGN_OF_MONEY = re.compile(r"[$€£¥₹]\s?\d|\d\s?[€£¥₹]|\b(?:EUR|USD|GBP|CHF)\b")
"""`€80`, `80 €`, `EUR 80`: in a line that says what something costs."""


def compare_days(case: Case, search: Search) -> Statements:
    """Compare what a document says of the deadlines and of the workshop's day."""
    comparing = _DeadlineComparison(case, search)
    comparing.lines()
    return comparing.found


class _DeadlineComparison(Comparison):
    def lines(self) -> None:
        lines = self.document.text_lines
        year = self.case.edition.when.date.date.year
        texts = [
            self.document.text[start : min(end, start + _LONGEST_LINE)] for start, end in lines
        ]
        months = _months_in(self.case.edition.language)
        said = [
            [
                day
                for day in named_days(text, year, line[0], months)
                if not self.is_in_title(day.start, day.end)
            ]
            for text, line in zip(texts, lines, strict=True)
        ]
        for number, days in enumerate(said):
            if not days:
                continue
            before = texts[number - 1] if number and not said[number - 1] else ""
            behind = texts[number + 1] if number + 1 < len(lines) and not said[number + 1] else ""
            if self.names_reduced_fee(texts[number]):
                self.compare(EARLY_REGISTRATION, days)
            elif not _SIGN_OF_MONEY.search(texts[number]):
                self.line(lines[number], texts[number], days, before, behind)
            self.weekdays_of_workshop(days)
            nearby = " ".join((before, texts[number], behind))
            self.headline(lines[number], nearby, days)
        current = [day for days in said for day in days if not self.is_former(day)]
        hours = compare_day_hours(self.case, self.search, current)
        self.found.agreed |= hours.agreed
        self.found.deviations += hours.deviations

    def names_reduced_fee(self, text: str) -> bool:
        """Whether a line says what is paid in early registration: `€50 until May 1, then €80`."""
        early = [fee.early for fee in self.case.edition.fees if fee.early and fee.early.currency]
        return any(
            re.search(rf"(?<![\d.,]){re.escape(price.number)}(?!\d|[.,]\d)", text)
            and (_SIGN_OF_MONEY.search(text) or (price.currency or "") in text)
            for price in early
        )

    def line(
        self, line: Stretch, text: str, days: list[NamedDay], before: str, behind: str
    ) -> None:
        """Compare the days in a line with what they are called there."""
        called: dict[str, list[NamedDay]] = {}
        is_first_called = self.label(text[: days[0].start - line[0]]) is not None
        for number, day in enumerate(days):
            first = days[number - 1].end if number else line[0]
            last = days[number + 1].start if number + 1 < len(days) else line[1]
            if is_first_called:
                label = self.label(self.document.text[first : day.start])
                if label is None and number:
                    label = next(
                        (key for key, listed in called.items() if days[number - 1] in listed), None
                    )
            else:
                label = self.label(self.document.text[day.end : last], is_behind=True)
            if label and not self.is_behind_name(first, day):
                called.setdefault(label, []).append(day)
        if not called and len(text) < _SHORT_LINE:
            labels = [self.line_label(before), self.line_label(behind)]
            self.between(labels, days)
        for label, listed in called.items():
            self.compare(label, listed)

    def is_behind_name(self, first: int, day: NamedDay) -> bool:
        """Whether the workshop's day stands behind its name: `submissions to WSP 2027, June 7`."""
        if day.dates.isdisjoint(self.case.edition.when.date.all):
            return False
        before, edition = self.document.text[first : day.start], self.case.edition
        names = (edition.title, edition.distinct_name)
        return any(normalize(name) in normalize(before) for name in names)

    def between(self, labels: list[str | None], days: list[NamedDay]) -> None:
        """Days in a line of their own: the line before them says what they are, or the next one."""
        meant = [label for label in labels if label]
        agreeing = [label for label in meant if self.agrees(label, days)]
        if agreeing:
            self.compare(agreeing[0], days)
        elif len(meant) == 1 and labels[0]:
            self.compare(meant[0], days)

    def label(self, text: str, *, is_behind: bool = False) -> str | None:
        """What the words next to a day call it."""
        near = text[:_NEAREST] if is_behind else text[-_NEAREST:]
        near = re.split(r"[.;!?]\s+(?=[A-Z])", near)[0 if is_behind else -1]
        if named := labelled(self.case.edition, near):
            return named
        matches = list(_LABEL.finditer(near))
        if not matches:
            return foreign_name_of_date(near) or of_track(self.case.edition, near)
        kinds = {match.lastgroup for match in matches}
        label = next(kind for kind in _LABELS if kind in kinds)
        rest = near if label == WORKSHOP else without_own_words(near, label)
        if _OTHER.search(rest) or (label == WORKSHOP and not self.is_label_of_workshop(near)):
            return None
        return label

    def line_label(self, text: str) -> str | None:
        return self.label(text) if 0 < len(text.strip()) <= _SHORT_LINE else None

    def is_label_of_workshop(self, text: str) -> bool:
        """Whether words before a day say no more than that it is the workshop's."""
        bare = re.sub(r"[^\w]+", " ", text).strip()
        return len(bare) <= len("workshop day at wsdm 2026") and not re.search(
            # `First workshop day`, `2nd day`
            r"\b(?:first|second|third|\d(?:st|nd|rd|th))\b",
            bare,
            re.IGNORECASE,
        )

    def deadline(self, label: str) -> Deadline | None:
        return self.case.edition.dates.named.get(label)

    def agrees(self, label: str, days: list[NamedDay]) -> bool:
        deadline = self.deadline(label)
        return deadline is not None and any(deadline.day.date in day.dates for day in days)

    def compare(self, label: str, days: list[NamedDay]) -> None:
        """Compare the days that are called something with the one in the data."""
        listed = {date for day in days if not self.is_former(day) for date in day.dates}
        if label != WORKSHOP:
            label = agreeing(self.case.edition, label, listed) or self.of_moment(label, days)
        deadline = self.deadline(label)
        fact = self.case.one("when.date" if label == "workshop" else f"dates.{label}")
        current = [day for day in days if not self.is_former(day)]
        if deadline is None or fact is None or not current:
            return
        if self.agrees(label, current) or self.is_moment_of(deadline, current):
            self.found.agreed.add(fact)
            for day in current:
                self.last_day(fact, label, day)
                self.clock(fact, deadline, day)
                self.weekday(fact, deadline.day.date, day)
            return
        day = current[-1]
        if day.is_range:
            return
        if any(old.date in day.dates for old in deadline.was):
            since = "which it was before it was moved"
            code = STALE
        else:
            since, code = "", DIFFERENT
        self.differs(fact, day.start, day.end, code, since)

    def of_moment(self, label: str, days: list[NamedDay]) -> str:
        """The date of a kind at whose moment some days are; the kind's own if there is none."""
        found = of_kind(self.case.edition, label).items()
        return next((name for name, known in found if self.is_moment_of(known, days)), label)

    def is_moment_of(self, deadline: Deadline, days: list[NamedDay]) -> bool:
        """Whether one of some days is, with the clock behind it, that on which a deadline ends."""
        return any(_is_moment_of(day, self.document.text, deadline) for day in days)

    def clock(self, fact: StatedFact, deadline: Deadline, day: NamedDay) -> None:
        """Tell of an hour or a zone behind the right day that is not the deadline's.

        If both are others, they may mean the same moment.
        """
        if self.is_in_other_zone(deadline, day):
            end = _end_of_moment(self.document.text, day)
            self.differs(fact, day.start, end, since=f"and the data “{deadline}”")
            return
        match = _CLOCK_BEHIND.match(self.document.text, day.end)
        if match is None or match["half"] or deadline.day.date not in day.dates:
            return
        if _is_moment_of(day, self.document.text, deadline):
            return
        hour, zone = match["hour"], match["zone"]
        time, is_aoe = deadline.day.time, deadline.zone == AOE
        is_other_hour = bool(hour and time) and hour.zfill(5) != f"{time:%H:%M}"
        is_other_zone = is_aoe and bool(zone) and zone != AOE
        if is_other_hour != is_other_zone:
            end = match.end("zone" if zone else "hour")
            self.differs(fact, day.start, end, since=f"and the data “{deadline}”")

    def is_in_other_zone(self, deadline: Deadline, day: NamedDay) -> bool:
        """Whether the deadline's hour stands behind its day with the letters of another zone."""
        match = _MOMENT_BEHIND.match(self.document.text, day.end)
        time, own = deadline.day.time, deadline.ends.utcoffset()
        if match is None or not match["zone"] or time is None or own is None:
            return False
        offsets = offsets_of(_plain_zone(match))
        is_same_hour = _clock_of(match) == dt.timedelta(hours=time.hour, minutes=time.minute)
        return is_same_hour and bool(offsets) and own not in offsets

    def last_day(self, fact: StatedFact, label: str, day: NamedDay) -> None:
        """Tell of a workshop that begins on the right day and ends on another one."""
        ends, venue = self.ends(), self.case.edition.venue
        if self.case.edition.when.date.is_tentative:
            return
        is_of_conference = venue.end is not None and day.last == venue.end.date
        if label == WORKSHOP and day.last and ends and day.last != ends[1] and not is_of_conference:
            self.differs(fact, day.start, day.end)

    def ends(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last of the workshop's days; nothing if there are others between."""
        days = sorted(self.case.edition.when.date.all)
        is_whole = (days[-1] - days[0]).days + 1 == len(days)
        return (days[0], days[-1]) if is_whole else None

    def is_whole_workshop(self, day: NamedDay) -> bool:
        """Whether days are all days of the workshop, or its first one."""
        first = self.case.edition.when.date.date
        last = max(self.case.edition.when.date.all)
        return first in day.dates and (not day.is_range or day.last == last)

    def is_former(self, day: NamedDay) -> bool:
        """Whether a day is struck through, or reported as the one before the move."""
        before = self.document.text[max(day.start - _NEAREST, 0) : day.start]
        return self.document.is_struck(day.start, day.end) or bool(_FORMERLY.search(before))

    def weekday(self, fact: StatedFact, date: dt.date, day: NamedDay) -> None:
        if day.weekday is not None and day.weekday != date.weekday() and date in day.dates:
            called = "" if day.has_year else f"called a {calendar.day_name[day.weekday]}, "
            since = f"{called}but that day is a {date:%A}"
            self.differs(fact, day.start, day.end, DIFFERENT, since)

    def weekdays_of_workshop(self, days: list[NamedDay]) -> None:
        """Compare the day of the week beside a day of the workshop, whose year may be left out."""
        fact = self.case.one("when.date")
        for day in days:
            own = day.dates & set(self.case.edition.when.date.all)
            if fact and own and not self.is_former(day):
                self.weekday(fact, min(own), day)

    def headline(self, line: Stretch, nearby: str, days: list[NamedDay]) -> None:
        """Compare a day that stands beside the place with the workshop's day."""
        text = self.document.text[line[0] : min(line[1], line[0] + _LONGEST_LINE)]
        edition, venue = self.case.edition, self.case.edition.venue
        fact = self.case.one("when.date")
        date = edition.when.date.date
        if fact is None:
            return
        for day in days:
            if self.is_former(day):
                continue
            if self.is_whole_workshop(day):
                self.found.agreed.add(fact)
                self.weekday(fact, date, day)
                continue
            conference = {day.date for day in (venue.start, venue.end) if day}
            place = venue.city or ONLINE
            is_short = len(text) < _SHORT_LINE
            is_beside = names_place(text, place) or (is_short and names_place(nearby, place))
            is_of_several = edition.when.has_several_days or not venue.is_conference
            ends_elsewhere = is_of_several and day.last and date in day.dates
            ends_elsewhere = ends_elsewhere and day.last not in conference
            if ends_elsewhere and is_beside and day.has_year and not _OF_SEVERAL.search(text):
                self.differs(fact, day.start, day.end)
                continue
            is_left = day.is_range and (venue.is_conference or not edition.when.has_several_days)
            if not is_beside or day.dates & conference or is_left or not day.has_year:
                continue
            if self.is_of_other_edition(day):
                continue
            if self.label(text[: day.start - line[0]]) not in {None, WORKSHOP}:
                continue
            if _LABEL.search(text) and not re.search(r"\bworkshop\b", text, re.IGNORECASE):
                continue
            if any(
                fact == other.fact and other.document is self.document
                for other in self.found.deviations
            ):
                continue
            self.differs(fact, day.start, day.end)

    def is_of_other_edition(self, day: NamedDay) -> bool:
        """Whether it is the day of another edition, as in a list of them: `First edition, 2025`."""
        own, start = self.case.edition.year, max(day.start - _NEAREST, 0)
        listed = {past.day.date for past in self.case.edition.editions} & day.dates
        lines = [line for line in self.document.text[start : day.start].split("\n") if line.strip()]
        before = " ".join(lines[-2:])
        return str(own) not in before and any(
            date.year != own and str(date.year) in before for date in listed
        )


def _is_moment_of(day: NamedDay, text: str, deadline: Deadline) -> bool:
    """Whether a day with the hour and the zone behind it is the moment at which a deadline ends.

    23:59 AoE on March 29 is 11:59 UTC on March 30.
    """
    match = _MOMENT_BEHIND.match(text, day.end)
    if match is None:
        return False
    clock, zone = _clock_of(match), _plain_zone(match)
    own = deadline.ends.utcoffset()
    offsets = offsets_of(zone) if zone else frozenset({own} if own is not None else ())
    midnights = [dt.datetime.combine(date, dt.time(), dt.UTC) for date in day.dates]
    return any(
        abs(midnight + clock - offset - deadline.ends) <= _ONE_MINUTE
        for midnight in midnights
        for offset in offsets
    )


def _clock_of(match: re.Match[str]) -> dt.timedelta:
    """How far behind midnight an hour is that was found."""
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return dt.timedelta(hours=hour, minutes=int(match["minute"]))


def _plain_zone(match: re.Match[str]) -> str:
    return (match["zone"] or "").replace("−", "-").replace(" ", "")


def _end_of_moment(text: str, day: NamedDay) -> int:
    match = _MOMENT_BEHIND.match(text, day.end)
    return match.end() if match else day.end


@cache
def _months_in(language: Language) -> dict[str, int]:
    """The numbers of months by their names in a language, and in usual others than English."""
    if language.is_english:
        return MONTHS_ELSEWHERE
    from babel.dates import get_month_names  # noqa: PLC0415 - slow to load, and seldom needed

    names = [
        get_month_names("wide", "format", language.locale),
        get_month_names("wide", "stand-alone", language.locale),
    ]
    return MONTHS_ELSEWHERE | {
        small_letters(name): number for named in names for number, name in named.items()
    }


def names_place(text: str, place: str) -> bool:
    """Whether a text names a city as a place, and not as the clock by which an hour is given.

    "18:00 Europe/Lisbon" and "18:00 Lisbon time" only say when it is 18:00.
    """
    city = re.escape(place) if place != ONLINE else rf"(?i:\b{ONLINE}\b)"
    return re.search(rf"(?<!/){city}(?!\s+(?:local\s+)?time\b)", text) is not None
