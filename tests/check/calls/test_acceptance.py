"""What an organizer sees: a call, a proposal, and whether it holds all of it."""

from __future__ import annotations

import json

import pytest

from proposal.check.calls.call_check import check_calls, unproved
from proposal.check.rules.run_rules import subject_of
from tests import pdf
from tests.check.calls.calling import EDITION, PROSE, VENUE, answer, answered, demand, section
from tests.workspace import ROOT, Workspace

ESTIMATE = "We expect about {{ audience.expected }} participants: researchers"

EVERYTHING = (
    "title",
    "organizers",
    "affiliations",
    "emails",
    "contact",
    "biographies",
    "organizing-experience",
    "abstract",
    "keywords",
    "topics",
    "theme",
    "motivation",
    "objectives",
    "outcomes",
    "relevance",
    "fit",
    "audience",
    "participants",
    "participant-limit",
    "selection",
    "duration",
    "format",
    "activities",
    "schedule",
    "speakers",
    "dates",
    "committee",
    "committee-contacted",
    "related-workshops",
    "differences",
    "earlier-editions",
    "earlier-participants",
    "earlier-submissions",
    "earlier-acceptances",
)
"""All that a call can demand of a proposal."""


def rows(output: str) -> dict[str, str]:
    """The table's rows by demand: the sign, what answers it, and the page."""
    found = {}
    for line in output.splitlines():
        if line[:1] in {"✓", "○", "✗"} and line[1:3] == "  ":
            label, _, rest = line[3:].partition("  ")
            found[label] = f"{line[0]} {' '.join(rest.split())}"
    return found


def test_a_proposal_without_an_estimate_fails_at_that_row_and_with_it_is_complete(
    finished: Workspace,
) -> None:
    complete = finished.run("check").output
    assert "What WSDM 2022's call demands of the proposal of 2026: all 16 are met" in complete
    assert "[unmet-demand]" not in complete
    pages = pdf.pages(finished.pdf("2026", "proposal"))
    (page,) = (n for n, text in enumerate(pages, 1) if "about 60 participants" in text)
    assert rows(complete)["number of participants"] == f"✓ “Target Audience” {page}"

    finished.replace(EDITION, "audience: {expected: 60}\n", "")
    finished.replace(PROSE, ESTIMATE, "We expect researchers")
    finished.built("2026", "proposal")
    without = finished.run("check").output
    assert "What WSDM 2022's call demands of the proposal of 2026: 15 of 16 are met" in without
    lacking = [label for label, row in rows(without).items() if row.startswith("✗")]
    assert lacking == ["number of participants"]
    assert rows(without)["number of participants"] == "✗ No number of participants is given"
    assert "add `audience: {expected: 60}` to edition.yaml" in " ".join(without.split())
    assert "[unmet-demand]" in without


def test_every_demand_is_found_on_its_page(workspace: Workspace) -> None:
    demand(workspace, *EVERYTHING)
    section(workspace, "Organizers", "{{ organizers }}\n\nEach has organized a workshop before.")
    section(
        workspace,
        "Programme Committee",
        "These {{ committee | length }} people have been contacted:\n\n{{ committee }}\n\n"
        "The workshop is open to all participants of the conference.",
    )
    workspace.append(
        "editions/2024/edition.yaml", "outcome: {submissions: 30, accepted: 12, attendees: 70}\n"
    )
    workspace.replace(
        "workshop.yaml",
        "country: Canada,",
        "country: Canada, submissions: 31, accepted: 13, attendees: 71,",
    )
    file = workspace.built("2026", "proposal")
    found = answered(workspace, file)
    assert {result.demand: result.missing for result in found if not result.is_met} == {}
    assert [result.demand for result in found] == list(EVERYTHING)
    texts = [pdf.letters(text).casefold() for text in pdf.pages(file)]
    for name, words in {
        "title": "ThirdWorkshopon",
        "emails": "nargesam@amazon.com",
        "contact": "(primarycontact)",
        "audience": "TargetAudience",
        "participants": "about60participants",
        "participant-limit": "isopentoallparticipants",
        "committee-contacted": "12peoplehavebeencontacted",
        "schedule": "08:55–09:00",
        "dates": "Submissiondeadline",
        "earlier-participants": "Spain,August25,2024301270",
        "related-workshops": "RelatedWorkshops",
    }.items():
        page = next(result.page for result in found if result.demand == name)
        assert page, name
        assert words.casefold() in texts[page - 1], name


def test_without_a_pdf_the_table_says_so(workspace: Workspace) -> None:
    output = workspace.run("check").output
    assert "all 15 are answered, and no PDF is built yet" in " ".join(output.split())
    assert rows(output)["target audience"] == "○ “Target Audience” not built"
    assert {row[0] for row in rows(output).values()} == {"○"}


def test_the_table_fits_a_terminal_of_eighty_columns(workspace: Workspace) -> None:
    section(workspace, "Related Workshops", "")
    output = workspace.run("check", COLUMNS="80").output
    table, _, _ = output.partition("\n\ndata/")
    assert "✗  related workshops" in table
    assert max(map(len, table.splitlines())) <= 80


def test_several_editions_are_reported_in_one_line_per_edition(finished: Workspace) -> None:
    output = finished.run("check", "--all").output
    assert rows(output) == {}
    assert "16/16 demands" in output


def test_what_the_pdf_lost_is_reported(workspace: Workspace) -> None:
    authors = (ROOT / "templates/latex/parts/authors.tex").read_text(encoding="utf-8")
    start, end = authors.index("<% if person.email %>"), authors.index("<% for affiliation")
    workspace.template("parts/authors.tex", authors[:start] + authors[end:])
    workspace.replace(PROSE, "{{ organizers }}\n\n", "")
    file = workspace.built("2026", "proposal")
    found = answer(workspace, "emails", file)
    assert not found.is_met
    assert found.missing == "`organizers.email` is not found in proposal.pdf"
    (demands,) = unproved(check_calls([subject_of(workspace.load(), "2026")])[0])
    assert demands.message == "build/2026/proposal.pdf does not hold what answers “email addresses”"


def test_json_tells_every_demand(workspace: Workspace) -> None:
    demands = json.loads(workspace.run("check", "--format", "json").output)["demands"]
    assert len(demands) == 15
    (audience,) = (result for result in demands if result["demand"] == "audience")
    assert audience == {
        "edition": "2026",
        "document": "proposal",
        "demand": "audience",
        "call": "WSDM 2022's call",
        "says": None,
        "met": True,
        "proved": False,
        "by": {"kind": "section", "name": "Target Audience"},
        "page": None,
        "missing": None,
        "hint": None,
        "file": "data/editions/2026/proposal.md",
        "line": 54,
    }


@pytest.mark.parametrize(("limit", "is_met"), [(4, True), (3, False)])
def test_a_page_limit_is_a_row(workspace: Workspace, limit: int, is_met: bool) -> None:
    workspace.append(VENUE, f"    proposal: {{pages: {limit}}}\n")
    file = workspace.built("2026", "proposal")
    (row,) = answered(workspace, file)
    assert (row.label, row.is_met) == (f"at most {limit} pages", is_met)
    assert (row.by, row.missing) == (("4 pages", "") if is_met else ("", "there are 4"))


def test_references_that_do_not_count_are_not_counted(workspace: Workspace) -> None:
    workspace.append(VENUE, "    proposal: {pages: 4, references_count: false}\n")
    long = "Much more is to be said of this subject, and here it is said. " * 70
    section(workspace, "Related Workshops", long)
    file = workspace.built("2026", "proposal")
    count = len(pdf.pages(file))
    (row,) = answered(workspace, file)
    assert row.is_met == (count - 1 <= 4)
    assert "too-many-pages" not in workspace.run("check").output
