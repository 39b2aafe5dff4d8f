"""What is told of people: biographies that have aged, and one person under two names."""

from __future__ import annotations

import pytest

from proposal.diagnostics import Diagnostic, Severity
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

pytestmark = pytest.mark.usefixtures("without_proposal")

PERSON = "people/neil-shah.yaml"
HEAD = "name: Neil Shah\n"
POST = "affiliations: [{institution: Snap Research, country: USA}]\n"
BIO = "bio: Neil Shah works at Snap Research.\n"


def diagnostics_of(workspace: Workspace, code: str, year: str = "2026") -> list[Diagnostic]:
    found = [diagnostic for diagnostic in workspace.check([year]) if diagnostic.code == code]
    assert all(diagnostic.severity is Severity.WARNING for diagnostic in found)
    return found


def codes(workspace: Workspace, year: str = "2026") -> list[str]:
    return [diagnostic.code for diagnostic in workspace.check([year])]


def with_person(workspace: Workspace, text: str) -> None:
    workspace.write(PERSON, f"{HEAD}{text}email: neil-shah@example.edu\n")


def test_an_organizer_without_a_biography_is_reported_at_the_name(workspace: Workspace) -> None:
    with_person(workspace, POST)
    found = only(diagnostics_of(workspace, "missing-biography"))
    assert found.message == "Neil Shah has no biography"
    assert places([found]) == ["neil-shah.yaml:1:7 missing-biography"]


def test_a_speaker_needs_no_biography(workspace: Workspace) -> None:
    workspace.write("people/liam-collins.yaml", "name: Liam Collins\n")
    assert codes(workspace) == []


@pytest.mark.parametrize(
    ("since", "is_old"), [("2024-02-25", True), ("2024-03", False), ("2023", True)]
)
def test_a_biography_of_more_than_two_years_before_the_workshop_is_old(
    workspace: Workspace, since: str, is_old: bool
) -> None:
    text = f"bios:\n  - text: A first one at Snap.\n  - since: {since}\n    text: At Snap.\n"
    with_person(workspace, POST + text)
    assert places(diagnostics_of(workspace, "outdated-biography")) == (
        ["neil-shah.yaml:5:12 outdated-biography"] if is_old else []
    )


def test_an_old_biography_is_reported_with_its_date(workspace: Workspace) -> None:
    with_person(workspace, f"{POST}bios: [{{since: 2020-05, text: At Snap.}}]\n")
    assert only(diagnostics_of(workspace, "outdated-biography")).message == (
        "the biography of Neil Shah dates from May 2020, more than 2 years before the workshop"
    )


def test_only_the_biography_that_is_shown_can_be_old(workspace: Workspace) -> None:
    text = "bios:\n  - {since: 2020, text: At Snap.}\n  - {since: 2025, text: At Snap.}\n"
    with_person(workspace, POST + text)
    assert codes(workspace) == []


def test_a_biography_without_a_date_is_not_called_old(workspace: Workspace) -> None:
    with_person(workspace, POST + BIO)
    assert codes(workspace) == []


def test_an_edition_is_judged_on_its_own_day(workspace: Workspace) -> None:
    text = "bios: [{since: 2023-01, text: Works at the University of Washington.}]\n"
    workspace.write("people/wang-cheng-kang.yaml", "name: Wang-Cheng Kang\n" + POST + text)
    assert diagnostics_of(workspace, "outdated-biography", "2024") == []
    assert len(diagnostics_of(workspace, "outdated-biography", "2026")) == 1


MOVED = """\
affiliations:
  - {institution: "%s", country: USA}
  - {institution: "%s", country: USA, since: 2025}
bio: |
  Neil Shah is known.
  %s
"""


@pytest.mark.parametrize(
    ("former", "present", "text"),
    [
        ("AWS AI Labs", "Databricks", "He works at AWS AI Labs."),
        ("Google Research", "Google DeepMind", "At Google Research he leads a group."),
        ("University of Leiden", "University of Graz", "The University of Leiden employs him."),
        ("Carnegie Mellon University", "Meta", "At Carnegie Mellon University he edits metadata."),
    ],
)
def test_a_biography_left_behind_by_a_move_is_reported_at_its_line(
    workspace: Workspace, former: str, present: str, text: str
) -> None:
    with_person(workspace, MOVED % (former, present, text))
    found = only(diagnostics_of(workspace, "former-affiliation"))
    assert found.message == f"the biography of Neil Shah names {former}, but not {present}"
    column = text.index(former) + 3
    assert places([found]) == [f"neil-shah.yaml:7:{column} former-affiliation"]


@pytest.mark.parametrize(
    ("former", "present", "text"),
    [
        ("AWS AI Labs", "Databricks", "Now with Databricks, he was at AWS AI Labs."),
        ("AWS AI Labs", "Snap Research", "Now with Snap, he was at AWS AI Labs."),
        (
            "AWS AI Labs",
            "University of California San Diego",
            "Now at UCSD, he was at AWS AI Labs.",
        ),
        (
            "AWS AI Labs",
            "University of California, San Diego",
            "Now at the University of California San Diego, before at AWS AI Labs.",
        ),
        ("AWS AI Labs", "Databricks", "He studies graphs."),
        ("Meta", "Databricks", "He studies metadata."),
    ],
)
def test_a_biography_may_name_former_posts_beside_the_present_one(
    workspace: Workspace, former: str, present: str, text: str
) -> None:
    with_person(workspace, MOVED % (former, present, text))
    assert "former-affiliation" not in codes(workspace)


def test_a_post_that_has_not_begun_is_not_missed(workspace: Workspace) -> None:
    with_person(workspace, MOVED.replace("2025", "2026-03") % ("A Labs", "B Labs", "At A Labs."))
    assert codes(workspace) == []


def test_either_of_two_posts_at_a_time_will_do(workspace: Workspace) -> None:
    text = MOVED % ("A Corp", "B Corp", "Once at A Corp, now at C Corp.")
    text = text.replace("bio:", "  - {institution: C Corp, country: USA, alongside: true}\nbio:")
    with_person(workspace, text)
    assert codes(workspace) == []


@pytest.mark.parametrize(("limit", "is_long"), [(40, True), (1000, False)])
def test_a_biography_longer_than_the_call_allows_is_reported_with_both_numbers(
    proposed: Workspace, limit: int, is_long: bool
) -> None:
    demand = f"    proposal: {{contents: [{{demand: biographies, words: {limit}}}]}}\n"
    proposed.append("venues/wsdm-2026.yaml", demand)
    words = " ".join(["Snap"] * 50)
    with_person(proposed, f"{POST}bio: |\n  {words}\n")
    found = [
        diagnostic
        for diagnostic in diagnostics_of(proposed, "long-biography")
        if "Neil Shah" in diagnostic.message
    ]
    expected = "the biography of Neil Shah has 50 words; WSDM 2026's call allows 40"
    assert [diagnostic.message for diagnostic in found] == ([expected] if is_long else [])
    if is_long:
        assert places(found) == ["neil-shah.yaml:4:3 long-biography"]
        assert found[0].hint == "leave out 10 of them"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Niel Shah", None),
        ("Néil Shah", "the names differ in spelling only"),
        ("Shah, Neil", "the names differ in spelling only"),
        ("N. Shah", "one name may be short for the other"),
        ("C. Shah", "one name may be short for the other"),
    ],
)
def test_one_person_in_two_files_is_reported_in_the_second(
    workspace: Workspace, name: str, reason: str | None
) -> None:
    workspace.write("people/zz.yaml", f"name: {name}\n")
    found = diagnostics_of(workspace, "person-twice")
    expected = f"{name} (zz) may be {'Chirag' if name[0] == 'C' else 'Neil'} Shah"
    if reason is None:
        assert found == []
    else:
        (message,) = [diagnostic.message for diagnostic in found]
        assert message.startswith(expected)
        assert message.endswith(reason)
        assert places(found) == ["zz.yaml:1:7 person-twice"]


def test_two_files_with_one_address_are_one_person(workspace: Workspace) -> None:
    workspace.write("people/zz.yaml", "name: Somebody Else\nemail: NargesAM@amazon.com\n")
    assert only(diagnostics_of(workspace, "person-twice")).message == (
        "Somebody Else (zz) may be Narges Tabari (narges-tabari): both have nargesam@amazon.com"
    )


def test_namesakes_with_two_orcids_are_two_people(workspace: Workspace) -> None:
    with_person(workspace, POST + BIO + "links: {orcid: 0000-0002-1825-0097}\n")
    workspace.write("people/zz.yaml", "name: Neil Shah\nlinks: {orcid: 0000-0001-5109-3700}\n")
    assert codes(workspace) == ["unused-person"]


def test_namesakes_of_whom_one_has_an_orcid_may_be_one_person(workspace: Workspace) -> None:
    with_person(workspace, POST + BIO + "links: {orcid: 0000-0002-1825-0097}\n")
    workspace.write("people/zz.yaml", "name: Neil Shah\n")
    assert codes(workspace) == ["person-twice", "unused-person"]


def test_one_person_twice_is_reported_once_for_all_editions(workspace: Workspace) -> None:
    workspace.write("people/zz.yaml", "name: Neil Shah\n")
    found = workspace.check(["2024", "2026"])
    assert [diagnostic.code for diagnostic in found] == ["person-twice", "unused-person"]


@pytest.mark.parametrize("year", ["2024", "2026"])
def test_there_is_nothing_to_say_of_the_real_workshop(proposed: Workspace, year: str) -> None:
    assert proposed.check([year]) == []
