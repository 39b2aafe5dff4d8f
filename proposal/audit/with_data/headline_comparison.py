"""Compares the edition, its conference, its place and its room with the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.audit.with_data.expected import Case, Comparison, Statements, deviation
from proposal.audit.with_data.rooms import ROOM, number_of, numbers_of, rooms_of
from proposal.audit.with_data.search import Search
from proposal.audit.with_data.short_names_comparison import compare_short_names
from proposal.check.facts.stated_fact import StatedFact
from proposal.edition.joining import ONLINE
from proposal.edition.wording import ordinal_word
from proposal.model.countries import country_code
from proposal.reading.document_forms import DocumentForm
from proposal.reading.document_text import Stretch
from proposal.reading.named_days import named_days
from proposal.reading.searchable_text import normalize
from proposal.reading.workshop_titles import number_of_words

_MOST_EDITIONS = 60
_ORDINALS = {
    word.casefold(): number
    for number in range(1, _MOST_EDITIONS)
    for word in (ordinal_word(number), f"{number}{'st' if number % 10 == 1 else ''}")
}
_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
"""`3rd`, `12th`"""
_PLACE_LINE = re.compile(
    r"^\W*(?:place|venue|location|where|ort|local|lugar)\b\W*:.*?(?P<city>[^,:\n]+?),"
    r"[ \t]*(?P<country>[^,\n]+?)(?:,[ \t]+and[ \t]+online)?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""`Place: Room 12, Porto, Portugal`"""
_TITLE_ALIKE = 90
"""How alike in their letters a title and a line are, from 0 to 100."""


def compare_headline(case: Case, search: Search, within: Stretch | None = None) -> Statements:
    """Compare the workshop's title, its short name, the host conference, the place and the room.

    Args:
        case: the edition.
        search: the file.
        within: the part of its text that is about this edition, if not all of it is.
    """
    comparing = _HeadlineComparison(case, search, within=within or (0, len(search.document.text)))
    if within is None:
        comparing.title()
        comparing.room()
    comparing.place()
    names = compare_short_names(case, search, comparing.within, is_whole=within is None)
    comparing.found.agreed |= names.agreed
    comparing.found.deviations += names.deviations
    return comparing.found


def compare_entry(case: Case, search: Search, within: Stretch) -> Statements:
    """Compare the day, the host conference and the place in an entry of a list of editions.

    Args:
        case: the edition.
        search: the file.
        within: the entry.
    """
    found = compare_headline(case, search, within)
    fact, date = case.one("when.date"), case.edition.when.date.date
    text = search.document.text[within[0] : within[1]]
    days = [day for day in named_days(text, date.year, within[0]) if day.has_year]
    if fact is None or not days:
        return found
    if any(date in day.dates for day in days):
        found.agreed.add(fact)
    elif not days[0].is_range:
        found.deviations.append(deviation(fact, search.document, days[0].start, days[0].end))
    return found


class _HeadlineComparison(Comparison):
    within: Stretch = (0, 0)

    @property
    def text(self) -> str:
        return self.document.text[self.within[0] : self.within[1]]

    def title(self) -> None:
        """The title with its ordinal; one with another ordinal may speak of another edition."""
        fact = self.case.one("title")
        if fact is None:
            return
        counted = list(self.counted())
        for number, (start, end) in counted:
            if number != self.case.edition.ordinal and self.is_headline(start):
                self.differs(fact, start, end)
                return
        if self.search.has(fact.value) or any(
            number == self.case.edition.ordinal for number, _ in counted
        ):
            self.found.agreed.add(fact)
        elif counted:
            self.differs(fact, *counted[0][1])
        elif self.case.edition.ordinal == 1 and self.search.has(self.case.edition.name):
            self.found.agreed.add(fact)  # seldom does the first one say that it is
        else:
            for _, place in self.search.near(fact.value, _TITLE_ALIKE):
                if not self.search.has(self.case.edition.name):
                    self.differs(fact, *place)
                return

    def is_headline(self, offset: int) -> bool:
        """Whether a place is in the title of a page."""
        return any(start <= offset < end for start, end in self.document.words.headlines)

    def counted(self) -> Iterator[tuple[int, Stretch]]:
        """Each ordinal before the series' name."""
        for start, end in self.search.places(self.case.edition.name):
            before = self.document.text[max(start - 60, 0) : start]
            words = list(re.finditer(r"\w[\w-]*(?:\.?[º°ª]|\.(?=\s))?", before))[-2:]
            for word in words:
                is_last = not before[word.end() :].strip()
                match = _NUMBER.fullmatch(word[0])
                number = int(match[1]) if match else _ORDINALS.get(word[0].casefold())
                number = number or (number_of_words(word[0]) if is_last else None)
                if number:
                    yield number, (max(start - 60, 0) + word.start(), end)

    def place(self) -> None:
        """The city with its country or state; the conference's hall may stand between them."""
        fact, venue = self.case.one("venue.place"), self.case.edition.venue
        if fact is None:
            return
        if venue.city is None:
            if normalize(ONLINE) in normalize(self.text):
                self.found.agreed.add(fact)
            return
        if self.tell_other_place(fact, venue.city, venue.country):
            return
        for match in re.finditer(re.escape(venue.city), self.text, re.IGNORECASE):
            around = self.text[match.end() : match.end() + 60]
            if any(region and region in around for region in (venue.state, venue.country)):
                self.found.agreed.add(fact)
                return
        if normalize(venue.city) in normalize(self.text):
            self.found.agreed.add(fact)

    def tell_other_place(self, fact: StatedFact, city: str, country: str | None) -> bool:
        """Tell of the city in another country, or of a line for the place with another city."""
        for match in re.finditer(rf"\b{re.escape(city)},[ \t]+([A-Z][A-Za-z ]+)", self.text):
            said = country_code(match[1].strip())
            if country and said and said != country_code(country):
                self.differs(fact, self.within[0] + match.start(), self.within[0] + match.end(1))
                return True
        for match in _PLACE_LINE.finditer(self.text):
            said = country_code(match["country"].strip())
            is_there = normalize(city) in normalize(match[0])
            if not is_there and said and country and said == country_code(country):
                self.differs(
                    fact,
                    self.within[0] + match.start("city"),
                    self.within[0] + match.end("country"),
                )
                return True
        return False

    def room(self) -> None:
        """The rooms: a number that no day and no part of the schedule has is wrong."""
        facts = [fact for fact in self.case.of("room", "when.") if fact.fact.attribute == "room"]
        self.found.agreed.update(fact for fact in facts if self.search.has(fact.value))
        numbered = [fact for fact in facts if ROOM.search(fact.value)]
        if not numbered or self.document.form is DocumentForm.PDF:
            return
        known = numbers_of(rooms_of(self.case.edition))
        for match in ROOM.finditer(self.document.text):
            if number_of(match) not in known:
                self.differs(numbered[0], *match.span())
                return
