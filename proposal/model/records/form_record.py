"""The fields of a web form that a call has organizers fill in, and their own answers to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from proposal.model.demand_names import DEMANDS
from proposal.model.fields import Identifier, Line, Prose, refuse
from proposal.model.name_comparison import identifier, plain_words
from proposal.model.nearest_word import nearest
from proposal.model.record import Record

FACT_ANSWERS: Mapping[str, str] = {
    "title": "the workshop's title with its ordinal",
    "acronym": "the acronym with the year",
    "website": "the address of the edition's page",
    "abstract": "the abstract",
    "keywords": "the keywords",
    "topics": "the topics, one a line",
    "organizers": "the organizers with their affiliations and addresses, one a line",
    "organizer-names": "the organizers' names, one a line",
    "affiliations": "the organizers with their affiliations, one a line",
    "emails": "the organizers' addresses, one a line",
    "contact": "who is written to, with the address",
    "biographies": "the organizers' biographies",
    "days": "the day of the workshop, or its days",
    "place": "where it takes place",
    "attendance": "`on-site`, `hybrid` or `online`",
    "hours": "from when to when",
    "duration": "`half-day`, `full-day`, `two-day`",
    "participants": "the expected number of participants",
    "speakers": "the speakers, one a line",
    "committee": "the program committee, one a line",
    "dates": "the important dates, one a line",
    "schedule": "the schedule, one part a line",
    "earlier-editions": "the earlier editions with their numbers, one a line",
}
"""The facts of an edition that can answer a field, with what is pasted."""

_NO_TEXT = frozenset(
    {
        *("references", "rights", "doi", "isbn", "earlier-participants", "earlier-submissions"),
        *("earlier-acceptances", "organizing-experience"),
    }
)
"""What calls demand of a document that is no section of its text."""

SECTION_ANSWERS = tuple(
    name for name in DEMANDS if name not in FACT_ANSWERS and name not in _NO_TEXT
)
"""The sections of the proposal's text that can answer a field."""

ANSWERS = (*FACT_ANSWERS, *SECTION_ANSWERS)
"""All that can answer a field without being written for it."""


def _answer(value: str) -> str:
    if value not in ANSWERS:
        guess = nearest(value, ANSWERS)
        hint = f"did you mean `{guess}`?" if guess else f"write one of {', '.join(ANSWERS)}"
        hint += "; leave the key out if organizers write an answer of their own"
        refuse("unknown-answer", f"`{value}` is no fact and no section that answers a field", hint)
    return value


AnswerName = Annotated[
    Line, AfterValidator(_answer), Field(json_schema_extra={"enum": list(ANSWERS)})
]
"""What answers a field of a form, by a name of the vocabulary."""


class FormFieldRecord(Record):
    """A field of the web form that a call has organizers fill in."""

    label: Line = Field(examples=["Workshop title"])
    """What the form calls it."""
    name: Identifier | None = Field(None, examples=["title"])
    """The name by which an edition answers it; without it, the label in plain letters."""
    says: Line | None = Field(None, examples=["Shown on the conference's page."])
    """What the form says of it, in one's own words."""
    answer: AnswerName | None = Field(None, examples=["title"])
    """The fact or the section of the proposal that answers it, if the edition writes nothing."""
    characters: int | None = Field(None, ge=1, le=1_000_000, examples=[250])
    """The most characters that it takes, spaces and line ends among them."""
    words: int | None = Field(None, ge=1, le=100_000, examples=[200])
    """The most words that it takes."""
    required: bool = Field(default=False, examples=[True])
    """Whether the form is not accepted without it."""
    choices: list[Line] = Field(default_factory=list, examples=[["Half day", "Full day"]])
    """What it lets one choose from, as the form words it."""
    several: bool = Field(default=False, examples=[True])
    """Whether several of the choices may be chosen."""

    @property
    def id(self) -> str:
        """The name by which an edition answers the field."""
        return self.name or identifier(self.label, "field")

    @model_validator(mode="after")
    def _chosen_from_something(self) -> Self:
        if self.several and not self.choices:
            message = "`several` speaks of choices, and there are none"
            refuse("field-without-choices", message, "list them under `choices`, or delete it")
        return self


def _of_different_names(fields: list[FormFieldRecord]) -> list[FormFieldRecord]:
    known: set[str] = set()
    for field in fields:
        if field.id in known:
            hint = "give one of them another name: `name: …`"
            refuse("repeated-field", f"two fields of the form have the name `{field.id}`", hint)
        known.add(field.id)
    return fields


FormFields = Annotated[list[FormFieldRecord], AfterValidator(_of_different_names)]
"""The fields of a form in their order, none of which has another one's name."""


def _short_answer(schema: dict[str, Any]) -> None:
    """Let the schema accept a text and a list of choices, too."""
    record = schema.copy()
    schema.clear()
    text = {"type": "string", "description": "The answer in one's own words."}
    chosen = {"type": "array", "items": {"type": "string"}, "description": "Several choices."}
    schema["anyOf"] = [text, chosen, record]


class FormAnswerRecord(Record):
    """An edition's own answer to a field of the form: a text, choices, or a section."""

    model_config = ConfigDict(json_schema_extra=_short_answer)

    text: Prose | None = Field(None, examples=["About {{ audience.expected }} people."])
    """The answer in one's own words, in Markdown; it may quote facts."""
    chosen: list[Line] = Field(default_factory=list, examples=[["Half day"]])
    """Several of the choices."""
    section: Line | None = Field(None, examples=["Who Should Come"])
    """The section of the proposal that answers it, by its heading."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return {"text": str(value)}
        return {"chosen": value} if isinstance(value, list) else value

    @model_validator(mode="after")
    def _one_answer(self) -> Self:
        if sum((self.text is not None, bool(self.chosen), self.section is not None)) != 1:
            message = "one answer is expected here: a text, a list of choices, or a section"
            refuse("not-one-answer", message, "write one of `text`, `chosen` and `section`")
        return self


_COUNTED = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
"""Numbers of days as workshops have them, in words."""

_LENGTH = re.compile(r"(?:(?P<count>\d+) )?(?P<part>(?:half|full|whole|entire) )?(?:a )?days?")
"""An example: `2 full days`."""


def same_choice(one: str, other: str) -> bool:
    """Whether two texts name the same choice: "half-day" and "Half day", "two-day" and "2 days"."""
    return _compared(one) == _compared(other)


def _compared(choice: str) -> str:
    """The words of a choice; the length of a workshop as `2 days` or `1 half day`."""
    words = [_COUNTED.get(word, word) for word in plain_words(choice)]
    line = " ".join(words)
    length = _LENGTH.fullmatch(line.removeprefix("a ").removesuffix(" workshop"))
    if length is None or not (length["count"] or length["part"]):
        return line
    part = "half " if (length["part"] or "").startswith("half") else ""
    return f"{length['count'] or 1} {part}days"
