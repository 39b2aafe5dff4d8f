"""One edition of the workshop, as its files say it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from proposal.model.concepts import concepts_of
from proposal.model.fields import (
    Contact,
    Identifier,
    Keywords,
    Line,
    LogoName,
    Prose,
    SiteLogoName,
    Url,
)
from proposal.model.record import Record, in_short
from proposal.model.records.attendance_record import Attendance, AttendanceWord, JoinRecords
from proposal.model.records.call import only_documents
from proposal.model.records.committee_record import Committees
from proposal.model.records.dates_record import DatesRecord
from proposal.model.records.document_record import DocumentKind, DocumentRecord
from proposal.model.records.edition_status import StatusWord
from proposal.model.records.fee_record import Fees
from proposal.model.records.form_record import FormAnswerRecord
from proposal.model.records.language_tag import LanguageTag
from proposal.model.records.link_records import EditionLinks
from proposal.model.records.listed import as_list
from proposal.model.records.news_record import NewsRecord
from proposal.model.records.ordinal import Ordinal
from proposal.model.records.paper import Participant
from proposal.model.records.person import PersonReference
from proposal.model.records.photo_record import Photos
from proposal.model.records.picture_record import PictureRecord
from proposal.model.records.proceedings_record import ProceedingsRecord
from proposal.model.records.speaker_record import Speaker, only_roles
from proposal.model.records.submissions_record import SubmissionsOrNone, SubmissionsRecord
from proposal.model.records.when_record import WhenRecord, WhenRecords
from proposal.model.series_titles import Acronym, SeriesName
from proposal.model.talk_roles import Role


class OrganizerRecord(PersonReference):
    """An organizer, who is an author of the workshop's documents."""

    model_config = ConfigDict(json_schema_extra=in_short(description="The person's id."))

    role: Line | None = Field(None, examples=["General Chair"])
    """The person's part in organizing, as it is printed: General Chair, Publicity Chair."""
    corresponding: bool = Field(default=False, examples=[True])
    """Whether the author block marks the person as corresponding author."""
    equal: bool = Field(default=False, examples=[True])
    """Whether the author block marks the person as having contributed equally."""


class ConceptRecord(Record):
    """A concept of ACM's Computing Classification System."""

    model_config = ConfigDict(
        json_schema_extra=in_short(description="The concept's path, or a line of \\ccsdesc.")
    )

    concept: Line = Field(examples=["Information systems → Recommender systems"])
    """The path of the concept, its parts joined by arrows (→ or ->)."""
    id: Line | None = Field(
        None, examples=["10002951.10003317.10003347.10003350"], pattern=r"^\d{8}(\.\d{8})*$"
    )
    """The concept's number in the XML that ACM's tool gives."""
    significance: Literal["100", "300", "500"] = Field(default="500", examples=["500"])
    """500 for high, 300 for medium, 100 for low relevance."""


class AudienceRecord(Record):
    """Who comes."""

    expected: int = Field(ge=1, examples=[60])
    """The estimated number of participants."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether the number is still to be confirmed."""


class SponsorRecord(Record):
    """Somebody who supports the edition."""

    name: Line = Field(examples=["A Company"])
    """The name."""
    url: Url | None = Field(None, examples=["https://example.org"])
    """The sponsor's page."""
    level: Line | None = Field(None, examples=["Gold"])
    """The level of support."""
    logo: LogoName | None = Field(None, examples=["a-company.svg"])
    """The name of a logo in `sponsors/`: PNG, JPEG, WebP or SVG."""
    logo_dark: LogoName | None = Field(None, examples=["a-company-white.svg"])
    """A logo for dark grounds; without it, `logo` keeps its light ground there."""


class Outcome(Record):
    """How the edition went, for the proposals of later ones."""

    submissions: int | None = Field(None, ge=0, examples=[30])
    """How many papers were submitted."""
    accepted: int | None = Field(None, ge=0, examples=[12])
    """How many papers were accepted, if `papers.yaml` does not list them."""
    attendees: int | None = Field(None, ge=0, examples=[60])
    """How many people came."""


class EditionRecord(Record):
    """`data/editions/YEAR/edition.yaml`: the facts of one edition."""

    ordinal: Ordinal = Field(examples=[1])
    """Which edition of the series it is: 3 makes "Third Workshop on …"; `uncounted` makes "Workshop
    on …", for an edition that is not counted, such as a special one."""
    name: SeriesName | None = Field(None, examples=["Workshop on Something Else"])
    """The series' name in this edition, if it was another one."""
    acronym: Acronym | None = Field(None, examples=["WSE"])
    """The series' short name in this edition, if it was another one."""
    short_title: Line | None = Field(None, examples=["WSP 2026"])
    """The title in the PDFs' running heads; without it, acronym and year where the title is too
    long to stand there beside the conference."""
    venue: Identifier = Field(examples=["kdd-2024"])
    """The name of a file in `venues/`, without `.yaml`."""
    when: WhenRecords = Field(examples=[{"date": "2024-08-25", "start": "14:00", "end": "18:00"}])
    """When the workshop takes place: a day with its hours, or a list of several."""
    language: LanguageTag | None = Field(None, examples=["de"])
    """The language of the edition's texts, in which its fixed words, days and lists are said, if it
    is not that of `workshop.yaml`."""
    room: Line | None = Field(None, examples=["Room 114"])
    """The room."""
    attendance: AttendanceWord | None = Field(None, examples=["hybrid"])
    """How people take part: on site, online, or either way as they like."""
    by_invitation: bool = Field(False, examples=[True])
    """Whether only those who are invited take part; pages then say so, and call on nobody else."""
    join: JoinRecords = Field(default_factory=list, examples=["https://example.org/meeting"])
    """Where people take part online: an address, or several with `label`, `url` and `note`."""
    status: StatusWord | None = Field(None, examples=["cancelled"])
    """What became of the plan, if the edition does not take place as it was announced."""
    status_note: Prose | None = Field(None, examples=["We thank all authors."])
    """What readers need to know of it, such as the reason, in Markdown."""
    news: list[NewsRecord] = Field(
        default_factory=list, examples=[[{"date": "2027-05-01", "text": "The call is out."}]]
    )
    """What is new, in any order; the website shows the newest first and offers them as a feed."""
    photos: Photos = Field(
        default_factory=list, examples=[[{"file": "group.jpg", "alt": "Thirty people on steps"}]]
    )
    """Photos of the day, shown as a gallery on the edition's page, in this order."""
    organizers: list[OrganizerRecord] = Field(min_length=1, examples=[["ada-lovelace"]])
    """The organizers in author order: ids of persons, or records."""
    contact: Annotated[
        list[Contact],
        BeforeValidator(as_list, json_schema_input_type=str | list[Contact]),
    ] = Field(default_factory=list, examples=["ada-lovelace"])
    """Who is written to: an organizer's id, an address such as that of a list, or several."""
    links: EditionLinks = Field(
        default_factory=EditionLinks,
        examples=[{"registration": "https://example.org/registration"}],
    )
    """Where the edition is found on the web: registration, code of conduct, stream, accounts."""
    fees: Fees = Field(default_factory=list, examples=["120 EUR"])
    """What attending costs: an amount, `free`, or a list of what each group of people pays."""
    abstract: Prose = Field(examples=["What the workshop is about."])
    """The abstract, in Markdown."""
    keywords: Keywords = Field(default_factory=list, examples=[["Workshops"]])
    """Keywords, the most important first."""
    topics: list[Line] = Field(default_factory=list, examples=[["Structured proposals"]])
    """What papers may be about."""
    ccs: Annotated[
        list[ConceptRecord],
        BeforeValidator(concepts_of, json_schema_input_type=list[ConceptRecord] | str),
    ] = Field(default_factory=list, examples=[["Information systems → Recommender systems"]])
    """Concepts of ACM's Computing Classification System: a list, or what ACM's tool gives."""
    speakers: list[Speaker] = Field(
        default_factory=list,
        examples=[[{"person": "ada-lovelace", "role": "keynote", "status": "confirmed"}]],
    )
    """Keynotes, invited talks and seats on the panel, in order."""
    speaker_headings: Annotated[dict[Role, Line], BeforeValidator(only_roles)] = Field(
        default_factory=dict, examples=[{"tutorial": "Lectures"}]
    )
    """What the lists of those who speak are called, by role, where the usual words do not fit."""
    dates: DatesRecord = Field(default_factory=DatesRecord, examples=[{"submission": "2024-06-10"}])
    """The dates that authors must know."""
    submissions: SubmissionsOrNone = Field(
        default_factory=SubmissionsRecord,
        examples=[{"url": "https://example.org/submit", "pages": {"max": 8}}],
    )
    """How papers are sent in; `none`, if there is no call for papers."""
    committee: list[Participant] = Field(
        default_factory=list, examples=[["Ada Lovelace (University of Somewhere)"]]
    )
    """The program committee."""
    committees: Committees = Field(
        default_factory=list,
        examples=[[{"name": "Area Chairs", "members": ["Ada Lovelace (University of Somewhere)"]}]],
    )
    """Committees beside the program committee; one replaces the series' of the same name."""
    audience: AudienceRecord | None = Field(None, examples=[{"expected": 60}])
    """Who comes."""
    sponsors: list[SponsorRecord] = Field(
        default_factory=list, examples=[[{"name": "A Company", "level": "Gold"}]]
    )
    """Who supports the edition."""
    sponsor_levels: list[Line] = Field(default_factory=list, examples=[["Platinum", "Gold"]])
    """The levels of sponsors, the highest first; without it, in the order of `sponsors`."""
    logo: SiteLogoName | None = Field(None, examples=["wsp-2026.svg"])
    """The name of this edition's logo in `site/pictures/`, if it is not the series'."""
    logo_dark: SiteLogoName | None = Field(None, examples=["wsp-2026-white.svg"])
    """This edition's logo for dark grounds."""
    picture: PictureRecord | None = Field(
        None, examples=[{"file": "harbour.jpg", "alt": "The harbour of Example Town at dusk"}]
    )
    """A wide photo for the head of this edition's pages, if it is not the series'."""
    outcome: Outcome = Field(
        default_factory=Outcome, examples=[{"submissions": 30, "accepted": 12}]
    )
    """How the edition went, once it is over."""
    documents: Annotated[dict[DocumentKind, DocumentRecord], BeforeValidator(only_documents)] = (
        Field(default_factory=dict, examples=[{"proposal": {"text": "proposal.md"}}])
    )
    """The PDFs that are made: `proposal`, `camera-ready`."""

    proceedings: ProceedingsRecord = Field(
        default_factory=ProceedingsRecord, examples=[{"publisher": "A Publisher", "licence": "by"}]
    )
    """The volume that is made of the papers."""

    form: dict[Identifier, FormAnswerRecord] = Field(
        default_factory=dict, examples=[{"duration": "Half day"}]
    )
    """Own answers to fields of the form in the conference's call, by the fields' names."""

    @property
    def first_day(self) -> dt.date:
        """The day on which the workshop begins."""
        return self.when[0].date

    @property
    def has_moved_online(self) -> bool:
        """Whether it takes place online now, and no longer in the rooms that it had."""
        return self.status == "moved-online"

    @property
    def is_online(self) -> bool:
        """Whether nobody comes, since all of it is online."""
        return self.taking_part == "online"

    @property
    def taking_part(self) -> Attendance | None:
        """How people take part; of days that differ, some come and some join online.

        In an edition that has moved online, they do so online.
        """
        modes = {self.taking_part_on(day) for day in self.when}
        if len(modes) == 1:
            return modes.pop()
        return "hybrid" if modes - {None, "on-site"} else "on-site"

    def taking_part_on(self, day: WhenRecord) -> Attendance | None:
        """How people take part on one of its days."""
        return "online" if self.has_moved_online else day.attendance or self.attendance

    @property
    def is_day_tentative(self) -> bool:
        """Whether one of its days is still to be confirmed."""
        return any(day.tentative for day in self.when)
