"""Each recipe works as it is printed, in a folder that `proposal init` has just begun."""

from __future__ import annotations

import datetime as dt
import re
import shlex
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from markdown_it import MarkdownIt
from PIL import Image

from tests.conftest import MadeOnce
from tests.scripts import load_script
from tests.workspace import ROOT, Workspace, run

PAGE = ROOT / "docs/guide/recipes.md"
YEAR = dt.datetime.now(dt.UTC).year + 1
VENUE = f"your-conference-{YEAR}"

STATED = {
    "Add a keynote": "Notes: On Engines",
    "Add a panel": "What Comes Next?",
    "Add a poster session": "Poster session",
    "Add parallel sessions": "Session 1B: Mills",
    "Add accepted papers": "A Paper: With a Colon",
    "Add committee and sponsors": "Placeholder Labs",
    "Add a page of your own: FAQ, travel, code of conduct": "Frequently Asked Questions",
    "Add a picture to a text": "A boat, folded by one of us",
    "Show a logo and a photo of the workshop": "The harbour of Example Town at dusk",
    "Choose a look": "#0b5fa5",
    "Write in another language": "Wichtige Termine",
    "Tell news": "The call is out.",
    "Show photos of the day": "All of us",
    "Move a deadline": "Poster upload",
    "Say what attending costs": "All others",
    "Go hybrid": "https://example.org/meeting",
    "Say that the workshop is postponed or cancelled": "is postponed",
}
"""By recipe: what the page of the edition says afterwards."""

EDITION = f"data/editions/{YEAR}"
FILES = (
    f"{EDITION}/files/registration.pdf",
    f"{EDITION}/boat.png",
    f"{EDITION}/photos/group.jpg",
    "data/site/pictures/our-logo.png",
    "data/site/pictures/harbour.jpg",
)
"""The files that the recipes name and the reader has."""


def recipes() -> dict[str, list[tuple[str, str]]]:
    """The files of each recipe, and what it writes into them."""
    text = PAGE.read_text("utf-8").replace("2027", str(YEAR)).replace("NAME.yaml", f"{VENUE}.yaml")
    text = text.replace("2026", str(YEAR - 1))
    tutorial = load_script("tutorial")
    found: dict[str, list[tuple[str, str]]] = {}
    tokens = MarkdownIt("commonmark").parse(text)
    title = ""
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            title = tokens[number + 1].content
        elif token.type == "fence" and (file := tutorial.written_file(token.info)):
            found.setdefault(title, []).append((file, token.content))
    return found


RECIPES = recipes()


@pytest.fixture(scope="module")
def tutorial() -> ModuleType:
    return load_script("tutorial")


@pytest.fixture(scope="module")
def begun(made_once: MadeOnce) -> Path:
    """A workshop just begun, with the people and the papers of the recipes."""

    def fill(folder: Path) -> None:
        assert run("init", str(folder), folder=folder.parent).code == 0
        for file in FILES:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (1200, 600), "#336699").save(folder / file)
        for file, text in (part for parts in RECIPES.values() for part in parts):
            if "/people/" in file or file.endswith("papers.yaml"):
                (folder / file).write_text(text, "utf-8")

    return made_once("begun-for-recipes", fill)


@pytest.fixture
def workshop(begun: Path, tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "workshop")
    for file in begun.rglob("*.*"):
        if file.is_file():
            copy = workspace.root / file.relative_to(begun)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    return workspace


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_is_taken_and_shows(title: str, workshop: Workspace, tutorial: ModuleType) -> None:
    for file, text in RECIPES[title]:
        place = workshop.root / file
        old = place.read_text("utf-8") if place.is_file() else None
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text if old is None else tutorial.with_part(old, text), "utf-8")
    finished = workshop.run("build", "--only", "site,text,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    site = workshop.root / "build/site"
    pages = [*site.rglob("*.html"), *site.rglob("*.css")]
    assert any(STATED.get(title, "Workshop") in page.read_text("utf-8") for page in pages)


def test_the_list_at_the_beginning_names_every_recipe() -> None:
    tokens = MarkdownIt("commonmark").parse(PAGE.read_text("utf-8"))
    pairs = list(pairwise(tokens))
    titles = [
        text.content for head, text in pairs if (head.type, head.tag) == ("heading_open", "h2")
    ]
    listed = [
        text.content for head, text in pairs if (head.type, head.level) == ("paragraph_open", 2)
    ]
    assert [re.sub(r"\[(.*)\].*", r"\1", name) for name in listed[: len(titles)]] == titles


def test_recipes_that_show_something_are_among_those_on_the_page() -> None:
    assert STATED.keys() <= RECIPES.keys()


def test_the_form_of_the_chairs_is_filled_in(workshop: Workspace, tutorial: ModuleType) -> None:
    for file, text in RECIPES["Fill in the chairs' form"]:
        place = workshop.root / file
        place.write_text(tutorial.with_part(place.read_text("utf-8"), text), "utf-8")
    assert workshop.run("build", "--only", "text").code == 0
    form = (workshop.root / "build" / str(YEAR) / "form.txt").read_text("utf-8")
    assert "Where engines meet care." in form


def test_the_next_year_is_started(workshop: Workspace) -> None:
    text = PAGE.read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("$ proposal new"))
    line = line.replace("2028", str(YEAR + 1)).replace("2027", str(YEAR))
    finished = workshop.run(*shlex.split(line)[2:])
    assert finished.code == 0, finished.output + finished.errors


def test_a_copy_that_a_shared_folder_kept_is_reported(workshop: Workspace) -> None:
    edition = workshop.root / "data/editions" / str(YEAR)
    copy = edition / "edition (conflicted copy).yaml"
    copy.write_bytes((edition / "edition.yaml").read_bytes())
    finished = workshop.run("check")
    assert "edition (conflicted copy).yaml" in finished.output
