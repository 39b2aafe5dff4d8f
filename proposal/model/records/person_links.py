"""The kinds of links of a person: one table, from which keys, labels and readers follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from msgspec import Struct
from pydantic import ConfigDict, Field, create_model, model_validator

from proposal.model.fields import AccountPage, Orcid, Url
from proposal.model.record import Record
from proposal.model.web_services import WEB_SERVICES, service_of
from proposal.source.yaml import Node


class PersonLinkKind(Struct, frozen=True):
    """A kind of page on which a person is found."""

    name: str
    """The key under `links`."""
    label: str
    """What the link is called on pages."""
    example: str
    description: str
    service: str = ""
    """The service by whose addresses the kind is recognized."""
    words: str = ""
    """A regular expression of other keys and headings by which people name it."""


PERSON_LINK_KINDS = (
    PersonLinkKind(
        "homepage",
        "Homepage",
        "https://example.org",
        "The person's own page.",
        words=r"web|web ?(?:site|page)|url|home|page",
    ),
    PersonLinkKind(
        "orcid",
        "ORCID",
        "0000-0002-1825-0097",
        "The person's ORCID iD.",
        "orcid",
        r"orc ?id(?: id)?",
    ),
    PersonLinkKind(
        "scholar",
        "Google Scholar",
        "https://example.org/scholar",
        "The profile at Google Scholar, or another page of publications.",
        "google_scholar",
        r"(?:google )?scholar|publications",
    ),
    PersonLinkKind(
        "dblp", "DBLP", "https://dblp.org/pid/l/AdaLovelace", "The page at DBLP.", "dblp"
    ),
    PersonLinkKind(
        "semantic_scholar",
        "Semantic Scholar",
        "https://www.semanticscholar.org/author/1",
        "The page at Semantic Scholar.",
        "semantic_scholar",
        r"semantic ?scholar",
    ),
    PersonLinkKind(
        "openreview",
        "OpenReview",
        "https://openreview.net/profile?id=~Ada_Lovelace1",
        "The profile at OpenReview.",
        "openreview",
        r"open ?review",
    ),
    PersonLinkKind(
        "acm",
        "ACM",
        "https://dl.acm.org/profile/1",
        "The profile in the ACM Digital Library.",
        "acm",
        r"acm(?: (?:profile|dl|digital library))?",
    ),
    PersonLinkKind(
        "github",
        "GitHub",
        "https://example.org/code",
        "A page of code: an address, or the account's name at GitHub.",
        "github",
        r"git ?hub",
    ),
    PersonLinkKind(
        "linkedin",
        "LinkedIn",
        "https://www.linkedin.com/in/ada",
        "The profile at LinkedIn.",
        "linkedin",
        r"linked ?in",
    ),
    PersonLinkKind(
        "mastodon",
        "Mastodon",
        "https://example.org/@ada",
        "The account at a server of Mastodon: `@name@server`, or its address.",
        "mastodon",
    ),
    PersonLinkKind(
        "bluesky",
        "Bluesky",
        "https://bsky.app/profile/example.org",
        "The account at Bluesky: `@name`, or its address.",
        "bluesky",
        r"bsky",
    ),
    PersonLinkKind(
        "x",
        "X",
        "https://x.com/ada",
        "The account at X: `@name`, or its address.",
        "x",
        r"twitter|x / twitter|twitter / x|x \(twitter\)",
    ),
)
"""All kinds, in the order in which data files and pages have them."""

_BY_NAME = {kind.name: kind for kind in PERSON_LINK_KINDS}
_BY_SERVICE = {kind.service: kind for kind in PERSON_LINK_KINDS if kind.service}
_HOMES = {service.name: service.home for service in WEB_SERVICES if service.home}
_HOMES.pop("orcid")

_HANDLE = re.compile(r"@?([\w.-]+)")
"""An example: `@ada.example.org`."""

_MASTODON = re.compile(r"@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)")
"""An example: `@ada@hci.example`."""

_ORCID = re.compile(
    r"(?:orcid(?:\s*id)?\s*:?\s*)\d.*|(?:\d{4}[\s\u2010-\u2015-]?){3}\d{3}[\dXx]", re.IGNORECASE
)
"""An iD with or without the word before it: `ORCID 0000-0002-1825-0097`, `0000000218250097`."""


def person_link_kind(name: str) -> PersonLinkKind | None:
    """The kind that a key, a heading or a label names, however it is written."""
    plain = " ".join(re.sub(r"[-_]", " ", name).casefold().split())
    for kind in PERSON_LINK_KINDS:
        if plain == kind.name.replace("_", " ") or (kind.words and re.fullmatch(kind.words, plain)):
            return kind
    return None


def kind_of_address(address: str) -> PersonLinkKind | None:
    """The kind of a page by its address, or of an account by its name at Mastodon."""
    text = address.strip()
    if _ORCID.fullmatch(text):
        return _BY_NAME["orcid"]
    if _MASTODON.fullmatch(text) and text.startswith("@"):
        return _BY_NAME["mastodon"]
    service = service_of(text if "://" in text else f"https://{text}")
    return _BY_SERVICE.get(service.name) if service else None


def label_of(kind: str, address: str) -> str:
    """What a link is called: by its kind, or by the host of a page of no kind."""
    known = _BY_NAME.get(kind)
    if known is not None:
        return known.label
    service = service_of(address)
    host = urlsplit(address).hostname or address
    return service.label if service else host.removeprefix("www.")


def sorted_out(addresses: Iterable[str]) -> dict[str, Any]:
    """Addresses by their kinds; the first one of none is the homepage, all else are `others`."""
    links: dict[str, Any] = {}
    for address in addresses:
        kind = kind_of_address(address)
        name = kind.name if kind else "homepage"
        if name in links:
            links.setdefault("others", []).append(address)
        else:
            links[name] = address
    return links


_PAGES_OF_IDS = {
    "scholar": (re.compile(r"[\w-]{7}AAAAJ"), "https://scholar.google.com/citations?user="),
    "dblp": (re.compile(r"\w{1,3}/[\w-]+"), "https://dblp.org/pid/"),
    "semantic_scholar": (re.compile(r"\d{3,12}"), "https://www.semanticscholar.org/author/"),
}
"""Ids as review systems have them, `abcdefgAAAAJ`, `l/AdaLovelace`, `123456`, and their pages."""


def address_of(kind: str, written: str) -> str:
    """The address of the page of an account that is written by its name, as `@ada@hci.example`."""
    text = written.strip()
    pattern, page = _PAGES_OF_IDS.get(kind, (None, ""))
    if pattern and pattern.fullmatch(text):
        return f"{page}{text}"
    if kind == "mastodon" and (match := _MASTODON.fullmatch(text)):
        return f"https://{match[2]}/@{match[1]}"
    if kind == "openreview" and text.startswith("~"):
        return f"https://openreview.net/profile?id={text}"
    home = _HOMES.get(kind, "")
    is_name = home and "://" not in text and (match := _HANDLE.fullmatch(text))
    return f"{home}{match[1]}" if is_name and match else text


class _Links(Record):
    """What all forms of a person's links have in common."""

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, value: Any) -> Any:
        if isinstance(value, list) and all(isinstance(address, str) for address in value):
            value = sorted_out(value)
        if not isinstance(value, Mapping):
            return value
        return {
            key: address_of(key, text) if isinstance(text, str) else text
            for key, text in value.items()
        }

    @classmethod
    def in_long(cls, node: Node) -> Node:
        """The links by their kinds, if a list of addresses is written, each at its own place."""
        if not isinstance(node.value, list):
            return node
        items = [_written_orcid(item) or item for item in node.value]
        if not all(isinstance(item.value, str) for item in items):
            return node
        children = {str(item.value): item for item in items}
        by_key: dict[str, Node] = {
            key: Node(children[part[0]].span, [children[item] for item in part])
            if isinstance(part, list)
            else children[part]
            for key, part in sorted_out(children).items()
        }
        return Node(node.span, by_key, {key: child.span for key, child in by_key.items()})


def _written_orcid(item: Node) -> Node | None:
    """The iD of an item `ORCID: 0000-0002-1825-0097`, which YAML takes for a mapping."""
    if not isinstance(item.value, dict) or len(item.value) != 1:
        return None
    ((key, child),) = item.value.items()
    kind = person_link_kind(key)
    return child if kind and kind.name == "orcid" else None


def _list_too(schema: dict[str, Any]) -> None:
    """Let the schema accept a plain list of addresses, too."""
    record = schema.copy()
    schema.clear()
    addresses = {
        "type": "array",
        "items": {"type": "string"},
        "description": "The addresses alone, each of which tells its kind.",
    }
    schema["anyOf"] = [addresses, record]


if TYPE_CHECKING:

    class Links(_Links):
        """Where a person is found on the web."""

        homepage: str | None = None
        orcid: str | None = None
        others: list[str] = Field(default_factory=list[str])

else:
    _TYPES = dict.fromkeys((*_HOMES, "mastodon", "openreview"), AccountPage) | {"orcid": Orcid}

    class _ListedLinks(_Links):
        model_config = ConfigDict(json_schema_extra=_list_too)

    Links = create_model(
        "Links",
        __base__=_ListedLinks,
        __module__=__name__,
        __doc__="Where a person is found on the web.",
        **{
            kind.name: (
                _TYPES.get(kind.name, Url) | None,
                Field(None, examples=[kind.example], description=kind.description),
            )
            for kind in PERSON_LINK_KINDS
        },
        others=(
            list[Url],
            Field(
                default_factory=list,
                examples=[["https://example.org/group"]],
                description="Other pages, which are called by their hosts.",
            ),
        ),
    )


def listed_links(links: Links) -> list[tuple[str, str]]:
    """A person's links but homepage and ORCID iD, each with the name of its kind; `` for none."""
    named = [(kind.name, getattr(links, kind.name)) for kind in PERSON_LINK_KINDS]
    shown = [(name, url) for name, url in named if url and name not in {"homepage", "orcid"}]
    return [*shown, *(("", url) for url in links.others)]
