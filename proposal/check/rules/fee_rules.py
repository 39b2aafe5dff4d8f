"""Rules on what attending costs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic


def early_without_day(subject: Subject) -> Iterator[Diagnostic]:
    """Whoever reads of a reduced fee asks until when it holds."""
    written = subject.files.edition
    early = next((number for number, fee in enumerate(written.fees) if fee.early), None)
    if early is None or subject.edition.dates.early_registration or subject.is_over:
        return
    message = "nobody is told until when the early fee holds"
    hint = "add `early_registration: 2027-07-01` under `dates`"
    yield diagnostic("early-fee", message, written.place("fees", early, "early"), hint)


def dear_early_fee(subject: Subject) -> Iterator[Diagnostic]:
    """An early fee is the lower one; else the two were mixed up."""
    for number, (record, fee) in enumerate(
        zip(subject.files.edition.fees, subject.edition.fees, strict=True)
    ):
        early, amount = fee.early, fee.amount
        if early is None or not (
            early.is_free or amount.is_free or early.currency == amount.currency
        ):
            continue
        if Decimal(early.number) >= Decimal(amount.number):
            message = (
                f"the early fee ({record.early}) is not lower than the other ({record.amount})"
            )
            span = subject.files.edition.place("fees", number, "early")
            yield diagnostic("early-fee", message, span, "correct one of the two")


FEES: tuple[Rule, ...] = (early_without_day, dear_early_fee)
