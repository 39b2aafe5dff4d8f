"""Finds the rows of a programme in the lines of a passage: from when to when, and what happens."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Span
from proposal.importers.site.date_lines import days_in
from proposal.importers.site.day_heads import DayHead, day_head, weekday_at_start
from proposal.importers.site.digit_hours import with_colons
from proposal.importers.site.hour_words import WORD_BEFORE, whole_hour, without_hour_words
from proposal.importers.site.hours_behind import BETWEEN, with_hours_first
from proposal.importers.site.row_texts import without_lengths_of_talks
from proposal.importers.site.site_lines import SiteLine
from proposal.importers.site.timetable_grids import (
    day_of_column,
    shared_days,
    track_of_column,
)
from proposal.importers.site.title_columns import TitleColumn, title_column
from proposal.reading.hours import HALF_DAY, later, minutes_of_day, read_hours
from proposal.reading.page_tree import PageLine, StyledRun

_MINUTES = re.compile(
    r"[\[(]?\b(?P<count>\d{1,3})\s*(?:min(?:ute)?s?|mins?)\b\.?[\])]?", re.IGNORECASE
)
"""`(30 min)`, `45 minutes`"""
_IN_FRONT = re.compile(
    r"^(?:[•‣▪*–—·\[(\u2600-\u27BF\uFE0F\U0001F300-\U0001FAFF]|time\s*:"
    rf"|{WORD_BEFORE})\s*",
    re.IGNORECASE,
)
"""`• 9:00`, `Time: 9:00`, `kl. 9.00`"""
_TO = re.compile(
    r"(?<=\d)(\s*(?:uhr|hrs?|h)?\s+)(bis|al?|à|até|alle|til|till|tot|do)(\s+)(?=(?:kl\.?\s?)?\d{1,2}\s*(?:[:.h]|uhr))",
    re.IGNORECASE,
)
"""What parts hours in other languages: `9:00 bis 9:15`, `9:00 a 9:15`."""
_WAVE = re.compile(r"(?<=\d)\s?[〜～~]\s?(?=\d)|(?<=\d )[〜～~]\s?(?=\d)")
"""What parts hours in Japanese and Korean: `10:00〜10:10`."""
_OF_EAST = re.compile(r"\b(\d{1,2})[時시]\s?(\d\d)[分분]")
"""An hour in Japanese or Korean: `10時30分`."""
_OTHER_CLOCK = re.compile(
    r"^\s*(?:[A-Z]{2,4}T?)?\s*[/|(]\s*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?"
    r"(?:\s*[-–—]\s*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?)?\s*(?:[A-Z]{2,4}T?|UTC\S*)\b\)?",
    re.IGNORECASE,
)
"""The same hours by another clock: ` PT / 12:00 PM ET: Opening`."""
_ZONE_BEHIND = re.compile(
    r"^\s*[\])]?\s*\(?(?:[A-Z]{2,5}T?|UTC\s*[+−-]?\s*\d*|local(?:\s+time)?)\)?(?=[\s:|–—-]|$)"
)
"""`(MST)`, ` UTC-7:`, ` local time`"""
_ZONE = re.compile(
    r"\b([A-Z]{1,4}ST|[A-Z]{1,4}DT|CET|CEST|GMT|BST|SGT|HKT|EET|EEST|WET|WEST|BRT|MSK"
    r"|UTC\s*[+−–-]\s*\d{1,2}|UTC)\b"
)
"""`9:00 PST`, `9:00 UTC-7`"""


_CHAIR_ALONE = re.compile(r"(?:session\s+chairs?|chair)\s*:\s*\S", re.IGNORECASE)
"""A line above the rows that somebody chairs: `Chair: Ann Author`; `Chairs:` are the workshop's."""


class ProgrammeRow(Struct):
    """A row of the programme."""

    start: dt.time
    end: dt.time | None
    lines: list[PageLine]
    span: Span
    minutes: int | None = None
    inner: list[ProgrammeRow] = field(default_factory=list)
    """Rows that take place within this one."""
    materials: dict[str, str] = field(default_factory=dict)
    """Where links in its lines lead, by the keys of the data."""
    misprint: dt.time | None = None
    """The end that the page gives, if it is half a day too late: `11:00am - 11:30pm`."""
    title: str = ""
    """What stands in the column of titles."""
    is_paper_title: bool = False
    """Whether the head of that column says that these are titles of papers."""
    is_beside: bool = False
    """Whether it takes place at the hours of the row above, and not in it."""

    @property
    def text(self) -> str:
        """All that the row says."""
        return " ".join(line.text for line in self.lines)


class Programme(Struct):
    """The rows of a day's programme."""

    rows: list[ProgrammeRow] = field(default_factory=list)
    zone: str | None = None
    """The zone's abbreviation, if the passage names one."""
    zone_span: Span | None = None
    unread: list[SiteLine] = field(default_factory=list)
    """Lines whose hours are not understood, as of an evening that ends on the next day."""
    heads: list[SiteLine] = field(default_factory=list)
    """Lines above several rows that have no hours, as a session's: they belong to none of them."""


_HOURS_OF_A_ROW = re.compile(r"(?:[01]?\d|2[0-4]):\d\d\s*[-–—]\s*(?:[01]?\d|2[0-4]):\d\d(?!\d)")
"""`09:00-09:30`"""


def read_programme(lines: list[SiteLine]) -> Programme:
    """Find the rows in the lines of a passage; what stands before the first one is left out."""
    reader = _RowReader()
    for line in with_hours_first(with_colons(lines), _is_only_hours):
        reader.line(line)
    rows = reader.programme.rows
    for row in rows:
        row.minutes = next(
            (
                int(match["count"])
                for line in row.lines
                if (match := _MINUTES.search(without_lengths_of_talks(line.text)))
            ),
            None,
        )
    _finish(rows)
    return reader.programme


class _RowReader(Struct):
    programme: Programme = field(default_factory=Programme)
    after: dt.time | None = None
    """When the row above begins."""
    table: int = 0
    """The table in which the row above begins."""
    header_item: int = 0
    item: int = 0
    """The item in which the row above begins."""
    titles: TitleColumn | None = None
    """The column of titles that the table in which the row above begins has."""
    chairs: list[PageLine] = field(default_factory=list)
    is_between: bool = False
    """Whether another part of the day has begun, and no row of it."""

    def line(self, line: SiteLine) -> None:
        """Read a line."""
        text = line.text
        _note_zone(self.programme, line)
        if line.table and _is_header(text):
            self.header_item, self.titles = line.item, None
        if line.item and line.item == self.header_item:
            self.titles = self.titles or title_column(line.table, line.cell, text)
        if (line.item and line.item == self.header_item) or _is_unread(self.programme, line):
            return
        if line.tag == BETWEEN:
            self.is_between = bool(self.programme.rows)
            return
        last = self.programme.rows[-1] if self.programme.rows else None
        found = self.hours(line)
        title = "" if found is not None else _title_before_hours(text)
        if title:
            found = _hours_at(text[len(title) :].lstrip(" :([–—-"), self.after)
        elif self.is_title(line, last):
            found = None
        if found is not None and last is not None and _ends(last, self.item, line, found):
            last.end = found[0]
        elif last is not None and line.table and line.item == self.item and _is_aside(line, last):
            return
        elif found is not None and _may_begin(text, found[2]):
            self.begin(line, found, title)
            self.table = line.table
        else:
            self.other(line, last)

    def hours(self, line: SiteLine) -> tuple[dt.time, dt.time | None, int] | None:
        """The hours of a line; a new table may begin with a morning: `9:30` below `5:00`."""
        found = _hours_at(line.text, self.after)
        if found is None or line.table in {0, self.table} or found[0] < _LATE:
            return found
        plain = _hours_at(line.text, None)
        return plain if plain is not None and plain[0].hour in _MORNING else found

    def is_title(self, line: SiteLine, last: ProgrammeRow | None) -> bool:
        """Whether four digits stand in the place of a title, behind the hours of a table's row."""
        is_behind = bool(line.table) and line.item == self.item and last is not None
        return is_behind and not (last and last.lines) and bool(_FOUR_DIGITS.match(line.text))

    def begin(self, line: SiteLine, hours: tuple[dt.time, dt.time | None, int], title: str) -> None:
        """Begin a row.

        Args:
            line: the line.
            hours: from when to when, and how long the text is that says it.
            title: what stands in front of the hours.
        """
        start, end, length = hours
        rest = _without_zone(line.text[length:]) if not title else ""
        row = ProgrammeRow(start, end, [], line.span, materials=dict(line.materials))
        if title:
            row.lines.append(PageLine((StyledRun(title),)))
        if rest:
            row.lines.append(_rest_of(line.line, rest))
        row.lines += self.chairs
        self.programme.rows.append(row)
        self.item, self.after = line.item, start
        self.chairs, self.is_between = [], False

    def other(self, line: SiteLine, last: ProgrammeRow | None) -> None:
        """Read a line without hours: one of the row above, or of those below."""
        if _CHAIR_ALONE.match(line.text) and (last is None or line.item != self.item):
            self.chairs = [line.line]
        elif last is not None and not self.is_between and _is_beside(line, last):
            row = ProgrammeRow(last.start, last.end, [line.line], line.span, is_beside=True)
            self.programme.rows.append(row)
        elif self.is_between or self.is_outside(line) or _is_head(line, last, self.item):
            self.is_between = last is not None
            self.programme.heads.append(line)
        elif last is not None:
            if (
                not last.title
                and self.titles is not None
                and self.titles.holds(line.table, line.cell)
            ):
                last.title, last.is_paper_title = line.text, self.titles.is_of_papers
            last.lines.append(line.line)
            last.materials = line.materials | last.materials

    def is_outside(self, line: SiteLine) -> bool:
        """Whether a heading stands below the table of the rows, and so in none of them."""
        return bool(self.table) and not line.table and line.is_heading


_FOUR_DIGITS = re.compile(r"\d{4}\s*[-–—−]+\s*\d{4}\b.*[^\W\d_]")
"""`1945-1950: Samples of Five Years`"""
_SESSION = re.compile(
    r"(?:session|block|part)\s+(?:#?\d+|[IVX]+|[A-H])\b|.*\b(?:session|talks?|tutorials?)\b.*\(chairs?\s*:",
    re.IGNORECASE,
)
"""`Session II: On Samples`, `Invited Talks: Samples (Chair: Ann Author)`"""


def _is_head(line: SiteLine, last: ProgrammeRow | None, item: int) -> bool:
    """Whether a line without hours is the head of several rows below it, and no part of one.

    Args:
        line: the line.
        last: the row above.
        item: the item in which the row above begins.
    """
    if _SESSION.match(line.text) is None:
        return False
    if last is None:
        return True
    is_own_row = bool(line.table) and line.item != item and line.line.is_all("bold")
    return bool(last.lines) and (is_own_row or (line.is_heading and not line.item))


def _is_beside(line: SiteLine, last: ProgrammeRow) -> bool:
    """Whether a heading begins a session at the hours of another one: `Session #2: On Samples`."""
    above = last.lines[0].text if last.lines else ""
    return line.is_heading and not line.item and all(map(_SESSION.match, (line.text, above)))


def _is_only_hours(line: SiteLine) -> bool:
    """Whether a line gives hours, and nothing else."""
    found = _hours_at(line.text, None)
    return (
        found is not None
        # such as 9:00, 9am, 9 – 10
        and re.search(r"[:.h]\s?\d\d|[ap]\.?m\b|\d\s*h\b|-|–|—", line.text) is not None
        and not _LETTERS.search(_without_zone(line.text[found[2] :]))
    )


_LETTERS = re.compile(r"[^\W\d_]")


def _is_unread(programme: Programme, line: SiteLine) -> bool:
    """Whether a line's hours are not understood, or it is another cell of such a row."""
    if _HOURS_OF_A_ROW.match(line.text) and (
        _hours_at(line.text, None) is None or _is_behind_midnight(programme, line)
    ):
        programme.unread.append(line)
        return True
    item = programme.unread[-1].item if programme.unread else 0
    return bool(item) and line.item == item


def _is_behind_midnight(programme: Programme, line: SiteLine) -> bool:
    """Whether a row goes on with an evening on the next day: `01:00-02:00` below `22:00-23:00`."""
    found = _hours_at(line.text, None)
    last = programme.rows[-1].start if programme.rows else None
    return found is not None and last is not None and found[0] < _EARLY and last >= _LATE


_EARLY, _LATE = dt.time(6), dt.time(18)
_MORNING = range(7, 12)


def _note_zone(programme: Programme, line: SiteLine) -> None:
    """Remember the first zone that a short line names."""
    match = _ZONE.search(line.text) if len(line.text) < _LONGEST_ZONE_LINE else None
    if programme.zone is None and match is not None:
        programme.zone, programme.zone_span = match[1], line.span


_LONGEST_ZONE_LINE = 120
"""Characters of a line that says by which clocks hours are."""
_LONGEST_DAY_LINE = 90


class DayLines(Struct):
    """The lines of one day of a programme."""

    date: dt.date | None = None
    """The day, if the line above them gives it."""
    lines: list[SiteLine] = field(default_factory=list)
    track: str = ""
    """The room or the track, where several stand side by side."""
    head: DayHead | None = None
    """What the line above them says of the day beside the date."""


def lines_by_day(
    lines: list[SiteLine], year: int, stretch: tuple[dt.date, dt.date] | None = None
) -> list[DayLines]:
    """The lines of a programme, parted where a line says that another day or track begins.

    Args:
        lines: the lines.
        year: the edition, for days without a year.
        stretch: from when to when the event lasts, for days such as `Monday`.
    """
    days = [DayLines()]
    columns = [line.column for line in lines if line.column is not None]
    shared = shared_days([column for column in columns if column.is_day], year, stretch)
    for line in lines:
        if line.column is not None:
            date = (
                day_of_column(line.column, year, stretch) if line.column.is_day else days[-1].date
            )
            head = day_head(line.column.head) if line.column.is_day else days[-1].head
            is_one = line.column.is_day and date not in shared
            track = "" if is_one else track_of_column(line.column, year)
            days.append(DayLines(date, track=track, head=head))
            continue
        text = line.text.strip(" :*–—-")
        if len(text) <= _LONGEST_DAY_LINE and _hours_at(text, None) is None:
            dates = {day.date for day in days_in(line.line, year)[0] if not day.is_range}
            is_mark = line.is_bold or line.is_heading or line.table or len(text) < _SHORT_DAY_LINE
            is_mark = is_mark or weekday_at_start(text) is not None
            head = day_head(text) if is_mark else None
            if is_mark and (len(dates) == 1 or head is not None):
                date = next(iter(dates), None)
                if date is None or date != days[-1].date:
                    days.append(DayLines(date, head=head))
                days[-1].lines.append(replace(line, tag=BETWEEN))
                continue
        days[-1].lines.append(line)
    return days


_SHORT_DAY_LINE = 40


def _is_header(text: str) -> bool:
    return (
        re.fullmatch(
            # `Time`, `Start time (CET)`, `When`
            r"(?:start\s+|end\s+|local\s+)?times?\b.{0,25}|hours?|when",
            text.strip(),
            re.IGNORECASE,
        )
        is not None
    )


_SPACED_HOUR = re.compile(r"\b(\d{1,2}):\s(\d\d)(?!\d)")
"""An hour with a stray space, which moves behind it: `11:00am - 12: 00pm`."""


_NOON_AS_MIDNIGHT = re.compile(
    r"(?P<before>^\W*(?:(?:[6-9]|1[01])(?:[:.]\d\d)?\s*a\.?m\.?\s*[-–—]\s*12(?:[:.]\d\d)?\s*"
    r"|12(?:[:.]\d\d)?\s*(?=a\.?m\.?\s*[-–—]\s*(?:12|[1-6])[:.]\d\d\s*p)))a\.?m\b\.?",
    re.IGNORECASE,
)
"""Noon that is written as midnight: `11:30am - 12:00am`, `12:00am - 12:20pm`."""
_MIDNIGHT_IN_FRONT = re.compile(r"(?P<before>^\W*12(?:[:.]\d\d)?\s*)a\.?m\b\.?", re.IGNORECASE)
"""`12:00am`, which is noon below what begins in the morning."""
_LATEST_NOON = dt.time(12, 59)


def _hours_at(text: str, after: dt.time | None) -> tuple[dt.time, dt.time | None, int] | None:
    """The hours with which a line begins, and how long the text is that says them."""
    skipped = 0
    while match := _IN_FRONT.match(text[skipped:]):
        skipped += match.end()
    bare = _SPACED_HOUR.sub(r"\1:\2 ", text[skipped:])
    bare = _WAVE.sub(lambda wave: "-".ljust(len(wave[0])), _OF_EAST.sub(r"\1:\2 ", bare))
    bare = _TO.sub(lambda to: f"{to[1]}{'-'.ljust(len(to[2]))}{to[3]}", bare)
    plain = without_hour_words(bare)
    plain = re.sub(
        # such as 14:30 pm
        r"\b(1[3-9]|2[0-3])([:.]\d\d)\s*([ap]m)\b",
        lambda found: found[1] + found[2] + " " * (len(found[0]) - len(found[1] + found[2])),
        plain,
        flags=re.IGNORECASE,
    )
    plain = _NOON_AS_MIDNIGHT.sub(r"\g<before>pm", plain)
    if after is not None and _EARLY <= after <= _LATEST_NOON:
        plain = _MIDNIGHT_IN_FRONT.sub(r"\g<before>pm", plain)
    hours = read_hours(plain, after) or whole_hour(bare, after)
    if hours is None:
        return None
    return hours.start, hours.end, skipped + hours.length


_HOURS_BEHIND = re.compile(
    r"(?P<title>[^\W\d_](?:[^()\[\]]|\([^()\d]*\)){2,100}?)\s*(?:[:–—-]\s+|[(\[]\s*)"
    r"\d{1,2}[:.h]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:-|–|—|to)\s*\d{1,2}[:.h]\d\d\s*(?:[ap]\.?m\.?)?\s*[)\]]?",
    re.IGNORECASE,
)
"""`Session 2: 14:00 - 15:30`, `Lunch Break (12:30 - 14:00)`"""


def _title_before_hours(text: str) -> str:
    """What stands in front of hours that end a line; empty if none do."""
    match = _HOURS_BEHIND.fullmatch(text.strip())
    return match["title"].strip() if match is not None else ""


def _ends(
    row: ProgrammeRow, item: int, line: SiteLine, hours: tuple[dt.time, dt.time | None, int]
) -> bool:
    """Whether an hour alone in a row of a table is the end of what began in the cell before."""
    start, end, length = hours
    is_alone = end is None and not line.text[length:].strip(" .|")
    is_same_row = line.table > 0 and line.item == item and not row.lines
    return is_alone and is_same_row and row.end is None and start > row.start


def _is_aside(line: SiteLine, row: ProgrammeRow) -> bool:
    """Whether a cell gives the hours of its row by another clock, or only how long it is."""
    is_other_clock = row.end is not None and not row.lines and _is_only_hours(line)
    return is_other_clock or not _LETTERS.search(line.text)


def _may_begin(text: str, length: int) -> bool:
    """Whether hours at the beginning of a line begin a row, and are no part of a sentence."""
    rest = text[length:]
    # such as 10 minutes
    return not re.match(r"\s*(?:minutes?|mins?|hours?|pages?|papers?|%)\b", rest, re.IGNORECASE)


def _without_zone(rest: str) -> str:
    rest = _OTHER_CLOCK.sub("", rest)
    bare = (
        _ZONE_BEHIND.sub("", rest)
        if _ZONE_BEHIND.match(rest)
        # `) (UTC+1)`, ` CEST`, ` local time`
        and re.match(r"\s*[\])]?\s*\(?(?:UTC|[A-Z]{2,4}T\b|local)", rest)
        else rest
    )
    return bare.lstrip(" :–—-|)]•·\t,.;").rstrip()


def _rest_of(line: PageLine, rest: str) -> PageLine:
    """The end of a line that reads like some words, with its styles."""
    kept: list[StyledRun] = []
    left = len(re.sub(r"\s+", "", rest))
    for run in reversed(line.runs):
        size = len(re.sub(r"\s+", "", run.text))
        if left <= 0:
            break
        if size <= left:
            kept.insert(0, run)
            left -= size
        else:
            text = run.text
            while len(re.sub(r"\s+", "", text)) > left:
                text = text[1:]
            kept.insert(0, StyledRun(text, run.styles, run.address, run.formula))
            left = 0
    return PageLine(tuple(kept))


def _finish(rows: list[ProgrammeRow]) -> None:
    """Work out when rows end that do not say it: with the next one, or after their minutes."""
    for before, row, behind in zip([None, *rows], rows, rows[1:], strict=False):
        if _is_of_morning(before, row, behind):
            row.misprint, row.start = row.end, later(row.start, -HALF_DAY)
            row.end = later(row.end, -HALF_DAY) if row.end is not None else None
    for index, row in enumerate(rows):
        if row.end is not None and _is_half_a_day_late(row, rows):
            row.misprint, row.end = row.end, later(row.end, -HALF_DAY)
        elif row.end is not None and _is_too_long(row, rows):
            row.misprint, row.end = row.end, None
        if row.end is not None:
            continue
        if row.minutes:
            row.end = later(row.start, row.minutes)
            continue
        following = next(
            (other.start for other in rows[index + 1 :] if other.start > row.start), None
        )
        row.end = following


def _is_of_morning(before: ProgrammeRow | None, row: ProgrammeRow, behind: ProgrammeRow) -> bool:
    """Whether a row is in order twelve hours earlier than it says: `10:15 - 10:45 pm`."""
    if row.start.hour < _NOON or row.start <= behind.start:
        return False
    meant = later(row.start, -HALF_DAY)
    return before is not None and before.start <= meant <= behind.start


_NOON = 12
_NIGHT = dt.time(22)


def _is_half_a_day_late(row: ProgrammeRow, rows: list[ProgrammeRow]) -> bool:
    """Whether a row ends after all others, and twelve hours before that the next one begins."""
    if row.end is None or len(rows) < _FEWEST_ROWS:
        return False
    others = [other for other in rows if other is not row]
    meant = later(row.end, -HALF_DAY)
    behind = next((other.start for other in rows if other.start > row.start), None)
    is_last = all(other.end is None or other.end < row.end for other in others)
    return (
        meant > row.start
        and any(other.start == meant for other in others)
        and (is_last or (behind == meant and row.end >= _NIGHT))
    )


def _is_too_long(row: ProgrammeRow, rows: list[ProgrammeRow]) -> bool:
    """Whether a row of many hours is followed by none within it: `12:30 - 11:30 Lunch`."""
    if row.end is None or len(rows) < _FEWEST_ROWS:
        return False
    minutes = minutes_of_day(row.end) - minutes_of_day(row.start)
    within = (other for other in rows if other is not row and row.start <= other.start < row.end)
    return minutes >= _MOST_MINUTES and not any(within)


_MOST_MINUTES = 8 * 60
_FEWEST_ROWS = 3
"""Rows of a programme; fewer do not show that one of them is mistyped."""


def nested(rows: list[ProgrammeRow]) -> list[ProgrammeRow]:
    """The rows of the day, each with those that take place within it."""
    outer: list[ProgrammeRow] = []
    for index, row in enumerate(rows):
        around = next(
            (
                other
                for other in reversed(outer)
                if other.end is not None
                and row.end is not None
                and other.start <= row.start
                and row.end <= other.end
                and (other.start, other.end) != (row.start, row.end)
            ),
            None,
        )
        same = next(
            (
                other
                for other in reversed(outer[-1:])
                if (other.start, other.end) == (row.start, row.end) and index
            ),
            None,
        )
        if around is not None:
            around.inner.append(row)
        elif same is not None and not row.is_beside:
            same.inner.append(row)
        else:
            outer.append(row)
    return outer
