"""Generated texts stand on pages, in texts, calendars and structured data as they were typed."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from tests.conftest import MadeOnce
from tests.jekyll.sites import Site, built_site
from tests.odd import ADDRESS, EMAIL, Odd, fill, lost, odd_texts
from tests.workspace import Workspace

PEOPLE = ("name", "member", "employer")
TALKS = ("talk", "summary")
PAPERS = ("paper", "author", "award", "session")
ON_THE_PAGE = (
    *("title", *PEOPLE, "institution", "topic", "biography", *TALKS, *PAPERS),
    *("sponsor", "level", "room", "label"),
)
IN_THE_CALL = ("title", *PEOPLE, "institution", "topic", "label")
IN_CALENDARS = ("session", "room")


@pytest.fixture(scope="session")
def odd() -> Odd:
    return odd_texts(beyond=True)


@pytest.fixture(scope="session")
def made(made_once: MadeOnce, odd: Odd) -> Workspace:
    """A workshop with the texts, whose pages and texts were built."""

    def build(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        fill(workspace, odd)
        for year in ("2024", "2026"):
            _without_documents(workspace, year)
        for kind in ("site", "text"):
            finished = workspace.run("build", "--all", "--only", kind)
            assert finished.code == 0, finished.output + finished.errors

    return Workspace(made_once("any-text-elsewhere", build))


def _without_documents(workspace: Workspace, year: str) -> None:
    """No PDF is asked for; what stands behind `documents` are these alone."""
    place = workspace.data / f"editions/{year}/edition.yaml"
    lines = place.read_text(encoding="utf-8").split("\n")
    starts = [at for at, line in enumerate(lines) if line.strip('"').startswith("documents")]
    (start,) = starts
    end = next((at for at in range(start + 1, len(lines)) if lines[at][:1].strip()), len(lines))
    place.write_text("\n".join([*lines[:start], *lines[end:]]), encoding="utf-8")


class Read(HTMLParser):
    """The text of a page, and the data that are stated in it for machines."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._pieces: list[str] = []
        self._script: str | None = None
        self.links: list[str] = []
        """Where its links lead to."""
        self.stated: list[str] = []
        """The values of its structured data."""
        self.feed(source)
        self.close()
        self.text = "".join(self._pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag in {"script", "style"}:
            self._script = dict(attrs).get("type") or tag

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._script = None

    def handle_data(self, data: str) -> None:
        if self._script is None:
            self._pieces.append(data)
        elif self._script == "application/ld+json":
            self.stated += _strings(json.loads(data))


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _strings(inner)]
    return [value] if isinstance(value, str) else []


def page(workspace: Workspace, path: str) -> Read:
    return Read((workspace.root / "build/site" / path).read_text(encoding="utf-8"))


def test_the_editions_page_holds_every_text(made: Workspace, odd: Odd) -> None:
    assert lost(odd, ON_THE_PAGE, [page(made, "2024/index.html").text]) == []


def test_the_calls_page_holds_every_text(made: Workspace, odd: Odd) -> None:
    places = ("title", "topic", "label")
    assert lost(odd, places, [page(made, "2024/call-for-papers/index.html").text]) == []


def test_structured_data_hold_every_text(made: Workspace, odd: Odd) -> None:
    stated = "\n".join(page(made, "2024/index.html").stated)
    assert lost(odd, ("title", "name", "institution", "abstract", "room"), [stated]) == []


def test_both_forms_of_the_call_hold_every_text(made: Workspace, odd: Odd) -> None:
    folder = made.root / "build/2024"
    assert lost(odd, IN_THE_CALL, [(folder / "cfp.txt").read_text(encoding="utf-8")]) == []
    html = MarkdownIt("commonmark").render((folder / "cfp.md").read_text(encoding="utf-8"))
    assert lost(odd, IN_THE_CALL, [Read(html).text]) == []


def test_calendars_hold_every_text(made: Workspace, odd: Odd) -> None:
    files = sorted((made.root / "build/site/2024").rglob("*.ics"))
    said = [
        str(event.get(name, ""))
        for file in files
        for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        for name in ("SUMMARY", "LOCATION", "DESCRIPTION")
    ]
    assert lost(odd, IN_CALENDARS, ["\n".join(said)]) == []


def test_values_for_programs_are_written_letter_by_letter(
    made: Workspace, jekyll: Site, odd: Odd
) -> None:
    pages = [page(made, "2024/index.html"), page(made, "2024/call-for-papers/index.html")]
    for found in pages:
        assert f"mailto:{EMAIL}" in map(unquote, found.links)
        assert EMAIL in found.text
    of_jekyll = Read((jekyll.folder / "GenAIRecP2024.html").read_text(encoding="utf-8"))
    for found in (*pages, of_jekyll):
        assert ADDRESS in map(unquote, found.links)
    for name in ("cfp.txt", "cfp.md"):
        text = (made.root / "build/2024" / name).read_text(encoding="utf-8")
        assert ADDRESS in unquote(text)
        assert EMAIL in text.replace("\\", "")


@pytest.fixture(scope="session")
def jekyll(made_once: MadeOnce, odd: Odd) -> Site:
    """The pages of a Jekyll site with the texts."""

    def build(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root / "workshop")
        fill(workspace, odd)
        built_site(workspace, "theme", root)

    return Site(made_once("any-text-jekyll", build) / "pages")


def test_pages_of_jekyll_hold_every_text(jekyll: Site, odd: Odd) -> None:
    places = tuple(place for place in ON_THE_PAGE if place != "topic")
    assert lost(odd, places, [jekyll.edition("2024").text]) == []
    in_call = ("title", "name", "institution", "topic", "label")
    assert lost(odd, in_call, [jekyll.call("2024").text]) == []
