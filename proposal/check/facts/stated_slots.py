"""Where the facts of the schedule must appear: hours, titles, rooms, tracks, and who leads."""

from __future__ import annotations

from msgspec import Struct

from proposal.check.facts.inspection import PAGES, ArtefactKind
from proposal.edition import wording
from proposal.edition.facts import Fact
from proposal.edition.joining import JoinLink
from proposal.edition.participants import Person
from proposal.edition.schedule import Slot
from proposal.model.records.session_people import PARTS_PLAYED
from proposal.reading.searchable_text import BEGINS, ENDS, EventTime

_CALENDAR = frozenset({ArtefactKind.SCHEDULE})


class SlotStatement(Struct, frozen=True):
    """Where and how artefacts state a fact of a slot."""

    shown_in: frozenset[ArtefactKind]
    moment: EventTime | None = None
    """The instant, in calendars."""
    said: str = ""
    """The words, if they are not the value."""


def statement_of_slot(
    fact: Fact, shown: frozenset[ArtefactKind], *, are_all_tentative: bool
) -> SlotStatement | None:
    """Where a fact of a slot must be stated; nothing if nowhere.

    Args:
        fact: the fact.
        shown: the pages and PDFs that show the slot.
        are_all_tentative: whether the hours of the whole schedule are to be confirmed.
    """
    slot: Slot = fact.owners[0]
    everywhere = shown | _CALENDAR
    match fact.owners, fact.attribute:
        case (_,), "hours" | "title":
            is_called_off = fact.attribute == "title" and slot.talk and slot.talk.is_cancelled
            return SlotStatement(everywhere if is_called_off else shown)
        case (_,), "day" if slot.day:
            return SlotStatement(shown, said=slot.day.heading)
        case (*_, Slot() as timed), "start" if _has_event(timed):
            return SlotStatement(_CALENDAR, EventTime(BEGINS, timed.start))
        case (*_, Slot() as timed), "end" if _has_event(timed):
            return SlotStatement(_CALENDAR, EventTime(ENDS, timed.end))
        case (_,), "is_tentative":
            language = slot.language
            hours = language.gettext("The hours of the program are to be confirmed.")
            said = hours if are_all_tentative else f"({wording.to_be_confirmed(language)})"
            return SlotStatement(shown, said=said)
        case (_,), "room":
            return SlotStatement(everywhere, said=slot.room_label)
        case (_,), "track":
            return SlotStatement(everywhere, said=slot.track_label)
        case (_, Person()), "name" | "affiliation" if _is_led(fact):
            return SlotStatement(everywhere)
        case (_, Person() as person), "name" if _has_agreed(slot, person):
            return SlotStatement(shown)
        case (_, JoinLink()), _:
            return SlotStatement(PAGES | _CALENDAR)
        case ((_,), "question") | ((_, Slot()), "hours" | "title"):
            return SlotStatement(everywhere)
    return None


def _has_event(slot: Slot) -> bool:
    """Whether calendars have an event of its own: of what is part of another slot, talks do."""
    return not slot.within or (slot.talk is not None and not slot.talk.is_seat)


def _is_led(fact: Fact) -> bool:
    """Whether a fact is of somebody who leads the slot, as `schedule.14:00.chair.ada.name`."""
    return fact.id.split(".")[2] in PARTS_PLAYED


def _has_agreed(slot: Slot, person: Person) -> bool:
    """Whether all seats of somebody on the slot's panel are confirmed."""
    return all(seat.is_confirmed for seat in slot.seats if person in seat.people)
