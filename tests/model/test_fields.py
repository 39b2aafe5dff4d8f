"""Which single values the data may hold, and what is said of those that they may not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from proposal.diagnostics import Diagnostic, Severity
from proposal.model.loading.validation import Validated, validate_list, validate_record
from proposal.model.records.edition_record import EditionRecord, OrganizerRecord
from proposal.model.records.ordinal import Ordinal
from proposal.model.records.paper import PaperRecord
from proposal.model.records.person import PersonRecord
from proposal.model.records.program import SlotRecord
from proposal.model.records.rights import Rights
from proposal.model.records.venue import VenueRecord
from proposal.model.zone_hints import hint_for_zone, zone_of_offset
from proposal.source.yaml import parse_yaml
from tests.diagnostic_lists import only

FILE = Path("file.yaml")
BASE: dict[type, str] = {
    PersonRecord: "name: Ada Lovelace\n",
    VenueRecord: "series: A\nname: B\nacronym: C\nstart: 2024-08-25\nend: 2024-08-29\ncity: D\n"
    "country: E\n",
    PaperRecord: "id: a\ntitle: A\nauthors: [Ada Lovelace]\n",
    Rights: "copyright: rightsretained\n",
    EditionRecord: "ordinal: 1\nvenue: a\nwhen: {date: 2024-08-25, start: 14:00, end: 18:00}\n"
    "organizers: [a]\nabstract: A\n",
}
"""What each record must have, in front of the line that a test adds."""


def diagnostics_of(kind: type, line: str) -> list[Diagnostic]:
    node, diagnostics = parse_yaml(BASE[kind] + line + "\n", FILE)
    assert node is not None
    return [*diagnostics, *validate_record(node, kind).diagnostics]


def value_of(kind: type, line: str) -> object:
    """What the program makes of the line's value."""
    node, diagnostics = parse_yaml(BASE[kind] + line + "\n", FILE)
    assert node is not None
    validated: Validated[Any] = validate_record(node, kind)
    assert [*diagnostics, *validated.diagnostics] == []
    return getattr(validated.value, line.partition(":")[0])


@pytest.mark.parametrize(
    ("kind", "line", "value"),
    [
        (PersonRecord, "email: Ada@Example.org", "Ada@example.org"),
        (PersonRecord, "honorific: '  Prof.  '", "Prof."),
        (PersonRecord, "photo: ada-lovelace.jpg", "ada-lovelace.jpg"),
        (VenueRecord, "zone: America/Boise", "America/Boise"),
        (VenueRecord, "zone: Europe/Madrid", "Europe/Madrid"),
        (VenueRecord, "zone: UTC", "UTC"),
        (Rights, "doi: 10.1145/3637528.3671486", "10.1145/3637528.3671486"),
        (Rights, "isbn: 979-8-4007-0490-1/24/08", "979-8-4007-0490-1/24/08"),
        (Rights, "isbn: 979-8-4007-0490-1/2024/08", "979-8-4007-0490-1/2024/08"),
        (Rights, "isbn: 979-8-4007-0490-1", "979-8-4007-0490-1"),
        (Rights, "price: 15.00", "15.00"),
        (Rights, "article: 42", 42),
        (EditionRecord, "contact: xiao-ming-wu", ["xiao-ming-wu"]),
        (EditionRecord, "room: Room\n  114", "Room 114"),
    ],
)
def test_a_good_value_is_taken_as_typed(kind: type, line: str, value: object) -> None:
    assert value_of(kind, line) == value


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("https://example.org", "https://example.org"),
        ("http://example.org:8080/a?b=c&d=e#f", "http://example.org:8080/a?b=c&d=e#f"),
        ("https://example.org/~ada", "https://example.org/~ada"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
    ],
)
def test_a_web_address_is_taken_with_other_letters_encoded(typed: str, taken: str) -> None:
    node, _ = parse_yaml(f'name: A\nlinks: {{homepage: "{typed}"}}\n', FILE)
    assert node is not None
    person = validate_record(node, PersonRecord)
    assert person.diagnostics == []
    assert person.value is not None
    assert person.value.links.homepage == taken


def test_the_address_of_an_orcid_is_taken_off() -> None:
    node, _ = parse_yaml("name: A\nlinks: {orcid: https://orcid.org/0000-0002-1825-0097}\n", FILE)
    assert node is not None
    person = validate_record(node, PersonRecord)
    assert person.diagnostics == []
    assert person.value is not None
    assert person.value.links.orcid == "0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("kind", "line", "column", "code", "message", "hint"),
    [
        (PersonRecord, "email: ada", 8, "not-an-email", "must have an @-sign", "name@example.org"),
        (PersonRecord, "email: ada@b", 8, "not-an-email", "`ada@b`", "name@example.org"),
        (PersonRecord, 'email: ""', 8, "empty-text", "a text is missing here", "after the colon"),
        (EditionRecord, f"room: {'x' * 1001}", 7, "too-long", "1,001 characters", "shorten it"),
        (PersonRecord, f"bio: {'x ' * 50_001}", 6, "too-long", "at most 100,000", "shorten it"),
        (
            EditionRecord,
            f"keywords: [{'x' * 101}]",
            12,
            "too-long",
            "101 characters",
            "a few words",
        ),
        (EditionRecord, f"keywords: [{'x,' * 101}]", 11, "too-many", "101 keywords", "keep those"),
        (
            PersonRecord,
            "links: {homepage: example.org}",
            19,
            "not-a-url",
            "",
            "https://example.org",
        ),
        (
            PersonRecord,
            "links: {homepage: 'javascript:x'}",
            19,
            "not-a-url",
            "",
            "https://example.org/",
        ),
        (
            PersonRecord,
            "links: {homepage: 'https://a b/'}",
            19,
            "not-a-url",
            "",
            "https://example.org/",
        ),
        (
            PersonRecord,
            "links: {homepage: 'http://[::1'}",
            19,
            "not-a-url",
            "",
            "https://example.org/",
        ),
        (PersonRecord, "links: {orcid: 0000-0002-1825-0098}", 16, "not-an-orcid", "`0000-", "0097"),
        (
            PersonRecord,
            "affiliations: [{institution: A, since: 2024-13}]",
            40,
            "not-a-date",
            "",
            "2024-09",
        ),
        (
            PersonRecord,
            "affiliations: [{institution: A, since: soon}]",
            40,
            "not-a-date",
            "`soon`",
            "2024",
        ),
        (
            PersonRecord,
            "photo: ../ada.jpg",
            8,
            "not-a-file-name",
            "`../ada.jpg` is a path",
            "ada.jpg",
        ),
        (
            PersonRecord,
            "bios: [{text: A, length: shrt}]",
            26,
            "not-a-choice",
            "full, short",
            "`short`",
        ),
        (VenueRecord, "zone: MST", 7, "not-a-zone", "`MST` is no time zone", "America/Denver"),
        (VenueRecord, "zone: EST5EDT", 7, "not-a-zone", "is no time zone", "America/New_York"),
        (VenueRecord, "zone: +02:00", 7, "not-a-zone", "is no time zone", "Europe/Madrid"),
        (VenueRecord, "zone: Europe/Xlocity", 7, "not-a-zone", "is no time zone", "a large city"),
        (VenueRecord, "zone: Europe/Madird", 7, "not-a-zone", "is no time zone", "Europe/Madrid"),
        (VenueRecord, "zone: europe/madrid", 7, "not-a-zone", "is no time zone", "Europe/Madrid"),
        (Rights, "doi: 11.1145/1", 6, "not-a-doi", "`11.1145/1` is no DOI", "10.1145/"),
        (Rights, "doi: 10.1145/a_{b}", 6, "not-a-doi", "is no DOI", "10.1145/"),
        (Rights, "doi: https://doi.org/10.1145/1.2", 6, "not-a-doi", "before it", "10.1145/1.2"),
        (Rights, "doi: https://www.doi.org/10.1145/1", 6, "not-a-doi", "before it", "10.1145/1"),
        (Rights, "doi: doi:10.1145/1.2", 6, "not-a-doi", "before it", "write 10.1145/1.2"),
        (Rights, "isbn: 979-8-4007-0490-2", 7, "not-an-isbn", "check digit", "979-8-4007-0490-1"),
        (Rights, "isbn: 979-8-4007-0490-1/2024", 7, "not-an-isbn", "`/2024` is no issue", "/24/08"),
        (Rights, "price: free", 8, "wrong-characters", "do not belong here", ""),
        (Rights, "article: none", 10, "not-a-number", "is no whole number", "digits only"),
        (Rights, "article: 0", 10, "too-small", "0 is too small", "1 or more"),
        (Rights, "year: 26", 7, "too-small", "26 is too small", "1950 or more"),
        (
            EditionRecord,
            "dates: {submission: 10 June}",
            21,
            "not-a-date",
            "`10 June`",
            "2026-02-26",
        ),
        (
            EditionRecord,
            "dates: {submission: 2024-02-30}",
            21,
            "not-a-date",
            "`2024-02-30` is no date: February 2024 has 29 days",
            "write 2024-02-29",
        ),
        (
            EditionRecord,
            "dates: {submission: 2024-13-01}",
            21,
            "not-a-date",
            "there is no month 13",
            "2026-02-26",
        ),
        (
            EditionRecord,
            "dates: {submission: {date: 2024-06-10, zone: PST}}",
            46,
            "not-a-zone",
            "`PST` is no time zone",
            "America/Los_Angeles",
        ),
        (
            EditionRecord,
            "submissions: {url: mailto:papers@example.net}",
            20,
            "not-a-url",
            "`papers@example.net` is an email address, and no web address",
            "`policy: Send papers by mail to …` under `submissions`",
        ),
        (
            EditionRecord,
            "documents: {proposal: {text: proposal.md, format: IEEEtran}}",
            51,
            "not-a-choice",
            "`IEEEtran` is not one of sigconf, sigplan, manuscript, acmsmall, article",
            "write `article`, LaTeX's own in one column",
        ),
        (
            EditionRecord,
            "committee: Ann Author (Graz), Bob Builder and Carl Carver",
            12,
            "not-a-list",
            "a list is expected here, not a text",
            "write committee: [Ann Author (Graz), Bob Builder, Carl Carver]",
        ),
        (PaperRecord, "pages: 19-12", 8, "not-pages", "`19-12` ends before it begins", "12-19"),
        (PaperRecord, "pages: 5-Jan", 8, "not-pages", "are no pages", "made a day of the pages"),
        (PaperRecord, "pages: 119-25", 8, "not-pages", "ends before it begins", "write 119-125"),
        (
            EditionRecord,
            "submissions: {pages: up to 12}",
            22,
            "not-a-number",
            "`up to 12` is neither a number nor two with a hyphen",
            "write 12",
        ),
        (
            EditionRecord,
            "submissions: {pages: between 4 and 8 pages}",
            22,
            "not-a-number",
            "is neither a number",
            "write 4-8",
        ),
        (
            EditionRecord,
            "submissions: {words: 8 and 2 of references}",
            22,
            "not-a-number",
            "is neither a number",
            "write 8, or 2-8; what does not count stands under `excludes`",
        ),
        (EditionRecord, "contact: Ed Chi", 10, "not-an-id", "`Ed Chi` is no id", "ed-chi"),
        (EditionRecord, "contact: Søren Šek", 10, "not-an-id", "is no id", "hyphens: soren-sek"),
        (EditionRecord, "contact: ../ed", 10, "not-an-id", "is no id", "hyphens: ed"),
        (EditionRecord, "contact: ed-chi.yaml", 10, "not-an-id", "is no id", "hyphens: ed-chi"),
        (EditionRecord, "contact: Ed Chi.yml", 10, "not-an-id", "is no id", "hyphens: ed-chi"),
        (
            EditionRecord,
            "submissions: {pages: 8 pages + References}",
            22,
            "not-a-number",
            "is neither a number",
            "write 8, and `excludes: [references]` beside it",
        ),
        (
            EditionRecord,
            "documents: {proposal: proposal.md}",
            23,
            "not-a-record",
            "a record is expected",
            "write {text: proposal.md}",
        ),
        (
            PersonRecord,
            "links: https://example.org/me",
            8,
            "not-a-record",
            "a record is expected",
            "[https://example.org/me]",
        ),
        (EditionRecord, "topics: A", 9, "not-a-list", "a list is expected", "topics: [A]"),
        (
            EditionRecord,
            "topics: [{a: b}]",
            10,
            "not-a-text",
            "a text is expected",
            "put it between quotes",
        ),
        (EditionRecord, "audience: 60", 11, "not-a-record", "a record is expected", "`key: value`"),
        (
            EditionRecord,
            "submissions: {archival: nope}",
            25,
            "not-yes-or-no",
            "yes nor no",
            "true or false",
        ),
        (
            EditionRecord,
            "documents: {proposal: {text: ../a.md}}",
            30,
            "not-a-file-name",
            "is no name of a Markdown file",
            "proposal.md",
        ),
        (
            EditionRecord,
            "documents: {propsal: {text: a.md}}",
            12,
            "unknown-document",
            "`propsal`",
            "proposal",
        ),
    ],
)
def test_a_bad_value_is_refused_at_its_place_with_what_to_type(
    kind: type, line: str, column: int, code: str, message: str, hint: str
) -> None:
    diagnostics = diagnostics_of(kind, line)
    diagnostic = only(diagnostics)
    assert diagnostic.code == code
    assert message in diagnostic.message
    assert hint in (diagnostic.hint or "")
    assert diagnostic.span is not None
    assert (diagnostic.span.line, diagnostic.span.column) == (BASE[kind].count("\n") + 1, column)


@pytest.mark.parametrize(
    "pages", ["8 pages including references", "8 with references", '"8 (references count)"']
)
def test_references_that_count_are_not_said_to_be_excluded(pages: str) -> None:
    found = only(diagnostics_of(EditionRecord, f"submissions: {{pages: {pages}}}"))
    assert found.hint == "write 8"


def notes_and_value(kind: type, line: str) -> tuple[list[Diagnostic], Any]:
    """What is said of a record, and the record."""
    node, diagnostics = parse_yaml(BASE[kind] + line + "\n", FILE)
    assert node is not None
    validated: Validated[Any] = validate_record(node, kind)
    return [*diagnostics, *validated.diagnostics], validated.value


@pytest.mark.parametrize(
    "typed",
    [
        "14 September 2027",
        "September 14, 2027",
        "Sept. 14th, 2027",
        "14th of September 2027",
        "Tuesday, September 14, 2027",
        "14. September 2027",
        "Dienstag, den 14. September 2027",
        "mardi 14 septembre 2027",
        "14 de septiembre de 2027",
        "14.09.2027",
        "14.9.2027",
        "14/09/2027",
        "09/14/2027",
        "2027/09/14",
        "2027-09-14T00:00:00",
        "2027-09-14 00:00:00",
    ],
)
def test_a_day_is_taken_as_people_write_it_and_the_reading_is_shown(typed: str) -> None:
    line = f'dates: {{notification: "{typed}", submission: {{date: 2027-9-13, was: [2027-09-12]}}}}'
    found, edition = notes_and_value(EditionRecord, line)
    assert edition.dates.notification.date == dt.date(2027, 9, 14)
    (said,) = found
    assert (said.severity, said.code) == (Severity.NOTE, "read-as")
    assert said.message == f"`{typed}` is read as 2027-09-14, a Tuesday"
    assert str(said.span) == "file.yaml:6:23"


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("03/04/2027", "may be two days", "write 2027-04-03 or 2027-03-04"),
        ("3-4-2027", "may be two days", "write 2027-04-03 or 2027-03-04"),
        ("Monday, September 14, 2027", "2027-09-14 is a Tuesday", "meant: 2027-09-14"),
        (
            "2027-09-14 9:00 CET",
            "`9:00 CET` stands behind the day",
            "write the day alone: 2027-09-14",
        ),
        ("2027-09-14 to 2027-09-15", "are several days", "write one day: 2026-02-26"),
        (
            "2027-2-29 9:00",
            "February 2027 has 28 days",
            "write 2027-02-28",
        ),
        ("2027-14-09 to 2027-15-09", "there is no month 14", "write year-month-day: 2026-02-26"),
        ("20270914", "is no date", "write hyphens: 2027-09-14"),
        ("September 14", "has no year of four digits", "write the year, too"),
        ("14.9.27", "has no year of four digits", "write all of the year: 14.9.2027"),
        ("TBA", "is no date", "leave the key out until the day is known"),
        ("soon", "is no date", "write year-month-day: 2026-02-26"),
        ("31 February 2027", "is no date", "write year-month-day: 2026-02-26"),
    ],
)
def test_a_day_that_may_be_another_one_is_refused(typed: str, message: str, hint: str) -> None:
    found, _ = notes_and_value(EditionRecord, f'dates: {{submission: "{typed}"}}')
    said = only(found)
    assert said.code == "not-a-date"
    assert message in said.message
    assert hint in str(said.hint)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2024", dt.date(2024, 1, 1)),
        ("2024-09", dt.date(2024, 9, 1)),
        ("September 2024", dt.date(2024, 9, 1)),
        ("Sept. 2024", dt.date(2024, 9, 1)),
        ("09/2024", dt.date(2024, 9, 1)),
        ("15 September 2024", dt.date(2024, 9, 15)),
    ],
)
def test_a_post_may_begin_in_a_month_in_words(typed: str, day: dt.date) -> None:
    found, person = notes_and_value(
        PersonRecord, f"affiliations: [{{institution: A, since: {typed}}}]"
    )
    assert person.affiliations[0].since == day
    assert [said.code for said in found] == (["read-as"] if typed[:2] != "20" else [])


def slot_of(typed: str) -> tuple[list[Diagnostic], list[SlotRecord]]:
    node, _ = parse_yaml(f"- {{start: {typed}, end: 23:59, kind: break}}\n", FILE)
    assert node is not None
    validated = validate_list(node, SlotRecord)
    return validated.diagnostics, validated.value or []


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("2:30pm", "14:30"),
        ("2:30 PM", "14:30"),
        ("2.30 p.m.", "14:30"),
        ("9:00 am", "09:00"),
        ("9am", "09:00"),
        ("12am", "00:00"),
        ("12:15pm", "12:15"),
        ("9.30", "09:30"),
        ("14h30", "14:30"),
        ("14 h", "14:00"),
        ("9 Uhr", "09:00"),
        ("noon", "12:00"),
        ("14:30:00", "14:30"),
    ],
)
def test_a_time_is_taken_as_people_write_it_and_the_reading_is_shown(typed: str, time: str) -> None:
    found, (slot,) = slot_of(typed)
    assert f"{slot.start:%H:%M}" == time
    said = only(found)
    assert (said.severity, said.code) == (Severity.NOTE, "read-as")
    assert said.message == f"`{typed}` is read as {time}"
    assert str(said.span) == "file.yaml:1:11"


@pytest.mark.parametrize("typed", ["9:00", "09:00", "'14:30'"])
def test_nothing_is_said_of_a_time_in_the_usual_form(typed: str) -> None:
    assert slot_of(typed)[0] == []


MIDNIGHT = (
    "write 23:59 for the end of the day, and 00:00 for its beginning; what ends at midnight has "
    "`end: 00:00` and `next_day: true`"
)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("9", "write 09:00, or 21:00 after noon"),
        ("12", "write 12:00"),
        ("14", "write 14:00"),
        ("1430", "write hours and minutes: 14:30"),
        ("25:30", "an hour behind midnight is 01:30, with `next_day: true`"),
        (
            "2028-01-01 2:00",
            "write the time alone: 2:00; what ends after midnight has `next_day: true`",
        ),
        ("14:75", "write hours and minutes: 14:30"),
        ("13 pm", "write hours and minutes: 14:30"),
        *((typed, MIDNIGHT) for typed in ("24:00", "midnight")),
    ],
)
def test_a_time_that_may_be_another_one_is_refused(typed: str, hint: str) -> None:
    said = only(slot_of(typed)[0])
    assert (said.code, said.message) == ("not-a-time", f"`{typed}` is no time")
    assert said.hint == hint
    assert str(said.span) == "file.yaml:1:11"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("PST", "America/Los_Angeles"),
        ("Pacific Time", "America/Los_Angeles"),
        ("CEST", "Europe/Berlin"),
        ("GMT", "write `UTC`"),
        ("UTC+2", "an offset knows nothing of summer time"),
        ("UTC+5:30", "a deadline may have whole hours, as `zone: UTC+8`"),
        ("Madrid", "did you mean `Europe/Madrid`?"),
        ("New York", "did you mean `America/New_York`?"),
        ("europe/madrid", "did you mean `Europe/Madrid`?"),
        ("Europe/Madird", "did you mean `Europe/Madrid`?"),
        ("somewhere", "name the place"),
    ],
)
def test_letters_offsets_and_cities_are_answered_with_a_place(typed: str, hint: str) -> None:
    assert hint in hint_for_zone(typed)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("UTC+8", "Etc/GMT-8"),
        ("UTC+0800", "Etc/GMT-8"),
        ("UTC+10", "Etc/GMT-10"),
        ("UTC+100", None),
    ],
)
def test_whole_hours_from_utc_are_a_zone(typed: str, zone: str | None) -> None:
    assert zone_of_offset(typed) == zone


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("AoE", "AoE"),
        ("aoe", "AoE"),
        ("Anywhere on Earth", "AoE"),
        ("anywhere on earth (AoE)", "AoE"),
        ("UTC-12", "AoE"),
        ("UTC−12:00", "AoE"),
        ("UTC", "UTC"),
    ],
)
def test_a_deadline_may_end_anywhere_on_earth(typed: str, zone: str) -> None:
    node, _ = parse_yaml(
        f"{BASE[EditionRecord]}dates: {{submission: {{date: 2024-06-10, zone: {typed}}}}}\n", FILE
    )
    assert node is not None
    edition = validate_record(node, EditionRecord)
    assert edition.diagnostics == []
    assert edition.value is not None
    assert edition.value.dates.submission is not None
    assert edition.value.dates.submission.zone == zone


@pytest.mark.parametrize(
    ("typed", "number"), [("3", 3), ("3rd", 3), ("Third", 3), ("twenty-first", 21), ("1st", 1)]
)
def test_an_ordinal_may_be_typed_as_it_is_printed(typed: str, number: int) -> None:
    assert TypeAdapter(Ordinal).validate_python(typed) == number


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("ordinal: thirdly", "write digits only"),
        ("when: {date: 2024-08-25, start: 9:00-17:00, end: 18:00}", "`start: 09:00`, `end: 17:00`"),
        ("when: {date: 2024-08-25, start: 9 am to 5 pm, end: 18:00}", "`end: 17:00`"),
        ("speakers: [{person: ada, role: keynote, status: tbc}]", "did you mean `invited`?"),
        ("speakers: [{person: ada, role: keynote, status: yes}]", "did you mean `confirmed`?"),
        ("speakers: [{person: ada, role: speaker, status: invited}]", "did you mean `talk`?"),
    ],
)
def test_words_that_people_use_are_answered_with_ours(line: str, hint: str) -> None:
    key = line.partition(":")[0]
    base = "".join(
        f"{known}\n"
        for known in BASE[EditionRecord].splitlines()
        if not known.startswith(f"{key}:")
    )
    node, _ = parse_yaml(f"{base}{line}\n", FILE)
    assert node is not None
    found = validate_record(node, EditionRecord).diagnostics
    assert any(hint in (diagnostic.hint or "") for diagnostic in found), found


def test_an_address_among_other_words_is_taken_out_for_the_hint() -> None:
    for typed in ("mailto:ada@example.org", "Ada <ada@example.org>"):
        node, _ = parse_yaml(f"name: Ada\nemail: {typed}\n", FILE)
        assert node is not None
        (found,) = validate_record(node, PersonRecord).diagnostics
        assert found.hint == "write ada@example.org"


def test_a_kind_in_other_words_is_answered_with_the_usual_one() -> None:
    said = "start: 10:00\nend: 11:00\nkind: coffee and cake\n"
    node, _ = parse_yaml(said, FILE)
    assert node is not None
    (found,) = validate_record(node, SlotRecord).diagnostics
    assert str(found.hint).startswith("did you mean `break`?")


@pytest.mark.parametrize(
    ("kind", "meant"), [("Panel discussion", "panel"), ("panle", "panel"), ("Lunch break", "lunch")]
)
def test_all_words_of_a_kind_say_which_one_is_meant(kind: str, meant: str) -> None:
    node, _ = parse_yaml(f"start: 10:00\nend: 11:00\nkind: {kind}\n", FILE)
    assert node is not None
    (found,) = validate_record(node, SlotRecord).diagnostics
    assert str(found.hint).startswith(f"did you mean `{meant}`?")


def test_an_organizer_who_is_named_gets_the_id_and_the_file() -> None:
    node, _ = parse_yaml("- Joan Núñez (An Institute)", FILE)
    assert node is not None
    found = only(validate_list(node, OrganizerRecord).diagnostics)
    assert found.message == (
        "`Joan Núñez (An Institute)` is a name, and the id of a person is expected"
    )
    assert found.hint == (
        "write `joan-nunez`, and `name: Joan Núñez` into the file people/joan-nunez.yaml"
    )
