"""What an edition or its series links to, once it is known what each link is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from proposal.model.link_kinds import LINK_KINDS, LinkKind, LinkPlace, label_of, link_kind
from proposal.model.records.link_records import LinkRecord, SeriesLinks
from proposal.words.fixed import Fixed
from proposal.words.language import ENGLISH, Language


class Link(Struct, frozen=True):
    """A link under the name by which readers know it."""

    label: str
    url: str
    kind: LinkKind | None = None
    """What it is; nothing for one that the data only label."""
    is_of_series: bool = False
    """Whether the edition has it from its series."""
    language: Language = ENGLISH

    def __str__(self) -> str:
        return self.url

    @property
    def action(self) -> str:
        """What a button says that leads there."""
        action = self.kind.action if self.kind else ""
        return self.language.gettext(action) if action else self.label

    @property
    def is_over(self) -> bool:
        """Whether it is of no use any more when the workshop is over."""
        return self.kind is not None and self.kind.is_over

    @property
    def is_account(self) -> bool:
        """Whether it is an account of the workshop at a service."""
        return self.kind is not None and self.kind.is_account


class LinkCollection(Struct, frozen=True):
    """All links, each of a kind an attribute by the name of its kind."""

    named: Mapping[str, Link] = field(default_factory=dict)
    """Those of a kind, by its name, in the order of the kinds."""
    others: tuple[Link, ...] = ()
    """Those that have a label only."""

    def __getattr__(self, name: str) -> Link | None:
        """The link of a kind; nothing if it is not known.

        Raises:
            AttributeError: there is no such kind.
        """
        if link_kind(name) is None:
            raise AttributeError(name)
        return self.named.get(name)

    @property
    def listed(self) -> tuple[Link, ...]:
        """All of them, those of a kind first."""
        return (*self.named.values(), *self.others)

    @property
    def in_call(self) -> tuple[Link, ...]:
        """Those that a call for papers lists."""
        return tuple(link for link in self.listed if link.kind is None or link.kind.is_in_call)

    def at(self, place: LinkPlace) -> tuple[Link, ...]:
        """Those that a part of the edition's page offers."""
        return tuple(link for link in self.named.values() if link.kind and link.kind.place == place)


def links_of(source: SeriesLinks, series: SeriesLinks | None = None) -> LinkCollection:
    """What the data link to.

    Args:
        source: the links of an edition, or of a series.
        series: the links of the edition's series, which stand in for those that it lacks.
    """
    named: dict[str, Link] = {}
    for kind in LINK_KINDS:
        given: str | None = getattr(source, kind.name, None)
        url: str | None = given or getattr(series, kind.name, None)
        if url is not None:
            named[kind.name] = Link(
                Fixed(label_of(kind, url)), url, kind, is_of_series=given is None
            )
    own = {record.url for record in source.others}
    shared = [record for record in series.others if record.url not in own] if series else []
    others = [_other(record, is_of_series=False) for record in source.others]
    others += [_other(record, is_of_series=True) for record in shared]
    return LinkCollection(named, tuple(others))


def _other(record: LinkRecord, *, is_of_series: bool) -> Link:
    return Link(record.label, record.url, None, is_of_series)
