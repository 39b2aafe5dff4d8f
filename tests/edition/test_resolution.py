"""What an edition says after everything that refers to something is resolved."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"


def test_the_title_has_its_ordinal_in_words(workspace: Workspace) -> None:
    assert workspace.edition("2024").title.startswith("First Workshop on Generative AI")
    assert workspace.edition("2026").title.startswith("Third Workshop on Generative AI")


def test_an_edition_may_have_had_another_name(workspace: Workspace) -> None:
    workspace.replace("editions/2024/edition.yaml", "ordinal: 1", "ordinal: 21\nname: Old Name")
    assert workspace.edition("2024").title == "Twenty-first Old Name"


def test_times_stand_in_the_venues_zone(workspace: Workspace) -> None:
    when = workspace.edition("2024").when
    assert when.start.utcoffset() == dt.timedelta(hours=2)
    assert when.start.isoformat() == "2024-08-25T14:00:00+02:00"
    slot = next(iter(workspace.edition("2026").schedule))
    assert slot.start.isoformat() == "2026-02-26T08:55:00-07:00"


def test_durations_come_from_start_and_end(workspace: Workspace) -> None:
    edition = workspace.edition("2026")
    assert [slot.minutes for slot in edition.schedule][:5] == [5, 45, 45, 30, 45]
    assert edition.when.length == "full-day"
    assert workspace.edition("2024").when.length == "half-day"


def test_the_program_names_talks_papers_and_panelists(workspace: Workspace) -> None:
    kdd, wsdm = workspace.edition("2024"), workspace.edition("2026")
    assert [slot.title for slot in kdd.schedule] == [
        "Opening remarks",
        "Keynote",
        "Coffee and posters",
        "Keynote",
        "Keynote",
        "Panel discussion",
    ]
    assert [person.name for person in list(kdd.schedule)[-1].panelists] == [
        "Ed Chi",
        "James Caverlee",
        "Huzefa Rangwala",
        "Xiao-Ming Wu",
    ]
    talk = list(wsdm.schedule)[1].talk
    assert talk is not None
    assert talk.title is not None
    assert talk.title.startswith("What Does It Mean to Personalize")
    session = list(wsdm.schedule)[4]
    assert [paper.id for paper in session.papers] == [
        "agp",
        "insertrank",
        "selective-regularization",
    ]


def test_who_has_declined_is_left_out(workspace: Workspace) -> None:
    workspace.replace(
        "editions/2024/edition.yaml",
        "{person: dawen-liang, role: keynote, status: invited}",
        "{person: dawen-liang, role: keynote, status: declined}",
    )
    assert "dawen-liang" not in {talk.id for talk in workspace.edition("2024").speakers}


def test_a_declined_talk_cannot_be_in_the_program(workspace: Workspace) -> None:
    workspace.replace(
        "editions/2024/edition.yaml",
        "{person: dietmar-jannach, role: keynote, status: confirmed}",
        "{person: dietmar-jannach, role: keynote, status: declined}",
    )
    place = workspace.place_of("editions/2024/program.yaml", "dietmar-jannach")
    assert places(workspace.resolve("2024")[1]) == [f"{place} unknown-talk"]


@pytest.mark.parametrize("part", ["chair", "moderator", "discussants", "panelists"])
def test_who_has_declined_leads_no_slot_and_sits_on_no_panel(
    workspace: Workspace, part: str
) -> None:
    workspace.replace(
        "editions/2024/edition.yaml",
        "{person: dawen-liang, role: keynote, status: invited}",
        "{person: dawen-liang, role: keynote, status: declined}",
    )
    slot = f"- {{start: 18:00, end: 18:05, kind: panel, {part}: dawen-liang}}\n"
    workspace.append("editions/2024/program.yaml", slot)
    (found,) = (found for found in workspace.resolve("2024")[1] if found.code == "declined-person")
    assert found.message.startswith("Dawen Liang has declined (edition.yaml:")
    assert found.message.endswith(f"), and is named under `{part}`")
    workspace.append("editions/2024/edition.yaml", "")
    workspace.replace(
        "editions/2024/edition.yaml",
        "{person: dawen-liang, role: keynote, status: declined}",
        "{person: dawen-liang, role: keynote, status: declined}\n"
        "  - {person: dawen-liang, id: seat, role: panelist, status: confirmed}",
    )
    assert "declined-person" not in {found.code for found in workspace.resolve("2024")[1]}


TRACKS = "submissions:\n  tracks:\n    - {name: Short papers}\n    - {name: Demos, id: demo}\n"


@pytest.mark.parametrize(
    ("typed", "track"),
    [("short-papers", "Short papers"), ("Short Papers", "Short papers"), ("demo", "Demos")],
)
def test_a_paper_names_its_track_by_id_or_name(
    workspace: Workspace, typed: str, track: str
) -> None:
    workspace.replace("editions/2026/edition.yaml", "submissions:\n", TRACKS)
    workspace.replace("editions/2026/papers.yaml", "id: agp\n", f"id: agp\n  track: {typed}\n")
    papers = {paper.id: paper.track for paper in workspace.edition("2026").papers}
    assert papers["agp"] == track
    assert "mistyped-track" not in {found.code for found in workspace.check(["2026"])}


@pytest.mark.parametrize(
    ("typed", "meant"), [("Shrot papers", "Short papers"), ("short paper", "Short papers")]
)
def test_a_mistyped_track_of_a_paper_is_found(workspace: Workspace, typed: str, meant: str) -> None:
    workspace.replace("editions/2026/edition.yaml", "submissions:\n", TRACKS)
    workspace.replace("editions/2026/papers.yaml", "id: agp\n", f"id: agp\n  track: {typed}\n")
    (found,) = (found for found in workspace.check(["2026"]) if found.code == "mistyped-track")
    assert found.hint == f"did you mean `{meant}`?"
    workspace.replace("editions/2026/papers.yaml", f"track: {typed}", "track: Industry")
    assert "mistyped-track" not in {found.code for found in workspace.check(["2026"])}


def test_of_a_faulty_track_nothing_else_is_said(workspace: Workspace) -> None:
    edition = "editions/2026/edition.yaml"
    workspace.replace(
        edition, "submissions:\n", TRACKS.replace("{name: Short papers}", "{id: short}")
    )
    workspace.replace(
        edition,
        "notification: 2025-12-18",
        "notification: {date: 2025-12-18, track: short}",
    )
    assert [found.code for found in workspace.resolve("2026")[1]] == ["missing-key"]


def test_earlier_editions_stand_in_their_order_with_and_without_a_folder(
    workspace: Workspace,
) -> None:
    past = list(workspace.edition("2026").editions)
    assert [(earlier.ordinal, earlier.host, earlier.place, earlier.year) for earlier in past] == [
        (1, "KDD 2024", "Barcelona, Spain", 2024),
        (2, "KDD 2025", "Toronto, Canada", 2025),
    ]
    assert list(workspace.edition("2024").editions) == []


def test_an_earlier_edition_tells_how_it_went(workspace: Workspace) -> None:
    workspace.append(
        "editions/2024/edition.yaml", "outcome: {submissions: 9, accepted: 0, attendees: 70}\n"
    )
    first = next(iter(workspace.edition("2026").editions))
    assert (first.submissions, first.accepted, first.attendees) == (9, 0, 70)


def test_accepted_papers_of_an_earlier_edition_are_counted(workspace: Workspace) -> None:
    workspace.write(
        "editions/2024/papers.yaml",
        "- {id: a, title: A, authors: [B]}\n- {id: c, title: C, authors: [D (E)]}\n",
    )
    assert next(iter(workspace.edition("2026").editions)).accepted == 2


def test_dates_stand_in_the_order_of_the_calendar_with_what_they_were(
    workspace: Workspace,
) -> None:
    listed = workspace.edition("2026").dates.listed
    assert [(entry.label, str(entry), [str(day) for day in entry.was]) for entry in listed] == [
        ("Submission deadline", "November\u00a028, 2025", ["November\u00a021, 2025"]),
        ("Author notification", "December\u00a018, 2025", []),
        ("Workshop", "February\u00a026, 2026", []),
    ]


def test_a_deadline_shows_its_zone_and_its_own_label(workspace: Workspace) -> None:
    workspace.replace(
        EDITION,
        "notification: 2025-12-18",
        "notification: {date: 2025-12-18, zone: aoe, label: Answers}",
    )
    notification = workspace.edition("2026").dates.notification
    assert notification is not None
    assert (notification.label, str(notification)) == ("Answers", "December\u00a018, 2025 (AoE)")


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Etc/GMT-8", "UTC+8"),
        ("Etc/GMT+7", "UTC\N{MINUS SIGN}7"),
        ("Etc/UTC", "UTC"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_whose_name_turns_signs_round_is_shown_by_its_offset(
    workspace: Workspace, zone: str, shown: str
) -> None:
    workspace.replace("venues/wsdm-2026.yaml", "zone: America/Boise", f"zone: {zone}")
    assert workspace.edition("2026").venue.zone_label == shown


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Etc/GMT-8", "UTC+8"),
        ("UTC", "UTC"),
        ("Asia/Shanghai", "(CST, UTC+8)"),
        ("Asia/Dubai", "UTC+4"),
    ],
)
def test_a_time_by_the_venues_clock_has_that_behind_it_as_hours_have(
    workspace: Workspace, zone: str, shown: str
) -> None:
    written = f"notification: {{date: 2025-12-18, time: '23:59', zone: {zone}}}"
    workspace.replace(EDITION, "notification: 2025-12-18", written)
    workspace.replace("venues/wsdm-2026.yaml", "zone: America/Boise", f"zone: {zone}")
    edition = workspace.edition("2026")
    assert str(edition.dates.notification) == f"December\u00a018, 2025, 23:59 {shown}"


@pytest.mark.parametrize("zone", ["America/Boise", "America/Denver"])
def test_a_day_that_ends_by_the_venues_clock_is_one_without_zone(
    workspace: Workspace, zone: str
) -> None:
    written = f"notification: {{date: 2025-12-18, zone: {zone}}}"
    workspace.replace(EDITION, "notification: 2025-12-18", written)
    dates = workspace.edition("2026").dates
    assert str(dates.notification) == "December\u00a018, 2025"
    assert dates.notification in dates.without_zone


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("{date: 2025-12-18, time: '23:59', zone: UTC+8}", "23:59 UTC+8"),
        ("{date: 2025-12-18, time: '23:59', zone: UTC-05:00}", "23:59 UTC\N{MINUS SIGN}5"),
        ("2025-12-18 23:59 UTC+8", "23:59 UTC+8"),
    ],
)
def test_a_deadline_may_say_how_far_its_clock_is_from_utc(
    workspace: Workspace, typed: str, shown: str
) -> None:
    workspace.replace(EDITION, "notification: 2025-12-18", f"notification: {typed}")
    notification = workspace.edition("2026").dates.notification
    assert str(notification) == f"December\u00a018, 2025, {shown}"
    assert notification is not None
    sign = 1 if "+" in shown else -1
    hours = sign * int(shown[-1])
    assert notification.ends.utcoffset() == dt.timedelta(hours=hours)


def test_a_document_takes_its_pages_from_the_venues_call(workspace: Workspace) -> None:
    assert workspace.edition("2024").documents["camera-ready"].page_limit == 2
    assert workspace.edition("2026").documents["proposal"].page_limit == 5


def test_the_running_head_names_one_author_and_the_others_together(workspace: Workspace) -> None:
    assert (
        workspace.edition("2024").documents["camera-ready"].short_authors == "Narges Tabari et al."
    )


def test_the_proceedings_are_named_as_acm_names_them(workspace: Workspace) -> None:
    assert workspace.edition("2024").booktitle.replace("\u00a0", " ") == (
        "Proceedings of the 30th ACM SIGKDD Conference on Knowledge Discovery and Data Mining "
        "(KDD '24), August 25–29, 2024, Barcelona, Spain"
    )


@pytest.mark.parametrize("arrow", ["→", "->", "~"])
def test_a_concept_is_split_at_its_arrows(workspace: Workspace, arrow: str) -> None:
    workspace.replace(
        EDITION,
        "concept: Information systems → Recommender systems",
        f"concept: Information systems {arrow} Recommender systems",
    )
    assert workspace.edition("2026").concepts[0].path == (
        "Information systems",
        "Recommender systems",
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "message", "hint"),
    [
        (
            EDITION,
            "neil-shah\n",
            "neil-sha\n",
            "there is no person `neil-sha`",
            "did you mean `neil-shah`? Otherwise write data/people/neil-sha.yaml",
        ),
        (
            EDITION,
            "narges-tabari\nabstract",
            "zzz\nabstract",
            "there is no person `zzz`",
            "write data/people/zzz.yaml",
        ),
        (
            EDITION,
            "wsdm-2026\n",
            "wsdm-2025\n",
            "there is no venue `wsdm-2025`",
            "did you mean `wsdm-2026`? Otherwise write data/venues/wsdm-2025.yaml",
        ),
        (
            "editions/2026/program.yaml",
            "liam-collins}",
            "liam-colins}",
            "there is no talk `liam-colins` in this edition",
            "did you mean `liam-collins`?",
        ),
        (
            "editions/2026/program.yaml",
            "insertrank,",
            "insert-rank,",
            "there is no paper `insert-rank` in this edition",
            "did you mean `insertrank`?",
        ),
        (
            "editions/2026/program.yaml",
            "insertrank,",
            "xyzzy,",
            "there is no paper `xyzzy` in this edition",
            "add it to papers.yaml",
        ),
        (
            EDITION,
            "proposal.md",
            "propsal.md",
            "there is no file data/editions/2026/propsal.md",
            "write it, or correct the name",
        ),
    ],
)
def test_what_does_not_exist_is_reported_at_its_place_with_what_was_meant(
    workspace: Workspace, file: str, old: str, new: str, message: str, hint: str
) -> None:
    workspace.replace(file, old, new)
    diagnostic = only(workspace.resolve("2026")[1])
    assert str(diagnostic.span).endswith(workspace.place_of(file, new))
    assert (diagnostic.message, diagnostic.hint) == (message, hint)


def test_where_speakers_have_another_key_no_slot_lacks_its_talk_as_well(
    workspace: Workspace,
) -> None:
    workspace.replace(EDITION, "\nspeakers:", "\nkeynotes:")
    assert "unknown-talk" not in [found.code for found in workspace.resolve("2026")[1]]


@pytest.mark.parametrize(
    ("file", "old", "new", "first", "second"),
    [
        (
            EDITION,
            "- james-caverlee\n",
            "- neil-shah\n",
            "neil-shah\n  - julian-mcauley",
            "neil-shah\n  - george-karypis",
        ),
        (
            "editions/2026/papers.yaml",
            "id: agp",
            "id: insertrank",
            'insertrank\n  title: "Insert',
            'insertrank\n  title: "AGP',
        ),
        (
            "editions/2024/edition.yaml",
            "{id: ed-chi-panel, person: ed-chi,",
            "{person: ed-chi,",
            "ed-chi, role: keynote",
            "ed-chi, role: panelist",
        ),
    ],
)
def test_an_id_that_stands_twice_is_reported_with_the_line_of_the_first(
    workspace: Workspace, file: str, old: str, new: str, first: str, second: str
) -> None:
    workspace.replace(file, old, new)
    found = workspace.resolve("2024" if "2024" in file else "2026")[1]
    diagnostic = only(diagnostic for diagnostic in found if diagnostic.code == "duplicate-id")
    assert str(diagnostic.span).endswith(workspace.place_of(file, second))
    line = workspace.place_of(file, first).split(":")[1]
    assert diagnostic.message.endswith(f"stands twice (first in line {line})")


def keynote_line(workspace: Workspace) -> str:
    """A speaker's line in the 2026 edition whose talk the schedule names."""
    text = (workspace.data / EDITION).read_text(encoding="utf-8")
    found = re.search(r"- person: ([a-z-]+)\n(?:    .*\n)*?    status: confirmed", text)
    assert found is not None
    return found.group()


def test_a_talk_that_is_called_by_its_speaker_is_answered_with_its_id(
    workspace: Workspace,
) -> None:
    line = keynote_line(workspace)
    speaker = line.split()[2]
    workspace.replace(EDITION, line, f"{line}\n    id: the-talk")
    (diagnostic,) = [
        found for found in workspace.resolve("2026")[1] if found.code == "unknown-talk"
    ]
    assert diagnostic.hint == f"write the id of the talk that `{speaker}` gives: `the-talk`"


def test_a_slot_whose_speaker_has_declined_says_so_and_where(workspace: Workspace) -> None:
    line = keynote_line(workspace)
    workspace.replace(EDITION, line, line.replace("confirmed", "declined"))
    diagnostic = only(workspace.resolve("2026")[1])
    assert diagnostic.code == "unknown-talk"
    assert "has declined (edition.yaml:" in diagnostic.message
    assert "take the slot out" in str(diagnostic.hint)
    assert diagnostic.span is not None
    assert diagnostic.span.file.name == "program.yaml"


@pytest.mark.parametrize("person", ["[One]", "Two Words", "[]"])
def test_what_stands_in_for_a_faulty_id_is_never_reported(
    workspace: Workspace, person: str
) -> None:
    line = keynote_line(workspace)
    name = line.partition("\n")[0].removeprefix("- person: ")
    workspace.replace(EDITION, line, line.replace(name, person, 1))
    diagnostic = only(workspace.resolve("2026")[1])
    assert "ada-lovelace" not in f"{diagnostic.message} {diagnostic.hint}"


def test_a_file_that_cannot_be_read_has_no_unknown_talks(workspace: Workspace) -> None:
    workspace.append(EDITION, "]\n")
    assert [diagnostic.code for diagnostic in workspace.resolve("2026")[1]] == ["yaml-syntax"]
