"""Finds the days in the lines of a passage, and what each of them is the day of."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct
from msgspec.structs import replace

from proposal.diagnostics import Span
from proposal.importers.site.foreign_words import with_english_months
from proposal.importers.site.site_days import days_of
from proposal.importers.site.site_lines import SiteLine
from proposal.model.english_days import MONTHS, one_of
from proposal.model.names_in_other_languages import WEEKDAYS_ELSEWHERE
from proposal.model.zone_hints import ONE_PLACE
from proposal.reading.date_labels import (
    is_of_no_authors,
    is_of_others,
    is_of_papers,
    name_of_date,
    names_subject,
)
from proposal.reading.days import FoundDay, find_days
from proposal.reading.foreign_date_labels import foreign_name_of_date
from proposal.reading.page_tree import PageLine, StyledRun
from proposal.reading.zone_names import zones_in
from proposal.zone_data import zone_names

_AOE = re.compile(r"\bAoE\b|anywhere\s+on\s+earth|\b(?:UTC|GMT)\s*[-−–]\s*12\b", re.IGNORECASE)
"""`23:59 AoE`, `anywhere on Earth`, `UTC-12`"""
_ZONES = {
    **ONE_PLACE,
    **dict.fromkeys(("CET", "CEST"), "Europe/Brussels"),
    **dict.fromkeys(("UTC", "GMT"), "UTC"),
    "BST": "Europe/London",
}
"""Places whose clocks are meant by letters; `CST` and `IST` are those of several, and missing."""
_TIME = re.compile(
    r"(?:\b|(?<=\dT)|^T)(?:(?P<time>(?:[01]?\d|2[0-3])(?:[:h][0-5]\d"
    r"|(?:(?<=\bkl\.\s\d\d)|(?<=\bklo\s\d\d)|(?<=\bkl\s\d\d))\.[0-5]\d"
    r"|\.[0-5]\d(?=\s*(?:Uhr|uur|óra|hod\b|h\b|[ap]\.?m|(?-i:AoE|UTC|GMT|MSK|MES?Z|[A-Z]{1,4}T)\b))))(?:\s*(?P<half>[ap])\.?m\b)?"
    r"|(?P<hour>1[0-2]|[1-9])\s*(?P<half_of_hour>[ap])\.?m\b"
    r"|(?P<noon>(?:12\s*)?(?:noon|midday|mittags|(?-i:[Mm]idi)|mediod[ií]a|meio-dia|mezzogiorno))\b)",
    re.IGNORECASE,
)
"""`23:59`, `11:59 pm`, `5pm`, `23h59`, `23.59 CET`, `kl. 23.59`, `noon`; not `MIDI`, `2.10 of`."""
_PLACE_TIME = re.compile(
    r"\b(?:heure|hora|hor[áa]rio|ora)\s+(?:de\s+|di\s+|d['’]\s*)(?P<of>[A-ZÀ-Þ][\w-]+)"
    r"|\b(?P<place>[A-ZÀ-Þ][a-zà-ÿ]+(?:\s+[A-ZÀ-Þ][a-zà-ÿ]+)?)\s+[Tt]ime\b"
)
"""The clocks of a place: `heure de Paris`, `Singapore time`; not `local time`."""
_HOUR_BEFORE = re.compile(r"(?:\d[:h.]\d\d|\d\s*[AaPp]\.?[Mm]\.?)\W*$")
"""What stands before the clocks of a place that has no zone: `23:59 (`."""
_LETTERS_BEHIND = re.compile(r"\d[:h.]\d\d\s*(?:[AaPp]\.?[Mm]\.?)?\s*\(?([A-Z]{2,3}T|MSK)\b")
"""Letters of a zone that are not known: `23:59 BRT`."""
_CENTRAL_EUROPE = re.compile(
    r"\bCentral\s+European\s+(?:Summer\s+)?Time\b|\bM(?:E|S)Z\b|\bMESZ\b", re.IGNORECASE
)
"""`Central European Summer Time`, `MESZ`"""
_OTHER_TRACK = re.compile(
    r"\b(?:shared\s+task|challenge|competition|results?\s+(?:submission|due)"
    r"|submissions?\s+of\s+(?:the\s+)?(?:system\s+)?(?:results|runs|outputs|predictions)"
    r"|runs?\s+(?:submissions?|due)|lightning|tutorial|demo(?:nstration)?s?|travel|student"
    r"|grant|award|special\s+issue|journal"
    r"|dataset|system|website|leaderboard|test\s+(?:set|phase|data)|training"
    r"|registration\s+opens|(?:data|code)\s+release|mentor\w*|volunteer"
    r"|volume|poster\s+(?:submission|upload)|video|slides?|visa|hotel|review(?:s|er"
    r"|ing)?\s+(?:due|deadline|period)|proposal|nomination"
    r"|rebuttal|late[- ]breaking|non-?archival|fast[- ]track|arr|openreview|commitment"
    r"|pre-?reviewed|supplement\w*|bidding|doctoral)\b",
    re.IGNORECASE,
)
"""A day that is not of all papers: `Shared task results due`, `Demo submission`."""
_OPENS = re.compile(
    r"\b(?:opens?|opening|begins?|starts?|released?|launch|call\s+for\s+papers|announce\w*"
    r"|published|available|online)\b",
    re.IGNORECASE,
)
"""`Submission opens`, `Data released`"""
_MAY_BE_ANNOUNCED = {"workshop", "notification"}
"""What takes place where it is announced: `Decisions announced`."""
_ONLY_DATE = re.compile(r"(?:(?:workshop|event|conference)\s+)?(?:dates?|when)", re.IGNORECASE)
"""`Date`, `Workshop date`, `When`"""
_POSTED = re.compile(r"\W*\d{4}-\d\d-\d\d\s*[:–—-]\s*[^\W\d_]")
"""The day of a piece of news: `2026-01-12: Papers accepted`."""
_NEWS = re.compile(
    r"\W*(?:(?:news|updates?)\W+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    rf"(?:{one_of(MONTHS)})\b[\W\d]*(?:(?:st|nd|rd|th)\b[\W\d]*)?"
    r"(?:(?:the|our|we|all|a)\b[^.]{0,100})?"
    r"\b(?:website|page|call|cfp|proposal|schedule|program(?:me)?|list|slides|videos?"
    r"|recordings?|proceedings|photos|pictures)\b[^.]{0,100}"
    r"\b(?:online|out|extended|available|announced|accepted|released|posted|published"
    r"|open(?:ed|s)?|closed|live|up|added)\b",
    re.IGNORECASE,
)
"""A day in front of news: `[May 3, 2026] Our website is online.`"""
_STAMP = re.compile(
    r"(?:(?:(?:this|the)\s+)?(?:page|site|website|file|document|list|readme)\s+(?:was\s+|is\s+)?)?"
    r"(?:(?:auto(?:matically)?[\s-]*)?generated|(?:last|latest)\s+(?:\w+\s+)?(?:updated?|modified|modification"
    r"|edit(?:ed)?|changed?|revised|revision|build|built|commit)|updated|created|built|compiled|retrieved"
    r"|accessed|exported|downloaded|posted|published|date\s+of\s+(?:export|download)|zuletzt\s+\w+"
    r"|stand\b|letzte\s+\w+|erstellt|mis(?:e)?\s+à\s+jour|derni[èe]re\s+\w+|[úu]ltima\s+\w+"
    r"|actualizad[oa]|atualizad[oa]|aggiornat[oa]|ultimo\s+\w+)\b",
    re.IGNORECASE,
)
"""`Generated on 2026-01-30`, `Last updated: 30 January 2026`, `Stand: 30.01.2026`"""
_LABEL_END = re.compile(r"[\s:–—|*(\[.,;-]+$")
"""`Notification: `"""
_LONGEST_LABEL = 110
_LONGEST_TITLE = 40
_CALL = re.compile(r"\bcalls?\b", re.IGNORECASE)
"""In `Call for Abstracts`, which is not what a day below it is the day of."""


class DatedLine(Struct, frozen=True):
    """A line that gives a day, and what it says of it."""

    label: str
    days: tuple[dt.date, ...]
    """The days that hold, the first one first."""
    was: tuple[dt.date, ...]
    """The days that are struck through."""
    span: Span
    text: str
    zone: str = ""
    """The zone in which the day ends: `AoE`, or the name of a place's clocks."""
    unknown_zone: str = ""
    """Letters of a zone that several parts of the world have."""
    time: str = ""
    is_range: bool = False
    passage: str = ""
    """The heading under which the line stands."""

    @property
    def is_post(self) -> bool:
        """Whether it may be the head of a post, or says when a page was made.

        `2026-03-28 - Submissions are with reviewers`, `Generated on 2026-03-28`
        """
        is_news = _POSTED.match(self.text) or _NEWS.match(self.text)
        return is_news is not None or _STAMP.fullmatch(self.label) is not None

    @property
    def kind(self) -> str | None:
        """The kind of the deadline, or `workshop`; nothing for days of other things."""
        if _OTHER_TRACK.search(self.label) or len(self.label) > _LONGEST_LABEL:
            return None
        if _ONLY_DATE.fullmatch(self.label):
            return "workshop"  # as in `Dates: May 6–8, 2026`
        name = _name_of(self.label)
        if name is None or (_OPENS.search(self.label) and name not in _MAY_BE_ANNOUNCED):
            return None
        return name


def dated_lines(lines: list[SiteLine], title: str, year: int, zone: str = "") -> list[DatedLine]:
    """The lines of a passage that give days; the cells of a table's row are one line.

    Args:
        lines: the lines.
        title: the heading that they stand under.
        year: the edition, for days without a year.
        zone: the zone of all dates of the page, if it names one.
    """
    found: list[DatedLine] = []
    zone = zone_of_all(lines, title) or zone
    rows = _rows(lines)
    beside = _labels_beside(rows, year)
    for number, line in enumerate(rows):
        days = days_in(line.line, year)
        if not days[0] and not days[1]:
            continue
        dated = _dated(line, days, beside.get(number), title)
        if zone and not dated.zone and not dated.unknown_zone:
            dated = replace(dated, zone=zone)
        is_bare = not any(map(_says, _around(line, days))) and number not in beside
        if is_bare and found and _is_struck_above(found[-1], rows[number - 1]):
            found[-1] = replace(found[-1], days=dated.days, was=(*found[-1].was, *dated.was))
            continue
        sentences = _sentences(line, year) if not dated.was else []
        found += [_dated(one, days_in(one.line, year), None, title) for one in sentences]
        found += _apart(dated, line, title) if not sentences else []
    return found


_SENTENCE_END = re.compile(r"(?<=\w{4}[.!?])\s+(?=[A-Z])")
"""`Papers accepted. Authors`"""


def _sentences(line: SiteLine, year: int) -> list[SiteLine]:
    """The sentences of a line that give days of two things or more; nothing of other lines.

    In `Papers are due on May 3. It was extended to May 9.` both days are of one thing.
    """
    parts = [
        replace(line, line=PageLine((StyledRun(part),)))
        for part in _SENTENCE_END.split(line.text)
        if days_of(part, year)
    ]
    later = [_tidy(_split(part, days_in(part.line, year))[0]) for part in parts[1:]]
    return parts if later and all(map(names_subject, later)) else []


def _is_struck_above(above: DatedLine, row: SiteLine) -> bool:
    """Whether the row above only gives a day that is struck out: a new one stands below it."""
    return above.span == row.span and bool(above.was) and not above.days


_LONGEST_NOTE = 240
"""Characters of a note on the days above it."""


def zone_of_all(lines: list[SiteLine], title: str) -> str:
    """The zone that a heading, or a note among dates, names for all of them."""
    for text in (title, *(line.text for line in lines)):
        is_short = len(text) < _LONGEST_NOTE and not find_days(text)
        sentences = [text] if is_short else filter(_OF_ALL.search, _SENTENCES.split(text))
        if any(_AOE.search(one) and not find_days(one) for one in sentences):
            return "AoE"
    return ""


_OF_ALL = re.compile(r"\ball\b[^.]*\b(?:deadlines?|dates|times)\b", re.IGNORECASE)
"""What a sentence of a longer note says: `All deadlines are at 23:59 AoE.`"""
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
"""The space between two sentences: `Submit by May. Reviews follow`."""


def _zone_of(text: str) -> tuple[str, str]:
    """The zone that a line names: its name in the data, and the letters if it is not sure."""
    if _AOE.search(text):
        return "AoE", ""
    if _HAWAII.search(text):
        return _ZONES["HST"], ""
    if _CENTRAL_EUROPE.search(text):
        return _ZONES["CET"], ""
    named = next(zones_in(text), None)
    if named is None:
        if match := _LETTERS_BEHIND.search(text):
            return "", match[1]
        zones = [_zone_of_place(text, found) for found in _PLACE_TIME.finditer(text)]
        return next((zone for zone in zones if any(zone)), ("", ""))
    place = _ZONES.get(named.name, "")
    return place, "" if place else named.written


def _zone_of_place(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The zone that is called after a place, or the words for it behind an hour if none is.

    `Submission time: 18:00` names none.
    """
    place = match["of"] or match["place"]
    if place.casefold() in {"first", "last", "same", "any", "local"}:
        return "", ""
    found = [name for name in zone_names() if name.rpartition("/")[2] == place.replace(" ", "_")]
    if len(found) == 1 and "/" in found[0]:
        return found[0], ""
    is_clock = match["of"] or _HOUR_BEFORE.search(text[: match.start()])
    return "", match[0] if is_clock else ""


_HAWAII = re.compile(r"\bHawaii(?:an)?(?:\s+standard)?\s+time\b", re.IGNORECASE)
"""`Hawaii Standard Time`"""


def _apart(dated: DatedLine, line: SiteLine, title: str) -> list[DatedLine]:
    """A line that gives several days with a label each, as several lines."""
    # such as May 3, 2026; Notification
    parts = re.split(r"(?<=\d{4})\s*[,;|]\s+(?=[A-Z][a-z])", dated.text)
    if len(parts) < 2 or dated.was:
        return [dated]
    apart = []
    for part in parts:
        days = find_days(part)
        if len(days) != 1 or not _name_of(part[: days[0].start] or part[days[0].end :]):
            return [dated]
        label = part[: days[0].start] or part[days[0].end :]
        apart.append(
            DatedLine(
                _tidy(label),
                (days[0].date,),
                (),
                line.span,
                part,
                dated.zone,
                dated.unknown_zone,
                "",
                days[0].is_range,
                title,
            )
        )
    return apart


def _rows(lines: list[SiteLine]) -> list[SiteLine]:
    """Lines, with the cells of each table row put together, and the day and the month of a box."""
    joined: list[SiteLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        is_row = (
            last is not None and line.table and (last.table, last.item) == (line.table, line.item)
        )
        if last is not None and (is_row or _is_rest_of_day(last, line)):
            between = StyledRun(" | " if is_row else " ")
            runs = (*last.line.runs, between, *line.line.runs)
            joined[-1] = replace(last, line=PageLine(runs), materials={})
        else:
            joined.append(line)
    return joined


_MONTH = rf"(?:{one_of(MONTHS)})\.?(?:,?\s+20\d\d)?"
_DAY_IN_TWO = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?\n{_MONTH}|{_MONTH}\n\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+20\d\d)?",
    re.IGNORECASE,
)
"""A day in large type with its month above or below: `14` above `Aug 2026`, `Aug` above `14`."""


def _is_rest_of_day(above: SiteLine, line: SiteLine) -> bool:
    """Whether a line has what lacks of the day of the line above it: `14`, `Aug 2026`."""
    text = f"{above.text.strip()}\n{line.text.strip()}"
    return above.card == line.card and _DAY_IN_TWO.fullmatch(text) is not None


_ANY_YEAR = 2000
"""A year for days without one, of which only matters that there are some."""


def _labels_beside(rows: list[SiteLine], year: int) -> dict[int, SiteLine]:
    """The labels above or below days that stand alone, by the numbers of the days' lines.

    All have it on the same side: below, if more of the lines there say what their days are of.
    """
    above: dict[int, SiteLine] = {}
    below: dict[int, SiteLine] = {}
    terms: dict[int, SiteLine] = {}
    for number, line in enumerate(rows):
        days = days_in(line.line, year)
        if not any(days) or any(map(_says, _around(line, days))):
            continue
        if number and (line.tag, rows[number - 1].tag) == ("dd", "dt"):
            terms[number] = rows[number - 1]
        if number and _is_label(rows[number - 1], line):
            above[number] = rows[number - 1]
        if number + 1 < len(rows) and _is_label(rows[number + 1], line):
            below[number] = rows[number + 1]
    return (below if _named(below) > _named(above) else above) | terms


def _named(labels: dict[int, SiteLine]) -> int:
    """How many labels say of what a day is the day."""
    return sum(_name_of(_tidy(label.text)) is not None for label in labels.values())


def _is_label(beside: SiteLine, line: SiteLine) -> bool:
    """Whether the line above or below a day that stands alone is its label."""
    if days_of(beside.text, _ANY_YEAR) or _AOE.search(beside.text):
        return False  # as `All deadlines at 23:59 AoE`
    return len(beside.text) <= 80 and (
        beside.block == line.block or beside.item == line.item or beside.card == line.card
    )


def days_in(line: PageLine, year: int) -> tuple[list[FoundDay], list[FoundDay]]:
    """The days that a line gives, and those that it strikes through."""
    new = days_of(line.without_style("struck"), year)
    struck = " | ".join(run.text for run in line.runs if "struck" in run.styles)
    old = days_of(struck, year)
    return new, old


def _name_of(label: str) -> str | None:
    """The kind of the deadline that a label names, in English or another language."""
    elsewhere = foreign_name_of_date(label)
    if is_of_no_authors(label) or (is_of_others(label) and elsewhere is None):
        return None
    return name_of_date(label) or elsewhere


def _dated(
    line: SiteLine, days: tuple[list[FoundDay], list[FoundDay]], beside: SiteLine | None, title: str
) -> DatedLine:
    new, old = _settled(line, days)
    front, behind = _around(line, days)
    label = front
    if not _says(label):
        label = behind if _says(behind) else (beside.text if beside is not None else label)
    if _is_named_by_title(_tidy(label)):
        is_label = _name_of(title) is not None and not _CALL.search(title)
        label = title if is_label and len(title) < _LONGEST_TITLE else label
    front, behind = _split(line, days)
    time = _TIME.search(behind) or _TIME.search(front)
    return DatedLine(
        _tidy(label),
        tuple(day.date for day in new),
        tuple(day.date for day in old),
        line.span,
        line.text,
        *_zone_of(line.text),
        _clock(time) if time else "",
        any(day.is_range for day in new),
        title,
    )


def _is_named_by_title(label: str) -> bool:
    """Whether the heading above has to say of what a day is: `Extended: May 3`, `Papers: May 3`."""
    if not _says(label):
        return True
    return _name_of(label) is None and (is_of_papers(label) or not names_subject(label))


def _split(line: SiteLine, days: tuple[list[FoundDay], list[FoundDay]]) -> tuple[str, str]:
    """What stands in front of the days of a line, and what behind them."""
    said = with_english_months(line.line.without_style("struck"))
    new = days[0]
    return (said[: new[0].start], said[new[-1].end :]) if new else (said, "")


def _around(line: SiteLine, days: tuple[list[FoundDay], list[FoundDay]]) -> tuple[str, str]:
    """The labels in front of the days of a line and behind them."""
    front, behind = _split(line, days)
    return _tidy(front), _tidy(behind)


def _settled(
    line: SiteLine, days: tuple[list[FoundDay], list[FoundDay]]
) -> tuple[list[FoundDay], list[FoundDay]]:
    """The days that hold and those that do not, by what brackets behind a day say of others.

    In `29 August (early registration ends on 1 September)` one day holds, in `29 August (extended
    from 20 August)` another one did, and in `20 August (extended to 29 August)` it holds now.
    """
    new, old = days
    said = with_english_months(line.line.without_style("struck"))
    first = next((day for day in new if not _bracket_around(said, day.start)), None)
    if first is None:
        return days
    holds, held = [], list(old)
    for day in new:
        around = _bracket_around(said, day.start)
        if not around or day.start < first.start:
            holds.append(day)
        elif _WAS.search(around):
            held.append(day)
        elif _IS_NOW.search(around):
            held += holds
            holds = [day]
        elif not _SAYS_OTHER.search(_FILL.sub(" ", with_english_months(around))):
            holds.append(day)
    return holds, held


def _bracket_around(text: str, place: int) -> str:
    """What stands in the bracket that is open at a place, up to the place; empty outside."""
    start = text.rfind("(", 0, place)
    return text[start:place] if start > text.rfind(")", 0, place) else ""


_WAS = re.compile(
    r"\b(?:from|was|were|previous(?:ly)?|original(?:ly)?|old|before|formerly|initial(?:ly)?)\b",
    re.IGNORECASE,
)
"""A word in front of a day that holds no longer: `previously`, `was`."""
_IS_NOW = re.compile(r"\b(?:to|until|till|new|now|updated|extension|extended)\b", re.IGNORECASE)
"""A word in front of the day that holds now: `extended`, `new`."""
_SAYS_OTHER = re.compile(r"[^\W\d_]{4,}")
"""`camera`"""


_FILL = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    rf"|\b(?:{one_of(WEEKDAYS_ELSEWHERE)}|(?:m[åa]n|ti[rs]s?|ons|tors|fre|l[öø]r|s[öø]n)dag)\b"
    r"(?:\s+d(?:en\b|\.))?"
    r"|\(?extended(?:\s+to)?(?!\s+abstracts?\b)\)?|\bnew\b|\bon\b|\bby\b|\buntil\b|\btbd\b"
    r"|\b\d{1,2}:\d{2}\b(?:\s*[ap]m)?|\bat\b|\bAoE\b|\bUTC\b\S*|\bGMT\b|\bfirm\b"
    r"|[^\w\s:()/&'’.,-]",
    re.IGNORECASE,
)
"""What stands around days and says nothing more of them: `Friday`, `(extended to`, `AoE`."""


def _tidy(text: str) -> str:
    """A label without signs at its ends and words that go with the day."""
    bare = re.sub(r"\s*\|\s*", " ", text)
    bare = _FILL.sub(" ", bare)
    return _LABEL_END.sub("", " ".join(bare.split())).strip(" :–—-*|()[].,;")


def _says(text: str) -> bool:
    return len(re.sub(r"[^\w]", "", text)) >= 4


def _clock(match: re.Match[str]) -> str:
    if match["noon"]:
        return "12:00"
    hour, minute = re.split("[:.h]", (match["time"] or f"{match['hour']}:00").casefold())
    number = int(hour)
    if half := match["half"] or match["half_of_hour"]:
        number = number % 12 + (12 if half.lower() == "p" else 0)
    return f"{number:02}:{minute}"
