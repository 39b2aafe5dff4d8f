"""Words that people write for keys lead to the keys that there are, and to no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.diagnostics import Diagnostic
from proposal.model.loading.meant_keys import SYNONYMS, has_key, meant_keys
from proposal.model.loading.validation import validate_list, validate_record
from proposal.model.nearest_word import nearest
from proposal.model.record import Record
from proposal.model.records.data_files import FILES
from proposal.model.records.edition_record import EditionRecord, OrganizerRecord
from proposal.model.records.fee_record import FeeRecord
from proposal.model.records.paper import AuthorRecord
from proposal.model.records.person import AffiliationRecord, PersonRecord
from proposal.model.records.program import SlotRecord
from proposal.model.records.speaker_record import Speaker
from proposal.model.records.venue import VenueRecord
from proposal.model.records.workshop import Workshop
from proposal.model.reference.key_reference import records_in
from proposal.source.yaml import parse_yaml
from tests.diagnostic_lists import only, places

FILE = Path("file.yaml")
RECORDS = list(dict.fromkeys(record for kind in FILES.values() for record in records_in(kind)))
EDITION = """ordinal: 1
venue: a
when: {date: 2024-08-25, start: 14:00, end: 18:00}
organizers: [a]
abstract: A
"""


def diagnostics_of(text: str, kind: type[Record]) -> list[Diagnostic]:
    node, diagnostics = parse_yaml(text, FILE)
    assert node is not None
    return [*diagnostics, *validate_record(node, kind).diagnostics]


@pytest.mark.parametrize("word", SYNONYMS)
def test_a_synonym_leads_to_keys_that_exist(word: str) -> None:
    unknown = [key for key in SYNONYMS[word] if not any(has_key(record, key) for record in RECORDS)]
    assert unknown == []
    assert any(word not in record.model_fields for record in RECORDS)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_no_hint_names_a_key_that_the_record_does_not_have(record: type[Record]) -> None:
    words = [*SYNONYMS, "xyzzy", "titel", "naem", "e-mail", "Start Date", "WHEN"]
    named = {key for word in words for key in meant_keys(word, record)}
    assert [key for key in named if not has_key(record, key)] == []


@pytest.mark.parametrize(
    ("record", "word", "keys"),
    [
        (EditionRecord, "location", ["room", "venue"]),
        (VenueRecord, "location", ["site", "city"]),
        (EditionRecord, "people", ["organizers"]),
        (EditionRecord, "keynotes", ["speakers"]),
        (EditionRecord, "deadline", ["dates.submission"]),
        (EditionRecord, "Important Dates", ["dates"]),
        (EditionRecord, "timezone", []),
        (VenueRecord, "timezone", ["zone"]),
        (VenueRecord, "end_date", ["end"]),
        (SlotRecord, "speaker", ["talk"]),
        (SlotRecord, "time", ["start"]),
        (Speaker, "speaker", ["person"]),
        (PersonRecord, "affiliation", ["affiliations"]),
        (PersonRecord, "website", ["links.homepage"]),
        (PersonRecord, "E-Mail", ["email"]),
        (PersonRecord, "Name", ["name"]),
        (Workshop, "website", ["url"]),
        (Workshop, "title", ["name"]),
    ],
)
def test_another_word_for_a_key_is_understood(
    record: type[Record], word: str, keys: list[str]
) -> None:
    assert meant_keys(word, record) == keys


@pytest.mark.parametrize("record", [SlotRecord, EditionRecord])
def test_a_word_that_only_looks_a_little_like_a_key_is_no_slip_of_the_pen(
    record: type[Record],
) -> None:
    assert meant_keys("remote", record) == []


def test_the_nearest_word_may_be_less_alike_where_it_is_asked_for() -> None:
    assert nearest("remote", ["role"]) == "role"
    assert nearest("remote", ["role"], 0.7) is None


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("location: Hall 1", "did you mean `room` or `venue`?"),
        ("deadline: 2024-06-01", "did you mean `submission` under `dates`?"),
        ("city: Graz", "`city` belongs into venues/NAME.yaml"),
        ("accent: red", "`accent` belongs into workshop.yaml"),
        ("look: paper", "`look` belongs into workshop.yaml"),  # and is no slip of `logo`
    ],
)
def test_the_hint_says_where_the_key_stands(line: str, hint: str) -> None:
    diagnostic = only(diagnostics_of(f"{EDITION}{line}\n", EditionRecord))
    assert diagnostic.message == f"`{line.partition(':')[0]}` is no known key"
    if "city" not in line:
        assert diagnostic.hint == hint
    else:
        assert str(diagnostic.hint).startswith(("`city` belongs", "known keys"))


def test_a_key_under_another_name_is_not_reported_missing_as_well() -> None:
    text = EDITION.replace("organizers:", "chairs:").replace("abstract:", "Abstract:")
    assert places(diagnostics_of(text, EditionRecord)) == [
        "file.yaml:4:1 unknown-key",
        "file.yaml:5:1 unknown-key",
    ]


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("Search, Rank and Recommend", 38),
        ("Search, Rank, and Recommend", 38),
        ("Search, rank, recommend", 44),
    ],
)
def test_a_comma_in_a_title_is_reported_with_the_whole_title(title: str, column: int) -> None:
    text = f"- {{start: 9:00, kind: panel, title: {title}, end: 9:30}}\n"
    node, diagnostics = parse_yaml(text, FILE)
    assert node is not None
    found = [*diagnostics, *validate_list(node, SlotRecord).diagnostics]
    assert all(diagnostic.code == "unknown-key" for diagnostic in found)
    behind = [diagnostic for diagnostic in found if "a comma ends the title" in diagnostic.message]
    assert [diagnostic.hint for diagnostic in behind] == [
        f'put the title between quotes: title: "{title}"'
    ] * len(behind)
    assert behind


@pytest.mark.parametrize("amount", ["320,50 USD", "1,320,50 USD", "320, 50 USD"])
def test_a_comma_in_a_number_stays_as_it_was_typed(amount: str) -> None:
    node, _ = parse_yaml(f"- {{who: Students, amount: {amount}}}\n", FILE)
    assert node is not None
    hints = [diagnostic.hint for diagnostic in validate_list(node, FeeRecord).diagnostics]
    assert f'put the amount between quotes: amount: "{amount}"' in hints


@pytest.mark.parametrize(
    ("amount", "meant"),
    [("1,200 EUR", "1200 EUR"), ("¥15,000", "¥15000"), ("99,5 EUR", "99.50 EUR")],
)
def test_a_comma_that_no_amount_may_have_is_left_out_of_what_to_type(
    amount: str, meant: str
) -> None:
    node, _ = parse_yaml(f"- {{who: Students, amount: {amount}}}\n", FILE)
    assert node is not None
    hints = [diagnostic.hint for diagnostic in validate_list(node, FeeRecord).diagnostics]
    assert f"write the amount without a comma: amount: {meant}" in hints


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("- {time: 9:00-9:30, kind: opening}\n", SlotRecord, "file.yaml:1:4"),
        ("- {start: 9:00, duration: 30, kind: opening}\n", SlotRecord, "file.yaml:1:17"),
        ("- day: 1\n  slots: [{start: 9:00, end: 9:30}]\n", SlotRecord, "file.yaml:2:3"),
        ("- {name: Bob Writer, role: keynote, status: confirmed}\n", Speaker, "file.yaml:1:4"),
        ("- {name: Ann Author, affiliation: Uni A}\n", OrganizerRecord, "file.yaml:1:4"),
        ("- {who: Students, amount: 320,50 USD}\n", FeeRecord, "file.yaml:1:31"),
        ("- {first: Eve, last: Editor}\n", AuthorRecord, "file.yaml:1:4"),
        ("- {first_name: Eve, last_name: Editor}\n", PersonRecord, "file.yaml:1:4"),
        ("- {students: 60 EUR, others: 120 EUR}\n", FeeRecord, "file.yaml:1:4"),
        ("- {name: University A, country: Spain}\n", AffiliationRecord, "file.yaml:1:4"),
    ],
)
def test_one_mistake_is_reported_once(text: str, kind: type, place: str) -> None:
    node, diagnostics = parse_yaml(text, FILE)
    assert node is not None
    found = [*diagnostics, *validate_list(node, kind).diagnostics]
    assert places(found) == [f"{place} unknown-key"]


def test_every_record_with_the_same_mistake_is_reported() -> None:
    text = "".join(f"- {{title: Part {hour}, hours: {hour}-{hour + 1}}}\n" for hour in (9, 10, 11))
    node, _ = parse_yaml(text, FILE)
    assert node is not None
    found = validate_list(node, SlotRecord).diagnostics
    assert [place.partition(" ")[0] for place in places(found)] == [
        "file.yaml:1:19",
        "file.yaml:2:20",
        "file.yaml:3:20",
    ]


def test_a_value_is_checked_beside_a_key_whose_hint_names_it() -> None:
    node, _ = parse_yaml("- {title: Part, hours: 9-10, start: 25:99, end: 10:00}\n", FILE)
    assert node is not None
    assert places(validate_list(node, SlotRecord).diagnostics) == [
        "file.yaml:1:17 unknown-key",
        "file.yaml:1:37 not-a-time",
    ]
