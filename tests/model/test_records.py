"""Which records the data may hold: keys, order, what belongs together, and places."""

from __future__ import annotations

import typing

import pytest

from proposal.model.acmart_versions import Copyright
from proposal.model.loading.validation import Validated, validate_list
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.paper import PaperRecord
from proposal.model.records.person import PersonRecord
from proposal.model.records.proceedings_record import ProceedingsRecord
from proposal.model.records.program import PartRecord, SlotRecord
from proposal.model.records.rights import Rights
from proposal.model.records.submissions_record import SubmissionsRecord
from proposal.model.records.venue import VenueRecord
from proposal.model.records.workshop import Workshop
from proposal.source.text import Text
from proposal.source.yaml import parse_yaml
from tests.diagnostic_lists import only, places
from tests.model.records import EDITION, FILE, VENUE, T, record


def records(text: str, kind: type[T]) -> Validated[list[T]]:
    node, diagnostics = parse_yaml(text, FILE)
    assert diagnostics == []
    assert node is not None
    return validate_list(node, kind)


@pytest.mark.parametrize(
    ("text", "kind", "place", "hint"),
    [
        ("name: A\nhonorifc: Dr.\n", PersonRecord, "2:1", "did you mean `honorific`?"),
        ("name: A\nE-Mail: a@b.org\n", PersonRecord, "2:1", "did you mean `email`?"),
        ("name: A\nlinks: {homepag: x}\n", PersonRecord, "2:9", "did you mean `homepage`?"),
        (
            EDITION + "dates: {submision: 2024-06-10}\n",
            EditionRecord,
            "6:9",
            "did you mean `submission`?",
        ),
        (EDITION + "topcs: [a]\n", EditionRecord, "6:1", "did you mean `topics`?"),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest_known_one(
    text: str, kind: type, place: str, hint: str
) -> None:
    diagnostic = only(record(text, kind).diagnostics)
    assert (diagnostic.code, str(diagnostic.span)) == ("unknown-key", f"file.yaml:{place}")
    assert diagnostic.hint == hint


def test_a_key_that_is_like_no_other_is_answered_with_all_that_there_are() -> None:
    diagnostic = only(record("name: A\nxyzzy: 1\n", PersonRecord).diagnostics)
    assert diagnostic.message == "`xyzzy` is no known key"
    assert diagnostic.hint is not None
    assert diagnostic.hint == f"known keys: {', '.join(PersonRecord.model_fields)}"


def test_every_missing_key_is_reported_with_an_example() -> None:
    diagnostics = record("bio: Somebody.\nphoto: a.jpg\n", VenueRecord).diagnostics
    assert "`zone` is missing here" in {diagnostic.message for diagnostic in diagnostics}
    assert "for example `zone: Europe/Madrid`" in {diagnostic.hint for diagnostic in diagnostics}
    diagnostics = record("text: proposal.md\n", Workshop).diagnostics
    missing = [diagnostic for diagnostic in diagnostics if diagnostic.code == "missing-key"]
    assert [diagnostic.message for diagnostic in missing] == [
        f"`{key}` is missing here" for key in ("name", "acronym", "current")
    ]


def test_what_is_missing_of_a_conference_is_reported_at_once() -> None:
    found = only(record("series: KDD\nzone: Europe/Madrid\n", VenueRecord).diagnostics)
    assert found.code == "missing-key"
    assert found.message == "`name`, `acronym`, `start` and `end` are missing here"
    assert found.hint == ("add `name: …`; if the workshop is beside no conference, delete `series`")


def test_the_example_of_a_record_is_written_as_one_types_it() -> None:
    diagnostics = record("ordinal: 1\n", EditionRecord).diagnostics
    hints = {diagnostic.message: diagnostic.hint for diagnostic in diagnostics}
    assert hints["`when` is missing here"] == (
        "for example `when: {date: 2024-08-25, start: 14:00, end: 18:00}`"
    )
    assert hints["`organizers` is missing here"] == "for example `organizers: [ada-lovelace]`"


def test_a_key_without_its_value_is_reported_at_the_key() -> None:
    diagnostic = only(record("name:\n", PersonRecord).diagnostics)
    assert (diagnostic.code, str(diagnostic.span)) == ("missing-value", "file.yaml:1:1")
    assert diagnostic.message == "`name` has no value"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("- a\n", "a record is expected here"),
        ("words\n", "a record is expected here"),
    ],
)
def test_a_file_that_is_no_record_is_reported(text: str, message: str) -> None:
    diagnostic = only(record(text, PersonRecord).diagnostics)
    assert (diagnostic.message, str(diagnostic.span)) == (message, "file.yaml:1:1")


def test_all_diagnostics_of_a_file_are_reported_in_one_run() -> None:
    text = """ordinal: next
venue: K D
when: {date: tomorrow, start: 2, end: 18:00, hall: x}
organizers: []
contct: ada-lovelace
topics: none
speakers:
  - {person: ada-lovelace, role: keynot, status: confirmed}
"""
    assert places(record(text, EditionRecord).diagnostics) == [
        "file.yaml:1:1 missing-key",
        "file.yaml:1:10 not-a-number",
        "file.yaml:2:8 not-an-id",
        "file.yaml:3:14 not-a-date",
        "file.yaml:3:31 not-a-time",
        "file.yaml:3:46 unknown-key",
        "file.yaml:4:13 empty-list",
        "file.yaml:5:1 unknown-key",
        "file.yaml:6:9 not-a-list",
        "file.yaml:8:34 not-a-choice",
    ]


def test_a_faulty_value_is_not_reported_a_second_time_by_what_depends_on_it() -> None:
    text = "- {start: soon, end: 3:00, kind: break}\n- {start: 1:00, end: 2:00, kind: brake}\n"
    assert places(records(text, SlotRecord).diagnostics) == [
        "file.yaml:1:11 not-a-time",
        "file.yaml:2:34 not-a-choice",
    ]


def test_items_behind_a_faulty_one_keep_their_places() -> None:
    text = """- {start: 9:00, end: 9:30, kind: opening}
- nothing
- {start: 9:30, end: 9:00, kind: break}
- {start: 10:00, end: 11:00, kind: lunch, title: Soup}
"""
    validated = records(text, SlotRecord)
    assert places(validated.diagnostics) == [
        "file.yaml:2:3 not-a-record",
        "file.yaml:3:22 times-out-of-order",
    ]
    assert validated.value is not None
    assert [str(slot.span) for slot in validated.value] == ["file.yaml:1:3", "file.yaml:4:3"]
    title = validated.value[-1].title
    assert isinstance(title, Text)
    assert str(title.span) == "file.yaml:4:50"


def test_topics_behind_a_faulty_one_keep_their_places() -> None:
    validated = record(EDITION + "topics:\n  - One\n  - {Two: x}\n  - Three\n", EditionRecord)
    assert places(validated.diagnostics) == ["file.yaml:8:5 not-a-text"]
    assert validated.value is not None
    assert [str(topic) for topic in validated.value.topics] == ["One", "Three"]
    last = validated.value.topics[-1]
    assert isinstance(last, Text)
    assert str(last.span) == "file.yaml:9:5"


def test_a_value_with_white_space_around_it_keeps_its_place() -> None:
    person = record('name: "  Ada   Lovelace "\n', PersonRecord).value
    assert person is not None
    assert person.name == "Ada Lovelace"
    assert isinstance(person.name, Text)
    assert str(person.name.span) == "file.yaml:1:8"


@pytest.mark.parametrize(
    ("text", "kind", "place", "code"),
    [
        (EDITION.replace("18:00", "14:00"), EditionRecord, "3:45", "times-out-of-order"),
        ("name: A\nbio: B\nbios: [{text: C}]\n", PersonRecord, "1:1", "two-biographies"),
        (VENUE.replace("-29", "-24"), VenueRecord, "5:6", "dates-out-of-order"),
        ("copyright: cc\n", Rights, "1:1", "missing-licence"),
        ("copyright: none\nlicence: by\n", Rights, "1:1", "licence-without-cc"),
        (EDITION + "committee: [{name: A, person: b}]\n", EditionRecord, "6:13", "person-or-name"),
        (EDITION + "committee: [{affiliation: A}]\n", EditionRecord, "6:13", "person-or-name"),
        ("name: A\nacronym: A B\ncurrent: 2024\n", Workshop, "2:10", "wrong-characters"),
        ("pages: 8-2\n", SubmissionsRecord, "1:8", "page-range"),
        ("words: {min: 9, max: 8}\n", SubmissionsRecord, "1:8", "page-range"),
    ],
)
def test_values_that_do_not_go_together_are_refused(
    text: str, kind: type, place: str, code: str
) -> None:
    diagnostic = only(record(text, kind).diagnostics)
    assert (diagnostic.code, str(diagnostic.span)) == (code, f"file.yaml:{place}")


@pytest.mark.parametrize(
    ("acronym", "signs", "meant"),
    [
        ("P≠NP?", "`≠`, `?`", "PNP"),
        ("AI & Law", "a space, `&`", "AI-Law"),
        ("L@S", "`@`", "LS"),
    ],
)
def test_an_acronym_with_other_signs_is_answered_with_one_without(
    acronym: str, signs: str, meant: str
) -> None:
    found = only(record(f'name: A\nacronym: "{acronym}"\ncurrent: 2024\n', Workshop).diagnostics)
    assert found.message.endswith(f"do not belong here: {signs}")
    assert f": {meant};" in str(found.hint)


def test_several_ids_where_one_is_expected_are_answered_with_one() -> None:
    (found,) = records("- {start: 1:00, end: 2:00, talk: [ada, grace]}\n", SlotRecord).diagnostics
    assert found.hint == "only one can stand here: talk: ada"


@pytest.mark.parametrize(
    ("slot", "code", "column"),
    [
        ("start: 1:00, end: 2:00", "missing-kind", 3),
        ("start: 1:00, end: 2:00, talk: a, kind: break", "talk-with-kind", 3),
        ("start: 1:00, end: 2:00, kind: lunch, papers: [a]", "papers-elsewhere", 3),
        ("start: 2:00, end: 2:00, kind: lunch", "times-out-of-order", 22),
    ],
)
def test_a_part_of_the_program_says_one_thing(slot: str, code: str, column: int) -> None:
    diagnostic = only(records(f"- {{{slot}}}\n", SlotRecord).diagnostics)
    assert (diagnostic.code, str(diagnostic.span)) == (code, f"file.yaml:1:{column}")


def test_short_forms_are_the_records_that_they_are_short_for() -> None:
    text = EDITION + "dates: {notification: 2024-06-28}\ncommittee: [A B, C D (Some Lab)]\n"
    edition = record(text, EditionRecord).value
    assert edition is not None
    assert edition.organizers[0].person == "ada-lovelace"
    assert str(edition.organizers[0].place("person")) == "file.yaml:4:14"
    assert edition.dates.notification is not None
    assert str(edition.dates.notification.date) == "2024-06-28"
    assert [(member.name, member.affiliation) for member in edition.committee] == [
        ("A B", None),
        ("C D", "Some Lab"),
    ]


def test_an_unknown_copyright_is_answered_with_the_nearest() -> None:
    diagnostic = only(record("copyright: rightretained\n", Rights).diagnostics)
    assert diagnostic.hint == "did you mean `rightsretained`?"
    assert all(value in diagnostic.message for value in typing.get_args(Copyright))


def test_a_paper_needs_an_author() -> None:
    diagnostic = only(records("- {id: a, title: A, authors: []}\n", PaperRecord).diagnostics)
    assert (diagnostic.message, str(diagnostic.span)) == ("the list is empty", "file.yaml:1:30")


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("when: {date: [a, b], start: 9:00, end: 12:00}", "not-a-date", "one day is expected here"),
        ("when: {date: 2026-02-26, start: {a: 1}, end: 12:00}", "not-a-time", "a time is expected"),
        ("ordinal: [1]", "not-a-number", "a whole number is expected here, not a list"),
        ("venue: [a]", "not-a-text", "a text is expected here, not a list"),
        ("documents: {proposal: {text: a.md, public: [x]}}", "not-yes-or-no", "true or false"),
        (
            "documents: {proposal: {text: a.md, variant: [final]}}",
            "not-a-choice",
            "a single value",
        ),
        ("when: 2026-02-26", "not-a-record", "a day with its hours is expected here, not a text"),
    ],
)
def test_a_value_of_another_kind_is_reported_in_plain_words(
    line: str, code: str, message: str
) -> None:
    diagnostics = [
        diagnostic
        for diagnostic in record(f"{line}\n", EditionRecord).diagnostics
        if diagnostic.code != "missing-key"
    ]
    diagnostic = only(diagnostics)
    assert diagnostic.code == code
    assert message in diagnostic.message
    assert diagnostic.hint
    assert "Node(" not in diagnostic.message
    assert "Input should" not in diagnostic.message


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("when: {date: 2026-02-26..27, start: 9:00, end: 12:00}", "write a list, each day with"),
        ("when: {date: 2026-02-26/27, start: 9:00, end: 12:00}", "write a list, each day with"),
        ("when: {date: 2026-02-26 to 27, start: 9:00, end: 12:00}", "write a list, each day with"),
        ("submissions: {archival: CEUR-WS}", "write `published: CEUR-WS` in place of it"),
        ("submissions: {tracks: [{name: A, archival: lncs}]}", "write `published: LNCS` in place"),
    ],
)
def test_what_another_form_or_key_says_is_answered_with_that(line: str, hint: str) -> None:
    found = record(f"{line}\n", EditionRecord).diagnostics
    (said,) = [known for known in found if known.code != "missing-key"]
    assert said.hint is not None
    assert said.hint.startswith(hint)


@pytest.mark.parametrize(("typed", "meant"), [("no", False), ("yes", True), ("false", False)])
def test_whether_papers_are_archival_is_yes_or_no(typed: str, meant: bool) -> None:
    found = record(f"archival: {typed}\n", SubmissionsRecord)
    assert found.diagnostics == []
    assert found.value is not None
    assert found.value.archival is meant


@pytest.mark.parametrize(
    ("hours", "hint"),
    [
        ("start: 10:30, end: 9:30", "write 24 hours: 21:30"),
        ("start: 13:00, end: 2:15", "write 24 hours: 14:15"),
        ("start: 22:00, end: 1:00", "write a later hour"),
        ("start: 17:00, end: 16:00", "write a later hour"),
    ],
)
def test_an_end_before_its_beginning_is_answered_with_an_hour_behind_it(
    hours: str, hint: str
) -> None:
    found = record(f"{hours}\nkind: lunch\n".replace(", ", "\n"), SlotRecord)
    midnight = "; if it ends after midnight, add `next_day: true`"
    assert [diagnostic.hint for diagnostic in found.diagnostics] == [hint + midnight]
    part = record(f"{hours}\ntitle: Walk\n".replace(", ", "\n"), PartRecord)
    minutes = "; if it ends after midnight, write `minutes` for `end`"
    assert [diagnostic.hint for diagnostic in part.diagnostics] == [hint + minutes]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("CC BY 4.0", "write `licence: by`"),
        ("cc-by", "write `licence: by`"),
        ("CC BY-NC-ND 4.0", "write `licence: by-nc-nd`"),
        ("CC BY-SA 3.0", "write `licence: by-sa`, and `licence_version: 3.0`"),
        (
            "CC BY 2.0",
            "write `licence: by` if it may be 4.0; 2.0 is no version that proceedings use",
        ),
        ("CC0", "write `licence: zero`"),
        ("https://creativecommons.org/licenses/by-nc/4.0/", "write `licence: by-nc`"),
    ],
)
def test_a_licence_that_is_written_out_is_answered_with_its_word(typed: str, hint: str) -> None:
    found = only(record(f"licence: {typed}\n", ProceedingsRecord).diagnostics)
    assert (found.code, found.hint) == ("not-a-choice", hint)


@pytest.mark.parametrize("typed", ["5.0", "5", "2.5", "latest"])
def test_a_version_of_a_licence_that_there_is_not_is_answered_with_the_newest(typed: str) -> None:
    text = f"licence: by\nlicence_version: {typed}\n"
    found = only(record(text, ProceedingsRecord).diagnostics)
    assert "4.0 is the newest version" in found.message
    assert "did you mean" not in (found.hint or "")


@pytest.mark.parametrize(("typed", "version"), [("4", "4.0"), ("3.0", "3.0"), ("v4.0", "4.0")])
def test_a_version_of_a_licence_is_known_in_short(typed: str, version: str) -> None:
    known = record(f"licence: by\nlicence_version: {typed}\n", ProceedingsRecord).value
    assert known is not None
    assert known.licence_version == version


@pytest.mark.parametrize("typed", ["WSP 2027", "WSP '27", "WSP\N{RIGHT SINGLE QUOTATION MARK}27"])
def test_the_year_is_to_be_taken_out_of_an_acronym(typed: str) -> None:
    found = only(record(f'name: A\nacronym: "{typed}"\ncurrent: 2024\n', Workshop).diagnostics)
    assert found.code == "wrong-characters"
    assert found.hint == "write the short name alone: WSP"
