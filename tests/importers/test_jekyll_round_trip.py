"""A page goes in, and the page that is made of the data says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proposal.doctor import Group
from proposal.importers.jekyll.edition_reader import read_jekyll
from tests.importers.bringing import contents, imports, new_folder
from tests.importers.jekyll_sources import PAGE, SITE, SaidPage, hand_made_page, same_page
from tests.parts import require
from tests.workspace import Workspace

BUILT_PAGE = "build/jekyll/pages/GenAIRecP2026/index.md"

HOURS = [
    *("08:55-09:00", "09:00-09:45", "09:45-10:30", "10:30-11:00", "11:00-11:45", "11:45-12:30"),
    *("12:30-13:45", "13:45-14:30", "14:30-15:30", "15:30-16:00", "16:00-16:20", "16:20-16:40"),
    "16:40-16:50",
]
"""The hours of the day in 2026, whichever way a page writes them."""


def confirm(workspace: Workspace) -> None:
    """Compare each venue with the conference's page, as the import asks for."""
    for file in workspace.data.glob("venues/*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("tentative: true\n", ""), encoding="utf-8")


def built(workspace: Workspace, *arguments: str) -> None:
    require(Group.DOCUMENTS)
    confirm(workspace)
    finished = workspace.run("build", *arguments)
    assert finished.code == 0, finished.output + finished.errors


def test_a_site_that_goes_in_comes_out_with_a_proposal(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "jekyll", SITE)
    built(workspace, "2026")
    assert workspace.pdf("2026", "proposal").is_file()
    before, after = SaidPage.of(PAGE), SaidPage.of(workspace.root / BUILT_PAGE)
    promised = "Bio will be updated closer to the workshop date."
    for entry in before.front["keynote"]:
        if entry["bio"].strip() == promised:
            del entry["bio"]
    before = SaidPage(
        before.front,
        before.body.replace('{{ "{{" }}', "{{").replace(
            "[a page of the site](/elsewhere)", "a page of the site"
        ),
    )
    same_page(before, after)


def test_a_hand_made_page_goes_in_without_a_hands_help(tmp_path: Path) -> None:
    page = hand_made_page()
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "jekyll", page)
    built(workspace, "2026")
    assert workspace.pdf("2026", "proposal").is_file()
    before, after = SaidPage.of(page), SaidPage.of(workspace.root / BUILT_PAGE)
    same_page(before, after)
    assert after.hours() == HOURS


def test_what_is_wrong_with_the_hand_made_page_is_reported(tmp_path: Path) -> None:
    page = hand_made_page()
    output = imports(new_folder(tmp_path / "workshop"), "jekyll", page).output
    codes = re.findall(
        rf"^{re.escape(str(page))}:(\d+):\d+: warning: .* \[([\w-]+)\]$", output, re.MULTILINE
    )
    assert sorted({code for _, code in codes}) == [
        *("missing-data", "misspelt-acronym", "speaker-without-entry", "to-confirm"),
        *("unknown-liquid", "wrong-start"),
    ]
    assert ("170", "wrong-start") in codes
    assert ("180", "misspelt-acronym") in codes


@pytest.fixture
def tree(workspace: Workspace) -> Path:
    """The real workshop's own tree for Jekyll."""
    finished = workspace.run("build", "--all", "--only", "jekyll")
    assert finished.code == 0, finished.output + finished.errors
    return workspace.root / "build/jekyll"


def test_our_own_tree_is_read_back(tree: Path, tmp_path: Path) -> None:
    again = new_folder(tmp_path / "again")
    for year in ("2026", "2024"):
        imports(again, "jekyll", tree, year)
    confirm(again)
    finished = again.run("build", "--all", "--only", "jekyll")
    assert finished.code == 0, finished.output + finished.errors
    assert words_of(again.root / "build/jekyll") == words_of(tree)


def test_our_own_tree_tells_our_data_nothing_new(workspace: Workspace, tree: Path) -> None:
    before = {file: file.read_bytes() for file in workspace.data.rglob("*") if file.is_file()}
    for year in ("2026", "2024"):
        imports(workspace, "jekyll", tree, year)
    after = {file: file.read_bytes() for file in workspace.data.rglob("*") if file.is_file()}
    assert after == before


def test_the_tree_of_a_workshop_that_says_everything_tells_its_data_nothing_new(
    engines: Workspace,
) -> None:
    finished = engines.run("build", "2027", "--only", "jekyll")
    assert finished.code == 0, finished.output + finished.errors
    before = contents(engines)
    imports(engines, "jekyll", engines.root / "build/jekyll", "2027")
    assert contents(engines) == before


LINKS_OF_SERIES = """\
links:
  mailing_list: https://example.org/wce/list
  mastodon: https://social.example.org/@wce
  others:
    - {label: Summer school, url: https://example.org/wce/school}
"""
OF_NO_PAGE = {
    "workshop.yaml": ('accent: "#0b5fa5"\n', LINKS_OF_SERIES),
    "venues/exc-2027.yaml": (
        "address: 1 Example Street\n",
        "map: https://example.org/map\n",
    ),
    "editions/2027/edition.yaml": (
        "name: Workshop on Very Careful Engines\n",
        "  posters: {date: 2027-02-01, label: Poster upload, tentative: true}\n",
        "    logo: works.svg\n    logo_dark: works-white.svg\n",
        "logo: engines.svg\nlogo_dark: engines-white.svg\n",
        (
            "picture: {file: harbour.jpg, alt: The harbour of Lisbon at dusk, credit: "
            '"Photo: A Photographer, CC BY 4.0"}\n'
        ),
    ),
}
"""What a page does not say, or not as a fact: colours, what is not certain yet, pictures."""


def test_the_tree_of_a_workshop_that_says_everything_is_read_back(
    engines: Workspace, tmp_path: Path
) -> None:
    for file, texts in OF_NO_PAGE.items():
        for text in texts:
            engines.replace(file, text, "")
    for picture in (*engines.data.glob("sponsors/*"), *engines.data.glob("site/pictures/*")):
        picture.unlink()
    finished = engines.run("build", "2027", "--only", "jekyll")
    assert finished.code == 0, finished.output + finished.errors
    tree = engines.root / "build/jekyll"
    again = new_folder(tmp_path / "again")
    output = imports(again, "jekyll", tree, "2027").output
    assert "not-understood" not in output
    confirm(again)
    finished = again.run("build", "--only", "jekyll")
    assert finished.code == 0, finished.output + finished.errors
    assert words_of(again.root / "build/jekyll") == words_of(tree)


def test_what_a_page_says_of_days_people_and_tracks_becomes_keys(
    engines: Workspace, tmp_path: Path
) -> None:
    engines.run("build", "2027", "--only", "jekyll")
    again = new_folder(tmp_path / "again")
    imports(again, "jekyll", engines.root / "build/jekyll", "2027")
    files, old = (workspace.read().editions["2027"] for workspace in (again, engines))
    new = files.edition
    assert [(day.date, day.start, day.end, day.next_day) for day in new.when] == [
        (day.date, day.start, day.end, day.next_day) for day in old.edition.when
    ]
    assert (new.room, [day.room for day in new.when]) == ("Hall 1", [None, "Hall 2"])
    talks = {speaker.talk_id: speaker for speaker in new.speakers}
    assert talks["compilers"].people == ["grace-hopper", "katherine-johnson"]
    assert talks["compilers"].slides == "https://example.org/compilers.pdf"
    assert (talks["alan-turing"].role_title, talks["alan-turing"].remote) == ("Industry talk", True)
    assert talks["emmy-noether"].status == "cancelled"
    opening = dict(new.dates)["submission_opens"]
    assert opening is not None
    assert (opening.label, opening.opens) == ("Submission opens", True)
    tracks = [track.name for track in new.submissions.tracks]
    assert tracks == ["Full papers", "Short papers", "Demos"]
    assert new.submissions.tracks[2].words is not None
    assert new.submissions.tracks[1].published is not None
    session = files.program[3]
    assert [len(session.parts), session.track, len(session.chair)] == [3, "A", 2]
    assert files.program[7].tentative
    assert files.papers[0].authors[0].orcid == "0000-0001-5109-3700"
    assert files.papers[0].authors[0].corresponding
    assert files.papers[1].track == "short-papers"


def test_only_what_is_sure_to_be_of_papers_becomes_a_track(tmp_path: Path) -> None:
    page = tmp_path / "index.md"
    page.write_text(
        "---\ntitle: First Workshop on Engines\n"
        "excerpt: February 26, 2027, Lisbon, Portugal <br> Held in conjunction with EXC 2027\n---\n"
        "# Submission\n\n**Submission guidelines**\n\n- 4 pages, excluding references\n\n"
        "**Short papers**\n\n- 2 pages, excluding references\n",
        encoding="utf-8",
    )
    submissions = read_jekyll(page, "2027").edition["submissions"]
    assert isinstance(submissions, dict)
    assert submissions["pages"] == {"max": "4"}
    assert submissions["tracks"] == [
        {"name": "Short papers", "pages": {"max": "2"}, "excludes": ["references"]}
    ]


def words_of(tree: Path) -> dict[str, list[str]]:
    """The words of each text in a tree, wherever its lines end, without its seal."""
    found = {}
    for file in sorted(file for file in tree.rglob("*") if file.is_file()):
        text = re.sub(
            r"^data-digest:.*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        found[str(file.relative_to(tree))] = re.split(r"(?:\s|\\n)+", text)
    return found
