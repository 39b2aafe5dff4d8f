"""Events that change are newer ones for calendars, and each keeps its identifier."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from icalendar import Calendar, Event

from proposal.model.calendar_name import CALENDAR_FILE
from proposal.render.calendar import calendars
from proposal.render.versions import written
from tests.some import some
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
PROGRAM = "editions/2026/program.yaml"
MEMORY = f"editions/2026/{CALENDAR_FILE}"
PAGE = "https://genai-personalization.github.io/2026/"
TALK = "genairecp-2026-talk-meng-jiang@genai-personalization.github.io"


@pytest.fixture
def fresh(workspace: Workspace) -> Workspace:
    """The workshop before any calendar was told of it."""
    (workspace.data / MEMORY).unlink()
    return workspace


def files(workspace: Workspace) -> dict[str, bytes]:
    """The calendars as a build makes them, which remembers what it has told."""
    made = calendars(workspace.edition("2026"), PAGE)
    workspace.write(MEMORY, written(made.events).decode())
    return made.files


def events(content: bytes) -> dict[str, Event]:
    """The events of a file by their identifiers, of which no two are the same."""
    listed = list(Calendar.from_ical(content).events)
    found = {str(event["uid"]): event for event in listed}
    assert len(found) == len(listed)
    return found


def schedule(workspace: Workspace) -> dict[str, Event]:
    return events(files(workspace)["schedule.ics"])


def version(event: Event) -> tuple[int, str]:
    return int(str(event.get("sequence", 0))), event.DTSTAMP.strftime("%Y%m%dT%H%M%SZ")


def titles(found: dict[str, Event]) -> dict[str, str]:
    return {uid: str(event["summary"]) for uid, event in found.items()}


def changed(before: dict[str, Event], after: dict[str, Event]) -> set[str]:
    """The events of which calendars take the later version; no other one may differ."""
    newer = set()
    for uid in before.keys() & after.keys():
        if before[uid].to_ical() != after[uid].to_ical():
            assert version(after[uid]) > version(before[uid])
            assert version(after[uid])[0] == version(before[uid])[0] + 1
            assert version(after[uid])[1] > version(before[uid])[1]
            assert after[uid].LAST_MODIFIED == after[uid].DTSTAMP
            newer.add(uid)
    return newer


def test_without_a_change_nothing_changes(fresh: Workspace) -> None:
    first = files(fresh)
    memory = (fresh.data / MEMORY).read_bytes()
    assert files(fresh) == first
    assert (fresh.data / MEMORY).read_bytes() == memory


def test_an_event_that_never_changed_is_the_first_version(fresh: Workspace) -> None:
    for event in some(schedule(fresh).values()):
        assert version(event) == (0, "20260226T000000Z")
        assert "last-modified" not in event


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PROGRAM, "{start: 09:00, end: 09:45, talk: meng", "{start: 09:05, end: 09:45, talk: meng"),
        (PROGRAM, "09:45, talk: meng-jiang}", "09:45, talk: meng-jiang, title: Opening keynote}"),
        (PROGRAM, "09:45, talk: meng-jiang}", "09:45, talk: meng-jiang, tentative: true}"),
        (EDITION, "title: What Does It Mean to Personalize", "title: What Does It Take to Change"),
    ],
)
def test_a_changed_talk_is_a_newer_event_and_no_other_is(
    fresh: Workspace, file: str, old: str, new: str
) -> None:
    before = schedule(fresh)
    fresh.replace(file, old, new)
    after = schedule(fresh)
    assert before.keys() == after.keys()
    assert changed(before, after) == {TALK}
    assert schedule(fresh) == after


def test_every_change_counts(fresh: Workspace) -> None:
    schedule(fresh)
    for number, (old, new) in enumerate([("09:45", "09:40"), ("09:40", "09:45")], start=1):
        fresh.replace(PROGRAM, f"end: {old}, talk: meng-jiang", f"end: {new}, talk: meng-jiang")
        assert version(schedule(fresh)[TALK])[0] == number


def test_what_changes_for_all_makes_all_newer(fresh: Workspace) -> None:
    before = schedule(fresh)
    fresh.replace(EDITION, "date: 2026-02-26", "date: 2026-02-25")
    assert changed(before, after := schedule(fresh)) == before.keys() == after.keys()


def test_a_talk_that_is_taken_out_stays_as_cancelled(fresh: Workspace) -> None:
    before = files(fresh)
    fresh.replace(PROGRAM, "- {start: 09:00, end: 09:45, talk: meng-jiang}\n", "")
    after = files(fresh)
    old, new = events(before["schedule.ics"]), events(after["schedule.ics"])
    assert changed(old, new) == {TALK}
    talk = new[TALK]
    assert str(talk["status"]) == "CANCELLED"
    assert str(talk["summary"]).startswith("Cancelled: Keynote: Dr. Meng Jiang")
    assert (talk.start, talk.end) == (old[TALK].start, old[TALK].end)
    assert events(after["talk-meng-jiang.ics"]) == {TALK: talk}
    assert files(fresh) == after


def test_a_talk_that_comes_back_is_a_newer_version_of_the_same_event(fresh: Workspace) -> None:
    line = "- {start: 09:00, end: 09:45, talk: meng-jiang}\n"
    schedule(fresh)
    fresh.replace(PROGRAM, line, "")
    cancelled = schedule(fresh)
    fresh.append(PROGRAM, line)
    back = schedule(fresh)
    assert changed(cancelled, back) == {TALK}
    assert str(back[TALK]["status"]) == "CONFIRMED"
    assert version(back[TALK])[0] == 2


def test_a_deadline_is_versioned_too(fresh: Workspace) -> None:
    uid = "genairecp-2026-date-submission@genai-personalization.github.io"
    before = events(files(fresh)["dates.ics"])
    fresh.replace(EDITION, "{date: 2025-11-28, was: [", "{date: 2025-12-01, was: [2025-11-28, ")
    after = events(files(fresh)["dates.ics"])
    assert changed(before, after) == {uid}
    fresh.replace(EDITION, "  submission: {date: 2025-12-01, was: [2025-11-28, 2025-11-21]}\n", "")
    gone = events(files(fresh)["dates.ics"])
    assert str(gone[uid]["status"]) == "CANCELLED"
    assert version(gone[uid])[0] == 2


def test_what_was_only_tentative_goes_without_being_cancelled(fresh: Workspace) -> None:
    line = "- {start: 12:30, end: 13:45, kind: lunch}\n"
    fresh.replace(PROGRAM, line, line.replace("lunch}", "lunch, tentative: true}"))
    before = titles(schedule(fresh))
    fresh.replace(PROGRAM, line.replace("lunch}", "lunch, tentative: true}"), "")
    after = titles(schedule(fresh))
    (lunch,) = before.keys() - after.keys()
    assert before[lunch].startswith("Lunch")
    assert "Cancelled" not in "".join(after.values())


# Identifiers


BREAK = "- {start: 10:30, end: 11:00, kind: break, title: Coffee break}\n"
SESSION = "kind: papers, title: Oral Session 1, papers: [agp, insertrank, selective-regularization]"


def put_before(line: str) -> Callable[[Workspace], None]:
    return lambda workspace: workspace.replace(PROGRAM, BREAK, f"{line}\n{BREAK}")


def replaced(old: str, new: str) -> Callable[[Workspace], None]:
    return lambda workspace: workspace.replace(PROGRAM, old, new)


@pytest.mark.parametrize(
    "change",
    [
        put_before("- {start: 10:20, end: 10:30, kind: break, title: Coffee break}"),
        put_before("- {start: 10:20, end: 10:30, kind: break, title: Stretching}"),
        put_before("- {start: 10:20, end: 10:30, kind: papers, title: Spotlights}"),
        replaced(
            "kind: break, title: Coffee break}\n- {start: 11",
            "kind: break, title: Tea}\n- {start: 11",
        ),
        replaced(
            "{start: 10:30, end: 11:00, kind: break", "{start: 10:35, end: 11:05, kind: break"
        ),
        replaced(SESSION, SESSION.replace("Oral Session 1", "Long Talks")),
        replaced("title: Oral Session 2, papers: [joint", "title: Oral Session 1, papers: [joint"),
    ],
)
@pytest.mark.parametrize("is_remembered", [True, False])
def test_a_part_of_the_day_keeps_its_identifier(
    fresh: Workspace, change: Callable[[Workspace], None], *, is_remembered: bool
) -> None:
    """Breaks and sessions by their hours before, whatever is put before them or renamed."""
    if is_remembered:
        before = schedule(fresh)
        change(fresh)
        after = schedule(fresh)
    else:
        before = events(calendars(fresh.edition("2026"), PAGE).files["schedule.ics"])
        change(fresh)
        after = events(calendars(fresh.edition("2026"), PAGE).files["schedule.ics"])
    kept = [uid for uid in before if uid in after and str(after[uid]["status"]) != "CANCELLED"]
    for uid in kept:
        assert abs(before[uid].end - after[uid].end) <= dt.timedelta(minutes=5), uid
    if is_remembered:
        assert kept == list(before)
    else:  # nothing is known of renamed parts; but no identifier passes to another part
        assert len(kept) >= len(before) - 2


def test_the_break_that_is_put_first_gets_an_identifier_of_its_own(fresh: Workspace) -> None:
    before = schedule(fresh)
    put_before("- {start: 10:20, end: 10:30, kind: break, title: Coffee break}")(fresh)
    after = schedule(fresh)
    assert changed(before, after) == set()
    (new,) = after.keys() - before.keys()
    assert after[new].start.strftime("%H:%M") == "10:20"
    assert version(after[new])[0] == 0


def test_a_speaker_who_becomes_known_is_a_newer_version_of_the_open_talk(
    fresh: Workspace,
) -> None:
    entry = "person: liam-collins\n    role: talk\n    status: "
    fresh.replace(EDITION, f"{entry}confirmed", f"{entry}invited")
    before = schedule(fresh)
    assert not [uid for uid in before if "liam" in uid]
    fresh.replace(EDITION, f"{entry}invited", f"{entry}confirmed")
    after = schedule(fresh)
    assert after.keys() == before.keys()
    (talk,) = changed(before, after)
    assert "Liam Collins" in str(after[talk]["summary"])


def test_the_event_of_the_whole_day_is_never_cancelled_by_a_program(fresh: Workspace) -> None:
    program = (fresh.data / PROGRAM).read_text(encoding="utf-8")
    (fresh.data / PROGRAM).unlink()
    (whole,) = schedule(fresh)
    fresh.write(PROGRAM, program)
    after = schedule(fresh)
    assert str(after[whole]["status"]) == "CONFIRMED"
    assert str(after[whole]["transp"]) == "TRANSPARENT"
    assert len(after) == 14


def test_an_identifier_outlasts_another_address_of_the_website(fresh: Workspace) -> None:
    before = schedule(fresh)
    fresh.replace(
        "workshop.yaml", "genai-personalization.github.io/\ncurrent", "x.example/\ncurrent"
    )
    assert fresh.edition("2026").url == "https://x.example/"
    assert schedule(fresh).keys() == before.keys()


# The memory


def test_the_real_editions_remember_what_they_say(workspace: Workspace) -> None:
    changed = []
    for year in ("2024", "2026"):
        page = f"https://genai-personalization.github.io/{year}/"
        made = calendars(workspace.edition(year), page)
        known = (workspace.data / "editions" / str(year) / CALENDAR_FILE).read_bytes()
        assert written(made.events) == known
        changed += [(event.title, event.sequence) for event in made.events if event.sequence]
    # The location of coffee was the room of the talks, where nobody said that it was, and the
    # workshops had none among the dates.
    assert sorted(changed) == [("Coffee and posters", 1), ("Workshop", 1), ("Workshop", 1)]


def test_a_broken_memory_is_reported_at_its_line(workspace: Workspace) -> None:
    workspace.replace(MEMORY, f'- uid: "{TALK}"', f'<<<<<<< HEAD\n- uid: "{TALK}"')
    (diagnostic, *_) = workspace.read().diagnostics
    assert diagnostic.span is not None
    assert (diagnostic.span.file.name, diagnostic.span.line > 3) == (CALENDAR_FILE, True)


def test_texts_in_any_script_are_remembered(fresh: Workspace) -> None:
    fresh.replace(PROGRAM, "kind: lunch}", 'kind: lunch, title: "Mittag: #1 \\"Ä\\" 午餐 \\\\"}')
    before = schedule(fresh)
    fresh.replace(PROGRAM, "- {start: 12:30", "- {start: 12:35")
    after = schedule(fresh)
    assert before.keys() == after.keys()
    assert len(changed(before, after)) == 1
    assert re.search('title: "Mittag: #1', (fresh.data / MEMORY).read_text(encoding="utf-8"))


def test_an_identifier_says_what_a_part_is_only_once(fresh: Workspace) -> None:
    fresh.replace(PROGRAM, "kind: lunch}", "kind: lunch, title: Lunch together}")
    names = [uid.partition("@")[0].removeprefix("genairecp-2026-") for uid in schedule(fresh)]
    assert "lunch-together" in names
    assert not [name for name in names if re.search(r"\b(\w+)-(.+-)?\1\b", name)]
