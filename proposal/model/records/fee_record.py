"""What attending costs, and for whom, as an edition says it."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, NoReturn

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)

from proposal.model.fields import Line, refuse
from proposal.model.record import Record, in_short
from proposal.model.records.listed import as_list_of_records

FREE = "free"
"""What is written for what costs nothing."""

_FORM = re.compile(
    r"(?:(?P<before>[A-Za-z]{3}|€)\s*)?(?P<number>\d+(?:[.,]\d{2})?)(?:\s*(?P<behind>[A-Za-z]{3}|€))?"
)
"""Examples: `120 EUR`, `EUR 120`, `99.50 USD`, `80 €`; not `1,200 EUR`, which may be either."""
_TENTHS = re.compile(
    r"(?P<before>[A-Za-z]{3}|€)?\s*(?P<whole>\d+)[.,](?P<tenths>\d)\s*(?P<behind>[A-Za-z]{3}|€)?"
)
"""Examples: `90.5 USD`, `EUR 90,5`."""
_SIGNS = {"€": "EUR"}
_HINT = "write the number and the currency by its three letters: `120 EUR`; or `free`"


def _amount(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text.casefold() == FREE:
        return FREE
    match = _FORM.fullmatch(text)
    if match is None:
        _refuse_amount(text)
    letters = match["before"] or match["behind"]
    if letters is None:
        refuse("not-an-amount", f"`{text}` does not say in which currency", _HINT)
    if match["before"] and match["behind"]:
        refuse("not-an-amount", f"`{text}` names a currency twice", _HINT)
    code = _SIGNS.get(letters, letters.upper())
    if code not in currencies():
        message = f"`{letters}` is no currency, by its three letters in ISO 4217"
        refuse("not-an-amount", message, _HINT)
    number = Decimal(match["number"].replace(",", "."))
    if number == 0:
        refuse("not-an-amount", f"`{text}` is nothing", "write `free`")
    from babel.numbers import get_currency_precision  # noqa: PLC0415 - slow to load

    is_whole = number == number.to_integral_value()
    if not is_whole and get_currency_precision(code) == 0:
        message = f"`{text}` has digits behind the point that {code} does not have"
        refuse("not-an-amount", message, "write a whole number")
    # As machines read it: `0120,00` is 120.
    return f"{number:.0f} {code}" if is_whole else f"{number:f} {code}"


def _refuse_amount(text: str) -> NoReturn:
    hint = _HINT
    if re.search(r"[$£¥₹₩]", text):
        hint = "several currencies have that sign; write its three letters: `120 USD`, `120 CAD`"
    elif re.search(r"\d[.,\s']\d{3}(?!\d)", text):  # 1,000 EUR
        hint = "write the number without a sign between its digits: `1200 EUR`"
        # 12.500 KWD: currencies of a thousand parts.
        if re.search(r"\d[.,]\d{3}(?!\d)", text):
            hint += "; or two digits behind the point: `12.50 KWD`"
    elif match := _TENTHS.fullmatch(text):
        parts = (match["before"], f"{match['whole']}.{match['tenths']}0", match["behind"])
        hint = f"write two digits behind the point: `{' '.join(filter(None, parts))}`"
    elif text.casefold() in {"none", "no", "gratis", "kostenlos", "nothing", "-"}:
        hint = "write `free`"
    refuse("not-an-amount", f"`{text}` is no amount of money", hint)


@cache
def currencies() -> frozenset[str]:
    """The currencies by which people have paid somewhere since 2010, by their letters in ISO 4217.

    No day of today is asked: what an edition cost stays true when its country has the euro.
    """
    from babel.core import get_global  # noqa: PLC0415 - slow to load
    from babel.numbers import get_territory_currencies  # noqa: PLC0415 - as above

    territories = get_global("territory_currencies")
    since, until = dt.date(2010, 1, 1), dt.date.max
    return frozenset(
        code for place in territories for code in get_territory_currencies(place, since, until)
    )


Amount = Annotated[
    Line,
    BeforeValidator(_amount),
    WithJsonSchema({"type": "string", "pattern": r"^ *([Ff]ree|[^\d]*\d+([.,]\d\d)?[^\d]*)$"}),
]
"""An amount of money with its currency, or `free`."""


class FeeRecord(Record):
    """What attending costs for a group of people."""

    model_config = ConfigDict(
        json_schema_extra=in_short(description="The amount alone, if it is the same for all.")
    )

    who: Line | None = Field(None, examples=["Students"])
    """For whom it is: Students, Online participants, Members of the society."""
    amount: Amount = Field(examples=["120 EUR"])
    """What it costs; beside `early`, after the day of early registration."""
    early: Amount | None = Field(None, examples=["90 EUR"])
    """What it costs until the day that `dates.early_registration` says."""
    note: Line | None = Field(None, examples=["with dinner"])
    """What else there is to know of it, in a few words."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"amount": value} if isinstance(value, str) else value


def _distinct(fees: list[FeeRecord]) -> list[FeeRecord]:
    """Several fees say for whom each of them is."""
    known: set[str] = set()
    is_of_students = any((fee.who or "").casefold() == "students" for fee in fees)
    example = "All others" if is_of_students else "Students"
    for index, fee in enumerate(fees if len(fees) > 1 else ()):
        if fee.who is None:
            message = "nobody is named who pays this fee, and there are other fees"
            hint = f"write `{{who: {example}, amount: {fee.amount}}}`"
            refuse("fee-for-nobody", message, hint, key=index)
        if fee.who.casefold() in known:
            message = f"there are two fees for `{fee.who}`"
            hint = "keep one; a reduced one until a day is `early: …`"
            refuse("fee-for-nobody", message, hint, key=index)
        known.add(fee.who.casefold())
    return fees


Fees = Annotated[
    list[FeeRecord],
    BeforeValidator(as_list_of_records, json_schema_input_type=FeeRecord | list[FeeRecord]),
    AfterValidator(_distinct),
]
"""What attending costs: an amount, a record, or a list of them."""
