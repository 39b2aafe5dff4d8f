"""What is told to be left to do, and of which editions."""

from __future__ import annotations

import re

import pytest

from proposal.diagnostics import Diagnostic, Severity
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

pytestmark = pytest.mark.usefixtures("without_proposal")

EDITION = "editions/2026/edition.yaml"
VENUE = "venues/wsdm-2026.yaml"


def diagnostics_of(workspace: Workspace, year: str = "2026") -> list[Diagnostic]:
    found = workspace.check([year])
    assert all(diagnostic.severity is Severity.WARNING for diagnostic in found)
    return found


def test_a_tentative_day_is_reported_at_the_day(workspace: Workspace) -> None:
    workspace.replace(EDITION, "end: 16:50}", "end: 16:50, tentative: true}")
    found = only(diagnostics_of(workspace))
    assert found.message == (
        "the workshop's day (February\N{NO-BREAK SPACE}26, 2026) is to be confirmed"
    )
    assert places([found]) == [f"{workspace.place_of(EDITION, '2026-02-26')} to-be-confirmed"]
    assert found.hint == "correct it if need be, then delete `tentative`"


def test_a_tentative_deadline_is_reported_at_its_date(workspace: Workspace) -> None:
    workspace.replace(EDITION, "was: [2025-11-21]}", "was: [2025-11-21], tentative: true}")
    found = only(diagnostics_of(workspace))
    assert found.message.startswith("the date under `submission` (November")
    assert places([found]) == [f"{workspace.place_of(EDITION, '2025-11-28')} to-be-confirmed"]


def test_messages_say_days_to_be_confirmed_in_english(workspace: Workspace) -> None:
    workspace.append(EDITION, "language: es\n")
    old = "submission: {date: 2025-11-28, was: [2025-11-21]}"
    workspace.replace(EDITION, old, "submission: {date: 2025-11-28, tentative: true}")
    (found,) = workspace.open_points("2026")[:1]
    day = "November\N{NO-BREAK SPACE}28, 2025"
    assert found.message == f"the date under `submission` ({day}) is to be confirmed"


def test_a_tentative_venue_is_reported_in_its_file(workspace: Workspace) -> None:
    workspace.append(VENUE, "tentative: true\n")
    found = only(diagnostics_of(workspace))
    assert found.message == (
        "name, days and place of WSDM '26 and the call's limits are to be confirmed"
    )
    assert places([found]) == [f"{workspace.place_of(VENUE, 'true')} to-be-confirmed"]


def test_an_empty_list_is_reported_where_it_stands(workspace: Workspace) -> None:
    text = (workspace.data / EDITION).read_text()
    start, end = text.index("topics:"), text.index("ccs:")
    workspace.write(EDITION, f"{text[:start]}topics: []\n{text[end:]}")
    messages = {diagnostic.message for diagnostic in diagnostics_of(workspace)}
    assert "there are no topics yet" in messages
    (found,) = (
        diagnostic
        for diagnostic in diagnostics_of(workspace)
        if diagnostic.code == "to-be-filled-in"
    )
    assert places([found]) == [f"{workspace.place_of(EDITION, '[]')} to-be-filled-in"]


@pytest.mark.parametrize(
    ("call", "begun", "missed"),
    [
        ("none", False, set()),
        ("none", True, {"speakers"}),
        ("{call: Call for Exhibits}", False, set()),
        ("{call: Call for Exhibits}", True, {"speakers", "topics", "committee"}),
    ],
)
def test_what_an_event_without_papers_may_never_have_is_missed_only_if_it_is_begun(
    workspace: Workspace, call: str, *, begun: bool, missed: set[str]
) -> None:
    file = workspace.data / EDITION
    keys = ("speakers", "topics", "committee")
    text = re.sub(
        rf"(?ms)^({'|'.join(keys)}|dates|submissions):.*?(?=^\S)", "", file.read_text("utf-8")
    )
    lists = "".join(f"{key}: []\n" for key in keys if begun)
    file.write_text(f"{lists}submissions: {call}\n{text}", encoding="utf-8")
    workspace.write("editions/2026/program.yaml", "[]\n")
    hints = {
        diagnostic.hint or ""
        for diagnostic in workspace.open_points("2026")
        if re.fullmatch("there (?:are|is) no (?:speakers|topics|committee) yet", diagnostic.message)
    }
    assert {key for key in keys if any(f"delete `{key}`" in hint for hint in hints)} == missed
    assert len(hints) == len(missed)


def test_a_missing_list_is_reported_in_the_file_that_lacks_it(workspace: Workspace) -> None:
    text = (workspace.data / EDITION).read_text()
    start, end = text.index("committee:"), text.index("# The organizers' estimate")
    workspace.write(EDITION, text[:start] + text[end:])
    assert "edition.yaml:1:1 to-be-filled-in" in places(diagnostics_of(workspace))


@pytest.mark.parametrize(
    ("slot", "instead", "message"),
    [
        (
            "{start: 09:00, end: 09:45, talk: meng-jiang}",
            "{start: 09:00, end: 09:45, kind: talk}",
            "nobody is named for the talk of 09:00–09:45 yet",
        ),
        (
            "title: Oral Session 1, papers: [agp, insertrank, selective-regularization]}",
            "title: Oral Session 1}",
            "no papers are named for the session of 11:00–11:45 yet",
        ),
    ],
)
def test_a_part_of_the_program_without_people_is_reported_at_its_line(
    workspace: Workspace, slot: str, instead: str, message: str
) -> None:
    workspace.replace("editions/2026/program.yaml", slot, instead)
    found = only(diagnostics_of(workspace))
    assert (found.message, found.code) == (message, "to-be-filled-in")
    assert found.span is not None
    assert found.span.line == 2 if "talk" in message else 5


def test_authors_must_be_informed_where_and_until_when_to_send_papers(workspace: Workspace) -> None:
    workspace.replace(
        EDITION, "  url: https://openreview.net/group?id=WSDM/2026/Workshop/GenAIRecP\n", ""
    )
    workspace.replace(EDITION, "  submission: {date: 2025-11-28, was: [2025-11-21]}\n", "")
    messages = [diagnostic.message for diagnostic in diagnostics_of(workspace)]
    assert "authors are not told where to send papers" in messages
    by_mail = "Send papers by mail to papers@boats.net. New and unfinished work"
    workspace.replace(EDITION, "New and unfinished work", by_mail)
    messages = [diagnostic.message for diagnostic in diagnostics_of(workspace)]
    assert "authors are not told where to send papers" not in messages
    assert "authors are not told until when to send papers" in messages


@pytest.mark.parametrize(
    ("file", "old", "new", "shown"),
    [
        (EDITION, "title: What Does It Mean", "title: TBD What Does It Mean", "TBD"),
        (EDITION, "  - Deployment case studies", "  - A topic, to be replaced", "to be replaced"),
        (EDITION, "name: Praneeth Reddy", "name: PC Member 1", "PC Member 1"),
        (VENUE, "city: Boise", "city: Your City", "Your City"),
        ("people/neil-shah.yaml", "name: Neil Shah", "name: Your Name", "Your Name"),
        ("people/narges-tabari.yaml", "nargesam@amazon.com", "you@example.org", "@example.org"),
        ("editions/2026/papers.yaml", "title: Selective", "title: TODO Selective", "TODO"),
        (
            "editions/2026/overview.md",
            "on behalf of their users and reports",
            "on behalf of their users. Replace this text. Reports",
            "Replace this",
        ),
        (
            "people/neil-shah.yaml",
            "refereed publications",
            "publications (replace them in this file)",
            "replace them",
        ),
    ],
)
def test_a_placeholder_is_reported_at_its_place(
    workspace: Workspace, file: str, old: str, new: str, shown: str
) -> None:
    workspace.replace(file, old, new)
    found = only(
        diagnostic for diagnostic in diagnostics_of(workspace) if diagnostic.code == "placeholder"
    )
    assert found.message == f"`{shown}` holds the place of something else"
    assert places([found]) == [f"{workspace.place_of(file, shown)} placeholder"]


@pytest.mark.parametrize(
    "title",
    [
        "Where Is Your Data?",
        "Bring Your Name Tag",
        "Who Can Replace Thistles?",
        "On the Author 2 Vec Model",
        "Models That Are To Be Trusted",
    ],
)
def test_ordinary_words_are_no_placeholders(workspace: Workspace, title: str) -> None:
    workspace.replace(
        EDITION, "title: Sequential Data Augmentation for Generative Rec", f"title: {title}"
    )
    workspace.replace(EDITION, f"{title}ommendation", title)
    assert diagnostics_of(workspace) == []


def test_a_proposal_that_is_still_the_last_one_is_reported(proposed: Workspace) -> None:
    old = (proposed.data / "editions/2024/summary.md").read_text()
    proposed.write("editions/2026/proposal.md", old)
    found = only(
        open_point for open_point in proposed.open_points("2026") if "word" in open_point.message
    )
    assert found.code == "carried-over"
    assert found.message == "the text of the proposal is still that of 2024, word for word"
    assert places([found]) == ["proposal.md:1:1 carried-over"]


def test_an_introduction_that_is_still_the_last_one_is_reported(workspace: Workspace) -> None:
    old = (workspace.data / "editions/2024/overview.md").read_text()
    workspace.write("editions/2026/overview.md", old)
    found = only(
        open_point for open_point in workspace.open_points("2026") if "word" in open_point.message
    )
    assert (
        found.message
        == "the text of the website's introduction is still that of 2024, word for word"
    )
    assert places([found]) == ["overview.md:1:1 carried-over"]


def test_rules_for_papers_that_are_a_guess_are_reported_at_their_mark(workspace: Workspace) -> None:
    workspace.replace(
        EDITION, "  system: OpenReview\n", "  system: OpenReview\n  tentative: true\n"
    )
    found = only(diagnostics_of(workspace))
    assert found.code == "to-be-confirmed"
    assert found.message.startswith("what is said of papers under `submissions` is to be confirmed")


def test_a_proposal_of_which_a_word_was_changed_was_gone_over(proposed: Workspace) -> None:
    old = (proposed.data / "editions/2024/summary.md").read_text()
    proposed.write("editions/2026/proposal.md", old.replace("People leave", "Everybody leaves"))
    assert "carried-over" not in [open_point.code for open_point in proposed.open_points("2026")]


def test_what_a_text_quotes_and_nobody_knows_yet_is_reported_at_its_place(
    workspace: Workspace,
) -> None:
    workspace.append("editions/2026/overview.md", "\nWe meet in {{ room }}.\n")
    found = only(diagnostics_of(workspace))
    where = workspace.place_of("editions/2026/overview.md", "{{ room }}")
    assert places([found]) == [f"{where} unset-fact"]


def test_a_fact_that_does_not_exist_is_an_error(proposed: Workspace) -> None:
    proposed.append("editions/2026/proposal.md", "\nWe meet in {{ rom }}.\n")
    found = only(proposed.check(["2026"]))
    assert (found.code, found.severity) == ("unknown-fact", Severity.ERROR)


def test_a_picture_that_is_missing_is_an_error(proposed: Workspace) -> None:
    proposed.append("editions/2026/proposal.md", '\n![A graph](graph.pdf "A graph")\n')
    assert [diagnostic.code for diagnostic in proposed.check(["2026"])] == ["missing-file"]


def test_an_edition_that_is_over_has_no_open_points(workspace: Workspace) -> None:
    workspace.replace("editions/2024/edition.yaml", "end: 18:00}", "end: 18:00, tentative: true}")
    assert diagnostics_of(workspace, "2024") == []
    workspace.replace("workshop.yaml", "current: 2026", "current: 2024")
    assert "to-be-confirmed" in [
        diagnostic.code for diagnostic in diagnostics_of(workspace, "2024")
    ]


def test_an_edition_after_the_current_one_has_open_points(workspace: Workspace) -> None:
    workspace.replace("workshop.yaml", "current: 2026", "current: 2024")
    workspace.replace(EDITION, "end: 16:50}", "end: 16:50, tentative: true}")
    assert [diagnostic.code for diagnostic in diagnostics_of(workspace)] == ["to-be-confirmed"]


def test_open_points_can_be_asked_for_by_themselves(proposed: Workspace) -> None:
    proposed.write("people/zz.yaml", "name: Neil Shah\n")
    assert proposed.open_points("2026") == []


def test_where_data_are_faulty_only_the_diagnostics_are_reported(workspace: Workspace) -> None:
    workspace.replace(EDITION, "end: 16:50}", "end: 16:50, tentative: maybe}")
    workspace.append(VENUE, "tentative: true\n")
    found = only(workspace.check(["2026"]))
    assert found.severity is Severity.ERROR
