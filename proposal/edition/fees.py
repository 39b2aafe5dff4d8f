"""What attending an edition costs, said in its language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from proposal.edition import wording
from proposal.edition.deadlines import Deadline
from proposal.model.records.fee_record import FREE, FeeRecord
from proposal.words.language import ENGLISH, Language


class Price(Struct, frozen=True):
    """An amount of money, or nothing to pay."""

    amount: str
    """As data have it: 120 EUR, 99.50 USD, free."""
    language: Language = ENGLISH

    def __str__(self) -> str:
        return self.language.gettext("free") if self.is_free else self._formatted

    @property
    def is_free(self) -> bool:
        """Whether it costs nothing."""
        return self.amount == FREE

    @property
    def number(self) -> str:
        """The amount as machines read it: 120, 99.50; 0 for what is free."""
        return "0" if self.is_free else self.amount.partition(" ")[0]

    @property
    def currency(self) -> str | None:
        """The currency's letters in ISO 4217; nothing for what is free."""
        return None if self.is_free else self.amount.partition(" ")[2]

    @property
    def _formatted(self) -> str:
        from babel.numbers import get_currency_precision, parse_pattern  # noqa: PLC0415 - slow

        locale, number = self.language.locale, Decimal(self.number)
        pattern = parse_pattern(locale.currency_formats["standard"].pattern)
        digits = get_currency_precision(self.currency or "")
        is_whole = number == number.to_integral_value()
        pattern.frac_prec = (0, 0) if is_whole else (digits, digits)
        shown = str(pattern.apply(number, locale, currency=self.currency, currency_digits=False))
        # The letters of a currency stand apart from the number: CHF 1,200.
        return re.sub(r"(?<=[A-Z])(?=\d)", wording.NO_BREAK_SPACE, shown)


class Fee(Struct, frozen=True):
    """What attending costs for a group of people."""

    who: str | None
    """For whom it is; nothing if it is for all."""
    amount: Price
    early: Price | None
    """What it costs in early registration."""
    note: str | None
    language: Language = ENGLISH

    def said(self, early_until: Deadline | None) -> str:
        """What it costs and until when: "€90 until July 1, 2027, then €120".

        Args:
            early_until: the end of early registration, if that is known.
        """
        gettext = self.language.gettext
        if self.early is None:
            return str(self.amount)
        if early_until is None:
            # Words: two amounts of money.
            return gettext(
                "%(early)s for early registration, then %(amount)s",
                early=self.early,
                amount=self.amount,
            )
        # Words: an amount of money, a day, another amount.
        return gettext(
            "%(early)s until %(day)s, then %(amount)s",
            early=self.early,
            day=early_until,
            amount=self.amount,
        )


class FeeLine(Struct, frozen=True):
    """A line of the list of fees."""

    who: str
    """For whom it is; empty if it is for all."""
    said: str
    note: str

    @property
    def name(self) -> str:
        """For whom it is, as what proves documents tells fees apart."""
        return name_of_fee(self.who)

    @property
    def line(self) -> str:
        """The whole of it: "Students: €90 until July 1, 2027, then €120 (with dinner)"."""
        who = f"{self.who}: " if self.who else ""
        return f"{who}{self.said}" + (f" ({self.note})" if self.note else "")


def name_of_fee(who: str | None) -> str:
    """For whom a fee is: a group of people, or all."""
    return who or "all"


def fee_lines(
    fees: Iterable[Fee], early_until: Deadline | None, language: Language
) -> tuple[FeeLine, ...]:
    """The lines of a list of fees; of a workshop that is free for all, a sentence.

    With a note behind it, it is a word like each other amount: "free (with lunch)".
    """
    listed = tuple(fees)
    if [(fee.who, fee.amount.is_free, fee.note) for fee in listed] == [(None, True, None)]:
        return (FeeLine("", language.gettext("Participation is free."), ""),)
    return tuple(FeeLine(fee.who or "", fee.said(early_until), fee.note or "") for fee in listed)


class Offer(Struct, frozen=True):
    """What a group of people pays, as machines read it."""

    who: str | None
    price: Price
    ends: dt.datetime | None
    """Until when it holds, if a day is known."""


def offers_of(fees: Iterable[Fee], early_until: Deadline | None) -> tuple[Offer, ...]:
    """All fees one by one, the early ones with the end of early registration."""
    found: list[Offer] = []
    for fee in fees:
        if fee.early is not None and early_until is not None:
            found.append(Offer(fee.who, fee.early, early_until.ends))
        found.append(Offer(fee.who, fee.amount, None))
    return tuple(found)


def fees_of(records: Iterable[FeeRecord]) -> tuple[Fee, ...]:
    """The fees as an edition's file says them, in English until the edition has a language."""
    return tuple(
        Fee(
            record.who,
            Price(str(record.amount)),
            Price(str(record.early)) if record.early else None,
            record.note,
        )
        for record in records
    )
