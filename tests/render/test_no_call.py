"""`submissions: none`: pages and calls of a day of invited talks ask nobody for papers."""

from __future__ import annotations

import re

import pytest

from proposal.diagnostics import has_errors
from tests.diagnostic_lists import only
from tests.render.shown_texts import pages, texts
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
PAPERS = re.compile(
    r"call for papers|submissions? deadline|welcome papers|papers (?:are|can be) submitted"
    r"|How papers are|is to be announced|<h2[^>]*>Submission",
    re.IGNORECASE,
)
"""What a page without a call for papers must not say."""


def without_call(workspace: Workspace) -> None:
    """Take out of the edition all that asks for papers, and say so."""
    file = workspace.data / EDITION
    text = re.sub(r"(?ms)^(dates|submissions|committee):.*?(?=^\S)", "", file.read_text())
    headings = "speaker_headings: {keynote: Lectures}\n"
    file.write_text(f"submissions: none\n{headings}{text}", encoding="utf-8")


@pytest.fixture
def found(workspace: Workspace) -> dict[str, str]:
    without_call(workspace)
    assert not has_errors(workspace.resolve("2026")[1])
    made = texts(pages(workspace))
    return {name: text for name, text in made.items() if "2024" not in name}


def test_nothing_asks_for_papers(found: dict[str, str]) -> None:
    read = {name: text for name, text in found.items() if not name.endswith(".ics")}
    asking = {name: match[0] for name, text in read.items() if (match := PAPERS.search(text))}
    assert asking == {}


def test_lists_of_speakers_have_the_headings_that_the_data_name(found: dict[str, str]) -> None:
    assert '<section id="keynotes" class="wide"> <h2>Lectures</h2>' in found["site/2026/index.html"]
    assert " Lectures -------- " in found["text/cfp.txt"]
    assert " ## Lectures " in found["text/cfp.md"]
    jekyll = found["jekyll/pages/GenAIRecP2026/index.md"]
    assert " # Lectures {#keynote-speakers} " in jekyll
    assert 'title: "Lectures" url: "/GenAIRecP2026#keynote-speakers"' in jekyll


def test_what_is_sent_and_shown_calls_for_participation(found: dict[str, str]) -> None:
    assert "CALL FOR PARTICIPATION: GenAIRecP 2026" in found["text/cfp.txt"]
    assert "# Call for Participation: Third Workshop on" in found["text/cfp.md"]
    assert "Topics include, but are not limited to:" in found["text/cfp.txt"]
    page = found["site/2026/call-for-papers/index.html"]
    assert "<h1>Call for participation</h1>" in page
    for name in ("site/index.html", "site/2026/index.html", "site/editions/index.html"):
        assert 'call-for-papers/">Call for participation</a>' in found[name]
    call = next(name for name in found if re.search(r"^jekyll.*2026/call-for-papers\.md$", name))
    assert 'title: "Call for Participation: Third Workshop on' in found[call]


def test_days_without_deadlines_end_nowhere(found: dict[str, str]) -> None:
    assert "Days end at midnight" not in found["text/cfp.txt"]
    assert "Days are those of" not in found["site/2026/index.html"]


@pytest.mark.parametrize(
    ("language", "heading", "jekyll"),
    [
        ("de", "EINLADUNG ZUR TEILNAHME:", "Einladung zur Teilnahme: "),
        ("es", "CONVOCATORIA DE PARTICIPACIÓN:", "Convocatoria de participación: "),
    ],
)
def test_other_languages_call_for_participation(
    workspace: Workspace, language: str, heading: str, jekyll: str
) -> None:
    without_call(workspace)
    workspace.append("workshop.yaml", f"language: {language}\n")
    made = texts(pages(workspace))
    assert heading in made["text/cfp.txt"]
    call = next(name for name in made if re.search(r"^jekyll.*2026/call-for-papers\.md$", name))
    assert f'title: "{jekyll}' in made[call]


def test_the_title_of_a_call_in_a_jekyll_tree_is_in_the_language_of_the_edition(
    workspace: Workspace,
) -> None:
    workspace.append("workshop.yaml", "language: es\n")
    made = texts(pages(workspace))
    call = next(name for name in made if re.search(r"^jekyll.*2026/call-for-papers\.md$", name))
    assert 'title: "Convocatoria de artículos: ' in made[call]


def test_an_edition_that_is_cancelled_closes_no_call_that_it_did_not_have(
    workspace: Workspace,
) -> None:
    without_call(workspace)
    workspace.append(EDITION, "status: cancelled\n")
    made = texts(pages(workspace))
    closed = [name for name, text in made.items() if "call for papers is closed" in text]
    assert closed == []


def test_nothing_of_a_call_is_left_to_be_filled_in(workspace: Workspace) -> None:
    file = workspace.data / EDITION
    text = re.sub(r"(?ms)^(dates|submissions|committee|topics):.*?(?=^\S)", "", file.read_text())
    file.write_text(text, encoding="utf-8")
    missing = {one.message for one in workspace.open_points("2026")}
    assert {"there is no committee yet", "authors are not told where to send papers"} <= missing
    file.write_text(f"submissions: none\n{text}", encoding="utf-8")
    gone = missing - {one.message for one in workspace.open_points("2026")}
    assert len(gone) == 4


@pytest.mark.parametrize(
    "dates",
    [
        "submission: 2026-01-10",
        "abstract: 2026-01-10",
        "late: {date: 2026-01-10, kind: submission, label: Late papers}",
    ],
)
def test_a_day_until_which_papers_are_due_contradicts_it(workspace: Workspace, dates: str) -> None:
    without_call(workspace)
    workspace.append(EDITION, f"dates: {{{dates}}}\n")
    found = only(workspace.resolve("2026")[1])
    assert found.code == "deadline-without-call"
    place = workspace.place_of(EDITION, "2026-01-10" if "late" not in dates else "{date: 2026-01")
    assert str(found.span).endswith(place)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("no", "write `submissions: none`, if there is no call for papers"),
        ("example.org/submit", "write `submissions: {url: example.org/submit}`"),
    ],
)
def test_another_word_is_answered_with_what_to_type(
    workspace: Workspace, typed: str, hint: str
) -> None:
    without_call(workspace)
    workspace.replace(EDITION, "submissions: none", f"submissions: {typed}")
    found = only(workspace.load().data.diagnostics)
    assert (found.code, found.hint) == ("not-a-record", hint)


def test_days_of_other_kinds_go_together_with_it(workspace: Workspace) -> None:
    without_call(workspace)
    workspace.append(EDITION, "dates: {applications: {date: 2026-01-10, label: Applications}}\n")
    assert not has_errors(workspace.load().data.diagnostics)
    assert "Days end at midnight in Boise" in texts(pages(workspace))["text/cfp.txt"]


def test_the_next_edition_has_no_call_either(workspace: Workspace) -> None:
    without_call(workspace)
    result = workspace.run("new", "2027", "--from", "2026", "--venue", "wsdm-2027")
    assert result.code == 0, result.errors
    text = (workspace.data / "editions/2027/edition.yaml").read_text(encoding="utf-8")
    assert "submissions: none\n" in text


def test_an_event_by_invitation_calls_nobody(workspace: Workspace) -> None:
    without_call(workspace)
    workspace.append(EDITION, "by_invitation: true\n")
    found = {name: text for name, text in texts(pages(workspace)).items() if "2024" not in name}
    calling = [
        name
        for name, text in found.items()
        if re.search("call for participa|cfp<", text, re.IGNORECASE)
    ]
    assert calling == []
    assert "PARTICIPATION BY INVITATION: GenAIRecP 2026" in found["text/cfp.txt"]
    page = found["site/2026/call-for-papers/index.html"]
    assert "<h1>Participation by invitation</h1>" in page
    (call,) = (name for name in found if re.search(r"^jekyll.*2026/call-for-papers\.md$", name))
    assert 'title: "Participation by invitation: Third Workshop on' in found[call]
    for name in ("text/cfp.txt", "text/cfp.md", "site/2026/index.html", call):
        assert "Participation is by invitation only." in found[name]
        if "opics" in found[name] and name != "site/2026/index.html":
            before, _, after = found[name].partition("Participation is by invitation only.")
            assert "but are not limited to" not in before
            assert "but are not limited to" in after
    assert "This page as " in page
    assert "the call as " not in page


def test_papers_can_be_called_for_where_participation_is_by_invitation(
    workspace: Workspace,
) -> None:
    workspace.append(EDITION, "by_invitation: true\n")
    found = texts(pages(workspace))
    assert "CALL FOR PAPERS: GenAIRecP 2026" in found["text/cfp.txt"]
    said = [name for name, text in found.items() if "Participation is by invitation only." in text]
    assert len(said) == 8


@pytest.mark.parametrize("has_call", [True, False])
def test_jekyll_pages_bring_back_that_it_is_by_invitation(
    workspace: Workspace, *, has_call: bool
) -> None:
    if not has_call:
        without_call(workspace)
    workspace.append(EDITION, "by_invitation: true\n")
    assert workspace.run("build", "2026", "--only", "jekyll").code == 0
    workspace.replace(EDITION, "by_invitation: true\n", "")
    tree = str(workspace.root / "build/jekyll")
    finished = workspace.run("import", "jekyll", tree, "--edition", "2026")
    assert "invitation" not in finished.output.replace("by_invitation", "")
    assert "by_invitation: true\n" in (workspace.data / EDITION).read_text(encoding="utf-8")
    assert "only" not in finished.output
