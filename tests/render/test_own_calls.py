"""A call that is none for papers is called as the data call it, and asks for no papers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.render.shown_texts import pages, texts
from tests.render.written_event import CONFERENCE, EDITION, VENUE, written_event
from tests.workspace import Workspace

PAPERS = re.compile(
    r"(?<!/)(?<!name: )\b(?:call[- ]for[- ]papers(?![/.])|papers?\b(?!/))", re.IGNORECASE
)
"""What speaks of papers; not the address of the page."""


@pytest.fixture
def demos(tmp_path: Path) -> Workspace:
    """A day of demos at a conference."""
    made = written_event(tmp_path)
    made.write(VENUE, CONFERENCE)
    said = "{call: Call for Demos, url: https://demos.net/submit, pages: 2, review: open}"
    made.replace(EDITION, "submissions: none", f"submissions: {said}\ntopics: [Tides, Gauges]")
    return made


def words_of(text: str) -> str:
    """What readers see of a page, without tags and addresses."""
    seen = re.sub(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]+>", " ", text)
    return re.sub(r"\S*call-for-papers\S*", "", seen)


@pytest.mark.parametrize("system", [", system: OpenReview", ""])
def test_nothing_speaks_of_papers(demos: Workspace, system: str) -> None:
    demos.replace(EDITION, ", pages: 2", f"{system}, pages: 2")
    found = texts(pages(demos))
    speaking = {
        name: match[0]
        for name, text in found.items()
        if not name.endswith("404.html") and (match := PAPERS.search(words_of(text)))
    }
    assert speaking == {}


def test_a_short_contribution_is_called_no_paper(demos: Workspace) -> None:
    demos.write(
        "editions/2026/papers.yaml",
        "- {id: one, title: One, authors: [Ann Author (An Institute)], kind: short}\n"
        "- {id: two, title: Two, authors: [Ben Other (An Institute)], kind: long}\n",
    )
    page = texts(pages(demos))["site/2026/index.html"]
    assert "Short contributions" in page
    assert "Long contributions" in page
    assert "Short paper" not in page


def test_it_is_called_as_the_data_call_it(demos: Workspace) -> None:
    found = texts(pages(demos))
    assert "CALL FOR DEMOS: TIDES 2026" in found["text/cfp.txt"]
    assert "# Call for Demos: First Summer School" in found["text/cfp.md"]
    assert "<h2>Call for Demos</h2>" in found["site/2026/index.html"]
    assert "<h1>Call for Demos</h1>" in found["site/2026/call-for-papers/index.html"]
    assert "See the [Call for Demos]" in found["jekyll/pages/TIDES2026/index.md"]
    call = found["jekyll/pages/TIDES2026/call-for-papers.md"]
    assert 'title: "Call for Demos: First Summer School on Tidal Data"' in call


def test_what_is_closed_or_open_is_that_call(demos: Workspace) -> None:
    demos.replace(EDITION, "submissions:", "status: cancelled\nsubmissions:")
    assert "The Call for Demos is closed." in texts(pages(demos))["text/cfp.txt"]
    demos.replace(EDITION, "status: cancelled\n", "")
    demos.replace(EDITION, ", url: https://demos.net/submit, pages: 2, review: open}", "}")
    page = texts(pages(demos))["site/2026/call-for-papers/index.html"]
    assert "How to submit is to be announced." in page


def test_its_name_comes_back_from_jekyll_pages(demos: Workspace) -> None:
    assert demos.run("build", "--only", "jekyll").code == 0
    finished = demos.run(
        "import", "jekyll", str(demos.root / "build/jekyll"), "--edition", "2026", "--dry-run"
    )
    assert finished.code == 0
    assert "submissions" not in finished.output.replace("system", "")


@pytest.mark.parametrize(
    "terms",
    [
        "published: ACL Anthology",
        "published: none",
        "published: A Journal of Tides",
        "special_issue: A Journal of Tides",
        "archival: true",
        "archival: false",
        "tracks: [{name: Short demos, published: CEUR-WS}]",
    ],
)
def test_what_is_accepted_is_called_no_paper(demos: Workspace, terms: str) -> None:
    demos.replace(EDITION, "review: open", f"review: open, {terms}")
    found = texts(pages(demos))
    for name in ("text/cfp.txt", "text/cfp.md", "site/2026/call-for-papers/index.html"):
        assert re.search("(?:Accepted|selected) contributions", found[name])
        assert not re.search("(?:accepted|selected) papers", found[name], re.IGNORECASE)


def test_the_list_of_what_was_accepted_is_called_no_papers(demos: Workspace) -> None:
    demos.write(
        "editions/2026/papers.yaml",
        "- {id: one, title: A Demo of Tides, authors: [Ada Placeholder]}\n",
    )
    found = texts(pages(demos))
    page = found["site/2026/index.html"]
    assert "<h2>Accepted contributions</h2>" in page
    assert "All contributions" in page
    assert '#papers">Contributions</a>' in page
    listed = found["site/2026/papers/index.html"]
    assert "<h1>Accepted contributions</h1>" in listed
    assert "# Accepted Contributions" in found["jekyll/pages/TIDES2026/index.md"]
    shown = (text for name, text in found.items() if name.endswith((".html", "index.md")))
    assert not any(
        re.search(r"(?:accepted|all|other) papers", text, re.IGNORECASE) for text in shown
    )


def test_dates_of_another_call_speak_of_no_authors_and_cameras(demos: Workspace) -> None:
    demos.replace(
        EDITION, "dates:\n", "dates:\n  notification: 2026-05-05\n  camera_ready: 2026-05-06\n"
    )
    found = texts(pages(demos))
    assert "Notification Tuesday, May" in found["text/cfp.txt"]
    assert "Final version Wednesday, May" in found["text/cfp.txt"]
    speaking = re.compile(r"author noti|camera(?!_ready)", re.IGNORECASE)
    shown = [name for name, text in found.items() if speaking.search(text)]
    assert shown == []
    assert demos.run("build", "--only", "jekyll").code == 0
    finished = demos.run(
        "import", "jekyll", str(demos.root / "build/jekyll"), "--edition", "2026", "--dry-run"
    )
    assert "dates" not in finished.output


def test_an_address_alone_stands_once_below_its_heading(demos: Workspace) -> None:
    text = texts(pages(demos))["text/cfp.txt"]
    assert "Submission ---------- https://demos.net/submit" in text


TRACKS = "tracks: [{name: Theory}, {name: Systems, pages: 4}, {name: Demos}]"


@pytest.mark.parametrize(
    ("tracks", "described"), [(TRACKS.replace(", pages: 4", ""), 0), (TRACKS, 1)]
)
def test_tracks_of_which_only_the_name_is_known_are_one_line(
    demos: Workspace, tracks: str, described: int
) -> None:
    demos.replace(EDITION, "pages: 2", tracks)
    found = texts(pages(demos))
    for name in ("text/cfp.txt", "text/cfp.md", "jekyll/pages/TIDES2026/call-for-papers.md"):
        assert "Tracks: Theory; Systems; Demos." in found[name]
        assert "Demos: " not in found[name].replace("Call for Demos: ", "")
    page = found["site/2026/call-for-papers/index.html"]
    assert "<li>Tracks: Theory; Systems; Demos</li>" in page
    assert page.count('<h3 id="track-') == described
    assert demos.run("build", "--only", "jekyll").code == 0
    finished = demos.run(
        "import", "jekyll", str(demos.root / "build/jekyll"), "--edition", "2026", "--dry-run"
    )
    assert "tracks" not in finished.output
