"""The conference beside which an edition takes place."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from msgspec import Struct

from proposal.edition import wording
from proposal.edition.host_call import Call
from proposal.edition.joining import marked_place, place_of
from proposal.edition.marked_values import Day
from proposal.words.fixed import Fixed
from proposal.words.language import ENGLISH, Language


class Venue(Struct, frozen=True):
    """The host conference."""

    series: str
    name: str
    acronym: str
    start: Day
    end: Day
    site: str | None
    city: str | None
    """Nothing for a conference that takes place online."""
    state: str | None
    country: str | None
    zone: ZoneInfo
    url: str | None
    proceedings: str
    """The title of the proceedings."""
    proceedings_acronym: str
    """The short name of the proceedings, with its year; nearly always the conference's."""
    call: Call
    """What the conference's call asks of each document."""
    is_tentative: bool = False
    """Whether days and place are still to be confirmed."""
    address: str | None = None
    """The street and number of the building."""
    map: str | None = None
    """The address of a map."""
    language: Language = ENGLISH

    @property
    def place(self) -> str:
        """City, state and country, with the mark of a place that is to be confirmed.

        "Online" for a conference that has no city.
        """
        place = marked_place(
            place_of(self.city, self.state, self.country), is_tentative=self.is_tentative
        )
        return place.said_in(self.language) if isinstance(place, Fixed) else place

    @property
    def address_line(self) -> str | None:
        """Street and number, with the mark of a place that is to be confirmed."""
        if self.address is None:
            return None
        return wording.marked(self.address, is_tentative=self.is_tentative, language=self.language)

    @property
    def clocks_of(self) -> str:
        """Whose clocks times are told by: the city, or the time zone if there is none."""
        return self.city or self.zone.key

    @property
    def dates(self) -> str:
        """From the first to the last day: August 25–29, 2024; marked if they are tentative."""
        days = wording.days(self.start.date, self.end.date, self.language)
        return wording.marked(days, is_tentative=self.is_tentative, language=self.language)

    @property
    def year(self) -> int:
        """The year of the conference."""
        return self.start.year

    @property
    def booktitle(self) -> str:
        """The proceedings as ACM's reference format names them, with conference and place.

        Of a tentative conference one mark stands behind days and place.
        """
        days = wording.days(self.start.date, self.end.date)
        return f"{self.proceedings} ({self.proceedings_acronym}), {days}, {self.place}"
