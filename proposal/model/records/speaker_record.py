"""Talks and seats on panels, as an edition says them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from proposal.model.examples import in_yaml
from proposal.model.fields import Identifier, Line, Prose, Title, refuse
from proposal.model.name_comparison import identifier
from proposal.model.nearest_word import nearest
from proposal.model.own_file_names import UrlOrFile
from proposal.model.record import Record, in_short
from proposal.model.records.listed import as_list_of_records
from proposal.model.records.paper import Participant, named
from proposal.model.records.person import reference
from proposal.model.talk_roles import ROLES, TALK_ROLES, Role

Status = Literal["invited", "confirmed", "declined", "cancelled"]


class SpeakerReference(Participant):
    """Somebody who speaks: by the id of a person's file, or by name and affiliation."""

    model_config = ConfigDict(
        json_schema_extra=in_short(
            description="The name of a file in `people/`, or `Name (Affiliation)`."
        )
    )

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return named(value) if _is_name(value) else reference(value)

    @property
    def talk_id(self) -> str:
        """The id of a talk that has none of its own."""
        return self.person or identifier(self.name or "", "talk")


def _is_name(value: Any) -> bool:
    """Whether a single text is somebody's name, and no id: `Ada Lovelace`."""
    return isinstance(value, str) and " " in value.strip() and value != value.lower()


_OTHER_STATUSES: Mapping[str, Status] = {
    **dict.fromkeys(("yes", "accepted", "agreed", "ok", "true", "final"), "confirmed"),
    **dict.fromkeys(("tbc", "tbd", "tba", "pending", "asked", "contacted"), "invited"),
    **dict.fromkeys(("tentative", "unconfirmed", "waiting", "open", "maybe"), "invited"),
    **dict.fromkeys(("no", "false", "rejected", "refused", "unavailable"), "declined"),
    **dict.fromkeys(("withdrawn", "canceled", "off"), "cancelled"),
}
"""Words that people write for a status."""

_OTHER_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("speaker", "invited", "invited talk", "invited speaker", "presenter"), "talk"),
    **dict.fromkeys(("panel", "panellist"), "panelist"),
    **dict.fromkeys(("chair", "host", "panel chair"), "moderator"),
}
"""Words that people write for a role."""


def _status(value: Any) -> Any:
    if isinstance(value, str) and (meant := _OTHER_STATUSES.get(value.strip().casefold())):
        known = ", ".join(get_args(Status))
        refuse("not-a-choice", f"`{value}` is not one of {known}", f"did you mean `{meant}`?")
    return value


_LIKE_A_SLIP = 0.8
"""How alike a slip of the pen and a role are; of a `mentor`, no moderator may be meant."""


def _role(value: Any) -> Any:
    """A role; for one in somebody's own words there is another key."""
    if isinstance(value, str) and (meant := _OTHER_ROLES.get(value.strip().casefold())):
        known = ", ".join(ROLES)
        hint = f"did you mean `{meant}`? For your own words add `role_title: {in_yaml(value)}`"
        refuse("not-a-choice", f"`{value}` is not one of {known}", hint)
    if isinstance(value, str) and not nearest(value, list(ROLES), _LIKE_A_SLIP):
        known, guess = ", ".join(ROLES), nearest(value, list(ROLES))
        own = f"`role_title: {in_yaml(value)}`"
        hint = f"write one of {known}, and below it {own}"
        if guess:
            hint = f"did you mean `{guess}`? For your own words write `role: talk` and add {own}"
        refuse("not-a-choice", f"`{value}` is not one of {known}", hint)
    return value


_HEADED = tuple(role.name for role in TALK_ROLES if role.name != "moderator")
"""The roles whose lists have a heading; a moderator stands among the panelists."""


def only_roles(value: Any) -> Any:
    """Refuse a mapping that has something else than roles for its keys."""
    for name in value if isinstance(value, dict) else ():
        if name not in _HEADED:
            plurals = {role.plural: role.name for role in TALK_ROLES}
            words = [*_HEADED, *_OTHER_ROLES, *plurals]
            word = nearest(str(name).lower(), words) or ""
            meant = plurals.get(word) or _OTHER_ROLES.get(word) or word
            other = "write the role that the speakers have: `{tutorial: Lectures}`"
            hint = f"did you mean `{meant}`?" if meant in _HEADED else other
            message = f"`{name}` is not one of {', '.join(_HEADED)}"
            refuse("not-a-choice", message, hint, key=name)
    return value


class Speaker(Record):
    """A talk or a seat on the panel, and who holds it."""

    person: Annotated[
        list[SpeakerReference],
        BeforeValidator(
            as_list_of_records,
            json_schema_input_type=str | SpeakerReference | list[SpeakerReference],
        ),
    ] = Field(min_length=1, examples=["ada-lovelace"])
    """Who gives it: the name of a file in `people/`, without `.yaml`; or a list of several, of whom
    somebody without a file is written `Name (Affiliation)`."""
    id: Identifier | None = Field(None, examples=["ada-lovelace-panel"])
    """The id by which the schedule names the talk; the first person's id if it is absent."""
    role: Annotated[Role, BeforeValidator(_role)] = Field(examples=["keynote"])
    """What the person does."""
    role_title: Line | None = Field(None, examples=["Industry talk"])
    """What it is called, where the role does not say enough."""
    status: Annotated[Status, BeforeValidator(_status)] = Field(examples=["confirmed"])
    """Whether the person has agreed; a talk that was announced and is called off is `cancelled`."""
    remote: bool = Field(default=False, examples=[True])
    """Whether the person speaks from afar."""
    title: Title | None = Field(None, examples=["A Talk"])
    """The title, which stands here and nowhere else; without one as long as it is not known.
    It may hold formulas."""
    abstract: Prose | None = Field(None, examples=["The talk shows something."])
    """The abstract, in Markdown."""
    slides: UrlOrFile | None = Field(None, examples=["https://example.org/slides.pdf"])
    """Where the slides are: an address, or the name of a file in `files/`."""
    video: UrlOrFile | None = Field(None, examples=["https://example.org/video"])
    """Where a recording is."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return reference(value)

    @property
    def talk_id(self) -> str:
        """The id by which the schedule names the talk."""
        return self.id or self.person[0].talk_id

    @property
    def people(self) -> list[str]:
        """The ids of those who give it and have a file."""
        return [person.person for person in self.person if person.person]
