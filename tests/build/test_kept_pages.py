"""An edition is rendered again only when something changed that its texts or pages show."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from bench.series import make_series
from proposal.build import edition_rendering
from proposal.build.build import build
from proposal.build.edition_rendering import render_edition
from proposal.build.fingerprints import Fingerprints
from proposal.build.kept_pages import KeptPages
from proposal.build.pages import Rendering, render_pages
from proposal.build.request import Kind, Request
from proposal.build.value_bytes import value_bytes
from proposal.model.day_hints import LAST_YEAR
from proposal.model.loading.validation import validate_record
from proposal.model.records.edition_record import SponsorRecord
from proposal.project import load
from proposal.source.yaml import parse_yaml
from proposal.tex.prestart import Prestarted
from tests.conftest import MadeOnce
from tests.workspace import Workspace

FIRST, SECOND, THIRD = (str(LAST_YEAR - before) for before in (2, 1, 0))
OWN = ("all.bib", "notes.md", "measured.yaml", "calendar.yaml")
"""Files to download that are called as texts of the data are."""
PAGES = frozenset({Kind.TEXT, Kind.SITE})


@pytest.fixture(scope="session")
def series(made_once: MadeOnce) -> Workspace:
    """Three editions with a page of one's own and a portrait, built twice; nobody changes it."""

    def fill(root: Path) -> None:
        workspace = Workspace(root)
        make_series(root, 3)
        workspace.write("site/pages/travel.md", "# How to get there\n\n![Map](map.png)\n")
        for file in ("site/pages/map.png", "people/photos/person-0001.jpg"):
            (workspace.data / file).parent.mkdir(exist_ok=True)
            Image.new("RGB", (300, 300), "teal").save(workspace.data / file)
        for name in OWN:
            workspace.write(f"editions/{SECOND}/files/{name}", "a content")
        workspace.append("people/person-0001.yaml", "photo: person-0001.jpg\n")
        made(workspace)
        made(workspace)

    return Workspace(made_once("series", fill))


@pytest.fixture
def again(series: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the series as it was built, elsewhere."""
    return Workspace(shutil.copytree(series.root, tmp_path / "series"))


def made(workspace: Workspace) -> dict[str, bytes]:
    """Build the website and the texts of all editions; the files in `build/`."""
    request = Request(workspace.root, every_edition=True, kinds=PAGES)
    with closing(Prestarted()) as prestarted:
        report = build(request, lambda step: None, prestarted)
    assert report.is_good, report.diagnostics
    folder = workspace.root / "build"
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not any(part.startswith(".") for part in file.parts[-3:])
    }


def rendered_again(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Build, and give the editions that were rendered; what is there is as made from nothing."""
    seen: list[str] = []

    def noting(root: Path, around: object, inputs: edition_rendering.EditionInputs) -> object:
        seen.append(inputs.edition.id)
        return render_edition(root, around, inputs)  # type: ignore[arg-type]  # handed on as it came

    with monkeypatch.context() as patched:
        patched.setattr("proposal.build.pages.render_edition", noting)
        found = made(workspace)
    elsewhere = workspace.root.parent / "from-nothing"
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree(workspace.root, elsewhere, ignore=shutil.ignore_patterns("build"))
    assert found == made(Workspace(elsewhere))
    return sorted(seen)


def in_edition(workspace: Workspace) -> None:
    workspace.replace(f"editions/{SECOND}/edition.yaml", "One topic", "A topic that is new")


def in_biography(workspace: Workspace) -> None:
    workspace.replace("people/person-0001.yaml", "is a placeholder", "is a stand-in")


def in_place_that_is_listed(workspace: Workspace) -> None:
    workspace.replace(f"venues/conference-{FIRST}.yaml", "city: Boise", "city: Nampa")


def in_name_of_series(workspace: Workspace) -> None:
    workspace.replace("workshop.yaml", "Workshop on Benchmarks", "Workshop on Measurements")


def in_page_of_series(workspace: Workspace) -> None:
    workspace.replace("site/pages/travel.md", "# How to get there", "# Getting there")


def in_portrait(workspace: Workspace) -> None:
    Image.new("RGB", (300, 300), "navy").save(workspace.data / "people/photos/person-0001.jpg")


def in_file_of_ones_own(name: str) -> Callable[[Workspace], None]:
    def change(workspace: Workspace) -> None:
        workspace.write(f"editions/{SECOND}/files/{name}", "another content")

    return change


def in_template(workspace: Workspace) -> None:
    own = workspace.root / "templates/site/404.html"
    own.parent.mkdir(parents=True)
    own.write_text("<title>{{ page.title }}</title>", encoding="utf-8")


def in_page_that_somebody_edited(workspace: Workspace) -> None:
    page = workspace.root / f"build/site/{THIRD}/index.html"
    page.write_text(page.read_text(encoding="utf-8") + "<p>Added by hand", encoding="utf-8")


def in_nothing_that_is_shown(workspace: Workspace) -> None:
    file = workspace.data / "people/person-0011.yaml"
    workspace.write("people/person-0099.yaml", file.read_text(encoding="utf-8"))
    (workspace.data / "people/person-0099.yaml").unlink()
    workspace.replace(f"editions/{SECOND}/edition.yaml", "ordinal:", "# A remark\n\nordinal:")


@pytest.mark.parametrize(
    ("change", "editions"),
    [
        (in_edition, [SECOND]),
        (in_biography, [FIRST]),
        (in_place_that_is_listed, [FIRST, SECOND, THIRD]),
        (in_name_of_series, [FIRST, SECOND, THIRD]),
        (in_page_of_series, [FIRST, SECOND, THIRD]),
        *((in_file_of_ones_own(name), [FIRST, SECOND, THIRD]) for name in OWN),
        (in_portrait, [FIRST, SECOND, THIRD]),
        (in_template, [FIRST, SECOND, THIRD]),
        (in_page_that_somebody_edited, [THIRD]),
        (in_nothing_that_is_shown, []),
    ],
)
def test_what_changed_decides_which_editions_are_rendered_again(
    again: Workspace,
    change: Callable[[Workspace], None],
    editions: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    change(again)
    assert rendered_again(again, monkeypatch) == editions


@pytest.mark.parametrize("kind", [Kind.JEKYLL, Kind.TEXT])
def test_what_is_kept_for_the_website_stays_when_something_else_is_made(
    again: Workspace, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = Request(again.root, every_edition=True, kinds=frozenset({kind}))
    with closing(Prestarted()) as prestarted:
        assert build(request, lambda step: None, prestarted).is_good
    shutil.rmtree(again.root / "build/jekyll", ignore_errors=True)  # which is not compared
    assert rendered_again(again, monkeypatch) == []


def test_what_is_said_of_an_edition_moves_with_the_lines_of_its_data(again: Workspace) -> None:
    (again.data / "people/photos/person-0001.jpg").write_bytes(b"no picture")

    def lines() -> list[int]:
        request = Request(again.root, every_edition=True, kinds=PAGES)
        with closing(Prestarted()) as prestarted:
            found = build(request, lambda step: None, prestarted).diagnostics
        return [said.span.line for said in found if said.span and said.code == "not-a-picture"]

    (line,) = lines()
    again.replace("people/person-0001.yaml", "name:", "# A remark\n\nname:")
    assert lines() == [line + 2]
    assert lines() == [line + 2]


def test_what_is_kept_of_an_edition_holds_for_its_series_alone(again: Workspace) -> None:
    kept = KeptPages(Fingerprints.taken(again.root))
    project = load(again.root)
    pages = render_pages(project, PAGES, rendering=Rendering(kept=kept))
    assert pages.site.files == render_pages(project, PAGES).site.files
    damaged = again.root / f"build/.pages/{SECOND}.json"
    damaged.write_text(damaged.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    assert render_pages(project, PAGES, rendering=Rendering(kept=kept)).texts == pages.texts


def end_at_once(_: object) -> None:
    os._exit(1)


def refuse(*_: object) -> None:
    raise OSError("[Errno 38] Function not implemented")


@pytest.mark.parametrize(
    ("name", "replacement"),
    [("FEWEST", 2), ("_begin", end_at_once), ("ProcessPoolExecutor", refuse)],
)
def test_several_processes_make_the_same_as_one(
    again: Workspace, name: str, replacement: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where they are killed, or where the system has none of the locks that they need."""
    monkeypatch.setattr(edition_rendering, "FEWEST", 2)
    monkeypatch.setattr(edition_rendering, name, replacement)
    project = load(again.root)
    shared = render_pages(project, PAGES, rendering=Rendering(processes=2))
    assert shared == render_pages(project, PAGES)


def test_the_digest_of_an_edition_is_the_same_in_every_run_and_folder(
    built: Workspace, tmp_path: Path
) -> None:
    """Asked of the real workshop, whose editions hold all that there is."""
    script = (
        "import sys, hashlib; from pathlib import Path; from msgspec.structs import replace\n"
        "from proposal.build.value_bytes import value_bytes; from proposal.project import load\n"
        "root = Path(sys.argv[1])\n"
        "for edition in load(root).editions.values():\n"
        "    print(hashlib.sha256(value_bytes(replace(edition, published=()), root)).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script, folder],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed, folder in (
            ("1", built.root),
            ("2", shutil.copytree(built.root, tmp_path / "elsewhere")),
        )
    }
    assert len(found) == 1


def test_equal_values_are_the_same_bytes_whether_or_not_they_are_one_object() -> None:
    one, other = f"{THIRD} editions", " ".join([THIRD, "editions"])
    root = Path("/")
    assert value_bytes([one, one], root) == value_bytes([one, other], root)
    assert value_bytes([one, THIRD], root) != value_bytes([one, SECOND], root)


def test_a_record_is_the_same_bytes_wherever_and_however_it_says_so() -> None:
    root = Path("/")
    texts = ("name: Example\n", "# moved\n\nname: 'Example'\nurl: null\n")
    nodes = [parse_yaml(text, root / name)[0] for name, text in zip("ab", texts, strict=True)]
    one, other = [validate_record(node, SponsorRecord).value for node in nodes if node is not None]
    assert (one and one.span) != (other and other.span)
    assert value_bytes(one, root) == value_bytes(other, root)
