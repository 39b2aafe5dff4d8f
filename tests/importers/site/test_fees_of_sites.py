"""What attending costs, in the forms in which pages say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from tests.importers.site.small_sites import ORGANIZERS, page_with


def read(root: Path, text: str, heading: str = "Registration") -> Draft:
    """What is read of a page with some text below a heading."""
    return page_with(root, f"{ORGANIZERS}# {heading}\n\n{text}\n")


def unread(draft: Draft) -> list[int]:
    """The lines of which it is said that they name fees that are not understood."""
    said = [one for one in draft.diagnostics if "attending costs" in one.message]
    return [one.span.line for one in said if one.span is not None]


STUDENTS = {"who": "Students", "amount": "60 EUR"}


@pytest.mark.parametrize(
    ("text", "fees"),
    [
        ("The registration fee is 120 EUR.", [{"amount": "120 EUR"}]),
        ("Registration is free, but required.", [{"amount": "free"}]),
        ("There are no registration fees.", [{"amount": "free"}]),
        (
            "* Early registration: €80\n* Late registration: 100 €",
            [{"amount": "100 EUR", "early": "80 EUR"}],
        ),
        (
            "* Students: 60 EUR\n* Members of the society – 120 CHF (with lunch)",
            [
                STUDENTS,
                {"who": "Members of the society", "amount": "120 CHF", "note": "with lunch"},
            ],
        ),
        (
            "* 60 EUR for students\n* USD 90 for industry",
            [STUDENTS, {"who": "Industry", "amount": "90 USD"}],
        ),
        (
            "Early bird: 8 EUR\n\nRegular: 9 EUR\n\nEarly students: 4 EUR\n\nStudents: 60 EUR",
            [
                STUDENTS | {"early": "4 EUR"},
                {"who": "Regular", "amount": "9 EUR", "early": "8 EUR"},
            ],
        ),
        (
            "Early regular: 9 €\n\nLate regular: 19 €\n\nEarly students: 4 €\n\nStudents: 60 €",
            [
                {"who": "Regular", "amount": "19 EUR", "early": "9 EUR"},
                STUDENTS | {"early": "4 EUR"},
            ],
        ),
        (
            "| | Fee (EUR) |\n| --- | --- |\n| Students | 60 |\n| Online participants | free |",
            [STUDENTS, {"who": "Online participants", "amount": "free"}],
        ),
        (
            "## Students\n\n60 EUR\n\n## Non-members\n\n99.50 EUR",
            [STUDENTS, {"who": "Non-members", "amount": "99.50 EUR"}],
        ),
    ],
)
def test_fees_are_read_with_those_who_pay_them(
    tmp_path: Path, text: str, fees: list[dict[str, str]]
) -> None:
    draft = read(tmp_path, text)
    assert draft.edition["fees"] == fees
    assert unread(draft) == []


@pytest.mark.parametrize(
    ("early", "late", "day"),
    [
        ("Early (until May 3, 2026)", "Regular", "2026-05-03"),
        ("Jusqu’au vendredi 23 mai", "Après le vendredi 23 mai", "2026-05-23"),
    ],
)
def test_the_day_of_an_early_fee_is_that_of_early_registration(
    tmp_path: Path, early: str, late: str, day: str
) -> None:
    table = f"| | {early} | {late} |\n| --- | --- | --- |\n| Students | 40 EUR | 60 EUR |"
    draft = read(tmp_path, table)
    assert draft.edition["fees"] == [STUDENTS | {"early": "40 EUR"}]
    assert draft.edition["dates"] == {"early_registration": {"date": day}}


@pytest.mark.parametrize(
    "text",
    [
        "The registration fee is $120.",  # of which country?
        "Students: £40",
        "Fee: 1,200 EUR",  # 1200 or 1.20
        "Early: 80 EUR, students 40 EUR",  # do students pay 40 only early?
        "Students: 40 EUR early, 60 EUR late",
        "Conference dinner: 50 EUR",
        "Registration is free for students.",
        "| | Early | Late | On-site |\n| --- | --- | --- | --- |\n| Students | 4 € | 6 € | 7 € |",
    ],
)
def test_fees_that_may_be_several_things_are_said_and_left_out(tmp_path: Path, text: str) -> None:
    draft = read(tmp_path, text)
    assert "fees" not in draft.edition
    last = 15 + text.count("\n")
    assert unread(draft) == [last]


def test_two_fees_of_the_same_people_are_none(tmp_path: Path) -> None:
    draft = read(tmp_path, "* Students: 40 EUR\n* Students: 50 EUR\n* Members: 90 EUR")
    assert draft.edition["fees"] == [{"who": "Members", "amount": "90 EUR"}]
    assert unread(draft) == [15, 16]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Awards", "The best paper gets 500 EUR."),
        ("Attending", "Travel grants of 500 EUR cover registration."),
        ("Hotels", "A room is 90 EUR."),
        ("Travel", "The ticket costs 40 EUR, and the price of a taxi is 90 EUR."),
        ("Registration", "Registration opens on May 3, 2026, for WSP 2026 and ISO 9001."),
    ],
)
def test_other_money_is_no_fee(tmp_path: Path, heading: str, text: str) -> None:
    draft = read(tmp_path, text, heading)
    assert "fees" not in draft.edition
    assert unread(draft) == []


def test_a_fee_is_said_wherever_a_line_names_it(tmp_path: Path) -> None:
    draft = read(tmp_path, "Attending costs a fee of $90, payable on site.", "Venue")
    assert unread(draft) == [15]


@pytest.mark.parametrize(
    "who",
    [
        "Students from developing countries",
        "Early career researchers",
        "Full-time students",
        "PhD students (full-time)",
        "Full professors",
        "General public",
        "Members by invitation",
        "Participants from industry",
        "Members of the conference",
        "Remote participants through a stream",
    ],
)
def test_words_of_time_that_say_who_pays_are_kept(tmp_path: Path, who: str) -> None:
    text = f"* Members (early): 70 EUR\n* Members (late): 90 EUR\n* {who}: 20 EUR"
    members = {"who": "Members", "amount": "90 EUR", "early": "70 EUR"}
    fees = read(tmp_path, text).edition["fees"]
    assert fees == [members, {"who": who, "amount": "20 EUR"}]


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("Students until 23:59 on May 1, 2027", "Students from May 2, 2027 on"),
        ("Students on or before May 1", "Students after May 1"),
        ("Students until the end of April", "Students after the early-bird deadline"),
        ("Students up to and including 1 May", "Students from 2 May to 14 June"),
        ("Students (early bird)", "Regular students"),
    ],
)
def test_early_and_late_amounts_are_known_by_the_day_behind_a_word(
    tmp_path: Path, early: str, late: str
) -> None:
    draft = read(tmp_path, f"* {early}: 40 EUR\n* {late}: 60 EUR")
    assert draft.edition["fees"] == [{"who": "Students", "amount": "60 EUR", "early": "40 EUR"}]


@pytest.mark.parametrize("cell", ["TBA", "n/a", "–", "to be announced", "sold out"])
def test_a_cell_without_an_amount_beside_others_is_no_part_of_who_pays(
    tmp_path: Path, cell: str
) -> None:
    rows = f"| Students | {cell} | 60 EUR |\n| Members | 80 EUR | 90 EUR |"
    draft = read(tmp_path, f"| | Early bird | Regular |\n| --- | --- | --- |\n{rows}")
    members = {"who": "Members", "amount": "90 EUR", "early": "80 EUR"}
    assert draft.edition["fees"] == [STUDENTS, members]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("* Early registration: €80", "only the early amount is given (80 EUR)"),
        ("* Early students: 40 EUR", "only the early amount for “Students” is given (40 EUR)"),
        (
            "| | Early (until May 1) | Late |\n| --- | --- | --- |\n| Students | 40 EUR | TBA |",
            "only the early amount for “Students” is given (40 EUR)",
        ),
    ],
)
def test_an_early_amount_alone_is_reported_as_one(tmp_path: Path, text: str, said: str) -> None:
    draft = read(tmp_path, text)
    assert "fees" not in draft.edition
    assert any(one.message.startswith(said) for one in draft.diagnostics)


def test_the_day_of_an_early_amount_alone_is_kept(tmp_path: Path) -> None:
    rows = "| Students | 40 EUR | TBA |"
    draft = read(tmp_path, f"| | Early (until May 1, 2026) | Late |\n| --- | --- | --- |\n{rows}")
    assert draft.edition["dates"] == {"early_registration": {"date": "2026-05-01"}}
