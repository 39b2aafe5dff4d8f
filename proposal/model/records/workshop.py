"""The series: what stays the same from one edition to the next."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from proposal.model.edition_id import EditionId
from proposal.model.fields import Colour, Day, Line, SiteLogoName, Url, refuse
from proposal.model.looks import Look
from proposal.model.record import Record
from proposal.model.records.attendance_record import AttendanceWord
from proposal.model.records.committee_record import SeriesCommittees
from proposal.model.records.edition_status import StatusWord
from proposal.model.records.language_tag import LanguageTag
from proposal.model.records.link_records import SeriesLinks
from proposal.model.records.news_record import NewsRecord
from proposal.model.records.ordinal import Ordinal
from proposal.model.records.picture_record import PictureRecord
from proposal.model.records.publish_record import PublishRecord
from proposal.model.series_titles import Acronym, SeriesName


class EarlierEdition(Record):
    """An edition of the series that has no folder of its own under `editions/`."""

    ordinal: Ordinal = Field(examples=[2])
    """Which edition of the series it was: 1, 2, 3; or `uncounted`."""
    date: Day = Field(examples=["2025-08-04"])
    """The day of that workshop."""
    name: SeriesName | None = Field(None, examples=["Workshop on Something Else"])
    """The series' name then, if it was another one."""
    acronym: Acronym | None = Field(None, examples=["WSE"])
    """The series' short name then, if it was another one."""
    host: Line | None = Field(None, examples=["KDD 2025"])
    """The conference beside which it took place, if it was beside one."""
    city: Line | None = Field(None, examples=["Toronto"])
    """Where it took place; only what was online has no city."""
    country: Line | None = Field(None, examples=["Canada"])
    """The country of that city."""
    attendance: AttendanceWord | None = Field(None, examples=["online"])
    """How people took part: on site, online, or either way as they liked."""
    status: StatusWord | None = Field(None, examples=["cancelled"])
    """What became of the plan, if the edition did not take place as it was announced."""
    url: Url | None = Field(None, examples=["https://example.org/2025"])
    """Its page."""
    submissions: int | None = Field(None, ge=0, examples=[30])
    """How many papers were submitted."""
    accepted: int | None = Field(None, ge=0, examples=[12])
    """How many papers were accepted."""
    attendees: int | None = Field(None, ge=0, examples=[60])
    """How many people came."""

    @model_validator(mode="after")
    def _placed(self) -> Self:
        if self.attendance == "online" and (self.city is None) == (self.country is None):
            return self
        for key in ("city", "country"):
            if getattr(self, key) is None:
                hint = f"add `{key}: …`; if all of it was online, `attendance: online`"
                refuse("missing-key", f"`{key}` is missing here", hint)
        return self


class Workshop(Record):
    """`data/workshop.yaml`: the series of workshops."""

    name: SeriesName = Field(examples=["Workshop on Structured Proposals"])
    """The name without its ordinal: an edition makes "Third Workshop on …" of "Workshop on …"."""
    acronym: Acronym = Field(examples=["WSP"])
    """The short name, without a year."""
    short_title: Line | None = Field(None, examples=["Structured Proposals"])
    """The title in the PDFs' running heads, where an edition has none of its own."""
    url: Url | None = Field(None, examples=["https://example.org/"])
    """The series' home page."""
    language: LanguageTag | None = Field(None, examples=["de"])
    """The language of all editions that name none: its fixed words, days and lists; English without
    it. Words of further languages stand in `site/words/`."""
    links: SeriesLinks = Field(
        default_factory=SeriesLinks, examples=[{"mastodon": "https://example.org/@wsp"}]
    )
    """Where the series is found on the web; the pages of all editions show it."""
    news: list[NewsRecord] = Field(
        default_factory=list, examples=[[{"date": "2027-05-01", "text": "The series has a chat."}]]
    )
    """What is new of the series as a whole; editions have news of their own."""
    accent: Colour | None = Field(None, examples=["#0b5fa5"])
    """The website's colour; where it lacks contrast, a darker or lighter one is computed."""
    logo: SiteLogoName | None = Field(None, examples=["wsp.svg"])
    """The name of the workshop's logo in `site/pictures/`: PNG, JPEG, WebP or SVG."""
    logo_dark: SiteLogoName | None = Field(None, examples=["wsp-white.svg"])
    """The logo for dark grounds; without it, `logo` gets a light ground there."""
    picture: PictureRecord | None = Field(
        None, examples=[{"file": "harbour.jpg", "alt": "The harbour of Example Town at dusk"}]
    )
    """A wide photo of the place or the group, for the head of the website's pages."""
    look: Look | None = Field(None, examples=["paper"])
    """The website's style: `band`, a band of the workshop's colour; `paper`, a printed page with
    serifs and fine rules; `poster`, large letters and shapes. `band`, if it is left out."""
    current: EditionId = Field(examples=["2026"])
    """The edition that commands take when none is named."""
    earlier: list[EarlierEdition] = Field(
        default_factory=list,
        examples=[
            [
                {
                    "ordinal": 2,
                    "date": "2025-08-04",
                    "host": "KDD 2025",
                    "city": "Toronto",
                    "country": "Canada",
                }
            ]
        ],
    )
    """Editions that have no folder under `editions/`."""
    committees: SeriesCommittees = Field(
        default_factory=list,
        examples=[
            [{"name": "Steering Committee", "members": ["Ada Lovelace (University of Somewhere)"]}]
        ],
    )
    """Committees of the series, which all editions show from the day of `since` on."""
    rules: dict[Line, Literal["off", "note", "warning", "error"]] = Field(
        default_factory=dict, examples=[{"schedule-gap": "off"}]
    )
    """How serious the diagnostics of a rule of `proposal check` are here, by the rule's code."""
    publish: PublishRecord | None = Field(None, examples=[{"branch": "gh-pages"}])
    """Where `proposal publish` puts the website, so that it need not be typed."""
