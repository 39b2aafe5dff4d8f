"""Where an edition takes place: the conference beside which it does, or a place alone."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from msgspec import Struct

from proposal.clocks import zone_label
from proposal.edition import wording
from proposal.edition.host_call import Call
from proposal.edition.joining import marked_place, place_of
from proposal.edition.marked_values import Day
from proposal.words.fixed import Fixed
from proposal.words.language import ENGLISH, Language


class PrintedEvent(Struct, frozen=True):
    """What the heads of a PDF say that it is of: the conference, or the workshop itself."""

    acronym: str
    name: str
    days: str
    place: str

    @property
    def line(self) -> str:
        """All but the name in a line: WSDM '26, February 22–26, 2026, Boise, Idaho, USA."""
        return f"{self.acronym}, {self.days}, {self.place}"


class JointConference(Struct, frozen=True):
    """One of the conferences beside which a workshop is held."""

    name: str
    url: str | None


class Venue(Struct, frozen=True):
    """Where an edition takes place: at a host conference, or at a place of its own."""

    series: str | None
    """The conference's short name; nothing, as of all else of it, where there is no conference."""
    name: str | None
    acronym: str | None
    start: Day | None
    end: Day | None
    site: str | None
    city: str | None
    """Nothing for a conference that takes place online."""
    state: str | None
    country: str | None
    zone: ZoneInfo
    url: str | None
    proceedings: str | None
    """The title of the conference's proceedings."""
    proceedings_acronym: str | None
    """The short name of the proceedings, with its year; nearly always the conference's."""
    call: Call
    """What the conference's call asks of each document."""
    is_tentative: bool = False
    """Whether days and place are still to be confirmed."""
    address: str | None = None
    """The street and number of the building."""
    map: str | None = None
    """The address of a map."""
    host: str | None = None
    """Who hosts a workshop that is held beside no conference."""
    conferences: tuple[JointConference, ...] = ()
    """The conferences one by one, where name and acronyms are those of all; the first one is that
    in whose proceedings the workshop stands."""
    language: Language = ENGLISH

    @property
    def is_conference(self) -> bool:
        """Whether it is a conference beside which the workshop is held."""
        return self.name is not None

    @property
    def short_name(self) -> str:
        """The conference in two words, "WSDM 2026"; or who hosts the workshop, if that is said."""
        return f"{self.series} {self.year}" if self.series else self.host or ""

    @property
    def full_name(self) -> str:
        """The conference with its short name: "Tenth Conference on … (WSDM '26)"; or the host."""
        return f"{self.name} ({self.acronym})" if self.name else self.host or ""

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
        return self.city or self.zone_label

    @property
    def zone_label(self) -> str:
        """The time zone as people read it: `America/Boise`, or "UTC+8"."""
        return zone_label(self.zone.key)

    @property
    def dates(self) -> str | None:
        """From the first to the last day: August 25–29, 2024; marked if they are tentative.

        Nothing where there is no conference.
        """
        if self.start is None or self.end is None:
            return None
        days = wording.days(self.start.date, self.end.date, self.language)
        return wording.marked(days, is_tentative=self.is_tentative, language=self.language)

    @property
    def year(self) -> int | None:
        """The year of the conference."""
        return self.start.year if self.start else None

    @property
    def booktitle(self) -> str | None:
        """The proceedings as ACM's reference format names them, with conference and place.

        Of a tentative conference one mark stands behind days and place.
        """
        if self.start is None or self.end is None:
            return None
        days = wording.days(self.start.date, self.end.date)
        return f"{self.proceedings} ({self.proceedings_acronym}), {days}, {self.place}"
