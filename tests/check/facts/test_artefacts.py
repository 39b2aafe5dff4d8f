"""Finished artefacts are opened, and what they say is compared with the data."""

from __future__ import annotations

import re
from pathlib import Path

from proposal.check.facts.inspection import ACCESSIBLE, ArtefactKind
from tests.check.facts.conftest import Look
from tests.check.facts.pdfs import replace_in_pdf
from tests.workspace import Workspace


def change(file: Path, old: str, new: str) -> None:
    """Change every place in a finished file, as somebody does by hand."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8", newline="")


def test_every_fact_of_both_editions_is_in_every_artefact(look: Look) -> None:
    agreement = look()
    assert agreement.diagnostics == []
    assert {inspection.artefact for inspection in agreement.inspections} == {
        *ArtefactKind
    } - ACCESSIBLE
    assert min(inspection.stated for inspection in agreement.inspections) >= 2
    assert agreement.agreeing == agreement.stated > 800


BY_HAND = [
    (
        "site/2026/index.html",
        "<h3>Neil Shah",
        "<h3>Neal Shah",
        "organizers.neil-shah.name",
        "Neil",
    ),
    (
        "site/2026/index.html",
        '">InsertRank: LLMs can Reason over BM25 Scores',
        '">InsertRank: LLMs can Guess over BM25 Scores',
        "papers.insertrank.title",
        "InsertRank: LLMs can Reason",
    ),
    (
        "site/2026/index.html",
        "November\xa028, 2025",
        "November\xa029, 2025",
        "dates.submission",
        "November 28, 2025",
    ),
    ("site/2024/index.html", "Room 114", "Room 115", "room", "Room 114"),
    (
        "site/2026/call-for-papers/index.html",
        "Deployment case studies",
        "Employment case studies",
        "topics.deployment-case-studies",
        "Deployment case studies",
    ),
    ("2026/cfp.txt", "Regions Bank", "Regional Bank", "committee.", "Regions Bank"),
    ("2026/cfp.md", "2 to 8 pages", "2 to 9 pages", "submissions.pages", "2 to 8"),
    (
        "jekyll/pages/GenAIRecP2026/index.md",
        "<strong>University of Washington",
        "<strong>University of Wyoming",
        "speakers.chirag-shah.affiliations.1.institution",
        "University of Washington",
    ),
    (
        "jekyll/pages/GenAIRecP2026/index.md",
        "~~November\xa021, 2025~~",
        "~~November\xa020, 2025~~",
        "dates.submission.was.2025-11-21",
        "November 21, 2025",
    ),
]
"""By file: what it says, what it says after somebody changed it, and whose value was what."""


def test_values_that_are_changed_by_hand_are_named_with_both_values(
    finished: Workspace, look: Look
) -> None:
    for file, old, new, *_ in BY_HAND:
        change(finished.root / "build" / file, old, new)
    change(
        finished.root / "build/2026/schedule.ics",
        "DTSTART;TZID=America/Boise:20260226T110000",
        "DTSTART;TZID=America/Boise:20260226T111500",
    )
    pdf = finished.root / "build/2024/camera-ready.pdf"
    replace_in_pdf(pdf, "nargesam@amazon.com", "somebody@amazon.com")
    findings = look().diagnostics
    assert {finding.code for finding in findings} == {"different-fact"}
    messages = [finding.message for finding in findings]
    named = [
        (file, fact)
        for file, _, _, fact, value in BY_HAND
        for finding in findings
        if finding.message.startswith(f"build/{file} says")
        and fact in finding.message
        and value in finding.message
        and finding.span is not None
        and finding.span.file.is_relative_to(finished.data)
    ]
    assert named == [(file, fact) for file, _, _, fact, _ in BY_HAND]
    assert "build/2026/schedule.ics says “11:15” where schedule.11:00.start is “11:00”" in messages
    (printed,) = (message for message in messages if "camera-ready.pdf" in message)
    assert "organizers.narges-tabari.email" in printed
    assert "nargesam@amazon.com" in printed
    assert len(messages) == len(BY_HAND) + 2


def test_what_is_changed_beside_the_facts_is_reported_too(finished: Workspace, look: Look) -> None:
    change(finished.root / "build/site/2026/index.html", "Skip to the content", "Skip all of it")
    (finding,) = look().diagnostics
    assert finding.code == "changed-artefact"
    assert "“to the content” became “all of it”" in finding.message


def test_a_changed_value_in_the_data_makes_artefacts_stale(finished: Workspace, look: Look) -> None:
    finished.replace("editions/2026/edition.yaml", "date: 2025-11-28", "date: 2025-12-05")
    findings = look().diagnostics
    assert {finding.code for finding in findings} == {"stale-artefact"}
    stale = {finding.message.removesuffix(" is older than the data") for finding in findings}
    assert {"build/2026/proposal.pdf", "build/2026/cfp.txt", "build/2026/dates.ics"} <= stale
    assert "build/site/2026/index.html" in stale
    assert "build/jekyll/pages/GenAIRecP2026/index.md" in stale
    assert "build/2024/camera-ready.pdf" not in stale
    assert "build/2026/schedule.ics" not in stale


def test_an_artefact_that_is_not_there_is_reported(finished: Workspace, look: Look) -> None:
    (finished.root / "build/2024/camera-ready.pdf").unlink()
    (finished.root / "build/2026/cfp.md").unlink()
    messages = {
        finding.message for finding in look().diagnostics if finding.code == "missing-artefact"
    }
    assert "build/2024/camera-ready.pdf is not there any more" in messages
    assert "build/2026/cfp.md is not there any more" in messages


def test_a_template_that_drops_a_fact_is_found_out(finished: Workspace, look: Look) -> None:
    own = finished.root / "templates" / "text"
    own.mkdir(parents=True)
    original = Path(__file__).parents[3] / "templates" / "text" / "cfp.md"
    text = original.read_text(encoding="utf-8")
    own.joinpath("cfp.md").write_text(re.sub(r"edition\.committee\b", "[]", text), encoding="utf-8")
    built = finished.run("build", "--all")
    assert built.code == 1, "a build ends with what check says"
    assert "build/2026/cfp.md does not say committee." in built.output
    findings = look().diagnostics
    assert len(findings) >= 12
    for diagnostic in findings:
        assert diagnostic.message.startswith("build/2026/cfp.md ")
        assert "committee." in diagnostic.message


def test_a_link_in_a_persons_text_is_said_by_its_words_alone(workspace: Workspace) -> None:
    linked = "Recommendation is what [a page of his](https://example.org/a_b) tells of."
    person = (workspace.data / "people/neil-shah.yaml").read_text(encoding="utf-8")
    head = person[: person.index("bio:")]
    workspace.write("people/neil-shah.yaml", f'{head}bio: "{linked}"\n')
    workspace.replace(
        "editions/2026/edition.yaml", "\nabstract: |\n", f"\nabstract: |\n  {linked}\n\n"
    )
    built = workspace.run("build", "2026")
    assert built.code == 0, built.output
