"""What stands in the data and is shown nowhere."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.check.findings import EDITION, PAPERS, diagnostics_of, only_diagnostic_of
from tests.diagnostic_lists import only
from tests.workspace import Workspace


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("people/photos/ann.jpg", "no person has ann.jpg as `photo`"),
        ("editions/2026/faq.md", "no document is made of faq.md"),
        ("editions/2026/figures/plot.png", "no text of edition 2026 names figures/plot.png"),
        ("editions/2024/slides.pdf", "no text of edition 2024 names slides.pdf"),
    ],
)
def test_a_file_that_nothing_names_is_reported(workspace: Workspace, file: str, said: str) -> None:
    workspace.write(file, "Words.\n")
    assert only_diagnostic_of(workspace, "unused-file").message.startswith(said)


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("editions/2026/pages/more/Fees.md", "move it to pages/fees.md;"),
        ("editions/2026/page/faq.md", "move it to pages/faq.md;"),
        ("site/pages/more/faq.md", "move it to data/site/pages/faq.md,"),
        ("site/Pages/faq.md", "move it to data/site/pages/faq.md,"),
        ("site/pages/faq.txt", "move it to data/site/pages/faq.md,"),
    ],
)
def test_a_text_beside_the_pages_is_reported_with_its_place(
    workspace: Workspace, file: str, hint: str
) -> None:
    workspace.write(file, "# Questions\n\nWords.\n")
    found = only_diagnostic_of(workspace, "unused-file")
    assert found.message.endswith("shown nowhere")
    assert hint in str(found.hint)


def test_a_picture_that_a_text_names_is_used(workspace: Workspace) -> None:
    workspace.write("editions/2026/figures/plot.png", "")
    workspace.append("editions/2026/proposal.md", "\n![A plot](figures/plot.png)\n")
    assert diagnostics_of(workspace, "unused-file") == []


@pytest.mark.parametrize("named", [True, False])
def test_the_files_of_papers_and_talks_are_no_matter_of_texts(
    workspace: Workspace, named: bool
) -> None:
    workspace.write("editions/2026/files/poster.pdf", "")
    if named:
        workspace.replace(PAPERS, "- id: agp\n", "- id: agp\n  poster: poster.pdf\n")
    assert diagnostics_of(workspace, "unused-file") == []
    unlinked = [found for found in workspace.load().diagnostics if found.code == "unlinked-file"]
    assert len(unlinked) == (not named)


def test_templates_that_replace_none_are_reported(workspace: Workspace) -> None:
    for name in ("site/faq.html", "site/parts/own.html", "site/base.html"):
        file = workspace.root / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('{% include "parts/own.html" %}', encoding="utf-8")
    assert [diagnostic.message for diagnostic in diagnostics_of(workspace, "unused-file")] == [
        "templates/site/faq.html stands for no template of the program and is not used"
    ]


def test_a_person_whom_no_edition_names_is_noted(workspace: Workspace) -> None:
    workspace.write("people/ann-author.yaml", "name: Ann Author\n")
    assert (
        only_diagnostic_of(workspace, "unused-person").message
        == "no edition names Ann Author (`ann-author`)"
    )
    workspace.replace(EDITION, "\ncommittee:\n", "\ncommittee:\n  - {person: ann-author}\n")
    assert diagnostics_of(workspace, "unused-person") == []


def test_a_conference_at_which_no_edition_takes_place_is_noted(workspace: Workspace) -> None:
    venue = (workspace.data / "venues/kdd-2024.yaml").read_text(encoding="utf-8")
    text = venue.partition("call:")[0]
    workspace.write("venues/conf-2027.yaml", text)
    assert "(`conf-2027`)" in only_diagnostic_of(workspace, "unused-venue").message


def test_values_that_no_page_shows_are_noted(workspace: Workspace) -> None:
    seat = "  - {person: ed-chi, role: panelist, status: confirmed, title: On the Panel}\n"
    workspace.replace("editions/2026/edition.yaml", "speakers:\n", f"speakers:\n{seat}")
    found = only(diagnostics_of(workspace, "unshown-value"))
    assert found.message == "pages do not show the title of a panelist"


@pytest.mark.parametrize("has_place", [True, False])
def test_a_photo_among_own_files_that_says_where_it_was_taken_is_reported(
    workspace: Workspace, has_place: bool
) -> None:
    exif = Image.Exif()
    if has_place:
        exif[0x8825] = {1: "N", 2: (38.0, 42.0, 0.0)}  # GPSLatitudeRef and GPSLatitude
    workspace.write("editions/2026/files/notes.jpg", "no photo")
    photo = workspace.data / "editions/2026/files/group.jpg"
    Image.new("RGB", (40, 30), "teal").save(photo, exif=exif)
    found = [
        diagnostic.span.file
        for diagnostic in diagnostics_of(workspace, "position-in-photo")
        if diagnostic.span
    ]
    assert found == [photo] * has_place


def test_what_all_tracks_say_otherwise_is_shown_nowhere(workspace: Workspace) -> None:
    tracks = (
        "submissions:\n  words: 4000\n  tracks:\n"
        "    - {name: Full papers, pages: 8}\n    - {name: Short papers, words: 2000}\n"
    )
    workspace.replace(EDITION, "submissions:\n", tracks)
    found = diagnostics_of(workspace, "unshown-value")
    assert [item.message for item in found] == [
        "`pages` is said for all papers, and no track has it from there",
        "`words` is said for all papers, and no track has it from there",
    ]
    workspace.replace(EDITION, "{name: Short papers, words: 2000}", "{name: Short papers}")
    assert diagnostics_of(workspace, "unshown-value") == []


def test_the_rooms_of_an_edition_that_moved_online_are_not_shown(workspace: Workspace) -> None:
    day = "when: {date: 2026-02-26, start: 08:55, end: 16:50"
    rooms = "status: moved-online\nroom: Hall 1\n" + day + ", room: Hall 2"
    workspace.replace(EDITION, day, rooms)
    edition = workspace.edition("2026")
    assert (edition.room, edition.when.days[0].room, edition.common_room) == (None, None, None)
    found = diagnostics_of(workspace, "unshown-value")
    assert [item.message for item in found] == [
        "the edition has moved online, so `room` is not shown"
    ] * 2
    workspace.replace(EDITION, "status: moved-online", "attendance: hybrid")
    assert workspace.edition("2026").room == "Hall 1"
