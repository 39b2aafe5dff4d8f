"""Tracks, limits and places of publication stand in each finished file, and are proved there."""

from __future__ import annotations

import pytest

from proposal.render.quoted_facts import FactError, Facts
from tests.check.facts.conftest import NOT_MADE, after_change, looked_at
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
NOTIFICATION = "  notification: 2025-12-18\n"
DATES = """\
  submission_short: {date: 2025-12-05 23:59 AoE, kind: submission, track: short}
  films: {date: 2025-12-06, label: Films of demo papers, track: demo-papers}
"""
TERMS = """\
  archival: false
  published: CEUR-WS
  special_issue: {journal: "Engines & <Care>", url: "https://journal.org/issue"}
  format: Two columns
  tracks:
    - {name: Full papers}
    - {name: Short papers, id: short, pages: 4, url: "https://short.org/in", policy: "Be *brief*."}
    - {name: Posters, pages: 1-1}
    - {name: Demo papers, words: 1000-2500, published: none, review: single-blind}
"""
QUOTED = {
    "{{ submissions.pages.min }} to {{ submissions.pages.max }}": "few",
    "{{ submissions.url }}": "on the web",
}
"""What documents cannot quote any more, as it differs from track to track."""

PAGE, CALL = "site/2026/index.html", "site/2026/call-for-papers/index.html"
JEKYLL, TEXT, MARKDOWN = "jekyll/pages/GenAIRecP2026/index.md", "2026/cfp.txt", "2026/cfp.md"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Pages, calls and calendars of such a workshop, which each test puts back as they were."""
    root = tmp_path_factory.mktemp("tracks") / "workshop"
    root.mkdir()
    workspace = Workspace.of_the_real_workshop(root)
    workspace.replace(EDITION, NOTIFICATION, NOTIFICATION + DATES)
    workspace.replace(EDITION, "  archival: false\n", TERMS)
    for old, new in QUOTED.items():
        workspace.replace("editions/2026/proposal.md", old, new)
    finished = workspace.run("build", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output
    return workspace


def said(made: Workspace, file: str) -> str:
    """What a finished file says, in one line."""
    return " ".join((made.root / "build" / file).read_bytes().decode().split())


def test_all_of_it_is_stated(made: Workspace) -> None:
    agreement = looked_at(made)
    assert [found.message for found in agreement.diagnostics if found.code != NOT_MADE] == []


def test_what_holds_for_all_is_said_once_and_the_rest_at_its_track(made: Workspace) -> None:
    call = said(made, TEXT)
    assert call.count("Format: Two columns.") == call.count("New and unfinished work") == 1
    of_all, of_tracks = call.split("Full papers: * 2 to 8 pages")
    assert "pages" not in of_all.split("Submission ------")[1]
    assert "a special issue of Engines & <Care>: https://journal.org/issue" in of_all
    full, short = of_tracks.split("Short papers: * At most 4 pages, not counting references")
    assert "in the CEUR Workshop Proceedings (CEUR-WS.org)." in full
    short, demo = short.split("Demo papers: * 1,000 to 2,500 words, not counting")
    assert "Submission: https://short.org/in Be brief." in short
    assert "Posters: * 1 page, not counting" in short
    assert "Double-blind review" in short
    assert "Single-blind review" in demo
    assert "Accepted papers are presented, and not published." in demo
    assert "CEUR" not in demo.split("Keynote")[0]


def test_dates_name_their_tracks(made: Workspace) -> None:
    call = said(made, TEXT)
    assert "Submission deadline (Short papers) Friday, December 5, 2025, 23:59 AoE" in call
    assert "Films of demo papers Saturday" in call  # whose label names the track already
    assert '<a class="button" data-until="2025-12-05T23:59:00-12:00" href="https://short' in said(
        made, CALL
    )


@pytest.mark.parametrize(
    ("file", "value", "wrong", "fact"),
    [
        (PAGE, "At most 4 pages", "At most 5 pages", "submissions.tracks.short.pages"),
        (CALL, "Short papers", "Brief papers", "submissions.tracks.short.name"),
        (JEKYLL, "https://short.org/in", "https://short.org/on", "submissions.tracks.short.url"),
        (TEXT, "2,500 words", "2,700 words", "submissions.tracks.demo-papers.words"),
        (MARKDOWN, "(CEUR-WS.org)", "(CEUR-WT.org)", ".published.statement"),
        (PAGE, "Engines &amp;", "Motors &amp;", "submissions.special_issue.journal"),
        (TEXT, "journal.org/issue", "journal.org/other", "submissions.special_issue.url"),
        (MARKDOWN, "Two columns", "One column", "submissions.format"),
    ],
)
def test_what_is_changed_by_hand_is_named(
    made: Workspace, file: str, value: str, wrong: str, fact: str
) -> None:
    found = after_change(made, file, value, wrong)
    assert any(f"{fact} is “" in diagnostic.message for diagnostic in found), found


def test_wrong_tracks_dates_and_places_are_refused_with_what_to_type(workspace: Workspace) -> None:
    dates = DATES.replace("track: short}", "track: shirt}")
    workspace.replace(EDITION, NOTIFICATION, NOTIFICATION + dates)
    workspace.replace(EDITION, "  archival: false\n", TERMS)
    for old, new in QUOTED.items():
        workspace.replace("editions/2026/proposal.md", old, new)
    (found,) = workspace.resolve("2026")[1]
    assert (found.code, found.hint) == ("unknown-track", "did you mean `short`?")
    workspace.replace(EDITION, "published: none", "archival: true, published: none")
    found = workspace.resolve("2026")[1][0]
    assert (found.code, found.hint) == (
        "published-nowhere",
        "delete `published: none`, or `archival: true`",
    )


def test_a_track_goes_on_without_this_years_address(made: Workspace) -> None:
    finished = made.run("new", "2027", "--from", "2026", "--venue", "wsdm-2027")
    assert finished.code == 0, finished.output
    written = (made.data / "editions/2027/edition.yaml").read_text(encoding="utf-8")
    assert "track: short" in written
    assert "name: Short papers" in written
    assert "https://short.org/in" not in written


def test_what_differs_from_track_to_track_cannot_be_quoted_as_one(made: Workspace) -> None:
    facts = Facts(made.edition("2026"))
    assert str(facts.value("submissions.format")) == "Two columns"
    with pytest.raises(FactError, match="is not the same for all tracks") as refused:
        facts.value("submissions.pages.max")
    assert "{{ submissions.tracks }}" in str(refused.value.hint)
