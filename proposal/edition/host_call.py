"""What the host conference asks, also while its own call is not known yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from proposal.model.records.call import DemandRecord, DocumentDemands
from proposal.model.records.form_record import FormFieldRecord
from proposal.model.records.venue import VenueRecord


class Asked(Struct, frozen=True):
    """What is asked of one document, and by whom."""

    demands: DocumentDemands
    source: str
    """The call as sentences name it: "WSDM 2022's call"."""
    is_own: bool
    """Whether this is the host conference's own call, and not the latest known one."""
    partial: bool
    """Whether the call may ask for more than this."""

    def words(self, demand: str) -> int | None:
        """The most words that something demanded may have, if the call limits them."""
        found = self.wants(demand)
        return found.words if found else None

    def wants(self, demand: str) -> DemandRecord | None:
        """The demand of some name, if the call makes it."""
        return next((known for known in self.demands.contents if known.demand == demand), None)


class AskedForm(Struct, frozen=True):
    """The web form that is to be filled in, and whose it is."""

    fields: tuple[FormFieldRecord, ...]
    source: str
    """The call as sentences name it."""
    url: str | None
    """Where the call stands."""
    is_own: bool
    """Whether this is the host conference's own form, and not the latest known one."""


class Call(Struct, frozen=True):
    """What the call for workshops asks, by document."""

    documents: Mapping[str, Asked] = field(default_factory=dict)
    on_acceptance: tuple[str, ...] = ()
    """What is asked of workshops that are accepted."""
    form: AskedForm | None = None
    """The web form, if one is known."""

    def page_limit(self, document: str) -> int | None:
        """The most pages of a document, if all of its pages count."""
        asked = self.documents.get(document)
        if asked is None or asked.demands.references_count is False:
            return None
        return asked.demands.pages


def calls_of(
    host: VenueRecord, venues: Mapping[str, VenueRecord]
) -> tuple[list[VenueRecord], bool]:
    """The conference, those whose calls stand in for its own, and whether they go in a circle.

    Args:
        host: the host conference.
        venues: all conferences by their ids.
    """
    chain = [host]
    while True:
        stand_in = venues.get(chain[-1].call.latest_known or "")
        if stand_in is None:
            return chain, False
        if any(venue is stand_in for venue in chain):
            return chain, True
        chain.append(stand_in)


def merged(chain: Sequence[VenueRecord]) -> Call:
    """What is asked, where what is known of a nearer call goes before what is known of others."""
    documents: dict[str, Asked] = {}
    for venue in reversed(chain):
        for name, demands in venue.call.documents.items():
            source = _name(venue)
            documents[name] = Asked(demands, source, venue is chain[0], venue.call.partial)
    acceptance = next((venue.call.on_acceptance for venue in chain if venue.call.on_acceptance), [])
    return Call(documents, tuple(acceptance), _form(chain))


def _form(chain: Sequence[VenueRecord]) -> AskedForm | None:
    """The form of the nearest call that has one."""
    asking = next((venue for venue in chain if venue.call.form), None)
    if asking is None:
        return None
    call = asking.call
    return AskedForm(tuple(call.form), _name(asking), call.url, asking is chain[0])


def _name(venue: VenueRecord) -> str:
    conference = f"{venue.series} {venue.start.year}" if venue.start else "the host"
    return f"{conference}'s {venue.call.name}" if venue.call.name else f"{conference}'s call"
