"""What attending costs is an amount with its currency, for somebody, or free."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from proposal.build.pages import render_pages
from proposal.build.request import Kind
from proposal.edition.fees import Price
from proposal.edition.public import public
from proposal.model.loading.validation import validate_record
from proposal.model.records.fee_record import FeeRecord
from proposal.render.text.texts import texts
from proposal.source.yaml import parse_yaml
from proposal.words.catalogue import catalogue_files
from proposal.words.language import ENGLISH, read_language
from tests.check.findings import diagnostics_of
from tests.diagnostic_lists import only
from tests.workspace import Workspace

EDITION = "editions/2027/edition.yaml"
FEES = """
fees:
  - {who: Members, amount: 180 EUR, early: 120.50 EUR, note: with dinner}
  - {who: Students, amount: EUR 60}
  - {who: Online participants, amount: free}
"""
BEFORE = dt.date(2026, 11, 1)


def lines(workspace: Workspace) -> list[str]:
    shown = public(workspace.edition("2027")).fee_lines
    return [fee.line.replace("\N{NO-BREAK SPACE}", " ") for fee in shown]


@pytest.mark.parametrize(
    ("amount", "language", "shown"),
    [
        ("120 EUR", "en", "€120"),
        ("120 EUR", "de", "120 €"),
        ("99.50 EUR", "de", "99,50 €"),
        ("12000 JPY", "en", "¥12,000"),
        ("1200 CHF", "en", "CHF 1,200"),
        ("12.50 KWD", "en", "KWD 12.500"),
        ("free", "de", "kostenlos"),
    ],
)
def test_an_amount_is_said_in_the_editions_language(amount: str, language: str, shown: str) -> None:
    spoken = ENGLISH if language == "en" else read_language(language, catalogue_files()[language])
    assert str(Price(amount, spoken)).replace("\N{NO-BREAK SPACE}", " ") == shown


def test_groups_have_fees_of_their_own_and_the_early_one_a_day(engines: Workspace) -> None:
    engines.append(EDITION, FEES)
    assert lines(engines) == [
        "Members: €120.50 until January 20, 2027, then €180 (with dinner)",
        "Students: €60",
        "Online participants: free",
    ]
    engines.replace(EDITION, "  early_registration: 2027-01-20\n", "")
    assert lines(engines)[0] == "Members: €120.50 for early registration, then €180 (with dinner)"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("free", "Participation is free."),
        ("{amount: free, note: with lunch}", "free (with lunch)"),
        ("80 EUR", "€80"),
        ("80 €", "€80"),
        ("80,00 eur", "€80"),
        ("{who: All, amount: 0}", None),
    ],
)
def test_a_fee_may_be_an_amount_alone(engines: Workspace, typed: str, line: str | None) -> None:
    engines.append(EDITION, f"fees: {typed}\n")
    if line is None:
        assert only(engines.resolve("2027")[1]).code == "not-an-amount"
    else:
        assert lines(engines) == [line]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("120 HRK", "120 HRK"),  # until 2022
        ("12,50 KWD", "12.50 KWD"),
        ("0120.00 EUR", "120 EUR"),
        ("１２０ EUR", "120 EUR"),  # digits of a Japanese keyboard
        ("1000 JPY", "1000 JPY"),
    ],
)
def test_an_amount_is_kept_as_machines_read_it(typed: str, kept: str) -> None:
    assert FeeRecord.model_validate(typed).amount == kept


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("120", "not-an-amount", "write the number and the currency by its three letters"),
        ("$120", "not-an-amount", "several currencies have that sign"),
        ("1,200 EUR", "not-an-amount", "write the number without a sign between its digits"),
        ("120 DEM", "not-an-amount", "write the number and the currency by its three letters"),
        ("120.50 JPY", "not-an-amount", "write a whole number"),
        ("0 EUR", "not-an-amount", "write `free`"),
        ("gratis", "not-an-amount", "write `free`"),
        ("90.5 USD", "not-an-amount", "write two digits behind the point: `90.50 USD`"),
        ("EUR 90,5", "not-an-amount", "write two digits behind the point: `EUR 90.50`"),
        ("[{who: A, amount: 1 EUR}, 2 EUR]", "fee-for-nobody", "write `{who: Students, amount"),
        ("[{who: A, amount: 1 EUR}, {who: a, amount: free}]", "fee-for-nobody", "keep one"),
    ],
)
def test_what_is_no_fee_is_answered_with_what_to_type(
    engines: Workspace, typed: str, code: str, hint: str
) -> None:
    engines.append(EDITION, f"fees: {typed}\n")
    found = only(engines.load().data.diagnostics)
    assert found.code == code
    assert str(found.hint).startswith(hint)
    assert found.span is not None
    assert found.span.file.name == "edition.yaml"


@pytest.mark.parametrize("key", ["registration_fee", "price", "early_bird_fee", "costs"])
def test_other_names_of_the_key_are_answered_with_it(engines: Workspace, key: str) -> None:
    engines.append(EDITION, f"{key}: 120 EUR\n")
    assert "`fees: " in str(only(engines.load().data.diagnostics).hint)


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("for", "write `who: "),
        ("category", "write `who: "),
        ("price", "write `amount: "),
        ("regular", "write `amount: "),
        ("early_bird", "write `early: "),
        ("until", "the day until which `early` holds is `early_registration`"),
        ("currency", "write it behind the number: "),
        ("includes", "did you mean `note`"),
    ],
)
def test_other_names_of_what_a_fee_says_are_answered_with_it(key: str, hint: str) -> None:
    node, _ = parse_yaml(f"{{who: Students, amount: 60 EUR, {key}: words}}", Path("file.yaml"))
    assert node is not None
    assert str(only(validate_record(node, FeeRecord).diagnostics).hint).startswith(hint)


def test_early_fees_are_lower_and_have_a_day(engines: Workspace) -> None:
    engines.append(EDITION, FEES)
    assert diagnostics_of(engines, "early-fee", "2027", BEFORE) == []
    engines.replace(EDITION, "early: 120.50 EUR", "early: 190 EUR")
    engines.replace(EDITION, "amount: free}", "amount: free, early: 10 EUR}")
    engines.replace(EDITION, "  early_registration: 2027-01-20\n", "")
    found = diagnostics_of(engines, "early-fee", "2027", BEFORE)
    assert [item.message for item in found] == [
        "nobody is told until when the early fee holds",
        "the early fee (190 EUR) is not lower than the other (180 EUR)",
        "the early fee (10 EUR) is not lower than the other (free)",
    ]


def test_visitors_find_fees_wherever_they_look(engines: Workspace) -> None:
    engines.append(EDITION, FEES)
    page = render_pages(engines.load(), {Kind.SITE}).site.files["2027/index.html"].decode()
    assert "<dt>Students</dt><dd>€60</dd>" in page
    (event,) = (
        data
        for text in re.findall(r'ld\+json">(.*?)</script>', page, re.DOTALL)
        if (data := json.loads(text))["@type"] == "Event"
    )
    assert [(offer.get("name"), offer["price"]) for offer in event["offers"]] == [
        ("Members", "120.50"),
        ("Members", "180"),
        ("Students", "60"),
        ("Online participants", "0"),
    ]
    made = texts(engines.root, public(engines.edition("2027")), None).files
    for name in ("cfp.txt", "cfp.md"):
        assert "Online participants: free" in made[name].decode()


def test_an_edition_that_is_cancelled_asks_for_no_fee(engines: Workspace) -> None:
    engines.append(EDITION, f"status: cancelled\n{FEES}")
    assert lines(engines) == []


def test_the_fee_for_nobody_is_shown_with_its_own_amount(engines: Workspace) -> None:
    fees = "fees:\n  - {who: Students, amount: 60 EUR}\n  - {amount: 80 EUR, note: with lunch}\n"
    engines.append(EDITION, fees)
    found = only(engines.load().data.diagnostics)
    assert found.span is not None
    assert "80 EUR" in found.span.file.read_text("utf-8").splitlines()[found.span.line - 1]
    assert found.hint == "write `{who: All others, amount: 80 EUR}`"
