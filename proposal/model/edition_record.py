"""One edition of the workshop, as its files say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, create_model, model_validator

from proposal.model.call import DemandName, only_documents
from proposal.model.committee_record import Committees
from proposal.model.concepts import concepts_of
from proposal.model.deadline_kinds import DEADLINE_KINDS
from proposal.model.fields import (
    DAY_FORM,
    Clock,
    Contact,
    Day,
    DeadlineZone,
    Identifier,
    Keywords,
    Line,
    LogoName,
    MarkdownFile,
    Prose,
    Url,
    refuse,
)
from proposal.model.link_records import EditionLinks
from proposal.model.paper import Participant
from proposal.model.person import PersonReference
from proposal.model.record import Record, in_short
from proposal.model.rights import Rights
from proposal.model.series_titles import SeriesName
from proposal.model.variant import AccessibleStandard, Variant

Role = Literal["keynote", "talk", "panelist"]
Status = Literal["invited", "confirmed", "declined"]
DocumentKind = Literal["proposal", "camera-ready"]


class WhenRecord(Record):
    """The day of the workshop and its hours."""

    date: Day = Field(examples=["2024-08-25"])
    """The day, in the venue's calendar."""
    start: Clock = Field(examples=["14:00"])
    """When the workshop begins, in the venue's local time."""
    end: Clock = Field(examples=["18:00"])
    """When it ends."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether day and hours are still to be confirmed."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.start:
            refuse("times-out-of-order", "the workshop ends before it starts", "write 24 hours")
        return self


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


class Speaker(PersonReference):
    """A talk or a seat on the panel, and who holds it."""

    id: Identifier | None = Field(None, examples=["ada-lovelace-panel"])
    """The id by which the schedule names the talk; the person's id if it is absent."""
    role: Role = Field(examples=["keynote"])
    """What the person does."""
    status: Status = Field(examples=["confirmed"])
    """Whether the person has agreed."""
    title: Line | None = Field(None, examples=["A Talk"])
    """The title, which stands here and nowhere else."""
    abstract: Prose | None = Field(None, examples=["The talk shows something."])
    """The abstract, in Markdown."""
    slides: Url | None = Field(None, examples=["https://example.org/slides.pdf"])
    """Where the slides are."""
    video: Url | None = Field(None, examples=["https://example.org/video"])
    """Where a recording is."""


class DeadlineRecord(Record):
    """A date by which something is due."""

    model_config = ConfigDict(
        json_schema_extra=in_short(pattern=DAY_FORM, description="The day, if that is all.")
    )

    date: Day = Field(examples=["2024-06-10"])
    """The day that holds now."""
    was: list[Day] = Field(default_factory=list, examples=[["2024-05-28"]])
    """The days that held before it was extended, the oldest first."""
    zone: DeadlineZone | None = Field(None, examples=["AoE"])
    """The zone in which the day ends, where it matters."""
    label: Line | None = Field(None, examples=["Poster upload"])
    """What is due, if the key does not say it."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether the day is still to be confirmed."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"date": value} if isinstance(value, str) else value


if TYPE_CHECKING:

    class DatesRecord(Record):
        """The dates that authors must know; the workshop's own day stands in `when`."""

        def __getattr__(self, name: str) -> DeadlineRecord | None: ...

else:
    DatesRecord = create_model(
        "DatesRecord",
        __base__=Record,
        __module__=__name__,
        __doc__="The dates that authors must know; the workshop's own day stands in `when`.",
        **{
            kind.name: (
                DeadlineRecord | None,
                Field(None, examples=[kind.example], description=kind.description),
            )
            for kind in DEADLINE_KINDS
        },
    )


class PageRange(Record):
    """How long a paper may be."""

    min: int | None = Field(None, ge=1, examples=[2])
    """The least number of pages."""
    max: int = Field(ge=1, examples=[8])
    """The greatest number of pages."""


class SubmissionsRecord(Record):
    """How papers are sent in: the facts of the call for papers."""

    url: Url | None = Field(None, examples=["https://example.org/submit"])
    """Where papers are sent to."""
    system: Line | None = Field(None, examples=["OpenReview"])
    """The name of that place."""
    pages: PageRange | None = Field(None, examples=[{"min": 2, "max": 8}])
    """How long a paper may be."""
    excludes: list[Line] = Field(default_factory=list, examples=[["references"]])
    """What is not counted as pages."""
    review: Literal["open", "single-blind", "double-blind"] | None = Field(
        None, examples=["double-blind"]
    )
    """How papers are reviewed."""
    archival: bool | None = Field(None, examples=[False])
    """Whether accepted papers stand in the conference's proceedings."""
    template: Url | None = Field(None, examples=["https://example.org/template"])
    """Where authors get the template for their papers."""
    policy: Prose | None = Field(None, examples=["Work under review elsewhere is welcome."])
    """What else authors must know, in Markdown."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether length, review, publication and policy are still to be confirmed."""


class AudienceRecord(Record):
    """Who comes."""

    expected: int = Field(ge=1, examples=[60])
    """The estimated number of participants."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether the number is still to be confirmed."""


class DocumentRecord(Record):
    """A PDF in ACM's format that is made from the edition."""

    text: MarkdownFile = Field(examples=["proposal.md"])
    """The Markdown file beside `edition.yaml`; its headings are the document's sections."""
    title: Line | None = Field(None, examples=["A Proposal"])
    """A title in place of the workshop's own."""
    short_title: Line | None = Field(None, examples=["WSP 2026"])
    """The title in the running head, where that is to be another one than the edition's."""
    subtitle: Line | None = Field(None, examples=["Workshop Proposal"])
    """A line under the title."""
    variant: Variant = Field("final", examples=["anonymous"])
    """For whom the PDF is: `final` for print, `submission` for reviewers (with line numbers),
    `anonymous` the same without the organizers' names, `preprint` for archives and homepages,
    `accessible` for people who have it read to them: with tags, by LuaLaTeX."""
    accessible: AccessibleStandard | None = Field(None, examples=["PDF/UA-1"])
    """The standard by which an accessible version of the PDF is made beside it, as
    `NAME-accessible.pdf`; of a document with `variant: accessible`, its own standard."""
    rights: Rights | None = Field(
        None, examples=[{"copyright": "rightsretained", "doi": "10.1145/3637528.3671486"}]
    )
    """What ACM's rights message says; without it no rights block is printed."""
    first_page: int | None = Field(None, ge=1, examples=[6737])
    """The number of the first page."""
    short_authors: Line | None = Field(None, examples=["Lovelace et al."])
    """The authors in the running head."""
    authors_per_row: int | None = Field(None, ge=1, le=4, examples=[3])
    """How many authors stand side by side, where acmart's own choice does not look well."""
    acm_reference: bool | None = Field(None, examples=[True])
    """Whether the ACM Reference Format is printed; with `rights` it is by default."""
    native_names: bool = Field(default=False, examples=[True])
    """Whether `name_native` stands behind the names in the author block."""
    page_numbers: bool = Field(default=True, examples=[False])
    """Whether page numbers are printed."""
    public: bool | None = Field(None, examples=[True])
    """Whether the website offers the PDF; a camera-ready is public by default."""
    acknowledgments: Prose | None = Field(None, examples=["We thank somebody."])
    """Thanks, in Markdown; they stand before the references."""
    answers: dict[DemandName, Line] = Field(
        default_factory=dict, examples=[{"audience": "Who Should Come"}]
    )
    """Which section answers a demand of the call, by its heading, where the wording is no hint."""


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


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class EditionRecord(Record):
    """`data/editions/YEAR/edition.yaml`: the facts of one edition."""

    ordinal: int = Field(ge=1, le=999, examples=[1])
    """Which edition of the series it is: 3 makes "Third Workshop on …"."""
    name: SeriesName | None = Field(None, examples=["Workshop on Something Else"])
    """The series' name in this edition, if it was another one."""
    short_title: Line | None = Field(None, examples=["WSP 2026"])
    """The title in the PDFs' running heads; without it, acronym and year where the title is too
    long to stand there beside the conference."""
    venue: Identifier = Field(examples=["kdd-2024"])
    """The name of a file in `venues/`, without `.yaml`."""
    when: WhenRecord = Field(examples=[{"date": "2024-08-25", "start": "14:00", "end": "18:00"}])
    """When the workshop takes place."""
    room: Line | None = Field(None, examples=["Room 114"])
    """The room."""
    organizers: list[OrganizerRecord] = Field(min_length=1, examples=[["ada-lovelace"]])
    """The organizers in author order: ids of persons, or records."""
    contact: Annotated[
        list[Contact],
        BeforeValidator(_as_list, json_schema_input_type=str | list[Contact]),
    ] = Field(default_factory=list, examples=["ada-lovelace"])
    """Who is written to: an organizer's id, an address such as that of a list, or several."""
    links: EditionLinks = Field(
        default_factory=EditionLinks,
        examples=[{"registration": "https://example.org/registration"}],
    )
    """Where the edition is found on the web: registration, code of conduct, stream, accounts."""
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
    dates: DatesRecord = Field(default_factory=DatesRecord, examples=[{"submission": "2024-06-10"}])
    """The dates that authors must know."""
    submissions: SubmissionsRecord = Field(
        default_factory=SubmissionsRecord,
        examples=[{"url": "https://example.org/submit", "pages": {"max": 8}}],
    )
    """How papers are sent in."""
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
    outcome: Outcome = Field(
        default_factory=Outcome, examples=[{"submissions": 30, "accepted": 12}]
    )
    """How the edition went, once it is over."""
    documents: Annotated[dict[DocumentKind, DocumentRecord], BeforeValidator(only_documents)] = (
        Field(default_factory=dict, examples=[{"proposal": {"text": "proposal.md"}}])
    )
    """The PDFs that are made: `proposal`, `camera-ready`."""
