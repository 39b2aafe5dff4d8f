"""Jekyll sites into which the tree is laid, and their pages as a visitor's browser reads them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder

import pytest

from proposal.diagnostics import has_errors
from proposal.edition.edition import Edition
from proposal.edition.participants import Person
from proposal.edition.series import Series
from proposal.render.html import html_of
from proposal.render.jekyll.jekyll_site import Portrait, render_jekyll
from proposal.render.prose import ProseKind, read_prose
from proposal.render.rendered_files import RenderedFiles
from proposal.render.typography import typographic
from proposal.source.text import Prose
from tests.parts import require
from tests.workspace import Workspace

HERE = Path(__file__).parent
SITES = {"theme": (HERE / "site",), "own": (HERE / "site", HERE / "described")}
"""A site whose rows of people are like the theme's, and one that made its own."""

_VOID = {"br", "hr", "img", "link", "meta"}


def series(workspace: Workspace) -> Series:
    """The series with all its editions, whose data have no errors."""
    project = workspace.load()
    diagnostics = project.diagnostics_of(project.editions)
    assert not has_errors(diagnostics), diagnostics
    assert project.series is not None
    return project.series


def tree(workspace: Workspace, portraits: dict[str, Portrait] | None = None) -> RenderedFiles:
    """The tree, with the portraits of some people by their ids."""
    known = portraits or {}

    def portrait_of(person: Person) -> Portrait | None:
        return known.get(person.id)

    return render_jekyll(workspace.root, series(workspace), portrait_of)


def built_site(workspace: Workspace, kind: str, folder: Path, *options: str) -> Site:
    """A site of a kind with the tree laid over it, built by Jekyll."""
    require("Jekyll")
    source = folder / "source"
    for layer in SITES[kind]:
        shutil.copytree(layer, source, dirs_exist_ok=True)
    rendered = tree(workspace)
    assert rendered.diagnostics == []
    for name, content in rendered.files.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(content)
    command = ["jekyll", "build", "--disable-disk-cache", "--source", str(source)]
    command += ["--destination", str(folder / "pages"), *options]
    finished = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "Warning" not in finished.stdout + finished.stderr
    return Site(folder / "pages")


@dataclass(frozen=True, slots=True)
class Site:
    """A built site."""

    folder: Path

    def page(self, address: str) -> Page:
        """The page at an address such as `/GenAIRecP2026`."""
        place = self.folder / (address.strip("/") or "index")
        return Page(place.with_name(f"{place.name}.html").read_text(encoding="utf-8"))

    def edition(self, year: str) -> Page:
        return self.page(f"/GenAIRecP{year}")

    def call(self, year: str) -> Page:
        return self.page(f"/GenAIRecP{year}/call-for-papers")


class Page(HTMLParser):
    """A page as a tree of elements."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._builder = TreeBuilder()
        self._builder.start("page", {})
        self._open = ["page"]
        self.feed(source)
        self.close()
        while self._open:
            self._builder.end(self._open.pop())
        self.root = self._builder.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self._builder.end(tag)
        else:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        assert self._open[-1] == tag, f"</{tag}> ends <{self._open[-1]}>"
        self._builder.end(self._open.pop())

    def handle_data(self, data: str) -> None:
        self._builder.data(data)

    @property
    def text(self) -> str:
        """Everything that a visitor reads, abstracts and biographies included."""
        return text_of(self.root)

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.root.iter() if element.tag in tags]

    def ids(self) -> list[str]:
        return [element.attrib["id"] for element in self.root.iter() if "id" in element.attrib]

    def section(self, name: str) -> Element:
        """The elements under a heading of the first level."""
        (body,) = self.all("main")
        section, is_inside = Element("section"), False
        for element in body:
            if element.tag == "h1":
                is_inside = element.attrib.get("id") == name
            elif is_inside:
                section.append(element)
        assert len(section), f"there is no section {name}"
        return section


def text_of(element: Element) -> str:
    """The text in an element in one line."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    if element.tag in {"script", "style", "title"}:
        return
    yield element.text or ""
    for child in element:
        if child.tag in {"br", "li", "p", "div", "td", "h2", "details", "summary"}:
            yield " "
        yield from _texts(child)
        yield child.tail or ""


def shown(line: str) -> str:
    """A line of the data as a page shows it."""
    return " ".join(typographic(line).split())


def text_of_statement(statement: Prose) -> str:
    """Somebody's own text as a page shows it."""
    read = read_prose(statement, ProseKind.STATEMENT)
    return Page(html_of(read, lambda _: pytest.fail("a statement has no facts"))).text


def certain(edition: Edition) -> list[Person]:
    """Everybody whom an edition's page must name."""
    people = [organizer.person for organizer in edition.organizers]
    return people + [
        speaker.person for speaker in edition.speakers if speaker.status == "confirmed"
    ]
