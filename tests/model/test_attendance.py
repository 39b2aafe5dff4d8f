"""How people take part is said in one of three words, and where they join online beside it."""

from __future__ import annotations

import pytest

from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.program import SlotRecord
from proposal.model.records.venue import VenueRecord
from proposal.model.records.when_record import WhenRecord
from tests.attendance import CITY, EDITION, MEETING, VENUE, said
from tests.diagnostic_lists import only
from tests.model.hinted_keys import hints
from tests.workspace import Workspace


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("on site", "on-site"),
        ("in-person", "on-site"),
        ("mixed", "hybrid"),
        ("in person and online", "hybrid"),
        ("Virtual", "online"),
        ("online only", "online"),
        ("Zoom", "online"),
    ],
)
def test_other_words_are_answered_with_ours(workspace: Workspace, word: str, meant: str) -> None:
    found = only(said(workspace, f"attendance: {word}\n").read().diagnostics)
    assert (found.code, found.hint) == ("not-a-choice", f"write `attendance: {meant}`")


def test_a_number_is_answered_with_the_keys_for_numbers(workspace: Workspace) -> None:
    found = only(said(workspace, "attendance: 60\n").read().diagnostics)
    assert found.hint is not None
    assert "`audience: {expected: 60}`" in found.hint


@pytest.mark.parametrize("attendance", ["", "attendance: on-site\n"])
def test_an_edition_that_nobody_joins_online_has_no_address_for_it(
    workspace: Workspace, attendance: str
) -> None:
    found = only(said(workspace, f"{attendance}join: {MEETING}\n").resolve("2026")[1])
    assert (found.code, found.hint) == (
        "join-on-site",
        "write `attendance: hybrid`, or `attendance: online`",
    )


def test_a_wrong_word_is_reported_once_whatever_stands_beside_it(workspace: Workspace) -> None:
    found = only(said(workspace, f"attendance: mixed\njoin: {MEETING}\n").resolve("2026")[1])
    assert found.code == "not-a-choice"


def test_several_addresses_need_labels(workspace: Workspace) -> None:
    lines = f"attendance: hybrid\njoin: [{MEETING}, {{label: Posters, url: {MEETING}/2}}]\n"
    found = only(said(workspace, lines).read().diagnostics)
    assert (found.code, found.hint) == (
        "link-without-label",
        f"write {{label: …, url: {MEETING}}}",
    )


@pytest.mark.parametrize(
    ("key", "kind", "hint"),
    [
        ("mode", EditionRecord, "`attendance: hybrid`"),
        ("hybrid", EditionRecord, "`attendance: hybrid`"),
        ("online", EditionRecord, "write `attendance: online`"),
        ("zoom", EditionRecord, "`join: https://…`"),
        ("meeting_url", EditionRecord, "`join: https://…`"),
        ("streaming", EditionRecord, "`links: {stream: https://example.org/live}`"),
        ("mode", WhenRecord, "beside `when`"),
        ("stream", WhenRecord, "write `join: https://…`"),
        ("zoom", SlotRecord, "write `join: https://…`"),
        ("online", VenueRecord, "`attendance: online` in edition.yaml"),
    ],
)
def test_other_keys_are_answered_with_ours(key: str, kind: type, hint: str) -> None:
    (found,) = hints(f"{key}: https://example.org\n", kind)
    assert found is not None
    assert hint in found


# The conference's city


def test_a_conference_without_a_city_is_for_online_editions(workspace: Workspace) -> None:
    workspace.replace(VENUE, CITY, "")
    _, diagnostics = workspace.resolve("2026")
    found = only(diagnostics)
    assert found.code == "missing-city"
    assert found.hint is not None
    assert "write `attendance: online` here" in found.hint
    assert f"{found.span}".endswith(workspace.place_of(EDITION, "wsdm-2026"))


@pytest.mark.parametrize("line", ["city: Boise\n", "country: USA\n"])
def test_a_city_has_a_country_and_a_country_a_city(workspace: Workspace, line: str) -> None:
    workspace.replace(VENUE, line, "")
    assert "missing-key" in {found.code for found in workspace.read().diagnostics}


def test_a_city_called_online_is_answered(workspace: Workspace) -> None:
    workspace.replace(VENUE, "city: Boise\nstate: Idaho\n", "city: Virtual Event\n")
    (found,) = (found for found in workspace.check(["2026"]) if found.code == "online-as-city")
    assert found.message == "`Virtual Event` is no city"
    assert "`attendance: online`" in str(found.hint)


@pytest.mark.parametrize("lines", ["city: Online\n", "city: Virtual\ncountry: Online\n"])
def test_a_conference_in_no_country_is_refused_where_its_city_is_none(
    workspace: Workspace, lines: str
) -> None:
    workspace.replace(VENUE, CITY, lines)
    found = only(workspace.read().diagnostics)
    assert found.code == "missing-city"
    assert str(found.span).endswith(workspace.place_of(VENUE, lines.split()[1]))
    assert [of.code for of in workspace.resolve("2026")[1]].count("missing-city") == 1
    assert str(found.hint).startswith("what takes place online has neither `city`")


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("attendance: online", []),
        ("attendance: online, city: Graz, country: Austria", []),
        ("city: Graz, country: Austria", []),
        ("city: Graz", ["missing-key"]),
        ("url: https://example.org", ["missing-key"]),
    ],
)
def test_an_earlier_edition_was_in_a_city_or_online(
    workspace: Workspace, keys: str, codes: list[str]
) -> None:
    item = f"{{ordinal: 2, date: 2025-08-04, host: KDD 2025, {keys}}}"
    text = (workspace.data / "workshop.yaml").read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if not line.startswith(("earlier", " ", "-"))]
    workspace.write("workshop.yaml", "\n".join([*kept, f"earlier: [{item}]", ""]))
    assert [found.code for found in workspace.read().diagnostics] == codes
    if not codes and "city" not in keys:
        assert [past.place for past in workspace.edition("2026").editions] == [
            "Barcelona, Spain",
            "Online",
        ]
