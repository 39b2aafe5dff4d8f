"""A fact of an edition, and where it must be found."""

from __future__ import annotations

from msgspec import Struct

from proposal.check.facts.inspection import ArtefactKind
from proposal.diagnostics import Span
from proposal.edition.facts import Fact
from proposal.reading.searchable_text import EventTime
from proposal.source.math.math_line import MathLine
from proposal.source.math.math_words import LetterOrder


class StatedFact(Struct, frozen=True):
    """A fact, and where it must be found."""

    fact: Fact
    shown_in: frozenset[ArtefactKind]
    moment: EventTime | None = None
    """The instant that it states, for calendars."""
    said: str = ""
    """The words in which artefacts state it, if those are not the value."""
    also: str = ""
    """Other words that state it as well: a text without the addresses of its links."""
    otherwise: tuple[str, ...] = ()
    """The value with the letters of its formulas in the orders in which artefacts hold them."""
    is_in_heads: bool = False
    """Whether proposals print it in their running heads alone, which begin on the second page."""
    plain: str = ""
    """The value without markup, if it has any; of the acronym, the acronym with its year."""

    @property
    def id(self) -> str:
        """The fact's id: `organizers.narges-tabari.email`."""
        return self.fact.id

    @property
    def value(self) -> str:
        """The fact's value, without markup."""
        return self.plain or self.fact.value

    @property
    def span(self) -> Span | None:
        """Where the fact stands in the data."""
        return self.fact.span

    @property
    def wordings(self) -> tuple[str, ...]:
        """The words that are looked for, any of which will do; none for an instant."""
        if self.moment is not None:
            return ()
        value = self.fact.value
        words = [self.said or self.value, self.also, *self.otherwise]
        if isinstance(value, MathLine):
            words += [value.in_order(order) for order in LetterOrder]
        return tuple(dict.fromkeys(filter(None, words)))
