"""What is said of slips in typing names the place, what was meant, and what to type instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.diagnostics import Diagnostic
from tests.diagnostic_lists import only
from tests.render.written_event import CONFERENCE, EDITION, PROGRAM, VENUE, written_event
from tests.workspace import Workspace

PERSON = "people/ana-placeholder.yaml"


@pytest.fixture
def event(tmp_path: Path) -> Workspace:
    made = written_event(tmp_path)
    made.write(VENUE, CONFERENCE)
    return made


def found_with(event: Workspace, file: str, right: str, typed: str) -> list[Diagnostic]:
    event.replace(file, right, typed)
    project = event.load()
    return project.diagnostics_of(project.unresolved)


@pytest.mark.parametrize(
    ("file", "right", "typed", "said", "hint"),
    [
        (
            EDITION,
            "[ana-placeholder]",
            "[people/ana-placeholder.yaml]",
            "`people/ana-placeholder.yaml` is no id",
            "an id is lower-case letters, digits and hyphens: ana-placeholder",
        ),
        (
            EDITION,
            "[ana-placeholder]",
            "\n  - ana-placeholder, ben-placeholder",
            "`ana-placeholder, ben-placeholder` are several ids, and one is expected here",
            "write each as an item of its own: [ana-placeholder, ben-placeholder]",
        ),
        (
            EDITION,
            "contact: ana-placeholder",
            "contact: ana (at) tides.net",
            "`ana (at) tides.net` is no email address: it has no @-sign",
            "write ana@tides.net",
        ),
        (
            EDITION,
            "contact: ana-placeholder",
            "contact: ana@tides.net, ben@tides.net",
            "`ana@tides.net, ben@tides.net` are several email addresses in one text",
            "write them as a list: [ana@tides.net, ben@tides.net]",
        ),
        (
            PERSON,
            "ana@example.org",
            "ana@tides.net; ben@tides.net",
            "`ana@tides.net; ben@tides.net` are several email addresses, and one is expected here",
            "write one of them: ana@tides.net",
        ),
        (
            PERSON,
            "ana@example.org",
            "ana[at]tides[dot]net",
            "`ana[at]tides[dot]net` is no email address: it has no @-sign",
            "write ana@tides.net",
        ),
        (
            VENUE,
            "start: 2026-07-06",
            "start: 6-10 July 2026",
            "`6-10 July 2026` are several days, and one is expected here",
            "write the first day as `start`, and the last as `end`",
        ),
        (
            EDITION,
            "date: 2026-04-01",
            'date: "April 1-3, 2026"',
            "`April 1-3, 2026` are several days, and one is expected here",
            "write one day: 2026-02-26",
        ),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(
    event: Workspace, file: str, right: str, typed: str, said: str, hint: str
) -> None:
    found = only(found_with(event, file, right, typed))
    assert (found.message, found.hint) == (said, hint)
    assert found.span is not None


@pytest.mark.parametrize(
    "typed",
    [
        "htps://tides.net/a",
        "https//tides.net/a",
        "http:/tides.net/a",
        "https:// tides.net/a",
        "<https://tides.net/a>",
        "'[here](https://tides.net/a)'",
        "see https://tides.net/a",
    ],
)
def test_a_mistyped_web_address_is_answered_with_the_right_one(
    event: Workspace, typed: str
) -> None:
    event.append(VENUE, "url: https://x.net/\n")
    found = only(found_with(event, VENUE, "https://x.net/", typed))
    assert (found.code, found.hint) == ("not-a-url", "write https://tides.net/a")


@pytest.mark.parametrize(
    ("file", "right", "typed", "place"),
    [
        (VENUE, "end: 2026-07-10", "end: 2026-07-01", "2026-07-01"),
        (EDITION, "end: 17:00}", "end: 08:00}", "08:00"),
        (PROGRAM, "end: 17:00", "end: 08:00", "08:00"),
    ],
)
def test_an_end_before_the_beginning_is_reported_at_the_end(
    event: Workspace, file: str, right: str, typed: str, place: str
) -> None:
    found = next(
        one for one in found_with(event, file, right, typed) if one.code.endswith("of-order")
    )
    assert str(found.span).endswith(event.place_of(file, place))


def test_a_comma_in_two_amounts_is_no_key_that_stands_twice(event: Workspace) -> None:
    event.append(EDITION, "fees:\n  - {who: All, amount: 5 EUR}\n")
    found = found_with(event, EDITION, "5 EUR", "5,000 NPR, early: 4,000 NPR")
    assert "duplicate-key" not in {one.code for one in found}
    assert len([one for one in found if "a comma ends" in one.message]) == 2


def test_a_first_item_without_its_hyphen_is_answered_with_the_whole_list(event: Workspace) -> None:
    typed = "\n  ana-placeholder\n  - ben-placeholder"
    found = found_with(event, EDITION, "organizers: [ana-placeholder]", f"organizers:{typed}")
    (wrong,) = (one for one in found if one.code == "not-a-list")
    assert (wrong.hint or "").startswith("write organizers: [ana-placeholder, ben-placeholder]")


def test_an_item_between_braces_without_its_hyphen_is_reported(event: Workspace) -> None:
    event.append(PROGRAM, "{start: 17:00, end: 18:00, title: Dinner}\n")
    (found,) = (one for one in event.load().data.diagnostics if one.code == "yaml-syntax")
    assert found.message == "the hyphen of an item is missing before this brace"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Placeholder, Ana", "write Ana Placeholder if that is one person; else one person an"),
        ("Ana Placeholder, Example Institute", "write Ana Placeholder (Example Institute) if"),
        ("Ana Placeholder, Uni P", "write Ana Placeholder (Uni P) if"),
        ("Ana Placeholder, Politecnico di P", "write Ana Placeholder (Politecnico di P) if"),
        ("Ana Placeholder (Institute", "close the bracket; put an item with a comma in it"),
        ("Ana P, Ben P, Cy P", "write one person an item: a name"),
    ],
)
def test_a_name_that_holds_more_is_answered_with_what_may_be_meant(
    event: Workspace, name: str, hint: str
) -> None:
    event.append(EDITION, f'committee:\n  - "{name}"\n')
    (found,) = (one for one in event.load().data.diagnostics if one.code == "unlikely-name")
    assert (found.hint or "").startswith(hint)
