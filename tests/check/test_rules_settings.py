"""What a workshop says of rules is heeded: in `workshop.yaml`, and in comments with a reason."""

from __future__ import annotations

import shutil

import pytest

from proposal.check.rules.config import without_suppressed
from proposal.diagnostics import Diagnostic, Severity, Span
from proposal.diagnostics.explanation import can_be_silenced
from proposal.diagnostics.registry import REGISTRY
from tests.check.findings import AFTERWARDS, EDITION, PROGRAM
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

pytestmark = pytest.mark.usefixtures("without_proposal")

LUNCH = "- {start: 12:30, end: 13:45, kind: lunch}\n"
LATER_LUNCH = "- {start: 12:40, end: 13:45, kind: lunch}"


def diagnostics_of(workspace: Workspace, *years: str) -> list[Diagnostic]:
    return workspace.check(years or ["2026"], AFTERWARDS)


def with_gap(workspace: Workspace, comment: str = "") -> None:
    """Leave ten minutes before lunch, with a comment in that line."""
    workspace.replace(PROGRAM, LUNCH, f"{LATER_LUNCH}{comment}\n")


def test_without_settings_a_gap_is_a_warning(workspace: Workspace) -> None:
    with_gap(workspace)
    found = only(diagnostics_of(workspace))
    assert (found.code, found.severity) == ("schedule-gap", Severity.WARNING)


@pytest.mark.parametrize("severity", ["note", "warning", "error"])
def test_a_rule_is_as_severe_as_the_workshop_says(workspace: Workspace, severity: str) -> None:
    with_gap(workspace)
    workspace.append("workshop.yaml", f"rules: {{schedule-gap: {severity}}}\n")
    assert only(diagnostics_of(workspace)).severity == severity


def test_a_rule_that_is_off_finds_nothing(workspace: Workspace) -> None:
    with_gap(workspace)
    workspace.append("workshop.yaml", "rules:\n  schedule-gap: off\n")
    assert diagnostics_of(workspace) == []


def test_errors_in_the_data_cannot_be_switched_off(workspace: Workspace) -> None:
    workspace.replace(EDITION, "  - neil-shah\n", "  - nobody\n")
    workspace.append("workshop.yaml", "rules: {unknown-person: off}\n")
    assert {diagnostic.code for diagnostic in diagnostics_of(workspace)} == {"unknown-person"}


def test_what_is_always_an_error_is_no_code_to_switch_off(workspace: Workspace) -> None:
    workspace.append("workshop.yaml", "rules: {missing-key: off}\n")
    found = only(diagnostics_of(workspace))
    assert found.code == "unknown-rule"
    assert found.message == "`missing-key` is an error, which cannot be switched off"


def test_every_warning_and_note_can_be_switched_off_whoever_makes_it(workspace: Workspace) -> None:
    kinds = [kind for kind in REGISTRY.values() if can_be_silenced(kind)]
    off = "".join(f"  {kind.code}: off\n" for kind in kinds)
    workspace.append("workshop.yaml", f"rules:\n{off}")
    folder = workspace.read()
    assert diagnostics_of(workspace) == []
    for severity in (Severity.WARNING, Severity.NOTE):
        found = [Diagnostic(severity, kind.code, "something") for kind in kinds]
        assert without_suppressed(found, folder) == []
    errors = [Diagnostic(Severity.ERROR, kind.code, "something") for kind in kinds]
    assert without_suppressed(errors, folder) == errors


@pytest.mark.parametrize("code", ["overfull-box", "acmart", "page-number", "coarse-picture"])
def test_a_comment_allows_what_a_build_finds_in_its_line(workspace: Workspace, code: str) -> None:
    with_gap(workspace, f"  # proposal: allow schedule-gap, {code} — it is meant")
    assert diagnostics_of(workspace) == []  # it does not say that the comment allows nothing
    line, _, _ = workspace.place_of(PROGRAM, "schedule-gap").partition(":")[2].partition(":")
    span = Span(workspace.data / PROGRAM, int(line), 1, 2)
    elsewhere = Span(workspace.data / PROGRAM, int(line) + 1, 1, 2)
    found = [Diagnostic(Severity.WARNING, code, "something", place) for place in (span, elsewhere)]
    assert without_suppressed(found, workspace.read()) == found[1:]


def test_an_unknown_rule_is_reported_at_its_key_with_the_nearest_one(workspace: Workspace) -> None:
    workspace.append("workshop.yaml", "rules: {schedule-gpa: off}\n")
    found = only(diagnostics_of(workspace))
    assert found.message == "there is no rule `schedule-gpa`"
    assert found.hint == "did you mean `schedule-gap`?"
    where = workspace.place_of("workshop.yaml", "schedule-gpa")
    assert places([found]) == [f"{where} unknown-rule"]


def test_an_unknown_severity_is_reported_with_the_known_ones(workspace: Workspace) -> None:
    workspace.append("workshop.yaml", "rules: {schedule-gap: of}\n")
    found = only(diagnostics_of(workspace))
    assert (found.code, found.severity) == ("not-a-choice", Severity.ERROR)
    assert found.hint == "did you mean `off`?"


@pytest.mark.parametrize(
    "comment",
    [
        "  # proposal: allow schedule-gap — the group photo is taken",
        " # proposal: allow schedule-gap: the group photo is taken",
        " # proposal: allow schedule-gap - the group photo is taken",
        " # proposal: allow schedule-overlap, schedule-gap -- the group photo, and more",
    ],
)
def test_a_comment_with_a_reason_silences_its_line(workspace: Workspace, comment: str) -> None:
    with_gap(workspace, comment)
    assert [
        diagnostic for diagnostic in diagnostics_of(workspace) if diagnostic.code == "schedule-gap"
    ] == []


def test_a_comment_with_a_reason_is_not_reported_itself(workspace: Workspace) -> None:
    with_gap(workspace, "  # proposal: allow schedule-gap — the group photo is taken")
    assert diagnostics_of(workspace) == []


def test_a_comment_silences_no_other_line(workspace: Workspace) -> None:
    with_gap(workspace)
    comment = "  # proposal: allow schedule-gap — elsewhere"
    last = "- {start: 16:40, end: 16:50, kind: closing}\n"
    workspace.replace(PROGRAM, last, f"{last.rstrip()}{comment}\n")
    assert [diagnostic.code for diagnostic in diagnostics_of(workspace)] == [
        "schedule-gap",
        "unused-allowance",
    ]


def test_a_comment_silences_no_other_rule(workspace: Workspace) -> None:
    with_gap(workspace, "  # proposal: allow schedule-order — it is")
    assert [diagnostic.code for diagnostic in diagnostics_of(workspace)] == [
        "schedule-gap",
        "unused-allowance",
    ]


@pytest.mark.parametrize("end", ["", " —", " -"])
def test_a_comment_without_a_reason_is_reported_at_the_rule(workspace: Workspace, end: str) -> None:
    with_gap(workspace, f"  # proposal: allow schedule-gap{end}")
    found = only(diagnostics_of(workspace))
    assert found.message == "`schedule-gap` is allowed without a reason"
    assert found.hint == "say why: # proposal: allow schedule-gap — …"
    where = workspace.place_of(PROGRAM, "schedule-gap")
    assert places([found]) == [f"{where} allowance-without-reason"]


def test_a_comment_that_silences_nothing_is_noted(workspace: Workspace) -> None:
    comment = "  # proposal: allow schedule-gap — the group photo is taken"
    workspace.replace(PROGRAM, LUNCH, f"{LUNCH.rstrip()}{comment}\n")
    found = only(diagnostics_of(workspace))
    assert (found.code, found.severity) == ("unused-allowance", Severity.NOTE)
    assert found.hint == "delete the comment"


@pytest.mark.parametrize(
    ("comment", "message", "hint"),
    [
        ("schedule-gaps — why", "there is no rule `schedule-gaps`", "did you mean `schedule-gap`?"),
        ("— why", "the comment names no rule", "`proposal explain` lists them"),
    ],
)
def test_a_comment_on_no_rule_is_reported(
    workspace: Workspace, comment: str, message: str, hint: str
) -> None:
    workspace.replace(PROGRAM, LUNCH, f"{LUNCH.rstrip()} # proposal: allow {comment}\n")
    found = only(diagnostics_of(workspace))
    assert (found.code, found.message, found.hint) == ("unknown-rule", message, hint)


def test_a_comment_in_a_person_s_file_holds_for_every_edition(workspace: Workspace) -> None:
    comment = "# proposal: allow missing-biography — he is shy"
    workspace.write(
        "people/neil-shah.yaml",
        f"name: Neil Shah  {comment}\naffiliations: [{{institution: Snap Inc., country: USA}}]\n"
        "email: neil-shah@example.edu\n",
    )
    # Neil Shah organizes the 2026 edition alone, so the comment is of no use to 2024, and the
    # check of 2024 alone does not say so.
    assert (
        diagnostics_of(workspace, "2026")
        == diagnostics_of(workspace, "2024")
        == diagnostics_of(workspace, "2024", "2026")
        == []
    )


def test_a_comment_in_a_person_s_file_is_of_no_use_if_no_edition_needs_it(
    workspace: Workspace,
) -> None:
    person = (workspace.data / "people/neil-shah.yaml").read_text(encoding="utf-8")
    comment = "  # proposal: allow missing-biography — he is shy"
    workspace.write("people/neil-shah.yaml", person.replace("\n", f"{comment}\n", 1))
    assert diagnostics_of(workspace, "2026") == []
    assert only(diagnostics_of(workspace, "2024", "2026")).code == "unused-allowance"


def test_a_comment_after_the_sign_of_a_long_text_holds_for_the_text(workspace: Workspace) -> None:
    text = (workspace.data / EDITION).read_text()
    start, end = text.index("abstract: |"), text.index("keywords:")
    comment = "# proposal: allow long-abstract — the chairs said so"
    workspace.write(
        EDITION, f"{text[:start]}abstract: |  {comment}\n  {'word ' * 400}\n{text[end:]}"
    )
    assert diagnostics_of(workspace) == []


@pytest.mark.parametrize(
    "line",
    [
        "- {start: 12:30, end: 13:45, kind: lunch, title: 'A # proposal: allow schedule-gap'}\n",
        '- {start: 12:30, end: 13:45, kind: lunch, title: "A # proposal: allow schedule-gap"}\n',
        "- {start: 12:30, end: 13:45, kind: lunch} # proposal: {text: proposal.md}\n",
        "- start: 12:30\n  end: 13:45\n  kind: lunch\n  title: |\n    A # proposal: allow x — y\n",
    ],
)
def test_what_is_no_such_comment_is_not_reported(workspace: Workspace, line: str) -> None:
    workspace.replace(PROGRAM, LUNCH, line)
    assert diagnostics_of(workspace) == []


def test_what_the_workshop_says_of_comments_is_heeded_too(workspace: Workspace) -> None:
    with_gap(workspace, "  # proposal: allow schedule-gap")
    workspace.append("workshop.yaml", "rules: {allowance-without-reason: off}\n")
    assert diagnostics_of(workspace) == []


NAMELESS_POST = "name: Narges Tabari\naffiliations:\n  - {institution: AWS AI Labs}"
NO_POST = "name: Narges Tabari"
CITED = "@article{placeholder2020, title = {A Title}, author = {An Author}, year = {2020}}\n"
WARNINGS = ("missing-country", "missing-affiliation", "incomplete-reference", "unset-fact")


def found_of(workshop: Workspace, code: str) -> list[Diagnostic]:
    return [found for found in diagnostics_of(workshop) if found.code == code]


def with_warning(workshop: Workspace, code: str, comment: str = "") -> None:
    """A proposal of which one thing is to be warned, found while the data are read."""
    person = "people/narges-tabari.yaml"
    shutil.rmtree(workshop.data / "editions/2024")
    if code == "missing-country":
        workshop.write(person, f"{NAMELESS_POST}{comment}\nbio: A placeholder.\nemail: a@b.org\n")
    elif code == "missing-affiliation":
        workshop.write(person, f"{NO_POST}{comment}\nbio: A placeholder.\nemail: a@b.org\n")
    elif code == "incomplete-reference":
        workshop.append("editions/2026/references.bib", CITED)
        workshop.append("editions/2026/proposal.md", "\nSee [@placeholder2020].\n")
    else:
        workshop.append("editions/2026/proposal.md", "\nWe meet in {{ room }}.\n")


@pytest.mark.parametrize("code", WARNINGS)
def test_a_warning_that_is_found_while_the_data_are_read_stops_no_rule(
    proposed: Workspace, code: str
) -> None:
    with_warning(proposed, code)
    with_gap(proposed)
    assert {code, "schedule-gap"} <= {diagnostic.code for diagnostic in diagnostics_of(proposed)}


@pytest.mark.parametrize("code", WARNINGS)
def test_such_a_warning_is_as_severe_as_the_workshop_says(proposed: Workspace, code: str) -> None:
    with_warning(proposed, code)
    assert only(found_of(proposed, code)).severity is Severity.WARNING
    proposed.append("workshop.yaml", f"rules: {{{code}: error}}\n")
    assert only(found_of(proposed, code)).severity is Severity.ERROR
    proposed.replace("workshop.yaml", f"{code}: error", f"{code}: off")
    assert found_of(proposed, code) == []


@pytest.mark.parametrize("code", WARNINGS[:2])
def test_such_a_warning_is_allowed_by_a_comment_with_a_reason(
    proposed: Workspace, code: str
) -> None:
    with_warning(proposed, code, f"  # proposal: allow {code} — between two posts")
    assert found_of(proposed, code) == []
    assert "unused-allowance" not in {diagnostic.code for diagnostic in diagnostics_of(proposed)}


def test_a_build_does_not_repeat_a_warning_that_is_allowed(proposed: Workspace) -> None:
    comment = "  # proposal: allow missing-affiliation — between two posts"
    with_warning(proposed, "missing-affiliation", comment)
    finished = proposed.run("build", "2026", "--only", "text")
    assert (finished.code, "missing-affiliation" in finished.output) == (0, False)
    again = proposed.run("build", "2026", "--only", "text")  # which reads no data
    assert (again.code, "missing-affiliation" in again.output) == (0, False)


def test_no_rule_switches_off_what_print_does_not_take(workspace: Workspace) -> None:
    workspace.write("people/narges-tabari.yaml", f"{NO_POST}\nbio: A placeholder.\n")
    workspace.append("workshop.yaml", "rules: {missing-affiliation: off}\n")
    found = workspace.check(["2024"], AFTERWARDS)
    assert [(diagnostic.code, diagnostic.severity) for diagnostic in found] == [
        ("missing-affiliation", Severity.ERROR)
    ]


def test_files_are_compared_although_a_rule_reports_an_error(finished: Workspace) -> None:
    finished.append("workshop.yaml", "rules: {schedule-gap: error}\n")
    with_gap(finished)
    assert finished.run("build", "2026", "--only", "text").code == 0
    text = finished.root / "build/2026/cfp.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("Boise", "Paris"), encoding="utf-8")
    checked = finished.run("check", "2026")
    assert checked.code == 1
    assert "[schedule-gap]" in checked.output
    assert "build/2026/cfp.txt" in checked.output
