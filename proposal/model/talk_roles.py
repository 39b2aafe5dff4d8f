"""What somebody does who speaks at a workshop: one table, with titles, headings and words."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from proposal.model.session_kinds import TITLES
from proposal.words.marking import gettext_noop

Role = Literal["keynote", "talk", "tutorial", "discussant", "panelist", "moderator"]


class TalkRole(Struct, frozen=True):
    """A kind of talk, or of seat on the panel."""

    name: Role
    """The value in the data."""
    title: str
    """The title of a part of the schedule in which somebody does this."""
    heading: str
    """The heading of those who do this; those on the panel stand together."""
    plural: str
    """The name of the selection in prose, and of the section on pages."""
    label: str = ""
    """What stands behind the name where the heading does not say it."""
    is_seat: bool = False
    """Whether it is a seat on the panel, which takes place in the panel's part of the schedule."""


TALK_ROLES = (
    TalkRole("keynote", gettext_noop("Keynote"), gettext_noop("Keynotes"), "keynotes"),
    TalkRole("talk", TITLES["talk"], gettext_noop("Invited talks"), "talks"),
    TalkRole("tutorial", TITLES["tutorial"], gettext_noop("Tutorials"), "tutorials"),
    TalkRole("discussant", TITLES["discussion"], gettext_noop("Discussants"), "discussants"),
    TalkRole("panelist", TITLES["panel"], gettext_noop("Panel"), "panelists", is_seat=True),
    TalkRole(
        "moderator",
        TITLES["panel"],
        gettext_noop("Panel"),
        "moderators",
        gettext_noop("moderator"),
        is_seat=True,
    ),
)
"""All roles, in the order in which pages show them."""

ROLES: dict[str, TalkRole] = {role.name: role for role in TALK_ROLES}
"""The roles by name."""

TITLES_BY_ROLE: dict[str, str] = {**TITLES, **{role.name: role.title for role in TALK_ROLES}}
"""The title of a slot that is given none, by its kind or by its speaker's role."""
