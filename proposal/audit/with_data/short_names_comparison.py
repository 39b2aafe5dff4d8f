"""Compares short names with their years: the workshop's, and those of the conferences beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from proposal.audit.with_data.expected import DIFFERENT, STALE, Case, Comparison, Statements
from proposal.audit.with_data.search import Search
from proposal.model.names_in_other_languages import MONTHS_ELSEWHERE
from proposal.reading.conferences import BESIDE
from proposal.reading.document_text import Stretch
from proposal.reading.named_days import named_days

_SHORT_NAME = re.compile(
    r"\b(?P<name>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)\s?(?:[’']\s?(?P<short>\d\d)|(?P<year>20\d\d))\b"
)
"""`WSDM '26`, `KDD 2024`, `RecSys’25`"""
_BESIDE = re.compile(
    rf"{BESIDE.pattern}|\b(?:together|alongside|affiliated|jointly)\s+(?:with\s+)?|\bpart\s+of\s+"
    r"|\b(?:gemeinsam|zusammen|in\s+verbindung)\s+mit|\bim\s+rahmen\s+(?:der|des|von)"
    r"|\bjunto\s+(?:con|com|a)|\b(?:em|en)\s+conjunto\s+co[nm]|\bjuntamente\s+com"
    r"|\ben\s+el\s+marco\s+del?|\bno\s+âmbito\s+d[aeo]"
    r"|\bconjointement\s+(?:à|avec)|\bdans\s+le\s+cadre\s+d[eu]|\ben\s+marge\s+d[eu]",
    re.IGNORECASE,
)
"""`in conjunction with`, `im Rahmen der`, `junto con`"""
_CALL = re.compile(
    r"^\W*(?:call\s+for\b|subject:|betreff:|asunto:|assunto:|objet\s*:|aufruf\b|convocatoria\b"
    r"|chamada\b|appel\b)[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The line that says what a mail or a call is: `CALL FOR PAPERS: WSP 2026`."""
_FARTHEST = 200
"""Letters between the words "in conjunction with" and a short name at most."""
_NEAR = 80
"""Letters between a place and the conference there."""
_BEHIND = 40
"""Letters behind a conference among which its days stand."""
_TELLING = 4
"""Letters of a short name of which one with its letters mixed up is no other one."""


class _Said(Struct, frozen=True):
    """A short name with its year."""

    name: str
    year: int
    start: int
    end: int


def compare_short_names(
    case: Case, search: Search, within: Stretch, *, is_whole: bool = True
) -> Statements:
    """Compare short names.

    Args:
        case: the edition.
        search: the file.
        within: the part of its text that is about this edition.
        is_whole: whether that is all of it.
    """
    comparing = _ShortNamesComparison(case, search, within=within)
    if is_whole:
        comparing.own()
    comparing.hosts(is_whole=is_whole)
    return comparing.found


class _ShortNamesComparison(Comparison):
    within: Stretch = (0, 0)

    @property
    def said(self) -> list[_Said]:
        """The short names in the text."""
        found = _SHORT_NAME.finditer(self.document.text, *self.within)
        return [
            _Said(match["name"], int(match["year"] or f"20{match['short']}"), *match.span())
            for match in found
            if not self.is_in_title(*match.span())
        ]

    def own(self) -> None:
        """The acronym with its year: that of a title, of a call, or beside the workshop's day."""
        fact, edition = self.case.one("acronym"), self.case.edition
        if fact is None:
            return
        acronym, year, text = edition.acronym, edition.year, self.document.text
        # Of an acronym with signs or small letters alone, the short names above are none.
        pattern = re.compile(rf"{re.escape(acronym)}[\s’'@-]{{0,2}}(20\d\d|\d\d)(?!\d)")
        for match in pattern.finditer(text):
            said = int(match[1]) if len(match[1]) > 2 else 2000 + int(match[1])
            if self.is_in_title(*match.span()):
                continue
            if said == year:
                self.found.agreed.add(fact)
            elif self.is_name_of_page(*match.span()):
                code = STALE if said < year else DIFFERENT
                since = f"which is the name for {said}"
                self.differs(fact, *match.span(), code, since)
        hosts = {name for name, _ in self.conferences()}
        for other in self.said:
            is_mixed = _is_mixed_up(other.name, acronym) and other.name not in hosts
            is_telling = len(acronym) >= _TELLING or self.is_behind_title(other.start)
            if is_mixed and is_telling and other.year == year:
                self.differs(fact, other.start, other.end)

    def is_name_of_page(self, start: int, end: int) -> bool:
        """Whether a short name is what a page, a call or an entry of the workshop's day has."""
        if any(first <= start < last for first, last in self.document.words.headlines):
            return True
        if self.is_behind_title(start):
            return True
        first, last = self.document.text_lines[self.document.text_line_at(start)]
        line = self.document.text[first:last]
        if _CALL.match(line):
            return True
        days = named_days(self.document.text[end:last], self.case.edition.year, 0, MONTHS_ELSEWHERE)
        own = self.case.edition.when.date.date
        return (
            bool(days)
            and days[0].has_year
            and own in days[0].dates
            and not line[: start - first].strip()
        )

    def is_behind_title(self, start: int) -> bool:
        """Whether a short name stands in brackets behind the title with its ordinal."""
        edition = self.case.edition
        if edition.title == edition.name:
            return False  # as any edition may be called
        before = self.document.text[max(start - 4, 0) : start]
        places = self.search.places(edition.title)
        return "(" in before and any(0 <= start - end <= len(" (“ ") for _, end in places)

    def conferences(self) -> list[tuple[str, int]]:
        """The short names and years of the conferences."""
        venue = self.case.edition.venue
        parts = (venue.acronym or "").split(" & ")
        found = []
        for series, part in zip((venue.series or "").split(" & "), parts, strict=False):
            # such as WSDM '26, 2026
            year = re.search(r"(?<!\d)(?:20)?(\d\d)$", part)
            number = 2000 + int(year[1]) if year else venue.year
            if series and number:
                found.append((series, number))
        return found

    def hosts(self, *, is_whole: bool) -> None:
        """The conferences: WSDM '26 and WSDM 2026 are the same."""
        fact, conferences = self.case.known("venue.acronym"), self.conferences()
        if fact is None or not conferences:
            return
        text = self.document.text
        right = [
            match.span()
            for series, year in conferences
            for match in re.finditer(
                rf"\b{re.escape(series)}\W{{0,2}}(?:{year}|{year % 100:02d})\b",
                text[self.within[0] : self.within[1]],
                re.IGNORECASE,
            )
        ]
        places = [(self.within[0] + start, self.within[0] + end) for start, end in right]
        wrong: list[_Said] = []
        if is_whole or not right:  # behind an entry of a list stands the next one
            found = self.wrong_hosts(conferences, is_right_nowhere=not right, is_whole=is_whole)
            wrong = list(found)
        for said in wrong[:1]:
            self.differs(fact, said.start, said.end)
        if right and not wrong:
            self.found.agreed.add(fact)
        for _, end in places:
            self.days(end)

    def wrong_hosts(
        self, conferences: list[tuple[str, int]], *, is_right_nowhere: bool, is_whole: bool
    ) -> Iterator[_Said]:
        """Conferences of another year or with mixed up letters, and others in their place."""
        years = dict(conferences)
        named = {name.casefold() for name in years} | {self.case.edition.acronym.casefold()}
        known = {name.casefold(): year for name, year in conferences}
        for said in self.said:
            is_beside = self.is_beside(said.start)
            if said.name.casefold() in known:
                is_there = is_right_nowhere and is_whole and self.is_at_place(said)
                is_other = said.year != known[said.name.casefold()]
                if is_other and (is_beside or is_there) and not self.is_entry(said):
                    yield said
            elif said.name.casefold() in named:
                continue
            elif (
                said.year in years.values() and any(_is_mixed_up(said.name, name) for name in years)
            ) or (is_right_nowhere and is_beside and self.is_first_behind(said.start)):
                yield said

    def is_entry(self, said: _Said) -> bool:
        """Whether its year stands before it, too, as in a list of earlier editions."""
        before = self.document.text[max(said.start - _FARTHEST, self.within[0]) : said.start]
        return str(said.year) in before

    def is_beside(self, start: int) -> bool:
        """Whether words such as "in conjunction with" stand before a name in its sentence."""
        before = self.document.text[max(start - _FARTHEST, self.within[0]) : start]
        found = list(_BESIDE.finditer(before))
        # such as ". See" or an empty line
        return bool(found) and not re.search(r"[.;!?]\s+[A-Z]|\n\s*\n", before[found[-1].end() :])

    def is_first_behind(self, start: int) -> bool:
        """Whether no other short name stands between those words and one."""
        before = self.document.text[max(start - 60, self.within[0]) : start]
        found = list(_BESIDE.finditer(before))
        return bool(found) and not _SHORT_NAME.search(before, found[-1].end())

    def is_at_place(self, said: _Said) -> bool:
        """Whether the city is named right beside a conference."""
        city = self.case.edition.venue.city
        around = self.document.text[max(said.start - _NEAR, 0) : said.end + _NEAR]
        return bool(city) and (city or "") in around

    def days(self, end: int) -> None:
        """Tell of a conference that has one of its ends on the right day, and not the other."""
        venue, fact = self.case.edition.venue, self.case.known("venue.dates")
        if fact is None or venue.start is None or venue.end is None:
            return
        text = self.document.text[end : end + _BEHIND]
        days = named_days(text, venue.start.date.year, end, MONTHS_ELSEWHERE)
        if not days or not days[0].last or "\n\n" in text[: days[0].start - end]:
            return
        is_first, is_last = venue.start.date in days[0].dates, days[0].last == venue.end.date
        if is_first != is_last and not self.is_of_workshop(days[0].dates):
            self.differs(fact, days[0].start, days[0].end)

    def is_of_workshop(self, dates: frozenset[object]) -> bool:
        """Whether some days begin with the workshop, which takes place in the conference."""
        return self.case.edition.when.date.date in dates and (
            self.case.edition.when.has_several_days
        )


def _is_mixed_up(said: str, name: str) -> bool:
    """Whether a name has the letters of another one in another order: MSEA for MESA."""
    one, other = said.casefold(), name.casefold()
    return one != other and sorted(one) == sorted(other)
