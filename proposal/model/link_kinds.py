"""The kinds of links of a workshop: one table, from which keys, labels, pages and readers follow.

A kind that is added here is a key of `links`, stands on the website, in the Jekyll pages and in
calls, is proved by `proposal check`, and is recognized on other pages.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from proposal.model.web_services import MASTODON, service_of
from proposal.words.marking import gettext_noop

LinkPlace = Literal["head", "schedule", "papers", "foot"]
"""The part of an edition's page that offers a link; the foot of its pages lists all of them."""

SchemaProperty = Literal["sameAs", "offers", "virtualLocation", "recordedIn", "workFeatured"]
"""What a link is of an event for schema.org; `virtualLocation` is a `location` of that type."""


class LinkKind(Struct, frozen=True):
    """Something that a workshop links to."""

    name: str
    """The key under `links`."""
    label: str
    """What the link is called in lists."""
    description: str
    """What is found there, for the reference of all keys."""
    example: str
    """An address, for the reference and for hints."""
    words: str
    """A regular expression of the words by which links on pages of others say what they are."""
    place: LinkPlace = "foot"
    action: str = ""
    """What a button says that leads there."""
    services: tuple[str, ...] = ()
    """The services by whose addresses the kind is recognized."""
    is_account: bool = False
    """Whether it is an account at the only one of `services`."""
    is_yearly: bool = False
    """Whether it is another one for each edition, so that the series has none."""
    is_over: bool = False
    """Whether it is of no use any more when the workshop is over."""
    is_in_call: bool = True
    """Whether calls for papers list it."""
    schema_property: SchemaProperty | None = None


def _account(service: str, label: str, example: str) -> LinkKind:
    return LinkKind(
        name=service,
        label=label,
        description=f"The workshop's account at {label}.",
        example=example,
        words=rf"{label}(?:\s+account)?",
        services=(service,),
        is_account=True,
        schema_property="sameAs",
    )


LINK_KINDS = (
    LinkKind(
        name="registration",
        label=gettext_noop("Registration"),
        description="Where people register.",
        example="https://example.org/registration",
        # "Register now", "Registration", "Conference registration"
        words=r"(?:conference\s+)?regist(?:er|ration)(?:\s+(?:here|now|page))?",
        place="head",
        action=gettext_noop("Register"),
        is_yearly=True,
        is_over=True,
        schema_property="offers",
    ),
    LinkKind(
        name="stream",
        label=gettext_noop("Live stream"),
        description="Where the workshop is followed from afar while it takes place.",
        example="https://example.org/live",
        # "Live stream", "Livestream", "Join online", "Watch live"
        words=r"(?:live\s*)?stream(?:ing)?|watch\s+live|join\s+online|zoom(?:\s+link)?",
        place="schedule",
        action=gettext_noop("Watch live"),
        is_yearly=True,
        is_over=True,
        is_in_call=False,
        schema_property="virtualLocation",
    ),
    LinkKind(
        name="recordings",
        label=gettext_noop("Recordings"),
        description="Videos of the workshop.",
        example="https://example.org/videos",
        # "Recordings", "Watch the recording", "Videos"
        words=r"(?:watch\s+)?(?:the\s+)?(?:recordings?|videos?)",
        place="schedule",
        action=gettext_noop("Watch the recordings"),
        is_yearly=True,
        is_in_call=False,
        schema_property="recordedIn",
    ),
    LinkKind(
        name="proceedings",
        label=gettext_noop("Proceedings"),
        description="The volume with the accepted papers.",
        example="https://example.org/proceedings",
        words=r"(?:workshop\s+)?proceedings",
        place="papers",
        action=gettext_noop("Read the proceedings"),
        is_yearly=True,
        is_in_call=False,
        schema_property="workFeatured",
    ),
    LinkKind(
        name="code_of_conduct",
        label=gettext_noop("Code of conduct"),
        description="The rules of behaviour that hold at the workshop.",
        example="https://example.org/conduct",
        words=r"code\s+of\s+conduct|anti-?harassment\s+policy",
    ),
    LinkKind(
        name="mailing_list",
        label=gettext_noop("Mailing list"),
        description="Where people subscribe to the workshop's mailing list.",
        example="https://example.org/list",
        words=r"mailing\s+list|newsletter|google\s+group",
        services=("google_groups",),
    ),
    LinkKind(
        name="chat",
        label=gettext_noop("Chat"),
        description="A room at Slack, Discord, Matrix or another service.",
        example="https://example.org/chat",
        words=r"(?:join\s+)?(?:us\s+on\s+|our\s+)?(?:slack|discord|zulip|matrix|telegram|chat)\b.*",
        services=("slack", "discord", "matrix", "telegram", "zulip"),
    ),
    _account("mastodon", "Mastodon", "https://example.org/@wsp"),
    _account("bluesky", "Bluesky", "https://bsky.app/profile/example.org"),
    _account("x", "X", "https://x.com/example"),
    _account("linkedin", "LinkedIn", "https://www.linkedin.com/company/example"),
    _account("facebook", "Facebook", "https://www.facebook.com/example"),
    _account("instagram", "Instagram", "https://www.instagram.com/example"),
    _account("youtube", "YouTube", "https://www.youtube.com/@example"),
    LinkKind(
        name="repository",
        label=gettext_noop("Repository"),
        description="Code or data of the workshop.",
        example="https://example.org/code",
        words=r"(?:github|gitlab|code)(?:\s+repository)?|repository",
        services=("github", "gitlab"),
        is_in_call=False,
    ),
)
"""All kinds, in the order in which data files and lists have them."""

_BY_NAME = {kind.name: kind for kind in LINK_KINDS}

OTHER_NAMES = {
    "register": "registration",
    "registration_url": "registration",
    "tickets": "registration",
    "streaming": "stream",
    "livestream": "stream",
    "live": "stream",
    "zoom": "stream",
    "recording": "recordings",
    "videos": "recordings",
    "coc": "code_of_conduct",
    "conduct": "code_of_conduct",
    "list": "mailing_list",
    "google_group": "mailing_list",
    "slack": "chat",
    "discord": "chat",
    "zulip": "chat",
    "matrix": "chat",
    "telegram": "chat",
    "twitter": "x",
    "github": "repository",
    "gitlab": "repository",
    "code": "repository",
}
"""Keys that people write for a kind of link, with the kind's own."""


def link_kind(name: str) -> LinkKind | None:
    """The kind of a key under `links`; nothing for one that has no kind."""
    return _BY_NAME.get(name)


SOCIAL = ("social", "socials", "social_media", "accounts")
"""Keys that people write for all accounts together."""


def label_of(kind: LinkKind, address: str) -> str:
    """What a link is called: a chat by its service, everything else by its kind."""
    service = service_of(address)
    if kind.name == "chat" and service is not None and service.name in kind.services:
        return service.label
    return kind.label


def is_elsewhere(kind: LinkKind, address: str) -> bool:
    """Whether an address that stands under an account's key leads to another service.

    Mastodon's servers are known by nothing but the form of an account's page.
    """
    if not kind.is_account:
        return False
    service = service_of(address)
    known = service.name if service else None
    if kind.name == MASTODON.name:
        return known not in {None, MASTODON.name}
    return known != kind.name


def kind_of_link(words: str, address: str) -> LinkKind | None:
    """The kind of a link on a page of others, by what it says or by where it leads."""
    said = " ".join(words.split()).strip(" .:!→»")
    for kind in LINK_KINDS:
        if said and re.fullmatch(kind.words, said, re.IGNORECASE):
            return None if is_elsewhere(kind, address) else kind
    service = service_of(address)
    return next((kind for kind in LINK_KINDS if service and service.name in kind.services), None)
