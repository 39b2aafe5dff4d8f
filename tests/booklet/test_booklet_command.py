"""`proposal booklet` makes what is printed for the day, which says what the data say."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest

from proposal.booklet.printed_matter import A5, LETTER, booklet, signs
from proposal.build.documents import epoch_of
from proposal.edition.edition import Edition
from proposal.edition.public import public
from proposal.edition.series import Series
from proposal.pdf import Pdf
from proposal.pdf.printed_runs import printed_pages
from proposal.render.latex.document import RenderedDocument
from proposal.tex.passes import typeset
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace

PAPERS = "editions/2027/papers.yaml"
ABSTRACT = "'A bound of $O(n^2)$ holds.'"


@pytest.fixture(scope="module")
def printed(made_once: MadeOnce) -> Workspace:
    """What is printed of a workshop of two days with parallel tracks; nobody changes it."""
    require("latexmk")

    def fill(root: Path) -> None:
        workspace = Workspace.of_careful_engines(root)
        workspace.replace(PAPERS, "We build an engine with care.", ABSTRACT)
        finished = workspace.run("booklet", "2027")
        assert finished.code == 0, finished.output + finished.errors
        (root / "printed").write_text(finished.output, encoding="utf-8")

    return Workspace(made_once("booklets", fill))


def pages(workspace: Workspace, name: str) -> list[pypdf.PageObject]:
    content = (workspace.root / "build" / "2027" / f"{name}.pdf").read_bytes()
    return list(pypdf.PdfReader(io.BytesIO(content)).pages)


def words(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())


def test_every_sheet_is_named_with_its_number_of_pages(printed: Workspace) -> None:
    output = (printed.root / "printed").read_text("utf-8")
    for name in ("booklet-a5", "booklet-letter", "door-signs"):
        assert f"✓ build/2027/{name}.pdf  {len(pages(printed, name))} pages" in output


def test_sheets_have_their_sizes_and_folded_ones_four_pages(printed: Workspace) -> None:
    small, large = pages(printed, "booklet-a5"), pages(printed, "booklet-letter")
    assert len(small) % 4 == 0
    for listed, size in ((small, (420, 595)), (large, (612, 792))):
        assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in listed} == {
            size
        }
    assert "https://example.org/wce/2027/" in words(small[-1])


@pytest.mark.parametrize("name", ["booklet-a5", "booklet-letter"])
def test_a_booklet_says_when_what_happens_and_who_is_there(name: str, printed: Workspace) -> None:
    text = " ".join(map(words, pages(printed, name)))
    for said in (
        "Second Workshop on Very Careful Engines",
        "Hall 1",
        "Grace Hopper",
        "Compilers with Care",
        "Tutorial (cancelled)",
        "Careful Engines",
        "How compilers came to be careful.",
        "A bound of",
        "Steering Committee",
        "Example Works",
        "https://example.org/hall",
    ):
        assert said in text


def resolved(workspace: Workspace, year: str) -> tuple[Series, Edition]:
    """The series and an edition of a workshop, as what is printed shows them."""
    project = workspace.load()
    assert project.series is not None
    return project.series, public(project.editions[year])


def set_alone(document: RenderedDocument, edition: Edition) -> Pdf:
    """One of the documents of a booklet; the command sets all of them, and TeX takes long."""
    require("latexmk")
    made = typeset(document, epoch_of(edition))
    assert made.pdf is not None, made.diagnostics
    return made.pdf


def test_a_booklet_has_letters_of_any_script(engines: Workspace) -> None:
    engines.replace(PAPERS, "We build an engine with care.", "機械 and машина")
    series, edition = resolved(engines, "2027")
    made = set_alone(booklet(engines.root, series, edition, A5), edition)
    text = " ".join(made.searchable_texts)
    assert "機械" in text
    assert "машина" in text


def test_every_sign_is_one_page(printed: Workspace) -> None:
    listed = [words(page) for page in pages(printed, "door-signs")]
    assert len(listed) == 13
    assert all(page.startswith("WCE 2027") for page in listed)
    assert "Hall 3 15:30–16:00 Town Hall 16:00–17:00 Paper presentations" in listed[1]


def test_made_again_nothing_is_set_anew(printed: Workspace) -> None:
    kept = [printed.root / f"build/2027/.{name}.set" for name in ("booklet-a5", "door-signs")]
    before = [file.stat().st_mtime_ns for file in kept]
    finished = printed.run("booklet", "2027")
    assert finished.code == 0
    assert [file.stat().st_mtime_ns for file in kept] == before


def test_no_heading_is_the_last_line_of_a_page(workspace: Workspace) -> None:
    """Days and committees of different lengths end at all heights of a page."""
    # Which is printed without a minus sign, so that LuaLaTeX, which takes long, is not needed.
    workspace.replace("venues/wsdm-2026.yaml", "zone: America/Boise", "zone: Europe/Madrid")
    days = range(1, 22)
    when = "".join(f"  - {{date: 2027-03-{day:02}, start: 9:00, end: 18:00}}\n" for day in days)
    facts = (workspace.data / "editions/2026/edition.yaml").read_text(encoding="utf-8")
    facts = re.sub(r"^when:.*\n(?:  .*\n)*", f"when:\n{when}", facts, flags=re.MULTILINE)
    committees = "".join(
        f"  - {{name: Group {number}, members: [{', '.join(['Ann Author'] * (1 + number % 7))}]}}\n"
        for number in range(1, 30)
    )
    workspace.write("editions/2026/edition.yaml", f"{facts}committees:\n{committees}")
    slots = "".join(
        f"- {{day: {day}, start: {hour}:00, end: {hour + 1}:00, title: Walk {day}-{hour}}}\n"
        for day in days
        for hour in range(9, 11 + day % 6)
    )
    workspace.write("editions/2026/program.yaml", slots)
    series, edition = resolved(workspace, "2026")
    for sheet in (A5, LETTER):
        made = set_alone(booklet(workspace.root, series, edition, sheet), edition)
        for page in pypdf.PdfReader(io.BytesIO(made.content)).pages:
            lines = [line for line in page.extract_text().splitlines() if line.strip()]
            above_foot = [line for line in lines if "GenAIRecP 2026" not in line]
            last = above_foot[-1].strip()
            assert not re.search(r"day, March \d+$|^Group \d+$", last), above_foot[-3:]


def test_a_talk_in_the_program_stands_on_one_page(workspace: Workspace) -> None:
    workspace.replace("venues/wsdm-2026.yaml", "zone: America/Boise", "zone: Europe/Madrid")
    program = workspace.data / "editions/2026/program.yaml"
    (talk,) = re.findall(r"talk: (liam-collins)", program.read_text(encoding="utf-8"))
    talks = [f"{talk}-{number}" for number in range(2, 60)]
    listed = "".join(
        f"  - {{person: {talk}, id: {name}, role: talk, status: confirmed,"
        f" title: {'About some words and more ' * (1 + number % 7)}}}\n"
        for number, name in enumerate(talks)
    )
    workspace.replace("editions/2026/edition.yaml", "speakers:\n", f"speakers:\n{listed}")
    hours = [f"{10 + number // 6}:{number % 6}0" for number in range(len(talks) + 1)]
    slots = "".join(
        f"- {{start: '{hours[number]}', end: '{hours[number + 1]}', talk: {name}}}\n"
        for number, name in enumerate(talks)
    )
    program.write_text(slots, encoding="utf-8")
    series, edition = resolved(workspace, "2026")
    for sheet in (A5, LETTER):
        made = set_alone(booklet(workspace.root, series, edition, sheet), edition)
        found = [
            [line for line in page.extract_text().splitlines() if line.strip()]
            for page in pypdf.PdfReader(io.BytesIO(made.content)).pages
        ]
        end = next(number for number, lines in enumerate(found) if "Speakers" in lines)
        of_program = [lines[0] for lines in found[2:end]]
        assert len(of_program) > 3
        assert [line for line in of_program if not re.match(r"\d\d:\d\d–", line)] == []


def test_hours_that_name_their_clock_stand_beside_what_happens_then(workspace: Workspace) -> None:
    workspace.replace(
        "editions/2026/edition.yaml",
        "start: 08:55, end: 16:50}",
        "start: 08:55, end: 16:50, zone: Europe/Berlin, room: A Hall}",
    )
    series, edition = resolved(workspace, "2026")
    made = set_alone(signs(workspace.root, series, edition), edition)
    runs = printed_pages(made.content)[0].runs
    hours = next(run for run in runs if run.text.startswith("08:55 CET"))
    line = [run for run in runs if abs(run.box.bottom - hours.box.bottom) < hours.size / 2]
    (words,) = (run for run in line if "Opening" in run.text)
    ends = max(run.box.right for run in line if "CET" in run.text)
    assert words is hours or words.box.left > ends
    assert "CET" not in words.text or "CET Opening" in words.text
