"""Where it must appear how people take part, what it costs, and where they join online."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from proposal.check.facts.inspection import CALLS, CFP_FILES, PAGES, ArtefactKind
from proposal.check.facts.stated_fact import StatedFact
from proposal.edition.edition import Edition
from proposal.edition.facts import Fact
from proposal.edition.fees import Fee, name_of_fee
from proposal.edition.joining import ONLINE, JoinLink

_CALENDAR = frozenset({ArtefactKind.SCHEDULE})


def stated_attendance(
    fact: Fact, edition: Edition, setting: Callable[[str], frozenset[ArtefactKind]]
) -> Iterator[StatedFact]:
    """How people take part: the place says that there is an online one, too, or no other.

    Args:
        fact: what is said of it, or of a fee.
        edition: the edition.
        setting: finds the PDFs that set the fee of a group of people in a block.
    """
    if fact.owners:
        yield from _stated_fee(fact, edition, setting)
        return
    if not edition.is_joined_online:
        return
    yield StatedFact(fact, PAGES | CALLS, said=edition.place)
    online = edition.language.gettext(ONLINE)
    # Of days of which some are online, each event says where it is.
    are_both = any(day.attendance == "hybrid" and not day.is_elsewhere for day in edition.when.days)
    if edition.is_online or are_both:
        yield StatedFact(fact, _CALENDAR, said=online if edition.is_online else edition.place)
    for document in edition.documents.values():
        if edition.is_online and not (document.is_for_review or document.rights):
            shown = frozenset({ArtefactKind(f"{document.name}.pdf")})
            said = edition.conference_place(document)
            yield StatedFact(fact, shown, said=said, is_in_heads=True)


def stated_status(fact: Fact, edition: Edition) -> Iterator[StatedFact]:
    """What became of the plan: a sentence on all pages, in calls, and in every event."""
    dates = frozenset({ArtefactKind.DATES})
    yield StatedFact(fact, PAGES | CALLS | _CALENDAR | dates, said=edition.status_line)


def where_joined(link: JoinLink, edition: Edition) -> frozenset[ArtefactKind]:
    """Where an address stands at which people join an edition or one of its days.

    Calendars have it in the events for which there is no other.
    """
    if edition.is_cancelled:
        return frozenset()  # nobody joins it any more
    events = [edition.joined_at(slot) for slot in edition.schedule]
    is_used = not events or any(link in join for join in events)
    return PAGES | CFP_FILES | (_CALENDAR if is_used else frozenset())


def _stated_fee(
    fact: Fact, edition: Edition, setting: Callable[[str], frozenset[ArtefactKind]]
) -> Iterator[StatedFact]:
    """For whom a fee is, and how much it is, on pages and in calls, unless there is no workshop."""
    fee = fact.owners[-1]
    if edition.is_cancelled or not isinstance(fee, Fee):
        return
    is_sentence = fee.who is None and len(edition.fees) == 1 and fee.amount.is_free
    if fact.attribute != "amount" or not is_sentence:
        yield StatedFact(fact, PAGES | CFP_FILES | setting(name_of_fee(fee.who)))
